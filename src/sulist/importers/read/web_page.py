"""Web pages, by lexbor, which reads a page as browsers do: nothing is fetched, no script is run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from sulist.base.errors import FileError
from sulist.base.i18n import _
from sulist.base.showing import printable
from sulist.importers.grid import Grid, GridCell, GridRow, bounded, laid_out, paragraph
from sulist.importers.read import own_page
from sulist.importers.read.decoding import decode, decoded_as
from sulist.importers.read.unseen import Unshown
from sulist.importers.read.web_looks import Looks, of_field

if TYPE_CHECKING:
    from collections.abc import Callable

    from selectolax.lexbor import LexborNode

    from sulist.importers.grid import ReadShare

_HIDDEN = {"script", "style", "head", "noscript", "template", "svg", "title", "rt", "rp"}
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
_FRAME = re.compile(r"<frameset\b", re.IGNORECASE)
_NAMED = {b"gb2312": "gb18030", b"gbk": "gb18030", b"gb18030": "gb18030", b"big5": "big5hkscs"}
_GAP = re.compile(r"[ \t\r\n\f]+")
_DEEPEST = 8  # tables inside tables
_STEP = 10_000  # elements and texts between two steps of the bar
_CELLS = ("td", "th")
_TAGS_A_CELL = 3


def read(data: bytes, name: str, progress: ReadShare) -> Grid:
    """The grid of a web page: its paragraphs and tables, in their order.

    Raises:
        FileError: its encoding is unknown, tables are nested too deeply, or it is a frame.
    """
    return read_text(decoded(data, name), name, progress)


def read_text(text: str, name: str, progress: ReadShare) -> Grid:
    """The grid of a web page whose letters are known.

    Raises:
        FileError: tables are nested too deeply, or it is a frame.
    """
    tags = text.count("<")
    bounded(0, tags // _TAGS_A_CELL)
    tree = LexborHTMLParser(text)
    if own := own_page.grid_of(tree):
        return own
    page = _HtmlPage(name, Looks(tree))
    _walk(tree, page, lambda seen: progress(min(seen, tags), tags))
    page.close()
    progress(1, 1)
    left_out = page.left_out
    return Grid(
        tuple(page.rows),
        tuple(left_out.remarks()),
        beside=(*page.beside, *left_out.in_full()),
    )


def _walk(tree: LexborHTMLParser, page: _HtmlPage, progress: Callable[[int], None]) -> None:
    """Tells the page each element that is shown, its texts and its end, in their order."""
    above: list[LexborNode] = []
    node = tree.root
    seen = 0
    while node is not None or above:
        seen += 1
        if seen % _STEP == 0:
            progress(seen)
        if node is None:
            node = above.pop()
            page.end(node.tag)
            node = node.next
            continue
        if (tag := node.tag) == "-text":
            page.data(node.text_content or "")
        elif tag == "frameset":
            raise _is_a_frame(page.name)
        elif tag not in _HIDDEN and not page.passes_over(node):
            page.start(node)
            above.append(node)
            node = node.first_child
            continue
        node = node.next


def _is_a_frame(name: str) -> FileError:
    """What to say of a page that shows others, in which browsers show nothing else."""
    return FileError(
        _(
            "{file} is a frame around other pages, and the list is in one of them. Open that one in the browser by itself, and save it"
        ).format(file=printable(name))
    )


def is_frame(text: str) -> bool:
    """Whether a page only frames others."""
    return bool(_FRAME.search(text))


def decoded(data: bytes, name: str, charset: str = "") -> str:
    """The letters of a page, in the encoding that is told with it, that it names, or that it shows.

    Raises:
        FileError: its encoding is unknown.
    """
    declared = _CHARSET.search(data[:4096])
    named = charset.encode() or (declared.group(1) if declared else b"")
    encoding = _NAMED.get(named.lower())
    text = decoded_as(data, encoding) if encoding else None
    return decode(data, name) if text is None else text


class _HtmlTable:
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


class _HtmlPage:
    """Collects rows; what is hidden on the page is left out."""

    def __init__(self, name: str, looks: Looks) -> None:
        self.name = name
        self.looks = looks
        self.left_out = Unshown()
        self.beside: list[GridCell] = []
        self.numbers: dict[int, int] = {}  # of the last entry of each list
        self.rows: list[GridRow] = []
        self.tables: list[_HtmlTable] = []
        self.text: list[str] = []
        self.count = 0
        self.paragraphs = 0

    def passes_over(self, node: LexborNode) -> bool:
        """Whether what an element holds is not read as text: a field, or what is struck out or hidden."""
        field = of_field(node)
        look = self.looks.of(node)
        if field is None and not look:
            return False
        if look:
            self.left_out.add(
                look, self._place(), field.shown if field else node.text(separator=" ")
            )
            if node.tag in _CELLS and not self.looks.is_gone(node):
                self.start(node)
                self.end(node.tag)
        elif field:
            self.data(field.shown)
            if others := " ".join(field.others.split()):
                place = _("{place}, not chosen").format(place=self._place())
                self.beside.append(GridCell(others, place))
        return True

    def _place(self) -> str:
        """Where the page is read, for a person."""
        if not self.tables or self.tables[-1].layout:
            return _("paragraph {n}").format(n=self.paragraphs + 1)
        rows = self.tables[-1].rows
        return _("table {table}, row {row}, cell {column}").format(
            table=self.count + 1, row=max(1, len(rows)), column=len(rows[-1]) + 1 if rows else 1
        )

    def start(self, node: LexborNode) -> None:
        tag = node.tag
        if tag == "li":
            self._put(f"\n{self._number(node)}")
        elif tag == "table":
            self._open_table()
        elif tag == "tr" and self.tables:
            self.tables[-1].end_cell()
            self.tables[-1].rows.append([])
        elif tag in _CELLS and self.tables:
            table = self.tables[-1]
            table.end_cell()
            table.cell = None if table.layout else []
            self.text += ["\n"] if table.layout else []
            given = node.attributes
            table.width = _span(given.get("colspan"), 256)
            table.height = _span(given.get("rowspan"), 5000)
        elif tag in _BLOCKS:
            self._put("\n")

    def _number(self, node: LexborNode) -> str:
        """The number that a browser shows before an entry of a numbered list."""
        above = node.parent
        if (
            above is None
            or above.tag != "ol"
            or "list-style" in (above.attributes.get("style") or "")
        ):
            return ""
        first = _digits(above.attributes.get("start"), 1)
        number = self.numbers.get(above.mem_id, first - 1) + 1
        number = self.numbers[above.mem_id] = _digits(node.attributes.get("value"), number)
        return f"{number}. " if (above.attributes.get("type") or "1") == "1" else ""

    def end(self, tag: str | None) -> None:
        if tag == "table":
            self._close_table()
        elif tag in (*_CELLS, "tr") and self.tables:
            self.tables[-1].end_cell()
        elif tag in _BLOCKS:
            self._put("\n")

    def data(self, text: str) -> None:
        self._put(_GAP.sub(" ", text))

    def close(self) -> None:
        """The paragraph that the page ends with."""
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
        self.tables.append(_HtmlTable())

    def _unfold(self, table: _HtmlTable) -> None:
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
    return max(1, min(_digits(written, 1), most))


def _digits(written: str | None, other: int) -> int:
    """A number as it is written; ``other`` where there is none."""
    digits = (written or "").strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 9 else other
