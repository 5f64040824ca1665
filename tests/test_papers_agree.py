"""Two papers of one day never contradict each other: what every place tells of an item, and its sums.

The lists and their years are random ones of ``tools/model``; the facts are read out of what is printed and written.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import agreeing as read
from conftest import Sulist, examples
from hypothesis import given, note, settings
from hypothesis import strategies as st
from model.papers import read_list
from model.seeds import days_to_ask, make

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from agreeing import Told

seeds = st.integers(0, 99_999)


class Day:
    """All that is printed and written of a random list on one day."""

    def __init__(self, seed: int, folder: Path, *, of_any_kind: bool) -> None:
        make(seed, folder, of_any_kind=of_any_kind)
        self.as_of = days_to_ask(seed, read_list(folder).lived_in)[seed % 2]
        self.folder = folder
        self._ask = Sulist(folder)
        note(f"sulist … --as-of {self.as_of}, of python tools/cross_check.py --seed {seed}")

    def _settings(self, language: str) -> dict[str, str]:
        return {
            "SULIST_LANG": language,
            "SULIST_AS_OF": self.as_of.isoformat(),
            "SULIST_FILE": "items.yaml",
        }

    def screen(self, *words: str, language: str = "en") -> str:
        """A screen of so many columns as it needs."""
        return self._ask.text(*words, **self._settings(language))

    def json(self, *words: str) -> Any:
        """An answer for a program."""
        return json.loads(self.screen(*words, "--format", "json"))

    def written(self, kind: str, *words: str) -> bytes:
        """A document."""
        made = self._ask("export", kind, *words, "--output", "-", **self._settings("en"))
        assert made.returncode == 0, made.stderr.decode()
        return made.stdout


def on_a_day(check: Callable[[Day], None], seed: int, *, of_any_kind: bool = True) -> None:
    """Checks a list of its own folder."""
    with TemporaryDirectory() as name:
        check(Day(seed, Path(name), of_any_kind=of_any_kind))


def told_of_items(day: Day, ids: list[str]) -> Iterator[tuple[str, Told]]:
    """Every place that tells of each item."""
    for language in ("en", "zh_CN"):
        yield (
            f"ledger in {language}",
            read.of_ledger_screen(day.screen("ledger", language=language)),
        )
        yield (
            f"list in {language}",
            read.of_list_screen(day.screen("list", language=language), day.as_of),
        )
        yield (
            f"show in {language}",
            read.of_shown(day.screen("show", *ids, language=language), day.as_of),
        )
    yield "list as JSON", read.of_json(day.json("list"))
    yield "show as JSON", read.of_json(day.json("show", *ids))
    yield "page", read.of_page(day.written("page").decode())
    yield "workbook", read.of_workbook(day.written("ledger"))
    yield "Word list", read.of_word_list(day.written("list"), ids)
    yield "annex of the report", read.of_annex(day.written("report"), ids)


@settings(deadline=None, max_examples=examples(15))
@given(seeds)
def test_every_place_tells_the_same_of_an_item(seed: int) -> None:
    """Its state, light, percent, days left, days overdue and leads, on screens, page, papers, workbook and in JSON."""

    def check(day: Day) -> None:
        ledger = day.json("ledger")
        ids = [item["id"] for item in ledger["items"]]
        known: dict[str, dict[str, dict[str, Any]]] = {}
        for place, told in (("ledger as JSON", read.of_json(ledger)), *told_of_items(day, ids)):
            assert list(told) == ids, place
            for identity, facts in told.items():
                for name, value in facts.items():
                    known.setdefault(f"{identity} {name}", {})[place] = value
        contradicting = {
            fact: by_place
            for fact, by_place in known.items()
            if any(value != next(iter(by_place.values())) for value in by_place.values())
        }
        assert contradicting == {}

    on_a_day(check, seed, of_any_kind=False)  # by the headings of the five columns


@settings(deadline=None, max_examples=examples(15))
@given(seeds)
def test_every_place_tells_the_same_dates(seed: int) -> None:
    """What is due, overdue and next: on the screens of ``due``, in the report, in the calendar, in the letters."""

    def check(day: Day) -> None:
        rows = [(item["id"], item["days_left"]) for item in day.json("due")["items"]]
        expected = Counter((identity, day.as_of.toordinal() + left) for identity, left in rows)
        for language in ("en", "zh_CN"):
            on_screen = read.due_rows(day.screen("due", language=language), day.as_of.year)
            assert [(identity, left) for identity, _due, left in on_screen] == rows
            assert (
                Counter((identity, due.toordinal()) for identity, due, _left in on_screen)
                == expected
            )
        report = day.json("report")
        for name, is_over in (("overdue", True), ("next", False)):
            in_report = sorted((one["id"], one["days_left"]) for one in report[name])
            assert in_report == sorted(row for row in rows if (row[1] < 0) is is_over)
        states = {item["id"]: item["progress"] for item in day.json("ledger")["items"]}
        entries = read.of_calendar(day.written("calendar"))
        for identity, _due, facts in entries:
            progress = states[identity]
            assert facts == {"state": progress["state"], "colour": progress["light"]}
        single = {(identity, due.toordinal()) for identity, due, _facts in entries}
        milestones = {
            (item["id"], date.fromisoformat(one["due"]).toordinal())
            for item in day.json("list")["items"]
            for one in item["progress"]["dates"]
        }
        assert milestones <= single
        if "printed_serial" not in (day.folder / "items.yaml").read_text("utf-8"):
            _letters_agree(day, states)  # elsewhere they speak by printed serials

    on_a_day(check, seed)


@settings(deadline=None, max_examples=examples(8))
@given(seeds)
def test_a_document_about_lights_tells_of_the_items_that_have_them(seed: int) -> None:
    """Those of the ledger, each as it is told there: the page, the workbook, the list, the report, the calendar."""

    def check(day: Day) -> None:
        every = read.of_json(day.json("ledger"))
        colours = Random(seed).sample(sorted(read.COLOURS.values()), 1 + seed % 3)  # noqa: S311 - the same in every run
        asked = [word for colour in colours for word in ("--light", colour)]
        ledger = {one: told for one, told in every.items() if told["colour"] in colours}
        ids = [*ledger]
        note(" ".join(asked))
        assert read.of_json(day.json("ledger", *asked)) == ledger
        documents = {
            "page": read.of_page(day.written("page", *asked).decode()),
            "workbook": read.of_workbook(day.written("ledger", *asked)),
            "list": read.of_word_list(day.written("list", *asked), ids),
        }
        if ids:  # without an item the report has no annex
            documents["report"] = read.of_annex(day.written("report", *asked), ids)
        for place, told in documents.items():
            assert [*told] == ids, place
            for identity, facts in told.items():
                common = facts.keys() & ledger[identity].keys()
                assert {name: facts[name] for name in common} == {
                    name: ledger[identity][name] for name in common
                }, place
        entries = read.of_calendar(day.written("calendar", *asked))
        whole = read.of_calendar(day.written("calendar"))
        assert entries == [one for one in whole if one[0] in ledger]

    on_a_day(check, seed, of_any_kind=False)  # by the headings of the five columns


def _letters_agree(day: Day, states: dict[str, Any]) -> None:
    """A letter goes to a unit that leads, and says what is over as everywhere; what is done is not urged."""
    if not (letters := read.of_letters(day.written("letters"))):
        return
    page = read.of_page(day.written("page").decode())
    for unit, identity, why in letters:
        progress = states[identity]
        assert progress["state"] not in read.DONE
        over = [int(days) for days in re.findall(r"逾期(\d+)天", why)]
        assert max(over, default=0) == progress["overdue_days"]
        assert unit in page[identity]["leads"] or "有关" in unit


@settings(deadline=None, max_examples=examples(15))
@given(seeds)
def test_sums_are_sums_of_what_stands_in_the_rows(seed: int) -> None:
    """By state, by light, overdue and late: on the screen of the report in both languages, on the page, in the Word report."""

    def check(day: Day) -> None:
        items = [item["progress"] for item in day.json("ledger")["items"]]
        states = Counter(one["state"] for one in items)
        lights = Counter(one["light"] for one in items)
        overdue = sum(one["overdue_days"] > 0 for one in items)
        late = sum(one["late_days"] > 0 for one in items)
        for language in ("en", "zh_CN"):
            _report_adds_up(day.screen("report", language=language), states, overdue, late)
        paper = day.written("report")
        _paper_adds_up(paper, states, overdue, late)
        text = read.docx_text(paper)
        assert {
            word: int(number) for word, number in re.findall(r"(\S灯|不亮灯)(\d+)项", text)
        } == {word: lights[colour] for word, colour in read.COLOURS.items() if lights[colour]}
        page = read.totals_of_page(day.written("page").decode())
        assert page["事项总数"] == len(items)
        assert page["逾期"] == overdue
        assert page["未反馈"] == states["no-report"]
        assert {word: page.get(word, 0) for word in read.COLOURS} == {
            word: lights[colour] for word, colour in read.COLOURS.items()
        }
        assert sum(one["items"] for one in day.json("categories")["categories"]) == len(items)

    on_a_day(check, seed)


def _report_adds_up(screen: str, states: Counter[str], overdue: int, late: int) -> None:
    """The tables of categories and of leads end with the whole; a category's rows add up to it."""
    by = [
        rows
        for _above, rows in read.tables(screen)
        if any(name in rows[0] for name in ("late", "done late", "超期完成"))
    ]
    assert len(by) == 2
    for place, rows in enumerate(by):
        numbers = [[_number(cell) for cell in list(row.values())[1:]] for row in rows]
        total = dict(zip(list(rows[-1])[1:], numbers[-1], strict=True))
        assert _by_state(total) == {state: count for state, count in states.items() if count}
        assert list(total.values())[-2:] == [overdue, late]
        if place == 0:
            assert [sum(column) for column in zip(*numbers[:-1], strict=True)] == numbers[-1]


def _paper_adds_up(paper: bytes, states: Counter[str], overdue: int, late: int) -> None:
    by = [(heading, rows) for heading, rows in read.docx_tables(paper) if heading[-1] == "超期完成"]
    assert len(by) == 2
    for heading, rows in by:
        total = dict(zip(heading[1:], map(int, rows[-1][1:]), strict=True))
        assert _by_state(total) == {state: count for state, count in states.items() if count}
        assert (total["逾期"], total["超期完成"]) == (overdue, late)


def _by_state(total: dict[str, int]) -> dict[str, int]:
    """The columns of a row that are states."""
    named = {
        read.STATES.get(name, name.replace(" ", "-")): number for name, number in total.items()
    }
    return {
        name: number for name, number in named.items() if name in read.STATES.values() and number
    }


def _number(cell: str) -> int:
    return 0 if cell == "·" else int(cell)
