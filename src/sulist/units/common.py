"""The commonest cells, read at once: names of the roster, 区直各部门, 区属、驻区有关单位.

Nothing here is a rule of its own: the whole grammar reads these cells alike, which a test holds
it to. It only spares a list of plain cells from loading the grammar.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from sulist.units.ref import UnitRef

if TYPE_CHECKING:
    from sulist.units.roster import Roster

_MARKS = "、，"


def read_common(cell: str, roster: Roster) -> tuple[UnitRef, ...] | None:
    """The units of ``cell``, where each is on the roster or of a common form; else None.

    White space and brackets are for the whole grammar, which knows what of them is layout.
    """
    if roster.names_with(_MARKS):  # a name that holds a mark is for the whole grammar
        return None
    refs: list[UnitRef] = []
    waiting: list[str] = []  # 区属 before 驻区各单位, which says of both what they are
    for group in cell.split("，"):
        for piece in group.split("、"):
            match = _collective().fullmatch(piece)
            if match is None or roster.canonical(piece) is not None:
                if waiting or not _is_a_name(piece, roster):
                    return None
                refs.append(UnitRef(piece, written=piece))
            elif match["noun"] is None:
                waiting.append(piece)
            else:
                how_many = "all" if match["each"] else "some"
                noun = piece.removeprefix(match["scope"])
                refs += [
                    UnitRef(scope + noun, how_many, scope, None, True, False, True)
                    for scope in waiting
                ]
                refs.append(UnitRef(piece, how_many, piece, None, True))
                waiting = []
        if waiting:
            return None
    return tuple(refs)


def _is_a_name(piece: str, roster: Roster) -> bool:
    return len(piece) > 1 and piece.isalnum() and roster.canonical(piece) is not None


@cache
def _collective() -> re.Pattern[str]:
    """A scope (区直, 区属, 驻区), alone or with its quantifier and noun."""
    return re.compile(
        "(?P<scope>[省市区县镇][直属]|驻[省市区县镇])(?:(?:(?P<each>各)|有关)(?P<noun>部门|单位))?"
    )
