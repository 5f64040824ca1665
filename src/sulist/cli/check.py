"""``sulist check``: every problem of a list at once."""

from __future__ import annotations

import click

from sulist.cli.asked import list_file, long_work, write
from sulist.cli.options import command, file_option, format_option, output_option
from sulist.errors import UsageError
from sulist.i18n import _


@command(
    "check",
    _(
        "Every problem of a list at once, with its place and a remedy. Exit code 1 where there are errors."
    ),
)
@click.argument("named", metavar=_("[FILE]"), required=False)
@file_option
@format_option("table", "json", "csv", "markdown")
@output_option
def check(named: str | None, file: str | None, form: str, output: str | None) -> None:
    """Checks a list."""
    from sulist.answers import problems
    from sulist.worklist import examine

    if named and file:
        raise UsageError(_("Name the list once: as FILE or with --file."))
    chosen = list_file(named or file).name
    with long_work(chosen) as watch:
        worklist, found = examine(chosen, watch)
    if form == "table" and not output:  # lines that editors and grep read are never wrapped
        click.echo("\n".join(problems.lines(chosen, worklist, found)))
    else:
        write(problems.check(chosen, worklist, found), form, output, None)
    errors = any(problem.level == "error" for problem in found)
    click.get_current_context().exit(1 if errors else 0)
