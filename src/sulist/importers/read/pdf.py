"""PDF with a text layer, by pdfplumber: ruled tables and the lines around them, page by page."""

from __future__ import annotations

from bisect import bisect
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import pdfplumber
from pdfminer.layout import LTChar, LTContainer, LTCurve
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.container import Container
from pdfplumber.table import TableFinder, TableSettings
from pdfplumber.utils.exceptions import PdfminerException

from sulist.base.errors import FileError
from sulist.base.i18n import _
from sulist.base.showing import shortened
from sulist.importers.grid import Grid, GridCell, GridRow, Remark, as_seen, bounded
from sulist.importers.read import full_lines
from sulist.importers.read.full_lines import CellLine, CellLines, begins, edge
from sulist.importers.read.open_tables import closed
from sulist.importers.read.page_columns import in_columns
from sulist.importers.read.sniff import damaged, is_a_picture
from sulist.importers.read.wrapped_lines import TextLine, paragraphs

if TYPE_CHECKING:
    from pdfplumber.page import Page

    from sulist.importers.grid import ReadShare

MAX_PAGES = 500
_NEAR = 2.0  # points within which two rules are one
_SAME_LINE = 0.5  # of a letter's height
_LARGE = 16.5  # points: more than 3号, which the text has
_CENTRED = 1.0  # of a letter's height, by which a line may lie beside the page's middle
_NEXT_LINE = 2.2  # letters' heights from the top of a line to that of the next, without a free one
_GAP = 0.2
_TWICE = 0.8  # points by which the second drawing of a letter lies beside the first, at most


def read(data: bytes, name: str, progress: ReadShare) -> Grid:
    """The grid of a .pdf file.

    Raises:
        FileError: it is locked, damaged, too long, or a picture.
    """
    try:
        with pdfplumber.open(BytesIO(data)) as document:
            return _read(document, name, progress)
    except FileError:
        raise
    except PDFPasswordIncorrect:
        raise _locked(name) from None
    except PdfminerException as error:
        if any(isinstance(cause, PDFPasswordIncorrect) for cause in error.args):
            raise _locked(name) from None
        raise damaged(name) from error
    except Exception as error:  # the package raises whatever its parts raise
        raise damaged(name) from error


def _locked(name: str) -> FileError:
    return FileError(
        _("{file} is locked with a password. Open it, take the password off, and save it").format(
            file=name
        )
    )


def _read(document: Any, name: str, progress: ReadShare) -> Grid:
    pages = document.pages
    if len(pages) > MAX_PAGES:
        raise FileError(
            _(
                "{file} has {n} pages; a list has at most {most}. Save only the pages with the list"
            ).format(file=name, n=len(pages), most=MAX_PAGES)
        )
    blocks: list[TextLine | list[GridRow]] = []
    beside: list[GridCell] = []
    remarks: list[Remark] = []
    tables = letters = 0
    titles = _Titles()
    for number, page in enumerate(pages, 1):
        laid = _Laid(page)
        letters += len(laid.letters)
        if across := as_seen(laid.across):
            place = _("page {page}, drawn across it").format(page=number)
            beside.append(GridCell(across, place))
        if laid.covered:
            remarks.append(_covered(laid.covered, number))
        made, tables = _page(laid, number, tables, titles)
        blocks += made
        bounded(
            sum(1 if isinstance(one, TextLine) else len(one) for one in blocks),
            sum(len(row.cells) for one in made if not isinstance(one, TextLine) for row in one),
        )
        page.close()
        progress(number, len(pages))
    if not letters:
        raise is_a_picture(name)
    rows, repeated = paragraphs(blocks, len(pages))
    return Grid(tuple(rows), tuple(remarks), wraps=True, beside=(*beside, *repeated))


def _covered(letters: str, page: int) -> Remark:
    return Remark(
        _("page {page}").format(page=page),
        _("“{text}” lies on other letters").format(text=shortened(letters)),
        _("Of two texts in one place one is covered: compare it with the page."),
    )


