"""The columns that a question names for a list of items: printed ones by their headings, and derived ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import N_, _, speaking
from sulist.write.own_records import DERIVED, Derived, columns_of
from sulist.write.screen.days_left import days_left, state
from sulist.write.screen.own_cells import OwnCells, OwnColumn

if TYPE_CHECKING:
    from collections.abc import Callable

    from sulist.asking.query import Match
    from sulist.listfile.worklist import WorkList

_LEFT = Derived(N_("left"), lambda match: days_left(match.days_left))


def titles(worklist: WorkList) -> dict[str, str]:
    """Every column by the names that it may be called by: as a screen in use has it, and in either language."""
    by_title = {title: title for title in _every(worklist)}
    derived = [one.name for one in (*DERIVED, _LEFT) if _(one.name) in by_title]
    with speaking("zh_CN"):
        chinese = [_(name) for name in derived]
    by_name = {name: _(name) for name in derived}
    by_name |= dict(zip(chinese, by_name.values(), strict=True))
    return by_title | {name: title for name, title in by_name.items() if name not in by_title}


def for_spreadsheet(
    worklist: WorkList, names: tuple[str, ...]
) -> dict[str, Callable[[Match], str]]:
    """The columns of these titles."""
    every = _every(worklist)
    return {name: every[name] for name in names}


def for_screen(worklist: WorkList, names: tuple[str, ...]) -> tuple[OwnColumn, ...]:
    """The same as a screen shows them: in short, and with the marks of parts and of cells in doubt."""
    cells, every = OwnCells(worklist), _every(worklist)
    shown = {column.title: column for column in cells.every_column()}
    marked = {
        "编号": OwnColumn("编号", lambda match: match.item.id, fixed=True),
        _("due"): OwnColumn(_("due"), cells.due, least=10),
        _("state"): OwnColumn(_("state"), state),
    }
    headings = {one.heading for one in worklist.columns}
    own = {name: one for name, one in marked.items() if name not in headings} | shown
    return tuple(own.get(name) or OwnColumn(name, every[name]) for name in names)


def _every(worklist: WorkList) -> dict[str, Callable[[Match], str]]:
    made = columns_of(worklist)
    made.setdefault(_(_LEFT.name), _LEFT.cell)
    if worklist.leads_by != "lead":
        cells = OwnCells(worklist)
        made.setdefault(cells.lead_title, lambda match: cells.lead(match.item))
    return made
