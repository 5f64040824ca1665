"""The header of a table: which column holds what, in one row or two."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from sulist.base.plain import clean_cell
from sulist.importers.cells_below import (
    is_value,
    most_telling,
    rows_below,
    say_what_to_do,
    texts_in,
)
from sulist.importers.labels import Label, meaning

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sulist.importers.grid import GridCell, GridRow

    Told = Mapping[str, str]  # heading → role in a list's file

NOTHING_TOLD: Told = MappingProxyType({})
# What the only heading that nobody knows means, where no other says what is to be done.
GUESSED = Label("text", 5)

_WHO_OR_WHEN = {"lead", "responsible", "support", "deadline"}
_PEOPLE = {"leader", "person"}
_OTHERS = {"serial", "lead", "responsible", "support", "deadline"}
_FILLED_IN = re.compile("[:：]\\s*[^:：\\s]")  # 填报单位：区政府办, above a header
# Where a danger was found, which need not be who does something about it.
_OF_DANGERS = re.compile("隐患|问题|缺陷|风险")
_WHERE = re.compile("(?:企业|单位|部门|场所|机构)名称")
_SHORT = 12  # characters of a strange heading below a wider one
_ENDS = ("。", "；", "，", "、")
# Roles that one column has, the one that says it best, and what further ones are.
_OF_ONE = {
    "text": "detail",
    "serial": "other",
    "category": "other",
    "lead": "responsible",
    "deadline": "other",
}
# What a person may call a column, as in a list's file.
_TOLD = {"text": Label("text", -1)}


class HeaderColumn(NamedTuple):
    """A column: its printed label and what it means; ``known`` is false for a strange label.

    ``role`` is that of a label; of several texts one names the item, and the others are its
    ``detail``. The lower its ``rank``, the surer it is what its role says.
    """

    label: str
    role: str
    rank: int = 0
    known: bool = True


class Header(NamedTuple):
    """The columns of a table, and how many rows the header takes."""

    columns: tuple[HeaderColumn, ...]
    height: int

    def at(self, *roles: str) -> tuple[int, ...]:
        """The places of the columns with one of the roles, in their order."""
        return tuple(at for at, column in enumerate(self.columns) if column.role in roles)


_ENOUGH = 10  # headings, of which half have to be known


def labels_in(
    cells: Sequence[str], told: Told = NOTHING_TOLD, rows: Sequence[GridRow] = (), at: int = 0
) -> list[Label | None] | None:
    """The meanings of a header's cells; None where they are no header.

    A header names who, when or the number, and what is to be done; half of its headings are known,
    or five of a wide one. Where no heading says what is to be done, the one does of which the cells
    below row ``at`` do, or else the only one that is not known.
    """
    texts = [cell for cell in cells if cell.strip()]
    if len(texts) < 2 or texts[0].strip().isdigit():
        return None
    labels = [_label(cell, told) for cell in cells]
    roles = {label.role for label in labels if label}
    known = sum(label is not None for label in labels)
    says_who = roles & _OTHERS or ("text" in roles and roles & _PEOPLE)
    if not says_who or known * 2 < min(len(texts), _ENOUGH):
        return None
    if "text" not in roles:
        naming = _naming(cells, labels, roles, rows, at)
        if naming is None:
            return None
        labels[naming] = GUESSED
    return labels


def _naming(
    cells: Sequence[str],
    labels: Sequence[Label | None],
    roles: set[str],
    rows: Sequence[GridRow],
    above: int,
) -> int | None:
    """The place of the heading that says what is to be done, though no word of it does."""
    strange = [at for at, cell in enumerate(cells) if cell.strip() and labels[at] is None]
    if any(is_value(clean_cell(cells[at])) for at in strange):
        return None  # 发布机构, then which
    if roles & _WHO_OR_WHEN:
        kinds = [strange] + [
            [at for at, label in enumerate(labels) if label and label.role == role]
            for role in ("target", "category")
        ]
        below = rows_below(rows, above)
        found = (most_telling(below, kind) for kind in kinds)
        if (told := next((at for at in found if at is not None), None)) is not None:
            return told
    is_only = len(set(map(cells.__getitem__, strange))) == 1 and len(roles & _OTHERS) >= 2
    return strange[0] if is_only else None


def headings_without_text(rows: Sequence[GridRow]) -> list[str]:
    """The headings of the first table whose header says who or when, but not what is to be done."""
    for row in rows:
        texts = [clean_cell(cell.text) for cell in row.own]
        known = [label for label in map(meaning, texts) if label]
        if (
            row.table
            and len(known) * 2 >= len(texts) > 1
            and {*_OTHERS} & {one.role for one in known}
        ):
            return texts
    return []


def _label(cell: str, told: Told) -> Label | None:
    name = clean_cell(cell)
    if not name:
        return None
    role = told.get(name)
    return (_TOLD.get(role) or Label(role)) if role else meaning(cell)


def read_header(rows: Sequence[GridRow], at: int, told: Told = NOTHING_TOLD) -> Header | None:
    """The header that begins at row ``at``, of one row or of two; None where none does.

    ``told`` is what a person said of some headings: their roles.
    """
    row = rows[at]
    upper = [cell.text for cell in row.cells]
    if at + 1 < len(rows) and rows[at + 1].table == row.table:
        lower = rows[at + 1]
        if _is_second(row, lower):
            texts = _together(row, lower)
            height = 2
            if third := _third(rows, at, texts):
                texts, height = third, 3
            labels = labels_in(texts, told, rows, at + height - 1)
            if labels:
                return Header(_columns(texts, labels), height)
    texts = [cell.text if cell.merged != "across" else "" for cell in row.cells]
    labels = labels_in(texts, told, rows, at)
    if labels is None:
        return None
    height = 1
    while (
        at + height < len(rows)
        and rows[at + height].table == row.table
        and rows[at + height].cells
        and all(
            cell.merged == "down" or (cell.merged and not cell.text)
            for cell in rows[at + height].cells
        )
    ):
        height += 1  # every cell of the header is merged over two rows
    across = [cell.merged == "across" for cell in row.cells]
    labels = _spread(labels, across)
    for place in _lost_merges(rows, at, labels):
        upper[place], labels[place] = upper[place - 1], labels[place - 1]
    return Header(_columns(upper, labels), height)


def _lost_merges(rows: Sequence[GridRow], at: int, labels: Sequence[Label | None]) -> Iterator[int]:
    """The places without a heading, beside one of texts, whose cells say what is to be done."""
    cells = rows[at].cells
    for place in range(1, len(cells)):
        beside = labels[place - 1]
        if cells[place].text or cells[place].merged or not beside or beside.role != "text":
            continue
        if say_what_to_do(texts_in(rows_below(rows, at), place)):
            yield place


def header_words_over(header: Header, row: GridRow) -> list[GridCell]:
    """What stands in a header's first row over several headings, 进度安排 over 一季度, and is none itself."""
    labels = {column.label for column in header.columns}
    return [cell for cell in row.own if header.height > 1 and clean_cell(cell.text) not in labels]


