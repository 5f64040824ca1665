"""Lists told in paragraphs: who does what stands in a closing, behind labels or in a last sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from documents_made import categories, doubts, errors, imported, rows, text, unused

if TYPE_CHECKING:
    from pathlib import Path

    from sulist.importers.importing import Imported

TITLE = "东湖区2024年重点任务清单"


def prose(tmp_path: Path, *lines: str, title: str = TITLE) -> Imported:
    """What is made of a text of these lines."""
    return imported(text(tmp_path / "a.txt", "\n".join([title, *lines]) + "\n"))


@pytest.mark.parametrize(
    "numbers",
    [
        ("1﹒", "2﹒"),
        ("1。", "2。"),
        ("1．", "2．"),
        ("⑴", "⑵"),
        ("⒈", "⒉"),
        ("①", "②"),
        ("㈠", "㈡"),
        ("第1项 ", "第2项 "),
        ("第一项：", "第二项："),
        ("任务一：", "任务二："),
        ("1 ", "2 "),
        ("１、", "２、"),
        ("一是", "二是"),
    ],
)
def test_a_number_of_any_form_begins_an_item(tmp_path: Path, numbers: tuple[str, str]) -> None:
    """It is the item's number, and no part of its text."""
    made = prose(
        tmp_path,
        f"{numbers[0]}新建渠首泵站。（区水利局牵头）",
        f"{numbers[1]}改造东湖书院。（区文旅局牵头）",
    )
    assert [(one.serial, one.text, one.lead) for one in made.draft.items] == [
        (1, "新建渠首泵站。", "区水利局"),
        (2, "改造东湖书院。", "区文旅局"),
    ]
    assert (doubts(made), errors(made)) == ([], [])


def test_a_number_before_a_date_is_a_number(tmp_path: Path) -> None:
    """2．2024年6月底前 is the second item, 1.5万 a quantity."""
    made = prose(
        tmp_path,
        "1.修订章程。（区司法局负责）",
        "2.2024年6月底前完成清理。（区司法局负责）",
        "3.8月底前开展培训，",
        "1.5万人参加。（区人社局负责）",
    )
    assert [(one.serial, one.text, one.deadline) for one in made.draft.items] == [
        (1, "修订章程。", ""),
        (2, "2024年6月底前完成清理。", "2024年6月底前"),
        (3, "8月底前开展培训，1.5万人参加。", "8月底前"),
    ]


def test_numbers_of_two_levels_and_without_marks(tmp_path: Path) -> None:
    """1.1 counts below 1; a number on a line of its own belongs to the next line."""
    dotted = prose(
        tmp_path,
        "1 推进审批改革",
        "1.1 压减环节。牵头单位：区政务办",
        "1.2 精简材料。牵头单位：区政务办",
        "2 推进监管改革",
        "2.1 建立清单。牵头单位：区市监局",
    )
    told = [(one.printed_serial, one.text) for one in dotted.draft.items if one.lead]
    assert told == [("1.1", "压减环节。"), ("1.2", "精简材料。"), ("2.1", "建立清单。")]
    alone = prose(
        tmp_path,
        "1",
        "新建传染病区。",
        "牵头单位：区卫健委",
        "2",
        "改造管网。",
        "牵头单位：区水利局",
    )
    assert [one[1:3] for one in rows(alone)] == [
        ("新建传染病区。", "区卫健委"),
        ("改造管网。", "区水利局"),
    ]


