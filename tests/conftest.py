"""What the tests share: the list's file, and a way to run sulist as a user does."""

from __future__ import annotations

import gc
import json
import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

# A person's Python keeps what it writes until the end, where writing may still fail.
os.environ.pop("PYTHONUNBUFFERED", None)

ROOT = Path(__file__).resolve().parents[1]
ITEMS = ROOT / "data" / "items.yaml"


# What the quick subset (-m "not slow") leaves out: by place, or a word of the test's name.
SLOW = {
    "documents/test_page_in_a_browser.py": "starts a browser",
    "documents/test_papers_in_libreoffice.py": "starts an office",
    "forms/test_collect.py": "starts hundreds of processes",
    "importing/test_diff_of_documents.py": "starts many processes over documents",
    "importing/test_import_command.py": "starts many processes over documents",
    "progress/test_commands.py": "starts hundreds of processes",
    "progress/test_properties.py": "tries thousands of journals",
    "test_check_command.py": "starts many processes",
    "test_completion.py": "starts shells",
    "test_docs.py": "plays every page",
    "test_edges.py": "starts many processes",
    "test_screen.py": "starts many processes",
    "units/test_units_properties.py": "tries thousands of cells",
}
SLOW_WORDS = ("libreoffice",)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what is slow."""
    tests = ROOT / "tests"
    for item in items:
        place = item.path.relative_to(tests).as_posix() if tests in item.path.parents else ""
        if place in SLOW or any(word in item.name for word in SLOW_WORDS):
            item.add_marker("slow")


class Sulist:
    """Runs sulist in a process of its own, in English, as of a day of the list's year."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, *words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
        """The finished process; its output stays bytes, as a pipe has them."""
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
        return subprocess.run(
            [sys.executable, "-m", "sulist", *words],
            cwd=self.folder,
            capture_output=True,
            check=False,
            timeout=60,
            env=inherited | {name: value for name, value in settings.items() if value},
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
    """A shell in a folder, on a terminal of so many columns, that remembers what was exported."""

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
        lines = printed.decode().replace("\r\n", "\n").splitlines()
        return "".join(f"{line.rstrip()}\n" for line in lines)


def everything(terminal: int) -> Iterator[bytes]:
    """What is written to a terminal until its program ends."""
    while True:
        try:
            data = os.read(terminal, 65536)
        except OSError:  # Linux says so where the other end is closed
            return
        if not data:
            return
        yield data


class TypeIn:
    """Types a command line in this process, in a folder, as of a day; gives its exit code and all that it says.

    The list is ``l.yaml`` there, or the packaged one, which is asked from an empty folder.
    """

    def __init__(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
    ) -> None:
        self.folder = folder
        self._patch = monkeypatch
        self._capfd = capfd
        monkeypatch.setattr(gc, "freeze", lambda: None)
        monkeypatch.setenv("SULIST_AS_OF", "2021-06-28")
        monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "none"))

    def __call__(self, line: str, *, packaged: bool = False) -> tuple[int, str]:
        """What is typed behind ``sulist``, with or without that word."""
        from sulist.cli.main import main

        folder = self.folder / "empty" if packaged else self.folder
        folder.mkdir(exist_ok=True)
        self._patch.chdir(folder)
        self._patch.setenv("SULIST_FILE", "" if packaged else "l.yaml")
        self._patch.setattr(sys, "argv", ["sulist", *shlex.split(line.removeprefix("sulist "))])
        self._capfd.readouterr()
        with pytest.raises(SystemExit) as stop:
            main()
        said = self._capfd.readouterr()
        code = stop.value.code
        return (code if isinstance(code, int) else 0), said.out + said.err


@pytest.fixture
def type_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> TypeIn:
    """A command line typed in a folder of its own, quickly."""
    return TypeIn(tmp_path, monkeypatch, capfd)


@pytest.fixture
def sulist(tmp_path: Path) -> Sulist:
    """sulist, run from an empty folder."""
    return Sulist(tmp_path)
