"""``sulist explain``: how a phrase or a cell is read, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from sulist.base.errors import SulistError
from sulist.base.i18n import _
from sulist.cli.command import command, group
from sulist.cli.options import as_of_option, file_option, format_option, output_option
from sulist.cli.params import Day, Whole

if TYPE_CHECKING:
    from datetime import date

    from sulist.listfile.worklist import WorkList
    from sulist.reports.explanations import ExplainedUnits
    from sulist.write.writers import Report


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
    type=Day(),
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
@format_option(without="csv")
@output_option
def explain_deadline(
    phrase: str, year: int | None, issued: date | None, as_of: date, running: bool
) -> Report:
    """Explains a deadline."""
    from sulist.deadline import DeadlineError, find, parse
    from sulist.reports.explanations import deadlines_in_text, explained_deadline

    known: dict[str, Any] = {"year": year or as_of.year, "issued": issued, "as_of": as_of}
    try:
        if running:
            return deadlines_in_text(phrase, find(phrase, **known), as_of)
        return explained_deadline(parse(phrase, **known), as_of)
    except DeadlineError as error:
        from sulist.write.screen.explanations import underlined

        shown = underlined(error.phrase, error.span)
        raise _UnreadableError(f"{shown}\n{error}") from None


@command("units", _("How a cell of units is read, such as 区直各部门，区属、驻区各单位."))
@click.argument("cell", metavar=_("CELL"))
@file_option
@format_option(without="csv")
@output_option
def explain_units(cell: str, worklist: WorkList) -> ExplainedUnits:
    """Explains a cell of units; the roster of the list decides doubtful names."""
    from sulist import units
    from sulist.reports import explanations

    roster = worklist.roster
    try:
        refs, lines = units.parse(cell, roster=roster), units.explain(cell, roster=roster)
    except units.UnitError as error:
        from sulist.write.screen.explanations import underlined

        shown = underlined(error.cell, error.span)
        raise _UnreadableError(f"{shown}\n{error}") from None
    return explanations.ExplainedUnits(cell, refs, tuple(lines), units.remarks(cell))


explain.add_command(explain_deadline)
explain.add_command(explain_units)


class _UnreadableError(SulistError):
    """What was to be explained cannot be read."""

    exit_code = 1
