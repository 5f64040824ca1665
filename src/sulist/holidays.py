"""Which days are off work, by the State Council's yearly notices on public holidays."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sulist.i18n import _

if TYPE_CHECKING:
    from datetime import date

_SATURDAY = 5


@cache
def day_off(day: date) -> str:
    """Why nobody works on ``day``: the festival (国庆节), or Saturday or Sunday; else nothing.

    A weekend day that is worked to make up for a holiday is no day off. Of a year whose
    notice ``chinese_calendar`` does not know, nothing is said.
    """
    import chinese_calendar

    try:
        off, festival = chinese_calendar.get_holiday_detail(day)
    except NotImplementedError:
        return ""
    if not off:
        return ""
    if festival:
        return str(chinese_calendar.Holiday(festival).chinese)
    return _("Saturday") if day.weekday() == _SATURDAY else _("Sunday")
