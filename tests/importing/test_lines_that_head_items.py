"""Lines without a number that head items: a month, a stage with its days, a matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from documents_made import doubts, errors, imported, rows, text, unused

from sulist.importers.understand.period_headings import time_in

if TYPE_CHECKING:
    from pathlib import Path

    from sulist.importers.importing import Imported


def paper(tmp_path: Path, *lines: str) -> Imported:
    """What is made of a text of these lines."""
    return imported(text(tmp_path / "a.txt", "\n".join(lines) + "\n"))


@pytest.mark.parametrize(
    ("heading", "time"),
    [
        ("二月：", "二月"),
        ("九月份", "九月份"),
        ("3—4月份工作安排：", "3—4月份"),
        ("2012年3月", "2012年3月"),
        ("第一季度", "第一季度"),
        ("下半年重点工作", "下半年"),
        ("第一阶段（3月1日—3月15日）", "3月1日—3月15日"),
        ("集中整治阶段（6月底前）：", "6月底前"),
        ("第一阶段（动员部署）", ""),
        ("“十四五”时期（2021—2025年）", ""),
        ("新建道路（6月底前）", ""),
        ("三月春风：", ""),
        ("三月份——文明礼仪月", "三月份"),
        ("三月（感恩教育月）", "三月"),
        ("3月：学雷锋", "3月"),
        ("2019年：", ""),
    ],
)
def test_the_time_in_a_heading(heading: str, time: str) -> None:
    """It is all of it, or stands in the bracket behind a stage."""
    assert time_in(heading) == time


MONTHS = [
    "东湖中学2012年春季德育工作计划",
    "一、各月工作安排",
    "二月：",
    "1、检查作业。（负责人：班主任）",
    "2、改选班干部。（负责人：班主任）",
    "三月：",
    "1、学雷锋。（负责人：班主任）",
    "2、3月20日前出黑板报。（负责人：宣传委员）",
]


def test_a_month_above_items_is_their_deadline(tmp_path: Path) -> None:
    """But where an item tells its own; one doubt says so, and none that the numbers begin again."""
    made = paper(tmp_path, *MONTHS)
    assert [one.deadline for one in made.draft.items] == ["二月", "二月", "三月", "3月20日前"]
    assert [one.title for one in made.draft.categories] == ["各月工作安排"]
    assert [one.notes for one in made.draft.items] == [
        ["二月："],
        [],
        ["三月："],
        ["the deadline is from the text"],
    ]
    assert doubts(made)[1:] == [("", "the time in the heading above is the deadline of 3 items")]
    assert ("deadline" in [one.role for one in made.draft.columns], errors(made)) == (True, [])
    assert unused(made) == []


def test_a_month_that_heads_everything_is_a_category(tmp_path: Path) -> None:
    """Its title is the month."""
    made = paper(tmp_path, MONTHS[0], *MONTHS[2:])
    assert [one.title for one in made.draft.categories] == ["二月", "三月"]


def test_months_over_the_turn_of_a_year_are_no_deadlines(tmp_path: Path) -> None:
    """The list's year would be wrong for some of them."""
    made = paper(
        tmp_path,
        "东湖中学2020—2021学年第一学期德育工作计划",
        "一、各月工作安排",
        "十二月：",
        "1、检查作业。（负责人：班主任）",
        "一月：",
        "1、家访。（负责人：班主任）",
    )
    assert [one.deadline for one in made.draft.items] == ["", ""]
    assert ("", "十二月") in doubts(made)


def test_a_month_behind_a_number_is_read_without_it(tmp_path: Path) -> None:
    """二、4月份 is no February; what may be March and April, 三、四月份, is no deadline."""
    numbered = ["一、3月份", "二、4月份"]
    joined = ["一、二月份", "三、四月份"]
    made = [
        paper(
            tmp_path,
            "平安镇2009年春季防火工作部署",
            *(one[0], "1、签订责任状。（林业站负责）"),
            *(one[1], "1、设卡检查。（林业站负责）"),
        )
        for one in (numbered, joined)
    ]
    assert [[one.deadline for one in each.draft.items] for each in made] == [
        ["3月份", "4月份"],
        ["二月份", ""],
    ]


def test_two_months_in_a_row_are_no_number_five(tmp_path: Path) -> None:
    """五、六月： heads items as the other months do."""
    made = paper(
        tmp_path,
        "中心幼儿园2019年工作计划",
        "一、逐月工作安排",
        *("三月：", "1.亲子活动。（园长）", "2.卫生宣传。（保健医生）"),
        *("四月：", "1.春游。（园长）"),
        *("五、六月：", "1.庆六一。（保教主任）"),
    )
    assert [one.deadline for one in made.draft.items] == ["三月", "三月", "四月", "五、六月"]
    assert [one.title for one in made.draft.categories] == ["逐月工作安排"]


