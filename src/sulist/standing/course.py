"""How far a piece of work has got: the states, and the course through them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.tuples import NamedTuple

if TYPE_CHECKING:
    from datetime import date

STATES = (
    "no-report",
    "not-started",
    "in-progress",
    "reported-done",
    "closed",
    "reopened",
    "withdrawn",
)

OPEN = frozenset({"no-report", "not-started", "in-progress", "reopened"})

LIVE = OPEN | {"reported-done"}


class Course(NamedTuple):
    """Where an item, or one of its milestones, has got to, and since which day.

    ``done_on`` is the day it was done: as reported, and once closed as accepted.
    """

    state: str = "no-report"
    since: date | None = None
    percent: int | None = None
    done_on: date | None = None

    @property
    def live(self) -> bool:
        """Whether a report or a decision can move it on: it is neither closed nor withdrawn."""
        return self.state in LIVE
