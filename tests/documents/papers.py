"""What the tests of papers share: the year of the example, a docx made of it, and what is in one."""

from __future__ import annotations

from datetime import date
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from conftest import ITEMS, ROOT
from docx import Document

from sulist.asking.query import Query
from sulist.journal.journal import read
from sulist.listfile.worklist import load
from sulist.standing.tracking import Progress
from sulist.write.documents import build

if TYPE_CHECKING:
    from sulist.journal.journal import Journal
    from sulist.listfile.worklist import WorkList

PAPERS = ("list", "report", "letters")
WHOLE = Query()
Rows = list[list[str]]


@cache
def the_list() -> WorkList:
    """The list of 2021."""
    return load(str(ITEMS))


@cache
def the_year() -> Journal:
    """The invented year of reports on it."""
    return read(str(ROOT / "examples" / "2021" / "progress.yaml"), the_list())


def day(text: str) -> date:
    """A day of 2021, written 06-30, or any, written whole."""
    return date.fromisoformat(text if len(text) > 5 else f"2021-{text}")


def known(as_of: str, known_by: str | None = None) -> Progress:
    """The progress of the example on a day."""
    return Progress(the_list(), the_year(), day(as_of), day(known_by) if known_by else None)


def made(kind: str, as_of: str = "09-30", query: Query = WHOLE, **more: Any) -> bytes:
    """A paper of the example."""
    progress = more.pop("progress", known(as_of))
    return build(kind, the_list(), query, day(as_of), progress, **more)


def opened(data: bytes) -> Any:
    """A docx as python-docx, which no one here wrote, reads it."""
    return Document(BytesIO(data))


def tables(data: bytes) -> list[Rows]:
    """The cells of each table; a row that is one cell is a list of one text."""
    return [
        [[cell.text for cell in _distinct(row.cells)] for row in table.rows]
        for table in opened(data).tables
    ]


def _distinct(cells: Any) -> list[Any]:
    return [cell for at, cell in enumerate(cells) if at == 0 or cell._tc is not cells[at - 1]._tc]


def paragraphs(data: bytes) -> list[str]:
    """The text outside tables, a text a paragraph, without free lines."""
    return [one.text for one in opened(data).paragraphs if one.text]
