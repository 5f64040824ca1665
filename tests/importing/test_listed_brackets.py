"""The bracket with which most items of a list close: a unit and a time, a name and a verb, a time alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from documents_made import doubts, errors, imported, rows, text

if TYPE_CHECKING:
    from pathlib import Path

    from sulist.importers.importing import Imported


def paper(tmp_path: Path, *lines: str) -> Imported:
    """What is made of a text of these lines."""
    return imported(text(tmp_path / "a.txt", "\n".join(lines) + "\n"))


PLAN = [
    "东湖商会2023年度工作计划",
    "一、服务",
    "1.走访会员。（秘书处，全年）",
    "2.举办沙龙4期。（会员部牵头，维权委员会配合，每季度）",
    "3.发展会员30名。（会员部、各副会长，12月底前）",
    "二、公益",
    "4.设立顾问团。（法律维权委员会，6月）",
    "5.组织考察。（经贸合作委员会；9月中旬）",
    "6.采购物资。（后勤、3月）",
]


def test_units_and_a_time_close_the_items_of_a_list(tmp_path: Path) -> None:
    """Without a verb or a label, whatever mark stands between them; a name that is no unit by its form is a doubt."""
    made = paper(tmp_path, *PLAN)
    assert [one[1:] for one in rows(made)] == [
        ("走访会员。", "", "秘书处", "全年"),
        ("举办沙龙4期。", "会员部", "维权委员会", "每季度"),
        ("发展会员30名。", "", "会员部、各副会长", "12月底前"),
        ("设立顾问团。", "", "法律维权委员会", "6月"),
        ("组织考察。", "", "经贸合作委员会", "9月中旬"),
        ("采购物资。", "", "后勤", "3月"),
    ]
    names = [made.draft.items[2].taken, made.draft.items[5].taken]
    assert names == [("各副会长",), ("后勤",)]
    assert [one.partition(" ")[0] for _id, one in doubts(made)] == ["各副会长", "后勤"]
    assert errors(made) == []


def test_names_taken_for_their_place_wait_on_the_roster(tmp_path: Path) -> None:
    """So that the list's file is read at once, and says of each that it has to be confirmed."""
    groups = dict(paper(tmp_path, *PLAN).draft.groups)
    assert groups["待核实"] == ("各副会长", "后勤")


def test_a_name_and_a_verb_close_the_items_of_a_list(tmp_path: Path) -> None:
    """各网格长负责 is a closing where its like are."""
    made = paper(
        tmp_path,
        "吕园社区2018年迎审工作安排",
        "1.召开动员会。（社区党委负责）",
        "2.签订责任书。（社区居委会、各网格长负责）",
        "3.清理楼道。（各网格长、物业公司负责，4月20日前完成）",
        "4.入户宣传。（各网格长具体负责）",
    )
    assert [one[1:] for one in rows(made)][1:] == [
        ("签订责任书。", "", "社区居委会、各网格长", ""),
        ("清理楼道。", "", "各网格长、物业公司", "4月20日前完成"),
        ("入户宣传。", "", "各网格长", ""),
    ]
    assert len(doubts(made)) == 1
    assert errors(made) == []


def test_posts_alone_are_a_cell_of_persons(tmp_path: Path) -> None:
    """Where no bracket of the list names a unit."""
    made = paper(
        tmp_path,
        "六（1）班2012年班务工作计划",
        "1.检查作业。（学习委员，2月）",
        "2.改选班干部。（班主任，3月）",
        "3.出黑板报。（宣传委员、班长，每月）",
    )
    assert [(one.more, one.deadline) for one in made.draft.items] == [
        ({"责任人": "学习委员"}, "2月"),
        ({"责任人": "班主任"}, "3月"),
        ({"责任人": "宣传委员、班长"}, "每月"),
    ]
    assert (doubts(made), errors(made)) == ([("", "责任人：学习委员")], [])


def test_where_labels_name_who_does_it_brackets_do_not(tmp_path: Path) -> None:
    """培训班（各支部书记，4月） tells whom it is for."""
    made = paper(
        tmp_path,
        "江口市2018年干部培训任务安排",
        *("1.党务培训班（各支部书记，4月）", "责任单位：市委组织部"),
        *("2.安全培训班（企业负责人，5月）", "责任单位：市安监局"),
    )
    assert [(one[1], one[3]) for one in rows(made)] == [
        ("党务培训班（各支部书记，4月）", "市委组织部"),
        ("安全培训班（企业负责人，5月）", "市安监局"),
    ]
    assert [one.more for one in made.draft.items] == [{}, {}]


