"""``sulist import``: a list from Word, Excel, PDF, a web page or text."""

from __future__ import annotations

import os
import sys

import click

from sulist.base.errors import SulistError
from sulist.base.i18n import _
from sulist.cli.command import command
from sulist.cli.options import year_option
from sulist.cli.params import FileName


@command(
    "import",
    _(
        "A list file from documents: .docx, .xlsx, .pdf, .html, .csv, .tsv or .txt; several are one list. What is not certain is told as a doubt, and nothing of a document is dropped in silence."
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
def import_list(
    files: tuple[str, ...],
    output: str | None,
    overwrite: bool,
    strict: bool,
    title: str,
    region: str,
    year: int | None,
) -> None:
    """Imports a list."""
    from sulist.base.files import is_stream
    from sulist.cli.inputs import note_read
    from sulist.cli.output import companions, refuse_what_is_there, write_documents
    from sulist.cli.progress_bar import documents
    from sulist.cli.rendering import tell
    from sulist.importers.bounded import import_documents
    from sulist.importers.outcome import ImportedList
    from sulist.importers.understand.recognise import Stated

    to_file = output not in (None, "-")
    kept = to_file and not is_stream(output or "")  # else the report would follow the list
    note_read(*files)
    if output is not None and to_file:
        for file, what in companions(output):
            note_read(file, what=what)
        _check_ending(output)
        refuse_what_is_there((output,), overwrite=overwrite)
    with documents(files) as progress:
        imported = import_documents(files, Stated(title, region, year or 0), progress)
    refused = strict and bool(imported.draft.doubts)
    tell(
        ImportedList(imported, (output or "") if to_file else ""),
        sys.stdout if kept and not refused else sys.stderr,
    )
    if refused:
        raise _DoubtfulError(_("There are doubts, so nothing was written (--strict)."))
    if output is not None and to_file:
        list(write_documents({output: imported.text}, overwrite=overwrite))
        if kept:
            accompany(output)
    else:
        click.echo(imported.text, nl=False)


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
