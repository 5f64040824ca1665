"""Deadlines that return, as every form of an answer tells them."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from listed import listed

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Sulist

LIST = listed("""
- {id: 1-1, text: 周报。, lead: 区财政局, responsible: 区经发局, deadline: 每周五前}
- {id: 1-2, text: 修路。, lead: 区经发局, responsible: 区财政局, deadline: 8月底前}
- {id: 1-3, text: 日报。, lead: 区经发局, responsible: 区财政局, deadline: 每天}
units:
  区直部门: [区经发局, 区财政局]
""")
ENGLISH = {"SULIST_LANG": "en"}
CHINESE = {"SULIST_LANG": "zh_CN"}


@pytest.fixture
def office(sulist: Sulist, tmp_path: Path) -> Sulist:
    """A folder with the list, asked as of the first of May 2021."""
    (tmp_path / "items.yaml").write_text(LIST, encoding="utf-8")
    return sulist


HERE = {"SULIST_AS_OF": "2021-05-01", "SULIST_FILE": "items.yaml"}
DONE = ("log 1-1 --unit 区财政局 --status done --on 2021-05-01", "close 1-1 --on 2021-05-01")


def test_json_has_the_day_of_each_row_and_the_next_of_the_item(office: Sulist) -> None:
    """``occurrence`` is the row's day, null for a date of the item's own; ``deadline.due`` is the next."""
    found = office.json(
        "due", "--from", "2021-04-29", "--before", "2021-08-31", "--search", "修路", **HERE
    )
    assert [(one["occurrence"], one["days_left"]) for one in found["items"]] == [(None, 122)]
    found = office.json(
        "due", "--from", "2021-04-29", "--before", "2021-05-08", "--search", "周报", **HERE
    )
    assert [
        (one["occurrence"], one["days_left"], one["deadline"]["due"]) for one in found["items"]
    ] == [("2021-04-30", None, "2021-05-07"), ("2021-05-07", 6, "2021-05-07")]
    assert found["unlisted"] == 0
    listed = office.json("list", "--after", "2021-05-31", **HERE)["items"]
    assert [one["occurrence"] for one in listed] == ["2021-06-04", None, "2021-06-01"]


def test_json_of_what_is_done_has_no_day(office: Sulist) -> None:
    """Neither a row in ``due`` nor a next date in any list of items; by its state it answers without days left."""
    for line in DONE:
        office.text(*line.split(), **HERE)
    assert [one["id"] for one in office.json("due", **HERE)["items"]] == ["1-3", "1-2"]
    for command in ("list", "ledger", "by-unit 区财政局", "by-category 一", "show 1-1"):
        (one,) = (
            one for one in office.json(*command.split(), **HERE)["items"] if one["id"] == "1-1"
        )
        assert (one["deadline"]["due"], one["days_left"], one["occurrence"]) == (None, None, None)
    found = office.json("due", "--before", "2021-05-14", "--status", "closed", **HERE)["items"]
    assert [(one["occurrence"], one["days_left"]) for one in found] == [
        ("2021-05-07", None),
        ("2021-05-14", None),
    ]


def test_a_table_for_spreadsheets_has_a_column_for_it(office: Sulist) -> None:
    """Behind the others; it is empty where nothing returns."""

    def rows(*words: str) -> list[list[str]]:
        answer = office.text("due", *words, "--format", "csv", **HERE, **ENGLISH)
        return list(csv.reader(io.StringIO(answer.removeprefix("\ufeff"))))

    head, *found = rows("--before", "2021-05-14", "--search", "周报")
    assert head[-1] == "occurrence"
    assert [(row[head.index("due")], row[-1]) for row in found] == [
        ("2021-05-07", "2021-05-07"),
        ("2021-05-14", "2021-05-14"),
    ]
    head, *found = rows("--search", "修路")
    assert (head[-1], {row[-1] for row in found}) == ("occurrence", {""})


@pytest.mark.parametrize(
    ("language", "next_only", "unlisted"),
    [
        (
            ENGLISH,
            "are shown with their next date only",
            "2522 more dates of 1 item are not listed",
        ),
        (CHINESE, "循环时限只列出下一次到期日", "另有2522个日期（涉及1项）未列出"),
    ],
    ids=["English", "Chinese"],
)
def test_a_table_says_what_of_it_is_not_shown(
    office: Sulist, language: dict[str, str], next_only: str, unlisted: str
) -> None:
    """That there are more dates than the next; and how many are more than an item may have."""
    assert next_only in office.text("due", **HERE, **language)
    timed = ("due", "--before", "2029-04-30", "--search", "日报")
    whole = office.text(*timed, **HERE, **language)
    assert unlisted in whole
    assert next_only not in whole
    assert unlisted in office.text(*timed, "--format", "markdown", **HERE, **language)
    told = office(*timed, "--format", "csv", **HERE, **language)
    assert unlisted in told.stderr.decode()
    assert office.json(*timed, **HERE)["unlisted"] == 2522
    assert unlisted not in office.text("list", "--before", "2029-04-30", **HERE, **language)


def test_what_is_past_of_what_returns_shows_no_state_in_place_of_its_days(office: Sulist) -> None:
    """Only what is done says so; a day that has gone by says nothing."""
    office.text("log", "1-1", "--unit", "区财政局", "--percent", "30", **HERE)
    shown = office.text("show", "1-1", **HERE, **ENGLISH)
    assert "Date: 2021-05-07 (6 days left)" in shown
    due = office.text(
        "due", "--from", "2021-04-24", "--before", "2021-04-30", "--search", "周报", **HERE
    )
    assert "2021-04-30" in due
    assert "over" not in due
