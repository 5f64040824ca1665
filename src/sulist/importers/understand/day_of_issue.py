"""The day of issue (成文日期), where a document says it on one line of its own.

GB/T 9704-2012, 7.3.5: it stands below the name of the issuing body, or below the title, with year,
month and day whole. The day of printing (7.4.2, 印发日期) has 印发 behind it and is another one.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from sulist.base.i18n import _
from sulist.base.numerals import parse_number
from sulist.base.plain import clean_cell, simplified
from sulist.importers.drafts import Doubt, Front, Unused

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sulist.importers.grid import Grid

_NUMERAL = "[0-9〇○Oo零一二三四五六七八九十×xX]"
_DAY = rf"({_NUMERAL}{{0,4}})年({_NUMERAL}{{0,3}})月({_NUMERAL}{{0,3}})日"
_ALONE = re.compile(rf"(?:（{_DAY}）|{_DAY})")
_LABEL = "成文(?:日期|时间|日)"
_LABELLED = re.compile(
    rf"{_LABEL}[：:]?(?:{_DAY}|([0-9]{{4}})[-./]([0-9]{{1,2}})[-./]([0-9]{{1,2}}))"
)
# At the head of a web page several labels share a line.
_ALONE_BEHIND = re.compile("$|[\u3400-\u9fff]{2,6}[：:]")
_BODY = (
    r"[\u3400-\u9fff（）]{1,60}(?:委员会|常委会|联合会|协会|政府|办公室|领导小组|指挥部|党委|党组"
    r"|管委会|中心|公司|集团|大学|学院|[局厅部院委办处社所])"
)
_SIGNED = re.compile(rf"（?{_BODY}(?:（{_DAY}）|{_DAY}）?)")
_GAP = re.compile(rf"[\s（]\s*{_NUMERAL}+\s*年")  # between who signs and the day
_ENDS_IN_BODY = re.compile(rf"{_BODY}$")
_OTHER_LABEL = re.compile(r"[：:]$|(?:日期|时间)$")


class _DatedLine(NamedTuple):
    """A line that may say the day of issue; ``day`` is None where it is not whole."""

    cell: Unused
    day: date | None


def read_issue(
    grid: Grid, front: Front, items: frozenset[str], unused: Sequence[Unused]
) -> tuple[Front, list[Unused], list[Doubt]]:
    """The front with the day of issue, what is then still unused, and a doubt where it is not certain.

    ``items`` are the places of the items. Only running text counts that went nowhere in the list.
    """
    lines = list(_lines(grid, items, set(unused)))
    rest = list(unused)
    if len({day for _cell, day in lines}) == 1:
        lines = lines[:1]  # said twice: at the head of a page and where it is signed
    if doubt := _doubt(lines, front):
        return front, rest, [doubt]
    for cell, day in lines:
        if day:
            rest.remove(cell)
            front = front._replace(issued=day, issued_from=cell)
    return front, rest, []


def _doubt(lines: list[_DatedLine], front: Front) -> Doubt | None:
    """Why the day of issue is not certain: several lines may say it, or the one is of another time."""
    if len(lines) > 1:
        found = _(", ").join(_("{text} ({place})").format(**one.cell._asdict()) for one in lines)
        return Doubt(
            "",
            None,
            _("no day of issue: {n} lines may say it, {lines}").format(n=len(lines), lines=found),
            _("Write the right one as issued: below total:, where a deadline counts from it."),
        )
    year = front.year
    for cell, day in lines:
        if front.is_loose and day and day.year > year:
            continue  # the day says the year, not the sentence
        if day and year and not year - 1 <= day.year <= year:
            return Doubt(
                cell.place,
                None,
                _("no day of issue: {text}, in a list of {year}").format(text=cell.text, year=year),
                _("Write it as issued: below total:, if it is the day of issue all the same."),
            )
    return None


def _lines(grid: Grid, items: frozenset[str], unused: set[Unused]) -> Iterator[_DatedLine]:
    """The lines outside tables that are a date and nothing else but who signs, or a label."""
    cells = [
        (at, cell, line)
        for at, row in enumerate(grid.rows)
        if row.table == 0
        for cell in row.own
        for line in cell.text.split("\n")
        if line.strip()
    ]
    held = [at for at, row in enumerate(grid.rows) if any(c.place in items for c in row.cells)]
    texts = [simplified(clean_cell(line)) for _at, _cell, line in cells]
    for number, (at, cell, line) in enumerate(cells):
        if number + 1 < len(texts) and texts[number + 1].startswith("印发"):
            continue
        before = texts[number - 1] if number else ""
        between = bool(held) and held[0] < at < held[-1]
        found = _read(texts[number], line, before, between=between)
        own = Unused(cell.place, clean_cell(line))
        if found and own in unused:
            yield _DatedLine(own, _day(found))


def _read(text: str, line: str, before: str, *, between: bool) -> re.Match[str] | None:
    """The date of a line; ``between`` items a bare one may head a part of the list."""
    if (found := _LABELLED.search(text)) and _ALONE_BEHIND.match(text, found.end()):
        return found
    if found := _SIGNED.fullmatch(text):
        return found if _GAP.search(simplified(line)) else None
    found = _ALONE.fullmatch(text)
    if found is None or re.fullmatch(f"{_LABEL}[：:]?", before):
        return found
    if _OTHER_LABEL.search(before) or (between and not _ENDS_IN_BODY.search(before)):
        return None
    return found


def _day(found: re.Match[str]) -> date | None:
    """The day, where year, month and day are whole and there is such a day."""
    written = [group for group in found.groups() if group is not None]
    numbers = [parse_number(re.sub("[Oo]", "〇", part)) for part in written]
    if len(written[0]) != 4 or None in numbers:
        return None
    try:
        return date(*(number or 0 for number in numbers))
    except ValueError:
        return None
