"""Holds sulist against a second reading of the same lists and journals, which are made at random.

    python tools/cross_check.py              # 60 seeds, as .ci/run does
    python tools/cross_check.py --seed 17    # one of them again, with its files kept
    python tools/cross_check.py --seeds 500  # more, before a release (--first 60 leaves out what CI has asked)

Each seed makes a list, settings and a year of records; sulist and the model (``tools/model``) are asked the same questions as
of several days. Every difference is told with its seed, the command, what sulist says and what the model says;
the exit code is 1 where there is any. Which of the two is wrong is for a person to find out.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tools"), str(ROOT / "tests")]

import running  # noqa: E402 - from the tests, which run sulist in their own process too
from model import civil, holding, lamps, naming, papers, sums, who  # noqa: E402
from model.asking import Question, Year  # noqa: E402
from model.seeds import days_to_ask, make  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

    from model.holding import Difference

IN_CHINESE = dict(zip(lamps.COLOURS, "红黄绿蓝无", strict=True))
SHOWN = 40  # differences that are told one by one
RHYTHMS = {"week": civil.WEEK, "month": 1, "quarter": 3, "half-year": 6}


class Told(NamedTuple):
    """A difference, and how it came."""

    seed: int
    command: str
    difference: Difference


class RefusedError(Exception):
    """A question that sulist did not answer."""


class Seed:
    """One list with its journal, and the questions that are asked of it."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.seed = seed
        self.folder = folder
        make(seed, folder, of_any_kind=True)
        self.random = Random(f"questions of {seed}")
        listed = papers.read_list(folder)
        self.year = Year(listed, papers.read_journal(folder))
        self.commands = 0

    def differences(self) -> Iterator[Told]:
        """All of them."""
        for as_of in days_to_ask(self.seed, self.year.listed.lived_in):
            known_by = (
                civil.plus(as_of, -self.random.randint(0, 40))
                if self.random.random() < 0.35
                else None
            )
            for words, question in self._about_items(Question(as_of, known_by)):
                yield from self._compared(words, question, holding.items)
            yield from self._about_sums(Question(as_of, known_by))
        calendar = ["export", "calendar", "-o", "-"]
        yield from self._compared(calendar, Question(as_of), holding.calendar)
        colours, light = self._lights()
        lit = Question(as_of, light=colours)
        yield from self._compared([*calendar, *light], lit, holding.calendar)

    def _compared(self, words: list[str], question: Question, compare: Any) -> Iterator[Told]:
        words = [
            *words,
            *(["--known-by", question.known_by.isoformat()] if question.known_by else []),
        ]
        try:
            said = self._said(words, question.as_of)
        except RefusedError as refused:
            yield Told(self.seed, " ".join(words), holding.Difference("refused", str(refused), ""))
            return
        command = " ".join([*words, "--as-of", question.as_of.isoformat()])
        for difference in compare(self.year, question, said):
            yield Told(self.seed, command, difference)

    def _said(self, words: list[str], as_of: date) -> Any:
        is_json = words[0] != "export"
        settings = os.environ | {
            "SULIST_LANG": "en",
            "SULIST_FILE": "items.yaml",
            "SULIST_AS_OF": as_of.isoformat(),
        }
        done = running.answered(
            [*words, *(["--format", "json"] if is_json else [])], settings, self.folder
        )
        self.commands += 1
        if done.returncode:
            raise RefusedError(done.stderr.decode())
        return json.loads(done.stdout) if is_json else done.stdout.decode()

    # What is asked

    def _about_items(self, asked: Question) -> Iterator[tuple[list[str], Question]]:
        pick = self.random.choice
        due = asked._replace(each_date=True)
        day, later = self._two_days()
        states = tuple(self.random.sample(sums.STATES, self.random.randint(1, 3)))
        status = [word for state in states for word in ("--status", state)]
        unit = self._unit(asked.as_of)
        number = pick(self.year.listed.categories)[0]
        yield ["list"], asked
        yield ["due"], due
        yield ["due", "--before", day.isoformat()], due._replace(before=day)
        yield ["due", "--after", day.isoformat()], due._replace(after=day)
        yield ["due", "--from", day.isoformat()], due._replace(since=day)
        yield (
            ["due", "--from", day.isoformat(), "--before", later.isoformat()],
            due._replace(since=day, before=later),
        )
        within = pick((7, 30, 90))
        yield ["due", "--within", f"{within}d"], due._replace(within=within)
        yield ["due", "--overdue"], due._replace(overdue=True)
        yield ["due", *status], due._replace(status=states)
        yield (
            ["due", "--before", later.isoformat(), *status],
            due._replace(status=states, before=later),
        )
        yield ["due", "--after", day.isoformat(), *status], due._replace(status=states, after=day)
        yield ["due", "--overdue", *status], due._replace(overdue=True, status=states)
        yield ["list", "--before", later.isoformat()], asked._replace(before=later)
        yield (
            ["list", "--after", day.isoformat(), "--before", later.isoformat()],
            asked._replace(after=day, before=later),
        )
        yield ["list", *status], asked._replace(status=states)
        yield (
            ["ledger", "--from", day.isoformat(), *status],
            asked._replace(since=day, status=states),
        )
        yield (
            ["by-category", number, "--from", day.isoformat()],
            asked._replace(category=number, since=day),
        )
        ids = tuple(
            one.id for one in self.year.listed.on(asked.as_of) if self.random.random() < 0.3
        )
        if ids:
            yield ["show", *ids], asked._replace(ids=ids)
        yield from self._about_lights(asked, day, later)
        if unit:
            yield from self._about_a_unit(unit, asked, later)
        yield from self._about_further_cells(asked, later)

    def _about_a_unit(
        self, unit: str, asked: Question, later: date
    ) -> Iterator[tuple[list[str], Question]]:
        its = asked._replace(unit=unit)
        yield ["due", "--unit", unit, "--within", "60d"], its._replace(within=60, each_date=True)
        yield ["by-unit", unit], its
        roles = tuple(self.random.sample(who.STRENGTH, 2))
        words = [word for role in roles for word in ("--role", role)]
        yield (
            ["by-unit", unit, *words, "--before", later.isoformat()],
            its._replace(roles=roles, before=later),
        )

    def _lights(self) -> tuple[tuple[str, ...], list[str]]:
        """Colours, and how they are asked for: by the words of either language."""
        colours = tuple(self.random.sample(lamps.COLOURS, self.random.choice((1, 1, 2, 3))))
        words = [self.random.choice((one, IN_CHINESE[one])) for one in colours]
        return colours, [word for one in words for word in ("--light", one)]

    def _about_lights(
        self, asked: Question, day: date, later: date
    ) -> Iterator[tuple[list[str], Question]]:
        """What has one of these colours, beside every other filter."""
        for command in ("list", "due", "ledger", "due", "due"):
            colours, light = self._lights()
            lit = asked._replace(light=colours, each_date=command == "due")
            yield [command, *light], lit
            state = self.random.choice(sums.STATES)
            further: list[tuple[list[str], Question]] = [
                (["--before", later.isoformat()], lit._replace(before=later)),
                (["--from", day.isoformat()], lit._replace(since=day)),
                (["--status", state], lit._replace(status=(state,))),
            ]
            if command == "due":
                further.append((["--overdue"], lit._replace(overdue=True)))
                further.append((["--within", "60d"], lit._replace(within=60)))
            words, question = self.random.choice(further)
            yield [command, *light, *words], question
        colours, light = self._lights()
        number = self.random.choice(self.year.listed.categories)[0]
        yield (
            ["by-category", number, *light],
            asked._replace(category=number, light=colours),
        )
        if unit := self._unit(asked.as_of):
            yield ["by-unit", unit, *light], asked._replace(unit=unit, light=colours)

    def _about_further_cells(
        self, asked: Question, later: date
    ) -> Iterator[tuple[list[str], Question]]:
        """Whose an item is, and what a cell of a further column holds."""
        entries = self.year.listed.on(asked.as_of)
        for role in ("leader", "person"):
            names = sorted({name for entry in entries for name in entry.people[role]})
            if names:
                name = self.random.choice(names)
                its = (
                    asked._replace(leader=name) if role == "leader" else asked._replace(person=name)
                )
                yield ["list", f"--{role}", name], its
                yield (
                    ["due", f"--{role}", name, "--before", later.isoformat()],
                    its._replace(before=later, each_date=True),
                )
        headings = sorted({heading for entry in entries for heading in entry.more})
        if headings:
            heading, text = self.random.choice(headings), self.random.choice(("结转", "一", "区"))
            yield ["list", "--where", f"{heading}={text}"], asked._replace(where=(heading, text))

    def _two_days(self) -> tuple[date, date]:
        year = self.year.listed.lived_in
        first = date(year, 1, 1).toordinal()
        days = sorted(first + self.random.randint(0, 420) for _number in range(2))
        return date.fromordinal(days[0]), date.fromordinal(days[1])

    def _unit(self, day: date) -> str:
        known = (*self.year.listed.units(day), *self.year.listed.roster.aliases)
        return self.random.choice(known) if known else ""

    def _about_sums(self, asked: Question) -> Iterator[Told]:
        state = self.random.choice(sums.STATES)
        of_state = asked._replace(status=(state,))
        yield from self._compared(["units"], asked, holding.units)
        yield from self._compared(["units", "--status", state], of_state, holding.units)
        if {"leader", "person"} & {*self.year.listed.columns.values()}:
            yield from self._compared(["leaders"], asked, holding.leaders)
            yield from self._compared(["leaders", "--status", state], of_state, holding.leaders)
        yield from self._compared(["categories"], asked, holding.categories)
        yield from self._compared(["categories", "--status", state], of_state, holding.categories)
        since = civil.plus(asked.as_of, -self.random.randint(10, 80))

        def whole(year: Year, question: Question, said: Any) -> Iterator[Difference]:
            return holding.report(year, question, since, said)

        yield from self._compared(["report", "--since", since.isoformat()], asked, whole)
        yield from self._compared(
            ["report", "--status", state, "--since", since.isoformat()], of_state, whole
        )
        for words, some in self._filters(asked):
            yield from self._compared(["report", *words, "--since", since.isoformat()], some, whole)
        if self.year.lines:
            yield from self._about_history(asked)
            yield from self._about_owing(asked)

    def _filters(self, asked: Question) -> Iterator[tuple[list[str], Question]]:
        """Of a report: whose items, which, and in which light."""
        number = self.random.choice(self.year.listed.categories)[0]
        colours, light = self._lights()
        yield light, asked._replace(light=colours)
        yield ["--category", number, *light], asked._replace(category=number, light=colours)
        yield ["--category", number], asked._replace(category=number)
        if unit := self._unit(asked.as_of):
            its = asked._replace(unit=unit)
            roles = tuple(self.random.sample(who.STRENGTH, 2))
            words = [word for role in roles for word in ("--role", role)]
            yield ["--unit", unit], its
            yield ["--unit", unit, *words], its._replace(roles=roles)
            yield ["--unit", unit, "--category", number], its._replace(category=number)
        names = sorted(
            {name for one in self.year.listed.on(asked.as_of) for name in one.people["leader"]}
        )
        if names:
            name = self.random.choice(names)
            yield ["--leader", name], asked._replace(leader=name)

    def _about_history(self, asked: Question) -> Iterator[Told]:
        """All that was said, or what was since a day or a period, or by some units."""
        written = {civil.from_text(line.written[:10]) for line in self.year.lines or ()}
        days = sorted(day for day in written if day <= asked.as_of)
        back = civil.plus(asked.as_of, -self.random.randint(0, 90))
        day = self.random.choice(days or [back])  # a record of it may speak of an earlier one
        since = ["--since", day.isoformat()]
        length = self.random.choice((1, 3, 6))
        first = lamps.Period(day, length).first
        in_words = ["--since", self._named(day, length, asked.as_of)]
        roster = self.year.listed.units(asked.as_of)
        units = tuple(
            self._unit(asked.as_of) for _number in range(self.random.randint(1, 2) if roster else 0)
        )
        of_units = [word for unit in units for word in ("--unit", unit)]
        for words, past in (
            ([], sums.Past()),
            (since, sums.Past(day)),
            (in_words, sums.Past(first)),
            (of_units, sums.Past(None, units)),
            ([*in_words, *of_units], sums.Past(first, units)),
        ):

            def told(
                year: Year, question: Question, said: Any, past: sums.Past = past
            ) -> Iterator[Difference]:
                return holding.history(year, question, past, said)

            yield from self._compared(["history", *words], asked, told)

    def _named(self, day: date, length: int, as_of: date) -> str:
        return naming.period(self.year.listed, day, length, as_of, self.random)

    def _about_owing(self, asked: Question) -> Iterator[Told]:
        """For periods as they are set, for some of another rhythm, and for weeks, quarters and halves that are named."""
        settings = self.year.listed.settings
        rhythm = self.random.choice(tuple(RHYTHMS))
        due_day = self.random.randint(1, 7 if rhythm == "week" else 28)
        periods: list[tuple[list[str], date, int, int | None]] = [
            ([], asked.as_of, settings.rhythm, None)
        ]
        for number in (0, -1, -self.random.randint(2, 7), 2):
            day = civil.months_after(asked.as_of, number)
            as_set = number in (0, -1)
            name = self._named(day, 1, asked.as_of)
            if as_set:
                periods.append((["--month", name], day, settings.rhythm or 1, None))
                continue
            name = civil.week(day) if rhythm == "week" else name
            words = ["--month", name, "--rhythm", rhythm]
            periods.append((words, day, RHYTHMS[rhythm], None))
            periods.append(([*words, "--due-day", str(due_day)], day, RHYTHMS[rhythm], due_day))
        for length in (civil.WEEK, civil.WEEK, 3, 6):
            day = civil.plus(asked.as_of, -self.random.randint(-20, 150))
            periods.append((["--month", self._named(day, length, asked.as_of)], day, length, None))
        for words, day, length, due in periods:
            model = sums.owing(self.year, asked, day, length, due)

            def owed(
                _year: Year, question: Question, said: Any, model: sums.Owed = model
            ) -> Iterator[Difference]:
                return holding.owing(said, model, question.as_of)

            yield from self._compared(["owing", *words], asked, owed)


def main() -> int:
    """Asks both of so many seeds, and tells what differs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, default=60, help="how many lists (default: 60)")
    parser.add_argument("--first", type=int, default=0, help="the first seed (default: 0)")
    parser.add_argument("--seed", type=int, help="only this one; its files are kept")
    asked = parser.parse_args()
    found: list[Told] = []
    commands = 0
    seeds = range(asked.first, asked.first + asked.seeds)
    for number in seeds if asked.seed is None else [asked.seed]:
        folder = Path(tempfile.mkdtemp(prefix="sulist-"))
        seed = Seed(number, folder)
        found += seed.differences()
        commands += seed.commands
        if asked.seed is None:
            shutil.rmtree(folder)
        else:
            print(f"The list and its journal: {folder}")
    for told in found[:SHOWN]:
        print(f"seed {told.seed}: sulist {told.command}\n  {told.difference.where}")
        print(f"    sulist: {told.difference.tool}\n    model:  {told.difference.model}")
    if len(found) > SHOWN:
        print(f"… and {len(found) - SHOWN} more")
    by_seed = Counter(told.seed for told in found)
    print(f"{commands} questions, {len(found)} differences in {len(by_seed)} lists.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
