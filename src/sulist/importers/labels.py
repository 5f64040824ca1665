"""What a label says of the cell under it or behind it: 牵头部门 is a lead, 时间节点 a deadline.

A label is read by its parts: the word that it ends with says what the cell is (单位, 时限, 任务),
the words before it whose (牵头, 配合) or which (完成, 启动).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from sulist.base.plain import clean_cell, simplified
from sulist.importers.brackets import CLOSING, OPENING, more_closed

LONGEST = 24  # characters of a label

_UNIT = "(?:责任)?(?:单位|部门|处?科室|处室|股室|部室|机构|主体)(?:分工)?(?:名称)?|分工"
_LEADING = "牵头|主办|领办|主责|主承办|主体责任|主要责任|首位责任|首要责任|主要负责|第一责任|抓总"
_ASSISTING = "配合|协办|协同|协助|协作|参与|参加|会办|会同|联办|其他|支持|成员"
_ANSWERING = (
    "责任|负责|承办|落实|实施|执行|职责|任务|主管|整改|办理|推进|包抓|相关|有关|工作|具体|处理"
)
_ELSEWHERE = (  # units that do not do the work
    "受检|被检|受查|被查|受评|提案|建议|发布|隐患|问题|存在|涉事|填报|报送|来文|来源|提出|督办|督导|督查|监督|检查|验收|监管|考核|考评|评分|打分|评价|评估|受益|审核|审批|交办|施工|设计|"
    "监理|制表|编制|发文|印发|计量|数量|金额|所属|所在|批准|认定|发证|开户|采购"
)
# Units that may do the work, where no other column says who does it.
_BUILDING = re.compile("建设|业主|项目|申报|法人|所有|使用|管理|参建|实施主体")
# Behind 责任 or the like also a kind of units is one: 责任镇街.
_KINDS = re.compile(
    "(?:责任|牵头|配合|协助|承办|落实|实施|协办|主办|主责|包保|帮扶|属地|参与)(?:单位和)?"
    "(?:属地|责任|市?县区|县?市区|区县|镇街|乡镇|镇|街道|乡|村|社区|地区|学院|院系|党?支部|党委|党组织|班组|车间|站所|站|所|"
    "大队|中队|支队|中心|公司|分公司|项目部|股|科|处|办|组|专班|室|班子|小组|工作组|片区|网格|机关|团队|校区|院区)"
)
_TIME = "时限|期限|时间|日期|节点|工期"
_OF_ITS_END = "完成|办理|办结|整改|落实|工作|任务|计划|预计|拟|截止|截至|要求|安排|进度|年度|目标|节点|时间|推进|实施|建设|竣工|责任|最后|最终|限定|序时|时序|销号"
# A time that is not of the work's end, such as 公开时间, is its deadline where no other is.
_CERTAIN = re.compile(
    "完成|办理|办结|办复|整改|时限|期限|节点|竣工|建成|投用|销号|计划|截止|截至|进度"
)
_OF_ITS_START = (
    "启动|开始|开工|起始|起止|发生|发现|检查|制定|签订|受理|交办|下达|入库|填报|填表|更新|提出|会议|来文|接收|"
    "收文|发文|印发|登记|报送|报告|立项|实际|已|成立|出生|联系|统计"
)
# What a quarter or a month brings is no deadline: 一季度节点, 上半年进度安排.
_OF_A_STAGE = re.compile(
    "^(?:第?[一二三四1-4]季度|[上下]半年|(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月份?|第[一二三四五]阶段)"
)
_PROGRESS = re.compile(
    "(?:进展|状态|进度|完成率|完成百分比|完成与否)$|是否(?:已)?(?:按期|按时)?(?:完成|办结|落实|销号|整改)(?:整改|到位)?$|(?:进展|完成|落实|办理|推进|整改|工作|实施|执行|开展|销号)情况(?:说明)?$|^(?:目前|当前|最新|本周|本月|上周|上月)(?:工作)?(?:进展|情况)"
)
_PLANNED = re.compile(
    "^(?:计划|预计|拟|要求)(?:完成|办结)$|(?:计划|安排|要求|时间|序时|时序)进度|进度(?:安排|要求|计划|节点)"
)
_LEADERS = re.compile(
    "领导(?!批示|批办|指示|交办|小组|要求|意见)|"
    "(?:分管|包联|包保|挂点|联系|牵头|责任)副?(?:[省市区县镇乡局院校厅部处行台所]长|书记|主任|主席|秘书长|总经理|董事长|班子成员)$"
)
_GIVES_ORDERS = re.compile("^(?:批示|批办|签批|交办|指示)领导")
_PERSON = re.compile(
    "(?:责任人员?|负责人员?|联系人员?|联络人|联络员|经办人员?|承办人员?|责任者|负责同志|工作人员|专班人员|牵头人|具体人员|"
    "办理人员?|承诺人|领办人|认领人|主办人|协办人|对接人|召集人|专管员|(?:落实|执行|配合|协助|推进|跟进|实施|具体|整改)(?:人员?|员)|"
    "(?:责任|包保|帮扶|包联|挂联)(?:干部|民警|医生|教师|[科处股]长)|电话|手机|联系方式)(?:姓名|及?职务|号码?)?$"
)
_NAMED = re.compile("(?:名称|清单|分解|概述|简述|(?:简要)?表述|概况|描述|列表|情况描述|点描述)$")
_TEXT = (
    (2, re.compile("目标任务$")),
    (3, re.compile("(?:任务|事项|内容|指标)(?:目标|标准|要求)$")),
    (
        0,
        re.compile(
            "(?:任务|事项|项目|实事|工作|议题|工程|事由|线索|案由|题目|标题|提案|议案|课题|行动)$|^(?:名称|主题|任务?清单|(?:工作|年度)?重点)$"
        ),
    ),
    (
        1,
        re.compile(
            "(?:内容|问题|要点|隐患|短板|弱项|薄弱环节|风险点?|堵点|难点|痛点|漏洞|缺陷|不足|现象)$|(?:活动|制度|文件|政策|法规)主题$|"
            "^(?:反馈|整改|巡察|巡视|督察|审计|群众|代表|委员|巡察反馈|巡视反馈)?(?:意见|建议|诉求)$"
        ),
    ),
    (2, re.compile("指标$")),
    (3, re.compile("(?:措施|举措|做法|办法|路径|细化)$")),
    (4, re.compile("(?:工作|重点|任务|决策|重要|行动|活动)(?:安排|部署|计划)$")),
)
_NAMES = re.compile("(?:活动|制度|文件|政策|法规|标准|规划|方案)名称$")
_NO_TEXT = re.compile("^(?:下一步|下步|需|提请|拟请|存在的?困难|关联|涉及)|困难")
_TARGET = re.compile(
    "(?:目标|标准|要求|成果|成效|标志|形式|目标值|指标值|预期|效果|规模|数量|分值|权重|总量)$"
)
_SERIAL = re.compile(
    "序|号|项|顺序号?|项次|序列|条目|no\\.?|(?:提|建|议)?[案议]号|件号|[问课议]题号|项目号|任务号|(?:.{0,4})(?:序号|编号)"
)
_CATEGORY = re.compile(
    "(?:类别|分类|类型|领域|板块|版块|方面|条线|专题|篇章|章节)$|^部分$|^一级(?:任务|指标|目录|事项)$|^(?:大|种)?类$"
)
_ASIDE = re.compile(
    "^(?:备\\s*注|说明|附注)|(?:备注|说明|来源|依据|出处|资金|投资额?|总投资|经费|金额|打算|(?<!工作|行动|活动)计划|情况|困难|地址|文号)$"
)


class Label(NamedTuple):
    """What a label means.

    ``role`` is serial, category, text, lead, responsible, support, deadline, leader, person, target,
    progress or other. Of several texts the one of the lowest ``rank`` names the item; a target
    (工作目标, 完成标准) never does.
    """

    role: str
    rank: int = 0


# the letters of labels that a cell of units has no need of
_TRADITIONAL = str.maketrans(
    "稱內容項務節點時間備註導進況類別總計畫劃實要標準結責聯絡電話員領問題",
    "称内容项务节点时间备注导进况类别总计画划实要标准结责联络电话员领问题",
)
_IS_CELL = re.compile(
    "[。；;]|^[，,]|^[0-9一二三四五六七八九十]+[、.．]|各|[省市区县州盟旗][直属](?!牵头|主办|主责|责任|配合|协办|承办)|驻|全体"
)  # no label: 区直有关部门
_BRACKET = re.compile("（[^（）]*）")
_AND = re.compile("[及和与、/／]|以及")
_DRESSING = re.compile("^(?:20[0-9]{2}年度?|本年度|年度|我?[省市区县]级?)(?=.{2})")
_ORDER = ("lead", "responsible", "support", "text", "deadline", "target")


@lru_cache(maxsize=4096)
def meaning(written: str) -> Label | None:
    """What ``written`` means as a label; None where it is none that is known.

    Width, layout, traditional characters, a bracket behind it (完成时限（月）) and a year before
    it do not matter.
    """
    label = simplified(clean_cell(written)).translate(_TRADITIONAL).strip("：:。、*＊ ").lower()
    label = label.replace("(", "（").replace(")", "）")
    if not label or label.startswith("（"):
        return None
    if re.search("（责任）|（配合）", label) and re.search(_LEADING, label):
        return Label("responsible")  # 牵头（责任）单位
    plain = _BRACKET.sub("", label)
    if not plain or len(plain) > LONGEST or _IS_CELL.search(plain):
        return None
    return _of_words(plain) or _of_words(_DRESSING.sub("", plain))


def _of_words(label: str) -> Label | None:
    """The meaning of a label of one thing, or of several with 及 between them."""
    parts = [_of_one(part) for part in _AND.split(label)]
    known = [part for part in parts if part]
    if len(parts) > 1 and len(known) == len(parts):
        return _of_several(known)
    return _of_one(label)


def _of_several(parts: list[Label]) -> Label:
    """责任单位和责任人 are units, 工作目标及内容 a text, 牵头及配合单位 whoever answers."""
    units = {part.role for part in parts if part.role in ("lead", "responsible", "support")}
    if len(units) > 1:
        return Label("responsible")
    roles = [part.role for part in parts]
    role = next((role for role in _ORDER if role in roles), roles[0])
    return min((part for part in parts if part.role == role), key=lambda part: part.rank)


def _of_one(label: str) -> Label | None:
    for read in (_fixed, _person, _unit, _time, _matter):
        if found := read(label):
            return found
    return None


def _fixed(label: str) -> Label | None:
    if _SERIAL.fullmatch(label):
        return Label("serial")
    return Label("category") if _CATEGORY.search(label) else None


def _person(label: str) -> Label | None:
    if _GIVES_ORDERS.search(label):
        return Label("other")
    if _LEADERS.search(label):
        return Label("leader")
    return Label("person") if _PERSON.search(label) else None


_UNITS = re.compile(rf"(.*?)(?:{_UNIT})")
_DUTIES = re.compile(f"(?:第一|总|共同)?(?:{_LEADING}|{_ASSISTING}|责任|承办|落实|负责|分工)")


def _unit(label: str) -> Label | None:
    found = _UNITS.fullmatch(label)
    if not found and not _DUTIES.fullmatch(label) and not _KINDS.fullmatch(label):
        return None
    if re.search(_ELSEWHERE, label):
        return Label("other")
    if _BUILDING.search(label) and not re.search(f"{_LEADING}|责任|承办|落实|负责", label):
        return Label("responsible", 1)
    if re.search(_ASSISTING, label):
        return Label("responsible" if re.search(_LEADING, label) else "support")
    return Label("lead" if re.search(_LEADING, label) else "responsible")


_ENDS_IN_TIME = re.compile(rf"(?:{_TIME})(?:要求|安排|计划|表|节点|进度)?$")


def _time(label: str) -> Label | None:
    planned, timed = _PLANNED.search(label), _ENDS_IN_TIME.search(label)
    if (planned or timed) and _OF_A_STAGE.match(label):
        return Label("other")
    if planned:
        return Label("deadline")
    if timed:
        if re.match(_OF_ITS_START, label) and not re.search("[时期]限$", label):
            return Label("other")
        return Label("deadline", 0 if _CERTAIN.search(label) else 1)
    return Label("progress") if _PROGRESS.search(label) else None


def _matter(label: str) -> Label | None:
    if _ASIDE.search(label):
        return Label("other")
    if _NAMES.search(label):
        return Label("text", 1)
    name = _NAMED.sub("", label) or label
    if not _NO_TEXT.search(name):
        for rank, pattern in _TEXT:
            if pattern.search(name):
                return Label("text", rank)
    elif any(pattern.search(name) for _rank, pattern in _TEXT):
        return Label("other")
    return Label("target") if _TARGET.search(name) else None


_IN_A_FILE = {"support": "responsible", "target": "other", "progress": "other"}


def column_role(heading: str) -> str:
    """The role that a column of this heading has in a list's file: 责任领导 is leader, 备注 other."""
    label = meaning(heading)
    return _IN_A_FILE.get(label.role, label.role) if label else "other"


