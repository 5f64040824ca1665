"""What a label says of the cell under it or behind it: 牵头部门 is a lead, 时间节点 a deadline."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from sulist.base.plain import clean_cell, simplified

LONGEST = 24  # characters of a label

_NAMES = """事项 事项名称 事项内容 重大事项 重大事项名称 重点事项 重要事项 主要事项 具体事项 工作事项 任务事项 改革事项
    督查事项 督办事项 整改事项 办理事项 工作任务 重点任务 重点工作 重点工作任务 主要任务 主要工作 改革任务 年度重点任务
    任务 任务名称 工作名称 工作 项目 项目名称 重点项目 工作项目 建设项目 实事 实事项目 实事名称 实事内容 民生实事
    民生实事项目 民生项目 主要工作任务 重点工作事项 议定事项 任务清单 事项清单"""
_CONTENTS = """内容 主要内容 具体内容 任务内容 工作内容 项目内容 建设内容 主要建设内容 建设内容及规模 建设规模及内容 主要工作内容
    具体任务 细化任务 具体工作 具体工作任务 分解任务 任务分解 工作要点 事项要点 任务要求"""
_EXTRAS = """目标 工作目标 年度目标 目标任务 年度任务 年度目标任务 年度工作目标 目标要求 目标 主要目标 预期目标 绩效目标
    措施 工作措施 具体措施 主要措施 推进措施 落实措施 保障措施 举措 工作举措 主要举措 具体举措 工作要求 完成标准 工作标准
    预期成果 成果形式 工作成果 完成标志 办理要求"""
_LEADS = """牵头 牵头单位 牵头部门 牵头科室 牵头处室 牵头责任单位 牵头责任部门 牵头负责单位 责任牵头单位 总牵头单位 市级牵头单位
    主责 主责单位 主责部门 主办 主办单位 主办部门 主要责任单位 第一责任单位 主要负责单位"""
_RESPONSIBLES = """责任 责任单位 责任部门 责任科室 责任处室 责任主体 负责单位 负责部门 负责科室 承办单位 承办部门 落实单位 落实部门
    实施单位 实施主体 执行单位 责任分工 任务分工 单位分工 职责分工 分工 责任单位及分工 牵头单位和责任单位 牵头及责任单位
    牵头责任单位和配合单位 牵头单位及配合单位 牵头单位、责任单位 牵头单位、配合单位 牵头（责任）单位 牵头和责任单位 牵头/责任单位
    牵头和配合单位 牵头及配合单位 责任单位和配合单位 相关单位"""
_SUPPORTS = """配合 配合单位 配合部门 配合科室 配合责任单位 协办 协办单位 协办部门 协同 协同单位 协同部门 协助单位 协助部门 协作单位
    参与 参与单位 参与部门 参加单位 参加部门 会办单位 责任配合单位"""
_DEADLINES = """时限 时限要求 时间 时间节点 时间要求 时间安排 时间进度 完成时限 完成时间 完成期限 完成日期 完成节点 完成时间节点
    完成时限要求 办理时限 办结时限 办理期限 工作时限 截止时间 截止日期 计划完成时间 计划完成时限 预计完成时间 拟完成时间 进度安排
    进度要求 整改时限 落实时限"""
_SERIALS = (
    "序 序号 编号 项次 号 顺序号 事项编号 任务编号 项目编号 事项序号 任务序号 总序号 no no. 序列"
)
_CATEGORIES = """类别 分类 类型 事项类别 事项分类 任务类别 项目类别 工作类别 任务分类 项目分类 领域 所属领域 工作领域 重点领域 板块
    工作板块 方面 一级任务 任务领域"""
_ASIDES = """备注 说明 备注说明 分管领导 责任领导 牵头领导 包联领导 挂点领导 挂联领导 联系领导 区领导 市领导 县领导 分管区领导 分管县领导
    分管市领导 责任人 责任人员 负责人 联系人 联络员 经办人 具体责任人 联系电话 电话 联系方式 进展 进展情况 工作进展 最新进展
    工作进展情况 完成情况 落实情况 办理情况 推进情况 完成进度 工作进度 进度 目前进展 当前进展 状态 完成状态 办理状态 是否完成
    存在问题 问题 困难和问题 下一步打算 下一步工作 下步打算 下一步计划 资金来源 资金 总投资 投资额 投资 年度投资 计划投资
    启动时间 开始时间 开工时间 起始时间 来源 事项来源 任务来源 依据 文件依据 政策依据 立项依据"""


class Label(NamedTuple):
    """What a label means.

    ``role`` is serial, category, text, lead, responsible, support, deadline or aside. Of text
    columns, ``rank`` 0 names the item, 1 tells its content, 2 adds to it under its own label.
    """

    role: str
    rank: int = 0


def _table() -> dict[str, Label]:
    meanings = (
        (_NAMES, Label("text", 0)),
        (_CONTENTS, Label("text", 1)),
        (_EXTRAS, Label("text", 2)),
        (_RESPONSIBLES, Label("responsible")),
        (_SUPPORTS, Label("support")),
        (_LEADS, Label("lead")),
        (_DEADLINES, Label("deadline")),
        (_SERIALS, Label("serial")),
        (_CATEGORIES, Label("category")),
        (_ASIDES, Label("aside")),
    )
    return {word: label for words, label in meanings for word in words.split()}


LABELS = _table()
# the letters of labels that a cell of units has no need of
_TRADITIONAL = str.maketrans(
    "稱內容項務節點時間備註導進況類別總計畫劃實要標準結",
    "称内容项务节点时间备注导进况类别总计画划实要标准结",
)
_BRACKET = re.compile("（[^（）]*）")
_AND = re.compile("[及和与、/／]|以及")
_DRESSING = re.compile("^(?:20[0-9]{2}年度?|本年度|年度|我?[省市区县]级?)(?=.{2})")


@lru_cache(maxsize=4096)
def meaning(written: str) -> Label | None:
    """What ``written`` means as a label; None where it is none.

    Width, layout, traditional characters, a bracket behind it (完成时限（月）) and a year before
    it do not matter.
    """
    label = simplified(clean_cell(written)).translate(_TRADITIONAL).strip("：:。、*＊ ").lower()
    if not label or len(label) > LONGEST:
        return None
    for candidate in (label, _BRACKET.sub("", label)):
        for form in (candidate, _DRESSING.sub("", candidate)):
            if form in LABELS:
                return LABELS[form]
    return _of_parts(label)


def _of_parts(label: str) -> Label | None:
    """工作目标及内容, 责任单位和责任人: the units or the content where both parts are labels."""
    parts = [LABELS.get(part) for part in _AND.split(label)]
    known = [part for part in parts if part]
    if len(parts) < 2 or len(known) < len(parts):
        return None
    order = ("lead", "responsible", "support", "deadline", "text", "aside", "category", "serial")
    return min(known, key=lambda part: (order.index(part.role), part.rank))


_PEOPLE = re.compile("人$|人员|联络员|联系|电话")


def column_role(heading: str) -> str:
    """The role that a column of this heading has in a list's file: 责任领导 is leader, 备注 other."""
    label = meaning(heading)
    role = label.role if label else "aside"
    if role == "support":
        return "responsible"
    if role == "aside":
        name = clean_cell(heading)
        return "leader" if "领导" in name else "person" if _PEOPLE.search(name) else "other"
    return role


