"""What an item is at a day: which state can follow which, and when it was late."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from journals import day, item, progress, record

from sulist.standing.course import STATES

if TYPE_CHECKING:
    from sulist.standing.states import Standing

# What happened, in order; the state after it; which of the records could not follow (by number).
COURSES: list[tuple[list[str], str, list[int]]] = [
    ([], "no-report", []),
    (["not-started"], "not-started", []),
    (["not-started", "not-started"], "not-started", []),
    (["in-progress"], "in-progress", []),
    (["not-started", "in-progress"], "in-progress", []),
    (["in-progress", "not-started"], "in-progress", [2]),
    (["done", "not-started"], "reported-done", [2]),
    (["done"], "reported-done", []),
    (["done", "in-progress"], "in-progress", []),
    (["done", "closing"], "closed", []),
    (["in-progress", "closing"], "closed", []),
    (["closing"], "no-report", [1]),
    (["not-started", "closing"], "not-started", [2]),
    (["done", "closing", "closing"], "closed", [3]),
    (["done", "closing", "in-progress"], "closed", [3]),
    (["done", "closing", "withdrawal"], "closed", [3]),
    (["done", "reopening"], "reopened", []),
    (["done", "closing", "reopening"], "reopened", []),
    (["done", "closing", "reopening", "not-started"], "reopened", [4]),
    (["done", "closing", "reopening", "in-progress"], "in-progress", []),
    (["done", "closing", "reopening", "done", "closing"], "closed", []),
    (["reopening"], "no-report", [1]),
    (["in-progress", "reopening"], "in-progress", [2]),
    (["withdrawal"], "withdrawn", []),
    (["withdrawal", "in-progress"], "withdrawn", [2]),
    (["withdrawal", "withdrawal"], "withdrawn", [2]),
    (["withdrawal", "closing"], "withdrawn", [2]),
    (["withdrawal", "reopening"], "reopened", []),
    (["report"], "no-report", []),  # another unit than the lead
    (["done", "closing", "report"], "closed", []),
]


def what(kinds: list[str], **more: Any) -> Standing:
    """The standing of 1-1 after these, one a day from 1 June on."""
    made = [record(f"06-{at:02}", kind, at, **more) for at, kind in enumerate(kinds, 1)]
    return progress(made).of(item())


@pytest.mark.parametrize(("kinds", "state", "refused"), COURSES, ids=lambda row: str(row))
def test_a_state_follows_from_what_was_said(
    kinds: list[str], state: str, refused: list[int]
) -> None:
    """What cannot follow does not count, and says why."""
    found = what(kinds)
    assert found.state == state
    assert [one.seq for one, _reason in found.refused] == refused
    assert all(reason for _one, reason in found.refused)


def test_every_state_is_reached_in_the_table() -> None:
    """Else a state would be a word only."""
    assert {state for _kinds, state, _refused in COURSES} == set(STATES)


def test_late_is_the_day_it_was_done_not_the_day_it_was_verified() -> None:
    """1-1 is due on 31 August: done on that day and closed in October is in time."""
    for done, late in (("08-31", 0), ("09-03", 3)):
        found = progress([record(done, "done", 1), record("10-20", "closing", 2, done_on=done)])
        assert (found.of(item()).late_days, found.of(item()).overdue_days(day("12-31"))) == (
            late,
            0,
        )


def test_the_office_may_accept_another_day_than_the_unit_reported() -> None:
    """The day as accepted decides."""
    made = [record("08-30", "done", 1), record("09-20", "closing", 2, done_on="09-10")]
    assert progress(made).of(item()).late_days == 10


def test_what_is_reported_done_is_never_overdue_while_it_is_verified() -> None:
    """Two months after the date it still waits for the office."""
    assert (
        progress([record("08-20", "done", 1)], "10-31").of(item()).overdue_days(day("10-31")) == 0
    )


def test_what_is_sent_back_is_overdue_again() -> None:
    """The unit's word is void once the office has reopened it."""
    made = [record("08-20", "done", 1), record("09-10", "reopening", 2)]
    assert progress(made, "09-10").of(item()).overdue_days(day("09-10")) == 10


def test_saying_done_again_moves_no_day() -> None:
    """The first of two reports that say done, while it is verified, is the day."""
    made = [record("08-20", "done", 1), record("09-28", "done", 2)]
    assert progress(made).of(item()).dates[0].done_on == day("08-20")


def test_an_extension_moves_the_date_and_keeps_the_first_for_assessment() -> None:
    """Not overdue until the new date; late by the first."""
    made = [record("08-10", "extension", 1, to="10-31"), record("10-15", "done", 2)]
    on_the_way, after = progress(made, "10-01").of(item()), progress(made).of(item())
    assert (on_the_way.dates[0].first_due, on_the_way.dates[0].due) == (day("08-31"), day("10-31"))
    assert on_the_way.overdue_days(day("10-01")) == 0
    assert after.late_days == 45


def test_before_it_was_decided_an_extension_is_not_there() -> None:
    """As of the day before, the first date counts."""
    made = [record("09-10", "extension", 1, to="10-31")]
    assert progress(made, "09-09").of(item()).overdue_days(day("09-09")) == 9
    assert progress(made, "09-10").of(item()).overdue_days(day("09-10")) == 0


@pytest.mark.parametrize("to", ["08-31", "08-01"])
def test_an_extension_leads_to_a_later_date(to: str) -> None:
    """The same date, or an earlier one, is refused."""
    assert len(progress([record("06-01", "extension", 1, to=to)]).of(item()).refused) == 1


def test_only_the_lead_sets_status_and_percent() -> None:
    """Another unit's report is kept and shown, and its problem too."""
    made = [
        record("06-01", "in-progress", 1, percent=40),
        record("06-05", "report", 2, status="in-progress", percent=90, problem="缺少资料"),
    ]
    found = progress(made).of(item())
    assert (found.percent, found.state, len(found.reports)) == (40, "in-progress", 2)
    assert found.problems == (("区经发局", "缺少资料"),)


def test_a_problem_stands_until_its_unit_reports_without_it() -> None:
    """The next report of the same unit says whether it is still there."""
    made = [
        record("06-01", "in-progress", 1, problem="缺少资金"),
        record("07-01", "in-progress", 2),
    ]
    assert progress(made, "06-30").of(item()).problems == (("区党群部", "缺少资金"),)
    assert progress(made).of(item()).problems == ()


def test_a_percent_alone_says_that_work_is_under_way() -> None:
    """From the first report on."""
    found = progress([record("06-01", "report", 1, role="lead", percent=10)]).of(item())
    assert (found.state, found.percent) == ("in-progress", 10)


def test_what_is_done_stands_at_100_and_goes_back_when_reopened() -> None:
    """The percent of before counts again."""
    made = [record("06-01", "in-progress", 1, percent=60), record("06-10", "done", 2)]
    assert progress(made).of(item()).percent == 100
    assert progress([*made, record("06-20", "reopening", 3)]).of(item()).percent == 60
