"""Which days are off work, by the State Council's yearly notices on public holidays."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sulist.base.i18n import N_, _

if TYPE_CHECKING:
    from datetime import date

_WEEKEND = {5: N_("Saturday"), 6: N_("Sunday")}


def day_off(day: date) -> str:
    """Why nobody works on ``day``: the festival (国庆节), or Saturday or Sunday; else nothing.

    A weekend day that is worked to make up for a holiday is no day off. Of a year whose
    notice ``chinese_calendar`` does not know, nothing is said.
    """
    name = _name(day)
    return _(name) if name in _WEEKEND.values() else name


@cache
def _name(day: date) -> str:
    """The festival's name, which is Chinese in every language, or the weekday's before translation."""
    import chinese_calendar

    try:
        off, festival = chinese_calendar.get_holiday_detail(day)
    except NotImplementedError:
        return ""
    if not off:
        return ""
    if festival:
        return str(chinese_calendar.Holiday(festival).chinese)
    return _WEEKEND[day.weekday()]
