"""Questions whose answer is numbers or papers: units, categories, the report, what is owed, the calendar."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from model import lamps
from model.folding import SETTLED
from model.lamps import Period
from model.who import STRENGTH

if TYPE_CHECKING:
    from model.asking import Question, Year
    from model.folding import Standing
    from model.papers import Entry

STATES = (
    "no-report",
    "not-started",
    "in-progress",
    "reported-done",
    "closed",
    "reopened",
    "withdrawn",
)


def units(year: Year, question: Question) -> dict[str, dict[str, int]]:
    """Of each unit how many items touch it in which way."""
    counts: dict[str, dict[str, int]] = {}
    for unit in year.listed.units(question.as_of):
        roles = [year.role(unit, entry) for entry, _standing in year.chosen(question)]
        counts[unit] = {name: roles.count(name) for name in STRENGTH}
        counts[unit]["total"] = sum(counts[unit].values())
    return counts


def categories(year: Year, question: Question) -> dict[str, dict[str, int]]:
    """Of each category how many items are due in which month, by the last date as it is extended."""
    counts: dict[str, dict[str, int]] = {number: {} for number, _title in year.listed.categories}
    for entry, standing in year.chosen(question):
        last = _last_due(year, entry, standing, question.as_of)
        none = "unread" if entry.when.unreadable else "undated"
        month = last.isoformat()[:7] if last else none
        counts[entry.category][month] = counts[entry.category].get(month, 0) + 1
    return counts


def _last_due(year: Year, entry: Entry, standing: Standing, as_of: date) -> date | None:
    if standing.dates:
        return max(one.due for one in standing.dates)
    return year.next_of(entry, standing, as_of)


def undated(year: Year, question: Question) -> int:
    """How many items have no date, or none that is to come."""
    return sum(count.get("undated", 0) for count in categories(year, question).values())


def dates(year: Year, question: Question) -> dict[str, list[tuple[str, str, int]]]:
    """Of the report: every date that has passed, and every one to come."""
    rows = []
    for entry, standing in year.chosen(question):
        rows += [
            (entry.id, due, (due - question.as_of).days)
            for due in _to_come(year, entry, standing, question.as_of)
        ]
    told = sorted((identity, due.isoformat(), left) for identity, due, left in rows)
    return {
        "overdue": [row for row in told if row[2] < 0],
        "next": [row for row in told if row[2] >= 0],
    }


def counts(year: Year, question: Question) -> dict[str, dict[str, Any]]:
    """Of the meeting's report: the counts of all, of each category and of each unit that leads."""
    chosen = year.chosen(question)
    rows = {"all": _count(chosen, question.as_of)}
    for number, _title in year.listed.categories:
        rows[f"category {number}"] = _count(
            [one for one in chosen if one[0].category == number], question.as_of
        )
    for name in {unit for entry, _standing in chosen for unit in owers(year, entry)}:
        led = [one for one in chosen if name in owers(year, one[0])]
        rows[f"lead {name}"] = _count(led, question.as_of)
    return rows


def _count(chosen: list[tuple[Entry, Standing]], as_of: date) -> dict[str, Any]:
    states = [standing.state for _entry, standing in chosen]
    return {
        "items": len(chosen),
        "states": {name: states.count(name) for name in STATES},
        "overdue": sum(standing.overdue(as_of) > 0 for _entry, standing in chosen),
        "late": sum(standing.late > 0 for _entry, standing in chosen),
    }


class Load(NamedTuple):
    """What a person has to do with."""

    items: int
    overdue: int
    next: str | None
    states: dict[str, int] | None


def people(year: Year, question: Question) -> dict[tuple[str, str], Load]:
    """Of every leader and person the load; of a name that no item has there is none."""
    chosen = year.chosen(question)
    found = {}
    for role in ("leader", "person"):
        for name in {name for entry, _standing in chosen for name in entry.people[role]}:
            its = [one for one in chosen if name in one[0].people[role]]
            found[role, name] = _load(year, its, question.as_of)
    return found


