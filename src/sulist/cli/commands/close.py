"""``sulist close``: the office says that items are done (办结)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sulist.base.i18n import _
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

if TYPE_CHECKING:
    from datetime import date

    from sulist.listfile.item import WorkItem
    from sulist.standing.tracking import Progress


@command(
    "close",
    _(
        "The office verifies that items are done (办结). The day they were done decides whether they were late, not the day of verifying."
    ),
)
@ids_argument
@click.option(
    "--done-on",
    metavar=_("DATE"),
    help=_(
        "The day it was done, as accepted. Default: the day for which the lead reported it done."
    ),
)
@reason_option(required=False)
@milestone_option
@write_options
def close(
    ids: tuple[str, ...],
    done_on: str | None,
    reason: str | None,
    milestone: int,
    file: str | None,
    journal: str | None,
    on: str | None,
) -> None:
    """Records closings."""
    from sulist.listfile.typed import period

    desk = Desk(file, journal, on)
    items = desk.items(ids)
    day = period("--done-on", done_on, desk.worklist.year, desk.on)[1] if done_on else None
    desk.enter(
        lambda progress: [
            draft(
                item,
                "closing",
                desk.on,
                milestone=milestone,
                done_on=day or reported_day(progress, item, milestone),
                reason=text(reason),
            )
            for item in items
        ]
    )


def reported_day(progress: Progress, item: WorkItem, milestone: int) -> date:
    """The day for which the lead reported an item, or its milestone, done.

    Raises:
        UsageError: work is under way, and nobody said when it was done.
    """
    from sulist.base.errors import UsageError
    from sulist.standing.names import STATE_NAMES
    from sulist.standing.refusals import reported_by

    one = progress.of(item)
    if milestone > max(1, len(one.dates)):
        return progress.as_of  # there is no such date, which is what will be said
    part = one.date_of(milestone) if milestone else None
    done_on = part.done_on if part else one.course.done_on
    state = part.state if part else one.state
    if done_on is None and state in ("in-progress", "reopened"):
        raise UsageError(
            _(
                "The state of {item} is {state}: its lead has not reported it done. Say when it was, with --done-on DATE; or first: sulist log {which} --status done"
            ).format(
                item=item.id,
                state=_(STATE_NAMES[state]),
                which=reported_by(item, milestone if len(one.dates) > 1 else 0),
            )
        )
    return done_on or progress.as_of
