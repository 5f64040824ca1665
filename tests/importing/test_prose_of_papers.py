"""Lists told in whole papers: notices with their annex, minutes, plans of schools, with broken lines and a foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from documents_made import doubts, errors, imported, rows, text, unused

from sulist.base.errors import FileError

if TYPE_CHECKING:
    from pathlib import Path

    from sulist.importers.importing import Imported


def paper(tmp_path: Path, *lines: str) -> Imported:
    """What is made of a text of these lines."""
    return imported(text(tmp_path / "a.txt", "\n".join(lines) + "\n"))


def test_numbers_of_three_levels_are_printed_serials(tmp_path: Path) -> None:
    """1.2.1 begins an item wherever it stands, and is no quantity."""
    made = paper(
        tmp_path,
        "2024年办学评估任务分解",
        "一、师资",
        "1.1.1教师数量（责任部门：人事处）",
        "1.2.1教师培训（责任部门：人事处、各学院）",
        "1.2.2师德建设（责任部门：教务处）",
        "二、条件",
        "2.1.1图书资料（责任部门：图书馆）",
    )
    assert [(one.id, one.printed_serial, one.text) for one in made.draft.items] == [
        ("1-1", "1.1.1", "教师数量"),
        ("1-2", "1.2.1", "教师培训"),
        ("1-3", "1.2.2", "师德建设"),
        ("2-1", "2.1.1", "图书资料"),
    ]
    assert (doubts(made), errors(made)) == ([], [])


def test_articles_are_numbers(tmp_path: Path) -> None:
    """第一条 begins an item."""
    made = paper(
        tmp_path,
        "2024年安全生产任务",
        "第一条 修订制度。（责任部门：安全部）",
        "第二条 开展演练。（责任部门：生产部）",
    )
    assert [(one.serial, one.text) for one in made.draft.items] == [
        (1, "修订制度。"),
        (2, "开展演练。"),
    ]


@pytest.mark.parametrize("at", range(8, 30))
def test_a_line_may_break_anywhere_in_a_closing(tmp_path: Path, at: int) -> None:
    """In a label too: what is open in a bracket goes on to its end."""
    item = "1.修建渠首泵站。（牵头科室：水利科；配合科室：财务科；完成时间：9月底前）"
    made = paper(
        tmp_path, "2024年任务分解", item[:at], item[at:], "2.改造管网。（牵头科室：建设科）"
    )
    first = made.draft.items[0]
    assert rows(made)[0] == ("1-1", "修建渠首泵站。", "水利科", "财务科", "9月底前")
    assert (first.more, len(made.draft.items)) == ({}, 2)


NOTICE = [
    "东湖区人民政府关于印发重点任务分工方案的通知",
    "各部门：",
    "现将《东湖区重点任务分工方案》印发给你们。",
    "一、提高认识。各单位主要负责同志要亲自抓。",
    "二、明确责任。列第一位的单位为牵头单位。",
    "三、加强督查。区督查室负责《方案》的督导调度。",
]


def test_the_points_of_a_covering_notice_are_no_tasks(tmp_path: Path) -> None:
    """Whatever they begin; its legend holds for the list, its number of chapters does not."""
    made = paper(
        tmp_path,
        *NOTICE,
        "2024年1月5日",
        "东湖区重点任务分工方案",
        "1.修建泵站。（责任单位：区水利局、区财政局）",
        "2.改造管网。（责任单位：区住建局、区财政局）",
    )
    assert [one[:2] for one in rows(made)] == [("1-1", "修建泵站。"), ("1-2", "改造管网。")]
    assert made.draft.lead_rule == "first"
    assert made.draft.front.title == "东湖区重点任务分工方案"
    assert set(unused(made)) >= {NOTICE[3], NOTICE[5]}
    assert (doubts(made), errors(made)) == ([], [])


def test_points_that_name_units_are_tasks(tmp_path: Path) -> None:
    """They are no covering notice, though a title follows them."""
    made = paper(
        tmp_path,
        "2024年任务分解",
        "一、修建泵站。（责任单位：区水利局）",
        "二、改造管网。（责任单位：区住建局）",
        "2024年民生实事项目",
        "一、新建学校。（责任单位：区教育局）",
    )
    assert rows(made)[0][1] == "修建泵站。"
    assert "新建学校。" in [one[1] for one in rows(made)]


MINUTES = [
    "区政府专题会议纪要",
    "2024年5月8日，区长召开会议，议定如下事项：",
    "一、由区住建局牵头，区财政局配合，6月底前完成方案编制。",
    "二、由区财政局负责落实资金。",
]
FOOT = ["出席：王伟、李强", "列席：张三", "抄送：区委办", "东湖区人民政府办公室2024年5月9日印发"]


def test_the_end_of_a_paper_is_no_part_of_its_last_item(tmp_path: Path) -> None:
    """Who was there, who gets a copy and who signs are not used."""
    made = paper(tmp_path, *MINUTES, *FOOT)
    assert rows(made) == [
        (
            "1-1",
            "由区住建局牵头，区财政局配合，6月底前完成方案编制。",
            "区住建局",
            "区财政局",
            "6月底前",
        ),
        ("1-2", "由区财政局负责落实资金。", "", "区财政局", ""),
    ]
    assert made.draft.front.title == "区政府专题会议纪要"
    assert set(unused(made)) >= set(FOOT)
    assert errors(made) == []


def test_a_text_above_labels_that_come_again_is_an_item(tmp_path: Path) -> None:
    """Also without a number; what stands above the first of them is a preface."""
    made = paper(
        tmp_path,
        "2024年重点工作责任分解",
        "一、产业升级",
        "坚持质量第一，构筑产业高地。",
        "壮大工业。改造厂房10家。",
        "责任领导：张明；牵头单位：市经信局；责任单位：市财政局",
        "发展农业。",
        "责任领导：李强；牵头单位：市农业局；责任单位：各镇",
        "二、城乡建设",
        "完善管网。",
        "责任领导：王芳；牵头单位：市住建局；责任单位：市水利局",
    )
    assert [one[:4] for one in rows(made)] == [
        ("1-1", "壮大工业。改造厂房10家。", "市经信局", "市财政局"),
        ("1-2", "发展农业。", "市农业局", "各镇"),
        ("2-1", "完善管网。", "市住建局", "市水利局"),
    ]
    assert made.draft.items[0].more == {"责任领导": "张明"}
    assert unused(made) == ["坚持质量第一，构筑产业高地。"]
    assert (doubts(made), errors(made)) == ([], [])


def test_a_title_and_its_text_above_labels_are_one_item(tmp_path: Path) -> None:
    """Where each item has two lines, the first one has two as well."""
    made = paper(
        tmp_path,
        "东湖区2024年民生实事",
        *("改造老旧小区", "改造小区10个。", "牵头单位：区住建局"),
        *("建设口袋公园", "新建公园8个。", "牵头单位：区园林局"),
    )
    assert [one[1:3] for one in rows(made)] == [
        ("改造老旧小区。改造小区10个。", "区住建局"),
        ("建设口袋公园。新建公园8个。", "区园林局"),
    ]
    assert made.draft.front.title == "东湖区2024年民生实事"


def test_a_second_text_with_labels_below_a_number_is_a_part(tmp_path: Path) -> None:
    """The next number is an item of its own still."""
    made = paper(
        tmp_path,
        "2024年重点工作分解",
        "1.抓好招商引资。",
        "引进项目20个。",
        "责任单位：县招商局",
        "开展驻点招商。",
        "责任单位：县商务局",
        "2.抓好消费。",
        "责任单位：县商务局",
    )
    found = [(one.part_of.id if one.part_of else "", one.text) for one in made.draft.items]
    assert found == [
        ("", "抓好招商引资。"),
        ("1-1", "引进项目20个。"),
        ("1-1", "开展驻点招商。"),
        ("", "抓好消费。"),
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "（牵头单位：县工信局；责任单位：县商务局）",
            "（牵头单位：县教育局；责任单位：县卫健委）",
        ),
        ("以上工作由县工信局牵头，县商务局负责。", "以上各项由县教育局牵头，县卫健委负责。"),
        ("（以上2项由县工信局牵头，县商务局负责）", "（以上任务由县教育局牵头，县卫健委负责）"),
    ],
)
def test_who_does_several_items_is_said_once_below_them(
    tmp_path: Path, first: str, second: str
) -> None:
    """The word for what stands above says so, or numbers that run on through the chapters."""
    made = paper(
        tmp_path,
        "2024年重点工作分工",
        *("一、经济发展", "1.新增企业10家。", "2.完成技改5项。", first),
        *("二、民生", "3.新建学校2所。", "4.改造医院1所。", second),
    )
    assert [one[:4] for one in rows(made)] == [
        ("1-1", "新增企业10家。", "县工信局", "县商务局"),
        ("1-2", "完成技改5项。", "县工信局", "县商务局"),
        ("2-1", "新建学校2所。", "县教育局", "县卫健委"),
        ("2-2", "改造医院1所。", "县教育局", "县卫健委"),
    ]
    once = "who does it is said once for 2 items"
    assert made.draft.items[0].notes == [once]
    asked = [] if "以上" in first else [("1-2", once), ("2-2", once)]
    assert (doubts(made), errors(made)) == (asked, [])


def test_a_list_that_names_nobody_is_a_list(tmp_path: Path) -> None:
    """One doubt says so; a date of its texts asks for no year."""
    made = paper(
        tmp_path,
        "专题会议纪要",
        "一、教育项目：",
        "1、附属小学：抓紧办理手续，年底前开工。",
        "2、职业中学：落实招标。",
        "二、住宅项目",
        "1、花园二期：12月8日前交付。",
    )
    assert [(one[0], one[1], one[4]) for one in rows(made)] == [
        ("1-1", "附属小学：抓紧办理手续，年底前开工。", ""),
        ("1-2", "职业中学：落实招标。", ""),
        ("2-1", "花园二期：12月8日前交付。", ""),
    ]
    assert (doubts(made), errors(made)) == ([("", "no item names a unit")], [])


def test_tasks_below_the_name_of_an_office_are_the_items(tmp_path: Path) -> None:
    """What stands in its bracket are its own parts, not who does one task."""
    made = paper(
        tmp_path,
        "开发区各部门2024年任务",
        *("（一）综合办公室（人事科、财务科）", "1.完成宣传稿件8篇。", "2.做好考勤。"),
        *("（二）建设管理局（安全监督局）", "1.完成厂房建设。"),
    )
    assert [one[:2] for one in rows(made)] == [
        ("1-1", "完成宣传稿件8篇。"),
        ("1-2", "做好考勤。"),
        ("2-1", "完成厂房建设。"),
    ]


@pytest.mark.parametrize(
    "title", ["关于值班的通知", "关于假期工作安排的通知", "重点工作管理办法", "2024年重点工作总结"]
)
def test_a_paper_that_is_no_list_stays_refused(tmp_path: Path, title: str) -> None:
    """Its numbered paragraphs are no tasks where no line above them calls it a list of such."""
    with pytest.raises(FileError, match="No list was found"):
        paper(tmp_path, title, "1.放假3天。", "2.注意安全。", "3.做好值班。")


def test_a_text_broken_at_one_width_is_read_in_paragraphs(tmp_path: Path) -> None:
    """Its first lines are indented; a text that is not broken has no such lines."""
    broken = [
        "东湖区2024年重点工作分工",
        "　　1.推进重大项目建设，完成固定资产投资以上，开工",
        "项目30个。牵头单位：区发改局。责任单位：区住建",
        "局、区财政局。完成时限：2024年12",
        "月底前。",
        "　　2.培育市场主体。牵头单位：区经信局。责任单位：",
        "区市监局。完成时限：2024年9月底前。",
        "　　3.办好教育。牵头单位：区教育局。",
    ]
    made = paper(tmp_path, *broken)
    assert [one[1:] for one in rows(made)] == [
        (
            "推进重大项目建设，完成固定资产投资以上，开工项目30个。",
            "区发改局",
            "区住建局、区财政局",
            "2024年12月底前",
        ),
        ("培育市场主体。", "区经信局", "区市监局", "2024年9月底前"),
        ("办好教育。", "区教育局", "", ""),
    ]


def test_whoever_leads_in_person_is_a_column(tmp_path: Path) -> None:
    """By a verb or a label, in a bracket or in the sentence; whom to call is nobody who does it."""
    made = paper(
        tmp_path,
        "2024年重点任务分解",
        "1.经济增长6%。（刘伟副市长牵头，市发改委负责）",
        "2.投资增长8%。（责任领导：张琳）",
        "3.完善办法，责任人：王丽，6月底前。",
    )
    assert [(one.text, one.responsible, one.deadline) for one in made.draft.items] == [
        ("经济增长6%。", "市发改委", ""),
        ("投资增长8%。", "", ""),
        ("完善办法", "", "6月底前"),
    ]
    assert [one.more for one in made.draft.items] == [
        {"牵头领导": "刘伟副市长"},
        {"责任领导": "张琳"},
        {"责任人": "王丽"},
    ]
    assert (doubts(made), errors(made)) == ([], [])


def test_a_line_of_duties_alone_stands_below_its_item(tmp_path: Path) -> None:
    """By verbs, with 由 before it or without; the line behind it is no part of the units."""
    made = paper(
        tmp_path,
        "2024年文化惠民工作任务",
        "一、送戏下乡100场",
        "由县文旅局牵头，各镇配合，10月底前完成。",
        "二、建设书屋20个",
        "县电影公司负责。",
        "三、放映电影10场。责任单位：县电影公司",
        "请认真落实。",
    )
    assert [one[1:] for one in rows(made)] == [
        ("送戏下乡100场", "县文旅局", "各镇", "10月底前完成"),
        ("建设书屋20个", "", "县电影公司", ""),
        ("放映电影10场。", "", "县电影公司", ""),
    ]
    assert unused(made) == ["请认真落实。"]


def test_a_sentence_in_a_chapter_without_tasks_is_none(tmp_path: Path) -> None:
    """Though it says who is to do it."""
    made = paper(
        tmp_path,
        "2024年提升行动方案",
        "一、工作任务",
        "（一）整治市容。（区城管局负责）",
        "（二）新建公园。（区园林局负责）",
        "二、实施步骤",
        "（一）动员阶段。召开会议。",
        "（二）整治阶段。各责任单位抓落实。",
    )
    assert [one[0] for one in rows(made)] == ["1-1", "1-2"]


def test_a_deadline_alone_behind_a_label_is_a_cell(tmp_path: Path) -> None:
    """Where the office whose tasks they are stands in the heading."""
    made = paper(
        tmp_path,
        "市直单位2024年重点任务",
        *("一、市发改委", "1.编制清单。完成时限：3月底"),
        *("二、市教育局", "1.新建学校。完成时限：8月底", "2.开展培训。完成时限：6月底"),
    )
    assert [(one[0], one[1], one[4]) for one in rows(made)] == [
        ("1-1", "编制清单。", "3月底"),
        ("2-1", "新建学校。", "8月底"),
        ("2-2", "开展培训。", "6月底"),
    ]


def test_two_labels_of_who_answers_are_two_columns(tmp_path: Path) -> None:
    """建设单位 beside 责任单位; where an item has but one of them, it is the item's own."""
    made = paper(
        tmp_path,
        "2024年重点项目建设计划",
        "1.修建管网。建设单位：县热力公司，责任单位：县住建局",
        "2.修建公园。建设单位：县城投公司，责任单位：县园林中心",
    )
    assert [(one.responsible, one.more) for one in made.draft.items] == [
        ("县住建局", {"建设单位": "县热力公司"}),
        ("县园林中心", {"建设单位": "县城投公司"}),
    ]
    assert (doubts(made), errors(made)) == ([], [])