def test_a_time_behind_the_titles_of_items_is_their_deadline(tmp_path: Path) -> None:
    """And stays in the text, as it stands there."""
    made = paper(
        tmp_path,
        "城关镇2015年整治实施方案",
        "1.宣传发动（3月上旬）。召开动员会。（党政办负责）",
        "2.集中整治（3月中旬—10月）。清理垃圾。（城建办负责）",
    )
    assert [(one[1], one[4]) for one in rows(made)] == [
        ("宣传发动（3月上旬）。召开动员会。", "3月上旬"),
        ("集中整治（3月中旬—10月）。清理垃圾。", "3月中旬—10月"),
    ]
    assert doubts(made) == []


def test_months_of_a_calendar_head_its_items(tmp_path: Path) -> None:
    """Though it says nowhere who does what."""
    made = paper(
        tmp_path,
        "东湖小学2021年少先队工作行事历",
        *("三月", "1.学雷锋活动", "2.植树节宣传", "四月", "1.清明祭扫"),
    )
    assert [one.title for one in made.draft.categories] == ["三月", "四月"]
    assert [one.deadline for one in made.draft.items] == ["三月", "三月", "四月"]


def test_a_deadline_of_a_text_has_its_column(tmp_path: Path) -> None:
    """Though no bracket and no label tells any."""
    made = paper(
        tmp_path,
        "2012年班务工作计划任务",
        "1、3月20日前出黑板报。（负责人：宣传委员）",
        "2、改选班干部。（负责人：班主任）",
    )
    assert "deadline" in [one.role for one in made.draft.columns]


def test_stages_with_their_days_are_categories(tmp_path: Path) -> None:
    """And tell the deadline of items that say none."""
    made = paper(
        tmp_path,
        "东湖区2019年平安建设工作安排",
        "第一阶段（3月1日—3月15日）",
        "1.动员部署。（区综治办负责）",
        "2.印发方案。（区综治办负责，3月5日前）",
        "第二阶段（3月16日—5月31日）",
        "1.排查。（区公安局牵头，各镇配合）",
    )
    assert [one[4] for one in rows(made)] == ["3月1日—3月15日", "3月5日前", "3月16日—5月31日"]
    assert [one.title for one in made.draft.categories] == [
        "第一阶段（3月1日—3月15日）",
        "第二阶段（3月16日—5月31日）",
    ]


def test_numbers_that_begin_again_below_lines_are_no_doubt(tmp_path: Path) -> None:
    """With a colon behind such a line or without."""
    made = paper(
        tmp_path,
        "东湖区医院2015年护理工作安排",
        "一、全年工作",
        "教学方面：",
        "1.培训护士。（护理部，每月）",
        "2.考核护士。（护理部，每季度）",
        "安全方面",
        "1.检查病房。（护理部，每周）",
        "后勤方面：",
        "1.采购。（总务科，3月底前）",
    )
    assert [one.text for one in made.draft.items] == [
        "培训护士。",
        "考核护士。",
        "检查病房。",
        "采购。",
    ]
    assert [one for one in doubts(made) if one[0]] == []
    assert unused(made) == []


def test_a_label_that_comes_again_heads_nothing(tmp_path: Path) -> None:
    """工作措施 above the steps of each item is the label of a cell."""
    made = paper(
        tmp_path,
        "东湖区2015年重点工作任务",
        "一、修路",
        "工作措施：",
        "1.定线。",
        "2.施工。",
        "责任单位：区交通局",
        "二、建校",
        "工作措施：",
        "1.选址。",
        "2.施工。",
        "责任单位：区教育局",
    )
    assert [one.text for one in made.draft.items if not one.part_of] == ["修路", "建校"]


@pytest.mark.parametrize("wrong", ["13月：", "0月份", "十三月：", "二十月", "3-1月"])
def test_a_month_that_there_is_not_heads_nothing_and_stops_nothing(
    tmp_path: Path, wrong: str
) -> None:
    """A slip of the pen above items: its line is told, and the months beside it are read."""
    made = paper(
        tmp_path,
        "滨河学校2024年德育工作安排",
        "2月：",
        "1.修路。（教导处）",
        "2.植树。（总务处）",
        "3月：",
        "1.修桥。（教导处）",
        wrong,
        "1.扫地。（总务处）",
    )
    assert [one[1] for one in rows(made)] == ["修路。", "植树。", "修桥。", "扫地。"]
    assert {one[4] for one in rows(made)} <= {"2月", "3月", ""}


def test_a_day_that_the_year_has_not_stays_as_it_is_printed(tmp_path: Path) -> None:
    """2月29日 in a heading of 2023: it is the deadline of the items below, which the check refuses."""
    made = paper(
        tmp_path,
        "滨河学校2023年整改工作安排",
        "第一阶段（2月1日—2月29日）",
        "1.修路。（教导处）",
        "2.植树。（总务处）",
        "第二阶段（3月1日—3月31日）",
        "1.修桥。（教导处）",
        "2.扫地。（总务处）",
    )
    assert [one[4] for one in rows(made)] == ["2月1日—2月29日"] * 2 + ["3月1日—3月31日"] * 2
    assert ["2月29日" in one for one in errors(made)] == [True, True]
