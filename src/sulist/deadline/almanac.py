"""Arithmetic of the calendar that deadlines need, and nothing of their wording."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.days import DAY

if TYPE_CHECKING:
    from datetime import date


def add_months(day: date, count: int) -> date:
    """The same day ``count`` months on, or that month's last day where it is shorter."""
    from dateutil.relativedelta import relativedelta

    return day + relativedelta(months=count)


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
