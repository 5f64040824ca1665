"""Who answers for what: the load of every leader, person or category, and whom nobody can call. Pure."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sulist.asking.query import Match, Query
from sulist.base.errors import UsageError
from sulist.base.i18n import _
from sulist.base.plain import says_nothing
from sulist.base.tuples import NamedTuple
from sulist.listfile.item import PERSONS
from sulist.listfile.persons import names
from sulist.reports.progress_counts import ROAD

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from sulist.asking.subject import Subject
    from sulist.listfile.item import WorkItem
    from sulist.listfile.worklist import Unread, WorkList

NOBODY = ""  # whose items name nobody


class NamedLoad(NamedTuple):
    """The items of a name: of so many ``overdue`` have a date that is past and not done, ``upcoming`` is the next.

    ``title`` is a category's. ``states`` are how many are in which state, and add up; none without progress.
    """

    name: str
    title: str
    items: int  # how many
    overdue: int
    upcoming: date | None
    states: dict[str, int]


class Unnamed(NamedTuple):
    """A cell of people that names nobody, as printed."""

    id: str
    heading: str
    text: str


class Leaders(NamedTuple):
    """Who leads how much, and who answers for it, the most items first.

    ``led_by_nobody`` items name no leader; of their cells those in ``unnamed`` say something that is no
    name, as do other cells of people. An item of several leaders counts for each of them. ``unread`` are
    cells that could not be read, so that a date may be missing.
    """

    subject: Subject
    leaders: tuple[NamedLoad, ...]
    persons: tuple[NamedLoad, ...]
    led_by_nobody: int
    unnamed: tuple[Unnamed, ...]
    unread: tuple[Unread, ...]

    @property
    def found(self) -> int:
        """How many people."""
        return len(self.leaders) + len(self.persons)

    @property
    def states(self) -> tuple[str, ...]:
        """The states that some item is in, in the order of the road."""
        return states_of((*self.leaders, *self.persons))


def headings(worklist: WorkList, role: str) -> tuple[str, ...]:
    """The headings of the columns of a role: leader, person."""
    return tuple(one.heading for one in worklist.columns if one.role == role)


def states_of(loads: Iterable[NamedLoad]) -> tuple[str, ...]:
    """The states that some item is in, in the order of the road."""
    there = {state for one in loads for state, number in one.states.items() if number}
    return tuple(state for state in ROAD if state in there)


def leaders(subject: Subject) -> Leaders:
    """The load of every leader and every person, by the items that are asked for."""
    counted = subject.narrowed()
    dates = _open_dates(subject, counted)
    led, answered = (
        {one.id: one.leaders for one in counted.items},
        {one.id: one.persons for one in counted.items},
    )
    return Leaders(
        subject,
        _most_first(_loads(subject, counted, dates, led)),
        _most_first(_loads(subject, counted, dates, answered)),
        sum(not one for one in led.values()) if headings(counted, "leader") else 0,
        tuple(_unnamed(counted)),
        dates.unread,
    )


def loads_by(subject: Subject, by: str) -> tuple[NamedLoad, ...]:
    """The load by leader, also of what names none, or by category, by the items that are asked for.

    Raises:
        UsageError: the list has no leaders.
    """
    counted = subject.narrowed()
    dates = _open_dates(subject, counted)
    if by == "category":
        titles = {one.number: one.title for one in counted.categories}
        groups = {one.id: (one.category,) for one in counted.items}
        found = _loads(subject, counted, dates, groups, titles)
        return tuple(found[number] for number in titles if number in found)
    if not headings(counted, "leader"):
        raise UsageError(_("This list has no column of leaders (责任领导)."))
    led = {one.id: one.leaders or (NOBODY,) for one in counted.items}
    return _most_first(_loads(subject, counted, dates, led))


class _Dates(NamedTuple):
    """The dates of each item by which something has still to be done, and the cells that may hide some."""

    of: dict[str, list[Match]]
    unread: tuple[Unread, ...]


def _open_dates(subject: Subject, counted: WorkList) -> _Dates:
    found: dict[str, list[Match]] = {}
    part = subject._replace(worklist=counted, query=Query())
    selection = part.select(each_date=True)
    for match in selection.matches:
        if match.open:
            found.setdefault(match.item.id, []).append(match)
    return _Dates(found, selection.unread)


def _most_first(loads: Mapping[str, NamedLoad]) -> tuple[NamedLoad, ...]:
    """Those with the most items first, else as the list names them; last what names nobody."""
    return tuple(sorted(loads.values(), key=lambda one: (not one.name, -one.items)))


def _loads(
    subject: Subject,
    counted: WorkList,
    dates: _Dates,
    of: Mapping[str, tuple[str, ...]],
    titles: Mapping[str, str] | None = None,
) -> dict[str, NamedLoad]:
    """The load of each name that the items have in ``of``."""
    known = subject.progress
    groups: dict[str, list[WorkItem]] = {}
    for item in counted.items:
        for name in of[item.id]:
            groups.setdefault(name, []).append(item)
    found = {}
    for name, own in groups.items():
        left = [match for item in own for match in dates.of.get(item.id, ())]
        days = [(one.item.id, one.due, one.days_left or 0) for one in left]
        found[name] = NamedLoad(
            name,
            (titles or {}).get(name, ""),
            len(own),
            len({item for item, _due, days_left in days if days_left < 0}),
            min((due for _item, due, days_left in days if due and days_left >= 0), default=None),
            dict(Counter(known.of(item).state for item in own)) if known else {},
        )
    return found


def _unnamed(counted: WorkList) -> Iterable[Unnamed]:
    people = [one.heading for one in counted.columns if one.role in PERSONS]
    for item in counted.items:
        for heading in people:
            text = item.written(heading)
            if text and not names(text) and not says_nothing(text):
                yield Unnamed(item.id, heading, text)
