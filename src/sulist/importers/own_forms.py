"""What sulist itself exported and gets back, a ledger or a CSV: the same list as a paper would print it.

Ids become headings of categories and the items' places; whose part an item is, and since when it runs,
become the notes that our papers print. What sulist works out (lights, days left) is no part of the
list, and is named as not used.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sulist.base.i18n import _
from sulist.base.numerals import parse_number, to_chinese
from sulist.importers.grid import Grid, GridCell, GridRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ID = re.compile("([0-9]+|[一二三四五六七八九十百]+)-([0-9]+)")
# The first of the columns that are worked out, in both languages; they go on to the last one.
_OF_A_CSV = ("due", "到期日")
_OF_A_LEDGER = ("灯号", "状态", "完成比例", "进展情况", "存在问题", "下步打算", "佐证")
_PART, _ASSIGNED = ("part of", "所属事项"), ("assigned", "交办日期")
_LEDGER = "（台账）"
_PART_OF = re.compile(r"属([0-9]+-[0-9]+)。")
_INHERITED = re.compile(r"（随[0-9]+-[0-9]+）$")
_YEAR = re.compile("(20[0-9]{2})年")
# Of the list's own year the year is not said.
_CAME = re.compile(r"(?:([0-9]{4})年)?([0-9]{1,2})月([0-9]{1,2})日年中交办")
_DAY = re.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_OURS = "（sulist）"
_IDS = ("编号", "序号")
_HEAD = 3  # rows within which the headings stand


class OwnItem(NamedTuple):
    """A row: its category's number, the printed cells, and what is told beside them."""

    category: int
    title: str
    cells: tuple[GridCell, ...]
    part_of: str = ""
    assigned: str = ""


def as_printed(grid: Grid) -> Grid:
    """The grid of a ledger or a CSV of sulist as that of a paper; any other is left as it is."""
    for at, row in enumerate(grid.rows[:_HEAD]):
        texts = [cell.text for cell in row.cells]
        if row.table and texts and texts[0].removesuffix(_OURS) in _IDS:
            return _of_ledger(grid, at, texts) or _of_csv(grid, at, texts) or grid
    return grid


def _of_csv(grid: Grid, at: int, texts: list[str]) -> Grid | None:
    end = next((place for place, text in enumerate(texts) if text in _OF_A_CSV), 0)
    if not end or texts[0].removesuffix(_OURS) != "编号":
        return None
    first = 2 if texts[1].removesuffix(_OURS) == "分类" else 1
    items = []
    for row in grid.rows[at + 1 :]:
        found = _ID.fullmatch(row.cells[0].text) if row.cells else None
        if not found or len(row.cells) < len(texts):
            return None
        cells = dict(zip(texts[end:], (cell.text for cell in row.cells[end:]), strict=False))
        items.append(
            OwnItem(
                parse_number(found.group(1)) or 0,
                row.cells[1].text if first == 2 else "",
                row.cells[first:end],
                next((cells[name] for name in _PART if cells.get(name)), ""),
                next((cells[name] for name in _ASSIGNED if cells.get(name)), ""),
            )
        )
    return _paper(grid, at, grid.rows[at].cells[first:end], items, range(end, len(texts)))


def _of_ledger(grid: Grid, at: int, texts: list[str]) -> Grid | None:
    end = texts.index(_OF_A_LEDGER[0]) if _OF_A_LEDGER[0] in texts else 0
    ours = [text.removesuffix("（反馈）") for text in texts[end:]]
    if not end or tuple(ours[: len(_OF_A_LEDGER)]) != _OF_A_LEDGER:
        return None
    first = int(texts[0] == "编号")
    year = next(
        (
            said.group(1)
            for row in grid.rows[:1]
            if row.cells and (said := _YEAR.search(row.cells[0].text))
        ),
        "",
    )
    items, band = [], ""
    below: list[GridRow] = []
    for row in grid.rows[at + 1 :]:
        found = _ID.fullmatch(row.cells[0].text) if row.cells else None
        if not found:
            band = row.own[0].text if row.own else band
            below = [*below, row] if row.own else below
            continue
        below = []
        remark = row.cells[-1].text
        cells = [
            cell._replace(text=_INHERITED.sub("", cell.text) if not _is_said(cell) else "")
            for cell in row.cells[first:end]
        ]
        if not first:
            cells[0] = cells[0]._replace(text=found.group(2))
        part, came = _PART_OF.search(remark), _CAME.search(remark)
        items.append(
            OwnItem(
                int(found.group(1)),
                band.partition("、")[2],
                tuple(cells),
                part.group(1) if part else "",
                "-".join((came.group(1) or year, *came.groups()[1:])) if came else "",
            )
        )
    made = _paper(grid, at, grid.rows[at].cells[first:end], items, range(end, len(texts)))
    return made._replace(rows=(*made.rows, *(row._replace(table=0) for row in below)))


def _is_said(cell: GridCell) -> bool:
    """Whether a cell says what its item has from the one that it is a part of."""
    return bool(_INHERITED.search(cell.text))


def _paper(
    grid: Grid,
    at: int,
    headings: Sequence[GridCell],
    items: list[OwnItem],
    ours: range,
) -> Grid:
    """The lines above, the headings, a band for each category, the items, and the notes of a paper."""
    above = [
        row._replace(
            cells=(row.own[0]._replace(text=row.own[0].text.removesuffix(_LEDGER)),), table=0
        )
        for row in grid.rows[:at]
        if row.own
    ]
    table = grid.rows[at].table
    rows = [*above, GridRow(tuple(headings), table)]
    before = 0
    for item in items:
        if item.category != before and item.title:
            place = item.cells[0].place
            title = f"{to_chinese(item.category)}、{item.title}"
            band = GridCell(title, place, width=len(headings))
            rest = band._replace(merged="across")
            rows.append(GridRow((band, *[rest] * (len(headings) - 1)), table))
        before = item.category
        rows.append(GridRow(item.cells, table))
    rows += [GridRow((GridCell(note, ""),)) for note in _notes(items)]
    beside = tuple(
        GridCell(
            _("{heading}: {texts}").format(heading=heading, texts=_(", ").join(texts)),
            grid.rows[at].cells[place].place,
        )
        for place in ours
        for heading, *texts in [_distinct(grid.rows[at:], place)]
        if texts
    )
    return grid._replace(rows=tuple(rows), beside=(*grid.beside, *beside))


def _distinct(rows: Sequence[GridRow], place: int) -> list[str]:
    cells = (row.cells[place].text for row in rows if place < len(row.cells))
    return list(dict.fromkeys(filter(None, cells)))


def _notes(items: Sequence[OwnItem]) -> Iterator[str]:
    """As our papers have them; items are called by their places, which are their ids again."""
    places: dict[int, int] = {}
    for item in items:
        places[item.category] = places.get(item.category, 0) + 1
        name = f"编号{item.category}-{places[item.category]}"
        if found := _ID.fullmatch(item.part_of):
            yield f"注：{name}属编号{parse_number(found.group(1))}-{found.group(2)}：。"
        if found := _DAY.fullmatch(item.assigned):
            year, month, day = found.groups()
            yield f"注：年中交办的事项：{name}（{int(year)}年{int(month)}月{int(day)}日）。"
