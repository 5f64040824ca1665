"""What a cell of units says besides who is named: remarks, and the rule who leads in the whole list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sulist.base.tuples import NamedTuple
from sulist.units.folded import LONGEST_CELL, clean, closing, unbalanced, without_frame
from sulist.units.notes import is_a_note, is_about_order
from sulist.units.vocabulary import LEADING, THE_SAME_BELOW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.units.folded import Folded

FIRST = "first"


class Remarks(NamedTuple):
    """What a cell says besides who is named.

    Attributes:
        notes: The remarks that are no part of a name, as written and in their order: 2项, 局长王五,
            第一责任单位为牵头单位，下同. One with 下同 that tells what a name includes (含园区，下同) is here too,
            and stays a part of that name.
        lead_rule: "first" where a note with 下同 says that the first unit of each cell leads; else None.
    """

    notes: tuple[str, ...] = ()
    lead_rule: str | None = None


def found(cell: str) -> Remarks:
    """What ``cell`` says besides who is named; nothing of a cell whose brackets have no partners."""
    if len(cell) > LONGEST_CELL:
        return Remarks()
    text = clean(cell)
    if unbalanced(text.key) is not None:
        return Remarks()
    notes = [note.written for note in _notes(without_frame(text))]
    leads = any(map(_is_rule_of_the_list, notes))
    return Remarks(tuple(notes), FIRST if leads else None)


def _is_rule_of_the_list(note: str) -> bool:
    key = clean(note).key
    return THE_SAME_BELOW in key and is_about_order(key) and any(map(key.__contains__, LEADING))


def _notes(text: Folded) -> Iterator[Folded]:
    start = 0
    while (opening := text.key.find("（", start)) >= 0:
        yield from _clauses(text.slice(start, opening))
        end = closing(text.key, opening)
        inside = text.slice(opening + 1, end)
        if _is_a_remark(inside.key):
            yield inside
        start = end + 1
    yield from _clauses(text.slice(start, len(text.key)))


def _is_a_remark(inside: str) -> bool:
    return THE_SAME_BELOW in inside or is_about_order(inside) or is_a_note(inside)


def _clauses(text: Folded) -> Iterator[Folded]:
    """排名第一的为牵头单位，下同, which stands behind the units without a bracket."""
    for match in re.finditer(f"[^，；。]+(?:[，；]{THE_SAME_BELOW})?", text.key):
        clause = text.slice(*match.span())
        if is_about_order(clause.key) or clause.key.endswith(THE_SAME_BELOW):
            yield clause
