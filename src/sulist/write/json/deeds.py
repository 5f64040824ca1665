"""What commands have done that write into the journal, or read and write documents, as plain objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sulist.base.i18n import _
from sulist.reports.history import ToldRecord, told_of
from sulist.write.json.items import FORMAT, about, head, iso
from sulist.write.json.progress import moment, period, record
from sulist.write.json.tracked import journal

if TYPE_CHECKING:
    from sulist.forms.collecting import CollectedForms, Taken
    from sulist.importers.outcome import ImportedList
    from sulist.journal.record import Record
    from sulist.reports.deeds import AddedItem, BegunList, DispatchedForms, ExportedDocuments
    from sulist.reports.recorded import Recorded, StandsAt
    from sulist.standing.tracking import Progress


def recorded(report: Recorded) -> dict[str, Any]:
    """Records that were written, and of each of their items what it was and is."""
    after = report.after
    return _head(after) | {
        "records": [record(one) for one in told_of(after, report.records)],
        "items": [_stands(one) for one in report.items],
    }


def _head(progress: Progress) -> dict[str, Any]:
    return {"format": FORMAT, "list": about(progress.worklist), "journal": journal(progress)}


def _stands(one: StandsAt) -> dict[str, Any]:
    return {
        "id": one.item.id,
        "as_of": one.day.isoformat(),
        "before": moment(one.before, one.before_light),
        "now": moment(one.standing, one.light),
        "later": [day.isoformat() for day in one.later],
    }


def imported(report: ImportedList) -> dict[str, Any]:
    """A list that was imported: its counts, the doubts with their places, and its file, or else its text."""
    from sulist.importers.drafts import NO_TITLE

    draft = report.imported.draft
    front = draft.front
    return {
        "format": FORMAT,
        "documents": list(report.documents),
        "file": report.file or None,
        "title": front.title if front.title != _(NO_TITLE) else None,
        "region": front.region or None,
        "year": front.year or None,
        "total": front.total,
        "issued": iso(front.issued),
        "issued_from": front.issued_from and front.issued_from._asdict(),
        "items": len(draft.items),
        "categories": len(draft.categories),
        "columns": list(draft.read_as),
        "doubts": [
            {
                "id": one.item.id if one.item else None,
                "place": one.place or None,
                "read": one.read,
                "other": one.other,
            }
            for one in draft.doubts
        ],
        "unused": [one._asdict() for one in draft.unused],
        "problems": [
            {
                "line": one.place.line,
                "column": one.place.column,
                "level": one.level,
                "check": one.check,
                "message": one.message,
                "remedy": one.remedy,
                "excerpt": one.excerpt,
            }
            for one in report.imported.problems
        ],
        "text": None if report.file else report.imported.text,
    }


def begun(report: BegunList) -> dict[str, Any]:
    """A list that was made, and the files with it."""
    return {"format": FORMAT, "file": report.file, "files": list(report.files)}


def added(report: AddedItem) -> dict[str, Any]:
    """An item that was added to a list."""
    return {
        "format": FORMAT,
        "list": about(report.worklist),
        "id": report.id,
        "lines": list(report.lines),
    }


def exported(report: ExportedDocuments) -> dict[str, Any]:
    """Documents that were written."""
    return head(report.subject) | {
        "kind": report.kind,
        "files": [{"file": one.file, "bytes": one.size} for one in report.files],
        "remarks": list(report.remarks),
    }


def dispatched(report: DispatchedForms) -> dict[str, Any]:
    """Forms that were written, unit by unit."""
    return _head(report.progress) | {
        "month": report.month,
        "period": period(report.period),
        "forms": [
            {
                "unit": one.unit,
                "file": one.written.file,
                "bytes": one.written.size,
                "items": list(one.items),
            }
            for one in report.forms
        ],
        "without": list(report.without),
        "unled": report.unled,
        "in_person": [item.id for item in report.lacking.in_person],
        "unread": [{"id": one.item.id, "cell": one.unread.cell} for one in report.lacking.unread],
    }


def collected(report: CollectedForms) -> dict[str, Any]:
    """Forms that came back: what was taken of each and what was not, with the reasons."""
    shown = report.shown
    return _head(report.after or shown.before) | {
        "dry_run": report.dry_run,
        "taken": [_taken(one, report) for one in shown.collected.taken],
        "refused": [
            {
                "file": report.files.get(one.name, one.name),
                "doubts": [
                    {
                        "place": doubt.place or None,
                        "message": doubt.message,
                        "remedy": doubt.remedy or None,
                    }
                    for doubt in one.doubts
                ],
            }
            for one in shown.collected.refused
        ],
        "owing": [
            {
                "month": one.month,
                "units": [
                    {"unit": each.unit, "items": list(each.ids), "none": each.none}
                    for each in one.absent
                ],
            }
            for one in shown.owing
        ],
        "records": (
            [record(one) for one in told_of(report.after, report.recorded)] if report.after else []
        ),
    }


def _taken(one: Taken, report: CollectedForms) -> dict[str, Any]:
    returned = one.filled.returned
    return {
        "file": returned.file,
        "unit": one.filled.unit,
        "month": returned.marker.month,
        "new": len(one.new),
        "replacing": one.replacing,
        "known": one.known,
        "recorded": len(report.written(one)),
        "reports": [_draft(each) for each in one.new],
        "blank": list(one.filled.blank),
        "not_read": [
            {"place": note.place, "what": note.what, "text": note.text or None}
            for note in returned.notes
        ],
    }


_UNWRITTEN = ("id", "written", "counts", "taken_back_by", "replaced_by", "refused", "entered_by")


def _draft(one: Record) -> dict[str, Any]:
    """What a report says, without what it has only once it is in the journal."""
    told = record(ToldRecord(one, None, None, "", sets_no_state=False))
    return {key: value for key, value in told.items() if key not in _UNWRITTEN}
