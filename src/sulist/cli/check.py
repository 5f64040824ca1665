"""``sulist check``: every problem of a list at once."""

from __future__ import annotations

import click

from sulist.cli.common import file_option, list_file, write
from sulist.errors import UsageError
from sulist.i18n import _


@click.command(
    "check",
    help=_(
        "Every problem of a list at once, with its place and a remedy. Exit code 1 where there are errors."
    ),
)
@click.argument("named", metavar="[FILE]", required=False)
@file_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help=_("The form of the answer."),
)
@click.option(
    "-o", "--output", metavar="FILE", help=_("Write the answer to a file, whole or not at all.")
)
def command(named: str | None, file: str | None, form: str, output: str | None) -> None:
    """Checks a list."""
    from sulist.cli import overviews
    from sulist.worklist import examine

    if named and file:
        raise UsageError(_("Name the list once: as FILE or with --file."))
    chosen, _packaged = list_file(named or file)
    worklist, problems = examine(chosen)
    answer = overviews.check(chosen, worklist, problems)
    if form == "json" or output:
        write(answer, form, output, None)
    else:
        click.echo("\n".join(overviews.problem_lines(chosen, worklist, problems)))
    click.get_current_context().exit(
        1 if any(problem.level == "error" for problem in problems) else 0
    )
