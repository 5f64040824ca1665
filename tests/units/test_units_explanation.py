"""How a reading is explained, on the page of the manual and on the command line."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from units_specification import DOUBTFUL, ITEMS, MANUAL, PLACINGS, READ, ROSTER, printed_anew

from sulist import units
from sulist.base.typeset import width
from sulist.listfile.worklist import load
from sulist.units import explain, parse
from sulist.units.roster import Roster

if TYPE_CHECKING:
    from conftest import Sulist

DISTRICT = Roster(
    {"区直部门": ["区经发局", "区财政局"], "区属单位": ["区建投公司"]}, {"经发": "区经发局"}
)

EXPLAINED = {
    "区经发局": ["区经发局: one unit, by name."],
    "各镇": ["各镇: a collective, every one of them."],
    "有关镇": ["有关镇: a collective, some of them, which ones is not said."],
    "省科技厅、教育厅": [
        "省科技厅: one unit, by name.",
        "省教育厅: one unit, by name. It is written 教育厅; the level comes from 省科技厅.",
    ],
    "水东、沙石镇": [
        "水东镇: one unit, by name. It is written 水东; the ending comes from 沙石镇.",
        "沙石镇: one unit, by name.",
    ],
    "潭东、潭口等镇": [
        "潭东镇: one unit, by name. It is written 潭东; the ending comes from 等镇.",
        (
            "潭口镇: one unit, by name. It is written 潭口; the ending comes from 等镇."
            " The list goes on after it (等)."
        ),
    ],
    "市公安局及其交警支队": [
        "市公安局: one unit, by name.",
        "市公安局交警支队: one unit, by name. It is written 交警支队; the beginning comes from 市公安局.",
    ],
    "区属、驻区各单位": [
        (
            "区属各单位: a collective, every one of them. It is written 区属; what follows comes from"
            " 驻区各单位."
        ),
        "驻区各单位: a collective, every one of them.",
    ],
    "区财政局牵头": ["区财政局: one unit, by name. Duty: 牵头."],
    "县发改局县财政局": [
        "县发改局: one unit, by name. Nothing stands between it and its neighbour, but they are two names.",
        "县财政局: one unit, by name. Nothing stands between it and its neighbour, but they are two names.",
    ],
}
BY_THE_ROSTER = {
    "区经发局": ["区经发局: one unit, by name. It is on the roster, under 区直部门."],
    "经发": ["经发: one unit, by name. The roster calls it 区经发局."],
    "区住建局": ["区住建局: one unit, by name. The roster does not have it."],
    "各镇": ["各镇: a collective, every one of them. No group of the roster answers to it."],
    "区直各部门": [
        "区直各部门: a collective, every one of them. On the roster that is 2 units: 区经发局、区财政局."
    ],
    "区属有关单位": [
        (
            "区属有关单位: a collective, some of them, which ones is not said."
            " The roster has 1 unit that may be meant: 区建投公司."
        )
    ],
}


@pytest.mark.parametrize(("cell", "lines"), EXPLAINED.items())
def test_a_reading_is_explained_a_line_a_unit(cell: str, lines: list[str]) -> None:
    """Each line says what the unit is, where each restored part comes from, and its duty."""
    assert explain(cell) == lines


@pytest.mark.parametrize(("cell", "lines"), BY_THE_ROSTER.items())
def test_with_a_roster_a_line_tells_what_the_roster_says(cell: str, lines: list[str]) -> None:
    """A name is on the roster or not; a collective is told as the units it may be about."""
    assert explain(cell, roster=DISTRICT) == lines


def test_every_cell_of_the_specification_has_an_explanation() -> None:
    """No unit is left without a line, and none is explained in more than one."""
    for table in (*READ, DOUBTFUL, ROSTER):
        for row in table.rows:
            if row.meaning.startswith("!"):
                continue
            lines = explain(row.cell, roster=table.roster)
            refs = parse(row.cell, roster=table.roster)
            for line, ref in zip(lines, refs, strict=True):
                assert line.startswith(ref.name)
                assert line.endswith(".")
                assert "\n" not in line


def test_the_manual_prints_the_tables_of_the_specification() -> None:
    """docs/units.md holds the tables that the tests hold the grammar to."""
    manual = MANUAL.read_text(encoding="utf-8")
    assert printed_anew(manual) == manual


def test_every_doubtful_placing_has_a_reason_and_stands_where_it_says() -> None:
    """Outside the plain 区…局 every unit's group is explained, by that group's name."""
    roster = load(str(ITEMS)).roster
    placed = {unit: reason.partition(":")[0] for unit, reason in PLACINGS.items()}
    assert placed == {unit: roster.group_of(unit) for unit in placed}
    assert set(roster.units) - set(placed) <= set(roster.groups["区直部门"])


KEYS = ["name", "quantifier", "written", "duty", "collective", "open", "restored"]


def test_json_has_these_keys_in_this_order(sulist: Sulist) -> None:
    """``explain units --format json`` is the text, its units, each with seven keys, and what it says besides."""
    answer = sulist.json("explain", "units", "区农办牵头，区属、驻区有关单位等配合")
    assert list(answer) == ["text", "units", "notes", "lead_rule"]
    assert [list(unit) for unit in answer["units"]] == [KEYS] * 3
    assert [list(unit.values()) for unit in answer["units"]] == [
        ["区农办", None, "区农办", "lead", False, False, False],
        ["区属有关单位", "some", "区属", "support", True, False, True],
        ["驻区有关单位", "some", "驻区有关单位", "support", True, True, False],
    ]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en", "does not end as the name of a unit does"), ("zh", "末尾不像单位名称")],
)
def test_a_refused_cell_is_underlined_at_its_offending_part(
    sulist: Sulist, language: str, sentence: str
) -> None:
    """The part at fault is marked below the cell, in columns of a terminal, and explained."""
    said = sulist.refused("explain", "units", "区住建局、张三", code=1, SULIST_LANG=language)
    assert "  区住建局、张三\n            ^^^^\n" in said
    assert sentence in said


def test_a_long_cell_is_cut_around_its_offending_part(sulist: Sulist) -> None:
    """On 80 columns the mark stays below its part: what is far from it is left out."""
    said = sulist.refused(
        "explain", "units", "区住建局、区城管局、" * 9 + "张三、" + "区水利局、" * 9, code=1
    )
    _head, cell, marks, *_rest = said.splitlines()
    assert cell.startswith("  …")
    assert cell.endswith("…")
    assert width(cell) < 80
    assert marks.endswith("^^^^")
    assert width(cell[: cell.index("张三")]) == len(marks) - 4


def test_plain_cells_load_neither_messages_nor_rarer_rules() -> None:
    """A list of plain cells pays for no explanation, no refusal, no likeness, no labels and levels."""
    program = (
        "import sys; from sulist.units import parse\n"
        "for cell in ('区经发局、潭东镇', '区直各部门，区属、驻区各单位', '区直有关部门'):\n"
        "    parse(cell)\n"
        "for name in ('sulist.base.i18n', 'sulist.units.explaining', 'sulist.units.unreadable', 'difflib',\n"
        "             'unicodedata', 'sulist.units.duties', 'sulist.units.endings', 'sulist.units.levels'):\n"
        "    assert name not in sys.modules, name\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_the_package_tells_its_public_names() -> None:
    """Five names are public; the rest is the grammar's own."""
    assert sorted(units.__all__) == ["UnitError", "UnitRef", "explain", "parse", "remarks"]
