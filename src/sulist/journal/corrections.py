"""Which records stand: those that were known on a day and were not taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sulist.journal.record import Record


class KnownRecords(NamedTuple):
    """Records that were known on a day.

    ``standing`` are in the order of what they speak of; ``taken_back`` is, of each id that does
    not stand, the correction; ``idle`` are corrections of records that are not there before them.
    """

    standing: tuple[Record, ...]
    taken_back: dict[str, Record]
    idle: tuple[Record, ...]


def known(
    records: Iterable[Record], known_by: date | None = None, newer: frozenset[str] = frozenset()
) -> KnownRecords:
    """The records (in their order) written by ``known_by``, that day included, without what was taken back.

    A correction speaks of the record itself, not of a day: what it takes back was never so, on any
    day asked about. A correction can be corrected; the newest decides. One of a record in ``newer``, the
    ids whose kind is not known here, takes back what counts for nothing anyway.
    """
    limit = known_by.isoformat() if known_by else "9999-12-31"
    written = [one for one in records if one.written_day <= limit]
    by_id = {one.id: one for one in written}
    taken_back: dict[str, Record] = {}
    idle = []
    corrections = [one for one in written if one.kind == "correction"]
    for one in sorted(corrections, key=lambda record: record.by_writing, reverse=True):
        if one.id in taken_back:
            continue
        if one.corrects in newer:
            taken_back[one.corrects] = one
            continue
        target = by_id.get(one.corrects)
        if target is None or target.by_writing >= one.by_writing or target.item != one.item:
            idle.append(one)
        else:
            taken_back[target.id] = one
    standing = tuple(
        one for one in written if one.id not in taken_back and one.kind != "correction"
    )
    return KnownRecords(standing, taken_back, tuple(reversed(idle)))
