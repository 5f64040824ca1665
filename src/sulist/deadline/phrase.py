"""A phrase made plain for reading, with the way back to where each character stood."""

from __future__ import annotations

from sulist.base.invisible import invisible
from sulist.base.plain import simple_letters
from sulist.base.tuples import NamedTuple


class Unreadable(Exception):  # noqa: N818 - inside the grammar it is an answer, not a failure
    """Part of a phrase cannot be read: where it stands in the plain text, and why."""

    def __init__(self, start: int, end: int, reason: str) -> None:
        super().__init__(start, end, reason)
        self.start = start
        self.end = end
        self.reason = reason


class ByHand(Unreadable):
    """Only a person can say which day is meant, so a cell needs ``due:`` beside it."""


class Plain(NamedTuple):
    """``text`` in one width and script, without layout; ``origin[i]`` is where ``text[i]`` came from.

    ``origin`` is None where nothing moved.
    """

    text: str
    origin: tuple[int, ...] | None
    written: str

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the plain characters ``start`` to ``end`` stand in the phrase as written."""
        if self.origin is None or not self.origin:
            return start, end
        return self.origin[start], self.origin[end - 1] + 1

    def slice(self, start: int, end: int) -> str:
        """The plain characters ``start`` to ``end`` as they are written."""
        first, last = self.span(start, end)
        return self.written[first:last]


def plain(written: str) -> Plain:
    """``written`` with one width of characters, in simplified ones, and no white space.

    White space between two ASCII characters stays, as one space: ``1 2月`` is not ``12月``.
    A number that is a sign of its own (①, ⑴) counts items, so it becomes a semicolon and can
    never join the digits of a date.
    """
    import unicodedata

    if (
        written.isprintable()
        and " " not in written
        and unicodedata.is_normalized("NFKC", written)
        and not invisible(written)
    ):
        return Plain(simple_letters(written), None, written)
    characters: list[str] = []
    origin: list[int] = []
    for at, character in enumerate(written):
        for one in _plain_character(character):
            characters.append(one)
            origin.append(at)
    kept = _without_layout(characters)
    text = simple_letters("".join(characters[i] for i in kept))
    return Plain(text, tuple(origin[i] for i in kept), written)


def _plain_character(character: str) -> str:
    if character.isspace():
        return " "
    import unicodedata

    category = unicodedata.category(character)
    if category == "No":
        return ";"
    if category == "Cf" or invisible(character):  # joints and the like are layout too
        return " "
    return unicodedata.normalize("NFKC", character)


def _without_layout(characters: list[str]) -> list[int]:
    """The places of the characters that stay."""
    kept: list[int] = []
    space = -1
    for at, character in enumerate(characters):
        if character.isspace():
            space = at
            continue
        if space >= 0 and kept and _joins(characters[kept[-1]]) and _joins(character):
            kept.append(space)
        space = -1
        kept.append(at)
    return kept


def _joins(character: str) -> bool:
    return character.isascii() and character.isalnum()
