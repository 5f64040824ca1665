"""How a list prints itself: its headings, which cells are one with those above, how its items are cited. Pure."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from sulist.base.tuples import NamedTuple
from sulist.listfile.item import PERSONS, STANDARD, heading_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sulist.listfile.item import PrintedColumn, WorkItem
    from sulist.listfile.worklist import Unread, WorkList


# Which column a key of an item is about that is none.
_ABOUT = {"assigned": "deadline", "printed_serial": "serial"}


class Numbers(NamedTuple):
    """How many of some items were printed as such, how many as parts, and how many came in the year."""

    whole: int
    parts: int
    later: int


class Printing:
    """A list as it is printed. It is asked of the whole list, also where only some items are told."""

    def __init__(self, worklist: WorkList) -> None:
        self.worklist = worklist
        self.columns = worklist.columns
        self.standard = worklist.columns == STANDARD
        self.year = worklist.year

    def has(self, role: str) -> bool:
        """Whether it has a column of a role."""
        return any(one.role == role for one in self.columns)

    def heading(self, key: str) -> str:
        """The heading of the column whose cells have this key; of ``lead``, of the one that says who leads."""
        if key != "lead" or self.worklist.leads_by == "lead":
            return heading_of(self.columns, key)
        for role in ("responsible", *PERSONS[::-1]):
            if self.has(role):
                return next(one.heading for one in self.columns if one.role == role)
        return ""

    @property
    def serial_heading(self) -> str:
        """The heading of the serials; empty where none are printed."""
        return next((one.heading for one in self.columns if one.role == "serial"), "")

    def parent(self, item: WorkItem) -> WorkItem | None:
        """The item that this is a part of."""
        return self._items.get(item.part_of) if item.part_of else None

    def above(self, item: WorkItem, column: PrintedColumn) -> bool:
        """Whether a part's cell is one with that of its parent: it says nothing of its own."""
        if not item.part_of:
            return False
        if column.role == "serial":
            return not item.printed_serial
        if column.key == "responsible" and self.worklist.leads_by != "lead":
            return "lead" in item.inherits
        return column.key in item.inherits

    def whole(self, item: WorkItem, column: PrintedColumn) -> str:
        """What holds for an item in a column: its cell, or that of its parent; a serial is nobody else's."""
        parent = self.parent(item)
        if parent is None or column.role == "serial" or not self.above(item, column):
            return item.cell(column)
        return parent.cell(column)

    def alone(self, item: WorkItem, column: PrintedColumn) -> str:
        """A cell as it stands in a row that may be far from its parent's: what it has from that is marked so."""
        text = self.whole(item, column)
        if text and column.role != "serial" and self.above(item, column):
            text += f"（随{item.part_of}）"
        return text

    def leading_cell(self, item: WorkItem) -> str:
        """The cell that says who leads, its own or its parent's; where a person does, the names."""
        key = "lead" if self.worklist.leads_by == "lead" else "responsible"
        parent = self.parent(item)
        said = (parent if parent and "lead" in item.inherits else item).written(key)
        return said or item.lead_words

    @cached_property
    def serials_count(self) -> bool:
        """Whether a printed serial is the place in the category, so that an id says it too."""
        return self.has("serial") and all(
            item.printed_serial == str(item.serial) for item in self.worklist.items
        )

    def cited(self, item: WorkItem) -> str:
        """How an item is called on paper: by its id, or by its printed serial where that means it alone.

        A part that has no serial is called by its parent's and its place: 4之2.
        """
        return self._cited.get(item.id, item.id)

    def named(self, item: WorkItem) -> str:
        """An item as a sentence names it: 2-7, or by its printed serial 第12项, 第4项之2."""
        name = self.cited(item)
        if not self._cited:
            return name
        serial, mark, place = name.partition("之")
        return f"第{serial}项{mark}{place}"

    @property
    def cited_by_serial(self) -> bool:
        """Whether items are called by their printed serials."""
        return bool(self._cited)

    @property
    def cited_as(self) -> str:
        """The heading of what items are called by: 编号, or that of the printed serials."""
        return self.serial_heading if self._cited else "编号"

    def item(self, identity: str) -> WorkItem:
        """The item with an id."""
        return self._items[identity]

    def heading_of(self, unread: Unread) -> str:
        """The heading of a cell that could not be read, or of the one that it is about."""
        cell = _ABOUT.get(unread.cell, unread.cell)
        found = (one.heading for one in self.columns if cell in (one.key, one.heading, one.role))
        return next(found, "有关栏目")

    def is_of_units(self, unread: Unread) -> bool:
        """Whether a cell that could not be read is one of units."""
        return any(
            one.role in ("lead", "responsible") and unread.cell in (one.key, one.heading)
            for one in self.columns
        )

    def is_of_dates(self, unread: Unread) -> bool:
        """Whether a cell that could not be read says when something is due."""
        return _ABOUT.get(unread.cell, unread.cell) == "deadline"

    def says_who_leads(self, unread: Unread) -> bool:
        """Whether a cell that could not be read is the one that says who leads."""
        return unread.cell == ("lead" if self.worklist.leads_by == "lead" else "responsible")

    @cached_property
    def _items(self) -> dict[str, WorkItem]:
        return {item.id: item for item in self.worklist.items}

    @cached_property
    def _cited(self) -> dict[str, str]:
        if not self.has("serial") or self.serials_count:
            return {}
        items = self.worklist.items
        found = {item.id: item.printed_serial for item in items}
        places: Counter[str] = Counter()
        for item in items:
            places[item.part_of] += 1
            if not item.printed_serial and item.part_of:
                found[item.id] = f"{found[item.part_of]}之{places[item.part_of]}"
        unique = len(set(found.values())) == len(items) and all(found.values())
        return found if unique else {}


def numbers(items: Iterable[WorkItem]) -> Numbers:
    """How many of these items are of which kind; a part that came in the year is of these."""
    found = list(items)
    later = sum(item.assigned is not None for item in found)
    parts = sum(bool(item.part_of and not item.assigned) for item in found)
    return Numbers(len(found) - parts - later, parts, later)


def gathered(items: Iterable[WorkItem]) -> list[WorkItem]:
    """The items in their order, but each part below its parent, where that is among them."""
    found = list(items)
    there = {item.id for item in found}
    parts: dict[str, list[WorkItem]] = {}
    for item in found:
        if item.part_of in there:
            parts.setdefault(item.part_of, []).append(item)
    if not parts:
        return found
    return [
        one
        for item in found
        if item.part_of not in there
        for one in (item, *parts.get(item.id, ()))
    ]
