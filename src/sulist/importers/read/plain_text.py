"""Text files: tab-separated rows, CSV, or what their layout shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.importers.grid import Grid, bounded, paragraph
from sulist.importers.read import cell_lines, drawn_tables, equal_width, separated, tabbed
from sulist.importers.read.decoding import decode
from sulist.importers.read.where import at_line

if TYPE_CHECKING:
    from sulist.importers.grid import ReadShare


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
    return Grid(
        tuple(
            paragraph(line, at_line(number)) for number, line in enumerate(lines, 1) if line.strip()
        )
    )


def read_csv(data: bytes, name: str, progress: ReadShare) -> Grid:
    """The grid of a .csv file.

    Raises:
        FileError: the quotes in it do not pair, or a cell has more than a million characters.
    """
    rows = separated.read_rows(decode(data, name), name)
    progress(len(rows), len(rows))
    return Grid(tuple(rows))
