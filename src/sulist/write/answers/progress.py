"""Answers about progress: the ledger, the history, who owes a report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sulist.asking.subject import Subject
from sulist.reports.items import listing
from sulist.write.answer import Answer
from sulist.write.json import items, tracked

if TYPE_CHECKING:
    from sulist.asking.query import Query
    from sulist.reports.owing import Period
    from sulist.standing.tracking import Progress
    from sulist.write.screen.blocks import Page, Table


def ledger(progress: Progress, query: Query) -> Answer:
    """A row an item: its light, state, percent, days left, last report, problem."""
    worklist, as_of = progress.worklist, progress.as_of
    asked = listing(Subject(worklist, query, as_of, progress))

    def page() -> Page:
        from sulist.write.screen.progress import ledger_page

        return ledger_page(progress, query, asked.selection)

    def records() -> Table:
        from sulist.write.records import of_matches

        return of_matches(asked.selection.matches)

    def data() -> dict[str, Any]:
        return items.data(asked)

    return Answer(page, data, records, asked.found)


def history(progress: Progress, query: Query) -> Answer:
    """Everything that was said of the items that the query names, or of all where it names none."""
    named = tuple(item for item in progress.worklist.items if item.id in query.ids)
    found = tuple(one for one in progress.history() if not named or one.item in query.ids)

    def page() -> Page:
        from sulist.write.screen.progress import history_page

        return history_page(progress, named, found, progress.as_of)

    def data() -> dict[str, Any]:
        return _head(progress, query) | {"records": tracked.history(progress, found)}

    def table() -> Table:
        from sulist.write.screen.progress import history_records

        return history_records(progress, found)

    return Answer(page, data, table, len(found))


def owing(progress: Progress, period: Period, query: Query) -> Answer:
    """Which lead units have not reported for a period, and on what; of ``query`` the units count."""
    from sulist.reports.owing import owing as who_owes

    found = who_owes(progress, period, query.units)

    def page() -> Page:
        from sulist.write.screen.progress import owing_page

        return owing_page(progress, found, query.units)

    def data() -> dict[str, Any]:
        return _head(progress, query) | tracked.owing(found, progress.as_of)

    def table() -> Table:
        from sulist.write.screen.progress import owing_table

        return owing_table(found, for_spreadsheet=True)

    return Answer(page, data, table, len(found.debts))


def _head(progress: Progress, query: Query) -> dict[str, Any]:
    head = items.head(Subject(progress.worklist, query, progress.as_of, progress))
    return head | {"journal": tracked.journal(progress)}
