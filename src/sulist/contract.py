"""The JSON contract: items and answers as plain objects, key by key as docs/json.md publishes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sulist.query import Query, month_due, unit_load

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sulist.deadline import Deadline
    from sulist.item import WorkItem
    from sulist.query import Match, Selection
    from sulist.units import UnitRef
    from sulist.worklist import Checked, WorkList

FORMAT = 1


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def about(worklist: WorkList) -> dict[str, Any]:
    """Which list an answer is from."""
    return {
        "title": worklist.title,
        "region": worklist.region,
        "year": worklist.year,
        "total": worklist.total,
        "file": worklist.file,
    }


def head(worklist: WorkList, as_of: date, query: Query | None = None) -> dict[str, Any]:
    """What every answer about a whole list begins with."""
    return {
        "format": FORMAT,
        "list": about(worklist),
        "query": asked(query or Query(), as_of),
    }


def answer(worklist: WorkList, query: Query, selection: Selection, as_of: date) -> dict[str, Any]:
    """The answer to a question about items."""
    found = {
        "format": FORMAT,
        "list": about(worklist),
        "query": asked(query, as_of),
        "items": [_match(match, as_of) for match in selection.matches],
        "undated": selection.undated,
    }
    if selection.progress:
        from sulist.progress import as_data

        found |= {"settled": selection.settled, "journal": as_data.journal(selection.progress)}
    return found


def asked(query: Query, as_of: date) -> dict[str, Any]:
    """The filters that were set, and the day asked about."""
    filters: dict[str, Any] = {
        "unit": list(query.units),
        "role": list(query.roles),
        "category": list(query.categories),
        "before": _iso(query.before),
        "after": _iso(query.after),
        "from": _iso(query.since),
        "overdue": query.overdue,
        "search": list(query.search),
        "id": list(query.ids),
        "status": list(query.states),
    }
    return {key: value for key, value in filters.items() if value} | {"as_of": as_of.isoformat()}


def _match(match: Match, as_of: date) -> dict[str, Any]:
    found = item(match.item, as_of)
    found["days_left"] = match.days_left
    if match.step:
        found["milestone"] = match.step
    if match.role:
        found["role"] = match.role
    if match.standing and match.light:
        from sulist.progress import as_data

        found["progress"] = as_data.standing(match.standing, match.light, as_of)
    return found


def item(one: WorkItem, as_of: date) -> dict[str, Any]:
    """An item, without the days that are left."""
    name, detail = one.name, one.detail
    return {
        "id": one.id,
        "category": one.category,
        "category_title": one.category_title,
        "serial": one.serial,
        "name": name,
        "detail": detail,
        "text": one.text,
        "lead": [ref.name for ref in one.lead],
        "responsible": {
            "text": one.responsible_text,
            "units": [_unit(ref) for ref in one.responsible],
        },
        "deadline": deadline(one.deadline, as_of),
    }


def _unit(ref: UnitRef) -> dict[str, Any]:
    return {"name": ref.name, "quantifier": ref.quantifier}


def deadline(one: Deadline, as_of: date) -> dict[str, Any]:
    """A deadline; a recurring one's ``due`` is its next date on or after ``as_of``."""
    return {
        "text": one.text,
        "due": _iso(one.next_due(as_of)),
        "start": _iso(one.start),
        "kind": one.kind,
        "ongoing": one.ongoing,
        "ambiguous": _iso(one.ambiguous),
        "approximate": one.approximate,
        "milestones": [{"text": each.text, "due": each.due.isoformat()} for each in one.milestones],
    }


def explained_deadline(one: Deadline, as_of: date) -> dict[str, Any]:
    """A deadline with its recurrence and how it was read."""
    from sulist.deadline.explain import explain

    rule = one.recurrence
    return deadline(one, as_of) | {
        "recurrence": rule
        and {
            "frequency": rule.frequency,
            "days": [list(pair) for pair in rule.days],
            "start": _iso(rule.start),
            "until": _iso(rule.until),
        },
        "explanation": explain(one),
    }


def explained_units(cell: str, refs: tuple[UnitRef, ...]) -> dict[str, Any]:
    """A cell of units and who is named in it."""
    return {
        "text": cell,
        "units": [
            _unit(ref)
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


def units(worklist: WorkList) -> list[dict[str, Any]]:
    """Every unit and its items by role."""
    return [
        {
            "name": unit,
            "group": worklist.roster.group_of(unit),
            **roles,
            "total": sum(roles.values()),
        }
        for unit, roles in unit_load(worklist).items()
    ]


def categories(worklist: WorkList, as_of: date) -> list[dict[str, Any]]:
    """Every category and its items by month of the deadline."""
    found = []
    for one in worklist.categories:
        months: dict[str, int] = {}
        for each in one.items:
            month = month_due(each, as_of) or "undated"
            months[month] = months.get(month, 0) + 1
        found.append(
            {
                "number": one.number,
                "title": one.title,
                "items": len(one.items),
                "due": dict(sorted(months.items())),
            }
        )
    return found


def report(worklist: WorkList, selection: Selection, query: Query, as_of: date) -> dict[str, Any]:
    """The whole picture; ``overdue`` and ``next`` have an entry for every date, soonest first."""
    late = [match for match in selection.matches if (match.days_left or 0) < 0]
    coming = [match for match in selection.matches if (match.days_left or 0) >= 0]
    return head(worklist, as_of, query) | {
        "items": len(worklist.items),
        "undated": selection.undated,
        "categories": categories(worklist, as_of),
        "units": units(worklist),
        "overdue": [_date(match) for match in late],
        "next": [_date(match) for match in coming],
    }


def _date(match: Match) -> dict[str, Any]:
    return {"id": match.item.id, "due": _iso(match.due), "days_left": match.days_left}


def problems(checked: Checked) -> dict[str, Any]:
    """Every problem of one list, by place."""
    return {
        "format": FORMAT,
        "list": _checked(checked),
        "problems": _problems(checked),
        "errors": checked.errors,
        "warnings": checked.warnings,
    }


def problems_of_several(several: Sequence[Checked]) -> dict[str, Any]:
    """Every problem of several lists, list by list; a file that cannot be read is left out."""
    read = [one for one in several if not one.unread]
    return {
        "format": FORMAT,
        "lists": [_checked(one) | {"errors": one.errors, "warnings": one.warnings} for one in read],
        "left_out": [{"file": one.file, "reason": one.unread} for one in several if one.unread],
        "problems": [problem for one in read for problem in _problems(one)],
        "errors": sum(one.errors for one in read),
        "warnings": sum(one.warnings for one in read),
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
        }
        for one in checked.problems
    ]
