"""What each row of a document is taken for, by what stands in it and where it stands."""

from __future__ import annotations

import pytest

from sulist.importers.grid import GridCell, GridRow, paragraph
from sulist.importers.headers import Header, read_header
from sulist.importers.understand.row_kinds import (
    ClassifiedRow,
    RowContext,
    RowKind,
    kind_of,
    serial_of,
)


def row(*texts: str, table: int = 1) -> GridRow:
    """A row of a table; ^text is the cell above it, merged down; text> covers the columns behind it."""
    cells: list[GridCell] = []
    for text in texts:
        if text.endswith(">"):
            width = len(HEAD.cells)
            cells.append(GridCell(text[:-1], "一", width=width))
            cells += [GridCell(text[:-1], "一", "across")] * (width - 1)
        else:
            cells.append(GridCell(text.removeprefix("^"), "一", "down" if "^" in text else ""))
    return GridRow(tuple(cells), table)


HEAD = GridRow(
    tuple(GridCell(label, "头") for label in ("序号", "事项名称", "牵头单位", "完成时限")), 1
)
WHOLE = row("3", "新建滨河大道。", "区住建局", "6月底前")
OPEN = row("3", "新建滨河大道，完成", "区住建局", "6月底前")


def header() -> Header:
    """The columns that the rows here stand in."""
    found = read_header((HEAD,), 0)
    assert found
    return found


def told(given: GridRow, above: GridRow | None = WHOLE, **more: object) -> ClassifiedRow:
    """What a row is below an item, in a table whose items have numbers."""
    context = RowContext(header(), 1, above=above, numbered=(True,))
    return kind_of((given,), 0, context._replace(**more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        (row("4", "改造老旧小区", "区城管局", "11月底前"), RowKind.ITEM),
        (row("", "改造老旧小区。", "区城管局", "11月底前"), RowKind.ITEM),
        (row("", "改造老旧小区。", "区城管局", ""), RowKind.ITEM),
        (row("", "改造老旧小区。", "", ""), RowKind.ITEM),
        (row("甲", "改造老旧小区", "区城管局", ""), RowKind.ITEM),
        (row("^3", "改造老旧小区", "区城管局", ""), RowKind.ITEM),
        (row("^3", "^新建滨河大道。", "区财政局", "9月底前"), RowKind.FURTHER),
        (row("", "", "", ""), RowKind.EMPTY),
        (row("二、民生保障（2项）>"), RowKind.HEADING),
        (row("产业发展>"), RowKind.HEADING),
        (row("产业发展", "", "", ""), RowKind.HEADING),
        (row("二", "民生保障", "", ""), RowKind.HEADING),
        (row("合计", "3项", "", ""), RowKind.NOTE),
        (row("注：以上事项按季度调度", "", "", ""), RowKind.NOTE),
        (row("填报人：李某", "", "审核人：王某", ""), RowKind.NOTE),
        (row("", "", "", "11月底前"), RowKind.CONTINUATION),
        (paragraph("二、民生保障", "段"), RowKind.HEADING),
        (paragraph("（共18项）", "段"), RowKind.TOTAL),
        (paragraph("各单位要高度重视，认真落实。", "段"), RowKind.NOTE),
        (row("二", "民生保障", "区住建局", "6月底前"), RowKind.ITEM),
        (row("第4", "", "", ""), RowKind.NOTE),
        (row("^3", "", "区财政局", "9月底前"), RowKind.FURTHER),
        (row("4", "^新建滨河大道。", "区财政局", "9月底前"), RowKind.ITEM),
        (GridRow((GridCell("甲", "段"), GridCell("乙", "段"))), RowKind.NOTE),
        (HEAD, RowKind.HEADER),
    ],
)
def test_a_row_below_a_whole_item(given: GridRow, kind: RowKind) -> None:
    """It is told by what stands in it."""
    assert told(given).kind is kind


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        (row("", "主体工程", "", ""), RowKind.CONTINUATION),
        (row("", "主体工程。", "区财政局", ""), RowKind.CONTINUATION),
        (row("", "改造老旧小区。", "区城管局", "11月底前"), RowKind.ITEM),
        (row("4", "改造老旧小区", "", ""), RowKind.ITEM),
    ],
)
def test_a_row_below_an_item_broken_off_in_mid_sentence(given: GridRow, kind: RowKind) -> None:
    """Without a number, and not whole, it goes on with it."""
    assert told(given, above=OPEN).kind is kind


def test_a_row_at_the_top_of_a_page_goes_on_with_the_item_above() -> None:
    """Where it is not whole; elsewhere it is an item, with a doubt."""
    given = row("", "配套管网。", "区财政局", "")
    assert told(given, at_top=True).kind is RowKind.CONTINUATION
    assert told(given).kind is RowKind.ITEM


