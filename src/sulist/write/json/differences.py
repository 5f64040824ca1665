"""What has changed between two lists, as plain objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sulist.write.json.items import FORMAT, about, iso

if TYPE_CHECKING:
    from sulist.listfile.item import WorkItem
    from sulist.reports.differences import Change, Comparison


def data(report: Comparison) -> dict[str, Any]:
    """Both lists, the counts, the facts of the whole list, and every change."""
    return {
        "format": FORMAT,
        "old": about(report.old),
        "new": about(report.new),
        "same": report.same,
        "counts": report.counts,
        "facts": [fact._asdict() for fact in report.facts],
        "changes": [_change(change) for change in report.changes],
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "kinds": list(change.kinds),
        "old": _side(change.old),
        "new": _side(change.new),
        "likeness": round(change.likeness, 3) if change.both else None,
        "runs": [[run.sign, run.text] for run in change.runs],
    }


def _side(item: WorkItem | None) -> dict[str, Any] | None:
    if item is None:
        return None
    return {
        "id": item.id,
        "category": item.category,
        "category_title": item.category_title,
        "name": item.name,
        "text": item.text,
        "lead": item.lead_text,
        "responsible": item.responsible_text,
        "deadline": item.deadline.text,
        "due": iso(item.deadline.due),
        "more": dict(item.more),
    }
