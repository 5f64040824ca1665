"""Prose in which more stands by the units than their names: brackets of their own, sentences, numbers behind numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from documents_made import doubts, imported, rows, text, unused
from nothing_lost import lost

if TYPE_CHECKING:
    from pathlib import Path

    from sulist.importers.importing import Imported

TITLE = "滨河区2024年重点任务清单"


def paper(tmp_path: Path, *lines: str) -> Imported:
    """What is made of a text of these lines, of which nothing is lost."""
    file = text(tmp_path / "a.txt", "\n".join(lines) + "\n")
    made = imported(file)
    assert lost(file, made) == []
    return made


def test_who_and_when_stand_behind_short_labels(tmp_path: Path) -> None:
    """负责： in a bracket is a label as 责任单位： is."""
    made = paper(
        tmp_path,
        TITLE,
        "1.新建滨河大道。（负责：区住建局；时间：6月底前）",
        "2.改造旧桥。（负责：区交通局、区水利局；时间：9月底前）",
    )
    assert rows(made) == [
        ("1-1", "新建滨河大道。", "", "区住建局", "6月底前"),
        ("1-2", "改造旧桥。", "", "区交通局、区水利局", "9月底前"),
    ]


@pytest.mark.parametrize(
    "units",
    ["区住建局、各园区（管委会）", "区住建局（区民政局配合）", "区住建局（牵头）、区民政局"],
)
def test_a_bracket_of_a_unit_behind_a_label_is_part_of_the_cell(tmp_path: Path, units: str) -> None:
    """It is no closing of the paragraph, and the label is no text."""
    made = paper(
        tmp_path, TITLE, f"1.提供公寓。责任单位：{units}。", "2.修路。责任单位：区交通局。"
    )
    assert rows(made)[0] == ("1-1", "提供公寓。", "", units, "")


def test_a_closing_behind_the_sentence_of_a_label_adds_to_it(tmp_path: Path) -> None:
    """责任单位：区住建局。（6月底前完成，区财政局配合）: none of them is text."""
    made = paper(
        tmp_path,
        TITLE,
        "1.提供公寓。责任单位：区住建局。（6月底前完成，区财政局配合）",
        "2.改造旧桥。责任单位：区交通局。（9月底前完成，区财政局配合）",
    )
    assert [(one[1], one[4]) for one in rows(made)] == [
        ("提供公寓。", "6月底前完成"),
        ("改造旧桥。", "9月底前完成"),
    ]
    assert all("区财政局" in one.lead + one.responsible for one in made.draft.items)


@pytest.mark.parametrize("between", ["，", "\n"])
def test_sentences_behind_whole_units_are_the_items_text(tmp_path: Path, between: str) -> None:
    """Behind the label in its line, and below it: no unit is made of them."""
    made = paper(
        tmp_path,
        TITLE,
        f"1.新建滨河大道{between}牵头部门：区住建局。进度较慢的是东山镇。",
        f"2.改造旧桥{between}牵头部门：区交通局。",
    )
    assert [one[1:3] for one in rows(made)] == [
        ("新建滨河大道。进度较慢的是东山镇。", "区住建局"),
        ("改造旧桥", "区交通局"),
    ]


def test_a_number_before_a_number_is_the_next_one(tmp_path: Path) -> None:
    """2.121工程 behind 1.: not 2.121; a quantity such as 3.5亿元 stays one."""
    made = paper(
        tmp_path,
        TITLE,
        "1.100人才项目。（区教育局牵头）",
        "2.121人才项目。（区住建局牵头）",
        "3.5G基站。（区商务局牵头）",
        "4.修路。（区交通局牵头）",
    )
    assert [one[1] for one in rows(made)] == [
        "100人才项目。",
        "121人才项目。",
        "5G基站。",
        "修路。",
    ]
    assert doubts(made) == []
    made = paper(
        tmp_path, TITLE, "1.修路。（区住建局牵头）", "2.5亿元用于治水。", "2.建桥。（区水利局牵头）"
    )
    assert [one[1] for one in rows(made)] == ["修路。", "建桥。"]
    assert "2.5亿元用于治水。" in unused(made)


def test_what_minutes_decide_below_a_heading_alone_is_an_item(tmp_path: Path) -> None:
    """As what the other headings number; who took part is none."""
    made = paper(
        tmp_path,
        "滨河区政府常务会议纪要",
        "一、关于财政预算问题",
        "会议原则同意区财政局的意见。",
        "二、关于城乡统筹问题",
        "（一）同意区住建局的方案。",
        "（二）同意区水利局的方案。",
        "三、关于植树问题",
        "（一）同意安排意见。",
        "参加会议：王明，李红。",
    )
    assert [one[:2] for one in rows(made)] == [
        ("1-1", "会议原则同意区财政局的意见。"),
        ("2-1", "同意区住建局的方案。"),
        ("2-2", "同意区水利局的方案。"),
        ("3-1", "同意安排意见。"),
    ]
    assert unused(made) == ["参加会议：王明，李红。"]


def test_a_report_on_what_was_put_right_is_a_list(tmp_path: Path) -> None:
    """Each finding is an item, with what was done below it, though a chapter's name is long."""
    chapter = "关于“学习贯彻上级决策部署不够及时、推动改革发展的思路不够开阔、办法不够多”问题的整改"
    made = paper(
        tmp_path,
        "滨河区关于巡察整改情况的通报",
        f"一、{chapter}",
        "（一）学习不深。",
        "整改情况：开展学习3次。",
        "（二）档案不细。",
        "整改情况：复审档案。",
        "二、关于“管理不严”问题的整改",
        "（一）办法不全。",
        "整改情况：修订办法。",
    )
    assert [(one.text, one.more["整改情况"]) for one in made.draft.items] == [
        ("学习不深。", "开展学习3次"),
        ("档案不细。", "复审档案"),
        ("办法不全。", "修订办法"),
    ]
    assert next(one.title for one in made.draft.categories) == chapter


