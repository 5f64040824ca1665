"""The year as it is typed: log, close, reopen, withdraw, extend, undo; ledger, history, owing, report."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from conftest import ROOT, Terminal
from listed import listed
from running import everything
from test_contract import validate

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Sulist

EXAMPLE = str(ROOT / "examples" / "2021" / "progress.yaml")
HERE = {"SULIST_FILE": ""}


@pytest.fixture
def desk(sulist: Sulist, tmp_path: Path) -> Sulist:
    """Runs sulist in a folder with a list of its own, on 1 June 2021."""
    sulist.text("init", ".")
    assert (tmp_path / "items.yaml").exists()
    return sulist


def state(desk: Sulist, item: str = "2-7", **more: str) -> Any:
    """What the ledger says of an item."""
    options = [
        word for key, value in more.items() for word in (f"--{key.replace('_', '-')}", value)
    ]
    (found,) = desk.json("show", item, *options, **HERE)["items"]
    return found["progress"]


def lines(folder: Path) -> list[str]:
    """The journal's lines."""
    return (folder / "progress.yaml").read_text(encoding="utf-8").splitlines()


def test_a_report_is_one_line_and_the_state_follows(desk: Sulist, tmp_path: Path) -> None:
    """The lead is the unit, the day is that asked about, the month is that of the day."""
    said = desk.text(
        *("log", "2.7", "--status", "推进中", "--percent", "40", "--done", "完成选址"),
        *("--problem", "征地滞后", "--next", "扫尾", "--evidence", "a.jpg", "--evidence", "文1"),
        **HERE,
    )
    assert "in progress · 40%" in said
    head, line = lines(tmp_path)
    assert json.loads(head[2:])["journal"] == 1
    written = json.loads(line[2:])
    assert said.startswith("Recorded in progress.yaml: 2-7 · 区经发局 · 2021-06-01 · report")
    assert {key: written[key] for key in written if key not in ("written", "id")} == {
        "on": "2021-06-01",
        "item": "2-7",
        "kind": "report",
        "unit": "区经发局",
        "role": "lead",
        "status": "in-progress",
        "percent": 40,
        "done": "完成选址",
        "problem": "征地滞后",
        "next": "扫尾",
        "evidence": ["a.jpg", "文1"],
        "period": "2021-06",
        "seq": 1,
    }
    assert state(desk)["problems"] == [{"unit": "区经发局", "problem": "征地滞后"}]


def test_one_report_on_several_items_is_written_whole_or_not_at_all(
    desk: Sulist, tmp_path: Path
) -> None:
    """The second of the three is closed, so nothing is written of any."""
    desk.text("log", "1-3", "--status", "done", **HERE)
    desk.text("close", "1-3", **HERE)
    before = lines(tmp_path)
    words = ("log", "2-7", "1-3", "2-8", "--status", "in-progress")
    assert "1-3 was closed on 2021-06-01" in desk.refused(*words, code=4, **HERE)
    assert lines(tmp_path) == before
    assert "2-8" in desk.text("log", "2-7", "2-8", "--status", "in-progress", **HERE)
    assert len(lines(tmp_path)) == len(before) + 2


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("log 2-7", 2, "Nothing is said of 2-7"),
        ("log 9-9 --status done", 2, "9-9”. The ids are 1-1 to 1-5"),
        ("log 2-7 --status done --unit 某局", 2, "not a unit"),
        ("log 2-7 --status done --percent 50", 2, "status is done, but the percent is 50"),
        ("log 2-7 --percent 101", 2, "101"),
        ("log 2-7 --status in-progress --period 8月中旬", 2, "no month"),
        ("log 2-7 --status done --on 2120-01-01", 2, "has not come yet"),
        ("log 2-7 --done a\x1bb", 2, "control characters"),
        ("log 2-7 --percent 5 --on 2012-06-28", 2, "year mistyped"),
        ("log 2-7 --percent 5 --milestone 2", 2, "no milestone 2"),
        ("log 2-7 --status done --period 12月", 2, "2021-12 has not begun by 2021-06-01"),
        ("owing --month 2021-13", 2, "2021-13 is no month"),
        ("log 2-7 --done x --on 2021-2-30", 2, "--on: “2021-2-30” cannot be read as a date."),
        ("log 2-7-8 --done x", 2, "Several ids have a space between them"),
        ("close 2-7 --milestone 5", 2, "no milestone 5"),
        ("close 2-7", 4, "nothing says that it was done"),
        ("reopen 2-7 --reason x", 4, "can be reopened"),
        ("extend 2-7 --to 2021-12-31 --reason x", 4, "is not later"),
        ("extend 2-7 --to 2022-01-31", 2, "--reason"),
        ("undo", 2, "nothing to take back"),
        ("undo --record abc", 2, "no record abc"),
        ("history 9-9", 2, "9-9”. The ids are 1-1 to 1-5"),
        ("owing --month 8月中旬", 2, "no month"),
        ("report --since 2021-06-02", 2, "after the day asked about"),
        ("check --repair", 3, "no journal here"),
        ("check --journal none.yaml", 3, "does not exist"),
        ("ledger --journal none.yaml", 3, "does not exist"),
        ("ledger --status lost", 2, "lost"),
    ],
)
def test_a_refusal_says_why_and_writes_nothing(
    desk: Sulist, tmp_path: Path, words: str, code: int, said: str
) -> None:
    """Each with its exit code; there is no journal before and none after."""
    assert said in desk.refused(*words.split(), code=code, **HERE)
    assert not (tmp_path / "progress.yaml").exists()


