"""Whom to urge on what, on values: late, near, owed, behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from progress_made import LIST, asked, day, decided, said

from sulist.reports.letters import last_period, letters

if TYPE_CHECKING:
    from sulist.journal.record import Record
    from sulist.reports.letters import Urged


def urged(as_of: str, *records: Record, **query: Any) -> dict[str, dict[str, Urged]]:
    """What each unit is urged on."""
    found = letters(asked(as_of, *records, **query))
    return {one.unit: {each.item.id: each for each in one.items} for one in found.letters}


@pytest.mark.parametrize(
    ("as_of", "late", "near"),
    [
        ("07-31", [], []),
        ("08-01", [], [30]),
        ("08-31", [], [0]),
        ("09-01", [1], []),
        ("09-30", [30], []),
    ],
)
def test_a_date_is_near_for_thirty_days_to_its_day_and_late_from_the_day_after(
    as_of: str, late: list[int], near: list[int]
) -> None:
    """With the days that are left, or that it is past."""
    one = urged(as_of, said("06-20", "1-1"))["甲局"]["1-1"]
    assert ([each.days for each in one.late], [each.days for each in one.near]) == (late, near)


def test_what_is_done_waits_for_the_office_and_is_not_urged() -> None:
    """Nor what is closed or withdrawn."""
    found = urged(
        "09-10", said("08-20", "1-1", "done"), decided("09-01", "1-2", "withdrawal", reason="并入")
    )
    assert not {"1-1", "1-2"} & set(found["甲局"])


def test_of_several_dates_each_is_late_or_near_by_itself() -> None:
    """What is met is neither."""
    one = urged("09-10", said("06-20", "1-3", "done", milestone=1))["甲局"]["1-3"]
    assert (one.late, [(each.due_date.step, each.days) for each in one.near]) == ((), [(2, 20)])


def test_owed_is_the_last_period_whose_reports_are_due() -> None:
    """On the 28th that of the month, before it that of the month before; what was reported is not."""
    for as_of, month in (("06-27", "2022-05"), ("06-28", "2022-06")):
        owed = urged(as_of)["乙局"]["2-3"].owed
        assert owed is not None
        assert owed.names == (month,)
    assert "2-3" not in urged("06-28", said("06-25", "2-3", unit="乙局"))["乙局"]


def test_of_joint_leads_each_is_urged_and_only_who_has_not_reported_owes() -> None:
    """And of each town that leads, each."""
    found = urged("09-29", said("09-25", "1-2"))
    assert found["甲局"]["1-2"].owed is None
    assert found["乙局"]["1-2"].owed is not None
    assert [unit for unit, items in found.items() if "1-4" in items] == ["东镇", "西镇"]


def test_the_counts_of_a_letter_are_of_items() -> None:
    """An item may be counted for several reasons."""
    (letter, *_rest) = letters(asked("09-01", units=("甲局",))).letters
    assert (letter.unit, len(letter.items)) == ("甲局", 3)
    assert (letter.late, letter.near, letter.owed) == (2, 2, 3)


def test_an_answer_is_due_in_a_week_or_when_it_is_said() -> None:
    """Counted from the day asked about."""
    assert letters(asked("09-01")).reply_by == day("09-08")
    assert letters(asked("09-01"), reply_by=day("09-20")).reply_by == day("09-20")
    assert letters(asked("9999-12-30")).reply_by == day("9999-12-31")


def test_what_nobody_leads_is_counted_since_nobody_is_urged_on_it() -> None:
    """But not where units were named."""
    assert letters(asked("09-10")).unled == 1
    assert letters(asked("07-10")).unled == 0
    assert letters(asked("09-10", units=("东镇",))).unled == 0


def test_what_is_late_is_urged_though_its_report_is_there() -> None:
    """And what is near; only what is neither, and owes nothing, is not."""
    reports = [said("08-26", "1-1", percent=90), said("08-26", "1-2", percent=90)]
    found = urged("09-10", *reports)["甲局"]
    assert [bool(one) for one in (found["1-1"].late, found["1-1"].near, found["1-1"].owed)] == [
        True,
        False,
        False,
    ]
    assert [bool(one) for one in (found["1-2"].late, found["1-2"].near, found["1-2"].owed)] == [
        False,
        True,
        False,
    ]
    assert "1-2" not in urged("08-29", *reports)["甲局"]


def test_an_item_is_urged_as_behind_where_its_light_says_so() -> None:
    """Not where nothing was reported, and not where it is late or near already, which says more."""
    slow = said("06-20", "1-2", percent=5)
    assert urged("07-28", slow)["甲局"]["1-2"].behind
    assert not urged("07-28", said("06-20", "1-2", percent=95))["甲局"]["1-2"].behind
    assert not urged("07-28")["甲局"]["1-2"].behind
    assert not urged("09-10", slow)["甲局"]["1-2"].behind


@pytest.mark.parametrize(
    ("as_of", "months"),
    [
        ("2021-12-28", None),
        ("01-27", None),
        ("01-28", ("2022-01",)),
        ("2023-01-27", ("2022-12",)),
        ("2023-01-28", ("2023-01",)),
    ],
)
def test_reports_are_owed_for_the_periods_of_the_lists_year_and_later(
    as_of: str, months: tuple[str, ...] | None
) -> None:
    """In the first month for none before it is due; in the next year also for its December."""
    subject = asked(as_of)
    assert subject.progress is not None
    period = last_period(subject.progress)
    assert (period and period.names) == months
    if months is None:
        assert all(one.owed is None for each in urged(as_of).values() for one in each.values())


def test_beside_what_is_urged_stands_what_the_unit_said_last() -> None:
    """Under the name that it had before too, or one of which no roster knows; not what another said."""
    words = [
        said("05-20", "1-2", unit="老甲局", done="旧名。"),
        said("05-21", "1-2", unit="乙局", done="别的。"),
    ]
    alone = LIST[: LIST.index("units:")] + LIST[LIST.index("categories:") :]
    assert [one.done for one in urged("09-10", *words)["甲局"]["1-2"].last] == ["旧名。"]
    found = urged("09-10", *words, text=alone)
    assert [one.done for one in found["乙局"]["1-2"].last] == ["别的。"]
    assert found["甲局"]["1-2"].last == ()
