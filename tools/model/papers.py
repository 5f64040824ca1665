"""The two files: the list's YAML, and the lines of its journal."""

from __future__ import annotations

import json
import re
import tomllib
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from model import civil, phrases, who
from model.civil import WEEK
from model.people import names
from model.phrases import When

if TYPE_CHECKING:
    from pathlib import Path

    from model.who import Named, Roster

STANDARD = {
    "序号": "serial",
    "事项名称": "text",
    "牵头单位": "lead",
    "责任单位": "responsible",
    "完成时限": "deadline",
}
RHYTHMS = {
    "week": WEEK, "month": 1, "two-months": 2, "quarter": 3, "half-year": 6, "year": 12,
    "每周": WEEK, "每月": 1, "双月": 2, "每季": 3, "半年": 6, "每年": 12,
}  # fmt: skip
FRIDAY = 5
TEXTS_ONLY = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
PEOPLE = ("leader", "person")


class Entry(NamedTuple):
    """An item of the list, read."""

    id: str
    category: str
    text: str
    lead: tuple[Named, ...]  # as its cell names them
    responsible: tuple[Named, ...]
    further: tuple[Named, ...]  # of all other columns of units
    leads: tuple[Named, ...]  # who leads, by whichever cell or parent
    when: When
    more: dict[str, str]
    people: dict[str, tuple[str, ...]]  # by the role of their column
    by_persons: bool  # no unit is named, so they answer for it
    part_of: str | None
    inherits: tuple[str, ...]
    assigned: date | None
    serial: str
    unread: tuple[str, ...]  # its cells that nobody can read

    @property
    def cells(self) -> tuple[Named, ...]:
        """Everybody that is named."""
        return (*self.lead, *self.responsible, *self.further)


class Settings(NamedTuple):
    """``sulist.toml``."""

    near: int = 30
    behind: int = 20
    rhythm: int = 1  # in months, or WEEK
    set_due_day: int | None = None

    def due_day(self, rhythm: int) -> int:
        """The day of the last month, or of the week; what is set of the one says nothing of the other."""
        if self.set_due_day is not None and (rhythm == WEEK) == (self.rhythm == WEEK):
            return self.set_due_day
        return FRIDAY if rhythm == WEEK else 28


class Listed(NamedTuple):
    """A whole list."""

    printed_year: int | None
    issued: date | None
    entries: tuple[Entry, ...]
    categories: tuple[tuple[str, str], ...]
    roster: Roster
    settings: Settings
    columns: dict[str, str]
    leads_by: str

    def span(self, day: date) -> tuple[int, int]:
        """Its years, as it is on a day: what is printed, else from the first of all its days to the last; else that of the day."""
        if self.printed_year:
            return self.printed_year, self.printed_year
        days = [day.year for one in self.on(day) for day in self._days(one)]
        return min(days, default=day.year), max(days, default=day.year)

    def _days(self, entry: Entry) -> list[date]:
        days = (*entry.when.dates, entry.when.start, entry.assigned, self.issued)
        return [day for day in days if day]

    @property
    def year(self) -> int:
        """The year in which it began, of which what was assigned later says nothing; 1 where nobody knows."""
        days = [day.year for one in self.entries if not one.assigned for day in self._days(one)]
        return self.printed_year or min(days, default=1)

    @property
    def lived_in(self) -> int:
        """A year of its life, to write of and to ask as of."""
        return self.year if self.year > 1 else 2022

    def begins(self, entry: Entry) -> date:
        """From when on time counts where a deadline does not say."""
        return entry.assigned or self.issued or date(self.year, 1, 1)

    def on(self, day: date) -> tuple[Entry, ...]:
        """The items that there were on a day."""
        return tuple(one for one in self.entries if not one.assigned or one.assigned <= day)

    def leads(self, unit: str, entry: Entry) -> bool:
        """Whether a unit speaks for an item: named, or in a collective, 有关 included, since nobody knows which."""
        return any(
            self.roster.proper(unit) == self.roster.proper(one.name)
            if one.many is None
            else self.roster.proper(unit) in self.roster.members(one)
            or (unit == one.name and (one.many == "some" or not self.roster.members(one)))
            for one in entry.leads
        )

    def units(self, day: date) -> tuple[str, ...]:
        """Every unit that is asked about: the roster's, or all that are named; then the persons who answer."""
        entries = self.on(day)
        named = (one.name for entry in entries for one in entry.cells if one.many is None)
        known = [unit for group in self.roster.groups.values() for unit in group] or named
        alone = [
            one.name
            for entry in entries
            for one in entry.leads
            if entry.by_persons and "lead" not in entry.inherits
        ]
        return tuple(dict.fromkeys((*known, *alone)))


