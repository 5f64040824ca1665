"""Text files: UTF-8 (or UTF-16 with its mark) or GB18030, as tab-separated rows, CSV, or by layout."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from sulist.base.errors import FileError
from sulist.base.i18n import _
from sulist.importers.grid import Grid, GridCell, GridRow, as_seen, bounded, paragraph
from sulist.importers.read import cell_lines, drawn_tables, equal_width, tabbed
from sulist.importers.read.where import at_cell, at_line

if TYPE_CHECKING:
    from sulist.importers.grid import ReadShare

# Characters of a cell: a quotation mark without a partner takes in all the rest.
_LONGEST = 1_000_000
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def decode(data: bytes, name: str) -> str:
    """The text of a file.

    Raises:
        FileError: it is text in no encoding that Chinese documents come in.
    """
    declared = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    if b"\0" not in data or declared == "utf-16":
        for encoding in (declared,) if declared else ("utf-8", "gb18030"):
            try:
                return data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
            except UnicodeDecodeError:
                continue
    raise FileError(
        _(
            "{file} is not text in UTF-8 or GB18030. Open it in the program it was made with, and save it as UTF-8 text, .docx or .xlsx"
        ).format(file=name)
    )


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
    """The grid of a .csv file, separated by whichever of comma, tab and semicolon it uses most.

    Raises:
        FileError: the quotes in it do not pair, or a cell has more than a million characters.
    """
    text = decode(data, name)
    head = text[:20_000]
    separator = max(",\t;", key=head.count)
    rows: list[GridRow] = []
    count = 0
    csv.field_size_limit(_LONGEST)
    reader = csv.reader(StringIO(text), delimiter=separator, strict=True)
    try:
        for cells in reader:
            count += len(cells)
            bounded(len(rows), count)
            place = at_line(reader.line_num)
            made = tuple(
                GridCell(as_seen(cell), f"{place}{at_cell(column)}")
                for column, cell in enumerate(cells, 1)
            )
            rows.append(GridRow(made, 1))
    except csv.Error as error:
        raise FileError(
            _(
                "{file} has a cell of more than a million characters before the end of line {line}: a quotation mark has no partner, or it is not the right file. Save it from the spreadsheet again, as .xlsx or as CSV"
            ).format(file=name, line=reader.line_num)
            if "field limit" in str(error)
            else _(
                "{file} stops being CSV in line {line}: a quotation mark there has no partner. Save it from the spreadsheet again, as .xlsx or as CSV"
            ).format(file=name, line=reader.line_num)
        ) from None
    progress(len(rows), len(rows))
    return Grid(tuple(rows))
