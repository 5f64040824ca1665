"""The header of a table: which column holds what, in one row or two."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sulist.base.plain import clean_cell
from sulist.importers.labels import Label, meaning

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sulist.importers.grid import GridRow

_OTHERS = {"serial", "lead", "responsible", "support", "deadline"}


class HeaderColumn(NamedTuple):
    """A column: its printed label and what it means; ``known`` is false for a strange label."""

    label: str
    role: str
    rank: int = 0
    known: bool = True


class Header(NamedTuple):
    """The columns of a table, and how many rows the header takes."""

    columns: tuple[HeaderColumn, ...]
    height: int

    def at(self, role: str) -> tuple[int, ...]:
        """The places of the columns with a role, in their order."""
        return tuple(at for at, column in enumerate(self.columns) if column.role == role)


def labels_in(cells: Sequence[str]) -> list[Label | None] | None:
    """The meanings of a header's cells; None where they are no header.

    A header names what the items are called, and at least one other column.
    """
    texts = [cell for cell in cells if cell.strip()]
    if len(texts) < 2:
        return None
    labels = [meaning(cell) if cell.strip() else None for cell in cells]
    roles = {label.role for label in labels if label}
    known = sum(label is not None for label in labels)
    if "text" not in roles or not roles & _OTHERS or known * 2 < len(texts):
        return None
    return labels


def read_header(rows: Sequence[GridRow], at: int) -> Header | None:
    """The header that begins at row ``at``, of one row or of two; None where none does."""
    row = rows[at]
    upper = [cell.text for cell in row.cells]
    if at + 1 < len(rows) and rows[at + 1].table == row.table:
        lower = rows[at + 1]
        if _is_second(row, lower):
            texts = _together(row, lower)
            labels = labels_in(texts)
            if labels:
                return Header(_columns(texts, labels), 2)
    labels = labels_in([cell.text if cell.merged != "across" else "" for cell in row.cells])
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
    return Header(_columns(upper, [meaning(text) for text in upper]), height)


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
    for at, cell in own:
        if meaning(cell.text) is None:
            return False
        if merges and at not in across and upper.cells[at].text:
            return False
        if not merges and upper.cells[at].text and not _shares_a_head(upper, lower, at):
            return False
    return True


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
        HeaderColumn(clean_cell(text), label.role, label.rank)
        if label
        else HeaderColumn(clean_cell(text), "aside", known=not text.strip())
        for text, label in zip(texts, labels, strict=True)
    ]
    for role in ("serial", "category"):  # a second one is kept beside the items
        for at in [at for at, column in enumerate(columns) if column.role == role][1:]:
            columns[at] = columns[at]._replace(role="aside")
    roles = {column.role for column in columns}
    if "lead" not in roles and {"responsible", "support"} <= roles:
        # 责任单位 beside 配合单位: who is responsible leads, who supports is responsible with it
        renamed = {"responsible": "lead", "support": "responsible"}
        columns = [
            column._replace(role=renamed.get(column.role, column.role)) for column in columns
        ]
    return tuple(columns)
