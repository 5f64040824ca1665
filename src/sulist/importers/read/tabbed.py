"""Tab-separated text, as it comes from a copied table; a cell that was broken is put together."""

from __future__ import annotations

from sulist.importers.grid import GridCell, GridRow, as_seen, paragraph
from sulist.importers.headers import labels_in
from sulist.importers.headings import read_serial
from sulist.importers.read.separated import unguarded
from sulist.importers.read.where import at_cell, at_line


def read(lines: list[str]) -> list[GridRow]:
    """The rows of tab-separated ``lines``; none where no line of it is a header."""
    width = max((_header_width(line) for line in lines), default=0)
    if not width:
        return []
    rows: list[GridRow] = []
    at = 0
    while at < len(lines):
        number, cells = at + 1, _cells(lines[at])
        at += 1
        while _is_broken(cells, width) and at < len(lines):
            more = _cells(lines[at])
            if len(cells) + len(more) - 1 > width or _begins_a_row(more) or not any(more):
                break
            cells = [*cells[:-1], f"{cells[-1]}\n{more[0]}", *more[1:]]
            at += 1
        if len(cells) == 1:
            rows += [paragraph(cells[0], at_line(number))] if cells[0].strip() else []
        else:
            place = at_line(number)
            rows.append(
                GridRow(
                    tuple(
                        GridCell(as_seen(cell), place + at_cell(column))
                        for column, cell in enumerate(cells, 1)
                    ),
                    1,
                )
            )
    return rows


def _cells(line: str) -> list[str]:
    """The cells of a line; a spreadsheet's quotes around one, and its guards, are not part of it."""
    return [
        unguarded(
            cell[1:-1].replace('""', '"')
            if len(cell) > 1
            and cell.startswith('"')
            and cell.endswith('"')
            and cell.count('"') % 2 == 0
            else cell
        )
        for cell in line.split("\t")
    ]


def _header_width(line: str) -> int:
    cells = line.split("\t")
    return len(cells) if len(cells) > 1 and labels_in(cells) else 0


def _is_broken(cells: list[str], width: int) -> bool:
    """Whether a numbered row ends before its last column."""
    return 1 < len(cells) < width and read_serial(cells[0]) is not None


def _begins_a_row(cells: list[str]) -> bool:
    return len(cells) > 1 and read_serial(cells[0]) is not None