@pytest.mark.parametrize("empty", ["", "  ", "\n"])
def test_a_report_that_says_nothing_is_none(desk: Sulist, tmp_path: Path, empty: str) -> None:
    """It would count as one that is owed."""
    words = ("log", "2-7", "--done", empty, "--evidence", empty)
    assert "Nothing is said of 2-7" in desk.refused(*words, code=2, **HERE)
    assert not (tmp_path / "progress.yaml").exists()


@pytest.mark.parametrize("typed", ["40", "40%", "４０％", "0"])
def test_a_percent_may_bear_its_sign(desk: Sulist, typed: str) -> None:
    """As people write it; 0 is said too."""
    desk.text("log", "2-7", "--percent", typed, **HERE)
    assert state(desk)["percent"] == (0 if typed == "0" else 40)


def test_a_record_of_an_earlier_day_tells_what_the_item_is_now_too(desk: Sulist) -> None:
    """Where later records stand, which decide."""
    desk.text("log", "1-3", "--status", "done", "--on", "2021-05-20", **HERE)
    desk.text("reopen", "1-3", "--reason", "x", **HERE)
    said = desk.text("log", "1-3", "--status", "done", "--on", "2021-05-25", **HERE)
    then, now = said.splitlines()[-2:]
    assert then.startswith("1-3 as of 2021-05-25: reported done")
    assert now.startswith("1-3 as of 2021-06-01: reopened")
    again = desk.refused("close", "1-3", code=2, **HERE)
    assert "is reopened: its lead has not reported it done" in again
    assert "sulist log 1-3 --status done" in again


def test_what_is_overdue_is_not_called_late(sulist: Sulist) -> None:
    """逾期 is said of what is not done; 超期 of what was done late."""
    example = {"SULIST_AS_OF": "2021-06-05", "SULIST_JOURNAL": EXAMPLE, "SULIST_LANG": "zh_CN"}
    said = sulist("report", "--file", str(ROOT / "data" / "items.yaml"), **example)
    page = said.stdout.decode()
    overdue = page[page.index("逾期事项：") : page.index("超期完成：")]
    assert "逾期5天" in overdue
    assert "超期" not in overdue


def test_a_ledger_of_nothing_says_so(desk: Sulist) -> None:
    """And no count without a number."""
    said = desk.text("ledger", "--status", "closed", **HERE)
    assert "0 items, as of 2021-06-01." in said
    assert "—" not in said


@pytest.mark.parametrize("encoding", ["gbk", "utf-16"])
def test_a_journal_in_another_encoding_is_refused_and_stays(
    desk: Sulist, tmp_path: Path, encoding: str
) -> None:
    """A record in UTF-8 behind it would leave a file that no editor could read."""
    desk.text("log", "2-7", "--done", "选址", **HERE)
    file = tmp_path / "progress.yaml"
    saved = file.read_text(encoding="utf-8").encode(encoding)
    file.write_bytes(saved)
    for words in (("log", "2-7", "--done", "x"), ("ledger",), ("undo",)):
        assert "is not UTF-8; it looks like" in desk.refused(*words, code=3, **HERE)
    assert file.read_bytes() == saved
    checked = desk("check", **HERE)
    assert checked.returncode == 1
    assert checked.stdout.decode().count("not UTF-8") == 1


@pytest.mark.parametrize("content", ["list", "text"])
def test_a_file_that_is_no_journal_is_never_written_to(
    desk: Sulist, tmp_path: Path, content: str
) -> None:
    """The list itself, named by mistake, would be broken by the first record."""
    file = tmp_path / "items.yaml"
    if content == "text":
        file = tmp_path / "notes.txt"
        file.write_text("六月会议\n", encoding="utf-8")
    before = file.read_bytes()
    for words in (("log", "2-7", "--done", "x"), ("ledger",), ("check", "--repair")):
        said = desk.refused(*words, "--journal", file.name, code=3, **HERE)
        assert "no journal" in said, words
    assert file.read_bytes() == before


def test_closing_takes_the_day_that_was_reported(desk: Sulist) -> None:
    """The unit reported for 30 May, which is before the date; the office verified in June."""
    desk.text("log", "1-3", "--status", "已完成", "--on", "2021-05-30", **HERE)
    assert state(desk, "1-3")["light"] == "green"
    desk.text("close", "1-3", **HERE)
    found = state(desk, "1-3")
    assert (found["state"], found["done_on"], found["late_days"]) == ("closed", "2021-05-30", 0)
    assert "can" not in desk.refused("close", "1-3", code=4, **HERE)


def test_closing_what_nobody_reported_done_wants_the_day(desk: Sulist) -> None:
    """It is not guessed."""
    desk.text("log", "1-3", "--status", "in-progress", **HERE)
    assert "--done-on" in desk.refused("close", "1-3", code=2, **HERE)
    desk.text("close", "1-3", "--done-on", "2021-06-01", **HERE)
    assert state(desk, "1-3")["late_days"] == 1


def test_sending_back_withdrawing_and_taking_up_again(desk: Sulist) -> None:
    """Each follows from what is, or is refused with exit code 4."""
    desk.text("log", "2-7", "--status", "done", **HERE)
    desk.text("reopen", "2-7", "--reason", "未达标", **HERE)
    assert state(desk)["state"] == "reopened"
    desk.text("withdraw", "2-7", "--reason", "计划调整", **HERE)
    assert (state(desk)["state"], state(desk)["light"]) == ("withdrawn", "none")
    desk.refused("log", "2-7", "--percent", "5", code=4, **HERE)
    desk.text("reopen", "2-7", "--reason", "恢复", **HERE)
    assert state(desk)["state"] == "reopened"


