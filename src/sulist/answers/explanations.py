"""The answers of ``sulist explain``: how a deadline or a cell of units is read, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist import contract
from sulist.answer import Answer
from sulist.deadline.explain import explain
from sulist.i18n import _, ngettext
from sulist.page import Lines, Page, Table
from sulist.typeset import width

if TYPE_CHECKING:
    from datetime import date

    from sulist.deadline import Deadline, Found
    from sulist.units import UnitRef


_NEAR = 36  # characters of a line that are shown, each up to two columns wide


def explained_deadline(one: Deadline, as_of: date) -> Answer:
    """How a deadline is read."""
    data = contract.explained_deadline(one, as_of)
    lines = [
        explain(one),
        *(f"{each.due}  {each.text}" for each in one.milestones if len(one.milestones) > 1),
    ]
    return Answer(
        page=lambda: Page("", (Lines(one.text, tuple(lines)),)),
        data=lambda: data,
        records=lambda: Table("", (), ()),
        found=1,
    )


def found_deadlines(text: str, found: list[Found], as_of: date) -> Answer:
    """The deadlines in running text."""
    lines = [
        _("{start} to {end}: {phrase}. {explanation}").format(
            start=one.span[0],
            end=one.span[1],
            phrase=one.deadline.text,
            explanation=explain(one.deadline),
        )
        for one in found
    ] or [_("No deadline is found in this text.")]
    deadlines = [
        contract.explained_deadline(one.deadline, as_of) | {"span": list(one.span)} for one in found
    ]
    return Answer(
        page=lambda: Page("", (Lines(text, tuple(lines)),)),
        data=lambda: {"text": text, "deadlines": deadlines},
        records=lambda: Table("", (), ()),
        found=len(found),
    )


def explained_units(cell: str, refs: tuple[UnitRef, ...], lines: list[str]) -> Answer:
    """How a cell of units is read."""
    title = ngettext("{cell}: {n} entry", "{cell}: {n} entries", len(refs)).format(
        cell=cell, n=len(refs)
    )
    return Answer(
        page=lambda: Page("", (Lines(title, tuple(lines)),)),
        data=lambda: contract.explained_units(cell, refs),
        records=lambda: Table("", (), ()),
        found=len(refs),
    )


def underlined(text: str, span: tuple[int, int]) -> str:
    """The line of ``text`` where a part begins, that part marked below; of a long line, what is near.

    It fits a terminal of 80 columns, which would else break the line above its marks.
    """
    first = text.rfind("\n", 0, span[0]) + 1
    last = text.find("\n", span[0])
    last = len(text) if last < 0 else last
    begin = first if last - first <= _NEAR else max(first, min(span[0] - _NEAR // 3, last - _NEAR))
    end = min(last, begin + _NEAR)
    lead = "…" if begin > first else ""
    marked = "^" * max(1, width(text[span[0] : min(span[1], end)]))
    line = f"{lead}{text[begin:end]}{'…' if end < last else ''}"
    return f"\n  {line}\n  {' ' * width(lead + text[begin : span[0]])}{marked}"
