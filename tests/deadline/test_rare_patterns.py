"""A pattern that is looked for only where one of some letters stands would match nothing elsewhere."""

from __future__ import annotations

import re._parser as parser  # type: ignore[import-not-found]
from re import _constants as sre  # type: ignore[attr-defined]
from typing import Any

import pytest

from sulist.base.patterns import RarePattern
from sulist.deadline import counting, meaning, refusals, remarks, returning, scan, vocabulary

MODULES = (counting, refusals, remarks, returning, scan, vocabulary)
REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)


def _made_by_functions() -> dict[str, RarePattern]:
    made = {
        f"{module.__name__}.{name}": function()
        for module in MODULES
        for name, function in vars(module).items()
        if getattr(function, "__annotations__", {}).get("return") == "RarePattern"
    }
    for place, text in enumerate(vocabulary._LETTERS):
        found = vocabulary.compiled(text)
        assert isinstance(found, RarePattern)
        made[f"vocabulary {place}"] = found
    for frequency in meaning.ENDS:
        for place, (_tail, pattern) in enumerate(returning._compiled_tails(frequency)):
            if pattern.letters:
                made[f"{frequency} {place}"] = pattern
    return made


PATTERNS = _made_by_functions()


def _holds_one(parsed: Any, letters: frozenset[str]) -> bool:
    """Whether every text that a parsed pattern takes up holds one of the letters."""
    return any(_node_holds_one(kind, value, letters) for kind, value in parsed)


def _node_holds_one(kind: Any, value: Any, letters: frozenset[str]) -> bool:
    if kind is sre.LITERAL:
        return chr(value) in letters
    if kind is sre.IN:
        return all(one is sre.LITERAL and chr(what) in letters for one, what in value)
    if kind is sre.BRANCH:
        return all(_holds_one(one, letters) for one in value[1])
    if kind is sre.SUBPATTERN:
        return _holds_one(value[3], letters)
    return kind in REPEATS and value[0] > 0 and _holds_one(value[2], letters)


@pytest.mark.parametrize("name", PATTERNS)
def test_no_text_without_one_of_the_letters_is_matched(name: str) -> None:
    """Whatever way a match goes, it takes up one of the letters; so leaving them out loses nothing."""
    pattern = PATTERNS[name]
    assert _holds_one(parser.parse(pattern.pattern), pattern.letters)


def test_a_rare_pattern_finds_what_the_pattern_finds() -> None:
    """By its match, its search between two places, and one after the other."""
    rare = RarePattern("[底末]", "底末")
    assert rare.search("8月前") is None
    assert "made" not in vars(rare)
    found = rare.search("月底月末", 2, 4)
    assert found is not None
    assert found.span() == (3, 4)
    assert rare.match("月底", 1) is not None
    assert rare.match("月底") is None
    assert [one.start() for one in rare.finditer("底月末", 0, 3)] == [0, 2]
    assert list(rare.finditer("底月末", 1, 2)) == []
