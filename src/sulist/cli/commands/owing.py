"""``sulist owing``: which lead units have not reported, and on what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sulist.base.i18n import _
from sulist.cli.command import command
from sulist.cli.options import answer_options, lead_unit_option, month_option, progress_options
from sulist.cli.params import DAY_OF_MONTH, Rhythm

if TYPE_CHECKING:
    from sulist.asking.query import Query
    from sulist.listfile.worklist import WorkList
    from sulist.standing.tracking import Progress
    from sulist.write.writers import Report


@command(
    "owing",
    _("Which lead units have not reported for the month, and on what (催办)."),
)
@month_option(_("The month: 2021-06, 6月. Default: that of the day asked about."))
@click.option(
    "--due-day",
    type=DAY_OF_MONTH,
    metavar=_("DAY"),
    help=_("Reports are due on this day of the month. Default: as set, else 28."),
)
@click.option(
    "--rhythm",
    type=Rhythm(),
    metavar=_("RHYTHM"),
    help=_(
        "How often: month, two-months, quarter, half-year, year, or 每月, 双月, 每季, 半年, 每年. Default: as set, else month."
    ),
)
@lead_unit_option
@progress_options
@answer_options
def owing(
    progress: Progress,
    query: Query,
    month: str,
    due_day: int | None,
    rhythm: str | None,
    form: str,
) -> Report:
    """Answers who has to be reminded; of a unit that is named and owes nothing, why."""
    from sulist.reports.owing import period_of
    from sulist.write.answers import progress as answers

    reports = progress.settings.reports
    period = period_of(
        int(month[:4]), int(month[5:]), rhythm or reports.rhythm, due_day or reports.due_day
    )
    report = answers.owing(progress, period, query)
    for note in filter(None, (_owes_none(progress.worklist, unit) for unit in query.units)):
        if form == "table":
            report = report.with_note(note)
        else:
            click.echo(note, err=True)
    return report


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