def test_an_extension_shows_both_dates_everywhere(desk: Sulist) -> None:
    """In the ledger, in due, in show; the first stays for assessment."""
    desk.text("extend", "1-1", "--to", "10月底", "--reason", "防疫", **HERE)
    for words in (
        ("ledger",),
        ("due", "--before", "10月底"),
        ("show", "1-1"),
        ("list",),
        ("report",),
    ):
        said = desk.text(*words, **HERE)
        assert "2021-10-31" in said, words
        assert "first 2021-08-31" in said, words
    assert "1-1" not in [
        item["id"] for item in desk.json("due", "--before", "8月底", **HERE)["items"]
    ]
    row = next(line for line in desk.text("ledger", **HERE).splitlines() if line.startswith("1-1"))
    assert "extended to" not in row  # but below it, where it takes no room from the names


def test_undo_tells_what_it_took_back_and_deletes_nothing(desk: Sulist, tmp_path: Path) -> None:
    """Again and again, the last that stands; taking back the correction gives it back."""
    desk.text("log", "2-7", "--status", "in-progress", "--percent", "40", **HERE)
    desk.text("log", "2-7", "--percent", "60", **HERE)
    assert "Taken back" in (said := desk.text("undo", "--reason", "误填", **HERE))
    assert "60%" in said
    assert state(desk)["percent"] == 40
    desk.text("undo", "2-7", **HERE)
    assert state(desk)["state"] == "no-report"
    newest = json.loads(lines(tmp_path)[-1][2:])["id"]
    desk.text("undo", "--record", newest, **HERE)
    assert state(desk)["percent"] == 40
    assert len(lines(tmp_path)) == 6
    records = desk.json("history", "2-7", **HERE)["records"]
    assert [one["counts"] for one in records] == [True, False, True, False, True]


def test_undo_is_refused_where_something_stands_on_it(desk: Sulist) -> None:
    """A report that a closing answers is taken back after the closing only."""
    desk.text("log", "1-3", "--status", "done", **HERE)
    report = desk.json("history", **HERE)["records"][0]["id"]
    desk.text("close", "1-3", **HERE)
    assert "could not follow" in desk.refused("undo", "--record", report, code=4, **HERE)
    desk.text("undo", **HERE)
    desk.text("undo", "--record", report, **HERE)
    assert "is taken back already" in desk.refused("undo", "--record", report, code=4, **HERE)


def test_another_unit_is_heard_and_sets_no_state(desk: Sulist) -> None:
    """Its report stands in the history and its problem in the ledger."""
    desk.text("log", "2-7", "--percent", "40", **HERE)
    said = desk.text(
        "log", "2-7", "--unit", "项目办", "--percent", "70", "--problem", "缺图纸", **HERE
    )
    assert "does not lead 2-7" in said
    assert (state(desk)["percent"], len(desk.json("history", **HERE)["records"])) == (40, 2)
    assert "区项目办：缺图纸" in desk.text("ledger", **HERE)


def test_a_record_between_others_may_not_make_them_impossible(desk: Sulist) -> None:
    """A withdrawal dated before a closing that is there already is refused, and says which record."""
    desk.text("log", "1-3", "--status", "done", "--on", "2021-05-20", **HERE)
    desk.text("close", "1-3", **HERE)
    words = ("withdraw", "1-3", "--reason", "x", "--on", "2021-05-25")
    assert "which is there already" in desk.refused(*words, code=4, **HERE)


def test_as_of_and_known_by_are_two_questions(desk: Sulist) -> None:
    """What a report speaks of, and when it was written: here today, for a day of 2021."""
    desk.text("log", "2-7", "--percent", "40", "--on", "2021-03-01", **HERE)
    assert state(desk, as_of="2021-02-28")["state"] == "no-report"
    assert state(desk, as_of="2021-03-01")["state"] == "in-progress"
    assert state(desk, as_of="2021-06-01", known_by="2021-06-01")["state"] == "no-report"


def test_the_packaged_list_is_not_recorded_on(sulist: Sulist, tmp_path: Path) -> None:
    """It says how to get a list of one's own; with a journal that is named it can be asked and told."""
    words = ("log", "2-7", "--status", "done")
    assert "sulist init" in sulist.refused(*words, code=3, **HERE)
    sulist.text(*words, "--journal", "my.yaml", **HERE)
    assert (tmp_path / "my.yaml").exists()
    found = sulist.json("show", "2-7", SULIST_JOURNAL="my.yaml", **HERE)
    assert found["items"][0]["progress"]["state"] == "reported-done"


def test_without_a_journal_nothing_is_said_of_progress(desk: Sulist) -> None:
    """Not one key more; asked for a state, every item has one."""
    answer = desk.json("list", **HERE)
    assert "journal" not in answer
    assert all("progress" not in item for item in answer["items"])
    assert len(desk.json("list", "--status", "未反馈", **HERE)["items"]) == 18
    assert desk.json("list", "--status", "closed", **HERE)["items"] == []


ASKED: list[tuple[str, str]] = [
    ("items", "ledger"),
    ("items", "ledger --status 推进中 --unit 区经发局 --role 牵头"),
    ("items", "list --status closed --known-by 2021-11-15"),
    ("items", "due"),
    ("items", "due --status closed"),
    ("items", "by-unit 区经发局"),
    ("items", "by-category 二"),
    ("items", "show 1-1 2-7"),
    ("units", "units --status closed"),
    ("categories", "categories --status 推进中 --status 办结"),
    ("report", "report --since 2021-01-01"),
    ("report", "report"),
    ("history", "history"),
    ("history", "history 2-7 --known-by 2021-08-01"),
    ("owing", "owing"),
    ("owing", "owing --unit 财政局 -u 区经发局"),
    ("owing", "owing --month 2021-08 --due-day 25 --rhythm 每季"),
]