def test_a_bracket_inside_a_sentence_names_units_and_stays(tmp_path: Path) -> None:
    """Where nothing else of the item does."""
    item = "推进标准化（区市监局牵头，区发改局配合），制定标准2项。"
    made = paper(tmp_path, "2024年工作要点", f"1.{item}", "2.修建公园。（区园林局负责）")
    assert rows(made) == [
        ("1-1", item, "区市监局", "区发改局", ""),
        ("1-2", "修建公园。", "", "区园林局", ""),
    ]


def test_times_and_marks_of_a_closing_by_verbs(tmp_path: Path) -> None:
    """A mark of units may stand behind a verb; a time that no date is may be the deadline."""
    made = paper(
        tmp_path,
        "2024年安全生产工作安排",
        "1.完善规程（生产部牵头、各车间落实，3月31日前完成）；",
        "2.整改销号（各车间落实，发现后10日内完成）。",
        "3.督导检查。（纪检组）",
    )
    assert [one[2:] for one in rows(made)] == [
        ("生产部", "各车间", "3月31日前完成"),
        ("", "各车间", "发现后10日内完成"),
        ("", "纪检组", ""),
    ]


def test_whom_to_call_at_the_end_is_no_column(tmp_path: Path) -> None:
    """Name and telephone below the last item."""
    made = paper(
        tmp_path,
        "2024年工作任务",
        *("1.办展览。", "责任科室：文艺科"),
        *("2.办比赛。", "责任科室：体育科", "联系人：王明，电话：0791-1234567"),
    )
    assert [one.more for one in made.draft.items] == [{}, {}]
    assert unused(made) == ["联系人：王明", "电话：0791-1234567"]


