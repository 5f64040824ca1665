"""Markdown, spreadsheets of other programs, odd packages, and text as offices save it."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from conftest import ROOT
from documents_made import doubts, errors, imported, rows, text, unused, word, workbook

from sulist.base.errors import FileError
from sulist.importers import converting
from sulist.importers.cell_text import unit_cell
from sulist.importers.grid import as_seen
from sulist.importers.read import markdown_text
from sulist.sandbox import Document

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import TypeIn

    from sulist.importers.importing import Imported

TITLE = "云溪区2024年重点任务清单"
HEADER = ["序号", "事项名称", "牵头单位", "责任单位", "完成时限"]
LINES = [
    ["1", "修路", "区住建局", "区财政局", "8月底前"],
    ["2", "植树", "区林业局", "区水利局", "9月底前"],
]
READ = [
    ("1-1", "修路", "区住建局", "区财政局", "8月底前"),
    ("1-2", "植树", "区林业局", "区水利局", "9月底前"),
]
OFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed")


def _table(separator: str = "|", lines: list[list[str]] | None = None) -> str:
    return "\n".join(separator.join(line) for line in [HEADER, *(lines or LINES)])


def _markdown(rest: str = "") -> str:
    head, *body = (f"| {line} |" for line in _table(" | ").split("\n"))
    return "\n".join([f"# {TITLE}", "", head, "|---|:-:|---|---|--:|", *body, "", rest])


def test_a_table_of_markdown_is_read_as_it_is_shown(tmp_path: Path) -> None:
    """Marks of a face are no text, <br> ends a line, what is struck out is left out."""
    written = (
        _markdown()
        .replace("修路", "**修**路")
        .replace("区财政局", "区财政局<br>东山镇")
        .replace("9月底前", "~~6月底前~~9月底前")
        .replace("植树", r"植\|树")
    )
    made = imported(text(tmp_path / "a.md", written))
    assert rows(made) == [
        ("1-1", "修路", "区住建局", "区财政局、东山镇", "8月底前"),
        ("1-2", "植|树", "区林业局", "区水利局", "9月底前"),
    ]
    assert made.draft.front.title == TITLE
    assert doubts(made) == [("", "“6月底前” is struck out, and left out")]


def test_a_mark_in_bold_right_before_a_letter_is_bold_too(tmp_path: Path) -> None:
    """The standard would show the stars of **植树。**今年 as they are; the number of the list stays before it."""
    written = f"# {TITLE}\n\n1. **植树。**今年植树5亩。（区林业局牵头）\n2. **修路**。修路3米。（区住建局牵头）\n"
    made = imported(text(tmp_path / "a.md", written))
    assert [one[1:3] for one in rows(made)] == [
        ("植树。今年植树5亩。", "区林业局"),
        ("修路。修路3米。", "区住建局"),
    ]


def test_what_markdown_drops_is_a_doubt(tmp_path: Path) -> None:
    """By its standard, what stands behind the last column is not shown."""
    made = imported(text(tmp_path / "a.md", _markdown().replace("8月底前 |", "8月底前 | 续建 |")))
    assert (rows(made), doubts(made)) == (READ, [("", "“续建” stands behind the last column")])


def test_prose_tables_of_html_and_drawn_ones_in_markdown_are_read(tmp_path: Path) -> None:
    """Numbers of a list are text; a table without its line of --- is one all the same."""
    prose = (
        f"# {TITLE}\n\n1. 修路（区住建局牵头，8月底前完成）\n2. 植树（区林业局牵头，9月底前完成）\n"
    )
    made = imported(text(tmp_path / "a.md", prose))
    assert [(row[1], row[2]) for row in rows(made)] == [("修路", "区住建局"), ("植树", "区林业局")]
    cells = "".join(f"<tr><td>{'<td>'.join(line)}</tr>" for line in [HEADER, *LINES])
    assert rows(imported(text(tmp_path / "b.md", f"# {TITLE}\n\n<table>{cells}</table>"))) == READ
    drawn = "\n".join(f"| {' | '.join(line)} |" for line in [HEADER, *LINES])
    assert rows(imported(text(tmp_path / "c.md", f"{TITLE}\n\n{drawn}"))) == READ


def test_no_text_of_markdown_is_dropped() -> None:
    """Quotes, lists, code, notes in HTML: each is a row."""
    grid = markdown_text.read(
        "> 甲\n\n- 乙\n  1) 丙\n\n```\n丁\n```\n\n    戊\n\n己  \n庚\n\n[辛](x) ![壬](y) `癸`\n".encode(),
        "a.md",
        lambda _done, _of: None,
    )
    assert [row.cells[0].text for row in grid.rows] == [
        *("甲", "乙", "1)丙", "丁", "戊", "己", "庚", "辛 壬 癸"),
    ]


@pytest.mark.parametrize("separator", [",", "，", ";", "；", "\t", "|"])
def test_a_csv_is_parted_by_the_sign_of_its_header(separator: str, tmp_path: Path) -> None:
    """Whatever else stands more often in its texts."""
    other = "，" if separator != "，" else ";"
    lines = [LINES[0], [LINES[1][0], f"植树{other * 9}", *LINES[1][2:]]]
    made = imported(text(tmp_path / "a.csv", f"{TITLE}\n{_table(separator, lines)}"))
    assert [row[2:] for row in rows(made)] == [row[2:] for row in READ]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_text_is_read_in_every_encoding_of_an_office(encoding: str, tmp_path: Path) -> None:
    """UTF-16 without its mark too."""
    for name in ("a.csv", "a.txt"):
        separator = "," if name == "a.csv" else "\t"
        made = imported(text(tmp_path / name, f"{TITLE}\n{_table(separator)}", encoding))
        assert rows(made) == READ


def test_big5_is_told_from_gb18030(tmp_path: Path) -> None:
    """Each takes the other's bytes for letters; those of an office's list are looked for."""
    lines = [
        ["1", "興建道路", "建設局", "財政局", "8月底前"],
        ["2", "植樹", "林業局", "水利局", "9月底前"],
    ]
    header = ["序號", "事項名稱", "牽頭單位", "責任單位", "完成時限"]
    written = "\n".join(",".join(line) for line in [["雲溪區2024年重點任務清單"], header, *lines])
    for encoding in ("big5", "gb18030"):
        made = imported(text(tmp_path / "a.csv", written, encoding))
        assert [list(row[1:]) for row in rows(made)] == [line[1:] for line in lines]


def test_guards_of_a_spreadsheet_are_no_text(tmp_path: Path) -> None:
    """A number kept a text, the mark of sulist's own CSV before what could be computed, sep=."""
    lines = [['="1"', "'=1+1建设园区", *LINES[0][2:]], ["2", "'一'二", *LINES[1][2:]]]
    made = imported(text(tmp_path / "a.csv", f"sep=;\n{TITLE}\n{_table(';', lines)}"))
    assert [row[1] for row in rows(made)] == ["=1+1建设园区", "'一'二"]
    assert doubts(made) == []


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("省人口计生委\n省妇联", "省人口计生委、省妇联"), ("教务处\n学生处", "教务处、学生处"),
        ("区财政局 东山镇", "区财政局 东山镇"), ("区财政局　东山镇", "区财政局 东山镇"),
        ("区市场监督\n管理局", "区市场监督管理局"), ("各镇\n街道", "各镇街道"), ("区财\n政 局", "区财政局"),
        ("区住建局 区水利局\n区林业局", "区住建局 区水利局、区林业局"), ("A公司\nB公司", "A公司、B公司"),
    ],
)  # fmt: skip
def test_lines_and_spaces_part_whole_names(printed: str, read: str) -> None:
    """Inside a name both are layout."""
    assert unit_cell(printed)[0] == read