@pytest.mark.parametrize(("kind", "command"), ASKED, ids=[command for _kind, command in ASKED])
@pytest.mark.parametrize("day", ["2021-01-01", "2021-10-15", "2022-01-15"])
def test_an_answer_with_progress_is_what_the_schema_publishes(
    sulist: Sulist, kind: str, command: str, day: str
) -> None:
    """Every key, its type and its place; and the other forms answer too."""
    words = (*command.split(), "--as-of", day, "--journal", EXAMPLE)
    validate(sulist.json(*words), kind)
    for form in ("table", "markdown", "ndjson", *(() if kind == "report" else ("csv", "tsv"))):
        assert sulist.text(*words, "--format", form)


@pytest.mark.parametrize("day", ["2021-04-30", "2021-09-30", "2021-12-31"])
def test_due_shows_what_is_still_to_be_met_and_counts_the_rest(sulist: Sulist, day: str) -> None:
    """Shown and settled are all 18, and what is closed is found by its status."""
    answer = sulist.json("due", "--as-of", day, "--journal", EXAMPLE)
    assert len(answer["items"]) + answer["settled"] == 18
    done = [
        len(sulist.json("due", "--status", one, "--as-of", day, "--journal", EXAMPLE)["items"])
        for one in ("closed", "reported-done", "withdrawn")
    ]
    assert sum(done) == answer["settled"]
    if answer["settled"]:
        said = sulist.text("due", "--as-of", day, "--journal", EXAMPLE)
        assert "done or withdrawn" in said


def test_the_states_divide_the_list(sulist: Sulist) -> None:
    """Each item is found under one status, and under all of them together."""
    from sulist.standing.course import STATES

    words = ("list", "--as-of", "2021-10-01", "--journal", EXAMPLE)
    found = [item["id"] for one in STATES for item in sulist.json(*words, "--status", one)["items"]]
    assert sorted(found) == sorted(item["id"] for item in sulist.json(*words)["items"])
    assert len(found) == 18


def test_units_and_categories_count_by_status(sulist: Sulist) -> None:
    """All units and categories stay; over all states the counts are those of the list."""
    from sulist.standing.course import STATES

    words = ("--as-of", "2021-10-01", "--journal", EXAMPLE)
    leads = [
        sum(one["lead"] for one in sulist.json("units", "--status", state, *words)["units"])
        for state in STATES
    ]
    sizes = [
        [one["items"] for one in sulist.json("categories", "--status", state, *words)["categories"]]
        for state in STATES
    ]
    assert sum(leads) == 18
    assert [sum(column) for column in zip(*sizes, strict=True)] == [5, 11, 2]


def test_the_report_of_a_state_is_about_its_items_and_says_of_how_many(sulist: Sulist) -> None:
    """Over all states the reports' counts, dates and problems are those of the whole report."""
    from sulist.standing.course import STATES

    words = ("report", "--as-of", "2021-10-01", "--since", "2021-08-31", "--journal", EXAMPLE)
    whole = sulist.json(*words)
    parts = {state: sulist.json(*words, "--status", state) for state in STATES}
    for state, part in parts.items():
        assert part["query"]["status"] == [state]
        assert part["items"] == part["progress"]["all"]["items"]
        assert part["items"] == whole["progress"]["all"]["states"][state]
        said = sulist.text(*words, "--status", state)
        assert f"{part['items']} of 18 items; the others are in another state" in said
    for key in ("overdue", "next"):
        assert sum(len(part[key]) for part in parts.values()) == len(whole[key])
    for key in ("changed", "problems", "overdue", "done_late", "extensions"):
        found = [one["id"] for part in parts.values() for one in part["progress"][key]]
        assert sorted(found) == sorted(one["id"] for one in whole["progress"][key])
    assert "of 18 items" not in sulist.text(*words)


def test_show_by_state_tells_what_it_does_not_show(sulist: Sulist) -> None:
    """Every item of a state in full, without naming one; of those named, why one is not there."""
    words = ("--as-of", "2021-09-15", "--journal", EXAMPLE, "--status", "closed")
    everyone = sulist.json("show", *words)["items"]
    assert everyone == sulist.json("list", *words)["items"]
    assert [item["id"] for item in everyone] == ["1-3"]
    said = sulist.text("show", "1-1", "1-3", *words)
    assert "1-1 is not shown; its state: in progress" in said
    assert "1-3 is not shown" not in said


def test_the_ledger_for_a_spreadsheet_has_a_column_a_fact(sulist: Sulist) -> None:
    """State, light, percent, both dates, the last report, the problem."""
    data = sulist("ledger", "--as-of", "2021-09-30", "--journal", EXAMPLE, "--format", "csv").stdout
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert len(rows) == 18
    one = rows[0]
    assert (one["due"], one["first due"], one["state"]) == (
        "2021-10-31",
        "2021-08-31",
        "in progress",
    )


