"""Writers word and place what a report found: they ask no list, know no state's meaning and count no days."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest
from conftest import ROOT

from sulist.forms.layout import STATUS_OF
from sulist.journal.record import KINDS
from sulist.listfile.touch import ROLES
from sulist.standing import names
from sulist.standing.course import STATES
from sulist.standing.lights import COLOURS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WRITE = ROOT / "src" / "sulist" / "write"
FILES = sorted(WRITE.rglob("*.py"))
# What works out a fact: which items answer, what is open, whom an item touches, what each state is.
WORKERS = {"select", "OPEN", "Touch", "leads", "unled", "may_lead", "standing", "light", "known"}


def imported(tree: ast.AST) -> Iterator[str]:
    """The names that a module imports from sulist, but not for type checkers only."""
    skipped = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node not in skipped:
            module = node.module or ""
            if module.startswith("sulist.") and not module.startswith("sulist.write"):
                yield from (one.name for one in node.names)


def worked_out(tree: ast.AST) -> Iterator[str]:
    """Days that are subtracted, and comparisons with the day asked about."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Attribute)
            and node.attr == "days"
            and isinstance(node.value, ast.BinOp)
        ):
            yield ast.unparse(node)
        if isinstance(node, ast.Compare):
            sides = {ast.unparse(one).rpartition(".")[2] for one in (node.left, *node.comparators)}
            if "as_of" in sides or {"due", "first_due"} <= sides:
                yield ast.unparse(node)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(WRITE)))
def test_a_writer_works_out_nothing(file: Path) -> None:
    """What is late, open, chosen or first is a field of a report, the same for every document."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    assert (WORKERS & set(imported(tree)), list(worked_out(tree))) == (set(), [])


def test_the_rule_would_see_what_it_forbids() -> None:
    """Days, dates, and questions."""
    tree = ast.parse(
        "from sulist.asking.query import select\nleft = (part.due - as_of).days\n"
        "late = part.due < self.as_of\nmoved = part.due != part.first_due"
    )
    assert list(imported(tree)) == ["select"]
    assert len(list(worked_out(tree))) == 3


def test_everything_that_has_a_name_has_it_in_the_one_table() -> None:
    """No more, no less."""
    assert set(names.STATE_NAMES) == set(STATES)
    assert set(names.COLOUR_NAMES) == set(COLOURS)
    assert set(names.ROLE_TERMS) == set(ROLES)
    assert set(names.KIND_NAMES) == set(KINDS)


def test_a_form_offers_the_words_that_the_screens_use() -> None:
    """By the catalogue."""
    assert STATUS_OF == {"未启动": "not-started", "推进中": "in-progress", "已完成": "done"}
