"""Moments that hang together: one, a list of them, a range; with their year, edge and suffix.

chain  := group { joint group }         joint := 、 , 和 及 与 (a list) | 至 到 - (a range)
group  := [year] [part] [edge] [weekday] [time of day] [suffix]
suffix := 前 | 起 | 后 | 止 | 内 | 期间 | 左右
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from sulist.base.i18n import _
from sulist.deadline import signs
from sulist.deadline.figures import CHINESE, DIGITS, edge_at, part_at, suffix_at, year_at
from sulist.deadline.moments import DASH, LIST, WEEKDAYS, forms_at, pattern_of
from sulist.deadline.phrase import Unreadable

if TYPE_CHECKING:
    from sulist.deadline.moments import Form
    from sulist.deadline.resolving import Moment

MOST = 60  # pieces of a cell, dates of a sentence
_NUMERALS = DIGITS + CHINESE + "〇零两"
# What makes another word of a number after it: 第8月, 统一月报, 双月底.
_BINDS_NUMBERS = {
    **dict.fromkeys(DIGITS, frozenset(_NUMERALS + ".第日号月旬季底末初")),
    **dict.fromkeys(CHINESE.replace("一", ""), frozenset(_NUMERALS + "第统唯同专双万百千几数")),
    **dict.fromkeys("一年本当这下次上", frozenset(_NUMERALS)),
}
# 月底 and 季末 alone are this month's and this quarter's: only at a beginning or after such a word.
_MAY_PRECEDE = {
    **dict.fromkeys("月季", frozenset(",;:。、(“于在到至争保须要请拟划晚迟限上约并且")),
}
_WHOLE = ("保证", "目标", "指标")  # words that end there: 保证|明年底
# Before 后年 nearly anything makes a word: 验收后|年底.
_BEFORE_HOUNIAN = frozenset(",;:。、(“于在到至")


_DIGIT_SET = frozenset(_NUMERALS + "第")


def begins_here(text: str, at: int) -> bool:
    """Whether a moment may begin at ``at``: the character before does not belong to it."""
    if at == 0:
        return True
    if (may_precede := _MAY_PRECEDE.get(text[at])) is not None:
        return text[at - 1] in may_precede and text[at - 2 : at - 1] not in _DIGIT_SET
    if text[at - 1] == "年" and (text[at - 2 : at - 1] in _DIGIT_SET or text[at - 2] in _RELATIVE):
        return False  # the year before it was not read
    if _is_one_too_many(text, at) or (text[at] == "年" and _is_one_too_many(text, at - 1)):
        return False
    if text[at] == "上" and _ends_in_above().search(text, max(0, at - 3), at + 1):
        return False
    bound = _BINDS_NUMBERS.get(text[at])
    if bound is None:
        return True
    before = text[at - 2 : at - 1] if text[at - 1] in " 约" else text[at - 1]
    if before in bound or signs.ends_another(text, at, "ends-word", before):
        return False
    return not text.endswith("个工作", 0, at)


_RELATIVE = frozenset("本当这下次上今明去来翌同后前大")


def _is_one_too_many(text: str, at: int) -> bool:
    """``去去年底``, ``再下周五``, ``非本月底``: one more such word in front of one that is counted."""
    before, first = text[at - 1 : at], text[at]
    if first not in _RELATIVE or not before:
        return False
    if signs.ends_with(text, at, "one-more") or before + first == "大后":
        return True
    if before != first and before + first not in ("上下", "下上"):
        return False
    # 原则上|上半年, 情况说明|明年
    ends_word = before == "上" and _ends_in_above().search(text, max(0, at - 4), at)
    return not (ends_word or signs.ends_another(text, at - 1, "divides", text[at - 2 : at - 1]))


@cache
def _ends_in_above() -> re.Pattern[str]:
    """``原则上``, ``80%以上``, ``基础上``: this 上 is not the one of 上年."""
    return re.compile(r"(?:原则|基础|[\d%倍成]以|[线网])上$")


def _refuse_two_cuts(text: str, first: Moment) -> None:
    """``情况说明年底前``: before 明年 and the like must stand what makes no word with it."""
    at = first.start
    relative = first.turn or first.shift
    if not at or not relative:
        return
    doubtful = signs.ends_another(text, at, "divides", text[at - 1])
    doubtful = doubtful and text[at - 2 : at] not in _WHOLE
    if doubtful or (text[at] in "后大" and text[at - 1] not in _BEFORE_HOUNIAN):
        reason = _(
            "Its words can be divided in two ways: put a comma before the date, as in 情况说明，年底前报送."
        )
        raise Unreadable(at - 1, first.end, reason)


class TooMany(Unreadable):
    """More dates than any deadline has."""

    def __init__(self, start: int, end: int) -> None:
        reason = _("It holds more dates than any deadline: move the rest to the item's text.")
        super().__init__(start, end, reason)


def read_chain(text: str, at: int, *, fresh: bool = False) -> tuple[list[Moment], int] | None:
    """The moments that begin at ``at`` and where they end; None where none begins.

    ``TooMany`` where there are more than any deadline has. After the number of an item (1.) they may begin whatever the character before is.
    """
    group = read_group(text, at) if fresh or begins_here(text, at) else None
    if group is None:
        return None
    chain, end = group
    _refuse_two_cuts(text, chain[0])
    while (joint := _joint_at(text, end)) is not None:
        sign, begin = joint
        following = read_group(text, begin, continues=True)
        if following is None or not _hang_together(chain, sign, following[0], text):
            break
        chain.append(following[0][0]._replace(joint=sign))
        chain.extend(following[0][1:])
        end = following[1]
        if len(chain) > MOST:
            raise TooMany(chain[-1].start, end)
    return _shared(_between(chain, text, end), text), end


def _between(chain: list[Moment], text: str, end: int) -> list[Moment]:
    """``3月1日和4月1日之间`` is a range; 3月、4月期间 is a list."""
    pair = len(chain) == 2 and text[chain[0].end : chain[0].end + 1] in ("和", "与", "及")
    if pair and chain[1].suffix == "期间" and text[end - 2 : end] != "期间":
        chain[1] = chain[1]._replace(joint="-")
    return chain


def read_group(text: str, at: int, *, continues: bool = False) -> tuple[list[Moment], int] | None:
    """One form with its year, edge and suffix; several moments where it lists numbers."""
    if at >= len(text):
        return None
    found = _one(year_at(text, at))
    if found is not None:
        return _finished(text, *_in_years(found, _part(text, found[1], continues=False)))
    found = _one(part_at(text, at))
    if found is not None:
        return _finished(text, *found)
    found = _first_match(forms_at(text[at], continues)[0], text, at)
    if found is None:
        found = _part(text, at, continues=continues)
    elif found[0][-1].scale == "year":
        found = _in_years(found, _part(text, found[1], continues=False))
    return found and _finished(text, *found)


def _one(read: tuple[Moment, int] | None) -> tuple[list[Moment], int] | None:
    return read and ([read[0]], read[1])


def _part(text: str, at: int, *, continues: bool) -> tuple[list[Moment], int] | None:
    """What stands in a year, in figures or by the first form that matches."""
    if at >= len(text):
        return None
    return _one(part_at(text, at)) or _first_match(forms_at(text[at], continues)[1], text, at)


def _first_match(forms: tuple[Form, ...], text: str, at: int) -> tuple[list[Moment], int] | None:
    for form in forms:
        match = pattern_of(form).match(text, at)
        if match is not None:
            return form.read(match), match.end()
    return None


def _in_years(
    years: tuple[list[Moment], int], parts: tuple[list[Moment], int] | None
) -> tuple[list[Moment], int]:
    """The parts in the year before them: 2021年6、12月, and 2021、2022年6月."""
    if parts is None or parts[0][0].scale in ("plan", "week") or parts[0][0].shift is not None:
        return years
    written, moments = years[0], parts[0]
    if len(written) > 1 and (len(moments) > 1 or any(year.joint == "-" for year in written)):
        reason = _(
            "It is not clear which year it belongs to: write the year of each date, as in 2021年6月底前."
        )
        raise Unreadable(written[0].start, parts[1], reason)
    dated = [
        moment._replace(
            start=year.start,
            year=year.year,
            base=year.base,
            turn=year.turn,
            joint=moment.joint or year.joint,
        )
        for year in written
        for moment in moments
    ]
    return dated, parts[1]


def _finished(text: str, moments: list[Moment], end: int) -> tuple[list[Moment], int]:
    """With the edge, the day of the week, the time of day and the suffix that follow."""
    last = moments[-1]
    if not last.edge and (edge := edge_at(text, end, last.scale)) is not None:
        last = last._replace(edge=edge[0])
        end = edge[1]
    last, end = _dated_weekday(text, last, end)
    if _is_a_day(last) and end < len(text) and text[end] not in "前,;。、至-":
        if last.scale == "day":
            day, end = _weekday_at(text, end)
            last = last._replace(weekday=day)
        end = _time_of_day_ends(text, end)
    included = _included_ends(text, end)
    if included and last.days is None and not last.edge:
        last = last._replace(edge="底")  # 2021年12月（含）前: by its end
    suffix, end = suffix_at(text, included or end)
    if last.scale == "day" and suffix:
        end = _included_ends(text, end) or end  # 11月30日前（含当日）
    if last.scale == "day" and last.weekday is None and end < len(text) and text[end] in "([":
        day, end = _weekday_at(text, end)  # 8月31日前（星期二）
        last = last._replace(weekday=day)
    moments[-1] = last._replace(suffix=suffix, end=end)
    if len(moments) > 1 and last.edge:  # 3、6月底, but 1-6月底 begins with January
        for at, following in enumerate(moments[1:]):
            if following.joint == "、":
                moments[at] = moments[at]._replace(edge=last.edge)
    return moments, end


def _dated_weekday(text: str, weekday: Moment, at: int) -> tuple[Moment, int]:
    """``本周五（4月16日）前``: the day in a bracket at ``at``, which has to be that day of the week."""
    if weekday.scale != "week" or weekday.days is None or text[at : at + 1] != "(":
        return weekday, at
    found = _part(text, at + 1, continues=False)
    if found is None or len(found[0]) > 1 or text[found[1] : found[1] + 1] != ")":
        return weekday, at
    day = found[0][0]
    if day.scale != "day" or day.months is None:
        return weekday, at
    return day._replace(start=weekday.start, weekday=weekday.days[0]), found[1] + 1


def _is_a_day(moment: Moment) -> bool:
    """A day of a month or of a week, or the last of a period: it may have a time of day."""
    one_day = moment.days is not None and moment.days[0] == moment.days[1]
    return moment.scale == "day" or (moment.scale == "week" and one_day) or moment.edge == "底"


def _included_ends(text: str, at: int) -> int:
    """Where a bracket at ``at`` ends that includes the day itself; 0 where there is none."""
    match = _included_pattern().match(text, at) if text.startswith("(含", at) else None
    return match.end() if match else 0


@cache
def _included_pattern() -> re.Pattern[str]:
    return re.compile(r"[(]含(?:当[日天]|本[日数]|该日)?[)]")


def _weekday_at(text: str, at: int) -> tuple[int | None, int]:
    match = _weekday_pattern().match(text, at)
    return (WEEKDAYS[match[1] or match[2]], match.end()) if match else (None, at)


@cache
def _weekday_pattern() -> re.Pattern[str]:
    names = "".join(WEEKDAYS)
    return re.compile(
        rf"[(\[][本下这]?(?:星期|周|礼拜)([{names}])[)\]]|(?:星期|周|礼拜)([{names}])"
        + signs.unless("周二", "weekday")
    )


def _time_of_day_ends(text: str, at: int) -> int:
    """Where a time of day ends. It is dropped: a deadline is a day; midnight is refused."""
    match = _time_pattern().match(text, at)
    if match is None or match.end() == at:
        return at
    hour = match["hour"]
    midnight = hour is not None and hour.strip("0零") == ""
    if match["early"] or (midnight and not text.startswith(("起", "至", "到"), match.end())):
        reason = _("It may mean this day or the day before: write the day without the hour.")
        raise Unreadable(at, match.end(), reason)
    return match.end()


@cache
def _time_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?: (?=\d))?(?:(?P<early>凌晨)|[上下]午|早上|早|晚上|晚间|晚|中午|正午|傍晚|当[天日])?"
        rf"(?:(?P<hour>\d{{1,2}}|[零{CHINESE}]{{1,3}})"
        r"(?:[时点](?:整|半|\d{1,2}分?)?|:\d\d(?::\d\d)?))?"
        r"(?:下班|上班(?=之?前))?"
    )


def _joint_at(text: str, at: int) -> tuple[str, int] | None:
    if at >= len(text) or text[at] not in _joints():
        return None
    match = _joint_pattern().match(text, at)
    return None if match is None else ("、" if match[1] else "-", match.end())


@cache
def _joints() -> frozenset[str]:
    """The characters that a joint may begin with."""
    joints = (*signs.of("list"), *signs.of("range"), *signs.of("dash"))
    return frozenset([*(sign.written[0] for sign in joints), "起", "开"])


@cache
def _joint_pattern() -> re.Pattern[str]:
    return re.compile(rf"({LIST})|(?:起|开始)?{DASH}")


def _hang_together(chain: list[Moment], sign: str, following: list[Moment], text: str) -> bool:
    """Whether two groups are one chain; a list goes on only in the same unit.

    ``2021年，6月底前`` is a heading and its date, which the clause sorts out; a chain is not.
    """
    last, first = chain[-1], following[0]
    if sign == "-":
        if last.joint == "-" or last.suffix not in ("", "起"):
            return False
        return not _is_part_of_a_month(first) or last.scale == first.scale
    if _is_part_of_a_month(first):
        return last.scale == first.scale
    return first.scale == last.scale or (bool(last.suffix) and text[last.end] != ",")


def _is_part_of_a_month(moment: Moment) -> bool:
    """``15日`` or ``下旬``, whose month was said before."""
    return (
        bool(moment.days)
        and moment.months is None
        and moment.scale in ("day", "xun")
        and (moment.shift is None)
    )


def _shared(chain: list[Moment], text: str) -> list[Moment]:
    """With the last one's suffix and edge given to those of its list that have none."""
    for at in range(len(chain) - 2, -1, -1):
        moment, following = chain[at], chain[at + 1]
        if following.joint == "-" or moment.suffix or moment.scale != following.scale:
            continue
        if following.suffix:
            edge = moment.edge or (following.edge if moment.days is None else "")
            chain[at] = moment._replace(suffix=following.suffix, edge=edge)
    return chain