def test_owing_counts_by_the_rhythm_that_is_set(desk: Sulist, tmp_path: Path) -> None:
    """In a quarter one report is enough; the setting and the option say the same."""
    desk.text("log", "2-7", "--percent", "40", "--on", "2021-04-20", **HERE)
    words = ("owing", "--month", "6月", "--as-of", "2021-06-30")
    assert desk.json(*words, **HERE)["owed"] == 18
    assert desk.json(*words, **HERE)["reported"] == 0
    assert desk.json(*words, "--rhythm", "quarter", **HERE)["reported"] == 1
    (tmp_path / "sulist.toml").write_text(
        '[reports]\nrhythm = "quarter"\ndue_day = 25\n', encoding="utf-8"
    )
    answer = desk.json(*words, **HERE)
    assert answer["period"] == {
        "months": ["2021-04", "2021-05", "2021-06"],
        "week": None,
        "first": "2021-04-01",
        "last": "2021-06-30",
        "due": "2021-06-25",
        "days_over": 5,
    }
    assert (answer["owed"], answer["reported"]) == (18, 1)


def test_a_broken_line_is_told_with_every_answer_and_by_check(desk: Sulist, tmp_path: Path) -> None:
    """On stderr, with the place; the other lines count; check ends with 1."""
    desk.text("log", "2-7", "--percent", "40", **HERE)
    with (tmp_path / "progress.yaml").open("a", encoding="utf-8") as stream:
        stream.write("- 随手一写\n")
    done = desk("ledger", **HERE)
    assert done.returncode == 0
    assert "progress.yaml:3:" in done.stderr.decode()
    assert "1 line of the journal does not count" in done.stdout.decode()
    checked = desk("check", **HERE)
    assert checked.returncode == 1
    assert "progress.yaml:3:" in checked.stdout.decode()
    assert state(desk)["percent"] == 40


def test_a_record_that_cannot_follow_is_told_in_every_form(desk: Sulist, tmp_path: Path) -> None:
    """As after a merge where both sides closed: the second closing does not count."""
    desk.text("log", "1-3", "--status", "done", **HERE)
    desk.text("close", "1-3", **HERE)
    twin = lines(tmp_path)[-1].replace('"id": "', '"id": "x')
    with (tmp_path / "progress.yaml").open("a", encoding="utf-8") as stream:
        stream.write(twin + "\n")
    assert "1 line of the journal does not count" in desk.text("ledger", **HERE)
    assert "1 record does not count" in desk("ledger", "--format", "json", **HERE).stderr.decode()
    checked = desk("check", **HERE)
    assert (checked.returncode, "[journal-order]" in checked.stdout.decode()) == (1, True)
    assert "does not count: 1-3 was closed" in desk.text("history", "1-3", **HERE)
    assert state(desk, "1-3")["state"] == "closed"


def test_a_torn_line_is_told_set_aside_and_never_glued(desk: Sulist, tmp_path: Path) -> None:
    """The next record stands on a line of its own; --repair makes the rest a comment."""
    desk.text("log", "2-7", "--percent", "40", **HERE)
    file = tmp_path / "progress.yaml"
    whole = file.read_bytes()
    file.write_bytes(whole + b'- {"on": "2021-06-0' + "区".encode()[:2])
    assert "never acknowledged" in desk("ledger", **HERE).stderr.decode()
    assert "--repair" in desk("log", "2-8", "--percent", "10", **HERE).stderr.decode()
    assert len(desk.json("history", **HERE)["records"]) == 2
    done = desk("check", "--repair", **HERE)
    assert (done.returncode, "Set aside in progress.yaml: # {" in done.stderr.decode()) == (0, True)
    assert len(desk.json("history", **HERE)["records"]) == 2
    assert b"".join(file.read_bytes().splitlines(keepends=True)[:2]) == whole
    assert "Nothing is cut off" in desk("check", "--repair", **HERE).stderr.decode()


def test_init_brings_an_invented_year_where_it_is_asked_for(sulist: Sulist, tmp_path: Path) -> None:
    """Beside the list, so that every command answers from it."""
    sulist.text("init", "a-year", "--example")
    words = ("ledger", "--file", "a-year/items.yaml", "--as-of", "2021-09-30")
    assert sulist.json(*words, **HERE)["journal"]["records"] > 100
    assert "no problem" in sulist.text("check", "a-year/items.yaml")
    assert (tmp_path / "a-year" / "progress.yaml").read_bytes() == (ROOT / EXAMPLE).read_bytes()


def test_init_tells_git_to_keep_both_sides(sulist: Sulist, tmp_path: Path) -> None:
    """In a file of its own; one that is there is left as it is, and what it lacks is told."""
    sulist.text("init", "new")
    assert (tmp_path / "new" / ".gitattributes").read_bytes() == b"progress.yaml merge=union\n"
    for there, told in (
        (b"*.docx binary", True),
        (b"# progress.yaml merge=union", True),
        (b"progress.yaml merge=unionize", True),
        (b"*.docx binary\r\nprogress.yaml text eol=lf merge=union\r\n", False),
        (b"\xff\n/progress.yaml merge=union", False),
    ):
        (tmp_path / ".gitattributes").write_bytes(there)
        done = sulist("init", ".")
        assert done.returncode == 0
        assert (tmp_path / ".gitattributes").read_bytes() == there
        assert (b"Add this line" in done.stderr) is told
        assert (b"progress.yaml merge=union" in done.stderr) is told
        (tmp_path / "items.yaml").unlink()
        (tmp_path / "items.schema.json").unlink()


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("[lights]\nnear_days = 400\n", "sulist.toml:2:1: near_days is 400"),
        ("[lights]\nnear_day = 4\n", "Did you mean near_days?"),
        ("[light]\n", "sulist.toml:1:2: The key light"),
        ('[reports]\nrhythm = "often"\n', "month, 每月, two-months"),
        ('[reports]\nrhythm = "week"\ndue_day = 28\n', "no week has a day 28"),
        ("[lights\n", "sulist.toml cannot be read"),
        ('journal = "a.yaml"\n', "sulist.toml:1:1: journal is a table of keys: write [journal]"),
        ('[journal]\nfile = ""\n', "a text"),
    ],
)
def test_settings_are_checked(desk: Sulist, tmp_path: Path, settings: str, said: str) -> None:
    """With the place and what is allowed; nothing is answered from wrong ones."""
    (tmp_path / "sulist.toml").write_text(settings, encoding="utf-8")
    assert said in desk.refused("ledger", code=3, **HERE)


