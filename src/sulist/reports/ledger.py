"""The ledger (台账): of every item that was asked for, how it stands and what was said of it. Pure."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from sulist.journal.journal import Journal
from sulist.listfile.printing import gathered
from sulist.listfile.touch import leads
from sulist.reports.narrowing import LeftOut, what_is_left_out
from sulist.standing.course import STATES
from sulist.standing.lights import COLOURS
from sulist.standing.tracking import Progress

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sulist.asking.query import Match, Selection
    from sulist.asking.subject import Subject
    from sulist.journal.record import Record
    from sulist.listfile.item import Category, WorkItem
    from sulist.listfile.worklist import Unread
    from sulist.standing.lights import Light
    from sulist.standing.states import DueDate, Extension, Standing


class Voice(NamedTuple):
    """Who said something: a unit that ``leads`` the item, or does not; ``only``: it alone does.

    ``unit`` is the name under which it reported; one of before, which the list knows, leads too.
    """

    unit: str
    leads: bool
    only: bool


class Said(NamedTuple):
    """What a unit said last of the item, or of one of its several dates."""

    voice: Voice
    record: Record


class Hindrance(NamedTuple):
    """What a unit said last is in the way."""

    voice: Voice
    text: str


class LedgerDate(NamedTuple):
    """A date and, on the day asked about, by how many days it is past and not done."""

    due_date: DueDate
    overdue_days: int


class LedgerRow(NamedTuple):
    """An item as it stands.

    ``due`` is the date that answers the question and ``first_due`` the day printed for it, where it
    was extended; ``days_left`` are negative once it is past, None where nothing is left to do.
    ``percent`` is 100 for what is done, None where nobody said one. ``last_report`` is the day of
    the last report by anybody. ``reason`` is why it was closed, reopened or withdrawn, or nothing.
    """

    item: WorkItem
    standing: Standing
    light: Light
    due: date | None
    first_due: date | None
    days_left: int | None
    percent: int | None
    last_report: date | None
    said: tuple[Said, ...]
    problems: tuple[Hindrance, ...]
    dates: tuple[LedgerDate, ...]
    extensions: tuple[Extension, ...]
    reason: str


class LedgerGroup(NamedTuple):
    """The rows of a category; ``whole`` is whether these are all of its items."""

    category: Category
    rows: tuple[LedgerRow, ...]

    @property
    def whole(self) -> bool:
        """Whether no item of the category is left out."""
        return len(self.rows) == len(self.category.items)


class Ledger(NamedTuple):
    """The items that are chosen; how they stand is worked out where it is asked for."""

    subject: Subject
    selection: Selection

    @property
    def progress(self) -> Progress:
        """What is known of the items."""
        assert self.subject.progress is not None  # noqa: S101 - ``ledger`` saw to it
        return self.subject.progress

    @property
    def found(self) -> int:
        """How many items."""
        return len(self.selection.matches)

    @property
    def unread(self) -> tuple[Unread, ...]:
        """The cells that could not be read and matter here."""
        return self.selection.unread

    @property
    def states(self) -> dict[str, int]:
        """How many items are in which state."""
        found = Counter(one.standing.state for one in self.selection.matches if one.standing)
        return {state: found[state] for state in STATES}

    @property
    def lights(self) -> dict[str, int]:
        """How many items have which light."""
        found = Counter(one.light.colour for one in self.selection.matches if one.light)
        return {colour: found[colour] for colour in COLOURS}

    @property
    def left_out(self) -> LeftOut:
        """What the question passed over."""
        return what_is_left_out(self.subject.query, self.selection)

    @property
    def groups(self) -> Iterator[LedgerGroup]:
        """The rows by category, in the printed order, each part below what it is of."""
        by_category: dict[str, list[Match]] = {}
        for match in self.selection.matches:
            by_category.setdefault(match.item.category, []).append(match)
        categories = {one.number: one for one in self.subject.worklist.categories}
        for number, found in by_category.items():
            matches = {match.item.id: match for match in found}
            items = gathered(match.item for match in found)
            rows = tuple(_row(self.progress, matches[item.id]) for item in items)
            yield LedgerGroup(categories[number], rows)


def ledger(subject: Subject) -> Ledger:
    """The ledger of what is chosen; a list without a journal is one on which nobody has reported."""
    if subject.progress is None:
        nothing = Progress(subject.worklist, Journal(""), subject.as_of)
        subject = subject._replace(progress=nothing)
    return Ledger(subject, subject.select())


def _row(progress: Progress, match: Match) -> LedgerRow:
    item, one, light = match.item, match.standing, match.light
    assert one is not None  # noqa: S101 - the ledger is asked with progress
    assert light is not None  # noqa: S101 - likewise
    return LedgerRow(
        item,
        one,
        light,
        match.due,
        match.first_due,
        match.days_left,
        one.percent,
        one.last_report.on if one.last_report else None,
        last_said(progress, item),
        tuple(Hindrance(_voice(progress, item, unit), text) for unit, text in one.problems),
        tuple(
            LedgerDate(due_date, due_date.overdue_days(progress.as_of)) for due_date in one.dates
        ),
        one.extensions,
        one.decision.reason if one.decision else "",
    )


def last_said(progress: Progress, item: WorkItem) -> tuple[Said, ...]:
    """What each unit said last of an item, and of each of its dates where it has several."""
    return tuple(
        Said(_voice(progress, item, report.unit), report) for report in progress.of(item).latest
    )


def _voice(progress: Progress, item: WorkItem, unit: str) -> Voice:
    own = leads(progress.worklist, item)
    name = progress.worklist.roster.canonical(unit) or unit
    return Voice(unit, name in own, own == (name,))
