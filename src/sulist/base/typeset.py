"""Chinese text in columns: how wide it is, and where a line may break (避头尾)."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_NEVER_FIRST = "，。、；：？！）》」』】〕”’…—·,.;:?!)]}%"
_NEVER_LAST = "（《「『【〔“‘([{"
_MOST_CARRIED = 3
_PICTURED, _JOINER = "\ufe0f", "\u200d"
_FLAGS = "".join(map(chr, range(0x1F1E6, 0x1F200)))  # letters, two of which are a flag
# Vowels and final letters of Hangul, its fillers, the tones of a skin.
_UPON_ANOTHER = frozenset(
    map(
        chr,
        (*range(0x1160, 0x1200), 0x3164, 0xFFA0, *range(0xD7B0, 0xD800), *range(0x1F3FB, 0x1F400)),
    )
)
_UNIT = r"[$-]*[0-9A-Za-z][0-9A-Za-z._/%+<=>-]*|."


@cache
def _cells(character: str) -> int:
    if character < "\u0300":
        return 1
    # Drawn upon another, or not at all; of a syllable in Hangul its first letter takes both columns.
    if unicodedata.category(character) in ("Mn", "Me", "Mc", "Cf") or character in _UPON_ANOTHER:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def width(text: str) -> int:
    """The columns of a terminal that ``text`` takes.

    A sign drawn as a picture (☑️, with U+FE0F behind it) takes two, and so do the pictures that
    U+200D joins to one (👨‍👩‍👧), as terminals of today draw them.
    """
    if text.isascii():
        return len(text)
    if _PICTURED in text or _JOINER in text:
        return sum(map(_cells_of, _clusters(text)))
    return sum(map(_cells, text))


def _cells_of(cluster: str) -> int:
    first = sum(map(_cells, cluster.partition(_JOINER)[0]))
    return max(first, 2) if first and _PICTURED in cluster else first


def _clusters(text: str) -> list[str]:
    """``text`` in pieces that are drawn as one: a letter with its accents, a flag, a joined picture."""
    found: list[str] = []
    for letter in text:
        if found and _belongs(letter, found[-1]):
            found[-1] += letter
        else:
            found.append(letter)
    return found


def _belongs(letter: str, before: str) -> bool:
    """Whether a letter is drawn as one with the end of what stands before it."""
    if _cells(letter) == 0:
        return True
    if letter in _FLAGS:
        return (len(before) - len(before.rstrip(_FLAGS))) % 2 == 1
    return before[-1] == _JOINER and _is_picture(letter) and _is_picture(before)


def _is_picture(text: str) -> bool:
    """Whether the last letter of ``text`` that is not drawn upon another is a picture."""
    letter = next((one for one in reversed(text) if _cells(one)), "")
    return letter != "" and unicodedata.category(letter) == "So"


def pad(text: str, columns: int, *, right: bool = False) -> str:
    """``text`` filled with spaces to ``columns``, at its end or, to stand right, before it."""
    space = " " * (columns - width(text))
    return space + text if right else text + space


def wrap(text: str, columns: int, *, whole: str = "") -> list[str]:
    """The lines of ``text``, each at most ``columns`` wide where its words allow that.

    No line begins with a closing mark or ends with an opening one, and ASCII words stay whole
    unless one alone is wider than the column; so does what the pattern ``whole`` finds.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        fits = width(paragraph) <= columns
        lines += [paragraph] if fits else _wrap(_units(paragraph, columns, whole), columns)
    return lines


def _wrap(units: list[str], columns: int) -> list[str]:
    lines: list[str] = []
    line: list[str] = []
    used = 0
    for unit in units:
        size = width(unit)
        if line and used + size > columns:
            carried = _carry(line, unit)
            lines.append("".join(line).rstrip())
            line, used = carried, sum(map(width, carried))
            if unit == " " and not line:
                continue
        line.append(unit)
        used += size
    return [*lines, "".join(line).rstrip()]


def _units(text: str, columns: int, whole: str) -> list[str]:
    """The pieces that are never cut; one wider than the column is, for want of room."""
    pieces: list[str] = []
    found = re.findall(f"{whole}|{_UNIT}" if whole else _UNIT, text, re.DOTALL)
    for unit in _drawn_as_one(found) if _has_joined(text) else found:
        if width(unit) <= columns:
            pieces.append(unit)
        elif whole:
            pieces += _units(unit, columns, "")
        else:
            pieces += [unit[at : at + columns] for at in range(0, len(unit), columns)]
    return pieces


def _has_joined(text: str) -> bool:
    return 0 in map(_cells, text) or max(text) > "\uffff"


def _drawn_as_one(units: list[str]) -> list[str]:
    """The same pieces, none parted from what is drawn as one with it."""
    joined: list[str] = []
    for unit in units:
        if joined and _belongs(unit[0], joined[-1]):
            joined[-1] += unit
        else:
            joined.append(unit)
    return joined


def _carry(line: list[str], coming: str) -> list[str]:
    """What goes down to the next line, so that both may begin and end as they do."""
    at = len(line)
    first = coming
    while at > 1 and (first[0] in _NEVER_FIRST or line[at - 1][-1] in _NEVER_LAST):
        at -= 1
        first = line[at]
    if first[0] in _NEVER_FIRST or len(line) - at > _MOST_CARRIED:  # a run of marks: nothing helps
        return []
    carried = line[at:]
    del line[at:]
    return carried
