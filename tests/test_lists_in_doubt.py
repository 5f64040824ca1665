"""One bad cell blocks one item: the others are answered, and the cell is named wherever it could matter."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from test_contract import validate

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Sulist

ITEM = """      - id: 1-{n}
        text: 完成第{n}段河道清淤。
        lead: {lead}
        responsible: 区水利局
        deadline: {deadline}
"""
HEAD = """title: 某区2021年河道清单
region: 某区
year: 2021
total: 40
categories:
  - number: 一
    title: 河道
    items:
"""
ROSTER = """units:
  区直部门: [区城管局, 区水利局]
"""
AS_OF = ("--as-of", "2021-06-15", "--file", "items.yaml")


REPORT = {"kind": "report", "unit": "区城管局", "role": "lead", "period": "2021-02"}
WITHDRAWAL = {"kind": "withdrawal", "reason": "会议决定"}
CLOSING = {"kind": "closing", "done_on": "2021-02-01"}


def forty(**more: str) -> str:
    """A list of forty items, the deadline of 1-7 and the lead of 1-9 not to be read."""
    items = "".join(
        ITEM.format(
            n=n,
            lead="区河道局" if n == 9 else "区城管局",
            deadline="下周三" if n == 7 else f"{(n - 1) % 12 + 1}月底前",
        )
        for n in range(1, 41)
    )
    return HEAD + items + ROSTER + more.get("end", "")


@pytest.fixture
def listed(sulist: Sulist, tmp_path: Path) -> Sulist:
    """The forty items in the folder where sulist is asked."""
    (tmp_path / "items.yaml").write_text(forty(), encoding="utf-8")
    return sulist


BOTH, DATE, UNIT = ("1-7 ", "1-9 "), ("1-7 ",), ("1-9 ",)
ASKED = [
    ("list", BOTH),
    ("due", BOTH),
    ("due --within 30d", DATE),
    ("by-unit 区城管局", BOTH),
    ("by-unit 区水利局 --role lead", UNIT),
    ("list --before 2021-12-31 --search 第7段", DATE),
    ("show 1-7", DATE),
    ("report", BOTH),
    ("ledger", BOTH),
    ("owing", UNIT),
    ("units", UNIT),
    ("categories", DATE),
]


@pytest.mark.parametrize("light", ["red", "yellow", "green"])
def test_a_light_that_a_deadline_in_doubt_decides_is_in_question(
    listed: Sulist, light: str
) -> None:
    """Unless the item is closed or withdrawn, or only those are asked for."""

    def unread(light: str) -> list[str]:
        found = listed.json("list", "--light", light, *AS_OF)
        return [one["id"] for one in found["unread"] if one["cell"] == "deadline"]

    assert unread(light) == (["1-7"] if light != "green" else [])  # on which nobody has reported
    assert unread("blue") == []
    on = ("--on", "2021-06-14", "--file", "items.yaml")
    listed.text("log", "1-7", "--done", "x", *on)
    assert unread(light) == ["1-7"]
    listed.text("withdraw", "1-7", "--reason", "x", *on)
    assert unread(light) == []


@pytest.mark.parametrize(("command", "cells"), ASKED, ids=[command for command, _cells in ASKED])
@pytest.mark.parametrize("form", ["table", "markdown", "csv"])
def test_an_answer_names_the_cells_in_doubt(
    listed: Sulist, command: str, cells: tuple[str, ...], form: str
) -> None:
    """Where they could matter, below a page and on stderr beside CSV; the other items are answered."""
    done = listed(*command.split(), "--format", form, *AS_OF)
    if (command, form) == ("report", "csv"):
        assert done.returncode == 2  # it has several tables
        return
    assert done.returncode == 0
    told = (done.stderr if form == "csv" else done.stdout).decode()

    (line,) = [one for one in told.splitlines() if "cannot be read or" in one]
    assert [cell for cell in BOTH if cell in line] == list(cells)


@pytest.mark.parametrize(("command", "cells"), ASKED, ids=[command for command, _cells in ASKED])
def test_a_program_is_told_of_the_cells_in_doubt(
    listed: Sulist, command: str, cells: tuple[str, ...]
) -> None:
    """As unread, by item and cell."""
    answer = json.loads(listed(*command.split(), "--format", "json", *AS_OF).stdout)
    assert [one["id"] + " " for one in answer["unread"]] == list(cells)


def test_thirty_eight_of_forty_are_answered_as_if_nothing_were_wrong(listed: Sulist) -> None:
    """The dates and leads of the others are those of a list without the two."""
    items = listed.json("list", *AS_OF)["items"]
    others = [one for one in items if one["id"] not in ("1-7", "1-9")]
    assert len(others) == 38
    assert all(one["deadline"]["due"] and one["lead"] == ["区城管局"] for one in others)


def test_the_foot_counts_errors_of_items(listed: Sulist) -> None:
    """Once below every page, whatever was asked."""
    assert "2 errors, each of which makes one cell unsure" in listed("list", *AS_OF).stdout.decode()


def test_a_row_marks_its_cell_in_doubt(listed: Sulist) -> None:
    """In its place, and that its date is not read."""
    rows = listed("list", *AS_OF).stdout.decode().splitlines()
    (date,) = [one for one in rows if one.startswith("1-7 ")]
    assert "下周三 (in doubt)" in date
    assert "not read" in date
    (unit,) = [one for one in rows if one.startswith("1-9 ")]
    assert "区河道局 (in doubt)" in unit


def test_a_document_tells_what_it_could_not_read(listed: Sulist) -> None:
    """On stderr, since it is read elsewhere."""
    done = listed("export", "calendar", "--output", "x.ics", *AS_OF)
    assert done.returncode == 0
    assert "1-7 完成时限“下周三”" in done.stderr.decode()


MAY_BE = [  # by what was said of the item, and when the question is
    ((), "2021-01-20", ("red", "yellow", "none")),  # its first report is not due yet
    ((), "2021-06-15", ("red", "yellow")),
    ((REPORT | {"status": "in-progress"},), "2021-06-15", ("red", "yellow", "green", "none")),
    ((REPORT | {"status": "done"},), "2021-06-15", ("yellow", "green", "none")),
    ((WITHDRAWAL,), "2021-06-15", ("none",)),
    ((REPORT | {"status": "done"}, CLOSING), "2021-06-15", ("blue",)),
]


@pytest.mark.parametrize(("said", "day", "colours"), MAY_BE, ids=[str(n) for n in range(6)])
def test_an_item_whose_deadline_is_not_read_is_named_for_each_light_that_it_may_have(
    listed: Sulist,
    tmp_path: Path,
    said: tuple[dict[str, str], ...],
    day: str,
    colours: tuple[str, ...],
) -> None:
    """By its state and any date, beside the light that it is told with; for others it is not."""
    lines: list[dict[str, Any]] = [{"journal": 1, "title": "某区2021年河道清单", "year": 2021}]
    for seq, one in enumerate(said, 1):
        its = {"item": "1-7", "on": "2021-02-01", "written": "2021-02-01T09:00:00+08:00"}
        lines.append(its | one | {"seq": seq, "id": f"r{seq}"})
    journal = "".join(f"- {json.dumps(line)}\n" for line in lines)
    (tmp_path / "progress.yaml").write_text(journal, encoding="utf-8")
    asked = ("--as-of", day, "--file", "items.yaml", "--category", "一")
    for command in ("list", "due", "ledger"):
        named = {
            colour
            for colour in ("red", "yellow", "green", "blue", "none")
            for one in listed.json(command, "--light", colour, *asked)["unread"]
            if one["id"] == "1-7"
        }
        assert named == {*colours}, command


COUNTED = [
    ("report --category 一", BOTH),
    ("report --category 二", ()),
    ("report --unit 区水利局", BOTH),  # which is named beside who leads
    ("report --unit 区水利局 --role lead", UNIT),
    ("report --unit 区交通局", UNIT),
]


@pytest.mark.parametrize(("asked", "cells"), COUNTED, ids=[asked for asked, _cells in COUNTED])
def test_a_report_about_some_items_names_the_cells_in_doubt_that_decide_it(
    listed: Sulist, tmp_path: Path, asked: str, cells: tuple[str, ...]
) -> None:
    """Those of its items, and those for which another may be one of them."""
    second = """  - number: 二
    title: 道路
    items:
      - {id: 2-1, text: 修路。, lead: 区交通局, responsible: 区交通局, deadline: 6月底前}
