"""What falls due, what a list holds, what touches a unit, an item in full: as values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lists_made import LIST, asked, day, made, record

from sulist.reports.items import due, due_until, every, in_full, listing, of_category, of_unit

if TYPE_CHECKING:
    from sulist.asking.query import Match


def rows(matches: tuple[Match, ...]) -> list[tuple[str, int, int | None]]:
    """Each match: the item, which of its dates, and the days that are left."""
    return [(one.item.id, one.step, one.days_left) for one in matches]


def test_every_date_falls_due_by_itself_the_soonest_first() -> None:
    """On one day in the printed order; what returns with its next date; nothing without a date."""
    found = due(asked("06-29")).selection
    assert rows(found.matches) == [
        ("1-1", 1, 1),
        ("1-2", 0, 1),
        ("2-1", 0, 1),
        ("1-4", 0, 93),
        ("1-1", 2, 94),
        ("1-3", 0, 276),
    ]
    assert (found.undated, found.hidden, found.found) == (1, 1, 6)


def test_the_day_itself_is_left_and_the_day_after_is_over() -> None:
    """0 days left on the day, -1 on the next."""
    for on, left in (("06-29", 1), ("06-30", 0), ("07-01", -1)):
        assert [
            one.days_left for one in due(asked(on)).selection.matches if one.item.id == "1-2"
        ] == [left]


def test_within_a_time_the_overdue_are_counted_beside() -> None:
    """From the day to the last day, both included; what was due before it is a number."""
    found = due_until(asked("07-01"), day("10-01"))
    assert rows(found.selection.matches) == [("1-4", 0, 91), ("2-1", 0, 91), ("1-1", 2, 92)]
    assert found.overdue_besides == 2
    assert due_until(asked("06-30"), day("06-30")).overdue_besides == 0
    assert due_until(asked("06-30"), day("06-30")).found == 3
    assert due(asked("07-01")).overdue_besides is None


def test_what_is_known_of_a_date_is_said_with_it() -> None:
    """Which of how many, about so, by another reading, a day off."""
    matches = {(one.item.id, one.step): one for one in due(asked("06-01")).selection.matches}
    first, second = matches["1-1", 1], matches["1-1", 2]
    assert (first.of_dates, second.of_dates, matches["1-2", 0].of_dates) == (2, 2, 0)
    assert (matches["1-4", 0].approximate, first.approximate) == (True, False)
    assert (second.day_off, first.day_off) == ("国庆节", "")
    assert first.other_reading is None


def test_of_several_dates_each_is_read_by_itself() -> None:
    """One that is only about so makes no other so."""
    text = LIST.replace("6月底前完成一期", "6月左右完成一期")
    found = due(asked("06-01", text=text, ids=("1-1",))).selection.matches
    assert [(one.step, one.approximate) for one in found] == [(1, True), (2, False)]
    text = LIST.replace("10月1日前完成二期", "10月左右完成二期")
    found = due(asked("06-01", text=text, ids=("1-1",))).selection.matches
    assert [(one.step, one.approximate) for one in found] == [(1, False), (2, True)]


def test_a_date_that_may_be_read_in_two_ways_tells_the_other() -> None:
    """10月前: the day before it begins; its last day by the other reading. Of several each its own."""
    text = LIST.replace("10月1日前完成二期", "10月前完成二期")
    found = due(asked("06-01", text=text, ids=("1-1",))).selection.matches
    assert [(one.due, one.other_reading) for one in found] == [
        (day("06-30"), None),
        (day("09-30"), day("10-31")),
    ]


def test_the_last_date_of_an_item_is_not_the_one_that_matched() -> None:
    """Of several the latest; of what returns the next; of the undated none."""
    matches = {one.item.id: one for one in listing(asked("07-01")).selection.matches}
    assert (matches["1-1"].due, matches["1-1"].last_due) == (day("06-30"), day("10-01"))
    assert matches["2-1"].last_due == matches["2-1"].due == day("09-30")
    assert (matches["2-2"].due, matches["2-2"].last_due) == (None, None)


def test_a_date_that_is_done_falls_due_no_more() -> None:
    """One of several drops out alone; a whole item is counted as settled where dates are asked for."""
    reports = (
        record("06-20", "1-1", "done", milestone=1),
        record("06-20", "1-2", "done"),
    )
    found = due(asked("06-29", *reports)).selection
    assert ("1-1", 1) not in {(one.item.id, one.step) for one in found.matches}
    assert ("1-1", 2) in {(one.item.id, one.step) for one in found.matches}
    assert "1-2" not in {one.item.id for one in found.matches}
    assert found.settled == 1


def test_dates_of_one_day_stand_in_the_printed_order_done_or_not() -> None:
    """Also those of one item, of which one was put off onto the other; what is open does not go before."""
    records = (
        record("06-01", "1-1", "extension", seq=1, milestone=1, to=day("10-01")),
        record("06-20", "1-1", "done", seq=2, milestone=1),
        record("06-20", "1-4", "in-progress", seq=3),
    )
    found = due(asked("06-29", *records, states=("in-progress",))).selection
    assert rows(found.matches) == [("1-4", 0, 93), ("1-1", 1, None), ("1-1", 2, 94)]


def test_an_extended_date_keeps_its_first() -> None:
    """The days that are left are of the later one; the part says both."""
    extension = record("06-20", "1-2", "extension", to=day("08-15"))
    (match,) = [
        one for one in due(asked("07-01", extension)).selection.matches if one.item.id == "1-2"
    ]
    assert (match.due, match.first_due, match.days_left) == (day("08-15"), day("06-30"), 45)
    assert match.due_date is not None
    assert (match.due_date.first_due, match.due_date.due) == (day("06-30"), day("08-15"))


def test_a_part_is_of_the_date_that_matched() -> None:
    """Of several dates each has what became of itself; without progress there is none."""
    done = record("06-20", "1-1", "done", milestone=1)
    subject = asked("06-29", done, states=("no-report", "in-progress"), ids=("1-1",))
    found = due(subject).selection.matches
    parts = {one.step: one.due_date.done_on for one in found if one.due_date}
    assert parts == {1: day("06-20"), 2: None}
    assert all(one.due_date is None for one in due(asked("06-29")).selection.matches)


def test_a_list_has_a_row_an_item_and_says_what_it_is_of() -> None:
    """In the printed order, with the undated; of the region, or of the one category."""
    whole, services = listing(asked("06-29")), of_category(asked("06-29", categories=("二",)))
    assert [one.item.id for one in whole.selection.matches] == [
        "1-1", "1-2", "1-3", "1-4", "2-1", "2-2"
    ]  # fmt: skip
    assert (whole.of, whole.found, whole.selection.hidden) == ("某区", 6, 0)
    assert (services.of, services.found) == ("服务", 2)


def test_a_filter_of_dates_hides_what_has_none_and_counts_it() -> None:
    """Nothing drops out in silence."""
    found = listing(asked("06-29", before=day("07-31"))).selection
    assert ([one.item.id for one in found.matches], found.undated, found.hidden) == (
        ["1-1", "1-2", "2-1"],
        1,
        1,
    )


def test_a_unit_has_its_items_by_how_they_touch_it() -> None:
    """Every way is there, also an empty one, the strongest first; each item once."""
    found = of_unit(asked("06-29", units=("东镇",)))
    assert [(one.role, [match.item.id for match in one.matches]) for one in found.by_role] == [
        ("lead", []),
        ("named", ["1-3"]),
        ("covered", ["1-1", "2-1"]),
        ("possible", ["1-2"]),
    ]
    assert found.found == sum(len(one.matches) for one in found.by_role)
    assert found.resolved


def test_only_the_roles_that_are_asked_for_are_told_of_a_unit() -> None:
    """An empty block of another role would say that there is nothing."""
    found = of_unit(asked("06-29", units=("住建局",), roles=("named",)))
    assert [(one.role, [match.item.id for match in one.matches]) for one in found.by_role] == [
        ("named", ["2-2"])
    ]


def test_without_a_roster_collectives_are_not_resolved() -> None:
    """And the report says so."""
    alone = LIST[: LIST.index("units:")]
    found = of_unit(asked("06-29", text=alone, units=("东镇",)))
    assert not found.resolved
    assert [len(one.matches) for one in found.by_role] == [0, 1, 0, 0]


def test_an_item_in_full_names_whom_it_touches() -> None:
    """By role, the strongest first, without roles that nobody has."""
    (found,) = in_full(asked("06-29", ids=("1-1",))).items
    assert found.touched == (
        ("lead", ("住建局",)),
        ("named", ("财政局",)),
        ("covered", ("东镇", "西镇")),
    )


def test_a_named_item_in_another_state_is_told_of() -> None:
    """Those that were named and are not shown; where none was named, none is missed."""
    done = record("06-20", "1-2", "done")
    named = in_full(asked("06-29", done, states=("reported-done",), ids=("1-1", "1-2", "2-1")))
    assert [one.match.item.id for one in named.items] == ["1-2"]
    assert [
        (one.item.id, one.standing and one.standing.state) for one in named.in_another_state
    ] == [("1-1", "no-report"), ("2-1", "no-report")]
    assert in_full(asked("06-29", done, states=("reported-done",))).in_another_state == ()
    assert in_full(asked("06-29", done, ids=("1-1",))).in_another_state == ()


def test_without_a_day_what_has_a_date_of_its_own_keeps_it() -> None:
    """What returns has none, and nothing has days left."""
    found = {one.item.id: (one.due, one.days_left) for one in every(made(), None)}
    assert found["1-2"] == (day("06-30"), None)
    assert found["2-1"] == found["2-2"] == (None, None)
    later = {one.item.id: (one.due, one.days_left) for one in every(made(), day("06-29"))}
    assert later["2-1"] == (day("06-30"), 1)


def test_what_is_done_is_not_overdue() -> None:
    """Whenever it was done."""
    late = record("07-20", "1-2", "done")
    found = due(asked("08-01", late, overdue=True)).selection
    assert [one.item.id for one in found.matches] == ["1-1"]
