"""``sulist history``: everything that was said of items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _
from sulist.cli.command import command
from sulist.cli.more_params import ItemId
from sulist.cli.options import answer_options, progress_options, some_ids_argument

if TYPE_CHECKING:
    from sulist.asking.subject import Subject
    from sulist.write.writers import Report


@command(
    "history",
    _("Everything that was said of items, or of all: reports, decisions, and what was taken back."),
)
@some_ids_argument(ItemId())
@progress_options
@answer_options
def history(tracked: Subject) -> Report:
    """Answers what happened."""
    from sulist.reports.history import history as what_was_said

    return what_was_said(tracked)
