"""A cell read from top to bottom: clean, cut, hand out duties, cut finely, share, judge."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sulist.units import joints, vocabulary
from sulist.units.apart import pieces_of
from sulist.units.brackets import unbalanced
from sulist.units.cut import at_marks
from sulist.units.folded import LONGEST_CELL, LONGEST_STRETCH, bare, clean
from sulist.units.gate import judge
from sulist.units.lacking import may_share
from sulist.units.shapes import speaks_of_duty

if TYPE_CHECKING:
    from sulist.units.folded import Folded
    from sulist.units.ref import UnitError, UnitRef
    from sulist.units.roster import Roster
    from sulist.units.stretch import Stretch


def read(cell: str, roster: Roster | None) -> tuple[tuple[UnitRef, str, str], ...]:
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
    pieces = pieces_of(roster).row(cell)
    if pieces is None:
        return tuple([ref for ref, _why, _source in _read_whole(cell, roster)])
    return tuple([ref for piece in pieces for ref in piece.units])


@lru_cache(maxsize=2048)
def _read_whole(cell: str, roster: Roster | None) -> tuple[tuple[UnitRef, str, str], ...]:
    """The same for a cell in which something depends on what stands beside it."""
    if len(cell) > LONGEST_CELL:
        raise _refusal("long", cell, clean(""), 0, 0)
    text = clean(cell)
    place = unbalanced(text.key)
    if place is not None:
        raise _refusal("bracket", cell, text, place, place + 1)
    text = bare(text)
    stretches = at_marks(text, roster)
    if len(text.key) > LONGEST_STRETCH:
        _refuse_long(stretches, cell, text)
    parts = _with_duties(stretches, cell, text, roster)
    if parts and (each := pieces_of(roster).each(parts)) is not None:
        return each
    parts = joints.cut(parts, roster)
    if not parts:
        raise _refusal("empty", cell, text, 0, len(text.key))
    if may_share(parts, roster):
        from sulist.units.share import restore

        parts = restore(parts, roster)
    for part in parts:
        if trouble := judge(part, roster):
            raise _refusal(trouble, cell, text, part.start, part.end, part.written)
    return tuple([(part.ref(), part.why, part.why_from) for part in parts])


def _refuse_long(parts: list[Stretch], cell: str, text: Folded) -> None:
    for part in parts:
        if len(part.key) > LONGEST_STRETCH:
            raise _refusal("long", cell, text, part.start, part.end)


def _with_duties(
    parts: list[Stretch], cell: str, text: Folded, roster: Roster | None
) -> list[Stretch]:
    """The parts without labels and verbs, of which most cells have none."""
    has_duties = any(speaks_of_duty(part.key) for part in parts) and speaks_of_duty(text.key)
    if not has_duties and "：" not in text.key:
        return parts
    from sulist.units.duties import assign, colon

    if has_duties:
        parts = assign(parts, roster)
    for part in parts:
        if (place := colon(part)) >= 0:
            label = part.written[:place]
            trouble = "person" if label.endswith(vocabulary.PERSONS) else "label"
            raise _refusal(trouble, cell, text, part.start, part.start + place + 1, label)
    return parts


def _refusal(
    trouble: str, cell: str, text: Folded, start: int, end: int, name: str = ""
) -> UnitError:
    """An error whose span is in ``cell`` as it was given."""
    from sulist.units.unreadable import refusal

    if not text.origin:
        return refusal(trouble, cell, (0, len(cell)), name)
    last = len(text.origin) - 1
    first, final = min(start, last), min(max(end - 1, start), last)
    return refusal(trouble, cell, (text.origin[first], text.origin[final] + 1), name)