def _spread(labels: list[Label | None], across: Sequence[bool]) -> list[Label | None]:
    """The labels with each also over the columns that its cell covers."""
    return [labels[_first(across, at)] for at in range(len(labels))]


def _first(across: Sequence[bool], at: int) -> int:
    while at and across[at]:
        at -= 1
    return at


def _is_second(upper: GridRow, lower: GridRow) -> bool:
    """Whether ``lower`` goes on with the header: its own cells are labels, below wider ones."""
    own = [
        (at, cell)
        for at, cell in enumerate(lower.cells)
        if cell.text and not cell.merged and at < len(upper.cells)
    ]
    if not own or len(upper.own) < 2 or any(_FILLED_IN.search(cell.text) for cell in upper.own):
        return False
    across = {
        at for at, cell in enumerate(upper.cells) if cell.width > 1 or cell.merged == "across"
    }
    merges = any(cell.merged or cell.width > 1 for cell in (*upper.cells, *lower.cells))
    if not merges and _all_below_wider(upper, own):
        return True
    for at, cell in own:
        if meaning(cell.text) is None and not (at in across and len(cell.text) <= _SHORT):
            return False
        if merges and at not in across and upper.cells[at].text:
            return False
        if not merges and upper.cells[at].text and not _shares_a_head(upper, lower, at):
            return False
    return True


def _all_below_wider(upper: GridRow, own: Sequence[tuple[int, GridCell]]) -> bool:
    """第一季度, 第二季度 below 进度安排 with nothing beside it, and nothing else: a merge that was lost."""
    places = {at for at, _cell in own}
    if any(len(cell.text) > _SHORT or cell.text.endswith(_ENDS) for _at, cell in own):
        return False
    for at in places:
        beside = at + 1 if upper.cells[at].text else at
        if beside >= len(upper.cells) or upper.cells[beside].text or beside not in places:
            return False
    return any(upper.cells[at].text for at in places)


def _third(rows: Sequence[GridRow], at: int, texts: Sequence[str]) -> list[str] | None:
    """The headings with those of a third row, below words of the second that only part: 市级, 县级."""
    if at + 2 >= len(rows) or rows[at + 2].table != rows[at].table:
        return None
    row = rows[at + 2]
    own = [
        (place, cell.text) for place, cell in enumerate(row.cells) if cell.text and not cell.merged
    ]
    merged = [place for place, cell in enumerate(row.cells) if cell.merged == "down"]
    if not own or not merged or len(row.cells) != len(texts):
        return None
    if any(meaning(text) is None or meaning(texts[place]) is not None for place, text in own):
        return None
    below = dict(own)
    return [below.get(place, text) for place, text in enumerate(texts)]


def _shares_a_head(upper: GridRow, lower: GridRow, at: int) -> bool:
    """责任分工 above 牵头单位, and nothing above the 配合单位 beside it: a merge that was lost."""
    beside = at + 1
    return (
        beside < min(len(upper.cells), len(lower.cells))
        and not upper.cells[beside].text
        and bool(lower.cells[beside].text)
    )


def _together(upper: GridRow, lower: GridRow) -> list[str]:
    texts = []
    for at, cell in enumerate(upper.cells):
        below = lower.cells[at] if at < len(lower.cells) else None
        texts.append(below.text if below and below.text and below.merged != "down" else cell.text)
    return texts


def _columns(texts: Sequence[str], labels: Sequence[Label | None]) -> tuple[HeaderColumn, ...]:
    columns = [
        HeaderColumn(clean_cell(text), label.role, label.rank, known=label is not GUESSED)
        if label
        else HeaderColumn(clean_cell(text), "other", known=not text.strip())
        for text, label in zip(texts, labels, strict=True)
    ]
    for role, other in _OF_ONE.items():
        places = [at for at, column in enumerate(columns) if column.role == role]
        first = min(places, key=lambda at: (columns[at].rank, at), default=-1)
        for at in places:
            if at != first:
                columns[at] = columns[at]._replace(role=other)
    if any(one.role == "text" and _OF_DANGERS.search(one.label) for one in columns):
        columns = [
            one._replace(role="other", known=False) if _WHERE.fullmatch(one.label) else one
            for one in columns
        ]
    if any(one.role == "responsible" and not one.rank for one in columns):
        columns = [
            one._replace(role="other") if one.role == "responsible" and one.rank else one
            for one in columns
        ]
    return tuple(columns)
