"""The answer of ``sulist check``: every problem with its excerpt and remedy, then the count."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from sulist.base.i18n import _, ngettext
from sulist.base.problem import in_one_line
from sulist.base.showing import printable
from sulist.base.typeset import width
from sulist.write.answer import Answer
from sulist.write.screen.blocks import Column, Lines, Page, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sulist.base.problem import Problem
    from sulist.listfile.worklist import Checked

_BEFORE, _SHOWN = 30, 70


def check(checked: Sequence[Checked]) -> Answer:
    """Every problem of one list, or of several."""
    from sulist.write.json import problems as plain

    def data() -> dict[str, Any]:
        if len(checked) == 1 and not checked[0].unread:
            return plain.problems(checked[0])
        return plain.problems_of_several(checked)

    problems = [problem for one in checked for problem in one.problems]
    return Answer(
        page=lambda: Page("", (Lines("", tuple(lines(checked))),)),
        data=data,
        records=lambda: _records(problems),
        found=len(problems),
    )


def lines(checked: Sequence[Checked], most: int | None = None) -> list[str]:
    """The problems as text: place, level, message and rule; the excerpt; the remedy.

    Of a list's problems of one rule at most ``most`` are told, and the rest are counted.
    """
    found = [line for one in checked for line in lines_of(one, most)]
    return [*found, *lines_of_all(checked)]


def lines_of(checked: Checked, most: int | None = None) -> list[str]:
    """The problems of one list as text, and their count; nothing of one that cannot be read."""
    if checked.unread:
        return []
    return [printable(line) for line in (*_told(checked, most), _counted(checked))]


def lines_of_all(checked: Sequence[Checked]) -> list[str]:
    """The count over several lists."""
    if len(checked) == 1:
        return []
    read = [one for one in checked if not one.unread]
    return ["", *map(printable, _in_all(read, len(checked) - len(read)))]


def _told(checked: Checked, most: int | None) -> Iterator[str]:
    told: Counter[str] = Counter()
    for problem in checked.problems:
        told[problem.check] += 1
        if most and told[problem.check] > most:
            continue
        yield str(problem)
        if problem.excerpt:
            yield from _excerpt(problem)
        yield from ("  → " + problem.remedy, "")
    for check, number in told.items():
        if most and number > most:
            yield ngettext(
                "{n} more problem [{check}] is not shown; --all shows it.",
                "{n} more problems [{check}] are not shown; --all shows them.",
                number - most,
            ).format(n=number - most, check=check)


def _counted(checked: Checked) -> str:
    if not checked.problems and checked.worklist:
        from sulist.write.screen.foot import size

        worklist = checked.worklist
        return _("{file}: {size}, no problem.").format(
            file=in_one_line(checked.shown),
            size=size(len(worklist.items), len(worklist.categories)),
        )
    return _summary(in_one_line(checked.shown), checked.errors, checked.warnings)


def _summary(what: str, errors: int, warnings: int) -> str:
    return _("{file}: {errors}, {warnings}.").format(
        file=what,
        errors=ngettext("{n} error", "{n} errors", errors).format(n=errors),
        warnings=ngettext("{n} warning", "{n} warnings", warnings).format(n=warnings),
    )


def _in_all(read: Sequence[Checked], unread: int) -> Iterator[str]:
    if read:
        lists = ngettext("{n} list", "{n} lists", len(read)).format(n=len(read))
        errors, warnings = sum(one.errors for one in read), sum(one.warnings for one in read)
        yield _summary(lists, errors, warnings)
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
