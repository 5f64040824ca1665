"""Pages on a terminal, or as text in a pipe. The only importer of rich.

Lines are broken here by the rules of Chinese typesetting, before rich sees them, since its own
folding would begin a line with ， or cut 220KV in two. Tables are laid out here too: a table of
rich measures by rules of its own, which change, and cuts off the end of a row that it finds too
wide, as one with a flag in it. Text reaches rich as Text, never as markup.
"""

from __future__ import annotations

from io import StringIO
from itertools import zip_longest
from typing import TYPE_CHECKING, TextIO

from rich.console import Console
from rich.text import Text

from sulist.base.i18n import _
from sulist.base.showing import printable
from sulist.base.typeset import pad, wrap
from sulist.base.typeset import width as cells
from sulist.write.screen.blocks import Beside, Lines, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.write.screen.blocks import Page

# Colours that can be read on a light and on a dark screen.
_TITLE = "bold bright_blue"
_TONES = {"late": "red", "near": "dark_goldenrod", "well": "green", "closed": "blue"}
_NARROW = 16  # what may be wrapped gives way down to this first
_NARROWER = 8  # then further, so that what belongs on one line stays there
_NARROWEST = 6  # then everything, to this
_GAP = 2
_MIDDLE = 4
_ENDLESS = 100_000


def render(page: Page, stream: TextIO, width: int | None) -> None:
    """Writes a page, ``width`` columns wide; None: every row on one line."""
    room = width or _ENDLESS
    screen = stream.isatty()
    # A console that knew of less room would cut what is too wide,
    # and of a dumb terminal rich believes a width only together with a height.
    console = Console(
        file=stream if screen else StringIO(), width=_ENDLESS, height=_ENDLESS, highlight=False
    )
    parts: list[Text] = [_text(page.title, room, "bold")] if page.title else []
    for block in page.blocks:
        parts += [Text(), *_block(block, room)] if parts else _block(block, room)
    if page.notes:
        parts += [Text(), *(_text(note, room, "dim") for note in page.notes)]
    for part in parts:
        console.print(part, no_wrap=True, overflow="ignore", crop=False)
    if isinstance(console.file, StringIO):
        stream.writelines(line.rstrip() + "\n" for line in console.file.getvalue().splitlines())


def _block(block: Table | Lines | Beside, room: int) -> list[Text]:
    if isinstance(block, Beside):
        return _beside(block, room)
    title = [_text(block.title, room, _TITLE)] if block.title else []
    if isinstance(block, Table):
        return [*title, _table(block, room)]
    return [*title, *(_text(line, room, "") for line in block.lines)]


def _beside(block: Beside, room: int) -> list[Text]:
    """Both columns if the left one can give way enough, else one below the other."""
    right = max(map(_natural_width, block.right))
    left = room - right - _MIDDLE
    if room == _ENDLESS or left < max(map(_least_width, block.left)):
        return _column((*block.left, *block.right), room)
    columns = (_lines(_column(block.left, left)), _lines(_column(block.right, right)))
    lines = []
    for first, second in zip_longest(*columns, fillvalue=Text()):
        line = first.copy()
        line.append(" " * (left - cells(first.plain) + _MIDDLE)).append_text(second)
        lines.append(line)
    return [Text("\n").join(lines)]


def _lines(parts: list[Text]) -> list[Text]:
    return [line for part in parts for line in part.split("\n", allow_blank=True) or [Text()]]


def _column(blocks: tuple[Table | Lines, ...], room: int) -> list[Text]:
    parts: list[Text] = []
    for block in blocks:
        parts += [Text(), *_block(block, room)] if parts else _block(block, room)
    return parts


def _text(text: str, room: int, style: str) -> Text:
    return Text("\n".join(wrap(printable(text), room)), style)


def _table(table: Table, room: int) -> Text:
    """The titles, a line under them, and the rows."""
    widths = _widths(table, room)
    if _total(widths) > room:
        return _stacked(table, room)
    titles = tuple(column.title for column in table.columns)
    rows = [_row(table, titles, widths, "bold", "bold"), Text("─" * _total(widths))]
    tones = table.tones or ("",) * len(table.rows)
    for row, tone in zip(table.rows, tones, strict=True):
        rows.append(_row(table, row, widths, "", _TONES.get(tone, "")))
    return Text("\n").join(rows)


def _stacked(table: Table, room: int) -> Text:
    """Rows as blocks of lines, a line a cell, where there is no room for the columns."""
    text = Text()
    tones = table.tones or ("",) * len(table.rows)
    for row, tone in zip(table.rows, tones, strict=True):
        for at, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
            shown = _("{label}: {text}").format(label=column.title, text=" ".join(cell.split("\n")))
            style = _TONES.get(tone, "") if at == table.toned % len(row) else ""
            text.append("\n".join(wrap(printable(shown), room)) + "\n", style)
        text.append("\n")
    text.right_crop(2)
    return text


def _row(
    table: Table, cells_of_row: tuple[str, ...], widths: list[int], style: str, tone: str
) -> Text:
    """The lines of a row; ``tone`` is the style of the cell that shows it."""
    columns = [wrap(printable(cell), room) for cell, room in zip(cells_of_row, widths, strict=True)]
    text = Text(style=style)
    for number in range(max(map(len, columns))):
        for at, lines in enumerate(columns):
            line = lines[number] if number < len(lines) else ""
            padded = pad(line, widths[at], right=table.columns[at].right)
            text.append(padded, tone if at == table.toned % len(columns) else "")
            text.append(" " * _GAP if at < len(columns) - 1 else "\n")
    text.right_crop()
    return text


def _total(widths: list[int]) -> int:
    return sum(widths) + _GAP * (len(widths) - 1)


def _titles_and_cells(table: Table) -> Iterator[tuple[str, ...]]:
    yield tuple(column.title for column in table.columns)
    yield from table.rows


def _full_widths(table: Table) -> list[int]:
    return [
        max(cells(line) for cell in column for line in printable(cell).split("\n"))
        for column in zip(*_titles_and_cells(table), strict=True)
    ]


def _natural_width(block: Table | Lines) -> int:
    """The columns that a block takes where nothing is wrapped."""
    if isinstance(block, Table):
        return _total(_full_widths(block))
    return max(map(cells, (block.title, *block.lines)))


def _least_width(block: Table | Lines) -> int:
    """The columns that a block needs where everything is wrapped that may be."""
    if isinstance(block, Lines):
        return _natural_width(block)
    widths = [
        full if column.fixed else min(full, _NARROW)
        for column, full in zip(block.columns, _full_widths(block), strict=True)
    ]
    return _total(widths)


def _widths(table: Table, room: int) -> list[int]:
    """As wide as the cells are; where that is too wide, what can be wrapped gives way."""
    widths = _full_widths(table)
    over = _total(widths) - room
    flexible = [at for at, column in enumerate(table.columns) if not column.fixed]
    for group, least in (
        (flexible, _NARROW),
        (flexible, _NARROWER),
        (range(len(widths)), _NARROWEST),
    ):
        while over > 0 and (
            wide := [at for at in group if widths[at] > max(least, table.columns[at].least)]
        ):
            widest = max(wide, key=lambda at: widths[at])
            widths[widest] -= 1
            over -= 1
    return widths
