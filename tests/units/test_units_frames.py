"""The vocabulary of units: each word changes the reading of a cell made for its table.

A frame is such a cell with a place for the word. Where the words of a table were met is in
``units_witnesses``; here it is only seen that none is there for nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from units_without import lacking, words_in

from sulist import units
from sulist.units import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

FRAMES = {
    "AREAS": ("城南{}、城北新区管委会",),
    "BARE_SCOPES": ("{}、市驻县单位",),
    "BELONGING": ("县卫健局{}医院",),
    "BRANCHES": ("市公安局城东{}、城西{}",),
    "BUREAU_LETTERS": ("区甲乙{}、审计局",),
    "BY_CASE": ("{}乡镇",),
    "CATEGORY": ("市教育局等{}",),
    "CLOSE_ENDINGS": ("甲乙丙丁、戊己{}",),
    "FIELD_NOUNS": ("教育、公安{}",),
    "FUNCTIONS": ("区教育局、{}局", "区教育局、{}委", "区教育局、{}办"),
    "GOVERNING": ("市委、市{}各部门",),
    "GROUPS": ("县人大、政协{}",),
    "GUIDING_VERBS": ("市教育局{}各学校落实",),
    "HEADS": ("{}",),
    "HELPING_VERBS": ("{}市教育局",),
    "INCLUDING": ("市教育局（{}甲乙）",),
    "KINDS": ("各县、{}人民政府", "各市、{}教育局"),
    "KIND_SEATS": ("各县财政局、区{}", "区{}"),
    "LONG_KINDS": ("各省、{}教育厅",),
    "NAMING_NOUNS": ("责任{}市教育局",),
    "NOT_TOWNS": ("{}关、青山镇",),
    "NO_LEVEL_WITHIN": ("甲{}市教育局、财政局",),
    "OF_EACH": ("区（县）、街道{}",),
    "OPERATORS": ("移动、{}公司", "电信、{}公司"),
    "ORGANS": ("市教育局、甲乙{}", "会议由教育{}", "{}或各部门"),
    "PARTS_OF_A_UNIT": ("市农业银行\n城东{}",),
    "PARTY_ORGANS": ("市委组织部、{}", "市委\n{}"),
    "PERSONS": ("{}：甲乙",),
    "PLACES": ("龙岭镇和东山、蓉江{}",),
    "RULING": ("{}、市政府有关部门",),
    "SEATS": ("章贡区{}、教育局",),
    "SECTIONS": ("教{}",),
    "SHARED_ENDINGS": ("工商、建设{}",),
    "SHARING_NOUNS": ("市政府各部门、{}",),
    "TASK_INSIDE": ("市教育局{}局",),
    "THINGS": ("区经发局推动甲乙{}",),
    "TOWN_LETTERS": ("新{}、青山镇",),
    "WHOLE_ORGANS": ("县人大、{}党组",),
    "WORDS_WITH_AND": ("市政府{}办",),
}


def said(cell: str) -> object:
    """What a cell is read as, or where and why it is refused."""
    try:
        return units.parse(cell)
    except units.UnitError as error:
        return error.span, error.reason


def cells(table: str, word: str) -> Iterator[str]:
    """The frames of a table with the word in its place."""
    return (frame.replace("{}", word) for frame in FRAMES[table])


@pytest.mark.parametrize("table", FRAMES)
def test_each_word_of_a_table_changes_a_reading(table: str) -> None:
    """A word without which everything is read as before goes."""
    words = words_in(getattr(vocabulary, table))
    before = {cell: said(cell) for word in words for cell in cells(table, word)}
    idle = []
    for word in words:
        with lacking(table, word):
            changed = any(said(cell) != before[cell] for cell in cells(table, word))
        idle += [] if changed else [word]
    assert idle == []
