"""What the tests share: the list's file, and the ways to run sulist as a user does."""

from __future__ import annotations

import gc
import json
import os
import re
import shlex
import subprocess
import sys
from functools import cache
from importlib.machinery import PathFinder, SourceFileLoader
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import running
from running import everything

from sulist.base import i18n
from sulist.importers import converting
from sulist.sandbox import parent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType

# A person's Python keeps what it writes until the end, where writing may still fail; and what it has
# compiled, which else each process would compile anew.
os.environ.pop("PYTHONUNBUFFERED", None)
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

ROOT = Path(__file__).resolve().parents[1]
ITEMS = ROOT / "data" / "items.yaml"
FOR_A_SHELL = re.compile(r"[|&;<>()$`*?~#\\\n]")
NUMBERS = count(1)
REAL_CHILD = parent._Child
REAL_OFFICE = converting._office


def examples(whole: int) -> int:
    """How many examples a property is tried with: all where everything is tested, as by .ci/run, else a third."""
    return whole if os.environ.get("SULIST_TEST_ALL") else whole // 3


# What the quick subset (-m "not slow") leaves out, by place.
SLOW = {
    "forms/test_bounded_forms.py": "fills memory, and waits until time is up",
    "forms/test_collect.py": "fills in a hundred workbooks",
    "importing/test_bounds.py": "fills memory, and waits until time is up",
    "lists/test_a_year_of_each.py": "fills in every form of ten lists",
    "progress/test_versions.py": "starts many processes",
    "test_completion.py": "starts shells",
    "test_docs.py": "plays every page",
    "test_papers_agree.py": "writes every document of random years",
    "test_running.py": "starts many processes",
    "units/test_units_properties.py": "tries hundreds of cells",
}
# What has a marker of its own, by a word of the test's name or its file's, and is slow too.
PROGRAMS = {"office": "libreoffice", "browser": "in_a_browser"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what is slow, and what starts another program."""
    tests = ROOT / "tests"
    for item in items:
        place = item.path.relative_to(tests).as_posix() if tests in item.path.parents else ""
        for program, word in PROGRAMS.items():
            if word in item.nodeid:
                item.add_marker(program)
        if place in SLOW or any(map(item.get_closest_marker, PROGRAMS)):
            item.add_marker("slow")


def pytest_collection_finish() -> None:
    """Has Python look for garbage seldom, and never among what stays: the tests themselves, and what they import."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


class Sulist:
    """Asks sulist in English, as of a day of the list's year: in this process, or in one of its own."""

    def __init__(self, folder: Path, *, alone: bool = False) -> None:
        self.folder = folder
        self.alone = alone

    def __call__(self, *words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
        """What comes of a command; its output stays bytes, as a pipe has them."""
        inherited = {
            name: value
            for name, value in os.environ.items()
            if name
            not in (
                "SULIST_FILE",
                "SULIST_AS_OF",
                "PYTHONIOENCODING",
                "LC_ALL",
                "LC_MESSAGES",
                "LANGUAGE",
            )
        }
        settings = {
            "SULIST_LANG": "en",
            "SULIST_AS_OF": "2021-06-01",
            "SULIST_FILE": str(ITEMS),
        } | environment
        whole = inherited | {name: value for name, value in settings.items() if value}
        if not self.alone:
            return running.answered(words, whole, self.folder)
        return subprocess.run(
            [sys.executable, "-m", "sulist", *words],
            cwd=self.folder,
            capture_output=True,
            check=False,
            timeout=60,
            env=whole,
        )

    def text(self, *words: str, **environment: str) -> str:
        """What an answered question prints."""
        done = self(*words, **environment)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()

    def json(self, *words: str, **environment: str) -> Any:
        """What an answered question prints as JSON."""
        return json.loads(self.text(*words, "--format", "json", **environment))

    def refused(self, *words: str, code: int, **environment: str) -> str:
        """What a refused question says, on stderr and nowhere else."""
        done = self(*words, **environment)
        said = done.stderr.decode()
        assert (done.returncode, done.stdout, "Traceback" in said) == (code, b"", False), said
        return said


class Terminal:
    """A shell in a folder, on a terminal of so many columns, that remembers what was exported.

    A line that is nothing but a command of sulist needs no shell, and is run in this process.
    """

    def __init__(self, folder: Path, *, chinese: bool = False, columns: int = 80) -> None:
        self.folder = folder
        self.columns = columns
        self.settings = {
            "SULIST_LANG": "zh_CN" if chinese else "en",
            "TERM": "dumb",
            "PATH": os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"])),
            "LANG": "C.UTF-8",
            "HOME": str(folder),
        } | {name: value for name, value in os.environ.items() if name.startswith("COVERAGE")}

    def type(self, command: str) -> str:
        """What a command prints, without the spaces at the ends of lines."""
        words = shlex.split(command)
        if words[0] == "export":
            name, _equals, value = words[1].partition("=")
            self.settings[name] = value
            return ""
        import pty
        import termios

        ours, theirs = pty.openpty()
        termios.tcsetwinsize(theirs, (50, self.columns))
        if words[0] == "sulist" and not FOR_A_SHELL.search(command):
            printed = running.shown(words[1:], self.settings, self.folder, (ours, theirs))
        else:
            printed = self._by_a_shell(command, ours, theirs)
        lines = printed.decode().replace("\r\n", "\n").splitlines()
        return "".join(f"{line.rstrip()}\n" for line in lines)

    def _by_a_shell(self, command: str, ours: int, theirs: int) -> bytes:
        process = subprocess.Popen(
            ["sh", "-c", command],
            cwd=self.folder,
            env=self.settings,
            stdin=subprocess.DEVNULL,
            stdout=theirs,
            stderr=theirs,
        )
        os.close(theirs)
        printed = b"".join(everything(ours))
        process.wait(timeout=60)
        os.close(ours)
        return printed


class TypeIn:
    """Types a command line in a folder, as of a day, in the language in use; gives its exit code and all that it says.

    The list is ``l.yaml`` there, or the packaged one, which is asked from an empty folder.
    """

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._patch = monkeypatch
        monkeypatch.setenv("SULIST_AS_OF", "2021-06-28")
        monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "none"))

    def __call__(self, line: str, *, packaged: bool = False) -> tuple[int, str]:
        """What is typed behind ``sulist``, with or without that word."""
        folder = self.folder / "empty" if packaged else self.folder
        folder.mkdir(exist_ok=True)
        self._patch.chdir(folder)
        self._patch.setenv("SULIST_FILE", "" if packaged else "l.yaml")
        settings = os.environ | {"SULIST_LANG": i18n.language()}
        words = shlex.split(line.removeprefix("sulist "))
        done = running.answered(words, settings, folder)
        return done.returncode, (done.stdout + done.stderr).decode()


