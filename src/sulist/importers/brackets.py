"""The brackets of a text, of whatever form: （…）, (…), 〔…〕, [...], 【…】, and mixed ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

OPENING, CLOSING = "（([［【〔﹝〖", "）)]］】〕﹞〗"
_STOPS = "。；;"
_MARK = re.compile("[，,；;。]")


class Bracket(NamedTuple):
    """Where a bracket stands, the full stop behind it included, and what is in it."""

    start: int
    end: int
    inside: str
    is_closed: bool = True


def outermost(text: str) -> Iterator[Bracket]:
    """The outermost brackets of a text; the last one may lack its end."""
    depth = start = 0
    for at, letter in enumerate(text):
        if letter in OPENING:
            start = start if depth else at
            depth += 1
        elif letter in CLOSING and depth:
            depth -= 1
            if depth == 0:
                stop = text[at + 1 : at + 2] in tuple(_STOPS)
                yield Bracket(start, at + 1 + stop, text[start + 1 : at])
    if depth:
        yield Bracket(start, len(text), text[start + 1 :], is_closed=False)


def is_one(text: str) -> bool:
    """Whether a text is one bracket and nothing else."""
    first = next(outermost(text.strip()), None)
    return (
        first is not None and first.is_closed and (first.start, first.end) == (0, len(text.strip()))
    )


def ends_sentence(text: str, one: Bracket) -> bool:
    """Whether a sentence ends before a bracket or with it."""
    before = text[: one.start].rstrip()[-1:]
    return one.end == len(text) or text[one.end - 1] in _STOPS or before in tuple("。；")


def clauses(inside: str) -> Iterator[tuple[str, str]]:
    """The clauses of a bracket, each with the mark behind it; brackets inside stay whole."""
    depth = start = 0
    for at, letter in enumerate(inside):
        depth += (letter in OPENING) - (letter in CLOSING)
        if depth == 0 and _MARK.match(letter):
            yield inside[start:at], letter
            start = at + 1
    yield inside[start:], ""


def more_closed(text: str) -> int:
    """How many brackets more are closed in a text than opened."""
    return sum((letter in CLOSING) - (letter in OPENING) for letter in text)
