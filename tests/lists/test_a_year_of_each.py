"""Each of the ten lists lives through a year by the command line: nothing is lost, and every number is right.

What is owed and counted is worked out here, item by item, from the list as the model of ``tools`` reads it.
"""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from datetime import date, timedelta
from html import unescape
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple
from zipfile import ZipFile

import pytest
import yaml
from model import papers, sums
from model.asking import Year
from test_contract import SCHEMA
from test_lists_of_ten_kinds import LISTS
from truths import TRUTHS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from conftest import Sulist
    from model.papers import Entry

jsonschema = pytest.importorskip("jsonschema")
openpyxl = pytest.importorskip("openpyxl")


class Story(NamedTuple):
    """What happens: who reports which item done, and under way; which is extended to when, and which taken off."""

    done: tuple[str, str]
    going: tuple[str, str]
    later: tuple[str, str] | None  # None: the list has no date that could be extended
    off: str


STORIES = {
    "minsheng": Story(("2-4", "区交通运输局"), ("1-1", "区教育局"), ("2-2", "2023-10-31"), "2-6"),
    "rectification": Story(("1-2", "县水利局"), ("2-2", "县城管局"), ("2-4", "2022-11-30"), "2-5"),
    # a part whose lead is its parent's, and one with a lead of its own
    "tasks": Story(("1-2", "县政务服务局"), ("2-6", "县城管局"), ("1-1", "2022-12-20"), "2-2"),
    "work-report": Story(
        ("3-2", "市发改委"), ("2-1", "市发展改革委"), ("5-2", "2024-09-30"), "5-1"
    ),
    "meeting": Story(("1-1", "招商部"), ("1-3", "李某"), ("2-2", "2022-12-31"), "1-2"),
    "school": Story(("1-1", "教务处"), ("3-4", "总务处"), ("1-6", "2022-07-31"), "2-4"),
    # nobody can read the deadline of 3-2
    "hospital": Story(("1-5", "神经内科"), ("3-2", "科教科"), ("1-3", "2022-10-31"), "2-3"),
    "company": Story(("1-1", "采购部"), ("1-5", "生产部"), ("1-10", "2024-04-30"), "1-9"),
    "creation": Story(("1-1", "县爱卫办"), ("2-1", "县城管局"), None, "3-2"),
    "continuous": Story(("3-5", "区农业农村局"), ("2-1", "区住建局"), ("4-2", "2025-09-30"), "4-7"),
}


class Life:
    """One list in a folder of its own, asked and written to by the command line."""

    def __init__(self, sulist: Sulist, folder: Path, name: str) -> None:
        self.sulist = sulist
        self.folder = folder
        self.file = folder / "items.yaml"
        shutil.copy(LISTS / f"{name}.yaml", self.file)
        self.truth = TRUTHS[name]
        self.story = STORIES[name]
        self.day = date.fromisoformat(self.truth.as_of)
        self.listed = papers.read_list(folder)
        self.year = Year(self.listed, ())

    def settings(self, day: date | None = None) -> dict[str, str]:
        """The list, and the day that is asked about."""
        return {"SULIST_FILE": "items.yaml", "SULIST_AS_OF": str(day or self.day)}

    def text(self, *words: str, day: date | None = None) -> str:
        """A screen."""
        return self.sulist.text(*words, **self.settings(day))

    def json(self, *words: str, day: date | None = None) -> Any:
        """An answer, which is as the schema says."""
        answer = self.sulist.json(*words, **self.settings(day))
        jsonschema.Draft202012Validator(SCHEMA).validate(answer)
        return answer

    def deed(self, *words: str) -> Any:
        """What a command that writes tells."""
        return self.json(*words, "--on", str(self.day))

    def there(self, day: date | None = None) -> list[Entry]:
        """The items that there are on a day."""
        return list(self.listed.on(day or self.day))

    def owers(self, entries: Iterable[Entry]) -> Counter[str]:
        """How many reports each who leads owes on these items."""
        return Counter(unit for entry in entries for unit in sums.owers(self.year, entry))

    def owing(self, day: date | None = None) -> tuple[int, int, dict[str, list[str]]]:
        """How many reports are owed and paid for the month of a day, and who lacks which."""
        month = str(day or self.day)[:7]
        said = self.json("owing", "--month", month, day=day)
        lacking = {one["unit"]: [item["id"] for item in one["items"]] for one in said["units"]}
        return said["owed"], said["reported"], lacking

    def printed(self, day: date | None = None) -> dict[str, list[str]]:
        """Every printed cell of every item, without white space."""
        held = yaml.safe_load(self.file.read_text(encoding="utf-8"))
        items = {one["id"]: one for part in held["categories"] for one in part["items"]}
        keys = ("text", "lead", "responsible", "deadline")
        return {
            entry.id: [
                squeezed(cell)
                for cell in (
                    *(items[entry.id].get(key, "") for key in keys),
                    *items[entry.id].get("more", {}).values(),
                )
                if cell
            ]
            for entry in self.there(day)
        }


