"""``sulist withdraw``: items are taken off by a decision (调整)."""

from __future__ import annotations

from sulist.cli.options import command
from sulist.cli.recording import (
    Desk,
    draft,
    ids_argument,
    milestone_option,
    reason_option,
    text,
    write_options,
)
from sulist.i18n import _


@command(
    "withdraw",
    _("Takes items off the year's work by a decision (调整); nothing is owed on them any more."),
)
@ids_argument
@reason_option(required=True)
@milestone_option
@write_options
def withdraw(
    ids: tuple[str, ...],
    reason: str,
    milestone: int,
    file: str | None,
    journal: str | None,
    on: str | None,
) -> None:
    """Records the decision."""
    desk = Desk(file, journal, on)
    drafts = [
        draft(item, "withdrawal", desk.on, milestone=milestone, reason=text(reason))
        for item in desk.items(ids)
    ]
    desk.enter(lambda _progress: drafts)
