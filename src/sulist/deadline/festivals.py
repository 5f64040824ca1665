"""Festivals that a deadline may name, by the calendar and not by when a holiday is taken.

The lunar ones are tables for 1990 to 2060, checked in the tests against a lunar calendar:
one letter a year counts the days from the earliest date that the festival can have.
"""

from __future__ import annotations

from datetime import date, timedelta

FIRST_YEAR, LAST_YEAR = 1990, 2060

_LUNAR = {
    "春节": (1, 20, "hApdvlEsiBqexmcujDsgzodvlEtiBqfxmcvjCrgyodwlEtiApexmcvkCrgzndwmEtiApexn"),
    "端午": (5, 25, "dwlEtiApfymFvkCrgzodwmDsiApfynFujCqgzpdwlEshAqfyncujCrgzoevkDthAqfxmFuj"),
    "中秋": (9, 5, "CrgzpewlEthAqgxnFujCrhzodwkDtiAqfymFukCrhAodwlDtiBpfxmEukDrgzocvlEtiBqe"),
    "重阳": (9, 29, "BrfyoHvlDshApfxmFuiBrgyodwkDsiApfymEtjBrgzncvkCsiBpexmEtjCrgzoFvkDshApd"),
}
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_FIXED = {
    "元旦": (1, 1),
    "妇女节": (3, 8),
    "劳动节": (5, 1),
    "青年节": (5, 4),
    "儿童节": (6, 1),
    "建党节": (7, 1),
    "建军节": (8, 1),
    "教师节": (9, 10),
    "国庆": (10, 1),
}
_COUNTED = {"除夕": ("春节", -1), "元宵": ("春节", 14)}


def festival_day(name: str, year: int) -> date | None:
    """The day of a festival in ``year``; None where the tables do not reach."""
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if name == "清明":
        return date(year, 4, _qingming(year))
    counted, days = _COUNTED.get(name, (name, 0))
    month, day, letters = _LUNAR[counted]
    offset = _LETTERS.index(letters[year - FIRST_YEAR])
    return date(year, month, day) + timedelta(days=offset + days)


def festival_eve(name: str) -> tuple[int, int] | None:
    """The month and the day before a festival, where they are the same each year."""
    if name not in _FIXED:
        return None
    eve = date(2001, *_FIXED[name]) - timedelta(days=1)
    return eve.month, eve.day


def _qingming(year: int) -> int:
    """The day in April of 清明, the sun's fifth term, by its mean motion in each century."""
    in_century = year % 100
    return int(in_century * 0.2422 + (4.81 if year >= 2000 else 5.59)) - in_century // 4
