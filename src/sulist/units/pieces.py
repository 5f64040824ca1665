"""Pieces of a cell that are read apart, each once: names between two marks.

What most pieces are does not depend on what stands beside them: a name, or names that only 和 or 等
joins, which lacks nothing that another piece offers. Names come again where cells do not, so what
a piece is read as is kept; it is asked of the grammar all the same, once.
"""

from __future__ import annotations

import itertools
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from sulist.base.plain import simplified
from sulist.units import joints
from sulist.units.cut import MARKS, at_marks, may_join, without_notes
from sulist.units.folded import (
    LONGEST_CELL,
    LONGEST_STRETCH,
    Stretch,
    clean,
    is_of_letters,
    unbalanced,
)
from sulist.units.gate import judge
from sulist.units.lacking import lacks, offers
from sulist.units.shapes import is_one_name, speaks_of_duty

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    from sulist.units.ref import UnitRef
    from sulist.units.roster import Roster

    Reading = tuple[UnitRef, str, str]
    _Key = TypeVar("_Key")
    _Value = TypeVar("_Value")

_MOST_KEPT = 8192


class Read:
    """What is read: ``units``, and each as ``readings`` with the rule that put its name together."""

    __slots__ = ("readings", "units")

    def __init__(self, parts: list[Stretch]) -> None:
        self.readings = tuple([(part.ref(), part.why, part.why_from) for part in parts])
        self.units = tuple([ref for ref, _why, _source in self.readings])


class Alone(Read):
    """What a piece is read as, wherever it stands.

    ``parts`` are its names, and ``lacks`` what they lack; ``stands`` unless one is no name without it.
    ``may_join`` where it may be half of a name, and ``speaks`` where a word for a duty is in its
    name; ``looks_around`` where any of these is so.
    """

    __slots__ = (
        *("lacks", "looks_around", "may_join", "parts", "size", "speaks", "stands"),
        "_offered",
    )

    def __init__(self, piece: str, parts: list[Stretch], roster: Roster | None) -> None:
        self.size = len(piece)
        self.parts = parts
        self.stands = not any(judge(part, roster) for part in parts)
        super().__init__(parts)
        self.lacks = 0
        for part in parts:
            self.lacks |= lacks(part.key, roster)
        self.may_join = may_join(piece)
        self.speaks = speaks_of_duty(piece)
        self.looks_around = bool(self.lacks or self.may_join or self.speaks or not self.stands)
        self._offered = 0  # not yet asked: a name offers something

    def offers(self) -> int:
        """What other names of a row may take from these; it is asked where one lacks something."""
        if not self._offered:
            for part in self.parts:
                self._offered |= offers(part.key)
        return self._offered


class Pieces(dict[str, Alone | None]):
    """The pieces that were met, None of those that have to be read in their cell."""

    def __init__(self, roster: Roster | None) -> None:
        self.roster = roster
        self._names_with_marks = roster.names_with(MARKS) if roster is not None else ()
        self._of_duty: dict[tuple[str, str], tuple[Reading, ...]] = {}
        self._restored: dict[str, list[Read] | None] = {}

    def __missing__(self, piece: str) -> Alone | None:
        return _kept(self, piece, _read(piece, self.roster))

    def units(self, cell: str) -> list[UnitRef] | None:
        """The units of a cell with nothing but 、 and ， between names; None of another, and of one to refuse."""
        if len(cell) > LONGEST_CELL:
            return None
        found: list[UnitRef] = []
        for name in (cell.replace("，", "、") if "，" in cell else cell).split("、"):
            piece = self[name]
            if piece is None:
                return None
            if piece.looks_around:
                row = self.row(cell)
                return None if row is None else [ref for piece in row for ref in piece.units]
            found += piece.units
        return None if self._names_with_marks and self.has_names_with_marks(cell) else found

    def row(self, cell: str) -> list[Alone] | list[Read] | None:
        """The same, piece by piece."""
        if cell in self._restored:
            return self._restored[cell]
        if len(cell) > LONGEST_CELL or self.has_names_with_marks(cell):
            return None
        names = cell.replace("，", "、").split("、")
        pieces: list[Alone] = []
        for name in names:
            piece = self[name]
            if piece is None:
                return None
            pieces.append(piece)
        if self._are_mixed(names, pieces):
            return None
        if not _is_read_together(pieces):
            return pieces
        return _kept(self._restored, cell, self._with_shared_parts(cell, pieces))

    def each(self, parts: list[Stretch]) -> tuple[Reading, ...] | None:
        """The units of ``parts``, each with its duty, where all are such pieces; None otherwise."""
        pieces: list[Alone] = []
        for part in parts:
            piece = self[part.key] if part.written == part.key else None
            if piece is None:
                return None
            pieces.append(piece)
        if _is_read_together(pieces):
            return None
        found: list[Reading] = []
        for part, piece in zip(parts, pieces, strict=True):
            found += self._with_duty(part.key, piece, part.duty) if part.duty else piece.readings
        return tuple(found)

    def has_names_with_marks(self, cell: str) -> bool:
        """Whether a name of the roster with a mark inside it may be in ``cell``."""
        return any(map(cell.__contains__, self._names_with_marks))

    def _with_shared_parts(self, cell: str, pieces: list[Alone]) -> list[Read] | None:
        """The names with what others of the row share with them; None where one is no name even so."""
        parts: list[Stretch] = []
        at, before = 0, ""
        for piece in pieces:
            for part in piece.parts:
                parts.append(part.at(at + part.start, before or part.before))
                before = ""
            at += piece.size + 1
            before = cell[at - 1 : at]
        parts = _restore()(parts, self.roster)
        return None if any(judge(part, self.roster) for part in parts) else [Read(parts)]

    def _are_mixed(self, names: list[str], pieces: list[Alone]) -> bool:
        """Whether two of them are one name, or a word for a duty in one is no part of its name."""
        joining = any(piece.may_join for piece in pieces)
        speaking = any(piece.speaks for piece in pieces)
        return (joining and any(itertools.starmap(is_one_name, itertools.pairwise(names)))) or (
            speaking and not all(_is_without_duty(name, self.roster) for name in names)
        )

    def _with_duty(self, key: str, piece: Alone, duty: str) -> tuple[Reading, ...]:
        known = self._of_duty.get((key, duty))
        if known is None:
            known = tuple(
                [(ref._replace(duty=duty), why, source) for ref, why, source in piece.readings]
            )
            _kept(self._of_duty, (key, duty), known)
        return known


