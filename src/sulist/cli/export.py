"""``sulist export``: the documents that an office sends."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from sulist.cli.asked import Asked
from sulist.cli.journaled import progress_of
from sulist.cli.options import as_of_option, command, file_option, filter_options, progress_options
from sulist.documents import KINDS
from sulist.errors import UsageError
from sulist.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_LONG_LIST = 500
# Endings of other kinds of files: a document under such a name would not open.
_OTHERS = frozenset(
    ".csv .doc .docm .docx .et .htm .html .ics .json .md .ods .odt .pdf .txt .wps .xls .xlsm .xlsx"
    " .yaml .yml .zip".split()
)


@command(
    "export",
    _("A document to send: {kinds}. It holds what the filters leave, as of a day.").format(
        kinds=", ".join(KINDS)
    ),
)
@click.argument("kind", metavar=_("KIND"), type=click.Choice(list(KINDS)))
@click.option(
    "-o",
    "--output",
    metavar=_("FILE"),
    help=_("The file to write, whole or not at all; - is a pipe."),
)
@filter_options()
@progress_options
@as_of_option
@file_option
def export(kind: str, output: str | None, **options: Any) -> None:
    """Makes a document and writes it."""
    from sulist.documents import build, ready
    from sulist.files import write_whole

    file = _file_name(kind, output)
    ready(kind)
    asked = Asked(options)
    progress = progress_of(asked, always=KINDS[kind].needs_progress)
    query = asked.query()
    with _long_making(len(asked.worklist.items)) as watch:
        data = build(kind, asked.worklist, query, asked.as_of, progress, watch)
    if file == "-":
        sys.stdout.buffer.write(data)
    else:
        write_whole(file, data)
        asked.say_what_a_table_would()
        click.echo(_("Written: {file}").format(file=click.format_filename(file)))


def _file_name(kind: str, output: str | None) -> str:
    """The file to write, with the ending of its kind.

    Raises:
        UsageError: none is named, its ending is another kind's, or it is a terminal.
    """
    suffix = KINDS[kind].suffix
    if output is None:
        raise UsageError(
            _("Where should it go? Name a file: --output {name}").format(name=f"{kind}{suffix}")
        )
    if output == "-":
        if sys.stdout.isatty():
            raise UsageError(
                _("A document is not for a terminal. Name a file, or send it into a pipe.")
            )
        return output
    ending = os.path.splitext(output)[1].casefold()
    if ending == suffix:
        return output
    if ending in _OTHERS:
        raise UsageError(
            _("{kind} is written as {suffix}, and {file} ends otherwise.").format(
                kind=kind, suffix=suffix, file=output
            )
        )
    return output + suffix


@contextmanager
def _long_making(items: int) -> Iterator[Callable[[float], None] | None]:
    """A progress bar on the terminal while a long document is made, else None."""
    if items < _LONG_LIST or not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=100, label=_("Writing"), file=sys.stderr) as bar:
        yield lambda share: bar.update(int(share * 100) - bar.pos)
