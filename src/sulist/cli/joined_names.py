"""Several names in one word: 经发局、财政局, 自然资源和规划局和财政局, though a name may hold such signs itself.

Loaded only where a word is no name as a whole.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from sulist.base.errors import SulistError

if TYPE_CHECKING:
    from collections.abc import Callable

    Meaning = Callable[[str], tuple[Any, ...]]

_MARKS = "、，,;；/／"
_JOINT = re.compile(rf"(?:[{_MARKS}\s]|以及|[和与及])+")
_MOST_PIECES = 8  # of one name


def pieces_of(word: str) -> list[str]:
    """What stands between the joints."""
    return [word[one.start : one.end] for one in _pieces(word)]


class _Piece(NamedTuple):
    """What stands between two joints; ``loose`` ones, without a mark, may be part of a name."""

    start: int
    end: int
    loose_before: bool
    loose_behind: bool


def named_in(word: str, means: Meaning, is_certain: Callable[[str, Any], bool]) -> tuple[Any, ...]:
    """What ``word`` names: each time the longest piece that ``means`` something.

    A piece beside 和 or a space has to be certain: of 住房和城乡建设局 no half is looked for in other names.

    Raises:
        SulistError: a piece means nothing, or several things; none is left out.
    """
    pieces = _pieces(word)
    if not pieces:
        return means(word)  # says that it means nothing
    found: tuple[Any, ...] = ()
    at = 0
    while at < len(pieces):
        ends = {_between_marks(pieces, at)[1], *range(at + 1, at + _MOST_PIECES + 1)}
        for end in sorted((one for one in ends if one <= len(pieces)), reverse=True):
            first, last = pieces[at], pieces[end - 1]
            text = word[first.start : last.end]
            meant = _meant(text, means)
            is_loose = first.loose_before or last.loose_behind
            if meant and (not is_loose or all(is_certain(text, one) for one in meant)):
                found += meant
                at = end
                break
        else:
            raise _fault(word, pieces, at, means)
    return found


def _pieces(word: str) -> list[_Piece]:
    found: list[_Piece] = []
    start, joint = 0, ""
    for end, behind in [*((one.start(), one[0]) for one in _JOINT.finditer(word)), (len(word), "")]:
        if end > start:
            found.append(_Piece(start, end, bool(found) and _is_loose(joint), _is_loose(behind)))
        start, joint = end + len(behind), behind
    return [*found[:-1], *(one._replace(loose_behind=False) for one in found[-1:])]


def _is_loose(joint: str) -> bool:
    """Whether no mark is in it."""
    return not any(sign in _MARKS for sign in joint)


def _between_marks(pieces: list[_Piece], at: int) -> tuple[int, int]:
    """The first and the end of the pieces around the one ``at`` that no mark parts."""
    first, end = at, at + 1
    while pieces[first].loose_before:
        first -= 1
    while pieces[end - 1].loose_behind:
        end += 1
    return first, end


def _meant(text: str, means: Meaning) -> tuple[Any, ...]:
    try:
        return means(text)
    except SulistError:
        return ()


def _fault(word: str, pieces: list[_Piece], at: int, means: Meaning) -> SulistError:
    """What is wrong with the piece, where another beside it is a name; else with all between two marks."""
    first, end = _between_marks(pieces, at)
    others = (one for one in range(first, end) if one != at)
    texts = [word[pieces[first].start : pieces[end - 1].end]]
    if any(_meant(word[pieces[one].start : pieces[one].end], means) for one in others):
        texts.insert(0, word[pieces[at].start : pieces[at].end])
    for text in texts:
        try:
            means(text)
        except SulistError as error:
            return error
    raise AssertionError(word)  # all between two marks was tried before
