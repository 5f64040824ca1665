"""A filled-in form's cells, found again by their headings and ids: what is typed where, and nothing judged.

Guards before openpyxl sees a file: kind, size, what it unpacks to, entities, the extent of its sheets.
"""

from __future__ import annotations

import os
import re
from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple
from zipfile import ZipFile

from sulist.errors import FileError
from sulist.extras import require
from sulist.forms.layout import FORMAT, MARKER_NAME, TITLES, Marker
from sulist.i18n import _
from sulist.text import clean_cell, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sulist.sandbox import Document, Watch

_CODE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_MOST_HEAD_ROWS = 40


class Cell(NamedTuple):
    """A cell as it is in the file: ``value`` None where nothing is in it; ``at`` is its name, as G5.

    ``fault`` is formula or error where it holds no value of its own, and merged where it is a part
    of a larger cell that begins elsewhere. ``percent`` says that it is shown as a percentage.
    """

    value: str | float | date | time | bool | None
    at: str
    fault: str = ""
    percent: bool = False

    @property
    def empty(self) -> bool:
        """Whether nobody typed anything."""
        return self.fault in ("", "merged") and (
            self.value is None or (isinstance(self.value, str) and not self.value.strip())
        )


class Note(NamedTuple):
    """Something in a file that is not read, which its unit may have meant to be: where, and what."""

    place: str
    what: str


class Returned(NamedTuple):
    """A form that came back: each row's cells by the column's key.

    ``sheet`` is the table's name, ``name`` what the file is called in what is said of it.
    """

    file: str
    name: str
    marker: Marker
    sheet: str
    rows: tuple[dict[str, Cell], ...]
    notes: tuple[Note, ...] = ()

    def place(self, cell: Cell) -> str:
        """Where a cell is, for a person: file!sheet!cell."""
        return f"{self.name}!{self.sheet}!{cell.at}"


def document(file: str) -> Document:
    """The document that ``file`` is.

    Raises:
        FileError: it does not exist, cannot be read, or is what a program leaves beside an open one.
    """
    from sulist.importers.sniff import read_bytes
    from sulist.sandbox import Document

    if os.path.basename(file).startswith("~$"):
        raise FileError(
            _(
                "{file} only says that the workbook is open in a program. Close it there, and leave this file out"
            ).format(file=printable(file))
        )
    return Document(file, read_bytes(file))


def form_job(
    documents: Iterable[Document], _number: int, told: Sequence[Any], watch: Watch
) -> Returned:
    """``read_form`` as a child does it; ``told`` is what the one document is called.

    Raises:
        FileError: it cannot be read, or not safely, or is no form of sulist; says what to do.
    """
    (one,) = documents
    watch.begins(one.name)
    return read_form(one, told[0])


def read(file: str, called: str = "") -> Returned:
    """The form in ``file``, whatever it costs; places in it are told under ``called``, else its own name.

    Raises:
        FileError: it cannot be read, or not safely, or is no form of sulist; says what to do.
    """
    return read_form(document(file), called)


def read_form(form: Document, called: str = "") -> Returned:
    """What is in a form, whatever it costs; places in it are told under ``called``, else its own name.

    Raises:
        FileError: it cannot be read, or not safely, or is no form of sulist; says what to do.
    """
    from sulist.importers.sniff import damaged, suffix
    from sulist.sandbox import quiet

    file, data = form
    name = printable(file)
    if (kind := suffix(file, data)) != ".xlsx":
        raise FileError(
            _("{file} is {kind}, but a filled-in form is .xlsx. Save it as .xlsx").format(
                file=name, kind=kind
            )
        )
    require("openpyxl", _("Reading {suffix}").format(suffix=".xlsx"))
    with quiet():
        from openpyxl import load_workbook

        from sulist.importers.workbook import examine

        examine(data, name)
        try:
            book = load_workbook(BytesIO(data))
        except Exception as error:  # the package raises whatever its parts raise
            raise damaged(name) from error
    return _Finder(file, called or printable(os.path.basename(file)), book).found(
        pictures=_has_pictures(data)
    )


