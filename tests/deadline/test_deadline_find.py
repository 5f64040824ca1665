"""Deadlines inside running text: what is one, what only looks like one, and where it stands."""

from __future__ import annotations

from datetime import date

import pytest
from deadline_specification import ISSUED, YEAR, written

from sulist.deadline import find, parse

FOUND = [
    ("各地要于2021年底前完成清理整改。", ["2021年底前 = 2021-12-31"]),
    ("落实情况年底前报国务院", ["年底前 = 2021-12-31"]),
    (
        "2022年6月底前制定政策，12月底前实现",
        ["2022年6月底前 = 2022-06-30", "12月底前 = 2022-12-31"],
    ),
    ("2022年6月底前制定。12月底前实现。", ["2022年6月底前 = 2022-06-30", "12月底前 = 2021-12-31"]),
    ("到2025年，全市站点达到100个", ["到2025年 = 2025-12-31"]),
    ("力争2024年建成", ["2024年建成 = 2024-12-31"]),
    ("请在7日之内以书面形式答复", ["7日之内 = 2021-04-19"]),
    ("请在10日内审查完毕", ["10日内 = 2021-04-22"]),
    ("6月底前机构调整到位", ["6月底前 = 2021-06-30"]),
    ("该方案将于2021年5月起实施", ["2021年5月起 = from 2021-05-01"]),
    (
        "分别于4月25日、6月25日和11月25日前报送",
        ["4月25日、6月25日和11月25日前 = 2021-04-25 + 2021-06-25 + 2021-11-25"],
    ),
    ("每月集中开展一次", ["每月 = every month: last"]),
    (
        "2020年起，每年2月底前各省完成考核，3月底前国家完成分析",
        [
            "每年2月底前 = every year: 2/last from 2020-01-01",
            "3月底前 = every year: 3/last from 2020-01-01",
        ],
    ),
    (
        "2004年底前投运的电厂，应在2022年底前安装设施",
        ["2022年底前 = 2022-12-31"],
    ),
    ("第四季度(每项5分)", ["第四季度 = 2021-10-01..2021-12-31"]),
    ("8月以后", ["8月以后 = from 2021-09-01 or 2021-08-01"]),
    ("开工日期：2021年5月10日", ["开工日期：2021年5月10日 = from 2021-05-10"]),
    (
        "启动时间为6月，于10月底前完成",
        ["启动时间为6月 = from 2021-06-01", "10月底前 = 2021-10-31"],
    ),
    ("5月起实施，3个月内完成", ["5月起 = from 2021-05-01"]),
    (
        "每月调度一次，6月底前完成。",
        ["每月 = every month: last", "6月底前 = 2021-06-30"],
    ),
    ("最迟不得晚于10月15日。", ["10月15日 = 2021-10-15"]),
    (
        "8月31日前完成自查，并于9月6日上报总结。",
        ["8月31日前 = 2021-08-31", "9月6日 = 2021-09-06"],
    ),
    (
        "2022年下半年至2023年，再改造一批农贸市场。",
        ["2022年下半年至2023年 = 2022-07-01..2023-12-31"],
    ),
    ("今年起至2024年，每年新建公厕20座。", ["今年起至2024年 = 2021-01-01..2024-12-31"]),
    (
        "今年安排资金已到位的12个水利项目，也要确保在10月底前开工。",
        ["10月底前 = 2021-10-31"],
    ),
    ("报名时间截至4月30日。", ["截至4月30日 = 2021-04-30"]),
    ("（一）动员部署阶段（5月）。", ["5月 = 2021-05-01..2021-05-31"]),
    (
        "上半年召开推进会，下半年组织督查。",
        ["上半年 = 2021-01-01..2021-06-30", "下半年 = 2021-07-01..2021-12-31"],
    ),
    ("自印发之日起，3个月内完成。", ["自印发之日起，3个月内 = 2021-07-12"]),
    (
        "（市政府办牵头）2．2022年6月底前建立机制，12月底前实现。",
        ["2022年6月底前 = 2022-06-30", "12月底前 = 2022-12-31"],
    ),
    (
        "2023年6月底前出台，明年3月底前评估。",  # 明年 is the list's next year
        ["2023年6月底前 = 2023-06-30", "明年3月底前 = 2022-03-31"],
    ),
    ("11月底前完成。次年1月底前总结。", ["11月底前 = 2021-11-30", "次年1月底前 = 2022-01-31"]),
    ("自2022年3月起，每月5日前报送。", ["每月5日前 = every month: 5 from 2022-03-01"]),
    ("每年第一季度完成考核。", ["每年第一季度完成 = every year: 3/last"]),
    (
        "2022年结转的项目，务必于上半年全部完工。",
        ["上半年全部完工 = 2021-06-30"],
    ),
    (
        "7月1日至8月31日施工，8月25日前完工",
        ["7月1日至8月31日 = 2021-07-01..2021-08-31", "8月25日前 = 2021-08-25"],
    ),
    (
        "11月底前竣工，8月底前完成主体工程。",
        ["11月底前 = 2021-11-30", "8月底前 = 2021-08-31 or 2022-08-31"],
    ),
    (
        "自10月1日起执行，9月20日前完成升级。",
        ["自10月1日起 = from 2021-10-01", "9月20日前 = 2021-09-20 or 2022-09-20"],
    ),
    (
        "12月底前启动，3月起实施。",
        ["12月底前 = 2021-12-31", "3月起 = from 2021-03-01 or 2022-03-01"],
    ),
    (
        "12月底前完成，7月底前过半，9月底前过七成。",  # what follows such a date is in doubt too
        [
            "12月底前 = 2021-12-31",
            "7月底前 = 2021-07-31 or 2022-07-31",
            "9月底前 = 2021-09-30 or 2022-09-30",
        ],
    ),
    (
        "年底前全部完成，其中7月底前完成一半。",
        ["年底前 = 2021-12-31", "7月底前 = 2021-07-31"],
    ),
    (
        "8月10日前启动，次月20日前完成。",
        ["8月10日前 = 2021-08-10", "次月20日前 = 2021-09-20"],
    ),
    (
        "8月10日前启动，下月20日前完成。",
        ["8月10日前 = 2021-08-10", "下月20日前 = 2021-05-20 or 2021-09-20"],
    ),
    ("6月底前（2023年）验收。", ["6月底前（2023年） = 2023-06-30"]),
    ("（2022年）12月底前完成。", ["12月底前 = 2022-12-31"]),
    ("10月底前完工（2022年）。", ["10月底前完工（2022年） = 2022-10-31"]),
    ("2022年1月底前（原为2021年11月底前）完成。", ["2022年1月底前 = 2022-01-31"]),
    ("完成时间由6月底调整至9月底。", ["至9月底 = 2021-09-30"]),
    (
        "原定6月底前完工的项目因汛情影响，现调整为10月底前完工。",
        ["10月底前 = 2021-10-31"],
    ),
    ("6月底前（已延至9月底前）。", ["至9月底前 = 2021-09-30"]),
    ("上半年已改造12个，下半年计划再完成8个。", ["下半年计划再完成 = 2021-12-31"]),
    ("到年底，新增就业4300人以上。", ["到年底 = 2021-12-31"]),
    ("到2025年，累计建成充电桩1万个。", ["到2025年 = 2025-12-31"]),
    ("6月底前对已拆除的地块进行平整。", ["6月底前 = 2021-06-30"]),
    ("雨污分离6月底前完成。", ["6月底前 = 2021-06-30"]),
    ("三個月內完成整改，6月底前驗收。", ["三個月內 = 2021-07-12", "6月底前 = 2021-06-30"]),
    ("例如湖南省要求8月31日前完成。", ["8月31日前 = 2021-08-31"]),
    ("8月31日前报送，逾期视为放弃。", ["8月31日前 = 2021-08-31"]),
    (
        "2022年，建成10个；2023年，建成20个。",
        ["2022年 = 2022-01-01..2022-12-31", "2023年 = 2023-01-01..2023-12-31"],
    ),
    (
        "2021年，建成10个；2022年，建成20个。",
        ["2021年 = 2021-01-01..2021-12-31", "2022年 = 2022-01-01..2022-12-31"],
    ),
    (
        "5月，完成设计；6月，开工建设。",
        ["5月 = 2021-05-01..2021-05-31", "6月 = 2021-06-01..2021-06-30"],
    ),
    (
        "8月底前完成自查，9月组织验收。",
        ["8月底前 = 2021-08-31", "9月 = 2021-09-01..2021-09-30"],
    ),
    ("粮食产量2023年达到60万吨。", ["2023年达到 = 2023-12-31"]),
    ("二号机组将于今年6月正式投产。", ["今年6月正式投产 = 2021-06-30"]),
    ("工程力争明年上半年施工到三层。", ["明年上半年 = 2022-01-01..2022-06-30"]),
    (
        "公示时间：5月12日至5月18日，共7天。",
        ["5月12日至5月18日 = 2021-05-12..2021-05-18"],
    ),
    ("从5月起，进展情况于当月13日前报送。", ["从5月起 = from 2021-05-01"]),  # of each month
    (
        "各校4月20日前完成报名，5月下旬举行决赛。",
        ["4月20日前 = 2021-04-20", "5月下旬 = 2021-05-21..2021-05-31"],
    ),
    ("上述任务要求2021年6月完成。", ["2021年6月完成 = 2021-06-30"]),
    ("桥梁5月20日前合龙，可确保7月1日通车。", ["5月20日前 = 2021-05-20", "7月1日 = 2021-07-01"]),
    (
        "按照“6月前摸底、7月整治、8月底验收”的步骤推进。",
        [
            "6月前 = 2021-05-31 or 2021-06-30",
            "7月 = 2021-07-01..2021-07-31",
            "8月底 = 2021-08-31",
        ],
    ),
    ("校舍抓紧维修，确保8月30日如期开学。", ["8月30日 = 2021-08-30"]),
    ("台账清理的时间节点是5月20日。", ["5月20日 = 2021-05-20"]),
    (
        "2021年5月启动摸底，年底前完成整改。",
        ["2021年5月 = 2021-05-01..2021-05-31", "年底前 = 2021-12-31"],
    ),
    ("本学期教案请于6月18日前上交。", ["6月18日前 = 2021-06-18"]),
    ("报名于9月15日截止。", ["9月15日截止 = 2021-09-15"]),
    ("请于本周五（4月16日）17:00前报送。", ["本周五（4月16日）17:00前 = 2021-04-16"]),
    ("请于4月20日（下周二）前报送。", ["4月20日（下周二）前 = 2021-04-20"]),
]
NOT_FOUND = {
    "1—8月，全市共实现收入12亿元": "a report",
    "2021年研究生考试数学试题解析": "an examination",
    "2021年5月研究院实习": "an institute",
    "2021年3月设计师数据统计": "who designs",
    "当年建设用地纳入年度计划": "land",
    "检查组于2020年10月至11月开展检查，并于2021年3月完成反馈。": "goes on with a report",
    "各部门将拟于下个月提请常务会议审议的议题报送办公室。": "tells which matters",
    "2020年，全市完成投资100亿元，同比增长5%。": "tells of what was done",
    "国务院2021年6月30日印发的《通知》": "tells when it was printed",
    "截至2020年底，全市已建成50个站点。": "a report",
    "自2018年以来，我区累计投入3亿元。": "a report",
    "《赣州市“十四五”规划（2021-2025年）》": "a title",
    "国发〔2021〕3号": "a document's number",
    "2021年1月1日前取得许可证的企业": "tells which",
    "比2022年底前提高5%": "a comparison",
    "将审查周期压缩至4个月以内": "how long it may take",
    "在会后5个工作日内反馈": "an event that has no date",
    "在大汛前完成任务的80%": "likewise",
    "一季度、上半年和全年工作落实情况": "what a report is about",
    "项目年底考核；唯一日期；十月怀胎；几年前；去年底": "words that hold a date's characters",
    "每年安排专项资金": "a recurrence, but no duty on a day",
    "8月32日前": "no such day",
    "接到通知后，5日内反馈": "counts from the event in the clause before",
    "接报后2小时内到场，24小时内续报": "likewise, though the second says none",
    "1-6月，全市工业增加值同比增长8.1%。": "what was done in a range",
    "2020年4月12日至5月12日，督察组开展了督察": "a range of the past",
    "2020年底，市局出台了办法": "an end of the past",
    "3月底，市局出台了办法": "past when the list was issued",
    "年初建账、逐月查账、年底交账": "every year's beginning and end",
    "年底对各单位进行考核": "every year's end",
    "将2020年底前批复的项目全部纳入清单": "tells which",
    "对2020年12月31日前已完工但未验收的项目": "likewise",
    "2020年底前纳入计划的老旧小区": "likewise, of a past day",
    "9月8日召开的会议": "which meeting",
    "请抓好落实。2021年4月12日": "the day below a letter",
    "（此件公开发布）2021年4月12日印发": "when it was printed",
    "2021年4月12日（此件公开发布）": "likewise",
    "每年6月为安全生产月": "a month with a name",
    "每年5月第二周": "no day",
    "每月第一周召开调度会": "likewise",
    "每季度末（3月、6月）25日前报送": "the 25th or the last day",
    "每月26日至次月25日": "which days something covers",
    "每人每年1次": "a quantity a head",
    "不再每月监测": "no longer",
    "每个考核期次年5月底前": "the year after each of many",
    "情况说明年底前报送": "说明 | 年底, or 明年底",
    "做到一季度早谋划": "做到 is a verb, and 到 no word of time",
    "2023年中任一年": "中 is among, not the middle",
    "平安银行2026年中报净利润为256.96亿元": "a report of half a year, and 中 no middle",
    "一致同意以明年中印尼建立全面战略伙伴关系10周年为契机": "a land that begins with 中",
    "今年内地扩招300人": "内地 is a place",
    "现将1至7月项目进度通报如下。": "a report that follows",
    "今年1—4月，全县累计实现保费收入5亿元。": "a report: 累计 before 实现",
    "今年终于回家过年了": "终于 is at last",
    "2023年前端技术盘点与展望": "前端 is a trade",
    "八月初五是几号": "a day by the moon",
    "“双十一”前": "no festival of the calendar",
    "V1.6月": "the rest of a number",
    "去年底前": "last year",
    "4月、6月20日前": "which day of April?",
    "《办法》（2021年）": "the year of a title",
    "三、加强领导。": "no date",
    "至6月底，已开工42个。": "a report",
    "到9月底，累计发放补贴320万元。": "likewise",
    "5月至7月共排查隐患126处，已整改118处。": "likewise",
    "到10月底，新增就业4300人，完成目标任务的95%。": "likewise",
    "6月至8月，资金到位4978万元，预算执行进度47.06%。": "likewise",
    "6月至8月，完成全年任务的有46项。": "likewise",
    "8月底前已完成主体工程。": "what was done by then",
    "直到9月15日，才恢复施工。": "what happened then",
    "6月1日至6月3日，第三次会议在本市召开。": "likewise",
    "截止至6月底，改厕工作已全面完工。": "a report",
    "2月23日（正月初八），项目全面复工。": "past when the list was issued",
    "现距年底仅剩两个月。": "how far off it is",
    "年底将至，要加快扫尾。": "likewise",
    "时至年底，仍有3个项目未开工。": "likewise",
    "年底逐一对账。": "every year's end",
    "情节严重的，3年内禁止参加采购。": "a sanction, which counts in each case",
    "主管部门应当在15日内答复。": "a procedure, likewise",
    "2个工作日内无法决定的，可以延长5个工作日。": "likewise",
    "6月1日至3日，市领导出席开幕式。": "tells what was done then",
    "2021年5月13日在全市工作会议上": "where a speech was held",
    "现在是6月底，再过3个月完工。": "the calendar",
    "2021年初完成收购，标志着进入新行业。": "a report",
    "项目组建后一个月内就实现投产。": "likewise",
    "年末失业率从上半年5.5%降到5.3%。": "likewise",
    "到2020年，森林覆盖率提高到35%。": "likewise: the list is of 2021",
    "2018年以前，由县里审批。": "likewise",
    "后续项目提前至一季度开工。": "past when the list was issued",
    "本办法有效期至2022年12月31日。": "how long a rule holds",
    "执行期限为2021年1月1日至2023年12月31日。": "likewise",
    "考核时间为上一年度1月至12月。": "the year before",
    "各单位在年中和年末报告执行情况。": "every year's",
    "5月，在党校举办培训班。": "told or planned, nobody can say",
    "2021年，完成改造300户。": "likewise",
    "第二次会议于6月20日至21日在本市召开。": "an event",
    "自2月底全面开工以来，进展顺利。": "since when",
    "今年年初，市里出台了办法。": "past: a list is issued later",
    "5月26日公布的名单": "which list",
    "6月5日，按方案开展检查。": "told or planned, nobody can say",
    "2020年，重点工程开局良好，全年完成投资17亿元。": "told of last year, it may be",
    "报考人员须为2003年8月31日以前出生。": "tells who",
    "1、8月底前 2、9月底前": "numbers of items that look like months",
    "2021—2022学年第一学期8月30日开学，1月20日放寒假。": "of which of two years?",
    "2021—2022学年各校3月底前完成自查。": "likewise, though it is due",
    "寒假定于1月20日开始。": "next year's, it may be",
    "端午节放假时间：6月12日至14日。": "the calendar",
    "中秋节：9月21日（农历八月十五）前后。": "likewise",
    "2021年6月，分公司召开动员会。": "told, where nothing is planned",
    "2021年6月印发工作方案，成立专班。": "likewise",
    "2021年5月，镇里被评为先进。": "likewise",
    "每年在代表大会召开之前报告工作。": "each year's, on a day that is not given",
    "每月会议召开前发布简报。": "likewise",
    "至6月，全区完成投资3亿元，同比增长5%。": "a report",
    "2021年5月，镇里召开动员会，6月开展自查，7月整改。": "told in each of its months",
    "2021年5月，区直机关工委对26个支部开展调研；6月，召开座谈会；7月，反馈结果。": "likewise",
    "2021年5月，企业投产，当年实现产值2亿元。": "told of the year",
    "6月底，镇里召开总结会。": "told or planned",
    "7月开展大检查，发现隐患27处。": "a report",
    "6月，组织干部参观学习。": "told or planned: no other month beside it says which",
    "上半年，建成泵站3座，群众满意。": "likewise",
    "7月，组织比赛，参加500人次；8月，组织培训。": "likewise, and what is told goes on",
    "6月14日至15日，检查组到我县座谈。": "a visit",
    "至6月底，在建项目数为27个。": "a report",
    "完成年底目标的45%。": "a share of what is due",
    "村里6月完成了换届，7月制定了学习计划。": "a report, though it names a plan",
    "至6月底，全县累计已建立村级服务站43个。": "a report: what is already set up",
    "数字化转型试点城市实施工作今天（10月29日）正式启动。": "the day of the news, and of no stage",
    "8月末，广义货币供应量同比增长8.3%。": "a report: 供应 is no 应",
    "到9月底，累计报告不良反应3例。": "likewise",
    "11月12日至13日，副市长应邀访问瑞士。": "an invitation",
    "到9月底，旅游收入总额已经达到3亿元。": "likewise",
    "1至9月共查办要案8件。": "a report: 要案 is a case, nothing that has to be",
    "到4月底，完成春灌面积4万亩，占计划面积的六成。": "a report: a share of the plan",
    "5月1日以前订立的合同，由村里统一归档。": "which ones, whatever was done by then",
    "核实6月前申领的补贴。": "likewise",
    "确保10月1日假期供应充足。": "a holiday",
    "去去年底前；次次年6月底前；前年6月底前": "a word too many, or the past",
}


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_deadlines_are_found_with_their_words(text: str, expected: list[str]) -> None:
    """Each deadline of a sentence is found, in order, at its place."""
    found = find(text, year=YEAR, issued=ISSUED)
    lines = [f"{text[slice(*one.span)]} = {written(one.deadline)}" for one in found]
    assert lines == expected


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_is_no_deadline_is_not_found(text: str) -> None:
    """A date that reports, describes or names is left alone."""
    assert find(text, year=YEAR, issued=ISSUED) == []


