"""A cell read from top to bottom: clean, cut, hand out duties, cut finely, share, judge."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sulist.i18n import _
from sulist.units import words
from sulist.units.cutting import at_marks, finely
from sulist.units.duties import assign, colon
from sulist.units.model import UnitError
from sulist.units.shapes import collective, is_complete, is_scope
from sulist.units.sharing import restore
from sulist.units.text import bare, clean, unbalanced

if TYPE_CHECKING:
    from sulist.roster import Roster
    from sulist.units.model import Part, UnitRef
    from sulist.units.text import Text

_LONGEST_NAME = 45
_FOREIGN_TO_NAMES = frozenset("！？!?…%《》<>=#*@&~^$￥；。，：\\")


class Reading(NamedTuple):
    """A unit, the rule that put its name together, and the text that it was shared from."""

    ref: UnitRef
    why: str
    source: str


@lru_cache(maxsize=2048)
def read(cell: str, roster: Roster | None) -> tuple[Reading, ...]:
    """The units of ``cell``, in its order.

    Raises:
        UnitError: ``cell`` cannot be read.
    """
    text = clean(cell)
    place = unbalanced(text.key)
    if place is not None:
        reason = _("This bracket has no partner: add the other one, or take this one out.")
        raise _error(cell, text, place, place + 1, reason)
    text = bare(text)
    parts = assign(at_marks(text, roster), text.key)
    for part in parts:
        _refuse_colon(part, text, cell)
    parts = finely(parts, roster)
    if not parts:
        reason = _("No unit is named here: write the name of a unit.")
        raise UnitError(cell, (0, len(cell)), reason)
    restore(parts, roster)
    for part in parts:
        _judge(part, roster, text, cell)
    return tuple(Reading(part.ref(), part.why, part.why_from) for part in parts)


def _judge(part: Part, roster: Roster | None, text: Text, cell: str) -> None:
    """Tell a collective from a unit, and refuse what is neither."""
    if roster and roster.canonical(part.key):
        return
    found = collective(part.key)
    if found is not None:
        part.collective = True
        part.quantifier = "some" if part.after_open else found.how_many
    elif is_scope(part.key):
        part.collective, part.quantifier = True, "all"
    if reason := _reason_against(part.key, part.name):
        raise _error(cell, text, part.start, part.end, reason)


def _reason_against(key: str, name: str) -> str:
    """Why ``key`` is not a name, as a sentence; nothing if it may be one."""
    if key in words.NOBODY:
        return _("“{name}” names no unit: write the unit, or leave the cell out.").format(name=name)
    if len(key) > _LONGEST_NAME or not _FOREIGN_TO_NAMES.isdisjoint(key) or not _has_letters(key):
        return _("“{name}” is not the name of a unit: write units only, with 、 between them.").format(
            name=name
        )
    if any(word in key for word in words.TASK_INSIDE) or (
        not is_complete(key) and (key.startswith(words.TASKS) or _has_figures(key))
    ):
        return _("“{name}” reads as a task, not as a unit: write units only, with 、 between them.").format(
            name=name
        )
    return ""


def _has_letters(key: str) -> bool:
    return sum(letter.isalpha() for letter in key) > (key.isascii())


def _has_figures(key: str) -> bool:
    """Whether a date or an amount is in ``key``."""
    return any(
        letter.isdecimal() and following in "年月日号个项%万亿季"
        for letter, following in zip(key, key[1:], strict=False)
    )


def _refuse_colon(part: Part, text: Text, cell: str) -> None:
    place = colon(part)
    if place < 0:
        return
    label = part.written[:place]
    if label.endswith(tuple(words.PERSONS.split("|"))):
        reason = _("“{label}” announces a person, and this cell is for units: keep persons elsewhere.")
    else:
        reason = _(
            "“{label}” is not a label that is known: write 牵头单位, 责任单位, 配合单位, 参与单位 or "
            "指导单位 before the colon."
        )
    raise _error(cell, text, part.start, part.start + place + 1, reason.format(label=label))


def _error(cell: str, text: Text, start: int, end: int, reason: str) -> UnitError:
    """An error whose span is in ``cell`` as it was given."""
    if not text.origin:
        return UnitError(cell, (0, len(cell)), reason)
    last = len(text.origin) - 1
    span = (text.origin[min(start, last)], text.origin[min(max(end - 1, start), last)] + 1)
    return UnitError(cell, span, reason)