class Line(NamedTuple):
    """A record of the journal."""

    on: date
    seq: int
    written: str
    id: str
    item: str
    kind: str
    milestone: int | None
    unit: str | None
    says_lead: bool
    more: dict[str, Any]

    @property
    def order(self) -> tuple[Any, ...]:
        """By the day spoken of, then as one answers the other."""
        return (self.on, self.seq, self.written, self.id)


def read_list(folder: Path) -> Listed:
    """The list of a folder with its settings."""
    return read_file(folder / "items.yaml", folder / "sulist.toml")


def read_file(file: Path, settings: Path) -> Listed:
    """A list, and settings that there may be."""
    held = yaml.load(file.read_text(encoding="utf-8"), TEXTS_ONLY)  # noqa: S506
    year = int(held["year"]) if "year" in held else None
    issued = civil.from_text(held["issued"]) if "issued" in held else None
    roster = who.Roster(
        {name: tuple(units) for name, units in held.get("units", {}).items()},
        held.get("aliases", {}),
    )
    columns = held.get("columns", STANDARD)
    items = [
        (category["number"], item) for category in held["categories"] for item in category["items"]
    ]
    has_leads = any(item.get("lead") for _number, item in items)
    leads_by = "lead" if has_leads else held.get("lead_rule", "responsible")
    reader = Reader(year, issued, roster, columns, leads_by)
    entries: dict[str, Entry] = {}
    for number, item in items:
        entries[item["id"]] = reader.entry(number, item, entries.get(item.get("part_of")))
    return Listed(
        year,
        issued,
        tuple(entries.values()),
        tuple((one["number"], one["title"]) for one in held["categories"]),
        roster,
        _settings(settings),
        columns,
        leads_by,
    )


class Reader(NamedTuple):
    """What the cells of one list mean."""

    year: int | None
    issued: date | None
    roster: Roster
    columns: dict[str, str]
    leads_by: str

    def entry(self, category: str, item: dict[str, Any], parent: Entry | None) -> Entry:
        """An item; a part has of its parent who leads and the deadline, where it says nothing of them."""
        more = {
            heading: cleaned(item["more"][heading], apart=role in PEOPLE)
            for heading, role in self.columns.items()
            if heading in item.get("more", {})
        }
        assigned = civil.from_text(item["assigned"]) if "assigned" in item else None
        units = [heading for heading, role in self.columns.items() if role == "responsible"]
        lead = who.read(item.get("lead", ""), self.roster)
        responsible = who.read(item.get("responsible", ""), self.roster, units[0] if units else "")
        further = tuple(
            one
            for heading in units[1:]
            for one in who.read(more.get(heading, ""), self.roster, heading)
        )
        people: dict[str, tuple[str, ...]] = {}
        for role in PEOPLE:
            cells = [more.get(one, "") for one, its in self.columns.items() if its == role]
            people[role] = tuple(name for cell in cells for name in names(cell))
        leads, when = self._led(lead, responsible), self._when(item, assigned)
        inherits: list[str] = []
        persons = tuple(who.Named(name, None) for name in people["person"])
        by_persons = not (
            leads or item.get("responsible", "") not in ("", "无") or self.leads_by == "lead"
        )
        if parent and self._says_nothing_of_leads(item):
            by_units = bool(parent.leads) and not parent.by_persons
            if by_units or not (by_persons and persons):
                inherits.append("lead")
                leads, by_persons = parent.leads, parent.by_persons
        if by_persons and not inherits:  # who leads is all that it can have by now
            leads = persons
        if parent and "deadline" not in item and "deadline" in self.columns.values():
            inherits.append("deadline")
            when = parent.when
        serial = item.get("printed_serial", item["id"].split("-")[1])
        return Entry(
            item["id"], category, item["text"], lead, responsible, further, leads, when, more, people,
            by_persons, item.get("part_of"), tuple(inherits), assigned, serial, self._unread(item, when, parent, inherits),
        )  # fmt: skip

    def _says_nothing_of_leads(self, item: dict[str, Any]) -> bool:
        return "lead" not in item and (self.leads_by == "lead" or "responsible" not in item)

    def _led(self, lead: tuple[Named, ...], responsible: tuple[Named, ...]) -> tuple[Named, ...]:
        if self.leads_by == "lead":
            return who.leading(lead)
        return who.first_of(responsible) if self.leads_by == "first" else who.leading(responsible)

    def _when(self, item: dict[str, Any], assigned: date | None) -> When:
        text = item.get("deadline", "")
        begins = assigned or self.issued
        try:
            when = phrases.read(text, self.year, begins)
        except ValueError:
            return When(text, unreadable=True)
        # 四季度前 of a list that was issued in the quarter
        is_too_early = when.other and begins and when.dates[-1] < begins <= when.other
        return When(text, unreadable=True) if is_too_early else when

    def _unread(
        self, item: dict[str, Any], when: When, parent: Entry | None, inherits: list[str]
    ) -> tuple[str, ...]:
        """Where there is a roster, a unit has to be on it; a deadline has to be a phrase, its own or its parent's."""
        units = [heading for heading, role in self.columns.items() if role == "responsible"]
        cells = [("lead", item.get("lead", "")), ("responsible", item.get("responsible", ""))]
        cells += [(heading, item.get("more", {}).get(heading, "")) for heading in units[1:]]
        unread = [name for name, cell in cells if self._has_a_stranger(cell)]
        led_by = "lead" if self.leads_by == "lead" else "responsible"
        if parent and "lead" in inherits and led_by in parent.unread:
            unread.append(led_by)
        return (*unread, *(["deadline"] if when.unreadable else []))

    def _has_a_stranger(self, cell: str) -> bool:
        return self._is_strange(who.read(cell, self.roster))

    def _is_strange(self, units: tuple[Named, ...]) -> bool:
        on_it = {unit for group in self.roster.groups.values() for unit in group}
        return bool(on_it) and any(
            one.many is None and self.roster.proper(one.name) not in on_it for one in units
        )


