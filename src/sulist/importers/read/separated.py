"""CSV as spreadsheets, offices and sulist itself write it: which sign separates, and what guards a cell."""

from __future__ import annotations

import csv
import re
from io import StringIO

from sulist.base.errors import FileError
from sulist.base.i18n import _
from sulist.importers.grid import GridCell, GridRow, as_seen, bounded
from sulist.importers.headers import labels_in
from sulist.importers.read.where import at_cell, at_line

# Characters of a cell: a quotation mark without a partner takes in all the rest.
_LONGEST = 1_000_000
_SEPARATORS = ",\t;，；|"
_HEAD = 20_000
_SAID = re.compile(r"sep=(.)\n", re.IGNORECASE)
_AS_TEXT = re.compile(r'="((?:[^"]|"")*)"')
# What sulist writes before a cell that a spreadsheet would take for a formula.
_GUARDED = re.compile(r"'(?=[=+\-@＝＋－＠\t\r\n])")


def read_rows(text: str, name: str) -> list[GridRow]:
    """The rows of a CSV.

    Raises:
        FileError: the quotes in it do not pair, or a cell has more than a million characters.
    """
    said = _SAID.match(text)
    separator = said.group(1) if said else _separator(text[:_HEAD])
    rows: list[GridRow] = []
    count = 0
    csv.field_size_limit(_LONGEST)
    lines = StringIO(text)
    if said:
        lines.readline()
    reader = csv.reader(lines, delimiter=separator, strict=True)
    try:
        for cells in reader:
            count += len(cells)
            bounded(len(rows), count)
            place = at_line(reader.line_num + bool(said))
            made = tuple(
                GridCell(as_seen(unguarded(cell)), f"{place}{at_cell(column)}")
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
    return rows


def unguarded(cell: str) -> str:
    """A cell without what only keeps a spreadsheet from reading it as a number or a formula."""
    if found := _AS_TEXT.fullmatch(cell.strip()):
        return found.group(1).replace('""', '"')
    return cell[1:] if _GUARDED.match(cell) else cell


def _separator(head: str) -> str:
    """The sign between the labels of a header; where there is none, that which is used most."""
    for line in head.split("\n"):
        for sign in _SEPARATORS:
            cells = [cell.strip('"') for cell in line.split(sign)]
            if len(cells) > 1 and labels_in(cells) is not None:
                return sign
    return max(_SEPARATORS[:3], key=head.count)
