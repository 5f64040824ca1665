"""Answers about items, in every form, from a list, a query and a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist import contract, view

if TYPE_CHECKING:
    from datetime import date

    from sulist.query import Query, Selection
    from sulist.worklist import WorkList


def items(
    worklist: WorkList,
    query: Query,
    selection: Selection,
    as_of: date,
    page: view.Page | None = None,
    *,
    what: str = "",
    responsible: bool = False,
) -> view.Answer:
    """Items as a table, as JSON by the contract, or as records."""

    def table() -> view.Page:
        shown = view.matches_table("", selection.matches, responsible=responsible)
        return view.Page(
            view.question_title(query, what),
            (shown,) if selection.matches else (),
            tuple(view.notes(worklist, query, selection, as_of)),
        )

    return view.Answer(
        page=table if page is None else lambda: page,
        data=lambda: contract.answer(worklist, query, selection, as_of),
        records=lambda: view.records(selection.matches),
        found=len(selection.matches),
    )


def with_note(answer: view.Answer, note: str) -> view.Answer:
    """The answer with one more line under its page."""

    def page() -> view.Page:
        made = answer.page()
        return made._replace(notes=(note, *made.notes))

    return answer._replace(page=page)
