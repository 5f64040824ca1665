"""A cell of units as it is printed: without its layout, but with the spaces that part two names."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sulist.base.invisible import visible
from sulist.base.plain import clean_cell, simplified
from sulist.units.folded import LINE, LONGEST_CELL, SPACE, clean, unbalanced
from sulist.units.notes import bare
from sulist.units.ref import UnitError

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from sulist.units.folded import Folded
    from sulist.units.roster import Roster

_MOST_PIECES = 16  # of a name that is set with a space behind each letter


@lru_cache(4096)
def as_printed(cell: str, roster: Roster | None = None) -> str:
    """``clean_cell`` for a cell of units: white space between two names stays, as one space.

    Inside a name (区 财 政 局), which the roster or the grammar knows, it goes like all layout, and
    so do signs that nobody sees.
    """
    cell = visible(cell)
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


def _parting(cell: str, text: Folded, roster: Roster | None) -> Iterator[int]:
    """The places in ``cell`` of the white space that parts two names."""
    from sulist.units.cut import MARKS, at_every_mark

    stretch: list[str] = []  # pieces with nothing but white space between them
    gaps: list[int] = []
    for part in at_every_mark(text, roster):
        gap = _gap(cell, text, part.start, MARKS)
        if gap < 0:
            yield from _between_names(stretch, gaps, roster)
            stretch, gaps = [], []
        stretch.append(part.key)
        gaps.append(gap)
    yield from _between_names(stretch, gaps, roster)


def _between_names(pieces: list[str], gaps: list[int], roster: Roster | None) -> Iterator[int]:
    """Those of the ``gaps`` before each piece that stand between two names."""
    before, at = "", 0
    while at < len(pieces):
        taken = _pieces_of_name(pieces[at : at + _MOST_PIECES], roster)
        name = "".join(pieces[at : at + max(taken, 1)])
        if taken and len(pieces[at]) > 1 and before and _are_two(before, name, roster):
            yield gaps[at]
            before = ""
        before += name
        at += max(taken, 1)


def _pieces_of_name(pieces: list[str], roster: Roster | None) -> int:
    """How many of the pieces are the first name: the longest of the roster, else the shortest that is one."""
    counts = range(1, len(pieces) + 1)
    known = [n for n in counts if roster is not None and roster.canonical("".join(pieces[:n]))]
    if known:
        return known[-1]
    return next((n for n in counts if _is_read("".join(pieces[:n]), roster)), 0)


def _are_two(left: str, right: str, roster: Roster | None) -> bool:
    """Whether white space between two texts parts them."""
    from sulist.units.line_breaks import separates

    if roster is not None and roster.canonical(left) and roster.canonical(right):
        return True
    return _is_read(left, roster) and separates(left, right)


def _gap(cell: str, text: Folded, start: int, marks: Container[str]) -> int:
    """The place in ``cell`` of the white space that alone stands before ``start``, or a negative one."""
    found = -1
    while start and text.key[start - 1] in marks:
        start -= 1
        at = text.origin[start]
        before = cell[:at].rstrip()
        if cell[at].isspace() and before and simplified(before[-1]) not in marks:
            found = at
    return found


def _is_read(text: str, roster: Roster | None) -> bool:
    from sulist.units.grammar import read

    try:
        read(text, roster)
    except UnitError:
        return False
    return True
