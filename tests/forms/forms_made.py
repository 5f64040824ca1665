"""Ways for the tests to send a form, to fill it in, and to have LibreOffice save it."""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import cache
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from journals import progress

from sulist.forms.layout import COLUMNS, led_by
from sulist.forms.returned import document, read_form
from sulist.standing.periods import period_named
from sulist.standing.settings import Reports
from sulist.write.sheet.form import form

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from sulist.forms.returned import Returned
    from sulist.journal.record import Record
    from sulist.standing.tracking import Progress

SHEET = "xl/worksheets/sheet1.xml"
HEAD = 5  # the row of the headings, as a sheet counts
LETTER = {one.key: "ABCDEFGHIJK"[at] for at, one in enumerate(COLUMNS)}
SOFFICE = shutil.which("soffice")
needs_libreoffice = pytest.mark.skipif(
    SOFFICE is None, reason="LibreOffice (soffice) is not installed"
)


def sent(
    file: Path,
    unit: str,
    month: int = 6,
    records: Iterable[Record] = (),
    of: Progress | None = None,
) -> Path:
    """The form of a unit for a month of 2021."""
    if of is None and not records:
        file.write_bytes(_before_any_report(unit, month))
    else:
        file.write_bytes(_form(of or progress(records, f"{month:02}-10"), unit, month))
    return file


@cache
def _before_any_report(unit: str, month: int) -> bytes:
    return _form(progress((), f"{month:02}-10"), unit, month)


def _form(known: Progress, unit: str, month: int) -> bytes:
    items = led_by(known.worklist)[unit]
    return form(known, unit, items, f"2021-{month:02}", period_named(f"2021-{month:02}", Reports()))


def read(file: Path) -> Returned:
    """What is in a form, read in this process."""
    return read_form(document(str(file)), file.name)


def changed(file: Path, change: Callable[[Any], None]) -> Path:
    """A workbook with its first sheet changed by openpyxl."""
    from openpyxl import load_workbook

    book = load_workbook(file)
    change(book.worksheets[0])
    book.save(file)
    return file


def typed_in(file: Path, texts: Callable[[str], Mapping[str, str]]) -> Path:
    """A form as sulist made it with texts put into open cells of its sheet, by what they are called: where many are made, since it takes no time.

    They are chosen from the XML of the sheet.
    """
    with ZipFile(file) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    sheet = parts[SHEET].decode()
    for cell, text in texts(sheet).items():
        written = rf'\g<1> t="inlineStr"><is><t>{text}</t></is></c>'
        sheet, count = re.subn(rf'(<c r="{cell}" s="\d+")/>', written, sheet)
        assert count == 1, cell
    with ZipFile(file, "w") as package:
        for name, data in parts.items():
            package.writestr(name, sheet.encode() if name == SHEET else data)
    return file


def texts_in(sheet: str, cell: str) -> list[tuple[str, str, str]]:
    """The column, row and text of the cells of a sheet's XML whose name is of this pattern."""
    return re.findall(rf'<c r="(?={cell}")([A-Z]+)(\d+)"[^>]*><is><t[^>]*>([^<]*)', sheet)


def filled(file: Path, rows: Mapping[str, Mapping[str, object]]) -> Path:
    """A form with values put into the rows of some ids, by the keys of the columns."""

    def fill(sheet: Any) -> None:
        for row in sheet.iter_rows(min_row=HEAD + 1):
            for key, value in rows.get(str(row[0].value), {}).items():
                sheet[f"{LETTER[key]}{row[0].row}"].value = value

    what = (file.read_bytes(), repr(rows))
    if what not in _filled:
        _filled[what] = changed(file, fill).read_bytes()
    file.write_bytes(_filled[what])
    return file


_filled: dict[tuple[bytes, str], bytes] = {}  # most tests begin with the same form


def by_libreoffice(file: Path, *steps: str) -> Path:
    """The file as LibreOffice saves it, one conversion after another: ods, xlsx."""
    folder = file.parent
    for number, step in enumerate(steps):
        target = folder / f"step{number}"
        done = subprocess.run(
            [
                *(SOFFICE or "soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}"),
                *("--headless", "--convert-to", step, "--outdir", str(target), str(file)),
            ],
            capture_output=True,
            check=True,
            timeout=120,
        )
        assert not warnings(done.stderr), done.stderr
        file = target / f"{file.stem}.{step}"
    return file


def warnings(said: bytes) -> list[str]:
    """What LibreOffice complains of, but for the Java that this machine may lack."""
    return [
        line
        for line in said.decode(errors="replace").splitlines()
        if line.strip() and "javaldx" not in line
    ]
