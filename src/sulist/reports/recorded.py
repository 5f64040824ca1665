"""What was just written into the journal, and what the items are by it. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from sulist.journal.record import Record
    from sulist.listfile.item import WorkItem
    from sulist.standing.lights import Light
    from sulist.standing.states import Standing
    from sulist.standing.tracking import Progress


class Written(NamedTuple):
    """A record that was written, or one that was ``taken_back`` by what was written."""

    record: Record
    taken_back: bool

    @property
    def sets_no_state(self) -> bool:
        """Whether it is a new report of a unit that does not lead, which is kept and shown only."""
        one = self.record
        return not self.taken_back and one.kind == "report" and one.role != "lead"


class StandsAt(NamedTuple):
    """What an item is at a day, and the days that the records speak of which follow it."""

    item: WorkItem
    day: date
    standing: Standing
    light: Light
    later: tuple[date, ...] = ()


class Recorded(NamedTuple):
    """What was written, and of each item that it speaks of what it is on the day that was spoken of.

    Where more followed by today, also what it is today. How much follows is told either way.
    """

    written: tuple[Written, ...]
    items: tuple[StandsAt, ...]


def recorded(after: Progress, records: list[Record], today: date) -> Recorded:
    """What ``records`` did; ``after`` knows them, on the day that they speak of."""
    by_id = {one.id: one for one in after.journal.records}
    items = {item.id: item for item in after.worklist.items}
    now = after.at(today, None)
    stands = []
    for identity in dict.fromkeys(one.item for one in records):
        item = items[identity]
        stands.append(_at(after, item))
        if any(day <= today for day in stands[-1].later):
            stands.append(_at(now, item))
    written = (
        Written(by_id[one.corrects], taken_back=True)
        if one.kind == "correction"
        else Written(one, taken_back=False)
        for one in records
    )
    return Recorded(tuple(written), tuple(stands))


def _at(progress: Progress, item: WorkItem) -> StandsAt:
    later = tuple(one.on for one in progress.later(item))
    return StandsAt(item, progress.as_of, progress.of(item), progress.light(item), later)
