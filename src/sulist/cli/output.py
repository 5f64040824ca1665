"""The files that a command writes: in which form, and never over what is read or there."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from sulist.base.errors import FileError, UsageError
from sulist.base.files import is_same, is_stream, write_whole
from sulist.base.i18n import N_, _
from sulist.base.showing import printable
from sulist.cli.desk import JOURNAL, LIST, ListFile, list_file, noted, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sulist.base.files import Pour

_FORMS = {
    ".json": "json",
    ".ndjson": "ndjson",
    ".jsonl": "ndjson",
    ".tsv": "tsv",
    ".csv": "csv",
    ".md": "markdown",
    ".markdown": "markdown",
}
_TABLES = ("", ".txt")
# What a program opens by its own format: text under such a name would not open.
_DOCUMENTS = frozenset(
    ".doc .docm .docx .et .htm .html .ics .ods .odt .pdf .rtf .wps .xls .xlsb .xlsm .xlsx .zip".split()
)


def form_of(context: click.Context) -> str:
    """The form of an answer that goes to a file: as ``--format`` says, else as the file's ending.

    Raises:
        UsageError: the ending is none of an answer, or this command does not answer so.
    """
    output, form = context.params["output"], context.params["form"]
    if output == "-":
        return str(form)
    if not output:
        raise UsageError(_("--output wants the name of a file."))
    ending = os.path.splitext(output)[1].casefold()
    if ending in _DOCUMENTS:
        raise UsageError(_no_document(output, ending, str(context.info_name)))
    if context.get_parameter_source("form") is not click.core.ParameterSource.DEFAULT:
        return str(form)
    if ending in _TABLES or (ending not in _FORMS and is_stream(output)):
        return "table"
    forms = _forms_of(context.command)
    if _FORMS.get(ending) not in forms:
        endings = [".txt", *(end for end, one in _FORMS.items() if one in forms)]
        raise UsageError(
            _(
                "{file}: this command does not write {ending}. Name a file that ends in {endings}, or say the form with --format."
            ).format(
                file=printable(output), ending=printable(ending), endings=_(", ").join(endings)
            )
        )
    return _FORMS[ending]


def refuse_several_tables(context: click.Context) -> None:
    """Raises UsageError: an answer of several tables is asked for in a form that holds one."""
    from sulist.cli.carrying import carried

    said = _(
        "The report is several tables, and {form} holds one. Ask for one of them, by categories, units, due or ledger, such as sulist units --format {form}; all of them are in --format json."
    )
    context.fail(carried(said.format(form=context.params["form"]), context))


def _forms_of(command: click.Command) -> tuple[str, ...]:
    """The forms that a command answers in."""
    choices = (param.type for param in command.params if param.name == "form")
    return next((tuple(one.choices) for one in choices if isinstance(one, click.Choice)), ())


def _no_document(output: str, ending: str, command: str) -> str:
    """That an answer is no document, and the command that makes one."""
    from sulist.write.documents import KINDS

    kinds = [name for name, kind in KINDS.items() if kind.suffix == ending]
    if not kinds:
        return _(
            "{file}: an answer is not written as {ending}. sulist export makes documents: sulist export --help"
        ).format(file=printable(output), ending=ending)
    return _(
        "{file}: an answer is not written as {ending}. A document is made by: sulist export {kind} --output {file}"
    ).format(file=printable(output), ending=ending, kind=command if command in kinds else kinds[0])


def refuse_two_in_a_pipe(output: str, told_in: str) -> None:
    """Raises UsageError where what is written and a program's answer of it might follow each other."""
    if told_in != "table" and (output == "-" or is_stream(output)):
        raise UsageError(
            _(
                "--format {form} answers on standard output what was written, so that has to go into a file: --output FILE"
            ).format(form=told_in)
        )


def write_answer(file: str, text: str | Pour) -> None:
    """Writes an answer, over an older one as ``>`` does.

    Raises:
        UsageError: the file is one that is read, or belongs to the list here.
        FileError: it cannot be written; it is then as it was before.
    """
    list_file(None)  # of explain and diff too the list here would be no answer's place
    refuse_what_is_read((file,))
    write_whole(file, text)


def write_documents(files: Mapping[str, str | bytes], *, overwrite: bool) -> Iterator[str]:
    """Writes documents and lists, each whole or not at all, and gives the name of each that is written.

    Raises:
        UsageError: a file is one that is read, or belongs to the list that is asked.
        FileError: one exists and may not be written over, or cannot be written.
    """
    refuse_what_is_there(files, overwrite=overwrite)
    for file, data in files.items():
        write_whole(file, data, replace=overwrite)
        yield file


def refuse_what_is_there(
    files: Iterable[str],
    *,
    overwrite: bool,
    said: str = N_(
        "{file} exists already, and is left as it is. Name another, or say --overwrite."
    ),
) -> None:
    """Raises, before anything is made or written, what ``write_documents`` would raise for a name."""
    files = list(files)
    refuse_what_is_read(files)
    for file in files:
        if not overwrite and os.path.lexists(file) and not is_stream(file):
            raise FileError(_(said).format(file=printable(file)))


def refuse_what_is_read(files: Iterable[str]) -> None:
    """Raises UsageError where one of the files is read by this command, or belongs to its list."""
    kept = list(_kept())
    for file in files:
        for one, what in kept:
            if is_same(file, one):
                raise UsageError(
                    _("{file} is {what}, and is never written over. Name another file.").format(
                        file=printable(file), what=_(what)
                    )
                )


def _kept() -> Iterator[tuple[str, str]]:
    """The files that this command may not write over, and what each is."""
    from sulist.base.located import packaged_example, packaged_list

    yield from noted()
    for file in (one for one, what in noted() if what == LIST):
        yield from companions(file)
    packaged = packaged_list()
    folder = os.path.dirname(packaged)
    schemas = (os.path.join(folder, name) for name in ("items.schema.json", "answers.schema.json"))
    for file in (packaged, *schemas, packaged_example()):
        yield file, N_("a file of sulist itself")


def companions(file: str) -> Iterator[tuple[str, str]]:
    """What belongs to a list: its schema, how git merges it, its settings, its journal, be they there or not."""
    from sulist.base.located import SETTINGS, journal_file, user_folder

    folder = os.path.dirname(file)
    yield os.path.join(folder, "items.schema.json"), N_("the schema of the list")
    yield os.path.join(folder, ".gitattributes"), N_("what tells git how to merge the journal")
    for place in (folder, user_folder()):
        yield os.path.join(place, SETTINGS), N_("the settings of the list")
    try:
        journal = place_of(ListFile(file, packaged=False), None).file
    except FileError:
        journal = ""
    for one in (journal, journal_file(file)):
        yield one, JOURNAL
