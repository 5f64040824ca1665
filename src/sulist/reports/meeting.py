"""What the meeting is told: how far all items are, what changed, and what has to be decided. Pure."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from sulist.asking.query import Query, select
from sulist.reports.progress_counts import by_category, by_lead, changes, count
from sulist.standing.lights import COLOURS

if TYPE_CHECKING:
    from datetime import date

    from sulist.asking.query import Match
    from sulist.listfile.item import WorkItem
    from sulist.reports.progress_counts import Counts, Moved
    from sulist.standing.states import DueDate, Extension, Standing
    from sulist.standing.tracking import Progress


class Obstacle(NamedTuple):
    """What a unit said last is in the way of an item."""

    item: WorkItem
    unit: str
    text: str


class Overdue(NamedTuple):
    """A date that is past and not done: so many ``days``."""

    item: WorkItem
    standing: Standing
    part: DueDate
    days: int


class DoneLate(NamedTuple):
    """A date that was done on ``on``, so many ``days`` after the day that was printed."""

    item: WorkItem
    part: DueDate
    days: int
    on: date


class Extended(NamedTuple):
    """An item that was given more time."""

    item: WorkItem
    extension: Extension


class Meeting(NamedTuple):
    """The report of the meeting about some items.

    ``counts`` are of all of them and add up from ``categories`` and from ``leads``; ``lights`` are how many
    have which. ``changed`` is what is not as it was known on the day ``since``, None where no day
    was named. ``next`` are the dates to come that are soonest, all on one day. ``of`` is how many items
    the list has; ``not_counted`` lines of the journal count for nothing.
    """

    as_of: date
    known_by: date | None
    of: int
    counts: Counts
    lights: dict[str, int]
    categories: tuple[Counts, ...]
    leads: tuple[Counts, ...]
    since: date | None
    changed: tuple[Moved, ...] | None
    problems: tuple[Obstacle, ...]
    overdue: tuple[Overdue, ...]
    done_late: tuple[DoneLate, ...]
    extensions: tuple[Extended, ...]
    next: tuple[Match, ...]
    not_counted: int


def meeting(progress: Progress, since: date | None = None, of: int | None = None) -> Meeting:
    """The report about the list of ``progress``; where that is a part of one, ``of`` is how many the whole has."""
    items = progress.worklist.items
    known = [(item, progress.of(item)) for item in items]
    lights = Counter(progress.light(item).colour for item in items)
    return Meeting(
        progress.as_of,
        progress.known_by,
        len(items) if of is None else of,
        count(progress, "", "", items),
        {colour: lights[colour] for colour in COLOURS},
        tuple(by_category(progress)),
        tuple(by_lead(progress)),
        since,
        changes(progress, since) if since else None,
        tuple(Obstacle(item, unit, text) for item, one in known for unit, text in one.problems),
        tuple(
            Overdue(item, one, part, days)
            for item, one in known
            for part in one.open_dates
            if (days := part.overdue_days(progress.as_of))
        ),
        tuple(
            DoneLate(item, part, part.late_days, part.done_on)
            for item, one in known
            for part in one.dates
            if part.late_days and part.done_on and not part.open
        ),
        tuple(Extended(item, each) for item, one in known for each in one.extensions),
        _next(progress),
        progress.not_counted,
    )


def _next(progress: Progress) -> tuple[Match, ...]:
    """What is due on the next day on which anything is, today included."""
    found = select(
        progress.worklist, Query(), progress.as_of, each_date=True, progress=progress
    ).matches
    coming = [one for one in found if one.days_left is not None and one.days_left >= 0]
    return tuple(one for one in coming if one.due == coming[0].due)
