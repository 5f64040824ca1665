"""Days of the calendar, counted on the fingers."""

from __future__ import annotations

from datetime import date

LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
LAST = -1
WEEK = 0  # a rhythm; others are so many months


def length(year: int, month: int) -> int:
    """How many days a month has."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else LENGTHS[month - 1]


def end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, length(year, month))


def plus(day: date, number: int) -> date:
    """So many days later."""
    return date.fromordinal(day.toordinal() + number)


def months_after(day: date, number: int) -> date:
    """The same day so many months later, or the last of a month that lacks it."""
    year, month = divmod(day.year * 12 + day.month - 1 + number, 12)
    return date(year, month + 1, min(day.day, length(year, month + 1)))


def is_day(day: date, number: int) -> bool:
    """Whether this is the month's day of that number; the last, where the month lacks it or the last is meant."""
    longest = length(day.year, day.month)
    return day.day == (longest if number == LAST else min(number, longest))


def monday(day: date) -> date:
    """The first day of its week."""
    return plus(day, -day.weekday())


def week(day: date) -> str:
    """Its week, as 2021-W27: of the year in which the Thursday lies, counted from that year's first Thursday."""
    thursday = plus(monday(day), 3)
    number = (thursday - date(thursday.year, 1, 1)).days // 7 + 1
    return f"{thursday.year}-W{number:02}"


def sunday(week: str) -> date:
    """The last day of a week; the first week has 4 January in it."""
    year, number = week.split("-W")
    return plus(monday(date(int(year), 1, 4)), 7 * int(number) - 1)


def from_text(text: str) -> date:
    """Year, month and day in the order of ISO."""
    year, month, day = (int(part) for part in text.split("-"))
    return date(year, month, day)