class _Letter(NamedTuple):
    """A letter, its box, counted from the page's top left corner, and its font and colour."""

    left: float
    top: float
    right: float
    bottom: float
    text: str
    look: str = ""

    @property
    def middle(self) -> tuple[float, float]:
        """The point that decides in which cell it stands."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


class _Laid(Container):
    """A page's letters, and its rules as pdfplumber's table finder wants them.

    pdfplumber's own objects hold each letter's fonts and colours too, at three times the time.
    """

    def __init__(self, page: Any) -> None:
        self.bbox = page.bbox
        self.letters: list[_Letter] = []
        self.across = ""  # what is drawn across the page, as a watermark is
        self._drawn: dict[tuple[int, int], str] = {}
        self.covered = ""  # letters that lie on others
        self._turned = {1: 0, -1: 0}  # letters that are read downwards, and upwards
        self.kinds: dict[str, list[dict[str, Any]]] = {}
        self._take(page, page.layout)
        for way, count in self._turned.items():
            if count > len(self.letters) / 2:
                self._turn(way)

    @property
    def objects(self) -> dict[str, list[dict[str, Any]]]:
        """The rules, by kind."""
        return self.kinds

    def _take(self, page: Any, parts: Any) -> None:
        left, top = page.mediabox[0], page.mediabox[1] + page.height
        for part in parts:
            if isinstance(part, LTChar):
                self._take_letter(part, left, top)
            elif isinstance(part, LTContainer):
                self._take(page, part)
            elif isinstance(part, LTCurve):
                made = page.process_object(part)
                self.kinds.setdefault(made["object_type"], []).append(made)

    def _take_letter(self, part: LTChar, left: float, top: float) -> None:
        """A letter that stands upright or on its side; of one that is drawn twice, to be bold, the first."""
        text = part.get_text()
        if part.matrix[0] and part.matrix[1]:
            self.across += text
            return
        box = (part.x0 + left, top - part.y1, part.x1 + left, top - part.y0)
        x, y = round(box[0] / _TWICE), round(box[1] / _TWICE)
        near = {self._drawn.get((x + dx, y + dy)) for dx in (-1, 0, 1) for dy in (-1, 0, 1)} - {
            None
        }
        if text.strip():
            if text in near:
                return
            self.covered += text if near else ""
            self._drawn[x, y] = text
        if not part.matrix[0]:
            self._turned[1 if part.matrix[1] < 0 else -1] += 1
        look = f"{part.fontname} {part.graphicstate.ncolor}"
        self.letters.append(_Letter(*box, text, look))

    def _turn(self, way: int) -> None:
        """Turns the page, whose lines run downwards (1) or upwards (-1), so that they are upright."""
        left, top, right, bottom = self.bbox

        def turned(x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
            if way > 0:
                return y0 - top, right - x1, y1 - top, right - x0
            return bottom - y1, x0 - left, bottom - y0, x1 - left

        self.letters = [one._replace(**_box(turned(*one[:4]))) for one in self.letters]
        for rule in (one for kind in self.kinds.values() for one in kind):
            x0, y0, x1, y1 = turned(rule["x0"], rule["top"], rule["x1"], rule["bottom"])
            points = [turned(x, y, x, y)[:2] for x, y in rule.get("pts", ())]
            rule |= {"x0": x0, "top": y0, "x1": x1, "bottom": y1, "pts": points}
            rule |= {"width": x1 - x0, "height": y1 - y0, "doctop": y0}
        self.bbox = (0, 0, bottom - top, right - left)


def _box(places: tuple[float, float, float, float]) -> dict[str, Any]:
    return dict(zip(("left", "top", "right", "bottom"), places, strict=True))


class _Titles:
    """Numbers the lines that stand one below the other, centred in one large face, as a title's do."""

    def __init__(self) -> None:
        self.number = 0
        self.above: tuple[float, float, str] | None = None  # bottom, size and look of a line

    def new_page(self) -> None:
        """No title goes on over a page's end."""
        self.above = None

    def face(self, line: list[_Letter], middle: float) -> int:
        """The line's number; 0 where it is not centred, not large, or in several faces."""
        sizes = {round(2 * (one.bottom - one.top)) / 2 for one in line}
        looks = {one.look for one in line if not one.text.isascii() and one.text.strip()}
        shown = [one for one in line if one.text.strip()]
        above, self.above = self.above, None
        if len(sizes) != 1 or len(looks) > 1 or not shown:
            return 0
        size, look = sizes.pop(), looks.pop() if looks else ""
        aside = (shown[0].left + max(one.right for one in shown)) / 2 - middle
        if size < _LARGE or abs(aside) > size * _CENTRED:
            return 0
        goes_on = (
            above is not None
            and shown[0].bottom - above[0] < size * _NEXT_LINE
            and above[1:] == (size, look)
        )
        self.number += not goes_on
        self.above = (shown[0].bottom, size, look)
        return self.number


def _page(
    page: _Laid, number: int, tables: int, titles: _Titles
) -> tuple[list[TextLine | list[GridRow]], int]:
    """The lines of running text and the rows of tables of a page, from top to bottom."""
    found = sorted(
        (table for table in _tables(cast("Page", page)) if len(table.cells) > 1),
        key=lambda table: table.bbox[1],
    )
    inside: list[list[_Letter]] = [[] for _table in found]
    outside: list[_Letter] = []
    for letter in page.letters:
        x, y = letter.middle
        for at, table in enumerate(found):
            left, top, right, bottom = table.bbox
            if left <= x <= right and top <= y <= bottom:
                inside[at].append(letter)
                break
        else:
            outside.append(letter)
    titles.new_page()
    blocks: list[tuple[float, TextLine | list[GridRow]]] = []
    top = float("-inf")  # of a line in a right column that of the last in the left one
    for read in in_columns(_gathered(outside), page.bbox[0], page.bbox[2]):
        line = read.letters
        top = max(top, line[0].top)
        face = titles.face(line, (page.bbox[0] + page.bbox[2]) / 2)
        if as_seen(text := _joined(line)):
            made = _line(line, as_seen(text), face, number, page)
            made = made._replace(left=made.left + read.left, right=made.right + read.right)
            blocks.append((top, made))
    for table, chars in zip(found, inside, strict=True):
        tables += 1
        blocks.append((table.bbox[1], _table(table, chars, number, tables)))
    blocks.sort(key=lambda block: block[0])
    return [made for _top, made in blocks], tables


