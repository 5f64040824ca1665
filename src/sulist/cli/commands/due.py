"""``sulist due``: what falls due, soonest first."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import click

from sulist.base.i18n import _
from sulist.cli.command import command
from sulist.cli.options import answer_options, filter_options, progress_options
from sulist.cli.params import Meant

if TYPE_CHECKING:
    from datetime import date

    from sulist.asking.subject import Subject
    from sulist.cli.desk import Desk
    from sulist.reports.items import Due


class Span(Meant):
    """A length of time from the day asked about on: 30, 30d, 2w."""

    def read(self, word: str, option: str, desk: Desk) -> date:
        """The day that it reaches to.

        Raises:
            UsageError: it reaches nowhere, or the time has an end of its own already.
        """
        from sulist.base.errors import UsageError
        from sulist.base.showing import shortened

        if desk.given("before") or desk.given("since"):
            raise UsageError(
                _("--within sets both ends of the time; leave out --before and --from.")
            )
        number = word.removeprefix("+").removesuffix("日")
        days = f"{number}d" if number.isdigit() else number
        with suppress(UsageError):
            day = desk.period(option, f"+{days}")[1]
            if day >= desk.as_of:  # else it is a month or a day that has passed
                return day
        raise UsageError(
            _(
                "--within: “{typed}” is no length of time that can be counted. Write days, weeks or months: 30d, 2w, 3m."
            ).format(typed=shortened(word))
        )


@command(
    "due",
    _("What falls due, soonest first, with the days that are left."),
)
@filter_options()
@click.option(
    "--within",
    type=Span(),
    metavar=_("DAYS"),
    help=_(
        "Due from the day asked about to so many days on, such as 30d; what is overdue is counted below."
    ),
)
@click.option("--overdue", is_flag=True, help=_("Only what was due before the day asked about."))
@progress_options
@answer_options
def due(subject: Subject, within: date | None) -> Due:
    """Answers what is due when; what is due ``within`` a time, with how much is overdue besides."""
    from sulist.reports import items

    return items.due(subject) if within is None else items.due_until(subject, within)
