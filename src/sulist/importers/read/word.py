"""Word documents, by python-docx: paragraphs and tables in their order, merges, automatic numbers."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.oxml.ns import qn

from sulist.base.i18n import _
from sulist.importers.grid import Grid, GridRow, Remark, bounded, laid_out, paragraph
from sulist.importers.read.parts import as_usual
from sulist.importers.read.sniff import damaged
from sulist.importers.read.unseen import HIDDEN, STRUCK, Unshown
from sulist.importers.read.word_beside import beside
from sulist.importers.read.word_faces import Faces
from sulist.importers.read.word_numbers import Numbering
from sulist.importers.read.word_runs import Runs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.importers.grid import ReadShare
    from sulist.importers.read.word_faces import Face

_ROW = re.compile(rb"<\w+:tr[ >]")
_PARAGRAPHS = re.compile(rb"<\w+:p[ >]")
_PARAGRAPH, _TABLE, _TR, _TC = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_WITHIN = {
    qn(f"w:{name}") for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")
}
_TRACKED = tuple(qn(f"w:{name}") for name in ("del", "ins", "moveFrom", "moveTo"))
_BOX, _CHOICE, _FALLBACK = (
    qn("w:txbxContent"),
    *(
        f"{{http://schemas.openxmlformats.org/markup-compatibility/2006}}{name}"
        for name in ("Choice", "Fallback")
    ),
)
_MOST_IN_A_LAYOUT = 2  # columns of a table that lays out others
_DEEPEST = 8  # tables inside tables


def read(data: bytes, name: str, progress: ReadShare) -> Grid:
    """The grid of a .docx file, as it reads when every tracked change is accepted.

    Raises:
        FileError: python-docx cannot open it.
    """
    data = as_usual(data)
    _examine(data)
    try:
        document = Document(BytesIO(data))
        body = document.element.body
        numbering, faces = Numbering(document), Faces(document)
        runs = Runs(document, faces.of_style)
        printed = beside(document, runs.of)
    except Exception as error:  # the package raises whatever its parts raise
        raise damaged(name) from error
    grid = _Body(numbering, faces, runs, progress).read(body)
    return grid._replace(beside=(*printed, *grid.beside))


def _examine(data: bytes) -> None:
    """Bounds a document before all of it is held in memory."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        xml = package.read("word/document.xml")
    bounded(len(_ROW.findall(xml)), len(_PARAGRAPHS.findall(xml)))


class _Body:
    """Walks the body once; the elements are read directly, since a row's cells cost a search each."""

    def __init__(self, numbering: Numbering, faces: Faces, runs: Runs, progress: ReadShare) -> None:
        self.numbering = numbering
        self.faces = faces
        self.runs = runs
        self.left_out = Unshown()
        self.face: Face | None = None  # of the paragraph above, where it is a title's
        self.titles = 0
        self.progress = progress
        self.rows: list[GridRow] = []
        self.remarks: list[Remark] = []
        self.tables = 0
        self.paragraphs = 0

    def read(self, body: Any) -> Grid:
        if next(body.iter(*_TRACKED), None) is not None:
            self.remarks.append(
                Remark(
                    "",
                    _("the document has tracked changes, read as accepted"),
                    _("One that is to be rejected reads otherwise: settle them in Word first."),
                )
            )
        blocks = list(_blocks(body))
        for at, block in enumerate(blocks, 1):
            self._block(block, 0)
            if at % 100 == 0:
                self.progress(at, len(blocks))
        self.progress(1, 1)
        return Grid(
            tuple(self.rows),
            (*self.remarks, *self.left_out.remarks()),
            beside=tuple(self.left_out.in_full()),
        )

    def _block(self, block: Any, depth: int) -> None:
        """A paragraph or table, and what stands in its text boxes below it."""
        if block.tag == _TABLE and depth < _DEEPEST and _is_layout(block):
            for row in _rows(block):
                for cell in _cells(row):
                    for inner in _blocks(cell):
                        self._block(inner, depth + 1)
        elif block.tag == _TABLE:
            self._table(block)
            self.face = None
        else:
            self._paragraph(block)
            bounded(self.paragraphs, 0)
            for box in _boxes(block) if depth < _DEEPEST else ():
                for inner in _blocks(box):
                    self._block(inner, depth + 1)

    def _paragraph(self, block: Any) -> None:
        text = self._text(block, _("paragraph {n}").format(n=self.paragraphs + 1))
        before, self.face = self.face, self.faces.of(block) if text.strip() else None
        self.titles += self.face is not None and self.face != before
        if text.strip():
            self.paragraphs += 1
            place, face = _("paragraph {n}").format(n=self.paragraphs), self.titles
            self.rows += [
                paragraph(line, place, face if self.face else 0)
                for line in text.split("\n")
                if line.strip()
            ]

    def _table(self, table: Any) -> None:
        self.tables += 1
        number = self.tables

        def place(row: int, column: int) -> str:
            return _("table {table}, row {row}, cell {column}").format(
                table=number, row=row, column=column
            )

        spans = _heights(
            [
                [
                    *[("", 1, "")] * _before(row),
                    *(self._cell(cell, place(at, n)) for n, cell in enumerate(_cells(row), 1)),
                ]
                for at, row in enumerate(self._counted(list(_rows(table))), 1)
            ]
        )
        self.rows += laid_out(spans, place, number)

    def _counted(self, lines: list[Any]) -> Iterator[Any]:
        for at, line in enumerate(lines, 1):
            if at % 100 == 0:
                self.progress(at, len(lines))
            yield line

    def _cell(self, cell: Any, place: str) -> tuple[str, int, str]:
        """Its text, the columns it covers, and whether it begins or goes on with a merge down."""
        properties = cell.find(qn("w:tcPr"))
        width, merge = 1, ""
        if properties is not None:
            span = properties.find(qn("w:gridSpan"))
            if span is not None:
                width = max(1, min(int(span.get(qn("w:val"), "1")), 256))
            down = properties.find(qn("w:vMerge"))
            if down is not None:
                merge = "start" if down.get(qn("w:val")) == "restart" else "on"
        return self._cell_text(cell, place), width, merge

    def _cell_text(self, cell: Any, place: str) -> str:
        lines = []
        for block in _blocks(cell):
            if block.tag == _TABLE:  # a table inside a cell: its text, a line a row
                lines += [
                    " ".join(self._cell_text(inner, place) for inner in _cells(row))
                    for row in _rows(block)
                ]
            else:
                lines.append(self._text(block, place))
                lines += [self._cell_text(box, place) for box in _boxes(block)]
        return "\n".join(line for line in lines if line.strip())

    def _text(self, block: Any, place: str) -> str:
        """What a paragraph shows; what is struck out or hidden in it is named with its place."""
        written = {"": "", STRUCK: "", HIDDEN: ""}
        for run in self.runs.of(block):
            written[run.kind] += run.text
        for kind in (STRUCK, HIDDEN):
            self.left_out.add(kind, place, written[kind])
        number = self.numbering.next(block)
        gone = not written[""].strip() and (written[STRUCK].strip() or written[HIDDEN].strip())
        return "" if gone else number + written[""]


