"""``sulist extend``: a later date for items (延期); the first one stays for assessment."""

from __future__ import annotations

import click

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
    "extend",
    _(
        "A later date for items (延期). It counts for lights and what is overdue; the first date stays for assessment, and both are always shown."
    ),
)
@ids_argument
@click.option("--to", required=True, metavar=_("DATE"), help=_("The new date, that day included."))
@reason_option(required=True)
@milestone_option
@write_options
def extend(
    ids: tuple[str, ...],
    to: str,
    reason: str,
    milestone: int,
    file: str | None,
    journal: str | None,
    on: str | None,
) -> None:
    """Records extensions."""
    from sulist.typed import period

    desk = Desk(file, journal, on)
    day = period("--to", to, desk.worklist.year, desk.on)[1]
    drafts = [
        draft(item, "extension", desk.on, milestone=milestone, to=day, reason=text(reason))
        for item in desk.items(ids)
    ]
    desk.enter(lambda _progress: drafts)
