"""Which tables of words around dates are held word by word, and how many of their words were met in public."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

from test_deadline_frames import LISTED, MET
from test_deadline_signs import PROOFS, PUBLIC
from test_words_of_deadlines import WITNESSES
from witnesses import COMPOSED

from sulist import deadline

if TYPE_CHECKING:
    from collections.abc import Iterator

HELD = {*LISTED, *(".".join(key) for key in WITNESSES)}
# What is not taken away word by word: how a date itself is spelt, which the specification has rows for;
# letters by which a place is found quickly; and what only spells again what a table has.
OPEN = {
    "chain": "_NUMERALS _BINDS_NUMBERS _MAY_PRECEDE _BEFORE_HOUNIAN _DIGIT_SET _RELATIVE _joint_pattern",
    "evidence": "_MANNERS _due_before",
    "festivals": "_LUNAR _FIXED _COUNTED",
    "figures": "CHINESE _MORE_OF_A_MONTH _XUN _QUARTERS _OWN_EDGE LONG ALL_YEAR USUAL HOW ON ALONE",
    "moments": "_MONTHS YEAR _PART _XUN _FESTIVALS WEEKDAYS _SAID _DAYS _AND _XUN_NAMES _IN_MONTH _WHICH"
    " _ONE_OF_FOUR YEARS PARTS WITHIN",
    "refusals": "_NUMERAL _like_a_date",
    "remarks": "_LEADS _bare_year",
    "resolving": "_VAGUE",
    "returning": "_WORDS _IN_QUARTER LATER _TIME _WITHIN _LISTED _NO_NUMBER _OF_QUARTER _WEEK TAILS"
    " _in_a_row _EDGE_DAYS",
    "scan": "_OF_DATES _ENDS_IN_DAO",
    "simple": "MEANINGLESS LEADS _EACH _WEEKDAYS",
    "typed_date": "_NAMED_DAYS _UNITS _MONTHS _DIRECTIONS _offset_pattern",
    "vocabulary": "_LETTERS _LETTERS_OF_WORDS word_pattern",
}


def _has_words(node: ast.stmt) -> bool:
    return any(
        isinstance(one, ast.Constant)
        and isinstance(one.value, str)
        and re.search("[一-鿿]", one.value) is not None
        for one in ast.walk(node)
    )


def _tables(module: Path) -> Iterator[str]:
    """The names of a module that have words: its constants, and its functions that make a pattern."""
    for node in ast.parse(module.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef) and node.returns is not None:
            makes = ast.unparse(node.returns) in ("re.Pattern[str]", "RarePattern")
            said = node.body[1:] if ast.get_docstring(node) else node.body
            if makes and any(map(_has_words, said)):
                yield node.name
        elif isinstance(node, ast.Assign) and _has_words(node):
            yield ast.unparse(node.targets[0])
        elif isinstance(node, ast.AnnAssign) and _has_words(node):
            yield ast.unparse(node.target)


def test_every_table_of_words_is_held_or_named_as_open() -> None:
    """A new table needs a text for each of its words, or a reason why not."""
    room = Path(deadline.__file__ or "").parent
    found = {
        f"{module.stem}.{name}"
        for module in room.glob("*.py")
        if module.stem != "signs"  # its rows are all held
        for name in _tables(module)
    }
    open_ones = {f"{module}.{name}" for module, names in OPEN.items() for name in names.split()}
    assert found - HELD == open_ones


def test_so_many_words_were_met_in_a_public_text() -> None:
    """The others have a composed one: what is added is to be met first, and no share may sink."""
    rows = [one for listed in WITNESSES.values() for one in listed]
    words = sum(map(len, LISTED.values())) + len(rows)
    public = sum(map(len, MET.values())) + sum(one.source != COMPOSED for one in rows)
    assert public / words >= 0.7
    assert len(PUBLIC) / len(PROOFS) >= 0.78