@pytest.mark.parametrize(
    ("encoding", "said"),
    [("gb18030", "GB18030 (GBK)"), ("utf-16", "UTF-16"), ("utf-16-be", "UTF-16")],
)
def test_settings_in_another_encoding_are_told_as_a_list_is(
    desk: Sulist, tmp_path: Path, encoding: str, said: str
) -> None:
    """The line, what it looks like, and to save it as UTF-8."""
    text = "[lights]\nnear_days = 30 # 提前提醒的天数\n"
    (tmp_path / "sulist.toml").write_bytes(text.encode(encoding))
    message = desk.refused("ledger", code=3, **HERE)
    assert said in message
    assert "save it as UTF-8" in message
    assert "sulist.toml:2:1:" in message or encoding != "gb18030"
    assert "codec" not in message


def test_lights_follow_the_settings_and_the_nearer_file_decides(
    desk: Sulist, tmp_path: Path
) -> None:
    """The user's folder first, the one beside the list after it, key by key."""
    home = tmp_path / "home"
    (home / "sulist").mkdir(parents=True)
    (home / "sulist" / "sulist.toml").write_text(
        "[lights]\nnear_days = 300\nbehind_points = 100\n", encoding="utf-8"
    )
    there = HERE | {"XDG_CONFIG_HOME": str(home)}

    def light() -> tuple[str, str]:
        found = desk.json("ledger", "--search", "2-7", **there)["items"][0]["progress"]
        return found["light"], found["reason"]

    assert light() == ("yellow", "near")
    (tmp_path / "sulist.toml").write_text("[lights]\nnear_days = 7\n", encoding="utf-8")
    assert light() == ("yellow", "no-report")


def test_the_journal_may_bear_another_name(desk: Sulist, tmp_path: Path) -> None:
    """As set beside the list."""
    (tmp_path / "sulist.toml").write_text('[journal]\nfile = "进展.yaml"\n', encoding="utf-8")
    desk.text("log", "2-7", "--percent", "40", **HERE)
    assert (tmp_path / "进展.yaml").exists()
    assert state(desk)["percent"] == 40


SEVERAL = listed("""
- {id: 1-1, text: 分步。, lead: 区经发局、区财政局, responsible: 区农办, deadline: 6月底前启动，10月底前完成}
- {id: 1-2, text: 每月。, lead: 区财政局, responsible: 区经发局, deadline: 每月底前}
""")


def test_each_date_of_an_item_has_its_own_road(sulist: Sulist, tmp_path: Path) -> None:
    """The first is done and leaves due; the second is overdue on its own; both leads owe."""
    (tmp_path / "list.yaml").write_text(SEVERAL, encoding="utf-8")
    there = {"SULIST_FILE": "list.yaml", "SULIST_AS_OF": "2021-06-20"}
    assert "say which one reports" in sulist.refused(
        "log", "1-1", "--percent", "5", code=2, **there
    )
    words = ("log", "1-1", "--unit", "区经发局", "--status", "done", "--milestone", "1")
    sulist.text(*words, **there)
    assert "from 1 to 2" in sulist.refused(
        *("extend", "1-1", "--to", "11月底", "--reason", "x"), code=4, **there
    )
    sulist.text("close", "1-1", "--milestone", "1", **there)
    answer = sulist.json("due", "--before", "12月底", **there)
    assert [(one["id"], one.get("milestone")) for one in answer["items"]] == [
        *[("1-2", None)] * 4,
        ("1-1", 2),
        *[("1-2", None)] * 3,
    ]
    found = sulist.json("show", "1-1", "--as-of", "2021-11-02", **there)["items"][0]["progress"]
    assert (found["state"], found["overdue_days"]) == ("in-progress", 2)
    assert [one["state"] for one in found["dates"]] == ["closed", "no-report"]
    owing = sulist.json("owing", **there)
    assert [(one["unit"], [item["id"] for item in one["items"]]) for one in owing["units"]] == [
        ("区财政局", ["1-1", "1-2"])
    ]
    for command in ("report --since 2021-06-01", "ledger", "history 1-1"):
        assert sulist.text(*command.split(), **there)


TOWNS = listed(
    """
- {id: 1-1, text: 修路。, lead: 各镇, responsible: 区农办, deadline: 10月底前}
- {id: 1-2, text: 架桥。, lead: 有关镇, responsible: 区农办, deadline: 10月底前}
units:
  镇: [甲镇, 乙镇]
  区直部门: [区农办]
""",
    issued="2021-04-12",
)


def test_of_a_collective_every_unit_leads_or_any_may(sulist: Sulist, tmp_path: Path) -> None:
    """各镇 owe each; of 有关镇 one report by any of them will do; before its issue a list owes nothing."""
    (tmp_path / "list.yaml").write_text(TOWNS, encoding="utf-8")
    there = {"SULIST_FILE": "list.yaml", "SULIST_AS_OF": "2021-06-20"}

    def owing(*words: str) -> list[tuple[str, list[str]]]:
        found = sulist.json("owing", *words, **there)["units"]
        return [(one["unit"], [item["id"] for item in one["items"]]) for one in found]

    assert owing() == [("甲镇", ["1-1"]), ("乙镇", ["1-1"]), ("有关镇", ["1-2"])]
    assert "甲镇、乙镇" in sulist.refused("log", "1-1", "--percent", "5", code=2, **there)
    sulist.text("log", "1-1", "1-2", "--unit", "甲镇", "--percent", "5", **there)
    assert owing() == [("乙镇", ["1-1"])]
    assert sulist.json("show", "1-2", **there)["items"][0]["progress"]["state"] == "in-progress"
    assert owing("--month", "2021-03") == []
    assert owing("--month", "2021-05") == [
        ("甲镇", ["1-1"]),
        ("乙镇", ["1-1"]),
        ("有关镇", ["1-2"]),
    ]


