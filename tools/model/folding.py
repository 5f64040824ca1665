"""What an item is on a day: its records one after another, and what each of them does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from model import civil

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from model.papers import Entry, Line, Listed

SETTLED = ("reported-done", "closed", "withdrawn")


class Road:
    """A state that the whole item, or one of its dates, has come to."""

    def __init__(self) -> None:
        self.state = "no-report"
        self.since: date | None = None
        self.done_on: date | None = None
        self.settled_on: date | None = (
            None  # when nothing was left to do, until it is taken up again
        )
        self.first_word: date | None = None  # of work: beyond «not started»
        self.not_begun: date | None = None

    def go(self, state: str, on: date, done_on: date | None = None) -> None:
        """On to another state, or on in the same one."""
        if state == self.state:
            return
        if state not in SETTLED:
            self.settled_on = None
        elif self.state not in SETTLED:
            self.settled_on = on
        self.state, self.since, self.done_on = state, on, done_on


class OneDate(NamedTuple):
    """One of an item's dates on a day."""

    number: int | None
    first_due: date
    due: date
    state: str
    done_on: date | None

    @property
    def is_open(self) -> bool:
        """Whether it is still to be met."""
        return self.state not in SETTLED

    @property
    def late(self) -> int:
        """Done so many days after its first date."""
        return max((self.done_on - self.first_due).days, 0) if self.done_on else 0


class Standing(NamedTuple):
    """An item on a day."""

    state: str
    since: date | None
    percent: int | None
    done_on: date | None
    dates: tuple[OneDate, ...]
    last: tuple[date, str, str] | None  # day, unit, id of the last report
    problems: tuple[tuple[str, str], ...]
    extensions: tuple[
        tuple[int | None, date, date, date], ...
    ]  # which date, the first, the new one, decided when
    refused: frozenset[str]
    last_until: date | None = None  # the last day of what returns

    @property
    def is_done(self) -> bool:
        """Nothing is open of it."""
        return self.state in SETTLED

    @property
    def late(self) -> int:
        """Done so many days after its first date; what is not done is not late."""
        if self.state not in ("reported-done", "closed"):
            return 0
        return max((one.late for one in self.dates), default=0)

    def overdue(self, as_of: date) -> int:
        """Not done so many days after its date."""
        return max([0, *((as_of - one.due).days for one in self.dates if one.is_open)])