def test_posts_with_a_verb_are_no_doubt(tmp_path: Path) -> None:
    """It says that they do it; posts alone may be whom something is for."""
    made = paper(
        tmp_path,
        "六（1）班2012年班务工作计划",
        "1.检查作业。（学习委员负责，2月）",
        "2.改选班干部。（班主任负责，3月）",
    )
    assert [one.more for one in made.draft.items] == [{"责任人": "学习委员"}, {"责任人": "班主任"}]
    assert doubts(made) == []


def test_a_time_alone_closes_the_items_of_a_list(tmp_path: Path) -> None:
    """A span of months too; who does it is then told nowhere."""
    made = paper(
        tmp_path,
        "柳河市经济普查工作任务时间表",
        "一、准备",
        "1.制定方案（7月底前）。",
        "2.选聘人员（8月—9月）。",
        "二、登记",
        "1.组织培训（11月—12月）。",
        "2.常年宣传（全年）。",
    )
    assert [(one[1], one[4]) for one in rows(made)] == [
        ("制定方案", "7月底前"),
        ("选聘人员", "8月—9月"),
        ("组织培训", "11月—12月"),
        ("常年宣传", "全年"),
    ]


@pytest.mark.parametrize(
    "brackets",
    [
        ("一期", "二期", "续建"),
        ("含改扩建，6月底前", "其中新建3所，9月底前", "共20公里，12月底前"),
        ("三楼会议室，3月5日", "学校操场，4月8日", "报告厅，5月6日"),
        ("2019—2021年", "2018—2020年", "2020年"),
        ("市级", "省级", "区级"),
        ("张店村", "李店村", "王店村"),
    ],
)
def test_what_names_nobody_stays_in_the_text(tmp_path: Path, brackets: tuple[str, ...]) -> None:
    """A remark, a part of the work, a place, how long something is built."""
    texts = [f"建设项目{at}（{one}）" for at, one in enumerate(brackets)]
    made = paper(
        tmp_path,
        "东湖区2020年重点工作任务清单",
        *(f"{at}.{one}" for at, one in enumerate(texts, 1)),
    )
    assert [(one.text, one.responsible, one.more) for one in made.draft.items] == [
        (one, "", {}) for one in texts
    ]


def test_units_and_posts_without_a_time_close_an_item_as_its_like_do(tmp_path: Path) -> None:
    """Where the others name units alone, or units and a time."""
    made = paper(
        tmp_path,
        "东湖小学2018年德育工作计划",
        "1.开学典礼。（德育处）",
        "2.祭扫烈士墓。（德育处、五年级组）",
        "3.召开家长会。（教导处、各班主任）",
    )
    assert [one[3] for one in rows(made)] == ["德育处", "德育处、五年级组", "教导处、各班主任"]
    made = paper(
        tmp_path,
        "平安镇2009年防火工作部署",
        "1.签订责任状。（林业站，3月5日前）",
        "2.组建队伍。（武装部，3月10日前）",
        "3.设卡检查。（派出所、林业站）",
    )
    assert rows(made)[2][1:4] == ("设卡检查。", "", "派出所、林业站")


def test_a_time_in_a_bracket_behind_units_is_the_deadline(tmp_path: Path) -> None:
    """Whatever label stands before them."""
    made = paper(
        tmp_path,
        "共青团东湖市委2022年工作任务",
        "1.开展学习。",
        "责任部门：宣传部（全年）",
        "2.打造阵地。",
        "责任部门：组织部、各县（区）团委（10月底前）",
    )
    assert [one[3:] for one in rows(made)] == [
        ("宣传部", "全年"),
        ("组织部、各县（区）团委", "10月底前"),
    ]
    assert errors(made) == []


def test_places_beside_units_leave_all_such_brackets_in_their_texts(tmp_path: Path) -> None:
    """科技馆 behind a day may be where it is held, as 市民广场 is."""
    texts = [
        "启动仪式（3月15日，市民广场）",
        "主场活动（9月16日，科技馆）",
        "讲座（12月5日，市图书馆）",
    ]
    made = paper(
        tmp_path,
        "江口市2019年科普工作安排",
        *(f"{at}.{one}" for at, one in enumerate(texts, 1)),
    )
    assert [(one[1], one[3]) for one in rows(made)] == [(one, "") for one in texts]


def test_persons_by_name_and_a_time_close_the_items_of_a_list(tmp_path: Path) -> None:
    """They are a cell of persons."""
    made = paper(
        tmp_path,
        "信息中心2016年工作任务分解",
        "1.升级设备。（张伟，3月底前）",
        "2.部署系统。（李强、王芳，6月底前）",
    )
    assert [(one.text, one.more, one.deadline) for one in made.draft.items] == [
        ("升级设备。", {"责任人": "张伟"}, "3月底前"),
        ("部署系统。", {"责任人": "李强、王芳"}, "6月底前"),
    ]


