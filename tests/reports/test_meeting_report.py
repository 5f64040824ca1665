"""What the meeting is told, on values: counts, what is overdue, done late, extended, changed, next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from progress_made import LIST, asked, day, decided, plain, said

from sulist.reports.briefing import briefing
from sulist.reports.meeting import MeetingReport, meeting, report

if TYPE_CHECKING:
    from sulist.journal.record import Record
    from sulist.reports.meeting import Meeting


def told(as_of: str, *records: Record, since: str = "") -> Meeting:
    """The meeting's report of a day."""
    progress = asked(as_of, *records).progress
    assert progress is not None
    return meeting(progress, day(since) if since else None)


@pytest.mark.parametrize(
    ("as_of", "days"), [("08-30", {}), ("08-31", {}), ("09-01", {"1-1": 1}), ("09-10", {"1-1": 10})]
)
def test_what_is_due_today_is_not_overdue_and_the_day_after_it_is_by_one_day(
    as_of: str, days: dict[str, int]
) -> None:
    """The day of a date belongs to its time; nobody is late on it."""
    found = told(as_of, said("06-20", "1-3", "done"))
    assert {one.item.id: one.days for one in found.overdue} == days
    assert found.counts.overdue == len(days)
    assert found.lights["red"] == len(days)


def test_each_open_date_that_is_past_is_overdue_by_its_own_days_the_earliest_first() -> None:
    """Of an item with several dates each is told, and the item is counted once."""
    found = told("10-02", said("08-20", "1-1", "done"), said("09-30", "1-2", "done"))
    assert [(one.item.id, one.due_date.step, one.days) for one in found.overdue] == [
        ("1-3", 1, 94),
        ("1-3", 2, 2),
        ("2-1", 0, 17),
    ]
    assert found.counts.overdue == 2


def test_an_extended_date_is_overdue_from_its_new_day_and_done_late_from_its_printed_one() -> None:
    """More time is no lateness, but what was printed is what was missed."""
    given = decided("08-20", "1-1", "extension", to="09-20", reason="雨季")
    assert "1-1" not in {one.item.id for one in told("09-20", given).overdue}
    (late,) = [one for one in told("09-21", given).overdue if one.item.id == "1-1"]
    assert (late.days, late.due_date.first_due, late.due_date.due) == (
        1,
        day("08-31"),
        day("09-20"),
    )
    done = told("09-25", given, said("09-10", "1-1", "done"))
    (one,) = done.done_late
    assert (one.item.id, one.days, one.on) == ("1-1", 10, day("09-10"))
    assert done.counts.late == 1


def test_done_on_its_day_is_in_time_and_a_day_later_is_one_day_late() -> None:
    """By the day on which it was done, whenever that was reported."""
    in_time = told("09-30", said("08-31", "1-1", "done"))
    assert in_time.done_late == ()
    late = told("09-30", said("09-01", "1-1", "done"))
    assert [(one.item.id, one.days) for one in late.done_late] == [("1-1", 1)]
    rows = [
        briefing(asked("09-30", said(on, "1-1", "done"))).annex[0].light.reason
        for on in ("08-31", "09-01")
    ]
    assert rows == ["to-verify", "done-late"]


def test_an_item_done_as_a_whole_is_late_at_most_at_its_last_date() -> None:
    """When its earlier dates were met nobody said, so none of them is called late, nor open."""
    whole = [said("12-20", "1-3", "done")]
    found = told("12-31", *whole)
    assert [one for one in found.done_late if one.item.id == "1-3"] == []
    assert [one for one in found.overdue if one.item.id == "1-3"] == []
    later = told("2023-01-31", said("12-30", "1-3"), said("12-31", "1-3", "done", written="12-31"))
    assert [one for one in later.done_late if one.item.id == "1-3"] == []
    closed = decided("2023-01-10", "1-3", "closing", done_on="2023-01-05")
    after = told("2023-01-31", *whole, closed)
    assert [(one.due_date.step, one.days) for one in after.done_late if one.item.id == "1-3"] == [
        (3, 5)
    ]


def test_each_extension_names_the_day_that_was_printed_for_its_own_date() -> None:
    """Also the second one of a date, and that of the second of several dates."""
    found = told(
        "12-31",
        decided("08-01", "1-1", "extension", to="09-30", reason="一"),
        decided("09-01", "1-1", "extension", to="10-31", reason="二"),
        decided("09-02", "1-3", "extension", milestone=2, to="11-15", reason="三"),
    )
    assert [(item.id, one.first_due, one.to, one.reason) for item, one in found.extensions] == [
        ("1-1", day("08-31"), day("09-30"), "一"),
        ("1-1", day("08-31"), day("10-31"), "二"),
        ("1-3", day("09-30"), day("11-15"), "三"),
    ]


