"""Text files: tab-separated rows, CSV, or what their layout shows."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from sulist.importers.grid import Grid, bounded, paragraph
from sulist.importers.read import cell_lines, drawn_tables, equal_width, separated, tabbed
from sulist.importers.read.decoding import decode
from sulist.importers.read.where import at_line
from sulist.importers.read.wrapped_lines import TextLine, paragraphs

if TYPE_CHECKING:
    from sulist.importers.grid import GridRow, ReadShare

_NARROWEST, _WIDEST = 16, 60  # letters of a line that an editor breaks
_INDENT = 1.5  # letters
_FEWEST = 2
_ENDS = "。；！？）)”"


def read(data: bytes, name: str, progress: ReadShare) -> Grid:
    """The grid of a .txt or .tsv file."""
    lines = decode(data, name).split("\n")
    bounded(len(lines), 0)
    progress(len(lines), len(lines))
    if rows := tabbed.read(lines):
        return Grid(tuple(rows))
    for layout in (drawn_tables.read, cell_lines.read, equal_width.read):
        if grid := layout(lines):
            return grid
    if wrapped := _wrapped(lines):
        return Grid(tuple(wrapped))
    return Grid(
        tuple(
            paragraph(line, at_line(number)) for number, line in enumerate(lines, 1) if line.strip()
        )
    )


def _wrapped(lines: list[str]) -> list[GridRow]:
    """The paragraphs of a text whose lines were broken at one width; none where that is not certain.

    It is where first lines are indented and others, behind a full line, are not.
    """
    made = [_line(line, number) for number, line in enumerate(lines, 1) if line.strip()]
    widest = max((one.right for one in made), default=0.0)
    broken = [
        one
        for one, behind in pairwise(made)
        if one.right > widest - 1.6 and one.text[-1] not in _ENDS and behind.left == 0
    ]
    indented = [at for at, one in enumerate(made) if one.left >= _INDENT]
    if not _NARROWEST <= widest <= _WIDEST or len(indented) < _FEWEST:
        return []
    others = [one for one in made[indented[0] :] if one.left == 0]
    if not broken or len(broken) * 2 < len(others):
        return []
    return paragraphs(made, 1)[0]


def _line(line: str, number: int) -> TextLine:
    """A line in letters of Chinese, of which one of Latin is a half."""
    expanded = line.expandtabs(4).rstrip()
    text = expanded.strip()
    indent = _width(expanded[: len(expanded) - len(expanded.lstrip())])
    return TextLine(
        text, indent, indent + _width(text), number * 1.5, 1.0, 0, at_line(number), 1, 1e9
    )


def _width(text: str) -> float:
    return sum(0.5 if letter.isascii() else 1.0 for letter in text)


def read_csv(data: bytes, name: str, progress: ReadShare) -> Grid:
    """The grid of a .csv file.

    Raises:
        FileError: the quotes in it do not pair, or a cell has more than a million characters.
    """
    rows = separated.read_rows(decode(data, name), name)
    progress(len(rows), len(rows))
    return Grid(tuple(rows))
