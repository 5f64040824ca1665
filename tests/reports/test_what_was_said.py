"""History, what is owed, and what a form asks, on values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from progress_made import LIST, asked, day, decided, item, said

from sulist.reports.history import history
from sulist.reports.letters import letters
from sulist.reports.owing import open_unled, owed_reports, owing
from sulist.reports.recorded import recorded
from sulist.reports.reporting import blank_form
from sulist.standing.periods import period_named
from sulist.standing.settings import Reports

if TYPE_CHECKING:
    from sulist.asking.subject import Subject
    from sulist.journal.record import Record
    from sulist.standing.tracking import Progress

JUNE = period_named("2022-06", Reports())


def known(subject: Subject) -> Progress:
    """What is known of a subject with progress."""
    assert subject.progress is not None
    return subject.progress


def test_each_record_stands_with_what_became_of_it() -> None:
    """Taken back, refused, kept only, or counted."""
    records = [
        said("06-01", "1-1", percent=10),
        said("06-02", "1-1", "in-progress", unit="东镇", role="", percent=90),
        said("06-03", "1-1", "", unit="东镇", role="", done="看过。"),
        said("06-04", "1-1", "not-started"),
        said("06-05", "1-1", percent=99),
        decided("06-06", "1-1", "correction", corrects="r5", reason="误报"),
    ]
    found = history(asked("06-30", *records, ids=("1-1",)))
    told = {one.record.id: one for one in found.told}
    assert [one.id for one in found.items] == ["1-1"]
    assert {identity: one.counts for identity, one in told.items()} == {
        "r1": True,
        "r2": True,
        "r3": True,
        "r4": False,
        "r5": False,
        "r6": True,
    }
    assert [identity for identity, one in told.items() if one.sets_no_state] == ["r2"]
    nothing_yet = said("06-02", "1-1", "", unit="东镇", role="", percent=0)
    (one,) = history(asked("06-30", nothing_yet)).told
    assert one.sets_no_state
    back = told["r5"].taken_back_by
    assert back is not None
    assert back.id == "r6"
    assert "2022-06-01" in told["r4"].refused


def test_without_an_item_of_the_list_the_history_is_of_all() -> None:
    """In the order of the days."""
    found = history(asked("06-30", said("06-05", "1-2"), said("06-01", "1-1")))
    assert (found.items, [one.record.item for one in found.told]) == ((), ["1-1", "1-2"])


def test_reports_are_over_from_the_day_after_they_are_due() -> None:
    """On the day itself nothing is over."""
    for as_of, left, over in (("06-27", 1, 0), ("06-28", 0, 0), ("06-29", -1, 1)):
        found = owing(known(asked(as_of)), JUNE)
        assert (found.days_left, found.days_over) == (left, over)


def test_asked_is_reported_and_missing_together() -> None:
    """Each of several leads owes its own."""
    found = owing(known(asked("06-30", said("06-20", "1-2"), said("06-21", "1-1"))), JUNE)
    assert (found.asked, found.reported, len(found.debts)) == (8, 2, 6)
    assert [one.item.id for one in found.of_units["乙局"]] == ["1-2", "2-2", "2-3"]


def missing(as_of: str, *records: Record, text: str = LIST) -> list[tuple[str, str]]:
    """Which unit owes a report on what, for June."""
    found = owing(known(asked(as_of, *records, text=text)), JUNE)
    return [(one.unit, one.item.id) for one in found.debts]


def test_a_report_pays_from_its_own_day_on_and_under_any_name_of_its_unit() -> None:
    """The name that it had before, or one of which no roster knows."""
    assert ("甲局", "1-1") not in missing("06-20", said("06-20", "1-1"))
    assert ("甲局", "1-1") in missing("06-19", said("06-20", "1-1"))
    before = said("06-20", "1-1", unit="老甲局")
    assert ("甲局", "1-1") not in missing("06-30", before)
    (debt,) = (
        one
        for one in owing(known(asked("07-30", before)), period_named("2022-07", Reports())).debts
        if one.item.id == "1-1"
    )
    assert debt.last is not None
    alone = LIST[: LIST.index("units:")] + LIST[LIST.index("categories:") :]
    assert ("甲局", "1-1") in missing("06-30", text=alone)
    assert ("甲局", "1-1") not in missing("06-30", said("06-20", "1-1"), text=alone)


def test_of_some_units_that_lead_the_report_of_any_of_them_will_do() -> None:
    """And that of none but them."""
    text = LIST.replace("lead: 各镇", "lead: 有关镇")
    owed = ("有关镇", "1-4")
    assert owed in missing("06-30", text=text)
    assert owed in missing("06-30", said("06-20", "1-4", "", role="", unit="乙局"), text=text)
    assert owed not in missing("06-30", said("06-20", "1-4", unit="西镇"), text=text)


def test_of_some_units_that_lead_the_last_word_is_that_of_any_of_them() -> None:
    """And the letter to them has it too."""
    text = LIST.replace("lead: 各镇", "lead: 有关镇")
    of_may = said("05-20", "1-4", unit="西镇")
    subject = asked("06-30", of_may, said("05-25", "1-4", "", role="", unit="乙局"), text=text)
    (debt,) = (one for one in owing(known(subject), JUNE).debts if one.item.id == "1-4")
    assert debt.last is not None
    assert debt.last.unit == "西镇"
    (letter,) = (one for one in letters(subject).letters if one.unit == "有关镇")
    assert [one.unit for one in letter.items[0].last] == ["西镇"]


def test_of_joint_leads_and_of_some_each_answers_for_itself() -> None:
    """Beside 甲局 that leads, what it says is not the word of 有关镇, nor the other way round."""
    text = LIST.replace("lead: 各镇", "lead: 甲局、有关镇")
    assert ("有关镇", "1-4") in missing("06-30", said("06-20", "1-4"), text=text)
    assert ("甲局", "1-4") in missing("06-30", said("06-20", "1-4", unit="东镇"), text=text)


def test_what_is_done_that_nobody_leads_is_not_counted_as_open() -> None:
    """Only what is open could have owed a report."""
    assert open_unled(known(asked("06-30"))) == 1
    gone = decided("06-01", "2-1", "withdrawal", reason="并入")
    assert open_unled(known(asked("06-30", gone))) == 0


def test_of_units_that_were_named_those_that_owe_nothing_are_told() -> None:
    """And nobody asked about what nobody leads."""
    found = owed_reports(asked("06-30", units=("甲局",)), JUNE)
    assert (found.unled, found.owe_none, found.found) == (0, (), 3)
    assert owed_reports(asked("06-30"), JUNE).unled == 1


def test_a_unit_that_may_lead_but_does_not_by_name_owes_nothing_and_is_told() -> None:
    """With the items that it may lead; one that leads nothing has none; one that leads is not told."""
    text = LIST.replace("lead: 各镇", "lead: 有关镇")
    found = owed_reports(asked("06-30", text=text, units=("东镇", "甲局")), JUNE)
    assert found.owe_none == (("东镇", ("1-4",)),)
    assert {one.unit for one in found.owing.debts} == {"甲局"}
    assert owed_reports(asked("06-30", text=text, units=("乙局",)), JUNE).owe_none == ()


def rows(as_of: str, *records: Record) -> list[tuple[str, int]]:
    """The rows of the form of 甲局."""
    found = blank_form(known(asked(as_of, *records)), "甲局", [item("1-1"), item("1-3")])
    return [(one.item.id, one.step) for one in found.rows]


def test_a_form_asks_on_an_item_and_each_of_its_dates_that_is_not_met() -> None:
    """What is done, closed or withdrawn has no row, and is told by its state."""
    assert rows("07-10") == [("1-1", 0), ("1-3", 0), ("1-3", 1), ("1-3", 2), ("1-3", 3)]
    met = said("06-20", "1-3", "done", milestone=1)
    assert rows("07-10", met) == [("1-1", 0), ("1-3", 0), ("1-3", 2), ("1-3", 3)]
    done = [said("06-20", "1-1", "done"), decided("06-25", "1-3", "withdrawal", reason="并入")]
    found = blank_form(known(asked("07-10", *done)), "甲局", [item("1-1"), item("1-3")])
    assert (found.rows, found.not_asked) == (
        (),
        {"reported-done": ("1-1",), "withdrawn": ("1-3",)},
    )


def test_a_row_has_what_the_unit_said_last_of_just_this() -> None:
    """Under the name it had before too; a word that names the one date of an item is on the item.

    What does not count is not what it said last, and what another said is not its own.
    """
    records = [
        said("05-20", "1-1", unit="老甲局", milestone=1, percent=20),
        said("05-21", "1-1", "not-started"),
        said("05-22", "1-1", "", unit="乙局", role="", done="配合。"),
        said("05-25", "1-3", milestone=2, done="在招标。"),
        decided("06-01", "1-3", "extension", milestone=2, to="10-31", reason="流标"),
    ]
    found = blank_form(known(asked("07-10", *records)), "甲局", [item("1-1"), item("1-3")])
    said_last = {(one.item.id, one.step): one.last and one.last.id for one in found.rows}
    assert said_last == {
        ("1-1", 0): "r1",
        ("1-3", 0): None,
        ("1-3", 1): None,
        ("1-3", 2): "r4",
        ("1-3", 3): None,
    }
    extended = {one.step: one.extended_to for one in found.rows if one.item.id == "1-3"}
    assert extended == {0: None, 1: None, 2: day("10-31"), 3: None}


def test_of_some_units_that_lead_a_row_has_the_last_word_of_any_of_them_and_whose_it_is() -> None:
    """Under any of its names; what the form of them all says is nobody's own."""
    text = LIST.replace("lead: 各镇", "lead: 有关镇").replace("老甲局: 甲局", "老西镇: 西镇")
    of_them = [
        said("05-20", "1-4", unit="东镇", percent=20),
        said("05-25", "1-4", unit="老西镇", percent=40),
        said("05-28", "1-4", "", unit="乙局", role="", done="配合。"),
    ]
    for records, found in (
        ((), (None, "")),
        (of_them[:1], ("r1", "东镇")),
        (of_them, ("r2", "西镇")),
        ([*of_them, said("06-01", "1-4", unit="有关镇", percent=50)], ("r4", "")),
    ):
        subject = asked("07-10", *records, text=text)
        (item_4,) = (one for one in subject.worklist.items if one.id == "1-4")
        (row,) = blank_form(known(subject), "有关镇", [item_4]).rows
        assert (row.last and row.last.id, row.by) == found


