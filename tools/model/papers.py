"""The two files: the list's YAML, and the lines of its journal."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from model import civil, phrases, who

if TYPE_CHECKING:
    from pathlib import Path

    from model.phrases import When
    from model.who import Named, Roster

MONTHS = {"month": 1, "two-months": 2, "quarter": 3, "half-year": 6, "year": 12}


class Entry(NamedTuple):
    """An item of the list, read."""

    id: str
    category: str
    text: str
    lead: tuple[Named, ...]
    responsible: tuple[Named, ...]
    when: When

    @property
    def leaders(self) -> tuple[Named, ...]:
        """Those of the lead cell that do more than assist."""
        return tuple(one for one in self.lead if not one.assists)


class Settings(NamedTuple):
    """``sulist.toml``."""

    near: int = 30
    behind: int = 20
    rhythm: int = 1  # in months
    due_day: int = 28


class Listed(NamedTuple):
    """A whole list."""

    year: int
    issued: date | None
    entries: tuple[Entry, ...]
    categories: tuple[tuple[str, str], ...]
    roster: Roster
    settings: Settings

    @property
    def begins(self) -> date:
        """From when on time counts where a deadline does not say."""
        return self.issued or date(self.year, 1, 1)

    def leads(self, unit: str, entry: Entry) -> bool:
        """Whether a unit speaks for an item: named, or in a collective, 有关 included, since nobody knows which."""
        return any(
            self.roster.proper(unit) == self.roster.proper(one.name)
            if one.many is None
            else self.roster.proper(unit) in self.roster.members(one)
            or (one.many == "some" and unit == one.name)
            for one in entry.leaders
        )


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
    held = yaml.safe_load((folder / "items.yaml").read_text(encoding="utf-8"))
    year = held["year"]
    issued = civil.from_text(str(held["issued"])) if "issued" in held else None
    roster = who.Roster(
        {name: tuple(units) for name, units in held.get("units", {}).items()},
        held.get("aliases", {}),
    )
    entries = tuple(
        Entry(
            item["id"],
            category["number"],
            item["text"],
            who.read(item["lead"], roster),
            who.read(item["responsible"], roster),
            phrases.read(item["deadline"], year, issued),
        )
        for category in held["categories"]
        for item in category["items"]
    )
    categories = tuple((one["number"], one["title"]) for one in held["categories"])
    return Listed(year, issued, entries, categories, roster, _settings(folder / "sulist.toml"))


def _settings(file: Path) -> Settings:
    if not file.exists():
        return Settings()
    said = tomllib.loads(file.read_text(encoding="utf-8"))
    lights, reports = said.get("lights", {}), said.get("reports", {})
    return Settings(
        lights.get("near_days", 30),
        lights.get("behind_points", 20),
        MONTHS[reports.get("rhythm", "month")],
        reports.get("due_day", 28),
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
