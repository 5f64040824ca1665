"""Tables whose columns are kept apart by spaces."""

from __future__ import annotations

import re
from itertools import pairwise

from sulist.base.typeset import width
from sulist.importers.grid import Grid, GridCell, GridRow, as_seen, paragraph
from sulist.importers.headers import labels_in
from sulist.importers.headings import read_heading, read_total
from sulist.importers.labels import meaning
from sulist.importers.read.where import at_cell, at_line

_RULE = re.compile(r"[\s\-─—=_]+")


class _GrowingRow:
    """The lines of one row while it grows."""

    def __init__(self) -> None:
        self.texts: list[list[str]] = []
        self.number = 0

    def add(self, cells: list[str], number: int) -> None:
        """Puts each cell of a line below those before it."""
        if not self.texts:
            self.texts, self.number = [[] for _cell in cells], number
        for texts, cell in zip(self.texts, cells, strict=True):
            texts += [cell] if cell else []

    def take(self) -> list[GridRow]:
        """The finished row, if there is one; the next begins empty."""
        texts, self.texts = self.texts, []
        place = at_line(self.number)
        cells = [
            GridCell(as_seen("\n".join(one)), place + at_cell(at))
            for at, one in enumerate(texts, 1)
        ]
        return [GridRow(tuple(cells), 1)] if cells else []


def read(lines: list[str]) -> Grid | None:
    """The grid of such a text, where a serial begins each row; None for any other."""
    start = next((at for at, line in enumerate(lines) if _is_header(line)), None)
    if start is None:
        return None
    header = _segments(lines[start])
    gutters = _gutters(lines[start:], [(begin, end) for _text, begin, end in header])
    if gutters is None or (meaning(header[0][0]) or ("",))[0] != "serial":
        return None
    rows = [
        paragraph(line, at_line(at)) for at, line in enumerate(lines[:start], 1) if line.strip()
    ]
    current = _GrowingRow()
    for number, line in enumerate(lines[start:], start + 1):
        if not line.strip() or _RULE.fullmatch(line):
            rows += current.take()
        elif _spans_columns(line, gutters):
            rows += [*current.take(), paragraph(line, at_line(number))]
        else:
            cells = _cut(line, gutters)
            if cells[0]:
                rows += current.take()
            current.add(cells, number)
    return Grid((*rows, *current.take()), wraps=True)


def _segments(line: str) -> list[tuple[str, int, int]]:
    found = []
    for match in re.finditer(r"[^ \u3000\t]+(?:[ ][^ \u3000\t]+)*", line):
        begin = width(line[: match.start()])
        found.append((match.group(), begin, begin + width(match.group())))
    return found


def _is_header(line: str) -> bool:
    cells = [text for text, _begin, _end in _segments(line)]
    return len(cells) >= 3 and labels_in(cells) is not None and all(map(meaning, cells))


def _spans_columns(line: str, gutters: list[int]) -> bool:
    """Whether a line runs through a gutter, or is a heading: then it is no row of the table."""
    text = line.strip()
    if read_heading(text) or read_total(text):
        return True
    return any(begin < gutter < end for _text, begin, end in _segments(line) for gutter in gutters)


def _gutters(body: list[str], spans: list[tuple[int, int]]) -> list[int] | None:
    """A place between each two columns where no row has a letter; None where there is none."""
    rows = [_segments(line) for line in body if line.strip() and not read_heading(line.strip())]
    rows = [row for row in rows if len(row) > 1 or (row and row[0][1] >= spans[1][0])]
    gutters = []
    for (first_begin, end), (begin, last_end) in pairwise(spans):
        free = [
            place
            for place in range(first_begin + 1, last_end)
            if not any(first < place < last for row in rows for _text, first, last in row)
        ]
        between = [place for place in free if end <= place <= begin]
        near = between or free
        if not near:
            return None
        gutters.append(near[-1] if between else near[len(near) // 2])
    return gutters


def _cut(line: str, gutters: list[int]) -> list[str]:
    cells = [""] * (len(gutters) + 1)
    for text, begin, _end in _segments(line):
        at = sum(begin >= gutter for gutter in gutters)
        cells[at] = f"{cells[at]} {text}" if cells[at] else text
    return cells
