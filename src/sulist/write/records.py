"""Items for a spreadsheet: every printed cell and every derived one, a column each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _
from sulist.standing.names import ROLE_TERMS
from sulist.write.progress_cells import OF_PROGRESS, progress_cells
from sulist.write.screen.blocks import Column, Table

if TYPE_CHECKING:
    from sulist.asking.query import Match
    from sulist.reports.items import Due, InFull, Listing, UnitItems
    from sulist.reports.ledger import Ledger


def items(report: Due | Listing | UnitItems | InFull | Ledger) -> Table:
    """The items that answer a question, a row a match; a list with columns of its own has its own."""
    worklist, matches = report.subject.worklist, report.selection.matches
    if names := getattr(report, "columns", ()):
        from sulist.write import named_columns, own_records

        return own_records.table(named_columns.for_spreadsheet(worklist, names), matches)
    if not worklist.is_plain:
        from sulist.write import own_records

        return own_records.table(own_records.columns_of(worklist), matches)
    return of_matches(matches)


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
            *progress_cells(match),
            match.occurrence.isoformat() if match.occurrence else "",
        )
        for match in matches
    )
    return Table("", tuple(Column(title, fixed=False) for title in titles), rows)
