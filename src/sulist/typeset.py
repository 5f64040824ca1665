"""Chinese text in columns: how wide it is, and where a line may break (避头尾)."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_NEVER_FIRST = "，。、；：？！）》」』】〕”’…—·,.;:?!)]}%"
_NEVER_LAST = "（《「『【〔“‘([{"
_MOST_CARRIED = 3
_UNIT = r"[$-]*[0-9A-Za-z][0-9A-Za-z._/%+<=>-]*|."


@cache
def _cells(character: str) -> int:
    if character < "\u0300":
        return 1
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):  # drawn upon another, or not at all
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def width(text: str) -> int:
    """The columns of a terminal that ``text`` takes."""
    return len(text) if text.isascii() else sum(map(_cells, text))


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
    for unit in re.findall(f"{whole}|{_UNIT}" if whole else _UNIT, text, re.DOTALL):
        if width(unit) <= columns:
            pieces.append(unit)
        elif whole:
            pieces += _units(unit, columns, "")
        else:
            pieces += [unit[at : at + columns] for at in range(0, len(unit), columns)]
    return pieces


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