def test_radicals_become_letters() -> None:
    """Browsers print ⽅ for 方 into a PDF; what is no letter by itself stays."""
    assert (
        as_seen("⼀、⽅案：市⼈⼤、⺠政局，⻓期，⻋辆⻔⼾ 一丿⺡")
        == "一、方案：市人大、民政局，长期，车辆门户 一丿⺡"
    )


def _repacked(file: Path, change: Callable[[str, bytes], tuple[str, bytes]]) -> Path:
    """The package with each part changed."""
    made = BytesIO()
    with zipfile.ZipFile(file) as package, zipfile.ZipFile(made, "w") as written:
        for part in package.infolist():
            name, data = change(part.filename, package.read(part))
            info = zipfile.ZipInfo("x")
            info.filename = name
            written.writestr(info, data)
    file.write_bytes(made.getvalue())
    return file


def _both(folder: Path) -> list[Path]:
    return [
        word(folder / "a.docx", TITLE, [HEADER, *LINES]),
        workbook(folder / "a.xlsx", [[TITLE], HEADER, *LINES]),
    ]


def test_strict_open_xml_is_read(tmp_path: Path) -> None:
    """It says the same in other namespaces."""

    def strict(name: str, data: bytes) -> tuple[str, bytes]:
        for kind in (b"officeDocument", b"wordprocessingml", b"spreadsheetml", b"drawingml"):
            usual = b"http://schemas.openxmlformats.org/" + kind + b"/2006/"
            data = data.replace(usual, b"http://purl.oclc.org/ooxml/" + kind + b"/")
        return name, data

    for file in _both(tmp_path):
        assert rows(imported(_repacked(file, strict))) == READ


