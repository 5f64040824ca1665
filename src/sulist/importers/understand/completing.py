"""The front of a list with what a person stated, and with what its items say where nothing else does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sulist.base.i18n import _
from sulist.base.invisible import visible
from sulist.importers.cell_text import is_deadline
from sulist.importers.drafts import FROM_TEXT, NO_TITLE, Doubt, Front
from sulist.importers.understand.front import LATER, body_of, region_of, year_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sulist.importers.drafts import DraftItem

_ANY_YEAR = 2000  # only whether a deadline can be read with one is asked
_COMPANY = re.compile("(?:集团|公司)")  # which has no region
_DATE = re.compile("20[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日")  # of a meeting, say
_WRITTEN = re.compile("(?<![0-9])(20[0-9]{2})(?:年|[-/.](?:0?[1-9]|1[0-2])(?![0-9]))")
_LATE = 11  # a month in which the list of the next year is issued


class Stated(NamedTuple):
    """What a person said of the list, which the document then need not say."""

    title: str = ""
    region: str = ""
    year: int = 0
    columns: tuple[tuple[str, str], ...] = ()  # heading → role in a list's file
    progress: bool = False  # whether what tells how far the work is goes into a journal too


def complete(
    front: Front, known: Stated, items: Sequence[DraftItem], beside: Sequence[str]
) -> tuple[Front, list[Doubt]]:
    """The whole front, and the doubts about it; ``beside`` are the lines and headings beside the items."""
    year, doubts = _year(front, known, items, beside)
    if not year:
        _leave_in_text(items)
    title = known.title or front.title
    if not title:
        title = _(NO_TITLE)
        doubts.append(
            _doubt(
                _("no title was found"), _("Write it after title:, or import again with --title.")
            )
        )
    region = visible(known.region or front.region or region_of(title))
    if not region and (body := body_of(title)) and not _COMPANY.search(body):
        doubts.append(
            _doubt(
                _("no region: {name} is no place").format(name=body),
                _("Write region: if the list is that of a place, or import again with --region."),
            )
        )
    return front._replace(title=title, region=region, year=year), doubts


def _doubt(read: str, other: str) -> Doubt:
    return Doubt("", None, read, other)


def _year(
    front: Front, known: Stated, items: Sequence[DraftItem], beside: Sequence[str]
) -> tuple[int, list[Doubt]]:
    stated = known.year or year_in(known.title) or 0
    if known.year and front.year not in (0, known.year):
        return known.year, [
            _doubt(
                _("year {year}, as --year says").format(year=known.year),
                _("The document says {year}.").format(year=front.year),
            )
        ]
    if stated:
        return stated, []
    if front.is_loose and (outweighed := _outweighed(front, items)):
        return outweighed
    needed = any(_needs_year(item.deadline) for item in items if not item.is_from_text)
    if front.issued and front.year in (0, front.issued.year) and not year_in(front.title):
        late = needed and front.issued.month >= _LATE
        return front.issued.year, [_issued_late(front)] if late else []
    if front.year:
        return front.year, []
    if not any(_needs_year(item.deadline) for item in items):
        return 0, []
    dates = [cell for one in items for cell in one.more.values() if _DATE.fullmatch(cell)]
    said = {
        _("year {year}, the only one that its deadlines write"): _only_year(
            [one.deadline for one in items if one.deadline and not one.is_from_text]
        ),
        _("year {year}, the only one that other columns write"): _only_year(dates),
        _("year {year}, the only one that stands beside the list"): _year_beside(beside),
    }
    for read, year in said.items():
        if year:
            other = _("Nothing else in the document names a year; --year sets it.")
            return year, [_doubt(read.format(year=year), other)]
    return 0, [] if not needed else [
        _doubt(
            _("no year was found, so no date that names none can be read"),
            _("Write it after year:, or import again with --year."),
        )
    ]


def _outweighed(front: Front, items: Sequence[DraftItem]) -> tuple[int, list[Doubt]] | None:
    """The year of the day of issue or of the deadlines, where a sentence alone says another one."""
    by_deadlines = _only_year([one.deadline for one in items if one.deadline])
    for read, year in (
        (_("year {year}, that of the day of issue"), front.issued.year if front.issued else None),
        (_("year {year}, the only one that its deadlines write"), by_deadlines),
    ):
        if year and year > front.year:
            other = _("A sentence says {year}; --year sets it.").format(year=front.year)
            return year, [_doubt(read.format(year=year), other)]
    return None


def _year_beside(texts: Sequence[str]) -> int | None:
    """The year of lines and headings, where they write one: 2024年目标, 发布日期：2024-02-20."""
    years = {
        int(found.group(1))
        for text in texts
        for found in _WRITTEN.finditer(text)
        if not LATER.search(text[: found.start()])
    }
    return years.pop() if len(years) == 1 else None


def _only_year(cells: Sequence[str]) -> int | None:
    """The year that cells write, where they write one; one among many without is that of something far."""
    written = [year_in(cell) for cell in cells]
    years = set(written) - {None}
    return years.pop() if len(years) == 1 and written.count(None) * 2 <= len(written) else None


def _leave_in_text(items: Sequence[DraftItem]) -> None:
    """Dates that only a text tells need no year of the list where it has none: they stay there."""
    for item in items:
        if item.is_from_text and _needs_year(item.deadline):
            item.deadline = ""
            item.notes.remove(_(FROM_TEXT))


def _issued_late(front: Front) -> Doubt:
    assert front.issued is not None  # noqa: S101 - who calls has seen to it
    return _doubt(
        _("year {year}, that of the day of issue").format(year=front.issued.year),
        _("It was issued late in the year: is it the list of the next? --year sets it."),
    )


def _needs_year(deadline: str) -> bool:
    return bool(deadline) and not is_deadline(deadline, None) and is_deadline(deadline, _ANY_YEAR)
