"""Answers about progress: the ledger, the history, who owes a report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sulist.asking.subject import Subject
from sulist.write.answer import Answer
from sulist.write.json import contract, tracked

if TYPE_CHECKING:
    from sulist.asking.query import Query
    from sulist.reports.owing import Period
    from sulist.standing.tracking import Progress
    from sulist.write.screen.blocks import Page, Table


def ledger(progress: Progress, query: Query) -> Answer:
    """A row an item: its light, state, percent, days left, last report, problem."""
    worklist, as_of = progress.worklist, progress.as_of
    subject = Subject(worklist, query, as_of, progress)
    selection = subject.select()

    def page() -> Page:
        from sulist.reports.ledger import ledger_of
        from sulist.write.screen.progress import ledger_page

        return ledger_page(progress, ledger_of(subject, selection))

    def records() -> Table:
        from sulist.write.screen.items import records

        return records(selection.matches)

    def data() -> dict[str, Any]:
        return contract.answer(worklist, query, selection, as_of)

    return Answer(page, data, records, len(selection.matches))


def history(progress: Progress, query: Query) -> Answer:
    """Everything that was said of the items that the query names, or of all where it names none."""
    from sulist.reports.history import history as everything

    found = everything(progress, query.ids)

    def page() -> Page:
        from sulist.write.screen.progress import history_page

        return history_page(found)

    def data() -> dict[str, Any]:
        return _head(progress, query) | {"records": tracked.history(found.told)}

    def table() -> Table:
        from sulist.write.screen.progress import history_records

        return history_records(found)

    return Answer(page, data, table, len(found.told))


def owing(progress: Progress, period: Period, query: Query) -> Answer:
    """Which lead units have not reported for a period, and on what; of ``query`` the units count."""
    from sulist.reports.owing import open_unled
    from sulist.reports.owing import owing as who_owes

    found = who_owes(progress, period, query.units)

    def page() -> Page:
        from sulist.write.screen.progress import owing_page

        return owing_page(progress, found, 0 if query.units else open_unled(progress))

    def data() -> dict[str, Any]:
        return _head(progress, query) | tracked.owing(found)

    def table() -> Table:
        from sulist.write.screen.progress import owing_table

        return owing_table(found, for_spreadsheet=True)

    return Answer(page, data, table, len(found.debts))


def _head(progress: Progress, query: Query) -> dict[str, Any]:
    head = contract.head(progress.worklist, progress.as_of, query)
    return head | {"journal": tracked.journal(progress)}
