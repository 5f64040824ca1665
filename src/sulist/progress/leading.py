"""Which units lead an item, and so say how far it is and owe its reports. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sulist.item import WorkItem
    from sulist.units import UnitRef
    from sulist.worklist import WorkList


def leads(worklist: WorkList, item: WorkItem) -> tuple[str, ...]:
    """The units that lead, by their names on the roster; of 各镇 every one.

    Of 有关部门 nobody knows which: such a cell, and a collective without a group, stand for themselves.
    """
    found: list[str] = []
    for ref in item.lead:
        members = _members(worklist, ref)
        found += members if members and (ref.quantifier != "some") else (ref.name,)
    return tuple(dict.fromkeys(found))


def unled(worklist: WorkList, items: Iterable[WorkItem]) -> list[WorkItem]:
    """The items that no unit leads: nobody owes a report on them, gets a form, or is urged."""
    return [item for item in items if not leads(worklist, item)]


def may_lead(worklist: WorkList, item: WorkItem, unit: str) -> bool:
    """Whether a unit's word sets the item's state: it leads, or is one of those of whom some lead."""
    return any(unit in (_members(worklist, ref) or (ref.name,)) for ref in item.lead)


def _members(worklist: WorkList, ref: UnitRef) -> tuple[str, ...]:
    if ref.collective:
        return worklist.roster.members(ref) or ()
    return (worklist.roster.canonical(ref.name) or ref.name,)
