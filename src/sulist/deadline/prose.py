"""The deadlines inside running text: only what is one beyond doubt, each read as ``parse`` does.

Here a sentence is walked through, and what it has said (a year, 每年, an event) is kept for what
follows; ``evidence`` tells which of its dates are deadlines.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from sulist.deadline import vocabulary
from sulist.deadline.counting import Count
from sulist.deadline.evidence import Seen, before, is_deadline, is_put_in_doubt
from sulist.deadline.figures import CHINESE
from sulist.deadline.meaning import Deadline, DeadlineError
from sulist.deadline.phrase import Plain, Unreadable, plain
from sulist.deadline.resolving import Before, Dates, Given
from sulist.deadline.returning import Returning
from sulist.deadline.scan import Piece, Rest, said_to_begin, scan
from sulist.deadline.terms import deadline_of, is_part, terms_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from sulist.deadline.terms import Term

    Read = Callable[[str, int | None], Deadline]


class Found(NamedTuple):
    """A deadline inside running text, and where it stands there (start, end)."""

    deadline: Deadline
    span: tuple[int, int]


class _Spoken(NamedTuple):
    """What a sentence has said so far: its year, its last date, 每年, since when, an event."""

    before: Before = Before()
    known: date | None = None  # the first day of the last date
    yearly: bool = False  # whether 每年 governs the dates that follow
    since: date | None = None
    event: bool = False  # whether something counts from an event
    schedule: bool = False  # whether the sentence has given a date, as a schedule does
    dated: bool = False  # whether a sentence, this or another, has given a date
    end: int = 0  # where the last date ends


def find_deadlines(written: str, given: Given, read: Read) -> list[Found]:
    """The deadlines of ``written`` in their order; ``read`` reads a phrase in a given year."""
    text = plain(written)
    read = cache(read)  # the same words are often said again
    found: list[Found] = []
    spoken = _Spoken()
    end = 0
    for piece in scan(text.text, lenient=True):
        if _ends_sentence().search(text.text, end, piece.start):
            spoken = _Spoken(dated=spoken.dated)
        try:
            deadline, spoken = _read(text, piece, given, spoken, read)
        except (Unreadable, DeadlineError):
            deadline = None
        if deadline is not None:
            found.append(Found(deadline, text.span(*_place(text.text, piece))))
            spoken = spoken._replace(dated=True)
        end = piece.end
    return _without_since(found)


@cache
def _ends_sentence() -> re.Pattern[str]:
    return re.compile("[。!?]")


def _read(
    text: Plain, piece: Piece, given: Given, spoken: _Spoken, read: Read
) -> tuple[Deadline | None, _Spoken]:
    if isinstance(piece, Count):
        return _read_count(text, piece, given, spoken, read)
    if isinstance(piece, Returning):
        return _read_returning(text, piece, given, spoken, read)
    if isinstance(piece, Rest):
        return Deadline(text.slice(*piece), "none", rules=("unread",)), spoken
    if not isinstance(piece, Dates) or is_put_in_doubt(text.text, piece):
        return None, spoken
    if not spoken.dated and piece.moments[0].base == "previous" and piece.moments[0].turn:
        return None, spoken  # 次年 of no date
    if spoken.since and text.text.startswith("当月", piece.start):
        return None, spoken  # 3月起…当月13日前报送: of each month
    if spoken.yearly and not piece.says_year:
        return _read_each_year(text, piece, given, spoken, read), spoken
    return _read_dates(text, piece, given, spoken, read)


def _read_each_year(
    text: Plain, piece: Dates, given: Given, spoken: _Spoken, read: Read
) -> Deadline | None:
    """Dates that 每年 governs; not ``每年6月为安全生产月`` nor ``每年5月第二周``."""
    if text.text.startswith(("为", "是", "第"), piece.end):
        return None
    phrase = text.slice(*_place(text.text, piece))
    deadline = read("每年" + phrase.removeprefix("每年"), given.year)
    return _since(deadline._replace(text=phrase), spoken)


def _read_dates(
    text: Plain, piece: Dates, given: Given, spoken: _Spoken, read: Read
) -> tuple[Deadline | None, _Spoken]:
    counts_on = _counts_on(piece, spoken)
    if counts_on == "unclear" and given.anchor is None:  # then from nothing else
        piece, counts_on = _following(piece), "date"
    before = spoken.before._replace(month=None) if counts_on == "unclear" else spoken.before
    terms, said = terms_of(piece, given, before, text.text)
    first, last = terms[0], terms[-1]
    since = spoken.since if last.due else last.begin or spoken.since
    if not is_deadline(Seen(text.text, piece, last, given, spoken.schedule)):
        heads = _heading().match(text.text, piece.end) and first.scale == "year"
        return None, spoken._replace(since=since, before=said if heads else spoken.before)
    # 明年 counts from the list's year, whatever year the sentence has said.
    from_list = any(moment.base == "list" for moment in piece.moments)
    year = given.year if from_list else spoken.before.year or given.year
    place = _place(text.text, piece)
    phrase = text.slice(*place)
    if counts_on == "date":
        deadline = deadline_of(text, terms)._replace(text=phrase)
    else:
        deadline = read(phrase, year)
    known = last.begin or last.due
    if counts_on == "unclear":
        deadline = _or_else(deadline, _a_month_on(piece, given, spoken))
    elif first.implied and spoken.known and _day(first) < spoken.known:
        known = spoken.known
        if year is not None and not is_part(text.text, spoken.end, piece.start):
            deadline = _or_else(deadline, _in_next_year(phrase, year, read))
    return deadline, spoken._replace(
        before=said,
        known=known,
        since=since,
        schedule=True,
        end=piece.end,
    )


@cache
def _heading() -> re.Pattern[str]:
    """What follows the year of a heading: （2022年）12月底前."""
    return re.compile(r"[)\]】〕:]+(?=\d)")


def _counts_on(piece: Dates, spoken: _Spoken) -> str:
    """What a 次月 or 下月 behind a date counts from: that "date", or it is "unclear"; "" for any other."""
    shifted = [one for one in piece.moments if one.shift is not None and one.scale != "week"]
    if not shifted or spoken.before.month is None:
        return ""
    return "date" if all(moment.follows for moment in shifted) else "unclear"


def _following(piece: Dates) -> Dates:
    return piece._replace(moments=[moment._replace(follows=True) for moment in piece.moments])


def _day(term: Term) -> date:
    return term.due or term.begin or date.max


def _in_next_year(phrase: str, year: int, read: Read) -> tuple[date, ...]:
    """The dates of a phrase in the year after; none where that year lacks one (29 February)."""
    try:
        return _days(read(phrase, year + 1))
    except DeadlineError:
        return ()


def _days(deadline: Deadline) -> tuple[date, ...]:
    """Its dates, or its beginning where it has no others."""
    days = (deadline.start,) if deadline.due is None else ()
    return tuple(day for day in (*days, *(one.due for one in deadline.milestones)) if day)


def _a_month_on(piece: Dates, given: Given, spoken: _Spoken) -> tuple[date, ...]:
    """The dates of 下月5日 where it counts from the date in front of it."""
    terms, _said = terms_of(_following(piece), given, spoken.before, "")
    return tuple(term.due for term in terms if term.due is not None)


def _or_else(deadline: Deadline, others: tuple[date, ...]) -> Deadline:
    """A deadline that lies before the date in front of it, or counts from it, with its other reading."""
    if len(others) != len(_days(deadline)) or not others or deadline.ambiguous:
        return deadline
    milestones = tuple(
        one._replace(ambiguous=other)
        for one, other in zip(deadline.milestones, others, strict=False)
    )
    return deadline._replace(milestones=milestones, ambiguous=others[-1])


def _read_count(
    text: Plain, piece: Count, given: Given, spoken: _Spoken, read: Read
) -> tuple[Deadline | None, _Spoken]:
    """What counts from the issue; not ``24小时内报告``, which some event before it starts."""
    if piece.sort == "event":
        return None, spoken._replace(event=True)
    if piece.sort != "issue" or piece.unit == "小时" or spoken.event or spoken.since:
        return None, spoken
    return read(text.slice(piece.start, piece.end), given.year), spoken


def _place(text: str, piece: Piece) -> tuple[int, int]:
    """Where a piece stands, with the words that belong to its meaning: 到, 自, 每年; 完成."""
    if not isinstance(piece, Dates):
        return piece.start, piece.end
    begin, end = piece.start, piece.end
    if piece.lead in ("到", "至", "自", "从"):
        begin -= 2 if text[begin - 2 : begin] in ("截至", "截止") else 1
    elif text[begin - 2 : begin] == "每年":
        begin -= 2
    elif piece.moments[-1].suffix == "起" and (said := said_to_begin(text, begin)) is not None:
        begin = said  # without it the date would be read as the last day
    last = piece.moments[-1]
    if not (last.suffix or last.edge or last.scale == "day" or last.joint == "-"):
        finishes = vocabulary.compiled(vocabulary.FINISHES).match(text, end)
        end = finishes.end() if finishes else end
    return begin, max(end, piece.with_year)


def _read_returning(
    text: Plain, piece: Returning, given: Given, spoken: _Spoken, read: Read
) -> tuple[Deadline | None, _Spoken]:
    yearly = piece.frequency == "year" and not piece.dated
    if yearly and _dates_of_each_year().match(text.text, piece.end):
        return None, spoken._replace(yearly=True)
    if vocabulary.compiled(vocabulary.NO_DUTY).search(before(text.text, piece.start)):
        return None, spoken
    if not piece.dated and not vocabulary.compiled(vocabulary.REPEATS).match(text.text, piece.end):
        return None, spoken
    if not piece.dated and vocabulary.compiled(vocabulary.OF_EVENT).match(text.text, piece.end):
        return None, spoken  # 每年在大会召开之前: of each such event, whose day is not given
    deadline = read(text.slice(piece.start, piece.end), given.year)
    return _since(deadline, spoken), spoken


@cache
def _dates_of_each_year() -> re.Pattern[str]:
    """What makes 每年 govern the dates behind it: 每年…6月底前."""
    return re.compile(rf"[^;。]{{0,12}}?(?:[\d{CHINESE}]+月|季度|[上下]半年)")


def _since(deadline: Deadline, spoken: _Spoken) -> Deadline:
    """With the beginning that the sentence has given: 2020年起，每年2月底前."""
    if deadline.recurrence is None or spoken.since is None:
        return deadline
    recurrence = deadline.recurrence._replace(start=spoken.since)
    return deadline._replace(start=spoken.since, begins=spoken.since, recurrence=recurrence)


def _without_since(found: list[Found]) -> list[Found]:
    """Without the beginnings that a recurrence has taken up."""
    starts = {one.deadline.start for one in found if one.deadline.recurrence is not None} - {None}
    return [
        one
        for one in found
        if one.deadline.due or one.deadline.recurrence or one.deadline.start not in starts
    ]
