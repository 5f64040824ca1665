"""The lists that speed is measured on are as varied as real ones, and right in every check."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from conftest import ROOT

from sulist.listfile.worklist import load
from sulist.units import parse
from sulist.units.roster import Roster

if TYPE_CHECKING:
    from pathlib import Path

sys.path.insert(0, str(ROOT / "benchmarks"))

from lists import COUNTY, DISTRICT, Region, items, leads_of, lines

PACKAGED = load(str(ROOT / "data" / "items.yaml"))


@pytest.mark.parametrize("roster", [True, False])
@pytest.mark.parametrize("place", [DISTRICT, COUNTY], ids=["district", "county"])
def test_they_have_no_error(tmp_path: Path, place: Region, roster: bool) -> None:
    """With a roster and without."""
    file = tmp_path / "items.yaml"
    file.write_text("\n".join(lines(600, place, roster=roster)), encoding="utf-8")
    worklist = load(str(file))  # which refuses a list with an error
    assert len(worklist.items) == 600
    assert bool(worklist.roster) == roster


def test_half_of_the_responsible_cells_stand_once() -> None:
    """As of 10,000 real ones 5,310 are different; leads and deadlines vary too."""
    drawn = list(items(10_000))
    cells = Counter(item.responsible for item in drawn)
    assert 5_000 <= len(cells) <= 5_600
    assert sum(times == 1 for times in cells.values()) > 4_500
    assert len({item.lead for item in drawn}) > 500
    assert len({item.deadline for item in drawn}) > 300


def test_a_fifth_of_the_different_cells_needs_the_whole_grammar() -> None:
    """They hold more than whole names and marks: a duty, 等, a bracket, a shared part, a collective of its own."""
    roster = Roster(DISTRICT.groups)
    cells = {item.responsible for item in items(10_000)}
    plain = {
        cell
        for cell in cells
        if all(roster.canonical(piece) for piece in cell.replace("，区直有关部门", "").split("、"))
    }
    assert 0.15 <= 1 - len(plain) / len(cells) <= 0.25
    assert sum(any(ref.restored for ref in parse(cell)) for cell in cells) > 100


def test_a_longer_list_begins_as_a_shorter_does() -> None:
    """So that growth is measured, and nothing else."""
    assert list(items(200))[:100] == list(items(100))
    assert list(leads_of(100)) == [f"1-{serial}" for serial in range(1, 101)]


def test_the_second_list_of_18_has_no_cell_that_the_packaged_list_has() -> None:
    """Text, lead, responsible and deadline are all its own."""
    packaged = {
        cell
        for item in PACKAGED.items
        for cell in (item.text, item.lead_text, item.responsible_text, item.deadline.text)
    }
    second = list(items(18, COUNTY))
    assert packaged.isdisjoint("".join(item.text) for item in second)
    assert packaged.isdisjoint(
        cell for item in second for cell in (item.lead, item.responsible, item.deadline)
    )
