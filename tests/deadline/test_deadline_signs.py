"""The table of signs: every row, and every word that makes another one of it, has its proof."""

from __future__ import annotations

import csv
import importlib
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from rooms import taken_out

from sulist.deadline import signs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

YEAR, ISSUED, AS_OF = 2021, date(2021, 4, 12), date(2021, 8, 20)
ROOM = "sulist.deadline"
SPACED = {
    "others": "frame",
    "ends": "behind",
    "only": "frame",
    "after": "",
}  # a list of words: its frame


def proofs() -> Iterator[tuple[str, str, tuple[signs.Sign, ...]]]:
    """What is taken away, the text that then reads otherwise, and the table without it."""
    for at, sign in enumerate(signs.SIGNS):
        before, after = signs.SIGNS[:at], signs.SIGNS[at + 1 :]
        yield f"{sign.does} {sign.written}", sign.proof, (*before, *after)
        for field, frame in SPACED.items():
            listed = getattr(sign, field).split()
            for word in listed:
                kept = " ".join(one for one in listed if one != word)
                written, _mark, own = word.partition("=")
                text = own or str(getattr(sign, frame)).format(written.rstrip("$"))
                changed = sign._replace(**{field: kept})
                name = f"{sign.does} {sign.written} {field} {written}"
                yield name, text, (*before, changed, *after)


def public() -> dict[str, str]:
    """The texts of papers, laws and newspapers that prove a row or a word, by its name; each has its source."""
    with (Path(__file__).parent / "signs.tsv").open(encoding="utf-8", newline="") as rows:
        listed = list(csv.reader(rows, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert all(source for _name, _text, source in listed)
    return {name: text for name, text, _source in listed}


PUBLIC = public()
PROOFS = {name: (PUBLIC.get(name, text), table) for name, text, table in proofs()}


@contextmanager
def grammar(table: tuple[signs.Sign, ...]) -> Iterator[Any]:
    """The whole room made anew from a table of signs."""
    with taken_out(ROOM):
        made: Any = importlib.import_module(f"{ROOM}.signs")
        made.SIGNS = tuple(made.Sign(*sign) for sign in table)
        yield importlib.import_module(ROOM)


READINGS: tuple[Callable[[Any, str], object], ...] = (
    lambda room, text: room.parse(text, year=YEAR, issued=ISSUED),
    lambda room, text: room.find(f"要求{text}。", year=YEAR, issued=ISSUED),
    lambda room, text: room.parse_option(text, year=YEAR, as_of=AS_OF),
)


def outcome(room: Any, text: str, read: Callable[[Any, str], object]) -> object:
    """What a text is read as, or where and why it is refused; the same in any room."""
    try:
        return plain(read(room, text))
    except room.DeadlineError as error:
        return error.span, error.reason


def plain(value: object) -> object:
    """A value of named tuples as tuples only."""
    return tuple(map(plain, value)) if isinstance(value, tuple | list) else value


@pytest.mark.parametrize("name", PROOFS)
def test_without_a_sign_or_a_word_of_its_row_its_proof_reads_otherwise(name: str) -> None:
    """In a cell, in prose or as an option: no row, and no word beside it, is there for nothing."""
    import sulist.deadline as room

    text, table = PROOFS[name]
    whole = [outcome(room, text, read) for read in READINGS]
    with grammar(table) as other:
        assert any(
            outcome(other, text, read) != said for read, said in zip(READINGS, whole, strict=True)
        ), text


def test_a_proof_is_a_text_and_not_the_word_alone() -> None:
    """A sign or a word that only proves itself proves nothing."""
    alone = {name for name, (text, _table) in PROOFS.items() if text in name.split()}
    assert alone == set()
    assert len(PROOFS) > 300
    assert {*PUBLIC} <= {*PROOFS}