@pytest.mark.parametrize(
    ("unit", "time"),
    [
        ("责 任 单 位：{}", "完 成 时 限：{}"),
        ("——责任单位：{}", "——完成时限：{}"),
        ("▲责任单位：{}", "▲完成时限：{}"),
        ("（1）责任单位：{}", "（2）完成时限：{}"),
        ("【责任单位】{}", "【完成时限】{}"),
        ("责任单位 {}", "完成时限 {}"),
        ("责任处（科）室：{}", "完成时限：{}"),
    ],
)
def test_a_label_is_known_however_it_is_dressed(tmp_path: Path, unit: str, time: str) -> None:
    """With spaces in it, signs or a number before it, without a colon, with a bracket in it."""
    made = paper(
        tmp_path,
        "2024年重点任务清单",
        *("1.建设校园网", unit.format("信息中心"), time.format("2024年9月")),
        *("2.建设实训楼", unit.format("基建处"), time.format("2024年12月")),
    )
    assert [one[1:] for one in rows(made)] == [
        ("建设校园网", "", "信息中心", "2024年9月"),
        ("建设实训楼", "", "基建处", "2024年12月"),
    ]
    assert (doubts(made), errors(made)) == ([], [])


def test_a_label_of_units_and_persons_is_one_of_units(tmp_path: Path) -> None:
    """责任单位及责任人： is one column, kept as printed."""
    made = paper(
        tmp_path,
        "2024年安全任务分解",
        *("1.排查隐患。", "责任单位及责任人：县应急局"),
        *("2.检查消防。", "责任单位及责任人：消防大队"),
    )
    assert [one[3] for one in rows(made)] == ["县应急局", "消防大队"]
    assert [one.heading for one in made.draft.columns][-1] == "责任单位及责任人"