def test_a_date_that_is_taken_up_again_says_so_until_it_is_reported_on_itself() -> None:
    """The item and the other dates each by themselves."""
    back = [
        said("06-01", "1-3", "done"),
        decided("06-05", "1-3", "reopening", reason="返工"),
        said("06-20", "1-3", milestone=2),
    ]
    for records, again in ((back[:2], {0, 1, 2, 3}), (back, {1, 3})):
        found = blank_form(known(asked("07-10", *records)), "甲局", [item("1-3")])
        assert {one.step for one in found.rows if one.reopened} == again


def test_a_row_of_what_is_taken_up_again_says_so() -> None:
    """Until it is reported on."""
    back = [said("06-01", "1-1", "done"), decided("06-05", "1-1", "reopening", reason="返工")]
    for records, again in ((back, True), ([*back, said("06-20", "1-1")], False)):
        found = blank_form(known(asked("07-10", *records)), "甲局", [item("1-1")])
        assert [one.reopened for one in found.rows] == [again]


def test_what_was_written_is_told_with_what_the_item_is_then_and_now() -> None:
    """Now only where something followed by today; a new word of who does not lead sets no state."""
    records = [
        said("06-01", "1-1", percent=10),
        said("06-10", "1-1", percent=40),
        said("06-01", "1-2", "", unit="东镇", role="", done="看过。"),
    ]
    before, after = known(asked("06-01")), known(asked("06-01", *records))
    old, _later, other = (one for one in sorted(after.journal.records, key=lambda one: one.seq))
    found = recorded(before, after, [old, other], day("06-15"))
    assert [(one.record.id, one.taken_back, one.sets_no_state) for one in found.written] == [
        ("r1", False, False),
        ("r3", False, True),
    ]
    assert [(one.item.id, one.day, one.standing.percent) for one in found.items] == [
        ("1-1", day("06-01"), 10),
        ("1-1", day("06-15"), 40),
        ("1-2", day("06-01"), None),
    ]
    assert [one.before.state for one in found.items] == ["no-report"] * 3
    assert len(recorded(before, after, [old], day("06-09")).items) == 1
    assert len(recorded(before, after, [old], day("06-10")).items) == 2


