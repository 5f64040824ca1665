"""What a meeting has on paper: the report, and in its annex every item with what was said of it. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sulist.asking.query import Query
from sulist.asking.subject import Subject
from sulist.reports.ledger import Said, last_said
from sulist.reports.letters import last_period
from sulist.reports.meeting import meeting
from sulist.reports.narrowing import part_of
from sulist.reports.overview import overview
from sulist.reports.owing import owing

if TYPE_CHECKING:
    from datetime import date

    from sulist.listfile.item import WorkItem
    from sulist.reports.meeting import Meeting
    from sulist.reports.narrowing import Part
    from sulist.reports.overview import Overview
    from sulist.reports.owing import Owing
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


class Briefing(NamedTuple):
    """The meeting's report of what is chosen; ``overview`` is of this ``part`` of the list.

    ``owing`` is who has not reported for the last period whose day to report has come, if one has.
    Without progress there is no ``meeting``, and nothing in the ``annex``.
    """

    subject: Subject
    part: Part
    overview: Overview
    meeting: Meeting | None
    annex: tuple[AnnexRow, ...]
    owing: Owing | None = None


def briefing(subject: Subject, *, since: date | None = None) -> Briefing:
    """The report of what ``subject`` chooses; ``since`` is the last meeting's day."""
    part = part_of(subject)
    known = part.progress
    whole = overview(Subject(part.worklist, Query(), subject.as_of, known))
    if known is None:
        return Briefing(subject, part, whole, None, ())
    rows = tuple(_annex_row(known, item) for item in part.worklist.items)
    period = last_period(known)
    owed = owing(known, period) if period else None
    return Briefing(subject, part, whole, meeting(known, since), rows, owed)


def _annex_row(progress: Progress, item: WorkItem) -> AnnexRow:
    return AnnexRow(item, progress.of(item), progress.light(item), last_said(progress, item))
