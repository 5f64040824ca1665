"""What a document shows otherwise than by its text: left out of the list, and named with its place."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest
from documents_made import doubts, imported, rows, text, unused, word, workbook
from pdf_made import TYPE, letters, pdf, rules

from sulist.importers.read.number_forms import shown

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TITLE = "云溪区2024年重点任务清单"
HEADER = ["序号", "事项名称", "牵头单位", "责任单位", "完成时限"]
ROWS = [
    ["1", "修路", "区住建局", "区财政局", "8月底前"],
    ["2", "植树", "区林业局", "区水利局", "9月底前"],
]
AS_SHOWN = [
    ("1-1", "修路", "区住建局", "区财政局", "8月底前"),
    ("1-2", "植树", "区林业局", "区水利局", "9月底前"),
]
STRUCK = "“6月底前” is struck out, and left out"
HIDDEN = "“、区发改局” is hidden, and left out"


def _word(folder: Path, change: Callable[[Any], None]) -> Path:
    """A Word document whose table is changed."""
    from docx import Document

    file = word(folder / "a.docx", TITLE, [HEADER, *ROWS])
    document: Any = Document(str(file))
    change(document)
    document.save(str(file))
    return file


def _book(folder: Path, change: Callable[[Any], None]) -> Path:
    """A workbook whose sheet is changed."""
    from openpyxl import load_workbook

    file = workbook(folder / "a.xlsx", [[TITLE], HEADER, *ROWS])
    book: Any = load_workbook(file)
    change(book.active)
    book.save(file)
    return file


def _page(folder: Path, **cells: str) -> Path:
    """A web page in which a cell is written otherwise."""
    lines = [[cells.get(cell, cell) for cell in line] for line in ROWS]
    table = "".join(
        f"<tr>{''.join(f'<td>{one}</td>' for one in line)}" for line in [HEADER, *lines]
    )
    return text(folder / "a.html", f"<h1>{TITLE}</h1><table>{table}</table>")


def _added(cell: Any, words: str) -> Any:
    return cell.paragraphs[0].add_run(words)


def _xml(words: str) -> Any:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    maths = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    return parse_xml(words.replace(">", f" {nsdecls('w')} {maths}>", 1))


def test_what_word_strikes_out_or_hides_is_left_out_and_named(tmp_path: Path) -> None:
    """Struck letters, letters with the mark for hidden ones, white letters on a white ground."""

    def change(document: Any) -> None:
        from docx.shared import RGBColor

        cells = document.tables[0].rows[1].cells
        _added(cells[4], "6月底前").font.strike = True
        _added(cells[3], "、区发改局").font.hidden = True
        _added(cells[1], "白字").font.color.rgb = RGBColor(255, 255, 255)

    made = imported(_word(tmp_path, change))
    assert rows(made) == AS_SHOWN
    assert doubts(made) == [
        ("", STRUCK),
        ("", "“白字” is hidden, and left out"),
        ("", HIDDEN),
    ]


def test_white_letters_on_a_coloured_ground_are_read(tmp_path: Path) -> None:
    """As headers often are."""

    def change(document: Any) -> None:
        from docx.shared import RGBColor

        for cell in document.tables[0].rows[0].cells:
            cell.paragraphs[0].runs[0].font.color.rgb = RGBColor(255, 255, 255)
            cell._tc.get_or_add_tcPr().append(
                _xml('<w:shd w:val="clear" w:fill="1F4E79"/>'.replace("/>", "></w:shd>"))
            )

    made = imported(_word(tmp_path, change))
    assert (rows(made), doubts(made)) == (AS_SHOWN, [])


def test_ruby_equations_and_ticks_of_word_are_read_as_they_are_seen(tmp_path: Path) -> None:
    """A reading over a letter is no part of a name; an equation and a tick are part of a text."""

    def change(document: Any) -> None:
        cells = document.tables[0].rows[2].cells
        cells[2].paragraphs[0].clear()
        cells[2].paragraphs[0]._p.append(
            _xml(
                "<w:r><w:t>区</w:t><w:ruby><w:rt><w:r><w:t>lín</w:t></w:r></w:rt><w:rubyBase><w:r>"
                "<w:t>林</w:t></w:r></w:rubyBase></w:ruby><w:t>业局</w:t></w:r>"
            )
        )
        paragraph = cells[1].paragraphs[0]._p
        paragraph.append(
            _xml(
                "<m:oMath><m:r><m:t>5</m:t></m:r><m:sSup><m:e><m:r><m:t>m</m:t></m:r></m:e>"
                "<m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>"
            )
        )
        paragraph.append(_xml('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'))

    made = imported(_word(tmp_path, change))
    assert rows(made)[1][1:3] == ("植树5m²☑", "区林业局")


def test_a_move_that_is_tracked_is_read_as_accepted_and_told(tmp_path: Path) -> None:
    """As what was put in and taken out is; a row that was taken out is no row."""

    def change(document: Any) -> None:
        table = document.tables[0]
        paragraph = table.rows[1].cells[3].paragraphs[0]._p
        paragraph.append(
            _xml('<w:moveTo w:id="1" w:author="x"><w:r><w:t>、区教育局</w:t></w:r></w:moveTo>')
        )
        table.rows[2]._tr.get_or_add_trPr().append(_xml('<w:del w:id="2" w:author="x"></w:del>'))

    made = imported(_word(tmp_path, change))
    assert rows(made) == [("1-1", "修路", "区住建局", "区财政局、区教育局", "8月底前")]
    assert doubts(made) == [("", "the document has tracked changes, read as accepted")]


def test_what_word_prints_beside_the_text_is_named(tmp_path: Path) -> None:
    """The head and the foot of its pages, and comments."""

    def change(document: Any) -> None:
        section = document.sections[0]
        section.header.paragraphs[0].text = "内部资料"
        section.footer.paragraphs[0].text = "联系人：甲"
        document.add_comment(document.paragraphs[0].runs, text="请再核", author="乙")

    assert sorted(unused(imported(_word(tmp_path, change)))) == ["内部资料", "联系人：甲", "请再核"]


@pytest.mark.parametrize("told", [["第1页"], []])
def test_a_number_in_a_foot_is_named_but_for_that_which_word_counts(
    told: list[str], tmp_path: Path
) -> None:
    """What is typed is the same on each page; what Word works out is no text of the document."""

    def change(document: Any) -> None:
        line = document.sections[0].footer.paragraphs[0]
        line.text = "第1页"
        if not told:
            line._p.append(_xml("<w:r><w:instrText>PAGE</w:instrText></w:r>"))

    assert unused(imported(_word(tmp_path, change))) == told


def test_a_list_in_a_frame_or_a_text_box_is_read(tmp_path: Path) -> None:
    """A table of one cell only frames what it holds; a text box stands below its paragraph."""

    def frame(document: Any) -> None:
        inner = document.tables[0]._tbl
        cell = document.add_table(1, 1).cell(0, 0)
        cell._tc.insert(0, inner)

    def box(document: Any) -> None:
        inner = document.tables[0]._tbl
        run = document.add_paragraph().add_run()._r
        held = _xml("<w:pict><w:txbxContent></w:txbxContent></w:pict>")
        held[0].append(inner)
        held[0].append(_xml("<w:p></w:p>"))
        run.append(held)

    for change in (frame, box):
        made = imported(_word(tmp_path, change))
        assert (rows(made), doubts(made)) == (AS_SHOWN, [])


def test_what_a_sheet_strikes_out_or_hides_is_left_out_and_named(tmp_path: Path) -> None:
    """A struck row, a row of no height, a hidden column, a form that shows nothing, white letters; and its comments."""

    def change(sheet: Any) -> None:
        from openpyxl.comments import Comment
        from openpyxl.styles import Font

        for line in (
            ["3", "划去", "区教育局", "", "9月底前"],
            ["4", "无高", "区教育局", "", "9月底前"],
        ):
            sheet.append(line)
        for cell in sheet[5]:
            cell.font = Font(strike=True)
        sheet.row_dimensions[6].height = 0.2
        sheet["F2"], sheet["F3"] = "内部", "勿发"
        sheet.column_dimensions["F"].hidden = True
        sheet["G3"], sheet["H3"] = "密", "白"
        sheet["G3"].number_format = ";;;"
        sheet["H3"].font = Font(color="FFFFFFFF")
        sheet["E3"].comment = Comment("已同意延期", "乙")

    made = imported(_book(tmp_path, change))
    assert rows(made) == AS_SHOWN
    assert [said for _item, said in doubts(made)] == [
        "“3 划去 区教育局 9月底前” is struck out, and left out",
        "“密 白” is hidden, and left out",
        "“4 无高 区教育局 9月底前” is hidden, and left out",
        "“内部 勿发” is hidden, and left out",
    ]
    assert unused(made) == ["已同意延期"]


def test_a_part_of_a_cell_that_is_struck_out_is_left_out(tmp_path: Path) -> None:
    """The rest of the cell counts."""

    def change(sheet: Any) -> None:
        from openpyxl.cell.rich_text import CellRichText, TextBlock
        from openpyxl.cell.text import InlineFont

        sheet["E3"] = CellRichText(TextBlock(InlineFont(strike=True), "6月底前"), "8月底前")

    made = imported(_book(tmp_path, change))
    assert (rows(made), doubts(made)) == (AS_SHOWN, [("", STRUCK)])


def test_a_merge_that_begins_in_a_hidden_column_shows_its_text(tmp_path: Path) -> None:
    """As the sheet does."""

    def change(sheet: Any) -> None:
        sheet.insert_cols(1)
        sheet["A1"], sheet["B1"] = sheet["B1"].value, None
        sheet.merge_cells("A1:F1")
        sheet.column_dimensions["A"].hidden = True

    made = imported(_book(tmp_path, change))
    assert (made.draft.front.title, rows(made), doubts(made)) == (TITLE, AS_SHOWN, [])


@pytest.mark.parametrize(
    ("value", "code", "seen"),
    [
        (datetime(2024, 6, 1), 'm"月前"', "6月前"), (datetime(2024, 10, 1), "yyyy.mm", "2024.10"),
        (datetime(2024, 9, 1), "mmm-yy", "Sep-24"), (datetime(2024, 9, 1), "[$-804]yyyy\\-mm;@", "2024-09"),
        (datetime(2024, 9, 1), "mm-dd-yy", "2024-09-01"), (datetime(2024, 9, 1, 14, 5), "h:mm AM/PM", "2:05 PM"),
        (2024.1, "0.00", "2024.10"), (3, '"第"0"号"', "第3号"), (7, "000", "007"), (1234.5, "#,##0.0", "1,234.5"),
        (-3, "0;[Red]-0", "-3"), (0.456, "0.0%", "45.6%"), ("6月底", '@"前"', "6月底前"), (2.5, "0", "3"),
        ("文", '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)', "文"),
    ],
)  # fmt: skip
def test_a_value_is_shown_by_the_code_of_its_cell(value: object, code: str, seen: str) -> None:
    """As spreadsheets show it."""
    assert shown(value, code) == (seen, False, True)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (datetime(2024, 9, 1), '[DBNum1]yyyy"年"m"月"'), (datetime(2024, 9, 1), "aaaa"), (12, "[DBNum2]0"),
        (3, "[<=9]0;00"), (1.5, "0.00E+00"), (5, "# ?/?"), (45000, "yyyy/m/d"),
    ],
)  # fmt: skip
def test_a_code_that_is_not_known_is_a_doubt(value: object, code: str) -> None:
    """The value is taken without its form."""
    assert not shown(value, code).certain


def test_a_month_whose_zero_may_be_lost_is_a_doubt(tmp_path: Path) -> None:
    """2024.1 may be January, or October typed as a number; 2024.10 as the cell shows it is not."""

    def change(sheet: Any) -> None:
        sheet["E3"], sheet["E4"] = 2024.1, 2024.1
        sheet["E4"].number_format = "0.00"

    made = imported(_book(tmp_path, change))
    assert [row[4] for row in rows(made)] == ["2024.1", "2024.10"]
    assert [said for _item, said in doubts(made)] == ["2024.1"]


@pytest.mark.parametrize(
    ("cell", "written", "said"),
    [
        ("8月底前", "<del>6月底前</del>8月底前", STRUCK),
        ("8月底前", '<span style="text-decoration: line-through">6月底前</span>8月底前', STRUCK),
        ("区财政局", '区财政局<span style="display:none">、区发改局</span>', HIDDEN),
        ("区财政局", '区财政局<b style="visibility: hidden">、区发改局</b>', HIDDEN),
        ("区财政局", '区财政局<b style="color:#fff">、区发改局</b>', HIDDEN),
        ("区财政局", "<style>.x{display:none}</style>区财政局<i class=x>、区发改局</i>", HIDDEN),
        ("区财政局", "<style>@media print{.x{display:none}}</style>区<i class=x>财政局</i>", ""),
        ("区财政局", '<b style="background:red"><i style="color:white">区财政局</i></b>', ""),
        ("8月底前", '<input value="8月底前"><input type=hidden value=x>', ""),
        ("8月底前", "<textarea>8月底前</textarea>", ""),
        ("8月底前", "<select><option>6月底前<option selected>8月底前</select>", ""),
        ("区林业局", "区<ruby>林<rp>（<rt>lín<rp>）</ruby>业局", ""),
    ],
)
def test_a_page_is_read_as_a_browser_shows_it(
    cell: str, written: str, said: str, tmp_path: Path
) -> None:
    """What is struck out or hidden is named; a field shows its value, and of a choice the one that is made."""
    made = imported(_page(tmp_path, **{cell: written}))
    assert rows(made) == AS_SHOWN
    assert doubts(made) == ([("", said)] if said else [])
    assert unused(made) == (["6月底前"] if "select" in written else [])


def test_a_hidden_cell_of_a_page_keeps_its_place(tmp_path: Path) -> None:
    """One that takes no place has none."""
    page = _page(tmp_path).read_text(encoding="utf-8")
    for style, left in (("visibility:hidden", ""), ("display:none", "8月底前")):
        file = text(tmp_path / "b.html", page.replace("<td>区财", f'<td style="{style}">区财'))
        assert rows(imported(file))[0][3] == left


def test_what_is_left_out_is_named_to_the_last_letter(tmp_path: Path) -> None:
    """A long text in full under what is not used; of many each."""
    long = "很长的一段文字" * 20
    many = "".join(f"<p><s>第{n}段</s></p>" for n in range(50))
    page = _page(tmp_path).read_text(encoding="utf-8")
    made = imported(text(tmp_path / "b.html", f"{page}<p><s>{long}</s></p>{many}"))
    told = " ".join(said for _item, said in doubts(made)) + " ".join(unused(made))
    assert all(f"第{n}段" in told for n in range(50))
    assert long in told


def _print(more: bytes = b"", twice: float = 0.0, turn: bytes = b"") -> bytes:
    lines = [HEADER, *ROWS]
    columns: list[float] = [40, 80, 200, 300, 400, 520]
    shown = letters(150, 740, 18, TITLE) + rules(lines, columns, 700, 20) + more
    if twice:
        shown += rules(lines, [one + twice for one in columns], 700, 20)
    return pdf(turn + shown, TYPE)


@pytest.mark.parametrize(
    ("page", "beside"),
    [
        (_print(twice=0.4), []),
        (_print(b"BT /F1 40 Tf .7 .7 -.7 .7 100 500 Tm <51855BC6> Tj ET\n"), ["内密"]),
        (_print(turn=b"0 1 -1 0 600 0 cm\n"), []),
        (_print(turn=b"0 -1 1 0 0 800 cm\n"), []),
    ],
    ids=["drawn twice", "a watermark", "read upwards", "read downwards"],
)
def test_a_print_is_read_as_it_is_seen(page: bytes, beside: list[str], tmp_path: Path) -> None:
    """Bold by drawing twice, a watermark across the table, a page that lies on its side."""
    file = tmp_path / "a.pdf"
    file.write_bytes(page)
    made = imported(file)
    assert (rows(made), unused(made), doubts(made)) == (AS_SHOWN, beside, [])


def test_letters_on_letters_are_a_doubt(tmp_path: Path) -> None:
    """Which of them is seen cannot be told."""
    file = tmp_path / "a.pdf"
    file.write_bytes(_print(letters(403, 664, 10, "6")))
    assert ("", "“6” lies on other letters") in doubts(imported(file))
