"""From moments to a deadline: what 前, 起, 后 and a range make of the days they stand for.

Then what the dates of a cell are together: its milestones, its first day, and whether it goes on.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from sulist.base.days import DAY
from sulist.base.i18n import _
from sulist.base.tuples import NamedTuple
from sulist.deadline.figures import FINISHED
from sulist.deadline.meaning import Deadline, Milestone
from sulist.deadline.phrase import Plain, Unreadable
from sulist.deadline.resolving import Before, Days, Given, Moment, resolve, year_of

if TYPE_CHECKING:
    from sulist.deadline.resolving import Dates


class Term(NamedTuple):
    """One date of a phrase, with the place it was read from.

    ``begin`` is the first day, ``due`` the last (None where only a beginning is written).
    ``whole`` says that a whole period was written with no word after it, ``ranged`` that both
    ends were; ``implied`` that no year is written; ``closes`` that it ends what goes on until then
    (到, 止) and ``bare`` that it is no end: neither 前 nor 底 follows; ``rules`` names the conventions applied.
    """

    start: int
    end: int
    begin: date | None
    due: date | None
    approximate: bool = False
    ambiguous: date | None = None
    whole: bool = False
    ranged: bool = False
    implied: bool = False
    closes: bool = False
    bare: bool = False
    scale: str = ""
    rules: tuple[str, ...] = ()


def term_alone(moment: Moment, given: Given) -> Term:
    """The term of a moment that stands alone."""
    return _single(moment, resolve(moment, given, Before()), given, Before())


def terms_of(dates: Dates, given: Given, before: Before, text: str) -> tuple[list[Term], Before]:
    """The terms of a chain, and what has been said for those that follow."""
    terms: list[Term] = []
    moments = dates.moments
    at = 0
    if dates.lead == "issue" and len(moments) > 1 and moments[1].joint == "-":
        reason = _("It has two beginnings: write one range, as in 3月至8月.")
        raise Unreadable(dates.start, dates.end, reason)
    while at < len(moments):
        ranged = at + 1 < len(moments) and moments[at + 1].joint == "-"
        if ranged:
            term, before = _range(moments[at], moments[at + 1], given, before)
        else:
            days = resolve(moments[at], given, before)
            term = _single(moments[at], days, given, before)
            before = _said(moments[at], days, given, before)
        terms.append(term)
        at += 2 if ranged else 1
    terms[-1] = _with_end(terms[-1], dates, text)
    return [_led(term, dates, given) for term in terms], before


def _with_end(term: Term, dates: Dates, text: str) -> Term:
    """A whole period before 完成 is a deadline and not a stretch of work."""
    if not (term.whole and term.begin and not term.ranged) or dates.end == len(text):
        return term
    if text.startswith(FINISHED, dates.end):
        return term._replace(begin=None)
    from sulist.deadline import vocabulary

    finishes = vocabulary.compiled(vocabulary.FINISHES).match(text, dates.end)
    return term._replace(begin=None) if finishes else term


def _led(term: Term, dates: Dates, given: Given) -> Term:
    """With the word before it: 到2025年 has no first day, 印发之日起至 has the day of issue."""
    if dates.lead == "issue":
        if given.issued and term.due and term.due < given.issued:
            reason = _("It ends before the list was issued: correct the date.")
            raise Unreadable(term.start, term.end, reason)
        return term._replace(begin=given.issued, ranged=True, whole=False)
    if dates.lead == "约":
        return term._replace(approximate=True)
    if dates.lead in ("到", "至"):
        return term._replace(begin=None, closes=True) if term.whole else term._replace(closes=True)
    return term


def _said(moment: Moment, days: Days, given: Given, before: Before) -> Before:
    """What a moment leaves said: its year where one is written, and its month."""
    if moment.scale in ("week", "festival", "plan"):
        return before
    year = days.last.year if moment.says_year or moment.shift is not None else before.year
    return Before(year, days.last.month)


def _single(moment: Moment, days: Days, given: Given, before: Before) -> Term:
    implied = not moment.says_year and moment.shift is None
    term = Term(
        moment.start,
        moment.end,
        None,
        days.last,
        days.approximate or moment.suffix == "左右",
        implied=implied,
        closes=moment.suffix == "止",
        bare=not moment.suffix and moment.edge not in ("底", "内"),
        scale=moment.scale,
        rules=_rules(moment, given, implied and before.year is None),
    )
    begin = days.first if days.first != days.last else None
    if moment.scale == "festival":
        return _before_festival(term, moment, days, given, before)
    if moment.suffix == "前":
        return term if days.point else _before_period(term, days, given, moment)
    if moment.suffix == "起":
        return term._replace(begin=days.first, due=None)
    if moment.suffix == "后":
        other = None if days.point else days.first
        return term._replace(begin=days.last + DAY, due=None, ambiguous=other)
    if moment.suffix in ("止", "内") or moment.edge == "内":
        return term
    whole = not days.point and begin is not None
    return term._replace(begin=begin, whole=whole and moment.suffix == "")


def _rules(moment: Moment, given: Given, list_year: bool) -> tuple[str, ...]:
    found = ["list-year"] if list_year else []
    if moment.shift is not None:
        found.append("from-issue" if given.issued else "from-as-of")
    return tuple(found)


def _before_period(term: Term, days: Days, given: Given, moment: Moment) -> Term:
    """8月前: before August begins; the other reading, by its end, is kept beside it."""
    due = days.first - DAY
    new_year = date(given.year, 1, 1) if given.year else date.min
    floor = max(new_year, given.issued or date.min)
    too_early = due < floor <= days.last or (term.implied and due < new_year)
    if too_early and not given.option:
        reason = _(
            "Before that period begins is too early for this list, and by its end is not what it"
            " says: write the day."
        )
        raise Unreadable(moment.start, moment.end, reason)
    return term._replace(due=due, ambiguous=days.last, rules=(*term.rules, "before-period"))


def _before_festival(term: Term, moment: Moment, days: Days, given: Given, before: Before) -> Term:
    """春节前: the day before 初一; which year's is uncertain where the day of issue is unknown."""
    other = None
    unsaid = not moment.says_year and before.year is None and given.issued is None
    if unsaid and moment.festival in ("春节", "元宵", "除夕") and given.year is not None:
        following = moment._replace(year=given.year + 1)
        other = resolve(following, given, before).first - DAY
    return term._replace(
        due=days.first - DAY, ambiguous=other, rules=(*term.rules, "before-festival")
    )