class _Finder:
    """Finds the marker, the table and its columns in a workbook."""

    def __init__(self, file: str, called: str, book: Any) -> None:
        self.file = file
        self.called = called
        self.name = printable(file)
        self.book = book
        self.notes: list[Note] = []

    def found(self, *, pictures: bool) -> Returned:
        marker = self._marker()
        sheet, head, columns = self._table()
        self._other_sheets(sheet)
        rows = tuple(self._rows(sheet, head, columns))
        if pictures:
            self.notes.append(Note(self.called, _("pictures or other objects, not read")))
        return Returned(self.file, self.called, marker, sheet.title, rows, tuple(self.notes))

    def _marker(self) -> Marker:
        for sheet in self.book.worksheets:
            if sheet.cell(1, 1).value == MARKER_NAME:
                return self._read_marker(sheet)
        raise FileError(
            _(
                "{file} is no form that sulist dispatch made: the sheet that says whose it is is missing. Copy what was filled in into the form that was sent, and send that"
            ).format(file=self.name)
        )

    def _read_marker(self, sheet: Any) -> Marker:
        pairs = [
            (str(name), "" if value is None else str(value))
            for name, value in sheet.iter_rows(min_col=1, max_col=2, values_only=True)
            if name is not None
        ]
        known = dict(reversed(pairs))
        if known[MARKER_NAME] != str(FORMAT):
            raise FileError(
                _(
                    "{file} is a form of kind {form}; this sulist reads kind {known}. Use the sulist that made it, or a newer one"
                ).format(file=self.name, form=printable(known[MARKER_NAME][:20]), known=FORMAT)
            )
        month = known.get("月份", "")
        if not (
            re.fullmatch(r"\d{4}-(?:0[1-9]|1[0-2])", month)
            and re.fullmatch(r"\d{4}", known.get("年度", ""))
            and known.get("清单")
            and known.get("单位")
        ):
            raise FileError(
                _(
                    "{file}: the sheet that says whose form it is ({sheet}) was changed. Copy what was filled in into the form that was sent, and send that"
                ).format(file=self.name, sheet=printable(sheet.title))
            )
        rows = tuple(value for name, value in pairs if name == "行")
        return Marker(known["清单"], int(known["年度"]), month, known["单位"], rows)

    def _table(self) -> tuple[Any, int, dict[str, int]]:
        """The sheet with the table, the row of its headings, and where each column is."""
        found = []
        for sheet in self.book.worksheets:
            for row in sheet.iter_rows(max_row=_MOST_HEAD_ROWS):
                titles = [(_title(cell.value), cell) for cell in row]
                places = [(TITLES[title], cell.column) for title, cell in titles if title in TITLES]
                if {"id", "status"} <= {key for key, _column in places}:
                    found.append((sheet, row[0].row, titles, places))
                    break
        if len(found) != 1:
            raise FileError(
                (
                    _("{file}: the table with the headings 序号 and 状态 is missing.")
                    if not found
                    else _("{file}: more than one sheet has the table; keep the one that counts.")
                ).format(file=self.name)
            )
        sheet, head, titles, places = found[0]
        keys = [key for key, _column in places]
        columns = dict(places)
        for title, key in TITLES.items():
            if keys.count(key) != 1 and key != "last":
                raise FileError(
                    _("{file}!{sheet}: the column {title} stands {n} times in row {row}.").format(
                        file=self.name,
                        sheet=printable(sheet.title),
                        title=title,
                        n=keys.count(key),
                        row=head,
                    )
                )
        self._other_columns(sheet, head, titles)
        return sheet, head, columns

    def _other_columns(self, sheet: Any, head: int, titles: list[tuple[str, Any]]) -> None:
        for title, cell in titles:
            if title not in TITLES and any(
                value is not None
                for (value,) in sheet.iter_rows(
                    min_row=head, min_col=cell.column, max_col=cell.column, values_only=True
                )
            ):
                self._note(sheet, cell.coordinate, _("a column of the unit's own, not read"))

    def _other_sheets(self, table: Any) -> None:
        for sheet in self.book.worksheets:
            is_ours = sheet is table or sheet.cell(1, 1).value == MARKER_NAME
            head = tuple(sheet.cell(1, column).value for column in (1, 2, 3))
            used = any(
                value is not None for row in sheet.iter_rows(values_only=True) for value in row
            )
            if not is_ours and head != ("编号", "栏目", "内容") and used:
                self._note(sheet, "A1", _("a sheet of the unit's own, not read"))

    def _rows(self, sheet: Any, head: int, columns: dict[str, int]) -> Iterator[dict[str, Cell]]:
        for row in sheet.iter_rows(min_row=head + 1):
            for cell in row:
                if getattr(cell, "comment", None):
                    self._note(sheet, cell.coordinate, _("a comment on a cell, not read"))
            found = {key: _cell(row[column - 1]) for key, column in columns.items()}
            if any(not cell.empty for key, cell in found.items()):
                yield found

    def _note(self, sheet: Any, at: str, what: str) -> None:
        self.notes.append(Note(f"{self.called}!{sheet.title}!{at}", what))


def _has_pictures(data: bytes) -> bool:
    """Whether something lies upon a sheet, such as a photograph, a text box or an attached file."""
    with ZipFile(BytesIO(data)) as parts:
        return any(
            name.startswith(("xl/media/", "xl/embeddings/"))
            or (name.startswith("xl/drawings/drawing") and b"Anchor" in parts.read(name))
            for name in parts.namelist()
        )


def _title(value: Any) -> str:
    return clean_cell(value) if isinstance(value, str) else ""


def _cell(cell: Any) -> Cell:
    value = cell.value
    if type(cell).__name__ == "MergedCell":
        return Cell(None, cell.coordinate, "merged")
    if cell.data_type == "f":
        return Cell(None, cell.coordinate, "formula")
    if cell.data_type == "e":
        return Cell(None, cell.coordinate, "error")
    if isinstance(value, str):
        value = _decoded(value)
    elif isinstance(value, datetime) and value.time() == time(0):
        value = value.date()
    elif value is not None and not isinstance(value, (bool, int, float, date, time)):
        value = str(value)
    return Cell(value, cell.coordinate, "", "%" in (cell.number_format or ""))


def _decoded(text: str) -> str:
    """Control characters as workbooks write them, and one kind of line break."""
    text = _CODE.sub(lambda found: _control(found.group(0), int(found.group(1), 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _control(written: str, code: int) -> str:
    return chr(code) if code < 0x20 else written
