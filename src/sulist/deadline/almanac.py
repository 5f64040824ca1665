"""Arithmetic of the calendar that deadlines need, and nothing of their wording."""

from __future__ import annotations

from datetime import date, timedelta

DAY = timedelta(days=1)


def last_of_month(year: int, month: int) -> int:
    """The number of the last day of a month."""
    return (first_of_month(year, month + 1) - DAY).day if month < 12 else 31


def first_of_month(year: int, month: int) -> date:
    """The first day of a month; month 13 is the next January, month 0 the last December."""
    years, months = divmod(month - 1, 12)
    return date(year + years, months + 1, 1)


def months(year: int, first: int, last: int) -> tuple[date, date]:
    """The first and the last day of the months ``first`` to ``last`` of a year."""
    return first_of_month(year, first), first_of_month(year, last + 1) - DAY


def add_months(day: date, count: int) -> date:
    """The same day ``count`` months on, or that month's last day where it is shorter."""
    from dateutil.relativedelta import relativedelta

    return day + relativedelta(months=count)


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def add_workdays(day: date, count: int) -> date | None:
    """The ``count``-th working day after ``day``, by the State Council's calendar.

    None where a year on the way is one whose holidays are not published: never guessed.
    """
    from chinese_calendar import is_workday

    while count > 0:
        day += DAY
        try:
            count -= bool(is_workday(day))
        except NotImplementedError:
            return None
    return day
