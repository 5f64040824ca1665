"""``sulist undo``: takes a record back, by a record that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sulist.base.i18n import _
from sulist.cli.command import command
from sulist.cli.more_options import reason_option, write_options
from sulist.cli.more_params import ItemId, RecordId

if TYPE_CHECKING:
    from sulist.cli.recording import Recorder
    from sulist.journal.record import Record
    from sulist.standing.tracking import Progress


@command(
    "undo",
    _(
        "Takes back the last record, of an item if one is named; what a report replaced stands again. Nothing is deleted: a correction is added, and the history shows both."
    ),
)
@click.argument("identity", type=ItemId(), metavar=_("[ID]"), required=False)
@click.option(
    "--record",
    type=RecordId(),
    metavar=_("RECORD"),
    help=_(
        "Take back this record; sulist history shows their names. A correction that is taken back gives its record back."
    ),
)
@reason_option(required=False)
@write_options
def undo(recorder: Recorder, identity: str | None, record: str | None, reason: str | None) -> None:
    """Records a correction, and tells what it took back."""
    from sulist.cli.recording import draft

    items = {item.id: item for item in recorder.worklist.items}

    def make(progress: Progress) -> list[Record]:
        target = meant(progress, identity, record)
        return [
            draft(items[one.item], "correction", recorder.on, corrects=one.id, reason=reason or "")
            for one in (target, *what_took_its_place(progress, target))
        ]

    recorder.enter(make)


def what_took_its_place(progress: Progress, target: Record) -> tuple[Record, ...]:
    """The correction of the report that ``target`` replaced: taken back too, it gives that report back."""
    if target.kind != "report":
        return ()
    by = progress.known.taken_back.get(target.corrects)
    return (by,) if by else ()


def meant(progress: Progress, item: str | None, record: str | None) -> Record:
    """The record that is to be taken back: as named, else the last one written that stands.

    Raises:
        UsageError: there is none.
        StateError: it was taken back already.
    """
    from sulist.base.errors import StateError, UsageError

    journal, taken_back = progress.journal, progress.known.taken_back
    newer = [one for one in journal.newer if item in (None, one.item)]
    if record:
        if record in {one.id for one in newer}:
            raise UsageError(
                _(
                    "The record {id} is of a kind that this sulist does not know, and counts for nothing here. Take it back with the sulist that wrote it, or a newer one."
                ).format(id=record)
            )
        found = [one for one in journal.records if one.id == record]
        if not found or (item and found[0].item != item):
            raise UsageError(
                _("There is no record {id} here; sulist history shows them.").format(id=record)
            )
        if record in taken_back:
            raise StateError(
                _("The record {id} is taken back already, by {by}.").format(
                    id=record, by=taken_back[record].id
                )
            )
        return found[0]
    last = max(
        (one for one in progress.known.standing if item in (None, one.item)),
        key=lambda one: one.by_writing,
        default=None,
    )
    if last is None:
        raise UsageError(_("There is nothing to take back."))
    after = [one for one in newer if one.by_writing > last.by_writing and one.id not in taken_back]
    if after:
        raise UsageError(
            _(
                "What was recorded last, {newer}, is of a kind that this sulist does not know. If {last} is meant, name it: sulist undo --record {last}"
            ).format(newer=after[-1].id, last=last.id)
        )
    return last