def test_in_a_list_without_numbers_only_the_top_of_a_page_goes_on() -> None:
    """And there too only what was broken off in mid-sentence; a cell alone is a note."""
    given, alone = row("", "主体工程。", "区财政局", ""), row("", "", "区财政局", "")
    assert told(given, above=OPEN, at_top=True, numbered=()).kind is RowKind.CONTINUATION
    assert told(given, at_top=True, numbered=()).kind is RowKind.ITEM
    assert told(given, above=OPEN, numbered=()).kind is RowKind.ITEM
    assert told(alone, at_top=True, numbered=()).kind is RowKind.NOTE


def test_a_cell_alone_goes_on_at_the_top_of_a_page_or_below_what_was_left_open() -> None:
    """One that covers several columns is no rest of one."""
    closed = row("3", "新建滨河大道。", "区住建局。", "6月底前。")
    given = row("", "", "区财政局", "")
    assert told(given, above=closed, at_top=True).kind is RowKind.CONTINUATION
    assert told(given, above=closed).kind is RowKind.NOTE
    assert told(given, above=OPEN).kind is RowKind.CONTINUATION
    broad = GridRow((*given.cells[:2], given.cells[2]._replace(width=2), given.cells[3]), 1)
    assert told(broad, above=OPEN).kind is RowKind.NOTE


def test_a_short_text_over_a_part_of_the_table_is_no_heading() -> None:
    """Alone in its first cell it is one only where the document merges no cells for its headings."""
    text = GridCell("产业发展", "一", width=2)
    given = GridRow(
        (GridCell("", "一"), text, text._replace(merged="across"), GridCell("", "一")), 1
    )
    assert told(given).kind is not RowKind.HEADING
    alone = row("产业发展", "", "", "")
    assert [told(alone, merges=merges).kind for merges in (False, True)] == [
        RowKind.HEADING,
        RowKind.NOTE,
    ]


def test_rows_before_the_first_header_are_the_front() -> None:
    """Title, addressee and all, in a table or not."""
    lines = (paragraph("某区2025年清单", "段"), row("一、产业", "", "", ""))
    assert [kind_of(lines, at, RowContext()).kind for at in (0, 1)] == [
        RowKind.FRONT,
        RowKind.FRONT,
    ]


def test_a_table_of_another_width_without_a_header_is_not_understood() -> None:
    """One as wide goes on with the header above, at the top of a page."""
    known = RowContext(header(), 1, above=WHOLE, numbered=(True,))
    wide = row("4", "改造老旧小区", "区城管局", "11月底前", table=2)
    narrow = row("4", "改造老旧小区", table=2)
    assert known.entering(wide).at_top
    assert kind_of((wide,), 0, known.entering(wide)).kind is RowKind.ITEM
    assert kind_of((narrow,), 0, known.entering(narrow)).kind is RowKind.NOTE


def test_a_column_of_categories_keeps_a_row_from_going_on() -> None:
    """Where another category begins, an item does; the same category, or a ditto, begins none."""
    head = GridRow((GridCell("类别", "头"), *HEAD.cells), 1)
    found = read_header((head,), 0)
    above = row("产业", *(cell.text for cell in OPEN.cells))
    context = RowContext(found, 1, above=above, category="产业", numbered=(True,))
    kinds = [
        kind_of((row(category, "", "主体工程", "", ""),), 0, context).kind
        for category in ("民生", "产业", "同上")
    ]
    assert kinds == [RowKind.ITEM, RowKind.CONTINUATION, RowKind.CONTINUATION]


def test_a_count_inside_a_table_is_not_the_total_of_the_list() -> None:
    """It may be a category's."""
    assert told(row("（共18项）", "", "", "")).kind is not RowKind.TOTAL


def test_what_was_read_to_tell_comes_with_the_kind() -> None:
    """The header, the heading or the total is not read twice."""
    assert told(HEAD).header == header()
    assert told(paragraph("（共18项）", "段")).total == 18
    heading = told(row("二、民生保障（2项）>")).heading
    assert heading
    assert (heading.number, heading.title, heading.count) == (2, "民生保障", 2)


@pytest.mark.parametrize(
    ("cell", "serial"),
    [("3.", (3, False, "3.")), ("甲", (None, False, "甲")), ("", (None, False, ""))],
)
def test_what_stands_under_the_numbers_is_told_apart(
    cell: str, serial: tuple[int | None, bool, str]
) -> None:
    """A number, a text that is none, nothing; a cell merged with the one above has none of its own."""
    assert serial_of(row(cell, "甲", "", ""), header()) == serial
    assert serial_of(row("^3", "甲", "", ""), header()) == (None, True, "3")
