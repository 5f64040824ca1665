"""The page's figures: totals, bars by category, dates by month, load by unit. Pure numbers and places.

Places in a drawing are percents across and pixels down, so that its text keeps its size on a
telephone.
"""

from __future__ import annotations

from calendar import monthrange
from typing import TYPE_CHECKING, NamedTuple

from sulist.listfile.touch import ROLES
from sulist.reports.overview import months_due

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from sulist.asking.query import Match
    from sulist.listfile.item import WorkItem
    from sulist.listfile.touch import Touch
    from sulist.listfile.worklist import WorkList
    from sulist.standing.states import DueDate
    from sulist.standing.tracking import Progress

# What a date is, from the bottom of a bar to its top.
DATE_WORDS = {
    "blue": "已完成",
    "none": "已调整",
    "green": "未到期",
    "yellow": "临近",
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


class Month(NamedTuple):
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

    months: tuple[Month, ...]
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


def time_line(
    worklist: WorkList, matches: Iterable[Match], as_of: date, progress: Progress | None
) -> TimeLine:
    """How many dates of the chosen items fall into each month of the list's year, and how they stand."""
    year = worklist.year
    words = DATE_WORDS if progress else PLAIN_DATE_WORDS
    counts = {month: dict.fromkeys(words, 0) for month in range(1, 13)}
    outside = 0
    for match in matches:
        found = [one for one in _dates(match.item, year, as_of, progress) if one[0].year == year]
        outside += not found
        for day, colour in found:
            counts[day.month][colour] += 1
    most = max(1, *(sum(one.values()) for one in counts.values()))
    months = tuple(_month(month, numbers, most) for month, numbers in counts.items())
    used = {piece.colour for month in months for piece in month.pieces}
    today = None
    if as_of.year == year:
        share = (as_of.day - 0.5) / monthrange(year, as_of.month)[1]
        today = round((as_of.month - 1 + share) / 12 * 100, 2)
    colours = tuple((one, word) for one, word in words.items() if one in used)
    return TimeLine(months, colours, today, outside)


def _month(month: int, numbers: dict[str, int], most: int) -> Month:
    pieces, top = [], float(_FLOOR)
    for colour, number in numbers.items():
        if number:
            size = number / most * (_FLOOR - _TOP)
            top -= size
            pieces.append(Piece(colour, number, round(top, 2), round(size, 2)))
    left = (month - 1) / 12 * 100
    return Month(
        month,
        round(left + 1.4, 2),
        round(100 / 12 - 2.8, 2),
        round(left + 100 / 24, 2),
        sum(numbers.values()),
        round(top, 2),
        tuple(pieces),
    )


def _dates(
    item: WorkItem, year: int, as_of: date, progress: Progress | None
) -> Iterator[tuple[date, str]]:
    """Every date of an item in the year, with its colour; a deadline that returns has one a month."""
    if item.deadline.recurrence:
        closed = progress is not None and progress.of(item).state in ("closed", "withdrawn")
        for month in months_due(item, year):
            day = as_of.replace(year=year, month=month, day=monthrange(year, month)[1])
            yield day, "none" if closed or (progress is None and day < as_of) else "green"
    elif progress is None:
        for one in item.deadline.milestones:
            yield one.due, "none" if one.due < as_of else "green"
    else:
        for part in progress.of(item).dates:
            yield part.due, _colour(part, as_of, progress.settings.lights.near_days)


def _colour(part: DueDate, as_of: date, near_days: int) -> str:
    if part.state == "withdrawn":
        return "none"
    if not part.open:
        return "blue"
    left = (part.due - as_of).days
    if left < 0:
        return "red"
    return "yellow" if left <= near_days else "green"


def loads(units: Iterable[str], matches: Iterable[Match], touch: Touch) -> tuple[Load, ...]:
    """The load of every unit that is touched, the busiest lead first, then as in ``units``."""
    every = {unit: dict.fromkeys(ROLES, 0) for unit in units}
    for match in matches:
        for unit, role in touch.roles(match.item).items():
            every[unit][role] += 1
    numbers = {unit: own for unit, own in every.items() if any(own.values())}
    most = max((sum(one.values()) for one in numbers.values()), default=1) or 1
    order = sorted(numbers, key=lambda unit: [-numbers[unit][role] for role in ROLES])
    return tuple(Load(unit, numbers[unit], lying(numbers[unit].items(), most)) for unit in order)
