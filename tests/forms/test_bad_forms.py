"""Files that are no filled-in form, or are made to harm: one clear message each, bounded, nothing recorded."""

from __future__ import annotations

import re
import sys
import tracemalloc
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from forms_made import changed, filled, read, sent

from sulist.base.errors import FileError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Sulist

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SHEET = "xl/worksheets/sheet1.xml"


def good(folder: Path) -> Path:
    """A filled-in form."""
    return filled(sent(folder / "good.xlsx", "区财政局"), {"1-5": {"status": "推进中"}})


def repacked(folder: Path, change: Callable[[str, bytes], bytes], more: str = "") -> Path:
    """The form with its parts changed."""
    target = folder / "bad.xlsx"
    with (
        zipfile.ZipFile(good(folder)) as old,
        zipfile.ZipFile(target, "w", 8, compresslevel=1) as new,
    ):
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        if more:
            new.writestr(more, b"x")
    return target


def raw(name: str, data: bytes) -> Callable[[Path], Path]:
    """A file of some bytes."""

    def make(folder: Path) -> Path:
        (folder / name).write_bytes(data)
        return folder / name

    return make


def sheet_with(found: bytes, put: bytes) -> Callable[[Path], Path]:
    """The form with something put into the XML of its sheet."""

    def make(folder: Path) -> Path:
        return repacked(
            folder, lambda name, data: data.replace(found, put, 1) if name == SHEET else data
        )

    return make


def bomb(folder: Path) -> Path:
    """100 MiB of spaces in a few kilobytes."""
    return repacked(folder, lambda name, data: b" " * (100 * 2**20) if name == SHEET else data)


def entity(folder: Path) -> Path:
    """An entity from outside: a file of the machine."""
    head = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return repacked(folder, lambda name, data: head + data if name == SHEET else data)


def without_marker(folder: Path) -> Path:
    """The table alone, copied into a workbook of the unit's own."""

    def change(sheet: Any) -> None:
        book = sheet.parent
        del book[book.sheetnames[1]]

    return changed(good(folder), change)


def with_marker(name: str, value: str) -> Callable[[Path], Path]:
    """The hidden sheet changed."""

    def change(sheet: Any) -> None:
        for cells in sheet.parent.worksheets[1].iter_rows():
            if cells[0].value == name:
                cells[1].value = value

    return lambda folder: changed(good(folder), change)


def on_sheet(change: Callable[[Any], None]) -> Callable[[Path], Path]:
    """The table changed."""
    return lambda folder: changed(good(folder), change)


def copied(sheet: Any) -> None:
    """The table twice."""
    sheet.parent.copy_worksheet(sheet)


BAD: dict[str, tuple[Callable[[Path], Path], str]] = {
    "empty": (raw("a.xlsx", b""), "is empty"),
    "an old Excel file under a new name": (raw("a.xlsx", OLE + b"x"), "soffice --headless --convert-to xlsx"),
    "an old Excel file": (raw("a.xls", OLE + b"x"), "a filled-in form is .xlsx"),
    "a file of WPS": (raw("a.et", OLE + b"x"), "soffice --headless --convert-to xlsx"),
    "a password": (raw("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le")), "take the password off"),
    "half downloaded": (lambda folder: raw("a.xlsx", good(folder).read_bytes()[:4000])(folder), "damaged"),
    "a zip bomb": (bomb, "unpacks to far more"),
    "an entity from outside": (entity, "declares XML entities"),
    "macros": (lambda folder: repacked(folder, lambda _name, data: data, "xl/vbaProject.bin"), "holds macros"),
    "a cell at the end of the sheet": (sheet_with(b"<sheetData>", b'<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), "far more than any list"),
    "XML that ends early": (sheet_with(b"</sheetData>", b""), "damaged"),
    "text called Excel": (raw("a.xlsx", b"hello"), "is no .xlsx inside"),
    "a csv": (raw("a.csv", "序号,状态\n1-5,推进中\n".encode()), "a filled-in form is .xlsx"),
    "the mark of an open file": (raw("~$a.xlsx", b"x"), "is open in a program"),
    "not there": (lambda folder: folder / "none.xlsx", "does not exist"),
    "a folder": (lambda folder: folder, "is a folder"),
    "any workbook": (without_marker, "is no form that sulist dispatch made"),
    "another kind of form": (with_marker("sulist", "9"), "form of kind 9"),
    "a month that is none": (with_marker("月份", "2021-13"), "was changed"),
    "no unit": (with_marker("单位", ""), "was changed"),
    "no headings": (on_sheet(lambda sheet: sheet.delete_rows(5)), "is missing"),
    "a heading gone": (on_sheet(lambda sheet: sheet.delete_cols(8)), "进展情况 stands 0 times"),
    "a heading twice": (on_sheet(lambda sheet: sheet.cell(5, 12, "佐证")), "佐证 stands 2 times"),
    "the table twice": (on_sheet(copied), "more than one sheet"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_it_is_refused_with_what_to_do(name: str, tmp_path: Path) -> None:
    """The message names the file."""
    make, said = BAD[name]
    file = make(tmp_path)
    with pytest.raises(FileError) as refused:
        read(file)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


def test_nothing_is_recorded_and_the_others_are(sulist: Sulist, tmp_path: Path) -> None:
    """A line for each bad file, exit code 3, and the good one in the journal."""
    sulist.text("init", "mine")
    good(tmp_path)
    entity(tmp_path)
    done = sulist(
        *("collect", "bad.xlsx", "none.xlsx", "good.xlsx", "--yes"),
        SULIST_FILE="mine/items.yaml",
    )
    told = done.stdout.decode()
    assert done.returncode == 3
    assert "bad.xlsx declares XML entities" in told
    assert "none.xlsx does not exist" in told
    assert "Recorded 1 report from good.xlsx." in told
    assert "Traceback" not in done.stderr.decode()


@pytest.mark.parametrize("text", ["长" * 32_768, "😀" * 33_000], ids=["长", "😀"])
def test_a_text_longer_than_a_cell_is_a_doubt(sulist: Sulist, tmp_path: Path, text: str) -> None:
    """No spreadsheet writes one; it is not cut."""
    cell = b'<c r="H6" t="inlineStr"><is><t>' + text.encode() + b"</t></is></c>"

    def change(name: str, data: bytes) -> bytes:
        return re.sub(rb'<c r="H6"[^>]*?(?:/>|></c>)', cell, data) if name == SHEET else data

    sulist.text("init", "mine")
    repacked(tmp_path, change)
    done = sulist("collect", "bad.xlsx", "--yes", SULIST_FILE="mine/items.yaml")
    assert "bad.xlsx!反馈表!H6: 进展情况 has 3" in done.stdout.decode()
    assert done.returncode == 3
    assert not (tmp_path / "mine" / "progress.yaml").exists()


def test_a_zip_bomb_takes_no_memory(tmp_path: Path) -> None:
    """It is seen from the directory of the package, and never unpacked."""
    file = bomb(tmp_path)
    tracemalloc.start()
    try:
        with pytest.raises(FileError):
            read(file)
        # A file is read into 64 MiB, of which only what it fills is really taken.
        assert tracemalloc.get_traced_memory()[1] < 80 * 2**20
    finally:
        tracemalloc.stop()


def test_a_missing_package_is_answered_with_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The exact command that installs it."""
    file = good(tmp_path)
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(FileError, match=r'pip install "sulist\[documents\]"'):
        read(file)
