"""``sulist due``: what falls due, soonest first."""

from __future__ import annotations

from typing import Any

import click

from sulist.cli.common import Asked, answer_options, filter_options
from sulist.errors import UsageError
from sulist.i18n import _


@click.command(
    "due",
    help=_(
        "What falls due, soonest first, with the days that are left. A date: 2021-08-31, 8月底, 下周五, +30d."
    ),
)
@filter_options()
@click.option(
    "--within",
    metavar="DAYS",
    help=_(
        "Due from the day asked about to so many days on, such as 30d; what is overdue is counted below."
    ),
)
@click.option("--overdue", is_flag=True, help=_("Only what was due before the day asked about."))
@answer_options
def command(**options: Any) -> None:
    """Answers what is due when."""
    from sulist.cli import answers
    from sulist.query import select

    within = options.pop("within")
    asked = Asked(options)
    query = asked.query()
    if within is not None:
        query = query._replace(since=asked.as_of, before=days_on(within, asked))
    selection = select(asked.worklist, query, asked.as_of, each_date=True)
    answer = answers.items(asked.worklist, query, selection, asked.as_of, what=_("Due"))
    if within is not None:
        late = select(
            asked.worklist,
            query._replace(since=None, before=None, overdue=True),
            asked.as_of,
            each_date=True,
        )
        answer = answers.with_note(
            answer,
            _("Overdue besides these: {n}. sulist due --overdue shows them.").format(
                n=len(late.matches)
            ),
        )
    asked.show(answer)


def days_on(within: str, asked: Asked) -> Any:
    """The day that ``within`` (30, 30d, 2w) reaches to."""
    if asked.options.get("before") or asked.options.get("since"):
        raise UsageError(_("--within sets both ends of the time; leave out --before and --from."))
    return asked.day(
        "--within",
        "+" + within.lstrip("+") + ("d" if within.lstrip("+").isdigit() else ""),
        last=True,
    )
