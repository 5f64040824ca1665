"""New records: given their place after what the journal holds, or refused with the reason. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sulist.base.errors import FileError, StateError, UsageError
from sulist.base.i18n import _, joined
from sulist.journal.corrections import known
from sulist.journal.doubtful import is_to_come
from sulist.journal.record import MOST_SEQ, as_line, from_data, no_milestone, parsed
from sulist.journal.record_values import RecordError
from sulist.standing.refusals import of_its_day
from sulist.standing.states import standing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from sulist.journal.journal import Journal
    from sulist.journal.record import Record
    from sulist.listfile.worklist import WorkList


def entered(
    worklist: WorkList,
    journal: Journal,
    drafts: list[Record],
    now: datetime,
    new_id: Callable[[], str],
    today: date | None = None,
) -> list[Record]:
    """The drafts as records that may be written, in their order; an id begins as the draft's does.

    A refusal says which day it speaks of where that is not ``today``, which is that of ``now`` unless given.

    Raises:
        UsageError: one speaks of a day that has not come, or holds a text that no record may hold.
        StateError: one cannot follow the state it meets, or a record already there could not follow it.
        FileError: the clock stands far before the journal's last record.
    """
    dates = {item.id: len(item.deadline.milestones) for item in worklist.items}
    written = _moment(journal, now)
    taken = {one.id for one in journal.all}
    records: list[Record] = []
    for seq, draft in enumerate(drafts, journal.last_seq + 1):
        if draft.on > now.date():
            raise UsageError(
                _(
                    "{on} has not come yet: today is {today}. A record speaks of a day that has been."
                ).format(on=draft.on, today=now.date())
            )
        _check_days(worklist, draft)
        if draft.milestone > max(1, dates[draft.item]):
            raise UsageError(no_milestone(draft))
        record = draft._replace(
            written=_later(written, seq - MOST_SEQ) if seq > MOST_SEQ else written,
            seq=min(seq, MOST_SEQ),
            id=_fresh(draft.id, new_id, taken),
        )
        records.append(record)
        _check_form(record)
    _check_order(worklist, journal, records, today or now.date())
    return records


def _check_days(worklist: WorkList, draft: Record) -> None:
    for day in (draft.on, draft.done_on):
        if day and (slip := slipped(day, worklist.first_year)):
            raise UsageError(slip)


def slipped(day: date, year: int) -> str:
    """What is wrong with a day long before the list, a slip of the hand (2012 for 2021); else nothing."""
    if day.year >= year - 1:
        return ""
    return _("{day} is long before the list of {year}. Is the year mistyped?").format(
        day=day, year=year
    )


def _moment(journal: Journal, now: datetime) -> str:
    """When the records are written: never before what is there, though clocks differ a little."""
    newest = journal.newest
    if newest is None:
        return now.isoformat(timespec="seconds")
    if is_to_come(newest, now):
        raise FileError(
            _(
                "This computer's clock says {now}, but {place} was written at {written}. Nothing was recorded. Set the clock right; if the date in the journal is wrong, correct it there."
            ).format(
                now=now.isoformat(" ", "minutes"),
                place=f"{journal.file}:{newest.line}",
                written=newest.written,
            )
        )
    ahead = datetime.fromisoformat(newest.written) > now
    return newest.written if ahead else now.isoformat(timespec="seconds")


def _later(written: str, seconds: int) -> str:
    """So much later: where seq has reached its end, the moment alone puts one record behind another."""
    later = datetime.fromisoformat(written) + timedelta(seconds=seconds)
    return later.isoformat(timespec="seconds")


def _fresh(begin: str, new_id: Callable[[], str], taken: set[str]) -> str:
    while (found := begin + new_id()) in taken:
        pass
    taken.add(found)
    return found


def _check_form(record: Record) -> None:
    """What is written can be read back as it is."""
    try:
        read = from_data(parsed(as_line(record)), 0)
    except RecordError as error:
        raise UsageError(joined(error.message, error.remedy)) from None
    except UnicodeEncodeError:
        read = None
    if read != record:
        raise UsageError(_("This text cannot be kept as UTF-8. Type it again."))


def _check_order(worklist: WorkList, journal: Journal, records: list[Record], today: date) -> None:
    """Refuses what cannot follow, and what something already there could not follow."""
    new = {one.id for one in records}
    newer = journal.newer_ids
    before = known(journal.records, newer=newer)
    after = known(journal.plus(records).records, newer=newer)
    was_idle = {one.id for one in before.idle}
    for one in after.idle:
        if one.id not in was_idle:
            raise StateError(
                _("The record {id} is not there to be taken back.").format(id=one.corrects)
            )
    touched = {one.item for one in records}
    of_then, of_now = by_item(before.standing), by_item(after.standing)
    for item in worklist.items:
        if item.id not in touched:
            continue
        then = standing(item, of_then.get(item.id, ()))
        now = standing(item, of_now.get(item.id, ()))
        refused_then = {one.id for one, _reason in then.refused}
        for record, reason in now.refused:
            if record.id in new:
                later = sum(one.on > record.on for one in of_then.get(item.id, ()))
                raise StateError(of_its_day(reason, record.on, today, later))
        for record, reason in now.refused:
            if record.id not in refused_then:
                raise StateError(
                    _(
                        "The record {id} of {on}, which is there already, could not follow this. If it was a mistake, take it back first: sulist undo --record {id}\n({reason})"
                    ).format(id=record.id, on=record.on, reason=reason)
                )


def by_item(records: Iterable[Record]) -> dict[str, list[Record]]:
    """Records by their item, in their order."""
    found: dict[str, list[Record]] = {}
    for one in records:
        found.setdefault(one.item, []).append(one)
    return found
