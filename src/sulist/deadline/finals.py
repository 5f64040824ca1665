"""A recurrence and a date in one cell: ``每季度末报送进展，年底前完成``, and when both hold beyond doubt."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from sulist.base.i18n import _
from sulist.deadline import vocabulary
from sulist.deadline.figures import FINISHED
from sulist.deadline.phrase import ByHand

if TYPE_CHECKING:
    from datetime import date

    from sulist.deadline.returning import Returning
    from sulist.deadline.terms import Term


_SHORTEST = 2  # characters of what is done: 报送; 及 only joins


def is_final(text: str, term: Term) -> bool:
    """Whether something is due on a date beside what recurs; else it bounds what recurs.

    3月起, 2021年, 3月至8月 and 至12月底 are bounds; but by 12月底前, by 12月 where it says 完成, and by
    到12月底前完成 something is due.
    """
    if term.due is None or term.ranged:
        return False
    if term.closes:
        return _completed().match(text, term.end) is not None
    return not term.whole or _finishes(text, term.end) or vocabulary.begins(text, term.end)


def _finishes(text: str, at: int) -> bool:
    return vocabulary.compiled(vocabulary.FINISHES).match(text, at) is not None


@cache
def _completed() -> re.Pattern[str]:
    return re.compile(f"(?:[全各]部|全面|基本)?(?:{'|'.join(FINISHED)}|办结)")


def refuse_unsaid(text: str, returning: list[Returning], dates: list[Term]) -> None:
    """Raise ``ByHand`` unless the recurrence and each date say what is done by them.

    ``每月底前，12月底前完成`` may mean one of the two only, or the last month; what returns behind
    此后 goes on after the date, and where something only begins by the date nothing ends then.
    """
    starts = [one.start for one in returning] + [one.start for one in dates]
    said = set()
    for one in returning:
        if "后" in _head(text, one.start):
            raise ByHand(one.start, one.end, _goes_on())
        act = _act(text, one.end, min((at for at in starts if at >= one.end), default=None))
        if len(act) < _SHORTEST:
            raise ByHand(dates[0].start, dates[0].end, _unsaid())
        said.add(act)
    for date in dates:
        act = _act_by(text, date, returning, dates)
        words = vocabulary.word_pattern().search(act)
        lasts = words is not None and words.lastgroup in ("lasting", "going_on")
        if act in said or lasts or not _is_act().search(act):
            raise ByHand(date.start, date.end, _unsaid())
    if all(vocabulary.begins(text, date.end) for date in dates):
        raise ByHand(dates[-1].start, dates[-1].end, _goes_on())


def refuse_no_time(start: date | None, last: date, dates: list[Term]) -> None:
    """Raise ``ByHand`` where what returns begins only after the ``last`` date: ``6月底前完成，7月起每月通报``."""
    if start is not None and start > last:
        raise ByHand(dates[-1].start, dates[-1].end, _goes_on())


def _head(text: str, at: int) -> str:
    """What stands in the clause before ``at``."""
    return re.split("[,;。:()]", text[:at])[-1]


def _goes_on() -> str:
    return _(
        "What returns is not over by the date: it may go on when that is past. Set due: by hand, or make it an item of its own."
    )


def _act_by(text: str, date: Term, returning: list[Returning], dates: list[Term]) -> str:
    """What is done by a date; of ``6月底、12月底前完成`` it is the same for both."""
    stop = min((one.start for one in returning if one.start >= date.end), default=None)
    act = _act(text, date.end, stop)
    for other in dates:
        if other.start >= date.end:
            act = act.replace(text[other.start : other.end], "")
    return act


def _act(text: str, at: int, stop: int | None) -> str:
    """What stands in the clause behind ``at``, before ``stop``."""
    return _clause().match(text[at:stop])[0]  # type: ignore[index]


@cache
def _clause() -> re.Pattern[str]:
    return re.compile("[^,;。:()]*")


@cache
def _is_act() -> re.Pattern[str]:
    return re.compile(f"(?:{vocabulary.FINISHES})|(?:{vocabulary.BEGINS})|(?:{vocabulary.GOES_ON})")


def _unsaid() -> str:
    return _(
        "It has both a date and a recurrence, and does not say what is done by each: write it as in 每季度末报送进展，年底前完成, or set due: by hand."
    )
