"""The road of every command that writes: list, lock, journal, new records, append, acknowledgement."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import click

from sulist.base.i18n import _, ngettext
from sulist.cli.asked import as_of_day
from sulist.cli.inputs import list_file
from sulist.cli.options import Whole, complete_id, file_option, journal_option

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from sulist.cli.options import Function
    from sulist.journal.journal import Journal
    from sulist.journal.record import Record
    from sulist.listfile.item import WorkItem
    from sulist.listfile.worklist import WorkList
    from sulist.standing.tracking import Progress

    Make = Callable[[Progress], list[Record]]

_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"  # without what is mistaken for another: l o 0 1
_LONG = 10


class Desk:
    """A list whose progress is written down: its items, the journal's place, the day spoken of."""

    def __init__(self, file: str | None, journal: str | None, on: str | None) -> None:
        from sulist.base.errors import FileError
        from sulist.cli.journaled import place_of
        from sulist.listfile.typed import period
        from sulist.listfile.worklist import load
        from sulist.standing.settings import Settings

        chosen = list_file(file)
        place = place_of(chosen, journal)
        if not place.file:
            raise FileError(
                _(
                    "The list is not yours to record on: it is packaged or from a pipe. Make a copy with: sulist init DIR, and name it with --file; or name a journal with --journal."
                )
            )
        self.file = place.file
        self.settings = place.settings or Settings()
        self.worklist: WorkList = load(chosen.name)
        self.today: date = as_of_day(None, self.worklist.year)
        self.on: date = period("--on", on, self.worklist.year, self.today)[1] if on else self.today

    def items(self, ids: tuple[str, ...]) -> list[WorkItem]:
        """The items that are meant, each once.

        Raises:
            UsageError: there is no such item.
        """
        from sulist.listfile.typed import item_id

        wanted = dict.fromkeys(item_id(self.worklist, word) for word in ids)
        by_id = {item.id: item for item in self.worklist.items}
        return [by_id[one] for one in wanted]

    def reporter(self, item: WorkItem, named: str | None) -> tuple[str, bool]:
        """The unit that reports, by its name on the roster, and whether it leads the item.

        Raises:
            UsageError: an unknown unit, or several lead units of which none is named.
        """
        from sulist.base.errors import UsageError
        from sulist.listfile import typed
        from sulist.listfile.touch import leads, may_lead

        if named:
            unit = typed.unit(self.worklist, named)
            return unit, may_lead(self.worklist, item, unit)
        own = leads(self.worklist, item)
        if not own:
            raise UsageError(
                _("No unit leads {item} in this list: say which one reports with --unit.").format(
                    item=item.id
                )
            )
        if len(own) != 1 or own[0] not in self.worklist.units:
            known = [one for one in self.worklist.units if may_lead(self.worklist, item, one)]
            raise UsageError(
                _("{item} is led by {units}: say which one reports with --unit.").format(
                    item=item.id, units="、".join(known or own)
                )
            )
        return own[0], True

    def progress(self) -> Progress:
        """What the journal says of the day now, without a lock."""
        from sulist.journal.journal import read
        from sulist.standing.tracking import Progress

        journal = read(self.file, self.worklist)
        return Progress(self.worklist, journal, self.on, None, self.settings)

    def enter(self, make: Make) -> list[Record]:
        """Writes the records that ``make`` drafts from what the journal says, and acknowledges them.

        Raises:
            StateError: a record cannot follow the state that it meets.
            FileError: nothing was written.
        """
        records, after = self.write(make)
        with acknowledging(records, self.file):
            acknowledge(after, records, self.file, self.today)
        self.say_what_else(after.journal)
        return records

    def write(self, make: Make) -> tuple[list[Record], Progress]:
        """Writes the records that ``make`` drafts, all or none, and gives what the journal says then.

        Raises:
            StateError: a record cannot follow the state that it meets.
            FileError: nothing was written.
        """
        from datetime import datetime

        from sulist.cli.journaled import say_that_it_waits
        from sulist.journal.appending import writing
        from sulist.journal.journal import head_line, ours, read_bytes
        from sulist.journal.record import as_line
        from sulist.standing.entering import entered
        from sulist.standing.tracking import Progress

        with writing(self.file, lambda: say_that_it_waits(self.file)) as writer:
            journal = ours(read_bytes(writer.data, self.file, self.worklist))
            before = Progress(self.worklist, journal, self.on, None, self.settings)
            now = datetime.now().astimezone()
            records = entered(self.worklist, journal, make(before), now, new_id)
            head = [] if journal.headed or journal.all else [head_line(self.worklist)]
            writer.append([*head, *map(as_line, records)])
        after = Progress(self.worklist, journal.plus(records), self.on, None, self.settings)
        return records, after

    def say_what_else(self, journal: Journal) -> None:
        """Tells on stderr what of the journal does not count, and of copies of it that lie beside it."""
        from sulist.cli.journaled import say_what_copies_there_are, say_what_is_broken

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


