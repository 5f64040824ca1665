"""A moment: what a phrase says of a time, and the days that this means.

Forms of writing become moments (``moments``); only here does a moment meet a year. Meanings:
旬 end on the 10th, the 20th and the last day; quarters and halves go by the calendar; 月初 is
the 1st to the 5th, 月中 the 15th, 年初 January and 年中 30 June, these four approximate.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from sulist.base.days import DAY, days_of_months, first_of_month, last_of_month
from sulist.base.i18n import _
from sulist.base.tuples import NamedTuple
from sulist.deadline.phrase import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable

YEARS = range(1949, 2101)
_UNITS = {"month": 1, "quarter": 3}


class Moment(NamedTuple):
    """A written time, before it has a year.

    ``scale`` is the unit that was named: day, xun, month, quarter, half, year, plan, week or
    festival. ``turn`` counts years from ``base`` ("list" or "previous"), ``shift`` counts units of
    ``scale`` from the day that relative words count from. ``months`` and ``days`` are first and
    last, a last day of -1 being the month's. ``edge`` is 底, 初, 中 or 内; ``suffix`` the word that
    follows (前, 后, 起, 止, 内, 期间, 左右); ``joint`` is how it hangs on the one before (、 or -).
    One that ``follows`` (次月, 月底) counts its shift from a month said before, where one is.
    """

    start: int
    end: int
    scale: str
    year: int | None = None
    base: str = ""
    turn: int = 0
    years: int = 1
    months: tuple[int, int] | None = None
    days: tuple[int, int] | None = None
    shift: int | None = None
    festival: str = ""
    edge: str = ""
    suffix: str = ""
    joint: str = ""
    weekday: int | None = None
    follows: bool = False

    @property
    def says_year(self) -> bool:
        """Whether the year is written, in figures or as 今年, 明年."""
        return self.year is not None or bool(self.base)


class Days(NamedTuple):
    """The days of a moment; a point (a day, 底, 初, 中) is included by 前, a period is not."""

    first: date
    last: date
    point: bool
    approximate: bool = False


class Given(NamedTuple):
    """What a reader knows beside the phrase.

    ``year`` is the list's and ``this_year`` what 今年 means; ``issued`` is the list's day of issue,
    ``counted_from`` the day that 3个月内 counts from, and ``anchor`` the one of 本月 and 下周.
    """

    year: int | None
    this_year: int | None
    issued: date | None
    counted_from: date | None
    anchor: date | None
    option: bool = False


class Before(NamedTuple):
    """What has been said before in the same phrase: a year (written or not), a month."""

    year: int | None = None
    month: int | None = None


def resolve(moment: Moment, given: Given, before: Before) -> Days:
    """The days that ``moment`` means; ``Unreadable`` where there is no telling."""
    if moment.scale == "week":
        days = _week(moment, given)
    elif moment.shift is not None:
        days = _shifted(moment, given, before)
    elif moment.scale == "festival":
        days = _festival(moment, given, before)
    else:
        days = _in_year(moment, year_of(moment, given, before), before)
    if moment.weekday is not None and days.last.weekday() != moment.weekday:
        reason = _("{date} is not that day of the week: correct the one or the other.")
        raise Unreadable(moment.start, moment.end, reason.format(date=days.last))
    return days


def _short_year(moment: Moment, given: Given) -> int:
    """``21年底``: a year in two digits, where it is near the list's."""
    assert moment.year is not None  # noqa: S101 - its form gives one
    if given.year is None or not given.year - 5 <= moment.year <= given.year + 15:
        reason = _("It may be a year or a number of years: write it with four digits.")
        raise Unreadable(moment.start, moment.end, reason)
    return moment.year


def year_of(moment: Moment, given: Given, before: Before) -> int:
    """The year of a moment: written, counted from another, said before, or the list's."""
    year: int | None
    if moment.base == "short":
        year = _short_year(moment, given)
    elif moment.year is not None:
        year = moment.year
    elif moment.base == "list":
        year = given.this_year
        if moment.turn < 0 and given.issued is not None:
            raise Unreadable(moment.start, moment.end, _too_early())
    elif moment.base == "previous":
        year = before.year or given.year
    else:
        year = before.year or given.year
    if year is None:
        reason = _("No year is written, and the list's year is not known: write it, as in 2021年.")
        raise Unreadable(moment.start, moment.end, reason)
    if year + moment.turn not in YEARS:
        reason = _("The year {year} is not one that a list can mean: write it with four digits.")
        raise Unreadable(moment.start, moment.end, reason.format(year=year + moment.turn))
    return year + moment.turn


def _too_early() -> str:
    return _("It lies before the day of issue: correct it, or write the date.")


def _in_year(moment: Moment, year: int, before: Before) -> Days:
    if moment.scale == "plan":
        return _at_edge(moment, date(year, 1, 1), date(year + moment.years - 1, 12, 31))
    if moment.months is None and moment.days is not None:
        months = _month_before(moment, before)
    else:
        months = moment.months or (1, 12)
    if not 1 <= months[0] <= months[1] <= 12:
        reason = _("There is no such month: write one from 1月 to 12月.")
        raise Unreadable(moment.start, moment.end, reason)
    first, last = days_of_months(year, *months)
    last = last.replace(year=last.year + moment.years - 1)
    return _in_month(moment, first) if moment.days else _at_edge(moment, first, last)


