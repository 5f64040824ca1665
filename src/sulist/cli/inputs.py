"""Which list a command asks, where its journal is, and every file that is read, so that none is written over."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from sulist.base.i18n import N_, _
from sulist.base.tuples import NamedTuple

if TYPE_CHECKING:
    from sulist.standing.settings import Settings

LIST, JOURNAL = N_("the list that is asked"), N_("the journal of the list")
_READ = "sulist.read"
_LONG_FILE = 2 * 2**20  # bytes of a list that is read in an instant


class ListFile(NamedTuple):
    """A list's file, and whether it is the packaged one for want of another."""

    name: str
    packaged: bool


class JournalPlace(NamedTuple):
    """Where the journal of a list is; ``file`` is nothing where there is no place for one.

    ``named`` says that a person named it; ``settings`` are None where no file sets anything.
    """

    file: str
    named: bool
    settings: Settings | None


def list_file(file: str | None) -> ListFile:
    """The list to ask: as named, else ``$SULIST_FILE``, else in this folder, else the packaged one."""
    found = _list_file(file)
    note_read(found.name, what=LIST)
    return found


def _list_file(file: str | None) -> ListFile:
    context = click.get_current_context(silent=True)
    chosen = file or (context.find_root().obj if context else None) or os.environ.get("SULIST_FILE")
    if chosen:
        return ListFile(chosen, packaged=False)
    for here in ("items.yaml", os.path.join("data", "items.yaml")):
        if os.path.isfile(here):
            return ListFile(here, packaged=False)
    from sulist.base.located import packaged_list

    return ListFile(packaged_list(), packaged=True)


def place_of(chosen: ListFile, named: str | None) -> JournalPlace:
    """The journal as named, else ``$SULIST_JOURNAL``, else beside a list that is not the packaged one.

    Raises:
        FileError: something is wrong in the settings.
    """
    from sulist.base.located import journal_file, settings_files

    settings = None
    if settings_files(chosen.name):
        from sulist.standing.settings import settings_for

        settings = settings_for(chosen.name)
    if file := named or os.environ.get("SULIST_JOURNAL"):
        note_read(file, what=JOURNAL)
        return JournalPlace(file, named=True, settings=settings)
    if chosen.packaged or chosen.name == "-":
        return JournalPlace("", named=False, settings=settings)
    beside = journal_file(chosen.name, *((settings.journal,) if settings else ()))
    return JournalPlace(beside, named=False, settings=settings)


def is_there(place: JournalPlace) -> bool:
    """Whether there is a journal.

    Raises:
        FileError: a person named one, and it is not there; or a link leads to none.
    """
    if place.file and os.path.exists(place.file):
        return True
    if place.file and not place.named and os.path.islink(place.file):
        from sulist.base.errors import FileError
        from sulist.base.showing import printable

        raise FileError(
            _(
                "The journal {file} is a link to {target}, which is not there, so no progress can be told. Make it reachable, or delete the link."
            ).format(file=printable(place.file), target=printable(os.readlink(place.file)))
        )
    if place.named:
        from sulist.base.errors import FileError

        raise FileError(
            _("The journal {file} does not exist. Check the name; sulist log makes one.").format(
                file=place.file
            )
        )
    return False


def is_long(file: str) -> bool:
    """Whether a list takes a while to be read; a pipe does not tell."""
    try:
        return os.path.getsize(file) > _LONG_FILE
    except (OSError, ValueError):
        return False


def note_read(*files: str, what: str = N_("what this command reads")) -> None:
    """Remembers files that this command reads, and what they are, so that it writes over none."""
    context = click.get_current_context(silent=True)
    if context:
        context.meta.setdefault(_READ, []).extend((file, what) for file in files)


def noted() -> tuple[tuple[str, str], ...]:
    """The files that this command reads, each with what it is."""
    context = click.get_current_context(silent=True)
    return tuple(dict.fromkeys(context.meta.get(_READ, ()))) if context else ()
