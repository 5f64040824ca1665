"""How an item stands and what was said of it, in the phrases of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.days import chinese_day, chinese_period
from sulist.write.screen.days_left import days_left
from sulist.write.words import kind_word, status_word

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sulist.journal.record import Record
    from sulist.reports.history import ToldRecord
    from sulist.standing.periods import Period
    from sulist.standing.states import DueDate, Extension


def status_words(one: Record) -> str:
    """What a report itself says of the state: 推进中 65%."""
    percent = "" if one.percent is None else f"{one.percent}%"
    return f"{status_word(one.status)} {percent}".strip()


def which_date(step: int) -> str:
    """Which of an item's several dates is meant; nothing where it is the item itself."""
    return f"第{step}个时限" if step else ""


def date_words(due_date: DueDate, year: int) -> str:
    """10月31日（原定8月31日）; of several dates also which it is."""
    return which_date(due_date.step) + day_words(
        due_date.due, due_date.first_due if due_date.extended else None, year
    )


def period_words(period: Period, year: int) -> str:
    """11月, 7月至9月, or 第27周; of another year than the list's also that."""
    first, last = period.names[0], period.names[-1]
    name = chinese_period(first).removeprefix(f"{year}年")
    return name if first == last else f"{name}至{int(last[5:])}月"


def day_words(due: date, first: date | None, year: int) -> str:
    """A day, and the one that was printed where it was extended."""
    was = f"（原定{chinese_day(first, year)}）" if first else ""
    return chinese_day(due, year) + was


def deadline_words(text: str, dates: Iterable[DueDate], year: int) -> str:
    """A cell such as the printed 完成时限, and below it each date that was extended."""
    moved = [
        f"{which_date(due_date.step)}延至{chinese_day(due_date.due, year)}"
        for due_date in dates
        if due_date.extended
    ]
    return "\n".join((text, *moved))


def due_date_words(due_date: DueDate, as_of: date, year: int) -> str:
    """A date and how it stands: 10月31日（原定8月31日），剩余51天."""
    text = date_words(due_date, year)
    if due_date.open:
        return f"{text}，{days_left(due_date.days_left(as_of))}"
    if due_date.done_on:
        text += f"，完成于{chinese_day(due_date.done_on, year)}"
        if due_date.late_days:
            text += f"，超期{due_date.late_days}天"
    return text


def extension_words(one: Extension, year: int) -> str:
    """When it was decided to give more time, until when, and why."""
    on, to = chinese_day(one.on, year), chinese_day(one.to, year)
    return f"{on}决定{which_date(one.milestone)}延至{to}：{one.reason}"


def report_words(one: Record, year: int, *, name: str = "") -> list[str]:
    """What a report says, a line a heading; ``name`` is the unit where that has to be told."""
    head = " ".join(filter(None, (chinese_day(one.on, year), which_date(one.milestone), name)))
    said = (
        ("进展情况", one.done),
        ("存在问题", one.problem),
        ("下步打算", one.next),
        ("佐证", "；".join(one.evidence)),
    )
    return [head, *(f"{term}：{text}" for term, text in said if text)]


def head_words(one: Record, year: int) -> str:
    """What a record is and sets, without its texts: 反馈 · 推进中 65%."""
    parts = [
        kind_word(one.kind),
        which_date(one.milestone),
        status_words(one),
        f"延至{chinese_day(one.to, year)}" if one.to else "",
        f"完成于{chinese_day(one.done_on, year)}" if one.done_on else "",
    ]
    return " · ".join(part for part in parts if part)


def note_words(one: ToldRecord) -> str:
    """Why a record does not count, or not wholly."""
    if one.replaced_by:
        return f"已于{one.replaced_by.written_day}重新反馈，以后者为准，不计入。"
    if one.taken_back_by:
        return f"已于{one.taken_back_by.written_day}撤回，不计入。"
    if one.refused:
        return f"不计入：{one.refused}"
    return "非牵头单位反馈，不改变状态。" if one.sets_no_state else ""
