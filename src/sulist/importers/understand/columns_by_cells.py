"""Columns that hold something else than their headings say: numbers under 任务, tasks under 分工."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sulist.base.plain import clean_cell
from sulist.importers.cell_text import is_ditto, looks_like_units
from sulist.importers.cells_below import most_telling, say_what_to_do, texts_in
from sulist.importers.headings import read_heading, read_serial

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sulist.importers.grid import GridRow
    from sulist.importers.headers import Header

_UNITS = ("lead", "responsible", "support")
_SHARES = re.compile("分工$")  # who does what: units, or the work of each
_FEWEST_NUMBERS, _FEWEST_CATEGORIES = 2, 3


def by_their_cells(header: Header, body: Sequence[GridRow]) -> Header:
    """The header of a table whose rows are ``body``, with the roles that its cells show."""
    for correct in (_numbers_under_texts, _work_under_units, _words_that_group_nothing):
        header = correct(header, body)
    return header


def _with_role(header: Header, place: int, role: str) -> Header:
    columns = list(header.columns)
    columns[place] = columns[place]._replace(role=role)
    return header._replace(columns=tuple(columns))


def _numbers_under_texts(header: Header, body: Sequence[GridRow]) -> Header:
    """A column of texts that holds numbers alone is that of the serials; another names the items."""
    place = header.at("text")[0]
    held = texts_in(body, place)
    if len(held) < _FEWEST_NUMBERS or any(read_serial(text) is None for text in held):
        return header
    details = sorted(header.at("detail"), key=lambda at: header.columns[at].rank)
    naming = next((at for at in details if say_what_to_do(texts_in(body, at))), None)
    if naming is None:
        naming = most_telling(body, not_of_items(header))
    if naming is None:
        return header
    header = _with_role(header, place, "other" if header.at("serial") else "serial")
    return _with_role(header, naming, "text")


def not_of_items(header: Header) -> list[int]:
    """The places of columns whose headings name no item, though their cells might: targets, and unknown ones."""
    return [
        at
        for at, column in enumerate(header.columns)
        if column.role == "target" or (column.role == "other" and not column.known)
    ]


def _work_under_units(header: Header, body: Sequence[GridRow]) -> Header:
    """细化分工 beside 责任处室 tells what is to be done, where its cells are no units."""
    for place in header.at(*_UNITS):
        if not _SHARES.search(header.columns[place].label) or len(header.at(*_UNITS)) < 2:
            continue
        held = texts_in(body, place)
        if say_what_to_do(held) and sum(map(looks_like_units, held)) * 2 <= len(held):
            header = _with_role(header, place, "detail")
    return header


def _words_that_group_nothing(header: Header, body: Sequence[GridRow]) -> Header:
    """A column of categories whose words come again in other places, or are other ones in each row, groups nothing."""
    for place in header.at("category"):
        cells = [row.cells[place] for row in body if place < len(row.cells)]
        words = [clean_cell(cell.text) for cell in cells]
        if any(cell.merged == "down" for cell in cells) or any(map(read_heading, words)):
            continue
        said = [word for word in words if word and not is_ditto(word)]
        groups = [word for at, word in enumerate(said) if at == 0 or said[at - 1] != word]
        alone = len(groups) == len(words) >= _FEWEST_CATEGORIES
        if alone or len(set(groups)) < len(groups):
            header = _with_role(header, place, "other")
    return header