def test_packages_with_names_of_windows_folders_are_read(tmp_path: Path) -> None:
    r"""word\document.xml is word/document.xml."""
    for file in _both(tmp_path):
        assert (
            rows(imported(_repacked(file, lambda name, data: (name.replace("/", "\\"), data))))
            == READ
        )


def test_a_book_with_an_odd_colour_is_read(tmp_path: Path) -> None:
    """Which no program minds."""

    def odd(name: str, data: bytes) -> tuple[str, bytes]:
        return name, data.replace(b"<fills ", b"<fills ").replace(
            b'<fill><patternFill patternType="gray125"/></fill>',
            b'<fill><patternFill patternType="solid"><fgColor rgb="F0"/></patternFill></fill>',
        ).replace(b'<family val="2"/>', b'<family val="99"/>')

    file = _repacked(workbook(tmp_path / "a.xlsx", [[TITLE], HEADER, *LINES]), odd)
    assert rows(imported(file)) == READ


def test_what_is_called_by_an_old_name_is_read_as_what_it_is(tmp_path: Path) -> None:
    """As systems export pages called .xls."""
    cells = "".join(f"<tr><td>{'<td>'.join(line)}</tr>" for line in [HEADER, *LINES])
    page = text(tmp_path / "a.xls", f"<html><h1>{TITLE}</h1><table>{cells}</table></html>")
    assert rows(imported(page)) == READ
    document, _book = _both(tmp_path)
    assert rows(imported(document.rename(tmp_path / "a.doc"))) == READ


def _saved(file: Path, kind: str) -> Path:
    """The document as LibreOffice saves it in another format."""
    folder = file.parent
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [*(OFFICE or "soffice", profile, "--headless", "--convert-to", kind)]
    subprocess.run([*command, "--outdir", str(folder), str(file)], check=True, timeout=120)
    return file.with_suffix(f".{kind}")


@needs_office
@pytest.mark.office
def test_xls_and_ods_show_what_the_workbook_shows(tmp_path: Path) -> None:
    """Dates by their forms, merges, what is struck out, hidden rows and columns, comments."""
    from datetime import datetime

    import xlsxwriter

    file = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(str(file))
    sheet = book.add_worksheet("清单")
    sheet.merge_range("A1:E1", TITLE)
    sheet.write_row("A2", HEADER)
    sheet.write_row("A3", ["1", "修路", "区住建局", "区财政局\n东山镇"])
    sheet.write_datetime("E3", datetime(2024, 6, 1), book.add_format({"num_format": 'm"月前"'}))
    sheet.merge_range("A4:A5", "2")
    sheet.merge_range("B4:B5", "植树")
    sheet.write_row("C4", ["区林业局", "区水利局"])
    sheet.merge_range("E4:E5", "")
    sheet.write_number("E4", 2024.1, book.add_format({"num_format": "0.00"}))
    sheet.write_row("A6", ["3", "划去"], book.add_format({"font_strikeout": True}))
    sheet.write_row("A7", ["4", "藏起"])
    sheet.set_row(6, None, None, {"hidden": True})
    sheet.write("F3", "隐")
    sheet.set_column("F:F", None, None, {"hidden": True})
    sheet.write_comment("E3", "已同意延期")
    book.add_worksheet("草稿").hide()
    book.close()
    whole = imported(file)
    assert [row[3:] for row in rows(whole)] == [
        ("区财政局、东山镇", "6月前"),
        ("区水利局", "2024.10"),
    ]
    assert [said.split("”")[0] for _item, said in doubts(whole)] == [
        *("a hidden sheet, left out", "“3 划去", "“4 藏起", "“隐"),
    ]
    for kind in ("xls", "ods"):
        made = imported(_saved(file, kind))
        assert (rows(made), doubts(made)) == (rows(whole), doubts(whole))
        assert unused(made) == unused(whole) == ["已同意延期"]


