"""Whom to urge, on what, and why: what is late, near, or not reported on. Pure."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from sulist.base.errors import UsageError
from sulist.base.i18n import _
from sulist.base.showing import pasted
from sulist.listfile.printing import Printing
from sulist.listfile.touch import leads, speaks_for
from sulist.reports.owing import owing
from sulist.reports.unled import Asked
from sulist.standing.periods import period_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sulist.asking.subject import Subject
    from sulist.journal.record import Record
    from sulist.listfile.item import WorkItem
    from sulist.listfile.worklist import Unread, WorkList
    from sulist.standing.periods import Period
    from sulist.standing.states import DueDate
    from sulist.standing.tracking import Progress

ANSWER_DAYS = 7
_COUNTED = re.compile(r"(.*?)([0-9０-９]{1,9})(号?)", re.DOTALL)


class UrgedDate(NamedTuple):
    """A date that is urged: ``days`` are those it is past, or those that are left."""

    due_date: DueDate
    days: int


class Urged(NamedTuple):
    """An item that a unit is urged on: the dates that are ``late`` and ``near``, what is ``owed``.

    ``later`` are open dates that are neither, and were put off: the printed cell does not say them.
    ``owed`` is the period that the unit has not reported for, or None; ``last`` its last reports,
    of the item and of each of several dates.
    """

    item: WorkItem
    late: tuple[UrgedDate, ...]
    near: tuple[UrgedDate, ...]
    later: tuple[DueDate, ...]
    owed: Period | None
    behind: bool
    last: tuple[Record, ...]


class UnitLetter(NamedTuple):
    """What a unit is urged on; of these items so many are ``late``, ``near`` and ``owed``, or several of it.

    ``unread`` are cells that could not be read: when an item of the unit is due, or who leads one.
    ``number`` is what the letter is registered under, empty where nobody said.
    """

    unit: str
    items: tuple[Urged, ...]
    unread: tuple[Unread, ...] = ()
    number: str = ""

    @property
    def late(self) -> int:
        """How many items have a date that is past."""
        return sum(bool(one.late) for one in self.items)

    @property
    def near(self) -> int:
        """How many have one that is near."""
        return sum(bool(one.near) for one in self.items)

    @property
    def owed(self) -> int:
        """How many were not reported on."""
        return sum(bool(one.owed) for one in self.items)


class Letters(NamedTuple):
    """The letters, in the order of the roster, and the day by which an answer is asked for.

    ``unled`` items are late or near, and no unit leads them, as far as that could be read, so that nobody is urged on them;
    where units were named it is 0, since nobody asked. ``unread`` are the cells that could not be
    read of what was chosen, or might have been: what they say is urged on nobody.
    """

    subject: Subject
    letters: tuple[UnitLetter, ...]
    reply_by: date
    unled: int
    unread: tuple[Unread, ...] = ()


def letters(subject: Subject, *, reply_by: date | None = None, number: str = "") -> Letters:
    """The letters of what is chosen; an answer is due on ``reply_by``, else a week after the day asked about.

    The first has this ``number``, the others those behind it.

    A unit is urged on what it leads; of a collective that leads, each of its units is, and of 有关部门
    nobody knows which, so that the letter is to these. With units in the query only these are. What is
    done, waits to be verified, or is withdrawn, is not urged.

    Raises:
        UsageError: there are several, and the number has no digits to count on from.
    """
    progress, as_of = subject.progress, subject.as_of
    assert progress is not None  # noqa: S101 - letters are asked for with progress
    selection = subject.select()
    items = [match.item for match in selection.matches]
    urged = _urged_by_unit(progress, items, subject.query.units)
    return Letters(
        subject,
        tuple(
            UnitLetter(unit, tuple(found), _unread(subject.worklist, selection.unread, unit), each)
            for (unit, found), each in zip(urged.items(), numbered(number, len(urged)), strict=True)
        ),
        reply_by or as_of + min(timedelta(days=ANSWER_DAYS), date.max - as_of),
        0 if subject.query.units else _urgent_unled(progress, items),
        selection.unread,
    )


def numbered(first: str, letters: int) -> list[str]:
    """The numbers of so many letters, counted on from that of the ``first``: 督〔2021〕5号, 督〔2021〕6号.

    Raises:
        UsageError: there are several, and it does not end with digits, or with digits and 号.
    """
    if not first or letters <= 1:
        return [first] * letters
    found = _COUNTED.fullmatch(first)
    if not found:
        raise UsageError(
            _(
                "--number {number} has to end with a number, such as 督〔2021〕5号: the letters are counted on from it."
            ).format(number=pasted(first))
        )
    before, digits, behind = found.groups()
    begin = int(digits)
    return [f"{before}{begin + at:0{len(digits)}}{behind}" for at in range(letters)]


def _unread(worklist: WorkList, unread: Iterable[Unread], unit: str) -> tuple[Unread, ...]:
    """The cells that may concern a unit: of when its items are due, and of who leads."""
    printing = Printing(worklist)
    return tuple(
        one
        for one in unread
        if printing.says_who_leads(one)
        or (printing.is_of_dates(one) and unit in leads(worklist, printing.item(one.id)))
    )


def _urged_by_unit(
    progress: Progress, items: Iterable[WorkItem], units: tuple[str, ...]
) -> dict[str, list[Urged]]:
    worklist = progress.worklist
    period = last_period(progress)
    debts = owing(progress, period).debts if period else ()
    owes = {(debt.unit, debt.item.id) for debt in debts}
    units_of = Asked(worklist).units
    found: dict[str, list[Urged]] = {}
    for item in items:
        for unit in units_of(item):
            if units and unit not in units:
                continue
            owed = period if (unit, item.id) in owes else None
            last = tuple(
                one
                for one in progress.of(item).latest
                if speaks_for(worklist, item, one.unit, unit)
            )
            one = _urged(progress, item, owed, last)
            if one:
                found.setdefault(unit, []).append(one)
    order = {unit: at for at, unit in enumerate(worklist.units)}
    return dict(sorted(found.items(), key=lambda pair: order.get(pair[0], len(order))))


def _urgent_unled(progress: Progress, items: Iterable[WorkItem]) -> int:
    free = Asked(progress.worklist).unled(items)
    return sum(_urged(progress, item, None, ()) is not None for item in free)


def _urged(
    progress: Progress, item: WorkItem, owed: Period | None, last: tuple[Record, ...]
) -> Urged | None:
    one = progress.of(item)
    if not one.open:
        return None
    left = [
        (days, due_date)
        for due_date in one.open_dates
        if (days := due_date.days_left(progress.as_of)) is not None
    ]
    near_days = progress.settings.lights.near_days
    late = tuple(UrgedDate(due_date, -days) for days, due_date in left if days < 0)
    near = tuple(UrgedDate(due_date, days) for days, due_date in left if 0 <= days <= near_days)
    if not (late or near or owed):
        return None
    later = tuple(due_date for days, due_date in left if days > near_days and due_date.extended)
    behind = progress.light(item).reason == "behind"
    return Urged(item, late, near, later, owed, behind, last)


def last_period(progress: Progress) -> Period | None:
    """The last period of the list's year whose reports are due by the day asked about."""
    reports = progress.settings.reports
    day = progress.as_of
    begin = progress.worklist.first_year
    if day.year < begin:
        return None
    period = period_of(day, reports)
    if period.due > day:
        period = period_of(period.first - timedelta(days=1), reports)
    return period if period.last.year >= begin else None