def decide(
    kind: str,
    ids: tuple[str, ...],
    *,
    reason: str,
    milestone: int,
    file: str | None,
    journal: str | None,
    on: str | None,
    to: str | None = None,
) -> None:
    """Records what the office decided on items: ``kind`` is reopening, withdrawal or extension ``to`` a date.

    Raises:
        UsageError: an unknown id, a date that cannot be read, or no reason.
        StateError: a decision cannot follow the state that it meets.
        FileError: nothing was written.
    """
    from sulist.base.errors import UsageError
    from sulist.listfile.typed import period

    if not text(reason):
        raise UsageError(_("--reason wants words: why was it decided so?"))
    desk = Desk(file, journal, on)
    day = period("--to", to, desk.worklist.year, desk.on)[1] if to is not None else None
    drafts = [
        draft(item, kind, desk.on, milestone=milestone, to=day, reason=text(reason))
        for item in desk.items(ids)
    ]
    desk.enter(lambda _progress: drafts)


def acknowledge(after: Progress, records: list[Record], file: str, today: date) -> None:
    """Says what was written, and what the items are now."""
    from sulist.cli.telling import fitted
    from sulist.reports.recorded import recorded
    from sulist.write.screen.progress import recorded_lines

    for line in recorded_lines(recorded(after, records, today), file):
        click.echo(fitted(line, sys.stdout))


def nothing_said(item: WorkItem) -> str:
    """Why no report is recorded of an item."""
    return _(
        "Nothing is said of {item}: use --status, --percent, --done, --problem or --next."
    ).format(item=item.id)


def new_id() -> str:
    """A record's id: 50 random bits, so that branches need not know of each other."""
    return "".join(_ALPHABET[byte % len(_ALPHABET)] for byte in os.urandom(_LONG))


def draft(item: WorkItem, kind: str, on: date, **more: Any) -> Record:
    """A record without its place in the journal."""
    from sulist.journal.record import Record

    return Record(on, item.id, kind, **more)


def text(typed: str | None) -> str:
    """A text that a person typed, without the space around it."""
    return (typed or "").replace("\r\n", "\n").strip()


def write_options(function: Function) -> Function:
    """The options of every command that writes."""
    said = _("The day that this speaks of. Default: $SULIST_AS_OF, else today.")
    return write_options_on(said)(function)


def write_options_on(said: str) -> Callable[[Function], Function]:
    """The same, where ``said`` tells what ``--on`` is."""
    on = click.option("--on", metavar=_("DATE"), help=said)
    return lambda function: on(journal_option(file_option(function)))


def milestone_option(function: Function) -> Function:
    """``--milestone``: which date of an item that has several."""
    return click.option(
        "--milestone",
        type=Whole(0, 99),
        default=0,
        metavar=_("NUMBER"),
        help=_("Which date, counted from 1, where the item has several. Default: the whole item."),
    )(function)


def reason_option(*, required: bool) -> Callable[[Function], Function]:
    """``--reason``: why the office decided so."""
    return click.option(
        "--reason", required=required, metavar=_("TEXT"), help=_("Why: the decision, in words.")
    )


def ids_argument(function: Function) -> Function:
    """``ID...``: the items that are meant."""
    return click.argument(
        "ids", metavar=_("ID..."), nargs=-1, required=True, shell_complete=complete_id
    )(function)
