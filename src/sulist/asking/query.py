"""The questions asked of a list: which items, touched how, due when. Pure: the day is an argument."""

from __future__ import annotations

from datetime import date, timedelta
from operator import attrgetter
from typing import TYPE_CHECKING

from sulist.base.plain import fold
from sulist.base.tuples import NamedTuple

if TYPE_CHECKING:
    from sulist.asking.occurring import Occurrences
    from sulist.deadline import Deadline
    from sulist.deadline.meaning import Milestone
    from sulist.listfile.item import PrintedColumn, WorkItem
    from sulist.listfile.touch import Touch
    from sulist.listfile.worklist import Unread, WorkList
    from sulist.standing.lights import Light
    from sulist.standing.states import DueDate, Standing
    from sulist.standing.tracking import Progress


class Query(NamedTuple):
    """What is asked. Values of one filter are alternatives; filters of different kinds all hold.

    ``before`` includes its day, ``after`` excludes its day, ``since`` (``--from``) includes it.
    ``overdue`` keeps what was due before the day asked about. ``states`` are states of progress, and
    ``lights`` are colours of lights.
    ``where`` are columns, each with a text that its cells hold; all of them hold, as all
    that is in ``search`` does.
    """

    units: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    before: date | None = None
    after: date | None = None
    since: date | None = None
    overdue: bool = False
    search: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    leaders: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    where: tuple[tuple[PrintedColumn, str], ...] = ()
    lights: tuple[str, ...] = ()

    @property
    def asks_dates(self) -> bool:
        """Whether a date filter is set, which an item without a date can never match."""
        return bool(self.before or self.after or self.since or self.overdue)

    def undated(self) -> Query:
        """The same, whatever the dates."""
        return self._replace(before=None, after=None, since=None, overdue=False)

    @property
    def first_day(self) -> date | None:
        """The first day that is asked about, by ``since`` and ``after``; None: there is no such bound."""
        if self.after is None:
            return self.since
        behind = self.after + timedelta(days=1) if self.after < date.max else date.max
        return max(behind, self.since or behind)


class Match(NamedTuple):
    """An item that answers a query: ``due`` is the date that matched, ``step`` which milestone it is.

    ``step`` counts from 1 and is 0 where the item has no more than one date; ``days_left`` is
    negative once the date has passed, None without a date; ``role`` is set when a unit was asked for.
    Where there is progress, ``standing`` and ``light`` are the item's, ``first_due`` is the date
    before it was extended, and ``days_left`` is None too where what was due is done.
    ``occurrence`` is the date that matched where a deadline returns on it and it is none of the
    item's own; one that is past has no ``days_left`` either. ``upcoming`` is the next of these from
    the day asked about on, whichever matched; None where none is to come or nothing is left to do.
    """

    item: WorkItem
    due: date | None
    days_left: int | None
    step: int = 0
    role: str | None = None
    first_due: date | None = None
    standing: Standing | None = None
    light: Light | None = None
    occurrence: date | None = None
    upcoming: date | None = None

    @property
    def open(self) -> bool:
        """Whether something has still to be done by the date that matched; of what returns, at all."""
        if self.occurrence is None:
            return self.days_left is not None
        return self.standing is None or self.standing.open

    @property
    def of_dates(self) -> int:
        """Of how many dates ``step`` is one; 0 where the item has no more than one."""
        return len(self.item.deadline.milestones) if self.step else 0

    @property
    def approximate(self) -> bool:
        """Whether the date that matched is only about so (8月左右); an extended one is not."""
        return self.first_due is None and self._read.approximate

    @property
    def other_reading(self) -> date | None:
        """The date by the other reading of the phrase, where it has two and was not extended since."""
        return None if self.occurrence or self.first_due else self._read.ambiguous

    @property
    def reading(self) -> Deadline:
        """How the deadline is read, without what was in doubt of a last date that was extended since."""
        deadline = self.item.deadline
        dates = self.standing.dates if self.standing else ()
        if not dates or not dates[-1].extended:
            return deadline
        return deadline._replace(ambiguous=None, approximate=False)

    @property
    def day_off(self) -> str:
        """Why nobody works on the date that matched: 国庆节, Saturday; else nothing."""
        from sulist.base.holidays import day_off

        return day_off(self.due) if self.due else ""

    @property
    def last_due(self) -> date | None:
        """The last date of the item as printed; of one whose deadline only returns, the next."""
        deadline = self.item.deadline
        return self.upcoming if deadline.only_returns else deadline.due

    @property
    def due_date(self) -> DueDate | None:
        """What became of the date that matched; None without progress, or where it is none of its own."""
        if self.standing is None or self.occurrence:
            return None
        return self.standing.date_of(self.step)

    @property
    def _read(self) -> Milestone | Deadline:
        """The reading of the date that matched."""
        deadline = self.item.deadline
        own = deadline.milestones and not self.occurrence
        return deadline.milestones[max(0, self.step - 1)] if own else deadline


