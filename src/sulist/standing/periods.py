"""The periods that units report for: which months make one, by when, and which is a list's first. Pure."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from sulist.standing.settings import RHYTHMS

if TYPE_CHECKING:
    from sulist.listfile.worklist import WorkList
    from sulist.standing.settings import Reports


class Period(NamedTuple):
    """Months for which one report is owed, by the day ``due`` of the last of them."""

    months: tuple[str, ...]
    first: date
    last: date
    due: date


def period_of(year: int, month: int, rhythm: str, due_day: int) -> Period:
    """The period that a month belongs to; periods are counted from January."""
    length = RHYTHMS[rhythm]
    first = (month - 1) // length * length + 1
    last = first + length - 1
    end = monthrange(year, last)[1]
    return Period(
        tuple(f"{year:04}-{one:02}" for one in range(first, last + 1)),
        date(year, first, 1),
        date(year, last, end),
        date(year, last, min(due_day, end)),
    )


def in_force(worklist: WorkList) -> date:
    """The day from which a list holds: that of its issue, else the first of its year, or of its first date's."""
    return worklist.issued or date(worklist.first_year, 1, 1)


def asks_for_reports(worklist: WorkList, period: Period) -> bool:
    """Whether reports are asked for a period: not where it ended before the list was in force."""
    return period.last >= in_force(worklist)


def first_period(day: date, reports: Reports) -> Period:
    """The first period for which reports are asked on what came into force on ``day``."""
    return period_of(day.year, day.month, reports.rhythm, reports.due_day)
