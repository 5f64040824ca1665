"""What a deadline that returns means in dates; ``returning`` reads how it is written."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sulist.base.days import last_of_month
from sulist.base.tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

DaysOfPeriods = tuple[tuple[int, int], ...]
_DAYS_OF_WEEK = 7
EVEN, ODD = range(2, 13, 2), range(1, 13, 2)
ENDS: dict[str, DaysOfPeriods] = {  # the last day of each period, which counts where none is said
    "year": ((12, -1),),
    "half": ((6, -1), (12, -1)),
    "quarter": ((3, -1), (6, -1), (9, -1), (12, -1)),
    "month": ((0, -1),),
    "halfmonth": ((0, 15), (0, -1)),
    "tenday": ((0, 10), (0, 20), (0, -1)),
    "week": ((0, 6),),
    "day": (),
    "even": tuple((month, -1) for month in EVEN),
    "odd": tuple((month, -1) for month in ODD),
}


class Recurrence(NamedTuple):
    """A deadline that returns: how often, and on which days.

    ``frequency`` is day, week, tenday, month, quarter, half or year. Each of ``days`` is a pair:
    (0, weekday) for a week, with Monday as 0; otherwise (month, day), where month 0 is every
    month and day -1 the last one. A day that a month lacks is that month's last.
    """

    frequency: str
    days: tuple[tuple[int, int], ...]
    start: date | None = None
    until: date | None = None

    def after(self, as_of: date) -> date | None:
        """The first date on or after ``as_of``; None once ``until`` or the calendar's end has passed."""
        return next(self.between(as_of, date.max), None)

    def between(self, first: date, last: date) -> Iterator[date]:
        """Its dates from ``first`` to ``last``, both included, soonest first, each when it is asked for."""
        first, last = self._bounded(first, last)
        for day in self._days_from(first) if first <= last else ():
            if day > last:
                return
            yield day

    def number(self, first: date, last: date) -> int:
        """How many dates ``between`` has."""
        first, last = self._bounded(first, last)
        if self.frequency not in ("day", "week"):
            return sum(1 for _day in self.between(first, last))
        weeks, rest = divmod(max(0, (last - first).days + 1), _DAYS_OF_WEEK)
        weekdays = self._weekdays
        over = sum((first.weekday() + more) % _DAYS_OF_WEEK in weekdays for more in range(rest))
        return weeks * len(weekdays) + over

    def _bounded(self, first: date, last: date) -> tuple[date, date]:
        """The part of a time in which it returns."""
        return max(first, self.start or first), min(last, self.until or last)

    @property
    def _weekdays(self) -> set[int]:
        return {day for _month, day in self.days} or set(range(_DAYS_OF_WEEK))

    def _days_from(self, first: date) -> Iterator[date]:
        """Its dates from ``first`` to the calendar's end."""
        if self.frequency in ("day", "week"):
            weekdays = self._weekdays
            for number in range(first.toordinal(), date.max.toordinal() + 1):
                if (number - 1) % _DAYS_OF_WEEK in weekdays:  # day 1 of the calendar is a Monday
                    yield date.fromordinal(number)
            return
        for number in range(first.year * 12 + first.month - 1, (date.max.year + 1) * 12):
            year, month = divmod(number, 12)
            for day in self._days_in(year, month + 1):
                if day >= first:
                    yield day

    def _days_in(self, year: int, month: int) -> list[date]:
        """Its dates in a month: for a day that the month lacks, its last."""
        own = [day for each, day in self.days if each in (0, month)]
        if not own:
            return []
        length = last_of_month(year, month)
        return [
            date(year, month, day)
            for day in sorted({length if day == -1 else min(day, length) for day in own})
        ]
