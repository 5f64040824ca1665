"""Days and months: where a month ends, and how Chinese documents write them."""

from __future__ import annotations

from datetime import date

NEAR_DAYS = 30  # so many days before its date something is near, where nothing else is set


def written_day(text: str) -> date | None:
    """The day that is written 2021-08-31, as scripts do; None for another form, and for no day."""
    if len(text) != len("2021-08-31") or text[4] + text[7] != "--":
        return None  # such as 20210831, which Python reads too
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def chinese_day(day: date, year: int = 0) -> str:
    """A day as documents write it: 2021年6月10日, or in a text about ``year`` 6月10日."""
    return f"{'' if day.year == year else f'{day.year}年'}{day.month}月{day.day}日"


def last_day(month: str) -> date:
    """The last day of a month, which is written 2021-06."""
    from calendar import monthrange

    year, number = int(month[:4]), int(month[5:])
    return date(year, number, monthrange(year, number)[1])


def chinese_month(month: str) -> str:
    """A month as documents write it: 2021年6月."""
    return f"{month[:4]}年{int(month[5:])}月"
