"""What each format can hide: tracked changes, text boxes, formulas, odd numbers, other encodings."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

import pytest
from documents_made import categories, doubts, errors, imported, rows, text, unused, word, workbook
from test_bad_documents import repacked

if TYPE_CHECKING:
    from pathlib import Path

HEADER = ["序号", "事项名称", "牵头单位", "责任单位", "完成时限"]
ROW = ["1", "修路", "区住建局", "区财政局", "6月底前"]
TITLE = "滨河区2024年重点任务清单"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def document_of(folder: Path, body: str) -> Path:
    """A Word document with a body of its own."""
    xml = f'<?xml version="1.0" encoding="UTF-8"?><w:document {W}><w:body>{body}</w:body></w:document>'
    return repacked(
        word(folder / "good.docx", "x"), folder / "a.docx", {"word/document.xml": xml.encode()}
    )


def paragraph(written: str) -> str:
    """A paragraph in Word's XML."""
    return f"<w:p><w:r><w:t>{written}</w:t></w:r></w:p>"


def table(*lines: list[str]) -> str:
    """A table in Word's XML; a cell that begins with < is XML itself."""
    made = "".join(
        "<w:tr>"
        + "".join(
            f"<w:tc>{cell if cell.startswith('<') else paragraph(cell)}</w:tc>" for cell in line
        )
        + "</w:tr>"
        for line in lines
    )
    return f"<w:tbl>{made}</w:tbl>"


def test_tracked_changes_read_as_accepted_with_a_doubt(tmp_path: Path) -> None:
    """What was deleted is left out, what was put in is read."""
    changed = (
        "<w:p><w:r><w:t>修</w:t></w:r><w:del><w:r><w:delText>桥</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>路</w:t></w:r></w:ins></w:p>"
    )
    made = imported(
        document_of(tmp_path, paragraph(TITLE) + table(HEADER, ["1", changed, *ROW[2:]]))
    )
    assert rows(made) == [("1-1", "修路", "区住建局", "区财政局", "6月底前")]
    assert doubts(made) == [("", "the document has tracked changes, read as accepted")]


def test_tabs_breaks_controls_and_a_table_in_a_cell(tmp_path: Path) -> None:
    """Content controls are read through; a table in a cell is its text."""
    odd = (
        "<w:p><w:r><w:t>修</w:t><w:tab/><w:t>路</w:t><w:br/><w:t>A</w:t><w:noBreakHyphen/><w:t>1</w:t></w:r></w:p>"
        + table(["甲", "乙"])
    )
    control = f"<w:sdt><w:sdtContent>{paragraph(TITLE)}</w:sdtContent></w:sdt>"
    made = imported(document_of(tmp_path, control + table(HEADER, ["1", odd, *ROW[2:]])))
    assert rows(made) == [("1-1", "修路A-1甲乙", "区住建局", "区财政局", "6月底前")]


