"""What a command line is about: its list, the day, the journal beside the list.

And every file that is read for it, so that none is written over.
"""

from __future__ import annotations

import os
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

import click

from sulist.base import start
from sulist.base.days import written_day
from sulist.base.i18n import N_, _
from sulist.base.tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sulist.listfile.worklist import WorkList
    from sulist.standing.settings import Settings
    from sulist.standing.tracking import Progress

LIST, JOURNAL = N_("the list that is asked"), N_("the journal of the list")
_READ = "sulist.read"


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


def note_read(*files: str, what: str = N_("what this command reads")) -> None:
    """Remembers files that this command reads, and what they are, so that it writes over none."""
    context = click.get_current_context(silent=True)
    if context:
        context.meta.setdefault(_READ, []).extend((file, what) for file in files)


def noted() -> tuple[tuple[str, str], ...]:
    """The files that this command reads, each with what it is."""
    context = click.get_current_context(silent=True)
    return tuple(dict.fromkeys(context.meta.get(_READ, ()))) if context else ()


class Desk:
    """What a command works with, each thing fetched when it is first asked for, and once.

    ``words`` are what was typed for the parameters. With ``tracked`` there is progress also where
    there is no journal: nobody has reported.
    """

    def __init__(self, words: Mapping[str, Any], *, tracked: bool = False) -> None:
        self._words, self._tracked = words, tracked

    def given(self, name: str) -> Any:
        """What was typed for a parameter; None for one that this command has not."""
        return self._words.get(name)

    @property
    def names(self) -> Iterable[str]:
        """The names of the parameters of this command."""
        return self._words.keys()

    @property
    def told_in(self) -> str:
        """The form in which a command tells what it did."""
        return self.given("told_in") or "table"

    @cached_property
    def listed(self) -> ListFile:
        """The file of the list, as it was named or found."""
        return list_file(self.given("file"))

    @cached_property
    def worklist(self) -> WorkList:
        """The list.

        Raises:
            FileError: it cannot be read.
            BrokenListError: it has errors.
        """
        from sulist.base.located import is_long
        from sulist.listfile.worklist import load

        if not is_long(self.listed.name):
            return start.stays(load(self.listed.name))
        from sulist.cli.progress_bar import long_file

        with long_file(self.listed.name) as watch:
            return start.stays(load(self.listed.name, watch))

    @property
    def year(self) -> int:
        """The year of the list; where none is asked, as ``--year`` says, else 0."""
        return self.worklist.year if "file" in self._words else self.given("year") or 0

    @cached_property
    def today(self) -> date:
        """The day that it is, as ``$SULIST_AS_OF`` says, else the clock.

        Raises:
            UsageError: it says no day.
        """
        return self._day("--as-of", os.environ.get("SULIST_AS_OF"), date.today())

    @cached_property
    def as_of(self) -> date:
        """The day asked about (``--as-of``) or spoken of (``--on``), else today.

        Raises:
            UsageError: it cannot be read, or could mean several days.
        """
        if "on" in self._words:
            return self._day("--on", self.given("on"), self.today)
        word = self.given("as_of")
        return self._day("--as-of", word, date.today()) if word else self.today

    def period(self, option: str, word: str) -> tuple[date, date]:
        """First and last day of what a date option means.

        Raises:
            UsageError: it cannot be read, or could mean several days.
        """
        from sulist.listfile.typed import period

        return period(option, word, self.year, self.as_of)

    @cached_property
    def place(self) -> JournalPlace:
        """Where the journal is or would be.

        Raises:
            FileError: something is wrong in the settings.
        """
        return place_of(self.listed, self.given("journal"))

    @property
    def settings(self) -> Settings:
        """What is set for the list, or by default."""
        from sulist.standing.settings import Settings

        return self.place.settings or Settings()

    @cached_property
    def known_by(self) -> date | None:
        """The last day of which the journal is known; None for all of it.

        Raises:
            UsageError: it cannot be read, could mean several days, or is still to come.
        """
        word = self.given("known_by")
        if not word:
            return None
        first, last = self.period("--known-by", word)
        self.has_been("--known-by", first)
        return last

    def has_been(self, option: str, day: date) -> None:
        """Refuses, by a ``UsageError``, a day of an option that is still to come."""
        today = max(self.today, date.today())
        if day <= today:
            return
        from sulist.base.errors import UsageError

        raise UsageError(
            _("{option} {day} has not come yet: today is {today}.").format(
                option=option, day=day, today=today
            )
        )

    @cached_property
    def progress(self) -> Progress | None:
        """What the journal tells; None where there is none and nothing asks for progress.

        What does not count of the journal is told on stderr.

        Raises:
            FileError: the journal cannot be read, or a named one is not there.
            UsageError: ``--known-by`` is no day, or one to come.
        """
        place = self.place
        there = is_there(place)
        if not (there or self._tracked):
            return None
        from sulist.base.showing import printable
        from sulist.cli import notices
        from sulist.journal.journal import Journal, read
        from sulist.standing.tracking import Progress

        journal = read(place.file, self.worklist) if there else Journal(printable(place.file))
        notices.say_what_is_broken(journal)
        progress = Progress(
            self.worklist.on(self.as_of), journal, self.as_of, self.known_by, self.settings
        )
        if self.given("form") != "table":  # a table says it below
            notices.say_what_does_not_follow(progress)
        return progress

    def _day(self, option: str, word: str | None, today: date) -> date:
        if not word:
            return today
        if day := written_day(word):  # as $SULIST_AS_OF mostly is
            return day
        from sulist.listfile.typed import period

        return period(option, word, self.year, today)[1]
