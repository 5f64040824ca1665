"""What the page shows, on values: totals, what is overdue, the year by month, load, history."""

from __future__ import annotations

from progress_made import asked, day, decided, plain, said

from sulist.reports.board import board


def test_what_is_overdue_stands_with_its_most_days_first() -> None:
    """What is due today is not; of several dates the earliest that is open counts."""
    found = board(asked("08-31"))
    assert [(one.item.id, one.days) for one in found.overdue] == [("1-3", 62)]
    later = board(asked("09-20"))
    assert [(one.item.id, one.days) for one in later.overdue] == [
        ("1-3", 82),
        ("1-1", 20),
        ("2-1", 5),
    ]
    assert later.lights["red"] == 3


def test_the_year_has_every_date_in_its_month_with_its_colour() -> None:
    """Done, withdrawn, late, near, further off, of what nobody reports on; what has none is outside it."""
    found = board(
        asked(
            "09-01",
            said("06-20", "1-3", "done", milestone=1),
            decided("08-20", "1-1", "extension", to="10-20", reason="雨季"),
            decided("08-21", "2-1", "withdrawal", reason="并入"),
        )
    )
    used = {
        month: {colour: n for colour, n in colours.items() if n}
        for month, colours in found.year.colours.items()
        if any(colours.values())
    }
    assert used == {
        3: {"yellow": 1},
        6: {"yellow": 1, "blue": 1},
        9: {"yellow": 3, "none": 1},
        10: {"yellow": 2},
        12: {"yellow": 1, "green": 1},
    }
    assert found.year.outside == 1


def test_where_nobody_reports_a_date_is_past_or_not() -> None:
    """The day itself is not past."""
    found = board(plain("08-31"))
    assert found.plain == (1, 5, 1, 0)
    later = board(plain("09-01"))
    assert later.plain == (2, 4, 1, 0)
    assert later.year.colours[8]["none"] == 1
    assert found.year.colours[8] == {"red": 0, "yellow": 0, "green": 1, "blue": 0, "none": 0}


def test_the_load_is_of_the_chosen_items_and_the_filters_find_as_many() -> None:
    """The busiest lead first."""
    found = board(asked("07-10", categories=("一",)))
    assert found.loads == {
        "甲局": {"lead": 3, "named": 0, "covered": 0, "possible": 0},
        "乙局": {"lead": 1, "named": 2, "covered": 0, "possible": 0},
        "东镇": {"lead": 1, "named": 1, "covered": 0, "possible": 0},
        "西镇": {"lead": 1, "named": 1, "covered": 0, "possible": 0},
    }
    assert {unit: found.touched[unit] for unit in found.units} == {
        "甲局": 3,
        "乙局": 3,
        "东镇": 2,
        "西镇": 2,
    }
    assert found.months == {"2022-06": 1, "2022-08": 1, "2022-09": 2, "2022-10": 1, "2022-12": 1}


def test_each_item_has_everything_that_was_told_of_it() -> None:
    """With what does not count."""
    found = board(
        asked("07-10", said("05-28", "1-1"), decided("06-01", "1-1", "closing", done_on="06-01"),
              said("06-02", "1-1", "not-started"))
    )  # fmt: skip
    (one,) = [each for group in found.groups for each in group.items if each.match.item.id == "1-1"]
    assert [told.counts for told in one.told] == [True, True, False]
    assert (found.records, found.not_counted) == (3, 1)
    assert day("08-31") not in [told.record.on for told in one.told]


def test_a_date_of_another_year_stands_in_no_month_of_this_one() -> None:
    """An item that was put off beyond the end of the year is outside it."""
    given = decided("08-20", "1-1", "extension", to="2023-08-20", reason="雨季")
    found, before = board(asked("09-01", given)).year, board(asked("08-01", given)).year
    assert (sum(before.colours[8].values()), before.outside) == (1, 1)
    assert (sum(found.colours[8].values()), found.outside) == (0, 2)


def test_an_item_stands_under_its_months_and_its_category_counts_it() -> None:
    """Each category its own items, and together all."""
    found = board(asked("09-01", said("08-20", "1-1", "done")))
    groups = {one.category.number: one for one in found.groups}
    assert [len(one.items) for one in groups.values()] == [4, 3]
    assert (groups["一"].states["reported-done"], groups["二"].states["reported-done"]) == (1, 0)
    for light, number in found.lights.items():
        assert sum(one.lights[light] for one in found.groups) == number