def text_rank(heading: str) -> int:
    """How near a heading is to naming what is to be done: 0 names it, 任务; 反馈问题 is nearer than 整改措施."""
    label = meaning(heading)
    return label.rank if label else LONGEST


class Labelled(NamedTuple):
    """A piece of a cell behind a label inside it: 牵头单位：区经发局.

    ``written`` is the whole phrase where a verb says the role: 区经发局牵头. ``unknown`` are names in it that
    are taken for their place, and not for their form.
    """

    label: str
    role: str
    text: str
    written: str = ""
    unknown: tuple[str, ...] = ()


# 区司法局配合单位：区财政局: these end what stands before them, whatever that is.
_OF_UNITS = (
    "(?:第一|主要|牵头|主责|主办|总牵头|责任|负责|配合|协同|协办|协助|协作|参与|参加|会同|承办|落实|实施|支持){1,3}"
    "(?:单位|部门|科室|处室|部室|股室|机构)"
)
_OF_TIMES = "(?:完成|办理|办结|整改|落实)(?:时限|时间|期限|日期)|时间节点|时限要求"
_INSIDE = re.compile(
    rf"(?:(?:^|(?<=[；;。，,、\s（(【\[〔［﹝〖]))([\u4e00-\u9fff]{{2,12}})|({_OF_UNITS}|{_OF_TIMES}))\s*[:：】\]]\s*[:：]?"
)
_ENDS = "；;。，,、 \n\t　"
_INSIDE_ROLES = ("lead", "responsible", "support", "deadline", "leader", "person", "progress")
# A text has other words before a colon, such as 开放时间：, so a label inside one is of known words alone.
_KNOWN = re.compile(
    rf"(?:第一|总|共同|[省市区县镇乡]级?|年度|主要|次要|和|及|与|{_LEADING}|{_ASSISTING}|{_ANSWERING}|{_OF_ITS_END})*(?:{_UNIT}|(?:{_TIME})(?:要求|安排|节点|进度)?|{_LEADING}|{_ASSISTING}|责任|承办|落实|负责|要求|安排|进度|责任人|负责人)"
)
_DUTY_FIRST = re.compile("责任|牵头|配合|协助|主办|承办|协办|落实单位|包保")
_STARTS = re.compile(rf"(?:启动|开始|开工|起始)(?:{_TIME})")
_WATCHES = re.compile(  # who does not do the work
    "(?:督办|督导|督查|监督|审核|审批|验收|检查|考核|填报)(?:责任)?(?:人员?|领导)"
)
_REMARKS = ("备注", "说明", "备注说明")


