"""Why a record cannot follow the state that it meets, and what to do: the sentences of refusals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _, ngettext
from sulist.standing.names import STATE_NAMES

if TYPE_CHECKING:
    from datetime import date

    from sulist.journal.record import Record
    from sulist.listfile.item import WorkItem
    from sulist.standing.course import Course


def refusal(
    course: Course, record: Record, allowed: frozenset[str], work: WorkItem, step: int
) -> str:
    """Why a record cannot follow a state, and what to do; ``step`` is the date it is about, 0 the item."""
    item = work.id
    if not course.live and course.state not in allowed:
        return ended(course, item, step)
    state = _(STATE_NAMES[course.state])
    if record.kind == "closing" and not work.lead:
        return _(
            "The state of {item} is {state}: it has no lead unit, and only a lead can report that it was done. Write who leads it under lead: in the list first."
        ).format(item=item, state=state)
    if record.kind == "closing":
        return _(
            "The state of {item} is {state}: nothing says that it was done. First: sulist log {which} --status done"
        ).format(item=item, state=state, which=reported_by(work, step))
    if record.kind == "reopening":
        return _(
            "The state of {item} is {state}: only what is closed, reported done or withdrawn can be reopened."
        ).format(item=item, state=state)
    return _(
        "The state of {item} is {state} since {day}, so it cannot be not started. If a record says so by mistake, sulist history {item} shows its name, and this takes it back: sulist undo --record RECORD"
    ).format(item=item, state=state, day=course.since)


def before_it_was_assigned(item: WorkItem) -> str:
    """Why nothing can be recorded of a day before an item was there."""
    return _(
        "{item} was assigned on {day}, so nothing can be recorded of a day before it. Say the right day with --on."
    ).format(item=item.id, day=item.assigned)


def of_its_day(reason: str, day: date, today: date, later: int) -> str:
    """A refusal, and which day it speaks of, where that is not today or ``later`` records follow."""
    if later:
        said = ngettext(
            "As of {day}, with {n} record of a later day to follow: {reason}",
            "As of {day}, with {n} records of later days to follow: {reason}",
            later,
        )
        return said.format(day=day, n=later, reason=reason)
    return reason if day == today else _("As of {day}: {reason}").format(day=day, reason=reason)


def which(item: str, step: int) -> str:
    """An item, or one of its dates, as a command names it."""
    return f"{item} --milestone {step}" if step else item


def reported_by(item: WorkItem, step: int) -> str:
    """The same for a report: which unit reports has to be said where several may."""
    several = len(item.lead) != 1 or item.lead[0].collective
    return which(item.id, step) + (f" --unit {_('UNIT')}" if several else "")


def ended(course: Course, item: str, step: int = 0) -> str:
    """That an item, or one of its dates, is closed or withdrawn, and how it is taken up again."""
    said = (
        _("{item} was closed on {day}. Take it up again first: sulist reopen {which} --reason TEXT")
        if course.state == "closed"
        else _(
            "{item} was withdrawn on {day}. Take it up again first: sulist reopen {which} --reason TEXT"
        )
    )
    of = _("Date {step} of {item}").format(step=step, item=item) if step else item
    return said.format(item=of, day=course.since, which=which(item, step))


def done_as_a_whole(course: Course, record: Record) -> str:
    """That one date of an item cannot move, since the item itself is done, closed or withdrawn."""
    if not course.live:
        return ended(course, record.item)
    return _(
        "{item} is reported done as a whole. Send it back first: sulist reopen {item} --reason TEXT"
    ).format(item=record.item)
