"""Answers that are not lists of items: units, categories, the report, problems, explanations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sulist import contract, view
from sulist.exporters import Answer
from sulist.i18n import _, ngettext
from sulist.query import Query, select
from sulist.typeset import width

if TYPE_CHECKING:
    from datetime import date

    from sulist.deadline import Deadline, Found
    from sulist.problem import Problem
    from sulist.units import UnitRef
    from sulist.worklist import WorkList


def _head(worklist: WorkList, as_of: date) -> dict[str, Any]:
    return {
        "format": contract.FORMAT,
        "list": contract.about(worklist),
        "query": {"as_of": as_of.isoformat()},
    }


def units(worklist: WorkList, as_of: date) -> Answer:
    """Every unit and its items by role."""
    return _table_answer(
        worklist,
        as_of,
        view.unit_table(worklist),
        {"units": _units_data(worklist)},
        len(worklist.units),
    )


def _units_data(worklist: WorkList) -> list[dict[str, Any]]:
    counts = view.unit_counts(worklist)
    return [
        {
            "name": unit,
            "group": worklist.roster.group_of(unit),
            **roles,
            "total": sum(roles.values()),
        }
        for unit, roles in counts.items()
    ]


def categories(worklist: WorkList, as_of: date) -> Answer:
    """Every category and its items by deadline."""
    data = {"categories": _categories_data(worklist)}
    return _table_answer(
        worklist, as_of, view.category_table(worklist), data, len(worklist.categories)
    )


def _categories_data(worklist: WorkList) -> list[dict[str, Any]]:
    found = []
    for one in worklist.categories:
        months: dict[str, int] = {}
        for item in one.items:
            month = item.deadline.due.strftime("%Y-%m") if item.deadline.due else "undated"
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


def _table_answer(
    worklist: WorkList, as_of: date, table: view.Table, data: dict[str, Any], found: int
) -> Answer:
    return Answer(
        page=lambda: view.Page(worklist.title, (table,), tuple(view.foot(worklist, as_of))),
        data=lambda: _head(worklist, as_of) | data,
        records=lambda: table,
        found=found,
    )


def report(worklist: WorkList, as_of: date) -> Answer:
    """The whole picture."""
    selection = select(worklist, Query(), as_of, each_date=True)

    def data() -> dict[str, Any]:
        late = [match for match in selection.matches if (match.days_left or 0) < 0]
        return _head(worklist, as_of) | {
            "items": len(worklist.items),
            "undated": selection.undated,
            "categories": _categories_data(worklist),
            "units": _units_data(worklist),
            "overdue": [
                {"id": one.item.id, "due": str(one.due), "days_left": one.days_left} for one in late
            ],
            "next": [
                {"id": one.item.id, "due": str(one.due), "days_left": one.days_left}
                for one in selection.matches
                if (one.days_left or 0) >= 0
            ],
        }

    return Answer(
        page=lambda: view.report_page(worklist, selection, as_of),
        data=data,
        records=lambda: view.unit_table(worklist),
        found=len(worklist.items),
    )


def problem_lines(file: str, worklist: WorkList | None, problems: list[Problem]) -> list[str]:
    """Every problem with its excerpt and remedy, then the count."""
    from sulist.text import printable

    lines = []
    for problem in problems:
        lines.append(str(problem))
        if problem.excerpt:
            lines += excerpt(problem)
        lines += ["  → " + problem.remedy, ""]
    errors = sum(problem.level == "error" for problem in problems)
    if not problems and worklist:
        lines.append(
            _("{file}: {items} items in {categories} categories, no problem.").format(
                file=file, items=len(worklist.items), categories=len(worklist.categories)
            )
        )
    else:
        lines.append(
            _("{file}: {errors} errors, {warnings} warnings.").format(
                file=file, errors=errors, warnings=len(problems) - errors
            )
        )
    return [printable(line) for line in lines]


def excerpt(problem: Problem) -> list[str]:
    """The line of a problem with its column marked; of a long line, the part around it."""
    at = problem.place.column - 1
    first = max(0, at - 30)
    shown = problem.excerpt[first : first + 70]
    number = f"{problem.place.line:>6} | "
    return [number + shown, " " * (len(number) + width(problem.excerpt[first:at])) + "^"]


def check(file: str, worklist: WorkList | None, problems: list[Problem]) -> Answer:
    """Every problem of a list."""

    def data() -> dict[str, Any]:
        errors = sum(problem.level == "error" for problem in problems)
        return {
            "format": contract.FORMAT,
            "list": contract.about(worklist) if worklist else {"file": file},
            "problems": [
                {
                    "file": one.place.file,
                    "line": one.place.line,
                    "column": one.place.column,
                    "level": one.level,
                    "check": one.check,
                    "message": one.message,
                    "remedy": one.remedy,
                    "excerpt": one.excerpt,
                }
                for one in problems
            ],
            "errors": errors,
            "warnings": len(problems) - errors,
        }

    return Answer(
        page=lambda: view.Page(
            "", (view.Lines("", tuple(problem_lines(file, worklist, problems))),)
        ),
        data=data,
        records=lambda: view.Table("", (), ()),
        found=len(problems),
    )


def explained_deadline(one: Deadline, as_of: date) -> Answer:
    """How a deadline is read."""
    data = contract.explained_deadline(one, as_of)
    lines = [
        one.explanation,
        *(f"{each.due}  {each.text}" for each in one.milestones if len(one.milestones) > 1),
    ]
    return Answer(
        page=lambda: view.Page("", (view.Lines(one.text, tuple(lines)),)),
        data=lambda: data,
        records=lambda: view.Table("", (), ()),
        found=1,
    )


def found_deadlines(text: str, found: list[Found], as_of: date) -> Answer:
    """The deadlines in running text."""
    lines = [
        _("{start} to {end}: {phrase}. {explanation}").format(
            start=one.span[0],
            end=one.span[1],
            phrase=one.deadline.text,
            explanation=one.deadline.explanation,
        )
        for one in found
    ] or [_("No deadline is found in this text.")]
    deadlines = [
        contract.explained_deadline(one.deadline, as_of) | {"span": list(one.span)} for one in found
    ]
    return Answer(
        page=lambda: view.Page("", (view.Lines(text, tuple(lines)),)),
        data=lambda: {"text": text, "deadlines": deadlines},
        records=lambda: view.Table("", (), ()),
        found=len(found),
    )


def explained_units(cell: str, refs: tuple[UnitRef, ...], lines: list[str]) -> Answer:
    """How a cell of units is read."""
    title = ngettext("{cell}: {n} entry", "{cell}: {n} entries", len(refs)).format(
        cell=cell, n=len(refs)
    )
    return Answer(
        page=lambda: view.Page("", (view.Lines(title, tuple(lines)),)),
        data=lambda: contract.explained_units(cell, refs),
        records=lambda: view.Table("", (), ()),
        found=len(refs),
    )


def underlined(text: str, span: tuple[int, int]) -> str:
    """``text`` with a part of it marked below."""
    return f"\n  {text}\n  {' ' * width(text[: span[0]])}{'^' * max(1, width(text[span[0] : span[1]]))}"
