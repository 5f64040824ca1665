"""Ways for the tests to make a document of each kind, and to import it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sulist.importers.importing import import_job
from sulist.importers.read.sniff import read_bytes
from sulist.importers.understand.recognise import Stated
from sulist.sandbox import Document

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sulist.importers.importing import Imported

Rows = list[tuple[str, str, str, str, str]]


def imported(
    *files: Path,
    title: str = "",
    region: str = "",
    year: int = 0,
    columns: tuple[tuple[str, str], ...] = (),
) -> Imported:
    """What an import makes of documents."""
    documents = [Document(str(file), read_bytes(str(file))) for file in files]
    return import_job(documents, len(documents), Stated(title, region, year, columns), Unwatched())


class Unwatched:
    """Hears how far the work is, and has no use for it."""

    def begins(self, name: str) -> None:
        """A document begins."""

    def ends(self) -> None:
        """All are read."""

    def progress(self, done: int, of: int) -> None:
        """So much is done."""


def rows(made: Imported) -> Rows:
    """The id and the four cells of each item."""
    return [(one.id, one.text, one.lead, one.responsible, one.deadline) for one in made.draft.items]


def categories(made: Imported) -> list[tuple[int | None, str, int | None]]:
    """Each category's number, title and printed count."""
    return [(one.number, one.title, one.count) for one in made.draft.categories]


def doubts(made: Imported) -> list[tuple[str, str]]:
    """The item that each doubt is about, and what was read."""
    return [(one.item.id if one.item else "", one.read) for one in made.draft.doubts]


def notes(made: Imported) -> list[list[str]]:
    """What is kept beside each item: its further cells, and its comments."""
    return [
        [*(f"{heading}：{cell}" for heading, cell in one.more.items() if cell), *one.notes]
        for one in made.draft.items
    ]


def errors(made: Imported) -> list[str]:
    """What check calls an error in the file."""
    return [str(one) for one in made.problems if one.level == "error"]


def unused(made: Imported) -> list[str]:
    """The texts that went nowhere."""
    return [one.text for one in made.draft.unused]


def word(
    file: Path,
    *blocks: str | Sequence[Sequence[str]],
    merges: Sequence[tuple[int, int, int, int]] = (),
) -> Path:
    """A Word document of paragraphs and tables; merges are (top, left, bottom, right) of every table."""
    from docx import Document

    document: Any = Document()
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(rows=len(block), cols=max(map(len, block)))
        for line, cells in zip(table.rows, block, strict=True):
            for cell, text in zip(line.cells, cells, strict=False):
                first, *more = text.split("\n")
                cell.text = first
                for paragraph in more:
                    cell.add_paragraph(paragraph)
        for top, left, bottom, right in merges:
            if bottom < len(block):
                table.cell(top, left).merge(table.cell(bottom, right))
    document.save(str(file))
    return file


def workbook(file: Path, lines: Sequence[Sequence[object]], merges: Sequence[str] = ()) -> Path:
    """A workbook of one sheet."""
    from openpyxl import Workbook

    book: Any = Workbook()
    sheet = book.active
    sheet.title = "清单"
    for line in lines:
        sheet.append(list(line))
    for area in merges:
        sheet.merge_cells(area)
    book.save(file)
    return file


def text(file: Path, written: str, encoding: str = "utf-8") -> Path:
    """A text file."""
    file.write_bytes(written.encode(encoding))
    return file
