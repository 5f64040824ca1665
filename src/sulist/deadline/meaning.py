"""What a deadline is once it has been read: plain values, with one order; and what one that returns means in dates."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sulist.base.days import last_of_month
from sulist.base.errors import SulistError
from sulist.base.i18n import _
from sulist.base.tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_QUOTED = 60
_RANKS = {"date": 0, "range": 0, "recurring": 1, "ongoing": 2, "none": 3, "unreadable": 4}
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


class DeadlineError(SulistError, ValueError):
    """A phrase that cannot be read as a deadline, and what to do about it.

    ``phrase`` is the text as given, ``span`` the offending part of it (start, end), and
    ``reason`` a whole sentence in the language in use.
    """

    def __init__(self, phrase: str, span: tuple[int, int], reason: str) -> None:
        super().__init__(phrase, span, reason)
        self.phrase = phrase
        self.span = span
        self.reason = reason

    @property
    def quoted(self) -> str:
        """The phrase, or its beginning where it is long."""
        phrase = self.phrase.strip()
        return phrase if len(phrase) <= _LONGEST_QUOTED else phrase[:_LONGEST_QUOTED] + "……"

    def __str__(self) -> str:
        return _("“{phrase}” cannot be read as a deadline. {reason}").format(
            phrase=self.quoted, reason=self.reason
        )


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


class Milestone(NamedTuple):
    """One date of a deadline: something is due on ``due``, that day included.

    ``text`` is the part of the phrase it was read from, ``start`` the first day where a whole
    period was written, ``ambiguous`` the date by the other reading.
    """

    text: str
    due: date
    start: date | None = None
    approximate: bool = False
    ambiguous: date | None = None


_FROM_ISSUE = frozenset(("from-issue", "counted", "workdays"))  # conventions


class Deadline(NamedTuple):
    """A printed deadline (完成时限) and how it is read.

    ``kind`` is date, range, recurring, ongoing or none; unreadable in an item of a list, where it has no
    meaning. ``due`` is the last of ``milestones``
    (every date, in order), or, where the phrase only recurs and was read as of a day, its next date.
    One that recurs until it is done by a date (每季度末报送进展，年底前完成) has ``recurrence`` and
    ``milestones``; its kind is that of its dates.
    ``start`` is the first day where one is written, be it only the first of a whole period (12月);
    ``begins`` is the day from which work goes on, where the phrase says so (3月至8月, 6月启动, 3月起).
    ``ambiguous`` is the other reading of ``due`` (of ``start``, where only a start is written).
    ``rules`` names the conventions that were applied.
    """

    text: str
    kind: str
    due: date | None = None
    start: date | None = None
    milestones: tuple[Milestone, ...] = ()
    recurrence: Recurrence | None = None
    ongoing: bool = False
    approximate: bool = False
    ambiguous: date | None = None
    rules: tuple[str, ...] = ()
    begins: date | None = None

    @property
    def only_returns(self) -> bool:
        """Whether it recurs and has no final date, so that it depends on the day asked about when it is due."""
        return self.recurrence is not None and not self.milestones

    def next_due(self, as_of: date) -> date | None:
        """The next date of what only recurs, on or after ``as_of``; else ``due``."""
        if self.recurrence is None or self.milestones:
            return self.due
        return self.recurrence.after(as_of)

    def counted_from_assignment(self) -> Deadline:
        """The same, where the day that it was read with is not that of issue but that of assignment (交办)."""
        rules = tuple([f"{one}-assigned" if one in _FROM_ISSUE else one for one in self.rules])
        return self._replace(rules=rules) if rules != self.rules else self

    def __str__(self) -> str:
        return self.text

    # Dated ones by due date; then what recurs, what is ongoing, what has no date.
    def _order(self) -> tuple[int, date, date, str]:
        return (
            _RANKS[self.kind],
            self.due or date.max,
            self.start or date.min,
            self.text,
        )

    def __lt__(self, other: object) -> bool:
        return self._order() < other._order() if isinstance(other, Deadline) else NotImplemented

    def __le__(self, other: object) -> bool:
        return self._order() <= other._order() if isinstance(other, Deadline) else NotImplemented

    def __gt__(self, other: object) -> bool:
        return self._order() > other._order() if isinstance(other, Deadline) else NotImplemented

    def __ge__(self, other: object) -> bool:
        return self._order() >= other._order() if isinstance(other, Deadline) else NotImplemented
