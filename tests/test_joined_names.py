"""Several names in one word where names themselves hold 和, 、 or a space, and halves that other names have."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Sulist

LIST = """
title: 某县2026年重点工作任务清单
region: 某县
year: 2026
total: 3
columns:
  任务: text
  牵头单位: lead
  责任单位: responsible
  责任领导: leader
  完成时限: deadline
categories:
  - number: 二
    title: 项目建设和产业发展
    count: 3
    items:
      - {id: 2-1, text: 建桥。, lead: 县自然资源和规划局, responsible: 县财政局, deadline: 6月底前, leaders: 李和平}
      - {id: 2-2, text: 建校。, lead: 县住房公积金中心, responsible: 县城乡建设局, deadline: 6月底前, leaders: 张平}
      - {id: 2-3, text: 修路。, lead: 县工业园区管委会, responsible: 县大数据和信息化局, deadline: 6月底前, leaders: 王强}
units:
  县直部门: [县自然资源和规划局, 县财政局, 县住房公积金中心, 县城乡建设局, 县工业园区管委会, 县大数据和信息化局]
aliases:
  县国土局: 县自然资源和规划局
"""


@pytest.fixture
def desk(sulist: Sulist, tmp_path: Path) -> Sulist:
    """A list of units and people that have joints in their names."""
    own = (
        LIST.replace("leaders: ", "more: {责任领导: ").replace("平}", "平}}").replace("强}", "强}}")
    )
    (tmp_path / "items.yaml").write_text(own.lstrip(), encoding="utf-8")
    return sulist


@pytest.mark.parametrize(
    ("typed", "units"),
    [
        ("自然资源和规划局", ["县自然资源和规划局"]),
        ("自然资源和规划局和财政局", ["县自然资源和规划局", "县财政局"]),
        ("财政局及国土局以及自然资源和规划局", ["县财政局", "县自然资源和规划局"]),
        ("大数据和信息化局、自然资源和规划局与城乡建设局", ["县大数据和信息化局", "县自然资源和规划局", "县城乡建设局"]),
        ("财政、住房", ["县财政局", "县住房公积金中心"]),
    ],
)  # fmt: skip
def test_the_longest_name_is_taken(desk: Sulist, typed: str, units: list[str]) -> None:
    """And each unit once."""
    assert desk.json("list", "--unit", typed, "-f", "items.yaml")["query"]["unit"] == units


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("住房和城乡建设局", "“住房和城乡建设局” is not a unit"),
        ("财政局、工业和信息化局", "“工业和信息化局” is not a unit"),
        ("财政局和外星局", "“外星局” is not a unit"),
        ("外星局和财政局", "“外星局” is not a unit"),
        ("和", "“和” is not a unit"),
        ("、", "“、” is not a unit"),
    ],
)
def test_no_half_of_a_name_is_looked_for_in_others(desk: Sulist, typed: str, said: str) -> None:
    """住房 is in 县住房公积金中心, and 信息化局 ends another; a unit that the list has not is refused."""
    assert said in desk.refused("list", "--unit", typed, "-f", "items.yaml", code=2)


def test_a_persons_name_is_never_parted_into_others(desk: Sulist) -> None:
    """李和平 is one; of 王 and 平 nobody is guessed."""
    found = desk.json("list", "--leader", "李和平和张平", "-f", "items.yaml")["query"]
    assert found["leader"] == ["李和平", "张平"]
    for typed in ("王和平", "王 平"):
        assert f"“{typed}”" in desk.refused("list", "--leader", typed, "-f", "items.yaml", code=2)


def test_a_number_behind_an_id_is_of_its_category(sulist: Sulist, tmp_path: Path) -> None:
    """Though the list counts on through its categories; two numbers that may be one id are refused."""
    rows, more = (
        "".join(
            f'\n      - {{id: {category}-{one}, printed_serial: "{serial}", text: 修路。, lead: 甲局, responsible: 乙局, deadline: 6月底前}}'
            for one, serial in enumerate(serials, 1)
        )
        for category, serials in ((1, (1, 2)), (2, (3, 4)))
    )
    columns = "columns: {序号: serial, 任务: text, 牵头单位: lead, 责任单位: responsible, 完成时限: deadline}"
    (tmp_path / "items.yaml").write_text(
        f"title: 某县2026年清单\nregion: 某县\nyear: 2026\ntotal: 4\n{columns}\ncategories:\n"
        f"  - number: 一\n    title: 甲\n    count: 2\n    items:{rows}\n"
        f"  - number: 二\n    title: 乙\n    count: 2\n    items:{more}\nunits: {{局: [甲局, 乙局]}}\n",
        encoding="utf-8",
    )

    def ids(typed: str) -> list[str]:
        return [one["id"] for one in json.loads(sulist.text(*show, typed))["items"]]

    show = ("show", "-f", "items.yaml", "--format", "json")
    assert ids("2-1、2") == ids("2-1至2") == ["2-1", "2-2"]
    assert ids("2、3") == ["1-2", "2-1"]
    assert ids("一、2") == ["1-2"]
    assert "There is no item “2-3”" in sulist.refused(*show, "2-1、3", code=2)
    assert "may be 1-2, or 1-1, 1-2" in sulist.refused(*show, "1、2", code=2)
