"""A cell read from top to bottom: clean, cut, hand out duties, cut finely, share, judge.

Most cells are rows of names that are read apart, each once: ``pieces``. What does not fit there comes
here, and goes the whole road.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from sulist.units import joints, vocabulary
from sulist.units.cut import at_marks, at_plain_marks, without_notes
from sulist.units.folded import LONGEST_CELL, LONGEST_STRETCH, clean, is_inside_brackets, unbalanced
from sulist.units.gate import judge
from sulist.units.lacking import may_share
from sulist.units.pieces import Read, pieces_of
from sulist.units.shapes import speaks_of_duty

if TYPE_CHECKING:
    from collections.abc import Callable

    from sulist.units.folded import Stretch
    from sulist.units.pieces import Reading
    from sulist.units.ref import UnitError, UnitRef
    from sulist.units.roster import Roster


def read(cell: str, roster: Roster | None) -> tuple[Reading, ...]:
    """The units of ``cell``, in its order: each with a rule and a text.

    The rule is the one that put the name together (scope, ending, opening, level, side, or
    nothing), and the text is what the name shares a part with.

    Raises:
        UnitError: ``cell`` cannot be read.
    """
    pieces = pieces_of(roster).row(cell)
    if pieces is None:
        return _read_whole(cell, roster)
    return tuple([reading for piece in pieces for reading in piece.readings])


def units_of(cell: str, roster: Roster | None) -> tuple[UnitRef, ...]:
    """The units of ``cell`` alone.

    Raises:
        UnitError: ``cell`` cannot be read.
    """
    units = pieces_of(roster).units(cell)
    if units is None:
        return tuple([ref for ref, _why, _source in _read_whole(cell, roster)])
    return tuple(units)


@lru_cache(maxsize=2048)
def _read_whole(cell: str, roster: Roster | None) -> tuple[Reading, ...]:
    """The same for a cell that is no row of pieces."""
    parts = _with_duties(_at_marks(cell, roster), cell, roster)
    if parts and (each := pieces_of(roster).each(parts)) is not None:
        return each
    parts = joints.cut(parts, roster)
    if not parts:
        raise _refusal("empty", cell)
    if may_share(parts, roster):
        from sulist.units.share import restore

        parts = restore(parts, roster)
    for part in parts:
        if trouble := judge(part, roster):
            raise _refusal(trouble, cell, part.start, part.end, part.written)
    return Read(parts).readings


def _at_marks(cell: str, roster: Roster | None) -> list[Stretch]:
    """The cell without its layout and its notes, cut at every mark outside brackets and names."""
    if len(cell) > LONGEST_CELL:
        raise _refusal("long", cell)
    if (plain := at_plain_marks(cell)) and not pieces_of(roster).has_names_with_marks(cell):
        return plain
    text = clean(cell)
    place = unbalanced(text.key)
    if place is not None:
        raise _refusal("bracket", cell, place, place + 1)
    parts = at_marks(without_notes(text), roster)
    for part in parts:
        if len(part.key) > LONGEST_STRETCH:
            raise _refusal("long", cell, part.start, part.end)
    return parts


def _with_duties(parts: list[Stretch], cell: str, roster: Roster | None) -> list[Stretch]:
    """The parts without labels and verbs, of which most cells have none."""
    keys = [part.key for part in parts]
    has_duties = any(map(speaks_of_duty, keys))
    if not has_duties and not any("：" in key for key in keys):
        return parts
    if has_duties:
        parts = _assign()(parts, roster)
    for part in parts:
        if part.within:
            raise _refusal("within", cell, part.start, part.end, part.written)
        if "：" in part.key and (place := _colon(part.key)) >= 0:
            label = part.written[:place]
            trouble = "person" if label.endswith(vocabulary.PERSONS) else "label"
            raise _refusal(trouble, cell, part.start, part.start + place + 1, label)
    return parts


@cache
def _assign() -> Callable[[list[Stretch], Roster | None], list[Stretch]]:
    from sulist.units.duties import assign

    return assign


def _colon(key: str) -> int:
    """Where a colon is left in ``key``, outside brackets; -1: nowhere."""
    at = key.find("：")
    while at >= 0 and is_inside_brackets(key, at):
        at = key.find("：", at + 1)
    return at


def _refusal(trouble: str, cell: str, start: int = 0, end: int = 0, name: str = "") -> UnitError:
    """An error whose span is in ``cell`` as it was given; ``start`` and ``end`` are places of what is read of it."""
    from sulist.units.unreadable import refusal

    text = clean(cell) if len(cell) <= LONGEST_CELL else clean("")
    if trouble != "bracket":
        text = without_notes(text)
    if not text.origin:
        return refusal(trouble, cell, (0, len(cell)), name)
    last = len(text.origin) - 1
    first, final = min(start, last), min(max((end or len(text.key)) - 1, start), last)
    return refusal(trouble, cell, (text.origin[first], text.origin[final] + 1), name)
