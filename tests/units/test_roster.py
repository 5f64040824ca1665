"""The roster: which units there are, in which group, and under which other names."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sulist.units import parse
from sulist.units.roster import Roster

BOUNDED = settings(max_examples=100, deadline=None, derandomize=True, database=None)
GROUPS = {
    "区直部门": ["区经发局", "区财政局", "区社管局", "区市监局"],
    "区属单位": ["区建投公司"],
    "驻区单位": ["区生态环境分局", "区自然资源分局"],
    "镇（管理处）": ["潭东镇", "潭口镇", "高校园区管理处"],
}
ALIASES = {"区市场监管局": "区市监局", "环保局": "区生态环境分局", "各镇": "镇（管理处）"}
ROSTER = Roster(GROUPS, ALIASES)
NAMES = st.lists(st.text("区镇局经发财政東东 （(", min_size=1, max_size=4), max_size=5)
ROSTERS = st.builds(
    Roster,
    st.dictionaries(st.text("甲乙区直", min_size=1, max_size=3), NAMES, max_size=3),
    st.dictionaries(st.text("丙丁局", min_size=1, max_size=3), st.text("区镇局", max_size=3)),
)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("区经发局", "区经发局"),
        (" 区 经发局", "区经发局"),
        ("區經發局", "区经发局"),
        ("区市场监管局", "区市监局"),
        ("镇(管理处)", None),
        ("经发局", None),
        ("", None),
    ],
)
def test_a_name_or_an_alias_has_one_canonical_name(typed: str, name: str | None) -> None:
    """Spaces, width and traditional characters aside, a name or alias means its unit, or none."""
    assert ROSTER.canonical(typed) == name


@pytest.mark.parametrize(
    ("typed", "units"),
    [
        ("区经发局", ("区经发局",)),
        ("经发局", ("区经发局",)),
        ("環保局", ("区生态环境分局",)),
        ("市场监管局", ("区市监局",)),
        ("分局", ("区生态环境分局", "区自然资源分局")),
        ("高校园区", ("高校园区管理处",)),
        ("潭", ()),
        ("", ()),
        ("区卫健局", ()),
    ],
)
def test_a_short_name_finds_all_that_it_may_mean(typed: str, units: tuple[str, ...]) -> None:
    """A whole name is one unit; an ending, or else a part, all units that have it, in file order."""
    assert ROSTER.find(typed) == units


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("区经济发展局", "区经发局"),
        ("经发办", "区经发局"),
        ("潭东乡", "潭东镇"),
        ("区社会管理局", "区社管局"),
    ],
)
def test_a_mistyped_name_comes_near(typed: str, first: str) -> None:
    """The unit whose name looks most like what was typed comes first, of three at most."""
    near = ROSTER.near(typed)
    assert near[0] == first
    assert len(near) <= 3


def test_what_only_shares_the_common_ends_is_not_near() -> None:
    """区 and 局 are in nearly every name, and make none of them alike."""
    assert ROSTER.near("区卫健局") == ()


@pytest.mark.parametrize(
    ("cell", "members"),
    [
        ("区直各部门", tuple(GROUPS["区直部门"])),
        ("区直有关部门", tuple(GROUPS["区直部门"])),
        ("區直各部門", tuple(GROUPS["区直部门"])),
        ("区属单位", ("区建投公司",)),
        ("各镇（管理处）", tuple(GROUPS["镇（管理处）"])),
        ("各镇", tuple(GROUPS["镇（管理处）"])),
        ("市直各部门", None),
        ("区经发局", None),
    ],
)
def test_a_collective_is_about_the_group_of_its_name(
    cell: str, members: tuple[str, ...] | None
) -> None:
    """A group answers to its name with or without a quantifier, or to an alias of the group."""
    (ref,) = parse(cell, roster=ROSTER)
    assert ROSTER.members(ref) == members


def test_a_unit_stands_in_its_first_group() -> None:
    """group_of gives the first group that has the unit, None for a stranger."""
    twice = Roster({"甲": ["区经发局"], "乙": ["区经发局", "潭东镇"]})
    assert [twice.group_of(unit) for unit in ("区经发局", "潭东镇", "潭口镇")] == ["甲", "乙", None]
    assert twice.units == ("区经发局", "潭东镇")


def test_a_name_wins_over_an_alias() -> None:
    """An alias that is another unit's own name means that unit; one of nothing means nothing."""
    roster = Roster({"甲": ["区经发局", "区财政局"]}, {"区财政局": "区经发局", "某局": "没有的局"})
    assert (roster.canonical("区财政局"), roster.canonical("某局")) == ("区财政局", None)


def test_two_spellings_of_one_name_are_one_unit() -> None:
    """The first spelling is the unit's name, in every group."""
    roster = Roster({"甲": ["潭东镇"], "乙": ["潭東镇", "潭口镇"]})
    assert roster.units == ("潭东镇", "潭口镇")
    assert roster.groups["乙"] == ("潭东镇", "潭口镇")
    assert roster.near("潭東镇") == ("潭东镇", "潭口镇")


def test_names_with_letters_are_given_as_they_are_compared() -> None:
    """names_with gives the folded names and aliases that have one of the letters."""
    roster = Roster({"甲": ["A/B園", "区经发局"]}, {"B、C": "区经发局"})
    assert set(roster.names_with("/、")) == {"A/B园", "B、C"}
    assert roster.names_with("") == ()


def test_a_roster_cannot_be_changed() -> None:
    """Neither its attributes nor its groups and aliases can be set, nor does it keep a caller's list."""
    names = ["区经发局"]
    roster = Roster({"甲": names}, {"经发": "区经发局"})
    names.append("区财政局")
    assert roster.units == ("区经发局",)
    with pytest.raises(AttributeError, match="immutable"):
        roster.units = ()
    with pytest.raises(AttributeError, match="immutable"):
        del roster.groups
    with pytest.raises(TypeError):
        roster.groups["乙"] = ()  # type: ignore[index]
    with pytest.raises(TypeError):
        roster.aliases["乙"] = ""  # type: ignore[index]


def test_an_empty_roster_is_false() -> None:
    """A roster is true when it has a unit; a group without units does not make it so."""
    assert [bool(roster) for roster in (Roster(), Roster({"甲": []}), ROSTER)] == [
        False,
        False,
        True,
    ]


def test_equal_rosters_are_one_key_and_the_order_counts() -> None:
    """Rosters with the same groups and aliases in the same order are equal, and no others."""
    same = Roster({group: tuple(units) for group, units in GROUPS.items()}, ALIASES)
    turned = Roster(dict(reversed(GROUPS.items())), ALIASES)
    assert (same == ROSTER, len({same, ROSTER})) == (True, 1)
    assert ROSTER not in (turned, Roster(GROUPS), GROUPS)


def test_a_roster_shows_what_it_is_made_of() -> None:
    """Its text is the expression that makes it."""
    assert repr(Roster({"甲": ["区经发局"]})) == "Roster({'甲': ('区经发局',)}, {})"


@BOUNDED
@given(ROSTERS, st.text("区镇局经发财政東东丙丁 （(", max_size=5))
def test_whatever_is_found_is_on_the_roster(roster: Roster, typed: str) -> None:
    """canonical, find and near give names of the roster only, and find holds what canonical gives."""
    found = roster.find(typed)
    assert {*found, *roster.near(typed)} <= set(roster.units)
    if (canonical := roster.canonical(typed)) is not None:
        assert found == (canonical,)
    assert list(found) == [unit for unit in roster.units if unit in found]
