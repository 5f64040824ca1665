"""Leaders and persons in what sulist answers: ``leaders``, ``report --by``, and the filters by people."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from conftest import Terminal
from test_contract import validate

from sulist.base.typeset import width

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Sulist

LIST = """\
title: 某县2022年整改台账
region: 某县
year: 2022
columns: {序号: serial, 事项: text, 责任单位: responsible, 责任领导: leader, 责任人: person, 时限: deadline}
categories:
  - number: 一
    title: 建设
    items:
      - {id: 1-1, text: 修路。, responsible: 甲局, deadline: 3月底前, more: {责任领导: 副县长李某, 责任人: 王一 8123456}}
      - {id: 1-2, text: 架桥。, responsible: 甲局, deadline: 6月底前，12月底前, more: {责任领导: 李某、赵某, 责任人: 各乡镇负责人}}
  - number: 二
    title: 服务
    items:
      - {id: 2-1, text: 办展。, responsible: 乙局, deadline: 9月底前, more: {责任领导: 赵某, 责任人: 王一、赵二}}
      - {id: 2-2, text: 宣传。, responsible: 乙局, deadline: 9月底前, more: {责任领导: "", 责任人: 赵二}}
"""
NOW = {"SULIST_AS_OF": "2022-05-10", "SULIST_FILE": "items.yaml"}


@pytest.fixture
def desk(sulist: Sulist, tmp_path: Path) -> Sulist:
    """A folder with the list in it."""
    (tmp_path / "items.yaml").write_text(LIST, encoding="utf-8")
    return sulist


def report_on(desk: Sulist) -> None:
    """Something is said of an item, so that there is a journal."""
    desk.text("log", "1-1", "--percent", "40", "--done", "已开工。", **NOW)


def table(text: str) -> list[list[str]]:
    """The rows of a CSV."""
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


def test_leaders_are_told_with_their_items_and_the_next_date(desk: Sulist) -> None:
    """Two tables, leaders before persons, under the printed headings; below them whom nobody can call."""
    text = desk.text("leaders", **NOW)
    lines = [line.split() for line in text.splitlines()]
    assert ["李某", "2", "1", "2022-06-30"] in lines
    assert ["赵二", "2", "·", "2022-09-30"] in lines
    assert lines.index(["责任领导", "items", "overdue", "next", "date"]) < lines.index(
        ["责任人", "items", "overdue", "next", "date"]
    )
    assert "1 item names no leader." in text
    assert "1 cell names nobody: 1-2 责任人 “各乡镇负责人”" in text


def test_leaders_are_told_by_state_where_there_is_a_journal(desk: Sulist) -> None:
    """Only states that some item is in have a column."""
    report_on(desk)
    text = desk.text("leaders", **NOW)
    assert ["责任领导", "in", "progress", "no", "report", "items", "overdue", "next", "date"] in [
        line.split() for line in text.splitlines()
    ]
    assert "Journal progress.yaml: 1 record." in text


@pytest.mark.parametrize("journal", [False, True])
@pytest.mark.parametrize("words", ["", "--leader 赵某", "--person 王一", "--status in-progress"])
def test_leaders_as_data_are_what_the_schema_publishes(
    desk: Sulist, words: str, journal: bool
) -> None:
    """Every key, its type and its place."""
    if journal or words.startswith("--status"):
        report_on(desk)
    validate(desk.json("leaders", *words.split(), **NOW), "leaders")


def test_leaders_as_a_table_have_the_same_columns_always(desk: Sulist, tmp_path: Path) -> None:
    """Whether or not there is a journal or anybody at all."""
    before = table(desk.text("leaders", "--format", "csv", **NOW))
    report_on(desk)
    after = table(desk.text("leaders", "--format", "csv", **NOW))
    assert before[0] == after[0]
    assert [row[:6] for row in before] == [row[:6] for row in after]
    assert before[1] == ["责任领导", "李某", "", "2", "1", "2022-06-30", *[""] * 7]
    assert after[1][6:] == ["0", "0", "1", "0", "0", "1", "0"]
    (tmp_path / "items.yaml").write_text(
        LIST.replace("leader,", "other,").replace("person,", "other,"), encoding="utf-8"
    )
    assert table(desk.text("leaders", "--format", "csv", **NOW)) == [before[0]]


@pytest.mark.parametrize("form", ["table", "markdown", "json", "csv"])
def test_a_list_without_such_a_column_is_told_what_to_do(sulist: Sulist, form: str) -> None:
    """On the page, or on stderr where a program reads the answer."""
    done = sulist("leaders", "--format", form, SULIST_AS_OF="2021-06-30")
    said = done.stdout if form in ("table", "markdown") else done.stderr
    assert done.returncode == 0
    assert "columns:" in said.decode()
    assert "责任领导: leader" in said.decode()


def test_nobody_found_may_be_a_failure(sulist: Sulist, desk: Sulist) -> None:
    """``--fail-empty`` tells a script."""
    assert desk("leaders", "--fail-empty", **NOW).returncode == 0
    assert desk("leaders", "--status", "closed", "--fail-empty", **NOW).returncode == 1


@pytest.mark.parametrize("journal", [False, True])
@pytest.mark.parametrize("by", ["unit", "leader", "category", "单位", "领导", "分类"])
def test_a_report_tells_the_load_that_is_asked_for(desk: Sulist, by: str, journal: bool) -> None:
    """One table of load, by what is asked; as data it is beside the rest, as CSV it is alone."""
    if journal:
        report_on(desk)
    titles = {"Load by unit", "Load by leader", "Load by category"}
    english = {"单位": "unit", "领导": "leader", "分类": "category"}.get(by, by)
    text = desk.text("report", "--by", by, **NOW)
    assert {one for one in titles if one in text} == {f"Load by {english}"}
    answer = desk.json("report", "--by", by, **NOW)
    validate(answer, "report")
    assert answer.get("by") == (None if english == "unit" else english)
    rows = table(desk.text("report", "--by", by, "--format", "csv", **NOW))
    assert len({len(row) for row in rows}) == 1


def test_a_report_without_by_is_what_it_was(desk: Sulist) -> None:
    """The page of --by unit, byte for byte; as data it has no key more."""
    for _once in range(2):
        assert desk.text("report", **NOW) == desk.text("report", "--by", "unit", **NOW)
        assert not {"by", "load"} & desk.json("report", **NOW).keys()
        report_on(desk)


def test_the_load_by_leader_counts_what_names_none(desk: Sulist) -> None:
    """Under no name, so that no item is missing."""
    load = desk.json("report", "--by", "leader", **NOW)["load"]
    assert [(one["name"], one["items"]) for one in load] == [("李某", 2), ("赵某", 2), ("", 1)]


def test_the_load_by_leader_is_refused_where_there_is_none(sulist: Sulist) -> None:
    """As --leader is."""
    assert "no column of leaders" in sulist.refused("report", "--by", "leader", code=2)


ITEMS = "list due ledger by-unit=甲局 by-category=二"


@pytest.mark.parametrize("command", ITEMS.split())
def test_questions_about_items_take_people(desk: Sulist, command: str) -> None:
    """By leader and by person, both where both are said; a part of a name will do."""
    words = command.split("=")
    found = {one["id"] for one in desk.json(*words, **NOW)["items"]}
    by = {
        option: {one["id"] for one in desk.json(*words, option, name, **NOW)["items"]}
        for option, name in (("--leader", "李"), ("--person", "王一"))
    }
    assert by["--leader"] == found & {"1-1", "1-2"}
    assert by["--person"] == found & {"1-1", "2-1"}
    both = desk.json(*words, "--leader", "李", "--person", "王一", **NOW)["items"]
    assert {one["id"] for one in both} == by["--leader"] & by["--person"]


def test_questions_about_the_whole_list_take_people(desk: Sulist) -> None:
    """Units, categories, the report and what is owed count the items that name them, and say so."""
    people = ("--leader", "赵某", "--person", "王一")
    assert [one["lead"] for one in desk.json("units", *people, **NOW)["units"]] == [1]
    assert [one["items"] for one in desk.json("categories", *people, **NOW)["categories"]] == [0, 1]
    assert desk.json("report", *people, **NOW)["items"] == 1
    owed = desk.json("owing", *people, **NOW)
    assert [one["unit"] for one in owed["units"]] == ["乙局"]
    report_on(desk)
    assert desk.json("report", *people, **NOW)["progress"]["all"]["items"] == 1
    for command in ("units", "categories", "report", "owing", "leaders"):
        assert "赵某 · 王一" in desk.text(command, *people, **NOW).splitlines()[0]
    assert "1 of 4 items; the others were not asked for" in desk.text("report", *people, **NOW)


def test_a_document_takes_people(desk: Sulist, tmp_path: Path) -> None:
    """An export has the items that name them, and no others."""
    desk.text("export", "page", "--leader", "赵某", "--output", "p.html", **NOW)
    page = (tmp_path / "p.html").read_text(encoding="utf-8")
    assert "办展" in page
    assert "修路" not in page


def test_who_is_only_the_other_is_told_where_to_be_found(desk: Sulist) -> None:
    """A person that is asked for as a leader, and the other way round."""
    assert "--person" in desk.refused("list", "--leader", "王一", code=2, **NOW)
    assert "--leader" in desk.refused("list", "--person", "李", code=2, **NOW)
    assert "sulist leaders" in desk.refused("list", "--leader", "钱三", code=2, **NOW)
    assert "李某" in desk.refused("list", "--leader", "某", code=2, **NOW)


@pytest.mark.parametrize(
    "typed", ["李某", "李", "副县长李某", "李某副县长", "李 某", "李某（副县长）", "李某同志"]
)
def test_a_leader_is_typed_as_people_write_a_name(desk: Sulist, typed: str) -> None:
    """With a post, a space or a part of it."""
    found = desk.json("list", "--leader", typed, **NOW)
    assert found["query"]["leader"] == ["李某"]


def test_a_leader_who_is_called_by_a_post_is_asked_back(desk: Sulist) -> None:
    """李县长 may be several people, so nobody is guessed; the list's own of that surname are told."""
    said = desk.refused("list", "--leader", "李县长", code=2, **NOW)
    assert "Did you mean 李某?" in said


def test_a_name_behind_no_option_is_told_its_options(desk: Sulist) -> None:
    """A leader's, a person's, or both."""
    for words, told in (
        ("list 李", "--leader 李某"),
        ("report 赵二", "--person 赵二"),
        ("leaders 王一", "--person 王一"),
        ("list 赵", "--leader 赵某 or --person 赵二"),
    ):
        assert told in desk.refused(*words.split(), code=2, **NOW)


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("chinese", [False, True])
def test_the_page_fits_a_terminal(
    desk: Sulist, tmp_path: Path, columns: int, *, chinese: bool
) -> None:
    """No line of its tables is wider, in both languages."""
    report_on(desk)
    shell = Terminal(tmp_path, chinese=chinese, columns=columns)
    shell.type("export SULIST_AS_OF=2022-05-10")
    for command in ("leaders", "report --by leader", "report --by category"):
        lines = shell.type(f"sulist {command}").splitlines()
        assert any("李某" in line or "建设" in line for line in lines)
        assert max(map(width, lines)) <= columns
