"""Answers about progress as plain objects: the meeting, the history, what is owed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sulist.base.days import monday_of
from sulist.write.json.items import head, iso, unread
from sulist.write.json.overview import overview
from sulist.write.json.tracked import journal

if TYPE_CHECKING:
    from sulist.asking.subject import Subject
    from sulist.reports.history import History, ToldRecord
    from sulist.reports.meeting import Meeting, MeetingReport
    from sulist.reports.owing import OwedReports, Owing
    from sulist.reports.progress_counts import Counts, Moved
    from sulist.standing.lights import Light
    from sulist.standing.periods import Period
    from sulist.standing.states import DueDate, Standing
    from sulist.standing.tracking import Progress


def record(told: ToldRecord) -> dict[str, Any]:
    """A record with all its keys; ``counts`` is false where it was taken back or could not follow."""
    one = told.record
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
        "to": iso(one.to),
        "done_on": iso(one.done_on),
        "reason": one.reason or None,
        "corrects": one.corrects or None,
        "counts": told.counts,
        "taken_back_by": told.taken_back_by.id if told.taken_back_by else None,
        "replaced_by": told.replaced_by.id if told.replaced_by else None,
        "refused": told.refused or None,
        "filled_by": one.filled_by or None,
        "reviewed_by": one.reviewed_by or None,
        "phone": one.phone or None,
        "entered_by": one.entered_by or None,
        "approved_by": one.approved_by or None,
        "paper": one.paper or None,
    }


def history(report: History) -> dict[str, Any]:
    """Records, each with what became of it."""
    since = {"since": report.since.isoformat() if report.since else None}
    return _head(report.subject) | since | {"records": [record(one) for one in report.told]}


def owing(report: OwedReports) -> dict[str, Any]:
    """Who owes a report for a period."""
    return _head(report.subject) | _owing(report.owing) | {"unread": unread(report.unread)}


def _head(subject: Subject) -> dict[str, Any]:
    assert subject.progress  # noqa: S101 - the questions are about it
    return head(subject) | {"journal": journal(subject.progress)}


def period(one: Period) -> dict[str, Any]:
    """The time that reports are owed for, by its months or its week."""
    week = one.names[0] if monday_of(one.names[0]) else None
    return {
        "months": [] if week else list(one.names),
        "week": week,
        "first": one.first.isoformat(),
        "last": one.last.isoformat(),
        "due": one.due.isoformat(),
    }


def _owing(one: Owing) -> dict[str, Any]:
    return {
        "period": period(one.period) | {"days_over": one.days_over},
        "owed": one.asked,
        "reported": one.reported,
        "units": [
            {
                "unit": unit,
                "items": [
                    {
                        "id": debt.item.id,
                        "name": debt.item.name,
                        "last_report": iso(debt.last.on) if debt.last else None,
                    }
                    for debt in debts
                ],
            }
            for unit, debts in one.of_units.items()
        ],
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
        "before": moment(one.before, one.before_light),
        "now": moment(one.now, one.now_light),
    }


def moment(one: Standing, light: Light) -> dict[str, Any]:
    """What an item is at a day."""
    return {
        "state": one.state,
        "light": light.colour,
        "percent": one.percent,
        "due": iso(one.last_due),
    }


def meeting(report: MeetingReport) -> dict[str, Any]:
    """The whole picture, and the report of the meeting."""
    assert report.subject.progress  # noqa: S101 - else there is no meeting to report to
    told = _meeting(report.subject.progress, report.meeting)
    return overview(report.overview) | {"progress": told}


def _meeting(progress: Progress, found: Meeting) -> dict[str, Any]:
    """Counts that add up, what changed, what has to be decided."""
    places = {one.item.id: number for number, one in enumerate(found.overdue)}
    return {
        "journal": journal(progress),
        "all": counts(found.counts),
        "categories": [counts(one) for one in found.categories],
        "leads": [counts(one) for one in found.leads],
        "led_by_several": found.led_by_several,
        "since": iso(found.since),
        "changed": [change(one) for one in found.changed or ()],
        "added": [one.id for one in found.added],
        "problems": [
            {"id": one.item.id, "unit": one.unit, "problem": one.text} for one in found.problems
        ],
        # an item's dates in the order in which they are printed
        "overdue": [
            _date(one.item.id, one.due_date, one.days)
            for one in sorted(
                found.overdue, key=lambda one: (places[one.item.id], one.due_date.step)
            )
        ],
        "done_late": [_date(one.item.id, one.due_date, one.days) for one in found.done_late],
        "extensions": [
            {
                "id": item.id,
                "milestone": given.milestone or None,
                "first_due": given.first_due.isoformat(),
                "to": given.to.isoformat(),
                "on": given.on.isoformat(),
                "reason": given.reason,
            }
            for item, given in found.extensions
        ],
    }


def _date(identity: str, due_date: DueDate, days: int) -> dict[str, Any]:
    return {
        "id": identity,
        "milestone": due_date.step or None,
        "first_due": due_date.first_due.isoformat(),
        "due": due_date.due.isoformat(),
        "done_on": iso(due_date.done_on),
        "days_late": days,
    }
