"""Who does what in running words, as minutes, replies and plans say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from documents_made import doubts, errors, imported, rows, text, unused

from sulist.base.errors import FileError
from sulist.importers.understand.said_in_sentence import in_sentences

if TYPE_CHECKING:
    from pathlib import Path

    from sulist.importers.importing import Imported


def paper(tmp_path: Path, *lines: str) -> Imported:
    """What is made of a text of these lines."""
    return imported(text(tmp_path / "a.txt", "\n".join(lines) + "\n"))


SURE = """
由区教育局牵头，区财政局、各镇配合，9月底前完成 | lead 区教育局 | support 区财政局、各镇
治理河道行动由区水利局负责，6月底前见效 | responsible 区水利局
由区农业局牵头，各镇具体落实 | lead 区农业局 | responsible 各镇
由供水中心牵头、公用事业科配合 | lead 供水中心 | support 公用事业科
做好安保。由区公安局牵头制定方案，区消防大队、区卫健局配合 | lead 区公安局 | support 区消防大队、区卫健局
由区发改局会同区财政局等部门研究提出意见 | lead 区发改局 | responsible 区财政局等部门
由区教育局（区体育局）牵头，区财政局、各镇（街道）配合 | lead 区教育局（区体育局） | support 区财政局、各镇（街道）
由区财政局监督检查科负责 | responsible 区财政局监督检查科
由区住房和城乡建设局组织实施 | responsible 区住房和城乡建设局
"""


@pytest.mark.parametrize("row", SURE.strip().splitlines())
def test_by_whom_with_a_duty_is_certain(row: str) -> None:
    """由…牵头，…配合 and …由…负责 name who does the whole, wherever they stand."""
    written, *told = (one.strip() for one in row.split("|"))
    read = in_sentences(written)
    assert [f"{one.role} {one.text}" for one in read.pieces] == told
    assert (read.is_told, read.is_sure) == (True, True)


OPENS = """
区财政局：负责统筹资金 | responsible 区财政局
区民政局：牵头养老机构整治，12月底前完成 | lead 区民政局
区公安局负责校园周边巡逻，依法打击犯罪 | responsible 区公安局
各乡镇人民政府负责本辖区普查的组织实施；主要任务：4月10日前登记 | responsible 各乡镇人民政府
区市监局牵头，区卫健局配合，检查食品单位 | lead 区市监局 | support 区卫健局
"""


@pytest.mark.parametrize("row", OPENS.strip().splitlines())
def test_a_unit_with_its_duty_that_opens_an_item_does_it(row: str) -> None:
    """Where no other is named; whether the paragraph is an item is not said by that."""
    written, *told = (one.strip() for one in row.split("|"))
    read = in_sentences(written)
    assert [f"{one.role} {one.text}" for one in read.pieces] == told
    assert (read.is_told, read.is_sure) == (False, True)


ASKS = """
会议原则同意该意见，由区财政局修改完善后，于11月底前报区委 | responsible 区财政局
由区住建局、区城管局根据会议意见修改完善 | responsible 区住建局、区城管局
维稳工作由区信访局负责，补偿费由区财政局于12月20日前兑付 | responsible 区信访局 | responsible 区财政局
由区城管局、区农业局共同负责，各镇具体实施 | responsible 区城管局、区农业局 | responsible 各镇
由区财政局安排经费50万元 | responsible 区财政局
由我局会同市民政局研究 | lead 我局 | responsible 市民政局
区交通局负责路面，区林业局负责绿化，三项工作9月完成 | responsible 区交通局 | responsible 区林业局
确保按期建成。文旅公司要抓好质量 | responsible 文旅公司
会议要求，村镇建设科要建立台账 | responsible 村镇建设科
会议要求：区水利局、区应急局要加强巡查 | responsible 区水利局、区应急局
区财政局会同文旅集团研究提出方案 | lead 区财政局 | responsible 文旅集团
4月底前，区财政局要完成拨付 | responsible 区财政局
请学生处、后勤处于9月底前完成调整 | responsible 学生处、后勤处
责成区水利局查清原因 | responsible 区水利局
区教育局负责选址，区住建局抓紧建设 | responsible 区教育局
区财政局：会同区教育局拨付经费 | lead 区财政局 | responsible 区教育局
由区财政局督促区水利局落实 | responsible 区财政局
由区教育局牵头，区委编办协调编制 | lead 区教育局
逾期未完成的，由区政府督查室通报 | responsible 区政府督查室
我局将会同区人社局，年内招聘教师 | lead 我局 | responsible 区人社局
区文旅局要会同区公安局做好安保 | lead 区文旅局 | responsible 区公安局
由区教育局审核后报局党组 | responsible 区教育局
同意改造病区，后勤保障部负责实施 | responsible 后勤保障部
团委负责节目，音乐组负责排练 | responsible 团委 | responsible 音乐组
"""


@pytest.mark.parametrize("row", ASKS.strip().splitlines())
def test_other_words_of_who_does_it_are_read_and_ask(row: str) -> None:
    """What a unit is to do, or several of them each, need not be the whole; nor is all read that is left."""
    written, *told = (one.strip() for one in row.split("|"))
    read = in_sentences(written)
    assert [f"{one.role} {one.text}" for one in read.pieces] == told
    assert not read.is_sure


@pytest.mark.parametrize(
    "written",
    [
        "由区财政局安排的50万元经费已到位",
        "抓好由区水利局负责的河道清淤",
        "建立由区政府办牵头、各部门参与的联席会议制度",
        "将原由区农业局承担的职责划入区水利局",
        "由企业自行解决",
        "由张某、区教育局负责",
        "由区教育局主要负责同志带队",
        "由于区财政局要统筹",
        "本办法由区财政局负责解释",
        "区审计局要求整改",
        "区交通局负责人要亲自抓",
        "县公安局长负责此事",
        "县人民医院应急能力明显提升",
        "供水单位要保证水质",
        "市政府要求各区县要加快进度",
        "会议听取了防汛情况的汇报，区水利局负责组织了巡查",
        "会议听取了《由区发改局牵头的报告》",
        "会议指出，自2014年以来，各级各部门做了大量工作",
        "东山镇：新建道路3公里",
        "坚持由政府主导、社会参与",
        "由区政府督查室牵制",
        "由区住建局组织施工组进场",
    ],
)
def test_no_unit_is_taken_where_it_is_not_certain(written: str) -> None:
    """Whose money it is, who asked, a person, anybody, and what only looks like a duty."""
    assert in_sentences(written).pieces == ()


MINUTES = (
    "东湖区人民政府常务会议纪要",
    "2024年5月8日，区长主持召开会议，现纪要如下：",
)


def test_who_does_it_stands_in_the_sentences_of_minutes(tmp_path: Path) -> None:
    """The units come from them, with a doubt where it need not be the whole; the text stays as it is."""
    made = paper(
        tmp_path,
        *MINUTES,
        "一、关于供水工程。由区水利局牵头，各镇配合，6月底前完成12公里管网的改造。",
        "二、关于校车管理。由区教育局根据会议意见修改完善办法后印发。",
        "三、做好巡查。",
        "区应急局负责企业，区公安局负责道路，7月底前完成。",
        "四、关于资金缺口问题。原则上由企业自行解决。",
    )
    assert [one[1:4] for one in rows(made)] == [
        (
            "关于供水工程。由区水利局牵头，各镇配合，6月底前完成12公里管网的改造。",
            "区水利局",
            "各镇",
        ),
        ("关于校车管理。由区教育局根据会议意见修改完善办法后印发。", "", "区教育局"),
        ("做好巡查。区应急局负责企业，区公安局负责道路，7月底前完成。", "", "区应急局、区公安局"),
        ("关于资金缺口问题。原则上由企业自行解决。", "", ""),
    ]
    assert doubts(made) == [
        ("1-2", "区教育局, from the sentence"),
        ("1-3", "区应急局；区公安局, from the sentence"),
        ("1-4", "no unit is named"),
    ]
    assert errors(made) == []


def test_a_closing_or_a_label_counts_before_the_sentence(tmp_path: Path) -> None:
    """Whom the sentence names too is then no unit of the item."""
    made = paper(
        tmp_path,
        "2024年重点任务分解",
        "1.建立台账，由区统计局汇总。（区发改局牵头）",
        "2.改造市场，由区财政局安排资金。责任单位：区商务局",
    )
    assert [one[2:4] for one in rows(made)] == [("区发改局", ""), ("", "区商务局")]
    assert doubts(made) == []


def test_who_only_supports_keeps_the_verb_in_the_cell(tmp_path: Path) -> None:
    """Where the list has leads elsewhere, who does it and who supports stand in one cell, each with its duty."""
    made = paper(
        tmp_path,
        *MINUTES,
        "一、养殖整治。由县农业局牵头，县环保局配合，9月底前退养。",
        "二、围网清理。由县农业局负责，县公安局配合，5月底前拆除。",
    )
    assert [one[2:4] for one in rows(made)] == [
        ("县农业局", "县环保局"),
        ("", "由县农业局负责，县公安局配合"),
    ]


def test_a_task_before_the_duty_of_others_is_no_part_of_the_units(tmp_path: Path) -> None:
    """A牵头制定方案，B、C配合 below a heading, and X负责本镇的…组织实施；主要任务：…."""
    made = paper(
        tmp_path,
        *MINUTES,
        "一、做好安全保卫。",
        "由区公安局牵头制定方案，文旅公司、区卫健局配合，9月10日前报区政府审定。",
        "二、加快普查登记。",
        "各镇人民政府负责本镇普查的组织实施；主要任务：4月10日前完成登记。",
        "三、筹措资金。",
    )
    assert [one[1:] for one in rows(made)] == [
        (
            "做好安全保卫。由区公安局牵头制定方案，文旅公司、区卫健局配合，9月10日前报区政府审定。",
            "区公安局",
            "文旅公司、区卫健局",
            "9月10日前",
        ),
        (
            "加快普查登记。各镇人民政府负责本镇普查的组织实施；主要任务：4月10日前完成登记。",
            "",
            "各镇人民政府",
            "4月10日前",
        ),
        ("筹措资金。", "", "", ""),
    ]
    assert errors(made) == []
    assert unused(made) == [MINUTES[1]]


def test_what_is_to_be_done_behind_the_duties_is_no_unit(tmp_path: Path) -> None:
    """Though it ends as units do; nor is what stands before 由."""
    made = paper(
        tmp_path,
        *MINUTES,
        "一、区市监局牵头，区卫健局配合，检查学校周边食品经营单位。",
        "二、关于设备采购",
        "会议同意采购机床3台，由设备部牵头，财务部、法务部配合，4月15日前完成招标。",
    )
    assert [one[1:4] for one in rows(made)] == [
        ("区市监局牵头，区卫健局配合，检查学校周边食品经营单位。", "区市监局", "区卫健局"),
        (
            "关于设备采购。会议同意采购机床3台，由设备部牵头，财务部、法务部配合，4月15日前完成招标。",
            "设备部",
            "财务部、法务部",
        ),
    ]


def test_a_paragraph_below_a_heading_alone_is_an_item_of_minutes(tmp_path: Path) -> None:
    """Where others have numbers below, and it names a unit, or none there does and it names a day."""
    made = paper(
        tmp_path,
        *MINUTES,
        "一、关于预算执行问题",
        "会议听取了1—10月份执行情况的汇报。",
        "会议原则同意该意见，由区财政局修改完善后，于11月底前报批。",
        "二、关于城乡统筹问题",
        "（一）由区住建局牵头，各镇配合，年底前对社区进行验收。",
        "（二）会议同意调整领导小组，由区发改局负责。",
        "三、关于植树问题",
        "会议同意3月12日前召开动员会。",
    )
    assert [one[:4] for one in rows(made)] == [
        ("1-1", "会议原则同意该意见，由区财政局修改完善后，于11月底前报批。", "", "区财政局"),
        ("2-1", "由区住建局牵头，各镇配合，年底前对社区进行验收。", "区住建局", "各镇"),
        ("2-2", "会议同意调整领导小组，由区发改局负责。", "", "区发改局"),
        ("3-1", "会议同意3月12日前召开动员会。", "", ""),
    ]
    assert [one[4] for one in rows(made)] == ["11月底前", "年底前", "", "3月12日前"]
    assert unused(made) == [MINUTES[1], "会议听取了1—10月份执行情况的汇报。"]
    assert errors(made) == []


def test_minutes_without_any_number_have_items(tmp_path: Path) -> None:
    """Each paragraph that names who does something, also offices of a bureau; a doubt says so."""
    made = paper(
        tmp_path,
        "东湖区住房和城乡建设局局长办公会会议纪要",
        "2024年8月13日，局长主持召开局长办公会，现纪要如下：",
        "会议原则同意《扶持方案》。由建筑市场监管科负责，8月20日前按程序印发实施。",
        "会议听取了供暖情况的汇报。会议强调，由供热保障中心牵头、公用事业科配合，10月底前完成检修。",
        "会议研究了人事工作。",
        "会议要求，村镇建设科要建立台账，9月底前完成改造。",
        "办公室、法规科等科室负责人参加了相关议题的研究。",
        "本期发：局领导，局机关各科室。",
    )
    assert [one[2:] for one in rows(made)] == [
        ("", "建筑市场监管科", "8月20日前"),
        ("供热保障中心", "公用事业科", "10月底前"),
        ("", "村镇建设科", "9月底前"),
    ]
    assert doubts(made)[0] == ("", "3 paragraphs without numbers, read as items")
    assert unused(made)[1:] == [
        "会议研究了人事工作。",
        "办公室、法规科等科室负责人参加了相关议题的研究。",
        "本期发：局领导，局机关各科室。",
    ]
    assert errors(made) == []


def test_a_title_without_a_number_begins_the_paragraph_below_it(tmp_path: Path) -> None:
    """As it says what the paragraph is about."""
    made = paper(
        tmp_path,
        *MINUTES,
        "关于校车管理问题",
        "会议同意该办法，由区教育局修改后印发。",
        "关于供水工程有关事宜",
        "区水利局要倒排工期，6月底前通水。",
    )
    assert [one[1:] for one in rows(made)] == [
        ("关于校车管理问题。会议同意该办法，由区教育局修改后印发。", "", "区教育局", ""),
        (
            "关于供水工程有关事宜。区水利局要倒排工期，6月底前通水。",
            "",
            "区水利局",
            "6月底前",
        ),
    ]
    assert unused(made) == [MINUTES[1]]
    assert errors(made) == []


def test_a_paper_without_numbers_that_is_no_minutes_is_none(tmp_path: Path) -> None:
    """A report of a meeting, or a single paragraph."""
    for title in ("区委召开专题会议研究防汛工作", "东湖区人民政府专题会议纪要"):
        with pytest.raises(FileError):
            paper(tmp_path, title, "会议要求，区水利局要加强巡查。", "会议还研究了其他事项。")


@pytest.mark.parametrize(
    "last",
    [
        "参加会议的有：区财政局、区住建局、文旅公司等单位负责人。",
        "参加会议人员：王明、李红。",
        "出席会议的领导：王明。",
        "主题词：水利 会议 纪要",
        "区财政局、区住建局负责人列席会议。",
        "整理：李红",
        "发：各镇人民政府，区政府各部门",
    ],
)
def test_who_was_there_is_no_part_of_the_last_item(tmp_path: Path, last: str) -> None:
    """However it is said."""
    made = paper(
        tmp_path,
        *MINUTES,
        "一、拆除违章建筑。",
        "区城管局要逐一登记，9月12日前拆除。",
        "二、整治沿街。",
        "区住建局要逐一登记，9月20日前完成。",
        last,
    )
    assert rows(made)[1][1:4] == (
        "整治沿街。区住建局要逐一登记，9月20日前完成。",
        "",
        "区住建局",
    )
    assert unused(made)[-1] == last.replace(" ", "")


def test_units_over_their_tasks_do_them(tmp_path: Path) -> None:
    """On the line of a number, over numbers of their own, or above 负责…; each is a whole."""
    made = paper(
        tmp_path,
        "东湖区火灾防控工作职责分工",
        "一、区直部门",
        "（一）区应急局：",
        "1.统筹全区火灾防控。",
        "2.通报情况。",
        "（二）区民政局：牵头养老机构整治，12月底前完成。",
        "（三）区教育局：",
        "1.组织演练。",
    )
    assert [(one[0], one[1], one[2] or one[3]) for one in rows(made)] == [
        ("1-1", "区应急局：", "区应急局"),
        ("1-2", "统筹全区火灾防控。", ""),
        ("1-3", "通报情况。", ""),
        ("1-4", "区民政局：牵头养老机构整治，12月底前完成。", "区民政局"),
        ("1-5", "区教育局：", "区教育局"),
        ("1-6", "组织演练。", ""),
    ]
    assert [one.part_of and one.part_of.id for one in made.draft.items] == [
        *(None, "1-1", "1-1", None, None, "1-5")
    ]
    assert [one for _id, one in doubts(made)] == [
        f"{unit}, from the sentence" for unit in ("区应急局", "区教育局")
    ]
    lines = paper(
        tmp_path,
        "东湖区创建工作任务分工",
        *("1.区财政局", "负责保障经费。", "2.区城管局", "负责市容整治，6月底前完成。"),
        *("3.区卫健局", "主要任务：开展健康教育。"),
    )
    assert [(one[1], one[3]) for one in rows(lines)] == [
        ("区财政局。负责保障经费。", "区财政局"),
        ("区城管局。负责市容整治，6月底前完成。", "区城管局"),
        ("区卫健局", "区卫健局"),
    ]
    assert lines.draft.items[2].more == {"主要任务": "开展健康教育。"}
    assert (errors(made), errors(lines)) == ([], [])


def test_the_tasks_of_a_group_behind_its_units_are_text(tmp_path: Path) -> None:
    """主要任务： behind 成员单位： is no cell of units."""
    made = paper(
        tmp_path,
        "东湖区旅游节任务分工",
        "一、职责分工",
        "（一）协调组。由区文旅局牵头，区公安局参加。主要任务：统筹各组工作。",
        "（二）安保组。牵头单位：区公安局；成员单位：区应急局。主要任务：制定安保方案。",
    )
    assert [one[1:4] for one in rows(made)] == [
        ("协调组。由区文旅局牵头，区公安局参加。主要任务：统筹各组工作。", "区文旅局", "区公安局"),
        ("安保组。主要任务：制定安保方案。", "区公安局", "区应急局"),
    ]
    assert (doubts(made), errors(made)) == ([], [])


@pytest.mark.parametrize(
    "last",
    ["请于12月25日前将办理情况报区政府督查室。", "感谢您对我区工作的关心和支持！", "特此通知。"],
)
def test_what_is_said_to_all_readers_is_no_part_of_the_last_item(tmp_path: Path, last: str) -> None:
    """Neither its text nor its day; what asks one unit is."""
    made = paper(
        tmp_path,
        "区政府督查室督办通知",
        "一、关于停车难。区城管局要拿出方案。",
        "二、关于欠薪。区人社局要逐户核实。",
        last,
        "区政府督查室",
        "2024年12月1日",
    )
    assert rows(made)[1][1:] == ("关于欠薪。区人社局要逐户核实。", "", "区人社局", "")
    assert last in unused(made)
    asked = paper(
        tmp_path, *MINUTES, "一、欠薪。", "请区人社局于6月底前报结果。", "二、停车。", "三、绿化。"
    )
    assert rows(asked)[0][1:] == ("欠薪。请区人社局于6月底前报结果。", "", "区人社局", "6月底前")


def test_two_bodies_that_sign_are_no_part_of_the_last_item(tmp_path: Path) -> None:
    """Above the day, on one line."""
    made = paper(
        tmp_path,
        "2024年社区重点工作安排",
        "1.清理楼道。（物业公司负责）",
        "2.入户宣传。（社区居委会负责）",
        "东湖社区党委 东湖社区居委会",
        "2024年2月27日",
    )
    assert rows(made)[1][1] == "入户宣传。"
    assert "东湖社区党委东湖社区居委会" in unused(made)
