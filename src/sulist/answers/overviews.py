"""Answers about the whole list: units, categories, the report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sulist import contract
from sulist.answer import Answer
from sulist.page import Page, Table
from sulist.query import Query, select
from sulist.view import overview
from sulist.view.foot import foot, opening

if TYPE_CHECKING:
    from datetime import date

    from sulist.progress.tracking import Progress
    from sulist.worklist import WorkList


def units(worklist: WorkList, as_of: date) -> Answer:
    """Every unit and its items by role."""
    table = overview.unit_table(worklist)
    data = {"units": contract.units(worklist)}
    return _of_a_table(worklist, as_of, table, data, len(worklist.units))


def categories(worklist: WorkList, as_of: date) -> Answer:
    """Every category and its items by deadline."""
    table = overview.category_table(worklist, as_of)
    data = {"categories": contract.categories(worklist, as_of)}
    return _of_a_table(worklist, as_of, table, data, len(worklist.categories))


def _of_a_table(
    worklist: WorkList, as_of: date, table: Table, data: dict[str, Any], found: int
) -> Answer:
    return Answer(
        page=lambda: Page(
            worklist.title, (*opening(worklist, as_of), table), tuple(foot(worklist))
        ),
        data=lambda: contract.head(worklist, as_of) | data,
        records=lambda: table,
        found=found,
    )


def report(
    worklist: WorkList, as_of: date, progress: Progress | None = None, since: date | None = None
) -> Answer:
    """The whole picture; with progress the report of the meeting, and what changed ``since`` the last."""
    selection = select(worklist, Query(), as_of, each_date=True, progress=progress)

    def page() -> Page:
        if progress is None:
            return overview.report_page(worklist, selection, as_of)
        from sulist.view.meeting import report_page

        return report_page(progress, selection, since)

    def data() -> dict[str, Any]:
        found = contract.report(worklist, selection, as_of)
        if progress:
            from sulist.progress import as_data

            found |= {"progress": as_data.report(progress, since)}
        return found

    def records() -> Table:
        if progress is None:
            return overview.unit_table(worklist)
        from sulist.progress.counting import by_lead
        from sulist.view.meeting import counts_table

        return counts_table("", "牵头单位", by_lead(progress))

    return Answer(page, data, records, len(worklist.items))
