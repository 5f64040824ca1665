"""What a deadline is once it has been read: plain values, with one order."""

# No «from __future__ import annotations»: see units/ref.py.
from datetime import date, datetime
from typing import Any, NamedTuple

from sulist.base.errors import SulistError
from sulist.base.i18n import _

_LONGEST_QUOTED = 60
_RANKS = {"date": 0, "range": 0, "recurring": 1, "ongoing": 2, "none": 3}


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
        begin = max(as_of, self.start) if self.start else as_of
        if self.frequency == "day":
            dates = [begin]
        else:
            nexts = (_next(self.frequency, month, day, begin) for month, day in self.days)
            dates = [found for found in nexts if found]
        found = min(dates, default=None)
        return None if found and self.until and found > self.until else found


def _next(frequency: str, month: int, day: int, begin: date) -> date | None:
    from dateutil.rrule import MONTHLY, WEEKLY, YEARLY, rrule

    start = datetime(begin.year, begin.month, begin.day)
    if frequency == "week":
        rule = rrule(WEEKLY, dtstart=start, byweekday=day)
    else:
        # A month may lack the 29th to the 31st: then the last day it has stands for it.
        days = range(28, day + 1) if day > 28 else (day,)
        within: dict[str, Any] = {"bymonth": month} if month else {}
        rule = rrule(
            YEARLY if month else MONTHLY, dtstart=start, bymonthday=days, bysetpos=-1, **within
        )
    found = rule.after(start, inc=True)
    return found.date() if found else None


class Deadline(NamedTuple):
    """A printed deadline (完成时限) and how it is read.

    ``kind`` is date, range, recurring, ongoing or none. ``due`` is the last of ``milestones``
    (every date, in order), or, where the phrase recurs and was read as of a day, its next date.
    ``start`` is the first day where one is written. ``ambiguous`` is the other reading of
    ``due`` (of ``start``, where only a start is written). ``rules`` names the conventions that
    were applied.
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

    def next_due(self, as_of: date) -> date | None:
        """The next date of a recurring deadline on or after ``as_of``; else ``due``."""
        return self.recurrence.after(as_of) if self.recurrence else self.due

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
