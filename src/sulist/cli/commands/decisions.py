"""``sulist close``, ``reopen``, ``withdraw`` and ``extend``: what the office decides on items."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import click

from sulist.base.i18n import _
from sulist.cli.command import command
from sulist.cli.more_options import ids_argument, milestone_option, reason_option, write_options
from sulist.cli.params import Day

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sulist.cli.recording import Recorder
    from sulist.journal.record import Record
    from sulist.listfile.item import WorkItem
    from sulist.standing.tracking import Progress

    Function = Callable[..., None]


class Decision(NamedTuple):
    """A command that records a decision: the kind of its record, its help, whether it wants a reason.

    ``day`` is the option of a decision that sets a day; ``completed`` gives a record what its option
    would have said, where that was left out.
    """

    command: str
    kind: str
    meaning: str
    reason: bool = True
    day: Callable[[Function], Function] | None = None
    completed: Callable[[Record, WorkItem, Progress, date], Record] | None = None


def reported(closing: Record, item: WorkItem, progress: Progress, today: date) -> Record:
    """A closing with the day for which the lead reported the item, or its milestone, done.

    Raises:
        UsageError: work is under way, and nobody said when it was done.
    """
    return (
        closing
        if closing.done_on
        else closing._replace(done_on=reported_day(progress, item, closing.milestone, today))
    )


def reported_day(progress: Progress, item: WorkItem, milestone: int, today: date) -> date:
    """The day for which the lead reported an item, or its milestone, done.

    Raises:
        UsageError: work is under way, and nobody said when it was done.
    """
    from sulist.base.errors import UsageError
    from sulist.standing.names import STATE_NAMES
    from sulist.standing.refusals import of_its_day, reported_by

    one = progress.of(item)
    if milestone > max(1, len(one.dates)):
        return progress.as_of  # there is no such date, which is what will be said
    due_date = one.date_of(milestone) if milestone else None
    done_on = due_date.done_on if due_date else one.course.done_on
    state = due_date.state if due_date else one.state
    if done_on is None and state in ("in-progress", "reopened"):
        reason = _(
            "The state of {item} is {state}: its lead has not reported it done. Say when it was, with --done-on DATE; or first: sulist log {which} --status done"
        ).format(
            item=item.id,
            state=_(STATE_NAMES[state]),
            which=reported_by(item, milestone if len(one.dates) > 1 else 0),
        )
        day = progress.as_of
        raise UsageError(of_its_day(reason, day, today, len(progress.later(item))))
    return done_on or progress.as_of


DECISIONS = (
    Decision(
        "close",
        "closing",
        _(
            "The office verifies that items are done (办结). The day they were done decides whether they were late, not the day of verifying."
        ),
        reason=False,
        day=click.option(
            "--done-on",
            type=Day(),
            metavar=_("DATE"),
            help=_(
                "The day it was done, as accepted. Default: the day for which the lead reported it done."
            ),
        ),
        completed=reported,
    ),
    Decision(
        "reopen",
        "reopening",
        _(
            "Takes items up again: what was reported done is sent back, what was closed or withdrawn goes on."
        ),
    ),
    Decision(
        "withdraw",
        "withdrawal",
        _(
            "Takes items off the year's work by a decision (调整); nothing is owed on them any more."
        ),
    ),
    Decision(
        "extend",
        "extension",
        _(
            "A later date for items (延期). It counts for lights and what is overdue; the first date stays for assessment, and both are always shown."
        ),
        day=click.option(
            "--to",
            type=Day(),
            required=True,
            metavar=_("DATE"),
            help=_("The new date, that day included."),
        ),
    ),
)


def command_for(decision: Decision) -> click.Command:
    """The command that records a decision on items, all or none."""

    def decide(
        recorder: Recorder,
        ids: tuple[str, ...],
        milestone: int,
        reason: str | None,
        to: date | None = None,
        done_on: date | None = None,
    ) -> None:
        from sulist.cli.recording import draft

        def records(progress: Progress) -> list[Record]:
            made = []
            for item in recorder.items(ids):
                record = draft(item, decision.kind, recorder.on, milestone=milestone)
                record = record._replace(reason=reason or "", to=to, done_on=done_on)
                if decision.completed:
                    record = decision.completed(record, item, progress, recorder.today)
                made.append(record)
            return made

        recorder.enter(records)

    function = milestone_option(write_options(decide))
    function = reason_option(required=decision.reason)(function)
    if decision.day:
        function = decision.day(function)
    return command(decision.command, decision.meaning)(ids_argument(function))


close, reopen, withdraw, extend = map(command_for, DECISIONS)
