"""``sulist diff``: what has changed between two lists, each a list file or a document."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

import click

from sulist.base.errors import FileError
from sulist.base.i18n import _, ngettext
from sulist.base.showing import pasted_file, printable
from sulist.cli.command import command
from sulist.cli.desk import LIST, note_read
from sulist.cli.more_options import year_option
from sulist.cli.options import format_option, output_option, width_option
from sulist.cli.params import FileName
from sulist.cli.progress_bar import documents, long_file
from sulist.cli.rendering import tell

if TYPE_CHECKING:
    from sulist.listfile.worklist import WorkList
    from sulist.reports.differences import Comparison, DoubtfulReading


@command(
    "diff",
    _(
        "What has changed from the list OLD to the list NEW. Items are matched by the likeness of their texts, not by number. Either may be a document that sulist import reads (.docx, .xlsx, .pdf, .html, .md, .csv, .txt and others); what is not certain in reading it is told first."
    ),
)
@click.argument("old", type=FileName(), metavar=_("OLD"))
@click.argument("new", type=FileName(), metavar=_("NEW"))
@year_option
@format_option()
@output_option
@width_option
def diff(old: str, new: str, year: int | None) -> Comparison:
    """Compares two lists."""
    from sulist.reports.differences import compare

    before, after = (_side(file, year or 0) for file in (old, new))
    return compare(
        before.worklist,
        after.worklist,
        old_unsaid=before.unsaid,
        new_unsaid=after.unsaid,
        doubtful=tuple(one.doubtful for one in (before, after) if one.doubtful),
    )


class _Side(NamedTuple):
    """A list to compare; of a document's, the facts that it does not say, and the doubts of reading it."""

    worklist: WorkList
    unsaid: frozenset[str] | None = None
    doubtful: DoubtfulReading | None = None


def _side(file: str, year: int) -> _Side:
    """The list in ``file``, which is a list file or, by its name, a document.

    Raises:
        FileError: it cannot be read, or the list in a document has errors.
        BrokenListError: a list file has errors.
    """
    from sulist.importers import is_document
    from sulist.listfile.worklist import load

    if is_document(file):
        note_read(file)
        return _document(file, year)
    note_read(file, what=LIST)
    with long_file(file) as watch:
        return _Side(load(file, watch))


def _document(file: str, year: int) -> _Side:
    """The list that a document holds; the doubts of reading it go to stderr."""
    from sulist.base.files import free_name
    from sulist.importers.bounded import import_documents
    from sulist.importers.importing import as_worklist
    from sulist.importers.outcome import ReadDocument
    from sulist.importers.understand.recognise import Stated
    from sulist.reports.differences import DoubtfulReading

    with documents((file,)) as progress:
        imported = import_documents((file,), Stated(year=year), progress)
    tell(ReadDocument(imported, file), sys.stderr)
    click.echo(err=True)  # on a terminal the answer comes below
    worklist = as_worklist(imported, file)
    if worklist is None:
        found = len(imported.errors)
        raise FileError(
            ngettext(
                "The list in {file} has {n} error, so it is not compared. Make a file of it, mend that, and compare it: sulist import {pasted} --output {output}",
                "The list in {file} has {n} errors, so it is not compared. Make a file of it, mend that, and compare it: sulist import {pasted} --output {output}",
                found,
            ).format(
                n=found,
                file=printable(file),
                pasted=pasted_file(file),
                output=free_name("next.yaml"),
            )
        )
    doubts = len(imported.draft.doubts)
    return _Side(worklist, imported.unsaid, DoubtfulReading(file, doubts) if doubts else None)
