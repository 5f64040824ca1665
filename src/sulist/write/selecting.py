"""A part of a list as a list of its own, and what was asked for and left out of a document about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sulist.asking.query import Query, select
from sulist.write.screen.items import question_title

if TYPE_CHECKING:
    from datetime import date

    from sulist.asking.query import Selection
    from sulist.listfile.worklist import WorkList
    from sulist.standing.tracking import Progress

NOTHING = "没有符合条件的事项。"


class NarrowedList(NamedTuple):
    """The items that a query selects as a list, its progress, and what the dates asked for left out."""

    worklist: WorkList
    progress: Progress | None
    left_out: list[str]


def narrowed(
    worklist: WorkList, query: Query, as_of: date, progress: Progress | None
) -> NarrowedList:
    """The list with only the items that ``query`` selects, so that a document about them counts them only.

    Categories keep their count.
    """
    if query == Query():
        return NarrowedList(worklist, progress, [])
    selection = select(worklist, query, as_of, progress=progress)
    wanted = {match.item.id for match in selection.matches}
    categories = tuple(
        one._replace(items=tuple(item for item in one.items if item.id in wanted))
        for one in worklist.categories
    )
    part = worklist._replace(categories=tuple(one for one in categories if one.items))
    return NarrowedList(part, progress and progress.about(part), left_out(query, selection))


def asked(query: Query) -> str:
    """What the filters ask for; nothing where there are none."""
    return question_title(query, "").removeprefix(" · ") if query != Query() else ""


def left_out(query: Query, selection: Selection) -> list[str]:
    """What the filters of dates left out without looking at it: nothing drops out in silence."""
    lines = []
    if query.asks_dates and selection.undated:
        lines.append(f"另有{selection.undated}项没有具体日期，未列入。")
    if selection.settled:
        lines.append(f"另有{selection.settled}项已完成或已调整，未列入。")
    return lines
