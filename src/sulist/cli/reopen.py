"""``sulist reopen``: the office sends items back or takes them up again (退回、重新办理)."""

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
    "reopen",
    _(
        "Takes items up again: what was reported done is sent back, what was closed or withdrawn goes on."
    ),
)
@ids_argument
@reason_option(required=True)
@milestone_option
@write_options
def reopen(
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
        draft(item, "reopening", desk.on, milestone=milestone, reason=text(reason))
        for item in desk.items(ids)
    ]
    desk.enter(lambda _progress: drafts)