@pytest.fixture
def tmp_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of its own; pytest's would look at those of all tests before to number it."""
    folder = tmp_path_factory.getbasetemp() / f"{next(NUMBERS)}"
    folder.mkdir()
    return folder


@pytest.fixture
def type_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TypeIn:
    """A command line typed in a folder of its own, quickly."""
    return TypeIn(tmp_path, monkeypatch)


@pytest.fixture
def sulist(tmp_path: Path) -> Sulist:
    """sulist, asked from an empty folder."""
    return Sulist(tmp_path)


@pytest.fixture
def process(tmp_path: Path) -> Sulist:
    """A process of its own, for what only a start can show: what is imported, how Python is set."""
    return Sulist(tmp_path, alone=True)


@pytest.fixture(autouse=True, scope="session")
def _documents_are_read_here() -> Iterator[None]:
    """No process is started to read a document, but where a test asks for ``sandboxed`` or ``libreoffice``."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parent, "_Child", running.ChildHere)
        patch.setattr(converting, "_office", lambda: None)
        yield


@pytest.fixture(autouse=True, scope="session")
def _nothing_is_done_twice_or_waited_for() -> Iterator[None]:
    """A template of the page is compiled once, and a module of sulist found and read once, however often it is made anew; and no disk is waited for, since no power fails here."""
    from jinja2 import Environment

    compiled: dict[tuple[object, ...], Any] = {}
    compiling = Environment.compile

    def compile_once(self: Environment, source: Any, *names: Any, **more: Any) -> Any:
        key = (source, names, *more.items())
        if key not in compiled:
            compiled[key] = compiling(self, source, *names, **more)
        return compiled[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Environment, "compile", compile_once)
        patch.setattr(os, "fsync", lambda _handle: None)
        patch.setattr(sys, "meta_path", [FoundOnce(), *sys.meta_path])
        yield


class FoundOnce:
    """Finds the modules of sulist where Python does, and remembers where, and their code."""

    def __init__(self) -> None:
        self._found: dict[str, ModuleSpec | None] = {}

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """As Python asks it."""
        if not name.startswith("sulist."):
            return None
        if name not in self._found:
            found = self._found[name] = PathFinder.find_spec(name, path, target)
            if found and isinstance(found.loader, SourceFileLoader):
                found.loader.get_code = cache(found.loader.get_code)  # type: ignore[method-assign]
        return self._found[name]


@pytest.fixture
def sandboxed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents are read as users have them read: in a child, within time and memory."""
    monkeypatch.setattr(parent, "_Child", REAL_CHILD)


@pytest.fixture
def libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents of older programs are converted, where LibreOffice is installed."""
    monkeypatch.setattr(converting, "_office", REAL_OFFICE)
