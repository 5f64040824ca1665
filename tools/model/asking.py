"""Questions whose answer is items: which match, with which of their dates."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from model import civil, lamps, who
from model.folding import SETTLED, fold
from model.papers import known

if TYPE_CHECKING:
    from collections.abc import Iterator

    from model.folding import Standing
    from model.papers import Entry, Line, Listed
    from model.phrases import Rule

MOST = 400  # rows of one item


class Question(NamedTuple):
    """What is asked; the names are those of the options."""

    as_of: date
    known_by: date | None = None
    before: date | None = None
    after: date | None = None
    since: date | None = None  # --from
    within: int | None = None
    overdue: bool = False
    status: tuple[str, ...] = ()
    light: tuple[str, ...] = ()
    unit: str | None = None
    roles: tuple[str, ...] = ()
    category: str | None = None
    each_date: bool = False  # as due asks: every date, and only what is to be met
    ids: tuple[str, ...] = ()
    leader: str | None = None
    person: str | None = None
    where: tuple[str, str] | None = None  # a heading, and what its cell holds

    @property
    def first(self) -> date | None:
        """The first day of the window."""
        if self.within is not None:
            return self.as_of
        bounds = [day for day in (self.since, self.after and civil.plus(self.after, 1)) if day]
        return max(bounds, default=None)

    @property
    def last(self) -> date | None:
        """The last day of the window."""
        return self.before if self.within is None else civil.plus(self.as_of, self.within)

    @property
    def looks_at_all(self) -> bool:
        """Whether the dates that are done are told too."""
        return bool(self.status or {"blue", "none"} & {*self.light})

    @property
    def bounded(self) -> bool:
        """Whether it asks about dates."""
        return bool(self.first or self.last or self.overdue)


class Row(NamedTuple):
    """A line of an answer."""

    id: str
    due: date | None
    milestone: int | None
    occurrence: date | None
    days_left: int | None
    role: str | None


class Answer(NamedTuple):
    """The rows, and what is counted below them."""

    rows: tuple[Row, ...]
    undated: int
    settled: int
    unlisted: int
    unread: tuple[
        tuple[str, str], ...
    ]  # of which item which cell nobody can read, where it matters


class Year:
    """A list and its journal, asked as of a day and as known on another."""

    def __init__(self, listed: Listed, lines: tuple[Line, ...] | None) -> None:
        self.listed = listed
        self.lines = lines
        self._folded: dict[tuple[date, date | None], dict[str, Standing]] = {}

    def known(self, known_by: date | None) -> tuple[Line, ...]:
        """What had been written, and stood."""
        return known(self.lines or (), known_by)

    def standings(self, as_of: date, known_by: date | None = None) -> dict[str, Standing]:
        """Every item on a day."""
        if (as_of, known_by) not in self._folded:
            self._folded[as_of, known_by] = fold(self.listed, self.known(known_by), as_of)
        return self._folded[as_of, known_by]

    def light(self, entry: Entry, standing: Standing, day: date) -> str:
        """The colour of an item on a day."""
        return lamps.light(self.listed, entry, standing, day)[0]

    def chosen(self, question: Question) -> list[tuple[Entry, Standing]]:
        """The items that answer all but what is asked of dates."""
        standings = self.standings(question.as_of, question.known_by)
        found = []
        for entry in self.listed.on(question.as_of):
            role = self.role(question.unit, entry) if question.unit else None
            if self._passes(question, entry, standings[entry.id], role):
                found.append((entry, standings[entry.id]))
        return found

    def unread(self, question: Question, *, units: bool, dates: bool) -> list[tuple[str, str]]:
        """Of what is counted the cells of units, of dates or both that nobody can read; else those for which an item may count."""
        chosen = {entry.id for entry, _standing in self.chosen(question)}
        standings = self.standings(question.as_of, question.known_by)
        return sorted(
            (entry.id, cell)
            for entry in self.listed.on(question.as_of)
            for cell in entry.unread
            if (
                (dates if cell == "deadline" else units)
                if entry.id in chosen
                else self._might_be_one(question, entry, standings[entry.id], cell)
            )
        )

    def role(self, unit: str, entry: Entry) -> str | None:
        """How an item touches a unit."""
        roster = self.listed.roster
        return who.role(roster.proper(unit), entry.leads, entry.cells, roster)

    def answer(self, question: Question) -> Answer:
        """The items that a question asks for."""
        rows: list[Row] = []
        undated = settled = unlisted = 0
        unread: list[tuple[str, str]] = []
        standings = self.standings(question.as_of, question.known_by)
        for entry in self.listed.on(question.as_of):
            standing = standings[entry.id]
            role = self.role(question.unit, entry) if question.unit else None
            found: list[Row] = []
            if self._passes(question, entry, standing, role):
                found = list(self._of_item(question, entry, standing, role))
                undated += self._has_no_date(question, entry, standing)
                rows += found[:MOST] if question.each_date else sorted(found, key=_is_settled)[:1]
                unlisted += max(len(found) - MOST, 0) if question.each_date else 0
                settled += (
                    not found and standing.is_done and self._would_match(question, entry, standing)
                )
            unread += [
                (entry.id, cell)
                for cell in entry.unread
                if found or self._might_be_one(question, entry, standing, cell)
            ]
        if question.each_date:
            rows.sort(key=lambda row: row.due or date.max)
        return Answer(tuple(rows), undated, settled, unlisted, tuple(unread))

    def _might_be_one(
        self, question: Question, entry: Entry, standing: Standing, cell: str
    ) -> bool:
        """Whether an item that is no answer could be one, had all its cells that nobody can read another meaning."""
        any_date = "deadline" in entry.unread and (question.bounded or question.each_date)
        any_light = "deadline" in entry.unread and bool(question.light)
        any_unit = bool(set(entry.unread) - {"deadline"}) and bool(question.unit)
        if not ((any_date or any_light) if cell == "deadline" else any_unit):
            return False
        if any_light:
            if not {*question.light} & lamps.possible(self.listed, entry, standing, question.as_of):
                return False
            question = question._replace(light=())
        if any_unit:
            question = question._replace(unit=None, roles=())
        role = self.role(question.unit, entry) if question.unit else None
        if not self._passes(question, entry, standing, role):
            return False
        return any_date or any(self._of_item(question, entry, standing, None))

    def _has_no_date(self, question: Question, entry: Entry, standing: Standing) -> bool:
        """Nothing that a window could hold; where none is given, nothing that is to come."""
        if standing.dates or entry.when.unreadable:
            return False
        if entry.when.rule is None:
            return True
        if question.bounded:
            return False
        if standing.is_done:
            asked = question.each_date and question.looks_at_all
            return asked and not any(self._dates(question, entry, standing, None))
        return not self.next_of(entry, standing, question.as_of)

    def _would_match(self, question: Question, entry: Entry, standing: Standing) -> bool:
        """Done, and nothing else keeps it out."""
        if question.looks_at_all and not question.overdue:
            return False
        if not (question.bounded or question.each_date):
            return False
        if not question.bounded and entry.when.rule:
            return True
        if any(_within(question, one.due) for one in standing.dates):
            return True
        return any(self._dates(question._replace(status=SETTLED), entry, standing, None))

    def _of_item(
        self, question: Question, entry: Entry, standing: Standing, role: str | None
    ) -> Iterator[Row]:
        """Its rows, soonest first; one without a date where none is asked for."""
        found = list(self._dates(question, entry, standing, role))
        if found or question.bounded or question.each_date:
            yield from found
            return
        number = max(standing.dates, key=lambda one: one.due).number if standing.dates else None
        yield Row(entry.id, None, number, None, None, role)

    def _dates(
        self, question: Question, entry: Entry, standing: Standing, role: str | None
    ) -> Iterator[Row]:
        """Its dates and occurrences that match; with a state asked for, the settled ones too."""
        looks_at_all = question.looks_at_all
        found: list[Row] = []
        for one in standing.dates:
            if _within(question, one.due) and (
                one.is_open or (looks_at_all and not question.overdue)
            ):
                left = (one.due - question.as_of).days if one.is_open else None
                found.append(Row(entry.id, one.due, one.number, None, left, role))
        finals = {one.due for one in standing.dates}
        if looks_at_all or not standing.is_done:
            for day in self._occurrences(question, entry, standing):
                if day not in finals:
                    is_open = not standing.is_done and day >= question.as_of
                    left = (day - question.as_of).days if is_open else None
                    found.append(Row(entry.id, day, None, day, left, role))
        if not (question.bounded or question.each_date) and any(
            row.occurrence is None for row in found
        ):
            found = [row for row in found if row.occurrence is None]
        yield from sorted(found, key=lambda row: row.due or date.max)

    def _occurrences(self, question: Question, entry: Entry, standing: Standing) -> list[date]:
        """The days of the window on which it is due; without a window the next one."""
        rule = entry.when.rule
        if rule is None or question.overdue:
            return []
        if not question.bounded:
            if standing.is_done and not question.each_date:
                return []
            return self.falls(
                rule, question.as_of, standing.last_until or date(question.as_of.year + 2, 12, 31)
            )[:1]
        first = question.first or question.as_of
        year = self.listed.printed_year or question.as_of.year
        last = standing.last_until or date(max(year, first.year), 12, 31)
        if question.last:
            last = min(question.last, standing.last_until or question.last)
        return self.falls(rule, first, last)

    def next_of(self, entry: Entry, standing: Standing, as_of: date) -> date | None:
        """The next occurrence, where it is not the final date itself."""
        if standing.is_done:
            return None
        found = self._occurrences(Question(as_of), entry, standing)
        return found[0] if found and found[0] not in {one.due for one in standing.dates} else None

    def falls(self, rule: Rule, first: date, last: date) -> list[date]:
        """All days from one to another on which it is due."""
        days = _of_years(rule, self.listed.year - 1, max(self.listed.year + 4, last.year))
        return [day for day in days[bisect_left(days, first) :] if day <= last]

    def _passes(
        self, question: Question, entry: Entry, standing: Standing, role: str | None
    ) -> bool:
        """All filters but those of dates."""
        if question.light and self.light(entry, standing, question.as_of) not in question.light:
            return False
        return _is_asked_for(question, entry, standing, role)


@cache
def _of_years(rule: Rule, first: int, last: int) -> tuple[date, ...]:
    days = range(date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal() + 1)
    return tuple(day for day in map(date.fromordinal, days) if rule.falls_on(day))


def _is_asked_for(question: Question, entry: Entry, standing: Standing, role: str | None) -> bool:
    """All filters but those of dates and lights."""
    if question.unit and (role is None or (question.roles and role not in question.roles)):
        return False
    if question.category and entry.category != question.category:
        return False
    if question.ids and entry.id not in question.ids:
        return False
    if question.leader and question.leader not in entry.people["leader"]:
        return False
    if question.person and question.person not in entry.people["person"]:
        return False
    if question.where and question.where[1] not in entry.more.get(question.where[0], ""):
        return False
    return not question.status or standing.state in question.status


def _is_settled(row: Row) -> bool:
    """A date that is done: it stands for its item only where no other does."""
    return row.days_left is None and row.occurrence is None


def _within(question: Question, due: date) -> bool:
    if question.overdue and due >= question.as_of:
        return False
    return (not question.first or question.first <= due) and (
        not question.last or due <= question.last
    )
