"""What a list of another kind says to the person who keeps it: true words, by the list's own headings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Sulist

DAY = {"SULIST_AS_OF": "2023-05-10", "SULIST_FILE": ""}
HEAD = """\
title: 丰泽县2023年整改清单
year: 2023
issued: 2023-02-10
columns: {序号: serial, 反馈问题: text, 责任领导: leader, 责任单位: responsible, 责任人: person, 整改时限: deadline}
categories:
  - number: 一
    title: 安全
    items:
"""
ITEMS = """\
      - {id: 1-1, text: 台账不全。, responsible: 县文广局、各乡镇, deadline: 4月底前, more: {责任领导: 副县长周某}}
      - {id: 1-2, assigned: 2023-04-20, text: 粮库防火。, responsible: 县发改局, deadline: 3个月内}
      - {id: 1-3, text: 验收。, responsible: 县发改局, deadline: 10个工作日内}
      - {id: 1-4, text: 学习。, responsible: "", deadline: 长期坚持, more: {责任人: 吴某}}
"""


@pytest.fixture
def clerk(sulist: Sulist, tmp_path: Path) -> Sulist:
    """A desk with such a list on it."""
    (tmp_path / "items.yaml").write_text(HEAD + ITEMS, encoding="utf-8")
    return sulist


@pytest.mark.parametrize(
    ("item", "said"),
    [
        ("1-2", "counted from the day of assignment, that day excluded"),
        ("1-3", "after the day of issue"),
    ],
)
def test_it_is_said_from_which_day_a_period_counts(clerk: Sulist, item: str, said: str) -> None:
    """That of assignment where there is one, else that of issue."""
    assert said in " ".join(clerk.text("show", item, **DAY).split())


def test_a_collective_that_leads_may_report_under_its_printed_name(clerk: Sulist) -> None:
    """A form is sent to it, so what it says can be typed too; and who is asked for a unit is told of it."""
    assert "县文广局、各乡镇" in clerk.refused("log", "1-1", "--status", "推进中", code=2, **DAY)
    clerk.text("log", "1-1", "--status", "推进中", "--unit", "各乡镇", **DAY)
    assert "各乡镇" not in clerk.text("owing", "--month", "5月", **DAY)


def test_a_cell_that_the_list_has_not_is_called_as_people_call_it(clerk: Sulist) -> None:
    """By its heading, not by its key in the file."""
    said = clerk.refused("add", "修路。", "--lead", "县委办", "--yes", code=2, **DAY)
    assert "牵头单位" in said
    assert "lead." not in said


def test_the_foot_says_that_persons_lead_what_has_no_unit(clerk: Sulist) -> None:
    """Where one item has only a person."""
    assert "persons (责任人) where no unit is named" in " ".join(clerk.text("list", **DAY).split())


def test_what_changed_is_told_under_the_headings_of_its_list(clerk: Sulist, tmp_path: Path) -> None:
    """New items under those of the new list; who leads, by which rule."""
    clerk.text("add", "修路。", "--responsible", "县交通局", "--yes", **DAY)
    (tmp_path / "old.yaml").write_text(HEAD + ITEMS, encoding="utf-8")
    said = clerk.text("diff", "old.yaml", "items.yaml", **DAY)
    assert ["编号", "反馈问题", "牵头（按责任单位或责任人）", "整改时限"] in [
        line.split() for line in said.splitlines()
    ]


def test_nobody_without_a_roster_is_told_to_add_to_it(clerk: Sulist) -> None:
    """One unit on a roster would make all the others wrong."""
    assert "units:" not in clerk.refused("by-unit", "县城管局", code=2, **DAY)


def test_an_unknown_name_is_told_among_whom_it_was_looked_for(clerk: Sulist) -> None:
    """The leaders or the persons."""
    assert "no leader of this list" in clerk.refused("list", "--leader", "褚某", code=2, **DAY)
    assert "no person of this list" in clerk.refused("list", "--person", "褚某", code=2, **DAY)


def test_no_year_is_made_up_for_an_example(sulist: Sulist, tmp_path: Path) -> None:
    """A list without one is told to write its year or the day, not one of the year 2000."""
    text = (HEAD + ITEMS).replace("year: 2023\nissued: 2023-02-10\n", "")
    (tmp_path / "items.yaml").write_text(text, encoding="utf-8")
    said = sulist("check", "items.yaml").stdout.decode()
    assert "has none. Add year: to the list." in said
    assert "add a line year: to the list's head" in " ".join(said.split())
    assert "2000" not in said


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_what_a_new_list_has_to_be_filled_with_is_told_until_it_is(
    sulist: Sulist, tmp_path: Path, language: str
) -> None:
    """Its title, its category's and its item, in whatever language it was begun and is checked."""
    sulist.text("init", ".", "--columns", "序号,任务,责任单位", SULIST_LANG=language)
    found = sulist("check", "items.yaml", "--format", "json", SULIST_FILE="").stdout.decode()
    assert [(one["check"], one["item"], one["cell"]) for one in json.loads(found)["problems"]] == [
        ("placeholder-left", None, "title"),
        ("placeholder-left", None, "title"),
        ("placeholder-left", "1-1", "text"),
    ]


def test_a_heading_of_problems_is_what_is_to_be_done(sulist: Sulist, tmp_path: Path) -> None:
    """Where no other column says it: 反馈问题, and not the measures beside it."""
    sulist.text("init", "new", "--columns", "序号,整改措施,反馈问题,责任单位,整改时限")
    made = (tmp_path / "new" / "items.yaml").read_text(encoding="utf-8")
    assert "反馈问题: text" in made
    assert "整改措施: other" in made
