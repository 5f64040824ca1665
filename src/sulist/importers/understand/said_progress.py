"""Columns that tell how far the work is → a report on each item: its state, its percent, its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sulist.base.i18n import _
from sulist.base.plain import says_nothing, simplified
from sulist.importers.drafts import Doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.importers.drafts import DraftItem, DraftList

_STATES = (
    ("not-started", "(?:尚?未|没有?)(?:启动|开始|开展|开工)|待(?:启动|开展|推进)"),
    (
        "in-progress",
        "(?:正在)?(?:推进|进行|办理|实施|整改|建设|落实)(?:中|之中)?|(?:按)?(?:时)?序时?推进|持续推进|长期坚持|未完成|基本完成|部分完成|已启动|已开工|否|×",
    ),
    (
        "done",
        "(?:已(?:全部|经)?|全部)?(?:完成|办结|整改完成|整改到位|完工|竣工|销号|落实到位)|是|√|✓",
    ),
)
_STATE = tuple((state, re.compile(words)) for state, words in _STATES)
_PERCENT = re.compile(r"(?:已?完成|进度)?(?:约)?([0-9]{1,3})(?:\.0+)?[%％]")
_FULL = 100


class SaidProgress(NamedTuple):
    """What the columns of an item say of its work; without a state its words alone tell that it is under way."""

    item: DraftItem
    status: str
    percent: int | None
    words: str


def said_progress(draft: DraftList) -> tuple[SaidProgress, ...]:
    """What is said of the items of which anything is said."""
    found = []
    for item in draft.items:
        cells = [item.more[name] for name in draft.progress if item.more.get(name)]
        cells = [cell for cell in cells if not says_nothing(cell)]
        if not cells:
            continue
        states = [state for cell in cells if (state := _state(cell))]
        percents = [percent for cell in cells if (percent := _percent(cell)) is not None]
        words = [cell for cell in cells if not _state(cell) and _percent(cell) is None]
        found.append(
            SaidProgress(
                item,
                states[0] if len(set(states)) == 1 else "",
                percents[0] if len(set(percents)) == 1 else None,
                "；".join(words if len(set(states)) < 2 else cells),
            )
        )
    return tuple(found)


def doubts_of_progress(draft: DraftList) -> Iterator[Doubt]:
    """Reports whose state no word of a cell says."""
    for one in said_progress(draft):
        if not one.status and one.percent is None:
            yield Doubt(
                one.item.place,
                one.item,
                _("reported as under way: {text}").format(text=one.words),
                _("No word there is a state: say it by sulist log where it is done or not begun."),
            )


def _state(cell: str) -> str:
    text = simplified(cell).strip("。 ")
    return next((state for state, words in _STATE if words.fullmatch(text)), "")


def _percent(cell: str) -> int | None:
    found = _PERCENT.fullmatch(cell.strip("。 "))
    return int(found.group(1)) if found and int(found.group(1)) <= _FULL else None