def test_a_date_of_an_item_does_not_move_once_the_item_is_done(
    sulist: Sulist, tmp_path: Path
) -> None:
    """Reported done, closed or withdrawn as a whole: each says what to do first."""
    (tmp_path / "list.yaml").write_text(SEVERAL, encoding="utf-8")
    there = {"SULIST_FILE": "list.yaml", "SULIST_AS_OF": "2021-06-20"}
    sulist.text("log", "1-1", "--unit", "区经发局", "--status", "done", **there)
    words = ("close", "1-1", "--milestone", "1", "--done-on", "2021-06-20")
    assert "is reported done as a whole" in sulist.refused(*words, code=4, **there)
    sulist.text("close", "1-1", **there)
    assert "was closed" in sulist.refused(*words, code=4, **there)
    extend = ("extend", "1-1", "--milestone", "1", "--to", "7月底", "--reason", "x")
    assert "was closed" in sulist.refused(*extend, code=4, **there)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminal")
def test_log_asks_on_a_terminal(desk: Sulist, tmp_path: Path, ask: Callable[..., str]) -> None:
    """The item first, then question by question; an empty answer leaves a text out."""
    said = ask("sulist log 2-7", "推进中", "120", "40", "完成选址", "", "扫尾", "", "y")
    assert said.index("在推动基础设施建设上争取支持") < said.index("进展情况")
    assert "0 至 99" in said
    written = json.loads(lines(tmp_path)[-1][2:])
    assert (written["status"], written["percent"], written["done"], written["next"]) == (
        "in-progress",
        40,
        "完成选址",
        "扫尾",
    )
    assert "problem" not in written


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminal")
def test_what_was_asked_is_not_written_without_a_yes(
    desk: Sulist, tmp_path: Path, ask: Callable[..., str]
) -> None:
    """Said no at the end: no journal."""
    ask("sulist log 2-7", "推进中", "", "x", "", "", "", "n")
    assert not (tmp_path / "progress.yaml").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminal")
def test_a_unit_that_says_nothing_is_not_asked_to_record_it(
    desk: Sulist, tmp_path: Path, ask: Callable[..., str]
) -> None:
    """Every question passed over: nothing is recorded, and no yes is asked for."""
    said = ask("sulist log 2-7 --unit 项目办", "", "", "", "")
    assert "没有给出2-7的情况" in said
    assert "确认记录" not in said
    assert not (tmp_path / "progress.yaml").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminal")
def test_an_answer_that_points_elsewhere_is_asked_again(
    desk: Sulist, tmp_path: Path, ask: Callable[..., str]
) -> None:
    """Until it is written out; 无 is nothing."""
    said = ask("sulist log 2-7", "推进中", "40", "同上", "完成选址", "见上", "无", "暂无", "—", "y")
    assert said.count("只是指向别处的内容") == 2
    written = json.loads(lines(tmp_path)[-1][2:])
    assert written["done"] == "完成选址"
    assert not {"problem", "next", "evidence"} & written.keys()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminal")
def test_an_option_that_points_elsewhere_is_asked_on_a_terminal(
    desk: Sulist, tmp_path: Path, ask: Callable[..., str]
) -> None:
    """Only that text, until it says something."""
    said = ask("sulist log 2-7 --done 开工 --problem 同上", "如上", "征地滞后")
    assert said.count("只是指向别处的内容") == 2
    written = json.loads(lines(tmp_path)[-1][2:])
    assert (written["done"], written["problem"]) == ("开工", "征地滞后")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminal")
def test_who_has_nothing_to_replace_is_not_asked(desk: Sulist, ask: Callable[..., str]) -> None:
    """It is said before the first question; where there is a report, the answers take its place."""
    assert "进展情况" not in ask("sulist log 2-7 --replace", "推进中")
    desk.text("log", "2-7", "--percent", "10", **HERE)
    ask("sulist log 2-7 --replace", "推进中", "20", "", "", "", "", "y")
    records = desk.json("history", "--as-of", "2021-06-30", **HERE)["records"]
    assert [one["percent"] for one in records if one["counts"]] == [None, 20]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminal")
def test_what_is_asked_says_which_day_it_is_of(desk: Sulist, ask: Callable[..., str]) -> None:
    """The last of the month that is reported for."""
    assert "截至2021-05-31" in ask("sulist log 2-7 --period 5月", "推进中", *[""] * 5, "n")


@pytest.fixture
def ask(tmp_path: Path) -> Callable[..., str]:
    """Types a command and then answers on a terminal; what is printed."""
    import pty

    def typed(command: str, *answers: str) -> str:
        terminal = Terminal(tmp_path, chinese=True)
        ours, theirs = pty.openpty()
        environment = terminal.settings | {"SULIST_AS_OF": "2021-06-28"}
        process = subprocess.Popen(
            ["sh", "-c", command],
            cwd=tmp_path,
            env=environment,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
        )
        os.close(theirs)
        os.write(ours, "".join(f"{one}\n" for one in answers).encode())
        said = b"".join(everything(ours)).decode(errors="replace")
        process.wait(timeout=60)
        os.close(ours)
        return said

    return typed