units:
"""
    text = forty().replace("total: 40", "total: 41").replace("units:\n", second)
    text = text.replace("[区城管局", "[区交通局, 区城管局")
    (tmp_path / "items.yaml").write_text(text, encoding="utf-8")
    answer = listed.json(*asked.split(), *AS_OF)
    assert [one["id"] + " " for one in answer["unread"]] == list(cells)


def changed(sulist: Sulist, tmp_path: Path, old: str, new: str) -> dict[str, object]:
    """What check says of the list with one thing changed, and that the list is answered or not."""
    text = forty().replace(old, new, 1)
    assert text != forty()
    (tmp_path / "items.yaml").write_text(text, encoding="utf-8")
    done = sulist("check", "items.yaml", "--format", "json")
    answer = json.loads(done.stdout)
    validate(answer, "check")
    assert done.returncode == 1
    known = {(one["check"], one["item"]) for one in answer["problems"]}
    (own,) = known - {("readable-deadline", "1-7"), ("lead-on-roster", "1-9")}
    (found,) = [one for one in answer["problems"] if (one["check"], one["item"]) == own]
    blocks = sulist("list", *AS_OF).returncode == 3
    assert blocks == (found["scope"] == "list")
    return {key: found[key] for key in ("check", "scope", "item", "cell")}


FIRST = "        text: 完成第1段河道清淤。\n"
ITEM_SCOPE = [
    ("wrong-type", "deadline", "        deadline: 1月底前\n", "        deadline: [1月]\n"),
    ("wrong-type", "deadline", "1月底前\n", "1月底前\n        due: 下周\n"),
    ("wrong-type", "assigned", "1月底前\n", "1月底前\n        assigned: 上周\n"),
    ("wrong-type", "more", "1月底前\n", "1月底前\n        more: 备注\n"),
    ("missing-key", "deadline", "        deadline: 1月底前\n", ""),
    ("missing-key", "lead", "        lead: 区城管局\n", ""),
    ("unknown-key", "note", FIRST, FIRST + "        note: 续办\n"),
    ("empty-text", "deadline", "deadline: 1月底前\n", "deadline:\n"),
    ("column-roles", "备注", "1月底前\n", "1月底前\n        more: {备注: 续办}\n"),
    ("invisible-character", "deadline", "1月底前", "1月底\u3164前"),
    ("readable-units", "responsible", "区水利局\n", "区水利局等3家中的\n"),
]
LIST_SCOPE = [
    ("missing-key", "      - id: 1-1\n", "      -\n"),
    ("wrong-type", "      - id: 1-1\n", "      - id: [1-1]\n"),
    ("unknown-key", FIRST, FIRST + "        items: [一, 二]\n"),
    ("unknown-key", FIRST, FIRST + "        total: 3\n"),
    ("part-of", FIRST, "        part_of: 1-2\n" + FIRST),
    ("duplicate-key", FIRST, FIRST + FIRST),
    ("control-character", "第1段", "第\u202e1段"),
]


@pytest.mark.parametrize(("check", "cell", "old", "new"), ITEM_SCOPE)
def test_an_error_in_a_cell_is_its_items_alone(
    sulist: Sulist, tmp_path: Path, check: str, cell: str, old: str, new: str
) -> None:
    """Told with item and cell, and the list is answered."""
    found = changed(sulist, tmp_path, old, new)
    assert found == {"check": check, "scope": "item", "item": "1-1", "cell": cell}


@pytest.mark.parametrize(("old", "new"), [one[2:] for one in ITEM_SCOPE[:3]] + [ITEM_SCOPE[4][2:]])
def test_a_deadline_in_doubt_is_never_taken_for_none(
    sulist: Sulist, tmp_path: Path, old: str, new: str
) -> None:
    """Also where its key is missing or another cell decides it: no date is given, and it is named."""
    changed(sulist, tmp_path, old, new)
    answer = sulist.json("list", "--before", "2021-12-31", *AS_OF)
    assert answer["undated"] == 0
    assert "1-1" in {one["id"] for one in answer["unread"]}
    assert "1-1" not in {one["id"] for one in answer["items"]}


@pytest.mark.parametrize(("check", "old", "new"), LIST_SCOPE)
def test_an_error_of_the_structure_is_the_lists(
    sulist: Sulist, tmp_path: Path, check: str, old: str, new: str
) -> None:
    """Nothing is answered, and what an item lacks in other cells is not told as the reason."""
    text = forty().replace(old, new, 1)
    (tmp_path / "items.yaml").write_text(text, encoding="utf-8")
    answer = json.loads(sulist("check", "items.yaml", "--format", "json").stdout)
    assert ("list", check) in {(one["scope"], one["check"]) for one in answer["problems"]}
    said = sulist.refused("list", *AS_OF, code=3)
    assert f"[{check}]" in said
    assert "下周三" not in said


def test_a_placeholder_of_an_import_blocks_nothing(sulist: Sulist, tmp_path: Path) -> None:
    """It is an error of the region alone, and no answer names it."""
    text = forty().replace("region: 某区", "region: （未见地区）").replace("下周三", "7月底前")
    (tmp_path / "items.yaml").write_text(text.replace("区河道局", "区城管局"), encoding="utf-8")
    done = sulist("check", "items.yaml", "--format", "json")
    (found,) = json.loads(done.stdout)["problems"]
    assert (done.returncode, found["check"], found["scope"]) == (1, "placeholder-left", "item")
    assert (found["item"], found["cell"]) == (None, "region")
    assert sulist.json("due", *AS_OF)["unread"] == []


def test_what_is_accepted_stands_apart_and_leaves_the_foot(sulist: Sulist, tmp_path: Path) -> None:
    """With its reason; what nobody could read is named all the same where it matters."""
    end = """accepted:
  - {rule: lead-on-roster, item: 1-9, reason: 新设机构}
  - {rule: readable-deadline, item: 1-7, reason: 待会议明确}
