"""Two levels in a table: 任务 merged over 举措. Which column is above which, and what that makes of them.

Where each row below has a number of its own, the upper text is a category; else it is an item, and
the rows beside it are its parts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sulist.base.plain import clean_cell
from sulist.importers.cell_text import is_ditto
from sulist.importers.cells_below import say_what_to_do, texts_in
from sulist.importers.headings import heading_of_cell, number_before, read_serial
from sulist.importers.labels import meaning
from sulist.importers.understand.columns_by_cells import by_their_cells, not_of_items
from sulist.importers.understand.row_kinds import is_own, is_remark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sulist.importers.grid import GridRow
    from sulist.importers.headers import Header

_TEXTS = ("text", "detail")
_SHORTEST = 4  # characters of a text whose repetition is no chance
_FEWEST = 3  # one group of so many has more than one row


class _TwoLevels(NamedTuple):
    """The places of the upper and the lower column, and whether the upper is a category."""

    upper: int
    lower: int
    is_category: bool


def with_levels(header: Header, rows: Sequence[GridRow], at: int) -> Header:
    """The header of the table that begins at row ``at``, with what its levels make of its texts.

    An upper column becomes a category, or ``upper`` above the text; a number beside the lower
    text is a ``part_serial``.
    """
    body = list(_body(header, rows, at))
    header = by_their_cells(header, body)
    found = _levels(header, body)
    if not found:
        return header
    columns = list(header.columns)
    has_category = bool(header.at("category"))
    above = "category" if found.is_category and not has_category else "upper"
    if found.is_category and has_category:
        above = "other"
    for place, column in enumerate(columns):
        label = meaning(column.label)
        if place == found.upper:
            columns[place] = column._replace(role=above)
        elif place == found.lower:
            columns[place] = column._replace(role="text")
        elif column.role in _TEXTS:
            columns[place] = column._replace(role="detail")
        elif (
            above == "upper"
            and column.role == "other"
            and label
            and label.role == "serial"
            and place == found.lower - 1
        ):
            columns[place] = column._replace(role="part_serial")
    return header._replace(columns=tuple(columns))


def names_two_levels(header: Header) -> bool:
    """Whether the texts stand under a heading of two levels, 任务及举措: the first beside a number is the whole."""
    labels = [
        map(meaning, header.columns[at].label.split("及", 1))
        for at in header.at("text")
        if "及" in header.columns[at].label
    ]
    return not header.at("upper") and any(
        all(one and one.role == "text" for one in both) for both in labels
    )


def merged_with_the_whole(
    row: GridRow, header: Header, above: frozenset[int] | None
) -> frozenset[int]:
    """The places where a part has no more than its whole: one cell with that says who leads, or when.

    ``above`` are those places of the part above it, None where the row above is that of the whole.
    """
    who = header.at("lead") or header.at("responsible")[:1]
    return frozenset(
        at
        for at in (*who, *header.at("deadline"))
        if at < len(row.cells) and row.cells[at].merged == "down"
        if above is None or at in above
    )


def shared_places(header: Header, rows: Sequence[GridRow], at: int) -> frozenset[int]:
    """The places of columns that say one thing of all that stands below an upper text."""
    places = header.at("upper")
    groups = _groups(list(_body(header, rows, at)), places[0]) if places else []
    below = [row for group in groups for row in group[1:]]
    return frozenset(
        place
        for place, column in enumerate(header.columns)
        if column.role not in (*_TEXTS, "upper")
        and sum(is_own(row, place) for row in below) * 2 < len(below)
    )


def _body(header: Header, rows: Sequence[GridRow], at: int) -> Iterator[GridRow]:
    """The rows of the table, without those of one text and those that say the header again."""
    labels = [column.label for column in header.columns]
    table = rows[at].table
    for row in rows[at + header.height :]:
        if row.table != table and (row.table == 0 or len(row.cells) != len(labels)):
            if row.table:
                return
            continue
        if len(row.own) < 2 or is_remark(clean_cell(row.own[0].text)):
            continue
        if [clean_cell(cell.text) for cell in row.cells] != labels:
            yield row


def _levels(header: Header, body: Sequence[GridRow]) -> _TwoLevels | None:
    places = header.at(*_TEXTS)
    for upper in places:
        groups = _groups(body, upper)
        several = [group for group in groups if len(group) > 1]
        if not several or len(several) * _FEWEST < len(groups):
            continue
        telling = (at for at in not_of_items(header) if say_what_to_do(texts_in(body, at)))
        for lower in (place for place in (*places, *telling) if place > upper):
            below = [row for group in several for row in group[1:]]
            if sum(is_own(row, lower) for row in below) * 2 > len(below):
                is_category = _is_category(header, groups, several, upper) or (
                    not header.at("serial") and _numbers_run_on(groups, lower)
                )
                return _TwoLevels(upper, lower, is_category)
    return None


def _groups(body: Sequence[GridRow], upper: int) -> list[list[GridRow]]:
    """The rows by their upper text, which is merged over several, left out below the first, or said again."""
    groups: list[list[GridRow]] = []
    said = ""
    for row in body:
        if groups and goes_on(row, upper, said):
            groups[-1].append(row)
        else:
            groups.append([row])
            said = clean_cell(row.cells[upper].text) if upper < len(row.cells) else ""
    return groups


def goes_on(row: GridRow, upper: int, said: str) -> bool:
    """Whether a row stands beside the upper text that was ``said`` last."""
    if upper >= len(row.cells):
        return False
    cell = row.cells[upper]
    text = clean_cell(cell.text)
    return (
        cell.merged == "down"
        or not text
        or is_ditto(text)
        or (text == said and len(text) >= _SHORTEST)
    )


def _is_category(
    header: Header,
    groups: Sequence[Sequence[GridRow]],
    several: Sequence[Sequence[GridRow]],
    upper: int,
) -> bool:
    """Whether the rows below an upper text are numbered, or all upper texts are headings."""
    for place in header.at("serial"):
        own = [
            _number(row, place) not in (None, _number(group[0], place))
            for group in several
            for row in group[1:]
        ]
        return sum(own) * 2 > len(own)
    return all(heading_of_cell(group[0].cells[upper].text) for group in groups)


def _numbers_run_on(groups: Sequence[Sequence[GridRow]], lower: int) -> bool:
    """Whether the lower texts begin with numbers that do not begin again below the next upper text."""
    numbers = [
        number_before(row.cells[lower].text)
        for group in groups
        for row in group
        if is_own(row, lower)
    ]
    return numbers == list(range(1, len(numbers) + 1))


def _number(row: GridRow, place: int) -> int | None:
    return read_serial(row.cells[place].text) if is_own(row, place) else None
