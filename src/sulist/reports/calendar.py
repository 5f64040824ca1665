"""The dates of the chosen items as entries of a calendar: each its day, its key, its state. Pure."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from sulist.standing.course import STATES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.asking.query import Match, Query
    from sulist.asking.subject import Subject
    from sulist.deadline.recurring import Recurrence

_WEEK = 7
_AS_RULES = ("day", "week")  # what every calendar repeats alike; the rest is written out


class Entry(NamedTuple):
    """A day to put into a calendar.

    ``key`` is the item and which of its dates; it stays when the date is extended. ``state`` is the
    state of that date, ``open`` whether something has still to be done by it. ``rule`` is set where
    the entry returns daily or weekly until ``last``. ``apart`` are the days since the day before it
    of the same deadline that returns, at the least. ``to_come`` is whether it is open and not past,
    so that a reminder has a use. ``revision`` counts the records on its item, and so only ever grows.
    """

    match: Match
    key: str
    day: date
    last: date
    state: str
    open: bool
    rule: Recurrence | None = None
    apart: int | None = None
    to_come: bool = False
    revision: int = 0


class Calendar(NamedTuple):
    """Entries by day; ``undated`` of the chosen items have no date and so no entry."""

    subject: Subject
    entries: tuple[Entry, ...]
    undated: int


def calendar(subject: Subject) -> Calendar:
    """Every date of the items that are chosen, done or not.

    Of several dates only those that match the date filters. A deadline that returns has an entry
    for each of its days from the first of the list's year, or its own first, to the end of that
    year or its own end.
    """
    query, progress = subject.query, subject.progress
    every = query if query.states or progress is None else query._replace(states=STATES)
    found = [
        Entry(match, _key(match), match.due, match.due, *_state(match))
        for match in subject._replace(query=every).select(each_date=True).matches
        if match.due and match.item.deadline.recurrence is None
    ]
    undated = 0
    timeless = query._replace(before=None, after=None, since=None, overdue=False)
    for match in subject._replace(query=timeless).select().matches:
        deadline = match.item.deadline
        if deadline.recurrence:
            days = list(_occurrences(match, deadline.recurrence, subject.worklist.year))
            found += _within(days, query)
            undated += not days
        else:
            undated += not deadline.milestones
    found.sort(key=lambda one: one.day)
    revisions = Counter(one.item for one in progress.records()) if progress else Counter[str]()
    made = (
        one._replace(
            to_come=one.open and one.last >= subject.as_of,
            revision=revisions[one.match.item.id],
        )
        for one in found
    )
    return Calendar(subject, tuple(made), undated)


def _key(match: Match) -> str:
    return f"{match.item.id}-{match.step or 1}"


def _state(match: Match) -> tuple[str, bool]:
    """The state of the date that matched, which may be done while the item is not; whether it is open."""
    if match.standing is None:
        return "no-report", True
    one = match.standing.date_of(match.step) or match.standing
    return one.state, one.open


def _occurrences(match: Match, rule: Recurrence, year: int) -> Iterator[Entry]:
    first = rule.start or date(year, 1, 1)
    last = rule.until or date(max(year, first.year), 12, 31)
    state, is_open = _state(match)
    if rule.frequency in _AS_RULES:
        for number, each in enumerate(_each(rule), 1):
            day = each.after(first)
            if day and day <= last:
                key = f"{match.item.id}-{rule.frequency}-{number}"
                yield Entry(match, key, day, last, state, is_open, rule, _apart(rule, each))
        return
    day, apart = rule.after(first), None
    while day and day <= last:
        key = f"{match.item.id}-{day:%Y%m%d}"
        yield Entry(match, key, day, day, state, is_open, apart=apart)
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
