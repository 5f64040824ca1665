"""Answers about items, in every form, from a list, a query and a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sulist.exporters import Answer

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sulist.query import Query, Selection
    from sulist.view import Page, Table
    from sulist.worklist import WorkList

    PageMaker = Callable[[WorkList, Query, Selection, date], Page]


def items(
    worklist: WorkList,
    query: Query,
    selection: Selection,
    as_of: date,
    make_page: PageMaker | None = None,
    *,
    what: str = "",
    responsible: bool = False,
) -> Answer:
    """Items as a page, as JSON by the contract, or as records.

    The page is a table of all, ``what`` its title, or what ``make_page`` makes of them.
    """

    def page() -> Page:
        if make_page:
            return make_page(worklist, query, selection, as_of)
        from sulist import view

        return view.items_page(
            worklist, query, selection, as_of, what=what, responsible=responsible
        )

    def data() -> dict[str, Any]:
        from sulist import contract

        return contract.answer(worklist, query, selection, as_of)

    def records() -> Table:
        from sulist import view

        return view.records(selection.matches)

    return Answer(page, data, records, len(selection.matches))


def with_note(answer: Answer, note: str) -> Answer:
    """The answer with one more line under its page."""

    def page() -> Page:
        made = answer.page()
        return made._replace(notes=(note, *made.notes))

    return answer._replace(page=page)