def test_a_single_step_is_a_step_as_others_are(tmp_path: Path) -> None:
    """Its labels are those of the whole, where those of other wholes stand below several steps."""
    made = paper(
        tmp_path,
        "2024年提升方案",
        "一、政务环境",
        *("（一）提升效率", "1.压减时限。", "2.容缺受理。", "牵头单位：市审批局"),
        *("（二）规范执法", "1.包容审慎监管。", "牵头单位：市司法局"),
    )
    assert [one[:3] for one in rows(made)] == [
        ("1-1", "提升效率。1.压减时限。2.容缺受理。", "市审批局"),
        ("1-2", "规范执法。1.包容审慎监管。", "市司法局"),
    ]


@pytest.mark.parametrize(
    ("title", "region"),
    [
        ("区委区政府2024年为民办实事任务", ""),
        ("2024年创建国家卫生县城任务", ""),
        ("质量强区2024年工作要点", ""),
        ("东湖区2024年质量强区任务", "东湖区"),
        ("2024年东湖区重点任务", "东湖区"),
        ("2024年紧密型县域医共体建设任务", ""),
        ("2024年城市社区治理任务", ""),
        ("2024年政府报告涉及我县任务", ""),
    ],
)
def test_what_begins_as_a_place_need_not_be_one(tmp_path: Path, title: str, region: str) -> None:
    """An office of no named place, or what is to be done."""
    made = paper(tmp_path, title, "1.修路。（区住建局负责）", "2.建桥。（区水利局负责）")
    assert made.draft.front.region == region


