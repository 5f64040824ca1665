"""What was said of an item and what became of it, in the words of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.days import chinese_day
from sulist.base.i18n import _
from sulist.write.screen.days import days_left
from sulist.write.screen.standing import KIND_NAMES
from sulist.write.standing_words import date_words, status_words, which_date

if TYPE_CHECKING:
    from datetime import date

    from sulist.journal.record import Record
    from sulist.standing.states import DueDate
    from sulist.standing.tracking import Progress


def part_words(part: DueDate, as_of: date, year: int) -> str:
    """A date and how it stands: 10月31日（原定8月31日），剩余51天."""
    text = date_words(part, year)
    if part.open:
        return f"{text}，{days_left((part.due - as_of).days)}"
    if part.done_on:
        text += f"，完成于{chinese_day(part.done_on, year)}"
        if part.late_days:
            text += f"，超期{part.late_days}天"
    return text


def extension_words(one: Record, year: int) -> str:
    """When it was decided to give more time, until when, and why."""
    assert one.to is not None  # noqa: S101 - an extension is not read without it
    on, to = chinese_day(one.on, year), chinese_day(one.to, year)
    return f"{on}决定{which_date(one.milestone)}延至{to}：{one.reason}"


def head_words(one: Record, year: int) -> str:
    """What a record is and sets, without its texts: 反馈 · 推进中 65%."""
    parts = [
        _(KIND_NAMES[one.kind]),
        which_date(one.milestone),
        status_words(one),
        f"延至{chinese_day(one.to, year)}" if one.to else "",
        f"完成于{chinese_day(one.done_on, year)}" if one.done_on else "",
    ]
    return " · ".join(part for part in parts if part)


def note_words(progress: Progress, one: Record, refused: dict[str, str]) -> str:
    """Why a record does not count, or not wholly; ``refused`` are reasons by id."""
    if back := progress.known.taken_back.get(one.id):
        return f"已于{back.written_day}撤回，不计入。"
    if one.id in refused:
        return f"不计入：{refused[one.id]}"
    if one.kind == "report" and one.role != "lead" and (one.status or one.percent is not None):
        return "非牵头单位反馈，不改变状态。"
    return ""
