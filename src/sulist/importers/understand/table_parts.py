"""What the rows of tables are made into, and the names of sheets that are lists of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sulist.base.plain import clean_cell
from sulist.importers.headings import OF_A_SHEET, Heading, read_serial

if TYPE_CHECKING:
    from sulist.importers.drafts import Doubt, DraftItem, Unused
    from sulist.importers.grid import GridCell
    from sulist.importers.headers import HeaderColumn
    from sulist.importers.understand.printed_columns import PrintedColumns


class Tables(NamedTuple):
    """What the rows of a document were made into.

    ``lines`` are those before the first header, for title and year; ``parts`` every heading that
    was met, with its place and the items that follow it; ``unused`` what went nowhere. ``columns``
    are the headers as read, ``printed`` what the list has of them; ``legends`` say who leads;
    ``category_places`` are those of the headings that stand in a column.
    """

    lines: list[GridCell]
    parts: list[tuple[Heading | None, str, list[DraftItem]]]
    columns: list[HeaderColumn]
    totals: list[tuple[int, Unused]]
    doubts: list[Doubt]
    unused: list[Unused]
    printed: PrintedColumns
    legends: list[Unused]
    category_places: dict[str, str]  # place → heading of the column

    @property
    def items(self) -> list[DraftItem]:
        """Every item."""
        return [item for _heading, _place, items in self.parts for item in items]


_NO_NAME = re.compile(
    r"(?:sheet|table|page|工作表|表格?|第)?\s*[0-9一二三四五六七八九十]*\s*页?(?:\s*[(（][0-9]+[)）])?",
    re.IGNORECASE,
)


def sheet_of(place: str) -> str:
    """The name of the sheet that a place is in; nothing where it has none that a person gave."""
    name = place.rpartition("!")[0].rpartition(": ")[2]
    return "" if _NO_NAME.fullmatch(name) else name


def with_names_of_sheets(made: Tables) -> Tables:
    """The first of several sheets that are lists gets its name too; one without a name, or whose numbers go on, is no list of its own."""
    kept: list[tuple[Heading | None, str, list[DraftItem]]] = []
    for heading, place, items in made.parts:
        before = kept[-1][2] if kept else []
        if (
            heading
            and heading.level == OF_A_SHEET
            and (not heading.title or _goes_on(before, items))
        ):
            before.extend(items)
        else:
            kept.append((heading, place, items))
    headings = [heading for heading, _place, items in kept if items]
    if len(headings) > 1 and all(one and one.level == OF_A_SHEET for one in headings[1:]):
        first = next(at for at, (_heading, _place, items) in enumerate(kept) if items)
        place = kept[first][2][0].place
        if headings[0] is None and (name := sheet_of(place)):
            kept[first] = (Heading(OF_A_SHEET, None, name, None, name), place, kept[first][2])
    return made._replace(parts=kept)


def _goes_on(before: list[DraftItem], items: list[DraftItem]) -> bool:
    """Whether the numbers of a sheet are those that follow the last one."""
    last = next((one.serial for one in reversed(before) if one.serial is not None), None)
    first = next((one.serial for one in items if one.serial is not None), None)
    return last is not None and first == last + 1


def as_printed(serial: str) -> str | None:
    """A serial as the list has it: None where its number says it, else as printed without its stop."""
    text = clean_cell(serial)
    plain = text.rstrip(".．、").removesuffix(".0")
    number = read_serial(text)
    return None if number is not None and plain in (str(number), f"0{number}") else plain
