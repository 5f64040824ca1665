"""What an item is at a day: its records, in the order of what they speak of, one after another. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sulist.base.i18n import _
from sulist.journal.record import no_milestone
from sulist.standing.course import OPEN, Course
from sulist.standing.moving import RefusedError, advanced, said
from sulist.standing.refusals import before_it_was_assigned, done_as_a_whole, ended

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from sulist.journal.record import Record
    from sulist.listfile.item import WorkItem


class DueDate(NamedTuple):
    """One date of an item: ``first_due`` as printed, ``due`` as extended, and whether it is done.

    ``step`` is 0 where the item has only one. ``done_on`` is the day it was done; ``state`` is its
    own, or the item's where that is done or withdrawn as a whole.
    """

    step: int
    first_due: date
    due: date
    state: str
    done_on: date | None

    @property
    def open(self) -> bool:
        """Whether it has still to be done."""
        return self.state in OPEN

    @property
    def extended(self) -> bool:
        """Whether it was given more time than was printed."""
        return self.due != self.first_due

    @property
    def missed(self) -> bool:
        """Whether it was done, but later than even its extended date."""
        return self.done_on is not None and self.done_on > self.due

    def days_left(self, as_of: date) -> int | None:
        """How many days there are until it, negative once it is past; None: nothing is left to do."""
        return (self.due - as_of).days if self.open else None

    def overdue_days(self, as_of: date) -> int:
        """How many days it is past and still not done; 0: it is not, as on the very day."""
        return max(0, -(self.days_left(as_of) or 0))

    @property
    def late_days(self) -> int:
        """How many days after its first date it was done, as accepted or, until then, as reported."""
        return max(0, (self.done_on - self.first_due).days) if self.done_on else 0


class Extension(NamedTuple):
    """More time that was given: on the day ``on``, from ``first_due``, as printed, to ``to``, and why.

    ``milestone`` is which of several dates it is of, as the record names it, or 0.
    """

    milestone: int
    first_due: date
    to: date
    on: date
    reason: str
    id: str


class Standing(NamedTuple):
    """What an item is at a day.

    ``reports`` are everybody's, ``extensions`` those that counted, in their order; ``refused`` are
    records that could not follow, with the reason: they do not count. ``decision`` is the closing,
    reopening or withdrawal that set its state, be it of the last of its dates; None: a report did.
    ``latest`` is what each unit, under any of its names, said last of the item, and of each of its
    dates where it has several, since a word on one date is none on the item or on another date.
    """

    course: Course = Course()
    dates: tuple[DueDate, ...] = ()
    reports: tuple[Record, ...] = ()
    extensions: tuple[Extension, ...] = ()
    refused: tuple[tuple[Record, str], ...] = ()
    decision: Record | None = None
    latest: tuple[Record, ...] = ()

    @property
    def state(self) -> str:
        """The state's name in ``STATES``."""
        return self.course.state

    @property
    def open(self) -> bool:
        """Whether it has still to be done: neither reported done, closed nor withdrawn."""
        return self.state in OPEN

    @property
    def percent(self) -> int | None:
        """What the lead said last; what is done is 100."""
        return 100 if self.state in ("reported-done", "closed") else self.course.percent

    @property
    def open_dates(self) -> tuple[DueDate, ...]:
        """The dates that are still to be met, soonest first."""
        return tuple(sorted((one for one in self.dates if one.open), key=lambda one: one.due))

    def date_of(self, step: int) -> DueDate | None:
        """The date ``step``; None: the item has no such date."""
        return next((one for one in self.dates if one.step == step), None)

    @property
    def last_due(self) -> date | None:
        """The last of its dates, as extended, done or not."""
        return max((one.due for one in self.dates), default=None)

    @property
    def last_report(self) -> Record | None:
        """The last report by any unit."""
        return self.reports[-1] if self.reports else None

    @property
    def problems(self) -> tuple[tuple[str, str], ...]:
        """What is in the way: of each unit's last reports, (unit, 存在问题) where there is one.

        What was in the way of a date that is met is so no longer.
        """
        if self.state in ("closed", "withdrawn"):
            return ()
        several = len(self.dates) > 1
        return tuple(
            (one.unit, one.problem)
            for one in self.latest
            if one.problem
            and not (several and one.milestone and not self.dates[one.milestone - 1].open)
        )

    @property
    def late_days(self) -> int:
        """How many days late it was done, at the date where it was latest; 0: in time, or not done."""
        if self.state not in ("reported-done", "closed"):
            return 0
        return max((one.late_days for one in self.dates), default=0)

    def overdue_days(self, as_of: date) -> int:
        """How many days the earliest open date is past; 0: none is."""
        return max((one.overdue_days(as_of) for one in self.dates), default=0)