def test_word_counts_headings_in_chinese(tmp_path: Path) -> None:
    """一、 二、 made by Word's numbering head the categories; a bullet is no number; a list may begin anew."""
    numbering = f"""<?xml version="1.0" encoding="UTF-8"?><w:numbering {W}>
      <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>
      <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimalEnclosedCircle"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>
      <w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
      <w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
      <w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num></w:numbering>"""

    def numbered(written: str, number: int) -> str:
        return f'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr></w:pPr><w:r><w:t>{written}</w:t></w:r></w:p>'

    body = paragraph(TITLE) + numbered("项目", 1)
    body += table(
        HEADER, [numbered("", 2), numbered("修路", 4), *ROW[2:]], [numbered("", 2), *ROW[1:]]
    )
    body += numbered("民生", 1) + table(HEADER, [numbered("", 3), *ROW[1:]])
    file = repacked(
        document_of(tmp_path, body), tmp_path / "b.docx", {"word/numbering.xml": numbering.encode()}
    )
    made = imported(file)
    assert categories(made) == [(1, "项目", None), (2, "民生", None)]
    assert [(one.id, one.serial, one.text) for one in made.draft.items] == [
        ("1-1", 1, "修路"), ("1-2", 2, "修路"), ("2-1", 1, "修路"),
    ]  # fmt: skip
    assert (doubts(made), errors(made)) == ([], [])


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (0.125, "0.0%", "12.5%"), (3.0, "General", "3"), (2.5, "General", "2.5"), (True, "General", "TRUE"),
        (time(8, 30), "h:mm", "8:30"), (date(2024, 6, 1), 'yyyy"年"m"月"', "2024年6月"), (date(2024, 6, 1), 'm"月"', "6月"),
        (date(2024, 6, 1), "m/d", "6月1日"), (datetime(2024, 6, 1), "yyyy/m/d", "2024/6/1"),
        (date(2024, 6, 1), 'yyyy"年"m"月"d"日"', "2024年6月1日"),
    ],
)  # fmt: skip
def test_a_value_reads_as_its_cell_shows_it(
    value: object, form: str, shown: str, tmp_path: Path
) -> None:
    """Percentages, whole numbers, days in the forms that Chinese workbooks give them."""
    from openpyxl import load_workbook

    file = workbook(tmp_path / "a.xlsx", [[TITLE], [*HEADER, "备注"], [*ROW, value]])
    book: Any = load_workbook(file)
    book.active["F3"].number_format = form
    book.save(file)
    assert imported(file).draft.items[0].more == {"备注": shown}


def test_a_formula_without_a_saved_value_is_a_doubt(tmp_path: Path) -> None:
    """Another program has written it, and no spreadsheet has computed it yet."""
    made = imported(workbook(tmp_path / "a.xlsx", [[TITLE], HEADER, ["=ROW()-2", *ROW[1:]]]))
    assert doubts(made)[0] == ("", "a formula without a saved value, read as empty")


def test_a_workbook_that_openpyxl_cannot_read(tmp_path: Path) -> None:
    """Is said to be damaged."""
    file = repacked(
        workbook(tmp_path / "w.xlsx", [HEADER]), tmp_path / "a.xlsx", {"xl/workbook.xml": b"<a"}
    )
    with pytest.raises(Exception, match="damaged"):
        imported(file)


def test_a_web_page_in_big5(tmp_path: Path) -> None:
    """Traditional characters in their old encoding, where the page declares it."""
    page = (
        "<meta charset=big5><h1>濱河區2024年重點工作清單</h1><table><tr><td>序號<td>事項名稱<td>牽頭單位<td>責任單位<td>完成時限"
        "<tr><td>1<td>修路<td>區住建局<td>各鎮<td>6月底前</table>"
    )
    made = imported(text(tmp_path / "a.html", page, "big5"))
    assert rows(made) == [("1-1", "修路", "區住建局", "各鎮", "6月底前")]


def test_a_page_that_declares_what_it_is_not(tmp_path: Path) -> None:
    """The bytes decide."""
    page = f"<meta charset=gb2312><p>{TITLE}</p><table><tr><td>序号<td>事项名称<td>牵头单位<tr><td>1<td>修路€<td>区住建局</table>"
    assert imported(text(tmp_path / "a.html", page)).draft.items[0].text == "修路€"


def test_text_in_utf_16(tmp_path: Path) -> None:
    """With its mark, as Excel saves Unicode text."""
    lines = [TITLE, "\t".join(HEADER), "\t".join(ROW)]
    file = text(tmp_path / "a.txt", "\ufeff" + "\r\n".join(lines), "utf-16-le")
    assert rows(imported(file)) == [("1-1", *ROW[1:])]


def test_quotes_of_a_spreadsheet_in_tabbed_text(tmp_path: Path) -> None:
    """A cell that holds quotes is quoted as a whole."""
    line = '1\t"开展""学党史""活动"\t区住建局\t区财政局\t6月底前'
    made = imported(text(tmp_path / "a.tsv", "\n".join([TITLE, "\t".join(HEADER), line])))
    assert rows(made)[0][1] == '开展"学党史"活动'


