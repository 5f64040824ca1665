"""A cell read from top to bottom: clean, cut, hand out duties, cut finely, share, judge."""

from __future__ import annotations

import itertools
from functools import lru_cache
from typing import TYPE_CHECKING

from sulist.units import joints, vocabulary
from sulist.units.brackets import unbalanced
from sulist.units.cut import MARKS, at_marks, inside_names, may_join
from sulist.units.folded import LONGEST_CELL, LONGEST_STRETCH, bare, clean
from sulist.units.gate import judge
from sulist.units.lacking import lacks, may_share, offers
from sulist.units.shapes import is_one_name, speaks_of_duty
from sulist.units.stretch import Stretch

if TYPE_CHECKING:
    from sulist.units.folded import Folded
    from sulist.units.ref import UnitError, UnitRef
    from sulist.units.roster import Roster

_OTHER_MARKS = frozenset("（）〔〕").union(MARKS).difference("、，")


@lru_cache(maxsize=2048)
def read(cell: str, roster: Roster | None) -> tuple[tuple[UnitRef, str, str], ...]:
    """The units of ``cell``, in its order: each with a rule and a text.

    The rule is the one that put the name together (scope, ending, opening, level, side, or
    nothing), and the text is what the name shares a part with.

    Raises:
        UnitError: ``cell`` cannot be read.
    """
    if len(cell) > LONGEST_CELL:
        raise _refusal("long", cell, clean(""), 0, 0)
    text = clean(cell)
    place = unbalanced(text.key)
    if place is not None:
        raise _refusal("bracket", cell, text, place, place + 1)
    text = bare(text)
    if whole := _whole_names(text, roster):
        return whole
    stretches = at_marks(text, roster)
    if len(text.key) > LONGEST_STRETCH:
        _refuse_long(stretches, cell, text)
    parts = joints.cut(_with_duties(stretches, cell, text, roster), roster)
    if not parts:
        raise _refusal("empty", cell, text, 0, len(text.key))
    if may_share(parts, roster):
        from sulist.units.share import restore

        parts = restore(parts, roster)
    for part in parts:
        if trouble := judge(part, roster):
            raise _refusal(trouble, cell, text, part.start, part.end, part.written)
    return tuple([(part.ref(), part.why, part.why_from) for part in parts])


def _whole_names(
    text: Folded, roster: Roster | None
) -> tuple[tuple[UnitRef, str, str], ...] | None:
    """The units of a cell in which every name is read as it would be alone; None of another.

    So are nearly all: names with marks between them, none of which lacks what another one offers.
    """
    key = text.key
    if text.written != key or not _OTHER_MARKS.isdisjoint(key):
        return None
    names = key.replace("，", "、").split("、")
    if max(map(len, names)) > LONGEST_STRETCH or inside_names(key, roster):
        return None
    if may_join(key) and any(itertools.starmap(is_one_name, itertools.pairwise(names))):
        return None
    found, lacking, offered = [], 0, 0
    for name in names:
        alone = _alone(name, roster)
        if alone is None:
            return None
        reading, lacks_here, offers_here = alone
        found.append(reading)
        lacking |= lacks_here
        offered |= offers_here
    return None if lacking & offered else tuple(found)


@lru_cache(maxsize=8192)
def _alone(name: str, roster: Roster | None) -> tuple[tuple[UnitRef, str, str], int, int] | None:
    """How ``name`` is read where it is alone, and what it lacks and offers; None where it is not one whole.

    That is asked of the grammar; here it is only kept, since names come again where cells do not.
    """
    if not name or "：" in name or speaks_of_duty(name):
        return None
    parts = [Stretch(name, name, 0)]
    if joints.cut(parts, roster) is not parts or judge(parts[0], roster):
        return None
    return (parts[0].ref(), "", ""), lacks(name, roster), offers(name)


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