def test_labels_below_an_item_are_columns(tmp_path: Path) -> None:
    """Each with its heading and its role; one of several lines, or of steps with numbers, is one cell."""
    made = prose(
        tmp_path,
        "1.建设数据平台。",
        "工作目标：归集数据10亿条，",
        "支撑应用50个。",
        "工作措施：",
        "（1）制定目录；",
        "（2）开展治理。",
        "分管领导：张明",
        "牵头责任部门：区数据局 责任人：李强",
        "协同责任单位：区直有关部门、",
        "各街道",
        "时间节点：10月底",
        "2.清理证明。",
        "工作目标：取消证明100项。",
        "分管领导：王芳",
        "牵头责任部门：区司法局 责任人：赵军",
        "协同责任单位：区数据局。",
        "时间节点：11月底",
    )
    assert rows(made) == [
        ("1-1", "建设数据平台。", "区数据局", "区直有关部门、各街道", "10月底"),
        ("1-2", "清理证明。", "区司法局", "区数据局", "11月底"),
    ]
    assert [one.more for one in made.draft.items] == [
        {
            "工作目标": "归集数据10亿条，支撑应用50个。",
            "工作措施": "（1）制定目录；（2）开展治理。",
            "分管领导": "张明",
            "责任人": "李强",
        },
        {"工作目标": "取消证明100项。", "分管领导": "王芳", "责任人": "赵军"},
    ]
    assert [tuple(one) for one in made.draft.columns] == [
        ("序号", "serial"),
        ("事项名称", "text"),
        ("牵头责任部门", "lead"),
        ("协同责任单位", "responsible"),
        ("时间节点", "deadline"),
        ("工作目标", "other"),
        ("工作措施", "other"),
        ("分管领导", "leader"),
        ("责任人", "person"),
    ]
    assert (doubts(made), unused(made), errors(made)) == ([], [], [])


def test_an_unknown_label_below_several_items_is_a_column(tmp_path: Path) -> None:
    """What stands once before a colon is not."""
    made = prose(
        tmp_path,
        "1.举办年会。",
        "牵头单位：区科协",
        "口径：线下",
        "2.举办讲座。",
        "牵头单位：区科协",
        "口径：线上",
        "3.举办展览。",
        "牵头单位：区科协",
        "另：场馆待定。",
    )
    assert [one.more for one in made.draft.items] == [{"口径": "线下"}, {"口径": "线上"}, {}]
    assert unused(made) == ["另：场馆待定。"]


def test_any_label_of_units_ends_a_cell(tmp_path: Path) -> None:
    """No mark has to stand before it; a time behind the units of a bracket is the deadline."""
    made = prose(
        tmp_path,
        "1.建设水厂。（牵头单位：区水利局协同责任单位：区财政局、区发改局，6月底完成）",
        "2.建设公园。[责任部门：区城管局]",
        "3.建设驿站。〔牵头单位：区总工会；协同责任单位：各街道；9月底前〕",
    )
    assert [one[2:] for one in rows(made)] == [
        ("区水利局", "", "6月底完成"),
        ("", "区城管局", ""),
        ("区总工会", "", "9月底前"),
    ]
    assert [one.more.get("协同责任单位") for one in made.draft.items] == [
        "区财政局、区发改局",
        None,
        "各街道",
    ]
    assert (doubts(made), errors(made)) == ([], [])


def test_who_answers_beside_who_supports_is_a_column_each(tmp_path: Path) -> None:
    """With no label of a lead, as in a table; told by verbs, who answers leads."""
    made = prose(
        tmp_path, "1.办学。", "责任科室：教务科", "配合科室：总务科", "2.养老。", "责任科室：民政科"
    )
    assert [one[2:4] for one in rows(made)] == [("", "教务科"), ("", "民政科")]
    assert [one.more for one in made.draft.items] == [{"配合科室": "总务科"}, {}]
    told = prose(tmp_path, "1.办学。（区教育局负责，区财政局配合）")
    assert rows(told)[0][2:4] == ("区教育局", "区财政局")