class Folding:
    """The records of one item, taken in one by one."""

    def __init__(self, listed: Listed, entry: Entry) -> None:
        self.listed = listed
        self.entry = entry
        self.first = entry.when.dates
        self.dues = list(self.first)
        self.whole = Road()
        self.roads = [Road() for _due in self.first] if len(self.first) > 1 else []
        self.percent: int | None = None
        self.last: tuple[date, str, str] | None = None
        self.said: dict[tuple[str, int | None], str | None] = {}
        self.extensions: list[tuple[int | None, date, date, date]] = []
        self.refused: set[str] = set()
        self.done_as_a_whole: set[date] = set()  # the days on which its leads said so
        self.opened: set[int] = (
            set()
        )  # the dates that were opened with the item, and of which nothing was said since

    # What it is now

    def state(self) -> tuple[str, date | None, date | None]:
        """The whole item's state, since when, and when it was done."""
        if self.whole.state in SETTLED or not self.roads:
            return self.whole.state, self.whole.since, self.whole.done_on
        if settled := self._by_its_dates():
            return settled
        if self.whole.state == "reopened":
            return "reopened", self.whole.since, None
        begun = [road.first_word for road in (self.whole, *self.roads) if road.first_word]
        if begun:
            return "in-progress", min(begun), None
        unbegun = [road.not_begun for road in (self.whole, *self.roads) if road.not_begun]
        return ("not-started", min(unbegun), None) if unbegun else ("no-report", None, None)

    def _by_its_dates(self) -> tuple[str, date | None, date | None] | None:
        """Done date by date: closed, reported done, or all of it withdrawn."""
        counting = [road for road in self.roads if road.state != "withdrawn"]
        if not counting:
            return "withdrawn", max(road.since for road in self.roads if road.since), None
        done = max((road.done_on for road in counting if road.done_on), default=None)
        if all(road.state == "closed" for road in counting):
            return "closed", max(road.since for road in counting if road.since), done
        if all(road.state in SETTLED for road in counting):
            settled = [road.settled_on for road in self.roads if road.settled_on]
            return "reported-done", max(settled), done
        return None

    # A record

    def take(self, line: Line) -> None:
        """What a record does, or that it cannot follow and counts for nothing."""
        if self.entry.assigned and line.on < self.entry.assigned:
            self.refused.add(line.id)  # nothing was asked for yet
            return
        on_date = line.milestone is not None
        road = self.roads[line.milestone - 1] if line.milestone is not None else self.whole
        state = road.state if on_date else self.state()[0]
        leads = line.kind == "report" and self._leads(line)
        if self._says_again(line, leads):
            self._hear(line, leads)
            return
        if (line.kind != "report" or leads) and not self._allowed(line, state):
            self.refused.add(line.id)
            return
        moves = leads or line.kind not in ("report", "extension")
        if line.milestone in self.opened and moves:
            self.opened.discard(line.milestone)
            if line.kind == "reopening":
                return  # it is open already
        before = self.state()[0]
        getattr(self, f"_{line.kind}")(line, road, state, leads)
        taken_up = (*SETTLED, "reopened")
        if leads and before in taken_up and self.state()[0] not in taken_up:
            self._forget_when_it_began()
            road.first_word = line.on

    def _leads(self, line: Line) -> bool:
        return line.says_lead and self.listed.leads(line.unit or "", self.entry)

    def _says_again(self, line: Line, leads: bool) -> bool:
        """Of the whole what its dates have come to: done, closed on a day that was said, withdrawn."""
        if line.milestone is not None or self.whole.state in SETTLED or not self.roads:
            return False
        settled = self._by_its_dates()
        if settled is None:
            return False
        state, _since, done_on = settled
        if line.kind == "closing":
            days = {done_on, *self.done_as_a_whole}
            return state == "closed" and civil.from_text(line.more["done_on"]) in days
        if line.kind == "withdrawal":
            return state == "withdrawn"
        return leads and line.more.get("status") == "done" and state != "withdrawn"

    def _allowed(self, line: Line, state: str) -> bool:
        whole = self.state()[0] if line.milestone is None else self.whole.state
        if line.kind == "extension":
            return self._may_be_extended(line, state)
        if line.milestone is not None and whole in SETTLED:
            return False
        if line.kind == "reopening":
            return state in SETTLED or line.milestone in self.opened
        if state in ("closed", "withdrawn"):
            return False
        if line.kind == "closing":
            return state not in ("no-report", "not-started")
        if line.more.get("status") == "not-started":
            return state in ("no-report", "not-started")
        return True

    def _may_be_extended(self, line: Line, state: str) -> bool:
        if state in ("closed", "withdrawn") or self.whole.state in ("closed", "withdrawn"):
            return False
        if line.milestone is None and len(self.dues) != 1:
            return False
        return civil.from_text(line.more["to"]) > self.dues[(line.milestone or 1) - 1]

    def _extension(self, line: Line, _road: Road, _state: str, _leads: bool) -> None:
        place = (line.milestone or 1) - 1
        self.dues[place] = civil.from_text(line.more["to"])
        self.extensions.append((line.milestone, self.first[place], self.dues[place], line.on))

    def _closing(self, line: Line, road: Road, _state: str, _leads: bool) -> None:
        accepted = civil.from_text(line.more["done_on"])
        waiting = [one for one in self.roads if one.state == "reported-done"]
        settled = self._by_its_dates() if self.roads and self.whole.state not in SETTLED else None
        if line.milestone is None:
            for one in waiting:
                one.go("closed", line.on, one.done_on)
            if settled and waiting and accepted != settled[2]:
                days = [one.done_on for one in waiting if one.done_on]
                [one for one in waiting if one.done_on == max(days)][-1].done_on = accepted
        road.go("closed", line.on, accepted)

    def _withdrawal(self, line: Line, road: Road, _state: str, _leads: bool) -> None:
        road.go("withdrawn", line.on)
        if line.milestone is None:
            for one in self.roads:
                if one.state == "reported-done":
                    one.go("withdrawn", line.on)

    def _reopening(self, line: Line, road: Road, _state: str, _leads: bool) -> None:
        """Of the whole, all its dates open again; of a date of what was done so, the whole is taken up again too."""
        taken_up = [self.whole, *self.roads] if line.milestone is None else [road]
        if line.milestone is not None and self.state()[0] in SETTLED:
            taken_up.append(self.whole)
        if line.milestone is None:
            self.opened = set(range(1, len(self.roads) + 1))
        if self.whole in taken_up:
            self._forget_when_it_began()
        for one in taken_up:
            one.state = "no-report"
            one.go("reopened", line.on)

    def _forget_when_it_began(self) -> None:
        """What is done and then goes on begins anew."""
        for one in (self.whole, *self.roads):
            one.first_word = None

    def _hear(self, line: Line, leads: bool) -> None:
        """What a report says beside a state."""
        if line.kind != "report":
            return
        unit = line.unit or ""
        self.last = (line.on, unit, line.id)
        self.said[self.listed.roster.proper(unit), line.milestone] = line.more.get("problem")
        if leads and line.milestone is None and line.more.get("status") == "done":
            self.done_as_a_whole.add(line.on)

    def _report(self, line: Line, road: Road, state: str, leads: bool) -> None:
        self._hear(line, leads)
        if not leads:
            return
        status, percent = line.more.get("status"), line.more.get("percent")
        if status is None:
            moves = percent is not None or state in ("no-report", "reopened")
            status = "in-progress" if moves else None
        if status == "done":
            road.go("reported-done", line.on, line.on)
            if line.milestone is None:
                self._forget_when_it_began()
                return
        elif status:
            road.go(status, line.on)
            if line.milestone is None:
                self.percent = self.percent if percent is None else percent
        if status == "not-started":
            road.not_begun = road.not_begun or line.on
        elif status:
            road.first_word = road.first_word or line.on
        if self.whole.state == "reopened" and road.state != state:
            self.whole.go("in-progress", line.on)  # news of one of its dates is news of it

    # The answer

    def standing(self) -> Standing:
        """What it is after all that was taken in."""
        state, since, done_on = self.state()
        percent = 100 if state in ("reported-done", "closed") else self.percent
        rule = self.entry.when.rule
        dates = tuple(self._dates(state, done_on))
        return Standing(
            state,
            since,
            percent,
            done_on,
            dates,
            self.last,
            () if state in ("closed", "withdrawn") else tuple(self._problems(dates)),
            tuple(self.extensions),
            frozenset(self.refused),
            (self.dues[0] if self.dues else rule.until) if rule else None,
        )

    def _dates(self, state: str, done_on: date | None) -> Iterable[OneDate]:
        if not self.roads:
            for first, due in zip(self.first, self.dues, strict=True):
                yield OneDate(None, first, due, state, done_on)
            return
        whole = self.whole
        for place, road in enumerate(self.roads):
            its: tuple[str, date | None] = (road.state, road.done_on)
            if whole.state in SETTLED and road.state not in SETTLED:
                its = (whole.state, whole.done_on if place == len(self.roads) - 1 else None)
            yield OneDate(place + 1, self.first[place], self.dues[place], *its)

    def _problems(self, dates: tuple[OneDate, ...]) -> Iterable[tuple[str, str]]:
        """What each unit said last of the item, and of each of its dates that is open."""
        for (unit, milestone), problem in self.said.items():
            if problem and (milestone is None or dates[milestone - 1].is_open):
                yield unit, problem


def fold(listed: Listed, lines: Iterable[Line], as_of: date) -> dict[str, Standing]:
    """Every item on a day, by the records that speak of no later one."""
    foldings = {entry.id: Folding(listed, entry) for entry in listed.on(as_of)}
    for line in lines:
        if line.on <= as_of and line.item in foldings:
            foldings[line.item].take(line)
    return {identity: folding.standing() for identity, folding in foldings.items()}


def as_told(standing: Standing, as_of: date) -> dict[str, Any]:
    """The facts of a standing in the words of the answers."""
    return {
        "state": standing.state,
        "since": _text(standing.since),
        "percent": standing.percent,
        "done_on": _text(standing.done_on),
        "late_days": standing.late,
        "overdue_days": standing.overdue(as_of),
        "dates": [
            (
                one.number,
                _text(one.first_due),
                _text(one.due),
                one.state,
                _text(one.done_on),
                one.late,
            )
            for one in standing.dates
        ],
    }


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None
