"""Which list a command asks, and every file that it reads, so that nothing is written over one."""

from __future__ import annotations

import os
from typing import NamedTuple

import click

from sulist.base.i18n import N_

LIST, JOURNAL = N_("the list that is asked"), N_("the journal of the list")
_READ = "sulist.read"


class ListFile(NamedTuple):
    """A list's file, and whether it is the packaged one for want of another."""

    name: str
    packaged: bool


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


def note_read(*files: str, what: str = N_("what this command reads")) -> None:
    """Remembers files that this command reads, and what they are, so that it writes over none."""
    context = click.get_current_context(silent=True)
    if context:
        context.meta.setdefault(_READ, []).extend((file, what) for file in files)


def noted() -> tuple[tuple[str, str], ...]:
    """The files that this command reads, each with what it is."""
    context = click.get_current_context(silent=True)
    return tuple(dict.fromkeys(context.meta.get(_READ, ()))) if context else ()
