"""Whole lists as plain objects: units, categories, the whole picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sulist.reports.overview import UNDATED, UNREAD
from sulist.write.json.items import head, iso, unread

if TYPE_CHECKING:
    from sulist.asking.query import Match
    from sulist.reports.overview import Categories, Overview, Units

_MONTHS = {UNDATED: "undated", UNREAD: "unread"}


def units(report: Units) -> dict[str, Any]:
    """Every unit and its items by role."""
    return head(report.subject) | {"units": _units(report), "unread": unread(report.unread)}


def categories(report: Categories) -> dict[str, Any]:
    """Every category and its items by month of the deadline."""
    return head(report.subject) | {
        "categories": _categories(report),
        "unread": unread(report.unread),
    }


def overview(report: Overview) -> dict[str, Any]:
    """The whole picture; ``overdue`` and ``next`` have an entry for every date, soonest first.

    ``load`` is there where it was asked for ``by`` leader or category.
    """
    found = head(report.subject) | {
        "items": report.categories.total,
        "undated": report.categories.undated,
        "categories": _categories(report.categories),
        "units": _units(report.units),
        "overdue": [_date(match) for match in report.late],
        "next": [_date(match) for match in report.coming],
        "unread": unread(report.unread),
    }
    if report.by in ("", "unit"):
        return found
    from sulist.write.json.leaders import load

    return found | {"by": report.by, "load": [load(one) for one in report.loads]}


def _units(report: Units) -> list[dict[str, Any]]:
    return [
        {"name": one.unit, "group": one.group, **one.by_role, "total": one.total}
        for one in report.loads
    ]


def _categories(report: Categories) -> list[dict[str, Any]]:
    return [
        {
            "number": one.category.number,
            "title": one.category.title,
            "items": one.total,
            "due": {_MONTHS.get(month, month): number for month, number in one.by_month.items()},
        }
        for one in report.rows
    ]


def _date(match: Match) -> dict[str, Any]:
    return {"id": match.item.id, "due": iso(match.due), "days_left": match.days_left}