def _inside(label: str) -> Label | None:
    """The meaning of a label inside a text."""
    if _WATCHES.fullmatch(label) or label in _REMARKS or _STARTS.fullmatch(label):
        return Label("other")
    plain = simplified(label)
    if plain.count("（") != plain.count("）"):
        return None
    if _BRACKET.search(plain):  # 责任单位（责任人）, 责任处（科）室
        return _inside(_BRACKET.sub("", plain)) or _inside(re.sub("[（）]", "", plain))
    parts = [_inside(part) for part in _AND.split(plain)] if _AND.search(plain) else []
    if parts and all(parts):
        return _of_several([part for part in parts if part])
    found = meaning(label)
    if found is None or found.role not in _INSIDE_ROLES:
        return None
    is_known = found.role in ("leader", "person", "progress") or _DUTY_FIRST.match(plain)
    return found if is_known or _KNOWN.fullmatch(plain) else None


_LONGEST_AT_START, _SHORT = 8, 4
# 落实以下工作：一是… begins a sentence.
_SENTENCE = re.compile(
    "以下|如下|下列|^(?:推进|做好|抓好|开展|加强|完善|加快|实施|落实|组织|建立|打造|围绕|聚焦|突出|重点做好)"
)
_AT_START = re.compile(
    r"(?:[【\[]\s*([\u4e00-\u9fff（）()/／、]{2,16}?)\s*[】\]]\s*[:：]?|([\u4e00-\u9fff（）()/／、]{2,16}?)\s*[:：])\s*"
)


