"""``sulist check``: every problem of lists at once."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from sulist.base.errors import FileError, UsageError
from sulist.base.i18n import _
from sulist.cli.command import command
from sulist.cli.desk import is_there, list_file, place_of
from sulist.cli.options import file_option, format_option, journal_option, output_option
from sulist.cli.params import FileName
from sulist.cli.progress_bar import long_file
from sulist.cli.rendering import write
from sulist.write.formats import OF_PROBLEMS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.base.problem import Problem
    from sulist.cli.desk import ListFile
    from sulist.listfile.checked import Checked
    from sulist.listfile.worklist import WorkList


_MOST_SHOWN = 200  # problems of one rule on a screen, where more help nobody to mend them


@command(
    "check",
    _(
        "Every problem of lists at once, with its place and a remedy. Exit code 1 where there are errors."
    ),
)
@click.argument("named", type=FileName(), metavar=_("[FILE]..."), nargs=-1)
@click.option("--strict", is_flag=True, help=_("Exit with 1 where there are warnings, too."))
@click.option(
    "--all",
    "every",
    is_flag=True,
    help=_("Show all problems of one rule; without it, a table shows the first 200."),
)
@click.option(
    "--repair",
    is_flag=True,
    help=_("Set lines of the journal aside that a crash cut off, as comments; their text stays."),
)
@journal_option
@file_option
@format_option(*OF_PROBLEMS)
@output_option
def check(
    named: tuple[str, ...],
    strict: bool,
    every: bool,
    repair: bool,
    journal: str | None,
    file: str | None,
    form: str,
    output: str | None,
) -> None:
    """Checks lists, and the journals beside them."""
    from sulist.reports.problems import Inspection

    files = asked_for(named, file, journal, repair=repair)
    checked = [
        one_of_several(one, form) if len(files) > 1 else alone(one, journal, form, output, repair)
        for one in files
    ]
    if form == "table" and not output:  # lines that editors and grep read are never wrapped
        click.echo("\n".join(lines(checked, None if every else _MOST_SHOWN, named=bool(named))))
    else:
        write(Inspection(tuple(checked)), form, output, None)
    click.get_current_context().exit(exit_code(checked, strict=strict))


def lines(checked: list[Checked], most: int | None, *, named: bool) -> Iterator[str]:
    """What a person reads of each list; the commands in it are about that list."""
    from sulist.cli.carrying import carried
    from sulist.reports.problems import Inspection
    from sulist.write.screen import problems

    context = click.get_current_context()
    for one in checked:
        if told := problems.lines_of(one, most):
            yield carried("\n".join(told), context, file=one.file if named else None)
    yield from problems.lines_of_all(Inspection(tuple(checked)))


def asked_for(
    named: tuple[str, ...], file: str | None, journal: str | None, *, repair: bool
) -> list[ListFile]:
    """The lists to check, each once.

    Raises:
        UsageError: one is named in two ways, or something of one list is asked of several.
    """
    if named and (file or click.get_current_context().find_root().obj):
        raise UsageError(_("Name the list once: as FILE or with --file."))
    if "" in named:
        raise UsageError(_("A FILE has an empty name. Name the list, or leave FILE out."))
    files = [list_file(one) for one in dict.fromkeys(named)] or [list_file(file)]
    if len(files) > 1:
        for is_there, option in (
            (repair, "--repair"),
            (journal, "--journal"),
            (os.environ.get("SULIST_JOURNAL"), "$SULIST_JOURNAL"),
        ):
            if is_there:
                raise UsageError(
                    _(
                        "{option} is about one list, and {n} are named. Check them one by one."
                    ).format(option=option, n=len(files))
                )
    return files


def alone(
    listed: ListFile, journal: str | None, form: str, output: str | None, repair: bool
) -> Checked:
    """The only list that is checked.

    Raises:
        FileError: it or its journal cannot be read; a workflow is told of it first.
    """
    try:
        return examined(listed, journal, repair=repair)
    except FileError as error:
        if form == "github":
            from sulist.reports.problems import Inspection

            write(Inspection((left_out(listed, error),)), form, output, None)
        raise


def one_of_several(listed: ListFile, form: str) -> Checked:
    """One list among several; what cannot be read is told, and the others are checked all the same."""
    try:
        return examined(listed, None, repair=False)
    except FileError as error:
        if form != "github":
            from sulist.cli.notices import complain

            complain(str(error))
        return left_out(listed, error)


def left_out(listed: ListFile, error: FileError) -> Checked:
    """A list that cannot be read, and why."""
    from sulist.listfile.checked import Checked

    return Checked(listed.name, listed.name, None, [], str(error))


def examined(listed: ListFile, journal: str | None, *, repair: bool) -> Checked:
    """A list with its problems, and those of its journal.

    Raises:
        FileError: it or its journal cannot be read, or there is no journal to repair.
    """
    from sulist.listfile.checked import Checked
    from sulist.listfile.worklist import examine

    with long_file(listed.name) as watch:
        worklist, found = examine(listed.name, watch)
    if not is_sound(found) and os.path.isfile(listed.name):
        from sulist.cli.refusals.no_list import refuse_file

        refuse_file(listed.name, found)
    beside = place_of(listed, journal)
    there = is_there(beside)
    if repair and not there:
        raise FileError(_("There is no journal here to repair."))
    shown = listed.name
    if worklist and is_sound(found) and there:
        if repair:
            set_aside(beside.file, worklist)
        found += journal_problems(beside.file, worklist)
        shown += f" + {beside.file}"
    elif worklist and is_sound(found) and beside.file:
        found += copies_of_none(beside.file, worklist)
    return Checked(listed.name, shown, worklist, found)


def exit_code(checked: list[Checked], *, strict: bool) -> int:
    """3 where a file cannot be read, 1 where something has to be mended, else 0."""
    if any(one.unread for one in checked):
        return 3
    return int(any(one.errors or (strict and one.warnings) for one in checked))


def is_sound(found: list[Problem]) -> bool:
    """Whether the list can be answered from, be it without some of its cells."""
    return not any(problem.blocks for problem in found)


def journal_problems(file: str, worklist: WorkList) -> list[Problem]:
    """The problems of a journal.

    Raises:
        FileError: it cannot be read.
    """
    from datetime import datetime

    from sulist.journal import copies
    from sulist.journal.journal import read_any
    from sulist.standing.tracking import problems

    journal = read_any(file, worklist)
    found = problems(worklist, journal, datetime.now().astimezone())
    return found + copies.problems(journal, worklist)


def copies_of_none(file: str, worklist: WorkList) -> list[Problem]:
    """That copies of a journal lie where there is no journal: their records are in no answer."""
    from sulist.journal.copies import problems
    from sulist.journal.journal import Journal

    return problems(Journal(file), worklist)


def set_aside(file: str, worklist: WorkList) -> None:
    """Turns what a crash cut off into comments, and tells on stderr which lines these are.

    Raises:
        FileError: the journal cannot be written, or is another list's.
    """
    from sulist.base.showing import printable
    from sulist.cli.notices import say_that_it_waits
    from sulist.journal import appending
    from sulist.journal.journal import ours, read_bytes

    with appending.writing(file, lambda: say_that_it_waits(file)) as writer:
        journal = ours(read_bytes(writer.data, file, worklist))
        for line in appending.set_aside(writer, journal.cut_off):
            click.echo(
                _("Set aside in {file}: {line}").format(file=printable(file), line=printable(line)),
                err=True,
            )
    if not journal.cut_off:
        click.echo(_("Nothing is cut off in {file}.").format(file=printable(file)), err=True)
