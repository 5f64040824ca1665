"""The paper of a sheet, by its columns: the smallest on which its type is not too small."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook
from papers import known, the_list

from sulist.asking.query import Query
from sulist.listfile.printing import Printing
from sulist.listfile.worklist import load_text
from sulist.write.documents import build
from sulist.write.sheet.book import lines
from sulist.write.sheet.fitting import PageFill, SheetColumn, laid_out
from sulist.write.sheet.ledger_columns import titles

if TYPE_CHECKING:
    from conftest import Sulist

_A3, _A4 = 8, 9
# Points of a digit of the widest font that a program takes where 宋体 of 10 points is missing.
_WIDEST = 6.36
_PAPER = {_A4: 805, _A3: 1154}  # points between the margins


def parts(*widths: float, grows: float = 1) -> list[SheetColumn]:
    """Columns of these widths."""
    return [SheetColumn(str(at), width, grows) for at, width in enumerate(widths)]


@pytest.mark.parametrize(
    ("widths", "paper"), [([20] * 6, _A4), ([20] * 7, _A3), ([20] * 9, _A3), ([3], _A4)]
)
def test_columns_that_fit_fill_the_smallest_paper(widths: list[float], paper: int) -> None:
    """So that type of 10 points, fitted to it, is printed in nine or more whatever font is there."""
    made = laid_out(parts(*widths))
    points = sum(one.width + 5 / 7 for one in made.parts) * _WIDEST
    assert (made.paper, made.one_wide, made.first_page) == (paper, True, len(widths))
    assert 0.9 <= _PAPER[paper] / points <= 0.95
    assert all(one.width >= width for one, width in zip(made.parts, widths, strict=True))


def test_only_columns_that_grow_get_what_is_left() -> None:
    """Each by its weight."""
    narrow, wide = laid_out([SheetColumn("序号", 6), SheetColumn("事项名称", 20, 2)]).parts
    assert narrow.width == 6
    assert wide.width > 100


def test_what_no_paper_takes_goes_on_pages_side_by_side() -> None:
    """No type gets smaller for it, and the columns in sight stand on each page."""
    made = laid_out(parts(*[30] * 10))
    assert (made.paper, made.one_wide, made.first_page) == (_A3, False, 6)
    assert [one.width for one in made.parts] == [30] * 10


def sheet(*columns: str) -> Any:
    """The ledger of the example with these columns."""
    progress = known("09-10")
    data = build("ledger", the_list(), Query(), progress.as_of, progress, columns=columns)
    return load_workbook(BytesIO(data)).worksheets[0]


def test_a_ledger_has_the_columns_that_are_named_in_their_order() -> None:
    """With few of them it is printed on A4; its rules stand where their columns do."""
    named = ("序号", "灯号", "事项名称", "状态", "完成比例", "备注")
    made = sheet(*named)
    assert [cell.value for cell in made[3]] == list(named)
    assert [cell.value for cell in made[5]][:5] == [
        *("1-1", "绿灯：正常", the_list().items[0].text, "推进中", 0.65)
    ]
    assert made.page_setup.paperSize == _A4
    assert [str(one.sqref) for one in made.data_validations.dataValidation] == ["D4:D24"]
    assert {str(area.sqref) for area in made.conditional_formatting} == {"B4:B24"}
    assert made.freeze_panes == "D4"


@pytest.mark.parametrize("title", titles(the_list()))
def test_each_column_may_stand_alone(title: str) -> None:
    """Also without anything by which a row is known: who asks decides."""
    made = sheet(title)
    assert [one.value for one in made["A"]][2] == title
    assert made.max_column == 1


def test_the_command_names_columns_by_their_headings(sulist: Sulist) -> None:
    """An unknown one is refused with the nearest; another document has none to leave out."""
    sulist.text("export", "ledger", "--columns", "序号，事项名称", "-o", "a.xlsx")
    refused = sulist.refused(
        "export", "ledger", "--columns", "序号,事项名字", "-o", "b.xlsx", code=2
    )
    assert "Did you mean 事项名称?" in refused
    assert "--columns is for ledger, not for list." in sulist.refused(
        "export", "list", "--columns", "序号", "-o", "c.docx", code=2
    )


def test_the_command_passes_on_what_letters_and_reports_say(sulist: Sulist) -> None:
    """The number has to be one that can be counted on; a list is not signed."""
    words = ("--as-of", "2021-06-30", "--directory", "letters")
    more = ("--number", "督〔2021〕5号", "--contact", "张某", "--phone", "0797-8880000")
    assert "Written" in sulist.text("export", "letters", *words, *more, "--signed", "区党政办")
    assert "has to end with a number" in sulist.refused(
        "export", "letters", *words, "--number", "督〔2021〕", code=2
    )
    assert "--signed is for report, letters, not for list." in sulist.refused(
        "export", "list", "--signed", "区党政办", "-o", "c.docx", code=2
    )


def test_a_list_that_has_no_column_twice_keeps_its_own_names() -> None:
    """Every title of a ledger is another one."""
    assert len(titles(the_list())) == len(Printing(the_list()).columns) + 8


def test_a_number_that_has_no_room_in_its_line_takes_the_next() -> None:
    """As programs set it; a row that counted on its being broken would cut it off."""
    assert lines("吴六 13800000004", 10.3) == 3
    assert lines("吴六，周七，郑八，王九", 10.3) == 3
    assert [lines("国" * n, 20) for n in (9, 10, 19, 20)] == [1, 2, 2, 3]


def test_a_list_of_many_columns_is_printed_on_pages_side_by_side() -> None:
    """At a scale that keeps the type, the rows told again on each page; its title is on the first."""
    columns = {f"栏目{n}": "other" for n in range(14)}
    worklist = load_text(
        (
            "title: 某县2022年重点任务\nyear: 2022\n"
            f"columns: {{序号: serial, 任务: text, 时限: deadline, {', '.join(f'{one}: other' for one in columns)}}}\n"
            "categories:\n  - number: 一\n    title: 工业\n    items:\n"
            "      - {id: 1-1, text: 修路。, deadline: 6月底前, more: {"
            + ", ".join(f"{one}: 内容较长的一栏，需要几行" for one in columns)
            + "}}\n"
        ).encode(),
        "l.yaml",
    )
    data = build("ledger", worklist, Query(), date(2022, 5, 1))
    made = load_workbook(BytesIO(data)).worksheets[0]
    setup = made.sheet_properties.pageSetUpPr
    assert setup is None or not setup.fitToPage
    assert (made.page_setup.paperSize, made.page_setup.scale) == (_A3, 94)
    assert (made.print_title_cols, made.print_title_rows) == ("$A:$B", "$3:$3")
    assert str(min(made.merged_cells.ranges, key=lambda one: one.min_row)) == "A1:N1"


@pytest.mark.parametrize("tall", range(1, 40))
def test_a_category_begins_a_page_where_only_its_head_had_room(tall: int) -> None:
    """However high the rows above it are; where it has room no page ends before it."""
    layout = laid_out([SheetColumn("甲", 10)])
    filled = PageFill(layout, 34)
    room = (8.27 - 1.1) * 72 / 0.91 - 4
    done = 34.0
    while filled.takes(tall * 10):
        filled.put(tall * 10)
        done += tall * 10
    assert done - 34 <= room < done - 34 + tall * 10
    filled.put(tall * 10)  # goes to the next page, below the head that is repeated
    assert filled.takes(room - 34 - tall * 10)
    assert not filled.takes(room - 33 - tall * 10)
    filled.turn()
    assert filled.takes(room - 34)
    assert not filled.takes(room - 33)


def test_the_head_of_a_category_goes_to_the_next_page_with_its_first_item() -> None:
    """Where only the head had room at the foot of the first page; else no page ends before its time."""
    turned = []
    for number in range(6, 17):
        items = "".join(f"      - {{id: 1-{n}, text: 修路。}}\n" for n in range(1, number + 1))
        worklist = load_text(
            (
                "title: 某县2022年重点任务\ncolumns: {序号: serial, 任务: text}\ncategories:\n"
                f"  - {{number: 一, title: 工业, items: [\n{items.replace('      - ', '    ').replace('}', '},')}  ]}}\n"
                "  - {number: 二, title: 农业, items: [{id: 2-1, text: 浇水。}]}\n"
            ).encode(),
            "l.yaml",
        )
        data = build("ledger", worklist, Query(), date(2022, 5, 1))
        sheet = load_workbook(BytesIO(data)).worksheets[0]
        heights = [sheet.row_dimensions[row].height for row in range(1, number + 7)]
        head = (
            number + 4
        )  # the row of the second category, behind title, line, heading and the first
        paper = 11.69 if sheet.page_setup.paperSize == _A3 else 8.27
        room = (paper - 1.1) * 72 / 0.91 - 4
        above = sum(heights[:head])
        assert [one.id for one in sheet.row_breaks.brk] == (
            [head] if above <= room < above + 20 + heights[head + 1] else []
        )
        turned += [number] if sheet.row_breaks.brk else []
    assert turned
