"""Items as plain objects, and what every answer begins with, key by key as docs/json.md publishes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sulist.write.json.text import MadeInTurn

if TYPE_CHECKING:
    import os
    from datetime import date

    from sulist.asking.query import Match, Query
    from sulist.asking.subject import Subject
    from sulist.deadline import Deadline
    from sulist.listfile.worklist import Unread, WorkList
    from sulist.reports.items import Due, InFull, Listing, UnitItems
    from sulist.reports.ledger import Ledger
    from sulist.units import UnitRef

FORMAT = 1


def data(report: Due | Listing | UnitItems | InFull | Ledger) -> dict[str, Any]:
    """The answer to a question about items."""
    subject, selection = report.subject, report.selection
    as_of = subject.as_of
    found = head(subject) | {
        "items": MadeInTurn(selection.matches, lambda match: _match(match, as_of)),
        "undated": selection.undated,
        "unlisted": selection.unlisted,
        "unread": unread(selection.unread),
    }
    if subject.progress:
        from sulist.write.json import tracked

        found |= {"settled": selection.settled, "journal": tracked.journal(subject.progress)}
    return found


def unread(cells: tuple[Unread, ...]) -> list[dict[str, Any]]:
    """The cells that could not be read and matter to an answer."""
    return [{"id": one.id, "cell": one.cell} for one in cells]


def rows(file: str | os.PathLike[str], *, as_of: date | None = None) -> list[dict[str, Any]]:
    """The items of the list in ``file``, in the printed order, as JSON answers have them.

    Without a day ``days_left`` is None, and so is the ``due`` of a deadline that returns: both depend on it.

    Raises:
        FileError: the file cannot be read.
        BrokenListError: the list has errors.
    """
    from sulist.listfile.worklist import load
    from sulist.reports.items import every

    return [_match(match, as_of) for match in every(load(file), as_of)]


def head(subject: Subject) -> dict[str, Any]:
    """What every answer about a whole list begins with."""
    return {
        "format": FORMAT,
        "list": about(subject.worklist),
        "query": asked(subject.query, subject.as_of),
    }


def about(worklist: WorkList) -> dict[str, Any]:
    """Which list an answer is from."""
    return {
        "title": worklist.title,
        "region": worklist.region,
        "year": worklist.year or None,
        "total": worklist.total or None,
        "file": worklist.file,
        "issued": iso(worklist.issued),
        "columns": [{"heading": one.heading, "role": one.role} for one in worklist.columns],
        "leads_by": worklist.leads_by,
        "roster": {group: list(units) for group, units in worklist.roster.groups.items()},
        "later": worklist.later,
    }


def asked(query: Query, as_of: date) -> dict[str, Any]:
    """The filters that were set, and the day asked about."""
    filters: dict[str, Any] = {
        "unit": list(query.units),
        "role": list(query.roles),
        "category": list(query.categories),
        "before": iso(query.before),
        "after": iso(query.after),
        "from": iso(query.since),
        "overdue": query.overdue,
        "search": list(query.search),
        "id": list(query.ids),
        "status": list(query.states),
        "light": list(query.lights),
        "leader": list(query.leaders),
        "person": list(query.persons),
        "where": [{"heading": column.heading, "text": text} for column, text in query.where],
    }
    return {key: value for key, value in filters.items() if value} | {"as_of": as_of.isoformat()}


def _match(match: Match, as_of: date | None) -> dict[str, Any]:
    one = match.item
    name, detail = one.name_and_detail
    found = {
        "id": one.id,
        "category": one.category,
        "category_title": one.category_title,
        "serial": one.serial,
        "name": name,
        "detail": detail,
        "text": one.text,
        "lead": [ref.name for ref in one.lead],
        "lead_cell": {
            "text": one.lead_text,
            "units": [unit(ref) for ref in one.lead_cell],
        },
        "responsible": {
            "text": one.responsible_text,
            "units": [unit(ref) for ref in one.responsible],
        },
        "more": dict(one.more),
        "leaders": list(one.leaders),
        "persons": list(one.persons),
        "printed_serial": one.printed_serial,
        "part_of": one.part_of or None,
        "inherits": list(one.inherits),
        "assigned": iso(one.assigned),
        "source": one.source or None,
        "deadline": deadline(one.deadline, match.last_due),
        "days_left": match.days_left,
        "occurrence": iso(match.occurrence),
    }
    if match.step:
        found["milestone"] = match.step
    if match.role:
        found["role"] = match.role
    if as_of and match.standing and match.light:
        from sulist.write.json import tracked

        found["progress"] = tracked.standing(match.standing, match.light, as_of)
    return found


def unit(ref: UnitRef) -> dict[str, Any]:
    """A unit as a cell names it."""
    return {"name": ref.name, "quantifier": ref.quantifier, "duty": ref.duty}


def deadline(one: Deadline, due: date | None) -> dict[str, Any]:
    """A deadline; ``due`` is its last date, of a recurring one the next."""
    return {
        "text": one.text,
        "due": iso(due),
        "start": iso(one.start),
        "kind": one.kind,
        "ongoing": one.ongoing,
        "ambiguous": iso(one.ambiguous),
        "approximate": one.approximate,
        "milestones": [{"text": each.text, "due": each.due.isoformat()} for each in one.milestones],
    }


def iso(day: date | None) -> str | None:
    """A day as JSON has it."""
    return day.isoformat() if day else None
