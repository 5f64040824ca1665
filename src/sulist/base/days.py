"""Days, weeks and months: where one ends, and how Chinese documents write them."""

from __future__ import annotations

from datetime import date, timedelta

DAY = timedelta(days=1)
_LAST_MONDAY = date.max - timedelta(days=6)  # of which a week is whole
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


def week_of(day: date) -> str:
    """The week of a day by ISO 8601, as 2021-W27; it begins on Monday."""
    year, number, _weekday = day.isocalendar()
    return f"{year:04}-W{number:02}"


def monday_of(week: str) -> date | None:
    """The first day of a week that is written 2021-W27; None where it is no week."""
    year, mark, number = week.partition("-W")
    digits = year + number
    if not (
        mark and len(year) == 4 and len(number) == 2 and digits.isascii() and digits.isdecimal()
    ):
        return None
    try:
        monday = date.fromisocalendar(int(year), int(number), 1)
        return monday if monday <= _LAST_MONDAY else None
    except ValueError:  # few years have a week 53
        return None


def last_day(period: str) -> date:
    """The last day of a month, written 2021-06, or of a week, written 2021-W27."""
    from calendar import monthrange

    if monday := monday_of(period):
        return monday + timedelta(days=6)
    year, number = int(period[:4]), int(period[5:])
    return date(year, number, monthrange(year, number)[1])


def chinese_period(period: str) -> str:
    """A month or a week as documents write it: 2021年6月, 2021年第27周."""
    if monday_of(period):
        return f"{period[:4]}年第{int(period[6:])}周"
    return f"{period[:4]}年{int(period[5:])}月"


def last_of_month(year: int, month: int) -> int:
    """The number of the last day of a month."""
    return (first_of_month(year, month + 1) - DAY).day if month < 12 else 31


def first_of_month(year: int, month: int) -> date:
    """The first day of a month; month 13 is the next January, month 0 the last December."""
    years, months = divmod(month - 1, 12)
    return date(year + years, months + 1, 1)


def days_of_months(year: int, first: int, last: int) -> tuple[date, date]:
    """The first and the last day of the months ``first`` to ``last`` of a year."""
    return first_of_month(year, first), first_of_month(year, last + 1) - DAY
