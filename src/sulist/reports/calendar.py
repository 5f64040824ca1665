"""The dates of the chosen items as entries of a calendar: each its day, its key, its state. Pure."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from sulist.asking.occurring import Occurrences
from sulist.standing.course import STATES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.asking.query import Match, Query
    from sulist.asking.subject import Subject
    from sulist.deadline.meaning import Recurrence

_WEEK = 7
_AS_RULES = ("day", "week")  # what every calendar repeats alike; the rest is written out


class Entry(NamedTuple):
    """A day to put into a calendar.

    ``key`` is the item and which of its dates; it stays when the date is extended. ``state`` is the
    state of that date, ``open`` whether something has still to be done by it. ``rule`` is set where
    the entry returns daily or weekly until ``last``, but not on the days that are ``left_out``, since
    they are dates of the item's own. ``apart`` are the days since the day before it of the same
    deadline that returns, at the least. ``to_come`` is whether it is open and not past, so that a
    reminder has a use. ``revision`` counts the records on its item, and so only ever grows.
    """

    match: Match
    key: str
    day: date
    last: date
    state: str
    open: bool
    rule: Recurrence | None = None
    left_out: tuple[date, ...] = ()
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
    for each of its days in the time that is asked about, which begins with the list's year where no
    first day is named: a calendar is also a record.
    """
    query, progress = subject.query, subject.progress
    years = subject.worklist.years or (subject.as_of.year, subject.as_of.year)
    every = query if query.states or progress is None else query._replace(states=STATES)
    found = [
        Entry(match, _key(match), match.due, match.due, *_state(match))
        for match in _dated(subject)._replace(query=every).select(each_date=True).matches
        if match.due and not match.occurrence
    ]
    undated = 0
    timeless = query.undated()
    for match in subject._replace(query=timeless).select().matches:
        deadline = match.item.deadline
        if deadline.recurrence:
            returns = Occurrences.of(deadline, match.standing)
            found += _returning(match, returns, query, years)
            whole = returns.window(date(years[0], 1, 1), None, years[1])
            undated += whole is None and deadline.only_returns
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


def _dated(subject: Subject) -> Subject:
    """The same of the items that have dates of their own."""
    categories = (
        category._replace(
            items=tuple(one for one in category.items if not one.deadline.only_returns)
        )
        for category in subject.worklist.categories
    )
    return subject._replace(worklist=subject.worklist._replace(categories=tuple(categories)))


def _key(match: Match) -> str:
    return f"{match.item.id}-{match.step or 1}"


def _state(match: Match) -> tuple[str, bool]:
    """The state of the date that matched, which may be done while the item is not; whether it is open."""
    if match.standing is None:
        return "no-report", True
    one = match.standing.date_of(match.step) or match.standing
    return one.state, one.open


def _returning(
    match: Match, returns: Occurrences, query: Query, years: tuple[int, int]
) -> Iterator[Entry]:
    """The entries of what returns, in the item's own state; none is overdue."""
    first = query.first_day or date(years[0], 1, 1)
    window = None if query.overdue else returns.window(first, query.before, years[1])
    if window is None or query.after == date.max:
        return
    state = (match.standing.state, match.standing.open) if match.standing else ("no-report", True)
    if returns.rule.frequency in _AS_RULES:
        for number, each in enumerate(_each(returns), 1):
            day = next(each.between(*window), None)
            if day:
                key = f"{match.item.id}-{each.rule.frequency}-{number}"
                own = sorted({one for one in each.own if day < one <= window[1]})
                left_out = tuple(one for one in own if each.rule.number(one, one))
                yield Entry(
                    _on(match, day),
                    key,
                    day,
                    window[1],
                    *state,
                    each.rule,
                    left_out,
                    _apart(returns.rule, each.rule),
                )
        return
    before = None
    for day in returns.between(min(first, date(years[0], 1, 1)), window[1]):
        if day >= window[0]:
            key, apart = f"{match.item.id}-{day:%Y%m%d}", (day - before).days if before else None
            yield Entry(_on(match, day), key, day, day, *state, apart=apart)
        before = day


def _on(match: Match, day: date) -> Match:
    """The match of an item as one of a day on which it returns, and not of a date of its own."""
    return match._replace(due=day, occurrence=day, step=0, first_due=None)


def _each(returns: Occurrences) -> list[Occurrences]:
    """What returns on each of its days: Monday and Thursday are two entries that return."""
    rule = returns.rule
    return [returns._replace(rule=rule._replace(days=(day,))) for day in rule.days] or [returns]


def _apart(rule: Recurrence, each: Recurrence) -> int:
    """The days between one of the days of a week, or every day, and the one before it."""
    if rule.frequency == "day":
        return 1
    (_month, day) = each.days[0]
    return min((day - other - 1) % _WEEK + 1 for _month, other in rule.days)
