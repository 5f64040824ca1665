"""How an item stands, and by which journal, as plain objects, key by key as the schema of answers publishes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from sulist.standing.lights import Light
    from sulist.standing.states import Standing
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
                "milestone": due_date.step or None,
                "first_due": due_date.first_due.isoformat(),
                "due": due_date.due.isoformat(),
                "state": due_date.state,
                "done_on": _iso(due_date.done_on),
                "late_days": due_date.late_days,
            }
            for due_date in one.dates
        ],
        "last_report": last and {"on": last.on.isoformat(), "unit": last.unit, "id": last.id},
        "problems": [{"unit": unit, "problem": text} for unit, text in one.problems],
    }
