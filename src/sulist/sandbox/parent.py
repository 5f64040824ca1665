"""The parent: starts a child where documents are to be read, asks it, and ends it in time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING, Any, NoReturn, cast

from sulist.base import i18n
from sulist.base.errors import FileError
from sulist.base.i18n import _
from sulist.base.showing import printable
from sulist.sandbox import MEMORY, SECONDS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType
    from typing import IO

    from sulist.sandbox import Document

MOST_TOLD = 64 * 2**20  # bytes of an answer: no list is larger
_START = "import sys; sys.path[:] = sys.argv[3:]; from sulist.sandbox.child import main; main()"
READ_DOCUMENTS = "--read-documents"
_LOOK = 0.1  # seconds between two looks at the clock, and at Ctrl-C where a lock hides it
_LEAVE = 1.0  # seconds that an idle child has to end


class Reading:
    """Reads documents in a child, which is started when the first is asked for, and again if it had to be ended.

    ``seconds`` is the time of each document, ``memory`` the bytes of all that is held while one is read.
    """

    def __init__(self, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self.seconds = seconds
        self.memory = memory
        self._child: _Child | None = None

    def __enter__(self) -> Reading:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        _error: BaseException | None,
        _at: TracebackType | None,
    ) -> None:
        if self._child:
            self._child.leave() if kind is None else self._child.end()

    def ask(
        self,
        job: str,
        documents: Sequence[Document],
        told: Sequence[Any] = (),
        progress: Callable[[int, int], None] | None = None,
    ) -> Any:
        """What ``job`` finds in the documents.

        Raises:
            FileError: one cannot be read, or takes more time or memory than a document may.
        """
        served = self._child is not None
        try:
            return self._asked(job, documents, told, progress)
        except _RanOutError as error:
            if not served:
                raise _too_much(error.name, self.memory) from None
        try:  # what was read before may have left too little
            return self._asked(job, documents, told, progress)
        except _RanOutError as error:
            raise _too_much(error.name, self.memory) from None

    def _asked(
        self,
        job: str,
        documents: Sequence[Document],
        told: Sequence[str | int],
        progress: Callable[[int, int], None] | None,
    ) -> Any:
        try:
            child = self._child = self._child or _Child(self.memory)
        except OSError as error:
            raise _not_started(documents[0].name, error) from None
        try:
            return _Question(child, documents, self.seconds, progress).asked(job, told)
        except _NotReadError as error:
            raise FileError(str(error)) from None
        except BaseException:
            child.end()
            self._child = None
            raise


class _NotReadError(Exception):
    """The child says why a document is not read, and can read another."""


class _RanOutError(Exception):
    """The child had too little memory for the document ``name``."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class _Question:
    """One request, and the waiting for its end."""

    def __init__(
        self,
        child: _Child,
        documents: Sequence[Document],
        seconds: float,
        progress: Callable[[int, int], None] | None,
    ) -> None:
        self.child = child
        self.documents = documents
        self.seconds = seconds
        self.progress = progress
        self.name = documents[0].name
        self.began = monotonic()
        self.until = self.began + seconds

    def asked(self, job: str, told: Sequence[Any]) -> Any:
        request = {
            "job": job,
            "language": i18n.language(),
            "seconds": self.seconds,
            "documents": [[one.name, len(one.data), one.made_by] for one in self.documents],
            "told": list(told),
        }
        self.child.send([json.dumps(request).encode() + b"\n", *(d.data for d in self.documents)])
        while True:
            kind, *words = self._next()
            if kind == "answer":
                return self._understood(words[0])
            self._hear(kind, *words)

    def _next(self) -> list[Any]:
        """What the child tells next."""
        while True:
            try:
                line = self.child.told.get(timeout=min(_LOOK, max(0.0, self.until - monotonic())))
            except Empty:
                if monotonic() >= self.until:
                    raise _too_slow(self.name, self.seconds) from None
                continue
            if len(line) > MOST_TOLD:
                raise _RanOutError(self.name)
            try:
                message: list[Any] = json.loads(line)
            except ValueError as error:  # the child has ended, or says what is none of ours
                raise _failed(self.name) from error
            return message

    def _understood(self, data: Any) -> Any:
        from sulist.sandbox.packing import unpacked

        try:
            return unpacked(data)
        except (ValueError, TypeError, LookupError) as error:
            raise _failed(self.name) from error

    def _hear(self, kind: str, *words: Any) -> None:
        if kind == "begins":
            self.name = words[0]
            self.until = monotonic() + self.seconds
        elif kind == "ends":
            self.name = ", ".join(one.name for one in self.documents)
            self.until = self.began + self.seconds * len(self.documents)
        elif kind == "done":
            if self.progress:
                self.progress(*words)
        else:
            self._refuse(kind, words[0])

    def _refuse(self, kind: str, said: str) -> NoReturn:
        if kind == "refused":
            raise _NotReadError(said)
        if kind == "memory":
            raise _RanOutError(self.name)
        raise _failed(self.name) from RuntimeError(said)


