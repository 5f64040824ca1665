"""What a unit wrote where nothing is read, and what it struck out: named with its cell and its text."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from forms_made import HEAD, LETTER, by_libreoffice, changed, filled, needs_libreoffice, read, sent
from journals import record, the_list

from sulist.forms.row_reports import said_by

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Sulist

    from sulist.forms.row_reports import Filled

ROW: dict[str, dict[str, object]] = {
    "1-5": {"status": "推进中", "percent": 0.4, "done": "完成选址。", "problem": "缺钱。"}
}


def looked_at(file: Path) -> Filled:
    """What a form says."""
    return said_by(read(file), the_list(), date(2021, 6, 30), date(2021, 7, 2))


def a_form(folder: Path, change: Callable[[Any], None]) -> Path:
    """A form with one row filled in, and changed."""
    return changed(filled(sent(folder / "back.xlsx", "区财政局"), ROW), change)


def row_above(sheet: Any) -> None:
    """A row above all, as the one that numbers annexes."""
    areas = [str(area) for area in sheet.merged_cells.ranges]
    for area in areas:
        sheet.unmerge_cells(area)
    sheet.insert_rows(1)
    sheet["A1"].value = "附件2"


def into_the_title(sheet: Any) -> None:
    """Words behind the title."""
    sheet["A1"].value += "（修改稿）"


def into_the_notes(sheet: Any) -> None:
    """A line below the explanations."""
    sheet["A3"].value += "\n1-5拟申请延期，请予考虑。"


def far_right(sheet: Any) -> None:
    """A cell beside the head."""
    sheet["P2"].value = 2021


def hidden(sheet: Any) -> None:
    """A row that is hidden."""
    row_above(sheet)
    sheet.row_dimensions[1].hidden = True


def beside(sheet: Any) -> None:
    """A column without a heading."""
    sheet[f"N{HEAD + 1}"].value, sheet[f"N{HEAD + 2}"].value = "急", date(2021, 7, 1)


def below(sheet: Any) -> None:
    """Two cells in a row below."""
    sheet[f"B{HEAD + 5}"].value, sheet[f"D{HEAD + 5}"].value = "另附图", 3


def comment_above(sheet: Any) -> None:
    """A comment on the head."""
    from openpyxl.comments import Comment

    sheet["A1"].comment = Comment("请领导过目", "张三")


def other_sheet(sheet: Any) -> None:
    """A sheet of its own."""
    own = sheet.parent.create_sheet("附件")
    own.append([None, "一", 2])
    own.append(["三"])


def footer(sheet: Any) -> None:
    """Below each page."""
    sheet.oddFooter.left.text = "制表：张三"


def header(sheet: Any) -> None:
    """Above each page."""
    sheet.oddHeader.right.text = "密级：内部"


def last_report(sheet: Any) -> None:
    """In the column of the last report, which is not read back."""
    sheet[f"{LETTER['last']}{HEAD + 1}"].value = "上次数字有误。"


TOLD: list[tuple[Callable[[Any], None], list[tuple[str, str, str]]]] = [
    (row_above, [("A1", "above the table", "附件2")]),
    (into_the_title, [("A1", "above the table", "（修改稿）")]),
    (into_the_notes, [("A3", "above the table", "1-5拟申请延期，请予考虑。")]),
    (far_right, [("P2", "above the table", "2021")]),
    (hidden, [("A1", "above the table", "附件2")]),
    (beside, [(f"N{HEAD}", "a column of the unit's own", "急；2021-07-01")]),
    (below, [(f"{at}{HEAD + 5}", "a row of the unit's own", text) for at, text in (("B", "另附图"), ("D", "3"))]),
    (comment_above, [("A1", "a comment on a cell", "请领导过目")]),
    (last_report, [(f"D{HEAD + 1}", "上次反馈 was changed", "上次数字有误。")]),
    (other_sheet, [("附件!A1", "a sheet of the unit's own", "一；2；三")]),
    (footer, [("", "in the header or footer", "制表：张三")]),
    (header, [("", "in the header or footer", "密级：内部")]),
]  # fmt: skip


@pytest.mark.parametrize(("change", "wanted"), TOLD, ids=lambda one: getattr(one, "__name__", ""))
def test_what_is_not_read_is_told_with_its_cell_and_its_text(
    tmp_path: Path, change: Callable[[Any], None], wanted: list[tuple[str, str, str]]
) -> None:
    """Once each, and nothing else; what the form asks for is read all the same."""
    found = looked_at(a_form(tmp_path, change))
    assert (found.doubts, len(found.said)) == ((), 1)
    assert len(found.returned.notes) == len(wanted)
    for note, (at, what, text) in zip(found.returned.notes, wanted, strict=True):
        place = at if "!" in at else f"反馈表!{at}".rstrip("!")
        assert (note.place, note.text) == (f"back.xlsx!{place}", text)
        assert note.what.startswith(what)
        assert note.what.endswith("not read")


def test_the_screen_shows_the_text(sulist: Sulist, tmp_path: Path) -> None:
    """Behind the cell, in one line; a very long one is cut, and shows it."""

    def change(sheet: Any) -> None:
        row_above(sheet)
        sheet["P2"].value = "长" * 400

    sulist.text("init", "mine")
    a_form(tmp_path, change)
    said = sulist.text("collect", "back.xlsx", "--dry-run", SULIST_FILE="mine/items.yaml")
    assert "back.xlsx!反馈表!A1: above the table, not read: 附件2\n" in said
    assert f"P2: above the table, not read: {'长' * 300}…\n" in said


@pytest.mark.parametrize(
    ("language", "above", "struck"),
    [
        ("en", "above the table, not read: 附件2", "This is struck out"),
        ("zh_CN", "未读取：附件2", "带删除线"),
    ],
)
def test_it_is_told_in_both_languages(
    sulist: Sulist, tmp_path: Path, language: str, above: str, struck: str
) -> None:
    """A file that is taken with what is not read; one that is struck out with its doubt, and not taken."""
    sulist.text("init", "mine")
    a_form(tmp_path, row_above).rename(tmp_path / "taken.xlsx")
    a_form(tmp_path, whole("done"))
    done = sulist(
        *("collect", "taken.xlsx", "back.xlsx", "--dry-run"),
        SULIST_FILE="mine/items.yaml",
        SULIST_LANG=language,
    )
    said = done.stdout.decode()
    assert done.returncode == 3
    assert (
        f"taken.xlsx!反馈表!A1: {'表头以上的内容，' if language == 'zh_CN' else ''}{above}" in said
    )
    assert f"back.xlsx!反馈表!H{HEAD + 1}: " in said
    assert struck in said


def test_what_sulist_wrote_itself_is_not_told(tmp_path: Path) -> None:
    """Nor the items that are not asked for, whatever their state and the white space."""
    records = [
        record("06-05", "done", 1, item="1-5", unit="区财政局"),
    ]
    file = sent(tmp_path / "back.xlsx", "区财政局", records=records)

    def change(sheet: Any) -> None:
        assert "未列入——待复核：1-5。" in sheet["A3"].value
        sheet["A3"].value = sheet["A3"].value.replace("。", "。\n ")
        sheet["A2"].value = sheet["A2"].value.replace("    ", "\u3000")

    assert looked_at(changed(file, change)).returned.notes == ()


@needs_libreoffice
def test_nothing_is_told_of_a_form_that_libreoffice_saved(tmp_path: Path) -> None:
    """It writes headings and footers of its own way."""
    file = by_libreoffice(a_form(tmp_path, lambda _sheet: None), "ods", "xlsx")
    assert looked_at(file).returned.notes == ()


def whole(key: str) -> Callable[[Any], None]:
    """All of a cell struck out."""

    def change(sheet: Any) -> None:
        from openpyxl.styles import Font

        sheet[f"{LETTER[key]}{HEAD + 1}"].font = Font(strike=True)

    return change


def runs(sheet: Any) -> None:
    """A part of a text struck out."""
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont

    sheet[f"{LETTER['done']}{HEAD + 1}"].value = CellRichText(
        "完成", TextBlock(InlineFont(strike=True), "选址"), TextBlock(InlineFont(b=True), "立项。")
    )


def but_a_part(sheet: Any) -> None:
    """A cell struck out but for a part with a format of its own."""
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont

    whole("done")(sheet)
    sheet[f"{LETTER['done']}{HEAD + 1}"].value = CellRichText(
        "选址", TextBlock(InlineFont(b=True), "立项。")
    )


STRUCK = [
    (whole("done"), "H", "This is struck out: 完成选址。"),
    (whole("status"), "E", "This is struck out: 推进中"),
    (whole("percent"), "F", "This is struck out: 0.4"),
    (whole("problem"), "I", "This is struck out: 缺钱。"),
    (runs, "H", "This is struck out: 选址"),
    (but_a_part, "H", "This is struck out: 选址"),
    (whole("text"), "B", "The printed cell 事项名称 of 1-5 is struck out"),
    (whole("id"), "A", "The printed cell 序号 of 1-5 is struck out"),
]


@pytest.mark.parametrize(("change", "column", "said"), STRUCK)
def test_what_is_struck_out_is_a_doubt(
    tmp_path: Path, change: Callable[[Any], None], column: str, said: str
) -> None:
    """With its cell, be it whole or a part; it is not taken as the report."""
    found = looked_at(a_form(tmp_path, change))
    assert [one.place for one in found.doubts] == [f"back.xlsx!反馈表!{column}{HEAD + 1}"]
    assert said in found.doubts[0].message
    assert "删除线" in found.doubts[0].remedy


def test_a_line_through_an_empty_cell_is_nothing(tmp_path: Path) -> None:
    """Nothing is struck out."""
    found = looked_at(a_form(tmp_path, whole("next")))
    assert (found.doubts, len(found.said)) == ((), 1)


def test_a_text_of_several_formats_is_read_as_its_text(tmp_path: Path) -> None:
    """Bold and coloured parts are no trouble, in a heading either."""
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont

    def change(sheet: Any) -> None:
        sheet[f"{LETTER['done']}{HEAD + 1}"].value = CellRichText(
            "完成", TextBlock(InlineFont(b=True), "选址"), "。"
        )
        sheet[f"{LETTER['status']}{HEAD}"].value = CellRichText(
            "状", TextBlock(InlineFont(b=True), "态")
        )

    (said,) = looked_at(a_form(tmp_path, change)).said
    assert said.record.done == "完成选址。"
