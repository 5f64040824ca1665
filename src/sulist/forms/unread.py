"""What of a form that came back is not read, each with its place: nothing that a unit wrote is dropped in silence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from sulist.base.i18n import _
from sulist.forms.cells import Note, cell_of, title_of
from sulist.forms.head import without_own_words
from sulist.forms.layout import MARKER_NAME
from sulist.forms.people import people_in
from sulist.forms.values import as_typed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.forms.cells import FormCell
    from sulist.forms.layout import Marker

_REST_TITLES = ("编号", "栏目", "内容")  # of the sheet that holds long texts whole
_PAGE_WORDS = re.compile(r"&(?:\[\w+\]|[A-Z])|第|页|共|Page|of|[\s，,/\\\d.—–-]", re.IGNORECASE)
_SIDES = ("left", "center", "right")
_PAGES = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")


class Outside(NamedTuple):
    """What stands outside the table: who is named there, with the cells, and what is not read."""

    people: tuple[tuple[str, FormCell], ...]
    notes: tuple[Note, ...]


def outside(called: str, book: Any, table: Any, head: int, marker: Marker) -> Outside:
    """Everything outside the table, of a file that is ``called`` so; ``head`` is the row of its headings."""
    people: list[tuple[str, FormCell]] = []
    notes: list[Note] = []
    where = f"{called}!{table.title}"
    for row in table.iter_rows(max_row=head - 1) if head > 1 else ():
        cells = [_of_the_unit(cell_of(cell), marker) for cell in row]
        named = people_in(cells)
        people += named.people
        for cell in named.rest:
            what = (
                _("above the table and struck out, not read")
                if cell.struck
                else _("above the table, not read")
            )
            notes.append(Note(f"{where}!{cell.at}", what, as_typed(cell)))
    notes += _other_columns(where, table, head, marker)
    notes += _comments(where, table)
    notes += _pages(where, table)
    for sheet in book.worksheets:
        if sheet is not table and sheet.cell(1, 1).value != MARKER_NAME:
            notes += _other_sheet(f"{called}!{sheet.title}", sheet, marker)
    return Outside(tuple(people), tuple(notes))


def _of_the_unit(cell: FormCell, marker: Marker) -> FormCell:
    """A cell above the table without what sulist wrote there itself."""
    if not isinstance(cell.value, str) or cell.fault:
        return cell
    return cell._replace(value=without_own_words(cell.value, marker))


def _other_columns(where: str, table: Any, head: int, marker: Marker) -> Iterator[Note]:
    """A note for each column beside those of the form in which something stands."""
    for title in table[head]:
        if title_of(title.value) in marker.titles:
            continue
        column = table.iter_rows(min_row=head, min_col=title.column, max_col=title.column)
        texts = [as_typed(cell) for (one,) in column if not (cell := cell_of(one)).empty]
        if texts:
            what = _("a column of the unit's own, not read")
            yield Note(f"{where}!{title.coordinate}", what, "；".join(texts))


def _comments(where: str, sheet: Any) -> Iterator[Note]:
    for row in sheet.iter_rows():
        for cell in row:
            if comment := getattr(cell, "comment", None):
                what = _("a comment on a cell, not read")
                yield Note(f"{where}!{cell.coordinate}", what, str(comment.text or "").strip())


def _pages(where: str, sheet: Any) -> Iterator[Note]:
    """What is printed above and below each page, but for numbers of pages."""
    texts = []
    for name in _PAGES:
        page = getattr(sheet, name)
        texts += [str(getattr(page, side).text or "").strip() for side in _SIDES]
    for text in dict.fromkeys(texts):
        if _PAGE_WORDS.sub("", text):
            yield Note(where, _("in the header or footer of the pages, not read"), text)


def _other_sheet(where: str, sheet: Any, marker: Marker) -> Iterator[Note]:
    """A note for a sheet of the unit's own, and for what it added to the one of long texts."""
    rows = [[cell_of(cell) for cell in row] for row in sheet.iter_rows()]
    ours = tuple(cell.value for cell in rows[0][:3]) == _REST_TITLES if rows else False
    used = [
        cell
        for number, row in enumerate(rows)
        for at, cell in enumerate(row)
        if not cell.empty and not (ours and at < 3 and (number == 0 or _is_ours(row, marker)))
    ]
    if used:
        what = (
            _("added to the sheet of long texts, not read")
            if ours
            else _("a sheet of the unit's own, not read")
        )
        at = used[0].at if ours else "A1"
        yield Note(f"{where}!{at}", what, "；".join(map(as_typed, used)))
    yield from _comments(where, sheet)


def _is_ours(row: list[FormCell], marker: Marker) -> bool:
    """Whether a row of the sheet of long texts holds one of the form's cells."""
    return row[0].value in marker.rows and row[1].value in marker.titles
