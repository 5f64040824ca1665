"""Excel workbooks, by openpyxl: the values as they are shown, merges, hidden parts pointed out."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.utils import column_index_from_string

from sulist.base.i18n import _
from sulist.importers.grid import Grid, Remark, as_seen, bounded
from sulist.importers.read.number_forms import CHINESE
from sulist.importers.read.parts import as_usual
from sulist.importers.read.sheets import Area, ReadBook, Sheet, SheetCell, letters, valued
from sulist.importers.read.sniff import damaged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.importers.grid import ReadShare

_ROW = re.compile(rb'<(?:\w+:)?row [^>]*?\br="(\d{1,9})"')
_CELL = re.compile(rb'<(?:\w+:)?c [^>]*?\br="([A-Z]{1,4})\d')
_MERGE = re.compile(rb'<(?:\w+:)?mergeCell [^>]*?ref="([A-Z]{1,4})(\d{1,9}):([A-Z]{1,4})(\d{1,9})"')
_UNSAVED = re.compile(
    rb'<c r="([A-Z]+\d+)"[^>]*>\s*<f[^>]*(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>'
)
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_PAGE_NUMBER = re.compile(r"[第页頁共，,/\-—－\s]*")  # what stands around the signs for one
_SEEN = 1.0  # points of height, below which nothing of a row is
_SEEN_WIDTH = 0.1  # of a digit's width
_WHITE = ("FFFFFFFF", "00FFFFFF")
_THEME_WHITE = 0
# What openpyxl wants of colours and fonts, and what programs that make books do not keep to.
_ODD_STYLE = re.compile(
    rb'(?<=\s)rgb="(?!(?:[0-9A-Fa-f]{2}){3,4}")[^"]*"|<family val="(?!(?:\d|1[0-4])")[^"]*"\s*/>'
)


def read(data: bytes, name: str, progress: ReadShare) -> Grid:
    """The grid of an .xlsx file; each sheet that is shown is a table.

    Raises:
        FileError: openpyxl cannot open it, or it passes a bound.
    """
    data = as_usual(data)
    unsaved = examine(data, name)
    book = opened(data, name, data_only=True)
    made = ReadBook(progress)
    made.remarks += [
        Remark(
            place,
            _("a formula without a saved value, read as empty"),
            _("Open the workbook, save it, and import it again."),
        )
        for place in unsaved
    ]
    for number, sheet in enumerate(book.worksheets, 1):
        if sheet.sheet_state != "visible":
            made.hidden_sheet(sheet.title)
            continue
        made.add(_sheet(sheet), number)
        for place, text in _beside(sheet):
            made.note(place, text)
    for text in _text_boxes(data):
        made.note(_("a text box"), text)
    progress(1, 1)
    return Grid(tuple(made.rows), made.told(), beside=made.beside_it())


def examine(data: bytes, name: str) -> list[str]:
    """Bounds a workbook before openpyxl makes a cell of every place in it; formulas without value."""
    unsaved: list[str] = []
    with zipfile.ZipFile(BytesIO(data)) as package:
        for part in package.namelist():
            if not re.fullmatch(r"xl/worksheets/[^/]+\.xml", part):
                continue
            xml = package.read(part)
            last = max((int(row) for row in _ROW.findall(xml)), default=0)
            columns = set(_CELL.findall(xml))
            widest = max((_column(letters) for letters in columns), default=0)
            merged = sum(
                (int(bottom) - int(top) + 1) * (_column(right) - _column(left) + 1)
                for left, top, right, bottom in _MERGE.findall(xml)
            )
            bounded(last, max(last * widest, merged))
            unsaved += [place.decode() for place in _UNSAVED.findall(xml)[:20]]
    return unsaved


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def opened(data: bytes, name: str, *, data_only: bool = False) -> Any:
    """A workbook as openpyxl has it, with the faces inside of cells; ``data_only``: values for formulas.

    Raises:
        FileError: it is damaged.
    """
    for code, form in CHINESE.items():
        BUILTIN_FORMATS.setdefault(code, form)
    try:
        try:
            return load_workbook(BytesIO(data), data_only=data_only, rich_text=True)
        except (ValueError, TypeError):
            usual = BytesIO(_with_usual_styles(data))
            return load_workbook(usual, data_only=data_only, rich_text=True)
    except Exception as error:  # the package raises whatever its parts raise
        raise damaged(name) from error


def _with_usual_styles(data: bytes) -> bytes:
    """The workbook without the odd colours and fonts of its styles, for which openpyxl does not open it."""
    made = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as package,
        zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as written,
    ):
        for part in package.namelist():
            text = package.read(part)
            written.writestr(
                part, _ODD_STYLE.sub(b"", text) if part.endswith("styles.xml") else text
            )
    return made.getvalue()


def _sheet(sheet: Any) -> Sheet:
    coloured = [
        Area(top, left, bottom, right)
        for table in sheet.tables.values()
        for left, top, right, bottom in (_bounds(table.ref),)
    ]
    return Sheet(
        sheet.title,
        sheet.max_row,
        sheet.max_column,
        frozenset(
            at
            for at, row in sheet.row_dimensions.items()
            if row.hidden or (row.height is not None and row.height < _SEEN)
        ),
        _hidden_columns(sheet),
        tuple(
            Area(one.min_row, one.min_col, one.max_row, one.max_col)
            for one in sheet.merged_cells.ranges
        ),
        lambda row, column: _cell(sheet.cell(row, column), coloured),
    )


def _bounds(reference: str) -> tuple[int, int, int, int]:
    from openpyxl.utils import range_boundaries

    left, top, right, bottom = range_boundaries(reference)
    return int(left or 1), int(top or 1), int(right or 1), int(bottom or 1)


def _hidden_columns(sheet: Any) -> frozenset[int]:
    """One entry may stand for several columns side by side."""
    found: set[int] = set()
    for letter, one in sheet.column_dimensions.items():
        if one.hidden or one.width < _SEEN_WIDTH:
            first = one.min or column_index_from_string(letter)
            found.update(range(first, min(one.max or first, sheet.max_column) + 1))
    return frozenset(found)


def _cell(cell: Any, coloured: list[Area]) -> SheetCell:
    value = cell.value
    if value is None:
        return SheetCell()
    font = cell.font
    unseen = _is_white(font.color) and cell.fill.fill_type is None and not _within(cell, coloured)
    if isinstance(value, CellRichText):
        return _of_runs(value, struck=bool(font.strike), unseen=unseen)
    if isinstance(value, str):
        value = _unescaped(value)
    return valued(value, cell.number_format or "", struck=bool(font.strike), unseen=unseen)


def _of_runs(runs: CellRichText, *, struck: bool, unseen: bool) -> SheetCell:
    """A cell whose letters are of several faces; what has none of its own has the cell's."""
    seen, gone, hidden = "", "", ""
    for run in runs:
        font = run.font if isinstance(run, TextBlock) else None
        text = _unescaped(run.text if isinstance(run, TextBlock) else str(run))
        if _is_white(font.color) if font and font.color else unseen:
            hidden += text
        elif bool(font.strike) if font else struck:
            gone += text
        else:
            seen += text
    return SheetCell(as_seen(seen), as_seen(gone), as_seen(hidden))


