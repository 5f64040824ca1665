"""``sulist owing``: which lead units have not reported, and on what."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import click

from sulist.base.i18n import _
from sulist.cli.asked import Asked
from sulist.cli.options import Whole, answer_options, command, lead_unit_option, progress_options

if TYPE_CHECKING:
    from sulist.listfile.worklist import WorkList

RHYTHM_WORDS = {
    "month": "month",
    "每月": "month",
    "two-months": "two-months",
    "双月": "two-months",
    "quarter": "quarter",
    "每季": "quarter",
    "half-year": "half-year",
    "半年": "half-year",
    "year": "year",
    "每年": "year",
}


@command(
    "owing",
    _("Which lead units have not reported for the month, and on what (催办)."),
)
@click.option(
    "--month",
    metavar=_("MONTH"),
    help=_("The month: 2021-06, 6月. Default: that of the day asked about."),
)
@click.option(
    "--due-day",
    type=Whole(1, 31),
    metavar=_("DAY"),
    help=_("Reports are due on this day of the month. Default: as set, else 28."),
)
@click.option(
    "--rhythm",
    type=click.Choice(list(RHYTHM_WORDS)),
    metavar=_("RHYTHM"),
    help=_(
        "How often: month, two-months, quarter, half-year, year, or 每月, 双月, 每季, 半年, 每年. Default: as set, else month."
    ),
)
@lead_unit_option
@progress_options
@answer_options
def owing(month: str | None, due_day: int | None, rhythm: str | None, **options: Any) -> None:
    """Answers who has to be reminded."""
    from sulist.cli.journaled import progress_of
    from sulist.listfile import typed
    from sulist.reports.owing import period_of
    from sulist.write.answers import progress

    asked = Asked(options)
    known = progress_of(asked, always=True)
    assert known is not None  # noqa: S101 - it was asked for always
    chosen = (
        typed.month("--month", month, asked.worklist.year, asked.as_of)
        if month
        else asked.as_of.isoformat()[:7]
    )
    reports = known.settings.reports
    period = period_of(
        int(chosen[:4]),
        int(chosen[5:]),
        RHYTHM_WORDS[rhythm] if rhythm else reports.rhythm,
        due_day or reports.due_day,
    )
    query = asked.query()
    answer = progress.owing(known, period, query)
    for note in map(partial(_owes_none, asked.worklist), query.units):
        if note and asked.options["form"] == "table":
            answer = answer.with_note(note)
        elif note:
            click.echo(note, err=True)
    asked.show(answer)


def _owes_none(worklist: WorkList, unit: str) -> str:
    """Why a unit owes no report whatever was reported; nothing where it may owe one."""
    from sulist.listfile.touch import leads, may_lead

    perhaps = [item for item in worklist.items if may_lead(worklist, item, unit)]
    if any(unit in leads(worklist, item) for item in perhaps):
        return ""
    if not perhaps:
        return _("{unit} leads no item of this list, so it owes no report.").format(unit=unit)
    return _(
        "{unit} is one of several that may lead {items}; who owes these reports is shown without --unit."
    ).format(unit=unit, items=_(", ").join(item.id for item in perhaps))
