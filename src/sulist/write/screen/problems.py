"""The page of ``sulist check``: every problem with its excerpt and remedy, then the count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _, ngettext
from sulist.base.problem import in_one_line
from sulist.base.showing import printable
from sulist.base.typeset import width
from sulist.reports.problems import told
from sulist.write.screen.blocks import Column, Lines, Page, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.base.problem import Problem
    from sulist.listfile.checked import Checked
    from sulist.reports.problems import Inspection, ToldProblems

_BEFORE, _SHOWN = 30, 70


def page(report: Inspection) -> Page:
    """Every problem of one list, or of several."""
    lines = [line for one in report.lists for line in lines_of(one)]
    return Page("", (Lines("", (*lines, *lines_of_all(report))),))


def lines_of(checked: Checked, most: int | None = None) -> list[str]:
    """The problems of one list as text, and their count; nothing of one that cannot be read.

    Each is its place, level, message and rule; the excerpt; the remedy. Of one rule at most ``most``
    are told, and the rest are counted. What the list accepts stands below, each with its reason.
    """
    if checked.unread:
        return []
    lines = (*_lines(told(checked, most)), *_accepted_lines(checked), _counted(checked))
    return [printable(line) for line in lines]


def lines_of_all(report: Inspection) -> list[str]:
    """The count over several lists."""
    return ["", *map(printable, _in_all(report))] if len(report.lists) > 1 else []


def _lines(found: ToldProblems) -> Iterator[str]:
    for problem in found.problems:
        yield str(problem)
        if problem.excerpt:
            yield from _excerpt(problem)
        yield from ("  → " + problem.remedy, "")
    for check, number in found.more:
        yield ngettext(
            "{n} more problem [{check}] is not shown; --all shows it.",
            "{n} more problems [{check}] are not shown; --all shows them.",
            number,
        ).format(n=number, check=check)


def _accepted_lines(checked: Checked) -> Iterator[str]:
    for one in checked.problems:
        if one.accepted:
            yield _("{place}: accepted: {message} [{rule}]").format(
                place=one.place, message=one.message, rule=one.check
            )
            yield from ("  → " + _("Reason: {reason}").format(reason=one.accepted), "")


def _counted(checked: Checked) -> str:
    if not checked.problems and checked.worklist:
        from sulist.write.screen.foot import size

        worklist = checked.worklist
        return _("{file}: {size}, no problem.").format(
            file=in_one_line(checked.shown),
            size=size(len(worklist.items), len(worklist.categories)),
        )
    return _summary(in_one_line(checked.shown), checked)


def _summary(what: str, found: Checked | Inspection) -> str:
    errors, warnings, accepted = found.errors, found.warnings, found.accepted
    said = (
        _("{file}: {errors}, {warnings}, {accepted} accepted.")
        if accepted
        else _("{file}: {errors}, {warnings}.")
    )
    return said.format(
        file=what,
        errors=ngettext("{n} error", "{n} errors", errors).format(n=errors),
        warnings=ngettext("{n} warning", "{n} warnings", warnings).format(n=warnings),
        accepted=accepted,
    )


def _in_all(report: Inspection) -> Iterator[str]:
    read, unread = len(report.read), len(report.unread)
    if read:
        lists = ngettext("{n} list", "{n} lists", read).format(n=read)
        yield _summary(lists, report)
    if unread:
        yield ngettext("{n} file cannot be read.", "{n} files cannot be read.", unread).format(
            n=unread
        )


def _excerpt(problem: Problem) -> list[str]:
    """The line of a problem with its column marked; of a long line, the part around it."""
    at = problem.place.column - 1
    first = max(0, at - _BEFORE)
    number = f"{problem.place.line:>6} | "
    shown = printable(problem.excerpt[first : first + _SHOWN])
    before = printable(problem.excerpt[first:at])
    return [number + shown, " " * (len(number) + width(before)) + "^"]


def records(report: Inspection) -> Table:
    """A row a problem."""
    titles = (
        *(_("file"), _("line"), _("column"), _("level"), _("rule"), _("message"), _("remedy")),
        *(_("item"), _("cell"), _("scope"), _("accepted")),
    )
    rows = tuple(
        (
            one.place.file,
            str(one.place.line),
            str(one.place.column),
            one.level,
            one.check,
            one.message,
            one.remedy,
            one.item,
            one.cell,
            one.scope,
            one.accepted,
        )
        for one in report.problems
    )
    return Table("", tuple(Column(title, fixed=False) for title in titles), rows)
