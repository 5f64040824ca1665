"""What is done to Python's garbage collector, and what is not."""

from __future__ import annotations

import gc
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from conftest import ITEMS

from sulist.listfile.worklist import load

if TYPE_CHECKING:
    from collections.abc import Iterator


def collector() -> tuple[bool, tuple[int, int, int], int]:
    """Whether the collector is on, when it looks, and how much it never looks at."""
    return gc.isenabled(), gc.get_threshold(), gc.get_freeze_count()


@pytest.fixture
def collecting() -> Iterator[None]:
    """The collector on again, whatever a test did."""
    yield
    gc.enable()


@pytest.mark.usefixtures("collecting")
@pytest.mark.parametrize("is_on", [True, False])
def test_loading_a_list_leaves_the_collector_of_its_host_as_it_was(*, is_on: bool) -> None:
    """A program that imports sulist keeps its own ways, also where it has switched the collector off."""
    if not is_on:
        gc.disable()
    before = collector()
    load(str(ITEMS))
    assert collector() == before


def test_a_command_tells_the_collector_that_its_process_is_its_own() -> None:
    """What a command reads stays until it ends, so nothing of it is looked at for garbage; nor is anything at its end."""
    script = (
        "import gc, sys; sys.argv = ['sulist', 'due', '--format', 'json']\n"
        "from sulist.__main__ import main\n"
        "from sulist.base import start\n"
        "ending, held = start.ending, []\n"
        "start.ending = lambda: (held.append(gc.get_freeze_count()), ending())\n"
        "try: main()\n"
        "except SystemExit: print(gc.get_threshold()[0] > 10_000, held[0] > 1_000, gc.get_freeze_count() > held[0], file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stderr.decode().splitlines()[-1] == "True True True"


@pytest.mark.parametrize(("words", "code"), [("['due']", 0), ("['nosuch']", 2)])
def test_a_process_ends_with_all_written_and_what_others_asked_for_at_the_end(
    words: str, code: int
) -> None:
    """Its answer reaches a pipe whole, its exit code holds, and ``atexit`` is kept, though Python takes nothing apart."""
    script = (
        f"import atexit, sys; sys.argv = ['sulist', *{words}]\n"
        "class Left:\n"
        "    def __del__(self): print('taken apart')\n"
        "left = Left()\n"
        "atexit.register(print, 'at the end')\n"
        "from sulist.__main__ import process\n"
        "process()\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert done.returncode == code
    assert done.stdout.decode().splitlines()[-1] == "at the end"


def test_a_process_in_which_a_thread_still_runs_is_ended_by_python() -> None:
    """The thread is waited for."""
    script = (
        "import sys, threading, time; sys.argv = ['sulist', '--version']\n"
        "threading.Thread(target=lambda: (time.sleep(0.3), print('done'))).start()\n"
        "from sulist.__main__ import process\n"
        "process()\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout.decode().splitlines()[-1] == "done"
