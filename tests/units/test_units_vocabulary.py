"""The vocabulary of units: every word of every table has a cell that needs it, at most a third of them composed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from units_without import lacking, table_of, words_in
from units_witnesses import COMPOSED, TABLES, WITNESSES

from sulist import units
from sulist.units import shapes, vocabulary
from sulist.units.roster import Roster

if TYPE_CHECKING:
    from collections.abc import Iterable

# A roster with a group for collectives: which one answers to a collective depends on words too.
GROUPS = Roster(
    {
        "单位": ("区司法局",),
        "高校": ("市一中",),
        "乡镇": ("石鼓镇",),
        "县（市、区）": ("白塘县",),
    }
)
# What is no table of words: one word, or letters of others.
NO_TABLES = {"AMONG", "PART", "SOME", "THE_SAME_BELOW"}
# Tables that hold another one whole, whose words have their witnesses there.
HOLDING = {
    "LEADING": "DUTY_OF",
    "NOT_ALONE": "BARE_SCOPES",
    "NOT_PLACES": "AREAS",
    "RULERS": "LEVELS",
    "TASKS": "TASK_VERBS",
    "COMMON_VERBS": "VERBS",
    "TASK_WITHIN": "NEVER_NAMES",
}


def words_of(table: str) -> tuple[str, ...]:
    """The words of a table, whatever it is kept in, that are its own."""
    others: Iterable[str] = words_in(table_of(HOLDING[table])) if table in HOLDING else ()
    return tuple(dict.fromkeys(w for w in words_in(table_of(table)) if w and w not in set(others)))


def outcome(cell: str) -> object:
    """What a cell is read as, and whom its collectives mean; or where and why it is refused."""
    try:
        read = units.parse(cell)
    except units.UnitError as error:
        return error.span, error.reason
    return [(*ref, GROUPS.members(ref)) for ref in read], units.remarks(cell)


@pytest.mark.parametrize("table", TABLES)
def test_without_a_word_its_witness_reads_otherwise(table: str) -> None:
    """No word of a table is there for nothing."""
    proved = [one for one in WITNESSES if one.table == table]
    said = {one.cell: outcome(one.cell) for one in proved}
    idle = []
    for one in proved:
        with lacking(table, one.word):
            idle += [one.word] if outcome(one.cell) == said[one.cell] else []
    assert idle == []


@pytest.mark.parametrize("table", TABLES)
def test_each_word_has_one_witness(table: str) -> None:
    """A word that is added needs a cell, and one that goes takes its own along."""
    proved = [one.word for one in WITNESSES if one.table == table]
    assert sorted(proved) == sorted(words_of(table))


def test_every_table_of_the_vocabulary_is_held() -> None:
    """A new table is added with the witnesses of its words."""
    tables = {name for name in vars(vocabulary) if name.isupper() and not name.startswith("_")}
    named = {table for table in TABLES if "." not in table}
    assert tables - NO_TABLES - named == {name for name in HOLDING if not words_of(name)}


def test_a_witness_is_a_cell_and_not_the_word_alone() -> None:
    """A word that is its own example proves nothing."""
    for one in WITNESSES:
        written = one.word.rpartition(")")[2]  # without what must not stand before it
        assert written in one.cell
        assert written != one.cell


def test_most_witnesses_stand_in_a_public_text() -> None:
    """At most a third of the words is proved by cells that were made up for it."""
    composed = Counter(one.source == COMPOSED for one in WITNESSES)
    assert composed[True] * 3 <= len(WITNESSES)


def test_no_source_is_a_place_of_a_machine() -> None:
    """Whoever looks for a witness can find it."""
    assert [one for one in WITNESSES if not one.source.strip() or one.source.startswith("/")] == []


@pytest.mark.parametrize("table", ["ORGANS", "MANY", "AREAS", "THINGS", "PLACES"])
def test_no_ending_ends_in_another_of_its_table(table: str) -> None:
    """社区 is told by 区: a longer word beside it would change no reading."""
    words = words_of(table)
    others = (*words, *vocabulary.ORGAN_LETTERS) if table == "ORGANS" else words
    assert [w for w in words if any(w != end and w.endswith(end) for end in others)] == []


def test_no_field_of_bureaus_is_spelt_by_others() -> None:
    """社会保障 is 社会 and 保障, which are there."""
    spelt = [
        word
        for word in vocabulary.FUNCTIONS
        if shapes._spells(word, vocabulary.FUNCTIONS - {word}, longest=6)
    ]
    assert spelt == []
