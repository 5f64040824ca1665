"""What was asked for, and what was left out, in the words of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.asking.query import Query
from sulist.write.screen.items import question_title

if TYPE_CHECKING:
    from sulist.reports.narrowing import LeftOut

NOTHING = "没有符合条件的事项。"


def asked(query: Query) -> str:
    """What the filters ask for; nothing where there are none."""
    return question_title(query, "").removeprefix(" · ") if query != Query() else ""


def left_out_lines(left_out: LeftOut) -> list[str]:
    """What the filters of dates left out without looking at it: nothing drops out in silence."""
    lines = []
    if left_out.undated:
        lines.append(f"另有{left_out.undated}项没有具体日期，未列入。")
    if left_out.settled:
        lines.append(f"另有{left_out.settled}项已完成或已调整，未列入。")
    return lines
