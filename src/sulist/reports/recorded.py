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
    """What an item is at a day, and was before; and the days that the records speak of which follow it."""

    item: WorkItem
    day: date
    standing: Standing
    light: Light
    before: Standing
    before_light: Light
    later: tuple[date, ...] = ()


class Recorded(NamedTuple):
    """What was written, and of each item that it speaks of what it is on the day that was spoken of.

    Where more followed by today, also what it is today. How much follows is told either way.
    ``after`` knows the ``records``, on that day.
    """

    written: tuple[Written, ...]
    items: tuple[StandsAt, ...]
    records: tuple[Record, ...]
    after: Progress

    @property
    def found(self) -> int:
        """How many records."""
        return len(self.records)


def recorded(before: Progress, after: Progress, records: list[Record], today: date) -> Recorded:
    """What ``records`` did; ``after`` knows them and ``before`` does not, on the day that they speak of."""
    by_id = {one.id: one for one in after.journal.records}
    items = {item.id: item for item in after.worklist.items}
    stands = []
    for identity in dict.fromkeys(one.item for one in records):
        item = items[identity]
        stands.append(_at(before, after, item))
        if any(day <= today for day in stands[-1].later):
            stands.append(_at(before.at(today, None), after.at(today, None), item))
    written = (
        Written(by_id[one.corrects], taken_back=True)
        if one.kind == "correction"
        else Written(one, taken_back=False)
        for one in records
    )
    return Recorded(tuple(written), tuple(stands), tuple(records), after)


def _at(before: Progress, after: Progress, item: WorkItem) -> StandsAt:
    return StandsAt(
        item,
        after.as_of,
        after.of(item),
        after.light(item),
        before.of(item),
        before.light(item),
        tuple(one.on for one in after.later(item)),
    )