"""
    (tmp_path / "items.yaml").write_text(forty(end=end), encoding="utf-8")
    done = sulist("check", "items.yaml")
    said = done.stdout.decode()
    assert done.returncode == 0
    assert said.endswith("items.yaml: 0 errors, 0 warnings, 2 accepted.\n")
    assert "accepted: 区河道局 is not on the roster. [lead-on-roster]\n  → Reason: 新设机构" in said
    answer = json.loads(sulist("check", "items.yaml", "--format", "json").stdout)
    validate(answer, "check")
    assert [one["accepted"] for one in answer["problems"]] == ["待会议明确", "新设机构"]
    assert (answer["errors"], answer["accepted"]) == (0, 2)
    assert "::notice" in sulist("check", "items.yaml", "--format", "github").stdout.decode()
    page = sulist("list", *AS_OF).stdout.decode()
    assert "makes one cell unsure" not in page
    assert sulist.json("list", *AS_OF)["unread"] == [{"id": "1-7", "cell": "deadline"}]


def test_strict_ends_with_1_for_warnings_but_not_for_what_is_accepted(
    sulist: Sulist, tmp_path: Path
) -> None:
    """A reason is an answer to a warning."""
    text = forty().replace("下周三", "7月底前").replace("区河道局", "区水利局")
    (tmp_path / "items.yaml").write_text(text, encoding="utf-8")
    assert sulist("check", "items.yaml", "--strict").returncode == 1
    end = "accepted:\n  - {rule: lead-not-responsible, reason: 原文如此}\n"
    (tmp_path / "items.yaml").write_text(text + end, encoding="utf-8")
    assert sulist("check", "items.yaml", "--strict").returncode == 0


def test_a_part_is_named_where_its_parents_deadline_is_in_doubt(
    sulist: Sulist, tmp_path: Path
) -> None:
    """It has no date of its own, so nobody knows when it is due."""
    part = "      - id: 1-41\n        part_of: 1-7\n        text: 验收。\n"
    text = forty().replace("total: 40\n", "").replace("units:", part + "units:", 1)
    (tmp_path / "items.yaml").write_text(text, encoding="utf-8")
    answer = sulist.json("due", *AS_OF)
    assert {"1-7", "1-41"} <= {one["id"] for one in answer["unread"]}


def test_a_deadline_that_is_not_read_is_not_said_to_go_on(listed: Sulist) -> None:
    """Shown in full it has no date that is known, which is another thing than none."""
    said = listed.text("show", "1-7", *AS_OF)
    assert "Date: not read\n" in said
    assert "How it is read: It could not be read, so nobody knows when it is due." in said


LEADS = """title: 某区2021年任务清单
region: 某区
year: 2021
columns: {序号: serial, 任务: text, 牵头单位: lead, 完成时限: deadline, 备注: other}
categories:
  - number: 一
    title: 甲
    items:
      - {id: 1-1, text: 修路。, lead: 区住建局, deadline: 5月底前}
      - {id: 1-2, text: 架桥。, lead: 区路桥局, deadline: 6月底前}
      - {id: 1-3, part_of: 1-2, text: 设计。}
      - {id: 1-4, text: 种树。, lead: （见附件）, deadline: 6月底前}
      - {id: 1-5, text: 清淤。, lead: "", deadline: 6月底前}
      - {id: 1-6, text: 排水。, lead: 区路桥局、区住建局, deadline: 6月底前}
