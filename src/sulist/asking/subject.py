"""What is asked of what, on which day: everything that a report is made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.asking.query import Query, select
from sulist.base.days import NEAR_DAYS
from sulist.base.tuples import NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from sulist.asking.query import Selection
    from sulist.listfile.worklist import Unread, WorkList
    from sulist.standing.tracking import Progress


_LONG_AGO = 366  # days


def is_outside(worklist: WorkList, as_of: date) -> bool:
    """Whether a day is not of the list's year, so that every date looks long past, or far off."""
    return bool(worklist.year) and as_of.year != worklist.year


class Subject(NamedTuple):
    """A list, a question, the day it is asked about, and the progress that is known, if any is.

    ``near_days`` before a date it is near, where nobody reports; else the settings of the progress say.
    """

    worklist: WorkList
    query: Query
    as_of: date
    progress: Progress | None = None
    near_days: int = NEAR_DAYS

    @property
    def year(self) -> int:
        """The year whose months are told: the list's, else that of the day asked about."""
        return self.worklist.year or self.as_of.year

    def nearness(self, days_left: int | None) -> str:
        """How a date is that is so many days off: late, near, or nothing; an old list does not shout."""
        known = self.progress
        near_days = known.settings.lights.near_days if known else self.near_days
        if days_left is None or not -_LONG_AGO < days_left <= near_days:
            return ""
        return "late" if days_left < 0 else "near"

    @property
    def states(self) -> tuple[str, ...]:
        """The states of progress that are asked for; none where there is no progress to ask."""
        return self.query.states if self.progress else ()

    @property
    def of_states_only(self) -> bool:
        """Whether nothing but states of progress is asked for."""
        return self.query == Query(states=self.query.states)

    def narrowed(self) -> WorkList:
        """The list with all its units and categories, but only the items that are asked for, whatever their dates."""
        asked = self._of_items()
        if asked == Query():
            return self.worklist
        found = select(self.worklist, asked, self.as_of, progress=self.progress)
        wanted = {one.item.id for one in found.matches}
        return self.worklist._replace(
            categories=tuple(
                one._replace(items=tuple([item for item in one.items if item.id in wanted]))
                for one in self.worklist.categories
            )
        )

    def unread_of(self, *roles: str) -> tuple[Unread, ...]:
        """The cells that could not be read and decide what is told of ``narrowed``.

        Of its items those of these ``roles``; of others those for which one may be among them.
        """
        if not self.worklist.unread:
            return ()
        from sulist.asking.uncertain import in_question, role_of

        asked, known = self._of_items(), self.progress
        matches = select(self.worklist, asked, self.as_of, progress=known).matches
        found = in_question(self.worklist, asked, self.as_of, matches, known, each_date=False)
        shown = {one.item.id for one in matches}
        of_roles = ("", *roles)
        return tuple(
            one
            for one in found
            if one.id not in shown or role_of(self.worklist, one.cell) in of_roles
        )

    def _of_items(self) -> Query:
        """What is asked of items, whatever their dates; without progress nothing of states or lights."""
        asked = self.query.undated()
        return asked if self.progress else asked._replace(states=(), lights=())

    def select(self, *, each_date: bool = False) -> Selection:
        """What answers the question; with ``each_date`` a match for every date, soonest first."""
        asked, known = (self.worklist, self.query, self.as_of), self.progress
        found = select(*asked, each_date=each_date, progress=known)
        if not self.worklist.unread:
            return found
        from sulist.asking.uncertain import in_question

        return found._replace(unread=in_question(*asked, found.matches, known, each_date=each_date))
