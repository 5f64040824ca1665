"""The interface for programs: what docs/python.md shows is what happens, and its types hold."""

from __future__ import annotations

import doctest
import importlib
import inspect
import pkgutil
import subprocess
import sys
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from conftest import ITEMS, ROOT

import sulist
from sulist import Query
from sulist.base.i18n import speaking

if TYPE_CHECKING:
    from pathlib import Path


PAGE = ROOT / "docs" / "python.md"
# A program of somebody else, as strict about its types as can be.
PROGRAM = """
from collections.abc import Iterable
from datetime import date, datetime
from os import PathLike

from sulist import (
    BrokenListError, Deadline, DeadlineError, FoundDeadline, Match, Problem, Query, Selection, SulistError,
    UnitError, UnitRef, WorkList, __version__, find_deadlines, load, read_deadline, read_units, rows, select,
)

def owed(file: str | PathLike[str], unit: str, day: date) -> list[tuple[str, date | None]]:
    worklist: WorkList = load(file)
    selection: Selection = select(worklist, Query(units=(unit,), roles=("lead",)), day)
    matches: tuple[Match, ...] = selection.matches
    return [(match.item.id, match.due) for match in matches]

def told(error: SulistError) -> Iterable[str]:
    if isinstance(error, BrokenListError):
        problems: list[Problem] = error.problems
        return (problem.remedy for problem in problems)
    if isinstance(error, (DeadlineError, UnitError)):
        return (error.reason,)
    return (str(error),)

read: Deadline = read_deadline("8月底前", year=2021)
found: list[FoundDeadline] = find_deadlines("8月底前", year=2021)
units: tuple[UnitRef, ...] = read_units("区经发局", roster=load("items.yaml").roster)
ids: list[str] = [str(row["id"]) for row in rows("items.yaml", as_of=date(2021, 6, 1))]
version: str = __version__
"""


def test_the_guide_shows_what_happens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every example of the page is run, and answers as it stands there."""
    (tmp_path / "items.yaml").write_bytes(ITEMS.read_bytes())
    tasks = (ROOT / "examples" / "lists" / "tasks.yaml").read_text(encoding="utf-8")
    (tmp_path / "tasks.yaml").write_text(tasks, encoding="utf-8")
    unread = tasks.replace("9月底前", "见合同")
    (tmp_path / "tasks-unread.yaml").write_text(unread, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with speaking("en"):
        done = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert done.attempted > 20
    assert done.failed == 0


def test_every_name_is_there_and_on_the_page_or_the_value_of_one_that_is() -> None:
    """What is promised can be imported."""
    namespace: dict[str, object] = {}
    exec("from sulist import *", namespace)  # noqa: S102 - as a program writes it
    assert set(sulist.__all__) - set(namespace) == set()
    page = PAGE.read_text(encoding="utf-8")
    functions = {name for name in sulist.__all__ if inspect.isfunction(getattr(sulist, name))}
    assert {name for name in functions if f"`{name}`" not in page} == set()


def test_importing_it_loads_nothing_else() -> None:
    """A program that imports sulist pays when it asks."""
    code = "import sys, sulist; print(sorted(name for name in sys.modules if name.startswith(('sulist', 'yaml', 'click', 'dateutil'))))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "['sulist']"


def test_a_name_that_is_not_there_is_missed_as_in_any_module() -> None:
    """Hasattr works, and help lists what there is."""
    assert not hasattr(sulist, "no_such_name")
    assert set(sulist.__all__) <= set(dir(sulist))


def test_every_error_is_a_sulist_error() -> None:
    """One clause catches whatever sulist refuses; what is raised within a room never leaves it."""
    within = {"Unreadable", "TooMany", "ByHand", "RefusedError", "RecordError", "DoubtError"}
    within |= {"DeclinedError"}  # a person says no, and click ends the command
    errors = {
        one
        for module in pkgutil.walk_packages(sulist.__path__, "sulist.")
        if module.name != "sulist.__main__"
        for one in vars(importlib.import_module(module.name)).values()
        if inspect.isclass(one)
        and issubclass(one, Exception)
        and one.__module__.startswith("sulist.")
    }
    assert len(errors) > 8
    others = {one.__name__ for one in errors if not issubclass(one, sulist.SulistError)}
    assert {name for name in others if not name.startswith("_")} <= within


@pytest.mark.slow
def test_its_types_hold_in_a_strict_program(tmp_path: Path) -> None:
    """Mypy --strict finds nothing in a program that uses every function."""
    (tmp_path / "program.py").write_text(PROGRAM, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "program.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, text=True)
    assert (done.returncode, done.stdout) == (0, "Success: no issues found in 1 source file\n")


def test_without_a_day_nothing_is_told_that_depends_on_one(tmp_path: Path) -> None:
    """A deadline that returns has no date of its own, only one after a day."""
    text = ITEMS.read_text(encoding="utf-8").replace("deadline: 8月底前", "deadline: 每周五")
    (tmp_path / "items.yaml").write_text(text, encoding="utf-8")
    file = tmp_path / "items.yaml"
    whatever, in_june = sulist.rows(file), sulist.rows(file, as_of=date(2021, 6, 1))
    assert (whatever[0]["deadline"]["due"], whatever[0]["days_left"]) == (None, None)
    assert (in_june[0]["deadline"]["due"], in_june[0]["days_left"]) == ("2021-06-04", 3)
    assert whatever[2]["deadline"]["due"] == in_june[2]["deadline"]["due"] == "2021-05-31"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (Query(units=("区经发具",)), "区经发局"),
        (Query(categories=("四",)), "三"),
        (Query(ids=("2-12",)), "2-11"),
        (Query(units=("区经发局",), roles=("leads",)), "lead, named, covered, possible"),
        (Query(roles=("lead",)), "name the unit too"),
        (Query(states=("closed",)), "from the journal"),
    ],
)
def test_a_word_that_means_nothing_is_refused_and_not_answered_with_nothing(
    query: Query, said: str
) -> None:
    """With what it may have meant, as on the command line."""
    with speaking("en"), pytest.raises(sulist.UsageError, match=said):
        sulist.select(sulist.load(ITEMS), query, date(2021, 6, 1))


def test_a_program_may_name_things_as_a_person_does() -> None:
    """A unit without its district, a category by its number, an id in another spelling."""
    worklist = sulist.load(ITEMS)
    query = Query(units=("经发局",), categories=("2",), ids=("二、7",))
    found = sulist.select(worklist, query, date(2021, 6, 1))
    assert [(match.item.id, match.role) for match in found.matches] == [("2-7", "lead")]


def test_a_point_of_time_stands_for_its_day() -> None:
    """A datetime is a date to Python, and to whoever has one at hand."""
    worklist = sulist.load(ITEMS)
    noon = datetime(2021, 8, 31, 12)
    day = date(2021, 8, 31)
    for asked, plain in (
        (Query(before=noon), Query(before=day)),
        (Query(after=noon), Query(after=day)),
        (Query(since=noon, overdue=True), Query(since=day, overdue=True)),
    ):
        found = sulist.select(worklist, asked, noon)
        assert found == sulist.select(worklist, plain, day)
    assert sulist.rows(ITEMS, as_of=noon) == sulist.rows(ITEMS, as_of=day)
