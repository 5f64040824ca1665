"""The files that a command reads, and those that belong to its list: nothing is written over them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from sulist.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_READ = "sulist.read"
_LIST, _JOURNAL = N_("the list that is asked"), N_("the journal of the list")


def note_list(file: str) -> None:
    """Remembers the list that is asked, so that nothing is written over it or what belongs to it."""
    note_read(file, what=_LIST)


def note_journal(file: str) -> None:
    """Remembers the journal of the list, likewise."""
    note_read(file, what=_JOURNAL)


def note_read(*files: str, what: str = N_("what this command reads")) -> None:
    """Remembers files that this command reads, and what they are, so that it writes over none."""
    context = click.get_current_context(silent=True)
    if context:
        context.meta.setdefault(_READ, []).extend((file, what) for file in files)


def refuse_what_is_read(files: Iterable[str]) -> None:
    """Raises UsageError where one of the files is read by this command, or belongs to its list."""
    from sulist.errors import UsageError
    from sulist.files import is_same
    from sulist.text import printable

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
    from sulist.places import packaged_example
    from sulist.worklist import packaged_list

    context = click.get_current_context(silent=True)
    noted = tuple(dict.fromkeys(context.meta.get(_READ, ()))) if context else ()
    yield from noted
    for file in (one for one, what in noted if what == _LIST):
        yield from companions(file)
    packaged = packaged_list()
    folder = os.path.dirname(packaged)
    schemas = (os.path.join(folder, name) for name in ("items.schema.json", "answers.schema.json"))
    for file in (packaged, *schemas, packaged_example()):
        yield file, N_("a file of sulist itself")


def companions(file: str) -> Iterator[tuple[str, str]]:
    """What belongs to a list: its schema, its settings, its journal, be they there or not."""
    from sulist.cli.asked import ListFile
    from sulist.cli.journaled import place_of
    from sulist.errors import FileError
    from sulist.places import SETTINGS, journal_file, user_folder

    folder = os.path.dirname(file)
    yield os.path.join(folder, "items.schema.json"), N_("the schema of the list")
    for place in (folder, user_folder()):
        yield os.path.join(place, SETTINGS), N_("the settings of the list")
    try:
        journal = place_of(ListFile(file, packaged=False), None).file
    except FileError:
        journal = ""
    for one in (journal, journal_file(file)):
        yield one, _JOURNAL
