"""The list itself: its printed columns, items and categories as printed, with what is read from their cells."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from sulist.base.numerals import parse_number
from sulist.base.plain import first_sentence, fold
from sulist.base.tuples import NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from sulist.deadline import Deadline
    from sulist.listfile.yaml_source import Mapping
    from sulist.units import UnitRef
    from sulist.units.roster import Roster


# A list has at most one column of each of the first five.
SINGLE = ("serial", "category", "text", "lead", "deadline")
ROLES = (*SINGLE, "responsible", "leader", "person", "other")
# What an item has under a key of its own, where its list has a column of that role.
OF_AN_ITEM = ("text", "lead", "responsible", "deadline")
PERSONS = ("leader", "person")


class PrintedColumn(NamedTuple):
    """A column as printed: its heading, and what it is.

    ``key`` is the item's key that has its cells; ``more`` where they stand there under the heading;
    empty where no cell is written, since the item's place says it (序号, 类别).
    """

    heading: str
    role: str
    key: str


STANDARD = (
    PrintedColumn("序号", "serial", ""),
    PrintedColumn("事项名称", "text", "text"),
    PrintedColumn("牵头单位", "lead", "lead"),
    PrintedColumn("责任单位", "responsible", "responsible"),
    PrintedColumn("完成时限", "deadline", "deadline"),
)


def columns_of(roles: dict[str, str]) -> tuple[PrintedColumn, ...]:
    """The columns of a list whose headings have these ``roles``, in the printed order.

    Of several unit columns that are responsible the first has its cells under ``responsible``.
    """
    taken: set[str] = set()
    made = []
    for heading, role in roles.items():
        key = "" if role in ("serial", "category") else "more"
        if role in OF_AN_ITEM and role not in taken:
            key = role
        taken.add(role)
        made.append(PrintedColumn(heading, role, key))
    return tuple(made)


def heading_of(columns: tuple[PrintedColumn, ...], key: str) -> str:
    """The printed heading of the column whose cells stand under ``key``; the standard one where none is."""
    return next((one.heading for one in (*columns, *STANDARD) if one.key == key), key)


def id_numbers(written: str) -> list[int | None]:
    """The numbers of an id, whatever joins them (2-7, 2.7, 二-7, 二、7, ２－７); None for what is none."""
    return [parse_number(part) for part in re.split(r"[-.、,—–‐/]", fold(written))]


def leading(cell: tuple[UnitRef, ...]) -> tuple[UnitRef, ...]:
    """Who leads of those that a cell names: those beside whom 牵头 stands; else all but who only assists.

    区住建局牵头，区财政局按职责分工负责 has one lead, 区住建局、区水务局 two.
    """
    said = tuple([ref for ref in cell if ref.duty == "lead"])
    return said or tuple([ref for ref in cell if not ref.assists])


class WorkItem(NamedTuple):
    """One row of the list (一个事项): its printed cells and their reading.

    ``category`` is the printed number (一), ``serial`` counts from 1 within it. ``lead_cell`` are
    all that the lead cell names, ``lead`` those that lead the item, wherever they are named.
    ``node`` is where the item stands in the file. The rest is of lists with further columns, parts
    and items of the year: ``more`` are the further cells by heading, ``further`` the units of those
    that are unit cells, ``leaders`` and ``persons`` the names in those of people; ``part_of`` is the
    id of the item that it is a part of, ``inherits`` what it has from that one: lead, deadline;
    ``assigned`` is the day on which it was assigned, where that was in the course of the year, and
    ``source`` says by what, or from where it was carried over.
    """

    id: str
    category: str
    category_title: str
    serial: int
    text: str
    lead_text: str
    lead_cell: tuple[UnitRef, ...]
    responsible_text: str
    responsible: tuple[UnitRef, ...]
    deadline: Deadline
    node: Mapping
    lead: tuple[UnitRef, ...] = ()
    printed_serial: str = ""
    more: tuple[tuple[str, str], ...] = ()
    further: tuple[tuple[str, tuple[UnitRef, ...]], ...] = ()
    leaders: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    part_of: str = ""
    inherits: tuple[str, ...] = ()
    assigned: date | None = None
    source: str = ""

    @property
    def assisting(self) -> tuple[UnitRef, ...]:
        """Whom the lead cell names beside those that lead."""
        return tuple([ref for ref in self.lead_cell if ref not in self.lead])

    @property
    def lead_words(self) -> str:
        """Who leads: as its lead cell is printed, else the names of those whom another cell or its parent names."""
        return self.lead_text or "、".join(ref.name for ref in self.lead)

    @property
    def units(self) -> tuple[UnitRef, ...]:
        """All whom its cells name, in their order."""
        further = [ref for _heading, refs in self.further for ref in refs]
        return (*self.lead_cell, *self.responsible, *further)

    @property
    def cells(self) -> tuple[str, ...]:
        """All its printed texts."""
        own = (self.text, self.lead_text, self.responsible_text, self.deadline.text)
        return (*own, *[text for _heading, text in self.more])

    @property
    def name_and_detail(self) -> tuple[str, str]:
        """The first sentence of the printed text, and what follows it, which may be empty."""
        return first_sentence(self.text)

    @property
    def name(self) -> str:
        """The first sentence of the printed text."""
        return self.name_and_detail[0]

    @property
    def detail(self) -> str:
        """What follows the first sentence; may be empty."""
        return self.name_and_detail[1]

    def cell(self, column: PrintedColumn) -> str:
        """What is printed in a column; empty where nothing is, and where a part says nothing of its own."""
        if column.role == "serial":
            return self.printed_serial
        if column.role == "category":
            return self.category_title
        if column.key in self.inherits:
            return ""
        return self.written(column.heading if column.key == "more" else column.key)

    def written(self, cell: str) -> str:
        """The text of a cell, by its key or its heading."""
        own = {
            "text": self.text,
            "lead": self.lead_text,
            "responsible": self.responsible_text,
            "deadline": self.deadline.text,
        }
        return own[cell] if cell in own else dict(self.more).get(cell, "")


class Category(NamedTuple):
    """A category as printed: its number (一), title, count (0: none), and its items in order."""

    number: str
    title: str
    count: int  # type: ignore[assignment]  # the printed key; no one counts in a record
    items: tuple[WorkItem, ...]
    node: Mapping

    @property
    def place(self) -> int:
        """Its printed number as an integer: 二 → 2; 0 where it is none."""
        return parse_number(self.number) or 0


class UnitCells:
    """The cells of units of a list by their texts: thousands of items share a few, so each is looked at once.

    ``read`` has the units of each text; one that could not be read has none.
    """

    def __init__(self, read: dict[str, tuple[UnitRef, ...]], roster: Roster) -> None:
        self.read = read
        self.roster = roster

    @cached_property
    def unknown(self) -> frozenset[str]:
        """The names of units that are not on the roster; collectives are none."""
        named = {ref.name for refs in self.read.values() for ref in refs if not ref.collective}
        return frozenset([name for name in named if self.roster.canonical(name) is None])

    @cached_property
    def groupless(self) -> frozenset[str]:
        """The names of collectives that no group of the roster answers to."""
        named = {ref.name: ref for refs in self.read.values() for ref in refs if ref.collective}
        return frozenset([name for name, ref in named.items() if self.roster.members(ref) is None])

    @cached_property
    def names(self) -> dict[str, frozenset[str]]:
        """Whom each text names, by the roster's name where it has one, so that an alias is no other unit."""
        own = OwnNames(self.roster)
        return {
            text: frozenset([own[ref.name] for ref in refs]) for text, refs in self.read.items()
        }

    @cached_property
    def naming_twice(self) -> frozenset[str]:
        """The texts in which a unit is named more than once."""
        names = self.names
        return frozenset([text for text, refs in self.read.items() if len(names[text]) < len(refs)])


class OwnNames(dict[str, str]):
    """The roster's name of each unit that is named; of one that is not on it, the name itself."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster

    def __missing__(self, name: str) -> str:
        return self.setdefault(name, self._roster.canonical(name) or name)


class Draft(NamedTuple):
    """A list as read, before it is checked; ``node`` is None where the file holds no list.

    ``leads_by`` says where the units stand that lead: ``lead``, in cells of their own, or
    ``responsible`` or ``first``, all of the responsible ones or the first. ``has_half_marks`` where
    a half-width comma or bracket stands in a text.
    """

    title: str
    region: str
    year: int
    total: int
    issued: date | None
    categories: tuple[Category, ...]
    roster: Roster
    node: Mapping | None
    cells: UnitCells
    columns: tuple[PrintedColumn, ...] = STANDARD
    leads_by: str = "lead"
    has_half_marks: bool = False
