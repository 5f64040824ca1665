"""A cell read from top to bottom: clean, cut, hand out duties, cut finely, share, judge."""

from __future__ import annotations

import itertools
from functools import lru_cache
from typing import TYPE_CHECKING

from sulist.units import joints, words
from sulist.units.cutting import at_marks
from sulist.units.duties import assign, colon
from sulist.units.shapes import collective, is_complete, is_scope, level_of
from sulist.units.sharing import restore
from sulist.units.text import bare, clean, unbalanced

if TYPE_CHECKING:
    from sulist.roster import Roster
    from sulist.units.model import Part, UnitError, UnitRef
    from sulist.units.text import Text

_LONGEST_CELL = 4000
_LONGEST_NAME = 45
_FOREIGN_TO_NAMES = frozenset("！？!?…%《》<>=#*@&~^$￥；。，：\\")
_AFTER_FIGURES = "年月日号个项%万亿季"


@lru_cache(maxsize=2048)
def read(cell: str, roster: Roster | None) -> tuple[tuple[UnitRef, str, str], ...]:
    """The units of ``cell``, in its order: each with a rule and a text.

    The rule is the one that put the name together (scope, ending, opening, level, side, or
    nothing), and the text is what the name shares a part with.

    Raises:
        UnitError: ``cell`` cannot be read.
    """
    if len(cell) > _LONGEST_CELL:
        raise _refusal("long", cell, clean(""), 0, 0)
    text = clean(cell)
    place = unbalanced(text.key)
    if place is not None:
        raise _refusal("bracket", cell, text, place, place + 1)
    text = bare(text)
    parts = assign(at_marks(text, roster), text.key)
    for part in parts:
        if (place := colon(part)) >= 0:
            label = part.written[:place]
            trouble = "person" if label.endswith(words.PERSONS) else "label"
            raise _refusal(trouble, cell, text, part.start, part.start + place + 1, label)
    parts = joints.cut(parts, roster)
    if not parts:
        raise _refusal("empty", cell, text, 0, len(text.key))
    restore(parts, roster)
    for part in parts:
        if trouble := _judge(part, roster):
            raise _refusal(trouble, cell, text, part.start, part.end, part.written)
    return tuple((part.ref(), part.why, part.why_from) for part in parts)


def _judge(part: Part, roster: Roster | None) -> str:
    """Tell a collective from a unit; the trouble with what is neither, or nothing."""
    if roster and roster.canonical(part.key):
        return ""
    found = collective(part.key)
    if found is not None:
        part.collective = True
        part.quantifier = "some" if part.after_open else found.how_many
    elif part.after_open and not level_of(part.key)[0]:  # 区城投公司等平台公司
        part.collective, part.quantifier = True, "some"
    elif is_scope(part.key):
        part.collective, part.quantifier = True, "all"
    return _trouble_with(part.key)


def _trouble_with(key: str) -> str:
    """Why ``key`` cannot be a name: nobody, name, task or person; nothing if it can."""
    if key in words.NOBODY:
        return "nobody"
    if len(key) > _LONGEST_NAME or not _FOREIGN_TO_NAMES.isdisjoint(key) or not _has_letters(key):
        return "name"
    if any(word in key for word in words.TASK_INSIDE):
        return "task"
    if is_complete(key):
        return ""
    if key.startswith(words.TASKS) or _has_figures(key):
        return "task"
    return "person" if any(title in key for title in words.TITLES) else ""


def _has_letters(key: str) -> bool:
    """Whether there is a Chinese character, or at least two letters, in ``key``."""
    return sum(letter.isalpha() for letter in key) > key.isascii()


def _has_figures(key: str) -> bool:
    """Whether a date or an amount is in ``key``."""
    pairs = itertools.pairwise(key)
    return any(letter.isdecimal() and unit in _AFTER_FIGURES for letter, unit in pairs)


def _refusal(
    trouble: str, cell: str, text: Text, start: int, end: int, name: str = ""
) -> UnitError:
    """An error whose span is in ``cell`` as it was given."""
    from sulist.units.refusing import refusal

    if not text.origin:
        return refusal(trouble, cell, (0, len(cell)), name)
    last = len(text.origin) - 1
    first, final = min(start, last), min(max(end - 1, start), last)
    return refusal(trouble, cell, (text.origin[first], text.origin[final] + 1), name)