def test_duties_told_by_verbs_behind_a_label_a_dash_or_a_full_stop(tmp_path: Path) -> None:
    """部门分工：A牵头，B配合。 is no name of a unit."""
    made = prose(
        tmp_path,
        "1.财政收入增长5%。",
        "部门分工：区财政局牵头，区税务局、各街道配合。",
        "2.做好规划公开。——区发改局",
        "3.开展宣讲。区委宣传部牵头，各街道配合，6月底前完成。",
        "4.关于粮食安全的问题，由区发改局会同区财政局等部门研究提出意见。",
    )
    assert [one[2:] for one in rows(made)] == [
        ("区财政局", "区税务局、各街道", ""),
        ("", "区发改局", ""),
        ("区委宣传部", "各街道", "6月底前完成"),
        ("区发改局", "区财政局等部门", ""),
    ]
    assert made.draft.items[2].text == "开展宣讲。"
    assert made.draft.items[3].text.endswith("由区发改局会同区财政局等部门研究提出意见。")


def test_units_behind_by_are_named(tmp_path: Path) -> None:
    """由…牵头，会同…等单位负责落实, as whole papers close their items."""
    made = prose(
        tmp_path,
        "1.发放补贴。（由区财政局牵头，会同区民政局、区住建局等单位负责落实）",
        "2.改造危房。（由区农业局负责）",
    )
    assert [one[1:4] for one in rows(made)] == [
        ("发放补贴。", "区财政局", "会同区民政局、区住建局等单位"),
        ("改造危房。", "", "区农业局"),
    ]


def test_a_bracket_of_things_is_no_unit(tmp_path: Path) -> None:
    """Where the other items name who does it in another way."""
    made = prose(
        tmp_path,
        "1.修路。（区住建局牵头）",
        "2.建设平台2个（工程中心、重点实验室）。",
        "3.建桥。（区住建局、区水利局）",
    )
    assert [(one[1], one[3]) for one in rows(made)] == [
        ("修路。", ""),
        ("建设平台2个（工程中心、重点实验室）。", ""),
        ("建桥。", "区住建局、区水利局"),
    ]
    assert doubts(made) == [("1-2", "no unit is named")]


@pytest.mark.parametrize(
    "closing",
    [
        "（区住建局、区财政局负责，排在第一位的部门为牵头部门，下同）",
        "（区住建局、区财政局负责。列第一位者为牵头单位，下同）",
    ],
)
def test_an_item_that_carries_the_legend_is_not_lost(tmp_path: Path, closing: str) -> None:
    """The first unit of every item leads."""
    made = prose(tmp_path, f"1.修路。{closing}", "2.建桥。（区水利局、区财政局负责）")
    assert [one[1:4] for one in rows(made)] == [
        ("修路。", "", "区住建局、区财政局"),
        ("建桥。", "", "区水利局、区财政局"),
    ]
    assert made.draft.lead_rule == "first"
    assert (doubts(made), errors(made)) == ([], [])


def test_a_legend_beside_named_leads_is_not_used(tmp_path: Path) -> None:
    """A list's rule and a lead in a cell exclude each other."""
    made = prose(
        tmp_path,
        "1.修路。（区住建局、区财政局负责，排在首位的为牵头单位）",
        "2.建桥。（区水利局牵头）",
    )
    assert made.draft.lead_rule == ""
    assert unused(made) == ["排在首位的为牵头单位"]


def test_a_second_lead_below_one_item_is_a_doubt(tmp_path: Path) -> None:
    """A number may be missing between the two."""
    made = prose(
        tmp_path,
        "1.修路。",
        "牵头单位：区住建局",
        "牵头单位：区水利局",
        "2.建桥。",
        "牵头单位：区水利局",
    )
    assert doubts(made) == [("1-1", "2 lines 牵头单位 below one item")]


