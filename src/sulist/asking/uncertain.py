"""Which cells that could not be read matter to a question: those of what it found, or might have found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.asking.query import select

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sulist.asking.query import Match, Query
    from sulist.listfile.item import WorkItem
    from sulist.listfile.worklist import Unread, WorkList
    from sulist.standing.tracking import Progress

_OF_DATES, _OF_UNITS, _OF_PEOPLE = ("deadline",), ("lead", "responsible"), ("leader", "person")
# Cells that no column of the list has, by what they are like.
_LIKE = {"assigned": "deadline", "printed_serial": "serial", "more": ""}


def role_of(worklist: WorkList, cell: str) -> str:
    """The role of a cell by its key or heading; empty where it may say anything, as one that has no column."""
    if cell in _LIKE:
        return _LIKE[cell]
    own = (one.role for one in worklist.columns if cell in (one.key, one.heading))
    return next(own, cell if cell in (*_OF_DATES, *_OF_UNITS, "text") else "")


def heading_of(worklist: WorkList, cell: str) -> str:
    """What a person calls a cell: its printed heading, where it has one."""
    role = role_of(worklist, cell)
    found = (one.heading for one in worklist.columns if cell in (one.key, one.heading))
    return next(found, next((c.heading for c in worklist.columns if c.role == role), cell))


def in_question(
    worklist: WorkList,
    query: Query,
    as_of: date,
    matches: tuple[Match, ...],
    progress: Progress | None,
    *,
    each_date: bool,
) -> tuple[Unread, ...]:
    """The cells that could not be read of the ``matches``, and those for which an item may be none.

    An item whose deadline is not read may fall due in any time that is asked about, and have any light
    that its state allows; one whose units are not may touch any unit, where all else that is asked for
    holds; likewise of people, and of the cells that --where names.
    """
    shown = {one.item.id for one in matches}
    asks_dates = each_date or query.asks_dates or bool(query.lights)
    decide: dict[str, list[Unread]] = {}
    for one in worklist.unread:
        if one.id not in shown and _decides(worklist, query, one.cell, asks_dates=asks_dates):
            decide.setdefault(one.id, []).append(one)
    perhaps = _matching(worklist, query, as_of, progress, decide)
    kept = shown | perhaps
    return tuple(
        one
        for one in worklist.unread
        if one.id in kept and (one.id in shown or one in decide[one.id])
    )


def _decides(worklist: WorkList, query: Query, cell: str, *, asks_dates: bool) -> bool:
    """Whether a cell says if its item is an answer."""
    role = role_of(worklist, cell)
    return bool(
        (asks_dates and role in ("", *_OF_DATES))
        or (query.units and role in ("", *_OF_UNITS))
        or ((query.leaders or query.persons) and role in ("", *_OF_PEOPLE))
        or any(cell in (column.key, column.heading) for column, _text in query.where)
        or (query.where and role == "")
    )


def _matching(
    worklist: WorkList,
    query: Query,
    as_of: date,
    progress: Progress | None,
    decide: dict[str, list[Unread]],
) -> set[str]:
    """Of the items that have cells in doubt which ``decide``, those that answer all else that is asked."""
    by_question: dict[Query, set[str]] = {}
    for item, cells in decide.items():
        roles = {role_of(worklist, one.cell) for one in cells}
        looser = _loosened(query, roles, {one.cell for one in cells})
        by_question.setdefault(looser, set()).add(item)
    found: set[str] = set()
    for looser, ids in by_question.items():
        categories = tuple(
            one._replace(items=tuple([item for item in one.items if item.id in ids]))
            for one in worklist.categories
        )
        part = worklist._replace(categories=categories)
        matches = select(part, looser, as_of, progress=progress).matches
        of_any_light = looser.lights != query.lights
        found |= {
            one.item.id
            for one in matches
            if not of_any_light or _may_have(one.item, query.lights, progress)
        }
    return found


def _may_have(item: WorkItem, lights: tuple[str, ...], progress: Progress | None) -> bool:
    """Whether an item whose deadline could not be read might have one of these lights."""
    return progress is not None and not progress.may_be(item).isdisjoint(lights)


def _loosened(query: Query, roles: set[str], cells: Iterable[str]) -> Query:
    """The question without what is asked of cells of these roles."""
    if roles & {"", *_OF_DATES}:
        query = query.undated()._replace(lights=())
    if roles & {"", *_OF_UNITS}:
        query = query._replace(units=(), roles=())
    if roles & {"", *_OF_PEOPLE}:
        query = query._replace(leaders=(), persons=())
    where = [
        (column, text)
        for column, text in query.where
        if "" not in roles and not {column.key, column.heading} & {*cells}
    ]
    return query._replace(where=tuple(where))
