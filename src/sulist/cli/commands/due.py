"""``sulist due``: what falls due, soonest first."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import click

from sulist.base.i18n import _
from sulist.cli.asked import Asked
from sulist.cli.options import answer_options, command, filter_options, progress_options

if TYPE_CHECKING:
    from datetime import date


@command(
    "due",
    _("What falls due, soonest first, with the days that are left."),
)
@filter_options()
@click.option(
    "--within",
    metavar=_("DAYS"),
    help=_(
        "Due from the day asked about to so many days on, such as 30d; what is overdue is counted below."
    ),
)
@click.option("--overdue", is_flag=True, help=_("Only what was due before the day asked about."))
@progress_options
@answer_options
def due(within: str | None, **options: Any) -> None:
    """Answers what is due when."""
    from sulist.cli.journaled import progress_of
    from sulist.reports.items import due as what_is_due
    from sulist.reports.items import due_until

    asked = Asked(options)
    progress = progress_of(asked)
    subject = asked.subject(asked.query(), progress)
    if within is None:
        asked.show(what_is_due(subject))
    else:
        asked.show(due_until(subject, last_day(within, asked)))


def last_day(within: str, asked: Asked) -> date:
    """The day that ``within`` (30, 30d, 2w) reaches to.

    Raises:
        UsageError: it reaches nowhere, or the span has an end of its own already.
    """
    from sulist.base.errors import UsageError
    from sulist.base.showing import shortened

    if asked.options.get("before") or asked.options.get("since"):
        raise UsageError(_("--within sets both ends of the time; leave out --before and --from."))
    number = within.removeprefix("+")
    days = f"{number}d" if number.isdigit() else number
    with suppress(UsageError):
        day = asked.day("--within", f"+{days}", last=True)
        if day and day >= asked.as_of:  # else it is a month or a day that has passed
            return day
    raise UsageError(
        _(
            "--within: “{typed}” is no length of time that can be counted. Write days, weeks or months: 30d, 2w, 3m."
        ).format(typed=shortened(within))
    )
