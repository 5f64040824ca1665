"""Everything that was said of items, each record with what became of it. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sulist.journal.record import Record
    from sulist.listfile.item import WorkItem
    from sulist.standing.tracking import Progress


class Told(NamedTuple):
    """A record and what became of it.

    ``taken_back_by`` is the correction that took it back; ``refused`` is why it does not count, or
    nothing; ``sets_no_state``: a unit that does not lead gave a status or a percent, which are kept only.
    """

    record: Record
    taken_back_by: Record | None
    refused: str
    sets_no_state: bool

    @property
    def counts(self) -> bool:
        """Whether it was neither taken back nor refused."""
        return self.taken_back_by is None and not self.refused


class History(NamedTuple):
    """What was said of ``items``, or of all where these are none; ``progress`` is what they are by it."""

    progress: Progress
    items: tuple[WorkItem, ...]
    told: tuple[Told, ...]


def history(progress: Progress, ids: tuple[str, ...] = ()) -> History:
    """Every record on the items ``ids``, or on all where none of them is in the list."""
    items = tuple(item for item in progress.worklist.items if item.id in ids)
    records = (one for one in progress.history() if not items or one.item in ids)
    return History(progress, items, told_of(progress, records))


def told_of(progress: Progress, records: Iterable[Record]) -> tuple[Told, ...]:
    """What became of each of ``records``."""
    refused = progress.uncounted
    back = progress.known.taken_back
    return tuple(
        Told(
            one,
            back.get(one.id),
            refused.get(one.id, ""),
            one.kind == "report"
            and one.role != "lead"
            and bool(one.status or one.percent is not None),
        )
        for one in records
    )
