"""``sulist owing``: which lead units have not reported, and on what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sulist.base.i18n import _
from sulist.cli.command import command
from sulist.cli.more_options import lead_unit_option
from sulist.cli.more_params import DAY_OF_MONTH, AskedPeriod, PeriodWord, Rhythm
from sulist.cli.options import answer_options, people_options, progress_options

if TYPE_CHECKING:
    from sulist.asking.subject import Subject
    from sulist.standing.settings import Reports
    from sulist.standing.tracking import Progress
    from sulist.write.writers import Report


@command(
    "owing",
    _("Which lead units have not reported for the month, and on what (催办)."),
)
@click.option(
    "--month",
    type=PeriodWord(),
    metavar=_("MONTH"),
    help=_(
        "The period: 2021-06, 6月, 二季度, 上半年, 第27周. Default: that of the day asked about."
    ),
)
@click.option(
    "--due-day",
    type=DAY_OF_MONTH,
    metavar=_("DAY"),
    help=_(
        "Reports are due on this day of the month, or of the week. Default: as set, else 28, or 5, Friday."
    ),
)
@click.option(
    "--rhythm",
    type=Rhythm(),
    metavar=_("RHYTHM"),
    help=_(
        "How often: week, month, two-months, quarter, half-year, year, or 每周, 每月, 双月, 每季, 半年, 每年. Default: as set, else month."
    ),
)
@lead_unit_option
@people_options
@progress_options
@answer_options
def owing(
    tracked: Subject,
    progress: Progress,
    month: AskedPeriod,
    due_day: int | None,
    rhythm: str | None,
    form: str,
) -> Report:
    """Answers who has to be reminded; of a unit that is named and owes nothing, why."""
    from sulist.reports.owing import owed_reports
    from sulist.standing.periods import period_named

    reports = progress.settings.reports.of(rhythm or month.rhythm)
    if due_day:
        reports = reports._replace(due_day=due_day)
        _see_that_it_is_a_day(reports)
    report = owed_reports(tracked, period_named(month.name, reports))
    if form == "table" or not report.owe_none:
        return report
    from sulist.write.screen.progress import owes_none_text

    for one in report.owe_none:
        click.echo(owes_none_text(one), err=True)
    return report._replace(owe_none=())


def _see_that_it_is_a_day(reports: Reports) -> None:
    """Refuses the 28th of a week."""
    from sulist.base.errors import UsageError

    if reports.is_no_day:
        raise UsageError(
            _("Reports are weekly: --due-day is 1 for Monday to 7 for Sunday, not {day}.").format(
                day=reports.due_day
            )
        )
