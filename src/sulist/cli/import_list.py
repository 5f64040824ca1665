"""``sulist import``: a list from Word, Excel, PDF, a web page or text."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from sulist.cli.options import command
from sulist.errors import FileError, SulistError
from sulist.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from sulist.importers.grid import Progress
    from sulist.importers.importing import Imported

_LONG = 100_000  # bytes of a document that is read in an instant


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
@click.option(
    "--year",
    type=click.IntRange(1949, 2100),
    metavar=_("YEAR"),
    help=_("The year of a date that names none, where the document does not tell."),
)
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
    from sulist.files import write_whole
    from sulist.importers.importing import import_documents
    from sulist.importers.recognise import Known

    to_file = output not in (None, "-")
    if to_file and not overwrite and os.path.exists(output or ""):
        raise FileError(
            _(
                "{file} exists already, and is left as it is. Name another, or say --overwrite"
            ).format(file=output)
        )
    with _progress(files) as progress:
        imported = import_documents(files, Known(title, region, year or 0), progress)
    refused = strict and bool(imported.draft.doubts)
    _report(
        imported, output if to_file else None, sys.stdout if to_file and not refused else sys.stderr
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


@contextmanager
def _progress(files: tuple[str, ...]) -> Iterator[Progress]:
    """A progress bar for documents that take a while, only where a person is looking."""
    sizes = [os.path.getsize(file) for file in files if os.path.isfile(file)]
    if sum(sizes) < _LONG or not sys.stderr.isatty():
        yield lambda _done, _of: None
        return
    with click.progressbar(length=1000, label=_("Reading"), file=sys.stderr) as bar:

        def progress(done: int, of: int) -> None:
            bar.update(max(0, 1000 * done // max(of, 1) - bar.pos))

        yield progress


def _report(imported: Imported, output: str | None, stream: TextIO) -> None:
    """The doubts, what was not used, and the counts; the screen's width on a terminal."""
    from sulist.answers import imports
    from sulist.exporters import exporter

    answer = imports.answer(imported, output)
    width = None
    if stream.isatty():
        width = os.get_terminal_size(stream.fileno()).columns or 80
    exporter("table").render(answer, stream, width)
