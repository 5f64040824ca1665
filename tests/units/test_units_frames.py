"""The vocabulary of units: each word changes the reading of a cell made for its table.

A frame is such a cell with a place for the word; a table of another module is named with it, as in gate._DUTIES. Where the words of a table were met is in
``units_witnesses``; here it is only seen that none is there for nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from units_without import lacking, table_of, words_in

from sulist import units

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
    "LABEL_NOUNS": (
        "牵头{}：市教育局；配合{}：市财政局",
        "责任{}市教育局",
    ),
    "LEADING": ("市教育局、市财政局（排在第一的{}，下同）",),
    "LOOKED_AFTER": ("{}与设备管理处",),
    "NOBODY": ("{}",),
    "NOTES": ("市教育局（{}：张三）",),
    "NOT_ALONE": ("{}",),
    "NOT_QUANTIFIERS": ("{}镇",),
    "ORDER_NOTES": (
        "市教育局、市财政局（{}）",
        "市教育局、市财政局（{}的为牵头单位）",
        "市教育局、市财政局（{}者为牵头单位）",
    ),
    "PLACES_WITH_AND": (
        "天津市{}区",
        "甲市{}镇",
        "甲省{}",
        "甲市{}乡",
        "天津市{}区教育局",
        "甲省{}县公安局",
        "甲省{}路派出所",
        "甲省{}社区",
    ),
    "REMARKS": ("市教育局（{}）",),
    "TITLES": ("市教育局（张{}）",),
    "folded._LABELS": ("市教育局（联系人：张三，配合{}区水务局）",),
    "gate._AFTER_FIGURES": (
        "甲3{}乙局",
        "市新增3{}站点中心",
    ),
    "gate._DUTIES": (
        "{}市教育局",
        "{}市教育",
        "{}市甲乙",
        "{}县甲乙（市）",
    ),
    "joints._CONJUNCTIONS": (
        "市教育局{}市财政局",
        "市教育局{}各学校",
        "县直各部门{}有关单位",
    ),
    "joints._ENDS_OF_COLLECTIVES": (
        "市政府有关{}各镇（街道）",
        "市政府有关{}市直有关企业",
        "县属有关{}驻县各学校",
        "市有关{}县直各学校",
        "市直各{}县直各部门",
        "有关县（市{}各部门",
        "各县（区{}市直各部门",
    ),
    "joints._FIGURES": (
        "市教育局等{}个部门",
        "市教育局等{}家单位",
        "市教育局等十{}个部门",
        "市教育局等{}个镇",
        "市建设分公司等{}家分（子）公司",
        "市教育局等1{}个部门",
    ),
    "joints._WORDS_WITH_DENG": (
        "市{}等教育局",
        "市{}等法院",
        "省{}等学校",
        "甲{}等部门",
        "县{}等中学、乙{}等有关部门",
        "市{}等各学校",
    ),
}


def said(cell: str) -> object:
    """What a cell is read as, with its remarks, or where and why it is refused."""
    try:
        return units.parse(cell), units.remarks(cell)
    except units.UnitError as error:
        return error.span, error.reason


def cells(table: str, word: str) -> Iterator[str]:
    """The frames of a table with the word in its place."""
    return (frame.replace("{}", word) for frame in FRAMES[table])


@pytest.mark.parametrize("table", FRAMES)
def test_each_word_of_a_table_changes_a_reading(table: str) -> None:
    """A word without which everything is read as before goes."""
    words = words_in(table_of(table))
    before = {cell: said(cell) for word in words for cell in cells(table, word)}
    idle = []
    for word in words:
        with lacking(table, word):
            changed = any(said(cell) != before[cell] for cell in cells(table, word))
        idle += [] if changed else [word]
    assert idle == []
