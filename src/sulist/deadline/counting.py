"""Periods that are counted: 3个月内, 10个工作日内, 印发之日起60日内, 3-5年内.

They count from the day of issue, that day excluded. One that counts from another event
(项目验收后30日内) has no date, and one that says how long something may take
(压缩至4个月以内) is no deadline at all.
"""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

from sulist.base.i18n import _
from sulist.base.numerals import parse_number
from sulist.base.tuples import NamedTuple
from sulist.deadline import almanac, signs
from sulist.deadline.figures import CHINESE
from sulist.deadline.moments import DASH, WITHIN
from sulist.deadline.phrase import Unreadable
from sulist.deadline.terms import Term

if TYPE_CHECKING:
    from datetime import date

    from sulist.deadline.resolving import Given

_LONGEST = 2000


class Count(NamedTuple):
    """So many units from the day of issue; ``least`` differs where a range is written.

    ``sort`` is issue (counts from it), event (counts from something else), length (says how long
    something may take) or duration (says how long something goes on: 工期, 为期).
    """

    start: int
    end: int
    least: int
    most: int
    unit: str
    half: bool
    sort: str


@cache
def _pattern() -> re.Pattern[str]:
    number = rf"(?:\d{{1,3}}|[{CHINESE}两]{{1,3}}|半)"
    return re.compile(
        rf"(?P<least>{number})(?:{DASH}(?P<most>{number}))?(?P<half>个?半)?"
        r"(?P<unit>个?工作日|个?自然[日天]|个?日历[日天]|个月|月|个?季度|个?星期|周|天|日|年|个?小时)(?P<more>半)?"
        rf"(?:时间)?(?:左右)?(?P<within>{WITHIN})?"
    )


@cache
def _length_before() -> re.Pattern[str]:
    """What precedes a length: 压缩至, 不超过, 为期, 时限, and 第, 近, 满 that make no deadline."""
    return re.compile(
        r"(?:(?:压缩|缩短|减|降|控制|延长)[^,;。]{0,4}(?:至|到|为|在)"
        r"|不得?(?:超过|少于|足|高于|低于)|(?:时限|时间)为?|近|满|每|第|达到?|提速"
        r"|(?P<duration>为期|历时|周期为?|工期为?|建设期为?|有效期为?|连续|持续|共))$"
    )


# A paper, and how it is put out.
PAPER = "通知|方案|意见|清单|文件|公告|通告|办法|规划|计划|细则"
ISSUED = "印发|发布|公布|下发|发文|发出|公告|颁布"
_ISSUE = (
    r"(?:(?:^|[自从在于])本?(?:实施|工作|行动)?"
    rf"(?:{PAPER})?(?:正式)?(?:{ISSUED})(?:之日|当日|次日)?(?:之?后|以后)?起?的?"
    r"|(?:^|[自从])(?:即日|今日|现在)起)$"
)
# Who has to do it, and words that do not change from when it counts.
_LEADS = (
    r"(?:^|[,;:。、(])(?:[^,;:。、(后起时收接受]{0,12}(?:局|委|办|部门|单位|镇|乡|街道|政府|公司))?"
    r"(?:请|务必|力争|争取|承诺|尽快|抓紧|原则上|确保|应|须|需|要求?|一般|全部|统一|保证|拟|计划|预计|最迟|最晚|必须|限期?"
    r"|并|且|在|于|今后|未来|约|期限|:)*$"
)


@cache
def _procedure() -> re.Pattern[str]:
    """What a statute says of a period that runs in each case anew: a procedure, a sanction, a benefit."""
    return re.compile(
        r"就|可(?![能望])|[^,;。:]{0,8}?(?:无法|不能|未能|禁止|不得|不予|不再|免征|减免|暂停|取消|限制|有权|可以"
        r"|申请(?:行政)?强制|提起|复议|诉讼|起诉|上诉|作出[^,;。]{0,12}决定|决定是否"
        r"|补正|送达|催告|听证|申诉|异议)|[^,;。:]{1,12}的(?:,|$)"
    )


def read_count(text: str, at: int) -> Count | None:
    """The counted period at ``at``; a bare length (3个月) only where it is no deadline."""
    if at and text[at - 1] in f"0123456789.{CHINESE}":
        return None
    match = _pattern().match(text, at)
    if match is None:
        return None
    named_month = match["unit"] == "月" and not match["half"] and match["least"] != "半"
    if named_month and not match["within"]:
        return None
    near = max(0, at - 100)
    begin = max(near, *(text.rfind(sign, near, at) + 1 for sign in ",;。:(、"))
    clause = text[begin:at]
    if not named_month and (length := _length_before().search(clause)):
        return _count(match, "duration" if length["duration"] else "length")
    if not match["within"]:
        return _length(match)
    if issue := re.search(_ISSUE, clause):
        return _count(match, "issue")._replace(
            start=begin + issue.start() + (issue[0][0] in "在于")
        )
    if _event_before().search(clause):
        return _count(match, "event")._replace(start=begin)
    if (earlier := _earlier_event(text, begin)) is not None:
        if not re.search(_ISSUE, text[slice(*earlier)]):
            return _count(match, "event")
        count = _count(match, "issue")
        return count._replace(start=earlier[0]) if earlier[1] + 1 == begin else count
    led = re.search(_LEADS, text[max(0, begin - 1) : at]) is not None
    counts = led and _procedure().match(text, match.end()) is None
    return _count(match, "issue" if counts else "unclear")


