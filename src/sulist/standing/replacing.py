"""Reports in the place of others: a correction takes the one back, and the other says whose place it takes. Pure.

A sulist that knows nothing of this reads both records as it reads any other, and counts the same reports.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.journal.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sulist.standing.tracking import Progress


class SamePlace:
    """The reports that stand, by who says them of what: the unit, the item or its date, and the month."""

    def __init__(self, progress: Progress) -> None:
        self._canonical = progress.worklist.roster.canonical
        items = progress.worklist.items
        self._several = {item.id for item in items if len(progress.of(item).dates) > 1}
        self._reports: dict[tuple[object, ...], list[Record]] = {}
        for one in progress.known.standing:
            if one.kind == "report":
                self._reports.setdefault(self.key(one), []).append(one)

    def key(self, one: Record) -> tuple[object, ...]:
        """What two reports have in common of which one may take the other's place."""
        step = one.milestone if one.item in self._several else 0
        return self._canonical(one.unit) or one.unit, one.item, step, one.period

    def of(self, one: Record) -> tuple[Record, ...]:
        """The reports that stand where ``one`` would."""
        return tuple(self._reports.get(self.key(one), ()))


def with_corrections(drafts: Iterable[Record], progress: Progress) -> list[Record]:
    """The drafts, each behind a correction of the report whose place it takes, where it names one.

    The correction speaks of the day that ``progress`` is asked about.
    """
    found: list[Record] = []
    for one in drafts:
        if one.kind == "report" and one.corrects:
            found.append(Record(progress.as_of, one.item, "correction", corrects=one.corrects))
        found.append(one)
    return found


def replacers(progress: Progress) -> dict[str, Record]:
    """Of each report that was replaced, by its id, the one that stands in its place, were it after others."""
    back = progress.known.taken_back
    found: dict[str, Record] = {}
    limit = progress.known_by.isoformat() if progress.known_by else "9999-12-31"
    for one in sorted(progress.journal.records, key=lambda record: record.by_writing, reverse=True):
        if one.kind == "report" and one.corrects in back and one.written_day <= limit:
            last = found.get(one.id) if one.id in back else one
            if last:
                found.setdefault(one.corrects, last)
    return found
