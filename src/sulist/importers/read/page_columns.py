"""Running text that is set in two columns: read down the left one, then down the right one.

Only what cannot be a table without rules is taken for it: the lines of both columns are mostly full,
and those on the right begin at one place.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_FEWEST = 5  # lines of a column
_MOSTLY = 0.6
_APART = 1.2  # ems between two columns, at least
_NEAR = 2.5  # ems before the column's edge, where a full line ends: a mark may not begin the next
_MIDDLE = (0.35, 0.7)  # of the page, where the right column begins
_NARROWEST = 0.25  # of the page


class Boxed(Protocol):
    """A letter with its edges."""

    @property
    def left(self) -> float: ...  # noqa: D102
    @property
    def right(self) -> float: ...  # noqa: D102
    @property
    def top(self) -> float: ...  # noqa: D102
    @property
    def bottom(self) -> float: ...  # noqa: D102


_Letter = TypeVar("_Letter", bound=Boxed)


class ReadLine(NamedTuple, Generic[_Letter]):
    """A line; its edges would stand so much further left and right, were its column as wide as the text."""

    letters: list[_Letter]
    left: float = 0.0
    right: float = 0.0


def in_columns(
    lines: Sequence[list[_Letter]], first: float, last: float
) -> Iterator[ReadLine[_Letter]]:
    """The lines of a page between two edges, in the order in which they are read.

    A line that goes over both columns ends those above it.
    """
    pieces = [piece for line in lines for piece in _pieces(line)]
    begins = _right_column(pieces, first, last)
    if begins is None:
        yield from map(ReadLine, lines)
        return
    edge = max(one[-1].right for one in pieces)
    ends = max(one[-1].right for one in pieces if one[-1].right <= begins)
    left: list[ReadLine[_Letter]] = []
    right: list[ReadLine[_Letter]] = []
    for line in lines:
        before = [one for one in line if one.right <= begins]
        behind = [one for one in line if one.left >= begins - _em(line) / 2]
        over = len(before) + len(behind) < len(line)
        if over or (before and behind and len(_pieces(line)) == 1):
            yield from (*left, *right, ReadLine(line))
            left, right = [], []
            continue
        left += [ReadLine(before, 0.0, edge - ends)] if before else []
        right += [ReadLine(behind, _least(pieces) - begins)] if behind else []
    yield from (*left, *right)


def _em(line: Sequence[_Letter]) -> float:
    return line[0].bottom - line[0].top


def _pieces(line: list[_Letter]) -> list[list[_Letter]]:
    """A line, parted where it has room for more than a letter."""
    made = [line[:1]]
    for letter in line[1:]:
        if letter.left - made[-1][-1].right > _em(line) * _APART:
            made.append([])
        made[-1].append(letter)
    return made


def _right_column(pieces: list[list[_Letter]], first: float, last: float) -> float | None:
    """Where the right column begins; None where there are no two."""
    wide = last - first
    starts = Counter(
        round(one[0].left)
        for one in pieces
        if first + _MIDDLE[0] * wide < one[0].left < first + _MIDDLE[1] * wide
    )
    if not starts:
        return None
    begins = float(starts.most_common(1)[0][0])
    right = [one for one in pieces if abs(one[0].left - begins) < _em(one) / 2]
    left = [one for one in pieces if one[-1].right < begins]
    beside = [one for one in pieces if one[0].left > begins + _em(one) * _NEAR]
    if len(beside) > len(right) * (1 - _MOSTLY):
        return None
    are_columns = all(_is_column(one, wide) for one in (left, right))
    return begins if are_columns else None


def _is_column(pieces: list[list[_Letter]], wide: float) -> bool:
    if len(pieces) < _FEWEST:
        return False
    ends = [one[-1].right for one in pieces]
    edge, em = max(ends), _em(pieces[0])
    full = sum(edge - end < em * _NEAR for end in ends)
    return full >= len(ends) * _MOSTLY and edge - _least(pieces) > wide * _NARROWEST


def _least(pieces: Iterable[list[_Letter]]) -> float:
    return min(one[0].left for one in pieces)