def _is_white(colour: Any) -> bool:
    if colour is None:
        return False
    if colour.type == "rgb":
        return colour.rgb in _WHITE
    return colour.type == "theme" and colour.theme == _THEME_WHITE and not colour.tint


def _within(cell: Any, areas: list[Area]) -> bool:
    return any(
        one.top <= cell.row <= one.bottom and one.left <= cell.column <= one.right for one in areas
    )


def _unescaped(text: str) -> str:
    """What a workbook writes for signs that XML does not have: _x000D_ for the end of a line."""
    return _ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), text) if "_x" in text else text


def _beside(sheet: Any) -> Iterator[tuple[str, str]]:
    """The comments at cells, and what is printed at the head and the foot of each page."""
    for line in sheet.iter_rows():
        for cell in line:
            if comment := cell.comment:
                place = f"{sheet.title}!{letters(cell.column)}{cell.row}"
                yield _("{place}, a comment").format(place=place), comment.text
    said: list[str] = []
    for part in (
        "oddHeader",
        "oddFooter",
        "evenHeader",
        "evenFooter",
        "firstHeader",
        "firstFooter",
    ):
        for where in ("left", "center", "right"):
            text = getattr(getattr(sheet, part), where).text
            text = re.sub(r"&\[?\w+\]?", "", text) if text else ""
            if not _PAGE_NUMBER.fullmatch(text) and text not in said:
                said.append(text)
                yield _("{place}, at the head or foot of the page").format(place=sheet.title), text


def _text_boxes(data: bytes) -> Iterator[str]:
    """The texts of shapes that lie over the sheets, which openpyxl does not read."""
    from lxml import etree

    with zipfile.ZipFile(BytesIO(data)) as package:
        for part in package.namelist():
            if not re.fullmatch(r"xl/drawings/drawing\d+\.xml", part):
                continue
            root = etree.fromstring(package.read(part), etree.XMLParser(resolve_entities=False))
            for shape in root.iter("{*}txBody"):
                lines = ("".join(line.itertext("{*}t")) for line in shape.iter("{*}p"))
                yield "\n".join(filter(str.strip, lines))