def test_what_was_taken_back_is_told_as_it_was() -> None:
    """Not as the correction, and nothing is said of who led."""
    records = [
        said("06-01", "1-2", "", unit="东镇", role="", done="看过。"),
        decided("06-02", "1-2", "correction", corrects="r1", reason="误报"),
    ]
    before, after = known(asked("06-02")), known(asked("06-02", *records))
    (correction,) = (one for one in after.journal.records if one.kind == "correction")
    (one,) = recorded(before, after, [correction], day("06-02")).written
    assert (one.record.id, one.taken_back, one.sets_no_state) == ("r1", True, False)


def test_what_follows_the_day_that_was_spoken_of_is_told() -> None:
    """The days of what stands of the item after it, also where they lie behind today; nothing else's."""
    records = [
        said("06-01", "1-1", percent=10),
        said("06-10", "1-1", percent=40),
        said("06-20", "1-1", percent=60),
        said("06-25", "1-2", percent=5),
        decided("06-26", "1-1", "correction", corrects="r3", reason="误报"),
    ]
    before, after = known(asked("06-01")), known(asked("06-01", *records))
    first = next(one for one in after.journal.records if one.seq == 1)
    for today, items in (("06-05", 1), ("06-15", 2)):
        found = recorded(before, after, [first], day(today)).items
        assert len(found) == items
        assert found[0].later == (day("06-10"),)
