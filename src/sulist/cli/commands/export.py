"""``sulist export``: the documents that an office sends."""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from sulist.base.errors import UsageError
from sulist.base.i18n import _
from sulist.base.showing import printable
from sulist.cli.asked import Asked
from sulist.cli.journaled import progress_of
from sulist.cli.options import (
    as_of_option,
    command,
    complete_file,
    complete_folder,
    file_option,
    filter_options,
    overwrite_option,
    progress_options,
)
from sulist.cli.progress_bar import LONG_LIST, bar
from sulist.write.documents import KINDS

_MORE = ("directory", "reply_by", "signed")
# Endings of other kinds of files: a document under such a name would not open.
_OTHERS = frozenset(
    ".csv .doc .docm .docx .et .htm .html .ics .json .md .ods .odt .pdf .txt .wps .xls .xlsm .xlsx"
    " .yaml .yml .zip".split()
)


@command(
    "export",
    "\n\n".join(
        (
            _("A document to send, of what the filters leave, as of a day. KIND is one of:"),
            *(
                _("{label}: {text}").format(label=f"{name} ({one.suffix})", text=_(one.meaning))
                for name, one in KINDS.items()
            ),
        )
    ),
)
@click.argument("kind", metavar=_("KIND"), type=click.Choice(list(KINDS)))
@click.option(
    "-o",
    "--output",
    metavar=_("FILE"),
    shell_complete=complete_file,
    help=_("The file to write, whole or not at all; - is a pipe."),
)
@click.option(
    "--since",
    "meeting",  # the filter --from is called since
    metavar=_("DATE"),
    help=_("report: the day of the last meeting, to tell what has changed since."),
)
@click.option(
    "--directory",
    metavar=_("DIR"),
    shell_complete=complete_folder,
    help=_("letters: a file for each unit in this folder, instead of one FILE."),
)
@click.option(
    "--reply-by",
    metavar=_("DATE"),
    help=_("letters: answers are due by this day. Default: 7 days after the day asked about."),
)
@click.option(
    "--signed",
    metavar=_("TEXT"),
    help=_("letters: the office that signs. Default: only the day, for the seal."),
)
@overwrite_option
@filter_options()
@progress_options
@as_of_option
@file_option
def export(kind: str, output: str | None, overwrite: bool, **options: Any) -> None:
    """Makes a document and writes it."""
    from sulist.cli.output import refuse_what_is_there
    from sulist.write.documents import build, build_each, ready, remarks

    given = {name: options.pop(name) for name in _MORE} | {"since": options.pop("meeting")}
    _refuse_what_is_not_taken(kind, given)
    directory = given.pop("directory")
    file = "" if directory and output is None else _file_name(kind, output, directory)
    ready(kind)
    asked = Asked(options | {"form": kind})
    if file not in ("", "-"):
        refuse_what_is_there((file,), overwrite=overwrite)
    wanted = KINDS[kind].needs_progress or given["since"] is not None
    progress = progress_of(asked, always=wanted)
    query = asked.query()
    more = _read(asked, given)
    subject = (kind, asked.worklist, query, asked.as_of, progress)
    with bar(_("Writing"), long=len(asked.worklist.items) >= LONG_LIST) as watch:
        if directory:
            ending = KINDS[kind].suffix
            files = {
                os.path.join(directory, name + ending): data
                for name, data in build_each(*subject, watch, **more)
            }
        else:
            files = {file: build(*subject, watch, **more)}
    if file == "-":
        sys.stdout.buffer.write(files["-"])
    else:
        asked.say_what_a_table_would()
        _write(files, directory, overwrite=overwrite)
    for line in remarks(*subject):
        click.echo(line, err=True)


def _refuse_what_is_not_taken(kind: str, given: dict[str, Any]) -> None:
    """An option of another kind would be passed over in silence.

    Raises:
        UsageError: one is given.
    """
    for name, value in given.items():
        if value is not None and name not in KINDS[kind].takes:
            kinds = [one for one, each in KINDS.items() if name in each.takes]
            raise UsageError(
                _("{option} is for {kinds}, not for {kind}.").format(
                    option=f"--{name.replace('_', '-')}", kinds=_(", ").join(kinds), kind=kind
                )
            )


def _read(asked: Asked, given: dict[str, Any]) -> dict[str, Any]:
    """The options of a kind as it wants them; those that are not given are left out.

    Raises:
        UsageError: a date cannot be read, or answers are due before they are asked for.
    """
    more = {name: value for name, value in given.items() if value is not None}
    for name in ("since", "reply_by"):
        if name in more:
            more[name] = asked.day(f"--{name.replace('_', '-')}", more[name], last=True)
    if "reply_by" in more and more["reply_by"] < asked.as_of:
        raise UsageError(
            _("--reply-by {day} is before the day asked about, {as_of}.").format(
                day=more["reply_by"], as_of=asked.as_of
            )
        )
    return more


def _write(files: dict[str, bytes], directory: str | None, *, overwrite: bool) -> None:
    """Writes the files, each whole or not at all, and names them.

    Raises:
        UsageError: one is read by this command, or belongs to its list.
        FileError: one cannot be written; those that were are named.
    """
    from sulist.base.files import is_stream, make_folder
    from sulist.cli.output import write_documents

    if directory and not files:
        click.echo(_("No unit has to be urged: nothing is written."))
        return
    if directory:
        make_folder(directory)
    for file in write_documents(files, overwrite=overwrite):
        # what is said must not follow a document into a pipe
        click.echo(_("Written: {file}").format(file=printable(file)), err=is_stream(file))


def _file_name(kind: str, output: str | None, directory: str | None) -> str:
    """The file to write, with the ending of its kind.

    Raises:
        UsageError: none is named, its ending is another kind's, or it is a terminal.
    """
    from sulist.base.files import is_stream

    suffix = KINDS[kind].suffix
    if directory:
        raise UsageError(_("--directory or --output: say one of them."))
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
    if not os.path.basename(output):
        raise UsageError(_("--output wants the name of a file."))
    ending = os.path.splitext(output)[1].casefold()
    if ending == suffix or is_stream(output):
        return output
    if ending in _OTHERS:
        raise UsageError(
            _("{kind} is written as {suffix}, and {file} ends otherwise.").format(
                kind=kind, suffix=suffix, file=printable(output)
            )
        )
    return output + suffix