def led_by_nobody(year: Year, question: Question) -> int:
    """Items that name no leader, in a list that has a column of them."""
    if "leader" not in year.listed.columns.values():
        return 0
    return sum(not entry.people["leader"] for entry, _standing in year.chosen(question))


def _load(year: Year, its: list[tuple[Entry, Standing]], as_of: date) -> Load:
    count = _count(its, as_of)
    coming = [day for one in its for day in _to_come(year, *one, as_of) if day >= as_of]
    first = min(coming, default=None)
    states = None if year.lines is None else count["states"]
    return Load(count["items"], count["overdue"], first.isoformat() if first else None, states)


def _to_come(year: Year, entry: Entry, standing: Standing, as_of: date) -> list[date]:
    following = year.next_of(entry, standing, as_of)
    days = [one.due for one in standing.dates if one.is_open]
    return [*days, *([following] if following else [])]


def delays(year: Year, question: Question) -> dict[str, list[tuple[Any, ...]]]:
    """Of the meeting's report: dates that are overdue, that were done late, and that were extended."""
    over, late, extended, problems = [], [], [], []
    for entry, standing in year.chosen(question):
        for one in standing.dates:
            days = (question.as_of - one.due).days
            if one.is_open and days > 0:
                over.append((entry.id, one.number, one.due.isoformat(), days))
            if not one.is_open and one.late:
                late.append((entry.id, one.number, one.first_due.isoformat(), one.late))
        for number, first, to, on in standing.extensions:
            extended.append((entry.id, number, first.isoformat(), to.isoformat(), on.isoformat()))
        problems += [(entry.id, *problem) for problem in standing.problems]
    return {
        "overdue": sorted(over, key=str),
        "done_late": sorted(late, key=str),
        "extensions": sorted(extended, key=str),
        "problems": sorted(problems),
    }


def changed(year: Year, question: Question, since: date) -> dict[str, tuple[Any, Any]]:
    """What an item was on the day of the last meeting, as known then, and is now, where the two differ."""
    known_by = min(since, question.known_by) if question.known_by else since
    before, now = year.standings(since, known_by), year.standings(question.as_of, question.known_by)
    moments = {}
    for entry, _standing in year.chosen(question):
        if entry.id not in before:
            continue  # it was added since
        pair = (
            _moment(year, entry, before[entry.id], since),
            _moment(year, entry, now[entry.id], question.as_of),
        )
        dues = ([one.due for one in found[entry.id].dates] for found in (before, now))
        if pair[0] != pair[1] or next(dues) != next(dues):
            moments[entry.id] = pair
    return moments


def added(year: Year, question: Question, since: date) -> list[str]:
    """What was assigned after the last meeting."""
    chosen = (entry for entry, _standing in year.chosen(question))
    return [entry.id for entry in chosen if entry.assigned and entry.assigned > since]


def _moment(year: Year, entry: Entry, standing: Standing, day: date) -> tuple[Any, ...]:
    colour, _reason = lamps.light(year.listed, entry, standing, day)
    due = max((one.due for one in standing.dates), default=None)
    return standing.state, colour, standing.percent, due


class Past(NamedTuple):
    """What ``history`` is asked for."""

    since: date | None = None
    units: tuple[str, ...] = ()


def history(year: Year, question: Question, past: Past) -> list[str]:
    """The ids of what was said up to a day: since another, or written since then; by some units, under any of their names."""
    proper = year.listed.roster.proper
    units = {proper(unit) for unit in past.units}
    known_by = question.known_by.isoformat() if question.known_by else "9999"
    return sorted(
        line.id
        for line in year.lines or ()
        if line.on <= question.as_of
        and line.written[:10] <= known_by
        and (not past.since or max(line.more["on"], line.written[:10]) >= past.since.isoformat())
        and (not units or proper(line.unit or "") in units)
    )


