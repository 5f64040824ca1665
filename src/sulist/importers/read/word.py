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
from sulist.importers.read.sniff import damaged
from sulist.importers.read.word_faces import Faces
from sulist.importers.read.word_numbers import Numbering

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.importers.grid import ReadShare
    from sulist.importers.read.word_faces import Face

_ROW = re.compile(rb"<\w+:tr[ >]")
_PARAGRAPHS = re.compile(rb"<\w+:p[ >]")
_TEXT, _TAB, _BREAK, _RETURN = qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:cr")
_HYPHEN = qn("w:noBreakHyphen")
_PARAGRAPH, _TABLE, _TR, _TC = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_WITHIN = {
    qn(f"w:{name}") for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")
}
_LEFT_OUT = {
    qn(f"w:{name}")
    for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "fldChar", "txbxContent")
}
_RUN_PARENTS = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


def read(data: bytes, name: str, progress: ReadShare) -> Grid:
    """The grid of a .docx file, as it reads when every tracked change is accepted.

    Raises:
        FileError: python-docx cannot open it.
    """
    _examine(data)
    try:
        document = Document(BytesIO(data))
        body = document.element.body
        numbering, faces = Numbering(document), Faces(document)
    except Exception as error:  # the package raises whatever its parts raise
        raise damaged(name) from error
    return _Body(numbering, faces, progress).read(body)


def _examine(data: bytes) -> None:
    """Bounds a document before all of it is held in memory."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        xml = package.read("word/document.xml")
    bounded(len(_ROW.findall(xml)), len(_PARAGRAPHS.findall(xml)))


class _Body:
    """Walks the body once; the elements are read directly, since a row's cells cost a search each."""

    def __init__(self, numbering: Numbering, faces: Faces, progress: ReadShare) -> None:
        self.numbering = numbering
        self.faces = faces
        self.face: Face | None = None  # of the paragraph above, where it is a title's
        self.titles = 0
        self.progress = progress
        self.rows: list[GridRow] = []
        self.remarks: list[Remark] = []
        self.tables = 0
        self.paragraphs = 0

    def read(self, body: Any) -> Grid:
        if next(body.iter(qn("w:del"), qn("w:ins")), None) is not None:
            self.remarks.append(
                Remark(
                    "",
                    _("the document has tracked changes, read as accepted"),
                    _("One that is to be rejected reads otherwise: settle them in Word first."),
                )
            )
        blocks = list(_blocks(body))
        for at, block in enumerate(blocks, 1):
            if block.tag == _TABLE:
                self._table(block)
                self.face = None
            else:
                self._paragraph(block)
                bounded(self.paragraphs, 0)
            if at % 100 == 0:
                self.progress(at, len(blocks))
        self.progress(1, 1)
        return Grid(tuple(self.rows), tuple(self.remarks))

    def _paragraph(self, block: Any) -> None:
        text = self._text(block)
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
        lines = list(_children(table, _TR))
        spans = _heights(
            [[self._cell(cell) for cell in _cells(row)] for row in self._counted(lines)]
        )
        self.rows += laid_out(
            spans,
            lambda row, column: _("table {table}, row {row}, cell {column}").format(
                table=number, row=row, column=column
            ),
            number,
        )

    def _counted(self, lines: list[Any]) -> Iterator[Any]:
        for at, line in enumerate(lines, 1):
            if at % 100 == 0:
                self.progress(at, len(lines))
            yield line

    def _cell(self, cell: Any) -> tuple[str, int, str]:
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
        return self._cell_text(cell), width, merge

    def _cell_text(self, cell: Any) -> str:
        lines = []
        for block in _blocks(cell):
            if block.tag == _TABLE:  # a table inside a cell: its text, a line a row
                lines += [
                    " ".join(self._cell_text(inner) for inner in _cells(row))
                    for row in _children(block, _TR)
                ]
            else:
                lines.append(self._text(block))
        return "\n".join(line for line in lines if line.strip())

    def _text(self, block: Any) -> str:
        written = "".join(_runs(block))
        number = self.numbering.next(block)
        return number + written


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


def _cells(row: Any) -> Iterator[Any]:
    yield from _children(row, _TC)


def _runs(element: Any) -> Iterator[str]:
    """The letters of a paragraph; what was deleted, and text boxes, are left out."""
    for child in element:
        tag = child.tag
        if tag == _TEXT:
            yield child.text or ""
        elif tag == _TAB:
            yield "\t"
        elif tag == _HYPHEN:
            yield "-"
        elif tag in (_BREAK, _RETURN):
            yield "\n"
        elif tag not in _LEFT_OUT and isinstance(tag, str) and not tag.startswith(_RUN_PARENTS):
            yield from _runs(child)


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
