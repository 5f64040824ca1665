"""The shortcut for plain cells says what the whole grammar says, or nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sulist.units import explain, parse
from sulist.units.common import read_common
from sulist.units.grammar import read
from sulist.units.roster import Roster

ROSTER = Roster(
    {
        "区直部门": ("区经发局", "区财政局", "区工业和信息化局", "区党政办"),
        "区属单位": ("区建投公司",),
        "驻区单位": ("区生态环境分局", "市公安局蓉江分局"),
        "镇": ("潭东镇", "潭口镇", "高校园区管理处"),
    },
    {"发改局": "区经发局"},
)
PIECES = (
    *ROSTER.units,
    "发改局",
    *("区直各部门", "区直有关部门", "区属各单位", "驻区有关单位", "市直有关单位", "县属各单位"),
    *("区属", "驻区", "区直", "有关单位", "各镇", "某局", "区财政局等", ""),
)


@given(
    st.lists(
        st.tuples(st.sampled_from(PIECES), st.sampled_from("、，；和")), min_size=1, max_size=6
    )
)
def test_what_it_reads_the_whole_grammar_reads_alike(parts: list[tuple[str, str]]) -> None:
    """For any cell of plain pieces, joined in any way."""
    cell = "".join(piece + mark for piece, mark in parts)[:-1]
    found = read_common(cell, ROSTER)
    if found is not None:
        assert found == tuple(ref for ref, _why, _source in read(cell, ROSTER))


@pytest.mark.parametrize(
    "cell",
    [
        "区经发局",
        "区经发局、潭东镇、潭口镇、高校园区管理处",
        "区直有关部门，区属、驻区有关单位",
        "区直各部门，区属、驻区各单位",
        "区直各部门，驻区各单位",
        "区建投公司，区直各部门",
        "发改局",
    ],
)
def test_the_cells_of_a_plain_list_need_no_more(cell: str) -> None:
    """Or it would spare nothing."""
    assert read_common(cell, ROSTER)


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("区审计局", "not on the roster"),
        ("区财政局等", "an open list"),
        ("区财政局和区经发局", "a conjunction"),
        ("牵头单位：区财政局", "a label"),
        ("区属、区财政局", "a scope without its noun"),
        ("区属，驻区各单位", "a scope that the comma parts from its noun"),
        ("区经发局、", "nothing behind the mark"),
        ("", "nothing"),
    ],
)
def test_anything_else_is_left_to_the_whole_grammar(cell: str, reason: str) -> None:
    """It never guesses."""
    assert read_common(cell, ROSTER) is None, reason


def test_a_name_with_a_mark_inside_is_left_to_the_whole_grammar() -> None:
    """It would be cut in two here."""
    roster = Roster({"单位": ("文化、旅游局", "旅游局", "文化")})
    assert read_common("文化、旅游局", roster) is None


@pytest.mark.parametrize("name", ["党委和政府", "文化、旅游局", "区财政局和区经发局"])
def test_a_name_of_the_roster_is_never_cut_either_way(name: str) -> None:
    """Alone, beside others, and where it is explained."""
    roster = Roster({"单位": (name, "区审计局")})
    assert [ref.name for ref in parse(name, roster=roster)] == [name]
    assert [ref.name for ref in parse(f"{name}、区审计局", roster=roster)] == [name, "区审计局"]
    assert len(explain(f"{name}、区审计局", roster=roster)) == 2
