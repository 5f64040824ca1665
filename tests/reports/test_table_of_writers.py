"""The one table that says how a report is written: every report is in it, and what it names is there."""

from __future__ import annotations

import ast
from importlib import import_module
from io import StringIO
from typing import Any

import pytest
from lists_made import asked
from source import SOURCE, nodes

from sulist.reports.items import due
from sulist.write.entries import SHAPES
from sulist.write.formats import FORMATS, OF_PROBLEMS
from sulist.write.writers import WRITERS, render, written

FACES = ("page", "data", "records")


def reports() -> set[str]:
    """The values that say how much was found: classes of ``reports``, ``importers`` and ``forms``."""
    found = set()
    for folder in ("reports", "importers", "forms"):
        for file in (SOURCE / folder).rglob("*.py"):
            for node in nodes(file):
                if isinstance(node, ast.ClassDef) and any(
                    isinstance(one, ast.FunctionDef) and one.name == "found" and one.decorator_list
                    for one in node.body
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


def test_the_entries_of_what_has_rows_are_of_a_known_shape() -> None:
    """What is written as a table for a spreadsheet is one for programs too; only a load by name is not."""
    for name, one in WRITERS.items():
        assert bool(one.records) == bool(one.entries or name in ("Overview", "MeetingReport")), name
        assert one.entries in ("", *SHAPES), name


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
        assert one.face in (*FACES, "entries")
        assert callable(import_module(one.module).render)


def test_the_three_faces_tell_the_same_items() -> None:
    """They are of one value."""
    report = due(asked("06-29"))
    ids = [match.item.id for match in report.selection.matches]
    (table,) = (one for one in written(report, "page").flat if hasattr(one, "rows"))
    assert [row[0] for row in table.rows] == ids
    assert [one["id"] for one in written(report, "data")["items"]] == ids
    assert len(written(report, "records").rows) == len(ids) == report.found


def test_json_tells_the_last_date_of_an_item_beside_each_that_is_due() -> None:
    """The date that matched is a milestone of it; of what returns the next is the last."""
    items = written(due(asked("06-29")), "data")["items"]
    told = [(one["id"], one.get("milestone"), one["deadline"]["due"]) for one in items]
    assert told[:3] == [
        ("1-1", 1, "2023-10-01"),
        ("1-2", None, "2023-06-30"),
        ("2-1", None, "2023-06-30"),
    ]


def test_a_page_says_that_the_day_is_outside_the_year() -> None:
    """In its first lines, since every date looks long past then, or far off."""
    outside, inside = (written(due(asked(on)), "page") for on in ("2024-01-01", "12-31"))
    assert "2023" in outside.blocks[0].lines[0]
    assert not hasattr(inside.blocks[0], "lines")
