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


def light(
    standing: Standing,
    begin: date,
    first_report: date,
    as_of: date,
    settings: Lights,
    *,
    is_read: bool = True,
) -> Light:
    """The light on the day ``as_of`` of an item whose work began on ``begin``.

    An extended date counts as extended. What is reported done waits for the office, not the unit,
    so it is never overdue. An item without a date has no schedule that it could miss. Of what
    nobody ever reported on, nobody knows that it is on schedule: it has no light until the day
    ``first_report``, on which the first report is due, and is yellow after it. Nor of one whose
    deadline could not be read, as ``is_read`` says: it is never called on schedule.
    """
    if standing.state == "closed":
        return Light("blue", "closed")
    if standing.state == "withdrawn":
        return Light("none", "withdrawn")
    if standing.state == "reported-done":
        if not is_read:
            return Light("none", "unread")
        late = any(one.missed for one in standing.dates)
        return Light("yellow", "done-late") if late else Light("green", "to-verify")
    dates = standing.open_dates
    soonest = _of_date(dates[0], as_of, settings) if dates else ""
    if soonest == "red":
        return Light("red", "overdue")
    if soonest == "yellow":
        return Light("yellow", "near")
    if standing.state == "no-report":
        early = as_of <= first_report
        return Light("none", "not-due-yet") if early else Light("yellow", "no-report")
    if dates and _behind(standing, begin, dates[-1].due, as_of, settings.behind_points):
        return Light("yellow", "behind")
    return Light("green", "on-schedule") if is_read else Light("none", "unread")


def possible(standing: Standing, first_report: date, as_of: date) -> frozenset[str]:
    """The colours that an item whose deadline could not be read might have by its true one."""
    if standing.state in ("closed", "withdrawn"):
        return frozenset(("blue" if standing.state == "closed" else "none",))
    if standing.state == "reported-done":
        return frozenset(("yellow", "green"))
    if standing.state == "no-report":
        return frozenset(("red", "yellow", *(["none"] if as_of <= first_report else [])))
    return frozenset(("red", "yellow", "green"))


def date_colour(due_date: DueDate, item: Light, as_of: date, settings: Lights) -> str:
    """The colour of one date of an item that has the light ``item``.

    Red past and not done, yellow near, green further off, blue done, none withdrawn; but where
    nobody ever reported, what is further off is of the item's colour, for nothing says that all is well.
    """
    colour = _of_date(due_date, as_of, settings)
    return far_colour(item) if colour == "green" else colour


def far_colour(item: Light | None) -> str:
    """The colour of what is due further off, of an item of that light; None: nobody reports."""
    return item.colour if item and item.reason in ("no-report", "not-due-yet") else "green"


def _of_date(due_date: DueDate, as_of: date, settings: Lights) -> str:
    left = due_date.days_left(as_of)
    if left is None:
        return "none" if due_date.state == "withdrawn" else "blue"
    if left < 0:
        return "red"
    return "yellow" if left <= settings.near_days else "green"


def _behind(standing: Standing, begin: date, due: date, as_of: date, points: int) -> bool:
    """Whether the percent falls short of the share of the time that has gone by more than ``points``.

    What has not begun stands at 0; work without a percent cannot be compared, and is not called behind.
    """
    percent = 0 if standing.state == "not-started" else standing.percent
    whole = (due - begin).days + 1
    if percent is None or whole <= 0:
        return False
    gone = min(max((as_of - begin).days + 1, 0), whole)
    return percent * whole < 100 * gone - points * whole