def test_steps_below_a_task_are_its_parts(tmp_path: Path) -> None:
    """Those that name units of their own, and those below a task that says in its line who does it."""
    made = prose(
        tmp_path,
        "一、深化改革",
        "（一）落实减税。（区财政局牵头）",
        "1.建立台账。（区税务局，4月底前）",
        "2.开展宣讲。（区税务局、区工商联，5月底前）",
        "（二）项目建设（责任单位：区发改局）",
        "1.开工产业园。",
        "2.建成厂房。",
    )
    parts = [(one.id, one.part_of.id if one.part_of else "", one.text) for one in made.draft.items]
    assert parts == [
        ("1-1", "", "落实减税。"),
        ("1-2", "1-1", "建立台账。"),
        ("1-3", "1-1", "开展宣讲。"),
        ("1-4", "", "项目建设"),
        ("1-5", "1-4", "开工产业园。"),
        ("1-6", "1-4", "建成厂房。"),
    ]
    assert (doubts(made), errors(made)) == ([], [])


def test_labels_below_the_last_step_are_those_of_the_whole(tmp_path: Path) -> None:
    """Where no step before it has its own."""
    made = prose(
        tmp_path,
        "1.整治内涝。",
        "（1）排查管网；",
        "（2）更换泵机。",
        "责任单位：区水利局",
        "2.修补道路。",
        "责任单位：区住建局",
    )
    assert [one[1:4:2] for one in rows(made)] == [
        ("整治内涝。（1）排查管网；（2）更换泵机。", "区水利局"),
        ("修补道路。", "区住建局"),
    ]


def test_an_item_without_units_among_others_is_asked_about(tmp_path: Path) -> None:
    """Also the first one, and those of another chapter."""
    made = prose(
        tmp_path, "一、项目", "1.修路。", "2.建桥。（区住建局牵头）", "二、民生", "1.办学。"
    )
    assert [one[0] for one in rows(made)] == ["1-1", "1-2", "2-1"]
    assert doubts(made) == [("1-1", "no unit is named"), ("2-1", "no unit is named")]


def test_a_title_above_its_text(tmp_path: Path) -> None:
    """1.强化监测, then the text, then who does it: one item."""
    made = prose(
        tmp_path,
        "一、巩固成果",
        "1.强化监测",
        "对重点户开展帮扶。（区农业农村局牵头，各镇负责，持续推进）",
        "2.发展产业",
        "建设产业园2个。",
        "责任单位：区农业农村局",
    )
    assert [one[1] for one in rows(made)] == [
        "强化监测。对重点户开展帮扶。",
        "发展产业。建设产业园2个。",
    ]
    assert (doubts(made), errors(made)) == ([], [])


def test_a_label_that_comes_again_begins_items_without_numbers(tmp_path: Path) -> None:
    """事项名称：… once for each; it is the heading of the texts. So does a bullet."""
    made = prose(
        tmp_path,
        *("事项名称：扩建泵站", "牵头单位：区水利局"),
        *("事项名称：新建场站", "牵头单位：区交通局"),
        "联系人：张三",
    )
    assert [one[1:3] for one in rows(made)] == [("扩建泵站", "区水利局"), ("新建场站", "区交通局")]
    assert unused(made) == ["联系人：张三"]
    bullets = prose(
        tmp_path, "● 扩建泵站", "牵头单位：区水利局", "● 新建场站", "牵头单位：区交通局"
    )
    assert rows(bullets) == rows(made)


def test_a_sentence_that_begins_with_a_colon_is_text(tmp_path: Path) -> None:
    """落实以下工作：一是… is no heading of a column."""
    made = prose(
        tmp_path,
        "1.落实以下工作：一是建台账；二是抓排查。责任单位：区应急局",
        "2.项目名称：修路。责任单位：区住建局",
    )
    assert [one[1] for one in rows(made)] == ["落实以下工作：一是建台账；二是抓排查。", "修路。"]


FROM_TEXT = {
    "从2024年1月1日起，提高标准。": ("", []),
    "自2024年3月1日起施行，有效期至2026年2月28日。": ("", []),
    "2024年1月1日至6月30日，可申请补贴。": ("", ["2024年1月1日至6月30日"]),
    "到2030年，建成一流园区。": ("", ["到2030年"]),
    "到2024年底，覆盖率达到90%。": ("到2024年底", []),
    "较2020年底前下降5%。": ("", []),
    "落实2023年3月底前印发的方案。": ("", []),
    "2025年3月底前建成。": ("2025年3月底前", []),
}


