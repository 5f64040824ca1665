"""Phrases of simple parts, read without a pattern: 力争6月底前完成, 3月至8月, 3月底前开工，年底前完工.

Moments in figures (``figures``), one in a clause or two in a range; before and behind them words that
nothing in the grammar looks at; and what returns in its plainest shape (每月17日前). Everything else
is left to ``cell``. What is read here is read there alike: the tests hold that, of the letters here
also by the grammar's own patterns, none of which matches a text that is made of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.deadline import signs
from sulist.deadline.figures import DIGITS, FINISHED, edge_at, moment_at, suffix_at
from sulist.deadline.meaning import ENDS, Deadline, Recurrence
from sulist.deadline.phrase import Plain, Unreadable
from sulist.deadline.resolving import Before, Dates
from sulist.deadline.terms import deadline_of, terms_of

if TYPE_CHECKING:
    from datetime import date

    from sulist.deadline.resolving import Given, Moment
    from sulist.deadline.terms import Term

# Letters that say nothing of time and put none in doubt: of these alone no pattern of the grammar can be
# made up. They are written as words that are often there; which words they make does not matter.
MEANINGLESS = frozenset(
    "力争 确保 争取 务必 必须 请 应 拟 于 在 各部门 单位 区局委办 市县 镇街道 省厅 园区 村 公司 企业 牵头 责任 落实"
    " 完成 全部 全面 基本 完善 竣工 建成 建设 投产 投入 使用 投用 实现 达标 出台 制定 编制 方案 启动 开工 开展"
    " 招投标 验收 交付 并网 试运营 组织 召开 培训 创新 增加 扩建 主体工程 项目 路桥管网 房屋 楼宇 学校 医院 卫生"
    " 环境 文化 旅游 服务 能力 水利 农田 森林 种养殖 绿色 低碳 治理 修复 优化 融合 做好 规范 解决 宣传 录用 审批"
    " 批复 备案 评估 论证 配套 设备 安装 工作 任务 措施 机制 制度 体系 平台 系统 入库 用地 征收".replace(
        " ", ""
    )
)
# What may stand between such a letter, or the beginning of a clause, and a moment that is no number.
LEADS = frozenset(
    ("", "力争", "确保", "争取", "务必", "必须", "拟", "请", "于", "在", "力争于", "力争在")
)
_JOINTS = ("range", "dash")
_EACH = {"每月": "month", "每季度": "quarter", "每周": "week"}
_WEEKDAYS = "一二三四五六日"


def read_simple(written: str, given: Given, as_of: date | None) -> Deadline | None:
    """The deadline that a cell prints, where it has simple parts only; None of another."""
    if written[0] == "每":
        return _returning(written, as_of)
    cell = Plain(written.replace("，", ","), None, written)
    try:
        terms = _terms(cell.text, given)
        return deadline_of(cell, terms) if terms else None
    except Unreadable:  # told by the whole grammar, with its place
        return None


def _terms(text: str, given: Given) -> list[Term] | None:
    """The terms of all clauses; None where one is not simple."""
    terms: list[Term] = []
    before, start = Before(), 0
    for clause in text.split(","):
        end = start + len(clause)
        dates = _dates(text, start, end)
        if dates is None:
            return None
        found, before = terms_of(dates, given, before, text)
        terms += found
        start = end + 1
    return terms


def _dates(text: str, start: int, end: int) -> Dates | None:
    """The moment, or the two of a range, in a simple clause; None of another."""
    at = start
    first = moment_at(text, at)
    if first is None:
        while at < end and text[at] in MEANINGLESS:
            at += 1
        first = moment_at(text, at)
        if first is None or not (_is_numbered(first, text) or text[start:at] in LEADS):
            return None
    moments = [first]
    if not first.suffix and (behind := _behind_joint(text, first.end)):
        last = moment_at(text, behind)
        if last is None:
            return None
        moments.append(last._replace(joint="-"))
    is_last = end == len(text)
    return (
        Dates(at, moments[-1].end, moments, "")
        if _is_simple(text, moments[-1], end, is_last=is_last)
        else None
    )


def _is_numbered(moment: Moment, text: str) -> bool:
    """Whether a moment is a number of a year or a month, which only a figure before it can change."""
    return moment.scale != "quarter" and text[moment.start] in DIGITS


def _behind_joint(text: str, at: int) -> int:
    """Where what is joined by 至 or a dash begins; 0 where nothing is."""
    for does in _JOINTS:
        if (sign := signs.sign_at(text, at, does)) is not None:
            return at + len(sign.written)
    return 0


def _is_simple(text: str, moment: Moment, end: int, *, is_last: bool) -> bool:
    """Whether what stands between a moment and the end of its clause says nothing more of a time.

    Right before a comma a moment may be one of a list, and a year behind one may be that of another date.
    Behind a moment that nothing follows (8月), any word may make something else of it, but not one that finishes.
    """
    if moment.end == end:
        return is_last and (moment.scale != "year" or "," not in text)
    if not (moment.suffix or moment.edge):
        return text[moment.end : end] in FINISHED
    if suffix_at(text, moment.end)[0] or edge_at(text, moment.end, "month"):
        return False
    return MEANINGLESS.issuperset(text[moment.end : end])


def _returning(written: str, as_of: date | None) -> Deadline | None:
    """每月17日前, 每季度末, 每周五前; None where more is written, or in another way."""
    each = next((each for each in _EACH if written.startswith(each)), "")
    day = _day(_EACH.get(each, ""), written[len(each) :].removesuffix("前"))
    if day is None:
        return None
    frequency = _EACH[each]
    recurrence = Recurrence(frequency, (day,) if day else ENDS[frequency])
    due = recurrence.after(as_of) if as_of else None
    return Deadline(written, "recurring", due=due, recurrence=recurrence)


def _day(frequency: str, said: str) -> tuple[int, int] | tuple[()] | None:
    """The day that 17日 or 五 says, () for the end of each period; None for what is said otherwise."""
    if said in ("底", "末") and frequency in ("month", "quarter"):
        return ()
    if frequency == "week" and len(said) == 1 and said in _WEEKDAYS[1:]:
        return 0, _WEEKDAYS.index(said)
    number = said.removesuffix("日")
    is_day = frequency == "month" and number != said and len(number) <= 2
    if is_day and number.isascii() and number.isdigit() and 1 <= int(number) <= 31:
        return 0, int(number)
    return None
