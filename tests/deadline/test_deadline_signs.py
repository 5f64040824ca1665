"""The table of signs: every row, and every word that makes another one of it, has its proof."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from deadline_without import changed

from sulist import deadline
from sulist.deadline import signs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

YEAR, ISSUED, AS_OF = 2021, date(2021, 4, 12), date(2021, 8, 20)
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


READINGS: tuple[Callable[[str], object], ...] = (
    lambda text: deadline.parse(text, year=YEAR, issued=ISSUED),
    lambda text: deadline.find(f"要求{text}。", year=YEAR, issued=ISSUED),
    lambda text: deadline.parse_option(text, year=YEAR, as_of=AS_OF),
)


def outcome(text: str, read: Callable[[str], object]) -> object:
    """What a text is read as, or where and why it is refused."""
    try:
        return read(text)
    except deadline.DeadlineError as error:
        return error.span, error.reason


@pytest.mark.parametrize("name", PROOFS)
def test_without_a_sign_or_a_word_of_its_row_its_proof_reads_otherwise(name: str) -> None:
    """In a cell, in prose or as an option: no row, and no word beside it, is there for nothing."""
    text, table = PROOFS[name]
    whole = [outcome(text, read) for read in READINGS]
    with changed("signs", "SIGNS", lambda names: names.update(SIGNS=table)):
        assert any(
            outcome(text, read) != said for read, said in zip(READINGS, whole, strict=True)
        ), text


def test_a_proof_is_a_text_and_not_the_word_alone() -> None:
    """A sign or a word that only proves itself proves nothing."""
    alone = {name for name, (text, _table) in PROOFS.items() if text in name.split()}
    assert alone == set()
    assert len(PROOFS) > 300
    assert {*PUBLIC} <= {*PROOFS}
