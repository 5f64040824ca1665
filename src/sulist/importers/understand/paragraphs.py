"""The paragraphs of running text: those put together that a text file breaks in mid-sentence."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from sulist.base.numerals import parse_digits
from sulist.base.plain import clean_cell
from sulist.importers import cell_text
from sulist.importers.brackets import more_closed
from sulist.importers.headings import is_page_number, read_heading, read_total
from sulist.importers.labels import (
    begins_with_label,
    label_before_space,
    plainly_labelled,
    split,
)
from sulist.importers.understand.markers import NumberMark, marker_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.importers.grid import Grid, GridCell

LONGEST = 4000  # characters of a paragraph that may tell an item
_SHORTEST_ITEM = 4
_NEVER_FIRST = "。，、；：！？）”》】〕"  # in a line that begins a paragraph
_SHORT_TITLE = re.compile(r"[^，。；]{2,24}")  # 1.推进项目建设, a title above its text


class Paragraph(NamedTuple):
    """A paragraph: as it stands, the cell that it is from, and the number that it begins with."""

    written: str
    cell: GridCell
    marker: NumberMark | None

    @property
    def text(self) -> str:
        """All of it, without the traces of layout."""
        return clean_cell(self.written)

    @property
    def own(self) -> str:
        """What stands behind its number, as it stands."""
        return (
            self.written[self.marker.end :].lstrip("、.． \t\u3000")
            if self.marker
            else self.written
        )


def paragraphs_of(grid: Grid) -> list[Paragraph]:
    """The paragraphs in their order, the page numbers behind them."""
    made: list[Paragraph] = []
    numbers: list[Paragraph] = []
    expected = 1
    dotted: dict[str, int] = {}  # 1.2 is the second below 1
    for line, cell in _numbers_put_before(_with_colons(list(_lines(grid)))):
        if is_page_number(line):
            numbers.append(Paragraph(line, cell, None))
            continue
        marker = marker_of(line, expected, dotted)
        if made and _goes_on(made[-1], line, marker):
            made[-1] = made[-1]._replace(written=_joined(made[-1].written, line))
            continue
        if marker and marker.form == "arabic":
            expected = (marker.number or 0) + 1
        if marker and marker.form == "dotted":
            chapter, _point, number = marker.printed.partition(".")
            dotted[chapter] = int(number)
        made.append(Paragraph(line, cell, marker))
    return made + numbers


def _lines(grid: Grid) -> Iterator[tuple[str, GridCell]]:
    for row in grid.rows:
        for cell in row.own:
            for line in cell.text.split("\n"):
                if stripped := line.strip():
                    yield plainly_labelled(stripped), cell


def _with_colons(lines: list[tuple[str, GridCell]]) -> list[tuple[str, GridCell]]:
    """The lines, with a colon behind a label that begins several of them with a space alone behind it."""
    labels = [label_before_space(line) for line, _cell in lines]
    again = Counter(label for label in labels if label)
    return [
        (f"{label}：{line[len(label) :].lstrip()}", cell) if again[label] > 1 else (line, cell)
        for label, (line, cell) in zip(labels, lines, strict=True)
    ]


def _numbers_put_before(lines: list[tuple[str, GridCell]]) -> list[tuple[str, GridCell]]:
    """The lines, a number on a line of its own put before the next one where these number the items.

    They do where they count from 1 and nothing else is numbered but chapters; else they are pages.
    """
    alone = [at for at, (line, _cell) in enumerate(lines) if line.isdecimal()]
    counted = [parse_digits(lines[at][0]) for at in alone]
    if len(alone) < 2 or counted != list(range(1, len(alone) + 1)) or alone[-1] + 1 == len(lines):
        return lines
    for line, _cell in lines:
        marker = marker_of(line)
        if marker and marker.form not in ("chapter", "chinese"):
            return lines
    if any(len(lines[at + 1][0]) < _SHORTEST_ITEM for at in alone):
        return lines
    made = list(lines)
    for at in alone:
        made[at + 1] = (f"{lines[at][0]}、{lines[at + 1][0]}", lines[at + 1][1])
    return [one for at, one in enumerate(made) if at not in set(alone)]


def _ends_with_units(text: str, line: str) -> bool:
    """Whether a paragraph ends with whole units behind a label, which a line does not go on with."""
    pieces = split(text)[1]
    if not pieces or not cell_text.looks_like_units(pieces[-1].text):
        return False
    return cell_text.units_in(pieces[-1].text + line.rstrip("。；")) is None


def _joined(before: str, line: str) -> str:
    """A line and its rest, with nothing between, so that 配合科 and 室： are one label.

    The break stays between two names of units, and between two words of Latin.
    """
    return (
        f"{before}\n{line}" if cell_text.separates(before, line) else cell_text.joined(before, line)
    )


def _goes_on(before: Paragraph, line: str, marker: NumberMark | None) -> bool:
    """Whether ``line`` is the rest of the paragraph before it."""
    text = before.written
    if len(text) > LONGEST or marker:
        return False
    is_open = more_closed(before.own) < 0
    if line[0] in _NEVER_FIRST or (is_open and more_closed(line) > 0):
        return True  # （责任 and 处室：办公室）
    if begins_with_label(line) or read_heading(line) or read_total(line):
        return False
    if not is_open and _ends_with_units(text, line):
        return False
    if is_open:
        return True
    return (
        before.marker is not None
        and text[-1] not in "。；！）)：:】〕]"
        and read_heading(text) is None
        and not _SHORT_TITLE.fullmatch(clean_cell(text))
    )
