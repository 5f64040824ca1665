"""Everything that was said of items, each record with what became of it. Pure."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from sulist.standing.replacing import replacers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sulist.asking.subject import Subject
    from sulist.journal.record import Record
    from sulist.listfile.item import WorkItem
    from sulist.standing.tracking import Progress


class ToldRecord(NamedTuple):
    """A record and what became of it.

    ``taken_back_by`` is the correction that took it back, and ``replaced_by`` the report that stands in
    its place, where one does; ``refused`` is why it does not count, or
    nothing; ``sets_no_state``: a unit that does not lead gave a status or a percent, which are kept only.
    """

    record: Record
    taken_back_by: Record | None
    replaced_by: Record | None
    refused: str
    sets_no_state: bool

    @property
    def counts(self) -> bool:
        """Whether it was neither taken back nor refused."""
        return self.taken_back_by is None and not self.refused


class History(NamedTuple):
    """What was said of ``items``, or of all where these are none; ``since`` a day, where one was named."""

    subject: Subject
    items: tuple[WorkItem, ...]
    told: tuple[ToldRecord, ...]
    since: date | None = None

    @property
    def found(self) -> int:
        """How many records."""
        return len(self.told)


def history(subject: Subject, since: date | None = None) -> History:
    """Every record on the items that the query names, or on all where it names none of the list.

    Of units that it names only theirs, and ``since`` a day only what speaks of that day or a later
    one, or was written then.
    """
    progress, ids, units = subject.progress, subject.query.ids, subject.query.units
    assert progress is not None  # noqa: S101 - the question is about it
    items = tuple(item for item in subject.worklist.items if item.id in ids)
    canonical = subject.worklist.roster.canonical
    records = (
        one
        for one in progress.history()
        if (not items or one.item in ids)
        and (not units or (canonical(one.unit) or one.unit) in units)
        and (since is None or max(one.on, date.fromisoformat(one.written_day)) >= since)
    )
    return History(subject, items, told_of(progress, records), since)


def told_of(progress: Progress, records: Iterable[Record]) -> tuple[ToldRecord, ...]:
    """What became of each of ``records``."""
    refused = progress.uncounted
    back, instead = progress.known.taken_back, replacers(progress)
    return tuple(
        ToldRecord(
            one,
            back.get(one.id),
            instead.get(one.id),
            refused.get(one.id, ""),
            one.kind == "report"
            and one.role != "lead"
            and bool(one.status or one.percent is not None),
        )
        for one in records
    )