def _range(first: Moment, last: Moment, given: Given, before: Before) -> tuple[Term, Before]:
    """From the first day of one to the last of the other; the year is said once, in front."""
    opening = resolve(first, given, before)
    said = _said(first, opening, given, before)
    if first.scale == "year" and last.says_year is False and last.scale != "year":
        reason = _(
            "It is not clear which year it belongs to: write the year of each date, as in 2021年6月底前."
        )
        raise Unreadable(first.start, last.end, reason)
    if last.base == "previous":
        said = said._replace(year=year_of(first, given, before))
    closing = resolve(last, given, said)
    end = _single(last, closing, given, said)
    if end.due is None:
        reason = _("A range needs a last day: write it, as in 3月至8月.")
        raise Unreadable(first.start, last.end, reason)
    if end.due < opening.first:
        reason = _("The range runs backwards: write the year of its end, as in 11月至次年2月.")
        raise Unreadable(first.start, last.end, reason)
    term = end._replace(
        start=first.start,
        begin=opening.first,
        approximate=end.approximate or opening.approximate,
        whole=False,
        ranged=True,
        implied=not first.says_year and first.shift is None,
    )
    return term, _said(last, closing, given, said)


# The dates of a cell put together


def deadline_of(cell: Plain, terms: list[Term], *, lasting: bool = False) -> Deadline:
    """One or several dates: the milestones, the last of which is due."""
    terms = _without_headings(cell.text, terms)
    _refuse_two_in_one(cell.text, terms)
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
            begins=opening,
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
        begins=None if afterwards else begins_on(cell.text, terms),
    )


def begins_on(text: str, terms: list[Term]) -> date | None:
    """The day from which work goes on, where the dates name a beginning and not only a time.

    3月起, 3月至8月, and what is begun in a period or on a day (6月启动); neither 12月, which is when
    something has to be done, nor 6月底前启动.
    """
    for term in terms:
        if term.due is None:
            return term.begin
    first = terms[0]
    if first.ranged:
        return first.begin
    if not first.bare or first.end == len(text) or text.startswith(FINISHED, first.end):
        return None
    from sulist.deadline import vocabulary

    return (first.begin or first.due) if vocabulary.begins(text, first.end) else None


def _without_headings(text: str, terms: list[Term]) -> list[Term]:
    """Without a period that only heads a date inside it, as in ``2021年：6月底前完成``."""
    kept = []
    for term, following in zip(terms, [*terms[1:], None], strict=True):
        if following is None or not term.whole or following.start < term.end:
            kept.append(term)
            continue
        between = text[term.end : following.start]
        if between.strip(",:、("):
            if between.strip(")]】〕") or not _is_inside(following, term):  # （2022年）10月底前
                kept.append(term)
        elif not _is_inside(following, term):
            if between != "," and (between != "、" or term.scale != following.scale):
                reason = _(
                    "It is not clear whether 前 belongs to both: write each date in full, as in 6月30日、9月30日前."
                )
                raise Unreadable(term.start, following.end, reason)
            kept.append(term)
    return kept


def _is_inside(inner: Term, outer: Term) -> bool:
    if outer.begin is None or outer.due is None or inner.due is None:
        return False
    return outer.begin <= inner.due <= outer.due


def _refuse_two_in_one(text: str, terms: list[Term]) -> None:
    """``6月底前（7月10日前）``: another date alone in a bracket; which of the two holds?"""
    for earlier, later in pairwise(terms):
        alone = text[later.start - 1] == "(" and text.startswith(")", later.end)
        if alone and earlier.end == later.start - 1 and earlier.due != later.due:
            reason = _("The bracket holds another date than stands before it: keep the right one.")
            raise Unreadable(earlier.start, later.end + 1, reason)


def _refuse_backwards(text: str, terms: list[Term]) -> None:
    """A later date without a year must not lie before an earlier one: it may mean next year.

    But a part (其中) or a hope (12月底前，力争11月底前) may well come before the whole.
    """
    for earlier, later in pairwise(terms):
        known = earlier.begin or earlier.due
        part = is_part(text, earlier.end, later.start)
        if earlier.scale == later.scale == "festival":  # 国庆、中秋前, in either order
            continue
        day = later.due or later.begin
        if later.implied and known and day and day < known and not part:
            reason = _(
                "It lies before the date in front of it: write the year of each date, as in 2022年6月底前."
            )
            raise Unreadable(later.start, later.end, reason)


def is_part(text: str, start: int, end: int) -> bool:
    """Whether the words between two dates make a part or a hope of the later one."""
    return any(text.find(word, start, end) >= 0 for word in ("其中", "力争", "争取"))


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
        reason = _("It has more than one beginning: write one range, as in 3月至8月.")
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
    if not first.whole:
        return None
    from sulist.deadline import vocabulary

    return first.begin if vocabulary.begins(text, first.end) else None


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
