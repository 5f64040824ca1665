"""``sulist explain``: how a phrase or a cell is read, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

import click

from sulist.base.errors import SulistError
from sulist.base.i18n import _
from sulist.cli.command import command, group
from sulist.cli.options import as_of_option, file_option, format_option, output_option
from sulist.cli.params import Day, Whole
from sulist.write.formats import FOR_PROGRAMS, OF_ROWS

if TYPE_CHECKING:
    from datetime import date

    from sulist.listfile.worklist import WorkList
    from sulist.reports.explanations import ExplainedUnits, UnreadText
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
@format_option(without=OF_ROWS)
@output_option
def explain_deadline(
    phrase: str,
    year: int | None,
    issued: date | None,
    as_of: date,
    running: bool,
    form: str,
    output: str | None,
) -> Report:
    """Explains a deadline."""
    from sulist.deadline import DeadlineError, find, parse
    from sulist.reports.explanations import UnreadText, deadlines_in_text, explained_deadline

    known: dict[str, Any] = {"year": year or as_of.year, "issued": issued, "as_of": as_of}
    try:
        if running:
            return deadlines_in_text(phrase, find(phrase, **known), as_of)
        return explained_deadline(parse(phrase, **known), as_of)
    except DeadlineError as error:
        _say_that_it_is_unread(UnreadText(error.phrase, str(error), error.span), form, output)


@command("units", _("How a cell of units is read, such as 区直各部门，区属、驻区各单位."))
@click.argument("cell", metavar=_("CELL"))
@file_option
@format_option(without=OF_ROWS)
@output_option
def explain_units(cell: str, worklist: WorkList, form: str, output: str | None) -> ExplainedUnits:
    """Explains a cell of units; the roster of the list decides doubtful names."""
    from sulist import units
    from sulist.reports import explanations

    roster = worklist.roster
    try:
        refs, lines = units.parse(cell, roster=roster), units.explain(cell, roster=roster)
    except units.UnitError as error:
        unread = explanations.UnreadText(error.cell, str(error), error.span)
        _say_that_it_is_unread(unread, form, output)
    return explanations.ExplainedUnits(cell, refs, tuple(lines), units.remarks(cell))


def _say_that_it_is_unread(unread: UnreadText, form: str, output: str | None) -> NoReturn:
    """Tells a program so in its form, a person as an error; the exit code is 1 either way.

    Raises:
        SulistError: it is a person who asks.
    """
    if form in FOR_PROGRAMS:
        from sulist.cli.rendering import write

        write(unread, form, output, None)
        click.get_current_context().exit(1)
    from sulist.write.screen.explanations import underlined

    shown = underlined(unread.text, unread.span)
    raise _UnreadableError(f"{shown}\n{unread.error}") from None


explain.add_command(explain_deadline)
explain.add_command(explain_units)


class _UnreadableError(SulistError):
    """What was to be explained cannot be read."""

    exit_code = 1
