"""``sulist owing``: which lead units have not reported, and on what."""

from __future__ import annotations

from typing import Any

import click

from sulist.base.i18n import _
from sulist.cli.asked import Asked
from sulist.cli.options import Whole, answer_options, command, lead_unit_option, progress_options

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
    from sulist.reports.owing import owed_reports, period_of

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
    report = owed_reports(asked.subject(asked.query(), known), period)
    if asked.options["form"] != "table" and report.owe_none:
        from sulist.write.screen.progress import owes_none_text

        for one in report.owe_none:
            click.echo(owes_none_text(one), err=True)
        report = report._replace(owe_none=())
    asked.show(report)
