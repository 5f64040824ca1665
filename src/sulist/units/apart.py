"""Pieces of a cell that are read apart: what each of them is does not depend on what stands beside it.

So are nearly all: a name, or names that only 和 or 等 joins, which lacks nothing that another piece
offers. Names come again where cells do not, so what a piece is read as is kept; it is asked of the
grammar all the same, once.
"""

from __future__ import annotations

import itertools
from functools import lru_cache
from typing import TYPE_CHECKING

from sulist.base.plain import simplified
from sulist.base.tuples import NamedTuple
from sulist.units import joints
from sulist.units.brackets import unbalanced
from sulist.units.cut import at_marks, inside_names, may_join
from sulist.units.folded import LONGEST_CELL, LONGEST_STRETCH, bare, clean
from sulist.units.gate import judge
from sulist.units.lacking import lacks, offers
from sulist.units.shapes import is_one_name, speaks_of_duty
from sulist.units.stretch import Stretch

if TYPE_CHECKING:
    from sulist.units.ref import UnitRef
    from sulist.units.roster import Roster

    Reading = tuple[UnitRef, str, str]

_MOST_KEPT = 8192


class Alone(NamedTuple):
    """What a piece is read as, wherever it stands, and what its names, ``keys``, lack.

    ``may_join`` where it may be half of a name, and ``speaks`` where a word for a duty is in its name.
    """

    readings: tuple[Reading, ...]
    keys: tuple[str, ...]
    lacks: int
    may_join: bool
    speaks: bool


class Pieces(dict[str, Alone | None]):
    """The pieces that were met, None of those that have to be read in their cell."""

    def __init__(self, roster: Roster | None) -> None:
        self.roster = roster

    def __missing__(self, piece: str) -> Alone | None:
        if len(self) >= _MOST_KEPT:
            self.clear()
        return self.setdefault(piece, _read(piece, self.roster))

    def row(self, cell: str) -> tuple[Reading, ...] | None:
        """The units of a cell of such pieces with nothing but 、 and ， between them; None of another."""
        if len(cell) > LONGEST_CELL:
            return None
        names = (cell.replace("，", "、") if "，" in cell else cell).split("、")
        found: list[Reading] = []
        keys: list[str] = []
        lacking = 0
        joining = speaking = False
        for name in names:
            piece = self[name]
            if piece is None:
                return None
            readings, keys_here, lacks_here, may_join_here, speaks_here = piece
            found += readings
            keys += keys_here
            lacking |= lacks_here
            joining = joining or may_join_here
            speaking = speaking or speaks_here
        if _is_offered(lacking, keys) or (joining and self._are_joined(names)):
            return None
        if speaking and not all(_is_without_duty(name, self.roster) for name in names):
            return None
        return None if inside_names(cell, self.roster) else tuple(found)

    def each(self, parts: list[Stretch]) -> tuple[Reading, ...] | None:
        """The units of ``parts``, each with its duty, where all are such pieces; None otherwise."""
        found: list[Reading] = []
        keys: list[str] = []
        lacking = 0
        for part in parts:
            piece = self[part.key] if part.written == part.key else None
            if piece is None:
                return None
            keys += piece.keys
            lacking |= piece.lacks
            found += _with_duty(piece.readings, part.duty) if part.duty else piece.readings
        return None if _is_offered(lacking, keys) else tuple(found)

    @staticmethod
    def _are_joined(names: list[str]) -> bool:
        return any(itertools.starmap(is_one_name, itertools.pairwise(names)))


@lru_cache(maxsize=16)
def pieces_of(roster: Roster | None) -> Pieces:
    """The pieces that were met in cells of one roster, or of none."""
    return Pieces(roster)


def _is_offered(lacking: int, keys: list[str]) -> bool:
    """Whether one of the names offers what another lacks; with a roster most lack nothing."""
    return bool(lacking) and any(lacking & offers(key) for key in keys)


def _with_duty(readings: tuple[Reading, ...], duty: str) -> list[Reading]:
    return [(ref._replace(duty=duty), why, source) for ref, why, source in readings]


def _read(piece: str, roster: Roster | None) -> Alone | None:
    """What ``piece`` is read as alone, where the same letters in a cell are read in the same way."""
    if not _is_untouched(piece, roster):
        return None
    parts = joints.cut_apart(Stretch(piece, piece, 0), roster)
    if not parts or any(part.before == "其" or judge(part, roster) for part in parts):
        return None
    readings = tuple([(part.ref(), part.why, part.why_from) for part in parts])
    keys = tuple([part.key for part in parts])
    lacking = 0
    for key in keys:
        lacking |= lacks(key, roster)
    return Alone(readings, keys, lacking, may_join(piece), speaks_of_duty(piece))


def _is_untouched(piece: str, roster: Roster | None) -> bool:
    """Whether what comes before cutting leaves ``piece`` as it is: layout, notes, marks, labels, verbs."""
    if not piece or len(piece) > LONGEST_STRETCH:
        return False
    if simplified(piece) != piece or not (_is_of_letters(piece) or _is_whole(piece, roster)):
        return False
    return not speaks_of_duty(piece) or _is_without_duty(piece, roster)


def _is_of_letters(piece: str) -> bool:
    """Whether there are only ideographs in ``piece``: neither layout nor a mark, a bracket or a number."""
    return min(piece) >= "一" and max(piece) <= "\u9fff"


def _is_whole(piece: str, roster: Roster | None) -> bool:
    """Whether nothing is taken out of ``piece``, and no mark in it parts names."""
    if piece[0] == "（" or "：" in piece or unbalanced(piece) is not None:
        return False
    text = clean(piece)
    if text.written != piece or bare(text).key != piece:
        return False
    return [part.key for part in at_marks(text, roster)] == [piece]


@lru_cache(maxsize=8192)
def _is_without_duty(piece: str, roster: Roster | None) -> bool:
    """Whether handing out duties leaves ``piece`` as it is: 区市场监督管理局, but not 由区市监局."""
    from sulist.units.duties import assign

    if "会同" in piece:  # what that is depends on the names before it
        return False
    parts = assign([Stretch(piece, piece, 0)], roster)
    return len(parts) == 1 and parts[0].key == piece and parts[0].duty is None