def test_spans_count_the_characters_of_the_text_as_given() -> None:
    """White space and full-width characters before a deadline do not move its span."""
    text = "  各 镇 ，８ 月底前 完成"
    (one,) = find(text, year=YEAR)
    assert text[slice(*one.span)] == "８ 月底前"
    assert one.deadline == parse("８ 月底前", year=YEAR)


def test_find_never_raises_where_a_cell_would_be_refused() -> None:
    """Without a year or a day of issue there is nothing to find, and no error."""
    assert find("8月底前完成，3个月内验收") == []
    assert find("8月底前完成", year=99999, issued=date(2021, 4, 12)) == []


def test_without_a_day_of_issue_a_next_month_counts_from_the_date_before_it() -> None:
    """There is nothing else that it could count from, and it is not lost."""
    found = find("8月10日前启动，下月20日前完成。", year=YEAR)
    assert [one.deadline.due for one in found] == [date(2021, 8, 10), date(2021, 9, 20)]
    assert found[1].deadline.ambiguous is None


def test_a_date_keeps_its_own_year_before_another_in_a_bracket() -> None:
    """In prose a bracket may be about anything; a cell that says so is refused."""
    (found,) = find("2022年6月底前（2023年）完成。", year=YEAR)
    assert found.deadline == parse("2022年6月底前", year=YEAR)
