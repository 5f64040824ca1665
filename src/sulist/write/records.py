"""Items for a spreadsheet: every printed cell and every derived one, a column each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import N_, _
from sulist.standing.names import ROLE_TERMS
from sulist.write.screen.blocks import Column, Table

if TYPE_CHECKING:
    from sulist.asking.query import Match
    from sulist.reports.items import Due, InFull, Listing, UnitItems
    from sulist.reports.ledger import Ledger

OF_PROGRESS = (
    N_("state"),
    N_("light"),
    N_("percent"),
    N_("first due"),
    N_("done on"),
    N_("days late"),
    N_("last report"),
    "存在问题",
)


def items(report: Due | Listing | UnitItems | InFull | Ledger) -> Table:
    """The items that answer a question, a row a match."""
    return of_matches(report.selection.matches)


def of_matches(matches: tuple[Match, ...]) -> Table:
    """Items for a spreadsheet: every printed cell, every derived one, be there any, or progress, or none.

    Ids are written 二-11, which no spreadsheet takes for a date.
    """
    titles: tuple[str, ...] = (
        "编号",
        "分类",
        "序号",
        "事项名称",
        "牵头单位",
        "责任单位",
        "完成时限",
        _("due"),
        _("days left"),
        _("milestone"),
        _("role"),
        *map(_, OF_PROGRESS),
        _("occurrence"),
    )
    rows: tuple[tuple[str, ...], ...] = tuple(
        (
            f"{match.item.category}-{match.item.serial}",
            match.item.category_title,
            str(match.item.serial),
            match.item.text,
            match.item.lead_text,
            match.item.responsible_text,
            match.item.deadline.text,
            match.due.isoformat() if match.due else "",
            "" if match.days_left is None else str(match.days_left),
            str(match.step or ""),
            ROLE_TERMS.get(match.role or "", ""),
            *_progress(match),
            match.occurrence.isoformat() if match.occurrence else "",
        )
        for match in matches
    )
    return Table("", tuple(Column(title, fixed=False) for title in titles), rows)


def _progress(match: Match) -> tuple[str, ...]:
    """How an item stands, under ``OF_PROGRESS``; empty cells where nobody reports."""
    if match.standing is None:
        return ("",) * len(OF_PROGRESS)
    from sulist.write.screen.standing import record_cells

    return record_cells(match)
