"""What people call what is known of an item, and what they write where there is a choice of words.

Screens, documents and forms take the names of the first tables, each with its Chinese in the catalogue.
What may be written, on a command line, in a form or in settings, stands in the others: the words of each
are shown in help and refusals. ``BESIDES`` are further ones that offices use for them; they are
understood, as is another width, case or script.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

STATE_NAMES = {
    "no-report": N_("no report"),
    "not-started": N_("not started"),
    "in-progress": N_("in progress"),
    "reported-done": N_("reported done"),
    "closed": N_("closed"),
    "reopened": N_("reopened"),
    "withdrawn": N_("withdrawn"),
}

# What a report itself may say.
STATUS_NAMES = {
    "not-started": N_("not started"),
    "in-progress": N_("in progress"),
    "done": N_("done"),
}

COLOUR_NAMES = {
    "red": N_("red"),
    "yellow": N_("yellow"),
    "green": N_("green"),
    "blue": N_("blue"),
    "none": N_("no light"),
}
REASON_NAMES = {
    "overdue": N_("overdue"),
    "near": N_("near its date"),
    "behind": N_("behind"),
    "no-report": N_("no report"),
    "not-due-yet": N_("not due yet: first report"),
    "done-late": N_("reported done late"),
    "on-schedule": N_("on schedule"),
    "to-verify": N_("to be verified"),
    "closed": N_("closed"),
    "withdrawn": N_("withdrawn"),
    "unread": N_("deadline not read"),
}

KIND_NAMES = {
    "report": N_("report"),
    "extension": N_("extension"),
    "closing": N_("closing"),
    "reopening": N_("reopening"),
    "withdrawal": N_("withdrawal"),
    "correction": N_("correction"),
}

# Who stands behind a record, and its paper, by its keys: the document's own terms.
PEOPLE_TITLES = {
    "filled_by": "填报人",
    "reviewed_by": "审核人",
    "phone": "联系电话",
    "entered_by": "录入人",
    "approved_by": "批准人",
    "paper": "文号",
}

# How an item touches a unit, likewise.
ROLE_TERMS = {"lead": "牵头", "named": "责任", "covered": "涉及", "possible": "可能涉及"}

ROLE_WORDS = {
    "lead": "lead",
    "牵头": "lead",
    "named": "named",
    "责任": "named",
    "covered": "covered",
    "涉及": "covered",
    "possible": "possible",
    "可能涉及": "possible",
}
STATE_WORDS = {
    "no-report": "no-report",
    "未反馈": "no-report",
    "not-started": "not-started",
    "未启动": "not-started",
    "in-progress": "in-progress",
    "推进中": "in-progress",
    "reported-done": "reported-done",
    "待复核": "reported-done",
    "closed": "closed",
    "办结": "closed",
    "reopened": "reopened",
    "重新办理": "reopened",
    "withdrawn": "withdrawn",
    "调整": "withdrawn",
}
STATUS_WORDS = {
    "not-started": "not-started",
    "未启动": "not-started",
    "in-progress": "in-progress",
    "推进中": "in-progress",
    "done": "done",
    "已完成": "done",
}
SORT_WORDS = {
    "deadline": "deadline",
    "时限": "deadline",
    "leader": "leader",
    "领导": "leader",
    "unit": "unit",
    "单位": "unit",
    "serial": "serial",
    "序号": "serial",
}
RHYTHM_WORDS = {
    "week": "week",
    "每周": "week",
    "month": "month",
    "每月": "month",
    "two-months": "two-months",
    "双月": "two-months",
    "quarter": "quarter",
    "每季": "quarter",
    "half-year": "half-year",
    "半年": "half-year",
    "year": "year",
    "每年": "year",
}
LOAD_WORDS = {
    "unit": "unit",
    "单位": "unit",
    "leader": "leader",
    "领导": "leader",
    "category": "category",
    "分类": "category",
}
LIGHT_WORDS = {
    "red": "red",
    "红": "red",
    "yellow": "yellow",
    "黄": "yellow",
    "green": "green",
    "绿": "green",
    "blue": "blue",
    "蓝": "blue",
    "none": "none",
    "无": "none",
}

BESIDES = {
    "牵头": "牵头单位 牵头部门 主办 主办单位 主责",
    "责任": "责任单位 配合 配合单位 协办 协办单位",
    "涉及": "覆盖 涵盖 包含",
    "可能涉及": "可能 或许",
    "未反馈": "未上报 未报 没反馈 没有反馈 没报 无反馈 未填报 尚未反馈",
    "未启动": "未开始 没开始 尚未开始 尚未启动 没启动 未开展 未开工 未实施",
    "推进中": "推进 进行中 正在推进 正在进行 办理中 正在办理 在办 实施中 正在实施 开展中 已启动 有序推进 持续推进",
    "待复核": "待审核 待核验 待核实 待验收 待确认 报完成 已报完成",
    "办结": "已办结 办结了 销号 已销号 已结 结案 已核验",
    "重新办理": "重办 重新办 退回 退回重办",
    "调整": "已调整 撤销 取消 已取消 不再办理",
    "已完成": "完成 完成了 已经完成 全部完成 全面完成 做完 做完了 办完 办完了",
    "时限": "期限 完成时限 完成时间 到期 到期日 时间 日期",
    "领导": "责任领导 分管领导 包保领导",
    "单位": "牵头单位 部门 各单位",
    "序号": "编号 顺序",
    "分类": "类别 类",
    "每周": "周 一周 按周 每星期 每个星期 周报 weekly",
    "每月": "月 月度 按月 每个月 monthly",
    "双月": "两月 每两月 两个月 每两个月 隔月",
    "每季": "季 季度 每季度 每个季度 按季 按季度 quarterly",
    "半年": "每半年 半年度 半年一次",
    "每年": "年 年度 按年 yearly annual",
    "红": "红灯 亮红灯 红色 红色预警",
    "黄": "黄灯 亮黄灯 黄色 黄色预警",
    "绿": "绿灯 亮绿灯 绿色 正常",
    "蓝": "蓝灯 亮蓝灯 蓝色",
    "无": "无灯 不亮灯 没有灯 灰",
    "table": "表格 表 屏幕 文字",
    "markdown": "md",
    "ndjson": "jsonl",
    "ledger": "台账 督查台账 督办台账 工作台账",
    "list": "清单 事项清单 重大事项清单",
    "text": "文本 纯文本 md",
    "report": "报告 汇报 汇报材料 进展报告 督查报告 通报",
    "letters": "函 督办函 催办函 提醒函 催办单 督办单",
    "calendar": "日历 日程",
    "page": "网页 页面",
}
# What is said for several states at once.
OPEN_STATES = {
    "未完成": ("未反馈", "未启动", "推进中", "重新办理"),
    "未办结": ("未反馈", "未启动", "推进中", "待复核", "重新办理"),
}

# Answers to a question.
YES = "y yes ok 是 是的 好 好的 对 对的 行 可以 确认 同意 嗯"
NO = "n no 否 不 不是 不对 不行 不可以 不同意 不用 取消"

# What is no form of an answer but a document, by the kind that is likely meant.
DOCUMENT_WORDS = {
    "ledger": "excel xlsx xls et 电子表格 工作簿",
    "list": "word docx doc wps pdf",
    "page": "html htm",
    "calendar": "ics",
}

# What parts several values of one option or argument: marks, else marks and words.
_PARTING = (r"[、，,;；/／\s]+", r"[、，,;；/／\s]+|以及|[和与及]")


def parted(typed: str) -> Iterator[tuple[str, ...]]:
    """The ways in which a text may name several, the likelier first; each is looked for when it is asked for."""
    import re

    known: tuple[str, ...] = ()
    for signs in _PARTING:
        way = tuple(filter(None, re.split(signs, typed)))
        if way and way not in (known, (typed,)):
            yield way
        known = way


def meant(typed: str, words: Iterable[str]) -> str:
    """Which of ``words`` a person means; empty for none of them."""
    from sulist.base.plain import fold, simplified

    said = simplified(fold(typed)).strip("\"'“”‘’「」")
    return next((one for one in words if said in (one, *BESIDES.get(one, "").split())), "")
