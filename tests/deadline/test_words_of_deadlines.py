"""The words around dates: each has a text with its source, and is there for it."""

from __future__ import annotations

import csv
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from deadline_without import SOURCES, lacking
from witnesses import COMPOSED, Witness, Word, words

from sulist import deadline

if TYPE_CHECKING:
    from collections.abc import Callable

YEAR = 2021  # of a text that names none, and whose source does not


def _read() -> dict[tuple[str, str], list[Witness]]:
    tables: dict[tuple[str, str], list[Witness]] = {}
    with (Path(__file__).parent / "witnesses.tsv").open(encoding="utf-8", newline="") as rows:
        for table, word, text, source in csv.reader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
            module, _dot, name = table.partition(".")
            tables.setdefault((module, name), []).append(Witness(word, text, source))
    return tables


WITNESSES = _read()
WORDS = {(module, table): tuple(words(SOURCES[module], table)) for module, table in WITNESSES}
PROOFS = [
    pytest.param(*key, word, witness, id=f"{key[1]} {at} {word.written}")
    for key, witnesses in WITNESSES.items()
    for at, (word, witness) in enumerate(zip(WORDS[key], witnesses, strict=False))
]


def readings(witness: Witness) -> list[object]:
    """What a text is read as in a cell and in prose, or where and why it is refused."""
    own = re.search(r"(?:19|20)\d\d(?=[年.])", witness.text)
    year = own or re.search(r"(?:19|20)\d\d", witness.source)
    given = int(year[0]) if year else YEAR
    return [_reading(witness.text, given, way) for way in (deadline.parse, deadline.find)]


def _reading(text: str, year: int, read: Callable[..., object]) -> object:
    try:
        return read(text, year=year, issued=date(year, 1, 4))
    except deadline.DeadlineError as error:
        return error.span, error.reason


@pytest.mark.parametrize(("module", "table", "word", "witness"), PROOFS)
def test_without_a_word_of_a_table_its_text_reads_otherwise(
    module: str, table: str, word: Word, witness: Witness
) -> None:
    """In a cell or in prose: no word of these tables is there for nothing."""
    whole = readings(witness)
    with lacking(module, table, word):
        assert readings(witness) != whole, witness.text


@pytest.mark.parametrize("key", WITNESSES, ids=".".join)
def test_every_word_of_a_table_has_its_text(key: tuple[str, str]) -> None:
    """In the order of the table: a word that is added needs a text, one that goes takes it along."""
    assert [witness.word for witness in WITNESSES[key]] == [word.written for word in WORDS[key]]


@pytest.mark.parametrize("key", WITNESSES, ids=".".join)
def test_the_text_of_a_word_is_more_than_the_word(key: tuple[str, str]) -> None:
    """A word that only proves itself proves nothing."""
    for witness in WITNESSES[key]:
        assert witness.word in witness.text
        assert witness.text != witness.word
        assert witness.source


def test_at_most_a_third_of_the_texts_was_made_for_its_word() -> None:
    """The others are of lists, papers, laws and newspapers, or quoted from them."""
    sources = Counter(witness.source for listed in WITNESSES.values() for witness in listed)
    assert 3 * sources[COMPOSED] <= sources.total()
