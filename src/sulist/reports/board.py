"""What the page shows: how the chosen items stand, one by one and counted in every way. Pure."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from sulist.asking.occurring import returning_months
from sulist.listfile.touch import ROLES, Touch, leads
from sulist.reports.history import told_of
from sulist.reports.meeting import Obstacle
from sulist.reports.narrowing import what_is_left_out
from sulist.reports.overview import dates_due
from sulist.standing.course import STATES
from sulist.standing.lights import COLOURS, date_colour, far_colour

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sulist.asking.query import Match, Selection
    from sulist.asking.subject import Subject
    from sulist.listfile.item import Category, WorkItem
    from sulist.reports.history import ToldRecord
    from sulist.reports.narrowing import LeftOut
    from sulist.standing.tracking import Progress

NO_LEAD = ""


class BoardItem(NamedTuple):
    """An item: how it answered, whom it touches how, the months that it has a date in, what was told of it.

    ``roles`` are of each unit. ``months`` are those of its dates as extended, 2021-08. ``first_lead``
    is the place of the unit that leads first, in the order of ``Board.units``; who is no unit
    (有关部门) stands behind them, and nobody likewise. ``told`` is the oldest first.
    """

    match: Match
    roles: dict[str, str]
    months: tuple[str, ...]
    first_lead: int
    told: tuple[ToldRecord, ...]


class BoardGroup(NamedTuple):
    """The chosen items of a category, and how many have which light and are in which state."""

    category: Category
    items: tuple[BoardItem, ...]
    lights: dict[str, int]
    states: dict[str, int]


class PlainTotals(NamedTuple):
    """Of items of which nobody reports: how many have a date that is past, one to come, none, and one that nobody can read."""

    past: int
    coming: int
    undated: int
    not_read: int = 0


class OverdueItem(NamedTuple):
    """An item of which a date is past and not done, for so many days at the most."""

    item: WorkItem
    days: int


class BoardMonths(NamedTuple):
    """The list's year: of each month the dates by their colour; ``outside`` items have none in it."""

    colours: dict[int, dict[str, int]]
    outside: int


class Board(NamedTuple):
    """The chosen items by category and counted.

    ``lights`` and ``states`` count items; they are all 0 where nobody reports, and ``plain`` is None
    where somebody may. ``units`` are those of the list, and without a roster also those that
    collectives of leads are about; ``touched`` is how many items touch each, ``loads`` by role
    the busiest lead first. ``months`` count items by 2021-08, those without a date under "";
    ``leaders`` count them by the person who answers for them (责任领导).
    """

    subject: Subject
    number: int
    left_out: LeftOut
    groups: tuple[BoardGroup, ...]
    lights: dict[str, int]
    states: dict[str, int]
    plain: PlainTotals | None
    overdue: tuple[OverdueItem, ...]
    problems: tuple[Obstacle, ...]
    units: tuple[str, ...]
    touched: dict[str, int]
    loads: dict[str, dict[str, int]]
    months: dict[str, int]
    leaders: dict[str, int]
    year: BoardMonths
    records: int
    not_counted: int


def board(subject: Subject) -> Board:
    """The page of what is chosen."""
    selection, progress = subject.select(), subject.progress
    matches = selection.matches
    touch = Touch(subject.worklist)
    roles = [touch.roles(match.item) for match in matches]
    units = tuple(
        dict.fromkeys((*subject.worklist.units, *(unit for own in roles for unit in own)))
    )
    made = _Items(subject, units)
    items = [made.of(match, own) for match, own in zip(matches, roles, strict=True)]
    return Board(
        subject,
        len(matches),
        what_is_left_out(subject.query, selection),
        tuple(_groups(subject, items)),
        _lights(matches),
        _states(matches),
        _plain(selection, subject.as_of),
        _overdue(matches, subject.as_of),
        tuple(
            Obstacle(match.item, unit, text)
            for match in matches
            if match.standing
            for unit, text in match.standing.problems
        ),
        units,
        Counter(unit for own in roles for unit in own),
        _loads(units, roles),
        dict(sorted(Counter(month for one in items for month in one.months or ("",)).items())),
        Counter(person for match in matches for person in match.item.leaders),
        _year(subject, matches),
        made.records,
        progress.not_counted if progress else 0,
    )


class _Items:
    """Makes the items of a board; what is the same for many is worked out once."""

    def __init__(self, subject: Subject, units: tuple[str, ...]) -> None:
        self._subject = subject
        self._places = {unit: number for number, unit in enumerate(units)}
        self._told: dict[str, list[ToldRecord]] = {}
        self.records = 0
        if subject.progress:
            for one in told_of(subject.progress, subject.progress.records()):
                self._told.setdefault(one.record.item, []).append(one)
                self.records += 1

    def of(self, match: Match, roles: dict[str, str]) -> BoardItem:
        item = match.item
        first = next(iter(leads(self._subject.worklist, item)), NO_LEAD)
        return BoardItem(
            match,
            roles,
            _months_of(match, self._subject.year),
            self._places.setdefault(first, len(self._places)),
            tuple(self._told.get(item.id, ())),
        )


