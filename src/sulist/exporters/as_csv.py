"""CSV that Excel opens rightly: with a byte order mark, and no cell that it would compute."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from sulist.answer import Answer


def render(answer: Answer, stream: TextIO, width: int | None) -> None:
    """Writes the answer's records."""
    table = answer.records()
    if (stream.encoding or "utf-8").lower().replace("-", "") == "utf8":
        stream.write("\ufeff")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([column.title for column in table.columns])
    writer.writerows([_disarmed(cell) for cell in row] for row in table.rows)


def _disarmed(cell: str) -> str:
    """A cell that a spreadsheet shows and never runs; a plain negative number stays one."""
    armed = cell[:1] in ("=", "+", "-", "@", "\t", "\r") and not cell[1:].isdigit()
    return "'" + cell if armed else cell
