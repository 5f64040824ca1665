"""What a word of a command line means at its edge: the last of several dates, the month that is not over, whose record."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from listed import listed

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Sulist

LIST = listed("""
- {id: 1-1, text: 分步。, lead: 区经发局, responsible: 区农办, deadline: 6月底前启动，10月底前完成}
- {id: 1-2, text: 一次。, lead: 区经发局, responsible: 区农办, deadline: 8月底前}
- {id: 1-3, text: 一次。, lead: 区财政局, responsible: 区农办, deadline: 9月底前}
""")


@pytest.fixture
def desk(sulist: Sulist) -> Sulist:
    """A list of its own beside sulist, asked by default on 1 June 2021."""
    (sulist.folder / "items.yaml").write_text(LIST, encoding="utf-8")
    return sulist


def typed(desk: Sulist, line: str, **more: str) -> str:
    """What a line that is answered prints."""
    return desk.text(*line.split(), **({"SULIST_FILE": ""} | more))


def told(desk: Sulist, line: str) -> Any:
    """What a line answers, as a program reads it."""
    return desk.json(*line.split(), SULIST_FILE="")


def records(desk: Sulist, item: str = "") -> list[dict[str, Any]]:
    """What the history tells, of an item or of all."""
    found: list[dict[str, Any]] = told(desk, f"history {item}".strip())["records"]
    return found


# ---- close ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("item", "milestone"), [("1-1", 1), ("1-1", 2), ("1-2", 1), ("1-2", 0)])
def test_a_closing_takes_the_day_that_was_reported_for_just_this(
    desk: Sulist, item: str, milestone: int
) -> None:
    """Of the first and of the last of several dates, of the one date of an item, of the whole item."""
    which = f"--milestone {milestone}" if milestone else ""
    typed(desk, f"log {item} {which} --status done --on 5月20日")
    typed(desk, f"close {item} {which} --on 5月28日")
    assert [one.get("done_on") for one in records(desk, item)] == [None, "2021-05-20"]


def test_a_date_that_an_item_has_not_is_refused_as_such(desk: Sulist) -> None:
    """Not as one that nobody has reported done, though work on the item is under way."""
    typed(desk, "log 1-1 --status in-progress")
    typed(desk, "log 1-2 --status in-progress")
    for item, milestone in (("1-1", "3"), ("1-2", "2")):
        words = ("close", item, "--milestone", milestone)
        said = desk.refused(*words, code=2, SULIST_FILE="")
        assert "--done-on" not in said
        assert milestone in said


# ---- undo ----------------------------------------------------------------------------------------


def test_of_an_item_that_is_named_its_own_last_record_is_taken_back(desk: Sulist) -> None:
    """Though another item was recorded on after it; without a name the last of all is."""
    typed(desk, "log 1-2 --percent 20")
    typed(desk, "log 1-3 --percent 30")
    typed(desk, "undo 1-2")
    assert [one["counts"] for one in records(desk, "1-2")] == [False, True]
    assert [one["counts"] for one in records(desk, "1-3")] == [True]
    typed(desk, "undo")
    assert [one["counts"] for one in records(desk, "1-3")] == [False, True]


def test_a_record_of_another_item_than_the_one_named_is_not_taken_back(desk: Sulist) -> None:
    """The two words contradict each other."""
    typed(desk, "log 1-2 --percent 20")
    (one,) = records(desk)
    said = desk.refused("undo", "1-3", "--record", one["id"], code=2, SULIST_FILE="")
    assert "There is no record" in said
    assert len(records(desk)) == 1


def test_a_newer_kind_of_record_on_another_item_is_not_asked_about(
    desk: Sulist, tmp_path: Path
) -> None:
    """Only one on the item that is named may be what was meant."""
    typed(desk, "log 1-2 --percent 20")
    journal = tmp_path / "progress.yaml"
    text = journal.read_text(encoding="utf-8")
    known = json.loads(text.splitlines()[-1].removeprefix("- "))
    other = known | {"item": "1-3", "kind": "urging", "id": "n001", "seq": known["seq"] + 1}
    line = "- " + json.dumps(other, ensure_ascii=False)
    journal.write_text(f"{text}{line}\n", encoding="utf-8")
    assert "--record" in desk.refused("undo", code=2, SULIST_FILE="")
    typed(desk, "undo 1-2")
    assert [one["counts"] for one in records(desk, "1-2")] == [False, True]


# ---- days and months -----------------------------------------------------------------------------


def test_a_report_may_be_for_the_month_that_is_not_over(desk: Sulist) -> None:
    """Of the day spoken of, or of today; only one that has not begun is a slip."""
    typed(desk, "log 1-2 --percent 20 --period 6月")
    typed(desk, "log 1-2 --percent 30 --period 6月 --on 3月1日")
    assert {one["period"] for one in records(desk)} == {"2021-06"}
    words = ("log", "1-2", "--percent", "40", "--period", "7月")
    assert "has not begun" in desk.refused(*words, code=2, SULIST_FILE="")


@pytest.mark.parametrize(
    ("line", "settings", "as_of"),
    [
        ("list --as-of 8月", {}, "2021-08-31"),
        ("list", {"SULIST_AS_OF": "8月"}, "2021-08-31"),
        ("list --as-of 上半年", {}, "2021-06-30"),
    ],
)
def test_a_period_as_the_day_asked_about_means_its_last_day(
    desk: Sulist, line: str, settings: dict[str, str], as_of: str
) -> None:
    """As wherever a day is meant by which something is."""
    answer = json.loads(typed(desk, f"{line} --format json", **settings))
    assert answer["query"]["as_of"] == as_of


def test_a_month_as_the_day_spoken_of_means_its_last_day(desk: Sulist) -> None:
    """Which has to be over, as any day that is recorded."""
    typed(desk, "log 1-2 --percent 20 --on 5月")
    assert [one["on"] for one in records(desk)] == ["2021-05-31"]


# ---- where nobody has reported -------------------------------------------------------------------


def test_what_is_asked_of_reports_is_answered_where_there_are_none_yet(desk: Sulist) -> None:
    """A history without a record, a ledger of items without a report, a month of which all is owed."""
    assert records(desk) == []
    assert {one["progress"]["state"] for one in told(desk, "ledger")["items"]} == {"no-report"}
    owed = told(desk, "owing")["units"]
    assert [(one["unit"], len(one["items"])) for one in owed] == [("区经发局", 2), ("区财政局", 1)]