def _blocks(parent: Any) -> Iterator[Any]:
    for child in parent:
        if child.tag in (_PARAGRAPH, _TABLE):
            yield child
        elif child.tag in _WITHIN:
            yield from _blocks(child)


def _children(parent: Any, tag: str) -> Iterator[Any]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WITHIN:
            yield from _children(child, tag)


def _rows(table: Any) -> Iterator[Any]:
    """The rows of a table, without those that a tracked change takes out."""
    for row in _children(table, _TR):
        properties = row.find(qn("w:trPr"))
        if properties is None or properties.find(qn("w:del")) is None:
            yield row


def _before(row: Any) -> int:
    """How many columns a row leaves free before its first cell."""
    found = row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}")
    return 0 if found is None else max(0, min(int(found.get(qn("w:val"), "0")), 256))


def _is_layout(table: Any) -> bool:
    """Whether a table only frames or lays out what it holds: one cell, or a few that hold tables."""
    rows = [list(_cells(row)) for row in _rows(table)]
    if len(rows) == 1 and len(rows[0]) == 1:
        return True
    nested = any(block.tag == _TABLE for row in rows for cell in row for block in _blocks(cell))
    return nested and max(map(len, rows)) <= _MOST_IN_A_LAYOUT


def _boxes(paragraph: Any) -> Iterator[Any]:
    """The text boxes that hang on a paragraph; what older programs show in their place is no other."""
    for box in paragraph.iter(_BOX):
        above = list(box.iterancestors(_BOX, _FALLBACK, _CHOICE, _PARAGRAPH))
        inside = above[: above.index(paragraph)]
        if not any(one.tag in (_BOX, _FALLBACK) for one in inside):
            yield box


def _cells(row: Any) -> Iterator[Any]:
    yield from _children(row, _TC)


def _heights(rows: list[list[tuple[str, int, str]]]) -> list[list[tuple[str, int, int]]]:
    """Cells as (text, width, height): Word repeats a merged cell, HTML's way is to name its height."""
    heights: dict[tuple[int, int], int] = {}
    tops: dict[int, tuple[int, int]] = {}
    kept: list[list[tuple[str, int, int, int]]] = []
    for at, row in enumerate(rows):
        column = 0
        line = []
        for text, width, merge in row:
            if merge == "on" and column in tops:
                heights[tops[column]] += 1
            else:
                if merge == "start":
                    tops[column] = (at, column)
                    heights[at, column] = 1
                else:
                    tops.pop(column, None)
                line.append((text, width, at, column))
            column += width
        kept.append(line)
    return [
        [(text, width, heights.get((at, column), 1)) for text, width, at, column in line]
        for line in kept
    ]