class _Child:
    """The process, and the two threads that its pipes want: no pipe may stop the clock."""

    def __init__(self, memory: int) -> None:
        theirs, self._ours = os.pipe()  # closed with this process, however it ends
        try:
            self._process = _started(theirs, memory)
        except OSError:
            os.close(self._ours)
            raise
        finally:
            os.close(theirs)
        self.told: SimpleQueue[bytes] = SimpleQueue()
        self._stdin = cast("IO[bytes]", self._process.stdin)
        self._stdout = cast("IO[bytes]", self._process.stdout)
        self._listening = Thread(target=_listen, args=(self._stdout, self.told), daemon=True)
        self._listening.start()
        self._sending: Thread | None = None

    def send(self, parts: Sequence[bytes]) -> None:
        """Sends a request, without waiting until it is taken."""
        self._sending = Thread(target=_write, args=(self._stdin, parts), daemon=True)
        self._sending.start()

    def leave(self) -> None:
        """Lets an idle child end by itself."""
        with suppress(OSError, subprocess.TimeoutExpired):
            self._stdin.close()
            self._process.wait(_LEAVE)
        self.end()

    def end(self) -> None:
        """Ends the process and whatever it has started."""
        if self._process.poll() is None:
            if sys.platform == "win32":
                self._process.kill()
            else:
                import signal

                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        self._listening.join()
        if self._sending:
            self._sending.join()
        for stream in (self._stdin, self._stdout):
            with suppress(OSError):  # what was not sent is sent no more
                stream.close()
        os.close(self._ours)


def child_command() -> list[str]:
    """How a child is started: this Python, apart from the user's settings and the folder it is in.

    A frozen program has no Python beside it; it is started itself with a word that nobody types.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable, READ_DOCUMENTS]
    mode = ["-X", "utf8"] if sys.flags.utf8_mode else []
    return [sys.executable, "-I", *mode, "-c", _START]


def _started(lifeline: int, memory: int) -> subprocess.Popen[bytes]:
    command = [*child_command(), str(lifeline), str(memory), *filter(None, sys.path)]
    pipes: dict[str, Any] = {
        "stdin": subprocess.PIPE,
        "stdout": subprocess.PIPE,
        "stderr": subprocess.DEVNULL,
    }
    if sys.platform == "win32":
        flags = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
        return subprocess.Popen(command, creationflags=flags, **pipes)  # noqa: S603
    return subprocess.Popen(  # noqa: S603 - this Python, with this program
        command, start_new_session=True, pass_fds=(lifeline,), **pipes
    )


def _listen(stream: IO[bytes], told: SimpleQueue[bytes]) -> None:
    """Puts down each line that is told, and at the end nothing."""
    while True:
        line = stream.readline(MOST_TOLD + 1)
        told.put(line)
        if not line.endswith(b"\n"):
            return


def _write(stream: IO[bytes], parts: Sequence[bytes]) -> None:
    try:
        for part in parts:
            stream.write(part)
        stream.flush()
    except (OSError, ValueError):  # the child has ended, which is told by the other pipe
        return


def _too_slow(name: str, seconds: float) -> FileError:
    return FileError(
        _(
            "{file} cannot be read within {n} seconds, as any list can, so it is not used. Copy the list into a new document; one that is really so long, into several, and name them all"
        ).format(file=printable(name), n=f"{seconds:g}")
    )


def _too_much(name: str, memory: int) -> FileError:
    return FileError(
        _(
            "{file} takes more than {n} MB of memory to read, far more than any list, so it is not used. Copy the list into a new document; one that is really so long, into several, and name them all"
        ).format(file=printable(name), n=memory // 2**20)
    )


def _not_started(name: str, error: OSError) -> FileError:
    from sulist.base.files import reason

    return FileError(
        _(
            "{file} cannot be read, since no process can be started to read it: {error}. Close other programs, and try again"
        ).format(file=printable(name), error=reason(error))
    )


def _failed(name: str) -> FileError:
    return FileError(
        _(
            "{file} makes its reader fail, so it is not used. Open it in the program it was made with, and save it again; if that does not help, copy the list into a new document"
        ).format(file=printable(name))
    )
