"""What cannot be imported: one clear message that says what to do, bounded in time and memory, no file."""

from __future__ import annotations

import sys
import zipfile
from typing import TYPE_CHECKING

import pytest
from documents_made import imported, text, word, workbook
from pdf_made import TYPE, letters, pdf

from sulist.base.errors import FileError
from sulist.importers.read import sniff

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Sulist

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEADER = "序号,事项名称,牵头单位,责任单位,完成时限"
GOOD = [HEADER.split(","), ["1", "修路", "区住建局", "各镇", "8月底前"]]


def good_docx(folder: Path) -> Path:
    """A document that can be imported."""
    return word(folder / "good.docx", "滨河区2024年清单", GOOD)


def repacked(source: Path, target: Path, change: dict[str, bytes]) -> Path:
    """A package with some parts changed or added."""
    with (
        zipfile.ZipFile(source) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
    ):
        for name in old.namelist():
            if name not in change:
                new.writestr(name, old.read(name))
        for name, data in change.items():
            new.writestr(name, data)
    return target


def unpacked_in_vain(folder: Path) -> Path:
    """A document of which a part's packed bytes are broken, as a bad stick breaks them."""
    data = bytearray(good_docx(folder).read_bytes())
    with zipfile.ZipFile(folder / "good.docx") as package:
        part = package.getinfo("word/document.xml")
    begin = part.header_offset + 30 + len(part.filename)
    data[begin : begin + 40] = b"\xff" * 40
    (folder / "broken.docx").write_bytes(data)
    return folder / "broken.docx"


def bomb(folder: Path) -> Path:
    """A document whose text unpacks to 100 MiB."""
    return repacked(
        good_docx(folder), folder / "bomb.docx", {"word/document.xml": b" " * (100 * 2**20)}
    )


def endless(folder: Path) -> Path:
    """A document of a million paragraphs."""
    good = good_docx(folder)
    with zipfile.ZipFile(good) as package:
        xml = package.read("word/document.xml")
    more = b"<w:body>" + b"<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 1_000_000
    changed = {"word/document.xml": xml.replace(b"<w:body>", more)}
    return repacked(good, folder / "endless.docx", changed)


def entities(folder: Path) -> Path:
    """A document that declares an entity of entities."""
    xml = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><a>&d;</a>'
    return repacked(good_docx(folder), folder / "entities.docx", {"word/document.xml": xml})


def macros(folder: Path) -> Path:
    """A document with macros under the name of one without."""
    return repacked(good_docx(folder), folder / "macros.docx", {"word/vbaProject.bin": b"x"})


def far_cell(folder: Path) -> Path:
    """A workbook with a cell in its last row and column."""
    xml = (
        b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    )
    return repacked(
        workbook(folder / "w.xlsx", GOOD), folder / "far.xlsx", {"xl/worksheets/sheet1.xml": xml}
    )


def wide_merge(folder: Path) -> Path:
    """A workbook with one merge over all of the sheet."""
    xml = (
        b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'
    )
    return repacked(
        workbook(folder / "w.xlsx", GOOD), folder / "merge.xlsx", {"xl/worksheets/sheet1.xml": xml}
    )


def huge(folder: Path) -> Path:
    """500 MB that take no room on the disk."""
    file = folder / "huge.txt"
    with file.open("wb") as stream:
        stream.truncate(500 * 10**6)
    return file


def raw(name: str, data: bytes) -> Callable[[Path], Path]:
    """A file of some bytes."""

    def make(folder: Path) -> Path:
        file = folder / name
        file.write_bytes(data)
        return file

    return make


def photograph(folder: Path) -> Path:
    """A PDF of one page with a picture and no text."""
    return raw("photo.pdf", pdf(b"q 100 0 0 100 0 0 cm /I Do Q"))(folder)


def without_rules(folder: Path) -> Path:
    """A PDF whose table has a header, rows and spaces between the columns, but no rules.

    Its first row could be read as a paragraph that closes with who leads.
    """
    lines = (
        ("滨河区2024年重点任务清单",),
        ("序号", "事项名称", "牵头单位", "责任单位", "完成时限"),
        ("1", "新建滨河大道", "区住建局", "各镇", "6月底前"),
        ("", "（区住建局牵头）",),
        ("2", "创建食品安全城市", "区市监局", "各镇", "9月底前"),
    )  # fmt: skip
    shown = b"".join(
        letters(20 + 110 * column, 700 - 20 * line, 10, cell)
        for line, cells in enumerate(lines)
        for column, cell in enumerate(cells)
    )
    return raw("free.pdf", pdf(shown, TYPE))(folder)


NOVEL = "话说天下大势，分久必合，合久必分。" * 40 + "\n"

