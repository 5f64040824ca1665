"""Excel workbooks before 2007 (.xls), by xlrd: the only reader of them that tells the form of a number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import xlrd
from xlrd.xldate import XLDateError, xldate_as_datetime

from sulist.base.errors import FileError
from sulist.base.i18n import _
from sulist.importers.grid import Grid, as_seen, bounded
from sulist.importers.read.number_forms import CHINESE
from sulist.importers.read.sheets import Area, ReadBook, Sheet, SheetCell, letters, valued
from sulist.importers.read.sniff import damaged

if TYPE_CHECKING:
    from datetime import datetime

    from xlrd.formatting import XF, Font

    from sulist.importers.grid import ReadShare

_WHITE = 9  # in the table of colours that every book has
_NO_FILL = 0
_SEEN = 20  # twentieths of a point of height, and parts of 256 of a digit's width
_ERRORS = {
    0: "#NULL!",
    7: "#DIV/0!",
    15: "#VALUE!",
    23: "#REF!",
    29: "#NAME?",
    36: "#NUM!",
    42: "#N/A",
}


def read(data: bytes, name: str, progress: ReadShare) -> Grid:
    """The grid of an .xls file; each sheet that is shown is a table.

    Raises:
        FileError: xlrd cannot open it, or it passes a bound.
    """
    made = ReadBook(progress)
    try:
        with xlrd.open_workbook(
            file_contents=data, formatting_info=True, on_demand=True, logfile=_Nowhere()
        ) as book:
            _read(book, made)
    except FileError:
        raise
    except xlrd.XLRDError as error:
        if "encrypted" in str(error):
            raise FileError(
                _(
                    "{file} is locked with a password. Open it, take the password off, and save it"
                ).format(file=name)
            ) from None
        raise damaged(name) from error
    except Exception as error:  # the package raises whatever its parts raise
        raise damaged(name) from error
    progress(1, 1)
    return Grid(tuple(made.rows), made.told(), beside=made.beside_it())


class _Nowhere:
    """Where the package writes what it notices."""

    def write(self, text: str) -> int:
        """Takes a text, and keeps nothing."""
        return len(text)


def _read(book: Any, made: ReadBook) -> None:
    for number in range(book.nsheets):
        sheet = book.sheet_by_index(number)
        if sheet.visibility:
            made.hidden_sheet(sheet.name)
        else:
            bounded(sheet.nrows, sheet.nrows * sheet.ncols)
            made.add(_sheet(book, sheet), number + 1)
            for (row, column), note in sorted(sheet.cell_note_map.items()):
                place = f"{sheet.name}!{letters(column + 1)}{row + 1}"
                made.note(_("{place}, a comment").format(place=place), note.text)
        book.unload_sheet(number)


def _sheet(book: Any, sheet: Any) -> Sheet:
    return Sheet(
        sheet.name,
        sheet.nrows,
        sheet.ncols,
        frozenset(
            at + 1 for at, row in sheet.rowinfo_map.items() if row.hidden or row.height < _SEEN
        ),
        frozenset(
            at + 1 for at, one in sheet.colinfo_map.items() if one.hidden or one.width < _SEEN
        ),
        tuple(
            Area(top + 1, left + 1, min(bottom, sheet.nrows), min(right, sheet.ncols))
            for top, bottom, left, right in sheet.merged_cells
        ),
        lambda row, column: _cell(book, sheet, row - 1, column - 1),
    )


def _cell(book: Any, sheet: Any, row: int, column: int) -> SheetCell:
    if column >= sheet.row_len(row):
        return SheetCell()
    cell = sheet.cell(row, column)
    if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
        return SheetCell()
    form: XF = book.xf_list[cell.xf_index]
    font: Font = book.font_list[form.font_index]
    unseen = font.colour_index == _WHITE and form.background.fill_pattern == _NO_FILL
    struck = bool(font.struck_out)
    runs = sheet.rich_text_runlist_map.get((row, column))
    if cell.ctype == xlrd.XL_CELL_TEXT and runs:
        return _of_runs(book, cell.value, [(0, form.font_index), *runs], unseen=unseen)
    known = book.format_map.get(form.format_key)
    code = known.format_str if known else CHINESE.get(form.format_key, "General")
    return valued(_value(book, cell), code, struck=struck, unseen=unseen)


def _value(book: Any, cell: Any) -> object:
    """A value as Python has it."""
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(cell.value)
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return _ERRORS.get(cell.value, "#ERR!")
    if cell.ctype == xlrd.XL_CELL_DATE:
        try:
            moment: datetime = xldate_as_datetime(cell.value, book.datemode)
        except (XLDateError, OverflowError, ValueError):
            return cell.value
        return moment.time() if 0 < cell.value < 1 else moment
    return cell.value


def _of_runs(book: Any, text: str, runs: list[tuple[int, int]], *, unseen: bool) -> SheetCell:
    """A text whose letters are of several faces: each run begins at a letter, and has a font."""
    seen, gone = "", ""
    for at, (start, font) in enumerate(runs):
        end = runs[at + 1][0] if at + 1 < len(runs) else len(text)
        if book.font_list[font].struck_out:
            gone += text[start:end]
        else:
            seen += text[start:end]
    if unseen:
        return SheetCell(hidden=as_seen(text))
    return SheetCell(as_seen(seen), as_seen(gone))
