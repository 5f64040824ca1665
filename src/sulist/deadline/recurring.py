"""What a deadline that returns means in dates; ``returning`` reads how it is written."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import Any

from sulist.base.tuples import NamedTuple

DaysOfPeriods = tuple[tuple[int, int], ...]
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
        begin = max(as_of, self.start) if self.start else as_of
        if self.frequency == "day":
            dates = [begin]
        else:
            nexts = (_next(self.frequency, month, day, begin) for month, day in self.days)
            dates = [found for found in nexts if found]
        found = min(dates, default=None)
        return None if found and self.until and found > self.until else found


@lru_cache(1024)  # thousands of items return on a few days
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