BAD = {
    "empty": (raw("a.docx", b""), "is empty"),
    "only spaces": (raw("a.txt", b" \n\n"), "is empty"),
    "an old Word file": (raw("a.doc", OLE + b"x"), "soffice --headless --convert-to docx"),
    "an old Excel file that is not whole": (raw("a.xls", OLE + b"x"), "is damaged or not whole"),
    "a spreadsheet of WPS": (raw("a.et", OLE + b"x"), "soffice --headless --convert-to xlsx"),
    "a WPS file": (raw("a.wps", OLE + b"x"), "soffice --headless --convert-to docx"),
    "rich text": (raw("a.rtf", b"{\\rtf1 x}"), "soffice --headless --convert-to docx"),
    "a password": (raw("a.docx", OLE + "EncryptedPackage".encode("utf-16-le")), "take the password off"),
    "macros by name": (raw("a.xlsm", b"PK\x03\x04"), "holds macros"),
    "macros within": (macros, "holds macros"),
    "a zip bomb": (bomb, "unpacks to far more"),
    "XML entities": (entities, "declares XML entities"),
    "a cell at the end of the sheet": (far_cell, "delete the empty rows"),
    "a merge of the whole sheet": (wide_merge, "delete the empty rows"),
    "500 MB": (huge, "has 476 MiB"),
    "a part that does not unpack": (unpacked_in_vain, "damaged"),
    "half a document": (lambda folder: raw("half.docx", good_docx(folder).read_bytes()[:9000])(folder), "damaged"),
    "a web page called Word": (raw("a.docx", b"<html><body>x</body></html>"), "it is .html inside. Rename it"),
    "Word called Excel": (lambda folder: good_docx(folder).rename(folder / "a.xlsx"), "it is .docx inside. Rename it"),
    "a PDF without rules": (without_rules, "nothing shows where its cells end"),
    "a text without any": (
        raw("a.txt", "序号 事项名称 牵头单位 责任单位 完成时限\n1 新建滨河大道并完善全部配套设施 区住建局 各镇 6月底前\n".encode()),
        "nothing shows where its cells end",
    ),
    "text called PDF": (raw("a.pdf", b"hello"), "is no .pdf inside"),
    "half a PDF": (raw("a.pdf", b"%PDF-1.7\n1 0 obj"), "damaged"),
    "a photograph": (raw("a.jpg", b"\xff\xd8\xff\xe0x"), "is a picture of a page"),
    "a photograph as PDF": (photograph, "is a picture of a page"),
    "an unknown kind": (raw("a.xyz", b"hello"), "sulist reads .txt"),
    "a folder packed": (lambda folder: repacked(good_docx(folder), folder / "x.zip", {"word/document.xml": b"<a/>"}).rename(folder / "a.docx") and zipped(folder), "is a packed folder"),
    "text in no encoding": (raw("a.txt", b"\xff\xff\x81\x00 \xfe"), "is not text in UTF-8 or GB18030"),
    "a novel": (raw("a.txt", (NOVEL * 200).encode()), "No list was found"),
    "a novel in Word": (lambda folder: word(folder / "a.docx", *[NOVEL] * 50), "No list was found"),
    "a table of other things": (raw("a.csv", "姓名,电话\n张三,123\n".encode()), "No list was found"),
    "quotes without partner": (raw("a.csv", (HEADER + '\n1,"修路,区住建局\n').encode()), "stops being CSV"),
    "brackets without end": (
        raw("a.txt", ("1.（" + "牵头" * 1300 + "\n").encode() * 300),
        "No list was found",
    ),
    "tags without end": (raw("a.html", b"<p>" * 2_000_000), "far more than any list"),
    "paragraphs without end": (endless, "unpacks to far more"),
    "tables without end": (raw("a.html", b"<table><tr><td>" * 2000), "tables inside tables"),
}  # fmt: skip


def zipped(folder: Path) -> Path:
    """A zip of one text file."""
    file = folder / "list.zip"
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("list.txt", "x")
    return file


@pytest.mark.parametrize("name", BAD)
def test_it_is_refused_with_what_to_do(name: str, tmp_path: Path) -> None:
    """The message names the file and the way out."""
    make, said = BAD[name]
    file = make(tmp_path)
    with pytest.raises(FileError) as refused:
        imported(file)
    assert said in str(refused.value)
    assert file.name in str(refused.value) or "any list" in str(refused.value)


def test_no_file_is_written(sulist: Sulist, tmp_path: Path) -> None:
    """Exit code 3, one line on stderr, and the folder as it was."""
    text(tmp_path / "a.txt", NOVEL)
    said = sulist.refused("import", "a.txt", "-o", "next.yaml", code=3)
    assert said.count("\n") == 1
    assert [file.name for file in tmp_path.iterdir()] == ["a.txt"]


def test_a_zip_bomb_is_never_unpacked(tmp_path: Path) -> None:
    """Its parts are counted from the package's directory."""
    file = bomb(tmp_path)
    assert file.stat().st_size < 2**20
    with pytest.raises(FileError):
        sniff.suffix(str(file), file.read_bytes())


def test_spans_of_a_web_page_are_bounded(tmp_path: Path) -> None:
    """A cell over a billion rows and columns fills only as many as there are."""
    rows = "".join(f"<tr><td colspan=999999999 rowspan=999999999>{at}" for at in range(300))
    with pytest.raises(FileError):
        imported(text(tmp_path / "a.html", f"<table>{rows}</table>"))


@pytest.mark.parametrize(
    ("suffix", "package"),
    [
        (".docx", "docx"),
        (".xlsx", "openpyxl"),
        (".pdf", "pdfplumber"),
        (".html", "selectolax"),
    ],
)
def test_a_missing_package_is_answered_with_the_command(
    suffix: str, package: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The exact command that installs it."""
    made = {
        ".docx": lambda: good_docx(tmp_path),
        ".xlsx": lambda: workbook(tmp_path / "a.xlsx", GOOD),
        ".pdf": lambda: photograph(tmp_path),
        ".html": lambda: text(tmp_path / "a.html", "<p>x</p>"),
    }[suffix]()
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(FileError, match=r'pip install "sulist\[documents\]"'):
        imported(made)
