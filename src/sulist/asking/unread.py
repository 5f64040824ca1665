"""Which cells that could not be read matter to a question: those of what it found, or might have found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.asking.query import select

if TYPE_CHECKING:
    from datetime import date

    from sulist.asking.query import Match, Query
    from sulist.listfile.item import WorkItem
    from sulist.listfile.worklist import Unread, WorkList
    from sulist.standing.tracking import Progress

_OF_NO_UNIT = ("deadline", "text")


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

    An item whose deadline is not read may fall due in any time that is asked about, and one whose
    units are not may touch any unit, where all else that is asked for holds.
    """
    shown = {one.item.id for one in matches}
    asks_dates = each_date or query.asks_dates
    found: list[Unread] = []
    for item in worklist.items:
        cells = [one for one in worklist.unread if one.id == item.id]
        if item.id in shown:
            found += cells
            continue
        dates = [one for one in cells if one.cell == "deadline" and asks_dates]
        units = [one for one in cells if one.cell not in _OF_NO_UNIT and query.units]
        if not (dates or units):
            continue
        looser = query
        if dates:
            looser = looser._replace(before=None, after=None, since=None, overdue=False)
        if units:
            looser = looser._replace(units=(), roles=())
        alone = _only(worklist, item)
        if select(alone, looser, as_of, each_date=each_date and not dates, progress=progress).found:
            found += dates + units
    return tuple(found)


def _only(worklist: WorkList, item: WorkItem) -> WorkList:
    """The list with one item, of which nothing more is to be said."""
    own = next(one for one in worklist.categories if one.number == item.category)
    return worklist._replace(categories=(own._replace(items=(item,)),), unread=())
