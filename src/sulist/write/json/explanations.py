"""How a deadline or a cell of units is read, as plain objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sulist.write.json.items import deadline, iso, unit

if TYPE_CHECKING:
    from datetime import date

    from sulist.deadline import Deadline
    from sulist.units import UnitRef


def explained_deadline(one: Deadline, as_of: date) -> dict[str, Any]:
    """A deadline with its recurrence and how it was read."""
    rule = one.recurrence
    return deadline(one, one.next_due(as_of)) | {
        "recurrence": rule
        and {
            "frequency": rule.frequency,
            "days": [list(pair) for pair in rule.days],
            "start": iso(rule.start),
            "until": iso(rule.until),
        },
        "explanation": one.explanation,
    }


def explained_units(cell: str, refs: tuple[UnitRef, ...]) -> dict[str, Any]:
    """A cell of units and who is named in it."""
    return {
        "text": cell,
        "units": [
            unit(ref)
            | {
                "written": ref.written,
                "duty": ref.duty,
                "collective": ref.collective,
                "open": ref.open,
                "restored": ref.restored,
            }
            for ref in refs
        ],
    }
