"""What a list amounts to: units, categories, months, what is late and what is next, as values."""

from __future__ import annotations

from lists_made import asked, day, made, record

from sulist.asking.query import Query
from sulist.asking.subject import is_outside
from sulist.listfile.touch import ROLES
from sulist.reports.overview import UNDATED, categories, overview, units, year_months


def test_a_category_counts_its_items_by_the_month_of_their_last_date() -> None:
    """Of what returns the next; last what has no date; the totals are of all categories."""
    found = categories(asked("07-01"))
    assert [(one.category.number, one.by_month, one.total) for one in found.rows] == [
        ("一", {"2023-06": 1, "2023-09": 1, "2023-10": 1, "2024-03": 1}, 4),
        ("二", {"2023-09": 1, UNDATED: 1}, 2),
    ]
    assert list(found.totals.items()) == [
        ("2023-06", 1),
        ("2023-09", 2),
        ("2023-10", 1),
        ("2024-03", 1),
        (UNDATED, 1),
    ]
    assert (found.total, found.undated, found.found) == (6, 1, 2)


def test_the_sums_of_the_months_are_the_sums_of_the_categories() -> None:
    """Every item stands in one month of one category."""
    found = categories(asked("07-01"))
    assert sum(found.totals.values()) == sum(one.total for one in found.rows) == found.total
    for month, number in found.totals.items():
        assert number == sum(one.by_month.get(month, 0) for one in found.rows)


def test_the_load_of_a_unit_is_by_role() -> None:
    """Every unit of the roster, in its order, with its group."""
    found = units(asked("07-01"))
    assert [(one.unit, one.group, tuple(one.by_role.values())) for one in found.loads] == [
        ("住建局", "部门", (2, 1, 0, 1)),
        ("财政局", "部门", (2, 1, 0, 1)),
        ("城管局", "部门", (2, 0, 0, 1)),
        ("东镇", "镇", (0, 1, 2, 1)),
        ("西镇", "镇", (0, 1, 2, 1)),
    ]
    assert [one.total for one in found.loads] == [4, 4, 3, 4, 4]
    assert found.found == 5


def test_the_busiest_unit_is_the_one_that_leads_most() -> None:
    """Then the one that is named most; alike ones stay in the list's order."""
    assert [one.unit for one in units(asked("07-01")).busiest] == [
        "住建局", "财政局", "城管局", "东镇", "西镇"
    ]  # fmt: skip
    done = record("06-20", "1-2", "done"), record("06-20", "1-1", "done")
    busiest = units(asked("07-01", *done, states=("no-report",))).busiest
    assert [(one.unit, one.by_role["lead"]) for one in busiest][:3] == [
        ("城管局", 2),
        ("财政局", 1),
        ("东镇", 0),
    ]


def test_of_a_state_only_its_items_are_counted_and_every_unit_is_named() -> None:
    """Also those with nothing left, and every category."""
    done = record("06-20", "1-2", "done")
    subject = asked("07-01", done, states=("reported-done",))
    assert [one.total for one in categories(subject).rows] == [1, 0]
    assert categories(subject).totals == {"2023-06": 1}
    assert sum(one.by_role["lead"] for one in units(subject).loads) == 2
    assert units(subject).found == 5


def test_the_year_has_every_month_in_which_something_of_an_item_is_due() -> None:
    """An item with several dates in several; one that returns in each of its months; the rest outside."""
    found = year_months(made(), day("07-01"))
    assert found.by_month == (0, 0, 1, 0, 0, 3, 0, 0, 2, 1, 0, 1)
    assert (found.outside, found.today) == (2, day("07-01"))
    assert year_months(made(), day("2024-01-01")).today is None


def test_what_is_late_and_what_is_to_come_are_all_dates() -> None:
    """The day itself is to come; both begin with the soonest."""
    found = overview(asked("06-30"))
    assert (found.late, [one.item.id for one in found.nearest]) == ((), ["1-1", "1-2", "2-1"])
    found = overview(asked("07-01"))
    assert [(one.item.id, one.step) for one in found.late] == [("1-1", 1), ("1-2", 0)]
    assert [(one.item.id, one.step) for one in found.coming] == [
        ("1-4", 0),
        ("2-1", 0),
        ("1-1", 2),
        ("1-3", 0),
    ]
    assert [one.item.id for one in found.nearest] == ["1-4", "2-1"]


def test_the_overview_tells_the_same_undated_items_as_a_question_about_dates() -> None:
    """One fact, asked on two ways."""
    for on in ("01-01", "07-01", "12-31", "2024-05-01"):
        subject = asked(on)
        assert overview(subject).categories.undated == subject.select(each_date=True).undated


def test_an_overview_of_a_state_is_of_its_items() -> None:
    """Its dates, its load, its categories."""
    done = record("06-20", "1-2", "done")
    found = overview(asked("07-01", done, states=("no-report",)))
    assert found.found == 5
    assert [one.item.id for one in found.late] == ["1-1"]
    assert found.units.loads == units(found.subject).loads
    assert found.categories.rows == categories(found.subject).rows
    assert found.subject.query == Query(states=("no-report",))
    assert set(found.units.loads[0].by_role) == set(ROLES)


def test_a_day_of_another_year_is_outside() -> None:
    """The first and the last day of the year are inside."""
    days = ("2022-12-31", "01-01", "12-31", "2024-01-01")
    assert [is_outside(made(), day(one)) for one in days] == [True, False, False, True]