def _tables(page: Page) -> list[Any]:
    finder = TableFinder(page, TableSettings.resolve(None))
    if rules := closed(finder.edges):
        settings = {"explicit_horizontal_lines": rules}
        finder = TableFinder(page, TableSettings.resolve(settings))
    return finder.tables


def _line(letters: list[_Letter], text: str, face: int, number: int, page: _Laid) -> TextLine:
    shown = [one for one in letters if one.text.strip()]
    first, top = shown[0], page.bbox[1]
    return TextLine(
        text,
        first.left,
        max(one.right for one in shown),
        first.top - top,
        first.bottom - first.top,
        face,
        _("page {page}").format(page=number),
        number,
        page.bbox[3] - top,
        page.bbox[0] + page.bbox[2],
    )


def _table(table: Any, letters: list[_Letter], number: int, count: int) -> list[GridRow]:
    """The table's cells on the grid of all its rules, each letter put in the cell it stands in."""
    columns = _edges([x for box in table.cells for x in (box[0], box[2])])
    lines = _edges([y for box in table.cells for y in (box[1], box[3])])
    held: list[list[list[_Letter]]] = [[[] for _x in columns] for _y in lines]
    for letter in letters:
        x, y = letter.middle
        held[bisect(lines, y) - 1][bisect(columns, x) - 1].append(letter)
    place = _("page {page}").format(page=number)
    grid = [[GridCell(_no_cell(here), place) for here in row[:-1]] for row in held[:-1]]
    boxes = [
        (
            (_at(columns, box[0]), _at(columns, box[2])),
            (_at(lines, box[1]), _at(lines, box[3])),
            box,
        )
        for box in table.cells
    ]
    made: dict[tuple[int, int], list[CellLines]] = {}
    for (left, right), (top, bottom), box in boxes:
        own = [one for row in held[top:bottom] for cell in row[left:right] for one in cell]
        made.setdefault((left, right), []).append(
            CellLines(tuple(map(_cell_line, _gathered(own))), box[0], box[2])
        )
    free = edge([cell for column in made.values() for cell in column])
    texts = {across: iter(full_lines.texts(column, free)) for across, column in made.items()}
    for (left, right), (top, bottom), _box_of_it in boxes:
        place = _("page {page}, table {table}, row {row}, cell {column}").format(
            page=number, table=count, row=top + 1, column=left + 1
        )
        text = as_seen(next(texts[left, right]))
        first = GridCell(text, place, "", right - left, bottom - top)
        for row in range(top, bottom):
            for column in range(left, right):
                kind = "across" if column > left else "down" if row > top else ""
                grid[row][column] = first._replace(merged=kind)
    return [GridRow(tuple(line), count) for line in grid]


def _no_cell(letters: list[_Letter]) -> str:
    """What stands where no rules make a cell."""
    return as_seen("\n".join(map(_joined, _gathered(letters))))


def _cell_line(letters: list[_Letter]) -> CellLine:
    """A line of a cell, as wide as what is seen of it."""
    shown = [one for one in letters if one.text.strip()]
    if not shown:
        return CellLine("", letters[0].left, 0.0, 0.0)
    return CellLine(
        _joined(letters),
        letters[0].left,
        max(one.right for one in shown) - letters[0].left,
        begins([(one.text, one.right - one.left) for one in shown]),
    )


def _gathered(letters: list[_Letter]) -> list[list[_Letter]]:
    """Letters as lines: those whose middles are at one height, from the left."""
    lines: list[tuple[float, list[_Letter]]] = []
    for letter in sorted(letters, key=lambda one: one.top + one.bottom):
        height = (letter.top + letter.bottom) / 2
        if lines and height - lines[-1][0] < (letter.bottom - letter.top) * _SAME_LINE:
            lines[-1][1].append(letter)
        else:
            lines.append((height, [letter]))
    return [sorted(line) for _height, line in lines]


def _joined(line: list[_Letter]) -> str:
    """The letters of a line, from the left; a gap between two of them is a space."""
    text, end = "", None
    for letter in line:
        if end is not None and letter.left - end > (letter.bottom - letter.top) * _GAP:
            text += " "
        text += letter.text
        end = letter.right
    return text


def _edges(places: list[float]) -> list[float]:
    """The distinct rules, those within two points of each other as one."""
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _NEAR:
            edges.append(place)
    return edges


def _at(edges: list[float], place: float) -> int:
    return min(bisect(edges, place + _NEAR) - 1, len(edges) - 1)
