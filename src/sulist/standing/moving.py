"""How one record moves the course of an item, or of one of its dates: which can follow which. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.standing.course import LIVE, Course
from sulist.standing.refusals import refusal

if TYPE_CHECKING:
    from sulist.journal.record import Record
    from sulist.listfile.item import WorkItem


# From which states a record may lead on; a status of a report is a case of its own.
_FROM = {
    "not-started": frozenset({"no-report", "not-started"}),
    "in-progress": LIVE,
    "done": LIVE,
    "": LIVE,
    "extension": LIVE,
    "closing": frozenset({"in-progress", "reported-done", "reopened"}),
    "reopening": frozenset({"reported-done", "closed", "withdrawn"}),
    "withdrawal": LIVE,
}


class RefusedError(ValueError):
    """A record that cannot follow the state it meets; the text says why and what to do."""


def advanced(course: Course, record: Record, item: WorkItem, step: int = 0) -> Course:
    """The course of an item, or of its date ``step``, after a record that sets a state.

    Raises:
        RefusedError: this cannot follow that state.
    """
    allowed = _FROM[said(record) if record.kind == "report" else record.kind]
    if course.state not in allowed:
        raise RefusedError(refusal(course, record, allowed, item, step))
    if record.kind == "report":
        return _reported(course, record)
    if record.kind == "closing":
        return Course("closed", record.on, course.percent, record.done_on)
    if record.kind == "reopening":
        return Course("reopened", record.on, course.percent)
    return Course("withdrawn", record.on, course.percent)


def said(record: Record) -> str:
    """The status that a report gives; a percent without one tells that work is under way."""
    return record.status or ("in-progress" if record.percent else "")


def _reported(course: Course, record: Record) -> Course:
    """After the lead's report; its text alone tells that work is under way, if nothing did before."""
    status = said(record)
    if status == "done":
        # Done is done: a later report that says so again, while it is verified, moves no day.
        if course.state == "reported-done":
            return course
        return Course("reported-done", record.on, course.percent, record.on)
    percent = course.percent if record.percent is None else record.percent
    if not status and course.state in ("no-report", "reopened"):
        status = "in-progress"
    if status in ("", course.state):
        return course._replace(percent=percent)
    return Course(status, record.on, percent)
