"""A list and its journal asked about one day: every item's standing, and its light."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sulist.base.i18n import _
from sulist.base.problem import Place, Problem
from sulist.journal.corrections import known
from sulist.listfile.touch import leads
from sulist.standing.lights import Light, light, possible
from sulist.standing.periods import first_period, in_force
from sulist.standing.settings import Settings
from sulist.standing.states import Standing, standing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sulist.journal.journal import Journal
    from sulist.journal.record import Record
    from sulist.listfile.item import WorkItem
    from sulist.listfile.worklist import WorkList

_NOTHING = Standing()


class Progress:
    """What was known by ``known_by`` (None: all that is written) of the day ``as_of``."""

    def __init__(
        self,
        worklist: WorkList,
        journal: Journal,
        as_of: date,
        known_by: date | None = None,
        settings: Settings = Settings(),  # noqa: B008 - a tuple, never changed
        begun: date | None = None,
    ) -> None:
        self.worklist = worklist
        self.journal = journal
        self.as_of = as_of
        self.known_by = known_by
        self.settings = settings
        # A part of a list cannot tell when all of it began.
        self.in_force = begun or in_force(worklist)
        self._first_report = first_period(self.in_force, settings.reports).due
        self.known = known(journal.records, known_by, journal.newer_ids)
        self._records: dict[str, list[Record]] = {}
        for record in self.known.standing:
            if record.on <= as_of:
                self._records.setdefault(record.item, []).append(record)
        self._standings: dict[str, Standing] = {}

    def at(self, as_of: date, known_by: date | None) -> Progress:
        """The same asked about another day; of an earlier one without what was assigned since."""
        worklist = self.worklist.on(as_of)
        return Progress(worklist, self.journal, as_of, known_by, self.settings, self.in_force)

    def about(self, part: WorkList) -> Progress:
        """The same of a part of the list, which began when the whole did."""
        more = (self.as_of, self.known_by, self.settings, self.in_force)
        return Progress(part, self.journal, *more)

    def of(self, item: WorkItem) -> Standing:
        """An item's standing."""
        found = self._standings.get(item.id)
        if found is None:
            records = self._records.get(item.id, ())
            found = standing(item, records, self.worklist.roster.canonical)
            self._standings[item.id] = found
        return found

    def later(self, item: WorkItem) -> tuple[Record, ...]:
        """What stands of an item and speaks of later days, in order."""
        return tuple(
            one for one in self.known.standing if one.item == item.id and one.on > self.as_of
        )

    def light(self, item: WorkItem) -> Light:
        """An item's light."""
        return light(
            self.of(item),
            self.begin(item),
            self._first_due(item),
            self.as_of,
            self.settings.lights,
            is_read=item.deadline.kind != "unreadable",
        )

    def may_be(self, item: WorkItem) -> frozenset[str]:
        """Of an item whose deadline could not be read the colour that is told, and those that it might have."""
        return possible(self.of(item), self._first_due(item), self.as_of) | {
            self.light(item).colour
        }

    def _first_due(self, item: WorkItem) -> date:
        """The day on which the first report of an item is due."""
        if item.assigned:
            return first_period(item.assigned, self.settings.reports).due
        return self._first_report

    def begin(self, item: WorkItem) -> date:
        """When the time of an item began: as printed, or when it was assigned, else when the list came into force."""
        return item.deadline.begins or item.assigned or self.in_force

    def records(self) -> tuple[Record, ...]:
        """Every record known of the days until then, taken back or not, in order."""
        return self._until_then(self.journal.records)

    def history(self) -> tuple[Record, ...]:
        """As ``records``, with those of kinds that this sulist does not know, which count for nothing."""
        both = sorted(self.journal.all, key=lambda one: one.order)
        return self._until_then(both)

    def _until_then(self, records: Iterable[Record]) -> tuple[Record, ...]:
        limit = self.known_by.isoformat() if self.known_by else "9999-12-31"
        return tuple(one for one in records if one.on <= self.as_of and one.written_day <= limit)

    @property
    def uncounted(self) -> dict[str, str]:
        """Why a record does not count, by its id: it cannot follow, or its kind is not known here."""
        reasons = {one.id: _("this sulist does not know its kind") for one in self.journal.newer}
        return reasons | {one.id: reason for one, reason in self.refusals}

    @property
    def not_counted(self) -> int:
        """How many lines of the journal do not count: broken, or such as cannot follow."""
        return len(self.journal.problems) + len(self.refusals)

    @property
    def refusals(self) -> tuple[tuple[Record, str], ...]:
        """Records that do not count, since they cannot follow what is before them, and why."""
        found = [refused for item in self.worklist.items for refused in self.of(item).refused]
        found += [
            (
                one,
                _("It takes back {id}, which is not here before it.").format(id=one.corrects),
            )
            for one in self.known.idle
        ]
        return tuple(found)


def problems(worklist: WorkList, journal: Journal, now: datetime | None = None) -> list[Problem]:
    """Everything in a journal that does not count or needs a look, by place; ``now`` is the clock's moment."""
    from sulist.journal.doubtful import doubtful

    found = [*journal.problems, *journal.warnings, *doubtful(journal, now)]
    without_role = {one.place.line for one in journal.warnings if one.check == "journal-role"}
    for record, reason in Progress(worklist, journal, date.max).refusals:
        found.append(
            Problem(
                Place(journal.file, record.line, 1),
                "journal-order",
                reason,
                _(
                    "Two branches that were merged may both have written. Take one back: sulist undo --record {id}"
                ).format(id=record.id),
            )
        )
    units = {*worklist.units, *(one for item in worklist.items for one in leads(worklist, item))}
    for record in journal.records:
        if record.line in without_role:
            continue  # told already, with the same remedy
        if record.unit and record.unit not in units and not worklist.roster.canonical(record.unit):
            found.append(
                Problem(
                    Place(journal.file, record.line, 1),
                    "journal-unit",
                    _("{unit} is not a unit of this list.").format(unit=record.unit),
                    _("Its report is kept and shown. A new name goes under aliases: in the list."),
                )
            )
    return sorted(found, key=lambda one: (one.place.line, one.place.column))