class Selection(NamedTuple):
    """The answer to a query; ``undated`` items match every other filter but have no date.

    ``settled`` ones, with a date that is asked about, are not among the matches, since what they
    owed by any date is done.
    ``progress`` is what was asked together with the list, if anything was. ``unlisted`` dates of
    ``unlisted_items`` deadlines that return are not among the matches, since there are too many.
    ``unread`` are the cells that could not be read, of the matches and of items that might be some;
    a ``Subject`` looks for them.
    """

    matches: tuple[Match, ...]
    undated: int
    settled: int = 0
    progress: Progress | None = None
    unlisted: int = 0
    unlisted_items: int = 0
    unread: tuple[Unread, ...] = ()

    @property
    def found(self) -> int:
        """How much answers the query."""
        return len(self.matches)

    @property
    def hidden(self) -> int:
        """How many of the undated ones are not among the matches: where dates are asked for, all."""
        return self.undated if all(match.due for match in self.matches) else 0


_ENDED = frozenset(("blue", "none"))  # lights of what is closed or withdrawn


class _Asked(NamedTuple):
    """A question as it is put to each item of a list of ``year``."""

    query: Query
    as_of: date
    year: int
    each_date: bool
    progress: Progress | None

    @property
    def is_of_all(self) -> bool:
        """Whether it is about every item but for its units and dates."""
        return self.query.undated()._replace(units=()) == Query()

    @property
    def without_dates(self) -> bool:
        """Whether it is about items, whatever their dates."""
        return not (self.query.asks_dates or self.each_date)

    @property
    def to_be_met(self) -> bool:
        """Whether it is only about dates that are still to be met."""
        asks_ended = self.query.states or not _ENDED.isdisjoint(self.query.lights)
        return self.progress is not None and not asks_ended


def select(
    worklist: WorkList,
    query: Query,
    as_of: date,
    *,
    each_date: bool = False,
    progress: Progress | None = None,
) -> Selection:
    """The items of ``worklist`` that answer ``query`` on the day ``as_of``.

    In the printed order with one row an item, or, with ``each_date``, soonest first with a row
    for every milestone, and without what has no date. A deadline that returns has a row for each of
    its days in the time that is asked about, 400 at the most, and for the next where none is. With
    ``progress`` only dates that are still to be met are looked at, unless states or ended lights are asked for.
    """
    worklist = worklist.on(as_of)
    touch = _touch(worklist) if query.units else None
    asked = _Asked(query, as_of, worklist.year or as_of.year, each_date, progress)
    is_of_all, to_be_met = asked.is_of_all, asked.to_be_met
    matches: list[Match] = []
    undated = settled = unlisted = unlisted_items = 0
    for item in worklist.items:
        role = touch.strongest(item, query.units) if touch else None
        if (touch and not role) or not (is_of_all or _is_chosen(item, role, asked)):
            continue
        made, more = _matches_of(item, asked, role)
        if not made:
            returns = item.deadline.recurrence is not None
            done = returns and not _is_open(item, progress)
            if asked.without_dates:
                matches.append(_tracked(Match(item, None, None, role=role), progress))
                undated += not (done or item.deadline.kind == "unreadable")
            elif not (returns and query.asks_dates):  # else it has dates, but none in that time
                settled += done and to_be_met
                undated += not ((done and to_be_met) or item.deadline.kind == "unreadable")
            continue
        looked_at = [one for one in made if one.open] if to_be_met else made
        if not looked_at:
            if asked.without_dates:
                matches += made[-1:]
            else:
                settled += any(_in_time(one.due, query, as_of) for one in made)
            continue
        found = [one for one in looked_at if _matches_date(one, query, as_of)]
        if not found and not any(one.open for one in looked_at):
            # What is done is never overdue, though its state is asked for.
            settled += any(_in_time(one.due, query, as_of) for one in looked_at)
        several = each_date and len(found) > 1
        matches += sorted(found, key=attrgetter("step")) if several else found[:1]
        unlisted += more
        unlisted_items += more > 0
    if each_date:
        matches.sort(key=attrgetter("due"))  # on one day the printed order stays
    return Selection(tuple(matches), undated, settled, progress, unlisted, unlisted_items)


def _touch(worklist: WorkList) -> Touch:
    from sulist.listfile.touch import Touch

    return Touch(worklist)


