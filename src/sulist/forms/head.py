"""What stands above the table of a form: the words of sulist itself, and how they are known again."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from sulist.base.days import chinese_period

if TYPE_CHECKING:
    from sulist.forms.layout import Marker

TITLE = "{month}{what}进展情况反馈表"
UNDER = ("填报单位：{unit}", "请于{due}前反馈", "清单：{list}")
HOW = (
    "填写说明：只填浅黄色单元格，其余内容请勿改动。"
    "“状态”从下拉列表选择：未启动、推进中、已完成；是否办结由督查部门复核认定。"
    "“完成比例”填0至99的整数百分数；“已完成”的不填比例，须填“完成日期”（如{day}）。"
    "情况截至{last}；没有存在问题的，不填或填“无”。“佐证”有多项的，用“；”分开。"
    "没有填写的事项视为未反馈。可以排序（须选整张表，或用表头的筛选按钮）、筛选、调整列宽；"
    "填好后以.xlsx格式保存并发回，文件名可以改。"
)
SEVERAL_DATES = (
    "有几个时限的事项：某个时限的情况，填在该时限所在行（序号如2-7（1））；"
    "事项的总体情况，填在序号不带括号的一行，全部完成后该行才填“已完成”。"
)
# What stands first in the column of the last report of such an item's rows.
OF_THE_WHOLE = "本行填总体情况。"
OF_EACH_DATE = "本行只填第{step}个时限。"
NOT_ASKED = "以下事项{now}不需反馈，未列入——{states}。"
NOT_SHOWN = "以下内容较长，单元格内显示不全，全文见“续表”——{cells}。"
NOT_READ = "以下内容未能识别，由你单位牵头而未列入的，请告知——{cells}。"
# The same text in forms that were sent before.
HOW_BEFORE = (
    "填写说明：只填浅黄色单元格，其余内容请勿改动。"
    "“状态”从下拉列表选择：未启动、推进中、已完成；是否办结由督查部门复核认定。"
    "“完成比例”填0至99的整数百分数；“已完成”的不填比例，须填“完成日期”（如{day}）。"
    "情况截至{last}；没有存在问题的，不填或填“无”。“佐证”有多项的，用“；”分开。"
    "没有填写的事项视为未反馈。可以排序、筛选、调整列宽；填好后以.xlsx格式保存并发回，文件名可以改。"
)
# What stands in the places that a form's marker does not tell.
_DAY = r"(?:\d{4}年)?\d{1,2}月\d{1,2}日"
_ID = r"[\d-]+(?:（\d+）)?"
_OPEN = {
    "what": "(?:重大事项)?",
    "due": _DAY,
    "now": "本[月周]",
    "last": _DAY,
    "day": r"\d{4}-\d\d-\d\d",
    "states": rf"(?:[一-鿿]{{2,6}}：{_ID}(?:、{_ID})*；?)+",
}


def without_own_words(text: str, marker: Marker) -> str:
    """What of a text above the table is not sulist's own; its white space may have changed."""
    for pattern in _own_words(
        chinese_period(marker.month), marker.unit, marker.title, tuple(marker.titles), marker.notes
    ):
        text = pattern.sub("\n", text)
    return text.strip()


@cache
def _own_words(
    month: str, unit: str, title: str, titles: tuple[str, ...], notes: tuple[str, ...]
) -> tuple[re.Pattern[str], ...]:
    known = {
        name: _spaced(text) for name, text in (("month", month), ("unit", unit), ("list", title))
    }
    known["cells"] = rf"(?:{_ID}（(?:(?:{'|'.join(map(re.escape, titles))})、?)+）；?)+"
    templates = (TITLE, *UNDER, HOW, HOW_BEFORE, SEVERAL_DATES, NOT_ASKED, NOT_SHOWN)
    return (
        *(re.compile(_pattern(template, known | _OPEN)) for template in templates),
        *(re.compile(_spaced(note)) for note in notes),
    )


def _pattern(template: str, places: dict[str, str]) -> str:
    parts = re.split(r"\{(\w+)\}", template)
    return r"\s*".join(
        places[part] if at % 2 else _spaced(part) for at, part in enumerate(parts) if part
    )


def _spaced(text: str) -> str:
    """A pattern of a text, wherever white space stands in it."""
    return r"\s*".join(re.escape(one) for one in text if not one.isspace())