def test_sections_of_chapters_are_headings(tmp_path: Path) -> None:
    """第一节 below 第一章, which is no title of a list behind a notice."""
    made = paper(
        tmp_path,
        "2024年重点工作任务方案",
        *("第一章 项目建设", "第一节 工业项目", "1.建设电厂。责任单位：县发改局"),
        *("第二节 农业项目", "2.建设农田。责任单位：县农业局"),
        *("第二章 民生保障", "第一节 教育项目", "3.新建学校。责任单位：县教育局"),
    )
    assert made.draft.front.title == "2024年重点工作任务方案"
    told = [(one.id, one.printed_serial, one.text) for one in made.draft.items]
    assert told == [
        ("1-1", "第一节", "工业项目"),
        ("1-2", None, "建设电厂。"),
        ("1-3", "第二节", "农业项目"),
        ("1-4", None, "建设农田。"),
        ("2-1", "第一节", "教育项目"),
        ("2-2", None, "新建学校。"),
    ]


def test_an_office_in_a_bracket_as_those_of_other_items_do_is_a_unit(tmp_path: Path) -> None:
    """Though its name alone, 办公室, could be a thing."""
    made = paper(
        tmp_path,
        "2024年工作任务",
        "1.完成预算。（财务科，3月底）",
        "2.完成招录。（人事科，6月底）",
        "3.完成整理。（办公室，9月底）",
    )
    assert [one[3:] for one in rows(made)] == [
        ("财务科", "3月底"),
        ("人事科", "6月底"),
        ("办公室", "9月底"),
    ]


