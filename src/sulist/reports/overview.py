"""What a whole list amounts to: its load by unit, its dates by category and month, what is late and next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.asking.query import Match, Query
from sulist.base.tuples import NamedTuple
from sulist.listfile.touch import ROLES, Touch

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sulist.asking.subject import Subject
    from sulist.listfile.item import Category, WorkItem
    from sulist.listfile.worklist import Unread, WorkList
    from sulist.reports.leaders import NamedLoad
    from sulist.standing.states import Standing
    from sulist.standing.tracking import Progress

UNDATED, UNREAD = (
    "",
    "?",
)  # the months of what has no date, and of what has one that nobody can read


class UnitLoad(NamedTuple):
    """How many items touch a unit, by role; ``group`` is the roster's, if it has one for the unit."""

    unit: str
    group: str | None
    by_role: dict[str, int]

    @property
    def total(self) -> int:
        """How many in any role."""
        return sum(self.by_role.values())


class Units(NamedTuple):
    """Every unit and its load, in the order of the list."""

    subject: Subject
    loads: tuple[UnitLoad, ...]

    @property
    def found(self) -> int:
        """How many units."""
        return len(self.loads)

    @property
    def unread(self) -> tuple[Unread, ...]:
        """The cells that could not be read and matter here."""
        return self.subject.unread_of("lead", "responsible")

    @property
    def busiest(self) -> tuple[UnitLoad, ...]:
        """Those that lead most first, of these those that are named most, and so on."""
        return tuple(sorted(self.loads, key=lambda one: [-one.by_role[role] for role in ROLES]))


class CategoryMonths(NamedTuple):
    """How many items of a category are due in which month (2021-08); last ``UNDATED`` and ``UNREAD``."""

    category: Category
    by_month: dict[str, int]

    @property
    def total(self) -> int:
        """How many items."""
        return sum(self.by_month.values())


class Categories(NamedTuple):
    """Every category by month; ``totals`` are of all of them, of each month that something is due in."""

    subject: Subject
    rows: tuple[CategoryMonths, ...]
    totals: dict[str, int]

    @property
    def found(self) -> int:
        """How many categories."""
        return len(self.rows)

    @property
    def unread(self) -> tuple[Unread, ...]:
        """The cells that could not be read and matter here."""
        return self.subject.unread_of("deadline")

    @property
    def total(self) -> int:
        """How many items."""
        return sum(self.totals.values())

    @property
    def undated(self) -> int:
        """How many items have no date."""
        return self.totals.get(UNDATED, 0)

    @property
    def not_read(self) -> int:
        """How many have a deadline that could not be read."""
        return self.totals.get(UNREAD, 0)


class YearMonths(NamedTuple):
    """How many items fall due in each month of a year, and how many in none of it, as far as that could be read.

    ``today`` is the day asked about where it is a day of the year.
    """

    year: int
    by_month: tuple[int, ...]
    outside: int
    today: date | None


class Overview(NamedTuple):
    """The whole picture of a list, without progress or as its deadlines and load beside it.

    ``late`` are the dates before the day asked about, ``coming`` the others, both soonest first.
    ``by`` says whose load was asked for, if that was: unit, or leader or category, whose ``loads`` are here.
    """

    subject: Subject
    categories: Categories
    units: Units
    months: YearMonths
    late: tuple[Match, ...]
    coming: tuple[Match, ...]
    by: str = ""
    loads: tuple[NamedLoad, ...] = ()

    @property
    def found(self) -> int:
        """How many items."""
        return self.categories.total

    @property
    def unread(self) -> tuple[Unread, ...]:
        """The cells that could not be read and matter here."""
        return self.subject.unread_of("lead", "responsible", "deadline")

    @property
    def nearest(self) -> tuple[Match, ...]:
        """What falls due next, all on one day."""
        return tuple(one for one in self.coming if one.due == self.coming[0].due)


def units(subject: Subject) -> Units:
    """The load of every unit, by the items in a state that is asked for."""
    return _units(subject, subject.narrowed())


def categories(subject: Subject) -> Categories:
    """Every category by month, of the items in a state that is asked for."""
    return _categories(subject, subject.narrowed())


