"""How wide each column of a list is on paper, and on which page: as its rows are lowest."""

from __future__ import annotations

import re
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from sulist.base.typeset import width
from sulist.write.paper import styles
from sulist.write.paper.docx import PaperColumn
from sulist.write.paper.styles import LANDSCAPE, PORTRAIT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sulist.listfile.item import PrintedColumn, WorkItem
    from sulist.listfile.printing import Printing
    from sulist.write.paper.styles import PageForm

_EDGES = 2.4  # mm beside a cell's text
# The pages and sizes of type in their order: whether it is the smaller one, and a character in mm.
_SIZES = (
    (PORTRAIT, False, 4.24),
    (LANDSCAPE, False, 4.24),
    (PORTRAIT, True, 3.71),
    (LANDSCAPE, True, 3.71),
)
_MOST_PAGES = 3  # of a list in the larger type
_TITLE = 55  # mm of the first page
# The fewest and the most characters that a column begins with, by its role, and what parts its cells
# into pieces that should not be broken.
_NARROW = {
    "serial": (2, 3, ""),
    "category": (2, 4, ""),
    "lead": (4, 6, "[、，；]"),
    "responsible": (8, 8, "[、，；]"),
    "deadline": (4.5, 5, "[，；]"),
    "leader": (3, 5, r"[、，；（\s]"),
    "person": (3, 7.5, r"[、，；（\s]"),
}
# Of units in the smaller type, which a long list has: their names may take a line more.
_NARROWER = {"lead": 4, "responsible": 6}
_LEAST_TEXT, _LEAST = 9, 6  # characters of a column of sentences, where they are so long
_OF_A_NUMBER = 1.6  # characters more for a telephone: digits are wider in some fonts
_LEFT = frozenset({"responsible", "other"})
_MOST_ROWS = 200  # that are looked at, spread over the list
_STEPS = (1, 2, 3, 4)  # characters by which a column may grow at a time


class Layout(NamedTuple):
    """The columns of a table, the page that they fit on, and whether the type is the smaller one."""

    columns: tuple[PaperColumn, ...]
    page: PageForm
    small: bool


def laid_out(printing: Printing, items: Sequence[WorkItem]) -> Layout:
    """The columns as their cells need them, upright where there is room, else across; of a long list in smaller type.

    The columns of the standard list are as narrow as most of their cells allow, and the text has the rest.
    """
    columns = printing.columns
    cells = [[item.cell(column) for item in items] for column in columns]
    sizes, step = _sizes(cells)
    found: list[tuple[float, Layout]] = []
    for page, small, size in _SIZES:
        least = [_least(column, each, small) for column, each in zip(columns, cells, strict=True)]
        room = (page.width - len(columns) * _EDGES) / size
        if sum(least) > room:
            if found or (page, small, size) != _SIZES[-1]:
                continue
            widths = [one * room / sum(least) for one in least]
        else:
            widths = least if printing.standard else _lowest(least, sizes, room)
            text = [column.role for column in columns].index("text")
            widths[text] += room - sum(widths)
        made = [
            PaperColumn(column.heading, _EDGES + characters * size, _align(column.role))
            for column, characters in zip(columns, widths, strict=True)
        ]
        pages = _pages(sizes, widths, step, page, styles.row_height(small))
        found.append((pages, Layout(tuple(made), page, small)))
        if pages <= _MOST_PAGES:
            return found[-1][1]
    return min(found, key=lambda one: ceil(one[0]))[1]


def _pages(
    sizes: list[list[list[float]]],
    widths: list[float],
    step: int,
    page: PageForm,
    heights: tuple[float, float],
) -> float:
    """About how many pages the rows take, none of them on two."""
    line, edges = heights
    lines = zip(*(_lines(each, one) for each, one in zip(sizes, widths, strict=True)), strict=True)
    rows: list[float] = [max(each) * line + edges for each in lines]
    total = sum(rows)
    unused = total / (len(rows) or 1) / 2
    return (_TITLE + step * total) / (page.height - line - edges - unused)


def _align(role: str) -> str:
    if role == "text":
        return "both"
    return "left" if role in _LEFT else "center"


def _least(column: PrintedColumn, cells: Sequence[str], small: bool) -> float:
    """The characters that a line of a column has to have."""
    heading = ceil(width(column.heading) / 4)  # in two lines
    if column.role not in _NARROW:
        longest = max((_room(line) for cell in cells for line in cell.split("\n")), default=0)
        return max(heading, 2, min(longest, _LEAST_TEXT if column.role == "text" else _LEAST))
    if small and column.role in _NARROWER:
        return max(heading, _NARROWER[column.role])
    least, most, parted = _NARROW[column.role]
    pieces = (piece for cell in cells for piece in (re.split(parted, cell) if parted else (cell,)))
    longest = max(map(_piece, pieces), default=4)
    return max(heading, min(max(longest, least), most))


def _piece(text: str) -> float:
    return _room(text) + (_OF_A_NUMBER if re.search(r"\d{7}", text) else 0)


def _room(text: str) -> float:
    return width(text) / 2


def _sizes(cells: list[list[str]]) -> tuple[list[list[list[float]]], int]:
    """How long the lines of each cell are, by column, and of each how many-th row that is told."""
    step = max(1, len(cells[0]) // _MOST_ROWS)
    sizes = [
        [[_room(line) for line in cell.split("\n")] for cell in each[::step]] for each in cells
    ]
    return sizes, step


def _lowest(least: list[float], sizes: list[list[list[float]]], room: float) -> list[float]:
    """The widths with which the rows are lowest: what is left goes where it saves the most lines, again and again."""
    widths = list(least)
    lines = [_lines(each, one) for each, one in zip(sizes, widths, strict=True)]
    while True:
        left = room - sum(widths)
        total = sum(map(max, zip(*lines, strict=True)))
        best: tuple[float, int, float] = (0, 0, 0)
        for at, each in enumerate(sizes):
            for step in _STEPS:
                if step <= left:
                    tried = [*lines[:at], _lines(each, widths[at] + step), *lines[at + 1 :]]
                    saved = total - sum(map(max, zip(*tried, strict=True)))
                    best = max(best, (saved / step, at, step))
        if best[0] <= 0:
            return widths
        _saved, at, grown = best
        widths[at] += grown
        lines[at] = _lines(sizes[at], widths[at])


def _lines(cells: list[list[float]], characters: float) -> list[int]:
    """How many lines each cell of a column takes."""
    return [sum(max(1, ceil(line / characters)) for line in cell) for cell in cells]
