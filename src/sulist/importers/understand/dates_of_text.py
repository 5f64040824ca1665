"""The deadlines that the text of an item tells, put together as one cell that means the same."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from sulist.base.i18n import _
from sulist.deadline import Deadline, DeadlineError, find, parse

if TYPE_CHECKING:
    from datetime import date


class TextDates(NamedTuple):
    """A cell, and what its text says where the cell does not say the same ("" where it does).

    ``seen`` is what may be a deadline and was not taken as one.
    """

    text: str
    other: str
    seen: str = ""


_ANY_YEAR = 2000
_LONGEST = 60  # letters of such words
_SINCE = re.compile("^(?:从|自)|起$")
_PARTS = re.compile("[。；;](?=.)")  # between the measures of a text
_GOAL = re.compile("^(?:力争|争取|确保)?(?:到|至)")


def cell_in(text: str, year: int | None) -> TextDates:
    """The deadlines that a running text tells, as one cell.

    No deadline is since when something goes on, from when to when it holds, what is to be
    reached in a later year, and how often one of several measures returns; of all but the first, where
    nothing else is told, a doubt is made.
    """
    taken: list[Deadline] = []
    seen: list[str] = []
    spans: list[tuple[int, int]] = []
    for deadline, span in find(text, year=year or _ANY_YEAR):
        if deadline.kind == "ongoing" and _SINCE.search(deadline.text):
            continue
        of_a_part = deadline.kind == "recurring" and _PARTS.search(text)
        if deadline.kind == "range" or of_a_part or _is_goal(deadline, year):
            seen.append(deadline.text)
        else:
            taken.append(deadline)
            spans.append(span)
    if len(taken) > 1 and (stretch := _stretch(text, spans, taken, year or _ANY_YEAR)):
        return TextDates(stretch, "")
    if taken:
        return cell_of(taken, year or _ANY_YEAR)
    if seen:
        return TextDates("", _("It is in the text alone: add it where it is a deadline."), seen[0])
    return TextDates("", "")


def _stretch(text: str, spans: list[tuple[int, int]], deadlines: list[Deadline], year: int) -> str:
    """The words of the text from the first of several dates to the last one, where they tell these dates."""
    start, end = spans[0][0], spans[-1][1]
    clause = re.search("[，。；！]|$", text[end:])
    assert clause is not None  # noqa: S101 - the end of the text is one
    for last in (end + clause.start(), end):
        words = text[start:last].strip()
        with suppress(DeadlineError):
            said = parse(words, year=year) if len(words) <= _LONGEST else None
            if said and not said.ambiguous and _dues([said]) == _dues(deadlines):
                return words
    return ""


def _is_goal(deadline: Deadline, year: int | None) -> bool:
    """Whether it says what is to be reached by a later year than the list's: 到2030年."""
    last = max((one.due for one in deadline.milestones), default=None)
    return bool(last and _GOAL.match(deadline.text) and (year is None or last.year > year))


def cell_of(deadlines: list[Deadline], year: int) -> TextDates:
    """The deadlines of a text as one cell, in their order or in that of their dates.

    Where neither is read as the dates that the text tells, or one of these may be another, they stay
    in the order of the text, which is then a doubt.
    """
    told: list[Deadline] = []  # 年底前 and 今年完成 are one day
    for one in deadlines:
        if all(_dues([one]) != _dues([other]) for other in told):
            told.append(one)
    deadlines = told
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
