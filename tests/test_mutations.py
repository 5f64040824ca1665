"""The kept list of faults: each can still be made, and what is made is what its tests import."""

from __future__ import annotations

import shutil
import sys
from importlib.util import module_from_spec, spec_from_file_location
from typing import TYPE_CHECKING, Any

import pytest
from conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def the_tool() -> Any:
    """``tools/mutations.py`` as a module."""
    spec = spec_from_file_location("mutations", ROOT / "tools" / "mutations.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules["mutations"] = module  # where its tuples look for the types of their fields
    spec.loader.exec_module(module)
    return module


TOOL = the_tool()
KEPT = TOOL.kept()


def test_each_fault_can_be_made_at_one_place() -> None:
    """Its old text stands exactly once in its file; who moves the code keeps the list."""
    assert {one.name: TOOL.misplaced(one) for one in KEPT if TOOL.misplaced(one)} == {}


def test_each_fault_has_a_name_of_its_own_and_changes_something() -> None:
    """And either tests that notice it, which are there, or a reason why none can."""
    assert len({one.name for one in KEPT}) == len(KEPT)
    assert [one.name for one in KEPT if one.old == one.new] == []
    assert [one.name for one in KEPT if bool(one.tests) == bool(one.equivalent)] == []
    for one in KEPT:
        for test in one.tests:
            file, _colons, name = test.partition("::")
            assert f"def {name}(" in (ROOT / file).read_text(encoding="utf-8"), one.name


def test_a_fault_is_made_in_what_its_tests_import_and_nowhere_else(tmp_path: Path) -> None:
    """Another version is seen, one that nobody looks at survives, and the tree is as it was."""
    tree = tmp_path / "tree"
    for name in ("src/sulist/base", "tests", "data", "examples", "docs", "tools"):
        (tree / name).mkdir(parents=True)
    version = "src/sulist/base/__init__.py"
    for name in (
        "pyproject.toml",
        "src/sulist/__init__.py",
        "src/sulist/base/__init__.py",
        version,
    ):
        shutil.copy(ROOT / name, tree / name)
    (tree / "tests" / "test_it.py").write_text(
        "import sulist\n\n\ndef test_it():\n"
        "    assert sulist.__version__ != 'of a fault'\n"
        f"    assert not sulist.__file__.startswith({str(tree)!r})\n\n\n"
        "def test_another():\n    assert sulist.__version__\n"
    )
    before = (ROOT / version).read_text(encoding="utf-8")
    line = next(one for one in before.splitlines() if one.startswith("__version__"))
    tests = ("tests/test_it.py::test_it",)
    mutation = TOOL.Mutation("another version", version, line, "__version__ = 'of a fault'", tests)
    unseen = mutation._replace(name="the same", new=f"{line}  # as it was")
    half_seen = mutation._replace(
        name="seen by one of two", tests=(*tests, "tests/test_it.py::test_another")
    )
    gone = mutation._replace(name="gone", old="nothing like it")
    broken = mutation._replace(name="no Python", new="__version__ =")
    found = TOOL.try_all([mutation, unseen, half_seen, gone, broken], 2, tree)
    assert [(one.what, one.why) for one in found[:3]] == [
        ("caught", ""),
        ("survived", "tests/test_it.py::test_it"),
        ("survived", "tests/test_it.py::test_another"),
    ]
    assert [one.what for one in found[3:]] == ["not tried", "not tried"]
    assert (tree / version).read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("test", "seen"),
    [
        ("tests/test_a.py::test_it", True),
        ("tests/test_a.py::test_with", True),
        ("tests/test_a.py::test_broken", True),
        ("tests/test_a.py::test_i", False),
        ("tests/test_b.py::test_it", False),
        ("tests/test_a.py", True),
    ],
)
def test_a_test_that_notices_is_told_by_what_pytest_says(test: str, *, seen: bool) -> None:
    """Whole, or with one of its parameters; another whose name begins alike is another."""
    said = (
        "FAILED tests/test_a.py::test_it - assert 1 == 2\n"
        "FAILED tests/test_a.py::test_with[a - b] - assert 1 == 2\n"
        "ERROR tests/test_a.py::test_broken - KeyError\n"
    )
    assert TOOL.unnoticed(said, [test]) == ([] if seen else [test])
