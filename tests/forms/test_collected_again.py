"""A form of a month that comes again: it stands in the place of the one before, and the history has both."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from forms_made import filled, sent

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Sulist

MINE = {"SULIST_FILE": "mine/items.yaml", "SULIST_AS_OF": "2021-07-02"}
FIRST: dict[str, dict[str, object]] = {
    "1-5": {"status": "推进中", "percent": 0.4, "problem": "用地指标未落实。"},
    "2-3": {"done": "已上报材料。"},
}
LATER: dict[str, dict[str, object]] = {
    "1-5": {"status": "推进中", "percent": 0.6, "problem": "无"},
    "2-3": {"done": "已上报材料。"},
}


@pytest.fixture
def again(sulist: Sulist, tmp_path: Path) -> Sulist:
    """Sulist beside a list on which the form of June was collected, and then a corrected one."""
    sulist.text("init", "mine")
    for name, rows in (("first.xlsx", FIRST), ("later.xlsx", LATER)):
        filled(sent(tmp_path / name, "区财政局"), rows)
        sulist.text("collect", name, "--yes", **MINE)
    return sulist


def records(sulist: Sulist, *words: str) -> list[dict[str, Any]]:
    """What the history says of 1-5."""
    found: list[dict[str, Any]] = sulist.json("history", "1-5", *words, **MINE)["records"]
    return found


def test_the_later_form_stands_in_the_place_of_the_first(again: Sulist) -> None:
    """Of the item that it says something else of; what it says again is there once."""
    first, later, back = records(again)
    assert (first["percent"], first["counts"]) == (40, False)
    assert (later["percent"], later["counts"]) == (60, True)
    assert (later["corrects"], first["replaced_by"]) == (first["id"], later["id"])
    assert (back["kind"], first["taken_back_by"]) == ("correction", back["id"])
    everything = again.json("history", **MINE)["records"]
    assert [one["id"] for one in everything if one["item"] == "2-3" and one["counts"]] != []
    assert len(everything) == 4


def test_no_answer_has_the_first_any_more(again: Sulist, tmp_path: Path) -> None:
    """Not the ledger, the meeting, the page, the letters, nor the next form."""
    assert "用地指标" not in again.text("ledger", **MINE)
    assert again.json("report", **MINE)["progress"]["problems"] == []
    (item,) = again.json("show", "1-5", **MINE)["items"]
    assert (item["progress"]["percent"], item["progress"]["problems"]) == (60, [])
    again.text("dispatch", "--month", "7月", "--directory", "out", "--unit", "财政局", **MINE)
    (form,) = (tmp_path / "out").iterdir()
    from openpyxl import load_workbook

    cells = [cell.value for row in load_workbook(form).worksheets[0].rows for cell in row]
    assert not any("用地指标" in str(value) for value in cells)


def test_the_history_says_which_was_replaced(again: Sulist) -> None:
    """On the screen and for a spreadsheet, in both languages."""
    first, later, _back = records(again)
    said = again.text("history", "1-5", **MINE)
    assert f"by {later['id']}" in said
    assert f"replaces {first['id']}" in said
    assert f"由 {later['id']} 替换" in again.text("history", "1-5", SULIST_LANG="zh", **MINE)
    assert f"by {later['id']}" in again.text("history", "1-5", "--format", "csv", **MINE)


def test_the_page_marks_what_was_replaced(again: Sulist, tmp_path: Path) -> None:
    """Beside the record, which is shown and does not count."""
    again.text("export", "page", "--output", "page.html", **MINE)
    assert "以后者为准" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_what_it_replaces_is_shown_before_it_is_recorded(again: Sulist, tmp_path: Path) -> None:
    """The number, and the record at its row."""
    filled(sent(tmp_path / "third.xlsx", "区财政局"), {"1-5": {"percent": 0.7}})
    said = again.text("collect", "third.xlsx", "--dry-run", **MINE)
    _first, later, _back = records(again)
    assert "1 report to record; 1 of these replaces that of an earlier form" in said
    assert f"replaces {later['id']}" in said


def test_a_form_that_was_replaced_is_in_doubt_when_it_comes_once_more(
    again: Sulist, tmp_path: Path
) -> None:
    """Which of the two holds, the office knows; its row and the record that replaced it are named."""
    before = (tmp_path / "mine" / "progress.yaml").read_bytes()
    done = again("collect", "first.xlsx", "--yes", **MINE)
    _first, later, _back = records(again)
    assert done.returncode == 3
    assert f"sulist undo --record {later['id']}" in done.stdout.decode()
    assert (tmp_path / "mine" / "progress.yaml").read_bytes() == before


def test_what_was_replaced_stands_again_when_the_later_is_taken_back(again: Sulist) -> None:
    """As the first form was never wrong."""
    _first, later, _back = records(again)
    again.text("undo", "--record", later["id"], **MINE)
    first, gone, *_corrections = records(again)
    assert (first["counts"], gone["counts"], first["replaced_by"]) == (True, False, None)
    assert "There is nothing new to record." in again.text("collect", "first.xlsx", "--yes", **MINE)


def test_what_was_typed_beside_the_form_stays(sulist: Sulist, tmp_path: Path) -> None:
    """A form takes the place of a form, and of another month none."""
    sulist.text("init", "mine")
    there = {"SULIST_FILE": "mine/items.yaml"}
    sulist.text("log", "1-5", "--done", "电话报送。", SULIST_AS_OF="2021-06-20", **there)
    filled(sent(tmp_path / "may.xlsx", "区财政局", 5), {"1-5": {"percent": 0.2}})
    for name, month, rows in (
        ("may.xlsx", 5, {"1-5": {"percent": 0.2}}),
        ("june.xlsx", 6, FIRST),
        ("again.xlsx", 6, LATER),
    ):
        filled(sent(tmp_path / name, "区财政局", month), rows)
        sulist.text("collect", name, "--yes", **MINE)
    standing = [one for one in records(sulist) if one["counts"] and one["kind"] == "report"]
    assert [(one["period"], one["percent"], one["done"]) for one in standing] == [
        ("2021-05", 20, None),
        ("2021-06", None, "电话报送。"),
        ("2021-06", 60, None),
    ]


def test_a_form_of_before_its_records_were_marked_is_known_by_who_filled_it_in(
    again: Sulist, tmp_path: Path
) -> None:
    """Only forms write names into reports."""
    file = tmp_path / "mine" / "progress.yaml"
    lines = [json.loads(line[2:]) for line in file.read_text(encoding="utf-8").splitlines()]
    head, first = lines[:2]
    old = first | {"id": "q3icsqibjs", "filled_by": "李某"}
    file.write_text("".join(f"- {json.dumps(one)}\n" for one in (head, old)), encoding="utf-8")
    again.text("collect", "later.xlsx", "--yes", **MINE)
    assert [one["replaced_by"] is not None for one in records(again)] == [True, False, False]


def test_a_day_before_the_second_form_came_knows_the_first(again: Sulist, tmp_path: Path) -> None:
    """What was known then: the first form; what is known now of that day: the second."""
    file = tmp_path / "mine" / "progress.yaml"
    head, *lines = file.read_text(encoding="utf-8").splitlines()
    moments = ("06-29", "06-29", "07-02", "07-02")
    made = [
        json.loads(line[2:]) | {"written": f"2021-{moment}T09:00:00+08:00"}
        for line, moment in zip(lines, moments, strict=True)
    ]
    text = "".join(f"- {json.dumps(one, ensure_ascii=False)}\n" for one in made)
    file.write_text(f"{head}\n{text}", encoding="utf-8")
    percents = [
        again.json("show", "1-5", *words, **MINE)["items"][0]["progress"]["percent"]
        for words in (("--known-by", "2021-06-30"), ("--as-of", "2021-06-30"))
    ]
    assert percents == [40, 60]
    assert records(again, "--known-by", "2021-06-30")[0]["replaced_by"] is None


@pytest.mark.parametrize("key", ["done", "problem", "next", "evidence"])
def test_a_cell_that_points_elsewhere_is_a_doubt(sulist: Sulist, tmp_path: Path, key: str) -> None:
    """It is named by its cell, and nothing of the file is recorded."""
    sulist.text("init", "mine")
    filled(sent(tmp_path / "back.xlsx", "区财政局"), FIRST | {"1-5": {key: "同上。"}})
    done = sulist("collect", "back.xlsx", "--yes", **MINE)
    cell = {"done": "H6", "problem": "I6", "next": "J6", "evidence": "K6"}[key]
    assert f"back.xlsx!反馈表!{cell}: " in done.stdout.decode()
    assert "only says 同上。" in done.stdout.decode()
    assert (done.returncode, (tmp_path / "mine" / "progress.yaml").exists()) == (3, False)


def test_a_row_that_says_nothing_is_not_filled_in(sulist: Sulist, tmp_path: Path) -> None:
    """无 in every text: the unit still owes a report on it."""
    sulist.text("init", "mine")
    nothing: dict[str, object] = {"done": "无", "problem": "暂无困难", "next": "—"}
    rows = FIRST | {"1-5": nothing}
    filled(sent(tmp_path / "back.xlsx", "区财政局"), rows)
    said = sulist.text("collect", "back.xlsx", "--yes", **MINE)
    assert "not filled in: 1-5" in said
    assert "区财政局: nothing on 1-5" in said
