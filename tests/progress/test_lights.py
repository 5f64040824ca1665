"""The light of an item: which colour when, and that the settings move it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from journals import day, item, progress, record

from sulist.standing.lights import COLOURS
from sulist.standing.names import COLOUR_NAMES, REASON_NAMES
from sulist.standing.settings import Lights, Settings
from sulist.standing.tracking import Progress

if TYPE_CHECKING:
    from sulist.journal.record import Record

AT_30 = record("03-01", "in-progress", 1, percent=30)
DONE = record("08-20", "done", 1)
LATE = record("09-05", "done", 1)

# 1-1 is due on 31 August; its time began on 1 January and has 243 days.
# What was said, the day asked about, the colour, the reason.
LIGHTS: list[tuple[list[Record], str, str, str]] = [
    ([], "01-01", "green", "on-schedule"),
    ([], "02-17", "green", "on-schedule"),  # 48 of 243 days: 19.8 points
    ([], "02-18", "yellow", "no-report"),  # 49 of 243 days: 20.2 points
    ([], "08-31", "yellow", "near"),
    ([], "09-01", "red", "overdue"),
    ([record("02-01", "not-started", 1)], "04-01", "yellow", "behind"),
    ([AT_30], "05-01", "green", "on-schedule"),  # 121 days: 49.8 against 30
    ([AT_30], "05-02", "yellow", "behind"),  # 122 days: 50.2 against 30
    ([AT_30], "07-31", "yellow", "behind"),
    ([AT_30], "08-01", "yellow", "near"),
    ([record("03-01", "in-progress", 1)], "07-31", "green", "on-schedule"),  # no percent was said
    ([DONE], "08-25", "green", "to-verify"),
    ([DONE], "12-31", "green", "to-verify"),
    ([LATE], "09-10", "yellow", "done-late"),
    ([DONE, record("09-10", "closing", 2, done_on="08-20")], "09-10", "blue", "closed"),
    ([DONE, record("09-10", "reopening", 2)], "09-10", "red", "overdue"),
    ([record("06-01", "withdrawal", 1)], "12-31", "none", "withdrawn"),
    ([record("08-01", "extension", 1, to="12-31")], "09-10", "yellow", "no-report"),
    ([record("08-01", "extension", 2, to="12-31"), AT_30], "12-31", "yellow", "near"),
    ([record("08-01", "extension", 2, to="10-31"), LATE], "09-10", "green", "to-verify"),
]


@pytest.mark.parametrize(("made", "as_of", "colour", "reason"), LIGHTS)
def test_a_light_follows_from_state_percent_and_time(
    made: list[Record], as_of: str, colour: str, reason: str
) -> None:
    """Green on schedule, yellow near or behind, red overdue, blue closed."""
    assert progress(made, as_of).light(item()) == (colour, reason)


def test_every_colour_and_reason_is_in_the_table() -> None:
    """And each has its word."""
    assert {row[2] for row in LIGHTS} == set(COLOURS) == set(COLOUR_NAMES)
    assert {row[3] for row in LIGHTS} == set(REASON_NAMES)


@pytest.mark.parametrize(
    ("settings", "light"),
    [
        (Lights(), ("yellow", "behind")),
        (Lights(behind_points=30), ("green", "on-schedule")),
        (Lights(near_days=100, behind_points=30), ("yellow", "near")),
        (Lights(behind_points=0), ("yellow", "behind")),
    ],
)
def test_a_place_sets_its_own_thresholds(settings: Lights, light: tuple[str, str]) -> None:
    """On 1 June, 152 of 243 days gone, with 40 percent."""
    known = progress([record("05-28", "in-progress", 1, percent=40)], "06-01")
    asked = Progress(known.worklist, known.journal, day("06-01"), None, Settings(lights=settings))
    assert asked.light(item()) == light
