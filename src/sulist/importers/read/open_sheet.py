"""OpenDocument spreadsheets (.ods): each cell has the text that it shows written in it."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from lxml import etree

from sulist.base.errors import FileError
from sulist.base.i18n import _
from sulist.importers.grid import MAX_CELLS, MAX_ROWS, Grid, as_seen, bounded
from sulist.importers.read.sheets import Area, ReadBook, Sheet, SheetCell, letters
from sulist.importers.read.sniff import damaged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.importers.grid import ReadShare

_SPACES = {
    name: f"{{urn:oasis:names:tc:opendocument:xmlns:{uri}:1.0}}"
    for name, uri in {
        "office": "office",
        "table": "table",
        "text": "text",
        "style": "style",
        "fo": "xsl-fo-compatible",
        "draw": "drawing",
    }.items()
}
_EMPTY = SheetCell()


def _name(short: str) -> str:
    space, name = short.split(":")
    return _SPACES[space] + name


_TABLE, _ROW, _COLUMN = map(_name, ("table:table", "table:table-row", "table:table-column"))
_CELL, _COVERED = map(_name, ("table:table-cell", "table:covered-table-cell"))
_PARAGRAPH, _S, _TAB, _BREAK = map(_name, ("text:p", "text:s", "text:tab", "text:line-break"))
_RUBY_TEXT, _NOTE = map(_name, ("text:ruby-text", "text:note"))
_STYLE, _VISIBLE, _SPAN = map(_name, ("table:style-name", "table:visibility", "text:span"))


class _Look(NamedTuple):
    """What a style says of letters: None where it says nothing."""

    struck: bool | None = None
    white: bool | None = None
    filled: bool | None = None
    shown: bool | None = None  # a sheet

    def over(self, below: _Look) -> _Look:
        """This look, and that of ``below`` where it says nothing."""
        return _Look(
            *(own if own is not None else rest for own, rest in zip(self, below, strict=True))
        )


def read(data: bytes, name: str, progress: ReadShare) -> Grid:
    """The grid of an .ods file; each sheet that is shown is a table.

    Raises:
        FileError: it is no whole .ods file, or it passes a bound.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            roots = [
                etree.fromstring(
                    package.read(part), etree.XMLParser(resolve_entities=False, huge_tree=True)
                )
                for part in ("styles.xml", "content.xml")
                if part in package.namelist()
            ]
        made = ReadBook(progress)
        _Looks(roots).read(roots[-1], made)
    except FileError:
        raise
    except (etree.XMLSyntaxError, LookupError, ValueError) as error:
        raise damaged(name) from error
    progress(1, 1)
    return Grid(tuple(made.rows), made.told(), beside=made.beside_it())


class _Looks:
    """The styles of a document, each with what it takes from the one that it is based on."""

    def __init__(self, roots: list[Any]) -> None:
        self._own = {
            (one.get(_name("style:family")), one.get(_name("style:name"))): one
            for root in roots
            for one in root.iter(_name("style:style"))
        }
        self._known: dict[tuple[str, str | None], _Look] = {}

    def of(self, family: str, name: str | None, depth: int = 0) -> _Look:
        """What a style says, by itself and by those below it."""
        key = (family, name)
        if key not in self._known:
            style = self._own.get(key)
            look = _Look()
            if style is not None and depth < 20:
                below = self.of(family, style.get(_name("style:parent-style-name")), depth + 1)
                look = _look(style).over(below)
            self._known[key] = look
        return self._known[key]

    def read(self, content: Any, made: ReadBook) -> None:
        """Takes the sheets of a document."""
        number = 0
        for table in content.iter(_TABLE):
            if any(above.tag in (_TABLE, _CELL) for above in table.iterancestors()):
                continue
            number += 1
            title = table.get(_name("table:name"), str(number))
            if self.of("table", table.get(_STYLE)).shown is False:
                made.hidden_sheet(title)
            else:
                sheet = _OpenSheet(self, table, title)
                made.add(sheet.as_sheet(), number)
                for place, text in sheet.beside:
                    made.note(place, text)


def _look(style: Any) -> _Look:
    struck = white = filled = shown = None
    for part in style:
        line = part.get(_name("style:text-line-through-style"))
        line = part.get(_name("style:text-line-through-type")) if line is None else line
        struck = line != "none" if line is not None else struck
        colour = part.get(_name("fo:color"))
        white = colour.lower() == "#ffffff" if colour is not None else white
        ground = part.get(_name("fo:background-color"))
        filled = ground.lower() not in ("transparent", "#ffffff") if ground is not None else filled
        display = part.get(_name("table:display"))
        shown = display != "false" if display is not None else shown
    return _Look(struck, white, filled, shown)


