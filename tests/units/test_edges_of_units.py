"""Units at the edge of a rule: a level that is a part of the name, a name that is also an alias."""

from __future__ import annotations

from sulist.units import parse
from sulist.units.roster import Roster


def test_a_name_that_begins_with_the_level_as_a_part_of_it_takes_no_level() -> None:
    """市政园林局 beside 市教育局 may be whole; 财政局 is not."""
    named = [one.name for one in parse("市教育局、市政园林局、财政局")]
    assert named[:2] == ["市教育局", "市政园林局"]
    assert [one.name for one in parse("市教育局、财政局")] == ["市教育局", "市财政局"]


def test_a_name_on_the_roster_stands_before_an_alias_that_is_written_alike() -> None:
    """Whoever writes it means the unit of that name."""
    roster = Roster({"区直部门": ["区住建局", "区城管局"]}, {"区住建局": "区城管局"})
    assert roster.canonical("区住建局") == "区住建局"
