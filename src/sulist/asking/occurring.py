"""When a deadline that returns falls due: the time that a question is about, and its dates in it. Pure.

A question without a lower bound is about the time from the day asked about on. Without an upper one
it ends where the deadline itself does, else with the year of the list, or with that of its first day
where this is later. What returns until a final date never does so beyond it, as extended; and a day
that is a date of the item's own is that date, and none on which it returns.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from sulist.base.tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.deadline import Deadline
    from sulist.deadline.meaning import Recurrence
    from sulist.standing.states import Standing

MOST = 400  # rows of one item: a year of days, and some more


class Occurrences(NamedTuple):
    """On which days a deadline returns: by its ``rule``, but not on the ``own`` dates of its item."""

    rule: Recurrence
    own: tuple[date, ...] = ()

    @classmethod
    def of(cls, deadline: Deadline, standing: Standing | None) -> Occurrences:
        """Those of a deadline that returns; where there is progress, with its own dates as extended."""
        assert deadline.recurrence is not None  # noqa: S101 - no other is asked about
        dates = deadline.milestones if standing is None else standing.dates
        return cls(deadline.recurrence, tuple(one.due for one in dates))

    def between(self, first: date, last: date) -> Iterator[date]:
        """The days from ``first`` to ``last``, both included, soonest first."""
        last = min(last, max(self.own, default=last))
        return (day for day in self.rule.between(first, last) if day not in self.own)

    def following(self, day: date) -> date | None:
        """The first on or after ``day``."""
        return _first(self, day)

    def window(self, first: date, last: date | None, year: int) -> tuple[date, date] | None:
        """The time of a question that begins on ``first`` and, if that is said, ends on ``last``.

        ``year`` is the list's. None: it has no day.
        """
        rule = self.rule
        first = max(first, rule.start or first)
        end = min(rule.until or date.max, max(self.own, default=date.max))
        if last is None and end == date.max:
            end = date(max(year, first.year), 12, 31)
        last = min(last or end, end)
        return (first, last) if first <= last else None

    def listed(self, first: date, last: date, *, every: bool) -> tuple[tuple[date, ...], int]:
        """The first day in a time, or ``every`` one up to ``MOST`` and how many more there are."""
        if every:
            return _listed(self, first, last)
        day = self.following(first)
        return ((day,) if day and day <= last else ()), 0


def returning_months(deadline: Deadline, standing: Standing | None, year: int) -> set[int]:
    """The months of a year in which a deadline returns, or did until its item was done or withdrawn."""
    if deadline.recurrence is None:
        return set()
    last = date(year, 12, 31)
    if standing and not standing.open:
        last = min(last, standing.course.done_on or standing.course.since or last)
    days = Occurrences.of(deadline, standing).between(date(year, 1, 1), last)
    return {day.month for day in days}


@lru_cache(256)  # thousands of items return by a few rules
def _first(found: Occurrences, day: date) -> date | None:
    return next(found.between(day, date.max), None)


@lru_cache(256)
def _listed(found: Occurrences, first: date, last: date) -> tuple[tuple[date, ...], int]:
    days = tuple(islice(found.between(first, last), MOST))
    if len(days) < MOST or days[-1] == last:
        return days, 0
    first, last = days[-1] + timedelta(days=1), min(last, max(found.own, default=last))
    own = sum(found.rule.number(day, day) for day in set(found.own) if first <= day <= last)
    return days, found.rule.number(first, last) - own
