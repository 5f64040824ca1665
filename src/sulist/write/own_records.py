"""Items for a spreadsheet: the columns of a list with columns of its own, and those that a question names.

First what says which item it is, then every printed column under its own heading and in the printed
order, then what is derived: the same whether or not there are rows or a journal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import N_, _
from sulist.base.tuples import NamedTuple
from sulist.standing.names import ROLE_TERMS
from sulist.write.progress_cells import OF_PROGRESS, progress_cells
from sulist.write.screen.blocks import Column, Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from sulist.asking.query import Match
    from sulist.listfile.item import PrintedColumn
    from sulist.listfile.worklist import WorkList

    Cell = Callable[[Match], str]


class Derived(NamedTuple):
    """A column that no list prints: its name in English, or as all know it, and what it says of a match."""

    name: str
    cell: Cell


def _progress(at: int) -> Cell:
    return lambda match: progress_cells(match)[at]


IDENTITY = (
    Derived("编号", lambda match: f"{match.item.category}-{match.item.serial}"),
    Derived("分类", lambda match: match.item.category_title),
)
DERIVED = (
    Derived(N_("due"), lambda match: match.due.isoformat() if match.due else ""),
    Derived(N_("days left"), lambda match: "" if match.days_left is None else str(match.days_left)),
    Derived(N_("milestone"), lambda match: str(match.step or "")),
    Derived(N_("role"), lambda match: ROLE_TERMS.get(match.role or "", "")),
    *(Derived(title, _progress(at)) for at, title in enumerate(OF_PROGRESS)),
    Derived(
        N_("occurrence"), lambda match: match.occurrence.isoformat() if match.occurrence else ""
    ),
    Derived(N_("who leads"), lambda match: "、".join(ref.name for ref in match.item.lead)),
    Derived(N_("leaders"), lambda match: "、".join(match.item.leaders)),
    Derived(N_("persons"), lambda match: "、".join(match.item.persons)),
    Derived(N_("part of"), lambda match: _spreadsheet_id(match.item.part_of, match.item.category)),
    Derived(
        N_("assigned"),
        lambda match: match.item.assigned.isoformat() if match.item.assigned else "",
    ),
    Derived(N_("source"), lambda match: match.item.source),
)
_IN_DOUBT = N_("in doubt")


def _spreadsheet_id(written: str, category: str) -> str:
    """An id that no spreadsheet takes for a date; a part is of an item in its own category."""
    return f"{category}-{written.rpartition('-')[2]}" if written else ""


def columns_of(worklist: WorkList) -> dict[str, Cell]:
    """Every column by its title: which item, what is printed, what is derived.

    A derived one that is called as a printed one is told apart: 编号（sulist）.
    """
    from sulist.asking.uncertain import heading_of

    headings = {one.heading for one in worklist.columns}
    identity = [
        one
        for one in IDENTITY
        if one.name != "分类" or not any(own.role == "category" for own in worklist.columns)
    ]

    def title(name: str) -> str:
        return f"{name}（sulist）" if name in headings else name

    doubts = [(one.id, heading_of(worklist, one.cell)) for one in worklist.unread]
    return {
        **{title(one.name): one.cell for one in identity},
        **{one.heading: _printed(one) for one in worklist.columns},
        **{title(_(one.name)): one.cell for one in DERIVED},
        title(_(_IN_DOUBT)): lambda match: "、".join(
            cell for item, cell in doubts if item == match.item.id
        ),
    }


def _printed(column: PrintedColumn) -> Cell:
    return lambda match: match.item.cell(column)


def table(columns: dict[str, Cell], matches: tuple[Match, ...]) -> Table:
    """These columns of the matches."""
    titles = tuple(Column(title, fixed=False) for title in columns)
    rows = tuple(tuple(cell(match) for cell in columns.values()) for match in matches)
    return Table("", titles, rows)
