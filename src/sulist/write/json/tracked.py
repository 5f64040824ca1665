"""Progress as plain objects, key by key as the schema of answers publishes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sulist.reports import progress_counts

if TYPE_CHECKING:
    from datetime import date

    from sulist.journal.record import Record
    from sulist.reports.owing import Owing
    from sulist.reports.progress_counts import Counts, Moved
    from sulist.standing.lights import Light
    from sulist.standing.states import DueDate, Standing
    from sulist.standing.tracking import Progress


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def journal(progress: Progress) -> dict[str, Any]:
    """Which journal an answer is from, and how much of it."""
    return {
        "file": progress.journal.file,
        "records": len(progress.journal.records),
        "known_by": _iso(progress.known_by),
    }


def standing(one: Standing, light: Light, as_of: date) -> dict[str, Any]:
    """What an item is."""
    last = one.last_report
    return {
        "state": one.state,
        "since": _iso(one.course.since),
        "light": light.colour,
        "reason": light.reason,
        "percent": one.percent,
        "done_on": _iso(one.course.done_on),
        "late_days": one.late_days,
        "overdue_days": one.overdue_days(as_of),
        "dates": [
            {
                "milestone": part.step or None,
                "first_due": part.first_due.isoformat(),
                "due": part.due.isoformat(),
                "state": part.state,
                "done_on": _iso(part.done_on),
                "late_days": part.late_days,
            }
            for part in one.dates
        ],
        "last_report": last and {"on": last.on.isoformat(), "unit": last.unit, "id": last.id},
        "problems": [{"unit": unit, "problem": text} for unit, text in one.problems],
    }


def record(one: Record, *, taken_back_by: str | None, refused: str | None) -> dict[str, Any]:
    """A record with all its keys; ``counts`` is false where it was taken back or could not follow."""
    return {
        "id": one.id,
        "item": one.item,
        "milestone": one.milestone or None,
        "kind": one.kind,
        "on": one.on.isoformat(),
        "period": one.period or None,
        "written": one.written,
        "unit": one.unit or None,
        "lead": one.role == "lead",
        "status": one.status or None,
        "percent": one.percent,
        "done": one.done or None,
        "problem": one.problem or None,
        "next": one.next or None,
        "evidence": list(one.evidence),
        "to": _iso(one.to),
        "done_on": _iso(one.done_on),
        "reason": one.reason or None,
        "corrects": one.corrects or None,
        "counts": not (taken_back_by or refused),
        "taken_back_by": taken_back_by,
        "refused": refused,
        "filled_by": one.filled_by or None,
        "reviewed_by": one.reviewed_by or None,
        "phone": one.phone or None,
        "entered_by": one.entered_by or None,
        "approved_by": one.approved_by or None,
        "paper": one.paper or None,
    }


def history(progress: Progress, records: tuple[Record, ...]) -> list[dict[str, Any]]:
    """Records, each with what became of it."""
    refused = progress.uncounted
    back = progress.known.taken_back
    return [
        record(
            one,
            taken_back_by=back[one.id].id if one.id in back else None,
            refused=refused.get(one.id),
        )
        for one in records
    ]


def owing(one: Owing, as_of: date) -> dict[str, Any]:
    """Who owes a report for a period."""
    units: dict[str, list[dict[str, Any]]] = {}
    for debt in one.debts:
        units.setdefault(debt.unit, []).append(
            {
                "id": debt.item.id,
                "name": debt.item.name,
                "last_report": _iso(debt.last.on) if debt.last else None,
            }
        )
    return {
        "period": {
            "months": list(one.period.months),
            "due": one.period.due.isoformat(),
            "days_over": max(0, (as_of - one.period.due).days),
        },
        "owed": one.asked,
        "reported": one.asked - len(one.debts),
        "units": [{"unit": unit, "items": items} for unit, items in units.items()],
    }


def counts(one: Counts) -> dict[str, Any]:
    """The counts of a group."""
    return {
        "name": one.name,
        "items": one.items,
        "states": one.states,
        "overdue": one.overdue,
        "late": one.late,
    }


def change(one: Moved) -> dict[str, Any]:
    """What an item was, and is."""
    return {
        "id": one.item.id,
        "before": _moment(one.before, one.before_light),
        "now": _moment(one.now, one.now_light),
    }


def _moment(one: Standing, light: Light) -> dict[str, Any]:
    return {
        "state": one.state,
        "light": light.colour,
        "percent": one.percent,
        "due": _iso(max((part.due for part in one.dates), default=None)),
    }


def report(progress: Progress, since: date | None) -> dict[str, Any]:
    """The report of the meeting: counts that add up, what changed, what has to be decided."""
    items = progress.worklist.items
    dates = [(item.id, part) for item in items for part in progress.of(item).dates]
    changed = progress_counts.changes(progress.at(since, since), progress) if since else []
    return {
        "journal": journal(progress),
        "all": counts(progress_counts.count(progress, "", "", items)),
        "categories": [counts(one) for one in progress_counts.by_category(progress)],
        "leads": [counts(one) for one in progress_counts.by_lead(progress)],
        "since": _iso(since),
        "changed": [change(one) for one in changed],
        "problems": [
            {"id": item.id, "unit": unit, "problem": text}
            for item in items
            for unit, text in progress.of(item).problems
        ],
        "overdue": [
            _date(identity, part, (progress.as_of - part.due).days)
            for identity, part in dates
            if part.open and part.due < progress.as_of
        ],
        "done_late": [
            _date(identity, part, part.late_days)
            for identity, part in dates
            if part.late_days and not part.open
        ],
        "extensions": [
            {
                "id": item.id,
                "milestone": each.milestone or None,
                "first_due": progress.of(item)
                .dates[max(0, each.milestone - 1)]
                .first_due.isoformat(),
                "to": _iso(each.to),
                "on": each.on.isoformat(),
                "reason": each.reason,
            }
            for item in items
            for each in progress.of(item).extensions
        ],
    }


def _date(identity: str, part: DueDate, days: int) -> dict[str, Any]:
    return {
        "id": identity,
        "milestone": part.step or None,
        "first_due": part.first_due.isoformat(),
        "due": part.due.isoformat(),
        "done_on": _iso(part.done_on),
        "days_late": days,
    }