class _OpenSheet:
    """A sheet whose rows and columns are written out, those that are repeated too."""

    def __init__(self, looks: _Looks, table: Any, title: str) -> None:
        self.looks = looks
        self.title = title
        self.rows: list[list[SheetCell]] = []
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.merges: list[Area] = []
        self.beside: list[tuple[str, str]] = []
        self.cells = 0
        self.column_looks: list[str | None] = []
        for column in table.iter(_COLUMN):
            times = min(_times(column, "columns"), 1024)
            if column.get(_VISIBLE) in ("collapse", "filter"):
                first = len(self.column_looks) + 1
                self.hidden_columns.update(range(first, first + times))
            self.column_looks += [column.get(_name("table:default-cell-style-name"))] * times
        waiting = 0
        for row in table.iter(_ROW):
            cells = self._row(row, len(self.rows) + waiting + 1)
            times = _times(row, "rows")
            if not cells and row.get(_VISIBLE) is None:
                waiting += times  # thousands of empty rows end a sheet, and stand for nothing
                continue
            self._bounded(waiting + times, len(cells) * times)
            self.rows += [[] for _row in range(waiting)]
            waiting = 0
            if not cells:
                times = min(times, MAX_ROWS - len(self.rows))
            if row.get(_VISIBLE) in ("collapse", "filter"):
                first = len(self.rows) + 1
                self.hidden_rows.update(range(first, first + times))
            self.rows += [cells] * times
        for text in self._shapes(table):
            self.beside.append((_("a text box"), text))

    def as_sheet(self) -> Sheet:
        """The sheet as every spreadsheet is read."""
        width = max((len(row) for row in self.rows), default=0)
        height = max((at for at, row in enumerate(self.rows, 1) if row), default=0)
        return Sheet(
            self.title,
            height,
            width,
            frozenset(self.hidden_rows),
            frozenset(self.hidden_columns),
            tuple(
                area._replace(bottom=min(area.bottom, height), right=min(area.right, width))
                for area in self.merges
            ),
            self._cell,
        )

    def _cell(self, row: int, column: int) -> SheetCell:
        cells = self.rows[row - 1]
        return cells[column - 1] if column <= len(cells) else _EMPTY

    def _bounded(self, rows: int, cells: int) -> None:
        self.cells += cells
        bounded(len(self.rows) + min(rows, MAX_ROWS + 1), self.cells)

    def _row(self, row: Any, number: int) -> list[SheetCell]:
        """The cells of a row, up to the last one with something in it."""
        cells: list[SheetCell] = []
        last = 0
        for one in row:
            if one.tag not in (_CELL, _COVERED):
                continue
            times = min(_times(one, "columns"), MAX_CELLS)
            cell = _EMPTY if one.tag == _COVERED else self._shown(one, number, len(cells) + 1)
            width = _span(one, "columns")
            height = _span(one, "rows")
            if one.tag == _CELL and (width > 1 or height > 1):
                left = len(cells) + 1
                self.merges.append(Area(number, left, number + height - 1, left + width - 1))
                last = left + width - 1
            if cell == _EMPTY and times > 1024:
                break
            cells += [cell] * times
            bounded(0, len(cells))
            if cell != _EMPTY:
                last = len(cells)
        return cells[:last]

    def _shown(self, cell: Any, row: int, column: int) -> SheetCell:
        named = cell.get(_STYLE)
        if named is None and column <= len(self.column_looks):
            named = self.column_looks[column - 1]
        look = self.looks.of("table-cell", named)
        seen, gone, hidden = [], "", ""
        for block in cell:
            if block.tag == _name("office:annotation"):
                place = f"{self.title}!{letters(column)}{row}"
                text = "\n".join("".join(line.itertext()) for line in block.iter(_PARAGRAPH))
                self.beside.append((_("{place}, a comment").format(place=place), text))
            elif block.tag == _PARAGRAPH:
                line = ""
                for text, face in self._runs(block, look):
                    if face.white and not face.filled:
                        hidden += text
                    elif face.struck:
                        gone += text
                    else:
                        line += text
                seen.append(line)
        if not any(seen) and not gone:  # the form of the cell may show nothing of what it holds
            held = cell.get(_name("office:string-value")) or cell.get(_name("office:value")) or ""
            return SheetCell(hidden=as_seen(hidden or held))
        return SheetCell(as_seen("\n".join(seen)), as_seen(gone), as_seen(hidden))

    def _runs(self, element: Any, look: _Look) -> Iterator[tuple[str, _Look]]:
        """The texts of a paragraph, each with its look."""
        if element.text:
            yield element.text, look
        for child in element:
            if child.tag == _S:
                yield " " * min(int(child.get(_name("text:c"), "1")), 100), look
            elif child.tag == _TAB:
                yield "\t", look
            elif child.tag == _BREAK:
                yield "\n", look
            elif child.tag not in (_RUBY_TEXT, _NOTE) and isinstance(child.tag, str):
                own = look
                if child.tag == _SPAN:
                    own = self.looks.of("text", child.get(_name("text:style-name"))).over(look)
                yield from self._runs(child, own)
            if child.tail:
                yield child.tail, look

    def _shapes(self, table: Any) -> Iterator[str]:
        for shape in table.iter(_name("draw:frame"), _name("draw:custom-shape")):
            if any(above.tag == _name("draw:frame") for above in shape.iterancestors()):
                continue
            yield "\n".join("".join(line.itertext()) for line in shape.iter(_PARAGRAPH))


def _times(element: Any, what: str) -> int:
    return max(1, int(element.get(_name(f"table:number-{what}-repeated"), "1")))


def _span(element: Any, what: str) -> int:
    return max(1, min(int(element.get(_name(f"table:number-{what}-spanned"), "1")), MAX_ROWS))
