"""The header of a table: which column holds what, in one row or two."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from sulist.base.plain import clean_cell
from sulist.importers.labels import Label, meaning

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sulist.importers.grid import GridCell, GridRow

    Told = Mapping[str, str]  # heading → role in a list's file

NOTHING_TOLD: Told = MappingProxyType({})
# What the only heading that nobody knows means, where no other says what is to be done.
GUESSED = Label("text", 4)

_OTHERS = {"serial", "lead", "responsible", "support", "deadline"}
_SHORT = 12  # characters of a strange heading below a wider one
_ENDS = ("。", "；", "，", "、")
_ONE_EACH = ("serial", "category", "lead", "deadline")
# What a person may call a column, as in a list's file.
_TOLD = {"text": Label("text", -1)}


class HeaderColumn(NamedTuple):
    """A column: its printed label and what it means; ``known`` is false for a strange label.

    ``role`` is that of a label; of several texts one names the item, and the others are its
    ``detail``.
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


def labels_in(cells: Sequence[str], told: Told = NOTHING_TOLD) -> list[Label | None] | None:
    """The meanings of a header's cells; None where they are no header.

    A header names who, when or the number, and what is to be done; half of its headings are known,
    or five of a wide one. Where one heading alone is not
    known and no other says what is to be done, that one does.
    """
    texts = [cell for cell in cells if cell.strip()]
    if len(texts) < 2 or texts[0].strip().isdigit():
        return None
    labels = [_label(cell, told) for cell in cells]
    roles = {label.role for label in labels if label}
    known = sum(label is not None for label in labels)
    if not roles & _OTHERS or known * 2 < min(len(texts), _ENOUGH):
        return None
    if "text" not in roles:
        strange = [at for at, cell in enumerate(cells) if cell.strip() and labels[at] is None]
        if len(set(map(cells.__getitem__, strange))) != 1 or len(roles & _OTHERS) < 2:
            return None
        labels[strange[0]] = GUESSED
    return labels


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
            labels = labels_in(texts, told)
            if labels:
                return Header(_columns(texts, labels), 2)
    labels = labels_in([cell.text if cell.merged != "across" else "" for cell in row.cells], told)
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
    return Header(_columns(upper, _spread(labels, across)), height)


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
    if not own or len(upper.own) < 2:
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
        texts.append(below.text if below and below.text and not below.merged else cell.text)
    return texts


def _columns(texts: Sequence[str], labels: Sequence[Label | None]) -> tuple[HeaderColumn, ...]:
    columns = [
        HeaderColumn(clean_cell(text), label.role, label.rank, known=label is not GUESSED)
        if label
        else HeaderColumn(clean_cell(text), "other", known=not text.strip())
        for text, label in zip(texts, labels, strict=True)
    ]
    names = [at for at, column in enumerate(columns) if column.role == "text"]
    first = min(names, key=lambda at: (columns[at].rank, at))
    for at in names:
        if at != first:
            columns[at] = columns[at]._replace(role="detail")
    for role in _ONE_EACH:  # a second one is a column of its own
        further = [at for at, column in enumerate(columns) if column.role == role][1:]
        for at in further:
            role_there = "responsible" if role == "lead" else "other"
            columns[at] = columns[at]._replace(role=role_there)
    return tuple(columns)
