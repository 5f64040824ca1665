"""Which lead units have not reported for a period, and on what. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sulist.listfile.touch import leads, may_lead, speaks_for
from sulist.reports.unled import Asked
from sulist.standing.periods import asks_for_reports

if TYPE_CHECKING:
    from sulist.asking.subject import Subject
    from sulist.journal.record import Record
    from sulist.listfile.item import WorkItem
    from sulist.listfile.worklist import Unread, WorkList
    from sulist.standing.periods import Period
    from sulist.standing.tracking import Progress


class Debt(NamedTuple):
    """An item on which a unit has not reported; ``last`` is what that unit said last, if it did."""

    unit: str
    item: WorkItem
    last: Record | None


class Owing(NamedTuple):
    """Who owes what for a period.

    ``asked`` counts the reports that the period asks for; ``days_left`` are those until they are due,
    negative once that day is past.
    """

    period: Period
    debts: tuple[Debt, ...]
    asked: int
    days_left: int

    @property
    def reported(self) -> int:
        """How many of the reports that the period asks for are there."""
        return self.asked - len(self.debts)

    @property
    def days_over(self) -> int:
        """How many days ago the reports were due; 0: not before today."""
        return max(0, -self.days_left)

    @property
    def of_units(self) -> dict[str, list[Debt]]:
        """The debts of each unit."""
        found: dict[str, list[Debt]] = {}
        for one in self.debts:
            found.setdefault(one.unit, []).append(one)
        return found


class OwesNone(NamedTuple):
    """A unit that owes no report whatever was reported; it is one of several that may lead ``items``."""

    unit: str
    items: tuple[str, ...]


class OwedReports(NamedTuple):
    """Who owes what for a period, and what that leaves out.

    ``unled`` open items have no lead unit, as far as that could be read, so that no report on them
    is owed; where units were named it is 0, since nobody asked. ``owe_none`` of these units owe nothing.
    """

    subject: Subject
    owing: Owing
    unled: int
    owe_none: tuple[OwesNone, ...]

    @property
    def found(self) -> int:
        """How many reports are missing."""
        return len(self.owing.debts)

    @property
    def unread(self) -> tuple[Unread, ...]:
        """The cells that could not be read, or are not proved, and say who would owe a report."""
        return tuple(Asked(self.subject.worklist).doubtful.values())


def owed_reports(subject: Subject, period: Period) -> OwedReports:
    """What the lead units, or those that the query names, owe for ``period`` on the items that are asked for."""
    progress, units = subject.progress, subject.query.units
    assert progress is not None  # noqa: S101 - the question is about it
    part = subject._replace(query=subject.query._replace(units=())).narrowed()
    if part is not subject.worklist:
        progress = progress.about(part)
    none = (_owes_none(subject.worklist, unit) for unit in units)
    return OwedReports(
        subject,
        owing(progress, period, units),
        0 if units else open_unled(progress),
        tuple(one for one in none if one),
    )


def _owes_none(worklist: WorkList, unit: str) -> OwesNone | None:
    perhaps = [item for item in worklist.items if may_lead(worklist, item, unit)]
    if any(unit in leads(worklist, item) for item in perhaps):
        return None
    return OwesNone(unit, tuple(item.id for item in perhaps))


def owing(progress: Progress, period: Period, units: tuple[str, ...] = ()) -> Owing:
    """What the lead units, or those of ``units``, owe for ``period``, as far as the progress knows.

    Owed is a report on every item that is neither reported done, closed nor withdrawn when the
    period ends, or on the day asked about if that comes first. Each of several lead units owes one.
    A period that ended before the list was issued, or before its year where that day is not known,
    asks for nothing, nor one that ended before an item was assigned on that item.
    """
    worklist = progress.worklist
    days_left = (period.due - progress.as_of).days
    if not asks_for_reports(progress.in_force, period):
        return Owing(period, (), 0, days_left)
    end = min(progress.as_of, period.last)
    then = progress.at(end, progress.known_by) if end < progress.as_of else progress
    order = {unit: at for at, unit in enumerate(worklist.units)}
    units_of = Asked(worklist).units
    debts = []
    asked = 0
    for item in worklist.on(end).items:
        for unit in units_of(item):
            if units and unit not in units:
                continue
            said = [
                one
                for one in progress.of(item).reports
                if speaks_for(worklist, item, one.unit, unit)
            ]
            if any(period.holds(one.period) for one in said):
                asked += 1
            elif then.of(item).open:
                asked += 1
                debts.append(Debt(unit, item, said[-1] if said else None))
    debts.sort(key=lambda one: order.get(one.unit, len(order)))
    return Owing(period, tuple(debts), asked, days_left)


def open_unled(progress: Progress) -> int:
    """How many items that are not done no unit leads, so that no report on them is owed."""
    worklist = progress.worklist
    return sum(progress.of(item).open for item in Asked(worklist).unled(worklist.items))
