"""Words of the list that complete what is being typed; none where the list cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from click.shell_completion import CompletionItem

from sulist.base.errors import BrokenListError, FileError
from sulist.cli.desk import list_file, place_of
from sulist.listfile.worklist import load

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sulist.listfile.worklist import WorkList


def units(incomplete: str) -> list[CompletionItem]:
    """Units, each with its group; a part of a name completes it."""
    worklist = _list()
    known = worklist.units if worklist else ()
    return _items(
        ((unit, worklist.roster.group_of(unit) or "") for unit in known if worklist), incomplete
    )


def categories(incomplete: str) -> list[CompletionItem]:
    """Categories by number, each with its title."""
    worklist = _list()
    return _items(
        ((one.number, one.title) for one in (worklist.categories if worklist else ())), incomplete
    )


def people(incomplete: str, *, leader: bool) -> list[CompletionItem]:
    """Names of leaders, or of other persons."""
    worklist = _list()
    names = dict.fromkeys(
        name
        for item in (worklist.items if worklist else ())
        for name in (item.leaders if leader else item.persons)
    )
    return _items(((name, "") for name in names), incomplete)


def headings(incomplete: str) -> list[CompletionItem]:
    """Headings of the list's columns, each ready for the text that is looked for."""
    worklist = _list()
    return _items(
        ((f"{one.heading}=", "") for one in (worklist.columns if worklist else ())), incomplete
    )


def columns(incomplete: str) -> list[CompletionItem]:
    """Titles of columns that are not named yet, each behind those that are."""
    from sulist.write.named_columns import titles

    worklist = _list()
    known = dict.fromkeys(titles(worklist).values()) if worklist else {}
    before, comma, _last = incomplete.rpartition(",")
    named = before.split(",")
    return _items(
        ((f"{before}{comma}{title}", "") for title in known if title not in named), incomplete
    )


def ids(incomplete: str) -> list[CompletionItem]:
    """Ids, each with its item's name."""
    worklist = _list()
    return _items(
        ((item.id, item.name) for item in (worklist.items if worklist else ())), incomplete
    )


def records(incomplete: str) -> list[CompletionItem]:
    """Ids of the journal's records, the newest first, each with what it says."""
    from sulist.journal.journal import read
    from sulist.write.screen.standing import what_text

    try:
        chosen = list_file(None)
        place = place_of(chosen, None)
        found = read(place.file, load(chosen.name)).records if place.file else ()
    except (FileError, BrokenListError):
        return []
    newest = sorted(found, key=lambda one: one.by_writing, reverse=True)
    return _items(((one.id, f"{one.item} {one.on} {what_text(one)}") for one in newest), incomplete)


def _list() -> WorkList | None:
    try:
        return load(list_file(None).name)
    except (FileError, BrokenListError):
        return None


def _items(values: Iterable[tuple[str, str]], incomplete: str) -> list[CompletionItem]:
    """What begins with ``incomplete``, else what holds it: a shell puts in what all of them begin with."""
    found = [one for one in values if incomplete in one[0]]
    begin = [one for one in found if one[0].startswith(incomplete)]
    return [CompletionItem(value, help=text) for value, text in begin or found]
