"""A stretch of the cell on its way to being a unit; only the grammar sees it."""

from __future__ import annotations

from sulist.units.folded import folded
from sulist.units.ref import UnitRef


class Stretch:
    """A stretch of the cell on its way to being a unit.

    ``written`` and ``key`` (folded) begin as the text from ``start`` to ``end``, and grow when
    shared parts are put back. ``before`` says what stood before it: 、 ， ； or "" for a
    new beginning. ``why`` is the rule that last changed it, for explain.
    """

    duty: str | None = None
    collective = False
    quantifier: str | None = None
    open = False
    after_open = False  # 区直部门 after 区财政局等: some of them
    kind_after = ""  # 镇 after 潭东、潭口等镇
    why = ""
    why_from = ""

    def __init__(self, written: str, key: str, start: int, before: str = "、") -> None:
        self.written = self.name = written
        self.key = key
        self.start = start
        self.end = start + len(key)
        self.before = before

    def cut(self, start: int, end: int, before: str) -> Stretch:
        """The stretch from ``start`` to ``end`` of an untouched part."""
        key = self.key[start:end]
        written = key if self.written is self.key else self.written[start:end]
        part = Stretch(written, key, self.start + start, before)
        if self.duty:
            part.duty = self.duty
        return part

    def twin(self, written: str) -> Stretch:
        """Another part for the same stretch, written ``written``, which shares all the rest."""
        part = Stretch(written, folded(written), self.start, self.before)
        part.end, part.duty, part.open = self.end, self.duty, self.open
        return part

    def append(self, other: Stretch) -> None:
        """Take ``other`` in, which follows: no separator stood between them."""
        self.written = self.name = self.written + other.written
        self.key += other.key
        self.end = other.end

    def rename(self, name: str, why: str, source: str) -> None:
        """Put a shared piece back: the name is now ``name``, because of ``source``."""
        self.name, self.key, self.why, self.why_from = name, folded(name), why, source

    def ref(self) -> UnitRef:
        """The part as the world sees it."""
        return UnitRef(
            self.name,
            self.quantifier,
            self.written,
            self.duty,
            self.collective,
            self.open,
            self.name != self.written,
        )
