"""Counts that always add up to all items, and what changed between two days. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sulist.listfile.touch import leads
from sulist.standing.course import STATES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sulist.listfile.item import WorkItem
    from sulist.standing.lights import Light
    from sulist.standing.states import DueDate, Standing
    from sulist.standing.tracking import Progress


# The states in the order of the road from its end; a rare one is told only where an item is in it.
ROAD = (
    "closed",
    "reported-done",
    "in-progress",
    "reopened",
    "not-started",
    "no-report",
    "withdrawn",
)
_RARE = frozenset({"reopened", "withdrawn", "reported-done", "not-started"})


class Counts(NamedTuple):
    """Items of a group.

    ``states`` are by state and add up to ``items``; of these so many are ``overdue``, and ``late``
    are those that were done after their first date.
    """

    name: str
    title: str
    items: int
    states: dict[str, int]
    overdue: int
    late: int

    @property
    def told_states(self) -> tuple[str, ...]:
        """The states worth a column, in the order of the road: the usual ones, and those that are there."""
        return tuple(one for one in ROAD if one not in _RARE or self.states[one])


class Moved(NamedTuple):
    """An item that is not as it was: its standing and light before, and now.

    ``told`` is what was reported as done in what was written meanwhile.
    """

    item: WorkItem
    before: Standing
    before_light: Light
    now: Standing
    now_light: Light
    told: tuple[str, ...]

    @property
    def put_off(self) -> tuple[DueDate, ...]:
        """The dates that were put off meanwhile, as they are now."""
        pairs = zip(self.before.dates, self.now.dates, strict=True)
        return tuple(now for before, now in pairs if now.extended and before.due != now.due)


def count(progress: Progress, name: str, title: str, items: Iterable[WorkItem]) -> Counts:
    """The counts of some items."""
    states = dict.fromkeys(STATES, 0)
    number = overdue = late = 0
    for item in items:
        one = progress.of(item)
        number += 1
        states[one.state] += 1
        overdue += one.overdue_days(progress.as_of) > 0
        late += one.late_days > 0
    return Counts(name, title, number, states, overdue, late)


def by_category(progress: Progress) -> list[Counts]:
    """The counts of each category."""
    return [
        count(progress, one.number, one.title, one.items) for one in progress.worklist.categories
    ]


def by_lead(progress: Progress) -> list[Counts]:
    """The counts of each unit that leads, most items first; what nobody leads is under no name.

    An item that several lead counts for each of them, so that these counts may be more than the items.
    """
    groups: dict[str, list[WorkItem]] = {}
    for item in progress.worklist.items:
        for unit in leads(progress.worklist, item) or ("",):
            groups.setdefault(unit, []).append(item)
    return [
        count(progress, name, "", items)
        for name, items in sorted(groups.items(), key=lambda pair: -len(pair[1]))
    ]


def led_by_several(progress: Progress) -> int:
    """How many items several units lead, so that each of these counts them."""
    worklist = progress.worklist
    return sum(len(leads(worklist, item)) > 1 for item in worklist.items)


def changes(progress: Progress, since: date) -> tuple[Moved, ...]:
    """The items whose state, percent, light or dates are not as they were known on the day ``since``.

    Where less than that is known, what was before is told by the same knowledge.
    """
    before = progress.at(since, min(since, progress.known_by or since))
    found = []
    for item in before.worklist.items:
        old, new = before.of(item), progress.of(item)
        lights = before.light(item), progress.light(item)
        if _told_apart(old, lights[0]) != _told_apart(new, lights[1]):
            told = tuple(
                one.done for one in new.reports if one.written_day > since.isoformat() and one.done
            )
            found.append(Moved(item, old, lights[0], new, lights[1], told))
    return tuple(found)


def _told_apart(one: Standing, light: Light) -> tuple[object, ...]:
    return one.state, one.percent, [due_date.due for due_date in one.dates], light.colour
