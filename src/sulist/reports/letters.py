"""Whom to urge, on what, and why: what is late, near, or not reported on. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sulist.asking.query import select
from sulist.base.days import chinese_month
from sulist.listfile.touch import leads, unled
from sulist.reports.owing import owing, period_of
from sulist.standing.states import OPEN

if TYPE_CHECKING:
    from sulist.asking.query import Query
    from sulist.journal.record import Record
    from sulist.listfile.item import WorkItem
    from sulist.reports.owing import Period
    from sulist.standing.states import DueDate
    from sulist.standing.tracking import Progress


class Urged(NamedTuple):
    """An item that a unit is urged on: the dates that are ``late`` and ``near``, what is ``owed``.

    ``owed`` is the period that the unit has not reported for, or nothing; ``last`` its last reports,
    of the item and of each of several dates.
    """

    item: WorkItem
    late: tuple[DueDate, ...]
    near: tuple[DueDate, ...]
    owed: str
    behind: bool
    last: tuple[Record, ...]


def urged(progress: Progress, query: Query) -> dict[str, list[Urged]]:
    """For each unit that has to be urged its items, in the order of the roster and of the list.

    A unit is urged on what it leads; of a collective that leads, each of its units is, and of 有关部门
    nobody knows which, so that the letter is to these. With units in the query only these are. What is done, waits to be verified, or is withdrawn, is not urged.
    """
    worklist = progress.worklist
    found = select(worklist, query, progress.as_of, progress=progress).matches
    period = last_period(progress)
    debts = owing(progress, period).debts if period else ()
    owes = {(debt.unit, debt.item.id) for debt in debts}
    name = _period_name(period, worklist.year) if period else ""
    said = _last_reports(progress)
    letters: dict[str, list[Urged]] = {}
    for item in (match.item for match in found):
        for unit in leads(worklist, item):
            if query.units and unit not in query.units:
                continue
            owed = name if (unit, item.id) in owes else ""
            one = _urged(progress, item, owed, said.get((unit, item.id), ()))
            if one:
                letters.setdefault(unit, []).append(one)
    order = {unit: at for at, unit in enumerate(worklist.units)}
    return dict(sorted(letters.items(), key=lambda pair: order.get(pair[0], len(order))))


def urgent_unled(progress: Progress, query: Query) -> int:
    """How many of the chosen items are late or near, and nobody leads them, so that nobody is urged."""
    found = select(progress.worklist, query, progress.as_of, progress=progress).matches
    free = unled(progress.worklist, (match.item for match in found))
    return sum(_urged(progress, item, "", ()) is not None for item in free)


def _urged(progress: Progress, item: WorkItem, owed: str, last: tuple[Record, ...]) -> Urged | None:
    one = progress.of(item)
    if one.state not in OPEN:
        return None
    left = [((part.due - progress.as_of).days, part) for part in one.open_dates]
    near_days = progress.settings.lights.near_days
    late = tuple(part for days, part in left if days < 0)
    near = tuple(part for days, part in left if 0 <= days <= near_days)
    if not (late or near or owed):
        return None
    behind = progress.light(item).reason == "behind"
    return Urged(item, late, near, owed, behind, last)


def last_period(progress: Progress) -> Period | None:
    """The last period of the list's year whose reports are due by the day asked about."""
    reports = progress.settings.reports
    day = progress.as_of
    if day.year < progress.worklist.year:
        return None
    period = period_of(day.year, day.month, reports.rhythm, reports.due_day)
    if period.due > day:
        year, month = period.first.year, period.first.month - 1
        year, month = (year, month) if month else (year - 1, 12)
        period = period_of(year, month, reports.rhythm, reports.due_day)
    return period if period.last.year >= progress.worklist.year else None


def _period_name(period: Period, year: int) -> str:
    """11月, or 7月至9月; of another year than the list's also that."""
    first, last = period.months[0], period.months[-1]
    name = chinese_month(first).removeprefix(f"{year}年")
    return name if first == last else f"{name}至{int(last[5:])}月"


def _last_reports(progress: Progress) -> dict[tuple[str, str], tuple[Record, ...]]:
    """What each unit reported last on each item."""
    canonical = progress.worklist.roster.canonical
    found: dict[tuple[str, str], tuple[Record, ...]] = {}
    for item in progress.worklist.items:
        for report in progress.of(item).latest:
            key = (canonical(report.unit) or report.unit, item.id)
            found[key] = (*found.get(key, ()), report)
    return found