units: {区直部门: [区住建局, 区水利局]}
"""


def test_who_leads_in_doubt_is_asked_by_nobody(sulist: Sulist, tmp_path: Path) -> None:
    """A unit off the roster owes no report, has no form and no letter; its item is not one that nobody leads."""
    (tmp_path / "items.yaml").write_text(LEADS, encoding="utf-8")
    owing = sulist.json("owing", *AS_OF)
    validate(owing, "owing")
    owed = {one["unit"]: [item["id"] for item in one["items"]] for one in owing["units"]}
    assert owed == {"区住建局": ["1-1", "1-6"]}
    assert owing["owed"] == 2
    assert [one["id"] for one in owing["unread"]] == ["1-2", "1-3", "1-4", "1-6"]
    page = sulist.text("owing", *AS_OF)
    assert "1 open item has no lead unit, so no report on it is owed." in page
    sent = sulist.json("dispatch", "--directory", "forms", *AS_OF)
    assert {one["unit"]: one["items"] for one in sent["forms"]} == owed
    assert sent["unled"] == 1
    sulist("export", "letters", "--directory", "letters", *AS_OF)
    assert [one.name for one in (tmp_path / "letters").iterdir()] == [
        "催办单-区住建局-2021-06-15.docx"
    ]


def test_a_list_without_a_roster_asks_all_whose_lead_is_read(
    sulist: Sulist, tmp_path: Path
) -> None:
    """Another cell in doubt does not make its item one that nobody has a form for."""
    text = LEADS[: LEADS.index("units:")].replace(
        "区住建局, deadline: 5月底前", "区住建局, deadline: 5月底前, more: {备注: [a]}"
    )
    (tmp_path / "items.yaml").write_text(text, encoding="utf-8")
    sent = sulist.json("dispatch", "--directory", "forms", *AS_OF)
    assert {one["unit"]: one["items"] for one in sent["forms"]} == {
        "区住建局": ["1-1", "1-6"],
        "区路桥局": ["1-2", "1-3", "1-6"],
    }


def test_a_part_is_in_doubt_where_the_responsible_of_its_parent_lead(
    sulist: Sulist, tmp_path: Path
) -> None:
    """By the responsible cell above it, as it would be by one of leads."""
    text = LEADS.replace("牵头单位: lead", "责任单位: responsible").replace("lead:", "responsible:")
    (tmp_path / "items.yaml").write_text(text, encoding="utf-8")
    unread = sulist.json("list", *AS_OF)["unread"]
    assert [one["id"] for one in unread] == ["1-2", "1-3", "1-4", "1-6"]
    assert {one["cell"] for one in unread} == {"responsible"}


def test_an_empty_cell_in_doubt_is_called_empty(sulist: Sulist, tmp_path: Path) -> None:
    """Not quoted as if something stood there."""
    text = LEADS.replace("lead: （见附件）", "lead: ")
    (tmp_path / "items.yaml").write_text(text, encoding="utf-8")
    assert "1-4 牵头单位 (empty)" in sulist.text("list", *AS_OF)
    assert "牵头单位：(in doubt)" in sulist.text("show", "1-4", *AS_OF)
    sent = sulist.text("dispatch", "--directory", "forms", *AS_OF)
    assert "1-4 may be missing from a form: its 牵头单位 could not be read: (empty)." in sent


def test_an_item_whose_date_is_not_read_is_none_without_a_date(
    sulist: Sulist, tmp_path: Path
) -> None:
    """It stands in a column of its own in every table of months, and nowhere among those without a date."""
    text = LEADS.replace("5月底前", "下周三").replace(
        '"", deadline: 6月底前', '"", deadline: 长期坚持'
    )
    (tmp_path / "items.yaml").write_text(text, encoding="utf-8")
    for command in ("report", "categories"):
        answer = sulist.json(command, *AS_OF)
        validate(answer, command)
        assert answer["categories"][0]["due"] == {"2021-06": 4, "undated": 1, "unread": 1}
    assert sulist.json("report", *AS_OF)["undated"] == 1
    page = sulist.text("report", *AS_OF)
    assert "6 items in 1 category · 2 units · 1 without a date" in page
    assert "Without a date in 2021: 1" in page
    assert ["一", "甲", "4", "1", "1", "6"] in [line.split() for line in page.splitlines()]
    rows = sulist("categories", "--format", "csv", *AS_OF).stdout.decode().splitlines()
    assert "一,甲,not read,1" in rows
    assert "一,甲,no date,1" in rows
