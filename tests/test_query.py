"""Which items answer a question: units in their four roles, months, dates that return."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from listed import listed, without_errors

from sulist.asking.query import Query, select
from sulist.listfile.touch import Touch
from sulist.reports.overview import month_due, months_due, unit_load

if TYPE_CHECKING:
    from sulist.listfile.worklist import WorkList

LIST = listed(
    """
- {id: 1-1, text: 各镇牵头。, lead: 各镇, responsible: 区经发局, deadline: 6月底前启动，12月底前完成}
- {id: 1-2, text: 有关部门牵头。, lead: 区直有关部门, responsible: 区直各部门, deadline: 每月底前}
- {id: 1-3, text: 别名。, lead: 发改局, responsible: 区直有关部门、区财政局, deadline: 长期坚持}
- {id: 1-4, text: 季度。, lead: 区财政局, responsible: 潭东镇, deadline: 每季度末月20日前}
- {id: 1-5, text: 明年。, lead: 区财政局, responsible: 潭东镇, deadline: 2022年3月底前}
- {id: 1-6, text: 同日。, lead: 区财政局, responsible: 潭东镇, deadline: 12月31日前}
units:
  区直部门: [区经发局, 区财政局]
  镇: [潭东镇, 潭口镇]
aliases: {发改局: 区经发局}
""",
    issued="2021-04-12",
)
DAY = date(2021, 6, 10)
# From July on: the ends of months until November, and the 20th of two of them.
RETURNING = ("1-2", "1-2", "1-4", "1-2", "1-2", "1-2", "1-4")


@pytest.fixture
def worklist() -> WorkList:
    """A list in which every way to touch a unit and every kind of date occurs."""
    return without_errors(LIST)


@pytest.mark.parametrize(
    ("item", "roles"),
    [
        (0, {"潭东镇": "lead", "潭口镇": "lead", "区经发局": "named"}),
        (1, {"区经发局": "covered", "区财政局": "covered"}),
        (2, {"区经发局": "lead", "区财政局": "named"}),
    ],
    ids=["各镇 lead, each of them", "有关 leads: not known who", "an alias is its unit"],
)
def test_a_unit_has_the_strongest_of_its_roles(
    worklist: WorkList, item: int, roles: dict[str, str]
) -> None:
    """lead, then named, covered, possible."""
    assert Touch(worklist).roles(worklist.items[item]) == roles


def test_the_load_counts_every_item_once_for_each_unit(worklist: WorkList) -> None:
    """In its strongest role only."""
    load_of = unit_load(worklist)
    assert load_of["区经发局"] == {"lead": 1, "named": 1, "covered": 1, "possible": 0}
    assert sum(load_of["潭东镇"].values()) == 4


def test_several_units_are_alternatives(worklist: WorkList) -> None:
    """--unit twice: what touches either, in the strongest role of the two."""
    found = select(worklist, Query(units=("潭口镇", "区经发局")), DAY)
    assert [(one.item.id, one.role) for one in found.matches] == [
        ("1-1", "lead"),
        ("1-2", "covered"),
        ("1-3", "lead"),
    ]


def test_dates_on_one_day_keep_the_printed_order(worklist: WorkList) -> None:
    """1-1 and 1-6 fall due on the same day; what recurs stands at its next date."""
    found = select(worklist, Query(), DAY, each_date=True)
    assert [(one.item.id, str(one.due), one.step) for one in found.matches] == [
        ("1-4", "2021-06-20", 0),
        ("1-1", "2021-06-30", 1),
        ("1-2", "2021-06-30", 0),
        ("1-1", "2021-12-31", 2),
        ("1-6", "2021-12-31", 0),
        ("1-5", "2022-03-31", 0),
    ]
    assert found.undated == 1


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        (Query(before=date(2021, 6, 30)), ["1-4", "1-1", "1-2"]),
        (Query(after=date(2021, 6, 30)), [*RETURNING, "1-1", "1-2", "1-6", "1-5"]),
        (Query(since=date(2021, 12, 31)), ["1-1", "1-2", "1-6", "1-5"]),
        (Query(after=date(2021, 6, 30), before=date(2021, 9, 30)), ["1-2", "1-2", "1-4", "1-2"]),
        (Query(overdue=True), []),
        (Query(search=("明年",)), ["1-5"]),
        (Query(search=("财政", "潭东", "明年")), ["1-5"]),
        (Query(categories=("二",)), []),
        (Query(ids=("1-6",)), ["1-6"]),
    ],
)
def test_a_filter_keeps_what_it_says(worklist: WorkList, query: Query, ids: list[str]) -> None:
    """Before includes its day, after excludes it, since includes it; words must all occur."""
    found = select(worklist, query, DAY, each_date=True)
    assert [one.item.id for one in found.matches] == ids


def test_an_item_falls_in_every_month_of_its_dates(worklist: WorkList) -> None:
    """Milestones, a monthly and a quarterly one; 2022 is not this year."""
    assert [months_due(item, 2021) for item in worklist.items] == [
        {6, 12},
        set(range(1, 13)),
        set(),
        {3, 6, 9, 12},
        set(),
        {12},
    ]


def test_the_month_of_a_deadline_is_its_last_or_next(worklist: WorkList) -> None:
    """Nothing for what has no date."""
    assert [month_due(item, DAY) for item in worklist.items] == [
        "2021-12",
        "2021-06",
        "",
        "2021-06",
        "2022-03",
        "2021-12",
    ]
