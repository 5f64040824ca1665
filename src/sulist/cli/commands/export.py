"""``sulist export``: the documents that an office sends."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, ClassVar

import click

from sulist.base.errors import UsageError
from sulist.base.i18n import _, joined
from sulist.base.showing import pasted, printable
from sulist.cli.choices import OneOf
from sulist.cli.command import command
from sulist.cli.more_options import overwrite_option, told_in_option
from sulist.cli.more_params import FolderName, LastMeeting
from sulist.cli.options import as_of_option, file_option, filter_options, progress_options
from sulist.cli.params import Day, FileName, Meant
from sulist.cli.progress_bar import LONG_LIST, bar
from sulist.write.documents import KINDS

if TYPE_CHECKING:
    from datetime import date

    from sulist.asking.subject import Subject
    from sulist.cli.desk import Desk

# Options that only some kinds take, each by what its value is called here.
_OF_SOME_KINDS = {
    "directory": "directory",
    "reply_by": "reply_by",
    "signed": "signed",
    "since": "meeting",
    "number": "number",
    "contact": "contact",
    "phone": "phone",
    "columns": "columns",
}
# Endings of other kinds of files: a document under such a name would not open.
_OTHERS = frozenset(
    ".csv .doc .docm .docx .et .htm .html .ics .json .md .ods .odt .pdf .txt .wps .xls .xlsm .xlsx"
    " .yaml .yml .zip".split()
)


class DocumentKind(OneOf):
    """A kind of document, which says what else may stand on the line."""

    words: ClassVar = {name: name for name in KINDS}

    def advice(self, typed: str) -> str:
        """For the name of a file, the kind and the option."""
        kind, ending = os.path.splitext(typed)
        if kind not in KINDS or ending.casefold() != KINDS[kind].suffix:
            return ""
        return _("{file} is a file to write: sulist export {kind} --output {file}").format(
            file=printable(typed), kind=kind
        )

    def read(self, word: str, option: str, desk: Desk) -> str:
        """The kind.

        Raises:
            UsageError: an option is another kind's, or no file to write is named.
            FileError: a package that the kind needs is not installed.
        """
        from sulist.write.documents import ready

        _refuse_what_is_not_taken(word, desk)
        if desk.given("output") is not None or not desk.given("directory"):
            _file_name(word, desk)
        ready(word)
        return word

    def asks_progress(self, typed: Any) -> bool:
        """Whether a list without a journal is one on which nobody has reported."""
        return KINDS[typed].needs_progress


class NewFile(FileName, Meant):
    """A file for a document: one that is there is kept, unless ``--overwrite`` is said."""

    def read(self, word: str, option: str, desk: Desk) -> str:
        """Its name, with the ending of the document's kind.

        Raises:
            UsageError: it is read by this command, or belongs to its list.
            FileError: it exists and may not be written over.
        """
        from sulist.cli.output import refuse_what_is_there

        file = _file_name(desk.given("kind"), desk)
        if file != "-":
            refuse_what_is_there((file,), overwrite=desk.given("overwrite"))
        return file


class ReplyDay(Day):
    """The day by which letters are answered."""

    def read(self, word: str, option: str, desk: Desk) -> date:
        """The day.

        Raises:
            UsageError: it cannot be read, or is before answers are asked for.
        """
        day = super().read(word, option, desk)
        if day >= desk.as_of:
            return day
        raise UsageError(
            _("--reply-by {day} is before the day asked about, {as_of}.").format(
                day=day, as_of=desk.as_of
            )
        )


class LetterNumber(Meant):
    """What the first letter is registered under; the others are counted on from it."""

    def read(self, word: str, option: str, desk: Desk) -> str:
        """The number.

        Raises:
            UsageError: it does not end with one.
        """
        from sulist.reports.letters import numbered

        numbered(word, 2)
        return word


class LedgerColumns(Meant):
    """Headings of the ledger with commas between them: 序号,事项名称,灯号,进展情况."""

    def read(self, word: str, option: str, desk: Desk) -> tuple[str, ...]:
        """The titles of the columns.

        Raises:
            UsageError: one is not known or is named twice, or none is named.
        """
        from sulist.cli.choosing import titles_of
        from sulist.write.sheet.ledger_columns import titles

        return titles_of(word, titles(desk.worklist))


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
@click.argument("kind", metavar=_("KIND"), type=DocumentKind())
@click.option(
    "-o",
    "--output",
    type=NewFile(),
    metavar=_("FILE"),
    help=_("The file to write, whole or not at all; - is a pipe."),
)
@click.option(
    "--since",
    "meeting",  # the filter --from is called since
    type=LastMeeting(),
    metavar=_("DATE"),
    help=_("report: the day of the last meeting, to tell what has changed since."),
)
@click.option(
    "--directory",
    type=FolderName(),
    metavar=_("DIR"),
    help=_("letters: a file for each unit in this folder, instead of one FILE."),
)
@click.option(
    "--reply-by",
    type=ReplyDay(),
    metavar=_("DATE"),
    help=_("letters: answers are due by this day. Default: 7 days after the day asked about."),
)
@click.option(
    "--signed",
    metavar=_("TEXT"),
    help=_("letters, report: the office that signs. Default: only the day, for the seal."),
)
@click.option(
    "--number",
    type=LetterNumber(),
    metavar=_("TEXT"),
    help=_("letters: the number of the first, such as 督〔2021〕5号; the others are counted on."),
)
@click.option(
    "--contact",
    metavar=_("TEXT"),
    help=_(
        "letters: whom to ask. Default: a blank to fill in by hand; so for the number and the telephone."
    ),
)
@click.option("--phone", metavar=_("TEXT"), help=_("letters: the telephone of who is asked."))
@click.option(
    "--columns",
    type=LedgerColumns(),
    metavar=_("TITLE,..."),
    help=_("ledger: only these columns; ten or so are printed on A4, more on A3."),
)
@overwrite_option
@filter_options()
@progress_options
@as_of_option
@told_in_option
@file_option
def export(
    desk: Desk,
    subject: Subject,
    kind: str,
    output: str | None,
    directory: str | None,
    overwrite: bool,
    meeting: date | None,
    reply_by: date | None,
    signed: str | None,
    number: str | None,
    contact: str | None,
    phone: str | None,
    columns: tuple[str, ...] | None,
    told_in: str,
) -> None:
    """Makes a document and writes it."""
    from sulist.cli.notices import say_what_a_table_would
    from sulist.cli.rendering import write
    from sulist.reports.deeds import ExportedDocuments, WrittenFile
    from sulist.write.documents import build, build_each, remarks

    named: dict[str, Any] = {
        "since": meeting,
        "reply_by": reply_by,
        "signed": signed,
        "number": number,
        "contact": contact,
        "phone": phone,
        "columns": columns,
    }
    more = {name: value for name, value in named.items() if value is not None}
    with bar(_("Writing"), long=len(subject.worklist.items) >= LONG_LIST) as watch:
        if directory:
            ending = KINDS[kind].suffix
            files = {
                os.path.join(directory, name + ending): data
                for name, data in build_each(kind, *subject[:4], watch, **more)
            }
        else:
            files = {output or "": build(kind, *subject[:4], watch, **more)}
    said = tuple(remarks(kind, *subject[:4]))
    if output == "-":
        sys.stdout.buffer.write(files["-"])
    else:
        say_what_a_table_would(desk.worklist, desk.as_of, packaged=desk.listed.packaged)
        _write(files, directory, overwrite=overwrite, told=told_in == "table")
    if subject.worklist.unread:
        from sulist.cli.carrying import carried
        from sulist.write.screen.foot import unread_lines

        doubts = unread_lines(subject.worklist, subject.select().unread)
        said += tuple(carried(line, click.get_current_context()) for line in doubts)
    if told_in == "table":
        for line in said:
            click.echo(line, err=True)
    else:
        written = tuple(WrittenFile(file, len(data)) for file, data in files.items())
        write(ExportedDocuments(subject, kind, written, said), told_in, None, None)


def _refuse_what_is_not_taken(kind: str, desk: Desk) -> None:
    """An option of another kind would be passed over in silence.

    Raises:
        UsageError: one is given.
    """
    for name, typed in _OF_SOME_KINDS.items():
        if desk.given(typed) is not None and name not in KINDS[kind].takes:
            kinds = [one for one, each in KINDS.items() if name in each.takes]
            said = _("{option} is for {kinds}, not for {kind}.").format(
                option=f"--{name.replace('_', '-')}", kinds=_(", ").join(kinds), kind=kind
            )
            if name == "since":  # the same word to a person, and another question
                from_then = _("For what is due from that day on: --from {day}")
                said = joined(said, from_then.format(day=pasted(desk.given(typed))))
            raise UsageError(said)


def _write(files: dict[str, bytes], directory: str | None, *, overwrite: bool, told: bool) -> None:
    """Writes the files, each whole or not at all, and names them where that is to be ``told``.

    Raises:
        UsageError: one is read by this command, or belongs to its list.
        FileError: one cannot be written; those that were are named.
    """
    from sulist.base.files import is_stream, make_folder
    from sulist.cli.output import write_documents

    if directory and not files:
        if told:
            click.echo(_("No unit has to be urged: nothing is written."))
        return
    if directory:
        make_folder(directory)
    for file in write_documents(files, overwrite=overwrite):
        if told:  # but it must not follow a document into a pipe
            click.echo(_("Written: {file}").format(file=printable(file)), err=is_stream(file))


def _file_name(kind: str, desk: Desk) -> str:
    """The file to write, with the ending of its kind.

    Raises:
        UsageError: none is named, its ending is another kind's, or it is a terminal.
    """
    from sulist.base.files import is_stream
    from sulist.cli.output import refuse_two_in_a_pipe

    suffix = KINDS[kind].suffix
    output: str | None = desk.given("output")
    if desk.given("directory"):
        raise UsageError(_("--directory or --output: say one of them."))
    if output is None:
        raise UsageError(
            _("Where should it go? Name a file: --output {name}").format(name=f"{kind}{suffix}")
        )
    refuse_two_in_a_pipe(output, desk.told_in)
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
