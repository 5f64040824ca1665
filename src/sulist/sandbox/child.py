"""The child: bounds itself, then serves one request after the other until the parent has no more.

A request is a line of JSON, and behind it the bytes of its documents; what is told back is lines
of JSON, the last of them an answer, a refusal or a fault.
"""

from __future__ import annotations

import json
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any, BinaryIO

from sulist.base import i18n, start
from sulist.base.errors import FileError
from sulist.sandbox import Document, quiet
from sulist.sandbox.packing import packed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Tell = Callable[..., None]

# What can be asked. A job is called with documents, their number, what else was told, and a watch.
JOBS = {
    "form": ("sulist.forms.returned", "form_job"),
    "import": ("sulist.importers.importing", "import_job"),
}
_FILE = 16 * 2**20  # bytes that a reader may write into a file: none does
_SPARE = 2**20  # bytes, kept for the end
_LATER = 2  # seconds after which the child ends itself, where the parent has not


def main() -> None:
    """Serves what is asked on standard input."""
    lifeline, memory = int(sys.argv[1]), int(sys.argv[2])
    asked, told = _streams()
    _bound(memory, lifeline)
    with quiet():
        while line := asked.readline():
            serve(json.loads(line), asked, lambda *words: _tell(told, words))
    start.ending()


def serve(request: dict[str, Any], asked: BinaryIO, tell: Tell) -> None:
    """Does one job, and tells how it ended."""
    watch = _Told(tell, request["seconds"], len(request["documents"]))
    documents = _documents(asked, request["documents"])
    module, function = JOBS[request["job"]]
    spare = bytearray(_SPARE)
    try:
        job = getattr(import_module(module), function)
        with i18n.speaking(request["language"]):
            answer = job(documents, len(request["documents"]), request["told"], watch)
        ended = ("answer", packed(answer))
        tell(*ended)
        return
    except Exception as error:
        del spare  # else what is to be said has no room either
        ended = _ended(error)
    finally:
        watch.rest()
    tell(*ended)
    for _rest in documents:
        pass


def _ended(error: Exception) -> tuple[str, str]:
    """Why a job has no answer, in a word, and what to say of it."""
    if ran_out(error):
        return "memory", ""
    if isinstance(error, FileError):
        return "refused", str(error)
    import traceback

    return "fault", "".join(traceback.format_exception(error))


def ran_out(error: BaseException) -> bool:
    """Whether an error comes of memory that ran out, however a package has wrapped it."""
    seen: set[int] = set()
    waiting: list[BaseException | None] = [error]
    while waiting:
        one = waiting.pop()
        if one is None or id(one) in seen:
            continue
        if isinstance(one, MemoryError) or _NO_MEMORY in str(one):
            return True
        seen.add(id(one))
        waiting += [one.__cause__, one.__context__]
        waiting += [arg for arg in one.args if isinstance(arg, BaseException)]
    return False


_NO_MEMORY = "Memory allocation failed"  # as lxml says it


def _streams() -> tuple[BinaryIO, BinaryIO]:
    """What is asked, and where to tell; what a package prints goes nowhere."""
    told = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return sys.stdin.buffer, told


def _tell(told: BinaryIO, words: tuple[Any, ...]) -> None:
    told.write(json.dumps(words).encode() + b"\n")
    told.flush()


def _documents(asked: BinaryIO, named: list[list[Any]]) -> Iterator[Document]:
    """The documents, each read from the pipe when it is wanted."""
    for name, size, *made_by in named:
        yield Document(name, asked.read(size), *made_by)


class _Told:
    """Tells the parent how far the work is, and bounds the child's own time where it can."""

    def __init__(self, tell: Tell, seconds: float, number: int) -> None:
        self.tell = tell
        self.seconds = seconds
        self.all = seconds * number
        self._limit(seconds)

    def begins(self, name: str) -> None:
        self.tell("begins", name)
        self._limit(self.seconds)

    def ends(self) -> None:
        self.tell("ends")
        self._limit(self.all)

    def progress(self, done: int, of: int) -> None:
        self.tell("done", done, of)

    def rest(self) -> None:
        _end_after(0)

    def _limit(self, seconds: float) -> None:
        _end_after(int(seconds) + _LATER)


def _end_after(seconds: int) -> None:
    """Has the process ended from outside Python, which a reader written in C may not come back to; 0: no more."""
    if sys.platform != "win32":
        import signal

        signal.alarm(seconds)


def _bound(memory: int, lifeline: int) -> None:
    """Bounds what the process can take; ends it when the parent is gone."""
    if sys.platform == "win32":
        return
    import fcntl
    import resource
    import signal

    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, _FILE),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(what)[1]
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(what, (allowed, allowed))
        except (OSError, ValueError):  # a system that does not bound this; the time still holds
            continue
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.signal(signal.SIGIO, signal.SIG_DFL)
    fcntl.fcntl(lifeline, fcntl.F_SETOWN, os.getpid())
    flags = fcntl.fcntl(lifeline, fcntl.F_GETFL)
    fcntl.fcntl(lifeline, fcntl.F_SETFL, flags | os.O_ASYNC)
