"""Whether words are a time and nothing else, as they stand in brackets: 3月底前, 每季度, 学期末."""

from __future__ import annotations

import re

from sulist.importers import cell_text

_TIMES = re.compile(
    "(?:每?(?:学期|学年|年度)|期|月|季|年|周)(?:初|中|末)|期[中末](?:考试)?(?:前|后|前后)?|"
    "第[0-9一二三四五六七八九十]{1,3}(?:[-—－至、][0-9一二三四五六七八九十]{1,3})?周|[寒暑]假(?:期间|前|后)?|汛期|"
    "(?:每|一|本|上|下|第[一二])(?:个)?学期(?:[0-9一二两三四]次)?|开学(?:初|后|前后|第一周)"
)
_BEGINS_TIME = re.compile(
    "[0-9一二三四五六七八九十]|20|每|全年|常年|长期|即日|随时|适时|[于在至到]|力争|确保|争取|计划|预计|今年|明年|本[月周年季]|当[月年]|"
    "[上下]半年|[上下]个?[月周]|年[初中末底内前]|[春夏秋冬]|第|元旦|国庆|中秋|端午|清明|重阳|建军|建党|教师节|贯穿|按[月季年周]|逐月|不定期|"
    "持续|开学|放假|汛|入汛|[寒暑]假|学期|期[中末]|截[至止]|儿童节|妇女节|劳动节|青年节"
)


def is_time_alone(clause: str) -> bool:
    """Whether a clause is a time and nothing else: a deadline may have words before it, 初稿6月底前."""
    if _TIMES.fullmatch(clause):
        return True
    begins = _BEGINS_TIME.match(clause)
    return (
        bool(begins) and cell_text.units_in(clause) is None and cell_text.is_deadline(clause, 2000)
    )
