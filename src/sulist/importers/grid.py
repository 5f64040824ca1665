"""The grid: what every format becomes, rows of cells that still know where they stood.

Running text is a row of one cell in table 0, so a reader of the grid meets title, headings,
tables and notes in the order of the document.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sulist.base.errors import FileError
from sulist.base.i18n import _
from sulist.base.invisible import without_traces
from sulist.importers.radicals import with_letters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    ReadShare = Callable[[int, int], None]  # done, of how many

MAX_ROWS = 50_000
MAX_CELLS = 500_000
_WITHIN = {0x0B: "", 0x0C: " ", 0x85: "", 0x2028: "", 0x2029: ""}
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


class GridCell(NamedTuple):
    """A cell: its text, with its line breaks, and its place for a person.

    ``merged`` is ``down`` or ``across`` where the document shows one cell over several and
    this is not its first: the text is then that of the whole. ``width`` and ``height`` are the
    columns and rows that the first of a merge covers. Lines that stand one below the other,
    centred in one large face as the lines of a title do, have one number as their ``face``;
    it is 0 where that is not so, or not known.
    """

    text: str
    place: str
    merged: str = ""
    width: int = 1
    height: int = 1
    face: int = 0


class GridRow(NamedTuple):
    """A row of table number ``table`` (from 1), or a paragraph of running text (0)."""

    cells: tuple[GridCell, ...]
    table: int = 0

    @property
    def own(self) -> tuple[GridCell, ...]:
        """The cells that hold a text and are not the rest of one to their left."""
        return tuple(cell for cell in self.cells if cell.text and cell.merged != "across")


class Remark(NamedTuple):
    """What a format's reader cannot be sure of: where, what it read, what else it may be."""

    place: str
    read: str
    other: str


class Grid(NamedTuple):
    """A document. ``wraps``: a line break inside a cell is layout and never separates.

    ``beside`` is what is printed with the list and is no part of it: notes, comments, headers.
    """

    rows: tuple[GridRow, ...]
    remarks: tuple[Remark, ...] = ()
    wraps: bool = False
    beside: tuple[GridCell, ...] = ()


def as_seen(text: str) -> str:
    """``text`` without what cannot be seen, which documents are full of; every line ends in one way."""
    if text.isascii() and text.isprintable():
        return text.strip()
    return without_traces(_LINE_ENDS.sub("\n", with_letters(text))).strip()


def paragraph(text: str, place: str, face: int = 0) -> GridRow:
    """A row of running text, whose sentences go on past a break that only a program sees."""
    return GridRow((GridCell(as_seen(text.translate(_WITHIN)), place, face=face),))


def laid_out(
    spans: Iterable[Iterable[tuple[str, int, int]]], place: Callable[[int, int], str], table: int
) -> list[GridRow]:
    """Rows from cells given as (text, width, height) in reading order, as HTML and Word have them.

    A cell that reaches down or across fills those places too, marked as merged.

    Raises:
        FileError: the table passes a bound.
    """
    rows: list[GridRow] = []
    hanging: dict[
        int, tuple[GridCell, int]
    ] = {}  # column → a cell from above, rows it still covers
    count = 0
    for number, line in enumerate(spans, 1):
        cells: list[GridCell] = []

        def take_hanging(cells: list[GridCell] = cells) -> None:
            while len(cells) in hanging:
                cell, left = hanging.pop(len(cells))
                if left > 1:
                    hanging[len(cells)] = (cell, left - 1)
                cells.append(cell)

        for text, width, height in line:
            take_hanging()
            first = GridCell(as_seen(text), place(number, len(cells) + 1), "", width, height)
            for step in range(min(width, 256)):
                cell = first if step == 0 else first._replace(merged="across")
                if height > 1:
                    below = first._replace(merged="across" if step else "down")
                    hanging[len(cells)] = (below, height - 1)
                cells.append(cell)
        while hanging and len(cells) <= max(hanging):
            take_hanging()
            if hanging and len(cells) <= max(hanging):
                cells.append(GridCell("", place(number, len(cells) + 1)))
        count += len(cells)
        bounded(number, count)
        rows.append(GridRow(tuple(cells), table))
    return rows


def joined(grids: Sequence[Grid]) -> Grid:
    """Several grids as one: their tables and faces stay apart."""
    rows: list[GridRow] = []
    remarks: list[Remark] = []
    beside: list[GridCell] = []
    tables = faces = 0
    for grid in grids:
        for row in grid.rows:
            cells = tuple(
                cell._replace(face=cell.face + faces if cell.face else 0) for cell in row.cells
            )
            rows.append(row._replace(cells=cells, table=row.table + tables if row.table else 0))
        remarks += grid.remarks
        beside += grid.beside
        tables = max([tables, *(row.table for row in rows)])
        faces = max([faces, *(cell.face for row in rows for cell in row.cells)])
    return Grid(tuple(rows), tuple(remarks), any(grid.wraps for grid in grids), tuple(beside))


def bounded(rows: int, cells: int) -> None:
    """Refuses a table that no list is as large as.

    Raises:
        FileError: there are too many rows or cells.
    """
    if rows > MAX_ROWS or cells > MAX_CELLS:
        raise FileError(
            _(
                "It holds more than {rows} rows or {cells} cells, far more than any list. Keep only the list in it; in a spreadsheet, delete the empty rows and columns below and beside the table."
            ).format(rows=MAX_ROWS, cells=MAX_CELLS)
        )