def test_every_item_is_in_one_state_and_the_groups_add_up() -> None:
    """By category; and by lead, where an item that several lead is in the numbers of each."""
    found = told(
        "09-20",
        said("08-20", "1-1", "done"),
        decided("08-25", "1-1", "closing", done_on="08-20"),
        said("08-28", "1-2", unit="乙局"),
        decided("09-01", "2-3", "withdrawal", reason="并入"),
    )
    assert {state: n for state, n in found.counts.states.items() if n} == {
        "closed": 1,
        "in-progress": 1,
        "withdrawn": 1,
        "no-report": 4,
    }
    assert found.counts.told_states == ("closed", "in-progress", "no-report", "withdrawn")
    assert sum(one.items for one in found.categories) == found.counts.items == 7
    assert sum(one.overdue for one in found.categories) == found.counts.overdue
    for state, number in found.counts.states.items():
        assert sum(one.states[state] for one in found.categories) == number
    assert [(one.name, one.items, sum(one.states.values())) for one in found.leads] == [
        ("甲局", 3, 3),
        ("乙局", 3, 3),
        ("东镇", 1, 1),
        ("西镇", 1, 1),
        ("", 1, 1),
    ]
    leads = {one.name: one.states for one in found.leads}
    assert (leads["甲局"]["in-progress"], leads["乙局"]["in-progress"]) == (1, 1)
    assert found.led_by_several == 2
    assert found.lights == {"red": 2, "yellow": 3, "green": 0, "blue": 1, "none": 1}


def test_what_changed_is_against_what_was_known_then_with_what_was_written_since() -> None:
    """A report of the days before that came in later is news."""
    late = said("06-28", "1-1", percent=30, done="已进场。", written="07-03")
    known = said("06-20", "1-2", percent=10, done="已设计。")
    found = told("07-10", known, late, since="06-30")
    assert found.changed is not None
    assert [
        (one.item.id, one.before.percent, one.now.percent, one.told) for one in found.changed
    ] == [
        ("1-1", None, 30, ("已进场。",)),
        ("1-3", None, None, ()),
    ]
    assert told("07-10", known, late).changed is None


def test_what_changed_is_told_by_no_more_than_is_known() -> None:
    """What came in after the day of knowledge is known neither then nor now."""
    early = said("05-20", "1-2", percent=10)
    later = said("06-10", "1-1", percent=30)
    progress = asked("07-10", early, later, known_by="06-01").progress
    assert progress is not None
    changed = meeting(progress, day("06-20")).changed
    assert changed is not None
    assert "1-1" not in {one.item.id for one in changed}


def test_without_a_change_the_list_of_changes_is_empty() -> None:
    """Which is not the same as not having asked."""
    assert told("01-08", since="01-05").changed == ()


def test_problems_are_each_units_last_word() -> None:
    """A later report without one ends it; who does not lead is heard too."""
    found = told(
        "07-10",
        said("05-28", "1-1", problem="缺地。"),
        said("06-28", "1-1"),
        said("06-28", "1-2", problem="缺钱。"),
        said("06-29", "1-2", "", unit="东镇", role="", problem="堵路。"),
    )
    assert [(one.item.id, one.unit, one.text) for one in found.problems] == [
        ("1-2", "甲局", "缺钱。"),
        ("1-2", "东镇", "堵路。"),
    ]


def test_what_is_next_is_all_that_is_due_on_the_next_day_today_included() -> None:
    """What is done by then is not waited for."""

    def following(as_of: str, *records: Record) -> set[tuple[str, int | None]]:
        found = report(asked(as_of, *records))
        assert isinstance(found, MeetingReport)
        return {(one.item.id, one.days_left) for one in found.overview.nearest}

    assert following("08-31") == {("1-1", 0)}
    assert following("08-31", said("08-30", "1-1", "done")) == {("2-1", 15)}
    assert following("09-16") == {("1-2", 14), ("1-3", 14), ("2-2", 14)}


def test_of_the_items_in_a_state_only_these_are_counted() -> None:
    """And the whole is still known."""
    found = report(asked("07-10", said("06-28", "1-1"), states=("in-progress",)))
    assert isinstance(found, MeetingReport)
    assert (found.found, found.meeting.counts.items, len(found.subject.worklist.items)) == (1, 1, 7)


def test_on_paper_where_nobody_reports_there_is_no_meeting_but_every_date() -> None:
    """What is past may be done or not."""
    found = briefing(plain("09-15"))
    assert (found.meeting, found.annex) == (None, ())
    assert [one.item.id for one in found.overview.late] == ["1-3", "1-1"]
    soonest = found.overview.coming[0]
    assert (soonest.item.id, soonest.days_left) == ("2-1", 0)


