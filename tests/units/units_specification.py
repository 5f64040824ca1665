"""What unit cells mean: the tables that the tests hold the grammar to, and the manual prints.

A row is a cell, its meaning in the notation of ``written``, and why. To add a form, add a row
here first. Run this file to print the tables anew into ``docs/units.md``.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sulist.units.roster import Roster

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sulist.units import UnitRef

ROOT = Path(__file__).parents[2]
MANUAL = ROOT / "docs" / "units.md"
ITEMS = ROOT / "data" / "items.yaml"


class Row(NamedTuple):
    """A cell, its meaning in the notation of ``written``, and why."""

    cell: str
    meaning: str
    reason: str


class Table(NamedTuple):
    """Rows of one kind; ``name`` marks the table in the manual."""

    name: str
    rows: tuple[Row, ...]
    roster: Roster | None = None


MARKS = Table(
    "marks",
    (
        Row("区经发局", "区经发局", "one unit"),
        Row("区经发局、潭东镇、潭口镇", "区经发局 + 潭东镇 + 潭口镇", "、 is the usual mark"),
        Row(
            "区住建局,区城管局；区水利局。",
            "区住建局 + 区城管局 + 区水利局",
            "， ； and 。 of any width",
        ),
        Row("区住建局/区城管局", "区住建局 + 区城管局", "and / and ."),
        Row("区住建局、、区城管局、", "区住建局 + 区城管局", "a mark too many says nothing"),
        Row("区财政局和区农办", "区财政局 + 区农办", "和 及 与 以及 暨 between two names"),
        Row("县文化和旅游局及各乡镇", "县文化和旅游局 + 各乡镇 (all)", "but not inside one"),
        Row("区工业和信息化局", "区工业和信息化局", ""),
        Row("和平县人民政府、连平县人民政府", "和平县人民政府 + 连平县人民政府", "nor in a place"),
        Row("天津市和平区", "天津市和平区", ""),
        Row("区财政局和平台公司", "区财政局 + 平台公司", "here 和 is not of 和平"),
        Row("县民政局和解放军医院", "县民政局 + 解放军医院", "nor of 和解"),
        Row("市卫健委、暨南大学附属医院", "市卫健委 + 暨南大学附属医院", "暨 may open a name"),
        Row("县文旅局和美术馆", "县文旅局 + 美术馆", "nor of 和美"),
        Row("国务院相关部门和单位", "国务院相关部门和单位 (some)", "nor in a noun for many"),
        Row("1.区住建局；2.区城管局", "区住建局 + 区城管局", "numbers before names are dropped"),
        Row("1、区住建局 2、水利站", "区住建局 + 水利站", "and separate"),
        Row("①市发改委②市财政局", "市发改委 + 市财政局", ""),
        Row("（市教育局、市财政局）", "市教育局 + 市财政局", "a bracket around all of it too"),
        Row("（1）市司法局（2）市民政局", "市司法局 + 市民政局", "so is what has the next number"),
        Row("1.市司法局2.市民政局3.团市委", "市司法局 + 市民政局 + 团市委", ""),
        Row("（一）市司法局（二）市民政局", "市司法局 + 市民政局", ""),
        Row(
            "市司法局、以及各乡镇",
            "市司法局 + 各乡镇 (all)",
            "a word beside a mark says no more than it",
        ),
        Row("市司法局；和市民政局", "市司法局 + 市民政局", ""),
        Row("市司法局，并有关企业", "市司法局 + 有关企业 (some)", ""),
        Row("市司法局及其他部门", "市司法局 + 其他部门 (some)", "其他 is one word"),
        Row("暨阳街道、和平街道", "暨阳街道 + 和平街道", "and names may begin so"),
        Row("市司法局；和河口镇财政所", "市司法局 + 河口镇财政所", ""),
        Row("市司法局、和诚公司", "市司法局 + 和诚公司", ""),
        Row("县财政局并有关企业", "县财政局 + 有关企业 (some)", "并 joins a collective alone"),
        Row("市企业并购服务中心", "市企业并购服务中心", ""),
        Row(
            "水口镇、石口镇2个镇",
            "水口镇 + 石口镇",
            "how many the row has is no part of the last name",
        ),
        Row("市司法局、市民政局两家单位", "市司法局 + 市民政局", ""),
    ),
)
NAMES = Table(
    "names",
    (
        Row("建设街道", "建设街道", "no task"),
        Row("新建区", "新建区", ""),
        Row("可持续发展研究中心", "可持续发展研究中心", ""),
        Row("开发区建设公司", "开发区建设公司", ""),
        Row("会同县", "会同县", "not with a county"),
        Row("贾各庄镇", "贾各庄镇", "no quantifier"),
        Row("市安全体系建设办公室", "市安全体系建设办公室", "nor is this 全体"),
        Row("公安部、国家安全部", "公安部 + 国家安全部", "nor 全部"),
        Row("市社会办、村委会办", "市社会办 + 村委会办", "and 会办 is no verb here"),
        Row("驻马店市", "驻马店市", "no scope"),
        Row("二七区、九江市", "二七区 + 九江市", "no number of places"),
        Row("教科室", "教科室", "one, though 科室 are many"),
        Row(
            "市工人文化宫、市青少年宫、村民兵连",
            "市工人文化宫 + 市青少年宫 + 村民兵连",
            "houses and troops, though 宫 and 连 end no other",
        ),
        Row("聊城市", "聊城市", "one, though 城市 is none"),
        Row("市12345热线中心", "市12345热线中心", "figures may be in a name"),
        Row("区“两新”工委", "区“两新”工委", "and quotation marks"),
        Row("市委、市政府督查室", "市委、市政府督查室", "one office of both"),
        Row("最高法、最高检", "最高法 + 最高检", "short, and whole"),
        Row(
            "人事处与校团委、实验室与后勤管理处",
            "人事处 + 校团委 + 实验室与后勤管理处",
            "与 joins two, and stands in the name of an office that manages something",
        ),
        Row("平台与基地办公室、车队与仓库管理科", "平台与基地办公室 + 车队与仓库管理科", ""),
        Row("实验室和教务处", "实验室 + 教务处", "but 和 joins"),
    ),
)
LAYOUT = Table(
    "layout",
    (
        Row("县水务局\n县住建局", "县水务局 + 县住建局", "a line break between two names"),
        Row(
            "县工业和\n信息化局、县商务\n局",
            "县工业和信息化局 + 县商务局",
            "and one that layout left",
        ),
        Row("县委\n宣传部", "县委宣传部", ""),
        Row("市财政局（国资办）\n市发改局", "市财政局（国资办） + 市发改局", ""),
        Row("中国银行\n赣州市分行", "中国银行赣州市分行", "a branch belongs to the bank above"),
        Row("国家税务总局\n赣州市税务局", "国家税务总局赣州市税务局", ""),
        Row("海关总署\n国家税务总局", "海关总署 + 国家税务总局", ""),
        Row("区住建局 区城管局", "区住建局 + 区城管局", "spaces likewise"),
        Row("县 财 政 局", "县财政局", ""),
        Row(
            "区財政局(國資辦)",
            "区財政局(國資辦)",
            "traditional characters are understood, and kept",
        ),
        Row(
            "区市场⏎监督管理局".replace("⏎", "\n"),
            "区市场监督管理局",
            "though 区市场 might stand alone",
        ),
        Row("市人大⏎常委会".replace("⏎", "\n"), "市人大常委会", "and 常委会 never does"),
        Row("赣州⏎市林业局".replace("⏎", "\n"), "赣州市林业局", ""),
        Row(
            "各镇（街⏎道）人民政⏎府、市林⏎业局".replace("⏎", "\n"),
            "各镇（街道）人民政府 (all) + 市林业局",
            "",
        ),
        Row("市林业局  各县（市、区）", "市林业局 + 各县（市、区） (all)", ""),
        Row(
            "市林业局\n中国联通汉中分公司",
            "市林业局 + 中国联通汉中分公司",
            "a branch that says whose",
        ),
        Row(
            "县财政局\n工商分局、县水利局",
            "县财政局 + 工商分局 + 县水利局",
            "a branch with a field of its own is no part of another bureau",
        ),
        Row("市公安局\n治安分局", "市公安局治安分局", "but of the police it may be"),
        Row("市委组织部\n市委\n台办", "市委组织部 + 市委台办", ""),
        Row(
            "水  利  部\n农 业 农 村 部\n审计署",
            "水利部 + 农业农村部 + 审计署",
            "letters set apart on each line",
        ),
    ),
)
SIDE_BY_SIDE = Table(
    "side-by-side",
    (
        Row(
            "市政府有关部门市直有关单位",
            "市政府有关部门 (some) + 市直有关单位 (some)",
            "after a collective another begins",
        ),
        Row(
            "县属驻县各单位",
            "县属各单位 (all) ← 县属 + 驻县各单位 (all)",
            "two scopes of one level",
        ),
        Row("县发改局县财政局", "县发改局 + 县财政局", "the level again, after a whole bureau"),
        Row("市委市政府", "市委市政府", "a standing expression: left whole"),
        Row("五星街道南大街街道", "五星街道 + 南大街街道", "names of one kind, each with its stem"),
    ),
)
BRACKETS = Table(
    "brackets",
    (
        Row(
            "市纪委机关（市监委、市委巡察办）、市检察院",
            "市纪委机关（市监委、市委巡察办） + 市检察院",
            "what is in a bracket belongs to the name",
        ),
        Row("各乡镇（街道、场）", "各乡镇（街道、场） (all)", ""),
        Row("各区县(市)人民政府", "各区县(市)人民政府 (all)", ""),
        Row(
            "县教体局（责任人：张三）、县财政局",
            "县教体局 + 县财政局",
            "a person or a telephone is dropped",
        ),
        Row("县教体局（联系人：李四）县财政局", "县教体局 + 县财政局", ""),
        Row(
            "高校园区管理处（片区1、2）",
            "高校园区管理处（片区1、2）",
            "figures in a bracket number nothing",
        ),
        Row("区安委会（含各责任单位）", "区安委会（含各责任单位）", "and a label there is none"),
        Row(
            "区经发局（牵头）、区财政局",
            "lead: 区经发局 + 区财政局",
            "a duty is that of the one name",
        ),
        Row("区经发局（牵头）区财政局（配合）", "lead: 区经发局 + support: 区财政局", ""),
        Row(
            "市公安局、市城管局（按职责分工负责）",
            "responsible: 市公安局 + responsible: 市城管局",
            "按职责分工 speaks of all",
        ),
        Row(
            "市水利局、市林业局（排名第一的为牵头单位）",
            "lead: 市水利局 + 市林业局",
            "a duty for the first of the list",
        ),
        Row("市水利局（局长王五）、市林业局", "市水利局 + 市林业局", ""),
        Row(
            "市水利局（3项）、市林业局（共2件）", "市水利局 + 市林业局", "nor is a number of items"
        ),
        Row("市水利局、市林业局（排名不分先后）", "市水利局 + 市林业局", "or a remark"),
        Row("区委书记办公室（书记办）", "区委书记办公室（书记办）", "an office is no person"),
        Row("市人民医院（本部）、市中医院（筹）", "市人民医院（本部） + 市中医院（筹）", ""),
        Row("各县<市、区>水利局", "各县<市、区>水利局 (all)", "of any shape"),
        Row(
            "市水利局（河长办⏎ 湖长办）".replace("⏎", "\n"),
            "市水利局（河长办湖长办）",
            "white space inside is layout",
        ),
        Row(
            "市水利局、市林业局（第一责任单位为牵头单位，下同）",
            "lead: 市水利局 + 市林业局",
            "which 下同 says of the whole list",
        ),
        Row(
            "各镇（含园区，下同）人民政府",
            "各镇（含园区）人民政府 (all)",
            "下同 is no part of the name",
        ),
        Row(
            "各市〔州〕政府、各县〔市、区〕政府",
            "各市〔州〕政府 (all) + 各县〔市、区〕政府 (all)",
            "〔〕 are brackets like any",
        ),
        Row(
            "市政府（自贸区）各局、各办",
            "市政府（自贸区）各局 (all) + 各办 (all)",
            "behind whose they are, too",
        ),
        Row(
            "市发展改革委（市能源局、市粮食和储备局）",
            "市发展改革委（市能源局、市粮食和储备局）",
            "several names in a bracket",
        ),
        Row("各院（系、部）", "各院（系、部） (all)", "single letters"),
    ),
)
LABELS = Table(
    "labels",
    (
        Row(
            "牵头单位：市农业局，配合单位：市科协、市供销社",
            "lead: 市农业局 + support: 市科协 + support: 市供销社",
            "a label gives its duty to what follows it",
        ),
        Row("责任单位:区司法局", "responsible: 区司法局", ""),
        Row("主办：市城管局；协办：市住建局", "lead: 市城管局 + support: 市住建局", ""),
        Row("参与单位：区科协；指导单位：市科协", "join: 区科协 + guide: 市科协", ""),
        Row("【牵头单位】县民政局【配合单位】县财政局", "lead: 县民政局 + support: 县财政局", ""),
        Row("责任单位环卫公司", "responsible: 环卫公司", "单位, 部门, 科室 and 处室 need no colon"),
        Row("整改责任单位：市城管局", "responsible: 市城管局", "a word before the label"),
        Row("牵头单位\n县文旅局\n责任单位\n县财政局", "lead: 县文旅局 + responsible: 县财政局", ""),
        Row("县级责任单位", "县级责任单位 (all)", "here no label: nothing follows it"),
        Row(
            "总牵头单位：市发改委；分牵头单位：市工信局",
            "lead: 市发改委 + lead: 市工信局",
            "each of them leads",
        ),
    ),
)
VERBS = Table(
    "verbs",
    (
        Row(
            "区政务服务局牵头，区发改局、区住建局配合",
            "lead: 区政务服务局 + support: 区发改局 + support: 区住建局",
            "a verb gives its duty to what stands before it",
        ),
        Row(
            "省农业农村厅牵头，省商务厅、供销社按职责分工负责",
            "lead: 省农业农村厅 + responsible: 省商务厅 + responsible: 省供销社 ← 供销社",
            "with all that may stand around it",
        ),
        Row("由区应急局具体组织实施", "responsible: 区应急局", "由 and 请 before the name"),
        Row(
            "市农办牵头，市住建局协调推进",
            "lead: 市农办 + responsible: 市住建局",
            "协调 says how",
        ),
        Row("市口岸协调办、市财政局", "市口岸协调办 + 市财政局", "and may be in a name"),
        Row("县发改委牵头县财政局配合", "lead: 县发改委 + support: 县财政局", ""),
        Row("牵头单位为区民政局", "lead: 区民政局", ""),
        Row("区民政局为牵头单位", "lead: 区民政局", ""),
        Row("区卫健委会同区教育局", "lead: 区卫健委 + join: 区教育局", "A会同B: A leads, B joins"),
        Row("县住建局会同县财政局", "lead: 县住建局 + join: 县财政局", "a county's bureaus too"),
        Row(
            "由县住建局牵头，会同县财政局、县教育局落实",
            "lead: 县住建局 + join: 县财政局 + join: 县教育局",
            "",
        ),
        Row(
            "县住建局（牵头）各镇会同县财政局",
            "lead: 县住建局 + lead: 各镇 (all) + join: 县财政局",
            "",
        ),
        Row(
            "由县住建局负责各镇会同县财政局配合",
            "responsible: 县住建局 + support: 各镇 (all) + join: 县财政局",
            "",
        ),
        Row("县住建局牵头，会同县配合", "lead: 县住建局 + support: 会同县", "the county itself"),
        Row(
            "怀化市会同县财政局、县教育局负责",
            "responsible: 怀化市会同县财政局 + responsible: 县教育局",
            "but 会同县 is a county",
        ),
        Row(
            "国家发展改革委会同有关部门负责",
            "lead: 国家发展改革委 + join: 有关部门 (some)",
            "",
        ),
        Row(
            "市科协参与，市商务局指导，各县区落实",
            "join: 市科协 + guide: 市商务局 + responsible: 各县区 (all)",
            "",
        ),
        Row("区教育局督促各学校落实", "guide: 区教育局 + responsible: 各学校 (all)", ""),
        Row("区纪委监委督办", "guide: 区纪委监委", ""),
        Row("协助县级责任单位", "县级责任单位 (all)", "whom one helps is named; who helps is not"),
        Row(
            "组织实施办公室、区督查办", "组织实施办公室 + 区督查办", "a verb inside a name is none"
        ),
        Row(
            "区住建局负责老旧小区改造，区城管局负责环卫",
            "responsible: 区住建局 + responsible: 区城管局",
            "what is to be done is not a unit",
        ),
        Row("区住建局负责征地、补偿", "responsible: 区住建局", "up to the next ，"),
        Row(
            "区住建局负责征地配合单位：区城管局、区水利局",
            "responsible: 区住建局 + support: 区城管局 + support: 区水利局",
            "or up to a label",
        ),
        Row(
            "区住建局负责征地、补偿、配合单位：区城管局",
            "responsible: 区住建局 + support: 区城管局",
            "",
        ),
        Row(
            "区水利局、区林业局，区环保局牵头",
            "区水利局 + 区林业局 + lead: 区环保局",
            "牵头 goes back to the last ，",
        ),
        Row(
            "责任单位：区水利局、区林业局，区环保局牵头",
            "responsible: 区水利局 + responsible: 区林业局 + lead: 区环保局",
            "",
        ),
        Row(
            "区水利局、区林业局，其中区林业局为牵头单位",
            "区水利局 + lead: 区林业局",
            "其中 names one of those before",
        ),
        Row("区直各部门，其中由区水利局牵头", "区直各部门 (all) + lead: 区水利局", ""),
        Row(
            "此项工作由区水利局牵头，并会同区林业局落实",
            "lead: 区水利局 + join: 区林业局",
            "words before 由 that say no more",
        ),
        Row(
            "原则上由区水利局负责，特殊情况由区林业局负责",
            "responsible: 区水利局 + responsible: 区林业局",
            "",
        ),
        Row("各镇按照属地管理原则负责", "responsible: 各镇 (all)", ""),
        Row("按照行业管理原则，由区水利局负责", "responsible: 区水利局", ""),
        Row("自由贸易试验区管委会负责", "responsible: 自由贸易试验区管委会", "自由 is one word"),
        Row("区水利局、区林业局等，其中区林业局牵头", "区水利局 + lead: 区林业局 …", ""),
        Row(
            "区水利局、区林业局（其中区水利局牵头）",
            "lead: 区水利局 + 区林业局",
            "in a bracket too",
        ),
        Row(
            "市文联牵头，市记协大力支持",
            "lead: 市文联 + support: 市记协",
            "how much is no part of a name",
        ),
        Row("市科协办理", "responsible: 市科协", "科协 has 办理, and no 协办"),
        Row("市红十字会办理", "responsible: 市红十字会", ""),
        Row("县妇联、县残联分办", "responsible: 县妇联 + responsible: 县残联", "each its own part"),
    ),
)
LEVELS = Table(
    "levels",
    (
        Row("市发改委、农委", "市发改委 + 市农委 ← 农委", "农委 is whole: no 局 behind it"),
        Row(
            "省科技厅、工业和信息化厅",
            "省科技厅 + 省工业和信息化厅 ← 工业和信息化厅",
            "the bureau lacks its level",
        ),
        Row(
            "市卫健委、市场监管局", "市卫健委 + 市市场监管局 ← 市场监管局", "市 of 市场 is no level"
        ),
        Row(
            "赣州市财政局、审计局", "赣州市财政局 + 赣州市审计局 ← 审计局", "a level with its name"
        ),
        Row(
            "省委宣传部、统战部、文化和旅游厅",
            "省委宣传部 + 省委统战部 ← 统战部 + 省文化和旅游厅 ← 文化和旅游厅",
            "省委 for the party, 省 for the government",
        ),
        Row("镇党政办、农业农村办", "镇党政办 + 镇农业农村办 ← 农业农村办", "a town's offices"),
        Row("村党支部、妇联", "村党支部 + 村妇联 ← 妇联", "a village's organs"),
        Row("团市委、妇联", "团市委 + 市妇联 ← 妇联", "团市委 has the level of 市"),
        Row("区教委、卫健委", "区教委 + 区卫健委 ← 卫健委", ""),
        Row("潭东镇党委、政府", "潭东镇党委 + 潭东镇政府 ← 政府", ""),
        Row(
            "县发改局、各镇（街道）、科技局",
            "县发改局 + 各镇（街道） (all) + 县科技局 ← 科技局",
            "past a collective",
        ),
        Row(
            "省委金融办，省财政厅，广东金融监管局",
            "省委金融办 + 省财政厅 + 广东金融监管局",
            "a name that has its own is left alone",
        ),
        Row(
            "市公安局章贡分局、南康分局",
            "市公安局章贡分局 + 市公安局南康分局 ← 南康分局",
            "a branch of the bureau before",
        ),
        Row(
            "市公安局及其交警支队", "市公安局 + 市公安局交警支队 ← 交警支队", "其 is the one before"
        ),
        Row(
            "市水利局、民航部门、林业部门",
            "市水利局 + 民航部门 (all) + 市林业部门 (all) ← 林业部门",
            "some are no part of a city",
        ),
        Row(
            "自治区党委统战部、民族事务委员会",
            "自治区党委统战部 + 自治区民族事务委员会 ← 民族事务委员会",
            "the party committee of a region is 自治区党委",
        ),
        Row("县委、县政府、管委会", "县委 + 县政府 + 管委会", "no county has a 管委会"),
        Row("镇综合执法队、便民服务中心", "镇综合执法队 + 镇便民服务中心 ← 便民服务中心", ""),
        Row(
            "各县（区）教育局、民政局",
            "各县（区）教育局 (all) + 各县（区）民政局 (all) ← 民政局",
            "a level of each",
        ),
        Row("各镇人民政府、民政局", "各镇人民政府 (all) + 民政局", "but towns have no bureaus"),
        Row("县人大、政协党组", "县人大党组 ← 县人大 + 县政协党组 ← 政协党组", "the group of each"),
        Row("县法院、检察院党组", "县法院党组 ← 县法院 + 县检察院党组 ← 检察院党组", ""),
        Row(
            "各省、自治区教育厅、财政厅",
            "各省教育厅 (all) ← 各省 + 各自治区教育厅 (all) ← 自治区教育厅 + 财政厅",
            "whose, where there are two before it, is not said",
        ),
        Row("市文联、作协", "市文联 + 市作协 ← 作协", ""),
        Row("市图书馆、文化馆", "市图书馆 + 市文化馆 ← 文化馆", "a house of the city"),
        Row("县一中、二中", "县一中 + 县二中 ← 二中", ""),
    ),
)
ENDINGS = Table(
    "endings",
    (
        Row(
            "天河、海珠、荔湾大队",
            "天河大队 ← 天河 + 海珠大队 ← 海珠 + 荔湾大队",
            "the last name has the ending",
        ),
        Row("水西、水东、沙石镇", "水西镇 ← 水西 + 水东镇 ← 水东 + 沙石镇", ""),
        Row("潭东、潭口两镇", "潭东镇 ← 潭东 + 潭口镇 ← 潭口两镇", ""),
        Row(
            "城关、新城、青山镇",
            "城关镇 ← 城关 + 新城镇 ← 新城 + 青山镇",
            "two letters that are hardly a unit",
        ),
        Row(
            "保护区、旅游区、示范区管委会",
            "保护区管委会 ← 保护区 + 旅游区管委会 ← 旅游区 + 示范区管委会",
            "areas of a kind that has one",
        ),
        Row("红旗、东风、向阳社区", "红旗社区 ← 红旗 + 东风社区 ← 东风 + 向阳社区", ""),
        Row("龙岭镇和东山、蓉江街道", "龙岭镇 + 东山街道 ← 东山 + 蓉江街道", "和 between two runs"),
        Row("电信、移动公司", "电信公司 ← 电信 + 移动公司", ""),
        Row("潭东、潭口等镇", "潭东镇 ← 潭东 + 潭口镇 … ← 潭口", ""),
        Row("湖边、水西镇，解放街道", "湖边镇 ← 湖边 + 水西镇 + 解放街道", "each run has its own"),
        Row(
            "南昌、九江市人民政府",
            "南昌市人民政府 ← 南昌 + 九江市人民政府",
            "of a place and its government",
        ),
        Row(
            "南康区、赣县区政府",
            "南康区政府 ← 南康区 + 赣县区政府",
            "",
        ),
        Row("兴国、石城县教育局", "兴国县教育局 ← 兴国 + 石城县教育局", "or its bureau"),
        Row("赣州、吉安供电公司", "赣州供电公司 ← 赣州 + 吉安供电公司", ""),
        Row(
            "天河、海珠交警大队",
            "天河交警大队 ← 天河 + 海珠交警大队",
            "all that is after the place",
        ),
        Row("雄县、容城、安新县政府", "雄县政府 ← 雄县 + 容城县政府 ← 容城 + 安新县政府", ""),
        Row("教育、公安部门", "教育部门 (all) ← 教育 + 公安部门 (all)", "of a field"),
        Row("市第一、第二人民医院", "市第一人民医院 ← 市第一 + 市第二人民医院 ← 第二人民医院", ""),
        Row(
            "市公安局章贡、南康分局",
            "市公安局章贡分局 ← 市公安局章贡 + 市公安局南康分局 ← 南康分局",
            "and the beginning from the first",
        ),
        Row(
            "高新区、经开区管委会",
            "高新区管委会 ← 高新区 + 经开区管委会",
            "an area is run by its 管委会",
        ),
        Row(
            "高新区、章江新区、水东区管委会",
            "高新区管委会 ← 高新区 + 章江新区管委会 ← 章江新区 + 水东区管委会",
            "whatever the last is called",
        ),
        Row("赣县、南康分局", "赣县 + 南康分局", "赣县 may be meant itself: left as written"),
        Row(
            "高新区、经开区管委会（推进办）",
            "高新区管委会 ← 高新区 + 经开区管委会（推进办）",
            "what stands in a bracket is its own",
        ),
    ),
)
SCOPES = Table(
    "scopes",
    (
        Row(
            "区属、驻区各单位",
            "区属各单位 (all) ← 区属 + 驻区各单位 (all)",
            "two collectives, one noun",
        ),
        Row("区直有关部门", "区直有关部门 (some)", "有关 and 相关: some of them"),
        Row("区直各部门", "区直各部门 (all)", "各, 所有, 全体: every one"),
        Row("各有关部门", "各有关部门 (some)", "各有关 are some as well"),
        Row("区直部门", "区直部门 (all)", "no such word: every one"),
        Row(
            "属地镇街、项目所在地政府",
            "属地镇街 (some) + 项目所在地政府 (some)",
            "which ones, depends on the case",
        ),
        Row("市属及驻市有关单位", "市属有关单位 (some) ← 市属 + 驻市有关单位 (some)", ""),
        Row("中央、省驻岳单位", "中央驻岳单位 (all) ← 中央 + 省驻岳单位 (all)", ""),
        Row("各县（市、区）人民政府", "各县（市、区）人民政府 (all)", ""),
        Row("乡镇人民政府", "乡镇人民政府 (all)", ""),
        Row("区直、驻区", "区直 (all) + 驻区 (all)", "the noun left out"),
        Row(
            "省、市、县人民政府",
            "省人民政府 ← 省 + 市人民政府 ← 市 + 县人民政府",
            "three governments",
        ),
        Row("市、县公安局", "市公安局 ← 市 + 县公安局", ""),
        Row("各区、县级市", "各区 (all) + 各县级市 (all) ← 县级市", "各 belongs to both"),
        Row("各有关区、县级市", "各有关区 (some) + 各有关县级市 (some) ← 县级市", ""),
        Row(
            "市政府各部门、直属机构",
            "市政府各部门 (all) + 市政府各直属机构 (all) ← 直属机构",
            "with its scope",
        ),
        Row(
            "各县、区人民政府",
            "各县人民政府 (all) ← 各县 + 各区人民政府 (all) ← 区人民政府",
            "both ends",
        ),
        Row("各县、区教育局", "各县教育局 (all) ← 各县 + 各区教育局 (all) ← 区教育局", ""),
        Row(
            "各市、县（市、区）教育局",
            "各市教育局 (all) ← 各市 + 各县（市、区）教育局 (all) ← 县（市、区）教育局",
            "",
        ),
        Row("各镇党委、政府", "各镇党委 (all) + 各镇政府 (all) ← 政府", ""),
        Row(
            "各县党委和政府",
            "各县党委 (all) + 各县政府 (all) ← 政府",
            "a party committee and a government are two",
        ),
        Row(
            "容城、安新县委和人民政府",
            "容城县委 ← 容城 + 容城县人民政府 ← 容城 + 安新县委 + 安新县人民政府 ← 人民政府",
            "",
        ),
        Row("市委、市政府有关部门", "市委有关部门 (some) ← 市委 + 市政府有关部门 (some)", ""),
        Row("区委、区政府办公室", "区委办公室 ← 区委 + 区政府办公室", ""),
        Row("区委、区政府", "区委 + 区政府", "but here they are meant themselves"),
        Row("镇、村两级", "镇、村两级 (all)", ""),
        Row("全县18个乡镇", "全县18个乡镇 (all)", ""),
        Row(
            "县林业局、两个景区管委会",
            "县林业局 + 两个景区管委会 (all)",
            "counted, so no unit of that name",
        ),
        Row("区直企、事业单位", "区直企、事业单位 (all)", "区直企 is half a word"),
        Row("本单位各科室", "本单位各科室 (all)", ""),
        Row("市教育局直属学校", "市教育局直属学校 (all)", "what belongs to a unit is many"),
        Row("建设单位、施工单位", "建设单位 (all) + 施工单位 (all)", "a role, and no unit's name"),
        Row("开发区管委会", "开发区管委会", "one, unless 各 is written"),
        Row("中央、省在汉各单位", "中央在汉各单位 (all) ← 中央 + 省在汉各单位 (all)", "在 is 驻"),
        Row("市直和中央在杭有关单位", "市直有关单位 (some) ← 市直 + 中央在杭有关单位 (some)", ""),
        Row("市委各部委办、市各委办局", "市委各部委办 (all) + 市各委办局 (all)", ""),
        Row(
            "省委、省级国家机关各部门",
            "省委各部门 (all) ← 省委 + 省级国家机关各部门 (all)",
            "",
        ),
        Row(
            "各省辖市、县人民政府",
            "各省辖市人民政府 (all) ← 各省辖市 + 各县人民政府 (all) ← 县人民政府",
            "",
        ),
        Row(
            "省人民政府各委、办、厅、局",
            "省人民政府各委 (all) + 省人民政府各办 (all) ← 办 + 省人民政府各厅 (all) ← 厅"
            " + 省人民政府各局 (all) ← 局",
            "",
        ),
        Row(
            "省、市、县（区）疾控中心",
            "省疾控中心 ← 省 + 市疾控中心 ← 市 + 县（区）疾控中心 (all)",
            "",
        ),
        Row(
            "各县、区教育主管部门",
            "各县教育主管部门 (all) ← 各县 + 各区教育主管部门 (all) ← 区教育主管部门",
            "",
        ),
        Row("各村（社区）“两委”", "各村（社区）“两委” (all)", "two bodies of each"),
        Row("项目业主、设计单位", "项目业主 (all) + 设计单位 (all)", "a role"),
        Row(
            "各省、自治区、直辖市民政厅（局）",
            "各省民政厅（局） (all) ← 各省 + 各自治区民政厅（局） (all) ← 自治区"
            " + 各直辖市民政厅（局） (all) ← 直辖市民政厅（局）",
            "",
        ),
        Row(
            "市政府各办、局和各直属机构",
            "市政府各办 (all) + 市政府各局 (all) ← 局 + 各直属机构 (all)",
            "",
        ),
        Row("各县黨委和政府", "各县黨委 (all) + 各县政府 (all) ← 政府", "as written"),
        Row("各区人民政府、管委会", "各区人民政府 (all) + 各管委会 (all) ← 管委会", "each of them"),
        Row(
            "有关乡镇、部门和单位",
            "有关乡镇 (some) + 有关部门和单位 (some) ← 部门和单位",
            "",
        ),
        Row("各板块、各子公司", "各板块 (all) + 各子公司 (all)", "of a firm"),
        Row("各街道、居民委员会", "各街道 (all) + 各居民委员会 (all) ← 居民委员会", ""),
        Row(
            "各区（县）、经开区农业农村部门",
            "各区（县）农业农村部门 (all) ← 各区（县） + 经开区农业农村部门 (all)",
            "one field for all",
        ),
        Row("各县（市）、高新区审计局", "各县（市）审计局 (all) ← 各县（市） + 高新区审计局", ""),
        Row(
            "各街道党工委、办事处",
            "各街道党工委 (all) + 各街道办事处 (all) ← 办事处",
            "the place of both",
        ),
        Row("河口街道党工委、办事处", "河口街道党工委 + 河口街道办事处 ← 办事处", ""),
        Row("各功能区党工委、管委会", "各功能区党工委 (all) + 各功能区管委会 (all) ← 管委会", ""),
        Row(
            "示范区、高新区党工委和管委会",
            "示范区党工委 ← 示范区 + 示范区管委会 ← 示范区 + 高新区党工委 + 高新区管委会 ← 管委会",
            "an area has these two",
        ),
        Row(
            "部分乡镇、部分县直单位", "部分乡镇 (some) + 部分县直单位 (some)", "部分: some of them"
        ),
        Row("县级国家机关、各乡镇", "县级国家机关 (all) + 各乡镇 (all)", "国家机关 are many"),
        Row(
            "乡镇卫生院、乡镇司法所", "乡镇卫生院 (all) + 乡镇司法所 (all)", "each of them has one"
        ),
        Row(
            "区（县）、街道防汛工作专班",
            "区（县）防汛工作专班 (all) ← 区（县） + 街道防汛工作专班",
            "what both have",
        ),
        Row(
            "县12个乡镇（街道）便民服务中心、3个派出所",
            "县12个乡镇（街道）便民服务中心 (all) + 3个派出所 (all)",
            "a count of them",
        ),
        Row("州政府各局、处", "州政府各局 (all) + 州政府各处 (all) ← 处", ""),
        Row("五市人民政府", "五市人民政府 (all)", "a number of places"),
        Row("三县两区人民政府", "三县两区人民政府 (all)", ""),
        Row(
            "中直、省直驻怀有关单位",
            "中直驻怀有关单位 (some) ← 中直 + 省直驻怀有关单位 (some)",
            "中直 is nobody's without its place",
        ),
        Row(
            "新城开发区、滨江新区（试验区）党工委和管委会",
            "新城开发区党工委 ← 新城开发区 + 新城开发区管委会 ← 新城开发区 + 滨江新区（试验区）党工委 + 滨江新区（试验区）管委会 ← 管委会",
            "",
        ),
        Row(
            "各市、州、县委",
            "各市委 (all) ← 各市 + 各州委 (all) ← 州 + 各县委 (all) ← 县委",
            "the committee of each",
        ),
        Row("各州、市财政局", "各州财政局 (all) ← 各州 + 各市财政局 (all) ← 市财政局", ""),
        Row(
            "各乡镇党委、人大、政府",
            "各乡镇党委 (all) + 各乡镇人大 (all) ← 人大 + 各乡镇政府 (all) ← 政府",
            "three of each",
        ),
        Row("各镇人大、政府", "各镇人大 (all) + 各镇政府 (all) ← 政府", ""),
        Row(
            "北京市、河北省人民政府",
            "北京市人民政府 ← 北京市 + 河北省人民政府",
            "governments of each",
        ),
        Row("沿江11省（市）人民政府", "沿江11省（市）人民政府 (some)", "a number of places"),
        Row("中部六省人民政府", "中部六省人民政府 (all)", ""),
        Row("沿边省区人民政府", "沿边省区人民政府 (some)", ""),
        Row(
            "各医院、卫生院",
            "各医院 (all) + 各卫生院 (all) ← 卫生院",
            "a noun for one is of each here",
        ),
        Row("各景区、酒店", "各景区 (all) + 各酒店 (all) ← 酒店", ""),
        Row("审计机关、财政部门", "审计机关 (all) + 财政部门 (all)", "these are many"),
        Row("市公安机关、各新闻媒体", "市公安机关 (all) + 各新闻媒体 (all)", ""),
        Row("县纪委监委机关、局机关", "县纪委监委机关 + 局机关", "and these are one"),
    ),
)
OPEN = Table(
    "open",
    (
        Row("教育部、财政部等", "教育部 + 财政部 …", "the list goes on"),
        Row("区财政局、等", "区财政局 …", ""),
        Row("区住建局、区城管局等部门", "区住建局 + 区城管局 …", "部门 says no more than 等"),
        Row("县公安局、县民政局等23个部门", "县公安局 + 县民政局 …", ""),
        Row(
            "区司法局等有关部门",
            "区司法局 + 有关部门 (some)",
            "有关部门 does: a collective of its own",
        ),
        Row(
            "财政部等国务院相关部门及各地区",
            "财政部 + 国务院相关部门 (some) + 各地区 (all)",
            "",
        ),
        Row("教育部等按职责分工负责", "responsible: 教育部 …", ""),
        Row("各高等学校", "各高等学校 (all)", "等 inside a word"),
        Row(
            "市公安局、市司法局等和各镇（街道）负责",
            "responsible: 市公安局 + responsible: 市司法局 … + responsible: 各镇（街道） (all)",
            "和 after 等 begins another name",
        ),
        Row("市公安局等以及各街道办事处", "市公安局 … + 各街道办事处 (all)", ""),
        Row("市公安局等与市直有关单位", "市公安局 … + 市直有关单位 (some)", ""),
        Row("市公安局、市司法局等责任单位", "市公安局 + 市司法局 …", ""),
        Row(
            "市公安局、市司法局等成员单位",
            "市公安局 + 市司法局 …",
            "those that are named are members",
        ),
        Row("市公安局、市司法局等相关单位", "市公安局 + 市司法局 …", ""),
        Row("市公安局等并各镇", "市公安局 … + 各镇 (all)", ""),
        Row(
            "城东分公司、城西分公司等4家分（子）公司",
            "城东分公司 + 城西分公司 …",
            "a count of what is named",
        ),
        Row("市公安局、市司法局等4家市直单位", "市公安局 + 市司法局 …", ""),
        Row("县民政局、县残联、等部门", "县民政局 + 县残联 …", "等 may stand behind a mark"),
        Row("县民政局、县残联，等有关部门", "县民政局 + 县残联 + 有关部门 (some)", ""),
    ),
)
DOUBTFUL = Table(
    "doubtful",
    (
        Row("金融监管局、区财政局", "金融监管局 + 区财政局", "nothing before it has a level"),
        Row("市教育局、金融监管局", "市教育局 + 金融监管局", "it may be the national one"),
        Row("市中区党群部、经发局", "市中区党群部 + 经发局", "市 alone is not its level"),
        Row("市财政局、市政园林局", "市财政局 + 市政园林局", "市政园林局 may be whole"),
        Row("村建办、农业农村办", "村建办 + 农业农村办", "no village has a bureau"),
        Row("村镇建设办、农业农村办", "村镇建设办 + 农业农村办", "and this one is the town's"),
        Row("石桥村妇联、综治办", "石桥村妇联 + 综治办", "whose it is, is not said"),
        Row("乡振办、财政局", "乡振办 + 财政局", "乡 may begin a word: 乡村振兴"),
        Row("章贡区政府、教育局", "章贡区政府 + 教育局", "the district's, or the city's"),
        Row("市教育局、宣传部", "市教育局 + 宣传部", "市委 is not written"),
        Row("市工信局、中国科大、合肥工业大学", "!中国科大", "大学 might be shared, or not"),
        Row("市人大常委会、办公室", "市人大常委会 + 办公室", "whose office is not said"),
    ),
)
ROSTER = Table(
    "roster",
    (
        Row("区党群部区经发局", "区党群部 + 区经发局", "two of its names and nothing else"),
        Row("数创智联、区经发局", "数创智联 + 区经发局", "its names need no ending"),
        Row("数创智联和区经发局", "数创智联 + 区经发局", "and 和 between two of them separates"),
        Row("人大办与政协办联络处", "人大办与政协办联络处", "and are not cut at 与"),
        Row("水东镇/水西镇联合办", "水东镇/水西镇联合办", "nor at a mark"),
        Row("区重点项目推进", "区重点项目推进", "nor is their end a verb"),
        Row("区财政局、市监局", "区财政局 + 市监局", "an alias is a name of it"),
        Row(
            "章贡区政府、教育局",
            "章贡区政府 + 章贡区教育局 ← 教育局",
            "a level that is written, and makes a name of it",
        ),
        Row(
            "章贡区政府、财政局", "章贡区政府 + 财政局", "区财政局 is on it, but 区 is not written"
        ),
        Row("潭口、区财政局", "!潭口", "it adds no name of its own"),
        Row(
            "由良镇、区财政局负责",
            "responsible: 由良镇 + responsible: 区财政局",
            "its names have no word before them that says no more",
        ),
        Row("区财政局负责资金、数创智联", "!数创智联", "and stand in no task"),
    ),
    Roster(
        {
            "区直部门": ["区党群部", "区经发局", "区财政局", "区市监局", "章贡区教育局"],
            "其他": [
                "数创智联",
                "人大办与政协办联络处",
                "水东镇/水西镇联合办",
                "潭口镇",
                "区重点项目推进",
                "由良镇",
            ],
        },
        {"市监局": "区市监局"},
    ),
)
REFUSED = Table(
    "refused",
    (
        Row("", "", "an empty cell"),
        Row("牵头单位：", "牵头单位：", "a label, and nobody"),
        Row("无", "无", "nobody"),
        Row("区住建局、待定", "待定", ""),
        Row("责任单位", "责任单位", "a heading"),
        Row("张三", "张三", "a person"),
        Row("区住建局、王书记", "王书记", ""),
        Row("责任人：李四", "责任人：", ""),
        Row(
            "党组成员、市公安局高新分局", "党组成员", "a post takes no 分局 from the unit behind it"
        ),
        Row("区住建局李四", "区住建局李四", "a unit and a person"),
        Row("各分管领导", "各分管领导", ""),
        Row("12月底前", "12月底前", "a slip from another column"),
        Row("区住建局，12月底前", "12月底前", ""),
        Row("老旧小区改造", "老旧小区改造", "a task"),
        Row("推动企业上市", "推动企业上市", "though it ends in 市"),
        Row("新建学校2所", "新建学校2所", ""),
        Row("区住建局完成老旧小区改造", "区住建局完成老旧小区改造", ""),
        Row("组织各单位", "组织各单位", "or names many"),
        Row("各项任务", "各项任务", "many, and no units"),
        Row("全区", "全区", "a place, and no unit"),
        Row("市场、企业", "市场", "and no 市 and 场"),
        Row("市教育局、内在联系", "内在联系", "nor is this 中央在湘"),
        Row("县林业局、自然保护区", "自然保护区", "likewise: who manages it?"),
        Row("风景名胜区、湿地公园管理处", "风景名胜区", ""),
        Row("章贡、南康、赣县", "章贡", "which of its units?"),
        Row(
            "各区县、南康区教育、财政部门",
            "南康区教育",
            "whose departments, of the places before it too?",
        ),
        Row("启迪科技", "启迪科技", "a firm, perhaps: only the roster knows"),
        Row("区住建局或区城管局", "区住建局或区城管局", "which of them?"),
        Row("区住建局→区城管局", "区住建局→区城管局", ""),
        Row(
            "区住建局（区城管局配合）",
            "区住建局（区城管局配合）",
            "a duty of another unit, hidden in a bracket",
        ),
        Row("区住建局牵头（区城管局配合）", "（区城管局配合）", "and behind a verb"),
        Row("区住建局牵头（会同区城管局）", "（会同区城管局）", ""),
        Row(
            "区住建局（区城管局（配合））",
            "区住建局（区城管局（配合））",
            "nor in a bracket of a bracket",
        ),
        Row("区住建局负责征地、区城管局", "区城管局", "a unit inside what another is to do"),
        Row("区住建局负责征地、各镇配合", "各镇", ""),
        Row("区住建局负责征地、选址、由区城管局实施", "区城管局", ""),
        Row("区住建局牵头（配合单位：各镇）", "（配合单位：各镇）", ""),
        Row("区经发局（注：原区发改局）", "区经发局（注：原区发改局）", ""),
        Row("区住建局（区房管局", "（", "no partner"),
        Row("区住建局）", "）", ""),
        Row("业务单元：区住建局", "业务单元：", "an unknown label"),
        Row("http://www.gov.cn", "http:", ""),
        Row("TODO", "TODO", ""),
        Row("…", "…", ""),
        Row("区司法局—区民政局", "区司法局—区民政局", "nor is any other mark one that parts"),
        Row("市司法局｜各镇", "市司法局｜各镇", ""),
        Row("区司法局 · 区民政局", "区司法局 · 区民政局", ""),
        Row("区水利局（王五）", "区水利局（王五）", "a person, or an office: who knows?"),
        Row("区水利局（一期）、区林业局", "区水利局（一期）", ""),
        Row("区水利局（王五）区林业局", "区水利局（王五）", ""),
        Row("区水利局（会同区民政局）", "区水利局（会同区民政局）", "another unit's duty too"),
        Row("区水利局（区城投公司代建）", "区水利局（区城投公司代建）", ""),
        Row(
            "区水利局（联系人：王五，配合单位：区林业局）",
            "区水利局（联系人：王五，配合单位：区林业局）",
            "",
        ),
        Row("会议由区水利局参加", "会议由区水利局", "a sentence"),
        Row("此项工作区水利局负责", "此项工作区水利局", ""),
        Row("区水利局、区林业局，其中区财政局牵头", "区财政局", "which is not among them"),
        Row("其中区水利局", "其中区水利局", ""),
        Row("年底前区水利局", "年底前区水利局", "a deadline"),
        Row("区水利局（6月底前）", "区水利局（6月底前）", ""),
        Row("中央、各省", "中央", "whose units?"),
        Row("省教育⏎省残联".replace("⏎", "\n"), "省教育", "cut off: which of its offices?"),
        Row("县民政⏎县残联⏎县林业局".replace("⏎", "\n"), "县民政", ""),
        Row("水西 潭口镇", "水西", ""),
        Row("省、市林业局", "省", "a province has no 局 of it"),
        Row("轨道公司水务公司", "轨道公司水务公司", "one, or two?"),
        Row("市司法局丨市民政局", "市司法局丨市民政局", ""),
        Row("市司法局、并由市民政局", "由市民政局", "who does what?"),
        Row("市人社、市残联", "市人社", "人社 is no 社"),
        Row("区水利局（1）、区林业局（2）", "区水利局（1）", "figures alone are no part of a name"),
        Row("一是区水利局，二是区林业局", "一是区水利局", ""),
        Row("县房管局、诗韵、自来水公司", "诗韵", "whether it is a firm at all is not said"),
        Row("新增5个服务中心", "新增5个服务中心", "a task with a count"),
        Row("各地要予以支持", "各地要", "a sentence"),
        Row("河北、内蒙古自治区人民政府", "河北", "which is a province"),
        Row("广西、内蒙古自治区", "广西", ""),
        Row("等部门", "等部门", "after whom?"),
        Row("第一、二小学", "第一", "第二小学, or 二小?"),
        Row("组织、宣传部", "组织", "of a party committee; or are they organizations?"),
        Row("牵头单位（区司法局）", "牵头单位（区司法局）", "a label is followed by a colon"),
        Row("主办区司法局，协办区民政局", "主办区司法局", ""),
        Row("技工学校内由人社部门负责", "技工学校内由人社部门", "a sentence about many"),
        Row("区司法局或有关部门", "区司法局或有关部门", ""),
    ),
)
READ = (MARKS, NAMES, LAYOUT, SIDE_BY_SIDE, BRACKETS, LABELS, VERBS, LEVELS, ENDINGS, SCOPES, OPEN)


# --- the printed list's own roster, and why each doubtful unit stands where it does -----------

PLACINGS = {
    "区建投公司": "区属单位: a company of the district, and no department of it. So 区直各部门 is not about it, "
    "区属各单位 is.",
    "区自然资源分局": "驻区单位: a branch of the city's bureau, stationed in the district and not run by it.",
    "区生态环境分局": "驻区单位: likewise.",
    "区项目办": "区直部门: it has 区 and 办 like the district's other offices; nothing in the list says more.",
    "潭东镇": "镇（管理处）: a town is none of 区直, 区属 and 驻区 by the custom of such lists, which name "
    "towns where they mean them (事项 1-1, 2-8). No collective of the list is about it.",
    "潭口镇": "镇（管理处）: likewise.",
    "高校园区管理处": "镇（管理处）: 事项 1-1 sets it beside the towns: 镇（管理处）.",
}


def written(refs: Iterable[UnitRef]) -> str:
    """What a cell was read as, in the notation of the tables."""
    return " + ".join(_written(ref) for ref in refs)


def _written(ref: UnitRef) -> str:
    text = f"{ref.duty}: {ref.name}" if ref.duty else ref.name
    text += f" ({ref.quantifier})" if ref.quantifier else ""
    text += " …" if ref.open else ""
    return f"{text} ← {ref.written}" if ref.restored else text


def in_the_manual(table: Table) -> str:
    """A table as the manual prints it."""
    heading = "offending part" if table is REFUSED else "meaning"
    lines = [f"| cell | {heading} | why |", "|---|---|---|"]
    lines += [f"| {_code(row.cell)} | {row.meaning} | {row.reason} |" for row in table.rows]
    return "\n".join(lines)


def _code(cell: str) -> str:
    return f"`{cell}`".replace("\n", "⏎") if cell else ""


def placings_in_the_manual(groups: Mapping[str, tuple[str, ...]]) -> str:
    """The groups of the printed list's roster, with the reasons for what is doubtful."""
    lines = ["| group | unit | why there |", "|---|---|---|"]
    for group, units in groups.items():
        plain = "、".join(unit for unit in units if unit not in PLACINGS)
        lines += [f"| {group} | {plain} | |"] if plain else []
        lines += [
            f"| {group} | {unit} | {PLACINGS[unit].partition(': ')[2]} |"
            for unit in units
            if unit in PLACINGS
        ]
    return "\n".join(lines)


def printed_anew(manual: str) -> str:
    """The manual's text with each table between its marks printed from here."""
    from sulist.listfile.worklist import load

    tables = {table.name: in_the_manual(table) for table in (*READ, DOUBTFUL, ROSTER, REFUSED)}
    tables["placings"] = placings_in_the_manual(load(str(ITEMS)).roster.groups)
    for name, table in tables.items():
        head, _mark, rest = manual.partition(f"<!-- table: {name} -->\n")
        _old, _mark, tail = rest.partition("<!-- end -->")
        manual = f"{head}<!-- table: {name} -->\n{table}\n<!-- end -->{tail}"
    return manual


if __name__ == "__main__":
    MANUAL.write_text(printed_anew(MANUAL.read_text(encoding="utf-8")), encoding="utf-8")
