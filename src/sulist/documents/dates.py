"""The dates of the chosen items as entries of a calendar: each its day, its key, its state. Pure."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from sulist.progress.states import OPEN, STATES
from sulist.query import Match, select

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.deadline.recurring import Recurrence
    from sulist.progress.tracking import Progress
    from sulist.query import Query
    from sulist.worklist import WorkList

_WEEK = 7
_AS_RULES = ("day", "week")  # what every calendar repeats alike; the rest is written out


class Entry(NamedTuple):
    """A day to put into a calendar.

    ``key`` is the item and which of its dates; it stays when the date is extended. ``state`` is the
    state of that date. ``rule`` is set where the entry returns daily or weekly until ``last``.
    ``apart`` are the days since the day before it of the same deadline that returns, at the least.
    """

    match: Match
    key: str
    day: date
    last: date
    state: str
    rule: Recurrence | None = None
    apart: int | None = None

    @property
    def open(self) -> bool:
        """Whether something has still to be done by that day."""
        return self.state in OPEN


class Entries(NamedTuple):
    """Entries by day; ``undated`` of the chosen items have no date and so no entry."""

    entries: tuple[Entry, ...]
    undated: int


def entries(worklist: WorkList, query: Query, as_of: date, progress: Progress | None) -> Entries:
    """Every date of the items that ``query`` chooses, done or not.

    Of several dates only those that match its date filters. A deadline that returns has an entry
    for each of its days from the first of the list's year, or its own first, to the end of that
    year or its own end.
    """
    every = query if query.states or progress is None else query._replace(states=STATES)
    found = [
        Entry(match, _key(match), match.due, match.due, _state(match))
        for match in select(worklist, every, as_of, each_date=True, progress=progress).matches
        if match.due and match.item.deadline.recurrence is None
    ]
    undated = 0
    timeless = query._replace(before=None, after=None, since=None, overdue=False)
    for match in select(worklist, timeless, as_of, progress=progress).matches:
        deadline = match.item.deadline
        if deadline.recurrence:
            days = list(_occurrences(match, deadline.recurrence, worklist.year))
            found += _within(days, query)
            undated += not days
        else:
            undated += not deadline.milestones
    found.sort(key=lambda one: one.day)
    return Entries(tuple(found), undated)


def _key(match: Match) -> str:
    return f"{match.item.id}-{match.step or 1}"


def _state(match: Match) -> str:
    """The state of the date that matched, which may be done while the item is not."""
    if match.standing is None:
        return "no-report"
    parts = [part.state for part in match.standing.parts if part.step == match.step]
    return parts[0] if parts else match.standing.state


def _occurrences(match: Match, rule: Recurrence, year: int) -> Iterator[Entry]:
    first = rule.start or date(year, 1, 1)
    last = rule.until or date(max(year, first.year), 12, 31)
    state = _state(match)
    if rule.frequency in _AS_RULES:
        for number, each in enumerate(_each(rule), 1):
            day = each.after(first)
            if day and day <= last:
                key = f"{match.item.id}-{rule.frequency}-{number}"
                yield Entry(match, key, day, last, state, rule, _apart(rule, each))
        return
    day, apart = rule.after(first), None
    while day and day <= last:
        yield Entry(match, f"{match.item.id}-{day:%Y%m%d}", day, day, state, apart=apart)
        before, day = day, rule.after(day + timedelta(days=1)) if day < last else None
        apart = (day - before).days if day else None


def _each(rule: Recurrence) -> list[Recurrence]:
    """A rule for each of its days: Monday and Thursday are two entries that return."""
    return [rule._replace(days=(day,)) for day in rule.days] or [rule]


def _apart(rule: Recurrence, each: Recurrence) -> int:
    """The days between one of the days of a week, or every day, and the one before it."""
    if rule.frequency == "day":
        return 1
    (_month, day) = each.days[0]
    return min((day - other - 1) % _WEEK + 1 for _month, other in rule.days)


def _within(days: list[Entry], query: Query) -> Iterator[Entry]:
    """What of these days the filters of dates leave; a deadline that returns is never overdue."""
    if query.after == date.max:
        return
    first = max(
        query.since or date.min, query.after + timedelta(days=1) if query.after else date.min
    )
    last = query.before or date.max
    for one in days:
        day, end = one.day, min(one.last, last)
        if one.rule and day < first:
            day = one.rule.after(first) or date.max
        if first <= day <= end and not query.overdue:
            yield one._replace(day=day, last=end)
