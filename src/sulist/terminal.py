"""Pages on a terminal, or as text in a pipe. The only importer of rich.

Lines are broken here by the rules of Chinese typesetting, before rich sees them, since its own
folding would begin a line with ， or cut 220KV in two. Text reaches rich as Text, never as markup.
"""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, TextIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from sulist.text import printable
from sulist.typeset import width as cells
from sulist.typeset import wrap
from sulist.view import Lines, Table

if TYPE_CHECKING:
    from sulist.exporters import Answer

_TONES = {"late": "red", "near": "yellow"}
_NARROWEST = 16
_GAP = 2
_ENDLESS = 100_000


def render(answer: Answer, stream: TextIO, width: int | None) -> None:
    """Writes the answer's page, ``width`` columns wide; None: every row on one line."""
    page = answer.page()
    room = width or _ENDLESS
    console = Console(file=StringIO() if width is None else stream, width=room, highlight=False)
    if page.title:
        _lines(console, page.title, room, "bold")
    for block in page.blocks:
        if isinstance(block, Table):
            _table(console, block, room)
        else:
            _text(console, block, room)
    if page.notes:
        console.print()
    for note in page.notes:
        _lines(console, note, room, "dim")
    if isinstance(console.file, StringIO):
        stream.writelines(line.rstrip() + "\n" for line in console.file.getvalue().splitlines())


def _text(console: Console, block: Lines, room: int) -> None:
    console.print()
    if block.title:
        _lines(console, block.title, room, "bold cyan")
    for line in block.lines:
        _lines(console, line, room, "")


def _lines(console: Console, text: str, room: int, style: str) -> None:
    for line in wrap(printable(text), room):
        console.print(Text(line, style), no_wrap=True, overflow="ignore", crop=False)


def _table(console: Console, table: Table, room: int) -> None:
    console.print()
    if table.title:
        _lines(console, table.title, room, "bold cyan")
    widths = _widths(table, room)
    shown = RichTable(
        box=SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold", collapse_padding=True
    )
    for column, columns in zip(table.columns, widths, strict=True):
        title = "\n".join(wrap(printable(column.title), columns))
        shown.add_column(
            Text(title, "bold"),
            width=columns,
            no_wrap=True,
            overflow="ignore",
            justify="right" if column.right else "left",
        )
    tones = table.tones or ("",) * len(table.rows)
    last = len(table.columns) - 1
    for row, tone in zip(table.rows, tones, strict=True):
        texts = [
            Text(
                "\n".join(wrap(printable(cell), columns)),
                _TONES.get(tone, "") if at == last else "",
            )
            for at, (cell, columns) in enumerate(zip(row, widths, strict=True))
        ]
        shown.add_row(*texts)
    console.print(shown)


def _widths(table: Table, room: int) -> list[int]:
    """As wide as the cells are; where that is too wide, what can be wrapped gives way."""
    widths = [
        max(cells(printable(cell)) for cell in (column.title, *(row[at] for row in table.rows)))
        for at, column in enumerate(table.columns)
    ]
    over = sum(widths) + _GAP * (len(widths) - 1) - room
    flexible = [at for at, column in enumerate(table.columns) if not column.fixed]
    for group in (flexible, list(range(len(widths)))):
        while over > 0 and (wide := [at for at in group if widths[at] > _NARROWEST]):
            widest = max(wide, key=lambda at: widths[at])
            widths[widest] -= 1
            over -= 1
    return widths
