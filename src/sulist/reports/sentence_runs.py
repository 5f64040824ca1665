"""How one sentence became another, word by word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORDS = re.compile(r"[0-9A-Za-z][0-9A-Za-z._%+-]*|.", re.DOTALL)
_MOST_COMPARED = 4_000_000  # words times words
_SHORT = 2  # a run of equal letters this short between two changes is part of the change


class Run(NamedTuple):
    """A stretch of a sentence: ``sign`` is - for what went, + for what came, = for what stayed."""

    sign: str
    text: str


def runs(old: str, new: str) -> tuple[Run, ...]:
    """How one text became another, word by word: numbers and Latin words whole, Chinese by letter."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    pieces: list[tuple[str, str, str]] = []
    for tag, i, j, k, m in _opcodes(before, after):
        pieces.append((tag, "".join(before[i:j]), "".join(after[k:m])))
    return tuple(
        run
        for tag, gone, come in _moved_right(_without_crumbs(pieces))
        for run in ((Run("=", gone),) if tag == "equal" else (Run("-", gone), Run("+", come)))
        if run.text
    )


def _opcodes(before: list[str], after: list[str]) -> Sequence[tuple[str, int, int, int, int]]:
    """What stayed, went and came, as ``difflib`` says it; its time grows with the product of the lengths.

    Of texts too long for that the middle, between what both begin and end with, is one change.
    """
    if len(before) * len(after) <= _MOST_COMPARED:
        return SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    head = _in_common(before, after)
    tail = _in_common(before[head:][::-1], after[head:][::-1])
    i, k = len(before) - tail, len(after) - tail
    codes = (
        ("equal", 0, head, 0, head),
        ("replace", head, i, head, k),
        ("equal", i, len(before), k, len(after)),
    )
    return [code for code in codes if code[1] < code[2] or code[3] < code[4]]


def _in_common(one: list[str], other: list[str]) -> int:
    """How many words two texts begin with alike."""
    return next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )


def _moved_right(pieces: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """What was put in or taken out, as far right as it may stand: 食品{药品}安全, not 食{品药}品安全."""
    moved = list(pieces)
    for at in range(1, len(moved) - 1):
        (before, head, _same), (tag, gone, come), (after, tail, _too) = moved[at - 1 : at + 2]
        text = gone or come
        if tag == "equal" or (gone and come) or before != "equal" or after != "equal":
            continue
        while tail and tail[0] == text[0] and not (text[0] + tail[1:2]).isascii():
            head, text, tail = head + tail[0], text[1:] + tail[0], tail[1:]
        moved[at - 1] = ("equal", head, head)
        moved[at] = (tag, text if gone else "", text if come else "")
        moved[at + 1] = ("equal", tail, tail)
    return moved


def _without_crumbs(pieces: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Joins changes that only one or two letters keep apart: a person reads words, not letters."""
    joined: list[tuple[str, str, str]] = []
    for at, (tag, gone, come) in enumerate(pieces):
        inside = 0 < at < len(pieces) - 1
        crumb = tag == "equal" and inside and len(gone) <= _SHORT and gone not in "，。、；："
        changed = tag != "equal" or crumb
        if changed and joined and joined[-1][0] == "replace":
            _tag, before, after = joined[-1]
            joined[-1] = ("replace", before + gone, after + come)
        else:
            joined.append(("replace" if changed else "equal", gone, come))
    return joined
