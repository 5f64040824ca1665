"""``sulist report``: the whole picture on one screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sulist.base.i18n import _
from sulist.cli.command import command
from sulist.cli.more_params import LastMeeting, LoadBy
from sulist.cli.options import (
    answer_options,
    category_option,
    light_option,
    people_options,
    progress_options,
    role_option,
    status_option,
    unit_option,
)

if TYPE_CHECKING:
    from datetime import date

    from sulist.asking.subject import Subject
    from sulist.write.writers import Report


@command(
    "report",
    _(
        "The whole picture on one screen: totals, deadlines, load, time line, what is late, what is next; where there is a journal, how far everything is."
    ),
)
@click.option(
    "--since",
    "meeting",  # the filter --from is called since
    type=LastMeeting(),
    metavar=_("DATE"),
    help=_("The day of the last meeting: what has changed since, as it was known then?"),
)
@click.option(
    "--by",
    type=LoadBy(),
    metavar=_("COLUMN"),
    help=_(
        "Whose load is told: unit, leader or category, or 单位, 领导, 分类. Default: unit. In CSV that table alone."
    ),
)
@unit_option
@role_option
@category_option
@people_options
@status_option
@light_option
@progress_options
@answer_options
def report(subject: Subject, meeting: date | None, by: str | None) -> Report:
    """Answers with the counts, and with what has changed since the last meeting."""
    from sulist.reports.meeting import report as whole_picture

    return whole_picture(subject, meeting, by or "")