def _length(match: re.Match[str]) -> Count | None:
    """A number of days without 内, where what is around it says that it is a length.

    12月底前完成3个月的集中整治, 1天办结, 2022—2024年（三年）.
    """
    text, at, end = match.string, match.start(), match.end()
    if text[at - 1 : at] + text[end : end + 1] == "()":
        return _count(match, "duration")
    return _count(match, "length") if text.startswith(("的", "集中", "专项", "办"), end) else None


def _earlier_event(text: str, begin: int) -> tuple[int, int] | None:
    """The clause before, in the same sentence, that it counts from: 接到通知后，5日内反馈."""
    near = max(0, begin - 100)
    sentence = max(near, *(text.rfind(sign, near, begin) + 1 for sign in ";。"))
    found = _event_clause().search(text, sentence, begin)
    return found and found.span(1)


@cache
def _event_before() -> re.Pattern[str]:
    """An event that it counts from, right before it: 验收后."""
    after = signs.pattern("后", "event")
    return re.compile(f"(?:{after}|起|之日|以来|之时)的?$")


@cache
def _event_clause() -> re.Pattern[str]:
    return re.compile(
        f"([^,;。:]{{0,40}}(?:{signs.pattern('后', 'earlier-event')}|起|之日|时|的))[,:]"
    )


def _count(match: re.Match[str], sort: str) -> Count:
    unit = match["unit"].removeprefix("个")
    half = bool(match["half"] or match["more"]) or match["least"] == "半"
    least, most = _number(match["least"]), _number(match["most"] or match["least"])
    if match["unit"] == "月" and not half:
        reason = _(
            "It may mean a month of the year or a number of months: write 8月底前 or 3个月内."
        )
        raise Unreadable(match.start(), match.end(), reason)
    return Count(match.start(), match.end(), least, most, unit, half, sort)


def _number(written: str) -> int:
    return parse_number(written.replace("两", "二")) or 0


def count_from(count: Count, day: date) -> tuple[date, date]:
    """The last day of the shortest and of the longest period that ``count`` can mean."""
    if count.least > count.most or (count.most < 1 and not count.half) or count.most > _LONGEST:
        reason = _("It is no number of days to count: write one such as 10日内, or the date.")
        raise Unreadable(count.start, count.end, reason)
    return _after(count, count.least, day), _after(count, count.most, day)


def _after(count: Count, number: int, day: date) -> date:
    if count.unit == "工作日" and not count.half:
        found = almanac.add_workdays(day, number)
        if found is None:
            reason = _("The working days of that year are not published yet: write the date.")
            raise Unreadable(count.start, count.end, reason)
        return found
    if count.unit == "小时" and number % 24 == 0 and not count.half:
        return day + timedelta(days=number // 24)
    if count.unit[-1] in "日天周期" and not count.half:
        return day + timedelta(days=number * (7 if count.unit in ("周", "星期") else 1))
    months = {"月": 1, "季度": 3, "年": 12}.get(count.unit)
    if months is None or number * months > _LONGEST:
        reason = _(
            "That length cannot be counted in whole days: write whole days or months, as in 3个月内, or the date."
        )
        raise Unreadable(count.start, count.end, reason)
    if not count.half:
        return almanac.add_months(day, number * months)
    if months == 12:
        return almanac.add_months(day, number * 12 + 6)
    if months == 1:  # half a month is fifteen days
        return almanac.add_months(day, number) + timedelta(days=15)
    reason = _(
        "That length cannot be counted in whole days: write whole days or months, as in 3个月内, or the date."
    )
    raise Unreadable(count.start, count.end, reason)


def counted_term(count: Count, given: Given) -> Term:
    """The date of a counted period; it needs the day of issue."""
    if given.counted_from is None:
        reason = _("It counts from the day of issue, which is not known: set issued:, or due:.")
        raise Unreadable(count.start, count.end, reason)
    least, most = count_from(count, given.counted_from)
    other = least if least != most else None
    rule = "workdays" if count.unit == "工作日" else "counted"
    return Term(
        count.start,
        count.end,
        None,
        most,
        approximate=other is not None,
        ambiguous=other,
        scale="count",
        rules=(rule,),
    )
