"""A random year of an office: two people who write, with words that follow and words that cannot."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from model import civil

if TYPE_CHECKING:
    from random import Random

    from model.papers import Entry, Listed

Record = dict[str, Any]
AFTER = {  # what may sensibly follow a state, as a person would have it
    "none": ("in-progress", "not-started", "done", "words", "in-progress", "extension"),
    "going": (
        "in-progress",
        "done",
        "done",
        "words",
        "extension",
        "withdrawal",
        "closing",
        "percent",
    ),
    "done": ("closing", "closing", "reopening", "in-progress", "extension", "done", "withdrawal"),
    "over": ("reopening", "reopening", "words", "in-progress"),
}
THEN = {
    "in-progress": "going", "not-started": "going", "done": "done", "percent": "going", "closing": "over",
    "withdrawal": "over", "reopening": "going",
}  # fmt: skip
ANY = (
    "in-progress",
    "not-started",
    "done",
    "words",
    "percent",
    "extension",
    "withdrawal",
    "closing",
    "reopening",
)


class Office:
    """Writes the records of a year."""

    def __init__(self, random: Random, listed: Listed) -> None:
        self.random = random
        self.listed = listed
        self.items = list(listed.entries)
        self.units = listed.units(date.max) or ("某单位",)
        self.lines: list[Record] = []
        self.known: list[list[Record]] = [[], []]  # what each of the two has seen
        self.rough: dict[tuple[str, int | None], str] = {}

    def year(self, count: int | None = None) -> list[Record]:
        """All lines, in the order in which they stand in the file."""
        favoured = self.random.sample(self.items, min(len(self.items), self.random.randint(4, 7)))
        first = self.listed.issued or date(self.listed.lived_in, 1, 1)
        days = range(first.toordinal(), date(first.year, 12, 28).toordinal())
        count = count or self.random.choice((0, 8, 25, 40, 60))
        for written in sorted(self.random.choices(days, k=count)):
            if self.random.random() < 0.6:  # they have exchanged their files
                self.known = [list(self.lines), list(self.lines)]
            item = self.random.choice(favoured if self.random.random() < 0.85 else self.items)
            self._write(date.fromordinal(written), item)
        if self.lines and self.random.random() < 0.3:  # a line that both branches have
            self.lines.append(dict(self.random.choice(self.lines)))
        if self.random.random() < 0.5:
            self.random.shuffle(self.lines)
        return self.lines

    def _write(self, written: date, item: Entry) -> None:
        writer = self.random.randint(0, 1)
        seen = self.known[writer]
        back = self.random.choice((0, 0, 0, 1, 5, 20))
        on = max(civil.plus(written, -back), date(self.listed.lived_in, 1, 1))
        what = (
            self._correction(seen) if seen and self.random.random() < 0.08 else self._of(item, on)
        )
        number = 1 + max((line["seq"] for line in seen), default=0)
        hour = f"{self.random.randint(8, 17):02}:{self.random.randint(0, 59):02}"
        line = {
            "on": on.isoformat(),
            **what,
            "written": f"{written.isoformat()}T{hour}:00+08:00",
            "seq": number,
            "id": f"r{len(self.lines):03}{'ab'[writer]}{self.random.randint(0, 9999):04}",
        }
        self.lines.append(line)
        seen.append(line)

    def _correction(self, seen: list[Record]) -> Record:
        wrong = self.random.choice(seen[-5:])
        return {
            "item": wrong["item"],
            "kind": "correction",
            "corrects": wrong["id"],
            "reason": "记错",
        }

    def _of(self, item: Entry, on: date) -> Record:
        """A record of an item: mostly one that can follow."""
        dues = item.when.dates
        several = len(dues) > 1
        number = (
            self.random.randint(1, len(dues)) if several and self.random.random() < 0.7 else None
        )
        place = (item.id, number)
        rough = self.rough.get(place, self.rough.get((item.id, None), "none"))
        kind = self.random.choice(AFTER[rough] if self.random.random() < 0.85 else ANY)
        self.rough[place] = THEN.get(kind, rough)
        if kind == "reopening" and number is None:
            self.rough = {
                key: "going" if key[0] == item.id else value for key, value in self.rough.items()
            }
        known: Record = {"item": item.id, "kind": kind}
        if number:
            known["milestone"] = number
        if kind == "closing":
            return known | {
                "done_on": max(
                    civil.plus(on, -self.random.choice((0, 0, 3, 25))), date(on.year, 1, 1)
                ).isoformat()
            }
        if kind == "extension":
            return known | {"to": self._later(dues, number), "reason": "会议同意"}
        if kind in ("withdrawal", "reopening"):
            return known | {"reason": "会议决定"}
        return known | self._report(item, kind, on)

    def _later(self, dues: tuple[date, ...], number: int | None) -> str:
        first = dues[(number or 1) - 1] if dues else date(self.listed.lived_in, 9, 30)
        return civil.plus(first, self.random.choice((-10, 0, 15, 31, 60, 92, 150))).isoformat()

    def _report(self, item: Entry, kind: str, on: date) -> Record:
        pick = self.random.choice
        leads = self._units_of(item)
        is_lead = bool(leads) and self.random.random() < 0.85
        unit = pick(leads) if is_lead else pick(self.units)
        others = [short for short, whole in self.listed.roster.aliases.items() if whole == unit]
        known: Record = {"kind": "report", "unit": pick([unit, unit, *others])}
        if is_lead or unit in leads or self.random.random() < 0.3:
            known["role"] = "lead"
        if kind in ("in-progress", "not-started", "done"):
            known["status"] = kind
        percents = {
            "in-progress": (None, None, 10, 30, 50, 80),
            "percent": (5, 45, 90),
            "done": (None, 100),
        }
        percent = pick(percents.get(kind, (None,)))
        if percent is not None:
            known["percent"] = percent
        known["done"] = f"{on.month}月情况"
        if self.random.random() < 0.35:
            known["problem"] = pick(("资金不足", "用地未落实", "人手不够"))
        return known | self._period(on)

    def _period(self, on: date) -> Record:
        """Mostly of the day's month or week, now and then of the one before."""
        weekly = 0.7 if self.listed.settings.rhythm == civil.WEEK else 0.1
        is_before = self.random.random() < 0.15
        if self.random.random() < weekly:
            return {"period": civil.week(civil.plus(on, -7 * is_before))}
        return {"period": civil.months_after(on, -1 * is_before).isoformat()[:7]}

    def _units_of(self, item: Entry) -> list[str]:
        """Who leads it, those of a collective one by one; who assists is among them now and then."""
        roster = self.listed.roster
        assisting = [one for one in item.cells if one.assists and self.random.random() < 0.3]
        units: list[str] = []
        for named in (*item.leads, *assisting):
            members = roster.members(named)
            units += members or [roster.proper(named.name)]
        return units