def _month_before(moment: Moment, before: Before) -> tuple[int, int]:
    """The month of a day that is written alone: the one said before it."""
    if before.month is None:
        reason = _("A day without a month cannot be placed: write the month too, as in 8月31日.")
        raise Unreadable(moment.start, moment.end, reason)
    return before.month, before.month


def _in_month(moment: Moment, first: date) -> Days:
    assert moment.days is not None  # noqa: S101 - asked by the caller
    if moment.edge in ("初", "中"):
        raise Unreadable(moment.start, moment.end, _no_agreed_day())
    longest = last_of_month(first.year, first.month)
    begin, end = (longest if day == -1 else day for day in moment.days)
    if not 1 <= begin <= end <= longest:
        reason = _("{year}-{month:02} has no more than {days} days: correct the day.")
        reason = reason.format(year=first.year, month=first.month, days=longest)
        raise Unreadable(moment.start, moment.end, reason)
    days = Days(first.replace(day=begin), first.replace(day=end), moment.scale == "day")
    return days._replace(first=days.last, point=True) if moment.edge == "底" else days


def _at_edge(moment: Moment, first: date, last: date) -> Days:
    if not moment.edge or moment.edge == "内":
        return Days(first, last, point=False)
    if moment.edge == "底":
        return Days(last, last, point=True)
    middle_or_beginning = _VAGUE.get((moment.scale, moment.edge))
    if middle_or_beginning is None:
        raise Unreadable(moment.start, moment.end, _no_agreed_day())
    return middle_or_beginning(first)


def _no_agreed_day() -> str:
    return _("It has no agreed day: write the day itself, or the end of the period (底).")


def _point(first: date, last: date) -> Days:
    return Days(first, last, point=True, approximate=True)


_VAGUE: dict[tuple[str, str], Callable[[date], Days]] = {
    ("month", "初"): lambda first: _point(first, first.replace(day=5)),
    ("month", "中"): lambda first: _point(first.replace(day=15), first.replace(day=15)),
    ("year", "初"): lambda first: _point(first, date(first.year, 1, 31)),
    ("year", "中"): lambda first: _point(date(first.year, 6, 30), date(first.year, 6, 30)),
}


def _anchor(moment: Moment, given: Given) -> date:
    if given.anchor is None:
        reason = _("It counts from the day of issue: write the day itself, or set issued:.")
        raise Unreadable(moment.start, moment.end, reason)
    return given.anchor


def _shifted(moment: Moment, given: Given, before: Before) -> Days:
    """本月, 下月, 本季度 …: so many units on from the anchor's own, or from the one said before."""
    assert moment.shift is not None  # noqa: S101 - asked by the caller
    year, month = _counted_from(moment, given, before)
    size = _UNITS["quarter" if moment.scale == "quarter" else "month"]
    begin = (month - 1) // size * size + 1 + moment.shift * size
    first = first_of_month(year, begin)
    last = first_of_month(first.year, first.month + size) - DAY
    return _in_month(moment, first) if moment.days else _at_edge(moment, first, last)


def _counted_from(moment: Moment, given: Given, before: Before) -> tuple[int, int]:
    """The year and the month that 次月 (of a month said before) or 下月 (of the issue) count from."""
    if before.month is not None:
        year = before.year or given.year
        if moment.follows and year is not None:
            return year, before.month
        reason = _("It may count from the date before it or from the day of issue: write the date.")
        raise Unreadable(moment.start, moment.end, reason)
    anchor = _anchor(moment, given)
    if moment.shift is not None and moment.shift < 0 and given.issued is not None:
        raise Unreadable(moment.start, moment.end, _too_early())
    return anchor.year, anchor.month


def _week(moment: Moment, given: Given) -> Days:
    anchor = _anchor(moment, given)
    if moment.shift is not None and moment.shift < 0 and given.issued is not None:
        raise Unreadable(moment.start, moment.end, _too_early())
    monday = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=moment.shift or 0)
    if moment.days is None:
        sunday = monday + timedelta(days=6)
        return Days(sunday if moment.edge == "底" else monday, sunday, moment.edge == "底")
    first, last = (monday + timedelta(days=day) for day in moment.days)
    return Days(first, last, point=first == last)


def _festival(moment: Moment, given: Given, before: Before) -> Days:
    """The festival of the year that is said; else the next one after the issue of the list."""
    from sulist.deadline.festivals import festival_day

    year = year_of(moment, given, before)
    unsaid = not moment.says_year and before.year is None
    if unsaid and moment.festival == "元旦" and (given.issued is None or given.issued.year == year):
        year += 1  # a list of 2021 that says 元旦前 does not mean the day before its year began
    day = festival_day(moment.festival, year)
    if unsaid and day and given.issued and day <= given.issued:
        day = festival_day(moment.festival, year + 1)
    if day is None:
        reason = _("The day of that festival in {year} is not known: write the date.")
        raise Unreadable(moment.start, moment.end, reason.format(year=year))
    return Days(day, day, point=False)


class Dates(NamedTuple):
    """A chain of moments in its place; ``lead`` is 到 or 自 before it, or "issue" (即日起至).

    Of some the year stands apart, behind what is done by then (12月底前完成（2022年）): ``with_year`` is
    where they end with it.
    """

    start: int
    end: int
    moments: list[Moment]
    lead: str
    with_year: int = 0

    @property
    def says_year(self) -> bool:
        """Whether any of it stands in a year that is said; 次年 is every year's own next."""
        return any(moment.says_year and moment.base != "previous" for moment in self.moments)
