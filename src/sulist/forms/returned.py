"""A filled-in form's cells, found again by their headings and ids: what is typed where, and nothing judged.

Guards before openpyxl sees a file: kind, size, what it unpacks to, entities, the extent of its sheets.
"""

from __future__ import annotations

import os
import re
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple
from zipfile import ZipFile

from sulist.base.days import monday_of
from sulist.base.errors import FileError
from sulist.base.extras import require
from sulist.base.i18n import _
from sulist.base.showing import printable
from sulist.forms.cells import FormCell, Note, cell_of, title_of
from sulist.forms.layout import COLUMN, FIRST_FORMAT, FORMAT, MARKER_NAME, NOTE, Marker
from sulist.forms.unread import outside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sulist.sandbox import Document, JobWatch

_MOST_HEAD_ROWS = 40


class Returned(NamedTuple):
    """A form that came back: each row's cells by the column's key.

    ``sheet`` is the table's name, ``name`` what the file is called in what is said of it;
    ``people`` are cells above the table that name who stands behind it, by the record's key.
    """

    file: str
    name: str
    marker: Marker
    sheet: str
    rows: tuple[dict[str, FormCell], ...]
    notes: tuple[Note, ...] = ()
    people: tuple[tuple[str, FormCell], ...] = ()

    def place(self, cell: FormCell) -> str:
        """Where a cell is, for a person: file!sheet!cell."""
        return f"{self.name}!{self.sheet}!{cell.at}"


def document(file: str) -> Document:
    """The document that ``file`` is.

    Raises:
        FileError: it does not exist, cannot be read, or is what a program leaves beside an open one.
    """
    from sulist.importers.read.sniff import read_bytes
    from sulist.sandbox import Document

    if os.path.basename(file).startswith("~$"):
        raise FileError(
            _(
                "{file} only says that the workbook is open in a program. Close it there, and leave this file out"
            ).format(file=printable(file))
        )
    return Document(file, read_bytes(file))


def form_job(
    documents: Iterable[Document], _number: int, told: Sequence[Any], watch: JobWatch
) -> Returned:
    """``read_form`` as a child does it; ``told`` is what the one document is called.

    Raises:
        FileError: it cannot be read, or not safely, or is no form of sulist; says what to do.
    """
    (one,) = documents
    watch.begins(one.name)
    return read_form(one, told[0])


def read_form(form: Document, called: str) -> Returned:
    """What is in a form, whatever it costs; places in it are told under the name ``called``.

    Raises:
        FileError: it cannot be read, or not safely, or is no form of sulist; says what to do.
    """
    from sulist.importers.read.sniff import suffix
    from sulist.sandbox import quiet

    file, data = form.name, form.data
    name = printable(file)
    if (kind := suffix(file, data)) != ".xlsx":
        raise FileError(
            _("{file} is {kind}, but a filled-in form is .xlsx. Save it as .xlsx").format(
                file=name, kind=kind
            )
        )
    require("openpyxl", _("Reading {suffix}").format(suffix=".xlsx"))
    with quiet():
        from sulist.importers.read.parts import as_usual
        from sulist.importers.read.workbook import examine, opened

        data = as_usual(data)
        examine(data, name)
        book = opened(data, name)
    return _Finder(file, called, book).found(pictures=_has_pictures(data))


class _Finder:
    """Finds the marker, the table and its columns in a workbook."""

    def __init__(self, file: str, called: str, book: Any) -> None:
        self.file = file
        self.called = called
        self.name = printable(file)
        self.book = book

    def found(self, *, pictures: bool) -> Returned:
        marker = self._marker()
        sheet, head, columns = self._table(marker.titles)
        beside = outside(self.called, self.book, sheet, head, marker)
        notes = list(beside.notes)
        if pictures:
            notes.append(Note(self.called, _("pictures or other objects, not read")))
        rows = tuple(_rows(sheet, head, columns))
        return Returned(
            self.file, self.called, marker, sheet.title, rows, tuple(notes), beside.people
        )

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
        triples = [
            (str(name), "" if value is None else str(value), "" if sign is None else str(sign))
            for name, value, sign in sheet.iter_rows(min_col=1, max_col=3, values_only=True)
            if name is not None
        ]
        known = {name: value for name, value, _sign in reversed(triples)}
        if known[MARKER_NAME] not in map(str, (FIRST_FORMAT, FORMAT)):
            raise FileError(
                _(
                    "{file} is a form of kind {form}; this sulist reads kind {known}. Use the sulist that made it, or a newer one"
                ).format(file=self.name, form=printable(known[MARKER_NAME][:20]), known=FORMAT)
            )
        month = known.get("月份", "")
        if not (
            (re.fullmatch(r"\d{4}-(?:0[1-9]|1[0-2])", month) or monday_of(month))
            and re.fullmatch(r"\d{4}|0", known.get("年度", ""))
            and known.get("清单")
            and known.get("单位")
        ):
            raise FileError(
                _(
                    "{file}: the sheet that says whose form it is ({sheet}) was changed. Copy what was filled in into the form that was sent, and send that"
                ).format(file=self.name, sheet=printable(sheet.title))
            )
        rows = tuple(value for name, value, _sign in triples if name == "行")
        signs = {value: sign for name, value, sign in triples if name == "行" and sign}
        made = Marker(known["清单"], int(known["年度"]), month, known["单位"], rows, signs)
        titles = {value: key for name, value, key in triples if name == COLUMN}
        notes = tuple(value for name, value, _sign in triples if name == NOTE)
        return made._replace(titles=titles or made.titles, notes=notes)

    def _table(self, known: Mapping[str, str]) -> tuple[Any, int, dict[str, int]]:
        """The sheet with the table, the row of its headings, and where each column is."""
        found = []
        for sheet in self.book.worksheets:
            for row in sheet.iter_rows(max_row=_MOST_HEAD_ROWS):
                titles = [(title_of(cell.value), cell) for cell in row]
                places = [(known[title], cell.column) for title, cell in titles if title in known]
                if {"id", "status"} <= {key for key, _column in places}:
                    found.append((sheet, row[0].row, places))
                    break
        if len(found) != 1:
            raise FileError(
                (
                    _("{file}: the table with the headings 序号 and 状态 is missing.")
                    if not found
                    else _("{file}: more than one sheet has the table; keep the one that counts.")
                ).format(file=self.name)
            )
        sheet, head, places = found[0]
        keys = [key for key, _column in places]
        columns = dict(places)
        for title, key in known.items():
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
        return sheet, head, columns


def _rows(sheet: Any, head: int, columns: dict[str, int]) -> Iterator[dict[str, FormCell]]:
    for row in sheet.iter_rows(min_row=head + 1):
        found = {key: cell_of(row[column - 1]) for key, column in columns.items()}
        if any(not cell.empty for key, cell in found.items()):
            yield found


def _has_pictures(data: bytes) -> bool:
    """Whether something lies upon a sheet, such as a photograph, a text box or an attached file."""
    with ZipFile(BytesIO(data)) as parts:
        return any(
            name.startswith(("xl/media/", "xl/embeddings/"))
            or (name.startswith("xl/drawings/drawing") and b"Anchor" in parts.read(name))
            for name in parts.namelist()
        )