def squeezed(text: object) -> str:
    """The text without white space."""
    return re.sub(r"\s", "", str(text))


@pytest.fixture(params=TRUTHS)
def life(request: pytest.FixtureRequest, sulist: Sulist, tmp_path: Path) -> Life:
    """Each of the lists."""
    return Life(sulist, tmp_path, request.param)


def test_it_is_asked_before_anything_happened(life: Life) -> None:
    """check, list, due, by-unit, show and report: every printed cell, and the numbers of the truth."""
    truth = life.truth
    checked = life.sulist("check", "--format", "json", **life.settings())
    problems = json.loads(checked.stdout)
    assert (checked.returncode, problems["errors"]) == (bool(truth.unread), len(truth.unread))
    ids = [entry.id for entry in life.there()]
    listed = life.json("list")
    assert [one["id"] for one in listed["items"]] == ids
    assert len(ids) + listed["list"]["later"] == truth.items
    assert {one["id"]: one["cell"] for one in listed["unread"]} == dict(truth.unread)
    for one, cells in life.printed().items():
        shown = squeezed(life.text("show", one, "--width", "1000"))
        assert [cell for cell in cells if cell not in shown] == []
    due = {one["id"] for one in life.json("due", "--before", truth.before)["items"]}
    assert [one for one in ids if one in due] == truth.due.split()
    for unit, items in truth.by_unit.items():
        roles = {one["id"]: one["role"] for one in life.json("by-unit", unit)["items"]}
        assert " ".join(f"{one}:{roles[one]}" for one in ids if one in roles) == items
    report = life.json("report")
    assert (report["items"], report["undated"]) == (len(ids), len(truth.undated.split()))
    assert [one["id"] for one in report["unread"]] == [*truth.unread]


def test_it_lives_through_a_year(life: Life) -> None:
    """Of what is said and decided each number follows: states, dates, what is owed before and after; undone, it is as it was."""
    story = life.story
    done, going = story.done[0], story.going[0]
    there = life.there()
    every = life.owers(there)
    assert life.owing() == (sum(every.values()), 0, _lacking(life, there))
    life.deed("log", done, "--unit", story.done[1], "--status", "done", "--done", "已完成。")
    life.deed("log", going, "--unit", story.going[1], "--status", "in-progress", "--done", "推进。")
    still = [entry for entry in there if entry.id not in {done, going}]
    owed, reported, lacking = life.owing()
    others = life.owers(entry for entry in there if entry.id == going) - Counter(
        {life.listed.roster.proper(story.going[1]): 1}
    )
    assert (owed, reported) == (2 + sum(others.values()) + sum(life.owers(still).values()), 2)
    expected = _lacking(life, still)
    for unit in others:
        expected.setdefault(unit, []).append(going)
    assert {unit: sorted(items) for unit, items in lacking.items()} == {
        unit: sorted(items) for unit, items in expected.items()
    }
    closed = life.deed("close", done)
    assert closed["items"][0]["now"]["state"] == "closed"
    records = 5
    if story.later:
        moved, to = story.later
        assert life.deed("extend", moved, "--to", to, "--reason", "会议同意")["items"][0]["now"][
            "due"
        ] == max(to, _last_date(life, moved))
        records += 1
    else:
        said = life.sulist.refused(
            *("extend", going, "--to", "2023-12-31", "--reason", "会议同意"),
            code=4,
            **life.settings(),
        )
        assert f"{going} has no date that could be extended" in said
    life.deed("withdraw", story.off, "--reason", "会议决定")
    states = dict.fromkeys((entry.id for entry in there), "no-report") | {
        done: "closed",
        going: "in-progress",
        story.off: "withdrawn",
    }
    assert _states(life) == states
    after = life.day.replace(day=1) + timedelta(32)
    later = [entry for entry in life.there(after) if entry.id not in {done, story.off}]
    assert life.owing(after) == (
        sum(life.owers(later).values()),
        0,
        _lacking(life, later),
    )
    life.deed("reopen", story.off, "--reason", "继续实施")
    assert _states(life) == states | {story.off: "reopened"}
    life.json("undo", "--reason", "记错", day=life.day)
    assert _states(life) == states
    history = life.json("history")["records"]
    assert (len(history), sum(not one["counts"] for one in history)) == (records + 1, 1)
    counts = life.json("report")["progress"]["all"]
    assert counts["items"] == len(there)
    assert {name: number for name, number in counts["states"].items() if number} == Counter(
        states.values()
    )


