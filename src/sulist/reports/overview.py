"""What a whole list amounts to: its load by unit, its months."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sulist.listfile.touch import ROLES, Touch

if TYPE_CHECKING:
    from sulist.listfile.item import WorkItem
    from sulist.listfile.worklist import WorkList


def unit_load(worklist: WorkList) -> dict[str, dict[str, int]]:
    """For each unit, how many items touch it in each role."""
    touch = Touch(worklist)
    counts = {unit: dict.fromkeys(ROLES, 0) for unit in worklist.units}
    for item in worklist.items:
        for unit, role in touch.roles(item).items():
            if unit in counts:
                counts[unit][role] += 1
    return counts


def month_due(item: WorkItem, as_of: date) -> str:
    """The month that an item is due in, as 2021-08; a recurring one's next; nothing without a date."""
    due = item.deadline.next_due(as_of)
    return due.isoformat()[:7] if due else ""


def months_due(item: WorkItem, year: int) -> set[int]:
    """The months of ``year`` in which something of an item falls due."""
    rule = item.deadline.recurrence
    if rule is None:
        return {one.due.month for one in item.deadline.milestones if one.due.year == year}
    firsts = [date(year, month, 1) for month in range(1, 13)]
    dues = [(first.month, rule.after(first)) for first in firsts]
    return {month for month, due in dues if due and (due.year, due.month) == (year, month)}
