"""The words around dates: each has a text with its source, and is there for it."""

from __future__ import annotations

import csv
import importlib
import importlib.util
import re
import sys
from collections import Counter
from contextlib import contextmanager
from datetime import date
from importlib.abc import MetaPathFinder, SourceLoader
from importlib.machinery import ModuleSpec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from rooms import taken_out
from witnesses import COMPOSED, Witness, Word, words

import sulist.deadline as room_of_today

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOM = "sulist.deadline"
YEAR = 2021  # of a text that names none, and whose source does not


def _read() -> dict[tuple[str, str], list[Witness]]:
    tables: dict[tuple[str, str], list[Witness]] = {}
    with (Path(__file__).parent / "witnesses.tsv").open(encoding="utf-8", newline="") as rows:
        for table, word, text, source in csv.reader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
            module, _dot, name = table.partition(".")
            tables.setdefault((module, name), []).append(Witness(word, text, source))
    return tables


def _source(module: str) -> str:
    found = importlib.util.find_spec(f"{ROOM}.{module}")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).read_text(encoding="utf-8")


WITNESSES = _read()
SOURCES = {module: _source(module) for module, _table in WITNESSES}
WORDS = {(module, table): tuple(words(SOURCES[module], table)) for module, table in WITNESSES}
PROOFS = [
    pytest.param(key[0], word, witness, id=f"{key[1]} {at} {word.written}")
    for key, witnesses in WITNESSES.items()
    for at, (word, witness) in enumerate(zip(WORDS[key], witnesses, strict=False))
]


class Text(SourceLoader):
    """Loads a module from a text."""

    def __init__(self, source: str) -> None:
        self.source = source

    def get_filename(self, fullname: str) -> str:
        """Its name."""
        return f"<{fullname}>"  # no file, so that nobody looks for its lines

    def get_data(self, path: str) -> bytes:
        """The text."""
        return self.source.encode()


class _Changed(MetaPathFinder):
    """Finds one module in a text."""

    def __init__(self, name: str, source: str) -> None:
        self.name, self.source = name, source

    def find_spec(self, fullname: str, *_more: object) -> ModuleSpec | None:
        return ModuleSpec(fullname, Text(self.source)) if fullname == self.name else None


@contextmanager
def grammar(module: str, source: str) -> Iterator[Any]:
    """The whole room made anew, one of its modules from a text."""
    changed = _Changed(f"{ROOM}.{module}", source)
    with taken_out(ROOM):
        sys.meta_path.insert(0, changed)
        try:
            yield importlib.import_module(ROOM)
        finally:
            sys.meta_path.remove(changed)


def readings(room: Any, witness: Witness) -> list[object]:
    """What a text is read as in a cell and in prose, or where and why it is refused; in any room."""
    own = re.search(r"(?:19|20)\d\d(?=[年.])", witness.text)
    year = own or re.search(r"(?:19|20)\d\d", witness.source)
    given = int(year[0]) if year else YEAR
    ways: tuple[Callable[..., object], ...] = (room.parse, room.find)
    return [_reading(room, witness.text, given, way) for way in ways]


def _reading(room: Any, text: str, year: int, read: Callable[..., object]) -> object:
    try:
        return as_plain(read(text, year=year, issued=date(year, 1, 4)))
    except room.DeadlineError as error:
        return error.span, error.reason


def as_plain(value: object) -> object:
    """A reading without the classes of its room, which is made anew."""
    return tuple(map(as_plain, value)) if isinstance(value, tuple | list) else value


@pytest.mark.parametrize(("module", "word", "witness"), PROOFS)
def test_without_a_word_of_a_table_its_text_reads_otherwise(
    module: str, word: Word, witness: Witness
) -> None:
    """In a cell or in prose: no word of these tables is there for nothing."""
    whole = readings(room_of_today, witness)
    with grammar(module, word.without(SOURCES[module])) as other:
        assert readings(other, witness) != whole, witness.text


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
