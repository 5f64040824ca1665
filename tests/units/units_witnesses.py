"""The cells that prove the words of the grammar of units: without the word, the cell reads otherwise.

``witnesses.tsv`` has a line for each word of each table: the table, the word, a cell, and where the cell
stands (a paper, a law, a newspaper, a repository). ``COMPOSED`` ones were written for the purpose.
A table of a module other than ``vocabulary`` is named with it, as in ``gate._DUTIES``; ⏎ is a line break.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

COMPOSED = "composed"


class Witness(NamedTuple):
    """A word of a table, a cell that needs it, and where the cell was met."""

    table: str
    word: str
    cell: str
    source: str


def _read(line: str) -> Witness:
    table, word, cell, source = line.split("\t")
    return Witness(table, word, cell.replace("⏎", "\n"), source)


WITNESSES = tuple(
    map(_read, Path(__file__).with_name("witnesses.tsv").read_text("utf-8").splitlines())
)
TABLES = tuple(dict.fromkeys(one.table for one in WITNESSES))
