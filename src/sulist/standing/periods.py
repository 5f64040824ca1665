"""The periods that units report for: which weeks or months, by when, and which is a list's first. Pure."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from sulist.base.days import last_day, monday_of, week_of
from sulist.standing.settings import RHYTHMS

if TYPE_CHECKING:
    from sulist.listfile.worklist import WorkList
    from sulist.standing.settings import Reports


class Period(NamedTuple):
    """The time for which one report is owed, by the day ``due``.

    ``names`` are what a report for it is said to be for: 2021-06, of a quarter three of these, or
    2021-W27.
    """

    names: tuple[str, ...]
    first: date
    last: date
    due: date

    def holds(self, name: str) -> bool:
        """Whether a report for the month or the week of this name is one for the period.

        A week belongs to the month in which it ends.
        """
        if name in self.names:
            return True
        return bool(monday_of(name)) and self.first <= last_day(name) <= self.last


def name_of(day: date, rhythm: str) -> str:
    """What a report of a day is said to be for: its month, 2021-06, or its week, 2021-W27."""
    return week_of(day) if rhythm == "week" else day.isoformat()[:7]


def period_of(day: date, reports: Reports) -> Period:
    """The period that a day belongs to; those of months are counted from January."""
    if reports.rhythm == "week":
        monday = day - timedelta(days=day.weekday())
        due = monday + timedelta(days=reports.due - 1)
        return Period((week_of(day),), monday, monday + timedelta(days=6), due)
    length = RHYTHMS[reports.rhythm]
    first = (day.month - 1) // length * length + 1
    names = tuple(f"{day.year:04}-{one:02}" for one in range(first, first + length))
    end = last_day(names[-1])
    return Period(names, date(day.year, first, 1), end, end.replace(day=min(reports.due, end.day)))


def period_named(name: str, reports: Reports) -> Period:
    """The period that a month or a week belongs to; a month, where reports are weekly, is one itself."""
    if reports.rhythm == "week" and not monday_of(name):
        reports = reports.of("month")
    return period_of(last_day(name), reports)


def in_force(worklist: WorkList) -> date:
    """The day from which a list holds: that of its issue, else the first of its year, or of its first date's."""
    return worklist.issued or date(worklist.first_year, 1, 1)


def asks_for_reports(begin: date, period: Period) -> bool:
    """Whether reports are asked for a period: not where it ended before the list was in force, on ``begin``."""
    return period.last >= begin


def first_period(day: date, reports: Reports) -> Period:
    """The first period for which reports are asked on what came into force on ``day``."""
    return period_of(day, reports)
