"""Records whose moment, day or number can hardly be right: they count, and stand in the way of others. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sulist.base.i18n import _
from sulist.base.problem import Place, Problem
from sulist.journal.record import MOST_SEQ

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.journal.journal import Journal
    from sulist.journal.record import Record

CLOCKS_DIFFER = timedelta(days=1)
# A number may be so much higher than the records are many: some were deleted.
_LINES_THAT_WENT = 10_000


def doubtful(journal: Journal, now: datetime | None) -> Iterator[Problem]:
    """What to look at in records, in any order; without ``now``, the clock's moment, nothing of moments and days."""
    for record in journal.all:
        if now and is_to_come(record, now):
            yield _problem(
                journal,
                record,
                "journal-clock",
                _("It was written at {written}, which has not come: it is {now}.").format(
                    written=record.written, now=now.isoformat(" ", "minutes")
                ),
                _(
                    "Until then nothing can be recorded. Correct written in this line to when it was; if this computer's clock is wrong, set that right."
                ),
            )
        elif now and record.on > (now + CLOCKS_DIFFER).date():
            yield _problem(
                journal,
                record,
                "journal-clock",
                _("It speaks of {on}, a day that has not come.").format(on=record.on),
                _(
                    "Until then it counts for nothing. Correct on in this line, or take it back: sulist undo --record {id}"
                ).format(id=record.id),
            )
        if record.seq > len(journal.all) + _LINES_THAT_WENT:
            yield _problem(
                journal,
                record,
                "journal-seq",
                _("Its seq is {seq}, and the journal has {n} records.").format(
                    seq=record.seq, n=len(journal.all)
                ),
                _(
                    "Correct it, if it is mistyped: one more than the highest there was. What is written after it still comes after it, at {most} by its moment."
                ).format(most=MOST_SEQ),
            )


def is_to_come(record: Record, now: datetime) -> bool:
    """Whether a record was written later than clocks that differ a little can explain."""
    return datetime.fromisoformat(record.written) - now > CLOCKS_DIFFER


def _problem(journal: Journal, record: Record, check: str, message: str, remedy: str) -> Problem:
    return Problem(Place(journal.file, record.line, 1), check, message, remedy)
