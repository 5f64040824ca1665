"""``sulist import``: a list from Word, Excel, PDF, a web page or text."""

from __future__ import annotations

import os
import sys

import click

from sulist.cli.options import command
from sulist.cli.papers import reading, report, year_option
from sulist.errors import FileError, SulistError
from sulist.i18n import _


@command(
    "import",
    _(
        "A list file from documents: .docx, .xlsx, .pdf, .html, .csv, .tsv or .txt; several are one list. What is not certain is told as a doubt, and nothing of a document is dropped in silence."
    ),
)
@click.argument("files", metavar=_("FILE..."), nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
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
    from sulist.answers import imports
    from sulist.files import write_whole
    from sulist.importers.bounded import import_documents
    from sulist.importers.recognise import Known

    to_file = output not in (None, "-")
    if to_file and not overwrite and os.path.exists(output or ""):
        raise FileError(
            _(
                "{file} exists already, and is left as it is. Name another, or say --overwrite"
            ).format(file=output)
        )
    with reading(files) as progress:
        imported = import_documents(files, Known(title, region, year or 0), progress)
    refused = strict and bool(imported.draft.doubts)
    report(
        imports.answer(imported, output if to_file else None),
        sys.stdout if to_file and not refused else sys.stderr,
    )
    if refused:
        raise _DoubtfulError(_("There are doubts, so nothing was written (--strict)."))
    if to_file:
        write_whole(output or "", imported.text)
    else:
        click.echo(imported.text, nl=False)


class _DoubtfulError(SulistError):
    """A strict import that is not certain."""

    exit_code = 1
