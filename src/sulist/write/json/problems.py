"""What is wrong in lists, as plain objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sulist.write.json.items import FORMAT, about

if TYPE_CHECKING:
    from sulist.listfile.checked import Checked
    from sulist.reports.problems import Inspection


def data(report: Inspection) -> dict[str, Any]:
    """Every problem by place: of one list, or of several, list by list, with what could not be read."""
    found: dict[str, Any] = {"format": FORMAT}
    if len(report.lists) == 1 and not report.unread:
        found |= {"list": _checked(report.lists[0])}
    else:
        found |= {
            "lists": [
                _checked(one)
                | {"errors": one.errors, "warnings": one.warnings, "accepted": one.accepted}
                for one in report.read
            ],
            "left_out": [{"file": one.file, "reason": one.unread} for one in report.unread],
        }
    return found | {
        "problems": [problem for one in report.read for problem in _problems(one)],
        "errors": report.errors,
        "warnings": report.warnings,
        "accepted": report.accepted,
    }


def _checked(checked: Checked) -> dict[str, Any]:
    return about(checked.worklist) if checked.worklist else {"file": checked.shown}


def _problems(checked: Checked) -> list[dict[str, Any]]:
    return [
        {
            "file": one.place.file,
            "line": one.place.line,
            "column": one.place.column,
            "level": one.level,
            "check": one.check,
            "message": one.message,
            "remedy": one.remedy,
            "excerpt": one.excerpt,
            "list": checked.file,
            "scope": one.scope,
            "item": one.item or None,
            "cell": one.cell or None,
            "accepted": one.accepted or None,
        }
        for one in checked.problems
    ]
