"""Pages of ``sulist explain``: how a deadline or a cell of units is read, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _, ngettext
from sulist.base.typeset import width
from sulist.deadline.explain import explain
from sulist.write.screen.blocks import Lines, Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.reports.explanations import DeadlinesInText, ExplainedDeadline, ExplainedUnits
    from sulist.units.remarked import Remarks

_NEAR = 36  # characters of a line that are shown, each up to two columns wide


def deadline_page(report: ExplainedDeadline) -> Page:
    """How a deadline is read; of several dates, from which part of it each."""
    one = report.deadline
    lines = (explain(one), *(f"{due}  {text}" for due, text in report.dates))
    return Page("", (Lines(one.text, lines),))


def text_page(report: DeadlinesInText) -> Page:
    """The deadlines in running text, a line each."""
    lines = [
        _("{start} to {end}: {phrase}. {explanation}").format(
            start=one.span[0],
            end=one.span[1],
            phrase=one.read.deadline.text,
            explanation=explain(one.read.deadline),
        )
        for one in report.phrases
    ]
    said = tuple(lines) or (_("No deadline is found in this text."),)
    return Page("", (Lines(report.text, said),))


def units_page(report: ExplainedUnits) -> Page:
    """How a cell of units is read."""
    title = ngettext("{cell}: {n} entry", "{cell}: {n} entries", report.found).format(
        cell=report.cell, n=report.found
    )
    return Page("", (Lines(title, (*report.explanation, *_remarked(report.remarks))),))


def _remarked(remarks: Remarks) -> Iterator[str]:
    """A line for each remark that is no part of a name, and one for the rule who leads."""
    for note in remarks.notes:
        yield _("Said besides: {note}.").format(note=note)
    if remarks.lead_rule:
        yield _("That is a rule of the whole list (下同): the first unit of each cell leads.")


def underlined(text: str, span: tuple[int, int]) -> str:
    """The line of ``text`` where a part begins, that part marked below; of a long line, what is near.

    It fits a terminal of 80 columns, which would else break the line above its marks.
    """
    first = text.rfind("\n", 0, span[0]) + 1
    last = text.find("\n", span[0])
    last = len(text) if last < 0 else last
    begin = first if last - first <= _NEAR else max(first, min(span[0] - _NEAR // 3, last - _NEAR))
    end = min(last, begin + _NEAR)
    lead = "…" if begin > first else ""
    marked = "^" * max(1, width(text[span[0] : min(span[1], end)]))
    line = f"{lead}{text[begin:end]}{'…' if end < last else ''}"
    return f"\n  {line}\n  {' ' * width(lead + text[begin : span[0]])}{marked}"
