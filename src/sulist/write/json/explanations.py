"""How a deadline or a cell of units is read, as plain objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sulist.deadline.explain import explain
from sulist.write.json.items import deadline, iso

if TYPE_CHECKING:
    from sulist.reports.explanations import (
        DeadlinesInText,
        ExplainedDeadline,
        ExplainedUnits,
        UnreadText,
    )


def explained_deadline(report: ExplainedDeadline) -> dict[str, Any]:
    """A deadline with its recurrence and how it was read."""
    one = report.deadline
    rule = one.recurrence
    return deadline(one, report.due) | {
        "recurrence": rule
        and {
            "frequency": rule.frequency,
            "days": [list(pair) for pair in rule.days],
            "start": iso(rule.start),
            "until": iso(rule.until),
        },
        "explanation": explain(one),
    }


def deadlines_in_text(report: DeadlinesInText) -> dict[str, Any]:
    """The deadlines in running text, with their places."""
    found = [explained_deadline(one.read) | {"span": list(one.span)} for one in report.phrases]
    return {"text": report.text, "deadlines": found}


def explained_units(report: ExplainedUnits) -> dict[str, Any]:
    """A cell of units and who is named in it."""
    return {
        "text": report.cell,
        "units": [
            {
                "name": ref.name,
                "quantifier": ref.quantifier,
                "written": ref.written,
                "duty": ref.duty,
                "collective": ref.collective,
                "open": ref.open,
                "restored": ref.restored,
            }
            for ref in report.units
        ],
        "notes": list(report.remarks.notes),
        "lead_rule": report.remarks.lead_rule,
    }


def unread_text(report: UnreadText) -> dict[str, Any]:
    """Why something cannot be read, and where in it."""
    return {"error": report.error, "text": report.text, "span": list(report.span)}
