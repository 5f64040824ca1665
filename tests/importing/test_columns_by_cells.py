"""What the cells of a column show, where its heading says something else or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from documents_made import categories, doubts, imported, rows, text, workbook

from sulist.base.errors import FileError

if TYPE_CHECKING:
    from pathlib import Path

    from sulist.importers.importing import Imported

TITLE = "滨河区2024年重点工作任务分解表"


def of_csv(tmp_path: Path, lines: str) -> Imported:
    """The list of a table given as lines of CSV below the title."""
    return imported(text(tmp_path / "a.csv", f"{TITLE}\n{lines}"))


def roles(made: Imported) -> dict[str, str]:
    """The role of each column."""
    return {one.heading: one.role for one in made.draft.columns}


@pytest.mark.parametrize("heading", ["主要目标", "暖心小事", "工作领域"])
def test_where_no_heading_says_what_to_do_the_cells_do(heading: str, tmp_path: Path) -> None:
    """With a doubt; a target, an unknown word or a field that is another one in each row."""
    made = of_csv(
        tmp_path,
        f"{heading},代号,牵头单位,协作单位\n扩建城东公园,甲,区城管局,区财政局\n"
        "老旧小区改造,乙,区住建局,各镇\n全民健身,丙,区文旅局,各镇\n",
    )
    assert [row[1] for row in rows(made)] == ["扩建城东公园", "老旧小区改造", "全民健身"]
    assert f"the column {heading}, read as what is to be done" in {
        read for _id, read in doubts(made)
    }


@pytest.mark.parametrize(
    "cells",
    [
        ("3条", "20%", "≥95"),
        ("区住建局", "区教育局", "区财政局"),
        ("2024年6月底前", "2024年9月", "12月底前"),
        ("按上级要求办理", "按上级要求办理", "按上级要求办理"),
    ],
    ids=["numbers", "units", "dates", "the same"],
)
def test_cells_that_name_nothing_make_no_items(cells: tuple[str, ...], tmp_path: Path) -> None:
    """Numbers, units, dates and words that are the same in each row do not say what is to be done."""
    with pytest.raises(FileError, match="none says what is to be done"):
        of_csv(
            tmp_path,
            "指向甲,指向乙,牵头单位,协作单位,完成时限\n"
            + "".join(f"{one},{one},区城管局,各镇,6月底前\n" for one in cells),
        )


def test_numbers_below_a_text_s_heading_are_the_serials(tmp_path: Path) -> None:
    """The heading 工作任务 reaches over the numbers, and 具体要求 holds what is to be done."""
    made = of_csv(
        tmp_path,
        "工作任务,具体要求,责任单位,时限\n1,公开预算和决算,区财政局,3月底前\n2,公布文件目录,区司法局,6月底前\n",
    )
    assert [row[1] for row in rows(made)] == ["公开预算和决算", "公布文件目录"]
    assert [one.serial for one in made.draft.items] == [1, 2]
    assert roles(made)["工作任务"] == "serial"


def test_work_below_a_heading_of_shares_is_no_unit(tmp_path: Path) -> None:
    """A merged 工作任务 is the category of the numbered 细化分工; units below it stay units."""
    for cells, is_work in (
        (("发布权威信息", "监测舆情", "修订目录"), True),
        (("区甲局", "区乙局", "区丙局"), False),
    ):
        made = imported(
            workbook(
                tmp_path / f"{is_work}.xlsx",
                [
                    [TITLE],
                    ["序号", "工作任务", "细化分工", "责任处室", "完成时限"],
                    [1, "做好发布", cells[0], "宣传处", "6月底前"],
                    [2, None, cells[1], "办公室", "9月底前"],
                    [3, "规范公开", cells[2], "法规处", "12月底前"],
                ],
                ["B3:B4"],
            )
        )
        assert (roles(made)["细化分工"] == "text") is is_work
        if is_work:
            assert categories(made) == [(1, "做好发布", None), (2, "规范公开", None)]
            assert [row[1:4] for row in rows(made)] == [
                ("发布权威信息", "", "宣传处"),
                ("监测舆情", "", "办公室"),
                ("修订目录", "", "法规处"),
            ]


def test_a_merged_task_over_requirements_with_running_numbers_is_a_category(tmp_path: Path) -> None:
    """A requirement is the text below it; the numbers that run on say that each is one of the list."""
    made = imported(
        workbook(
            tmp_path / "a.xlsx",
            [
                [TITLE],
                ["工作任务", "具体要求", "责任部门"],
                ["公开预算", "1.公开部门预算。", "财务科"],
                ["办好网站", "2.更新概况信息。", "办公室"],
                [None, "3.答复网民留言。", "信访科"],
            ],
            ["A4:A5"],
        )
    )
    assert categories(made) == [(1, "公开预算", None), (2, "办好网站", None)]
    assert [row[:2] for row in rows(made)] == [
        ("1-1", "1.公开部门预算。"),
        ("2-1", "2.更新概况信息。"),
        ("2-2", "3.答复网民留言。"),
    ]


def test_a_heading_that_is_a_sentence_keeps_its_number(tmp_path: Path) -> None:
    """一、做好公开。 merged over its rows is the category 一."""
    made = imported(
        workbook(
            tmp_path / "a.xlsx",
            [
                [TITLE],
                ["工作任务", "具体要求", "责任部门"],
                ["二、做好公开。", "公开部门预算", "财务科"],
                [None, "更新概况信息", "办公室"],
                ["三、办好网站。", "答复网民留言", "信访科"],
            ],
            ["A3:A4"],
        )
    )
    assert categories(made) == [(2, "做好公开。", None), (3, "办好网站。", None)]


@pytest.mark.parametrize(
    "words", [("消防", "用电", "消防"), ("消防", "用电", "交通")], ids=["again", "each another"]
)
def test_words_that_group_nothing_are_cells(words: tuple[str, ...], tmp_path: Path) -> None:
    """A column of categories whose words come again elsewhere, or are other ones in each row, is kept as cells."""
    made = of_csv(
        tmp_path,
        "序号,隐患类别,整改任务,责任单位\n"
        + "".join(f"{at},{word},整改{at}处,区甲局\n" for at, word in enumerate(words, 1)),
    )
    assert len(made.draft.categories) == 1
    assert [one.more["隐患类别"] for one in made.draft.items] == list(words)


@pytest.mark.parametrize(
    ("headings", "text_of"),
    [
        ("目标任务,工作措施", "目标任务"),
        ("工作措施,目标任务", "目标任务"),
        ("工作内容,目标任务", "工作内容"),
        ("考核指标,工作措施", "考核指标"),
        ("任务要求,工作部署", "任务要求"),
    ],
)
def test_of_several_texts_one_names_the_item(headings: str, text_of: str, tmp_path: Path) -> None:
    """What is to be done before what is to be reached, and that before how."""
    made = of_csv(tmp_path, f"序号,{headings},责任单位\n1,新增企业十家,上门帮扶,区甲局\n")
    assert [heading for heading, role in roles(made).items() if role == "text"] == [text_of]


def test_words_that_stand_together_are_categories(tmp_path: Path) -> None:
    """So they are without a merge."""
    made = of_csv(
        tmp_path,
        "序号,类别,任务,责任单位\n1,消防,改造,区甲局\n2,消防,演练,区甲局\n3,用电,检测,区乙局\n",
    )
    assert categories(made) == [(1, "消防", None), (2, "用电", None)]


@pytest.mark.parametrize("stage", ["一季度节点", "上半年工作进度安排", "3月份时间节点"])
def test_what_one_quarter_brings_is_no_deadline(stage: str, tmp_path: Path) -> None:
    """完成时限 behind it is."""
    made = of_csv(
        tmp_path,
        f"序号,重点任务,责任单位,{stage},完成时限\n1,修路,区住建局,完成招标,6月底前\n2,建桥,区水利局,复工,9月底前\n",
    )
    assert [
        (row[4], item.more) for row, item in zip(rows(made), made.draft.items, strict=True)
    ] == [
        ("6月底前", {stage: "完成招标"}),
        ("9月底前", {stage: "复工"}),
    ]


def test_the_name_of_where_a_danger_was_found_answers_for_nothing(tmp_path: Path) -> None:
    """Beside 事故隐患; its cells may be units that do the work, so a doubt asks."""
    made = of_csv(
        tmp_path,
        "序号,单位名称,主要事故隐患,整改期限,督办部门\n1,滨河造船公司,起重机超期未检,9月底前,区应急局\n"
        "2,滨河石料公司,边坡过陡,10月底前,区应急局\n",
    )
    assert roles(made)["单位名称"] == "other"
    assert [row[3] for row in rows(made)] == ["", ""]
    assert "the column 单位名称, kept as it is" in {read for _id, read in doubts(made)}
    tasks = of_csv(tmp_path, "序号,单位名称,重点任务,完成时限\n1,区住建局,修路,9月底前\n")
    assert [row[3] for row in rows(tasks)] == ["区住建局"]
