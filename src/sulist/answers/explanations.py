"""The answers of ``sulist explain``: how a deadline or a cell of units is read, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist import contract
from sulist.answer import Answer
from sulist.i18n import _, ngettext
from sulist.page import Lines, Page, Table
from sulist.typeset import width

if TYPE_CHECKING:
    from datetime import date

    from sulist.deadline import Deadline, Found
    from sulist.units import UnitRef


def explained_deadline(one: Deadline, as_of: date) -> Answer:
    """How a deadline is read."""
    data = contract.explained_deadline(one, as_of)
    lines = [
        one.explanation,
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
            explanation=one.deadline.explanation,
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
    """``text`` with a part of it marked below."""
    return f"\n  {text}\n  {' ' * width(text[: span[0]])}{'^' * max(1, width(text[span[0] : span[1]]))}"
