"""The light of an item: green on schedule, yellow near or behind, red overdue, blue closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from sulist.standing.settings import Lights
    from sulist.standing.states import DueDate, Standing

COLOURS = ("red", "yellow", "green", "blue", "none")


class Light(NamedTuple):
    """A colour and why: both are keys of tables of ``names``."""

    colour: str
    reason: str


def light(standing: Standing, begin: date, as_of: date, settings: Lights) -> Light:
    """The light on the day ``as_of`` of an item whose work began on ``begin``.

    An extended date counts as extended. What is reported done waits for the office, not the unit,
    so it is never overdue. An item without a date has no schedule that it could miss.
    """
    if standing.state == "closed":
        return Light("blue", "closed")
    if standing.state == "withdrawn":
        return Light("none", "withdrawn")
    if standing.state == "reported-done":
        late = any(one.missed for one in standing.dates)
        return Light("yellow", "done-late") if late else Light("green", "to-verify")
    dates = standing.open_dates
    if not dates:
        return Light("green", "on-schedule")
    soonest = date_colour(dates[0], as_of, settings)
    if soonest == "red":
        return Light("red", "overdue")
    if soonest == "yellow":
        return Light("yellow", "near")
    if _behind(standing, begin, dates[-1].due, as_of, settings.behind_points):
        return Light("yellow", "no-report" if standing.state == "no-report" else "behind")
    return Light("green", "on-schedule")


def date_colour(due_date: DueDate, as_of: date, settings: Lights) -> str:
    """The colour of one date: red past and not done, yellow near, green further off, blue done, none withdrawn."""
    left = due_date.days_left(as_of)
    if left is None:
        return "none" if due_date.state == "withdrawn" else "blue"
    if left < 0:
        return "red"
    return "yellow" if left <= settings.near_days else "green"


def _behind(standing: Standing, begin: date, due: date, as_of: date, points: int) -> bool:
    """Whether the percent falls short of the share of the time that has gone by more than ``points``.

    What has not begun, or was never reported on, stands at 0; work without a percent cannot be
    compared, and is not called behind.
    """
    percent = 0 if standing.state in ("no-report", "not-started") else standing.percent
    whole = (due - begin).days + 1
    if percent is None or whole <= 0:
        return False
    gone = min(max((as_of - begin).days + 1, 0), whole)
    return percent * whole < 100 * gone - points * whole
