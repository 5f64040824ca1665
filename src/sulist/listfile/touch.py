"""Who is touched by an item, and how: who leads it, is named, is covered or may be meant. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sulist.listfile.item import WorkItem
    from sulist.listfile.worklist import WorkList
    from sulist.units import UnitRef
    from sulist.units.roster import Roster

ROLES = ("lead", "named", "covered", "possible")


class Touch:
    """In which of the four ways an item touches a unit; a cell is worked out once."""

    def __init__(self, worklist: WorkList) -> None:
        self._roster = worklist.roster
        self._responsible: dict[str, dict[str, str]] = {}

    def roles(self, item: WorkItem) -> dict[str, str]:
        """Every unit that the item touches, with the strongest role of each.

        Of a collective that leads, every unit leads (各镇), or may be one that does (有关部门).
        """
        roles = dict(self._of_responsible(item))
        for ref in item.lead:
            if ref.collective and ref.quantifier != "all":
                for unit in _members(self._roster, ref):
                    roles.setdefault(unit, "possible")
            else:
                roles |= dict.fromkeys(_members(self._roster, ref), "lead")
        return roles

    def strongest(self, item: WorkItem, units: tuple[str, ...]) -> str | None:
        """The strongest role that any of ``units`` has in the item; None: none."""
        roles = self.roles(item)
        found = [roles[unit] for unit in units if unit in roles]
        return min(found, key=ROLES.index) if found else None

    def _of_responsible(self, item: WorkItem) -> dict[str, str]:
        cell = item.responsible_text
        if cell not in self._responsible:
            roles: dict[str, str] = {}
            for role, refs in (
                ("named", [ref for ref in item.responsible if not ref.collective]),
                (
                    "covered",
                    [ref for ref in item.responsible if ref.collective and ref.quantifier == "all"],
                ),
                (
                    "possible",
                    [ref for ref in item.responsible if ref.collective and ref.quantifier != "all"],
                ),
            ):
                for ref in refs:
                    for unit in _members(self._roster, ref):
                        roles.setdefault(unit, role)
            self._responsible[cell] = roles
        return self._responsible[cell]


def leads(worklist: WorkList, item: WorkItem) -> tuple[str, ...]:
    """The units that lead, by their names on the roster; of 各镇 every one.

    Of 有关部门 nobody knows which: such a cell, and a collective without a group, stand for themselves.
    """
    found: list[str] = []
    for ref in item.lead:
        members = _members(worklist.roster, ref)
        found += members if members and (ref.quantifier != "some") else (ref.name,)
    return tuple(dict.fromkeys(found))


def unled(worklist: WorkList, items: Iterable[WorkItem]) -> list[WorkItem]:
    """The items that no unit leads: nobody owes a report on them, gets a form, or is urged."""
    return [item for item in items if not leads(worklist, item)]


def may_lead(worklist: WorkList, item: WorkItem, unit: str) -> bool:
    """Whether a unit's word sets the item's state: it leads, or is one of those of whom some lead."""
    return any(unit in (_members(worklist.roster, ref) or (ref.name,)) for ref in item.lead)


def _members(roster: Roster, ref: UnitRef) -> tuple[str, ...]:
    """The one unit that is named, or those that a collective is about."""
    if ref.collective:
        return roster.members(ref) or ()
    return (roster.canonical(ref.name) or ref.name,)
