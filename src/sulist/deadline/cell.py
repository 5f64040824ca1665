"""A whole cell, every part of it understood: pieces, words, and nothing like a date left over."""

from __future__ import annotations

from datetime import date

from sulist.base.i18n import _
from sulist.base.tuples import NamedTuple
from sulist.deadline import vocabulary
from sulist.deadline.counting import Count, counted_term
from sulist.deadline.finals import is_final, refuse_no_time, refuse_unsaid
from sulist.deadline.meaning import Deadline, Recurrence
from sulist.deadline.phrase import ByHand, Plain, Unreadable, plain
from sulist.deadline.refusals import is_event, names_units, refuse_leftovers
from sulist.deadline.resolving import Before, Dates, Given
from sulist.deadline.returning import Returning, days_of_year
from sulist.deadline.scan import Piece, Topic, gaps, scan, words_in
from sulist.deadline.terms import Term, begins_on, deadline_of, terms_of


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


def read_cell(written: str, given: Given, as_of: date | None) -> Deadline:
    """The deadline that a cell prints, by what is known of its list.

    Raises ``Unreadable`` where any of it is in doubt, its place counted in ``written``.
    """
    text = plain(written)
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
        _refuse_past(text, content.terms, given)
        return _dated(cell, content)
    return _without_dates(cell, content, pieces)


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
        if len(content.terms) == 1 and _is_day_of(content.terms[0], content.said.event):
            return deadline_of(cell, content.terms, lasting=content.said.lasting)
        reason = _(
            "Part of it depends on an event whose day is not given: write the date, or set due: by hand."
        )
        raise ByHand(*content.said.event, reason)
    _refuse_durations(cell.text, content)
    return deadline_of(cell, content.terms, lasting=content.said.lasting)


def _refuse_past(text: str, terms: list[Term], given: Given) -> None:
    """``12月底前（应于2020年底前完成）``: a bracket that tells of an earlier year than the list's."""
    first = date(given.year or 1, 1, 1)
    if all(term.due is None or term.due < first for term in terms):
        return
    for term in terms:
        bracketed = text.rfind("(", 0, term.start) > text.rfind(")", 0, term.start)
        if bracketed and term.due is not None and term.due < first:
            reason = _("It was due before this list's year: leave it out, or set due: by hand.")
            raise ByHand(term.start, term.end, reason)


def _says_whose(term: Term, event: tuple[int, int]) -> bool:
    """``2020年主汛期前``: the year belongs to the event."""
    return term.whole and term.end == event[0]


def _is_day_of(term: Term, event: tuple[int, int]) -> bool:
    """``2021年3月1日开学前``: the day is that of the event, which is before it."""
    is_day = term.scale == "day" and term.bare and not (term.ranged or term.approximate)
    return is_day and term.end == event[0]


def _refuse_durations(text: str, content: Content) -> None:
    """``8月起连续3个月`` and ``6月开工，工期1年`` have an end, which is not for us to count."""
    counted = [term for term in content.terms if term.scale == "count"]
    begun = [term for term in content.terms if term.due is None]
    last = content.terms[-1]
    if content.duration is not None and (last.whole or begun or vocabulary.begins(text, last.end)):
        reason = _("It says how long and not until when: write the last day too, as in 8月31日前.")
        raise Unreadable(*content.duration, reason)
    if counted and begun:
        reason = _(
            "It has a beginning and a period to count from it: write the last day, as in 8月31日前."
        )
        raise Unreadable(counted[0].start, counted[0].end, reason)


def _recurring(cell: Plain, content: Content, as_of: date | None) -> Deadline:
    returning = _one_frequency(content.returning)
    if content.said.event is not None:
        reason = _(
            "Part of it depends on an event whose day is not given: write the date, or set due: by hand."
        )
        raise ByHand(*content.said.event, reason)
    dates = [term for term in content.terms if is_final(cell.text, term)]
    if dates:
        refuse_unsaid(cell.text, content.returning, dates)
    bounds = [term for term in content.terms if term not in dates]
    start, until = _bounds(bounds)
    recurrence = Recurrence(_name(returning.frequency), returning.days, start, until)
    if dates:
        return _until_done(cell, content, recurrence, dates, returning)
    return Deadline(
        cell.written,
        "recurring",
        due=recurrence.after(as_of) if as_of else None,
        start=start,
        recurrence=recurrence,
        ongoing=content.said.lasting,
        approximate=returning.approximate,
        rules=() if returning.dated else ("period-end",),
        begins=begins_on(cell.text, bounds) if bounds else None,
    )


def _until_done(
    cell: Plain,
    content: Content,
    recurrence: Recurrence,
    dates: list[Term],
    returning: Returning,
) -> Deadline:
    """What recurs until the last of its ``dates``: ``每季度末报送进展，年底前完成``."""
    _refuse_durations(cell.text, content)
    found = deadline_of(cell, dates, lasting=content.said.lasting)
    refuse_no_time(recurrence.start, max(one.due for one in found.milestones), dates)
    start = recurrence.start or found.start
    return found._replace(
        kind="range" if start else "date",
        start=start,
        begins=found.begins or begins_on(cell.text, content.terms),
        recurrence=recurrence._replace(start=recurrence.start or found.begins),
        rules=found.rules if returning.dated else ("period-end", *found.rules),
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


def _without_dates(cell: Plain, content: Content, pieces: list[Piece]) -> Deadline:
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
    for piece in pieces:
        if isinstance(piece, Topic):
            reason = _("This tells what a report is about, not when it is due: write that day.")
            raise ByHand(piece.start, piece.end, reason)
    reason = _("No date is found in it: write one such as 8月底前, or set due: by hand.")
    if names_units(text):
        reason = _("It names units and no time: move them to their column, and write a date here.")
    raise ByHand(0, len(text), reason)
