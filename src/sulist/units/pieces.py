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
from sulist.units import joints, vocabulary
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
    from collections.abc import Callable, Iterable
    from typing import TypeVar

    from sulist.units.ref import UnitRef
    from sulist.units.roster import Roster

    Reading = tuple[UnitRef, str, str]
    _Key = TypeVar("_Key")
    _Value = TypeVar("_Value")

_MOST_KEPT = 8192
_EVERYTHING = ~0
_APART, _SHARING, _MIXED = "apart", "sharing", "mixed"  # how pieces bear on each other


class Read:
    """What is read: ``units``, and each as ``readings`` with the rule that put its name together."""

    __slots__ = ("readings", "units")

    def __init__(self, parts: list[Stretch]) -> None:
        self.readings = tuple([(part.ref(), part.why, part.why_from) for part in parts])
        self.units = tuple([ref for ref, _why, _source in self.readings])


class Alone(Read):
    """What a piece is read as, wherever it stands.

    ``parts`` are its names, and ``lacks`` what they lack: everything, where one is no name without it.
    ``may_join`` where it may be half of a name, and ``speaks`` where a word for a duty is in its
    name; ``looks_around`` where any of these is so.
    """

    __slots__ = (
        *("lacks", "looks_around", "may_join", "parts", "speaks"),
        *("_given", "_offered"),
    )

    def __init__(self, piece: str, parts: list[Stretch], roster: Roster | None) -> None:
        self.parts = parts
        self.lacks = 0
        for part in parts:
            self.lacks |= _EVERYTHING if judge(part, roster) else lacks(part.key, roster)
        super().__init__(parts)
        self.may_join = may_join(piece)
        self.speaks = speaks_of_duty(piece)
        self.looks_around = bool(self.lacks or self.may_join or self.speaks)
        self._offered = 0  # not yet asked: a name offers something
        self._given: dict[str, tuple[Reading, ...]] = {}

    def with_duty(self, duty: str) -> tuple[Reading, ...]:
        """``readings``, all of them with ``duty``."""
        given = self._given.get(duty)
        if given is None:
            given = self._given[duty] = tuple(
                [(ref._replace(duty=duty), why, source) for ref, why, source in self.readings]
            )
        return given

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
        self._restored: dict[str, Read | None] = {}

    def __missing__(self, piece: str) -> Alone | None:
        return _kept(self, piece, _read(piece, self.roster))

    def units(self, cell: str) -> Iterable[UnitRef] | None:
        """The units of a cell with nothing but 、 and ， between names; None of another, and of one to refuse."""
        if len(cell) > LONGEST_CELL:
            return None
        names = (cell.replace("，", "、") if "，" in cell else cell).split("、")
        found: list[UnitRef] = []
        careful: list[Alone] = []
        for name in names:
            piece = self[name]
            if piece is None:
                return None
            if piece.looks_around:
                careful.append(piece)
            found += piece.units
        if self._names_with_marks and self.has_names_with_marks(cell):
            return None
        if careful and (meeting := self._meet(names, careful)) != _APART:
            read = self._together(cell, names, meeting)
            return None if read is None else read.units
        return found

    def row(self, cell: str) -> Iterable[Read] | None:
        """The same, piece by piece."""
        if len(cell) > LONGEST_CELL or self.has_names_with_marks(cell):
            return None
        names = cell.replace("，", "、").split("、")
        pieces: list[Alone] = []
        for name in names:
            piece = self[name]
            if piece is None:
                return None
            pieces.append(piece)
        meeting = self._meet(names, [piece for piece in pieces if piece.looks_around])
        if meeting == _APART:
            return pieces
        read = self._together(cell, names, meeting)
        return None if read is None else (read,)

    def each(self, parts: list[Stretch]) -> tuple[Reading, ...] | None:
        """The units of ``parts``, each with its duty, where all are such pieces; None otherwise."""
        found: list[Reading] = []
        lacking = 0
        for part in parts:
            piece = self[part.key] if part.written == part.key else None
            if piece is None:
                return None
            lacking |= piece.lacks
            found += piece.with_duty(part.duty) if part.duty else piece.readings
        if lacking and self._share(lacking, [part.key for part in parts]):
            return None
        return tuple(found)

    def has_names_with_marks(self, cell: str) -> bool:
        """Whether a name of the roster with a mark inside it may be in ``cell``."""
        return any(map(cell.__contains__, self._names_with_marks))

    def _together(self, cell: str, names: list[str], meeting: str) -> Read | None:
        """A row of names that share parts, with what others share with them; None where one is no name even so."""
        if meeting == _MIXED:
            return None
        if cell not in self._restored:
            _kept(self._restored, cell, self._with_shared_parts(cell, names))
        return self._restored[cell]

    def _with_shared_parts(self, cell: str, names: list[str]) -> Read | None:
        parts: list[Stretch] = []
        at, before = 0, ""
        for name in names:
            piece = self[name]
            for part in piece.parts if piece else ():
                parts.append(part.at(at + part.start, before or part.before))
                before = ""
            at += len(name) + 1
            before = cell[at - 1 : at]
        parts = _restore()(parts, self.roster)
        is_refused = any(judge(part, self.roster) for part in parts)
        return None if is_refused else Read(parts)

    def _meet(self, names: list[str], careful: list[Alone]) -> str:
        """How the pieces of a row bear on each other, of which only those that are ``careful`` may.

        They are mixed where two are one name, or a word for a duty in one is no part of its name; they
        share where one is no name alone, or one offers what another lacks. With a roster most lack nothing.
        """
        lacking, joining, speaking = 0, False, False
        for piece in careful:
            lacking |= piece.lacks
            joining = joining or piece.may_join
            speaking = speaking or piece.speaks
        if joining and any(itertools.starmap(is_one_name, itertools.pairwise(names))):
            return _MIXED
        if speaking and not all(_is_without_duty(name, self.roster) for name in names):
            return _MIXED
        return _SHARING if lacking and self._share(lacking, names) else _APART

    def _share(self, lacking: int, names: list[str]) -> bool:
        """Whether one of ``names`` offers something of what others lack, or one is no name alone."""
        if lacking == _EVERYTHING:
            return True
        pieces = [self[name] for name in names]
        return any(piece is not None and lacking & piece.offers() for piece in pieces)


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
    if "：" in piece or piece.endswith(vocabulary.COMMON_VERBS) or simplified(piece) != piece:
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
