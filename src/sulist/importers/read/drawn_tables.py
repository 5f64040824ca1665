"""Tables drawn with characters: │ ─, + | -, and Markdown's."""

from __future__ import annotations

import re

from sulist.base.typeset import width
from sulist.importers.grid import Grid, GridCell, GridRow, as_seen, paragraph
from sulist.importers.headers import labels_in
from sulist.importers.read.where import at_cell, at_line

_BAR = "│┃║|｜┆┊╎"
_RULE = re.compile(
    r"^[\s─━═┄┈╌\-=+:┌┍┎┏┐┑┒┓└┕┖┗┘┙┚┛├┝┞┟┠┡┢┣┤┥┦┧┨┩┪┫┬┭┮┯┰┱┲┳┴┵┶┷┸┹┺┻┼┽┾┿╀╁╂╃╄╅╆╇╈╉╊╋╔╗╚╝╠╣╦╩╬╟╢╤╧╪╫|│┃║]*$"
)
_JOINT = "├┝┠┣┤┥┨┫┼┿╂╋╟╢╪╬╠╣+"
_DASH = re.compile("[─━═┄┈╌-]{2,}")
_SPLIT = re.compile(f"[{_BAR}{_JOINT}]")


class _Box:
    """A cell of a box while it grows."""

    __slots__ = ("across", "line", "lines", "rows")

    def __init__(self, line: int, across: int = 1) -> None:
        self.line = line
        self.across = across
        self.lines: list[str] = []
        self.rows = 0


def read(lines: list[str]) -> Grid | None:
    """A table drawn with │ ─ or | -; a rule that stops at a column shows a merge there."""
    drawn = [at for at, line in enumerate(lines) if _is_drawn(line)]
    if len(drawn) < 2 or not any(labels_in(_pieces(lines[at])) for at in drawn):
        return None
    rows: list[GridRow] = []
    block: list[tuple[int, str]] = []
    table = 0
    for number, line in enumerate([*lines, ""], 1):
        if _is_drawn(line) or (line.strip() and _RULE.match(line)):
            block.append((number, line))
            continue
        if block:
            table += 1
            made = _read_box(block, table)
            if made is None:
                return None
            rows += made
            block = []
        if line.strip():
            rows.append(paragraph(line, at_line(number)))
    return Grid(tuple(rows), wraps=True)


def _is_drawn(line: str) -> bool:
    return sum(line.count(bar) for bar in _BAR) >= 2


def _pieces(line: str) -> list[str]:
    stripped = line.strip()
    return [piece.strip() for piece in _SPLIT.split(stripped)[1:-1]] if stripped else []


def _read_box(block: list[tuple[int, str]], table: int) -> list[GridRow] | None:
    columns = max(len(_pieces(line)) for _number, line in block)
    edges = next(_edges(line) for _number, line in block if len(_pieces(line)) == columns)
    ruled = sum(bool(_RULE.match(line)) for _number, line in block) > 3
    grid: list[list[_Box]] = []
    open_row: list[_Box] = []
    for number, line in block:
        if _RULE.match(line) and not _has_gap(line):
            _close(open_row, grid)
            open_row = []
            continue
        cells = _spread(line, columns, edges)
        if cells is None:
            return None
        if any(_DASH.fullmatch(text) for text, _across in cells):
            open_row = _step(open_row, cells, grid, number)
            continue
        if open_row and not ruled and (cells[0][0] or not cells[0][1]):
            _close(open_row, grid)
            open_row = []
        open_row = open_row or _new_row(cells, number)
        if len(cells) != len(open_row):
            return None
        for box, (text, _across) in zip(open_row, cells, strict=True):
            box.lines.append(text)
    _close(open_row, grid)
    return [_finished(boxes, table, columns, at, grid) for at, boxes in enumerate(grid)]


def _has_gap(line: str) -> bool:
    """Whether a rule leaves a column open: │    ├───┤."""
    return any(not piece for piece in _pieces(line)) and bool(_DASH.search(line))


def _new_row(cells: list[tuple[str, int]], number: int) -> list[_Box]:
    return [_Box(number, across) for _text, across in cells]


def _close(row: list[_Box], grid: list[list[_Box]]) -> None:
    if row:
        grid.append(row)


def _step(
    row: list[_Box], cells: list[tuple[str, int]], grid: list[list[_Box]], number: int
) -> list[_Box]:
    """A rule under some columns: those begin anew, the others go on."""
    if len(row) != len(cells):
        return row
    _close(row, grid)
    below = []
    for box, (text, across) in zip(row, cells, strict=True):
        if _DASH.fullmatch(text):
            below.append(_Box(number + 1, across))
        else:
            box.lines.append(text)
            below.append(box)
    return below


def _edges(line: str) -> list[int]:
    places, column = [], 0
    for letter in line.rstrip():
        if letter in _BAR or letter in _JOINT:
            places.append(column)
        column += width(letter)
    return places


def _spread(line: str, columns: int, edges: list[int]) -> list[tuple[str, int]] | None:
    """The texts of a line, each with the columns it covers; None where the bars do not fit."""
    pieces = _pieces(line)
    if len(pieces) == columns:
        return [(piece, 1) for piece in pieces]
    if len(pieces) == 1:
        return [(pieces[0], columns)]
    places = _edges(line)
    if not set(places) <= set(edges):
        return None
    at = [edges.index(place) for place in places]
    return [(piece, end - start) for piece, start, end in zip(pieces, at, at[1:], strict=False)]


def _finished(
    boxes: list[_Box], table: int, columns: int, at: int, grid: list[list[_Box]]
) -> GridRow:
    cells: list[GridCell] = []
    above = grid[at - 1] if at else []
    for box in boxes:
        text = as_seen("\n".join(line for line in box.lines if line))
        merged = "down" if box in above else ""
        for step in range(box.across):
            place = at_line(box.line) + at_cell(len(cells) + 1)
            cells.append(
                GridCell(text, place, "across" if step else merged, 1 if step else box.across)
            )
    return GridRow(tuple(cells[:columns]), table)
