"""The road of every command that records: lock, journal, new records, append, acknowledgement."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import click

from sulist.base.i18n import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from sulist.cli.desk import Desk
    from sulist.journal.journal import Journal
    from sulist.journal.record import Record
    from sulist.listfile.item import WorkItem
    from sulist.listfile.worklist import WorkList
    from sulist.standing.tracking import Progress

    Make = Callable[[Progress], list[Record]]

_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"  # without what is mistaken for another: l o 0 1
_LONG = 10


class Recorder:
    """Writes into the journal of the list on a desk, as of the day that the records speak of.

    Raises:
        FileError: the list is nobody's to record on, or something is wrong in the settings.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.file = desk.place.file
        if not self.file:
            from sulist.base.errors import FileError

            raise FileError(
                _(
                    "The list is not yours to record on: it is packaged or from a pipe. Make a copy with: sulist init DIR, and name it with --file; or name a journal with --journal."
                )
            )

    @property
    def worklist(self) -> WorkList:
        """The list."""
        return self._desk.worklist

    @property
    def today(self) -> date:
        """The day that it is."""
        return self._desk.today

    @property
    def on(self) -> date:
        """The day that the records speak of."""
        return self._desk.as_of

    def spoken_of(self, month: str) -> date:
        """The day that a report for a month speaks of: as ``--on`` says, else the month's last, or today if sooner."""
        from sulist.base.days import last_day

        return self.on if self._desk.given("on") else min(self.on, last_day(month))

    def items(self, ids: Iterable[str]) -> list[WorkItem]:
        """The items of these ids, each once."""
        by_id = {item.id: item for item in self.worklist.items}
        return [by_id[one] for one in dict.fromkeys(ids)]

    def reporter(self, item: WorkItem, unit: str | None) -> tuple[str, bool]:
        """The unit that reports, which is ``unit`` where one is named, and whether it leads the item.

        Raises:
            UsageError: several lead units of which none is named, or none at all.
        """
        from sulist.base.errors import UsageError
        from sulist.listfile.touch import leads, may_lead

        if unit:
            return unit, may_lead(self.worklist, item, unit)
        own = leads(self.worklist, item)
        if not own:
            raise UsageError(
                _("No unit leads {item} in this list: say which one reports with --unit.").format(
                    item=item.id
                )
            )
        if len(own) != 1 or own[0] not in self.worklist.units:
            units = [one for one in self.worklist.units if may_lead(self.worklist, item, one)]
            known = [*units, *[one for one in own if one not in units]]
            raise UsageError(
                _("{item} is led by {units}: say which one reports with --unit.").format(
                    item=item.id, units="、".join(known)
                )
            )
        return own[0], True

    def progress(self) -> Progress:
        """What the journal says of the day now, without a lock."""
        from sulist.journal.journal import read
        from sulist.standing.tracking import Progress

        journal = read(self.file, self.worklist)
        return Progress(self.worklist, journal, self.on, None, self._desk.settings)

    def enter(self, make: Make) -> list[Record]:
        """Writes the records that ``make`` drafts from what the journal says, and acknowledges them.

        Raises:
            StateError: a record cannot follow the state that it meets.
            FileError: nothing was written.
        """
        records, before, after = self.write(make)
        with acknowledging(records, self.file):
            self.acknowledge(before, after, records)
        self.say_what_else(after.journal)
        return records

    def acknowledge(self, before: Progress, after: Progress, records: list[Record]) -> None:
        """Says what was written, and what the items are now."""
        from sulist.reports.recorded import recorded

        found = recorded(before, after, records, self.today)
        if (form := self._desk.told_in) != "table":
            from sulist.cli.rendering import write

            write(found, form, None, None)
            return
        from sulist.cli.notices import fitted
        from sulist.write.screen.progress import recorded_lines

        for line in recorded_lines(found, self.file):
            click.echo(fitted(line, sys.stdout))

    def write(self, make: Make) -> tuple[list[Record], Progress, Progress]:
        """Writes the records that ``make`` drafts, all or none, and gives what the journal said and says then.

        Raises:
            StateError: a record cannot follow the state that it meets.
            FileError: nothing was written.
        """
        from datetime import datetime

        from sulist.cli.notices import say_that_it_waits
        from sulist.journal.appending import writing
        from sulist.journal.journal import head_line, ours, read_bytes
        from sulist.journal.record import as_line
        from sulist.standing.entering import entered
        from sulist.standing.tracking import Progress

        with writing(self.file, lambda: say_that_it_waits(self.file)) as writer:
            journal = ours(read_bytes(writer.data, self.file, self.worklist))
            before = Progress(self.worklist, journal, self.on, None, self._desk.settings)
            now = datetime.now().astimezone()
            records = entered(self.worklist, journal, make(before), now, new_id, self.today)
            head = [] if journal.headed or journal.all else [head_line(self.worklist)]
            writer.append([*head, *map(as_line, records)])
        after = Progress(self.worklist, journal.plus(records), self.on, None, self._desk.settings)
        return records, before, after

    def say_what_else(self, journal: Journal) -> None:
        """Tells on stderr what of the journal does not count, and of copies of it that lie beside it."""
        from sulist.cli.notices import say_what_copies_there_are, say_what_is_broken

        # The record is written and acknowledged: that stderr is broken is no reason to fail.
        with suppress(OSError):
            say_what_is_broken(journal)
            say_what_copies_there_are(self.file, self.worklist)


@contextmanager
def acknowledging(records: Sequence[Record], file: str) -> Iterator[None]:
    """What is shown within acknowledges ``records``, which are written; where it cannot be, that is told.

    Raises:
        FileError: it could not be shown; says that the records are written.
    """
    try:
        yield
        check_that_it_is_shown()
    except OSError as error:
        from sulist.base.errors import FileError
        from sulist.base.files import reason

        if not records:
            raise
        raise FileError(_unacknowledged(records, file, reason(error))) from None
    except KeyboardInterrupt:
        if records:
            click.echo(_unacknowledged(records, file, _("interrupted")), err=True)
        raise


def check_that_it_is_shown() -> None:
    """Raises OSError where what was said on stdout reaches nobody, though it was wanted."""
    if sys.stdout is not None:  # a program that has set it so wants nothing said
        sys.stdout.flush()


def _unacknowledged(records: Sequence[Record], file: str, why: str) -> str:
    """That records are written, though what says so could not be shown."""
    from sulist.base.showing import printable

    return ngettext(
        "The record {ids} was written to {file}; only its acknowledgement could not be shown: {error}. Do not record it again.",
        "The records {ids} were written to {file}; only their acknowledgement could not be shown: {error}. Do not record them again.",
        len(records),
    ).format(ids=_(", ").join(one.id for one in records), file=printable(file), error=why)


def new_id() -> str:
    """A record's id: 50 random bits, so that branches need not know of each other."""
    return "".join(_ALPHABET[byte % len(_ALPHABET)] for byte in os.urandom(_LONG))


def draft(item: WorkItem, kind: str, on: date, **more: Any) -> Record:
    """A record without its place in the journal."""
    from sulist.journal.record import Record

    return Record(on, item.id, kind, **more)