def _states(life: Life) -> dict[str, str]:
    return {one["id"]: one["progress"]["state"] for one in life.json("ledger")["items"]}


def _lacking(life: Life, entries: Iterable[Entry]) -> dict[str, list[str]]:
    """Who owes a report on which of these items."""
    found: dict[str, list[str]] = {}
    for entry in entries:
        for unit in sums.owers(life.year, entry):
            found.setdefault(unit, []).append(entry.id)
    return found


def _last_date(life: Life, item: str) -> str:
    entry = next(one for one in life.listed.entries if one.id == item)
    return str(max(entry.when.dates))


def of_a_workbook(data: bytes) -> str:
    """All that stands in a workbook."""
    book = openpyxl.load_workbook(BytesIO(data))
    return "\n".join(
        str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row
    )


def of_a_document(data: bytes) -> str:
    """All that stands in a Word document."""
    with ZipFile(BytesIO(data)) as held:
        text = held.read("word/document.xml").decode()
    return "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", text))


def of_a_page(data: bytes) -> str:
    """All that stands on a page, without its marks."""
    return re.sub("<[^>]*>", "", data.decode())


WHOLE = {"list": of_a_document, "ledger": of_a_workbook, "page": of_a_page}


def test_every_printed_cell_is_in_every_document_of_the_whole_list(life: Life) -> None:
    """The Word list, the workbook and the page; and the papers that say less are written."""
    life.deed("log", life.story.done[0], "--unit", life.story.done[1], "--status", "done")
    printed = life.printed()
    for kind, reading in WHOLE.items():
        made = life.sulist("export", kind, "--output", "-", **life.settings())
        assert made.returncode == 0, made.stderr.decode()
        text = squeezed(unescape(reading(made.stdout)))
        lacking = {
            one: [cell for cell in cells if cell not in text] for one, cells in printed.items()
        }
        assert {one: cells for one, cells in lacking.items() if cells} == {}, kind
    for kind in ("report", "calendar", "letters"):
        made = life.sulist("export", kind, "--output", "-", **life.settings())
        assert made.returncode == 0, made.stderr.decode()


def test_its_forms_go_out_and_come_back(life: Life) -> None:
    """Each who leads has a form with its items; filled in and collected, nothing is owed any more."""
    month = str(life.day)[:7]
    owed = life.owers(life.there())
    life.text("dispatch", "--month", month, "--directory", "forms")
    forms = sorted((life.folder / "forms").iterdir())
    assert len(forms) == len(owed)
    for form in forms:
        _fill(form)
    # a form for several, as of 有关部门, is sent on and comes back of one of them
    life.text("collect", *map(str, forms), "--yes", "--on", str(life.day))
    assert life.owing() == (sum(owed.values()), sum(owed.values()), {})