def test_a_number_behind_a_label_begins_an_item(tmp_path: Path) -> None:
    """序号：3 on a line of its own is the number of what follows, never a cell of the item before."""
    made = paper(
        tmp_path,
        "重点提案办理分工",
        *("提案号：12", "标题：关于修路的提案", "主办单位：县交通局"),
        *("提案号：15", "标题：关于供水的提案", "主办单位：县水利局"),
    )
    assert [(one.serial, one.text, one.lead) for one in made.draft.items] == [
        (12, "关于修路的提案", "县交通局"),
        (15, "关于供水的提案", "县水利局"),
    ]
    assert [one.more for one in made.draft.items] == [{}, {}]
    assert tuple(made.draft.columns[1]) == ("标题", "text")


def test_short_lines_with_a_colon_head_groups_of_items(tmp_path: Path) -> None:
    """Where each stands above a number, from the first on."""
    made = paper(
        tmp_path,
        "2024年学校重点工作分工",
        *("党建工作：", "1.落实制度。（党支部）", "2.组织活动。（党支部）"),
        *("教学工作：", "3.开展比武。（教务处）"),
    )
    assert [one.id for one in made.draft.items] == ["1-1", "1-2", "2-1"]
    assert [one.title for one in made.draft.categories] == ["党建工作", "教学工作"]


def test_a_sentence_that_asks_a_unit_stays_whole(tmp_path: Path) -> None:
    """What is to be done and until when stands in it too."""
    made = paper(
        tmp_path,
        "2024年督查事项",
        "1.关于农贸市场改造。请市商务局负责，确保年底前完成10家改造任务。",
        "2.关于供热投诉。由市城管局牵头，市住建局配合，查清原因。",
    )
    assert [one[1:4] for one in rows(made)] == [
        ("关于农贸市场改造。请市商务局负责，确保年底前完成10家改造任务。", "", "市商务局"),
        ("关于供热投诉。由市城管局牵头，市住建局配合，查清原因。", "市城管局", "市住建局"),
    ]


def test_a_title_need_not_end_as_one(tmp_path: Path) -> None:
    """Where it is the only line that may be it; a web page's word for its kind is no part of it."""
    alone = paper(tmp_path, "东湖区城市更新攻坚", "1.改造片区。责任单位：区住建局")
    assert alone.draft.front.title == "东湖区城市更新攻坚"
    kind = paper(tmp_path, "【督查通报】东湖区重点任务分解", "1.改造片区。责任单位：区住建局")
    assert (kind.draft.front.title, kind.draft.front.region) == ("东湖区重点任务分解", "东湖区")
    assert unused(kind) == ["【督查通报】"]


def test_a_bracket_for_each_cell(tmp_path: Path) -> None:
    """One behind the other, whoever the first of them names."""
    made = paper(
        tmp_path,
        "2024年重点任务分解",
        "1.落实负责制。【责任领导：王立】【责任部门：党政办】【完成时间：全年】",
        "2.城南水厂扩建（牵头领导：张伟；责任单位：县住建局）",
    )
    assert [(one.text, one.responsible, one.deadline) for one in made.draft.items] == [
        ("落实负责制。", "党政办", "全年"),
        ("城南水厂扩建", "县住建局", ""),
    ]
    assert [one.more for one in made.draft.items] == [{"责任领导": "王立"}, {"牵头领导": "张伟"}]
    assert (doubts(made), errors(made), unused(made)) == ([], [], [])
