"""The items that no unit is asked about: since none leads, since a person does, or since who leads could not be read. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sulist.listfile.item import PERSONS
from sulist.listfile.printing import Printing
from sulist.listfile.touch import leads, unled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sulist.listfile.item import WorkItem
    from sulist.listfile.worklist import Unread, WorkList
    from sulist.standing.tracking import Progress


class NamesPeople(NamedTuple):
    """An item of which a cell names people, and no cell a unit that leads."""

    item: WorkItem
    heading: str
    text: str


class UnreadLead(NamedTuple):
    """An item of which it could not be read who leads, by its own cell or, of a part, by its parent's."""

    item: WorkItem
    heading: str
    unread: Unread


class Unled(NamedTuple):
    """``items`` that no unit leads as far as that could be read, of which ``named`` name people; and the ``unread``.

    ``in_person`` are those for which people answer, since no unit is named (``worklist.answering``).
    """

    items: tuple[WorkItem, ...]
    in_person: tuple[WorkItem, ...]
    named: tuple[NamesPeople, ...]
    unread: tuple[UnreadLead, ...]


NOBODY_ASKED = Unled((), (), (), ())


class Asked:
    """Who is asked about an item: has a form to fill in, owes a report, is urged.

    Those are the units that lead it; where the cell that says so could not be read, or is not
    proved, only those of them that are on the roster. ``doubtful`` are these cells, by item.
    """

    def __init__(self, worklist: WorkList) -> None:
        printing = Printing(worklist)
        self.doubtful = {one.id: one for one in worklist.unread if printing.says_who_leads(one)}
        self._worklist = worklist

    def units(self, item: WorkItem) -> tuple[str, ...]:
        """The units that are asked about an item."""
        found = leads(self._worklist, item)
        if item.id not in self.doubtful:
            return found
        return tuple(unit for unit in found if self._worklist.roster.canonical(unit))

    def unled(self, items: Iterable[WorkItem]) -> list[WorkItem]:
        """The items that no unit leads, as far as that could be read."""
        return [item for item in unled(self._worklist, items) if item.id not in self.doubtful]


def without_lead(progress: Progress) -> Unled:
    """Which open items no unit is asked about, or perhaps not all that should be."""
    worklist = progress.worklist
    there = [item for item in worklist.items if progress.of(item).open]
    printing = Printing(worklist)
    asked = Asked(worklist)
    cells = asked.doubtful
    unread = []
    for item in there:
        of = item.part_of if "lead" in item.inherits else item.id
        if of in cells:
            unread.append(UnreadLead(item, printing.heading_of(cells[of]), cells[of]))
    free = tuple(asked.unled(there))
    in_person = tuple(item for item in there if item.lead and not (item.units or item.inherits))
    return Unled(free, in_person, tuple(_named(worklist, free)), tuple(unread))


def _named(worklist: WorkList, items: Iterable[WorkItem]) -> Iterable[NamesPeople]:
    for item in items:
        for role in reversed(PERSONS):
            cells = [
                NamesPeople(item, one.heading, text)
                for one in worklist.columns
                if one.role == role and (text := item.cell(one))
            ]
            if cells:
                yield from cells
                break