@pytest.mark.parametrize("told", FROM_TEXT)
def test_starts_validity_and_far_goals_are_no_deadlines(tmp_path: Path, told: str) -> None:
    """What may be one after all is a doubt."""
    made = prose(tmp_path, f"1.{told}（区人社局负责）")
    deadline, asked = FROM_TEXT[told]
    assert made.draft.items[0].deadline == deadline
    assert doubts(made) == [("1-1", one) for one in asked]


def test_a_chapter_without_tasks_leaves_the_next_its_number(tmp_path: Path) -> None:
    """一、总体要求 and 三、保障措施 are not used; the tasks are of 二."""
    made = prose(
        tmp_path,
        "一、总体要求",
        "坚持问题导向。",
        "二、重点任务",
        "（一）精简审批。（区政务办牵头）",
        "三、保障措施",
        "（一）加强领导。各单位要高度重视。",
    )
    assert categories(made) == [(2, "重点任务", None)]
    assert rows(made)[0][0] == "2-1"
    assert unused(made) == [
        "一、总体要求",
        "坚持问题导向。",
        "三、保障措施",
        "（一）加强领导。各单位要高度重视。",
    ]
    assert (doubts(made), errors(made)) == ([], [])


def test_plain_prose_in_gb18030(tmp_path: Path) -> None:
    """One line an item, as an office's text editor saves it."""
    file = tmp_path / "a.txt"
    lines = [
        TITLE,
        "1、推进迁建。责任科室：规财科，完成时限：12月底",
        "2、开展体检。责任科室：基卫科，完成时限：9月底",
    ]
    file.write_bytes("\r\n".join(lines).encode("gb18030"))
    assert [one[1:] for one in rows(imported(file))] == [
        ("推进迁建。", "", "规财科", "12月底"),
        ("开展体检。", "", "基卫科", "9月底"),
    ]


HEAD = [
    "首页 > 政务公开",
    "发布时间：2024-02-20 来源：区政府办 浏览次数：12",
    "【字体：大 中 小】 打印",
]
FOOT = [
    "上一篇：关于征求意见的公告",
    "关闭窗口",
    "主办单位：东湖区人民政府",
    "联系我们 网站地图",
    "版权所有：东湖区人民政府",
]


@pytest.mark.parametrize("label", ["责任单位", "主办单位"])
def test_the_head_and_foot_of_a_web_page_are_not_used(tmp_path: Path, label: str) -> None:
    """The foot's host is not that of the last item, though items may have one."""
    made = prose(
        tmp_path,
        TITLE,
        *("1.举办读书节。", f"{label}：区文旅局"),
        *("2.举办合唱节。", f"{label}：区文化馆"),
        *FOOT,
        title="\n".join(HEAD),
    )
    assert [one[2] or one[3] for one in rows(made)] == ["区文旅局", "区文化馆"]
    assert made.draft.front.title == TITLE
    assert set(unused(made)) >= {one.replace(" ", "") for one in FOOT}
    assert doubts(made) == []


def test_a_legend_in_the_bracket_of_a_cell_is_the_rule_of_the_list(tmp_path: Path) -> None:
    """And 时限要求 below it is a deadline, as 完成时限 is."""
    found = prose(
        tmp_path,
        "一、减少环节",
        "（一）合并办理窗口。",
        "责任单位：市政务局、市税务局（第一责任单位为牵头单位，下同）",
        "时限要求：2019年3月底前",
        "（二）公布办事指南。",
        "责任单位：市司法局",
        "时限要求：持续推进",
    )
    draft = found.draft
    assert draft.lead_rule == "first"
    assert [(one.responsible, one.deadline) for one in draft.items] == [
        ("市政务局、市税务局", "2019年3月底前"),
        ("市司法局", "持续推进"),
    ]