def label_at_start(line: str) -> tuple[str, Label, int] | None:
    """The label that a line begins with, what it means and where it ends; None where it has none."""
    found = _AT_START.match(line)
    written = (found.group(1) or found.group(2)) if found else ""
    if found and (label := _inside(written) or _beginning(written)):
        return clean_cell(written), label, found.end()
    return None


def _beginning(label: str) -> Label | None:
    """What a label means that only at the beginning of a line is one: 工作目标：."""
    if len(label) > _LONGEST_AT_START or (len(label) > _SHORT and _SENTENCE.search(label)):
        return None
    known = meaning(label)
    return known if known and known.role in ("text", "target", "other") else None


_SPACED = re.compile(r"^((?:[\u4e00-\u9fff][ \u3000]+){2,}[\u4e00-\u9fff])(?=[ \u3000]*[：:])")
_SIGN = re.compile(r"^(?:[—–-]{1,2}|[●■★◆▲△◇□○•▪➢※✦]|[（(]?[0-9]{1,2}[)）.．、])[ \t\u3000]*")
_BEFORE_SPACE = re.compile(r"^([\u4e00-\u9fff]{4,8})[ \t\u3000]+(?=[\u4e00-\u9fff0-9])")
_CELLS = ("lead", "responsible", "support", "deadline", "leader", "person")


