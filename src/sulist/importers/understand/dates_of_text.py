"""The deadlines that the text of an item tells, put together as one cell that means the same."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from sulist.base.i18n import _
from sulist.deadline import Deadline, DeadlineError, parse

if TYPE_CHECKING:
    from datetime import date


class TextDates(NamedTuple):
    """A cell, and what its text says where the cell does not say the same ("" where it does)."""

    text: str
    other: str


def cell_of(deadlines: list[Deadline], year: int) -> TextDates:
    """The deadlines of a text as one cell, in their order or in that of their dates.

    Where neither is read as the dates that the text tells, or one of these may be another, they stay
    in the order of the text, which is then a doubt.
    """
    orders = [deadlines]
    if not any(one.ambiguous for one in deadlines):
        orders.append(sorted(deadlines))
    for order in orders:
        text = _joined(order)
        with suppress(DeadlineError):
            if _dues([parse(text, year=year)]) == _dues(deadlines):
                return TextDates(text, "")
    dates = _(", ").join(map(_said, deadlines))
    return TextDates(
        _joined(deadlines), _("The text says, one by one: {dates}.").format(dates=dates)
    )


def _joined(deadlines: list[Deadline]) -> str:
    return "，".join(dict.fromkeys(one.text for one in deadlines))


def _said(deadline: Deadline) -> str:
    days = [one.due for one in deadline.milestones] + [deadline.ambiguous]
    return f"{deadline.text} ({'/'.join(str(day) for day in days if day)})"


def _dues(deadlines: list[Deadline]) -> list[date]:
    return sorted({one.due for deadline in deadlines for one in deadline.milestones})
