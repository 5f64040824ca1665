"""What a document says of a list's own cells: of a part whose it is, of the year's items since when, of what is not read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.days import chinese_day
from sulist.base.showing import shortened
from sulist.listfile.printing import numbers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sulist.listfile.item import WorkItem
    from sulist.listfile.printing import Printing
    from sulist.listfile.worklist import Unread, WorkList

_RULES = {
    "responsible": "注：清单没有写明牵头单位，以“{heading}”栏中的单位为牵头单位。",
    "first": "注：清单没有写明牵头单位，以“{heading}”栏列第一位者为牵头单位。",
}


def part_words(printing: Printing, item: WorkItem) -> str:
    """Whose part an item is; nothing of one that is none."""
    parent = printing.parent(item)
    return f"（属{printing.named(parent)}：{parent.name.rstrip('。')}）" if parent else ""


def assigned_words(item: WorkItem, year: int) -> str:
    """That an item came in the course of the year, and when; nothing of one that is printed."""
    return f"{chinese_day(item.assigned, year)}年中交办" if item.assigned else ""


def printed_deadline(item: WorkItem, year: int) -> str:
    """The deadline as printed, its own or that of what it is a part of; of an item of the year also since when it runs."""
    came = f"（{assigned_words(item, year)}）" if item.assigned else ""
    return "\n".join(filter(None, (item.deadline.text, came)))


def number_words(items: Iterable[WorkItem], as_printed: int) -> str:
    """How many items there are, as printed where that is: 6项，另年中交办1项; else its parts apart: 3项、分项4项."""
    found = numbers(items)
    if not (as_printed or found.whole or found.parts) and found.later:
        return f"年中交办{found.later}项"
    text = f"{as_printed or found.whole}项"
    text += f"、分项{found.parts}项" if found.parts and not as_printed else ""
    return text + (f"，另年中交办{found.later}项" if found.later else "")


def of_which(items: Iterable[WorkItem]) -> str:
    """How many of some items are parts, and how many came in the course of the year: （含分项3项、年中交办1项）."""
    found = numbers(items)
    told = [f"分项{found.parts}项"] if found.parts else []
    told += [f"年中交办{found.later}项"] if found.later else []
    return f"（含{'、'.join(told)}）" if told else ""


def assigned_lines(printing: Printing, items: Iterable[WorkItem]) -> list[str]:
    """A line that names the items of the year, where there are any."""
    told = [
        f"{printing.named(item)}（{chinese_day(item.assigned)}）" for item in items if item.assigned
    ]
    return [f"注：年中交办的事项：{'、'.join(told)}。"] if told else []


def part_lines(printing: Printing, items: Iterable[WorkItem], *, merged: bool = True) -> list[str]:
    """A line for each part that says what it is a part of, where neither its serial nor the item above does.

    The item above does only where cells are ``merged`` with its own.
    """
    there = list(items)
    ids = {item.id for item in there}
    return [
        f"注：{printing.named(item)}属{printing.named(parent)}：{parent.name.rstrip('。')}。"
        for item in there
        if (parent := printing.parent(item))
        and (
            parent.id not in ids
            or not (merged or item.printed_serial)
            or not _says_whose(item.printed_serial, parent.printed_serial)
        )
    ]


def _says_whose(serial: str, of_the_whole: str) -> bool:
    """Whether a part's serial says whose it is: 2.1 is one of 2, and none at all of the item above."""
    return not serial or serial.startswith(f"{of_the_whole}.")


def legend_lines(worklist: WorkList) -> list[str]:
    """The legend of a list that says which unit leads."""
    return ["注：列第一位者为牵头单位。"] if worklist.leads_by == "first" else []


def unread_lines(printing: Printing, unread: Iterable[Unread]) -> list[str]:
    """A line for each cell that could not be read: what is told does not reckon with it."""
    return [f"注：{unread_words(printing, one)}" for one in unread]


def unread_words(printing: Printing, one: Unread) -> str:
    """Which cell of which item could not be read, and what that means for what is told here."""
    if printing.is_of_dates(one):
        so = "到期情况未包含该项"
    elif printing.is_of_units(one):
        so = "按单位列出的内容可能缺少该项"
    else:
        so = "请先核实"
    return f"{unread_cell(printing, one)}未能识别，{so}。"


def unread_cell(printing: Printing, one: Unread) -> str:
    """第12项的完成时限“待通知”."""
    name = printing.named(printing.item(one.id))
    return f"{name}的{unread_text(printing, one)}"


def unread_text(printing: Printing, one: Unread) -> str:
    """完成时限“待通知”."""
    text = f"“{shortened(one.text)}”" if one.text else "（空白）"
    return printing.heading_of(one) + text


def who_leads_lines(printing: Printing) -> list[str]:
    """By which rule the responsible lead, where no cell says who does."""
    by, heading = printing.worklist.leads_by, printing.heading("lead")
    if by == "lead":
        return []
    if not printing.has("responsible"):
        return [f"注：清单没有单位栏，以“{heading}”栏中的人员为准。"] if heading else []
    return [_RULES[by].format(heading=heading)]


def of_the_list(worklist: WorkList, standard: bool) -> str:
    """重大事项, of a list of the five columns; another list's items may be less."""
    return "重大事项" if standard or "重大事项" in worklist.title else ""
