"""The invented year of ``examples/2021``: every day of it adds up, and nothing is known before it was written."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from conftest import ROOT
from journals import the_list

from sulist.journal.journal import read
from sulist.reports.owing import owing
from sulist.reports.progress_counts import by_category, by_lead, changes, count
from sulist.standing.course import STATES
from sulist.standing.lights import COLOURS
from sulist.standing.periods import period_named
from sulist.standing.settings import Reports
from sulist.standing.tracking import Progress, problems

if TYPE_CHECKING:
    from conftest import Sulist

EXAMPLE = ROOT / "examples" / "2021" / "progress.yaml"
JOURNAL = read(str(EXAMPLE), the_list())
DAYS = [date(2021, 1, 1) + timedelta(at) for at in range(380)]


def on(as_of: date, known_by: date | None = None) -> Progress:
    """The example asked about a day."""
    return Progress(the_list(), JOURNAL, as_of, known_by)


def test_the_example_has_no_problem_and_says_that_it_is_invented() -> None:
    """Every record counts; the first line is a warning to the reader."""
    assert problems(the_list(), JOURNAL) == []
    assert EXAMPLE.read_text(encoding="utf-8").startswith("# 虚构示例")
    assert {one.item for one in JOURNAL.records} == {item.id for item in the_list().items}


def test_counts_add_up_to_18_on_every_day() -> None:
    """By state, by light, by category and by lead; what is overdue is red, what is closed blue.

    Without a light is what is withdrawn, and what nobody has had to report on yet.
    """
    seen: set[str] = set()
    for day in DAYS:
        progress = on(day)
        whole = count(progress, "", "", the_list().items)
        shining = [progress.light(item) for item in the_list().items]
        lights = [one.colour for one in shining]
        early = sum(one.reason == "not-due-yet" for one in shining)
        seen |= {state for state, number in whole.states.items() if number} | set(lights)
        assert sum(whole.states.values()) == 18
        assert sum(one.items for one in by_category(progress)) == 18
        assert sum(sum(one.states.values()) for one in by_lead(progress)) == 18
        assert lights.count("blue") == whole.states["closed"]
        assert lights.count("red") == whole.overdue
        assert lights.count("none") == whole.states["withdrawn"] + early
    assert set(STATES) | set(COLOURS) <= seen, "the example shows every state and every light"


def test_nothing_is_shown_before_it_was_written() -> None:
    """Every day's answer as it was known then is that of the records written by then."""
    for day in DAYS:
        until = tuple(one for one in JOURNAL.records if one.written_day <= day.isoformat())
        then = Progress(the_list(), JOURNAL._replace(records=until), day)
        known = on(day, day)
        for item in the_list().items:
            assert known.of(item) == then.of(item)
            for report in known.of(item).reports:
                assert report.written_day <= day.isoformat()


def test_what_was_written_late_is_not_known_at_the_meeting() -> None:
    """1-2 reported on 5 July for 28 June; the meeting of 30 June did not know."""
    item = next(one for one in the_list().items if one.id == "1-2")
    meeting = date(2021, 6, 30)
    assert (on(meeting).of(item).percent, on(meeting, meeting).of(item).percent) == (35, 20)


def test_what_changed_between_two_meetings_is_every_difference_and_no_other() -> None:
    """An item that is not among the changes is as it was."""
    before, now = on(date(2021, 7, 31), date(2021, 7, 31)), on(date(2021, 8, 31))
    changed = {one.item.id for one in changes(now, date(2021, 7, 31))}
    assert changed
    for item in the_list().items:
        same = (before.of(item).state, before.of(item).percent) == (
            now.of(item).state,
            now.of(item).percent,
        )
        assert same or item.id in changed


@pytest.mark.parametrize("month", range(1, 13))
def test_who_reported_and_who_owes_add_up(month: int) -> None:
    """For every month: what was asked for is what came and what is missing."""
    period = period_named(f"2021-{month:02}", Reports())
    found = owing(on(date(2022, 1, 31)), period)
    owed = {(debt.unit, debt.item.id) for debt in found.debts}
    came = {
        (one.unit, one.item)
        for one in on(date(2022, 1, 31)).known.standing
        if one.kind == "report" and one.role == "lead" and one.period in period.names
    }
    assert not owed & came
    assert len(owed) + len(came) == found.asked


def test_the_year_in_numbers(sulist: Sulist) -> None:
    """What the meeting reads at the end of the year."""
    report = sulist.json(
        "report", "--as-of", "2021-12-31", "--since", "2021-11-30", "--journal", str(EXAMPLE)
    )["progress"]
    assert report["all"]["states"] == {
        "no-report": 0,
        "not-started": 0,
        "in-progress": 2,
        "reported-done": 3,
        "closed": 12,
        "reopened": 0,
        "withdrawn": 1,
    }
    assert [(one["id"], one["days_late"]) for one in report["done_late"]] == [
        ("1-1", 50),
        ("1-3", 10),
    ]
    assert [(one["id"], one["first_due"], one["to"]) for one in report["extensions"]] == [
        ("1-1", "2021-08-31", "2021-10-31")
    ]
    assert report["overdue"] == []
