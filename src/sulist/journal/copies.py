"""Copies of a journal that lie beside it, as programs that keep folders alike make them where two wrote at once."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from sulist.base.i18n import _, ngettext
from sulist.base.problem import Place, Problem
from sulist.journal.journal import MAX_BYTES, read_bytes

if TYPE_CHECKING:
    from sulist.journal.journal import Journal
    from sulist.listfile.worklist import WorkList

_MOST_FILES = 100


def copies(file: str, worklist: WorkList, most: int = MAX_BYTES) -> list[Journal]:
    """The files in the journal's folder whose name holds its name, and which hold this list's records or head.

    Whatever a program puts before, behind or within the name: progress-PC.yaml, progress (1).yaml,
    progress.yaml.orig. Of each file the first ``most`` bytes are looked at.
    """
    found = []
    for name in _like_it(file):
        data = _beginning(name, most)
        held = read_bytes(data, name, worklist) if data else None
        if held and not held.foreign and (held.headed or held.all):
            found.append(held)
    return found


def problems(journal: Journal, worklist: WorkList) -> list[Problem]:
    """That there are copies, what is in each that is not in the journal, and how they become one."""
    there = {one.id for one in journal.all}
    found = []
    for copy in copies(journal.file, worklist):
        new = sum(one.id not in there for one in copy.all)
        said = (
            ngettext(
                "This is a copy of {journal}, with {n} record that is not in it, and is not read.",
                "This is a copy of {journal}, with {n} records that are not in it, and is not read.",
                new,
            )
            if new
            else _("This is a copy of {journal}, with nothing that is not in it.")
        )
        remedy = (
            _(
                "Put the lines of both into {journal}, in any order: a record that is there twice counts once. Then delete this file."
            )
            if new
            else _("Delete it, or move it to another folder.")
        )
        found.append(
            Problem(
                Place(copy.file, 1, 1),
                "journal-copy",
                said.format(journal=journal.file, n=new),
                remedy.format(journal=journal.file),
            )
        )
    return found


def _like_it(file: str) -> list[str]:
    """The regular files beside the journal that bear its name within theirs, in order; not the journal itself."""
    folder, name = os.path.split(file)
    stem = os.path.splitext(name)[0].casefold()
    try:
        with os.scandir(folder or ".") as entries:
            names = [
                one.name
                for one in entries
                if stem in one.name.casefold() and one.name != name and one.is_file()
            ]
        own = os.stat(file) if os.path.exists(file) else None
        beside = [os.path.join(folder, one) for one in sorted(names)[:_MOST_FILES]]
        return [one for one in beside if not (own and os.path.samestat(os.stat(one), own))]
    except OSError:
        return []  # a folder that cannot be looked into shows nothing that could be told


def _beginning(file: str, most: int) -> bytes:
    """The whole lines in the first ``most`` bytes; nothing of a file that cannot be read."""
    try:
        with open(file, "rb") as stream:
            data = stream.read(most)
    except OSError:
        return b""
    return data if len(data) < most else data[: data.rfind(b"\n") + 1]
