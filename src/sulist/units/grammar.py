"""A cell read from top to bottom: clean, cut, hand out duties, cut finely, share, judge.

Most pieces of a cell are read apart, since what each is does not depend on what stands beside it: a
name, or names that only 和 or 等 joins, which lacks nothing that another piece offers. Names come
again where cells do not, so what a piece is read as is kept; it is asked of the grammar all the same,
once.
"""

from __future__ import annotations

import itertools
from functools import lru_cache
from typing import TYPE_CHECKING

from sulist.base.plain import simplified
from sulist.units import joints, vocabulary
from sulist.units.cut import MARKS, at_marks, may_join
from sulist.units.folded import (
    LONGEST_CELL,
    LONGEST_STRETCH,
    Stretch,
    clean,
    has_more_than_names,
    unbalanced,
    without_frame,
)
from sulist.units.gate import judge
from sulist.units.lacking import lacks, may_share, offers
from sulist.units.shapes import is_one_name, speaks_of_duty

if TYPE_CHECKING:
    from sulist.units.folded import Folded
    from sulist.units.ref import UnitError, UnitRef
    from sulist.units.roster import Roster

    Reading = tuple[UnitRef, str, str]

_MOST_KEPT = 8192


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
    text = _bare(text)
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


def _bare(text: Folded) -> Folded:
    """``text`` without what stands beside its names, as ``notes.bare``, which is loaded for what has it."""
    text = without_frame(text)
    if not has_more_than_names(text):
        return text
    from sulist.units.notes import bare

    return bare(text)


# --- pieces that are read apart -----------------------------------------------------------------


class Alone:
    """What a piece is read as, wherever it stands: ``units``, and each as ``readings`` with its reason.

    ``keys`` are its names, and ``lacks`` what they lack. ``may_join`` where it may be half of a name,
    and ``speaks`` where a word for a duty is in its name; ``looks_around`` where any of these is so.
    """

    __slots__ = (
        *("keys", "lacks", "looks_around", "may_join", "readings", "speaks", "units"),
        "_offered",
    )

    def __init__(self, piece: str, parts: list[Stretch], roster: Roster | None) -> None:
        self.readings = tuple([(part.ref(), part.why, part.why_from) for part in parts])
        self.units = tuple([ref for ref, _why, _source in self.readings])
        self.keys = tuple([part.key for part in parts])
        self.lacks = 0
        for key in self.keys:
            self.lacks |= lacks(key, roster)
        self.may_join = may_join(piece)
        self.speaks = speaks_of_duty(piece)
        self.looks_around = bool(self.lacks or self.may_join or self.speaks)
        self._offered = 0  # not yet asked: a name offers something

    def offers(self) -> int:
        """What other names of a row may take from these; it is asked where one lacks something."""
        if not self._offered:
            for key in self.keys:
                self._offered |= offers(key)
        return self._offered


class Pieces(dict[str, Alone | None]):
    """The pieces that were met, None of those that have to be read in their cell."""

    def __init__(self, roster: Roster | None) -> None:
        self.roster = roster
        self._names_with_marks = roster.names_with(MARKS) if roster is not None else ()
        self._of_duty: dict[tuple[str, str], tuple[Reading, ...]] = {}

    def __missing__(self, piece: str) -> Alone | None:
        if len(self) >= _MOST_KEPT:
            self.clear()
            self._of_duty.clear()
        return self.setdefault(piece, _read(piece, self.roster))

    def row(self, cell: str) -> list[Alone] | None:
        """The pieces of a cell with nothing but 、 and ， between them; None of another."""
        if len(cell) > LONGEST_CELL:
            return None
        names = (cell.replace("，", "、") if "，" in cell else cell).split("、")
        found: list[Alone] = []
        alone = True
        for name in names:
            piece = self[name]
            if piece is None:
                return None
            found.append(piece)
            alone = alone and not piece.looks_around
        if not alone and self._are_read_together(names, found):
            return None
        return None if any(map(cell.__contains__, self._names_with_marks)) else found

    def _are_read_together(self, names: list[str], pieces: list[Alone]) -> bool:
        """Whether one of them offers what another lacks, two are one name, or a word is no part of a name."""
        joining = any(piece.may_join for piece in pieces)
        speaking = any(piece.speaks for piece in pieces)
        return (
            _is_offered(pieces)
            or (joining and self._are_joined(names))
            or (speaking and not all(_is_without_duty(name, self.roster) for name in names))
        )

    def each(self, parts: list[Stretch]) -> tuple[Reading, ...] | None:
        """The units of ``parts``, each with its duty, where all are such pieces; None otherwise."""
        pieces: list[Alone] = []
        for part in parts:
            piece = self[part.key] if part.written == part.key else None
            if piece is None:
                return None
            pieces.append(piece)
        if _is_offered(pieces):
            return None
        found: list[Reading] = []
        for part, piece in zip(parts, pieces, strict=True):
            found += self._with_duty(part.key, piece, part.duty) if part.duty else piece.readings
        return tuple(found)

    def _with_duty(self, key: str, piece: Alone, duty: str) -> tuple[Reading, ...]:
        known = self._of_duty.get((key, duty))
        if known is None:
            known = tuple(
                [(ref._replace(duty=duty), why, source) for ref, why, source in piece.readings]
            )
            self._of_duty[key, duty] = known
        return known

    @staticmethod
    def _are_joined(names: list[str]) -> bool:
        return any(itertools.starmap(is_one_name, itertools.pairwise(names)))


@lru_cache(maxsize=16)
def pieces_of(roster: Roster | None) -> Pieces:
    """The pieces that were met in cells of one roster, or of none."""
    return Pieces(roster)


def _is_offered(pieces: list[Alone]) -> bool:
    """Whether one of the names offers what another lacks; with a roster most lack nothing."""
    lacking = 0
    for piece in pieces:
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
    parts = joints.cut_apart(Stretch(piece, piece, 0), roster)
    if not parts or any(part.before == "其" or judge(part, roster) for part in parts):
        return None
    return Alone(piece, parts, roster)


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
    if text.written != piece or _bare(text).key != piece:
        return False
    return [part.key for part in at_marks(text, roster)] == [piece]


@lru_cache(maxsize=8192)
def _is_without_duty(piece: str, roster: Roster | None) -> bool:
    """Whether handing out duties leaves ``piece`` as it is: 区市场监督管理局, but not 由区市监局."""
    if "会同" in piece:  # what that is depends on the names before it
        return False
    from sulist.units.duties import is_without_duty

    return is_without_duty(piece, roster)
