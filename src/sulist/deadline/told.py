"""What a sentence tells of a time, where nothing is due by then: a report, the calendar.

``至6月底，已开工42个``, ``8月底前已完成``, ``距年底仅剩两个月``, ``2月2日放寒假``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from sulist.deadline import vocabulary

if TYPE_CHECKING:
    from sulist.deadline.resolving import Dates


_NEAR = 90  # characters on either side of a date


def is_over(text: str, piece: Dates) -> bool:
    """8月底前已完成, 去年12月底前未完成: what was done by then, or was not."""
    return _follows(vocabulary.IS_TOLD, text, piece.end)


def draws_near(text: str, piece: Dates, clause: str) -> bool:
    """距年底仅剩两个月, 年底将至: how far off it is; ``clause`` stands in front of it."""
    if piece.moments[-1].suffix:
        return False
    led = vocabulary.compiled(vocabulary.NEARS).search(clause) is not None
    return led or _follows(vocabulary.IS_NEAR, text, piece.end)


def is_in_a_calendar(text: str, piece: Dates) -> bool:
    """2月2日（农历…）; and 2月2日放寒假, where a school's year, or a holiday, may end in the year after.

    A date with 前, or with a year of its own, is due there too; not so in a 学年 of two years.
    """
    if _follows(vocabulary.LUNAR, text, piece.end):
        return True
    if all(moment.says_year for moment in piece.moments):
        return False
    start, end = _sentence(text, piece)
    if vocabulary.compiled(vocabulary.SCHOOL_YEAR).search(text, start, end):
        return True
    if piece.moments[-1].suffix == "前":
        return False
    return vocabulary.compiled(vocabulary.SCHOOL).search(text, start, end) is not None


def is_deed(text: str, piece: Dates) -> bool:
    """2021年8月，分公司下发通知，9月开展检查: what was done in months of a written year, where nothing is planned."""
    last = piece.moments[-1]
    if last.scale not in ("month", "xun") or last.suffix or last.edge:
        return False
    start, _end = _sentence(text, piece)
    if vocabulary.compiled(vocabulary.DEEDS).search(text, start, piece.end + 30) is None:
        return False
    return not says_a_plan(text, piece)


def says_a_plan(text: str, piece: Dates) -> bool:
    """Whether the sentence of ``piece`` has a word of what is to come: 力争, 拟, 8月底前."""
    return vocabulary.compiled(vocabulary.PLANS).search(text, *_sentence(text, piece)) is not None


def _sentence(text: str, piece: Dates) -> tuple[int, int]:
    """Where the sentence of ``piece`` begins and ends, so far as it is near."""
    first, last = max(0, piece.start - _NEAR), min(len(text), piece.end + _NEAR)
    ends = [at for sign in "。!?" if (at := text.find(sign, piece.end, last)) >= 0]
    start = max(text.rfind(sign, first, piece.start) for sign in "。!?") + 1
    return max(first, start), min(ends, default=last)


def is_report(text: str, piece: Dates, *, only: str = "") -> bool:
    """到9月底，累计发放补贴320万元; but not 到年底，新增就业4300人以上.

    ``only`` are the words that may tell it; else those that do so of such a time in prose.
    """
    last = piece.moments[-1]
    if last.suffix in ("前", "起", "后"):
        return False
    found = _rest_of_sentence().match(text, piece.end)
    rest = found[0] if found else ""
    is_year = last.scale in ("year", "plan") and last.says_year
    told = _says(only or vocabulary.TOLD_OF_A_YEAR, rest)
    if not told and not only and not is_year:
        told = _says(vocabulary.TELLS, rest) and not _says(vocabulary.TO_COME_PERHAPS, rest)
    return told and not _says(vocabulary.TO_COME, rest)


def _says(words: str, text: str) -> bool:
    return vocabulary.compiled(words).search(text) is not None


def _follows(words: str, text: str, at: int) -> bool:
    return vocabulary.compiled(words).match(text, at) is not None


@cache
def _rest_of_sentence() -> re.Pattern[str]:
    return re.compile(r"[^;。!?]{0,80}")
