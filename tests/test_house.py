"""The house: which room may use which, and what a start loads. Data flows one way."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import ROOT, SLOW
from source import FILES, SOURCE, nodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from conftest import Sulist

# Every room stands on those above it only; a package is a room, and so is each face of sulist.
FLOORS = (
    ("base",),
    ("deadline", "units", "sandbox"),
    ("listfile",),
    ("journal",),
    ("standing",),
    ("asking",),
    ("reports", "importers"),
    ("forms",),
    ("write",),
    ("__init__", "cli"),
    ("__main__",),
)
# Packages from elsewhere, and the only rooms that may load them.
GUESTS = {
    "yaml": {"listfile"},
    "rich": {"write"},
    "click": {"cli"},
    "dateutil": {"deadline"},
    "chinese_calendar": {"base", "deadline"},
    "docx": {"importers"},
    "icalendar": {"write"},
    "jinja2": {"write"},
    "markupsafe": {"write"},
    "lxml": {"importers"},
    "openpyxl": {"forms", "importers"},
    "xlsxwriter": {"write"},
    "pdfplumber": {"importers"},
    "pdfminer": {"importers"},
    "selectolax": {"importers"},
    "markdown_it": {"importers"},
    "xlrd": {"importers"},
}
# The folders of writers, one for each face of a report.
WRITERS = ("json", "paper", "screen", "sheet", "web")
# Names of modules in several rooms, and what each means in all of them.
ONE_MEANING = {
    "explain": "how a phrase or a cell was read, in words",
    "prose": "running text, in place of cells",
    "refusals": "why something is refused, in words",
    "vocabulary": "the words of a grammar",
}


ROOMS = {one: number for number, floor in enumerate(FLOORS) for one in floor}


def room(module: str) -> str:
    """The room that a module of sulist is in: ``sulist.cli.commands.due`` is in cli."""
    name = module.split(".")[1] if "." in module else "__init__"
    return name if name in ROOMS else "__init__"


def module_of(file: Path) -> str:
    """The name by which a file is imported."""
    return ".".join(("sulist", *file.relative_to(SOURCE).with_suffix("").parts)).removesuffix(
        ".__init__"
    )


MODULES = {module_of(file) for file in FILES}


@cache
def imports(file: Path) -> tuple[str, ...]:
    """Every module that a file imports: at its top, inside a function, for type checkers only."""
    return tuple(_imports(file))


def _imports(file: Path) -> Iterator[str]:
    for node in nodes(file):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            yield from (names & MODULES) or {node.module}


def room_of(file: Path) -> str:
    """The room that a file is in."""
    return file.relative_to(SOURCE).parts[0].removesuffix(".py")


def test_every_room_has_its_floor() -> None:
    """A new room is put somewhere on purpose."""
    assert {room_of(file) for file in FILES} == set(ROOMS)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(SOURCE)))
def test_a_room_uses_only_what_is_below_it(file: Path) -> None:
    """So nothing imports cli, and data flows from the file to the screen."""
    own = room_of(file)
    used = {room(module) for module in imports(file) if module.split(".")[0] == "sulist"}
    assert {one for one in used if one != own and ROOMS[one] >= ROOMS[own]} == set()


# Inside importers: formats become grids, grids become drafts, and both speak the words on the first floor.
IMPORTERS = (
    (
        *(
            "brackets",
            "cell_text",
            "cells_below",
            "drafts",
            "grid",
            "headers",
            "headings",
            "labels",
            "own_forms",
        ),
        *("radicals", "readers", "yaml_writer"),
    ),
    ("read", "understand"),
    ("__init__", "importing", "bounded", "converting", "outcome"),
)


def test_what_reads_a_format_knows_nothing_of_what_understands_a_grid() -> None:
    """Nor the other way round; what both need stands below them."""
    floors = {name: number for number, floor in enumerate(IMPORTERS) for name in floor}
    folder = SOURCE / "importers"
    arrows = {
        (file.relative_to(folder).parts[0].removesuffix(".py"), module.split(".")[2])
        for file in FILES
        if folder in file.parents
        for module in imports(file)
        if module.startswith("sulist.importers.")
    }
    assert {"read", "understand"} <= {own for own, _used in arrows}
    assert {
        (own, used)
        for own, used in arrows
        if floors[used] > floors[own] or {own, used} == {"read", "understand"}
    } == set()


def test_no_files_import_each_other_in_a_circle() -> None:
    """Nor does any that is loaded late, inside a function, or that only a type checker sees."""
    graph = {module_of(file): set(imports(file)) for file in FILES}
    assert len(list(TopologicalSorter(graph).static_order())) > len(FILES)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(SOURCE)))
def test_a_package_from_elsewhere_is_loaded_in_its_rooms_only(file: Path) -> None:
    """Yaml by yaml_source, rich by terminal, click by cli."""
    used = {module.split(".")[0] for module in imports(file)}
    assert {
        guest for guest in used if room_of(file) not in GUESTS.get(guest, {room_of(file)})
    } == set()


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(SOURCE)))
def test_a_room_is_no_longer_than_a_person_can_read(file: Path) -> None:
    """400 lines."""
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 400


def shared(named: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """The places of each name that stands in more than one; ``named`` are names with their places."""
    places: dict[str, set[str]] = {}
    for name, place in named:
        places.setdefault(name, set()).add(place)
    return {name: found for name, found in places.items() if len(found) > 1}


def test_modules_share_a_name_only_where_they_share_what_it_means() -> None:
    """What a report is about has one name wherever it is asked, worked out and written."""
    own = [file.relative_to(SOURCE) for file in FILES if file.stem != "__init__"]
    found = shared((file.stem, str(file.parent)) for file in own)
    road = {"reports", "cli/commands"} | {f"write/{one}" for one in WRITERS}
    reports = {name for name, places in found.items() if places <= road}
    assert set(found) - reports == set(ONE_MEANING)
    assert {name for name in reports if "reports" not in found[name]} <= {"progress"}


def test_every_class_has_a_name_of_its_own() -> None:
    """Whoever reads of a Cell need not ask whose."""
    classes = (
        (node.name, str(file))
        for file in FILES
        for node in nodes(file)
        if isinstance(node, ast.ClassDef)
    )
    assert shared(classes) == {}


def test_what_the_quick_tests_leave_out_is_there() -> None:
    """A file of tests that was renamed is not left in the table of slow ones."""
    assert {place for place in SLOW if not (ROOT / "tests" / place).is_file()} == set()


def test_nothing_is_recorded_on_the_list_that_comes_with_sulist() -> None:
    """A journal left in ``data`` would be in the first answer of whoever asks in a copy of the project."""
    assert sorted(one.name for one in (ROOT / "data").glob("progress*")) == []


def test_what_development_installs_is_pinned() -> None:
    """Every package of the extra ``dev`` in one version that pyproject.toml allows, from no place of its own."""
    import tomllib

    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name

    lines = [
        line
        for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
        if not line.lstrip().startswith("#")
    ]
    pinned = {canonicalize_name(one.name): one.specifier for one in map(Requirement, lines)}
    versions = {name: str(specifier).removeprefix("==") for name, specifier in pinned.items()}
    assert len(pinned) == len(lines) > 40
    assert all(str(specifier).startswith("==") for specifier in pinned.values())
    with (ROOT / "pyproject.toml").open("rb") as stream:
        project = tomllib.load(stream)["project"]
    extras = project["optional-dependencies"].values()
    wanted = [Requirement(one) for group in (project["dependencies"], *extras) for one in group]
    for one in wanted:
        if one.name != project["name"]:
            assert one.specifier.contains(versions[canonicalize_name(one.name)]), one


def test_help_imports_nothing_heavy() -> None:
    """--help of every command starts without yaml, rich or dateutil, be it one after another in one process."""
    from sulist.cli.commands import MODULES

    script = (
        "import contextlib, sys\nfrom sulist.__main__ import main\n"
        "for command in sys.argv[1:]:\n"
        "    sys.argv = ['sulist', command, '--help']\n"
        "    with contextlib.suppress(SystemExit): main()\n"
        "    print(command, *sys.modules, file=sys.stderr)\n"
    )
    told = subprocess.run([sys.executable, "-c", script, *MODULES], capture_output=True, check=True)
    loaded = [line.split() for line in told.stderr.decode().splitlines()]
    assert [command for command, *_modules in loaded] == list(MODULES)
    assert told.stdout.decode().count("Usage: ") == len(MODULES)
    heavy = {"yaml", "rich", "dateutil", "chinese_calendar", "sulist.deadline"}
    for command, *modules in loaded:
        assert {f"sulist.cli.commands.{MODULES[command]}", "click"} <= set(modules)
        assert not heavy & set(modules), command


def test_json_does_not_load_rich(process: Sulist) -> None:
    """A program that asks pays for no tables."""
    done = process("due", "--format", "json", PYTHONPROFILEIMPORTTIME="1")
    assert "rich.console" not in done.stderr.decode()


def test_help_of_the_group_loads_no_command(process: Sulist) -> None:
    """It tells of every command, and imports the module of none."""
    from sulist.cli.commands import MODULES

    done = process("--help", PYTHONPROFILEIMPORTTIME="1")
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.decode().splitlines()}
    assert not imported & {f"sulist.cli.commands.{module}" for module in MODULES.values()}
    assert all(f"  {name} " in done.stdout.decode() for name in MODULES)


@pytest.mark.parametrize("page", ["docs/deadlines.md", "docs/units.md"])
def test_a_grammars_page_names_the_modules_that_are_there(page: str) -> None:
    """Whoever reads the package in the order that its page tells finds each of them."""
    text = (ROOT / page).read_text(encoding="utf-8")
    told = set(re.findall("`([a-z_]+)`", text[text.index("Read the package in the order") :]))
    package = SOURCE / Path(page).stem.replace("deadlines", "deadline")
    assert len(told) > 10
    assert {name for name in told if not (package / f"{name}.py").is_file()} == set()


def test_whoever_contributes_is_sent_to_files_that_are_there() -> None:
    """Every file of the page «Where do I put …», from the root, from src/sulist or from one of its rooms."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    told = set(re.findall(r"`([a-z_/]+\.(?:py|toml|yaml|json|md))`", text))
    roots = [ROOT, SOURCE, *(SOURCE / one for one in ROOMS)]
    assert len(told) > 30
    assert {file for file in told if not any((root / file).is_file() for root in roots)} == set()
