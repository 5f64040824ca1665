"""A list of another kind is begun by one command, and is whole from the first moment on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import jsonschema
import pytest
import yaml
from conftest import ROOT

from sulist.cli.commands.init import KINDS
from sulist.listfile.worklist import load

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Sulist


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_a_small_list_without_a_problem(
    sulist: Sulist, tmp_path: Path, kind: str
) -> None:
    """It is read whole, keeps its schema, and every command answers from it."""
    sulist.text("init", "new", "--kind", kind)
    file = tmp_path / "new" / "items.yaml"
    worklist = load(file)
    assert (worklist.warnings, worklist.unread) == ((), ())
    schema = json.loads((ROOT / "data" / "items.schema.json").read_text(encoding="utf-8"))
    read = yaml.safe_load(file.read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(json.dumps(read, default=str)), schema)
    for command in ("list", "due", "units", "report", "check"):
        assert sulist.text(command, SULIST_FILE=str(file), SULIST_AS_OF="2026-05-01")


def test_headings_make_a_list_with_these_columns(sulist: Sulist, tmp_path: Path) -> None:
    """Each with the role that its words say; the first that says what is to be done is the text."""
    sulist.text(
        "init",
        "new",
        "--columns",
        "序号，任务，责任单位，责任人，分管领导，协办单位，完成时限，备注",
    )
    worklist = load(tmp_path / "new" / "items.yaml")
    assert {one.heading: one.role for one in worklist.columns} == {
        "序号": "serial",
        "任务": "text",
        "责任单位": "responsible",
        "责任人": "person",
        "分管领导": "leader",
        "协办单位": "responsible",
        "完成时限": "deadline",
        "备注": "other",
    }
    assert len(worklist.items) == 1


@pytest.mark.parametrize(
    ("headings", "why"),
    [
        ("序号,责任单位", "None of these headings"),
        ("任务,任务", "each once"),
        ("任务,,备注", "each once"),
    ],
)
def test_headings_that_make_no_list_are_refused(
    sulist: Sulist, tmp_path: Path, headings: str, why: str
) -> None:
    """Nothing is written then."""
    assert why in sulist.refused("init", "new", "--columns", headings, code=2)
    assert not (tmp_path / "new").exists()


def test_what_stands_beside_an_old_list_is_brought_up_to_date(
    sulist: Sulist, tmp_path: Path
) -> None:
    """Its schema is this version's then, and the list itself is left as it is."""
    sulist.text("init", "old")
    schema = tmp_path / "old" / "items.schema.json"
    schema.write_text("{}", encoding="utf-8")
    list_before = (tmp_path / "old" / "items.yaml").read_bytes()
    sulist.text("init", "old", "--here")
    assert schema.read_bytes() == (ROOT / "data" / "items.schema.json").read_bytes()
    assert (tmp_path / "old" / "items.yaml").read_bytes() == list_before
    assert "no items.yaml" in sulist.refused("init", "--here", code=3)
