"""``sulist explain``: how a phrase or a cell is read, and why."""

from __future__ import annotations

from typing import Any

import click

from sulist.cli.common import as_of_day, list_file, write
from sulist.errors import SulistError
from sulist.i18n import _


@click.group("explain", help=_("How a deadline or a cell of units is read, and why."))
def command() -> None:
    """The two grammars, shown."""


_form = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "markdown"]),
    default="table",
    show_default=True,
    help=_("The form of the answer."),
)


@command.command("deadline", help=_("How a deadline is read, such as 8月底前."))
@click.argument("phrase")
@click.option(
    "--year",
    type=click.IntRange(1900, 2200),
    help=_("The year of a date that names none. Default: this year's."),
)
@click.option(
    "--issued",
    metavar="DATE",
    help=_("The day of issue, from which periods such as 3个月内 count."),
)
@click.option(
    "--as-of", metavar="DATE", help=_("Answer as of this day. Default: $SULIST_AS_OF, else today.")
)
@click.option(
    "--find",
    "running",
    is_flag=True,
    help=_("Read PHRASE as running text and find the deadlines in it."),
)
@_form
def explain_deadline(
    phrase: str, year: int | None, issued: str | None, as_of: str | None, running: bool, form: str
) -> None:
    """Explains a deadline."""
    from sulist.cli import overviews
    from sulist.cli.common import option_period
    from sulist.deadline import DeadlineError, find, parse

    day = as_of_day(as_of, year or 0)
    known: dict[str, Any] = {
        "year": year or day.year,
        "issued": option_period("--issued", issued, year or day.year, day)[1] if issued else None,
        "as_of": day,
    }
    try:
        answer = (
            overviews.found_deadlines(phrase, find(phrase, **known), day)
            if running
            else overviews.explained_deadline(parse(phrase, **known), day)
        )
    except DeadlineError as error:
        raise _UnreadableError(
            overviews.underlined(error.phrase, error.span) + f"\n{error}"
        ) from None
    write(answer, form, None, None)


@command.command(
    "units", help=_("How a cell of units is read, such as 区直各部门，区属、驻区各单位.")
)
@click.argument("cell")
@click.option(
    "-f",
    "--file",
    metavar="FILE",
    help=_("The list whose roster decides doubtful names; - is standard input."),
)
@_form
def explain_units(cell: str, file: str | None, form: str) -> None:
    """Explains a cell of units."""
    from sulist import units
    from sulist.cli import overviews
    from sulist.worklist import load

    roster = load(list_file(file)[0]).roster
    try:
        answer = overviews.explained_units(
            cell, units.parse(cell, roster=roster), units.explain(cell, roster=roster)
        )
    except units.UnitError as error:
        raise _UnreadableError(
            overviews.underlined(error.cell, error.span) + f"\n{error}"
        ) from None
    write(answer, form, None, None)


class _UnreadableError(SulistError):
    """What was to be explained cannot be read."""

    exit_code = 1
