"""A whole cell, every part of it understood: pieces, words, and nothing like a date left over."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from sulist.deadline.counting import Count
from sulist.deadline.meaning import Deadline, Milestone, Recurrence
from sulist.deadline.phrase import ByHand, Plain, Unreadable, plain
from sulist.deadline.recurring import Returning, days_of_year
from sulist.deadline.refusals import begins, is_event, refuse_leftovers
from sulist.deadline.resolving import Before, Given
from sulist.deadline.scan import Dates, Piece, gaps, scan, words_in
from sulist.deadline.terms import Term, counted_term, terms_of
from sulist.i18n import _

if TYPE_CHECKING:
    from datetime import date


class Wording(NamedTuple):
    """What the words of a cell say: that it lasts, that it has no date, that an event decides.

    ``known`` are the places of these words, which may look like parts of a date.
    """

    lasting: bool
    undated: bool
    event: tuple[int, int] | None
    known: list[tuple[int, int]]


class Content(NamedTuple):
    """What a cell says, put together from its pieces; ``duration`` is where one is written."""

    terms: list[Term]
    returning: list[Returning]
    said: Wording
    duration: tuple[int, int] | None


def read_cell(written: str, year: int | None, issued: date | None, as_of: date | None) -> Deadline:
    """The deadline that a cell prints in a list of ``year``, issued on ``issued``.

    Raises ``Unreadable`` where any of it is in doubt, its place counted in ``written``.
    """
    text = plain(written)
    given = Given(year, year, issued, issued, issued or as_of)
    try:
        return read_plain(text, given, as_of)
    except Unreadable as error:
        error.start, error.end = text.span(error.start, error.end)
        raise


def read_plain(cell: Plain, given: Given, as_of: date | None) -> Deadline:
    """The deadline that a cell prints; ``Unreadable``, placed in its plain text."""
    text = cell.text
    pieces = scan(text)
    content = _content(text, pieces, given)
    dated = bool(content.terms or content.returning)
    refuse_leftovers(text, pieces, dated=dated, known=content.said.known)
    if content.returning:
        return _recurring(cell, content, as_of)
    if content.terms:
        return _dated(cell, content)
    return _without_dates(cell, content)


def _content(text: str, pieces: list[Piece], given: Given) -> Content:
    terms: list[Term] = []
    returning: list[Returning] = []
    before = Before()
    event = duration = None
    for piece in pieces:
        if isinstance(piece, Returning):
            returning.append(piece)
        elif isinstance(piece, Count):
            if piece.sort == "event":
                event = (piece.start, piece.end)
            elif piece.sort == "duration":
                duration = (piece.start, piece.end)
            elif piece.sort == "length":
                continue
            else:
                terms.append(_counted(piece, given))
        elif isinstance(piece, Dates):
            yearly = returning[-1] if returning else None
            if yearly is not None and _follows_each_year(piece, yearly):
                returning[-1] = _with_days(yearly, piece)
                continue
            found, before = terms_of(piece, given, before, text)
            terms.extend(found)
    said = _words(text, pieces, dated=bool(terms))
    return Content(terms, returning, said._replace(event=event or said.event), duration)


def _counted(count: Count, given: Given) -> Term:
    if count.sort == "unclear":
        reason = _("It is not clear what it counts from: write the date, or 印发之日起30日内.")
        raise Unreadable(count.start, count.end, reason)
    return counted_term(count, given)


def _follows_each_year(piece: Dates, returning: Returning) -> bool:
    """Whether 每年 governs these dates: no year is written in them."""
    if returning.frequency != "year":
        return False
    return piece.lead != "到" and not piece.says_year


def _with_days(yearly: Returning, piece: Dates) -> Returning:
    days = days_of_year(piece.moments)
    vague = any(moment.edge in ("初", "中") for moment in piece.moments)
    known = yearly.days if yearly.dated else ()
    return yearly._replace(
        end=piece.end, days=tuple(dict.fromkeys((*known, *days))), dated=True, approximate=vague
    )


def _words(text: str, pieces: list[Piece], *, dated: bool) -> Wording:
    lasting = undated = False
    event = None
    known = []
    first = next((p.start for p in pieces if isinstance(p, Dates | Count)), -1)
    for start, end in gaps(text, pieces):
        for table, begin, stop in words_in(text, start, end):
            own_clause = begin == 0 or text[begin - 1] in ",;:。、(并且后再"
            if table == "undated":
                undated = True
                continue
            known.append((begin, stop))
            if table == "lasting":
                lasting |= own_clause or not dated
            elif table == "going_on":
                lasting |= not dated or (own_clause and 0 <= first < begin)
            else:
                event = (begin, stop)
    return Wording(lasting, undated, event, known)


def _dated(cell: Plain, content: Content) -> Deadline:
    """One or several dates: the milestones, the last of which is due."""
    if content.said.event is not None:
        if len(content.terms) == 1 and _says_whose(content.terms[0], content.said.event):
            return Deadline(cell.written, "none", rules=("event",))
        reason = _("Part of it depends on an event whose day is not given: set due: by hand.")
        raise ByHand(*content.said.event, reason)
    _refuse_durations(cell.text, content)
    terms = _without_headings(cell.text, content.terms)
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
        ongoing=content.said.lasting or afterwards,
        approximate=last.approximate,
        ambiguous=last.ambiguous,
        rules=tuple(dict.fromkeys(rule for term in dated for rule in term.rules)),
    )


def _says_whose(term: Term, event: tuple[int, int]) -> bool:
    """``2020年主汛期前``: the year belongs to the event."""
    return term.whole and term.end == event[0]


def _refuse_durations(text: str, content: Content) -> None:
    """``8月起连续3个月`` and ``6月开工，工期1年`` have an end, which is not for us to count."""
    counted = [term for term in content.terms if term.scale == "count"]
    begun = [term for term in content.terms if term.due is None]
    last = content.terms[-1]
    if content.duration is not None and (last.whole or begun or begins(text, last.end)):
        reason = _("It says how long and not until when: write the last day too.")
        raise Unreadable(*content.duration, reason)
    if counted and begun:
        reason = _("It has a beginning and a period to count from it: write the last day.")
        raise Unreadable(counted[0].start, counted[0].end, reason)


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
    if len(dated) == 1 or first.ranged or (first.whole and begins(text, first.end)):
        return first.begin
    return None


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


def _recurring(cell: Plain, content: Content, as_of: date | None) -> Deadline:
    returning = _one_frequency(content.returning)
    if content.said.event is not None:
        reason = _("Part of it depends on an event whose day is not given: set due: by hand.")
        raise ByHand(*content.said.event, reason)
    start, until = _bounds(content.terms)
    recurrence = Recurrence(_name(returning.frequency), returning.days, start, until)
    return Deadline(
        cell.written,
        "recurring",
        due=recurrence.after(as_of) if as_of else None,
        start=start,
        recurrence=recurrence,
        ongoing=content.said.lasting,
        approximate=returning.approximate,
        rules=() if returning.dated else ("period-end",),
    )


def _name(frequency: str) -> str:
    return "month" if frequency in ("even", "odd", "halfmonth") else frequency


def _one_frequency(found: list[Returning]) -> Returning:
    """One recurrence of several that are alike: ``按月调度，每月5日前报``."""
    first = found[0]
    for other in found[1:]:
        if other.frequency != first.frequency:
            reason = _("It recurs in two ways: keep one, or set due: by hand.")
            raise ByHand(other.start, other.end, reason)
    said = [one for one in found if one.dated]
    if not said:
        return first
    days = tuple(dict.fromkeys(day for one in said for day in one.days))
    return said[0]._replace(days=days)


def _bounds(terms: list[Term]) -> tuple[date | None, date | None]:
    """From when and until when it recurs: 2020年起, 2021—2023年, 至2022年底."""
    start = until = None
    for term in terms:
        opens = term.due is None or term.whole or term.ranged
        closes = term.whole or term.ranged or term.closes
        if not (opens or closes) or (opens and start) or (closes and until):
            reason = _("It has both a date and a recurrence: keep one, or set due: by hand.")
            raise ByHand(term.start, term.end, reason)
        start = term.begin if opens else start
        until = term.due if closes else until
    return start, until


def _without_dates(cell: Plain, content: Content) -> Deadline:
    """It lasts, or it has no date; a cell that says neither is refused."""
    text = cell.text
    if content.said.event is not None or is_event(text):
        return Deadline(cell.written, "none", rules=("event",))
    if content.said.lasting:
        return Deadline(cell.written, "ongoing", ongoing=True)
    if content.said.undated:
        return Deadline(cell.written, "none")
    if text.rstrip("。;,").endswith("推进"):
        return Deadline(cell.written, "ongoing", ongoing=True)
    reason = _("No date is found in it: write one such as 8月底前, or set due: by hand.")
    raise ByHand(0, len(text), reason)