def plainly_labelled(line: str) -> str:
    """A line that begins with the label of a cell, without what dresses it: 责 任 单 位：, ——责任单位：, ▲责任单位：."""
    line = _SPACED.sub(lambda found: "".join(found.group(1).split()), line)
    bare = _SIGN.sub("", line)
    found = label_at_start(bare) if bare != line else None
    return bare if found and found[1].role in _CELLS else line


def label_before_space(line: str) -> str:
    """The label of a cell that a line begins with, where a space and no colon is behind it; "" where there is none."""
    found = _BEFORE_SPACE.match(line)
    label = _inside(found.group(1)) if found else None
    return found.group(1) if found and label and label.role in _CELLS else ""


def begins_with_label(line: str) -> bool:
    """Whether a line begins with a label and a colon: 牵头单位：区发改局."""
    return label_at_start(line) is not None


def _is_of_a_row(before: str, written: str) -> bool:
    """Whether what looks like a label is the last of a row: 各部门、单位：, whom a paper is for."""
    return len(written) <= len("单位") and before.endswith(("、", "和", "及", "各"))


def split(cell: str) -> tuple[str, tuple[Labelled, ...]]:
    """What stands before the first label inside ``cell``, and the pieces behind each."""
    if not any(mark in cell for mark in "：:】]"):
        return cell, ()
    places = []
    for found in _INSIDE.finditer(cell):
        written = found.group(1) or found.group(2)
        label = _inside(written)
        if label and not _is_of_a_row(cell[: found.start()], written):
            places.append((found, written, label))
    if not places:
        return cell, ()
    ends = [found.start() for found, _written, _label in places[1:]] + [len(cell)]
    pieces = tuple(
        Labelled(clean_cell(written), label.role, _unframed(cell[found.end() : end].strip(_ENDS)))
        for (found, written, label), end in zip(places, ends, strict=True)
    )
    return cell[: places[0][0].start()].rstrip(" \n\t　" + OPENING), pieces


def _unframed(text: str) -> str:
    """Without a closing bracket that was opened before the label, or an opening one of the next."""
    text = text.rstrip(OPENING + _ENDS)
    if text.endswith(tuple(CLOSING)) and more_closed(text) > 0:
        text = text[:-1]
    return text.strip(_ENDS)