def cleaned(cell: str, *, apart: bool) -> str:
    """A cell without the white space of its layout: it stays between letters or figures, and parts names."""
    kept = r"\s+" if apart else r"(?<![A-Za-z0-9])\s+|\s+(?![A-Za-z0-9])"
    return re.sub(kept, " " if apart else "", cell.strip())


def _settings(file: Path) -> Settings:
    if not file.exists():
        return Settings()
    said = tomllib.loads(file.read_text(encoding="utf-8"))
    lights, reports = said.get("lights", {}), said.get("reports", {})
    return Settings(
        lights.get("near_days", 30),
        lights.get("behind_points", 20),
        RHYTHMS[reports.get("rhythm", "month")],
        reports.get("due_day"),
    )


def read_journal(folder: Path) -> tuple[Line, ...] | None:
    """Its records in the order in which they count; the same line twice counts once. None where there is no journal."""
    file = folder / "progress.yaml"
    if not file.exists():
        return None
    texts = dict.fromkeys(file.read_text(encoding="utf-8").splitlines())
    held = [json.loads(text[2:]) for text in texts if text.startswith("- ")]
    return tuple(sorted(map(line_of, held[1:]), key=lambda line: line.order))


def line_of(held: dict[str, Any]) -> Line:
    """A record as its line holds it."""
    return Line(
        civil.from_text(held["on"]),
        held["seq"],
        held["written"],
        held["id"],
        held["item"],
        held["kind"],
        held.get("milestone"),
        held.get("unit"),
        held.get("role") == "lead",
        held,
    )


def known(lines: tuple[Line, ...], known_by: date | None) -> tuple[Line, ...]:
    """What was written by then, without what was taken back by then; corrections themselves are no more needed."""
    written = [
        line for line in lines if known_by is None or line.written[:10] <= known_by.isoformat()
    ]
    corrections = sorted(
        (line for line in written if line.kind == "correction"),
        key=lambda one: one.seq,
        reverse=True,
    )
    gone: set[str] = set()
    for (
        line
    ) in corrections:  # the last one first: a correction that is taken back takes nothing back
        if line.id not in gone:
            gone.add(line.more["corrects"])
    return tuple(line for line in written if line.id not in gone and line.kind != "correction")
