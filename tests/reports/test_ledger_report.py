"""The ledger on values: a row an item, who said what last, how each date stands, why it was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from progress_made import LIST, asked, day, decided, plain, said

from sulist.reports.ledger import ledger

if TYPE_CHECKING:
    from sulist.journal.record import Record
    from sulist.reports.ledger import LedgerRow


def rows(as_of: str, *records: Record, **query: Any) -> dict[str, LedgerRow]:
    """The rows by id; ``query`` is what is asked, and of which ``text`` of a list."""
    found = ledger(asked(as_of, *records, **query))
    return {row.item.id: row for group in found.groups for row in group.rows}


def test_the_days_of_each_date_are_counted_from_the_day_after_it() -> None:
    """On the day itself it is not past."""
    for as_of, days in (("08-31", 0), ("09-01", 1), ("09-30", 30)):
        row = rows(as_of)["1-1"]
        assert [one.overdue_days for one in row.dates] == [days]
        assert row.days_left == -days
    assert [one.overdue_days for one in rows("10-01")["1-3"].dates] == [93, 1, 0]


def test_a_date_that_is_met_has_no_days_and_the_next_one_stands_in_the_row() -> None:
    """Its own day is told beside it."""
    row = rows("07-10", said("07-02", "1-3", "done", milestone=1))["1-3"]
    assert (row.due, row.days_left) == (day("09-30"), 82)
    first, second, _third = row.dates
    assert (first.overdue_days, first.due_date.done_on, first.due_date.late_days) == (
        0,
        day("07-02"),
        2,
    )
    assert (second.due_date.open, second.due_date.done_on) == (True, None)


def test_what_is_done_is_at_a_hundred_percent_whatever_was_said_before() -> None:
    """And has no days left."""
    row = rows("09-10", said("08-01", "1-1", percent=60), said("08-31", "1-1", "done"))["1-1"]
    assert (row.percent, row.days_left, row.last_report) == (100, None, day("08-31"))
    assert rows("09-10")["1-1"].percent is None


def test_an_extended_date_stands_beside_the_printed_one() -> None:
    """Else there is but one."""
    given = decided("08-20", "1-1", "extension", to="10-20", reason="雨季")
    row = rows("09-10", given)["1-1"]
    assert (row.due, row.first_due, row.days_left) == (day("10-20"), day("08-31"), 40)
    assert [one.reason for one in row.extensions] == ["雨季"]
    assert rows("08-10", given)["1-1"].first_due is None


def test_a_lead_is_the_lead_under_the_name_it_had_before() -> None:
    """The list's aliases say who it is; only where it alone leads it need not be named."""
    told = rows(
        "07-10",
        said("06-28", "1-1", unit="老甲局", problem="缺地。"),
        said("06-28", "1-2"),
        said("06-28", "1-3", "", unit="西镇", role="", problem="堵路。"),
    )
    (one,) = told["1-1"].said
    assert (one.voice.unit, one.voice.leads, one.voice.only) == ("老甲局", True, True)
    assert [(one.voice.only, one.text) for one in told["1-1"].problems] == [(True, "缺地。")]
    assert [(one.voice.leads, one.voice.only) for one in told["1-2"].said] == [(True, False)]
    assert [(one.voice.leads, one.voice.only) for one in told["1-3"].problems] == [(False, False)]


def test_in_a_list_without_a_roster_the_printed_lead_leads() -> None:
    """There is nothing else to know it by."""
    alone = LIST[: LIST.index("units:")] + LIST[LIST.index("categories:") :]
    told = rows("07-10", said("06-28", "1-1"), said("06-28", "1-2"), text=alone)
    assert [(one.voice.leads, one.voice.only) for one in told["1-1"].said] == [(True, True)]
    assert [(one.voice.leads, one.voice.only) for one in told["1-2"].said] == [(True, False)]


def test_the_reason_is_of_the_decision_that_made_the_item_what_it_is() -> None:
    """Not of one on a single date, of one that does not count, or of one that a report has passed."""
    closing = decided("08-25", "1-1", "closing", done_on="08-20", reason="验收通过")
    done = said("08-20", "1-1", "done")
    assert rows("09-10", done, closing)["1-1"].reason == "验收通过"
    again = decided("08-28", "1-1", "closing", done_on="08-20", reason="重复登记")
    assert rows("09-10", done, closing, again)["1-1"].reason == "验收通过"
    back = decided("09-01", "1-1", "reopening", reason="返工")
    assert rows("09-10", done, closing, back)["1-1"].reason == "返工"
    assert rows("09-10", done, closing, back, said("09-05", "1-1"))["1-1"].reason == ""
    assert rows("09-10", done)["1-1"].standing.decision is None
    of_date = [
        said("06-20", "1-3", "done", milestone=1),
        decided("06-25", "1-3", "closing", milestone=1, done_on="06-20", reason="方案批复"),
    ]
    assert rows("07-10", *of_date)["1-3"].reason == ""


def test_the_groups_say_whether_they_are_the_whole_category() -> None:
    """By the count that is printed."""
    found = ledger(asked("07-10", units=("乙局",), roles=("lead",)))
    groups = [
        (one.category.number, [row.item.id for row in one.rows], one.whole) for one in found.groups
    ]
    assert groups == [("一", ["1-2"], False), ("二", ["2-2", "2-3"], False)]
    assert [one.whole for one in ledger(asked("07-10")).groups] == [True, True]


def test_states_and_lights_count_the_rows() -> None:
    """Each item once."""
    found = ledger(asked("09-10", said("08-20", "1-1", "done"), said("06-01", "1-2")))
    assert {state: n for state, n in found.states.items() if n} == {
        "no-report": 5,
        "in-progress": 1,
        "reported-done": 1,
    }
    assert sum(found.lights.values()) == found.found == 7
    assert found.lights["red"] == 1


def test_a_list_on_which_nobody_reports_has_a_ledger_of_no_reports() -> None:
    """So the first ledger of a year can be made."""
    found = ledger(plain("03-01"))
    assert (found.found, found.states["no-report"]) == (7, 7)


def test_dates_that_are_asked_for_pass_over_what_has_none_and_what_is_done() -> None:
    """How many of each is told."""
    found = ledger(asked("09-10", said("08-20", "1-1", "done"), before=day("09-30")))
    assert [row.item.id for group in found.groups for row in group.rows] == [
        "1-2",
        "1-3",
        "2-1",
        "2-2",
    ]
    assert found.left_out == (1, 1)
    assert ledger(asked("09-10", categories=("二",))).left_out == (0, 0)
