"""What a cell of units says besides who is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sulist.units import parse, remarks
from sulist.units.remarked import Remarks

if TYPE_CHECKING:
    from conftest import Sulist

RULES = [
    (
        "市统计局、市审计局（除标注“分别牵头”外，列第一位者为牵头单位，下同）",
        "除标注“分别牵头”外，列第一位者为牵头单位，下同",
    ),
    ("市审计局、市统计局（第一责任单位为牵头单位，下同）", "第一责任单位为牵头单位，下同"),
    (
        "市审计局、市统计局（列第一位者为工作牵头单位或汇总单位,下同）",
        "列第一位者为工作牵头单位或汇总单位,下同",
    ),
    ("市审计局，市统计局，排名第一位的牵头，下同", "排名第一位的牵头，下同"),
    ("市审计局、市统计局负责。列首位的为牵头单位，下同", "列首位的为牵头单位，下同"),
]
NOTES = [
    ("市审计局、市统计局", ()),
    ("市审计局（2项）、市统计局（局长王五）", ("2项", "局长王五")),
    ("市审计局、市统计局（排名不分先后）", ("排名不分先后",)),
    ("市审计局、市统计局（排名第一的为牵头单位）", ("排名第一的为牵头单位",)),
    ("市审计局、市统计局（以下排名不分先后，下同）", ("以下排名不分先后，下同",)),
    ("各镇（含园区，下同）", ("含园区，下同",)),
    ("市发改委（市物价局，下同）", ("市物价局，下同",)),
    ("市财政局（国资办）", ()),
    ("（市审计局、市统计局）", ()),
    ("市审计局（市统计局", ()),
    ("市审计局、" * 900, ()),
    ("", ()),
]


@pytest.mark.parametrize(("cell", "note"), RULES, ids=lambda value: value)
def test_a_rule_of_the_whole_list_is_told_with_its_words(cell: str, note: str) -> None:
    """A note that ends in 下同 and lets the first unit lead is a rule of the list, and holds in its own cell."""
    assert remarks(cell) == Remarks((note,), "first")
    assert parse(cell)[0].duty == "lead"


@pytest.mark.parametrize(("cell", "notes"), NOTES, ids=lambda value: str(value)[:30])
def test_every_remark_that_is_no_part_of_a_name_is_kept(cell: str, notes: tuple[str, ...]) -> None:
    """Persons, counts, remarks and what is said with 下同 are told as written; they are no rule of the list."""
    assert remarks(cell) == Remarks(notes, None)


def test_what_is_said_of_a_name_for_the_whole_list_stays_a_part_of_it() -> None:
    """各镇（含园区，下同） are the towns with their parks, here and in every other cell."""
    assert [ref.name for ref in parse("各镇（含园区，下同）、市发改委（市物价局，下同）")] == [
        "各镇（含园区）",
        "市发改委（市物价局）",
    ]


def test_explain_tells_remarks_and_the_rule(sulist: Sulist) -> None:
    """A person sees them below the units, a program under ``notes`` and ``lead_rule``."""
    cell = "市审计局（2项）、市统计局（第一责任单位为牵头单位，下同）"
    said = sulist.text("explain", "units", cell)
    assert "Said besides: 2项.\n" in said
    assert "rule of the whole list (下同): the first unit of each cell leads" in said
    answer = sulist.json("explain", "units", cell)
    assert answer["notes"] == ["2项", "第一责任单位为牵头单位，下同"]
    assert answer["lead_rule"] == "first"
