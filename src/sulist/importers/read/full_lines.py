"""Lines of a PDF's cells → their text: where a line is full, its end says nothing and goes; else it stays.

A program breaks a line where the next sign has no room left. Whether there was room is measured: only
so 高校|园区管理处 is one name, and 教务处|学生处 two.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sulist.importers import cell_text

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDEST_EDGE = 8.0  # points that a program leaves free beside the rule of a cell
_SLACK = 0.5
_TELEPHONE = re.compile("[0-9][0-9-]{6}")  # before which a space may have stood
_BEGINS_NO_LINE = "、，。；：！？）》”’】〕,.;:!?)"


class CellLine(NamedTuple):
    """A line: its text, the place of its first letter, how wide it is, and what it begins with is."""

    text: str
    left: float
    width: float
    begins: float


class CellLines(NamedTuple):
    """The lines of a cell, and where its rules are."""

    lines: tuple[CellLine, ...]
    left: float
    right: float


def edge(cells: Sequence[CellLines]) -> float:
    """What a table leaves free beside its rules, at both sides."""
    gaps = [line.left - cell.left for cell in cells for line in cell.lines if line.width]
    return max(0.0, min([_WIDEST_EDGE, *gaps]))


def texts(column: Sequence[CellLines], free: float) -> list[str]:
    """The text of each cell of a column."""
    full = [_full(cell, free) for cell in column]
    only_full = all(all(one) for one in full)
    return [
        _text(cell.lines, breaks, only_full=only_full)
        for cell, breaks in zip(column, full, strict=True)
    ]


def _full(cell: CellLines, free: float) -> list[bool]:
    """Of each line but the last, whether what follows had no room in it."""
    room = cell.right - cell.left - 2 * free
    return [
        room - line.width < after.begins - _SLACK
        for line, after in zip(cell.lines, cell.lines[1:], strict=False)
    ]


def _text(lines: Sequence[CellLine], full: Sequence[bool], *, only_full: bool) -> str:
    text = lines[0].text if lines else ""
    for line, is_full in zip(lines[1:], full, strict=True):
        before = text.rpartition("\n")[2]
        parts = (
            not is_full
            or not before
            or not line.text
            or cell_text.both_latin(before, line.text)
            or _TELEPHONE.match(line.text)
            or cell_text.are_two_units(before, line.text, surely=only_full)
        )
        text += ("\n" if parts else "") + line.text
    return text


def begins(letters: Sequence[tuple[str, float]]) -> float:
    """How wide that is which a line has to take whole: a word, a number, a sign and the mark behind it."""
    width, before = 0.0, ""
    for text, wide in letters:
        goes_on = text in _BEGINS_NO_LINE or (
            before.isascii() and before.isalnum() and text.isascii() and text.isalnum()
        )
        if before and not goes_on:
            break
        width += wide
        before = text
    return width
