"""What is asked of what, on which day: everything that a report is made from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sulist.asking.query import select

if TYPE_CHECKING:
    from datetime import date

    from sulist.asking.query import Query, Selection
    from sulist.listfile.worklist import WorkList
    from sulist.standing.tracking import Progress


class Subject(NamedTuple):
    """A list, a question, the day it is asked about, and the progress that is known, if any is."""

    worklist: WorkList
    query: Query
    as_of: date
    progress: Progress | None = None

    def select(self, *, each_date: bool = False) -> Selection:
        """What answers the question; with ``each_date`` a match for every date, soonest first."""
        return select(
            self.worklist, self.query, self.as_of, each_date=each_date, progress=self.progress
        )
