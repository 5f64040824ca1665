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
        self._others: dict[tuple[str, ...], dict[str, str]] = {}

    def roles(self, item: WorkItem) -> dict[str, str]:
        """Every unit that the item touches, with the strongest role of each.

        Of a collective that leads, every unit leads (各镇), or may be one that does (有关部门). Who
        only assists is touched as the responsible are, whichever cell it stands in.
        """
        roles = dict(self._of_others(item))
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

    def _of_others(self, item: WorkItem) -> dict[str, str]:
        """The roles of those that do not lead: who assists in the lead cell, and all other cells."""
        assisting = item.assisting
        key: tuple[str, ...] = (item.lead_text if assisting else "", item.responsible_text)
        further = item.further
        if further:
            key += tuple([text for cell in item.more for text in cell])
        if key not in self._others:
            others = assisting + item.responsible
            others += tuple([ref for _heading, refs in further for ref in refs])
            roles: dict[str, str] = {}
            for role in ROLES[1:]:
                for ref in others:
                    if _role_of(ref) == role:
                        for unit in _members(self._roster, ref):
                            roles.setdefault(unit, role)
            self._others[key] = roles
        return self._others[key]


def _role_of(ref: UnitRef) -> str:
    """How a unit is touched that does not lead, by itself or as one of a collective."""
    if not ref.collective:
        return "named"
    return "covered" if ref.quantifier == "all" else "possible"


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
    """Whether a unit's word sets the item's state: it leads, or is one of those of whom some lead.

    So does the word of 有关部门 themselves, to whom their form is sent.
    """
    return unit in leads(worklist, item) or any(
        unit in _members(worklist.roster, ref) for ref in item.lead
    )


def speaks_for(worklist: WorkList, item: WorkItem, by: str, unit: str) -> bool:
    """Whether what ``by`` says of an item is the word of ``unit``, which leads it, under any of its names.

    Of 有关部门 nobody knows which one leads, so what any of them says is theirs.
    """
    name = worklist.roster.canonical(by) or by
    return name == unit or any(
        ref.collective and ref.name == unit and name in _members(worklist.roster, ref)
        for ref in item.lead
    )


def _members(roster: Roster, ref: UnitRef) -> tuple[str, ...]:
    """The one unit that is named, or those that a collective is about."""
    if ref.collective:
        return roster.members(ref) or ()
    return (roster.canonical(ref.name) or ref.name,)
