"""What returns: 每月底前, 每季度末月20日前, 每周五前, 按月上报, and after 每年 any dates.

Without a day (每月上报) the period's last day counts, as for a month that is written alone.
To add a form, add a row to ``TAILS``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from sulist.base.days import last_of_month
from sulist.base.i18n import _
from sulist.base.patterns import RarePattern
from sulist.base.tuples import NamedTuple
from sulist.deadline import signs
from sulist.deadline.festivals import festival_eve
from sulist.deadline.figures import CHINESE
from sulist.deadline.meaning import ENDS, EVEN, ODD
from sulist.deadline.moments import DASH, LIST, NUMBER, WEEKDAYS, numbers, value
from sulist.deadline.phrase import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable

    from sulist.deadline.meaning import DaysOfPeriods
    from sulist.deadline.resolving import Moment

_WORDS = {
    "年": "year", "年度": "year", "半年": "half", "半年度": "half", "季度": "quarter",
    "季": "quarter",
    "月": "month", "月度": "month", "旬": "tenday", "周": "week", "星期": "week", "日": "day",
    "天": "day", "双月": "even", "单月": "odd", "半月": "halfmonth", "半个月": "halfmonth",
}  # fmt: skip


class Returning(NamedTuple):
    """A written recurrence: where it stands, how often, the days; ``dated`` if they are said."""

    start: int
    end: int
    frequency: str
    days: DaysOfPeriods
    dated: bool
    approximate: bool = False


class Tail(NamedTuple):
    """What says the day of a recurrence, right behind it or later in the clause (``LATER``).

    One of the ``letters``, where there are any, is in whatever the pattern matches.
    """

    frequency: str
    pattern: str
    days: Callable[[re.Match[str]], DaysOfPeriods]
    letters: str = ""
    approximate: bool = False
    whole: bool = False  # a whole period (旬), which 前 would leave in doubt


def _month_days(match: re.Match[str]) -> DaysOfPeriods:
    """``5日、20日``; of ``10日至15日`` the last."""
    found: list[tuple[int, int]] = []
    for joint, number in numbers(match["days"]):
        if not 1 <= number <= 31:
            raise Unreadable(match.start("days"), match.end("days"), _no_such_day())
        if joint == "-":
            found.pop()
        found.append((0, number))
    return tuple(found)


def _days_in(months: range) -> Callable[[re.Match[str]], DaysOfPeriods]:
    return lambda match: tuple((month, day) for month in months for _, day in _month_days(match))


def _day_number(match: re.Match[str]) -> int:
    number = value(match["day"])
    if not 1 <= number <= 31:
        raise Unreadable(match.start("day"), match.end("day"), _no_such_day())
    return number


def _no_such_day() -> str:
    return _("There is no such day in a month: write a day from 1日 to 31日.")


def _first_days(*months: int) -> Callable[[re.Match[str]], DaysOfPeriods]:
    """``结束后10日内``: the 10th of the months that follow."""
    return lambda match: tuple((month, _day_number(match)) for month in months)


_IN_QUARTER = {
    "首": 1,
    "一": 1,
    "1": 1,
    "二": 2,
    "2": 2,
    "三": 3,
    "3": 3,
    "末": 3,
    "最": 3,
    "次": 4,
}


def _quarter_days(match: re.Match[str]) -> DaysOfPeriods:
    """``末月20日``, ``第一个月10日``, ``末月底``; 次月 is the month after the quarter."""
    which = match["month"].lstrip("第")[0]
    day = -1 if match["day"] in "底末" else _day_number(match)
    months = ((first + _IN_QUARTER[which] - 2) % 12 + 1 for first in (1, 4, 7, 10))
    return tuple(sorted((month, day) for month in months))


def _week_days(match: re.Match[str]) -> DaysOfPeriods:
    """``一、四``; of ``一至五`` the last. ``每周一调度`` may be once a week or on Mondays."""
    if match["days"] == "一" and not match["before"] and _once().match(match.string, match.end()):
        reason = _("It may mean once a week or on Mondays: write 每周一次 or 每周一前.")
        raise Unreadable(match.start("days") - 2, match.end(), reason)
    days = [(0, WEEKDAYS[sign]) for sign in match["days"] if sign in WEEKDAYS]
    return tuple(days[-1:] if re.search("[至到-]", match["days"]) else days)


@cache
def _once() -> re.Pattern[str]:
    """What 一 before it counts, as in 每周一调度、每月一通报: once."""
    return re.compile(
        "调度|通报|"
        + signs.pattern("报", "once")
        + "|会|例会|研判|小结|总结|督|查|检|评|讲|更新|清|测|排"
    )


def _xun(match: re.Match[str]) -> DaysOfPeriods:
    return ((0, {"上": 10, "中": 20, "下": -1}[match[0][0]]),)


def _ends(frequency: str) -> Callable[[re.Match[str]], DaysOfPeriods]:
    return lambda match: ENDS[frequency]


LATER = r"(?:[^,;。\d年季月旬周]{0,24},?(?:于|在|应|须|要)?[^,;。\d年季月旬周]{0,6}?)??"
_TIME = r"(?:[上下]午|早上|晚上|晚|中午)?(?:\d{1,2}(?:[时点](?:半|\d{1,2}分?)?|:\d\d))?(?:下班)?"
_WITHIN = "(?:结束|终了)后?(?:的)?(?P<{}>{})[日天](?:" + signs.meant("suffix", "内") + ")"
_LISTED = rf"(?P<days>{NUMBER}[日号]?(?:(?:{LIST}|{DASH}){NUMBER}[日号]?){{0,30}})(?<=[日号])(?!{signs.meant('suffix', '内')})"
_NO_NUMBER = r"(?<![\d一二三四])"  # 三季度末 is a date of its own
_OF_QUARTER = rf"{LATER}{_NO_NUMBER}季?度?(?P<month>首|末|次|第[一二三123]个|最后一?个)月份?的?"
_WEEK = "[一二三四五六日天]"

TAILS = (
    Tail("month", _WITHIN.format("days", NUMBER), _month_days, "结终"),  # 每月结束后5日内
    Tail("month", rf"{LATER}(?<!\d月)(?:次月|下月|当月|本月)?{_LISTED}", _month_days),  # 每月5日
    Tail("month", r"(?:的)?月?(?:[底末]|最后一[日天])", _ends("month"), "底末后"),  # 每月底
    Tail("month", rf"{LATER}(?<![\d{CHINESE}])(?:当月|本月|月)[底末]", _ends("month"), "底末"),
    Tail(
        "month",
        "月?" + signs.pattern("初", "each-month"),
        lambda m: ((0, 5),),
        "初",
        approximate=True,
    ),
    Tail(
        "month",
        "月?" + signs.pattern("中", "each-month"),
        lambda m: ((0, 15),),
        "中",
        approximate=True,
    ),
    Tail("month", r"[上中下]旬", _xun, "旬", whole=True),
    Tail("even", rf"(?:的)?{_LISTED}", _days_in(EVEN)),  # 每双月25日
    Tail("odd", rf"(?:的)?{_LISTED}", _days_in(ODD)),
    Tail(
        "quarter", rf"{_OF_QUARTER}(?P<day>{NUMBER})[日号]", _quarter_days, "月"
    ),  # 每季度末月20日
    Tail("quarter", rf"{_OF_QUARTER}(?P<day>[底末])", _quarter_days, "月"),
    Tail("quarter", r"(?:的)?季?度?[底末]", _ends("quarter"), "底末"),  # 每季度末
    Tail("quarter", rf"{LATER}{_NO_NUMBER}(?:季度|季)[底末]", _ends("quarter"), "季"),
    Tail("quarter", _WITHIN.format("day", NUMBER), _first_days(1, 4, 7, 10), "结终"),
    Tail("half", r"年?[底末]", _ends("half")),
    Tail("half", _WITHIN.format("day", NUMBER), _first_days(1, 7), "结终"),
    Tail("year", r"度?" + _WITHIN.format("day", NUMBER), _first_days(1)),
    Tail("year", "年?[底末终]" + signs.unless("终", "each-year"), _ends("year")),  # 每年底
    Tail("tenday", "[底末]", _ends("tenday")),
    Tail(  # 每周五, 每周一、周四; but 每周一次 and 每周三次 say how often
        "week",
        rf"(?:的)?(?:周|星期)?(?P<days>{_WEEK}(?:[、和及与至到-](?:周|星期)?{_WEEK})*+){signs.unless('一', 'each-week')}",
        _week_days,
    ),
    Tail("day", "", _ends("day")),  # 每天17:00前
)


@cache
def _compiled_tails(frequency: str) -> tuple[tuple[Tail, RarePattern], ...]:
    before = rf"{_TIME}(?P<before>之前|以前|{signs.pattern('前', 'suffix')}|)(?P<about>左右|前后|)"
    tails = (tail for tail in TAILS if tail.frequency == frequency)
    return tuple((tail, RarePattern(tail.pattern + before, tail.letters)) for tail in tails)


@cache
def _pattern() -> re.Pattern[str]:
    year, quarter = signs.unless("年", "each-year"), signs.unless("季", "quarter")
    units = (
        f"半年度?|半个?月|年度?{year}|季度?{quarter}|月度?|旬|{signs.pattern('周', 'each-week')}|星期"
        f"|{signs.one_of('each-day')}|[双单]月"
    )
    by = "(?<=按)年度?|半年|季度?|月度?|旬|周|日"
    reports = (
        "(?=进行|公开|公示|发布|上?报|报送|调度|通报|推进|更新|开展|汇总|调整|公布|考核|结算|反馈|总结|梳理|统计"
        "|$|[,;。])"
    )
    several = rf"(?:{NUMBER}|两|几|数)个?(?:年|季度|月|周|星期|天|日|工作日)"
    return re.compile(
        rf"每(?:个|一)?(?P<each>{units})|[逐按](?P<by>{by}){reports}|每隔?(?P<several>{several})"
    )


@cache
def _in_a_row() -> RarePattern:
    return RarePattern("连续[^,;。]{1,4}$", "续")


def read_returning(text: str, at: int) -> Returning | None:
    """The recurrence that is written at ``at``, with its days where they follow in the clause."""
    match = _pattern().match(text, at)
    if match is None:
        return None
    if match["several"] or _in_a_row().search(text[max(0, at - 6) : at]):
        reason = _("It does not say from when it counts: write the dates, or 每月 or 每季度.")
        raise Unreadable(at, match.end(), reason)
    frequency = _WORDS[match["each"] or match["by"]]
    returning = _with_tail(text, at, match.end(), frequency)
    if returning.end == len(text):
        return returning
    if (rest := _unread_day().match(text, returning.end)) is not None:
        reason = _("It is not clear which day of each period is meant: write it as in 每月5日前.")
        raise Unreadable(at, rest.end(), reason)
    return returning


def _with_tail(text: str, at: int, end: int, frequency: str) -> Returning:
    for tail, pattern in _compiled_tails(frequency):
        found = pattern.match(text, end)
        if found is None:
            continue
        if tail.whole and found["before"]:
            raise Unreadable(at, found.end(), _before_or_in())
        approximate = tail.approximate or bool(found["about"])
        return Returning(at, found.end(), frequency, tail.days(found), True, approximate)
    return Returning(at, end, frequency, ENDS[frequency], False)


@cache
def _unread_day() -> re.Pattern[str]:
    """``每月5``, ``每月第一周``, ``每季度末(3月、6月)25日``, ``每月26日至次月25日``, ``每周工作日``, ``每月首个工作日``."""
    day = rf"(?:{NUMBER}[日号]|[底末初])"
    return re.compile(
        rf"(?:\([^)]*\))?(?:{NUMBER}(?=(?:、{NUMBER})*(?:$|[,;。)]))|第{NUMBER}{signs.unless('第一', 'unread-day')}|{NUMBER}[日号])"
        rf"|{DASH}[次当本下首末]月{day}?"
        rf"|的?(?:首[个日天]|(?:最后|倒数第?|前|第)?(?:{NUMBER}个)?工作日|最后|倒数)"
    )


def _before_or_in() -> str:
    return _("It may mean before that period begins or ends: write the day, as in 每月10日前.")


def days_of_year(moments: list[Moment]) -> DaysOfPeriods:
    """The days that 每年 gives to the moments that follow it: 每年2月底、8月底前."""
    found: list[tuple[int, int]] = []
    month = 0
    for moment in moments:
        if moment.joint == "-":
            found.pop()
        found.append(_day_of_year(moment, month))
        month = found[-1][0]
    return tuple(dict.fromkeys(found))


_EDGE_DAYS = {("month", "初"): 5, ("month", "中"): 15}


def _day_of_year(moment: Moment, month_before: int) -> tuple[int, int]:
    if moment.suffix == "前" and (eve := festival_eve(moment.festival)) is not None:
        return eve
    if moment.scale in ("week", "plan", "festival") or moment.shift is not None:
        reason = _(
            "That day is another one each year: write a day of the calendar, as in 每年1月31日前."
        )
        raise Unreadable(moment.start, moment.end, reason)
    if moment.suffix == "前" and moment.scale != "day" and moment.edge in ("", "内"):
        raise Unreadable(moment.start, moment.end, _before_or_in())
    if moment.scale == "year" and moment.edge in ("初", "中"):
        return (1, 31) if moment.edge == "初" else (6, 30)
    month = moment.months[1] if moment.months else 12 if moment.days is None else month_before
    if not 1 <= month <= 12:
        reason = _("There is no such month: write one from 1月 to 12月.")
        raise Unreadable(moment.start, moment.end, reason)
    if moment.days is None or moment.edge == "底":
        return month, _EDGE_DAYS.get((moment.scale, moment.edge), -1)
    if not 1 <= moment.days[1] <= last_of_month(2000, month) and moment.days[1] != -1:
        reason = _("There is no such day in that month: write a day that it has.")
        raise Unreadable(moment.start, moment.end, reason)
    return month, moment.days[1]
