"""A date option of the command line: every deadline phrase, and words that count from a day.

What may mean two days is refused with the right way to write it: 10, 8.5, 01-02-2021, 8-10.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from sulist.base.days import last_of_month
from sulist.base.i18n import _
from sulist.base.numerals import parse_number
from sulist.deadline import almanac, signs
from sulist.deadline.cell import read_plain
from sulist.deadline.phrase import ByHand, Plain, Unreadable
from sulist.deadline.resolving import YEARS, Given

_NAMED_DAYS = {
    "today": 0, "今天": 0, "今日": 0, "tomorrow": 1, "明天": 1, "明日": 1, "yesterday": -1,
    "昨天": -1, "昨日": -1, "后天": 2, "前天": -2, "大后天": 3, "大前天": -3,
}  # fmt: skip
_UNITS = {"d": 1, "天": 1, "w": 7, "周": 7, "星期": 7}  # in days; others are counted in months
_MONTHS = {"m": 1, "月": 1, "季度": 3, "y": 12, "年": 12}
_DIRECTIONS = {"+": 1, "-": -1, "后": 1, "以后": 1, "之后": 1, "前": -1, "以前": -1, "之前": -1}


class DaySpan(NamedTuple):
    """Days from ``first`` to ``last``, both included; a single day has both alike."""

    first: date
    last: date


def read_option(text: Plain, year: int, as_of: date) -> DaySpan:
    """The period that an option means; ``Unreadable`` with a right example where it is doubtful."""
    word = text.text
    relative = read_relative(word, as_of)
    if relative is not None:
        return relative
    _refuse_doubtful(word)
    if (day := _month_and_day(word, year)) is not None:
        return DaySpan(day, day)
    given = Given(year, as_of.year, None, as_of, as_of, option=True)
    try:
        deadline = read_plain(text, given, None)
    except ByHand:
        deadline = None
    if deadline is None or deadline.due is None or deadline.ongoing or deadline.recurrence:
        reason = _("An option needs a day or a period: write one such as 8月底 or 2021-08-31.")
        raise Unreadable(0, len(word), reason)
    if len(deadline.milestones) > 1:
        reason = _("An option takes one date, not several: write one such as 8月底 or 2021-08-31.")
        raise Unreadable(0, len(word), reason)
    if "counted" in deadline.rules or "workdays" in deadline.rules:
        return DaySpan(as_of, deadline.due)
    return DaySpan(deadline.start or deadline.due, deadline.due)


def read_relative(word: str, as_of: date) -> DaySpan | None:
    """今天, +30d, 三个月后: counted from ``as_of``; None where the word is of another kind."""
    word = word.lower()
    named_day = word.removesuffix("前").removesuffix("之").removesuffix("下班")  # 明天下班前
    if named_day in _NAMED_DAYS:
        named = as_of + timedelta(days=_NAMED_DAYS[named_day])
        return DaySpan(named, named)
    match = _offset_pattern().fullmatch(word)
    if match is None:
        return None
    written, unit = match["number"] or match["written"], match["unit"] or match["spelt"]
    number = 0 if written == "半" else parse_number(written.replace("两", "二"))
    if number is None:
        return None
    way = _DIRECTIONS[match["sign"] or match["way"]]
    half = "半" in (written, unit.removeprefix("个")[:1], unit[-1])
    unit = unit.replace("半", "").removeprefix("个")
    day = _moved(as_of, way * number, unit)
    if half and day is not None:  # half a month is fifteen days, as in the list
        day = _moved(day, *((way * 6, "m") if unit == "年" else (way * 15, "d")))
    return None if day is None else DaySpan(day, day)


@cache
def _offset_pattern() -> re.Pattern[str]:
    """With no unit that may name a day or a month: 10日后, 8月前, -8月."""
    number = r"\d{1,4}|[一二三四五六七八九十两]+|半(?=个月|年)"
    unit = "天|周|个?星期|个半?月|年半?|个?季度|个?工作日"
    return re.compile(
        rf"(?P<sign>[+-])(?P<number>{number})(?P<unit>[dwmy]|{unit})(?:[之以]?内)?"
        rf"|(?P<written>{number})(?P<spelt>{unit})"
        rf"(?P<way>(?:之|以)?后|{signs.unless_behind('前', 'ago')}(?:之|以)?前)"
    )


def _moved(day: date, number: int, unit: str) -> date | None:
    """``day`` so many units on; None where that is farther away than any list, or is not known."""
    if unit == "工作日":
        return almanac.add_workdays(day, number) if number >= 0 else None
    if unit in _UNITS:
        moved = day + timedelta(days=number * _UNITS[unit])
        return moved if moved.year in YEARS else None
    months = number * _MONTHS[unit]
    return almanac.add_months(day, months) if day.year + months // 12 in YEARS else None


def _month_and_day(word: str, year: int) -> date | None:
    """``8-31``: only a month and a day, where the second number can be nothing else."""
    match = re.fullmatch(r"(\d{1,2})[-/](\d{1,2})", word)
    if match is None:
        return None
    month, day = int(match[1]), int(match[2])
    if not (1 <= month <= 12 and day > 12):
        reason = _("It may mean two days, or months: write {month}月{day}日, if that is meant.")
        raise Unreadable(0, len(word), reason.format(month=month, day=day))
    if day > last_of_month(year, month):
        reason = _("{year}-{month:02} has no more than {days} days: correct the day.")
        days = last_of_month(year, month)
        raise Unreadable(0, len(word), reason.format(year=year, month=month, days=days))
    return date(year, month, day)


def _refuse_doubtful(word: str) -> None:
    if re.fullmatch(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{1,4}", word):
        reason = _("Its year, month and day cannot be told apart: write it as 2021-08-31.")
        raise Unreadable(0, len(word), reason)
    if match := re.fullmatch(r"(\d{1,2})[.](\d{1,2})", word):
        reason = _("It may be a day or a number: write {month}月{day}日, if that is meant.")
        raise Unreadable(0, len(word), reason.format(month=match[1], day=match[2]))
    if re.fullmatch(r"\d{1,2}[日号]前?", word):
        reason = _("A day without a month cannot be placed: write the month too, as in 8月31日.")
        raise Unreadable(0, len(word), reason)
    if re.fullmatch(r"\d{1,3}|\d{5,7}", word):
        reason = _("A bare number is no date: write it as 10月, +10d or 2021-10-10.")
        raise Unreadable(0, len(word), reason)
    if re.fullmatch(r"\d{4}", word):
        reason = _("It may be a year or a number: write it as 2021年.")
        raise Unreadable(0, len(word), reason)
    if re.fullmatch(r"(?:周|星期|礼拜)[一二三四五六日天末]前?", word):
        reason = _("It may be this week's or the next: write 本周五 or 下周五.")
        raise Unreadable(0, len(word), reason)
    if re.fullmatch(r"\d+[dwmy]", word):
        reason = _("Say which way it counts: write +30d or -7d.")
        raise Unreadable(0, len(word), reason)
