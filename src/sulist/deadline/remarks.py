"""What stands behind a date and is none of its own: its year, what it was before, what comes if it is missed.

``6月底前（2023年）`` is of 2023. ``（原为2022年12月底前）`` and ``逾期不报视为放弃`` say nothing of when a
thing is due.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from sulist.base.i18n import _
from sulist.base.patterns import RarePattern
from sulist.deadline.chain import read_group
from sulist.deadline.figures import FINISHED
from sulist.deadline.phrase import Unreadable
from sulist.deadline.resolving import Moment

if TYPE_CHECKING:
    from collections.abc import Sequence


def year_in_bracket(text: str, at: int) -> tuple[Moment, int] | None:
    """The year that a bracket at ``at`` holds and nothing else, and where the bracket ends."""
    if text[at : at + 1] not in _OPENING:
        return None
    bare = _bare_year().match(text, at)
    if bare is not None:
        written = int(bare[1])
        short = written < 100
        year = Moment(at, bare.end(), "year", year=2000 + written if short else written)
        return year._replace(base="short") if short else year, bare.end()
    try:
        group = read_group(text, at + 1 + (text[at + 1 : at + 2] in _LEADS))
    except Unreadable:
        return None
    if group is None or len(group[0]) > 1:
        return None
    year, end = group[0][0], group[1]
    if (done := _done().match(text, end)) is not None:  # 12月底前（2023年完成）
        end = done.end()
    plain = year.scale == "year" and year.says_year and not year.suffix and year.edge in ("", "内")
    if not plain or year.years > 1 or text[end : end + 1] not in _CLOSING:
        return None
    return year._replace(end=end + 1), end + 1


_OPENING, _CLOSING = tuple("([【〔"), tuple(")]】〕")
_LEADS = tuple("即为指系限于在是")  # 6月底前（限2022年）


@cache
def _bare_year() -> re.Pattern[str]:
    return re.compile(rf"[(\[【〔][{''.join(_LEADS)}]?((?:19|20)\d\d|\d\d(?=年))年?[)\]】〕]")


@cache
def _done() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(FINISHED)}|办结|开工|启动|实施)(?=[)\\]】〕])")


def in_year(text: str, moments: Sequence[Moment], year: Moment) -> list[Moment]:
    """``moments`` in the year that stands behind them; ``Unreadable`` where they may have others."""
    last = moments[0] if moments[-1].base == "previous" else moments[-1]
    if last.shift is not None or (last.says_year and not _is_year_of(last, year)):
        reason = _(
            "It names two years: keep the right one, in front of the month, as in 2022年6月底前."
        )
        raise Unreadable(moments[0].start, year.end, reason)
    if "," in text[moments[0].start : last.start]:
        reason = _(
            "It is not clear which year it belongs to: write the year of each date, as in 2021年6月底前."
        )
        raise Unreadable(moments[0].start, year.end, reason)
    return [
        one if one.says_year else one._replace(year=year.year, base=year.base, turn=year.turn)
        for one in moments
    ]


def _is_year_of(moment: Moment, year: Moment) -> bool:
    if moment.year is not None or year.year is not None:
        return moment.year == year.year
    return (moment.base, moment.turn) == (year.base, year.turn)


def year_apart(text: str, end: int, at: int) -> Moment | None:
    """The year in a bracket at ``at``, where it can only be that of a date that ends at ``end``."""
    found = year_in_bracket(text, at)
    return None if found is None or _apart().search(text, end, at) else found[0]


@cache
def _apart() -> re.Pattern[str]:
    return re.compile("[,;。:)》】]")


@cache
def told_pattern() -> RarePattern:
    """What was due before, or is over, in a bracket behind a date; and what comes if it is missed."""
    moved = "延期|延长|延后|调整|推迟|变更|顺延|提前"
    before = r":|为|定|计划|拟|应|先|本|要求|时限|完成|期限|规定|于|是|\d{1,4}[年月]|[去上]年"
    undone = "未完成|未开工|未启动|未建成|未实施|未到位|未落实|结转"
    return RarePattern(
        rf"(?<=[^,;。:])[(](?:原(?:{before})(?:(?!{moved}|改)[^()])*"
        r"|(?:此前|先前|以前|曾|上次)(?:为|是|定|计划|拟|要求)[^()]*"
        rf"|由[^()]{{0,30}}(?:{moved})|[^()]{{0,60}}(?:{undone})(?:项目|任务|事项)?)[)]"
        r"|(?<=[,;。(])逾期(?:(?!年[底内末]|[月周季延])[^;。()\d])*(?=$|[;。)])",
        "原前曾次由未转逾",
    )
