"""Answers about items: what falls due, a list of them, a unit's, one in full. Pure values."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sulist.asking.query import Match, Query, Selection, select
from sulist.base.tuples import NamedTuple
from sulist.deadline import day_of

if TYPE_CHECKING:
    from sulist.asking.subject import Subject
    from sulist.listfile.item import WorkItem
    from sulist.listfile.touch import Touch
    from sulist.listfile.worklist import Unread, WorkList


class Due(NamedTuple):
    """What falls due, soonest first, with a match for every date.

    Where a length of time was asked about, ``overdue_besides`` is how much was due before it.
    """

    subject: Subject
    selection: Selection
    overdue_besides: int | None = None

    @property
    def found(self) -> int:
        """How many dates."""
        return self.selection.found

    @property
    def unread(self) -> tuple[Unread, ...]:
        """The cells that could not be read and matter here."""
        return self.selection.unread

    @property
    def only_next(self) -> bool:
        """Whether of something that returns only the next date is here, since no time was asked about."""
        asked = self.subject.query.asks_dates
        return not asked and any(one.occurrence for one in self.selection.matches)


class Listing(NamedTuple):
    """Items in the printed order, or ``in_order`` of a key; ``of`` is what they are of: the region, or a category's title.

    ``columns`` are the titles of those that are asked for, none where nobody named any.
    """

    subject: Subject
    selection: Selection
    of: str
    columns: tuple[str, ...] = ()
    in_order: str = ""

    @property
    def found(self) -> int:
        """How many items."""
        return self.selection.found

    @property
    def unread(self) -> tuple[Unread, ...]:
        """The cells that could not be read and matter here."""
        return self.selection.unread


class RoleItems(NamedTuple):
    """What touches a unit in one of the four ways."""

    role: str
    matches: tuple[Match, ...]


class UnitItems(NamedTuple):
    """A unit's items by the ways it is touched that are asked about.

    Without a roster collectives are not ``resolved``: nobody knows whom they cover.
    """

    subject: Subject
    selection: Selection
    by_role: tuple[RoleItems, ...]
    resolved: bool

    @property
    def found(self) -> int:
        """How many items."""
        return self.selection.found

    @property
    def unread(self) -> tuple[Unread, ...]:
        """The cells that could not be read and matter here."""
        return self.selection.unread


class FullItem(NamedTuple):
    """An item in full: ``touched`` are the units that it touches, by role, where it touches any."""

    match: Match
    touched: tuple[tuple[str, tuple[str, ...]], ...]


class InFull(NamedTuple):
    """All of each item; those that were named and are in no state that is asked for stand apart."""

    subject: Subject
    selection: Selection
    items: tuple[FullItem, ...]
    in_another_state: tuple[Match, ...]

    @property
    def found(self) -> int:
        """How many items."""
        return self.selection.found

    @property
    def unread(self) -> tuple[Unread, ...]:
        """The cells that could not be read and matter here."""
        return self.selection.unread


def due(subject: Subject) -> Due:
    """What falls due of what is asked for."""
    return Due(subject, subject.select(each_date=True))


def due_until(subject: Subject, last: date) -> Due:
    """What falls due from the day asked about to ``last``, both included; what is overdue is counted."""
    query = subject.query
    late = subject._replace(query=query._replace(overdue=True)).select(each_date=True)
    soon = due(subject._replace(query=query._replace(since=subject.as_of, before=last)))
    return soon._replace(overdue_besides=late.found)


def listing(
    subject: Subject, columns: tuple[str, ...] | None = None, in_order: str | None = None
) -> Listing:
    """What is asked for of the whole list."""
    of = subject.worklist.region or subject.worklist.title
    return _listing(subject, of, columns, in_order)


def of_category(
    subject: Subject, columns: tuple[str, ...] | None = None, in_order: str | None = None
) -> Listing:
    """What is asked for of the one category that the query names."""
    titles = {one.number: one.title for one in subject.worklist.categories}
    return _listing(subject, titles[subject.query.categories[0]], columns, in_order)


def _listing(
    subject: Subject, of: str, columns: tuple[str, ...] | None, key: str | None
) -> Listing:
    selection = subject.select()
    if key:
        from sulist.reports.sorting import in_order

        selection = selection._replace(matches=in_order(subject.worklist, selection.matches, key))
    return Listing(subject, selection, of, columns or (), key or "")


def of_unit(subject: Subject) -> UnitItems:
    """What touches the units that the query names."""
    from sulist.listfile.touch import ROLES

    selection = subject.select()
    by_role = tuple(
        RoleItems(role, tuple(one for one in selection.matches if one.role == role))
        for role in ROLES
        if not subject.query.roles or role in subject.query.roles
    )
    return UnitItems(subject, selection, by_role, bool(subject.worklist.roster))


def in_full(subject: Subject) -> InFull:
    """All of each item that is asked for."""
    from sulist.listfile.touch import Touch

    selection = subject.select()
    touch = Touch(subject.worklist)
    items = tuple(FullItem(one, _touched(touch, one.item)) for one in selection.matches)
    elsewhere: tuple[Match, ...] = ()
    if subject.states and subject.query.ids:
        shown = {one.item.id for one in selection.matches}
        every = subject._replace(query=subject.query._replace(states=())).select().matches
        elsewhere = tuple(one for one in every if one.item.id not in shown)
    return InFull(subject, selection, items, elsewhere)


def _touched(touch: Touch, item: WorkItem) -> tuple[tuple[str, tuple[str, ...]], ...]:
    from sulist.listfile.touch import ROLES

    roles = touch.roles(item)
    by_role = ((role, tuple(unit for unit in roles if roles[unit] == role)) for role in ROLES)
    return tuple((role, units) for role, units in by_role if units)


def every(worklist: WorkList, as_of: date | None) -> tuple[Match, ...]:
    """Every item in the printed order; without a day nothing is known that depends on one."""
    if day := day_of(as_of):
        return select(worklist, Query(), day).matches
    matches = select(worklist, Query(), date(worklist.first_year, 1, 1)).matches
    return tuple(
        one._replace(days_left=None, due=None if one.occurrence else one.due)._replace(
            occurrence=None, upcoming=None
        )
        for one in matches
    )