class Owed(NamedTuple):
    """What is owed for a period."""

    months: tuple[str, ...]
    week: str | None
    first: date
    last: date
    due: date
    owed: int
    reported: int
    missing: dict[str, list[tuple[str, str | None]]]


def owing(
    year: Year,
    question: Question,
    day: date,
    rhythm: int,
    due_day: int | None = None,
) -> Owed:
    """Who has not reported for the period of a day: for what is not done at its end, or at the day asked about."""
    period = Period(day, rhythm)
    months = tuple(day.isoformat()[:7] for day in period.months)
    due = period.due(due_day or year.listed.settings.due_day(rhythm))
    asked = min(period.end, question.as_of)
    standings = year.standings(asked, question.known_by)
    reports = _reports(year, question)
    owed = reported = 0
    missing: dict[str, list[tuple[str, str | None]]] = {}
    for entry in year.listed.on(asked):
        if period.end < year.listed.begins(entry):
            continue
        for unit in _asked(year, entry):
            members = _spoken_for(year, entry, unit)
            its = [line for line in reports if line[0] == entry.id and line[1] in members]
            if any(period.is_told_by(line[3]) for line in its):
                owed, reported = owed + 1, reported + 1
            elif standings[entry.id].state not in SETTLED:
                owed += 1
                last = max((line[2] for line in its), default=None)
                missing.setdefault(unit, []).append((entry.id, last.isoformat() if last else None))
    return Owed(months, period.week, period.first, period.end, due, owed, reported, missing)


def _reports(year: Year, question: Question) -> list[tuple[str, str, date, str]]:
    """Item, unit, day and period of every report that counts and speaks of no later day."""
    refused = {
        identity
        for standing in year.standings(question.as_of, question.known_by).values()
        for identity in standing.refused
    }
    return [
        (
            line.item,
            year.listed.roster.proper(line.unit or ""),
            line.on,
            line.more["period"],
        )
        for line in year.known(question.known_by)
        if line.kind == "report" and line.on <= question.as_of and line.id not in refused
    ]


def owers(year: Year, entry: Entry) -> list[str]:
    """The units that lead, those of 各 one by one; of 有关 nobody knows which, so these together."""
    owers: list[str] = []
    for named in entry.leads:
        if named.many == "all":
            owers += year.listed.roster.members(named) or [named.name]
        else:
            owers.append(year.listed.roster.proper(named.name))
    return list(dict.fromkeys(owers))


def _asked(year: Year, entry: Entry) -> list[str]:
    """Who owes a report: where the cell that says who leads is in doubt, only units of the roster."""
    says = "lead" if year.listed.leads_by == "lead" else "responsible"
    units = owers(year, entry)
    if says not in entry.unread:
        return units
    return [unit for unit in units if year.listed.roster.group_of(unit)]


def _spoken_for(year: Year, entry: Entry, unit: str) -> tuple[str, ...]:
    named = next((one for one in entry.leads if one.name == unit and one.many == "some"), None)
    return (year.listed.roster.members(named) if named else ()) or (unit,)


class Day(NamedTuple):
    """An entry of the calendar."""

    id: str
    number: int | None
    on: date
    state: str
    returns: bool


def calendar(year: Year, question: Question) -> list[Day]:
    """Every date of every item, and of what returns each day of the list's years."""
    found = []
    years = year.listed.span(question.as_of)
    first, end = date(years[0], 1, 1), date(years[1], 12, 31)
    for entry, standing in year.chosen(question):
        found += [Day(entry.id, one.number, one.due, one.state, False) for one in standing.dates]
        rule = entry.when.rule
        if rule:
            last = standing.last_until or end
            finals = {one.due for one in standing.dates}
            days = year.falls(rule, rule.start or first, last)
            found += [
                Day(entry.id, None, day, standing.state, True) for day in days if day not in finals
            ]
    return sorted(found, key=str)