def test_in_the_annex_who_spoke_is_named_where_it_is_not_clear() -> None:
    """The lead alone is not, also under the name it had; two are, and one that does not lead."""
    records = [
        said("06-28", "1-1", unit="老甲局"),
        said("06-28", "1-2"),
        said("06-28", "1-2", unit="乙局"),
        said("06-29", "1-3", "", unit="西镇", role=""),
    ]
    rows = {one.item.id: one for one in briefing(asked("07-10", *records)).annex}
    assert {identity: one.named for identity, one in rows.items()} == {
        "1-1": False,
        "1-2": True,
        "1-3": True,
        "1-4": False,
        "2-1": False,
        "2-2": False,
        "2-3": False,
    }
    assert [one.record.unit for one in rows["1-2"].said] == ["甲局", "乙局"]


def test_on_paper_a_part_counts_that_part_only_and_says_what_it_passes_over() -> None:
    """What has no date cannot be by a day, and what is done is not due."""
    found = briefing(asked("07-10", said("06-20", "1-1", "done"), before=day("09-30")))
    assert [one.id for one in found.part.worklist.items] == ["1-2", "1-3", "2-1", "2-2"]
    assert [one.number for one in found.part.worklist.categories] == ["一", "二"]
    assert found.meeting is not None
    assert found.meeting.counts.items == 4
    assert found.part.left_out == (1, 1)


def test_on_paper_a_category_without_a_chosen_item_is_not_there() -> None:
    """So no table has a row of nothing; the others keep the count that is printed."""
    found = briefing(asked("07-10", ids=("1-1", "1-2")))
    assert [(one.number, one.count, len(one.items)) for one in found.part.worklist.categories] == [
        ("一", 4, 2)
    ]
    assert found.meeting is not None
    assert [(one.name, one.items) for one in found.meeting.categories] == [("一", 2)]


def test_the_problem_of_a_date_that_is_met_is_none_any_more() -> None:
    """That of another date of the item, and that of the item, still are."""
    records = [
        said("05-20", "1-3", milestone=1, problem="缺方案。"),
        said("05-21", "1-3", milestone=2, problem="缺标底。"),
        said("05-22", "1-3", problem="缺钱。"),
    ]
    met = said("06-20", "1-3", "done", unit="乙局", milestone=1)
    assert [one.text for one in told("07-10", *records).problems] == [
        "缺钱。",
        "缺方案。",
        "缺标底。",
    ]
    assert [one.text for one in told("07-10", *records, met).problems] == ["缺钱。", "缺标底。"]


def test_a_lead_that_is_printed_under_the_name_it_had_before_is_one_lead() -> None:
    """Its items are counted together, under the name it has."""
    text = LIST.replace("text: 宣传。, lead: 乙局", "text: 宣传。, lead: 老甲局")
    progress = asked("07-10", text=text).progress
    assert progress is not None
    leads = {one.name: one.items for one in meeting(progress).leads}
    assert (leads["甲局"], leads["乙局"], "老甲局" in leads) == (4, 2, False)


def test_whom_a_collective_that_leads_is_about_is_counted_by_its_units_where_these_are_known() -> (
    None
):
    """Of 各镇 every one where the roster has them; 有关部门, and what has no group, as the cell says."""
    for lead, names in (
        ("各镇", {"东镇", "西镇"}),
        ("有关部门", {"有关部门"}),
        ("各街道", {"各街道"}),
    ):
        text = LIST.replace("text: 治水。, lead: 各镇", f"text: 治水。, lead: {lead}")
        progress = asked("07-10", text=text).progress
        assert progress is not None
        found = meeting(progress)
        assert {one.name for one in found.leads} == names | {"甲局", "乙局", ""}
        assert found.led_by_several == 1 + (lead == "各镇")


def test_the_usual_states_have_a_column_also_where_no_item_is_in_them() -> None:
    """A rare one only where one is."""
    usual = ("closed", "in-progress", "no-report")
    assert told("07-10").counts.told_states == usual
    begun = told("07-10", said("06-20", "1-1", "not-started"))
    assert begun.counts.told_states == ("closed", "in-progress", "not-started", "no-report")


def test_of_a_report_without_words_nothing_is_told_beside_the_change() -> None:
    """That the percent is another is seen from the change itself."""
    words = [said("07-02", "1-1", percent=30), said("07-03", "1-1", percent=40, done="已进场。")]
    found = told("07-10", *words, since="06-30").changed
    assert found is not None
    assert {one.item.id: one.told for one in found}["1-1"] == ("已进场。",)
