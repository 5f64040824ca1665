"""``sulist import``: a list from Word, Excel, PDF, a web page or text."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from sulist.base.errors import SulistError
from sulist.base.i18n import _, ngettext
from sulist.cli.command import command
from sulist.cli.more_options import told_in_option, year_option
from sulist.cli.params import FileName

if TYPE_CHECKING:
    from sulist.importers.importing import Imported
    from sulist.importers.outcome import ImportedList


@command(
    "import",
    _(
        "A list file from documents: .docx, .xlsx, .xls, .ods, .pdf, .html, .mht, .md, .csv, .tsv or .txt, and where LibreOffice is installed .doc, .wps, .et, .rtf and .odt; several are one list. What is not certain is told as a doubt, and nothing of a document is dropped in silence."
    ),
)
@click.argument("files", type=FileName(), metavar=_("FILE..."), nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    type=FileName(),
    metavar=_("FILE"),
    help=_("The list file to write, whole or not at all. Default: standard output."),
)
@click.option("--overwrite", is_flag=True, help=_("Write over FILE where it exists."))
@click.option("--strict", is_flag=True, help=_("With any doubt write nothing, and exit with 1."))
@click.option(
    "--title",
    metavar=_("TEXT"),
    default="",
    help=_("The list's title, where the document's is not to be used."),
)
@click.option(
    "--region",
    metavar=_("TEXT"),
    default="",
    help=_("Whose list it is, where the title does not tell."),
)
@year_option
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar=_("HEADING=ROLE"),
    help=_(
        "What a printed column is, where its heading does not tell: text, lead, responsible, deadline, leader, person, category, serial or other. May be repeated."
    ),
)
@click.option(
    "--with-progress",
    is_flag=True,
    help=_(
        "Takes columns such as 进展情况 and 状态 as today's reports, into a journal beside FILE."
    ),
)
@told_in_option
def import_list(
    files: tuple[str, ...],
    output: str | None,
    overwrite: bool,
    strict: bool,
    title: str,
    region: str,
    year: int | None,
    columns: tuple[str, ...],
    with_progress: bool,
    told_in: str,
) -> None:
    """Imports a list."""
    from sulist.base.files import is_stream
    from sulist.cli.desk import note_read
    from sulist.cli.output import write_documents
    from sulist.cli.progress_bar import documents
    from sulist.cli.rendering import tell
    from sulist.importers.bounded import import_documents
    from sulist.importers.outcome import ImportedList
    from sulist.importers.understand.recognise import Stated

    file = output if output != "-" else None
    kept = file is not None and not is_stream(file)  # else the report would follow the list
    note_read(*files)
    if output is not None:
        _refuse(output, told_in, overwrite=overwrite)
    if with_progress:
        _see_that_a_journal_may_be(file if kept else None)
    known = Stated(title, region, year or 0, tuple(map(_column, columns)), with_progress)
    with documents(files) as progress:
        imported = import_documents(files, known, progress)
    refused = strict and bool(imported.draft.doubts)
    found = ImportedList(imported, file or "", files)
    if told_in == "table":
        tell(found, sys.stdout if kept and not refused else sys.stderr)
    if refused:
        _answer(found._replace(file=""), told_in)
        raise _DoubtfulError(_("There are doubts, so nothing was written (--strict)."))
    if file is not None:
        list(write_documents({file: imported.text}, overwrite=overwrite))
        if kept:
            accompany(file)
        if with_progress:
            _record(imported, file, told_in)
    elif told_in == "table":
        click.echo(imported.text, nl=False)
    _answer(found, told_in)


def _column(typed: str) -> tuple[str, str]:
    """The heading and the role of a column.

    Raises:
        UsageError: it is not HEADING=ROLE, or there is no such role.
    """
    from sulist.base.errors import UsageError
    from sulist.base.plain import clean_cell
    from sulist.listfile.item import ROLES

    heading, equals, role = typed.replace("＝", "=").rpartition("=")
    if not equals or not heading.strip() or role.strip() not in ROLES:
        raise UsageError(
            _(
                "--column {typed}: it wants a heading, = and a role, as in 民生事项名称=text. Roles: {roles}."
            ).format(typed=typed, roles=_(", ").join(ROLES))
        )
    return clean_cell(heading), role.strip()


def _refuse(output: str, told_in: str, *, overwrite: bool) -> None:
    """Raises, before anything is read, where the list cannot go to ``output``."""
    from sulist.cli.desk import note_read
    from sulist.cli.output import companions, refuse_two_in_a_pipe, refuse_what_is_there

    refuse_two_in_a_pipe(output, told_in)
    if output != "-":
        for file, what in companions(output):
            note_read(file, what=what)
        _check_ending(output)
        refuse_what_is_there((output,), overwrite=overwrite)


def _see_that_a_journal_may_be(file: str | None) -> None:
    """Raises where there is no list file that a journal could stand beside, or one does already."""
    from sulist.base.errors import UsageError
    from sulist.cli.first_reports import refuse_a_journal

    if file is None:
        raise UsageError(
            _("--with-progress writes a journal beside the list: name its file with --output.")
        )
    refuse_a_journal(file)


def _record(imported: Imported, file: str, told_in: str) -> None:
    """Writes the journal, and tells a person so."""
    from datetime import datetime

    from sulist.base.showing import printable
    from sulist.cli.first_reports import write_reports

    journal, written, left = write_reports(imported, file, datetime.now().astimezone())
    line = ngettext(
        "{n} report was written into {file}.", "{n} reports were written into {file}.", written
    ).format(n=written, file=printable(journal))
    if left:
        line += " " + ngettext(
            "{n} item has no one lead who could report.",
            "{n} items have no one lead who could report.",
            left,
        ).format(n=left)
    click.echo(line, err=told_in != "table")


def _answer(found: ImportedList, told_in: str) -> None:
    """Answers a program; a person has been told."""
    if told_in != "table":
        from sulist.cli.rendering import write

        write(found, told_in, None, None)


def accompany(file: str) -> None:
    """Puts beside a list that is written what an editor and git need for it.

    Raises:
        FileError: it cannot be written; says that the list is, lest it be imported once more.
    """
    from sulist.base.errors import FileError
    from sulist.base.showing import printable
    from sulist.cli.beside import add_schema, let_git_merge

    folder = os.path.dirname(file)
    try:
        add_schema(folder)
        let_git_merge(folder)
    except FileError as error:
        raise FileError(
            _("{file} is written and whole, but not all that belongs beside it: {error}").format(
                file=printable(file), error=error
            )
        ) from None


def _check_ending(output: str) -> None:
    """Raises UsageError where a list file would be taken for a document by its name."""
    from sulist.base.errors import UsageError
    from sulist.base.showing import printable
    from sulist.importers import is_document

    if not output or is_document(output):
        raise UsageError(
            _(
                "--output {file}: sulist import writes a list file in YAML. Name it such as items.yaml."
            ).format(file=printable(output))
        )


class _DoubtfulError(SulistError):
    """A strict import that is not certain."""

    exit_code = 1
