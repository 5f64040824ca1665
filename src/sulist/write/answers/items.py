"""Answers about items, from a list, a query and a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sulist.asking.query import select
from sulist.write.answer import Answer

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sulist.asking.query import Query, Selection
    from sulist.listfile.worklist import WorkList
    from sulist.standing.tracking import Progress
    from sulist.write.screen.blocks import Page, Table

    # Given the module of views, which is loaded only where a page is asked for, and what it shows.
    PageMaker = Callable[..., Page]


def listed(
    worklist: WorkList, query: Query, as_of: date, what: str, progress: Progress | None = None
) -> Answer:
    """The items in the printed order, under the title ``what``."""
    selection = select(worklist, query, as_of, progress=progress)
    return _answer(
        worklist,
        query,
        selection,
        as_of,
        lambda view, *known: view.items_page(*known, what=what, make_table=view.list_table),
    )


def due(
    worklist: WorkList, query: Query, as_of: date, what: str, progress: Progress | None = None
) -> Answer:
    """What falls due, soonest first, a row for every milestone."""
    selection = select(worklist, query, as_of, each_date=True, progress=progress)
    return _answer(
        worklist,
        query,
        selection,
        as_of,
        lambda view, *known: view.items_page(*known, what=what, make_table=view.due_table),
    )


def by_unit(
    worklist: WorkList, query: Query, as_of: date, progress: Progress | None = None
) -> Answer:
    """A unit's items by the four ways it is touched."""
    selection = select(worklist, query, as_of, progress=progress)
    return _answer(
        worklist, query, selection, as_of, lambda view, *known: view.by_unit_page(*known)
    )


def shown(
    worklist: WorkList, query: Query, as_of: date, progress: Progress | None = None
) -> Answer:
    """All of each item."""
    selection = select(worklist, query, as_of, progress=progress)
    return _answer(worklist, query, selection, as_of, lambda view, *known: view.show_page(*known))


def _answer(
    worklist: WorkList, query: Query, selection: Selection, as_of: date, make_page: PageMaker
) -> Answer:
    def page() -> Page:
        from sulist.write.screen import items

        return make_page(items, worklist, query, selection, as_of)

    def data() -> dict[str, Any]:
        from sulist.write.json import contract

        return contract.answer(worklist, query, selection, as_of)

    def records() -> Table:
        from sulist.write.screen.items import records

        return records(selection.matches)

    return Answer(page, data, records, len(selection.matches))
