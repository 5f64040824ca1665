"""What the tool says beside what the model says: questions of both, and where their answers differ."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from model import lamps, sums, who
from model.folding import as_told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from model.asking import Question, Row, Year
    from model.folding import Standing
    from model.papers import Entry

CELL = ("name", "quantifier", "duty")
ABSENT = "(absent)"


class Difference(NamedTuple):
    """Where the two disagree."""

    where: str
    tool: Any
    model: Any


def _differ(where: str, tool: Any, model: Any) -> Iterator[Difference]:
    if tool != model:
        yield Difference(where, tool, model)


def items(year: Year, question: Question, said: dict[str, Any]) -> Iterator[Difference]:
    """An answer of items: its rows in their order, what is counted below them, and all that is told of each."""
    answer = year.answer(question)
    tool = [_row(item) for item in said["items"]]
    model = [_row_of(row) for row in answer.rows]
    if tool != model:
        lacking = [row for row in model if row not in tool]
        too_many = [row for row in tool if row not in model]
        is_order = not (lacking or too_many)
        yield Difference("rows", tool if is_order else too_many, model if is_order else lacking)
    for name in ("undated", "settled"):
        yield from _differ(name, said.get(name, 0), getattr(answer, name))
    unread = [(one["id"], one["cell"]) for one in said["unread"]]
    yield from _differ("unread", sorted(unread), sorted(answer.unread))
    yield from _head(year, question, said["list"])
    yield from _differ("unlisted", said.get("unlisted", 0), answer.unlisted)
    entries = {entry.id: entry for entry in year.listed.entries}
    standings = year.standings(question.as_of, question.known_by)
    told = {item["id"]: item for item in said["items"]}
    for identity, item in told.items():
        yield from _item(year, question, entries[identity], standings[identity], item)


def _head(year: Year, question: Question, head: dict[str, Any]) -> Iterator[Difference]:
    listed = year.listed
    columns = {one["heading"]: one["role"] for one in head["columns"]}
    yield from _differ("columns", columns, listed.columns)
    yield from _differ("leads_by", head["leads_by"], listed.leads_by)
    yield from _differ("later", head["later"], len(listed.entries) - len(listed.on(question.as_of)))


def _row(item: dict[str, Any]) -> tuple[Any, ...]:
    names = ("id", "milestone", "occurrence", "days_left", "role")
    return tuple(item.get(name) for name in names)


def _row_of(row: Row) -> tuple[Any, ...]:
    return (
        row.id,
        row.milestone,
        row.occurrence and row.occurrence.isoformat(),
        row.days_left,
        row.role,
    )


def _item(
    year: Year, question: Question, entry: Entry, standing: Standing, item: dict[str, Any]
) -> Iterator[Difference]:
    where = f"{entry.id} ({entry.when.text})"
    yield from _differ(f"{where} lead", item["lead"], [named.name for named in entry.leads])
    for name, cell in (("lead_cell", entry.lead), ("responsible", entry.responsible)):
        units = [tuple(unit.get(key) for key in CELL) for unit in item[name]["units"]]
        duty = "duty" in (item[name]["units"] or [{}])[0]
        ours = [(one.name, one.many, one.duty if duty else None) for one in cell]
        yield from _differ(f"{where} {name}", units, ours)
    yield from _further(entry, item, where)
    deadline = item["deadline"]
    when = entry.when
    yield from _differ(f"{where} deadline kind", deadline["kind"], when.kind)
    yield from _differ(f"{where} start", deadline["start"], when.start and when.start.isoformat())
    for name, value in (("ongoing", when.ongoing), ("approximate", when.approximate)):
        yield from _differ(f"{where} {name}", deadline[name], value)
    yield from _differ(
        f"{where} ambiguous", deadline["ambiguous"], when.other and when.other.isoformat()
    )
    due = max(when.dates, default=None) or year.next_of(entry, standing, question.as_of)
    yield from _differ(f"{where} due", deadline["due"], due and due.isoformat())
    first = [one["due"] for one in deadline["milestones"]]
    yield from _differ(f"{where} milestones", first, [day.isoformat() for day in when.dates])
    if year.lines is not None:
        yield from _progress(year, question, entry, standing, item["progress"])


def _further(entry: Entry, item: dict[str, Any], where: str) -> Iterator[Difference]:
    """What only lists of other kinds have."""
    assigned = entry.assigned and entry.assigned.isoformat()
    for name, ours in (
        ("more", entry.more),
        ("leaders", list(entry.people["leader"])),
        ("persons", list(entry.people["person"])),
        ("part_of", entry.part_of),
        ("inherits", list(entry.inherits)),
        ("printed_serial", entry.serial),
        ("assigned", assigned),
    ):
        yield from _differ(f"{where} {name}", item[name], ours)


def _progress(
    year: Year, question: Question, entry: Entry, standing: Standing, progress: dict[str, Any]
) -> Iterator[Difference]:
    where = f"{entry.id} ({entry.when.text})"
    model = as_told(standing, question.as_of)
    model["light"], model["reason"] = lamps.light(year.listed, entry, standing, question.as_of)
    names = ("milestone", "first_due", "due", "state", "done_on", "late_days")
    tool = {name: progress[name] for name in model if name != "dates"}
    tool["dates"] = [tuple(one[name] for name in names) for one in progress["dates"]]
    proper = year.listed.roster.proper
    last = progress["last_report"]
    tool["last"] = last and (last["on"], proper(last["unit"]), last["id"])
    model["last"] = standing.last and (
        standing.last[0].isoformat(),
        proper(standing.last[1]),
        standing.last[2],
    )
    tool["problems"] = sorted((proper(one["unit"]), one["problem"]) for one in progress["problems"])
    model["problems"] = sorted(standing.problems)
    for name, value in model.items():
        yield from _differ(f"{where} {name}", tool[name], value)


def units(year: Year, question: Question, said: dict[str, Any]) -> Iterator[Difference]:
    """Of ``units``: how many items touch a unit in which way, and which of their cells cannot be read."""
    yield from _unread(said, year.unread(question, units=True, dates=False))
    yield from _load(year, question, said)


def _unread(said: dict[str, Any], model: list[tuple[str, str]]) -> Iterator[Difference]:
    yield from _differ("unread", sorted((one["id"], one["cell"]) for one in said["unread"]), model)


def _load(year: Year, question: Question, said: dict[str, Any]) -> Iterator[Difference]:
    model = sums.units(year, question)
    tool = {
        one["name"]: {name: one[name] for name in (*who.STRENGTH, "total")} for one in said["units"]
    }
    roster = {unit for group in year.listed.roster.groups.values() for unit in group}
    model = {
        name: one for name, one in model.items() if name in roster or one["total"] or name in tool
    }
    for unit in sorted({*model, *tool}):
        yield from _differ(f"unit {unit}", tool.get(unit, ABSENT), model.get(unit, ABSENT))


def categories(year: Year, question: Question, said: dict[str, Any]) -> Iterator[Difference]:
    """Of ``categories``: how many items of a category are due in which month, and which dates cannot be read."""
    yield from _unread(said, year.unread(question, units=False, dates=True))
    yield from _months(year, question, said)


def _months(year: Year, question: Question, said: dict[str, Any]) -> Iterator[Difference]:
    model = sums.categories(year, question)
    for one in said["categories"]:
        yield from _differ(
            f"category {one['number']}", one["due"], dict(sorted(model[one["number"]].items()))
        )
        yield from _differ(
            f"category {one['number']} items", one["items"], sum(model[one["number"]].values())
        )


def leaders(year: Year, question: Question, said: dict[str, Any]) -> Iterator[Difference]:
    """Of ``leaders``: how much each has, and what comes next."""
    model = sums.people(year, question)
    tool = {
        (one["role"], one["name"]): sums.Load(*(one[name] for name in sums.Load._fields))
        for one in said["people"]
    }
    for whom in sorted({*model, *tool}):
        yield from _differ(f"{whom}", tool.get(whom, ABSENT), model.get(whom, ABSENT))
    yield from _differ("led by nobody", said["led_by_nobody"], sums.led_by_nobody(year, question))


def report(
    year: Year, question: Question, since: date | None, said: dict[str, Any]
) -> Iterator[Difference]:
    """The whole of ``report``."""
    yield from _load(year, question, said)
    yield from _months(year, question, said)
    yield from _unread(said, year.unread(question, units=True, dates=True))
    yield from _differ("undated", said["undated"], sums.undated(year, question))
    for name, rows in sums.dates(year, question).items():
        tool = sorted((one["id"], one["due"], one["days_left"]) for one in said[name])
        yield from _differ(
            name, [row for row in tool if row not in rows], [row for row in rows if row not in tool]
        )
    if year.lines is None:
        return
    progress = said["progress"]
    yield from _counts(year, question, progress)
    yield from _delays(year, question, progress)
    if since:
        yield from _differ("added", progress["added"], sums.added(year, question, since))
        moments = {
            one["id"]: (_moment(one["before"]), _moment(one["now"])) for one in progress["changed"]
        }
        changed = sums.changed(year, question, since)
        for identity in sorted({*moments, *changed}):
            yield from _differ(
                f"changed {identity}", moments.get(identity, ABSENT), changed.get(identity, ABSENT)
            )


def _counts(year: Year, question: Question, progress: dict[str, Any]) -> Iterator[Difference]:
    tool = {"all": _without_name(progress["all"])}
    tool |= {f"category {one['name']}": _without_name(one) for one in progress["categories"]}
    tool |= {f"lead {one['name']}": _without_name(one) for one in progress["leads"] if one["name"]}
    model = {  # a category in which nothing is yet has no need of a row
        name: one
        for name, one in sums.counts(year, question).items()
        if one["items"] or name in tool
    }
    for name in sorted({*tool, *model}):
        yield from _differ(f"counts {name}", tool.get(name, ABSENT), model.get(name, ABSENT))


def _without_name(one: dict[str, Any]) -> dict[str, Any]:
    return {name: one[name] for name in ("items", "states", "overdue", "late")}


def _delays(year: Year, question: Question, progress: dict[str, Any]) -> Iterator[Difference]:
    proper = year.listed.roster.proper
    names = {
        "overdue": ("id", "milestone", "due", "days_late"),
        "done_late": ("id", "milestone", "first_due", "days_late"),
        "extensions": ("id", "milestone", "first_due", "to", "on"),
    }
    model = sums.delays(year, question)
    for name, keys in names.items():
        tool = sorted((tuple(one[key] for key in keys) for one in progress[name]), key=str)
        yield from _differ(f"progress {name}", tool, model[name])
    problems = sorted(
        (one["id"], proper(one["unit"]), one["problem"]) for one in progress["problems"]
    )
    yield from _differ("progress problems", problems, model["problems"])


def _moment(one: dict[str, Any]) -> tuple[Any, ...]:
    return (
        one["state"],
        one["light"],
        one["percent"],
        one["due"] and date.fromisoformat(one["due"]),
    )


def history(
    year: Year, question: Question, past: sums.Past, said: dict[str, Any]
) -> Iterator[Difference]:
    """Which records are told, and which of them count."""
    told = sorted(record["id"] for record in said["records"])
    yield from _differ("records", told, sums.history(year, question, past))
    yield from _differ("since", said["since"], past.since and past.since.isoformat())
    standings = year.standings(question.as_of, question.known_by)
    refused = {identity for standing in standings.values() for identity in standing.refused}
    counting = {
        line.id for line in year.known(question.known_by) if line.on <= question.as_of
    } - refused
    for record in said["records"]:
        if record["kind"] != "correction":
            why = record["refused"] or (record["taken_back_by"] and "taken back")
            where = f"record {record['on']} {record['kind']} {record['status'] or ''} of {record['item']} {record['milestone'] or ''}"
            yield from _differ(
                f"{where}: counts",
                record["counts"] or why,
                (record["id"] in counting) or why or False,
            )


def owing(said: dict[str, Any], model: sums.Owed, as_of: date) -> Iterator[Difference]:
    """Who owes what for a period."""
    period = said["period"]
    yield from _differ("months", tuple(period["months"]), model.months)
    yield from _differ("week", period["week"], model.week)
    for name in ("first", "last", "due"):
        yield from _differ(name, period[name], getattr(model, name).isoformat())
    yield from _differ("days over", period["days_over"], max((as_of - model.due).days, 0))
    yield from _differ(
        "owed, reported", (said["owed"], said["reported"]), (model.owed, model.reported)
    )
    tool = {
        one["unit"]: [(item["id"], item["last_report"]) for item in one["items"]]
        for one in said["units"]
    }
    for unit in sorted({*tool, *model.missing}):
        yield from _differ(f"owing {unit}", tool.get(unit, ABSENT), model.missing.get(unit, ABSENT))


MARKS = {"【办结】": "closed", "【待复核】": "reported-done", "【调整】": "withdrawn"}


def calendar(year: Year, question: Question, text: str) -> Iterator[Difference]:
    """The entries of a calendar by item: their days, and what the marks in their titles say."""
    tool: dict[str, list[str]] = {}
    for event in text.replace("\r\n ", "").replace("\n ", "").split("BEGIN:VEVENT")[1:]:
        fields = dict(
            re.findall(r"^([A-Z]+)[^:\n]*:(.*?)\r?$", event.split("BEGIN:VALARM")[0], re.MULTILINE)
        )
        mark = next((state for word, state in MARKS.items() if word in fields["SUMMARY"]), "open")
        found = re.search(r"(\d-\d+) ", fields["SUMMARY"])
        identity = found[1] if found else fields["SUMMARY"]
        state = "withdrawn" if fields["STATUS"] == "CANCELLED" else mark
        for day in _days_of(fields):
            tool.setdefault(identity, []).append(f"{day} {state}")
    model: dict[str, list[str]] = {}
    for one in sums.calendar(year, question):
        state = one.state if one.state in MARKS.values() else "open"
        model.setdefault(one.id, []).append(f"{one.on.isoformat()} {state}")
    whens = {entry.id: entry.when.text for entry in year.listed.entries}
    for identity in sorted({*tool, *model}):
        theirs, ours = sorted(tool.get(identity, [])), sorted(model.get(identity, []))
        if theirs != ours:
            lacking = [day for day in ours if day not in theirs]
            yield Difference(
                f"entries {identity} ({whens[identity]})",
                [day for day in theirs if day not in ours],
                lacking,
            )


def _days_of(fields: dict[str, str]) -> list[str]:
    first = date.fromisoformat(fields["DTSTART"])
    if "RRULE" not in fields:
        return [first.isoformat()]
    rule = dict(part.split("=") for part in fields["RRULE"].split(";"))
    step = {"DAILY": 1, "WEEKLY": 7}[rule["FREQ"]]
    last = (
        date.fromisoformat(rule["UNTIL"][:8])
        if "UNTIL" in rule
        else first + timedelta(step * (int(rule["COUNT"]) - 1))
    )
    left_out = re.findall(r"\d{8}", fields.get("EXDATE", ""))
    days = (first + timedelta(number) for number in range(0, (last - first).days + 1, step))
    return [day.isoformat() for day in days if f"{day:%Y%m%d}" not in left_out]