@needs_office
@pytest.mark.office
def test_documents_of_older_programs_are_read_by_libreoffice(
    libreoffice: None, tmp_path: Path
) -> None:
    """Each is told as made by it; one that it cannot open is damaged, one that takes too long is ended."""
    document = word(tmp_path / "a.docx", TITLE, [HEADER, *LINES], "完")
    book = workbook(tmp_path / "a.xlsx", [[TITLE], HEADER, *LINES])
    for file in (_saved(document, "doc"), _saved(document, "rtf"), _saved(document, "odt")):
        given = Document(str(file), file.read_bytes())
        made = converting.converted(given)
        assert made.made_by == "LibreOffice"
        assert rows(_as_imported(made)) == READ
        assert errors(_as_imported(made)) == []
    sheet = _saved(book, "xls").rename(tmp_path / "a.et")
    made = converting.converted(Document(str(sheet), sheet.read_bytes()))
    assert doubts(_as_imported(made)) == [("", "read as .xlsx, which LibreOffice made of it")]
    broken = Document("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1x")
    with pytest.raises(FileError, match="damaged"):
        converting.converted(broken)
    with pytest.raises(FileError, match=r"LibreOffice does not open a\.doc within 0\.1 seconds"):
        converting.converted(broken, 0.1)


def _as_imported(document: Document) -> Imported:
    from documents_made import Unwatched

    from sulist.importers.importing import import_job

    return import_job([document], 1, ("", "", 0), Unwatched())


def test_without_libreoffice_documents_stay_what_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are refused with the way to convert them; others are not touched."""
    monkeypatch.setattr(converting, "_office", lambda: None)
    for given in (
        Document("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1x"),
        Document("a.docx", b"PK"),
    ):
        assert converting.converted(given) is given


def _cells(*lines: list[str], between: str = "\n") -> str:
    return between.join([TITLE, *(cell for line in [HEADER, *lines] for cell in line)])


def test_lines_without_an_empty_one_between_them_are_one_cell(tmp_path: Path) -> None:
    """Where an empty line stands between each two cells, as extractors of text write."""
    lines = [["1", "修路，\n架桥", "区住建局", "区财政局\n东山镇", "8月底前"], LINES[1]]
    made = imported(text(tmp_path / "a.txt", _cells(*lines, between="\n\n")))
    assert rows(made)[0] == ("1-1", "修路，架桥", "区住建局", "区财政局、东山镇", "8月底前")
    assert rows(made)[1] == READ[1]


def test_a_second_line_of_units_is_no_part_of_the_text(tmp_path: Path) -> None:
    """It goes to the last column of units, with a doubt."""
    made = imported(
        text(tmp_path / "a.txt", _cells([*LINES[0][:4], "东山镇", "8月底前"], LINES[1]))
    )
    assert rows(made)[0] == ("1-1", "修路", "区住建局", "区财政局、东山镇", "8月底前")
    assert doubts(made)[0] == ("", "6 lines, the first of them read as one text")


def test_cells_on_lines_are_read_without_numbers(tmp_path: Path) -> None:
    """Where each is what its column holds; of any other text no row is made."""
    lines = [line[1:] for line in [HEADER, *LINES]]
    written = "\n".join([TITLE, *(cell for line in lines for cell in line)])
    assert rows(imported(text(tmp_path / "a.txt", written))) == READ
    with pytest.raises(FileError):
        imported(text(tmp_path / "a.txt", written.replace("区林业局", "植树造林")))


def test_the_csv_that_sulist_writes_comes_back(tmp_path: Path, type_in: TypeIn) -> None:
    """Its wide table, its ids with Chinese numbers: each item with its own cells."""
    code, written = type_in(f"list --file {ROOT}/data/items.yaml --format csv")
    assert code == 0
    made = imported(text(tmp_path / "a.csv", written), title=TITLE, region="云溪区", year=2021)
    assert len(made.draft.items) == len(written.strip().split("\n")) - 1
    assert made.draft.items[0].deadline == "8月底前"
