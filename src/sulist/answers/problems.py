"""The answer of ``sulist check``: every problem with its excerpt and remedy, then the count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.answer import Answer
from sulist.i18n import _, ngettext
from sulist.page import Column, Lines, Page, Table
from sulist.text import printable
from sulist.typeset import width

if TYPE_CHECKING:
    from sulist.problem import Problem
    from sulist.worklist import WorkList

_BEFORE, _SHOWN = 30, 70


def check(file: str, worklist: WorkList | None, problems: list[Problem]) -> Answer:
    """Every problem of the list in ``file``; ``worklist`` is None where it holds none."""
    from sulist import contract

    return Answer(
        page=lambda: Page("", (Lines("", tuple(lines(file, worklist, problems))),)),
        data=lambda: contract.problems(file, worklist, problems),
        records=lambda: _records(problems),
        found=len(problems),
    )


def lines(file: str, worklist: WorkList | None, problems: list[Problem]) -> list[str]:
    """The problems as text: place, level, message and rule; the excerpt; the remedy."""
    from sulist.view.foot import size

    found = []
    for problem in problems:
        found.append(str(problem))
        if problem.excerpt:
            found += _excerpt(problem)
        found += ["  → " + problem.remedy, ""]
    if not problems and worklist:
        found.append(
            _("{file}: {size}, no problem.").format(
                file=file, size=size(len(worklist.items), len(worklist.categories))
            )
        )
    else:
        errors = sum(problem.level == "error" for problem in problems)
        warnings = len(problems) - errors
        found.append(
            _("{file}: {errors}, {warnings}.").format(
                file=file,
                errors=ngettext("{n} error", "{n} errors", errors).format(n=errors),
                warnings=ngettext("{n} warning", "{n} warnings", warnings).format(n=warnings),
            )
        )
    return [printable(line) for line in found]


def _excerpt(problem: Problem) -> list[str]:
    """The line of a problem with its column marked; of a long line, the part around it."""
    at = problem.place.column - 1
    first = max(0, at - _BEFORE)
    number = f"{problem.place.line:>6} | "
    shown = printable(problem.excerpt[first : first + _SHOWN])
    before = printable(problem.excerpt[first:at])
    return [number + shown, " " * (len(number) + width(before)) + "^"]


def _records(problems: list[Problem]) -> Table:
    titles = (_("file"), _("line"), _("column"), _("level"), _("rule"), _("message"), _("remedy"))
    rows = tuple(
        (
            one.place.file,
            str(one.place.line),
            str(one.place.column),
            one.level,
            one.check,
            one.message,
            one.remedy,
        )
        for one in problems
    )
    return Table("", tuple(Column(title, fixed=False) for title in titles), rows)
