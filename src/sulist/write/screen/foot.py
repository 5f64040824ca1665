"""The lines above and under an answer: which list it is from, and what to know about the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.asking.subject import is_outside
from sulist.base.i18n import _, ngettext
from sulist.base.located import packaged_list
from sulist.base.showing import printable, shortened
from sulist.write.screen.blocks import Lines

if TYPE_CHECKING:
    from datetime import date

    from sulist.listfile.worklist import Unread, WorkList

_MOST_NAMED = 20  # cells; who has more mends them first
_TEXT_SHOWN = 40


def foot(worklist: WorkList) -> list[str]:
    """Which list an answer is from, and how many errors and warnings it has."""
    file = _("the packaged list") if worklist.file == printable(packaged_list()) else worklist.file
    lines = [_("From {file}: {title}").format(file=file, title=worklist.title)]
    if worklist.leads_by != "lead":
        lines.append(_who_leads(worklist))
    if worklist.later:
        lines.append(
            ngettext(
                "{n} item that was assigned later is not here.",
                "{n} items that were assigned later are not here.",
                worklist.later,
            ).format(n=worklist.later)
        )
    if worklist.errors:
        lines.append(
            ngettext(
                "{n} error that makes one cell unsure: see sulist check.",
                "{n} errors, each of which makes one cell unsure: see sulist check.",
                len(worklist.errors),
            ).format(n=len(worklist.errors))
        )
    if worklist.warnings:
        lines.append(
            ngettext(
                "{n} warning: see sulist check.",
                "{n} warnings: see sulist check.",
                len(worklist.warnings),
            ).format(n=len(worklist.warnings))
        )
    return lines


def _who_leads(worklist: WorkList) -> str:
    if worklist.leads_by == "first":
        return _("No item says who leads: its first responsible unit does (列第一位者为牵头单位).")
    if not any(one.role == "responsible" for one in worklist.columns):
        return _("No item says who leads: its persons (责任人) do.")
    if worklist.answering:
        return _(
            "No item says who leads: its responsible units do, and its persons (责任人) where no unit is named."
        )
    return _("No item says who leads: its responsible units do.")


def _quoted(text: str) -> str:
    return f"“{shortened(text, _TEXT_SHOWN)}”" if text else " " + _("(empty)")


def unread_lines(worklist: WorkList, unread: tuple[Unread, ...]) -> list[str]:
    """Which cells could not be read or proved, so that their items may be missing above or stand wrongly there."""
    if not unread:
        return []
    from sulist.asking.uncertain import heading_of

    named = [
        f"{one.id} {heading_of(worklist, one.cell)}{_quoted(one.text)}"
        for one in unread[:_MOST_NAMED]
    ]
    if len(unread) > _MOST_NAMED:
        named.append("……")
    return [
        ngettext(
            "{n} cell cannot be read or is not proved, so this answer may miss or mistake its item: {cells}. See sulist check.",
            "{n} cells cannot be read or are not proved, so this answer may miss or mistake their items: {cells}. See sulist check.",
            len(unread),
        ).format(n=len(unread), cells=_("; ").join(named))
    ]


def size(items: int, categories: int) -> str:
    """How large a list is: 18 items in 3 categories."""
    return _("{items} in {categories}").format(
        items=ngettext("{n} item", "{n} items", items).format(n=items),
        categories=ngettext("{n} category", "{n} categories", categories).format(n=categories),
    )


def opening(worklist: WorkList, as_of: date) -> tuple[Lines, ...]:
    """What to know before reading on: that the day asked about is not of the list's year."""
    if not is_outside(worklist, as_of):
        return ()
    return (Lines("", (outside_year(worklist, as_of),)),)


def outside_year(worklist: WorkList, as_of: date) -> str:
    """Why every date looks long past, or far off."""
    return _(
        "{day} is outside the list's year {year}; ask as of a day of it with --as-of {year}-06-30."
    ).format(day=as_of, year=worklist.year)
