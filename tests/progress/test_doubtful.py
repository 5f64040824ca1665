"""Records that can hardly be right, and stand in the way of others: told before they do."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from journals import day, record, text_of, the_list

from sulist.journal.corrections import known
from sulist.journal.journal import read_bytes
from sulist.journal.record import MOST_SEQ, Record
from sulist.standing.entering import entered
from sulist.standing.tracking import problems

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Sulist

    from sulist.journal.journal import Journal

NOW = datetime.fromisoformat("2021-06-10T13:00:00+08:00")
MINE = {"SULIST_FILE": "mine/items.yaml", "SULIST_AS_OF": "2021-06-10"}


def told(*records: Record) -> list[tuple[str, int]]:
    """What is said of them on 10 June: rules and lines."""
    journal = read_bytes(text_of(records).encode(), "p", the_list())
    found = problems(the_list(), journal, NOW)
    assert {one.level for one in found} <= {"warning"}
    assert all(one.remedy for one in found)
    return [(one.check, one.place.line) for one in found]


@pytest.mark.parametrize(
    ("written", "said"),
    [("2021-06-09", False), ("2021-06-11", False), ("2021-06-12", True), ("2099-01-01", True)],
)
def test_a_moment_that_has_not_come_is_told(written: str, said: bool) -> None:
    """By the clock: later than two clocks may differ, a day; so many lines, so often."""
    made = record("06-01", "in-progress", 1), record("06-02", "done", 2, written=written)
    assert told(*made) == [("journal-clock", 3)] * said


def test_a_day_that_has_not_come_is_told() -> None:
    """No command records one; a hand may have mistyped it, and nothing would show it until then."""
    made = record("2099-06-01", "in-progress", 1, written="2021-06-01")
    assert told(made) == [("journal-clock", 2)]
    assert told(record("06-11", "in-progress", 1, written="2021-06-10")) == []
    assert told(record("06-12", "in-progress", 1, written="2021-06-10")) == [("journal-clock", 2)]


def test_without_a_clock_nothing_is_said_of_moments() -> None:
    """What a list and a journal mean does not depend on when it is asked."""
    made = record("2099-06-01", "in-progress", 1)
    journal = read_bytes(text_of([made]).encode(), "p", the_list())
    assert problems(the_list(), journal) == []


@pytest.mark.parametrize("chinese", [False, True])
def test_the_check_tells_what_stops_every_record(
    sulist: Sulist, tmp_path: Path, chinese: bool
) -> None:
    """With its line and what to do, in both languages; the list still answers, so it is a warning."""
    sulist.text("init", "mine")
    made = record("06-01", "in-progress", 1), record("06-02", "report", 2, written="2099-01-01")
    (tmp_path / "mine" / "progress.yaml").write_text(text_of(made), encoding="utf-8")
    language = {"SULIST_LANG": "zh_CN" if chinese else "en"}
    said = sulist.text("check", **MINE, **language)
    assert "mine/progress.yaml:3:1: " in said
    assert ("请改正" if chinese else "Correct written in this line") in said
    refused = sulist.refused("log", "1-1", "--percent", "5", code=3, **MINE, **language)
    assert "mine/progress.yaml:3" in refused


def write(journal: Journal, drafts: list[Record], now: datetime = NOW) -> list[Record]:
    """What is written now."""
    ids = iter(f"z{9 - number}" for number in range(9))
    return entered(the_list(), journal, drafts, now, lambda: next(ids))


def draft(**more: object) -> Record:
    """A report to be written."""
    one = Record(day("06-02"), "1-1", "report", unit="区党群部", period="2021-06")
    return one._replace(**({"done": "x"} | more))  # type: ignore[arg-type]


@pytest.mark.parametrize("seq", [MOST_SEQ - 1, MOST_SEQ])
def test_a_number_at_its_end_stops_nothing(seq: int) -> None:
    """What is written after it comes after it by its moment, one by one, and can be taken back."""
    first = record("06-02", "in-progress", seq, written="2021-06-10")
    journal = read_bytes(text_of([first]).encode(), "p", the_list())
    for _turn in range(3):
        made = write(journal, [draft(done="一"), draft(done="二")])
        assert [one.seq <= MOST_SEQ for one in made] == [True, True]
        journal = journal.plus(made)
    in_order = sorted(journal.records, key=lambda one: one.by_writing)
    assert [one.done for one in in_order] == ["", *["一", "二"] * 3]
    last = in_order[-1]
    correction = Record(day("06-02"), "1-1", "correction", corrects=last.id)
    (back,) = write(journal, [correction])
    assert last.id in known(journal.plus([back]).records).taken_back


def test_a_number_that_the_records_cannot_explain_is_told() -> None:
    """A journal that lost some lines is not."""
    made = record("06-01", "in-progress", 1)
    assert told(made, record("06-02", "report", MOST_SEQ)) == [("journal-seq", 3)]
    assert told(made, record("06-02", "report", 900)) == []
