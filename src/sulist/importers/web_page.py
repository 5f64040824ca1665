"""Web pages, by Python's own tolerant HTML parser: nothing is fetched, no script is run."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from sulist.errors import FileError
from sulist.i18n import _
from sulist.importers.grid import Grid, Row, bounded, laid_out, paragraph
from sulist.importers.plain_text import decode

if TYPE_CHECKING:
    from sulist.importers.grid import Progress

_HIDDEN = {"script", "style", "head", "noscript", "template", "svg"}
_BLOCKS = {
    "p",
    "div",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "br",
    "section",
    "article",
    "hr",
    "ul",
    "ol",
    "dt",
    "dd",
    "caption",
    "blockquote",
    "pre",
}
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_-]+)""", re.IGNORECASE)
_GAP = re.compile(r"[ \t\r\n\f]+")
_DEEPEST = 8  # tables inside tables
_CHUNK = 65_536
_TAGS_A_CELL = 3


def read(data: bytes, name: str, progress: Progress) -> Grid:
    """The grid of a web page: its paragraphs and tables, in their order.

    Raises:
        FileError: its encoding is unknown, or tables are nested too deeply.
    """
    bounded(0, data.count(b"<") // _TAGS_A_CELL)
    text = _decode(data, name)
    page = _Page(name)
    for start in range(0, len(text), _CHUNK):
        page.feed(text[start : start + _CHUNK])
        progress(start, len(text))
    page.close()
    page.end()
    progress(1, 1)
    return Grid(tuple(page.rows))


def _decode(data: bytes, name: str) -> str:
    declared = _CHARSET.search(data[:4096])
    if declared and declared.group(1).lower() in (b"gb2312", b"gbk", b"gb18030"):
        try:
            return data.decode("gb18030")
        except UnicodeDecodeError:
            pass
    if declared and declared.group(1).lower() == b"big5":
        return data.decode("big5", errors="strict") if _is(data, "big5") else decode(data, name)
    return decode(data, name)


def _is(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


class _Table:
    """A table that is being read: its rows of (text, width, height)."""

    __slots__ = ("cell", "height", "layout", "rows", "width")

    def __init__(self) -> None:
        self.rows: list[list[tuple[str, int, int]]] = []
        self.cell: list[str] | None = None
        self.width = self.height = 1
        self.layout = False  # it only lays the page out: a table stands in one of its cells

    def end_cell(self) -> None:
        if self.cell is not None:
            text = _layout("".join(self.cell))
            if not self.rows:
                self.rows.append([])
            self.rows[-1].append((text, self.width, self.height))
        self.cell = None


class _Page(HTMLParser):
    """Collects rows; what is hidden on the page is left out."""

    def __init__(self, name: str) -> None:
        super().__init__(convert_charrefs=True)
        self.name = name
        self.rows: list[Row] = []
        self.tables: list[_Table] = []
        self.text: list[str] = []
        self.hidden = 0
        self.count = 0
        self.paragraphs = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self.hidden += 1
        elif tag == "body":
            self.hidden = 0
        elif tag == "table":
            self._open_table()
        elif tag == "tr" and self.tables:
            self.tables[-1].end_cell()
            self.tables[-1].rows.append([])
        elif tag in ("td", "th") and self.tables:
            table = self.tables[-1]
            table.end_cell()
            table.cell = None if table.layout else []
            self.text += ["\n"] if table.layout else []
            given = dict(attrs)
            table.width = _span(given.get("colspan"), 256)
            table.height = _span(given.get("rowspan"), 5000)
        elif tag in _BLOCKS:
            self._put("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self.hidden = max(0, self.hidden - 1)
        elif tag == "table" and self.tables:
            self._close_table()
        elif tag in ("td", "th", "tr") and self.tables:
            self.tables[-1].end_cell()
        elif tag in _BLOCKS:
            self._put("\n")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self._put(_GAP.sub(" ", data))

    def end(self) -> None:
        """What is still open at the end of the page."""
        while self.tables:
            self._close_table()
        self._end_paragraphs()

    def _put(self, text: str) -> None:
        table = self.tables[-1] if self.tables else None
        if table is None or table.layout or table.cell is None:
            self.text.append(text)  # a caption too, and text that stands in no cell
        else:
            table.cell.append(text)

    def _open_table(self) -> None:
        if len(self.tables) >= _DEEPEST:
            raise FileError(
                _(
                    "{file} has tables inside tables, more than {n} deep. Copy the list into a document of its own"
                ).format(file=self.name, n=_DEEPEST)
            )
        if self.tables:
            self._unfold(self.tables[-1])
        self._end_paragraphs()
        self.tables.append(_Table())

    def _unfold(self, table: _Table) -> None:
        """A table with a table in it lays the page out: what it holds so far is running text."""
        table.layout = True
        for line in table.rows:
            self.text += [f"\n{text}\n" for text, _width, _height in line]
        self.text += table.cell or []
        table.rows, table.cell = [], None

    def _close_table(self) -> None:
        """A finished table becomes rows; one inside another, laid out by it, comes first."""
        table = self.tables.pop()
        table.end_cell()
        self._end_paragraphs()
        if not any(table.rows):
            return
        self.count += 1
        number = self.count
        made = laid_out(
            (line for line in table.rows if line),
            lambda row, column: _("table {table}, row {row}, cell {column}").format(
                table=number, row=row, column=column
            ),
            number,
        )
        self.rows += made

    def _end_paragraphs(self) -> None:
        for line in _layout("".join(self.text)).split("\n"):
            if line:
                self.paragraphs += 1
                self.rows.append(paragraph(line, _("paragraph {n}").format(n=self.paragraphs)))
        self.text = []


def _layout(text: str) -> str:
    """Lines without the white space around them; empty ones are gone."""
    return "\n".join(line for part in text.split("\n") if (line := part.strip(" \xa0\u3000")))


def _span(written: str | None, most: int) -> int:
    digits = (written or "").strip()
    return (
        max(1, min(int(digits), most))
        if digits.isascii() and digits.isdigit() and len(digits) < 9
        else 1
    )
