"""What the page shows of each item: its facts, its printed text, and everything that was said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sulist.base.days import chinese_day
from sulist.deadline.explain import explain
from sulist.listfile.touch import ROLES, Touch, leads
from sulist.reports.overview import months_due
from sulist.write.record_words import extension_words, head_words, note_words, part_words
from sulist.write.screen.days import days_left
from sulist.write.screen.items import ROLE_TERMS, due_text
from sulist.write.standing_words import state_words
from sulist.write.words import light_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sulist.asking.query import Match
    from sulist.journal.record import Record
    from sulist.listfile.item import WorkItem
    from sulist.listfile.worklist import WorkList
    from sulist.standing.tracking import Progress

NO_MONTH = "none"
NO_LEAD = ""


class Saying(NamedTuple):
    """A record: who said what of which day; ``parts`` are headings and texts, ``note`` what became of it."""

    on: str
    unit: str
    head: str
    parts: tuple[tuple[str, str], ...]
    note: str
    written: str
    counts: bool


class Card(NamedTuple):
    """An item on the page.

    ``units`` are, of each role, the numbers of the units in the page's list of units; ``roles``
    names them. ``months`` are what the filter by month finds it under. ``percent`` is the width of
    its bar, None where nothing was said. ``when`` and ``first_lead`` put it in its place among the
    others when they are sorted: what is still to be done before what is done, and last what has no
    date; the units in the order of the list's own table.
    """

    id: str
    other_ids: str
    category: str
    name: str
    text: str
    lead: str
    responsible: str
    deadline: str
    reading: str
    dates: tuple[str, ...]
    left: str
    late: bool
    months: tuple[str, ...]
    when: str
    first_lead: int
    units: dict[str, str]
    roles: tuple[tuple[str, str], ...]
    state: str
    state_text: str
    percent: int | None
    light: str
    light_text: str
    problems: tuple[tuple[str, str], ...]
    extensions: tuple[str, ...]
    history: tuple[Saying, ...]


class Cards:
    """Makes the cards of a list; what is the same for many items is worked out once."""

    def __init__(self, worklist: WorkList, progress: Progress | None, units: Iterable[str]) -> None:
        self._worklist = worklist
        self._progress = progress
        self._numbers = {unit: str(number) for number, unit in enumerate(units)}
        self._leads = {unit: number for number, unit in enumerate(units)}
        self.touch = Touch(worklist)
        self._records: dict[str, list[Record]] = {}
        self._refused: dict[str, str] = {}
        if progress:
            self._refused = {one.id: reason for one, reason in progress.refusals}
            for record in progress.records():
                self._records.setdefault(record.item, []).append(record)

    def of(self, match: Match) -> Card:
        """The card of an item."""
        item = match.item
        roles = self.touch.roles(item)
        by_role = {role: [unit for unit, own in roles.items() if own == role] for role in ROLES}
        standing, light = match.standing, match.light
        return Card(
            id=item.id,
            other_ids=f"{item.id.replace('-', '.')} {item.category}-{item.serial}",
            category=item.category,
            name=item.name,
            text=item.text,
            lead=item.lead_text,
            responsible=item.responsible_text,
            deadline=item.deadline.text,
            reading=explain(item.deadline),
            dates=tuple(self._dates(match)),
            left=_left(match),
            late=bool(standing) and (match.days_left or 0) < 0,
            months=self.months(item),
            when=_when(match),
            first_lead=self._first_lead(item),
            units={
                role: " ".join(self._numbers[unit] for unit in units)
                for role, units in by_role.items()
            },
            roles=tuple(
                (ROLE_TERMS[role], "、".join(units)) for role, units in by_role.items() if units
            ),
            state=standing.state if standing else "",
            state_text=state_words(standing) if standing else "",
            percent=standing.percent if standing else None,
            light=light.colour if light else "",
            light_text=light_words(light) if light else "",
            problems=standing.problems if standing else (),
            extensions=tuple(
                extension_words(one, self._worklist.year)
                for one in (standing.extensions if standing else ())
            ),
            history=tuple(self._said(one) for one in reversed(self._records.get(item.id, ()))),
        )

    def _dates(self, match: Match) -> Iterator[str]:
        """Each of its dates with how it stands; nothing where it has none."""
        item, progress = match.item, self._progress
        if progress is None or item.deadline.recurrence:
            for step, one in enumerate(item.deadline.milestones, 1):
                several = step if len(item.deadline.milestones) > 1 else 0
                yield due_text(match._replace(due=one.due, step=several))
            if item.deadline.recurrence and match.due:
                yield f"下一次：{due_text(match)}"
            return
        for part in progress.of(item).dates:
            yield part_words(part, progress.as_of, self._worklist.year)

    def months(self, item: WorkItem) -> tuple[str, ...]:
        """The months that it has a date in, as extended; where it has none a mark for that."""
        year = self._worklist.year
        if item.deadline.recurrence:
            found = {f"{year}-{month:02}" for month in months_due(item, year)}
        elif self._progress:
            found = {part.due.isoformat()[:7] for part in self._progress.of(item).dates}
        else:
            found = {one.due.isoformat()[:7] for one in item.deadline.milestones}
        return tuple(sorted(found)) or (NO_MONTH,)

    def _first_lead(self, item: WorkItem) -> int:
        """The place of the unit that leads first; whoever is no unit (有关部门) stands behind the units, and nobody likewise."""
        first = next(iter(leads(self._worklist, item)), NO_LEAD)
        return self._leads.setdefault(first, len(self._leads))

    def _said(self, one: Record) -> Saying:
        assert self._progress is not None  # noqa: S101 - there are records
        parts = (
            ("进展情况", one.done),
            ("存在问题", one.problem),
            ("下步打算", one.next),
            ("佐证", "；".join(one.evidence)),
            ("理由", one.reason),
        )
        return Saying(
            one.on.isoformat(),
            one.unit,
            head_words(one, self._worklist.year),
            tuple((title, text) for title, text in parts if text),
            note_words(self._progress, one, self._refused),
            one.written[:16].replace("T", " "),
            one.id not in self._progress.known.taken_back and one.id not in self._refused,
        )


def _when(match: Match) -> str:
    """What the items are sorted by, as a text that can be compared."""
    if match.due is None:
        return "2"
    return f"{int(match.days_left is None)} {match.due}"


def _left(match: Match) -> str:
    """The days that are left, and until when where that is no longer the printed date.

    Where nobody reports, a date that is past is not called overdue.
    """
    if match.days_left is None:
        return ""
    if match.days_left < 0 and match.standing is None:
        return f"已过{-match.days_left}天"
    left = days_left(match.days_left)
    if match.first_due is None or match.due is None:
        return left
    return f"{left}（延期至{chinese_day(match.due, match.first_due.year)}）"
