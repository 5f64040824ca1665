"""Words before a name that say neither who nor what: 此项工作由, 并会同, 按职责分工; few cells have any."""

from __future__ import annotations

import re
from functools import cache

from sulist.units import vocabulary

_WORK = "(?:工作|任务|事项|项目|活动|内容)"
_THIS = f"(?:此|该|本|上述|以上|前述|有关|相关|具体|日常)(?:[项类个些条款])?{_WORK}?|{_WORK}"
_CASE = (
    "原则上|一般情况下?|通常|特殊情况下?|特殊情形|其他情况下?|其余|必要时|具体|统一|主要|同时|并"
)


@cache
def with_and() -> re.Pattern[str]:
    """The ``word`` 并 before a verb: 并会同县财政局."""
    return re.compile("(?P<word>并|同时|并且)(?:会同|由|请|配合|协助)")


@cache
def by_whom() -> re.Pattern[str]:
    """由 and what stands before it: 此项工作由, 原则上由."""
    return re.compile(rf"(?:{_THIS}|{_CASE}|{vocabulary.by_duty()})由(?=..)")


@cache
def manner() -> re.Pattern[str]:
    """How, and nothing else: 按职责分工."""
    return re.compile(vocabulary.by_duty())
