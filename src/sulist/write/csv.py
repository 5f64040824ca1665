"""CSV that Excel opens rightly: with a byte order mark, and no cell that it would compute."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, TextIO

from sulist.write.screen.blocks import NONE, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

# What makes a spreadsheet compute a cell, also full-width, as Chinese and Japanese ones take it.
_ARMED = tuple("=+-@＝＋－＠\t\r\n")
_SIGNED = "[+-][0-9]+"


def render(records: Table, stream: TextIO, width: int | None) -> None:
    """Writes a table."""
    if (stream.encoding or "utf-8").lower().replace("-", "") == "utf8":
        stream.write("\ufeff")
    csv.writer(stream, lineterminator="\r\n").writerows(_rows(records))


def _rows(table: Table) -> Iterator[list[str]]:
    """The titles and the cells that are data: no pictures, and numbers as numbers."""
    kept = [at for at, column in enumerate(table.columns) if not column.picture]
    numbers = {at for at in kept if table.columns[at].right}
    yield [_disarmed(table.columns[at].title) for at in kept]
    for row in table.rows:
        yield ["0" if at in numbers and row[at] == NONE else _disarmed(row[at]) for at in kept]


def _disarmed(cell: str) -> str:
    """A cell that a spreadsheet shows and never runs; a plain number with its sign stays one."""
    armed = cell[:1] in _ARMED and not re.fullmatch(_SIGNED, cell)
    return "'" + cell if armed else cell
