"""The vocabulary of units: every word of a table that is done has a cell that needs it."""

from __future__ import annotations

import importlib
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from rooms import taken_out
from units_without import lacking, without, words_in
from units_witnesses import COMPOSED, TABLES, Witness, met, witnesses

from sulist.units import shapes, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOM = "sulist.units"
WITNESSES = tuple(witnesses())
MET = tuple(met())
# A roster with a group for collectives: which one answers to a collective depends on words too.
GROUPS = {
    "单位": ("区司法局",),
    "高校": ("市一中",),
    "乡镇": ("石鼓镇",),
    "县（市、区）": ("白塘县",),
}


def words_of(table: str) -> tuple[str, ...]:
    """The words of a table, whatever it is kept in."""
    return words_in(getattr(vocabulary, table))


@contextmanager
def grammar(table: str, word: str) -> Iterator[Any]:
    """The whole room made anew, from a table without one of its words."""
    with taken_out(ROOM):
        made: Any = importlib.import_module(f"{ROOM}.vocabulary")
        setattr(made, table, without(getattr(made, table), word))
        duties: Any = importlib.import_module(f"{ROOM}.duties")
        if table == "VERBS":  # the common ones are named there once more
            duties.COMMON_VERBS = without(duties.COMMON_VERBS, word)
        yield importlib.import_module(ROOM)


def outcome(room: Any, cell: str) -> object:
    """What a cell is read as, and whom its collectives mean; or where and why it is refused."""
    roster = importlib.import_module(f"{ROOM}.roster").Roster(GROUPS)
    try:
        read = room.parse(cell)
    except room.UnitError as error:
        return error.span, error.reason
    return [(*ref, roster.members(ref)) for ref in read], tuple(room.remarks(cell))


@pytest.mark.parametrize("witness", WITNESSES, ids=lambda one: f"{one.table} {one.word}")
def test_without_a_word_its_witness_reads_otherwise(witness: Witness) -> None:
    """No word of a table that is done is there for nothing."""
    import sulist.units as room

    said = outcome(room, witness.cell)
    with grammar(witness.table, witness.word) as other:
        assert outcome(other, witness.cell) != said


def test_without_a_word_that_was_met_its_cell_reads_otherwise() -> None:
    """So much of the other tables is not there for nothing."""
    import sulist.units as room

    said = {one: outcome(room, one.cell) for one in MET}
    idle = []
    for one in MET:
        with lacking(one.table, one.word):
            idle += [one] if outcome(room, one.cell) == said[one] else []
    assert idle == []


@pytest.mark.parametrize("table", TABLES)
def test_each_word_has_one_witness(table: str) -> None:
    """A word that is added to a table that is done needs a cell, and one that goes takes its own along."""
    proved = [one.word for one in WITNESSES if one.table == table]
    assert sorted(proved) == sorted(words_of(table))


def test_a_witness_is_a_cell_and_not_the_word_alone() -> None:
    """A word that is its own example proves nothing."""
    for one in (*WITNESSES, *MET):
        written = one.word.rpartition(")")[2]  # without what must not stand before it
        assert written in one.cell
        assert written != one.cell


def test_most_witnesses_stand_in_a_public_text() -> None:
    """At most a third of the words is proved by cells that were made up for it."""
    composed = Counter(one.source == COMPOSED for one in (*WITNESSES, *MET))
    assert composed[True] * 3 <= len((*WITNESSES, *MET))


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
