"""``sulist history``: everything that was said of items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _
from sulist.cli.command import command
from sulist.cli.options import answer_options, progress_options, some_ids_argument
from sulist.cli.params import ItemId

if TYPE_CHECKING:
    from sulist.asking.query import Query
    from sulist.standing.tracking import Progress
    from sulist.write.writers import Report


@command(
    "history",
    _("Everything that was said of items, or of all: reports, decisions, and what was taken back."),
)
@some_ids_argument(ItemId())
@progress_options
@answer_options
def history(progress: Progress, query: Query) -> Report:
    """Answers what happened."""
    from sulist.write.answers import progress as answers

    return answers.history(progress, query)
