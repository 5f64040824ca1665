"""``sulist due``: what falls due, soonest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from sulist.cli.asked import Asked
from sulist.cli.options import answer_options, command, filter_options
from sulist.i18n import _

if TYPE_CHECKING:
    from datetime import date


@command(
    "due",
    _(
        "What falls due, soonest first, with the days that are left. A date: 2021-08-31, 8月底, 下周五, +30d."
    ),
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
@answer_options
def due(within: str | None, **options: Any) -> None:
    """Answers what is due when."""
    from sulist.answers import items

    asked = Asked(options)
    query = asked.query()
    if within is None:
        asked.show(items.due(asked.worklist, query, asked.as_of, _("Due")))
        return
    soon = query._replace(since=asked.as_of, before=last_day(within, asked))
    late = items.due(asked.worklist, query._replace(overdue=True), asked.as_of, "")
    note = _("Overdue besides these: {n}. sulist due --overdue shows them.").format(n=late.found)
    asked.show(items.due(asked.worklist, soon, asked.as_of, _("Due")).with_note(note))


def last_day(within: str, asked: Asked) -> date | None:
    """The day that ``within`` (30, 30d, 2w) reaches to."""
    from sulist.errors import UsageError

    if asked.options.get("before") or asked.options.get("since"):
        raise UsageError(_("--within sets both ends of the time; leave out --before and --from."))
    number = within.removeprefix("+")
    days = f"{number}d" if number.isdigit() else number
    return asked.day("--within", f"+{days}", last=True)
