"""How an item stands, in the words of a document: its dates, its state, what was said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.days import chinese_day
from sulist.base.i18n import _
from sulist.write.screen.standing import STATUS_NAMES
from sulist.write.words import state_word

if TYPE_CHECKING:
    from sulist.journal.record import Record
    from sulist.listfile.item import WorkItem
    from sulist.standing.states import DueDate, Standing

_PERCENT_SAID = frozenset({"in-progress", "reopened", "withdrawn"})


def state_words(one: Standing) -> str:
    """推进中 65%; of what is done the state says it all."""
    percent = f" {one.percent}%" if one.percent is not None and one.state in _PERCENT_SAID else ""
    return state_word(one.state) + percent


def status_words(one: Record) -> str:
    """What a report itself says of the state: 推进中 65%."""
    status = _(STATUS_NAMES[one.status]) if one.status else ""
    percent = "" if one.percent is None else f"{one.percent}%"
    return f"{status} {percent}".strip()


def date_words(part: DueDate, year: int) -> str:
    """10月31日（原定8月31日）; of several dates also which it is."""
    text = which_date(part.step) + chinese_day(part.due, year)
    if part.due != part.first_due:
        text += f"（原定{chinese_day(part.first_due, year)}）"
    return text


def deadline_words(item: WorkItem, one: Standing, year: int) -> str:
    """The printed 完成时限, and below it a date that was extended."""
    moved = [
        f"{which_date(part.step)}延至{chinese_day(part.due, year)}"
        for part in one.dates
        if part.due != part.first_due
    ]
    return "\n".join((item.deadline.text, *moved))


def which_date(step: int) -> str:
    """Which of an item's several dates is meant; nothing where it is the item itself."""
    return f"第{step}个时限" if step else ""


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
