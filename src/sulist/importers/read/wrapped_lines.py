"""Lines of running text, broken where they are full → paragraphs, without what each page repeats at its head and foot."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from sulist.base.plain import clean_cell
from sulist.importers.cell_text import joined
from sulist.importers.grid import GridCell, paragraph
from sulist.importers.headings import is_page_number
from sulist.importers.labels import begins_with_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sulist.importers.grid import GridRow

_FULL = 2.3  # letters by which a line that goes on may stop short of the longest: 方 before 案，
_INDENTED = 0.7  # letters
_PITCH = 1.3  # of the usual distance of two lines
_EDGE = 0.1  # of a page's height, in which its head and foot stand
_SHORTEST = 12  # letters of a line that goes on
# What a browser prints above and below each page.
_BROWSER = re.compile(
    r"[0-9]{1,4}/[0-9]{1,2}/[0-9]{1,4}[,，]?\s*(?:[上下]午)?[0-9]{1,2}:[0-9]{2}(?:\s*[AP]M)?|(?:https?|file|ﬁle)://"
)

# What a line does not break: a number, letters, and the marks that may not begin a line.
_UNBROKEN = re.compile("[0-9A-Za-z.,%％+-]{2,12}[，。；：、）”]?")
_SHARE = re.compile("[0-9]+(?:[.．][0-9]+)?[%％]")  # 10.5%, which numbers nothing
_WIDTH = (1.0, 0.55)  # of a sign, and of an ASCII one, in letters
_GAP = re.compile(r"[\u3400-\u9fff]\s+(?=[\u3400-\u9fff])")
_NUMBER = re.compile(
    r"[（(]?第?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})[)）、．.是条项章部]|[①-⒛●■★◆▲◇□○•▪➢※✦]"
)


class TextLine(NamedTuple):
    """A line of running text, counted from the page's top left corner; ``size`` is a letter's height."""

    text: str
    left: float
    right: float
    top: float
    size: float
    face: int
    place: str
    page: int
    height: float  # of the page
    width: float = 0.0  # of the page, where it has one

    @property
    def is_at_an_edge(self) -> bool:
        """Whether it stands where a page has its head or foot."""
        return not self.height * _EDGE < self.top + self.size / 2 < self.height * (1 - _EDGE)


def paragraphs(
    blocks: Sequence[TextLine | list[GridRow]], pages: int
) -> tuple[list[GridRow], list[GridCell]]:
    """The rows of a document, and the heads and feet of its pages, each of them once.

    A line that reaches the right edge goes on in the next one, on the next page too, unless that is
    indented, stands apart or begins with a number.
    """
    repeated = _repeated([one for one in blocks if isinstance(one, TextLine)], pages)
    rows: list[GridRow] = []
    beside: dict[str, GridCell] = {}
    kept: list[TextLine | list[GridRow]] = []
    for one in blocks:
        if isinstance(one, TextLine) and _is_furniture(one, repeated):
            beside.setdefault(clean_cell(one.text), GridCell(clean_cell(one.text), one.place))
        else:
            kept.append(one)
    page = _Text([one for one in kept if isinstance(one, TextLine)])
    before: TextLine | None = None
    place = 0  # of its paragraph
    for one in kept:
        if not isinstance(one, TextLine):
            rows += one
            before = None
            continue
        if before and page.goes_on(before, one):
            cell = rows[place].cells[0]
            rows[place] = paragraph(joined(cell.text, one.text), cell.place)
        else:
            rows.append(paragraph(one.text, one.place, one.face))
            if is_page_number(one.text):
                continue
            place = len(rows) - 1
        before = one
    return rows, list(beside.values())


def _key(line: TextLine) -> tuple[str, int]:
    """What is the same of a head or foot on each page: its words and where it stands."""
    return re.sub("[0-9]+", "", clean_cell(line.text)), round(line.top / 4)


def _repeated(lines: Iterable[TextLine], pages: int) -> set[tuple[str, int]]:
    held: dict[tuple[str, int], set[int]] = {}
    for line in lines:
        if line.is_at_an_edge and not is_page_number(line.text):
            held.setdefault(_key(line), set()).add(line.page)
    fewest = max(2, (pages + 1) // 2)
    return {key for key, found in held.items() if len(found) >= fewest and key[0]}


def _is_furniture(line: TextLine, repeated: set[tuple[str, int]]) -> bool:
    return line.is_at_an_edge and (_key(line) in repeated or bool(_BROWSER.match(line.text)))


def _is_in_columns(text: str) -> bool:
    """Whether a line is a row of a table that shows no rules."""
    return "：" not in text and len(_GAP.findall(text)) > 1


class _Text:
    """How the running text of a document is set: its edges, and the distance of its lines."""

    def __init__(self, lines: Sequence[TextLine]) -> None:
        long = [one for one in lines if len(one.text) > _SHORTEST and not one.face]
        self.left = min((one.left for one in lines if not one.face), default=0.0)
        self.right = max((one.right for one in long), default=0.0)
        # All lines are first ones where they begin two letters farther from the page's edge than one ends.
        for one in long:
            inset = self.left - (one.width - self.right) if one.width else 0.0
            if one.size * 1.5 < inset < one.size * 2.6:
                self.left -= inset
        self.is_indented = sum(self._begins(one) for one in long) > 1
        if not self.is_indented:  # where no line comes near the page's right margin, none is full
            self.right = max([self.right, *(one.width - self.left for one in long if one.width)])
        pitches = sorted(
            behind.top - one.top
            for one, behind in pairwise(lines)
            if one.page == behind.page and self._is_full(one) and behind.top > one.top
        )
        self.pitch = pitches[len(pitches) // 4] if pitches else 0.0

    def _is_full(self, line: TextLine, behind: str = "") -> bool:
        """Whether a line leaves no room for what begins the next one, which is not broken: 10%。, 5G."""
        unbroken = _UNBROKEN.match(behind)
        short = _FULL + (sum(_WIDTH[one.isascii()] for one in unbroken[0]) if unbroken else 0)
        return line.right >= self.right - line.size * short and len(line.text) > _SHORTEST

    def _begins(self, line: TextLine) -> bool:
        """Whether a line is indented as the first of a paragraph is."""
        return line.left > self.left + line.size * _INDENTED

    def goes_on(self, line: TextLine, behind: TextLine) -> bool:
        """Whether ``behind`` is the rest of the paragraph that ``line`` stands in."""
        if line.face or behind.face or self._begins(behind):
            return False
        if not self._is_full(line, clean_cell(behind.text)):
            return False
        if _is_in_columns(line.text) or _is_in_columns(behind.text):
            return False
        if abs(line.size - behind.size) > line.size * 0.1:
            return False
        if line.page == behind.page and behind.top - line.top > self.pitch * _PITCH:
            return False
        if line.left > self.left + line.size * 4 or is_page_number(behind.text):
            return False
        if self.is_indented:
            return True
        text = clean_cell(behind.text)
        is_numbered = _NUMBER.match(text) and not _SHARE.match(text)
        return not is_numbered and not begins_with_label(text)
