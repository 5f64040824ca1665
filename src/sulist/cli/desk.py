"""What a command line is about: its list, the day, the journal beside the list."""

from __future__ import annotations

import os
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sulist.base import start
from sulist.base.days import written_day
from sulist.cli.inputs import is_long, is_there, list_file, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sulist.cli.inputs import JournalPlace, ListFile
    from sulist.listfile.worklist import WorkList
    from sulist.standing.settings import Settings
    from sulist.standing.tracking import Progress


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
        from sulist.base.i18n import _

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
