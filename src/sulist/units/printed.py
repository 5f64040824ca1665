"""A cell of units as it is printed: without its layout, but with the spaces that part two names."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sulist.text import clean_cell
from sulist.units.model import UnitError
from sulist.units.text import LINE, LONGEST_CELL, SPACE, bare, clean, fold, unbalanced

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from sulist.roster import Roster
    from sulist.units.text import Text


@lru_cache(4096)
def as_printed(cell: str, roster: Roster | None = None) -> str:
    """``clean_cell`` for a cell of units: white space between two names stays, as one space.

    Inside a name (区 财 政 局), which the roster or the grammar knows, it goes like all layout.
    """
    if len(cell) > LONGEST_CELL:  # which is refused as that
        return clean_cell(cell)
    text = clean(cell)
    if not any(gap in text.key for gap in (LINE, SPACE)) or unbalanced(text.key) is not None:
        return clean_cell(cell)
    pieces, start = [], 0
    for at in _parting(cell, bare(text), roster):
        pieces.append(cell[start:at])
        start = at
    return " ".join(map(clean_cell, (*pieces, cell[start:])))


def _parting(cell: str, text: Text, roster: Roster | None) -> Iterator[int]:
    """The places in ``cell`` of the white space that parts two names."""
    from sulist.units.cutting import MARKS, at_marks

    left = ""
    for part in at_marks(text, roster):
        gap = _gap(cell, text, part.start, MARKS)
        if gap < 0:
            left = part.key
        elif _is_one_name(left, part.key, roster):
            left += part.key
        else:
            yield gap
            left = part.key


def _gap(cell: str, text: Text, start: int, marks: Container[str]) -> int:
    """The place in ``cell`` of the white space that alone stands before ``start``, or a negative one."""
    found = -1
    while start and text.key[start - 1] in marks:
        start -= 1
        at = text.origin[start]
        before = cell[:at].rstrip()
        if cell[at].isspace() and before and fold(before[-1]) not in marks:
            found = at
    return found


def _is_one_name(left: str, right: str, roster: Roster | None) -> bool:
    """Whether the roster knows two texts as one name, or one of them is none by itself."""
    if roster:
        if roster.canonical(left) and roster.canonical(right):
            return False
        if roster.canonical(left + right):
            return True
    return not (_is_read(left, roster) and _is_read(right, roster))


def _is_read(text: str, roster: Roster | None) -> bool:
    from sulist.units.reading import read

    try:
        read(text, roster)
    except UnitError:
        return False
    return True
