"""What the cells below a heading show of it, where its words alone do not say what is to be done."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sulist.base.plain import clean_cell, says_nothing
from sulist.importers.cell_text import has_day, is_ditto, looks_like_units

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sulist.importers.grid import GridRow

_MOST_ROWS = 60  # that are looked at: they show what a column holds
_ANY_YEAR = 2000
_SHORTEST, _FEWEST_LETTERS = 4, 3  # characters, Chinese ones among them: 修路3条
_LETTERS = re.compile("[\u3400-\u9fff]")
_IS_WORK = re.compile(
    "新建|改建|扩建|改扩建|建设|建成|改造|修建|维修|提升|实施|推进|完成|开展|创建|落实|加强|做好"
)


def rows_below(rows: Sequence[GridRow], at: int) -> list[GridRow]:
    """The rows of a table below row ``at`` that have several texts, as many as show what it holds."""
    found: list[GridRow] = []
    for row in rows[at + 1 : at + 1 + _MOST_ROWS]:
        if row.table != rows[at].table:
            break
        if len(row.own) > 1:
            found.append(row)
    return found


def texts_in(rows: Sequence[GridRow], place: int) -> list[str]:
    """What stands in a column, each merged cell once; nothing where a cell says nothing or as above."""
    cells = [row.cells[place] for row in rows if place < len(row.cells)]
    texts = [clean_cell(cell.text) for cell in cells if not cell.merged]
    return [text for text in texts if not says_nothing(text) and not is_ditto(text)]


def say_what_to_do(texts: Sequence[str]) -> bool:
    """Whether most of a column's texts may each name an item: no numbers, dates, units or words that come again."""
    return len(set(texts)) * 2 > len(texts) and sum(map(_names_an_item, texts)) * 2 > len(texts)


def is_value(text: str) -> bool:
    """Whether a text is what a cell holds rather than a heading: a number, a date, a whole unit."""
    return text.isdecimal() or has_day(text, _ANY_YEAR) or looks_like_units(text)


def _names_an_item(text: str) -> bool:
    if len(text) < _SHORTEST or len(_LETTERS.findall(text)) < _FEWEST_LETTERS:
        return False
    if _IS_WORK.match(text):
        return True
    return not is_value(text)


def most_telling(rows: Sequence[GridRow], places: Sequence[int]) -> int | None:
    """Of several columns the one with the longest texts that may name an item; None where none has any."""
    held = {place: texts_in(rows, place) for place in places}
    telling = [place for place in places if say_what_to_do(held[place])]
    return max(telling, key=lambda place: sum(map(len, held[place])), default=None)
