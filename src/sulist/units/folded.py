"""The letters of a cell: layout white space, widths of punctuation, traditional characters, brackets.

The grammar is written once, in simplified characters and full-width punctuation. ``simplified``
brings any cell into that form and keeps its length, so a place found in the folded text
is the same place in the text as written, and names are cut from the latter: a ``Stretch`` is such a
piece. Which bracket closes which is told here too, of folded text.
"""

from __future__ import annotations

from codecs import utf_16_be_encode
from functools import lru_cache

from sulist.base.invisible import invisible
from sulist.base.plain import one_width, simplified
from sulist.units.ref import UnitRef

LINE = "\n"
SPACE = "\t"
_BEFORE_LAYOUT = "，。；：、（【〔/"  # white space after one of these is layout,
_AFTER_LAYOUT = "，。；：、（）【】〔〕/"  # and before one of those
LONGEST_CELL = 4000
LONGEST_STRETCH = 200  # between two marks; so that no text, however odd, takes long
_IDEOGRAPHS = bytes(range(0x4E, 0xA0))  # the first byte of each: U+4E00 to U+9FFF
_ROUND = str.maketrans("〔〕", "（）")
CIRCLED = range(0x2460, 0x2474)  # ① to ⑳
_BESIDE_NAMES = frozenset("（【0123456789").union(map(chr, CIRCLED))
_OPENING = "（【"
_CLOSING = "）】"
_BRACKETS = frozenset(_OPENING + _CLOSING)


class Folded:
    """A cell without its layout: what is read, the same folded, and where each letter stood."""

    __slots__ = ("key", "origin", "written")

    def __init__(self, written: str, key: str, origin: tuple[int, ...]) -> None:
        self.written = written
        self.key = key
        self.origin = origin

    def slice(self, start: int, end: int) -> Folded:
        """The text from ``start`` to ``end``."""
        return Folded(self.written[start:end], self.key[start:end], self.origin[start:end])

    def without(self, start: int, end: int) -> Folded:
        """The text without what stands from ``start`` to ``end``."""
        before, after = self.slice(0, start), self.slice(end, len(self.key))
        return Folded(
            before.written + after.written, before.key + after.key, before.origin + after.origin
        )

    def with_mark(self, start: int, end: int) -> Folded:
        """The text with a 、 instead of what stands from ``start`` to ``end``."""
        before, after = self.slice(0, start), self.slice(end, len(self.key))
        return Folded(
            before.written + "、" + after.written,
            before.key + "、" + after.key,
            (*before.origin, self.origin[start], *after.origin),
        )


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """What two spellings of one name share: NFKC, nothing that is not seen, simplified characters."""
    return folded(name if is_of_one_width(name) else one_width(name))


def folded(text: str) -> str:
    """``text``, letter for letter, as the grammar is written: 〔〕 are brackets like any."""
    key = simplified(text)
    return key.translate(_ROUND) if "〔" in key or "〕" in key else key


def is_of_one_width(name: str) -> bool:
    """Whether there is nothing in ``name`` but ideographs and （）：, which NFKC leaves to ``simplified``."""
    letters = name if name.isalpha() else name.replace("（", "").replace("）", "").replace("：", "")
    return is_of_letters(letters)


def is_of_letters(name: str) -> bool:
    """Whether there are only ideographs in ``name``: neither layout nor a mark, a bracket or a number."""
    # Their first bytes tell, in less time than it takes to compare letters or to make a pattern; and
    # ``str.encode`` would look for this encoding in a module of its own.
    return name != "" and not utf_16_be_encode(name, "surrogatepass")[0][::2].strip(_IDEOGRAPHS)


def clean(cell: str) -> Folded:
    """``cell`` without layout: white space is gone, or is LINE or SPACE where it may separate.

    White space beside punctuation is layout; between two ASCII letters or digits it is
    part of a name; elsewhere a line break becomes LINE, anything else SPACE.
    """
    if cell.split(None, 1) == [cell] and not invisible(cell):
        return Folded(cell, folded(cell), tuple(range(len(cell))))
    letters: list[str] = []
    origin: list[int] = []
    gap = ""
    for place, letter in enumerate(cell):
        if letter.isspace():
            gap += letter
        elif not invisible(letter):
            if gap and (mark := _between(letters, letter, gap)):
                letters.append(mark)
                origin.append(place - 1)
            letters.append(letter)
            origin.append(place)
            gap = ""
    written = "".join(letters)
    return Folded(written, folded(written), tuple(origin))


def _between(letters: list[str], following: str, gap: str) -> str:
    if not letters:
        return ""
    last = letters[-1]
    if simplified(last) in _BEFORE_LAYOUT or simplified(following) in _AFTER_LAYOUT:
        return ""
    if (last + following).isascii() and last.isalnum() and following.isalnum():
        return " "
    return LINE if any(letter in "\n\r\v\f\u2028\u2029" for letter in gap) else SPACE


def without_frame(text: Folded) -> Folded:
    """``text`` without brackets around all of it, and without marks behind all of it."""
    while True:
        key = text.key.rstrip("。；，、")
        if not key.startswith("（") or closing(key, 0) != len(key) - 1:
            return text if len(key) == len(text.key) else text.slice(0, len(key))
        text = text.slice(1, len(key) - 1)


def has_more_than_names(text: Folded) -> bool:
    """Whether there may be numbers, notes or further brackets in ``text``, which ``notes.bare`` takes out."""
    return not _BESIDE_NAMES.isdisjoint(text.key)


def unbalanced(key: str) -> int | None:
    """The place of the first bracket in ``key`` that has no partner, or None."""
    if _BRACKETS.isdisjoint(key):
        return None
    open_at: list[int] = []
    for place, letter in enumerate(key):
        if letter in _OPENING:
            open_at.append(place)
        elif letter in _CLOSING:
            if not open_at or _OPENING.index(key[open_at[-1]]) != _CLOSING.index(letter):
                return place
            open_at.pop()
    return open_at[0] if open_at else None


def closing(key: str, opening: int) -> int:
    """The place of the bracket that closes the one at ``opening`` (brackets are balanced)."""
    depth = 0
    for place in range(opening, len(key)):
        depth += (key[place] in _OPENING) - (key[place] in _CLOSING)
        if depth == 0:
            return place
    return len(key) - 1


def is_inside_brackets(key: str, place: int) -> bool:
    """Whether ``place`` stands between a bracket and its partner."""
    return key.count("（", 0, place) > key.count("）", 0, place)


def without_brackets(key: str) -> str:
    """``key`` without what stands in brackets: 各县（市、区）人民政府 is 各县人民政府."""
    while (start := key.find("（")) >= 0:
        end = closing(key, start)
        key = key[:start] + key[end + 1 :]
    return key


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
    within = False  # what another is to do
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

    def at(self, start: int, before: str) -> Stretch:
        """The same part in another place, as it is before it is judged: one to put shared parts back into."""
        part = Stretch(self.written, self.key, start, before)
        if self.why or self.open or self.after_open or self.kind_after:
            part.why, part.open = self.why, self.open
            part.after_open, part.kind_after = self.after_open, self.kind_after
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
        return UnitRef._make(
            (
                self.name,
                self.quantifier,
                self.written,
                self.duty,
                self.collective,
                self.open,
                self.name != self.written,
            )
        )
