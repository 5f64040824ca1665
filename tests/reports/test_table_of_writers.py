"""The one table that says how a report is written: every report is in it, and what it names is there."""

from __future__ import annotations

import ast
from importlib import import_module
from io import StringIO
from typing import Any

import pytest
from conftest import ROOT
from lists_made import asked

from sulist.reports.items import due
from sulist.write.formats import FORMATS, OF_PROBLEMS
from sulist.write.writers import WRITERS, render, written

SOURCE = ROOT / "src" / "sulist"
FACES = ("page", "data", "records")


def reports() -> set[str]:
    """The values that say how much was found: classes of ``reports`` and ``importers``."""
    found = set()
    for folder in ("reports", "importers"):
        for file in (SOURCE / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.ClassDef) and any(
                    isinstance(one, ast.FunctionDef) and one.name == "found" for one in node.body
                ):
                    found.add(node.name)
    return found


def test_every_report_is_written_in_one_way() -> None:
    """A report without a line in the table could not be shown; a line without a report is dead."""
    assert set(WRITERS) - {"Answer"} == reports()


@pytest.mark.parametrize("name", WRITERS)
def test_what_the_table_names_is_there(name: str) -> None:
    """Each a function of the report alone."""
    for face in FACES:
        if place := getattr(WRITERS[name], face):
            module, _colon, function = place.partition(":")
            code = getattr(import_module(module), function).__code__
            assert code.co_argcount + code.co_kwonlyargcount == 1, place


def test_what_a_page_is_made_of_is_changed_on_the_way() -> None:
    """What a person reads may be completed; what a program reads stays as it is."""
    report = due(asked("06-29"))

    def change(page: Any) -> Any:
        return page._replace(notes=("changed",))

    for form, changed in (("table", True), ("markdown", True), ("json", False), ("csv", False)):
        plain, other = StringIO(), StringIO()
        render(report, form, plain)
        render(report, form, other, change=change)
        assert (plain.getvalue() != other.getvalue(), "changed" in other.getvalue()) == (
            changed,
            changed,
        )


def test_every_form_is_made_from_one_face() -> None:
    """And its module can render it."""
    for one in (FORMATS | OF_PROBLEMS).values():
        assert one.face in FACES
        assert callable(import_module(one.module).render)


def test_the_three_faces_tell_the_same_items() -> None:
    """They are of one value."""
    report = due(asked("06-29"))
    ids = [match.item.id for match in report.selection.matches]
    (table,) = (one for one in written(report, "page").flat if hasattr(one, "rows"))
    assert [row[0] for row in table.rows] == ids
    assert [one["id"] for one in written(report, "data")["items"]] == ids
    assert len(written(report, "records").rows) == len(ids) == report.found
