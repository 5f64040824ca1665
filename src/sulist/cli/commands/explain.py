"""``sulist explain``: how a phrase or a cell is read, and why."""

from __future__ import annotations

from typing import Any

import click

from sulist.base.errors import SulistError
from sulist.base.i18n import _
from sulist.cli.asked import as_of_day, write
from sulist.cli.inputs import list_file
from sulist.cli.options import (
    Whole,
    as_of_option,
    command,
    file_option,
    format_option,
    group,
    output_option,
)


@group("explain", _("How a deadline or a cell of units is read, and why."))
def explain() -> None:
    """The two grammars, shown."""


@command("deadline", _("How a deadline is read, such as 8月底前."))
@click.argument("phrase", metavar=_("PHRASE"))
@click.option(
    "--year",
    type=Whole(1900, 2200),
    metavar=_("YEAR"),
    help=_("The year of a date that names none. Default: that of the day asked about."),
)
@click.option(
    "--issued",
    metavar=_("DATE"),
    help=_("The day of issue, from which periods such as 3个月内 count."),
)
@as_of_option
@click.option(
    "--find",
    "running",
    is_flag=True,
    help=_("Read PHRASE as running text and find the deadlines in it."),
)
@format_option("table", "json", "markdown")
@output_option
def explain_deadline(
    phrase: str,
    year: int | None,
    issued: str | None,
    as_of: str | None,
    running: bool,
    form: str,
    output: str | None,
) -> None:
    """Explains a deadline."""
    from sulist.deadline import DeadlineError, find, parse
    from sulist.listfile.typed import period
    from sulist.reports.explanations import deadlines_in_text, explained_deadline

    day = as_of_day(as_of, year or 0)
    known: dict[str, Any] = {
        "year": year or day.year,
        "issued": period("--issued", issued, year or day.year, day)[1] if issued else None,
        "as_of": day,
    }
    try:
        report = (
            deadlines_in_text(phrase, find(phrase, **known), day)
            if running
            else explained_deadline(parse(phrase, **known), day)
        )
    except DeadlineError as error:
        from sulist.write.screen.explanations import underlined

        shown = underlined(error.phrase, error.span)
        raise _UnreadableError(f"{shown}\n{error}") from None
    write(report, form, output, None)


@command("units", _("How a cell of units is read, such as 区直各部门，区属、驻区各单位."))
@click.argument("cell", metavar=_("CELL"))
@file_option
@format_option("table", "json", "markdown")
@output_option
def explain_units(cell: str, file: str | None, form: str, output: str | None) -> None:
    """Explains a cell of units; the roster of the list decides doubtful names."""
    from sulist import units
    from sulist.listfile.worklist import load
    from sulist.reports.explanations import ExplainedUnits

    roster = load(list_file(file).name).roster
    try:
        refs, lines = units.parse(cell, roster=roster), units.explain(cell, roster=roster)
    except units.UnitError as error:
        from sulist.write.screen.explanations import underlined

        shown = underlined(error.cell, error.span)
        raise _UnreadableError(f"{shown}\n{error}") from None
    write(ExplainedUnits(cell, refs, tuple(lines)), form, output, None)


explain.add_command(explain_deadline)
explain.add_command(explain_units)


class _UnreadableError(SulistError):
    """What was to be explained cannot be read."""

    exit_code = 1
