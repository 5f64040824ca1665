"""The road from the options of a command to the journal beside its list."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

import click

from sulist.base.located import journal_file, settings_files
from sulist.cli.inputs import JOURNAL, note_read

if TYPE_CHECKING:
    from sulist.cli.asked import Asked
    from sulist.cli.inputs import ListFile
    from sulist.journal.journal import Journal
    from sulist.listfile.worklist import WorkList
    from sulist.standing.settings import Settings
    from sulist.standing.tracking import Progress

_MOST_SHOWN = 20
_LOOKED_AT = 2**16  # bytes of a file beside the journal, to see what it is


class JournalPlace(NamedTuple):
    """Where the journal of a list is; ``file`` is nothing where there is no place for one.

    ``named`` says that a person named it; ``settings`` are None where no file sets anything.
    """

    file: str
    named: bool
    settings: Settings | None


def place_of(chosen: ListFile, named: str | None) -> JournalPlace:
    """The journal as named, else ``$SULIST_JOURNAL``, else beside a list that is not the packaged one.

    Raises:
        FileError: something is wrong in the settings.
    """
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
        from sulist.base.i18n import _
        from sulist.base.showing import printable

        raise FileError(
            _(
                "The journal {file} is a link to {target}, which is not there, so no progress can be told. Make it reachable, or delete the link."
            ).format(file=printable(place.file), target=printable(os.readlink(place.file)))
        )
    if place.named:
        from sulist.base.errors import FileError
        from sulist.base.i18n import _

        raise FileError(
            _("The journal {file} does not exist. Check the name; sulist log makes one.").format(
                file=place.file
            )
        )
    return False


def progress_of(asked: Asked, *, always: bool = False) -> Progress | None:
    """The progress that the journal tells; None where there is no journal and nothing asks for one.

    Raises:
        FileError: the journal cannot be read, or a named one is not there.
        UsageError: ``--known-by`` is no day.
    """
    options = asked.options
    place = place_of(asked.file, options.pop("journal"))
    known_by = options.pop("known_by")
    there = is_there(place)
    if not (there or always or known_by or options.get("states")):
        return None
    from sulist.base.showing import printable
    from sulist.journal.journal import Journal, read
    from sulist.standing.settings import Settings
    from sulist.standing.tracking import Progress

    journal = read(place.file, asked.worklist) if there else Journal(printable(place.file))
    say_what_is_broken(journal)
    day = asked.day("--known-by", known_by, last=True)
    settings = place.settings or Settings()
    progress = Progress(asked.worklist, journal, asked.as_of, day, settings)
    if options["form"] != "table":  # a table says it below
        say_what_does_not_follow(progress)
    return progress


def say_what_does_not_follow(progress: Progress) -> None:
    """Tells on stderr how many records do not count, since they cannot follow those before them."""
    from sulist.base.i18n import ngettext

    if number := len(progress.refusals):
        _tell(
            ngettext(
                "{n} record does not count, since it cannot follow those before it: see sulist check.",
                "{n} records do not count, since they cannot follow those before them: see sulist check.",
                number,
            ).format(n=number)
        )


def _tell(text: str) -> None:
    """Says on stderr what is beside the answer; a command that it advises is about the same list."""
    from sulist.base.showing import printable
    from sulist.cli.carrying import carried

    click.echo(printable(carried(text, click.get_current_context(silent=True))), err=True)


def say_what_is_broken(journal: Journal) -> None:
    """Tells on stderr which lines of a journal do not count."""
    from sulist.base.i18n import ngettext

    for problem in journal.problems[:_MOST_SHOWN]:
        _tell(f"{problem}\n  → {problem.remedy}")
    more = len(journal.problems) - _MOST_SHOWN
    if more > 0:
        _tell(
            ngettext(
                "{n} more line of the journal does not count: sulist check tells all.",
                "{n} more lines of the journal do not count: sulist check tells all.",
                more,
            ).format(n=more)
        )
    if number := len(journal.warnings):
        click.echo(
            ngettext(
                "{n} thing in the journal does not count here, such as what only a newer sulist knows: see sulist check.",
                "{n} things in the journal do not count here, such as what only a newer sulist knows: see sulist check.",
                number,
            ).format(n=number),
            err=True,
        )


def say_that_it_waits(file: str) -> None:
    """Tells on stderr why nothing happens."""
    from sulist.base.i18n import _
    from sulist.base.showing import printable

    click.echo(
        _("Waiting for another program that writes to {file} ...").format(file=printable(file)),
        err=True,
    )


def say_what_copies_there_are(file: str, worklist: WorkList) -> None:
    """Tells on stderr which files beside the journal are copies of it."""
    from sulist.base.i18n import _
    from sulist.base.showing import printable
    from sulist.journal.copies import copies

    for copy in copies(file, worklist, most=_LOOKED_AT):
        click.echo(
            _(
                "{copy} is a copy of the journal, and is not read: sulist check tells how to merge it."
            ).format(copy=printable(copy.file)),
            err=True,
        )