def test_a_drawn_row_whose_cells_reach_over_columns(tmp_path: Path) -> None:
    """A cell over two columns, by the places of its bars."""
    box = (
        f"{TITLE}\n+----+------+--------+--------+--------+\n|序号| 事项 |牵头单位|责任单位|完成时限|\n"
        "+----+------+--------+--------+--------+\n| 1  | 修路 |区住建局|各镇    |6月底前 |\n+----+------+--------+--------+--------+\n"
        "| 2  | 修桥 |区住建局         |7月底前 |\n+----+------+--------+--------+--------+\n"
    )
    made = imported(text(tmp_path / "a.txt", box))
    assert rows(made)[1] == ("1-2", "修桥", "区住建局", "", "7月底前")
    assert doubts(made) == []


def test_a_row_of_too_few_or_doubtful_lines(tmp_path: Path) -> None:
    """With one cell a line an empty cell cannot be seen: that is a doubt, and so is a text that may be units."""
    lines = [
        TITLE,
        *HEADER,
        "1",
        "修路",
        "区住建局",
        "6月底前",
        "2",
        "修桥",
        "区交通局",
        "区财政局、",
        "各镇",
        "7月底前",
    ]
    made = imported(text(tmp_path / "a.txt", "\n".join(lines)))
    assert [read for _item, read in doubts(made)][:2] == [
        "4 cells where the header has 5",
        "6 lines, the first of them read as one text",
    ]
    short = [TITLE, *HEADER, *ROW, "2", "修桥", "7月底前"]
    made = imported(text(tmp_path / "a.txt", "\n".join(short)))
    assert ("", "3 cells where the header has 5") in doubts(made)


def test_a_title_over_two_lines_and_a_total_in_it(tmp_path: Path) -> None:
    """Region and year stand in the first line; （共1项） is the total, no part of the title."""
    made = imported(
        text(
            tmp_path / "a.tsv",
            "\n".join(
                [
                    "附件",
                    "滨河区2024年",
                    "重点任务分解表（共1项）",
                    "\t".join(HEADER),
                    "\t".join(ROW),
                ]
            ),
        )
    )
    front = made.draft.front
    assert (front.title, front.region, front.year, front.total) == (
        "滨河区2024年重点任务分解表",
        "滨河区",
        2024,
        1,
    )
    assert unused(made) == ["附件"]


def test_the_year_is_said_above_the_table_or_in_its_deadlines(tmp_path: Path) -> None:
    """Where the title names none; the latter only where a deadline has none, and with a doubt."""
    body = "\n".join(["\t".join(HEADER), "\t".join([*ROW[:4], "2024年6月底前"])])
    above = imported(
        text(tmp_path / "a.tsv", f"为做好2023年工作，制定本表。\n滨河区重点任务清单\n{body}")
    )
    assert (above.draft.front.year, doubts(above)) == (2023, [])
    below = imported(text(tmp_path / "b.tsv", f"滨河区重点任务清单\n{body}"))
    assert (below.draft.front.year, doubts(below)) == (0, [])
    further = "\t".join(["2", "修桥。", *ROW[2:4], "8月底前"])
    needed = imported(text(tmp_path / "c.tsv", f"滨河区重点任务清单\n{body}\n{further}"))
    assert needed.draft.front.year == 2024
    assert doubts(needed) == [("", "year 2024, the only one that its deadlines write")]


def test_a_table_of_another_width_is_not_read_by_the_header_before(tmp_path: Path) -> None:
    """A list of telephones after the list."""
    made = imported(
        word(tmp_path / "a.docx", TITLE, [HEADER, ROW], [["张三", "1234567"], ["李四", "7654321"]])
    )
    assert len(rows(made)) == 1
    assert unused(made) == ["张三", "1234567", "李四", "7654321"]


def test_categories_out_of_order_and_without_items(tmp_path: Path) -> None:
    """Both are doubts; check says so too."""
    lines = [TITLE, "\t".join(HEADER), "一、项目", "三、民生", "\t".join(ROW), "修桥\t\t\t\t"]
    made = imported(text(tmp_path / "a.tsv", "\n".join(lines)))
    assert ("", "the heading 项目 has no items below it; it is left out") in doubts(made)
    assert ("", "category 三 stands in place 1") in doubts(made)
    assert "一、项目" in unused(made)
