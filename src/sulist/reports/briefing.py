"""What a meeting has on paper: the report, and in its annex every item with what was said of it. Pure."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from sulist.asking.query import Query, select
from sulist.reports.ledger import Said, last_said
from sulist.reports.meeting import meeting
from sulist.reports.narrowing import part_of
from sulist.reports.overview import month_due, unit_load

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sulist.asking.query import Match
    from sulist.asking.subject import Subject
    from sulist.listfile.item import Category, WorkItem
    from sulist.listfile.worklist import WorkList
    from sulist.reports.meeting import Meeting
    from sulist.reports.narrowing import Part
    from sulist.standing.lights import Light
    from sulist.standing.states import Standing
    from sulist.standing.tracking import Progress


class AnnexRow(NamedTuple):
    """An item, how it stands, and what each unit said last of it.

    ``named`` is whether the units have to be told apart: several spoke, or one that does not lead.
    """

    item: WorkItem
    standing: Standing
    light: Light
    said: tuple[Said, ...]

    @property
    def named(self) -> bool:
        """Whether who spoke has to be said."""
        units = {one.voice.unit for one in self.said}
        return len(units) > 1 or any(not one.voice.leads for one in self.said)


class DueMonths(NamedTuple):
    """How many items of a category, or of all, are due in each month: 2021-08; under "" those without a date."""

    category: Category | None
    months: dict[str, int]
    items: int


class PlainPicture(NamedTuple):
    """What a list amounts to where nobody reports.

    ``loads`` are of each unit that is touched the items by role, the busiest lead first. ``past`` are the
    dates before the day asked about, of which nobody knows whether they were met; ``ahead`` the others.
    """

    categories: tuple[DueMonths, ...]
    all: DueMonths
    loads: dict[str, dict[str, int]]
    past: tuple[Match, ...]
    ahead: tuple[Match, ...]


class Briefing(NamedTuple):
    """The meeting's report of what is chosen: with progress ``meeting`` and ``annex``, else ``plain``."""

    subject: Subject
    part: Part
    meeting: Meeting | None
    annex: tuple[AnnexRow, ...]
    plain: PlainPicture | None


def briefing(subject: Subject, *, since: date | None = None) -> Briefing:
    """The report of what ``subject`` chooses; ``since`` is the last meeting's day."""
    part = part_of(subject)
    known = part.progress
    if known is None:
        return Briefing(subject, part, None, (), plain_picture(part.worklist, subject.as_of))
    rows = tuple(_annex_row(known, item) for item in part.worklist.items)
    return Briefing(subject, part, meeting(known, since), rows, None)


def _annex_row(progress: Progress, item: WorkItem) -> AnnexRow:
    return AnnexRow(item, progress.of(item), progress.light(item), last_said(progress, item))


def plain_picture(worklist: WorkList, as_of: date) -> PlainPicture:
    """What there is, by category and month, and by unit; nothing is known of progress."""
    load = {unit: roles for unit, roles in unit_load(worklist).items() if any(roles.values())}
    order = sorted(load, key=lambda unit: [-number for number in load[unit].values()])
    matches = select(worklist, Query(), as_of, each_date=True).matches
    left = [(one, one.days_left or 0) for one in matches]
    return PlainPicture(
        tuple(_months(one, one.items, as_of) for one in worklist.categories),
        _months(None, worklist.items, as_of),
        {unit: load[unit] for unit in order},
        tuple(one for one, days in left if days < 0),
        tuple(one for one, days in left if days >= 0),
    )


def _months(category: Category | None, items: Iterable[WorkItem], as_of: date) -> DueMonths:
    found = Counter(month_due(item, as_of) for item in items)
    return DueMonths(category, dict(sorted(found.items())), found.total())
