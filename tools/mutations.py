"""Applies the faults of ``tools/mutations.toml`` one by one, and names those that no test notices.

    python tools/mutations.py [--only TEXT] [--jobs N] [--list]

Each entry is a fault that a person could make by mistake and that gives a wrong output: its name in
plain English, the file, the exact text that stands there once, what would stand there instead, and
the tests, as pytest takes them, each of which has to notice it. One that changes nothing that can
be seen says why, as ``equivalent``. Each is applied to a copy of the tree, never to the tree
itself, and the copy's sulist is what its tests import.

Exit code 1 where a fault survives one of its tests, where the text of one is not found exactly
once, or where its tests could not be run.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from queue import Queue
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ROOT = Path(__file__).resolve().parents[1]
KEPT = Path(__file__).with_suffix(".toml")
# What the tests read, beside what they test.
_COPIED = ("src", "tests", "data", "examples", "docs", "tools")
_PASSED, _FAILED = 0, 1  # what pytest ends with
# No run is followed by another that would ask for it; and what tells of examples at the end takes long to load.
_WITHOUT = ("-p", "no:cacheprovider", "-p", "no:hypothesispytest")
# By the first two a process is counted too, and what runs in the copy is none of this tree; without
# the third what did not change need not be compiled for each fault.
_UNSET = ("COVERAGE_PROCESS_CONFIG", "COVERAGE_PROCESS_START", "PYTHONDONTWRITEBYTECODE")


class Mutation(NamedTuple):
    """A fault: ``old``, which stands in ``file`` once, as ``new``; each of ``tests`` notices it.

    ``equivalent`` says why nothing that can be seen would change; then it is not tried.
    """

    name: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...] = ()
    equivalent: str = ""


class Outcome(NamedTuple):
    """What became of a fault: caught, survived, equivalent, or not tried, and then why."""

    mutation: Mutation
    what: str
    why: str = ""

    @property
    def good(self) -> bool:
        """Whether nothing has to be done about it."""
        return self.what in ("caught", "equivalent")


def kept(file: Path = KEPT) -> list[Mutation]:
    """The faults of a list, in its order."""
    with file.open("rb") as stream:
        entries = tomllib.load(stream)["mutation"]
    return [Mutation(**(one | {"tests": tuple(one.get("tests", ()))})) for one in entries]


def misplaced(mutation: Mutation, tree: Path = ROOT) -> str:
    """What is wrong with where a fault is to be made; nothing where its text stands there once."""
    file = tree / mutation.file
    if not file.is_file():
        return f"there is no file {mutation.file}"
    number = file.read_text(encoding="utf-8").count(mutation.old)
    return "" if number == 1 else f"its old text stands {number} times in {mutation.file}"


class Copy:
    """A copy of the tree, in which one fault after another is made and mended again."""

    def __init__(self, folder: Path, tree: Path = ROOT) -> None:
        self.folder = folder
        self._seconds = count(1)
        for name in _COPIED:
            without = shutil.ignore_patterns("__pycache__", "*.pyc")
            shutil.copytree(tree / name, folder / name, ignore=without)
        for file in tree.iterdir():
            if file.is_file() and file.suffix in (".toml", ".md", ".txt"):
                shutil.copy(file, folder / file.name)

    def run(self, tests: Sequence[str]) -> subprocess.CompletedProcess[str]:
        """Runs tests in the copy."""
        return subprocess.run(
            [sys.executable, "-m", "pytest", "-q", *_WITHOUT, *tests],
            cwd=self.folder,
            env={name: value for name, value in os.environ.items() if name not in _UNSET}
            | {"PYTHONPATH": str(self.folder / "src")},
            capture_output=True,
            text=True,
            check=False,
        )

    def _write(self, file: Path, data: bytes) -> None:
        """Writes a file, as of a second of its own: by that Python knows what it has compiled."""
        file.write_bytes(data)
        second = next(self._seconds)
        os.utime(file, (second, second))

    def tried(self, mutation: Mutation) -> Outcome:
        """What the tests of a fault say, once it is made."""
        if wrong := misplaced(mutation, self.folder):
            return Outcome(mutation, "not tried", wrong)
        if mutation.equivalent:
            return Outcome(mutation, "equivalent", mutation.equivalent)
        file = self.folder / mutation.file
        right = file.read_bytes()
        faulty = right.decode().replace(mutation.old, mutation.new)
        try:
            compile(faulty, mutation.file, "exec")
        except SyntaxError as error:
            return Outcome(mutation, "not tried", f"what it would make is no Python: {error}")
        self._write(file, faulty.encode())
        try:
            done = self.run(mutation.tests)
        finally:
            self._write(file, right)
        if done.returncode not in (_PASSED, _FAILED):
            return Outcome(mutation, "not tried", done.stdout[-1000:] + done.stderr[-1000:])
        if blind := unnoticed(done.stdout, mutation.tests):
            return Outcome(mutation, "survived", " ".join(blind))
        return Outcome(mutation, "caught")


def unnoticed(said: str, tests: Iterable[str]) -> list[str]:
    """Those of ``tests`` that did not fail, by what pytest says at its end."""
    failed = [
        line.partition(" ")[2]
        for line in said.splitlines()
        if line.startswith(("FAILED ", "ERROR "))
    ]
    return [
        test
        for test in tests
        # behind its name stands nothing, a parameter, why it failed, or the name of what is in it
        if not any(
            one.startswith(test) and one[len(test) :][:1] in ("", "[", " ", ":") for one in failed
        )
    ]


def try_all(mutations: Iterable[Mutation], jobs: int, tree: Path = ROOT) -> list[Outcome]:
    """What became of each fault, in their order; ``jobs`` are tried at a time."""
    mutations = list(mutations)
    tests = sorted({test for one in mutations for test in one.tests})
    with TemporaryDirectory() as folder:
        copies: Queue[Copy] = Queue()
        for number in range(jobs):
            copies.put(Copy(Path(folder, str(number)), tree))
        if tests and (sound := _sound(copies, tests)):
            return [Outcome(one, "not tried", sound) for one in mutations]

        def tried(mutation: Mutation) -> Outcome:
            copy = copies.get()
            try:
                outcome = copy.tried(mutation)
            finally:
                copies.put(copy)
            sys.stdout.write(f"{outcome.what:10} {mutation.name}\n")  # one write a line
            return outcome

        with ThreadPoolExecutor(jobs) as pool:
            return list(pool.map(tried, mutations))


def _sound(copies: Queue[Copy], tests: Sequence[str]) -> str:
    """Why the tests prove nothing: they fail, or do not run, also where no fault is made."""
    copy = copies.get()
    done = copy.run(tests)
    copies.put(copy)
    return "" if done.returncode == _PASSED else "without any fault:\n" + done.stdout[-2000:]


def main(arguments: Sequence[str] | None = None) -> int:
    """Tries the faults that are asked for; gives the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--only", metavar="TEXT", default="", help="faults whose name holds TEXT")
    parser.add_argument("--jobs", metavar="N", type=int, default=2, help="so many at a time")
    parser.add_argument("--list", action="store_true", help="name the faults, and try none")
    asked = parser.parse_args(arguments)
    mutations = [one for one in kept() if asked.only in one.name]
    if not mutations:
        print("No fault of the list is meant.")
        return 1
    if asked.list:
        for one in mutations:
            print(f"{one.file}: {one.name}")
        return 0
    outcomes = try_all(mutations, max(1, asked.jobs))
    bad = [outcome for outcome in outcomes if not outcome.good]
    for outcome in bad:
        print(f"\n{outcome.what}: {outcome.mutation.name}")
        print(f"  {outcome.mutation.file}: {outcome.why}")
    print(f"\n{len(outcomes)} faults, {len(outcomes) - len(bad)} noticed, {len(bad)} not.")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