class Labelled(NamedTuple):
    """A piece of a cell behind a label inside it: 牵头单位：区经发局."""

    label: str
    role: str
    text: str


# 区司法局配合单位：区财政局: these end what stands before them, whatever that is.
_OF_UNITS = (
    "(?:第一|主要|牵头|主责|主办|总牵头|责任|负责|配合|协同|协办|协助|协作|参与|参加|会同|承办|落实|实施|支持){1,3}"
    "(?:单位|部门|科室|处室|部室|股室|机构)"
)
_OF_TIMES = "(?:完成|办理|办结|整改|落实)(?:时限|时间|期限|日期)|时间节点|时限要求"
_INSIDE = re.compile(
    rf"(?:(?:^|(?<=[；;。，,、\s（(【\[〔]))([\u4e00-\u9fff]{{2,12}})|({_OF_UNITS}|{_OF_TIMES}))\s*[:：】\]]\s*[:：]?"
)
_DUTIES = (
    ("lead", re.compile("牵头|主责|主办|主要|第一")),
    ("support", re.compile("配合|协同|协办|协助|协作|参与|参加|会同|支持|其他|其它")),
    ("responsible", re.compile("责任|负责|承办|落实|实施|相关|有关")),
)
_UNIT_NOUN = re.compile("(?:单位|部门|科室|处室|部室|股室|机构)$")


def _inside(label: str) -> Label | None:
    """What a label inside a cell means; of one that is not known, whose units it names."""
    known = meaning(label)
    if not known and label.endswith("分工"):
        return Label("responsible")
    if known or not _UNIT_NOUN.search(label):
        return known
    role = next((role for role, words in _DUTIES if words.search(label)), "")
    return Label(role) if role else None


_AT_START = re.compile(
    r"(?:[【\[]\s*([\u4e00-\u9fff（）()/／、]{2,16}?)\s*[】\]]\s*[:：]?|([\u4e00-\u9fff（）()/／、]{2,16}?)\s*[:：])\s*"
)


def label_at_start(line: str) -> tuple[str, Label, int] | None:
    """The label that a line begins with, what it means and where it ends; None where it has none."""
    found = _AT_START.match(line)
    written = (found.group(1) or found.group(2)) if found else ""
    if found and (label := _inside(written)):
        return clean_cell(written), label, found.end()
    return None


def begins_with_label(line: str) -> bool:
    """Whether a line begins with a label and a colon: 牵头单位：区发改局."""
    return label_at_start(line) is not None


_ENDS = "；;。，,、 \n\t　"
_INSIDE_ROLES = ("lead", "responsible", "support", "deadline", "aside")


def split(cell: str) -> tuple[str, tuple[Labelled, ...]]:
    """What stands before the first label inside ``cell``, and the pieces behind each."""
    if not any(mark in cell for mark in "：:】]"):
        return cell, ()
    places = []
    for found in _INSIDE.finditer(cell):
        written = found.group(1) or found.group(2)
        label = _inside(written)
        if label and label.role in _INSIDE_ROLES:
            places.append((found, written, label))
    if not places:
        return cell, ()
    ends = [found.start() for found, _written, _label in places[1:]] + [len(cell)]
    pieces = tuple(
        Labelled(clean_cell(written), label.role, _unframed(cell[found.end() : end].strip(_ENDS)))
        for (found, written, label), end in zip(places, ends, strict=True)
    )
    return cell[: places[0][0].start()].rstrip(" \n\t　（(【[〔"), pieces


def _unframed(text: str) -> str:
    """Without a closing bracket that was opened before the label, or an opening one of the next."""
    text = text.rstrip("（(【[〔" + _ENDS)
    for opening, closing in ("（）", "()", "【】", "[]", "〔〕"):
        if text.endswith(closing) and text.count(closing) > text.count(opening):
            text = text[:-1]
    return text.strip(_ENDS)
