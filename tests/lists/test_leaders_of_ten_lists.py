"""Who leads how much in ten lists of ten real kinds, against what was said of each by hand."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from truths import TRUTHS

from sulist.asking.query import Query
from sulist.asking.subject import Subject
from sulist.listfile.worklist import load
from sulist.reports.leaders import leaders, loads_by

LISTS = Path(__file__).parent


@pytest.mark.parametrize("name", TRUTHS)
def test_every_leader_and_person_has_the_items_that_name_them(name: str) -> None:
    """Each name once, with as many items as name it; nobody else, and nobody is left out."""
    truth = TRUTHS[name]
    day = date.fromisoformat(truth.as_of)
    worklist = load(LISTS / f"{name}.yaml").on(day)
    found = leaders(Subject(worklist, Query(), day))
    there = {item.id for item in worklist.items}
    for told, loads in ((truth.leaders, found.leaders), (truth.persons, found.persons)):
        wanted = Counter(
            each for one, names in told.items() if one in there for each in names.split()
        )
        assert {one.name: one.items for one in loads} == wanted
    for person, ids in truth.by_leader.items():
        assert next(one.items for one in found.leaders if one.name == person) == len(ids.split())


@pytest.mark.parametrize("name", TRUTHS)
def test_the_load_by_category_counts_every_item_once(name: str) -> None:
    """The rows add up to the list, in the printed order."""
    day = date.fromisoformat(TRUTHS[name].as_of)
    worklist = load(LISTS / f"{name}.yaml").on(day)
    loads = loads_by(Subject(worklist, Query(), day), "category")
    kept = [one for one in worklist.categories if one.items]
    assert [(one.name, one.title, one.items) for one in loads] == [
        (one.number, one.title, len(one.items)) for one in kept
    ]