def _months_of(match: Match, year: int) -> tuple[str, ...]:
    item, standing = match.item, match.standing
    found = {one.isoformat()[:7] for one in dates_due(item, standing)}
    returning = returning_months(item.deadline, standing, year)
    return tuple(sorted(found | {f"{year}-{month:02}" for month in returning}))


def _groups(subject: Subject, items: Iterable[BoardItem]) -> Iterator[BoardGroup]:
    by_category: dict[str, list[BoardItem]] = {}
    for one in items:
        by_category.setdefault(one.match.item.category, []).append(one)
    for category in subject.worklist.categories:
        if own := by_category.get(category.number):
            matches = [one.match for one in own]
            yield BoardGroup(category, tuple(own), _lights(matches), _states(matches))


def _lights(matches: Iterable[Match]) -> dict[str, int]:
    found = Counter(match.light.colour for match in matches if match.light)
    return {colour: found[colour] for colour in COLOURS}


def _states(matches: Iterable[Match]) -> dict[str, int]:
    found = Counter(match.standing.state for match in matches if match.standing)
    return {state: found[state] for state in STATES}


def _plain(selection: Selection, as_of: date) -> PlainTotals | None:
    if selection.progress:
        return None
    dues = [match.upcoming or match.due for match in selection.matches if match.due]
    past = sum(due < as_of for due in dues)
    not_read = sum(match.item.deadline.kind == "unreadable" for match in selection.matches)
    undated = len(selection.matches) - len(dues) - not_read
    return PlainTotals(past, len(dues) - past, undated, not_read)


def _overdue(matches: Iterable[Match], as_of: date) -> tuple[OverdueItem, ...]:
    """What is past a date and not done, whichever date was asked for; the longest first."""
    late = [
        OverdueItem(match.item, days)
        for match in matches
        if match.standing and (days := match.standing.overdue_days(as_of))
    ]
    return tuple(sorted(late, key=lambda one: -one.days))


def _loads(units: Iterable[str], roles: Iterable[dict[str, str]]) -> dict[str, dict[str, int]]:
    every = {unit: dict.fromkeys(ROLES, 0) for unit in units}
    for own in roles:
        for unit, role in own.items():
            every[unit][role] += 1
    numbers = {unit: own for unit, own in every.items() if any(own.values())}
    order = sorted(numbers, key=lambda unit: [-numbers[unit][role] for role in ROLES])
    return {unit: numbers[unit] for unit in order}


def _year(subject: Subject, matches: Iterable[Match]) -> BoardMonths:
    year = subject.year
    counts: dict[int, dict[str, int]] = {month: dict.fromkeys(COLOURS, 0) for month in range(1, 13)}
    outside = 0
    for match in matches:
        found = [
            (day, colour)
            for day, colour in _dates(match, year, subject.as_of, subject.progress)
            if day.year == year
        ]
        outside += not (found or match.item.deadline.kind == "unreadable")
        for day, colour in found:
            counts[day.month][colour] += 1
    return BoardMonths(counts, outside)


def _dates(
    match: Match, year: int, as_of: date, progress: Progress | None
) -> Iterator[tuple[date, str]]:
    """Every date of an item in the year, with its colour; a deadline that returns has one a month."""
    item, standing = match.item, match.standing
    yield from _months_of_what_returns(match, year, as_of)
    if standing is None or progress is None:
        for one in item.deadline.milestones:
            yield one.due, "none" if one.due < as_of else "green"
    else:
        light = progress.light(item)
        for due_date in standing.dates:
            yield due_date.due, date_colour(due_date, light, as_of, progress.settings.lights)


def _months_of_what_returns(match: Match, year: int, as_of: date) -> Iterator[tuple[date, str]]:
    """Of a deadline that returns one day a month, with its colour, but where a date of its own is in it."""
    standing = match.standing
    own = {one.month for one in dates_due(match.item, standing) if one.year == year}
    for month in sorted(returning_months(match.item.deadline, standing, year) - own):
        day = date(year, month, monthrange(year, month)[1])
        yield day, _returning_colour(match, day, as_of)


def _returning_colour(match: Match, day: date, as_of: date) -> str:
    """The colour of a month in which an item returns: what is past is not overdue, what is done is done."""
    if match.standing is None:
        return "none" if day < as_of else "green"
    if match.standing.open:
        return far_colour(match.light)
    return "none" if match.standing.state == "withdrawn" else "blue"
