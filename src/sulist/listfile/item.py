"""The list itself: items and categories as printed, with what is read from their cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sulist.base.numerals import parse_number
from sulist.base.plain import first_sentence, fold
from sulist.base.tuples import NamedTuple

if TYPE_CHECKING:
    from sulist.deadline import Deadline
    from sulist.listfile.yaml_source import Mapping
    from sulist.units import UnitRef


def id_numbers(written: str) -> list[int | None]:
    """The numbers of an id, whatever joins them (2-7, 2.7, 二-7, 二、7, ２－７); None for what is none."""
    return [parse_number(part) for part in re.split(r"[-.、,—–‐/]", fold(written))]


class WorkItem(NamedTuple):
    """One row of the list (一个事项): its five printed cells and their reading.

    ``category`` is the printed number (一), ``serial`` counts from 1 within it. ``lead_cell`` are
    all that the lead cell names, ``lead`` those of them that lead. ``node`` is where the item
    stands in the file.
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

    @property
    def lead(self) -> tuple[UnitRef, ...]:
        """Who leads: those of the lead cell beside which 牵头 stands; else all but who only assists.

        区住建局牵头，区财政局按职责分工负责 has one lead, 区住建局、区水务局 two.
        """
        said = tuple([ref for ref in self.lead_cell if ref.duty == "lead"])
        return said or tuple([ref for ref in self.lead_cell if not ref.assists])

    @property
    def assisting(self) -> tuple[UnitRef, ...]:
        """Whom the lead cell names beside those that lead."""
        lead = self.lead
        return tuple([ref for ref in self.lead_cell if ref not in lead])

    @property
    def name(self) -> str:
        """The first sentence of the printed text."""
        return first_sentence(self.text)[0]

    @property
    def detail(self) -> str:
        """What follows the first sentence; may be empty."""
        return first_sentence(self.text)[1]


class Category(NamedTuple):
    """A category as printed: its number (一), title, count, and its items in order."""

    number: str
    title: str
    count: int  # type: ignore[assignment]  # the printed key; no one counts in a record
    items: tuple[WorkItem, ...]
    node: Mapping
