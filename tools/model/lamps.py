"""The light of an item."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from model import civil
from model.civil import WEEK

if TYPE_CHECKING:
    from model.folding import Standing
    from model.papers import Entry, Listed


COLOURS = ("red", "yellow", "green", "blue", "none")


class Period:
    """The months that one round of reports is about, or the week."""

    def __init__(self, day: date, rhythm: int) -> None:
        self.week = civil.week(day) if rhythm == WEEK else None
        self.months: tuple[date, ...] = ()
        if self.week:
            self.first = civil.monday(day)
            self.end = civil.plus(self.first, 6)
            return
        first = (day.month - 1) // rhythm * rhythm + 1
        self.months = tuple(date(day.year, first + number, 1) for number in range(rhythm))
        self.first, self.end = self.months[0], civil.end(day.year, first + rhythm - 1)

    def due(self, number: int) -> date:
        """The day on which its reports are due: of the last month, or of the week."""
        if self.week:
            return civil.plus(self.first, number - 1)
        return self.end.replace(day=min(number, self.end.day))

    def is_told_by(self, said: str) -> bool:
        """Whether a report for this month or week counts for it: a week is of the month of its Sunday, a month of no week."""
        if "W" not in said:
            return said in [month.isoformat()[:7] for month in self.months]
        return said == self.week or self.is_told_by(civil.sunday(said).isoformat()[:7])


def first_report_due(listed: Listed, entry: Entry) -> date:
    """The day on which an item has to be reported on for the first time."""
    settings = listed.settings
    return Period(listed.begins(entry), settings.rhythm).due(settings.due_day(settings.rhythm))


def light(listed: Listed, entry: Entry, standing: Standing, as_of: date) -> tuple[str, str]:
    """Its colour and the reason; nobody calls in time what has a deadline that nobody can read."""
    colour, reason = _by_its_dates(listed, entry, standing, as_of)
    return ("none", "unread") if entry.when.unreadable and colour == "green" else (colour, reason)


def possible(listed: Listed, entry: Entry, standing: Standing, as_of: date) -> set[str]:
    """The colour of an item whose deadline nobody can read, and those that it would have by any other."""
    early = as_of <= first_report_due(listed, entry)
    of_state = {"closed": "blue", "withdrawn": "none", "reported-done": "yellow green"}
    of_state["no-report"] = "red yellow none" if early else "red yellow"
    told, _reason = light(listed, entry, standing, as_of)
    return {told, *of_state.get(standing.state, "red yellow green").split()}


def _by_its_dates(listed: Listed, entry: Entry, standing: Standing, as_of: date) -> tuple[str, str]:
    if standing.state == "closed":
        return "blue", "closed"
    if standing.state == "withdrawn":
        return "none", "withdrawn"
    if standing.state == "reported-done":
        is_late = any(one.done_on and one.done_on > one.due for one in standing.dates)
        return ("yellow", "done-late") if is_late else ("green", "to-verify")
    left = [(one.due - as_of).days for one in standing.dates if one.is_open]
    if any(days < 0 for days in left):
        return "red", "overdue"
    if any(days <= listed.settings.near for days in left):
        return "yellow", "near"
    if standing.state == "no-report":
        return (
            ("yellow", "no-report")
            if as_of > first_report_due(listed, entry)
            else ("none", "not-due-yet")
        )
    if _is_behind(listed, entry, standing, as_of):
        return "yellow", "behind"
    return "green", "on-schedule"


def _is_behind(listed: Listed, entry: Entry, standing: Standing, as_of: date) -> bool:
    """More than so many points below the share of the time that has gone, its first and its last day included."""
    percent = (
        0 if standing.state == "not-started" and standing.percent is None else standing.percent
    )
    dues = [one.due for one in standing.dates if one.is_open]
    if percent is None or not dues:
        return False
    begins = entry.when.begins or listed.begins(entry)
    whole = (max(dues) - begins).days + 1
    gone = (as_of - begins).days + 1
    if whole <= 0:
        return False
    return 100 * gone - percent * whole > listed.settings.behind * whole