def _fill(form: Path) -> None:
    """Writes into each row of an item that it is under way."""
    book = openpyxl.load_workbook(form)
    sheet = book.worksheets[0]
    rows = iter(sheet.iter_rows())
    heads = ([cell.value for cell in row] for row in rows)
    at = {head: number for number, head in enumerate(next(one for one in heads if "状态" in one))}
    for row in rows:
        if row[0].value and "（" not in str(row[0].value):
            row[at["状态"]].value = "推进中"
            row[at["进展情况"]].value = "正在推进。"
    book.save(form)


CHANGES = {  # of each list what is written otherwise, whose it is, and what of it has changed
    "minsheng": [
        ("8月底前", "9月底前", "1-1", "date"),
        ("每间不少于40", "每间不少于50", "1-2", "cells"),
    ],
    "rectification": [
        ("deadline: 7月底前", "deadline: 8月底前", "2-2", "date"),
        ("责任人: 卫十", "责任人: 王一", "2-4", "cells"),
    ],
    "tasks": [
        ("deadline: 4月15日前", "deadline: 4月25日前", "2-2", "date"),
        ("配合单位: 县审计局", "配合单位: 县财政局", "2-7", "cells"),
        ("responsible: 县大数据中心", "responsible: 县公安局", "1-4", "units"),
    ],
    "work-report": [("deadline: 8月底前", "deadline: 9月底前", "5-2", "date")],
    "meeting": [
        ("deadline: 2022-06-15", "deadline: 2022-07-15", "1-3", "date"),
        ("涉及3家企业", "涉及4家企业", "2-2", "cells"),
    ],
    "school": [
        ("配合处室: 体卫艺处", "配合处室: 保卫处", "3-2", "cells"),
        ("deadline: 2022年5月底前", "deadline: 2022年6月底前", "3-4", "date"),
    ],
    "hospital": [
        ("deadline: 12月15日前", "deadline: 12月25日前", "3-3", "date"),
        ("分管院领导: 院长冯八", "分管院领导: 院长王一", "2-1", "cells"),
    ],
    "company": [
        ("责任人: 周五经理", "责任人: 吴六经理", "1-4", "cells"),
        ("deadline: 2024-04-12", "deadline: 2024-04-19", "1-10", "date"),
    ],
    "creation": [('分值: "6"', '分值: "5"', "3-1", "cells")],
    "continuous": [
        ("deadline: 7月前", "deadline: 9月前", "4-4", "date"),
        ("分两批实施", "分三批实施", "2-8", "cells"),
    ],
}


@pytest.mark.parametrize("name", CHANGES)
def test_exactly_what_was_changed_is_told(sulist: Sulist, tmp_path: Path, name: str) -> None:
    """Against an edited copy: a deadline, a unit, a further cell; what a part has from its parent is no change of its own."""
    life = Life(sulist, tmp_path, name)
    text = life.file.read_text(encoding="utf-8")
    for old, new, _item, _kind in CHANGES[name]:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    (tmp_path / "new.yaml").write_text(text, encoding="utf-8")
    told = life.json("diff", "items.yaml", "new.yaml")
    changes = [(one["new"]["id"], one["kinds"]) for one in told["changes"]]
    expected = {item: [kind] for _old, _new, item, kind in CHANGES[name]}
    assert dict(changes) == expected
    assert told["same"] == life.truth.items - len(changes)


def test_a_part_that_is_left_out_is_told(sulist: Sulist, tmp_path: Path) -> None:
    """And nothing of its parent, or of the parts beside it."""
    life = Life(sulist, tmp_path, "tasks")
    text = life.file.read_text(encoding="utf-8")
    begin, end = text.index("      - id: 2-6"), text.index("      - id: 2-7")
    changed = text[:begin] + text[end:].replace("id: 2-7", "id: 2-6")
    (tmp_path / "new.yaml").write_text(changed, encoding="utf-8")
    told = life.json("diff", "items.yaml", "new.yaml")
    dropped = [one["old"]["id"] for one in told["changes"] if one["kinds"] == ["dropped"]]
    assert (dropped, len(told["changes"]), told["same"]) == (["2-6"], 1, 12)
