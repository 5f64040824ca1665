"""On which paper a sheet is printed, and how wide its columns are there, so that its type is never too small. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

LEAST_SCALE = 94  # percent: type of 10 points is printed in 9.4, and where a program rounds in 9.1
# At which a program that reckons wider than that still takes all columns on one page; type is 9.1.
SURE_SCALE = 91
MARGIN = 0.25  # inches, left and right
TOP, BOTTOM = 0.5, 0.6  # inches
_A3, _A4 = 8, 9
_WIDTHS = {_A4: 11.69, _A3: 16.54}  # inches across, by the number that Excel has for the paper
_HEIGHTS = {_A4: 8.27, _A3: 11.69}
_SLACK = 4  # points by which programs may reckon a page's rows otherwise
# A column is as wide as digits of the workbook's own font. Of the fonts that programs take where an
# office's is missing, the widest has these points; in 宋体 there is room left over.
_DIGIT = 6.36
_EDGE = 5 / 7  # digits that a column has beside its own


class SheetColumn(NamedTuple):
    """A column of a sheet: its heading, and its width in digits; Chinese takes two of them.

    Where a page has room left, a column gets of it by what it ``grows``.
    """

    title: str
    width: float
    grows: float = 0


class SheetLayout(NamedTuple):
    """The columns as they are printed, and the paper; ``one_wide`` is whether a page takes them all.

    ``first_page`` is how many columns the first page has.
    """

    parts: tuple[SheetColumn, ...]
    paper: int
    one_wide: bool
    first_page: int


def laid_out(parts: Iterable[SheetColumn]) -> SheetLayout:
    """The smallest paper that takes the columns, with what is left given to those that grow.

    What is too wide for A3 goes on several pages side by side: type is never smaller for it.
    """
    parts = tuple(parts)
    needed = sum(_with_edge(one) for one in parts)
    for paper in (_A4, _A3):
        left = _room(paper) - needed
        if left >= 0:
            share = left / (sum(one.grows for one in parts) or 1)
            grown = (one._replace(width=round(one.width + share * one.grows, 2)) for one in parts)
            return SheetLayout(tuple(grown), paper, True, len(parts))
    taken, first = 0.0, 0
    while first < len(parts) and (taken := taken + _with_edge(parts[first])) <= _room(_A3):
        first += 1
    return SheetLayout(parts, _A3, False, max(1, first))


def scale_of(layout: SheetLayout) -> int:
    """The percent at which a sheet is printed that a program does not fit to the page."""
    return SURE_SCALE if layout.one_wide else LEAST_SCALE


class PageFill:
    """How full a page is, while rows are put below each other: where a program will begin the next page."""

    def __init__(self, layout: SheetLayout, head: float) -> None:
        paper = _HEIGHTS[layout.paper] - TOP - BOTTOM
        self._room = paper * 72 / (scale_of(layout) / 100) - _SLACK
        self._head = head  # of the row that each page repeats
        self._filled = 0.0

    def put(self, height: float) -> None:
        """A row of so many points."""
        fits = self._filled + height <= self._room
        self._filled = (self._filled if fits else self._head) + height

    def takes(self, height: float) -> bool:
        """Whether so many points still have room."""
        return self._filled + height <= self._room

    def turn(self) -> None:
        """The next page begins here."""
        self._filled = self._head


def _with_edge(part: SheetColumn) -> float:
    return part.width + _EDGE


def _room(paper: int) -> float:
    """How many digits a page takes at the smallest scale."""
    points = (_WIDTHS[paper] - 2 * MARGIN) * 72
    return points / (LEAST_SCALE / 100) / _DIGIT
