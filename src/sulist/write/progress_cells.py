"""How an item stands, in the cells of a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import N_

if TYPE_CHECKING:
    from sulist.asking.query import Match

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


def progress_cells(match: Match) -> tuple[str, ...]:
    """How an item stands, under ``OF_PROGRESS``; empty cells where nobody reports."""
    if match.standing is None:
        return ("",) * len(OF_PROGRESS)
    from sulist.write.screen.standing import record_cells

    return record_cells(match)
