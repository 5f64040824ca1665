"""Who leads an item: all that its lead cell names, but those that only assist; wherever that is asked."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import pytest
from listed import listed, without_errors

from sulist.listfile.touch import Touch, leads, may_lead
from sulist.listfile.worklist import examine_text

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Sulist

    from sulist.listfile.item import WorkItem
    from sulist.listfile.worklist import WorkList

ROSTER = """\
units:
  区直部门: [区住建局, 区水务局, 区财政局]
  镇: [东镇, 西镇]
aliases: {区水利局: 区水务局}
"""


def text_of(*cells: tuple[str, str], roster: str = ROSTER) -> str:
    """A list whose items have these lead cells and responsible cells."""
    items = (
        f'- {{id: 1-{at}, text: 事项{at}。, lead: "{lead}", responsible: "{responsible}", deadline: 9月底前}}\n'
        for at, (lead, responsible) in enumerate(cells, 1)
    )
    return listed("".join(items) + roster)


def read(*cells: tuple[str, str], roster: str = ROSTER) -> WorkList:
    """The list of these cells, which has no error."""
    return without_errors(text_of(*cells, roster=roster))


def one(lead: str, responsible: str = "—", roster: str = ROSTER) -> tuple[WorkList, WorkItem]:
    """A list of one item, and the item."""
    worklist = read((lead, responsible), roster=roster)
    return worklist, worklist.items[0]


DUTIES = [
    ("区住建局牵头，区水务局配合", "区住建局", "区水务局"),
    ("区住建局（牵头）、区水务局（配合）", "区住建局", "区水务局"),
    ("牵头：区住建局；配合：区水务局、区财政局", "区住建局", "区水务局 区财政局"),
    ("牵头单位：区住建局；协办单位：区水务局", "区住建局", "区水务局"),
    ("区住建局会同区水务局", "区住建局", "区水务局"),
    ("区住建局负责，区水务局参与", "区住建局", "区水务局"),
    ("区住建局负责，区水务局指导", "区住建局", "区水务局"),
    ("区住建局牵头，区水利局配合", "区住建局", "区水务局"),
    ("区住建局、区水务局牵头，区财政局配合", "区住建局 区水务局", "区财政局"),
    ("区住建局、区水务局", "区住建局 区水务局", ""),
    ("区住建局牵头，区水务局按职责分工负责", "区住建局", "区水务局"),
    ("区住建局（牵头）、区水务局", "区住建局", "区水务局"),
    ("区住建局、区水务局负责，区财政局参与", "区住建局 区水务局", "区财政局"),
    ("区水务局配合", "", "区水务局"),
    ("由区住建局指导", "", "区住建局"),
]


@pytest.mark.parametrize(("cell", "lead", "named"), DUTIES, ids=[one for one, *_ in DUTIES])
@pytest.mark.parametrize("roster", [ROSTER, ""], ids=["with a roster", "without"])
def test_a_unit_that_only_assists_is_named_and_does_not_lead(
    cell: str, lead: str, named: str, roster: str
) -> None:
    """In a lead cell those lead beside which 牵头 stands, else all but who supports, joins or guides; the others are named."""
    if not roster:
        named = named if "区水利局" not in cell else "区水利局"
    worklist, item = one(cell, roster=roster)
    assert leads(worklist, item) == tuple(lead.split())
    assert [ref.name for ref in item.lead] == lead.split()
    expected = dict.fromkeys(lead.split(), "lead") | dict.fromkeys(named.split(), "named")
    assert Touch(worklist).roles(item) == expected
    for unit in named.split():
        assert not may_lead(worklist, item, unit)
    for unit in lead.split():
        assert may_lead(worklist, item, unit)


def test_what_is_printed_in_the_lead_cell_stays_word_for_word() -> None:
    """And all that it names is known in the order in which it does."""
    worklist, item = one("配合：区水务局；牵头：区住建局", roster="")
    assert item.lead_text == "配合：区水务局；牵头：区住建局"
    assert [ref.name for ref in item.lead_cell] == ["区水务局", "区住建局"]
    assert worklist.units == ("区水务局", "区住建局")


@pytest.mark.parametrize(
    ("cell", "responsible", "roles"),
    [
        ("区住建局牵头，各镇配合", "—", {"区住建局": "lead", "东镇": "covered", "西镇": "covered"}),
        (
            "区住建局牵头，区直有关部门配合",
            "—",
            {"区住建局": "lead", "区水务局": "possible", "区财政局": "possible"},
        ),
        ("各镇牵头，区住建局指导", "—", {"东镇": "lead", "西镇": "lead", "区住建局": "named"}),
        (
            "有关镇牵头，区住建局配合",
            "东镇",
            {"东镇": "named", "西镇": "possible", "区住建局": "named"},
        ),
        (
            "区住建局牵头，区水务局配合",
            "区直各部门",
            {"区住建局": "lead", "区水务局": "named", "区财政局": "covered"},
        ),
        (
            "区住建局牵头，区直各部门配合",
            "区财政局",
            {"区住建局": "lead", "区水务局": "covered", "区财政局": "named"},
        ),
        ("区住建局牵头，区住建局配合", "—", {"区住建局": "lead"}),
    ],
)
def test_a_collective_that_assists_covers_its_units_or_may_mean_them(
    cell: str, responsible: str, roles: dict[str, str]
) -> None:
    """各镇配合 covers every one, 有关部门配合 may mean some; of two roles a unit has the stronger."""
    worklist, item = one(cell, responsible)
    assert Touch(worklist).roles(item) == roles


def test_the_duty_of_a_responsible_unit_makes_no_lead_of_it() -> None:
    """Who leads stands in the lead cells of a list that has any: 牵头 in a responsible cell only names."""
    for lead in ("", "区财政局"):
        worklist = read((lead, "区住建局牵头，区水务局配合"), ("区财政局", ""))
        item = worklist.items[0]
        assert leads(worklist, item) == tuple(filter(None, [lead]))
        roles = Touch(worklist).roles(item)
        assert (roles["区住建局"], roles["区水务局"]) == ("named", "named")


def test_two_items_with_the_same_responsible_cell_do_not_share_who_assists() -> None:
    """What one lead cell adds is no part of the other item."""
    worklist = read(("区住建局牵头，区水务局配合", "东镇"), ("区住建局牵头，区财政局配合", "东镇"))
    touch = Touch(worklist)
    assert [touch.roles(item) for item in worklist.items] == [
        {"区水务局": "named", "东镇": "named", "区住建局": "lead"},
        {"区财政局": "named", "东镇": "named", "区住建局": "lead"},
    ]


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("区水务局配合", ["lead-cell-leads"]),
        ("由区住建局指导", ["lead-cell-leads"]),
        ("区住建局牵头，区水务局配合", []),
        ("", []),
    ],
)
def test_a_lead_cell_without_a_lead_is_told(cell: str, found: list[str]) -> None:
    """Where it names somebody; an empty one is as it is printed."""
    _worklist, problems = examine_text(text_of((cell, "区财政局")).encode(), "items.yaml")
    assert [one.check for one in problems] == found


def test_a_unit_that_assists_has_to_be_on_the_roster_too() -> None:
    """It is an error of its cell, as of any unit that is named."""
    text = text_of(("区住建局牵头，区某局、各街道配合", "—"))
    _worklist, problems = examine_text(text.encode(), "items.yaml")
    assert [one.check for one in problems] == ["lead-on-roster", "collective-has-group"]


def test_a_unit_that_assists_and_is_responsible_too_is_no_mistake_of_its_lead() -> None:
    """Only a lead that is named again is pointed out."""
    for responsible, found in (("区水务局", []), ("区住建局", ["lead-not-responsible"])):
        text = text_of(("区住建局牵头，区水务局配合", responsible))
        _worklist, problems = examine_text(text.encode(), "items.yaml")
        assert [one.check for one in problems] == found


CELLS = (
    ("区住建局牵头，区水务局配合", "东镇"),
    ("区水务局", "东镇"),
    ("区住建局、区水务局", "东镇"),
    ("由区水务局指导", "东镇"),
)


@pytest.fixture
def desk(sulist: Sulist, tmp_path: Path) -> Sulist:
    """A desk with a list in which 区水务局 assists, leads, leads with another, and guides."""
    (tmp_path / "items.yaml").write_text(text_of(*CELLS), encoding="utf-8")
    return sulist


LIST = {"SULIST_FILE": "items.yaml"}


def by_id(desk: Sulist, *words: str) -> dict[str, Any]:
    """The items of an answer."""
    return {one["id"]: one for one in desk.json(*words, **LIST)["items"]}


def test_answers_tell_who_leads_and_what_the_lead_cell_says(desk: Sulist) -> None:
    """JSON has the names that lead, and the whole cell with the duty of each beside them."""
    found = by_id(desk, "list")
    assert [one["lead"] for one in found.values()] == [
        ["区住建局"],
        ["区水务局"],
        ["区住建局", "区水务局"],
        [],
    ]
    assert found["1-1"]["lead_cell"] == {
        "text": "区住建局牵头，区水务局配合",
        "units": [
            {"name": "区住建局", "quantifier": None, "duty": "lead"},
            {"name": "区水务局", "quantifier": None, "duty": "support"},
        ],
    }
    roles = {one["id"]: one["role"] for one in by_id(desk, "by-unit", "区水务局").values()}
    assert roles == {"1-1": "named", "1-2": "lead", "1-3": "lead", "1-4": "named"}
    assert list(by_id(desk, "by-unit", "区水务局", "--role", "牵头")) == ["1-2", "1-3"]
    assert "责任：区水务局、东镇" in desk.text("show", "1-1", SULIST_LANG="zh_CN", **LIST)
    rows = list(csv.DictReader(io.StringIO(desk.text("list", "--format", "csv", **LIST))))
    assert rows[0]["牵头单位"] == "区住建局牵头，区水务局配合"
    units = {one["name"]: one for one in desk.json("units", **LIST)["units"]}
    assert (units["区水务局"]["lead"], units["区水务局"]["named"]) == (2, 2)


def test_a_unit_that_assists_owes_nothing_gets_no_row_and_no_letter(
    desk: Sulist, tmp_path: Path
) -> None:
    """Only who leads is asked, and who leads with others as well."""
    desk.text("log", "1-1", "--done", "已进场。", "--percent", "40", **LIST)
    owed = desk.json("owing", "--month", "5月", **LIST)["units"]
    assert {one["unit"]: [each["id"] for each in one["items"]] for one in owed} == {
        "区住建局": ["1-1", "1-3"],
        "区水务局": ["1-2", "1-3"],
    }
    sent = desk.text("dispatch", "--month", "2021-06", "--directory", "out", **LIST)
    assert "区住建局: 2 items" in sent
    assert "区水务局: 2 items" in sent
    assert "1 open item has no lead unit" in sent
    letters = desk.text(
        "export", "letters", "--directory", "letters", "--as-of", "2021-10-08", **LIST
    )
    assert letters
    made = sorted(file.name for file in (tmp_path / "letters").iterdir())
    assert made == ["催办单-区住建局-2021-10-08.docx", "催办单-区水务局-2021-10-08.docx"]


def test_the_word_of_a_unit_that_assists_is_kept_and_sets_no_state(desk: Sulist) -> None:
    """Its report is shown under its name; the lead has to say that it is done."""
    desk.text("log", "1-1", "--unit", "区水务局", "--status", "done", "--done", "已办结。", **LIST)
    item = by_id(desk, "show", "1-1")["1-1"]
    assert item["progress"]["state"] == "no-report"
    (told,) = desk.json("history", "1-1", **LIST)["records"]
    assert (told["unit"], told["status"], told["lead"], told["counts"]) == (
        "区水务局",
        "done",
        False,
        True,
    )
    assert "已办结。" in desk.text("show", "1-1", **LIST)
    refused = desk.refused("close", "1-1", code=4, **LIST)
    assert "nothing says that it was done" in refused
    desk.text("log", "1-1", "--status", "done", "--done", "已完工。", **LIST)
    desk.text("close", "1-1", **LIST)
    assert by_id(desk, "show", "1-1")["1-1"]["progress"]["state"] == "closed"


def test_what_only_has_who_assists_has_no_lead(desk: Sulist) -> None:
    """By log it is asked which unit reports, and close says what to write in the list first."""
    assert "No unit leads 1-4" in desk.refused("log", "1-4", "--done", "x", code=2, **LIST)
    desk.text("log", "1-4", "--unit", "区水务局", "--status", "done", "--done", "已指导。", **LIST)
    assert "it has no lead unit" in desk.refused("close", "1-4", code=4, **LIST)


def test_several_leads_have_a_row_each_and_a_foot_says_so(desk: Sulist) -> None:
    """In the report by lead unit an item counts for each unit that leads it, in the total once."""
    desk.text("log", "1-1", "--done", "已进场。", "--percent", "40", **LIST)
    found = desk.json("report", **LIST)["progress"]
    assert {one["name"]: one["items"] for one in found["leads"]} == {
        "区住建局": 2,
        "区水务局": 2,
        "": 1,
    }
    assert (found["all"]["items"], found["led_by_several"]) == (4, 1)
    english, chinese = (desk.text("report", SULIST_LANG=one, **LIST) for one in ("en", "zh_CN"))
    assert "1 item is led by several units and counts for each of them" in english
    assert "1项由多个单位共同牵头，在各牵头单位分别计数" in chinese
    assert "counts for each of them" in desk.text("report", "--format", "markdown", **LIST)


def test_where_every_item_has_one_lead_there_is_no_foot(sulist: Sulist, tmp_path: Path) -> None:
    """The rows come to the total, and nothing has to be explained."""
    cells = (("区住建局牵头，区水务局配合", "东镇"), ("区水务局", "东镇"))
    (tmp_path / "items.yaml").write_text(text_of(*cells), encoding="utf-8")
    sulist.text("log", "1-1", "--done", "已进场。", **LIST)
    assert sulist.json("report", **LIST)["progress"]["led_by_several"] == 0
    assert "several units" not in sulist.text("report", **LIST)
