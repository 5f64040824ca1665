"""The page's drawings: bars by category, dates by month, load by unit. Pure places.

Places in a drawing are percents across and pixels down, so that its text keeps its size on a
telephone.
"""

from __future__ import annotations

from calendar import monthrange
from typing import TYPE_CHECKING, NamedTuple

from sulist.asking.subject import is_outside

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sulist.reports.board import Board

# What a date is, from the bottom of a bar to its top.
DATE_WORDS = {
    "blue": "已完成",
    "none": "已调整或未到反馈期",
    "green": "未到期",
    "yellow": "临近或未反馈",
    "red": "逾期",
}
PLAIN_DATE_WORDS = {"none": "已过", "green": "未到期"}
_TOP, _FLOOR = 38, 136  # pixels: the room of the bars, below the day asked about and their numbers


class Piece(NamedTuple):
    """A part of a bar: ``begin`` and ``size`` are percents of a lying bar, pixels of a standing one."""

    colour: str
    number: int
    begin: float
    size: float


class MonthColumn(NamedTuple):
    """A month of the time line: its bar, where it stands, and its number of dates."""

    month: int
    left: float
    width: float
    middle: float
    number: int
    top: float
    pieces: tuple[Piece, ...]


class TimeLine(NamedTuple):
    """The list's year; ``today`` is where the day asked about stands, None outside the year."""

    months: tuple[MonthColumn, ...]
    colours: tuple[tuple[str, str], ...]
    today: float | None
    outside: int


class Load(NamedTuple):
    """A unit: how many of the chosen items touch it, by role."""

    unit: str
    numbers: dict[str, int]
    pieces: tuple[Piece, ...]


def lying(numbers: Iterable[tuple[str, int]], whole: int) -> tuple[Piece, ...]:
    """The pieces of a bar that ``whole`` would fill."""
    pieces, begin = [], 0.0
    for colour, number in numbers:
        if number:
            size = 100 * number / whole
            pieces.append(Piece(colour, number, round(begin, 2), round(size, 2)))
            begin += size
    return tuple(pieces)


def time_line(board: Board) -> TimeLine:
    """How many dates of the chosen items fall into each month of the list's year, and how they stand."""
    year, as_of = board.subject.year, board.subject.as_of
    words = PLAIN_DATE_WORDS if board.plain else DATE_WORDS
    counts = board.year.colours
    most = max(1, *(sum(one.values()) for one in counts.values()))
    months = tuple(
        _month(month, {one: numbers[one] for one in words}, most)
        for month, numbers in counts.items()
    )
    used = {piece.colour for month in months for piece in month.pieces}
    today = None
    if not is_outside(board.subject.worklist, as_of):
        share = (as_of.day - 0.5) / monthrange(year, as_of.month)[1]
        today = round((as_of.month - 1 + share) / 12 * 100, 2)
    colours = tuple((one, word) for one, word in words.items() if one in used)
    return TimeLine(months, colours, today, board.year.outside)


def _month(month: int, numbers: dict[str, int], most: int) -> MonthColumn:
    pieces, top = [], float(_FLOOR)
    for colour, number in numbers.items():
        if number:
            size = number / most * (_FLOOR - _TOP)
            top -= size
            pieces.append(Piece(colour, number, round(top, 2), round(size, 2)))
    left = (month - 1) / 12 * 100
    return MonthColumn(
        month,
        round(left + 1.4, 2),
        round(100 / 12 - 2.8, 2),
        round(left + 100 / 24, 2),
        sum(numbers.values()),
        round(top, 2),
        tuple(pieces),
    )


def loads(board: Board) -> tuple[Load, ...]:
    """The load of every unit that is touched, the busiest lead first."""
    most = max((sum(one.values()) for one in board.loads.values()), default=1)
    return tuple(
        Load(unit, roles, lying(roles.items(), most)) for unit, roles in board.loads.items()
    )
