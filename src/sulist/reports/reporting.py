"""What a unit is asked to report on, and what it said last: the rows of its form. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sulist.listfile.touch import leads, speaks_for

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sulist.journal.record import Record
    from sulist.listfile.item import WorkItem
    from sulist.standing.tracking import Progress


class AskedRow(NamedTuple):
    """An item, or with a ``step`` one of its several dates, that has still to be done.

    ``extended_to`` is its date where it was extended; ``reopened`` is whether just this is taken up
    again; ``last`` is what the unit said last of just this, if it did. Where it is one of several units
    of which nobody knows which leads, that is what any of them said, and ``by`` is which of them did.
    ``several`` is whether the item has rows for its dates too, ``alone`` whether the unit alone leads it.
    """

    item: WorkItem
    step: int
    extended_to: date | None
    reopened: bool
    last: Record | None
    by: str
    several: bool
    alone: bool


class BlankForm(NamedTuple):
    """What a unit is asked; ``not_asked`` are, by state, the ids of its items that have no row."""

    unit: str
    rows: tuple[AskedRow, ...]
    not_asked: dict[str, tuple[str, ...]]


def blank_form(progress: Progress, unit: str, items: Iterable[WorkItem]) -> BlankForm:
    """The form of a unit on the items that it leads: of several dates those that are not met."""
    rows: list[AskedRow] = []
    not_asked: dict[str, tuple[str, ...]] = {}
    for item in items:
        one = progress.of(item)
        if one.open:
            rows += _rows(progress, unit, item)
        else:
            not_asked[one.state] = (*not_asked.get(one.state, ()), item.id)
    return BlankForm(unit, tuple(rows), not_asked)


def _rows(progress: Progress, unit: str, item: WorkItem) -> list[AskedRow]:
    one, worklist = progress.of(item), progress.worklist
    last = {
        report.milestone if len(one.dates) > 1 else 0: report
        for report in one.reports
        if speaks_for(worklist, item, report.unit, unit)
    }
    dates = {due_date.step: due_date for due_date in one.dates}
    steps = (0, *(step for step, due_date in dates.items() if step and due_date.open))
    rows = []
    for step in steps:
        due_date, said = dates.get(step), last.get(step)
        by = (worklist.roster.canonical(said.unit) or said.unit) if said else unit
        rows.append(
            AskedRow(
                item,
                step,
                due_date.due if due_date and due_date.extended else None,
                (due_date.state if due_date else one.state) == "reopened",
                said,
                by if by != unit else "",
                len(steps) > 1,
                leads(worklist, item) == (unit,),
            )
        )
    return rows
