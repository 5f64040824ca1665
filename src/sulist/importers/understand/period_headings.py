"""Headings that are a time, or hold one: 二月：, 第一季度, 第一阶段（3月1日—3月15日）."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sulist.base.numerals import parse_number
from sulist.base.plain import clean_cell
from sulist.deadline import parse
from sulist.importers import brackets, cell_text
from sulist.importers.understand.markers import NumberMark
from sulist.importers.understand.times_alone import is_time_alone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sulist.importers.understand.paragraphs import Paragraph

FORM = "period"
_NUMERAL = "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})"
_MONTH = f"{_NUMERAL}月(?:份|[上中下]旬)?"
_PERIOD = re.compile(
    rf"((?:20[0-9]{{2}}年)?(?:{_MONTH}(?:(?:[-—－–~～至到、]|——){{1,2}}{_MONTH}|(?:[-—－–~～至、]){{1,2}}(?={_MONTH}))?"
    rf"|{_NUMERAL}[-—－–~～至、]{_MONTH}|第?[一二三四1-4]季度|[上下]半年))"
    r"(?:(?:的|主要|重点)*(?:工作|任务|活动)?(?:安排|重点|计划|要点|内容)?)[：:]?"
    # 三月份——文明礼仪月, 三月（感恩月）, 三月：学雷锋
    r"(?:\s*(?:[—－-]{1,2}|[：:])\s*[^，。；：:—（）]{2,14}|\s*[（(][^，。；：:（）()0-9]{2,14}[）)])?[：:]?"
)
_TWO_MONTHS = re.compile("([一二三四五六七八九十]{1,2})、([一二三四五六七八九十]{1,2})月份?[：:]?")
_STAGE = re.compile(".{0,12}(?:阶段|环节|步骤?|时期)")
_WITHIN_A_YEAR = re.compile("[月日旬季半底前]")
_LONGEST, _LONGEST_TITLE, _ANY_YEAR = 40, 20, 2000


def time_in(heading: str) -> str:
    """The time that a heading is, or that the bracket behind a stage holds; "" where there is none."""
    line = clean_cell(heading).rstrip("：:")
    if len(line) > _LONGEST:
        return ""
    if found := _PERIOD.fullmatch(line):
        time = found.group(1)
        return time if cell_text.is_deadline(time, _ANY_YEAR) else ""  # not 13月
    last = next(reversed(list(brackets.outermost(line))), None)
    if last is None or last.end != len(line) or not last.is_closed:
        return ""
    inside = last.inside.strip()
    is_time = _WITHIN_A_YEAR.search(inside) and cell_text.is_deadline(inside, _ANY_YEAR)
    is_only = re.match("[0-9一二三四五六七八九十]|即日|每年", inside)
    return inside if is_time and is_only and _STAGE.search(line[: last.start]) else ""


def time_of_title(text: str) -> str:
    """The time in the bracket behind a short title that opens a text: 宣传发动（3月上旬）。召开动员会."""
    title, stop, _rest = text.partition("。")
    one = next(brackets.outermost(title), None)
    if one is None or not stop or one.end < len(title) or not one.is_closed:
        return ""
    inside = one.inside.strip()
    is_short = one.start <= _LONGEST_TITLE and not re.search("[，；]", title[: one.start])
    is_dated = _WITHIN_A_YEAR.search(inside) and is_time_alone(inside)
    return inside if is_short and is_dated and cell_text.is_deadline(inside, _ANY_YEAR) else ""


def is_time(heading: str) -> bool:
    """Whether a heading is a time, whatever it is called besides: 二月份工作安排, 三月——文明礼仪月."""
    return bool(_PERIOD.fullmatch(clean_cell(heading).rstrip("：:")))


def go_up(times: Sequence[str], year: int | None) -> bool:
    """Whether times follow each other within a year: not 十二月, and then 一月.

    One that this year has not, 2月29日, is told by the check of its item.
    """
    said = year or _ANY_YEAR
    read = [parse(one, year=said) for one in times if cell_text.is_deadline(one, said)]
    ends = [one.milestones[-1].due for one in read if one.milestones]
    return ends == sorted(ends)


def _are_months(line: str) -> bool:
    """Whether a line is two months in a row, and no number before one: 五、六月：."""
    found = _TWO_MONTHS.fullmatch(clean_cell(line))
    first, second = map(parse_number, found.groups()) if found else (None, None)
    return first is not None and second == first + 1


def with_periods(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The paragraphs, each line without a number that is such a heading above a number marked so, where there are several."""
    above = [place for place, one in enumerate(paragraphs[1:]) if one.marker]
    at = [
        place for place in above if not paragraphs[place].marker and time_in(paragraphs[place].text)
    ]
    if len(at) < 2:
        return paragraphs
    at += [
        place for place in above if paragraphs[place].marker and _are_months(paragraphs[place].text)
    ]
    made = list(paragraphs)
    for place in at:
        made[place] = made[place]._replace(marker=NumberMark(FORM, None, 0))
    return made
