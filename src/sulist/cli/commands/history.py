"""``sulist history``: everything that was said of items."""

from __future__ import annotations

from typing import Any

import click

from sulist.base.i18n import _
from sulist.cli.asked import Asked
from sulist.cli.options import answer_options, command, complete_id, progress_options


@command(
    "history",
    _("Everything that was said of items, or of all: reports, decisions, and what was taken back."),
)
@click.argument("ids", metavar=_("[ID...]"), nargs=-1, shell_complete=complete_id)
@progress_options
@answer_options
def history(ids: tuple[str, ...], **options: Any) -> None:
    """Answers what happened."""
    from sulist.cli.journaled import progress_of
    from sulist.reports.history import history as what_was_said

    asked = Asked(options)
    known = progress_of(asked, always=True)
    asked.show(what_was_said(asked.subject(asked.query(ids=ids), known)))
