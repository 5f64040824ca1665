"""Ten lists of ten real kinds, and what each means: the cells by columns, who leads, when, for whom."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from truths import TRUTHS

from sulist.asking.query import Query, select
from sulist.base.errors import UsageError
from sulist.listfile import typed
from sulist.listfile.touch import Touch, leads
from sulist.listfile.worklist import load

if TYPE_CHECKING:
    from truth import Truth

    from sulist.listfile.worklist import WorkList

LISTS = Path(__file__).parent


def read(name: str) -> tuple[WorkList, Truth]:
    """A list, and what it means."""
    return load(LISTS / f"{name}.yaml"), TRUTHS[name]


def ids(found: list[str]) -> str:
    """Ids in one text, each once."""
    return " ".join(dict.fromkeys(found))


NAMES = pytest.mark.parametrize("name", TRUTHS)


@NAMES
def test_a_list_has_its_own_columns_and_facts(name: str) -> None:
    """Headings in the printed order; what the document does not say is not there."""
    worklist, truth = read(name)
    assert {one.heading: one.role for one in worklist.columns} == dict(truth.columns)
    assert len(worklist.items) == truth.items
    assert (worklist.region or None, worklist.year or None) == (truth.region, truth.year)
    assert (worklist.total or None) == truth.total
    assert str(worklist.issued or "") == (truth.issued or "")
    assert (worklist.leads_by == "first") == (truth.lead_rule == "first")


@NAMES
def test_what_cannot_be_read_is_of_its_item_alone(name: str) -> None:
    """The list answers, and names the cell."""
    worklist, truth = read(name)
    assert {one.id: one.cell for one in worklist.unread} == dict(truth.unread)


@NAMES
def test_each_item_has_its_dates(name: str) -> None:
    """All of them, those of a part from its parent, those of the year from the day it was assigned."""
    worklist, truth = read(name)
    items = {item.id: item for item in worklist.items}
    for one, dates in truth.dates.items():
        assert " ".join(str(each.due) for each in items[one].deadline.milestones) == dates, one
    for one, other in truth.ambiguous.items():
        assert str(items[one].deadline.ambiguous) == other


@NAMES
def test_who_leads_and_who_only_assists(name: str) -> None:
    """By a lead cell, by all or the first of the responsible, by the heading of a further column."""
    worklist, truth = read(name)
    items = {item.id: item for item in worklist.items}
    for one, units in truth.leads.items():
        assert " ".join(leads(worklist, items[one])) == units, one
    for one, duties in truth.duties.items():
        assert {ref.name: ref.duty for ref in items[one].units} == dict(duties), one


@NAMES
def test_people_are_found_one_by_one(name: str) -> None:
    """Without their titles and telephones."""
    worklist, truth = read(name)
    assert {one.id: " ".join(one.leaders) for one in worklist.items if one.leaders} == dict(
        truth.leaders
    )
    assert {one.id: " ".join(one.persons) for one in worklist.items if one.persons} == dict(
        truth.persons
    )


@NAMES
def test_parts_and_printed_serials(name: str) -> None:
    """A part has of its parent who leads and the deadline, where it says none."""
    worklist, truth = read(name)
    items = {item.id: item for item in worklist.items}
    assert {item.id: item.part_of for item in worklist.items if item.part_of} == dict(truth.part_of)
    inherited = {item.id: " ".join(item.inherits) for item in worklist.items if item.inherits}
    assert inherited == dict(truth.inherited)
    for one, serial in truth.serials.items():
        assert items[one].printed_serial == serial
    assigned = {item.id: str(item.assigned) for item in worklist.items if item.assigned}
    assert assigned == dict(truth.assigned)


@NAMES
def test_questions_are_answered(name: str) -> None:
    """What is due, whom it touches, who answers for it; nothing before it was assigned."""
    worklist, truth = read(name)
    as_of = date.fromisoformat(truth.as_of)
    query = Query(before=date.fromisoformat(truth.before))
    found = {one.item.id for one in select(worklist, query, as_of, each_date=True).matches}
    assert " ".join(item.id for item in worklist.items if item.id in found) == truth.due
    every = select(worklist, Query(), as_of)
    hidden = {item.id for item in worklist.items} - {one.item.id for one in every.matches}
    assert hidden == set(truth.hidden.split())
    assert every.undated == len(truth.undated.split())
    touch = Touch(worklist.on(as_of))
    for unit, items in truth.by_unit.items():
        name_of = typed.unit(worklist, unit)
        roles = [
            f"{one.id}:{touch.roles(one)[name_of]}"
            for one in worklist.on(as_of).items
            if name_of in touch.roles(one)
        ]
        assert " ".join(roles) == items, unit
    for person, items in truth.by_leader.items():
        asked = Query(leaders=(typed.person(worklist, person, leader=True),))
        assert ids([one.item.id for one in select(worklist, asked, as_of).matches]) == items
    for person, items in truth.by_person.items():
        asked = Query(persons=(typed.person(worklist, person, leader=False),))
        assert ids([one.item.id for one in select(worklist, asked, as_of).matches]) == items
    for (heading, text), items in truth.where.items():
        asked = Query(where=(typed.where(worklist, f"{heading}={text}"),))
        assert ids([one.item.id for one in select(worklist, asked, as_of).matches]) == items


@NAMES
def test_what_is_typed_means_what_is_printed(name: str) -> None:
    """An id, a printed serial, a category by its number; where several are meant, all are offered."""
    worklist, truth = read(name)
    for word, found in truth.show.items():
        if len(found.split()) == 1:
            assert typed.item_id(worklist, word) == found
        else:
            with pytest.raises(UsageError) as error:
                typed.item_id(worklist, word)
            assert all(one in str(error.value) for one in found.split())
    for word, number in truth.category.items():
        if number:
            assert typed.category(worklist, word) == number
        else:
            with pytest.raises(UsageError):
                typed.category(worklist, word)
