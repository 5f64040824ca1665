"""``sulist history``: everything that was said of items."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sulist.base.i18n import _
from sulist.cli.command import command
from sulist.cli.more_options import some_ids_argument, speaking_unit_option
from sulist.cli.more_params import ItemId, LastMeeting
from sulist.cli.options import answer_options, progress_options

if TYPE_CHECKING:
    from datetime import date

    from sulist.asking.subject import Subject
    from sulist.write.writers import Report


@command(
    "history",
    _("Everything that was said of items, or of all: reports, decisions, and what was taken back."),
)
@some_ids_argument(ItemId())
@click.option(
    "--since",
    "meeting",  # the filter --from is called since
    type=LastMeeting(start=True),
    metavar=_("DATE"),
    help=_("Only what was said of this day or a later one, or written since."),
)
@speaking_unit_option
@progress_options
@answer_options
def history(tracked: Subject, meeting: date | None) -> Report:
    """Answers what happened."""
    from sulist.reports.history import history as what_was_said

    return what_was_said(tracked, meeting)
