"""``sulist check``: every problem of a list at once."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from sulist.cli.asked import list_file, long_work, write
from sulist.cli.options import command, file_option, format_option, journal_option, output_option
from sulist.errors import FileError, UsageError
from sulist.i18n import _

if TYPE_CHECKING:
    from sulist.problem import Problem
    from sulist.worklist import WorkList


@command(
    "check",
    _(
        "Every problem of a list at once, with its place and a remedy. Exit code 1 where there are errors."
    ),
)
@click.argument("named", metavar=_("[FILE]"), required=False)
@click.option(
    "--repair",
    is_flag=True,
    help=_("Set lines of the journal aside that a crash cut off, as comments; their text stays."),
)
@journal_option
@file_option
@format_option("table", "json", "csv", "markdown")
@output_option
def check(
    named: str | None,
    repair: bool,
    journal: str | None,
    file: str | None,
    form: str,
    output: str | None,
) -> None:
    """Checks a list, and the journal beside it."""
    from sulist.answers import problems
    from sulist.cli.carrying import carried
    from sulist.cli.journaled import is_there, place_of
    from sulist.cli.mistaken import refuse_file
    from sulist.worklist import examine

    if named and file:
        raise UsageError(_("Name the list once: as FILE or with --file."))
    listed = list_file(named or file)
    shown = listed.name
    with long_work(listed.name) as watch:
        worklist, found = examine(listed.name, watch)
    if not is_sound(found) and os.path.isfile(shown):
        refuse_file(shown, found)
    beside = place_of(listed, journal)
    there = is_there(beside)
    if repair and not there:
        raise FileError(_("There is no journal here to repair."))
    if worklist and is_sound(found) and there:
        if repair:
            set_aside(beside.file, worklist)
        found += journal_problems(beside.file, worklist)
        shown += f" + {beside.file}"
    if form == "table" and not output:  # lines that editors and grep read are never wrapped
        said = "\n".join(problems.lines(shown, worklist, found))
        click.echo(carried(said, click.get_current_context(), file=named))
    else:
        write(problems.check(shown, worklist, found), form, output, None)
    click.get_current_context().exit(0 if is_sound(found) else 1)


def is_sound(found: list[Problem]) -> bool:
    """Whether nothing in it could make an answer wrong."""
    return not any(problem.level == "error" for problem in found)


def journal_problems(file: str, worklist: WorkList) -> list[Problem]:
    """The problems of a journal.

    Raises:
        FileError: it cannot be read.
    """
    from sulist.progress.journal import read_any
    from sulist.progress.tracking import problems

    return problems(worklist, read_any(file, worklist))


def set_aside(file: str, worklist: WorkList) -> None:
    """Turns what a crash cut off into comments, and tells on stderr which lines these are.

    Raises:
        FileError: the journal cannot be written, or is another list's.
    """
    from sulist.progress import appending
    from sulist.progress.journal import ours, read_bytes
    from sulist.text import printable

    with appending.writing(file) as writer:
        journal = ours(read_bytes(writer.data, file, worklist))
        for line in appending.set_aside(writer, journal.cut_off):
            click.echo(
                _("Set aside in {file}: {line}").format(file=printable(file), line=printable(line)),
                err=True,
            )
    if not journal.cut_off:
        click.echo(_("Nothing is cut off in {file}.").format(file=printable(file)), err=True)
