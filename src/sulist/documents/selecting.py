"""A part of a list as a list of its own, so that a document about a part counts that part only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.query import Query, select

if TYPE_CHECKING:
    from datetime import date

    from sulist.progress.tracking import Progress
    from sulist.worklist import WorkList


def narrowed(
    worklist: WorkList, query: Query, as_of: date, progress: Progress | None
) -> tuple[WorkList, Progress | None]:
    """The list with only the items that ``query`` selects, and its progress; categories keep their count."""
    if query == Query():
        return worklist, progress
    found = select(worklist, query, as_of, progress=progress).matches
    wanted = {match.item.id for match in found}
    categories = tuple(
        one._replace(items=tuple(item for item in one.items if item.id in wanted))
        for one in worklist.categories
    )
    part = worklist._replace(categories=tuple(one for one in categories if one.items))
    return part, progress and progress.about(part)
