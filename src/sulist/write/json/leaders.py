"""People and their load as plain objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sulist.standing.course import STATES
from sulist.write.json.items import head, iso

if TYPE_CHECKING:
    from sulist.reports.leaders import Leaders, NamedLoad


def leaders(report: Leaders) -> dict[str, Any]:
    """Every leader and every person, and the cells that name nobody."""
    found = head(report.subject) | {
        "people": [
            {"role": role} | load(one)
            for role, named in (("leader", report.leaders), ("person", report.persons))
            for one in named
        ],
        "led_by_nobody": report.led_by_nobody,
        "unnamed": [
            {"id": one.id, "cell": one.heading, "text": one.text} for one in report.unnamed
        ],
        "unread": [{"id": one.id, "cell": one.cell} for one in report.unread],
    }
    if report.subject.progress:
        from sulist.write.json import tracked

        found["journal"] = tracked.journal(report.subject.progress)
    return found


def load(one: NamedLoad) -> dict[str, Any]:
    """The items of a name; ``states`` is null where nobody reports."""
    return {
        "name": one.name,
        "title": one.title or None,
        "items": one.items,
        "overdue": one.overdue,
        "next": iso(one.upcoming),
        "states": {state: one.states.get(state, 0) for state in STATES} if one.states else None,
    }
