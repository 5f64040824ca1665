"""The grammar of 完成时限: what a printed deadline means, in dates.

``parse`` reads a whole cell, ``find`` the deadlines inside running text, ``parse_option`` a date
that is typed on the command line. ``docs/deadlines.md`` is the grammar on one page.

A moment alone, as most cells are, is put together from what is imported here; the rest of the
grammar, with its patterns, is loaded when the first phrase needs it.
"""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sulist.base.i18n import _
from sulist.deadline.figures import ALONE, moment_of
from sulist.deadline.meaning import Deadline, DeadlineError, Milestone, Recurrence
from sulist.deadline.phrase import Plain, Unreadable
from sulist.deadline.resolving import YEARS, Given
from sulist.deadline.terms import deadline_of, term_alone

if TYPE_CHECKING:
    from datetime import date

    from sulist.deadline.prose import Found
    from sulist.deadline.typed_date import DaySpan

__all__ = [
    "DaySpan",
    "Deadline",
    "DeadlineError",
    "Found",
    "Milestone",
    "Recurrence",
    "find",
    "parse",
    "parse_option",
]

_LATE = {"DaySpan": "typed_date", "Found": "prose"}
LONGEST = 1000  # characters


def parse(
    phrase: str,
    *,
    year: int | None = None,
    issued: date | None = None,
    as_of: date | None = None,
) -> Deadline:
    """The deadline that a whole cell prints.

    Args:
        phrase: The cell as it is printed, of at most 1,000 characters: 8月底前, 长期坚持.
        year: The list's year (1949 to 2100), which a date without one lies in; else the year of
            ``issued``.
        issued: The list's day of issue, which 3个月内 and 下月底 count from.
        as_of: The day that is asked about: what recurs has its next date from then on as ``due``.

    Raises:
        DeadlineError: any part of it cannot be read for certain; it says which, and what to
            write instead.
    """
    return _parse(phrase, year, day_of(issued), day_of(as_of))


def day_of(given: date | None) -> date | None:
    """The day alone, where a point of time is given for one, which to Python is a day too."""
    return given.date() if isinstance(given, datetime) else given


@lru_cache(maxsize=4096)
def _parse(phrase: str, year: int | None, issued: date | None, as_of: date | None) -> Deadline:
    written = phrase.strip()
    if len(written) > LONGEST:
        reason = _("It is longer than any deadline: move the rest to the item's text.")
        raise DeadlineError(phrase, (LONGEST, len(phrase)), reason)
    if not written:
        reason = _("It is empty: write a deadline such as 8月底前, or 长期坚持.")
        raise DeadlineError(phrase, (0, len(phrase)), reason)
    _refuse_far_years(phrase, year, *(day.year for day in (issued, as_of) if day is not None))
    try:
        return _read(written, _own_year(year, issued), issued, as_of)
    except Unreadable as error:
        if as_of is not None and (relative := _relative(written, as_of)) is not None:
            return relative
        offset = phrase.find(written)
        span = (error.start + offset, error.end + offset)
        raise DeadlineError(phrase, span, error.reason) from None


def _read(written: str, year: int | None, issued: date | None, as_of: date | None) -> Deadline:
    """A moment alone is put together at once; the rest of the grammar is loaded when it is needed."""
    given = Given(year, year, issued, issued, issued or as_of)
    moment = moment_of(written)
    if moment is not None:
        return deadline_of(Plain(written, None, written), [term_alone(moment, given)])
    if written in ALONE:
        return Deadline(written, "ongoing", ongoing=True)
    from sulist.deadline.simple import read_simple

    if (simple := read_simple(written, given, as_of)) is not None:
        return simple
    from sulist.deadline.cell import read_cell

    return read_cell(written, given, as_of)


def _own_year(year: int | None, issued: date | None) -> int | None:
    """The list's year: as given, else that of its issue; None where it is no list's year."""
    own = year if year is not None or issued is None else issued.year
    return own if own in YEARS else None


def _refuse_far_years(phrase: str, *years: int | None) -> None:
    """Nothing is counted from a year that no list is of; so no date can overflow."""
    for year in years:
        if year is not None and year not in YEARS:
            reason = _("Nothing can be counted in the year {year}: give one from 1949 to 2100.")
            raise DeadlineError(phrase, (0, len(phrase)), reason.format(year=year))


def _relative(written: str, as_of: date) -> Deadline | None:
    """An option's word (+30d, 明天) as a deadline, for whoever asks how it is read."""
    from sulist.deadline.phrase import plain
    from sulist.deadline.typed_date import read_relative

    period = read_relative(plain(written).text, as_of)
    if period is None:
        return None
    milestone = Milestone(written, period.last)
    return Deadline(written, "date", period.last, None, (milestone,), rules=("from-as-of",))


def find(
    text: str,
    *,
    year: int | None = None,
    issued: date | None = None,
    as_of: date | None = None,
) -> list[Found]:
    """The deadlines inside running text, in their order, with their places in it.

    Only what is a deadline beyond doubt is found, so nothing is raised. Each has its ``deadline``,
    read as ``parse`` reads these words alone, and its ``span``: the first character of it in
    ``text``, and the one behind it. What a sentence holds behind its sixtieth date is not read: it is
    one more, of kind none, whose rules say ``unread``.

    Args:
        text: Text of any length and kind: a paragraph, an item, a letter.
        year: The list's year, which a date without one lies in, unless the same sentence has said
            another before; else the year of ``issued``.
        issued: The list's day of issue, which 3个月内 and 下月底 count from.
        as_of: The day that is asked about: what recurs has its next date from then on as ``due``.
    """
    from sulist.deadline.prose import find_deadlines

    issued, as_of = day_of(issued), day_of(as_of)
    own = _own_year(year, issued)

    def read(phrase: str, said_year: int | None) -> Deadline:
        return _parse(phrase, said_year, issued, as_of)

    return find_deadlines(text, Given(own, own, issued, issued, issued or as_of), read)


def parse_option(word: str, *, year: int | None, as_of: date) -> DaySpan:
    """The days that a date option of the command line means.

    A year that is not written is the list's ``year`` (without one, that of ``as_of``); 今年, 下月,
    本周 and +30d count from ``as_of``. Raises ``DeadlineError`` for what may mean two days, has no
    date, or has several.
    """
    return _parse_option(word, year, as_of)


@lru_cache(maxsize=256)
def _parse_option(word: str, year: int | None, as_of: date) -> DaySpan:
    from sulist.deadline.phrase import plain
    from sulist.deadline.typed_date import read_option

    _refuse_far_years(word, year, as_of.year)
    text = plain(word.strip()[:LONGEST])
    try:
        return read_option(text, year or as_of.year, as_of)
    except Unreadable as error:
        raise DeadlineError(word, (0, len(word)), error.reason) from None


def __getattr__(name: str) -> Any:
    """The values that a plain list has none of, each from the module that makes it."""
    if name not in _LATE:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module

    module = import_module(f"sulist.deadline.{_LATE[name]}")
    return globals().setdefault(name, getattr(module, name))
