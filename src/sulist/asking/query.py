"""The questions asked of a list: which items, touched how, due when. Pure: the day is an argument."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from sulist.base.plain import fold
from sulist.base.tuples import NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from sulist.deadline import Deadline
    from sulist.deadline.meaning import Milestone
    from sulist.listfile.item import WorkItem
    from sulist.listfile.touch import Touch
    from sulist.listfile.worklist import WorkList
    from sulist.standing.lights import Light
    from sulist.standing.states import DueDate, Standing
    from sulist.standing.tracking import Progress


class Query(NamedTuple):
    """What is asked. Values of one filter are alternatives; filters of different kinds all hold.

    ``before`` includes its day, ``after`` excludes its day, ``since`` (``--from``) includes it.
    ``overdue`` keeps what was due before the day asked about. ``states`` are states of progress.
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

    @property
    def asks_dates(self) -> bool:
        """Whether a date filter is set, which an item without a date can never match."""
        return bool(self.before or self.after or self.since or self.overdue)


class Match(NamedTuple):
    """An item that answers a query: ``due`` is the date that matched, ``step`` which milestone it is.

    ``step`` counts from 1 and is 0 where the item has no more than one date; ``days_left`` is
    negative once the date has passed, None without a date; ``role`` is set when a unit was asked for.
    Where there is progress, ``standing`` and ``light`` are the item's, ``first_due`` is the date
    before it was extended, and ``days_left`` is None too where what was due is done.
    """

    item: WorkItem
    due: date | None
    days_left: int | None
    step: int = 0
    role: str | None = None
    first_due: date | None = None
    standing: Standing | None = None
    light: Light | None = None

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
        return None if self.first_due else self._read.ambiguous

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
        """The last date of the item as printed; of one whose deadline returns, the next."""
        deadline = self.item.deadline
        return self.due if deadline.recurrence else deadline.due

    @property
    def due_date(self) -> DueDate | None:
        """What became of the date that matched; None without progress, or without a date."""
        return self.standing.date_of(self.step) if self.standing else None

    @property
    def _read(self) -> Milestone | Deadline:
        """The reading of the date that matched."""
        deadline = self.item.deadline
        return deadline.milestones[self.step - 1] if self.step else deadline


class Selection(NamedTuple):
    """The answer to a query; ``undated`` items match every other filter but have no date.

    ``settled`` ones, with a date that is asked about, are not among the matches, since what they
    owed by any date is done.
    ``progress`` is what was asked together with the list, if anything was.
    """

    matches: tuple[Match, ...]
    undated: int
    settled: int = 0
    progress: Progress | None = None

    @property
    def found(self) -> int:
        """How much answers the query."""
        return len(self.matches)

    @property
    def hidden(self) -> int:
        """How many of the undated ones are not among the matches."""
        return self.undated - sum(match.due is None for match in self.matches)


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
    for every milestone, and without what has no date. With ``progress``, only dates that are still
    to be met are looked at, unless the query names states: then all dates of these items are.
    """
    touch = _touch(worklist) if query.units else None
    matches: list[Match] = []
    undated = settled = 0
    for item in worklist.items:
        role = touch.strongest(item, query.units) if touch else None
        if not _matches_words(item, query) or (touch and not role):
            continue
        if query.roles and role not in query.roles:
            continue
        if query.states and (progress is None or progress.of(item).state not in query.states):
            continue
        made = _matches_of(item, as_of, role, progress)
        if not made:
            undated += 1
            if not query.asks_dates and not each_date:
                matches.append(_tracked(Match(item, None, None, role=role), progress))
            continue
        left = progress is not None and not query.states
        looked_at = [one for one in made if one.days_left is not None] if left else made
        if not looked_at:
            if query.asks_dates or each_date:
                settled += any(_in_time(one.due, query, as_of) for one in made)
            matches += [] if query.asks_dates or each_date else made[-1:]
            continue
        found = [one for one in looked_at if _matches_date(one, query, as_of)]
        matches += found if each_date else found[:1]
    if each_date:
        matches.sort(key=attrgetter("due"))  # on one day the printed order stays
    return Selection(tuple(matches), undated, settled, progress)


def _touch(worklist: WorkList) -> Touch:
    """Who is touched by the items, for a question that asks for units."""
    from sulist.listfile.touch import Touch

    return Touch(worklist)


def _matches_of(
    item: WorkItem, as_of: date, role: str | None, progress: Progress | None
) -> list[Match]:
    """A match for each date of an item, those that are still to be met first."""
    if progress is None or item.deadline.recurrence:
        return [
            _tracked(Match(item, due, (due - as_of).days, step, role), progress)
            for step, due in _dates(item, as_of)
        ]
    made = []
    for one in sorted(
        progress.of(item).dates, key=lambda due_date: (not due_date.open, due_date.due)
    ):
        left, first = one.days_left(as_of), one.first_due if one.extended else None
        made.append(_tracked(Match(item, one.due, left, one.step, role, first), progress))
    return made


def _tracked(match: Match, progress: Progress | None) -> Match:
    """The match with what is known of its item's progress."""
    if progress is None:
        return match
    item = match.item
    return match._replace(standing=progress.of(item), light=progress.light(item))


def _dates(item: WorkItem, as_of: date) -> list[tuple[int, date]]:
    deadline = item.deadline
    if deadline.recurrence:
        due = deadline.next_due(as_of)
        return [(0, due)] if due else []
    if len(deadline.milestones) == 1:
        return [(0, deadline.milestones[0].due)]
    return [(step, one.due) for step, one in enumerate(deadline.milestones, 1)]


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
    if not query.search:
        return True
    cells = fold(
        f"{item.id} {item.text} {item.lead_text} {item.responsible_text} {item.deadline.text}"
    )
    return all(fold(word) in cells for word in query.search)
