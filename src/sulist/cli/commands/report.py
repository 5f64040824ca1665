"""``sulist report``: the whole picture on one screen."""

from __future__ import annotations

from typing import Any

import click

from sulist.base.i18n import _
from sulist.cli.asked import Asked
from sulist.cli.options import answer_options, command, progress_options, status_option


@command(
    "report",
    _(
        "The whole picture on one screen: totals, deadlines, load, time line, what is late, what is next; where there is a journal, how far everything is."
    ),
)
@click.option(
    "--since",
    metavar=_("DATE"),
    help=_("The day of the last meeting: what has changed since, as it was known then?"),
)
@status_option
@progress_options
@answer_options
def report(since: str | None, **options: Any) -> None:
    """Answers with the counts."""
    from sulist.base.errors import UsageError
    from sulist.cli.journaled import progress_of
    from sulist.reports.meeting import report as whole_picture

    asked = Asked(options)
    progress = progress_of(asked, always=since is not None)
    day = asked.day("--since", since, last=True)
    if day and day > asked.as_of:
        raise UsageError(
            _("--since {day} is after the day asked about, {as_of}.").format(
                day=day, as_of=asked.as_of
            )
        )
    subject = asked.subject(asked.query(), progress)
    asked.show(whole_picture(subject, day))
