"""What the meeting is told: how far all items are, what changed, and what has to be decided. Pure."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from sulist.reports.overview import overview
from sulist.reports.progress_counts import (
    by_category,
    by_lead,
    changes,
    count,
    led_by_several,
)
from sulist.standing.lights import COLOURS

if TYPE_CHECKING:
    from datetime import date

    from sulist.asking.subject import Subject
    from sulist.listfile.item import WorkItem
    from sulist.listfile.worklist import Unread
    from sulist.reports.overview import Overview
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
    due_date: DueDate
    days: int


class DoneLate(NamedTuple):
    """A date that was done on ``on``, so many ``days`` after the day that was printed."""

    item: WorkItem
    due_date: DueDate
    days: int
    on: date


class Extended(NamedTuple):
    """An item that was given more time."""

    item: WorkItem
    extension: Extension


class Meeting(NamedTuple):
    """The report of the meeting about some items.

    ``counts`` are of all of them and add up from ``categories``; of the ``leads`` every one counts all
    that it leads, alone or, as with ``led_by_several`` of the items, with others. ``lights`` are how
    many have which. ``overdue`` and ``done_late`` are dates, of which an item may have several; its
    ``counts`` count items, and as done late only what is done as a whole. ``changed`` is what is not as it was known on the day ``since``, None where no day
    was named, ``added`` what was assigned after it. ``not_counted`` lines of the journal count for nothing.
    """

    as_of: date
    known_by: date | None
    counts: Counts
    lights: dict[str, int]
    categories: tuple[Counts, ...]
    leads: tuple[Counts, ...]
    led_by_several: int
    since: date | None
    changed: tuple[Moved, ...] | None
    added: tuple[WorkItem, ...]
    problems: tuple[Obstacle, ...]
    overdue: tuple[Overdue, ...]
    done_late: tuple[DoneLate, ...]
    extensions: tuple[Extended, ...]
    not_counted: int

    @property
    def extended_items(self) -> int:
        """How many items the rows of ``extensions`` are of."""
        return len({one.item.id for one in self.extensions})


class MeetingReport(NamedTuple):
    """How far everything is, or what is in the states asked for; beside it what is due when, and who has how much."""

    subject: Subject
    meeting: Meeting
    overview: Overview

    @property
    def found(self) -> int:
        """How many items."""
        return self.meeting.counts.items

    @property
    def unread(self) -> tuple[Unread, ...]:
        """The cells that could not be read and matter here."""
        return self.overview.unread


def report(subject: Subject, since: date | None = None, by: str = "") -> MeetingReport | Overview:
    """The whole picture; where there is progress the report of the meeting, with what changed ``since``.

    The load is told by unit, or ``by`` leader or category.

    Raises:
        UsageError: it is asked for by leader, and the list has none.
    """
    whole, progress = overview(subject, by), subject.progress
    if progress is None:
        return whole
    part = subject.narrowed()
    known = progress if part is subject.worklist else progress.about(part)
    return MeetingReport(subject, meeting(known, since), whole)


def meeting(progress: Progress, since: date | None = None) -> Meeting:
    """The report about the list of ``progress``, with what changed since that day, where one is named."""
    items = progress.worklist.items
    known = [(item, progress.of(item)) for item in items]
    lights = Counter(progress.light(item).colour for item in items)
    return Meeting(
        progress.as_of,
        progress.known_by,
        count(progress, "", "", items),
        {colour: lights[colour] for colour in COLOURS},
        tuple(by_category(progress)),
        tuple(by_lead(progress)),
        led_by_several(progress),
        since,
        changes(progress, since) if since else None,
        tuple(one for one in items if since and one.assigned and one.assigned > since),
        tuple(Obstacle(item, unit, text) for item, one in known for unit, text in one.problems),
        tuple(
            Overdue(item, one, due_date, days)
            for item, one in known
            for due_date in one.open_dates
            if (days := due_date.overdue_days(progress.as_of))
        ),
        tuple(
            DoneLate(item, due_date, due_date.late_days, due_date.done_on)
            for item, one in known
            for due_date in one.dates
            if due_date.late_days and due_date.done_on and not due_date.open
        ),
        tuple(Extended(item, each) for item, one in known for each in one.extensions),
        progress.not_counted,
    )
