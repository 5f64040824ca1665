"""Excel workbooks, by openpyxl: the values as they are shown, merges, hidden parts pointed out."""

from __future__ import annotations

import re
import zipfile
from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string, get_column_letter

from sulist.base.i18n import _
from sulist.importers.grid import Grid, GridCell, GridRow, Remark, as_seen, bounded
from sulist.importers.read.sniff import damaged

if TYPE_CHECKING:
    from sulist.importers.grid import ReadShare

_ROW = re.compile(rb'<(?:\w+:)?row [^>]*?\br="(\d{1,9})"')
_CELL = re.compile(rb'<(?:\w+:)?c [^>]*?\br="([A-Z]{1,4})\d')
_MERGE = re.compile(rb'<(?:\w+:)?mergeCell [^>]*?ref="([A-Z]{1,4})(\d{1,9}):([A-Z]{1,4})(\d{1,9})"')
_UNSAVED = re.compile(
    rb'<c r="([A-Z]+\d+)"[^>]*>\s*<f[^>]*(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>'
)


def read(data: bytes, name: str, progress: ReadShare) -> Grid:
    """The grid of an .xlsx file; each sheet that is shown is a table.

    Raises:
        FileError: openpyxl cannot open it, or it passes a bound.
    """
    unsaved = examine(data, name)
    try:
        book = load_workbook(BytesIO(data), data_only=True)
    except Exception as error:  # the package raises whatever its parts raise
        raise damaged(name) from error
    rows: list[GridRow] = []
    remarks = [
        Remark(
            place,
            _("a formula without a saved value, read as empty"),
            _("Open the workbook, save it, and import it again."),
        )
        for place in unsaved
    ]
    for number, sheet in enumerate(book.worksheets, 1):
        if sheet.sheet_state != "visible":
            remarks.append(
                Remark(
                    sheet.title,
                    _("a hidden sheet, left out"),
                    _("If the list goes on there, show the sheet and import again."),
                )
            )
            continue
        remarks += _hidden_rows(sheet)
        rows += _sheet(sheet, number, progress)
    progress(1, 1)
    return Grid(tuple(rows), tuple(remarks))


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


def _hidden_rows(sheet: Any) -> list[Remark]:
    hidden = sorted(
        at for at, row in sheet.row_dimensions.items() if row.hidden and at <= sheet.max_row
    )
    columns = sorted(
        letter
        for letter, one in sheet.column_dimensions.items()
        if one.hidden and column_index_from_string(letter) <= sheet.max_column
    )
    found = [str(at) for at in hidden] + columns
    if not found:
        return []
    places = ", ".join(found[:10]) + ("…" if len(found) > 10 else "")
    return [
        Remark(
            sheet.title,
            _("hidden rows or columns ({places}), read all the same").format(places=places),
            _("They may be filtered out or outdated."),
        )
    ]


def _sheet(sheet: Any, number: int, progress: ReadShare) -> list[GridRow]:
    merges = _merges(sheet)
    rows = []
    total = sheet.max_row
    for line in sheet.iter_rows():
        cells = []
        for cell in line:
            place = f"{sheet.title}!{get_column_letter(cell.column)}{cell.row}"
            text, kind, width, height = "", "", 1, 1
            if (cell.row, cell.column) in merges:
                first, kind, width, height = merges[cell.row, cell.column]
                text = shown(first)
            else:
                text = shown(cell)
            cells.append(GridCell(text, place, kind, width, height))
        rows.append(GridRow(tuple(cells), number))
        if len(rows) % 100 == 0:
            progress(len(rows), total)
    return rows


def _merges(sheet: Any) -> dict[tuple[int, int], tuple[Any, str, int, int]]:
    """For each place of a merge, its first cell, which part of it this is, and its size."""
    found = {}
    for area in sheet.merged_cells.ranges:
        first = sheet.cell(area.min_row, area.min_col)
        width, height = area.max_col - area.min_col + 1, area.max_row - area.min_row + 1
        for row in range(area.min_row, area.max_row + 1):
            for column in range(area.min_col, area.max_col + 1):
                kind = "across" if column > area.min_col else "down" if row > area.min_row else ""
                found[row, column] = (first, kind, width, height)
    return found


def shown(cell: Any) -> str:
    """A cell's value as the sheet shows it."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        return as_seen(value)
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, (datetime, date)):
        return _day(value, cell.number_format or "")
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, float):
        if "%" in (cell.number_format or ""):
            return f"{value * 100:.10g}%"
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.10g}"
    return str(value)


def _day(value: Any, form: str) -> str:
    """A day in the Chinese form that its cell has, else as 2021-08-31."""
    form = re.sub(r'"|\\|\[[^\]]*\]|;@', "", form)
    if "日" in form and "月" in form:
        year = f"{value.year}年" if "年" in form else ""
        return f"{year}{value.month}月{value.day}日"
    if "月" in form:
        return f"{value.year}年{value.month}月" if "年" in form else f"{value.month}月"
    if form.lower().replace("-", "/") in ("m/d", "mm/dd"):
        return f"{value.month}月{value.day}日"
    return f"{value:%Y-%m-%d}"
