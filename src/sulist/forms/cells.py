"""A cell of a workbook as a plain value: what is in it, what is wrong with it, what of it is struck out."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Any, NamedTuple

from sulist.base.plain import clean_cell

_CODE = re.compile(r"_x([0-9A-Fa-f]{4})_")


class FormCell(NamedTuple):
    """A cell as it is in the file: ``value`` None where nothing is in it; ``at`` is its name, as G5.

    ``fault`` is formula or error where it holds no value of its own (``value`` is then what is
    written there), and merged where it is a part of a larger cell that begins elsewhere.
    ``percent`` says that it is shown as a percentage; ``struck`` is what of it has a line through it.
    """

    value: str | float | date | time | bool | None
    at: str
    fault: str = ""
    percent: bool = False
    struck: str = ""

    @property
    def empty(self) -> bool:
        """Whether nobody typed anything."""
        return self.fault in ("", "merged") and (
            self.value is None or (isinstance(self.value, str) and not self.value.strip())
        )


class Note(NamedTuple):
    """Something in a file that is not read, which its unit may have meant to be: where, what, and its text."""

    place: str
    what: str
    text: str = ""


def cell_of(cell: Any) -> FormCell:
    """A cell of openpyxl, of a workbook that was loaded with its rich text."""
    value, at = cell.value, cell.coordinate
    if type(cell).__name__ == "MergedCell":
        return FormCell(None, at, "merged")
    if cell.data_type in ("f", "e"):
        return FormCell(str(value), at, "formula" if cell.data_type == "f" else "error")
    form = cell.number_format or ""
    struck = _struck(cell)
    if isinstance(value, datetime) and value.time() == time(0):
        value = value.date()
    elif isinstance(value, int) and not isinstance(value, bool) and re.fullmatch("0{2,}", form):
        value = str(value).zfill(len(form))  # a number that is shown with zeros before it
    elif value is not None and not isinstance(value, (bool, int, float, date, time)):
        value = _decoded(str(value))
    return FormCell(value, at, "", "%" in form, struck)


def title_of(value: Any) -> str:
    """The text of a heading; nothing where none stands there."""
    return clean_cell(str(value)) if isinstance(value, (str, list)) else ""


def _struck(cell: Any) -> str:
    """What of a cell has a line through it: all of it by its format, or the runs of its text that have."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, list):  # runs of rich text; one without a format has the cell's
        whole = bool(cell.font.strike)
        runs = [
            str(run) for run in value if (bool(run.font.strike) if hasattr(run, "font") else whole)
        ]
        return " ".join(filter(None, (run.strip() for run in runs)))
    return str(value).strip() if cell.font.strike else ""


def _decoded(text: str) -> str:
    """Control characters as workbooks write them, and one kind of line break."""
    text = _CODE.sub(lambda found: _control(found.group(0), int(found.group(1), 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _control(written: str, code: int) -> str:
    return chr(code) if code < 0x20 else written
