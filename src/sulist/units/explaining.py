"""How a cell was read, told to a person: whole sentences, one line a unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.units.ref import UnitRef
    from sulist.units.roster import Roster

_DUTIES = {
    "lead": "牵头",
    "responsible": "责任",
    "support": "配合",
    "join": "参与",
    "guide": "指导",
}


def line(ref: UnitRef, why: str, source: str, roster: Roster | None) -> str:
    """One line about one unit: what it is, why it is called so, and its duty."""
    sentences = _sentences(ref, why, source, roster)
    return "".join(text if text.endswith("。") else f"{text} " for text in sentences).rstrip()


def _sentences(ref: UnitRef, why: str, source: str, roster: Roster | None) -> Iterator[str]:
    yield _kind(ref).format(name=ref.name)
    if ref.restored:
        yield _restoration(why).format(written=ref.written, source=source)
    elif why == "side":
        yield _("Nothing stands between it and its neighbour, but they are two names.")
    if roster:
        yield _about_members(ref, roster) if ref.collective else _about_roster(ref, roster)
    if ref.duty:
        yield _("Duty: {duty}.").format(duty=_DUTIES[ref.duty])
    if ref.open:
        yield _("The list goes on after it (等).")


def _kind(ref: UnitRef) -> str:
    if not ref.collective:
        return _("{name}: one unit, by name.")
    if ref.quantifier == "all":
        return _("{name}: a collective, every one of them.")
    return _("{name}: a collective, some of them, which ones is not said.")


def _restoration(why: str) -> str:
    return {
        "scope": _("It is written {written}; what follows comes from {source}."),
        "ending": _("It is written {written}; the ending comes from {source}."),
        "opening": _("It is written {written}; the beginning comes from {source}."),
        "level": _("It is written {written}; the level comes from {source}."),
    }[why]


def _about_roster(ref: UnitRef, roster: Roster) -> str:
    listed = roster.canonical(ref.name)
    if listed is None:
        return _("The roster does not have it.")
    if listed != ref.name:
        return _("The roster calls it {unit}.").format(unit=listed)
    return _("It is on the roster, under {group}.").format(group=roster.group_of(listed))


def _about_members(ref: UnitRef, roster: Roster) -> str:
    members = roster.members(ref)
    if members is None:
        return _("No group of the roster answers to it.")
    if ref.quantifier == "some":
        message = ngettext(
            "The roster has {count} unit that may be meant: {units}.",
            "The roster has {count} units that may be meant: {units}.",
            len(members),
        )
    else:
        message = ngettext(
            "On the roster that is {count} unit: {units}.",
            "On the roster that is {count} units: {units}.",
            len(members),
        )
    return message.format(count=len(members), units="、".join(members))