def test_a_few_numbers_may_be_left_out_before_a_number(tmp_path: Path) -> None:
    """9., and then 11.121工程: it is not the rest of 9., nor 11.121 of anything."""
    made = imported(
        text(
            tmp_path / "a.txt",
            "滨河区2024年重点任务清单\n8.修路。（区住建局牵头）\n9.植树。（区林业局牵头）\n11.121人才项目。（区人社局牵头）\n",
        )
    )
    assert [one[1] for one in rows(made)] == ["修路。", "植树。", "121人才项目。"]


def test_a_mark_behind_a_half_width_bracket_comes_back_as_it_was_read(tmp_path: Path) -> None:
    """公园(3个),5G基站: the bracket becomes full-width, and then the comma does."""
    made = imported(
        text(tmp_path / "a.txt", "滨河区2024年重点任务清单\n1.建公园(3个),5G基站。(区住建局牵头)\n")
    )
    assert [one[1] for one in rows(made)] == ["建公园（3个），5G基站。"]


@pytest.mark.parametrize(
    ("first", "second", "read"),
    [
        ("完成设计。", "(EPC)招标，随后开工。", "完成设计。（EPC）招标，随后开工。"),
        ("完成设计。", ",5G基站开工。", "完成设计。，5G基站开工。"),
        (
            "建公园(3个),,5G基站，",
            "路灯((A)二期)。",
            "建公园（3个），，5G基站，路灯（（A）二期）。",
        ),
    ],
)
def test_a_mark_beside_what_was_joined_is_read_as_the_file_will_be(
    tmp_path: Path, first: str, second: str, read: str
) -> None:
    """A line that goes on below another begins beside Chinese text, as it had not where it stood alone."""
    made = paper(tmp_path, TITLE, f"1.{first}", second, "责任单位：区住建局。", "2.修路。")
    assert rows(made)[0] == ("1-1", read, "", "区住建局", "")


def test_the_only_column_of_units_that_is_filled_is_that_of_the_items(tmp_path: Path) -> None:
    """配合单位 where every 责任单位： is left empty: a list has no further column of units without a first."""
    made = paper(
        tmp_path,
        TITLE,
        *("1.修路。", "责任单位：", "配合单位：区水利局。"),
        *("2.建桥。", "责任单位：", "配合单位：区教育局。"),
    )
    assert rows(made) == [
        ("1-1", "修路。", "", "区水利局", ""),
        ("1-2", "建桥。", "", "区教育局", ""),
    ]
    assert [one.heading for one in made.draft.columns if one.role == "responsible"] == ["配合单位"]
