"""Which item of one list is which of another: by the likeness of their texts, never by number."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from sulist.base.plain import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sulist.listfile.item import WorkItem

ENOUGH = 0.5  # two texts less alike than this are two items
_CANDIDATES = 12  # of those that share most pairs of letters, so many are measured
_COMMON = 50  # a pair of letters in more items than this tells nothing
_MEASURED = 2_000  # letters: no item of a real list has as many
_NOT_SAME = 0.999
_YEAR = re.compile("20[0-9]{2}")


class Pair(NamedTuple):
    """An item of the old list and the one of the new list that it has become; 1 is the same text."""

    old: WorkItem
    new: WorkItem
    likeness: float


def paired(old: Sequence[WorkItem], new: Sequence[WorkItem]) -> list[Pair]:
    """The pairs, each item in one at most: equal texts first, then the most alike.

    Where texts are equally alike, the same lead and the nearer place decide.
    """
    pairs = _equal(old, new)
    taken_old = {id(pair.old) for pair in pairs}
    taken_new = {id(pair.new) for pair in pairs}
    left = [item for item in old if id(item) not in taken_old]
    right = [item for item in new if id(item) not in taken_new]
    for _rank, at, to, likeness in sorted(_measured(left, right), reverse=True):
        if id(left[at]) not in taken_old and id(right[to]) not in taken_new:
            pairs.append(Pair(left[at], right[to], likeness))
            taken_old.add(id(left[at]))
            taken_new.add(id(right[to]))
    return pairs


def _equal(old: Sequence[WorkItem], new: Sequence[WorkItem]) -> list[Pair]:
    """Items of one text; where it stands several times, those of one lead first, then by order."""
    pairs = []
    by_text: dict[str, list[WorkItem]] = {}
    for item in new:
        by_text.setdefault(fold(item.text), []).append(item)
    waiting = []
    for item in old:
        same = by_text.get(fold(item.text), [])
        own = next((one for one in same if one.lead_text == item.lead_text), None)
        if own is None:
            waiting.append(item)
        else:
            same.remove(own)
            pairs.append(Pair(item, own, 1.0))
    for item in waiting:
        if same := by_text.get(fold(item.text), []):
            pairs.append(Pair(item, same.pop(0), 1.0))
    return pairs


def _measured(
    left: Sequence[WorkItem], right: Sequence[WorkItem]
) -> list[tuple[tuple[float, bool, float], int, int, float]]:
    """The likely pairs: how alike (with what decides between equals), their places, the likeness."""
    texts = [_bare(item.text) for item in right]
    index: dict[str, list[int]] = {}
    for to, text in enumerate(texts):
        for letters in _letters(text):
            index.setdefault(letters, []).append(to)
    found = []
    for at, item in enumerate(left):
        text = _bare(item.text)
        shared = Counter(
            to
            for letters in _letters(text)
            if len(places := index.get(letters, ())) <= max(_COMMON, len(right) // 10)
            for to in places
        )
        for to, _count in shared.most_common(_CANDIDATES):
            likeness = _likeness(text, texts[to])
            if likeness >= ENOUGH:
                near = 1 - abs(at / len(left) - to / len(right))
                same_lead = item.lead_text == right[to].lead_text
                found.append(((round(likeness, 2), same_lead, near), at, to, likeness))
    return found


def _bare(text: str) -> str:
    """A text without its years, which alone make no other item of it."""
    return _YEAR.sub("", fold(text))


def _letters(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)} or {text}


def _likeness(one: str, other: str) -> float:
    """How alike two texts are, 0 to 1; a first sentence kept is as good as most of the text.

    The time grows with the square of the length, so of a long text the beginning is measured.
    """
    whole = SequenceMatcher(None, one[:_MEASURED], other[:_MEASURED], autojunk=False).ratio()
    if one != other:
        whole = min(whole, _NOT_SAME)
    first, second = one.partition("。")[0], other.partition("。")[0]
    if first == second and len(first) >= 6:
        return max(whole, (1 + whole) / 2)
    return whole
