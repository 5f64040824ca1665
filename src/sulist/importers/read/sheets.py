"""A spreadsheet of any kind → rows of a grid: what is shown of its sheets, and what is not, named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sulist.base.i18n import _
from sulist.importers.grid import GridCell, GridRow, Remark, as_seen
from sulist.importers.read.number_forms import Shown, plain, shown
from sulist.importers.read.unseen import HIDDEN, STRUCK, Unshown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sulist.importers.grid import ReadShare

_A_MONTH_OR_TENTH = re.compile(r"(?:19|20)\d\d\.1")


class SheetCell(NamedTuple):
    """A cell: what it shows and what is struck out in it; ``doubt`` is the code of a form that is not known."""

    text: str = ""
    struck: str = ""
    hidden: str = ""
    doubt: str = ""


class Area(NamedTuple):
    """A merge, by rows and columns counted from 1, its last ones within it."""

    top: int
    left: int
    bottom: int
    right: int


class Sheet(NamedTuple):
    """A sheet that is shown; rows and columns are counted from 1."""

    title: str
    height: int
    width: int
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]
    merges: tuple[Area, ...]
    cell: Callable[[int, int], SheetCell]


class ReadBook:
    """Collects the rows of a workbook's sheets, and what has to be said of them."""

    def __init__(self, progress: ReadShare) -> None:
        self.progress = progress
        self.rows: list[GridRow] = []
        self.remarks: list[Remark] = []
        self.beside: list[GridCell] = []
        self.left_out = Unshown()

    def hidden_sheet(self, title: str) -> None:
        """Names a sheet that is not shown."""
        self.remarks.append(
            Remark(
                title,
                _("a hidden sheet, left out"),
                _("If the list goes on there, show the sheet and import again."),
            )
        )

    def note(self, place: str, text: str) -> None:
        """Takes down a text that stands beside the cells: a comment, a header."""
        if seen := as_seen(text):
            self.beside.append(GridCell(seen, place))

    def add(self, sheet: Sheet, number: int) -> None:
        """Takes the rows of a sheet."""
        merges = _merges(sheet)
        columns = [c for c in range(1, sheet.width + 1) if c not in sheet.hidden_columns]
        rows = [r for r in range(1, sheet.height + 1) if r not in sheet.hidden_rows]
        seen: set[tuple[int, int]] = set()
        for at, row in enumerate(rows, 1):
            made = []
            for column in columns:
                area = merges.get((row, column))
                place = f"{sheet.title}!{letters(column)}{row}"
                if area is None:
                    made.append(GridCell(self._text(sheet, row, column, place), place))
                    continue
                first = (area.top, area.left)
                text = self._text(sheet, *first, place, told=first in seen)
                seen.add(first)
                width = sum(area.left <= one <= area.right for one in columns)
                height = sum(area.top <= one <= area.bottom for one in rows)
                left = next(one for one in columns if one >= area.left)
                top = next(one for one in rows if one >= area.top)
                merged = "across" if column > left else "down" if row > top else ""
                made.append(GridCell(text, place, merged, width, height))
            self.rows.append(GridRow(tuple(made), number))
            if at % 100 == 0:
                self.progress(at, len(rows))
        self._name_hidden(sheet, rows, columns, merges)

    def _text(self, sheet: Sheet, row: int, column: int, place: str, *, told: bool = False) -> str:
        cell = sheet.cell(row, column)
        if not told:
            self.left_out.add(STRUCK, place, cell.struck, row=f"{sheet.title}!{row}")
            self.left_out.add(HIDDEN, place, cell.hidden, row=f"{sheet.title}!{row}")
            if cell.doubt:
                self.remarks.append(_form_not_known(place, cell))
            elif _A_MONTH_OR_TENTH.fullmatch(cell.text):
                self.remarks.append(
                    Remark(
                        place, cell.text, _("A month may have lost its zero: is it 1月 or 10月?")
                    )
                )
        return cell.text

    def _name_hidden(
        self,
        sheet: Sheet,
        rows: list[int],
        columns: list[int],
        merges: dict[tuple[int, int], Area],
    ) -> None:
        """Names what stands in hidden rows and columns; a merge that reaches out of them is shown."""
        shown_rows, shown_columns = frozenset(rows), frozenset(columns)

        def is_shown(row: int, column: int) -> bool:
            area = merges.get((row, column), Area(row, column, row, column))
            return not (
                shown_rows.isdisjoint(range(area.top, area.bottom + 1))
                or shown_columns.isdisjoint(range(area.left, area.right + 1))
            )

        def told(places: Iterable[tuple[int, int]]) -> str:
            texts = [
                " ".join((cell.text, cell.struck, cell.hidden)).strip()
                for row, column in places
                if not is_shown(row, column)
                for cell in (sheet.cell(row, column),)
            ]
            return " ".join(filter(None, texts))

        everywhere = range(1, sheet.width + 1)
        for row in sorted(sheet.hidden_rows):
            self.left_out.add(
                HIDDEN, f"{sheet.title}!{row}", told((row, column) for column in everywhere)
            )
        for column in sorted(sheet.hidden_columns):
            place = f"{sheet.title}!{letters(column)}"
            self.left_out.add(HIDDEN, place, told((row, column) for row in rows))

    def told(self) -> tuple[Remark, ...]:
        """All that a person has to be told."""
        return (*self.remarks, *self.left_out.remarks())

    def beside_it(self) -> tuple[GridCell, ...]:
        """All that is named as not used."""
        return (*self.beside, *self.left_out.in_full())


def valued(value: object, code: str, *, struck: bool = False, unseen: bool = False) -> SheetCell:
    """A cell of one face by its value and the code of its form; ``unseen``: its letters have the colour of the sheet."""
    if value is None or value == "":
        return SheetCell()
    found: Shown = shown(value, code)
    text = as_seen(found.text)
    if unseen or found.hidden:
        return SheetCell(hidden=text)
    if struck:
        return SheetCell(struck=text)
    return SheetCell(text, doubt="" if found.certain else f"{code} {plain(value)}")


def letters(column: int) -> str:
    """A column's letters."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def _merges(sheet: Sheet) -> dict[tuple[int, int], Area]:
    return {
        (row, column): area
        for area in sheet.merges
        for row in range(area.top, area.bottom + 1)
        for column in range(area.left, area.right + 1)
    }


def _form_not_known(place: str, cell: SheetCell) -> Remark:
    return Remark(
        place,
        cell.text,
        _("How its cell shows it is not known ({form}): compare it with the sheet.").format(
            form=cell.doubt
        ),
    )