def overview(subject: Subject, by: str = "") -> Overview:
    """The whole picture, of the items that are asked for, with the load ``by`` unit, leader or category.

    Raises:
        UsageError: the load is asked for by leader, and the list has none.
    """
    loads: tuple[NamedLoad, ...] = ()
    if by not in ("", "unit"):
        from sulist.reports.leaders import loads_by

        loads = loads_by(subject, by)
    counted = subject.narrowed()
    part = subject._replace(worklist=counted, query=Query())
    matches = part.select(each_date=True).matches
    late = tuple(one for one in matches if (one.days_left or 0) < 0)
    return Overview(
        subject,
        _categories(subject, counted),
        _units(subject, counted),
        year_months(counted, subject.as_of, subject.progress),
        late,
        matches[len(late) :],  # they stand by date
        by,
        loads,
    )


def _units(subject: Subject, counted: WorkList) -> Units:
    loads = unit_load(counted)
    group_of = counted.roster.group_of
    return Units(subject, tuple(UnitLoad(one, group_of(one), loads[one]) for one in loads))


def _categories(subject: Subject, counted: WorkList) -> Categories:
    rows = tuple(
        CategoryMonths(one, _by_month(one.items, subject.as_of, subject.progress))
        for one in counted.categories
    )
    totals: dict[str, int] = {}
    for row in rows:
        for month, number in row.by_month.items():
            totals[month] = totals.get(month, 0) + number
    return Categories(subject, rows, _in_order(totals))


def _by_month(items: Iterable[WorkItem], as_of: date, progress: Progress | None) -> dict[str, int]:
    counts: dict[str, int] = {}
    for item in items:
        month = month_due(item, as_of, progress.of(item) if progress else None)
        counts[month] = counts.get(month, 0) + 1
    return _in_order(counts)


def _in_order(by_month: dict[str, int]) -> dict[str, int]:
    return dict(sorted(by_month.items(), key=lambda one: (one[0] in (UNDATED, UNREAD), one[0])))


def year_months(worklist: WorkList, as_of: date, progress: Progress | None = None) -> YearMonths:
    """The list's year by month; with ``progress`` by the dates as extended."""
    year = worklist.year or as_of.year
    counts = [0] * 12
    outside = 0
    for item in worklist.items:
        months = months_due(item, year, progress.of(item) if progress else None)
        outside += not (months or item.deadline.kind == "unreadable")
        for month in months:
            counts[month - 1] += 1
    return YearMonths(year, tuple(counts), outside, as_of if as_of.year == year else None)


def unit_load(worklist: WorkList) -> dict[str, dict[str, int]]:
    """For each unit of a list, how many items touch it in each role."""
    return load_of(worklist.units, worklist.items, Touch(worklist))


def load_of(
    units: Iterable[str], items: Iterable[WorkItem], touch: Touch
) -> dict[str, dict[str, int]]:
    """For each of ``units``, how many of ``items`` touch it in each role."""
    counts = {unit: dict.fromkeys(ROLES, 0) for unit in units}
    for item in items:
        for unit, role in touch.roles(item).items():
            if unit in counts:
                counts[unit][role] += 1
    return counts


def month_due(item: WorkItem, as_of: date, standing: Standing | None = None) -> str:
    """The month that an item is due in, as 2021-08; ``UNDATED`` without a date, ``UNREAD`` where nobody can read it.

    That of its last date, as extended where its ``standing`` is known. Of one that only recurs it is
    the next date's, and there is none once it is done.
    """
    deadline = item.deadline
    if standing is None:
        due = deadline.next_due(as_of)
    elif deadline.milestones:
        due = standing.last_due
    else:
        due = deadline.next_due(as_of) if standing.open else None
    if due:
        return due.isoformat()[:7]
    return UNREAD if deadline.kind == "unreadable" else UNDATED


def months_due(item: WorkItem, year: int, standing: Standing | None = None) -> set[int]:
    """The months of ``year`` in which something of an item falls due, as extended where that is known."""
    found = {one.month for one in dates_due(item, standing) if one.year == year}
    if item.deadline.recurrence is None:
        return found
    from sulist.asking.occurring import returning_months

    return found | returning_months(item.deadline, standing, year)


def dates_due(item: WorkItem, standing: Standing | None) -> tuple[date, ...]:
    """The dates of an item, as extended where that is known; not those on which it returns."""
    return tuple(one.due for one in (standing.dates if standing else item.deadline.milestones))
