"""Answers about progress: the ledger, the history, who owes a report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sulist import contract
from sulist.answer import Answer
from sulist.progress import as_data
from sulist.query import select

if TYPE_CHECKING:
    from sulist.page import Page, Table
    from sulist.progress.owing import Period
    from sulist.progress.tracking import Progress
    from sulist.query import Query


def ledger(progress: Progress, query: Query) -> Answer:
    """A row an item: its light, state, percent, days left, last report, problem."""
    worklist, as_of = progress.worklist, progress.as_of
    selection = select(worklist, query, as_of, progress=progress)

    def page() -> Page:
        from sulist.view.progress import ledger_page

        return ledger_page(progress, query, selection)

    def records() -> Table:
        from sulist.view.items import records

        return records(selection.matches)

    def data() -> dict[str, Any]:
        return contract.answer(worklist, query, selection, as_of)

    return Answer(page, data, records, len(selection.matches))


def history(progress: Progress, query: Query) -> Answer:
    """Everything that was said of the items that the query names, or of all where it names none."""
    items = tuple(item for item in progress.worklist.items if item.id in query.ids)
    found = tuple(one for one in progress.history() if not items or one.item in query.ids)

    def page() -> Page:
        from sulist.view.progress import history_page

        return history_page(progress, items, found, progress.as_of)

    def data() -> dict[str, Any]:
        return _head(progress, query) | {"records": as_data.history(progress, found)}

    def table() -> Table:
        from sulist.view.progress import history_records

        return history_records(progress, found)

    return Answer(page, data, table, len(found))


def owing(progress: Progress, period: Period, query: Query) -> Answer:
    """Which lead units have not reported for a period, and on what; of ``query`` the units count."""
    from sulist.progress.owing import owing as who_owes

    found = who_owes(progress, period, query.units)

    def page() -> Page:
        from sulist.view.progress import owing_page

        return owing_page(progress, found, query.units)

    def data() -> dict[str, Any]:
        return _head(progress, query) | as_data.owing(found, progress.as_of)

    def table() -> Table:
        from sulist.view.progress import owing_table

        return owing_table(found, for_spreadsheet=True)

    return Answer(page, data, table, len(found.debts))


def _head(progress: Progress, query: Query) -> dict[str, Any]:
    head = contract.head(progress.worklist, progress.as_of, query)
    return head | {"journal": as_data.journal(progress)}
