"""One line for a person: how a deadline was read, and by which conventions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _, joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.deadline.meaning import Deadline, Recurrence


def explain(deadline: Deadline) -> str:
    """How ``deadline`` was read, as sentences on one line in the language in use."""
    line = ""
    for sentence in (*_meaning(deadline), *_conventions(deadline)):
        # A sentence of its own in each template; Chinese puts no space between them.
        line = joined(line, sentence) if line else sentence
    return line


def _meaning(deadline: Deadline) -> Iterator[str]:
    if deadline.recurrence is not None:
        yield from _recurring(deadline.recurrence)
        if deadline.milestones:
            yield _dated(deadline)
            yield _("It returns no more after that day.")
        elif deadline.due is not None:
            yield _("Next on {due}.").format(due=deadline.due)
    elif deadline.due is not None:
        yield _dated(deadline)
    elif deadline.kind == "unreadable":
        yield _("It could not be read, so nobody knows when it is due.")
        return
    elif deadline.kind == "none":
        yield _undated(deadline)
        return
    elif deadline.start is not None:
        yield _("It goes on from {start}, with no last day.").format(start=deadline.start)
        return
    else:
        yield _("It goes on, with no last day.")
        return
    if deadline.ongoing:
        yield _("After that it goes on.")


def _dated(deadline: Deadline) -> str:
    if len(deadline.milestones) > 1:
        dates = _(", ").join(str(milestone.due) for milestone in deadline.milestones)
        return _(
            "Several dates, each of them due: {dates}. The last counts as the due date."
        ).format(dates=dates)
    if deadline.start is not None:
        return _("From {start} to {due}, both days included.").format(
            start=deadline.start, due=deadline.due
        )
    return _("Due on {due}, that day included.").format(due=deadline.due)


def _undated(deadline: Deadline) -> str:
    if "event" in deadline.rules:
        return _("It depends on an event whose day is not given, so it has no date.")
    if "unread" in deadline.rules:
        return _("It was not read: the sentence holds more dates than any of a list. Divide it.")
    return _("It names no day, so it has no date.")


def _recurring(recurrence: Recurrence) -> Iterator[str]:
    yield _every(recurrence)
    if recurrence.start is not None:
        yield _("It begins on {start}.").format(start=recurrence.start)
    if recurrence.until is not None:
        yield _("It ends on {until}.").format(until=recurrence.until)


def _every(recurrence: Recurrence) -> str:
    if recurrence.frequency == "day":
        return _("It returns every day.")
    if recurrence.frequency == "week":
        names = (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"),
                 _("Saturday"), _("Sunday"))  # fmt: skip
        days = _(", ").join(names[day] for _month, day in recurrence.days)
        return _("It returns every week: {days}.").format(days=days)
    days = _(", ").join(_day(month, day) for month, day in recurrence.days)
    if recurrence.days[0][0] == 0:
        return _("It returns every month: {days}.").format(days=days)
    return _("It returns every year: {days}.").format(days=days)


def _day(month: int, day: int) -> str:
    if month == 0:
        return _("the last day") if day == -1 else _("day {day}").format(day=day)
    if day == -1:
        return _("the end of month {month}").format(month=month)
    return f"{month:02}-{day:02}"


def _conventions(deadline: Deadline) -> Iterator[str]:
    said = _rules()
    for rule in deadline.rules:
        if rule in said:
            yield said[rule]
    if deadline.ambiguous is not None:
        yield _("It may also mean {other}.").format(other=deadline.ambiguous)
    if deadline.approximate:
        yield _("The day is approximate.")


def _rules() -> dict[str, str]:
    return {
        "list-year": _("No year is written, so it is the list's."),
        "from-issue": _("It is counted from the day of issue."),
        "from-as-of": _("It is counted from the day asked about."),
        "counted": _("It is counted from the day of issue, that day excluded."),
        "workdays": _("Working days, by the State Council's calendar, after the day of issue."),
        "from-issue-assigned": _("It is counted from the day of assignment."),
        "counted-assigned": _("It is counted from the day of assignment, that day excluded."),
        "workdays-assigned": _(
            "Working days, by the State Council's calendar, after the day of assignment."
        ),
        "before-period": _("前 after a whole period means before that period begins."),
        "before-festival": _("前 means the day before the festival, by the calendar."),
        "period-end": _("No day is said, so the period's last day counts."),
    }