def test_units_without_a_label_stand_before_one(tmp_path: Path) -> None:
    """（区纪委，责任领导：张某） names both."""
    made = paper(
        tmp_path,
        "2017年主要任务分工的意见",
        "1.加强检查。（区纪委，责任领导：张某）",
        "2.落实责任。（区委办、区委组织部，责任领导：李某）",
    )
    assert [(one[1], one[3]) for one in rows(made)] == [
        ("加强检查。", "区纪委"),
        ("落实责任。", "区委办、区委组织部"),
    ]
    assert [one.more for one in made.draft.items] == [{"责任领导": "张某"}, {"责任领导": "李某"}]


def test_half_a_bracket_in_a_text_is_a_doubt(tmp_path: Path) -> None:
    """What stood before a label in it may be who does it."""
    made = paper(
        tmp_path,
        "2017年主要任务分工的意见",
        "1.加强检查。（视各方情况而定的人，责任领导：张某）",
        "2.落实责任。（区委办，责任领导：李某）",
    )
    assert ("1-1", "（视各方情况而定的人") in doubts(made)


def test_of_two_last_brackets_the_last_says_who_does_it(tmp_path: Path) -> None:
    """The one before it may tell where; but a time is the deadline."""
    made = paper(
        tmp_path,
        "江口市2018年教育工作任务分解",
        "1.推进均衡发展（平原县、河口县）。（督导室、基础教育科）",
        "2.新建幼儿园。（规划财务科）（9月底前）",
        "3.开展培训。（人事科，每月）",
    )
    assert [(one[1], one[3], one[4]) for one in rows(made)] == [
        ("推进均衡发展（平原县、河口县）。", "督导室、基础教育科", ""),
        ("新建幼儿园。", "规划财务科", "9月底前"),
        ("开展培训。", "人事科", "每月"),
    ]


def test_who_watches_the_work_is_no_part_of_who_does_it(tmp_path: Path) -> None:
    """督办人： in a bracket begins a cell of its own; 承诺人： is who does it."""
    made = paper(
        tmp_path,
        "兴华集团2021年重点工作清单",
        "1.压降应收账款。（责任人：财务总监；督办人：总经理；完成时限：每季度末）",
        "2.建厂房。（承诺人：工程部经理；完成时限：9月底）",
    )
    assert [one.more for one in made.draft.items] == [
        {"责任人": "财务总监", "督办人": "总经理"},
        {"承诺人": "工程部经理"},
    ]


def test_posts_behind_a_label_of_units_wait_on_the_roster(tmp_path: Path) -> None:
    """So that the list's file is read; a person by name there stays an error."""
    made = paper(
        tmp_path,
        "阳光社区2019年工作计划",
        "1.慰问困难党员。",
        "责任单位：社区党支部、各党小组长",
        "2.举办招聘会。",
        "责任单位：劳动保障协理员",
        "3.巡查河道。",
        "责任单位：王伟",
    )
    assert [one.taken for one in made.draft.items] == [("各党小组长",), ("劳动保障协理员",), ()]
    assert len(errors(made)) == 1


def test_committees_alone_close_an_item(tmp_path: Path) -> None:
    """Beside offices of a government or a society."""
    made = paper(
        tmp_path,
        "江口市商会2024年度工作要点",
        "1.举办讲座。（秘书处）",
        "2.编发信息。（信息部）",
        "3.组团参展。（国际合作委员会）",
    )
    assert [one[3] for one in rows(made)] == ["秘书处", "信息部", "国际合作委员会"]


def test_one_such_bracket_is_no_pattern(tmp_path: Path) -> None:
    """Among items that close otherwise it stays in the text."""
    made = paper(
        tmp_path,
        "东湖区2020年重点工作任务清单",
        "1.修路。责任单位：区交通局",
        "2.建校（教师，3月）。责任单位：区教育局",
        "3.植树。责任单位：区林业局",
    )
    assert rows(made)[1][1:4] == ("建校（教师，3月）。", "", "区教育局")


def test_a_bracket_below_an_item_closes_it(tmp_path: Path) -> None:
    """On a line of its own, as the others do."""
    made = paper(
        tmp_path,
        "东湖商会2023年度工作计划",
        "1.走访会员",
        "走访不少于60家。",
        "（秘书处，全年）",
        "2.发展会员",
        "发展30名。",
        "（各副会长，12月底前）",
        "3.组织考察",
        "赴长三角。",
        "（经贸合作委员会，9月）",
    )
    assert [one[1:] for one in rows(made)] == [
        ("走访会员。走访不少于60家。", "", "秘书处", "全年"),
        ("发展会员。发展30名。", "", "各副会长", "12月底前"),
        ("组织考察。赴长三角。", "", "经贸合作委员会", "9月"),
    ]
