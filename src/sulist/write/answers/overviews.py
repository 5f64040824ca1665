"""Answers about the whole list: units, categories, the report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sulist.asking.query import Query, select
from sulist.write.answer import Answer
from sulist.write.json import contract
from sulist.write.screen import overview
from sulist.write.screen.blocks import Page, Table
from sulist.write.screen.foot import foot, opening

if TYPE_CHECKING:
    from datetime import date

    from sulist.listfile.worklist import WorkList
    from sulist.standing.tracking import Progress


def units(
    worklist: WorkList,
    as_of: date,
    progress: Progress | None = None,
    states: tuple[str, ...] = (),
) -> Answer:
    """Every unit and its items by role; of these only those in one of ``states``, if any is named."""
    counted = narrowed(worklist, progress, states)
    table = overview.unit_table(counted)
    data = {"units": contract.units(counted)}
    return _of_a_table(worklist, as_of, table, data, len(worklist.units), progress, states)


def categories(
    worklist: WorkList,
    as_of: date,
    progress: Progress | None = None,
    states: tuple[str, ...] = (),
) -> Answer:
    """Every category and its items by deadline; likewise."""
    counted = narrowed(worklist, progress, states)
    table = overview.category_table(counted, as_of)
    data = {"categories": contract.categories(counted, as_of)}
    found = len(worklist.categories)
    return _of_a_table(worklist, as_of, table, data, found, progress, states)


def narrowed(worklist: WorkList, progress: Progress | None, states: tuple[str, ...]) -> WorkList:
    """The list with all its units and categories, but only the items in one of ``states``."""
    if not states or progress is None:
        return worklist
    kept = [
        one._replace(items=tuple(item for item in one.items if progress.of(item).state in states))
        for one in worklist.categories
    ]
    return worklist._replace(categories=tuple(kept))


def _of_a_table(
    worklist: WorkList,
    as_of: date,
    table: Table,
    data: dict[str, Any],
    found: int,
    progress: Progress | None,
    states: tuple[str, ...],
) -> Answer:
    def page() -> Page:
        title, lines = worklist.title, foot(worklist)
        if progress and states:
            from sulist.write.screen.standing import journal_foot
            from sulist.write.words import states_words

            title, lines = f"{title} · {states_words(states)}", journal_foot(progress)
        return Page(title, (*opening(worklist, as_of), table), tuple(lines))

    return Answer(
        page=page,
        data=lambda: contract.head(worklist, as_of, Query(states=states)) | data,
        records=lambda: table,
        found=found,
    )


def report(
    worklist: WorkList,
    as_of: date,
    progress: Progress | None = None,
    since: date | None = None,
    states: tuple[str, ...] = (),
) -> Answer:
    """The whole picture; with progress the report of the meeting, and what changed ``since`` the last.

    With ``states`` it is of the items in one of them only, and says of how many.
    """
    counted = narrowed(worklist, progress, states)
    part = progress and (progress if counted is worklist else progress.about(counted))

    def page() -> Page:
        if progress is None or part is None:
            selection = select(counted, Query(), as_of, each_date=True)
            return overview.report_page(counted, selection, as_of)
        from sulist.reports.meeting import meeting
        from sulist.write.screen.meeting import report_page

        found = meeting(part, since, len(worklist.items))
        return report_page(progress, counted, found, states)

    def data() -> dict[str, Any]:
        selection = select(counted, Query(), as_of, each_date=True, progress=progress)
        found = contract.report(counted, selection, Query(states=states), as_of)
        if part:
            from sulist.reports.meeting import meeting
            from sulist.write.json import tracked

            found |= {"progress": tracked.report(part, meeting(part, since))}
        return found

    def records() -> tuple[Table, ...]:
        return tuple(block for block in page().flat if isinstance(block, Table))

    return Answer(page, data, records, len(counted.items))