def test_who_owes_nothing_is_told_in_the_order_that_was_asked(desk: Sulist) -> None:
    """On the screen and beside the other forms alike."""
    units = ("--unit", "潭东镇", "--unit", "潭口镇")
    table = desk.text("owing", *units, **HERE)
    other = desk("owing", *units, "--format", "csv", **HERE).stderr.decode()
    for said in (table, other):
        assert 0 < said.index("潭东镇 leads no item") + 1 < said.index("潭口镇 leads no item")


def test_what_is_reported_done_is_at_100_everywhere(desk: Sulist, tmp_path: Path) -> None:
    """On the screen, on the page and in the papers, as in the data."""
    desk.text("log", "2-7", "--status", "done", **HERE)
    assert state(desk)["percent"] == 100
    assert "reported done 100%" in desk.text("ledger", "--width", "200", **HERE)
    desk.text("export", "page", "--output", "p.html", **HERE)
    assert "待复核 100%" in (tmp_path / "p.html").read_text(encoding="utf-8")
    desk.text("export", "report", "--output", "r.docx", **HERE)
    from zipfile import ZipFile

    with ZipFile(tmp_path / "r.docx") as packed:
        assert "待复核 100%" in packed.read("word/document.xml").decode()


def test_a_record_is_completed_by_what_it_says(desk: Sulist, tmp_path: Path) -> None:
    """The newest first, for ``undo --record``."""
    desk.text("log", "2-7", "--percent", "40", **HERE)
    desk.text("log", "2-8", "--percent", "10", **HERE)
    done = desk(
        _SULIST_COMPLETE="bash_complete", COMP_WORDS="sulist undo --record ", COMP_CWORD="3", **HERE
    )
    ids = [json.loads(line[2:])["id"] for line in lines(tmp_path)[1:]]
    assert done.stdout.decode().split() == [f"plain,{one}" for one in reversed(ids)]


@pytest.mark.parametrize("words", [("withdraw",), ("reopen",), ("extend", "--to", "2021-12-31")])
def test_a_decision_wants_its_reason_in_words(
    desk: Sulist, tmp_path: Path, words: tuple[str, ...]
) -> None:
    """A blank one is none, and nothing is written."""
    done = desk(*words, "2-7", "--reason", " ", **HERE)
    assert (done.returncode, "--reason wants words" in done.stderr.decode()) == (2, True)
    assert not (tmp_path / "progress.yaml").exists()


def test_the_packaged_list_has_no_journal_and_says_how_to_get_one(sulist: Sulist) -> None:
    """Asked by state, everything is without a report."""
    said = sulist.text("list", "--status", "no-report", **HERE)
    assert "18 rows" in said
    assert "No journal: nothing is reported on." in said
    assert "Journal :" not in said


def test_lights_are_asked_for(sulist: Sulist) -> None:
    """Every item has one, so the answers add up; where what is closed is asked for, its dates are told."""
    words = ("--as-of", "2022-01-05", "--journal", EXAMPLE)
    found = {
        colour: sulist.json("list", "--light", colour, *words)["items"]
        for colour in ("red", "yellow", "green", "blue", "none")
    }
    assert sum(map(len, found.values())) == 18
    for colour, items in found.items():
        assert {one["progress"]["light"] for one in items} <= {colour}
    assert found["red"]
    due = sulist.json("due", "--light", "blue", *words)["items"]
    assert {one["id"] for one in due} == {one["id"] for one in found["blue"]} != set()
    both = sulist.json("list", "--light", "red", "--light", "blue", *words)
    assert both["query"]["light"] == ["red", "blue"]
    assert len(both["items"]) == len(found["red"]) + len(found["blue"])
    assert sulist.json("report", "--light", "red", *words)["progress"]["all"]["items"] == len(
        found["red"]
    )


def test_a_report_is_of_the_units_and_categories_that_are_asked_for(sulist: Sulist) -> None:
    """Its counts are those of the list of the same question."""
    words = ("--as-of", "2021-10-01", "--journal", EXAMPLE)
    asked = ("--unit", "经发局", "--role", "lead", "--category", "二")
    listed = sulist.json("list", *asked, *words)["items"]
    report = sulist.json("report", *asked, *words)
    assert report["progress"]["all"]["items"] == len(listed) > 0
    text = sulist.text("report", *asked, *words)
    assert f"{len(listed)} of 18 items; the others were not asked for" in text


def test_history_since_a_day_has_what_was_written_since(desk: Sulist) -> None:
    """Be it of an earlier day; of a month its first day is meant."""
    desk.text("log", "2-7", "--done", "x", "--on", "2021-04-10", **HERE)
    later = HERE | {"SULIST_AS_OF": "2021-06-20"}
    desk.text("log", "2-8", "--done", "y", "--on", "2021-06-03", **later)

    def told(*words: str) -> list[str]:
        return [one["item"] for one in desk.json("history", *words, **later)["records"]]

    assert told() == ["2-7", "2-8"]
    assert told("--since", "6月") == ["2-7", "2-8"]  # both are written after that
    assert told("--since", "6月", "2-8") == ["2-8"]
    assert told("--unit", "区财政局") == []
    assert told("--unit", "经发局") == ["2-7", "2-8"]
    assert "Only what this unit reported" in desk.text("history", "--help")
    assert desk.json("history", "--since", "6月", **later)["since"] == "2021-06-01"
    said = desk.refused("history", "--since", "2021-06-21", code=2, **later)
    assert "is after the day asked about" in said