def standing(
    item: WorkItem, records: Iterable[Record], named: Callable[[str], str | None] | None = None
) -> Standing:
    """What ``records``, which stand and are in order, make of an item.

    ``named`` gives the one name of a unit that has several; None: it knows none.
    """
    return _Fold(item, named).run(records)


class _Fold:
    """Takes one record after another."""

    def __init__(self, item: WorkItem, named: Callable[[str], str | None] | None) -> None:
        self.item = item
        self.named = named
        self.dues = [one.due for one in item.deadline.milestones]
        self.firsts = tuple(self.dues)
        self.whole = Course()
        self.by_dates: Course | None = None  # what its dates make of it, once none of them is open
        self.steps = [Course() for _due in self.dues]
        self.decided: dict[int, Record] = {}  # the last decision on each of several dates
        self.opened: set[int] = set()  # dates that were opened again with the item
        self.reports: list[Record] = []
        self.latest: dict[str, dict[int, Record]] = {}  # of each unit, of the item and its dates
        self.extensions: list[Extension] = []
        self.decision: Record | None = None
        self.refused: list[tuple[Record, str]] = []

    def run(self, records: Iterable[Record]) -> Standing:
        begin = self.item.assigned
        for record in records:
            try:
                if begin and record.on < begin:
                    raise RefusedError(before_it_was_assigned(self.item))
                self._take(record)
            except RefusedError as error:
                self.refused.append((record, str(error)))
        return Standing(
            self.course,
            tuple(self._part(at) for at in range(len(self.dues))),
            tuple(self.reports),
            tuple(self.extensions),
            tuple(self.refused),
            self.decision,
            tuple(own[step] for own in self.latest.values() for step in sorted(own)),
        )

    def _take(self, record: Record) -> None:
        if record.milestone > max(1, len(self.dues)):
            raise RefusedError(no_milestone(record))
        if record.kind == "report":
            if record.role == "lead":
                self._advance(record)
            self._hear(record)
        elif record.kind == "extension":
            self._extend(record)
        else:
            self._advance(record)

    def _hear(self, record: Record) -> None:
        self.reports.append(record)
        unit = (self.named and self.named(record.unit)) or record.unit
        step = record.milestone if len(self.dues) > 1 else 0
        self.latest.setdefault(unit, {})[step] = record

    @property
    def course(self) -> Course:
        """The item's course: by its dates where they are all done, else by its own records."""
        return self.by_dates or self.whole

    def _advance(self, record: Record) -> None:
        """Moves the item on, or one of its dates."""
        if record.milestone and len(self.dues) > 1:
            self._advance_date(record)
        else:
            self._advance_whole(record)

    def _advance_whole(self, record: Record) -> None:
        if self._confirms(record):
            return
        before = self.course
        moved = advanced(before, record, self.item)
        if moved.state == before.state:  # what its dates have said is not its own word
            moved = self.whole._replace(percent=moved.percent)
        self.whole = moved
        if record.kind in ("closing", "withdrawal"):
            self._end_dates(record)
        if record.kind == "reopening":
            self.opened = set(range(len(self.steps)))
            self.steps = [Course("reopened", record.on, one.percent) for one in self.steps]
        self.by_dates = self._of_all_dates(record) if self.whole.state in OPEN else None
        if record.kind != "report":
            self.decision = record
        elif self.course.state != before.state:
            self.decision = None

    def _confirms(self, record: Record) -> bool:
        """Whether a record says of an ended item what its dates have said, which moves nothing.

        A closing that accepts another day says something else. Journals that had to end the item too
        accepted the day on which its lead reported it done.
        """
        ended = self.by_dates
        if ended is None:
            return False
        if record.kind == "report":
            return ended.state == "closed" and said(record) == "done"
        if record.kind == "closing":
            told = (one.on for one in self.reports if _is_done_as_a_whole(one))
            return ended.state == "closed" and record.done_on in (ended.done_on, *told)
        return (record.kind, ended.state) == ("withdrawal", "withdrawn")

    def _end_dates(self, record: Record) -> None:
        """Dates that were only reported done end with their item; those that are open have no end of their own.

        Where none is open, a day that is accepted in place of theirs is that of the one done last.
        """
        told = [at for at, one in enumerate(self.steps) if one.state == "reported-done"]
        last = max(told, key=lambda at: (self.steps[at].done_on, at), default=None)
        other = self.by_dates is not None and record.done_on != self.by_dates.done_on
        for at in told:
            done_on = record.done_on if other and at == last else self.steps[at].done_on
            self.steps[at] = advanced(self.steps[at], record._replace(done_on=done_on), self.item)

    def _advance_date(self, record: Record) -> None:
        """Moves a date, unless a record of the item's own has ended the item; then, it may be, the item."""
        if self.whole.state not in OPEN:
            raise RefusedError(done_as_a_whole(self.whole, record))
        at = record.milestone - 1
        if record.kind == "reopening" and at in self.opened:
            self.opened.discard(at)
            return
        was = self.steps[at].state
        self.steps[at] = advanced(self.steps[at], record, self.item, record.milestone)
        self.opened.discard(at)
        if record.kind == "report":
            self._begin(record, was, self.steps[at].state)
        else:
            self.decided[at] = record
        before, self.by_dates = self.by_dates, self._of_all_dates(record)
        if self.by_dates is not None:
            told = self.by_dates.state == "reported-done"
            self.decision = None if told else self._last_decision(self.by_dates.state)
        elif before is not None:
            reopened = record.kind == "reopening"
            state = "reopened" if reopened else "in-progress"
            self.whole = Course(state, record.on, self.whole.percent)
            self.decision = record if reopened else None

    def _begin(self, record: Record, was: str, now: str) -> None:
        """What the lead says of a date it says of the item, of which it said nothing before.

        Nor has it since the item was reopened; what is said once more of a date that stayed done is
        no word on what was taken up again.
        """
        before = self.whole.state
        if now != (was if before == "reopened" else "not-started"):
            state = "in-progress"
        else:
            state = "not-started" if before == "no-report" else before
        if before not in ("in-progress", state):
            self.whole = self.whole._replace(state=state, since=record.on)
            self.decision = None

    def _of_all_dates(self, record: Record) -> Course | None:
        """The course of an item of several dates, none of which is open after ``record``; else None.

        Closed once all that are not withdrawn are, since the last closing; reported done where some
        are only that; withdrawn where all are.
        """
        if len(self.steps) < 2 or any(one.state in OPEN for one in self.steps):
            return None
        percent = self.whole.percent
        done = [one for one in self.steps if one.state != "withdrawn"]
        done_on = max((one.done_on for one in done if one.done_on), default=None)
        states = {one.state for one in done}
        if "reported-done" not in states:
            ended = [one.since for one in done or self.steps if one.since]
            return Course("closed" if done else "withdrawn", max(ended), percent, done_on)
        told = self.by_dates
        since = told.since if told and told.state == "reported-done" else record.on
        return Course("reported-done", since, percent, done_on)

    def _last_decision(self, state: str) -> Record | None:
        """The last decision that brought a date into ``state``."""
        own = [one for at, one in self.decided.items() if self.steps[at].state == state]
        return max(own, key=lambda one: one.order, default=None)

    def _extend(self, record: Record) -> None:
        assert record.to is not None  # noqa: S101 - an extension is not read without it
        if not self.dues:
            raise RefusedError(
                _("{item} has no date that could be extended.").format(item=record.item)
            )
        if len(self.dues) > 1 and not record.milestone:
            raise RefusedError(
                _("{item} has {n} dates: say which one with --milestone, from 1 to {n}.").format(
                    item=record.item, n=len(self.dues)
                )
            )
        at = max(0, record.milestone - 1)
        if not self.whole.live:
            raise RefusedError(ended(self.whole, record.item))
        if len(self.dues) > 1 and not self.steps[at].live:
            raise RefusedError(ended(self.steps[at], record.item, record.milestone))
        if record.to <= self.dues[at]:
            raise RefusedError(
                _("{item} is due on {due} now; {to} is not later.").format(
                    item=record.item, due=self.dues[at], to=record.to
                )
            )
        self.dues[at] = record.to
        first = self.firsts[at]
        given = Extension(record.milestone, first, record.to, record.on, record.reason, record.id)
        self.extensions.append(given)

    def _part(self, at: int) -> DueDate:
        several = len(self.dues) > 1
        own = self.steps[at] if several else self.whole
        course, done_on = own, own.done_on
        if own.state in OPEN and self.whole.state not in OPEN:
            # Done as a whole: that day is the last date's; when an earlier one was met, nobody said.
            course = self.whole
            done_on = self.whole.done_on if at == len(self.dues) - 1 else None
        step = at + 1 if several else 0
        return DueDate(step, self.firsts[at], self.dues[at], course.state, done_on)


def _is_done_as_a_whole(report: Record) -> bool:
    """Whether a lead reports with it the item done, and not one of its dates."""
    return report.role == "lead" and not report.milestone and said(report) == "done"
