"""The dates of a cell put together: its milestones, its first day, and whether it goes on."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from sulist.base.i18n import _
from sulist.deadline.meaning import Deadline, Milestone
from sulist.deadline.phrase import Unreadable

if TYPE_CHECKING:
    from datetime import date

    from sulist.deadline.phrase import Plain
    from sulist.deadline.terms import Term


def deadline_of(cell: Plain, terms: list[Term], *, lasting: bool = False) -> Deadline:
    """One or several dates: the milestones, the last of which is due."""
    terms = _without_headings(cell.text, terms)
    _refuse_backwards(cell.text, terms)
    dated = [term for term in terms if term.due is not None]
    afterwards = _goes_on_afterwards(terms, dated)
    opening = None if afterwards else _opening(cell.text, terms, dated)
    if not dated:
        only = terms[0]
        return Deadline(
            cell.written,
            "ongoing",
            start=opening,
            ongoing=True,
            approximate=only.approximate,
            ambiguous=only.ambiguous,
            rules=only.rules,
        )
    milestones = _milestones(cell, dated)
    last = milestones[-1]
    return Deadline(
        cell.written,
        "range" if opening else "date",
        due=last.due,
        start=opening,
        milestones=milestones,
        ongoing=lasting or afterwards,
        approximate=last.approximate,
        ambiguous=last.ambiguous,
        rules=tuple(dict.fromkeys(rule for term in dated for rule in term.rules)),
    )


def _without_headings(text: str, terms: list[Term]) -> list[Term]:
    """Without a period that only heads a date inside it, as in ``2021年：6月底前完成``."""
    kept = []
    for term, following in zip(terms, [*terms[1:], None], strict=True):
        if following is None or not term.whole or following.start < term.end:
            kept.append(term)
            continue
        between = text[term.end : following.start]
        if between.strip(",:、("):
            kept.append(term)
        elif not _is_inside(following, term):
            if between != "," and (between != "、" or term.scale != following.scale):
                reason = _("It is not clear whether 前 belongs to both: write each date in full.")
                raise Unreadable(term.start, following.end, reason)
            kept.append(term)
    return kept


def _is_inside(inner: Term, outer: Term) -> bool:
    if outer.begin is None or outer.due is None or inner.due is None:
        return False
    return outer.begin <= inner.due <= outer.due


def _refuse_backwards(text: str, terms: list[Term]) -> None:
    """A later date without a year must not lie before an earlier one: it may mean next year.

    But a part (其中) or a hope (12月底前，力争11月底前) may well come before the whole.
    """
    for earlier, later in pairwise(terms):
        known = earlier.begin or earlier.due
        part = any(word in text[earlier.end : later.start] for word in ("其中", "力争", "争取"))
        if earlier.scale == later.scale == "festival":  # 国庆、中秋前, in either order
            continue
        if later.implied and known and later.due and later.due < known and not part:
            reason = _("It lies before the date in front of it: write the year of each date.")
            raise Unreadable(later.start, later.end, reason)


def _goes_on_afterwards(terms: list[Term], dated: list[Term]) -> bool:
    """``3月底前出台方案，4月起实施``: what begins once all is due goes on from there."""
    last = terms[-1]
    return (
        bool(dated)
        and dated == terms[:-1]
        and last.begin is not None
        and all(term.due < last.begin for term in dated if term.due)
    )


def _opening(text: str, terms: list[Term], dated: list[Term]) -> date | None:
    """The first day of the whole, where one is written."""
    openings = [term for term in terms if term.due is None]
    if len(openings) > 1:
        reason = _("It has more than one beginning: write one range.")
        raise Unreadable(openings[1].start, openings[1].end, reason)
    if openings:
        begin = openings[0].begin
        if begin and any(term.due and term.due < begin for term in dated):
            reason = _("It ends before it begins: correct the one or the other.")
            raise Unreadable(openings[0].start, openings[0].end, reason)
        return begin
    first = dated[0]
    if len(dated) == 1 or first.ranged:
        return first.begin
    from sulist.deadline import vocabulary

    return first.begin if first.whole and vocabulary.begins(text, first.end) else None


def _milestones(cell: Plain, dated: list[Term]) -> tuple[Milestone, ...]:
    """Every date once, in order."""
    found: dict[date, Milestone] = {}
    for term in dated:
        if term.due is not None and term.due not in found:
            text = cell.slice(term.start, term.end)
            found[term.due] = Milestone(
                text, term.due, term.begin, term.approximate, term.ambiguous
            )
    return tuple(found[due] for due in sorted(found))