def _is_chosen(item: WorkItem, role: str | None, asked: _Asked) -> bool:
    """Whether an item answers the question but for its dates."""
    query, progress = asked.query, asked.progress
    if query.roles and role not in query.roles:
        return False
    if query.states and (progress is None or progress.of(item).state not in query.states):
        return False
    if query.lights and (progress is None or progress.light(item).colour not in query.lights):
        return False
    return _matches_words(item, query)


def _is_open(item: WorkItem, progress: Progress | None) -> bool:
    """Whether something is left to do on an item."""
    return progress is None or progress.of(item).open


def _matches_of(item: WorkItem, asked: _Asked, role: str | None) -> tuple[list[Match], int]:
    """A match for each date of an item, those to be met first; and how many more it has than are told."""
    made = _own_dates(item, asked.as_of, role, asked.progress)
    if item.deadline.recurrence is None:
        return made, 0
    upcoming, returns, more = _occurrences(item, asked, role)
    if not made:
        return returns, more
    both = [one._replace(upcoming=upcoming) for one in made] + returns
    return sorted(both, key=lambda one: (not one.open, one.due)), more


def _own_dates(
    item: WorkItem, as_of: date, role: str | None, progress: Progress | None
) -> list[Match]:
    """A match for each milestone of an item, those that are still to be met first."""
    if progress is None:
        return [
            Match(item, due, (due - as_of).days, step, role)
            for step, due in _dates(item.deadline.milestones)
        ]
    made = []
    for one in sorted(
        progress.of(item).dates, key=lambda due_date: (not due_date.open, due_date.due)
    ):
        left, first = one.days_left(as_of), one.first_due if one.extended else None
        made.append(_tracked(Match(item, one.due, left, one.step, role, first), progress))
    return made


def _dates(milestones: tuple[Milestone, ...]) -> list[tuple[int, date]]:
    if len(milestones) == 1:
        return [(0, milestones[0].due)]
    return [(step, one.due) for step, one in enumerate(milestones, 1)]


def _occurrences(
    item: WorkItem, asked: _Asked, role: str | None
) -> tuple[date | None, list[Match], int]:
    """Of what returns the next day, a match for each that is asked for, and how many more there are."""
    from sulist.asking.occurring import Occurrences

    as_of, progress = asked.as_of, asked.progress
    found = Occurrences.of(item.deadline, progress.of(item) if progress else None)
    is_open = _is_open(item, progress)
    upcoming = found.following(as_of) if is_open else None
    window = _window(found, asked, only_returns=is_open and item.deadline.only_returns)
    every = asked.query.asks_dates and asked.each_date and (is_open or not asked.to_be_met)
    days, more = found.listed(*window, every=every) if window else ((), 0)
    match = _tracked(Match(item, None, None, role=role, upcoming=upcoming), progress)
    matches = [
        match._replace(
            due=day,
            days_left=(day - as_of).days if is_open and day >= as_of else None,
            occurrence=day,
        )
        for day in days
    ]
    return upcoming, matches, more


def _window(found: Occurrences, asked: _Asked, *, only_returns: bool) -> tuple[date, date] | None:
    """The time in which a question looks for days of what returns; without dates in it, the time to come.

    What is overdue is asked for in vain: none of them ever is. A list of items shows a date of their
    own rather, so that it looks for none but where an item ``only_returns``.
    """
    query, as_of = asked.query, asked.as_of
    if query.overdue or (asked.without_dates and not only_returns):
        return None
    if not query.asks_dates:
        return as_of, date.max
    return found.window(query.first_day or as_of, query.before, asked.year)


def _tracked(match: Match, progress: Progress | None) -> Match:
    """The match with what is known of its item's progress."""
    if progress is None:
        return match
    return match._replace(standing=progress.of(match.item), light=progress.light(match.item))


def _matches_date(match: Match, query: Query, as_of: date) -> bool:
    due = match.due
    assert due is not None  # noqa: S101 - a match without a date is never asked
    return _in_time(due, query, as_of) and not (query.overdue and match.days_left is None)


def _in_time(due: date | None, query: Query, as_of: date) -> bool:
    """Whether a date is one that is asked about, be what was due by it done or not."""
    return due is not None and (
        (query.before is None or due <= query.before)
        and (query.after is None or due > query.after)
        and (query.since is None or due >= query.since)
        and (not query.overdue or due < as_of)
    )


def _matches_words(item: WorkItem, query: Query) -> bool:
    if query.ids and item.id not in query.ids:
        return False
    if query.categories and item.category not in query.categories:
        return False
    if query.leaders and set(query.leaders).isdisjoint(item.leaders):
        return False
    if query.persons and set(query.persons).isdisjoint(item.persons):
        return False
    if not all(fold(text) in fold(item.cell(column)) for column, text in query.where):
        return False
    if not query.search:
        return True
    cells = fold(" ".join((item.id, *item.cells)))
    return all(fold(word) in cells for word in query.search)