def _kept(among: dict[_Key, _Value], key: _Key, value: _Value) -> _Value:
    """``value``, kept for the next time; when there are too many all others are forgotten."""
    if len(among) >= _MOST_KEPT:
        among.clear()
    among[key] = value
    return value


@lru_cache(maxsize=16)
def pieces_of(roster: Roster | None) -> Pieces:
    """The pieces that were met in cells of one roster, or of none."""
    return Pieces(roster)


@cache
def _restore() -> Callable[[list[Stretch], Roster | None], list[Stretch]]:
    from sulist.units.share import restore

    return restore


def _is_read_together(pieces: list[Alone]) -> bool:
    """Whether one is no name alone, or one offers what another lacks; with a roster most lack nothing."""
    lacking = 0
    for piece in pieces:
        if not piece.stands:
            return True
        lacking |= piece.lacks
    if lacking:
        for piece in pieces:
            if lacking & piece.offers():
                return True
    return False


def _read(piece: str, roster: Roster | None) -> Alone | None:
    """What ``piece`` is read as alone, where the same letters in a cell are read in the same way."""
    if not _is_untouched(piece, roster):
        return None
    parts = joints.cut_apart(Stretch(piece, piece, 0, ""), roster)
    if not parts or any(part.before == "其" for part in parts):
        return None
    return Alone(piece, parts, roster)


def _is_untouched(piece: str, roster: Roster | None) -> bool:
    """Whether what comes before cutting leaves ``piece`` as it is: layout, notes, marks, labels, verbs."""
    if not piece or len(piece) > LONGEST_STRETCH:
        return False
    if "：" in piece or simplified(piece) != piece:
        return False
    if speaks_of_duty(piece) and not _is_without_duty(piece, roster):
        return False
    return is_of_letters(piece) or _is_whole(piece, roster)


def _is_whole(piece: str, roster: Roster | None) -> bool:
    """Whether nothing is taken out of ``piece``, and no mark in it parts names."""
    if piece[0] == "（" or unbalanced(piece) is not None:
        return False
    text = clean(piece)
    if text.written != piece or without_notes(text).key != piece:
        return False
    return [part.key for part in at_marks(text, roster)] == [piece]


@lru_cache(maxsize=8192)
def _is_without_duty(piece: str, roster: Roster | None) -> bool:
    """Whether handing out duties leaves ``piece`` as it is: 区市场监督管理局, but not 由区市监局."""
    if "会同" in piece:  # what that is depends on the names before it
        return False
    return _hands_out_nothing()(piece, roster)


@cache
def _hands_out_nothing() -> Callable[[str, Roster | None], bool]:
    from sulist.units.duties import is_without_duty

    return is_without_duty
