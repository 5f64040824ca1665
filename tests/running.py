"""Runs sulist in the process of the tests, to the byte as a process of its own would run.

What a process has for itself is made for each run and taken back after it: the environment, the
folder, the three streams, the language and the commands that are made in it, warnings, logging.
What only the start of an interpreter can have is left to a real process: what it imports, signals,
locks between processes, an encoding that is not UTF-8.
"""

from __future__ import annotations

import gc
import gettext
import json
import logging
import os
import subprocess
import sys
import time
import traceback
import warnings
from contextlib import contextmanager, suppress
from io import BytesIO
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any

import sulist
from sulist.base import i18n, start
from sulist.journal import journal as journals
from sulist.listfile import worklist as worklists
from sulist.sandbox import child, quiet

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from types import ModuleType
    from typing import TextIO

    from sulist.base.problem import Problem
    from sulist.base.watching import Watch
    from sulist.journal.journal import Journal
    from sulist.listfile.worklist import WorkList

_STREAMS = ("stdin", "stdout", "stderr")
# Settings of the interpreter that change nothing here, where everything is UTF-8 already.
_HARMLESS = {"PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"}
_COMMANDS = "sulist.cli"
_MAIN = "sulist.cli.main"
_ROOT = Path(sulist.__file__).parents[1]
_NAMES = {
    ".".join(file.relative_to(_ROOT).with_suffix("").parts).removesuffix(".__init__")
    for file in (_ROOT / "sulist" / "cli").rglob("*.py")
}
_FRAMES = 1000  # that a process may stack, as Python sets it


def answered(
    words: Sequence[str], environment: Mapping[str, str], folder: Path
) -> subprocess.CompletedProcess[bytes]:
    """What comes of a command line whose output goes into two pipes, and that nobody types to."""
    said, told = _Heard(*os.pipe()), _Heard(*os.pipe())
    with open(os.devnull, "rb") as nothing, said, told:
        code = run(words, environment, folder, (nothing.fileno(), said.theirs, told.theirs))
    return subprocess.CompletedProcess(list(words), code, said.bytes, told.bytes)


def without_stdout(
    words: Sequence[str],
    environment: Mapping[str, str],
    folder: Path,
    stdout: int | None,
    *,
    stderr: bool = True,
) -> tuple[int, bytes]:
    """The exit code, and what is said on stderr, where stdout goes elsewhere; nowhere, as the caller closed it, by None.

    Stderr may be closed too.
    """
    told = _Heard(*os.pipe())
    with open(os.devnull, "rb") as nothing, told:
        streams = (nothing.fileno(), stdout, told.theirs if stderr else None)
        code = run(words, environment, folder, streams)
    return code, told.bytes


def shown(
    words: Sequence[str], environment: Mapping[str, str], folder: Path, terminal: tuple[int, int]
) -> bytes:
    """What a command line prints on a terminal, of which the program's end is the second number."""
    screen = _Heard(*terminal)
    with open(os.devnull, "rb") as nothing, screen:
        run(words, environment, folder, (nothing.fileno(), screen.theirs, screen.theirs))
    return screen.bytes


class _Heard:
    """Keeps what is written to one end of a pipe or terminal, and closes both."""

    def __init__(self, ours: int, theirs: int) -> None:
        self.ours = ours
        self.theirs = theirs
        self.bytes = b""
        self._listening = Thread(target=self._listen)

    def __enter__(self) -> None:
        self._listening.start()

    def __exit__(self, *_error: object) -> None:
        os.close(self.theirs)
        self._listening.join()
        os.close(self.ours)

    def _listen(self) -> None:
        self.bytes = b"".join(everything(self.ours))


def everything(end: int) -> Iterator[bytes]:
    """What is written to a terminal or pipe until nobody can write to it any more."""
    while True:
        try:
            data = os.read(end, 65536)
        except OSError:  # Linux says so of a terminal whose other end is closed
            return
        if not data:
            return
        yield data


def run(
    words: Sequence[str],
    environment: Mapping[str, str],
    folder: Path,
    streams: tuple[int | None, int | None, int | None],
) -> int:
    """The exit code of ``python -m sulist`` with these words; a stream of None is closed.

    Raises:
        ValueError: the environment sets what only a process of its own can heed.
    """
    _refuse_what_needs_a_process(environment)
    code = 120
    with (
        _placed(folder),
        _with_environment(environment),
        _with_streams(streams),
        _with_modules_of_its_language(),
        read_once(),
        _with_settings_of_a_fresh_interpreter(words),
    ):
        code = _ended()
        if not _last_words_are_said():
            code = code or 120
    return code


def _refuse_what_needs_a_process(environment: Mapping[str, str]) -> None:
    for name, value in environment.items():
        of_python = name.startswith("PYTHON") and value != os.environ.get(name)
        if (of_python and value.lower() != _HARMLESS.get(name)) or name == "LC_ALL":
            raise ValueError(f"{name} is heeded where Python starts: ask with the fixture process")


def _ended() -> int:
    """The code with which ``sulist`` ends, as Python makes it of what leaves its main program."""
    from sulist.__main__ import main

    try:
        main()
    except SystemExit as stop:
        if stop.code is None or isinstance(stop.code, int):
            return stop.code or 0
        sys.stderr.write(f"{stop.code}\n")
        return 1
    except BaseException:
        traceback.print_exc()
        return 1
    return 0


def _last_words_are_said() -> bool:
    """Whether what was still kept of the output could be written at the end."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        return False
    return True


@contextmanager
def _placed(folder: Path) -> Iterator[None]:
    before = os.getcwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


@contextmanager
def _with_environment(environment: Mapping[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    _set_environment(before, environment)
    try:
        yield
    finally:
        _set_environment(dict(os.environ), before)


def _set_environment(present: Mapping[str, str], wanted: Mapping[str, str]) -> None:
    for name in present.keys() - wanted.keys():
        del os.environ[name]
    os.environ.update({name: value for name, value in wanted.items() if present.get(name) != value})
    if hasattr(time, "tzset"):
        time.tzset()


@contextmanager
def _with_streams(streams: tuple[int | None, int | None, int | None]) -> Iterator[None]:
    """The streams in the places 0, 1 and 2, and Python's own over them."""
    objects = {name: getattr(sys, name) for one in _STREAMS for name in (one, f"__{one}__")}
    kept = [os.dup(number) for number in range(3)]
    try:
        for number, stream in enumerate(streams):
            if stream is None:
                os.close(number)
            else:
                os.dup2(stream, number)
        opened = [None if stream is None else _opened(at) for at, stream in enumerate(streams)]
        for name, text in zip(_STREAMS, opened, strict=True):
            setattr(sys, name, text)
            setattr(sys, f"__{name}__", text)
        try:
            yield
        finally:
            for text in filter(None, opened):
                with suppress(OSError, ValueError):
                    text.close()
    finally:
        for number, handle in enumerate(kept):
            os.dup2(handle, number)
            os.close(handle)
        for name, text in objects.items():
            setattr(sys, name, text)


def _opened(number: int) -> TextIO:
    """A standard stream as Python opens it at its start."""
    name = _STREAMS[number]
    errors = "backslashreplace" if name == "stderr" else getattr(sys, f"__{name}__").errors
    newline = None if os.name == "nt" and name == "stdin" else "\n"
    text = open(  # noqa: SIM115 - closed by who asked
        number,
        "w" if number else "r",
        encoding="utf-8",
        errors=errors,
        newline=newline,
        closefd=False,
    )
    if number:
        text.reconfigure(line_buffering=name == "stderr" or text.isatty())
    return text


# The modules of the command line, which are made in one language; those that the tests have
# imported themselves are in the language of the tests.
_made: dict[str, dict[str, ModuleType]] = {}
_OWN_LANGUAGE = i18n.language()


@contextmanager
def _with_modules_of_its_language() -> Iterator[None]:
    """The language is decided anew, and the commands are those that a start in it has made.

    The main module is always loaded again: it readies click's texts for the language.
    """
    chosen, domain = i18n._chosen, gettext.textdomain()
    i18n._chosen = None
    i18n._language_of_the_environment.cache_clear()
    gettext.textdomain("messages")
    own = _taken_out()
    language = i18n.language()
    _put_in(own if language == _OWN_LANGUAGE else _made.get(language, {}))
    main = sys.modules.pop(_MAIN, None)
    try:
        yield
    finally:
        _made[language] = _taken_out()
        if main:
            _made[language][_MAIN] = main
        if language == _OWN_LANGUAGE:
            own = _made[language]
        _put_in(own)
        gettext.textdomain(domain)
        i18n._chosen = chosen
        i18n._language_of_the_environment.cache_clear()


# What the same bytes under the same name hold, in the language in which it is told what is wrong
# with them; a journal's, of the same list. All of it is frozen values.
_lists: dict[tuple[bytes, str, str], tuple[WorkList | None, tuple[Problem, ...]]] = {}
_journals: dict[tuple[bytes, str, str, int], tuple[WorkList, Journal]] = {}
_examine, _read_journal = worklists.examine_text, journals.read_bytes
_MANY = 500  # that are remembered


@contextmanager
def read_once() -> Iterator[None]:
    """A list or a journal that was read before is not read again."""
    worklists.examine_text, journals.read_bytes = _list_once, _journal_once
    try:
        yield
    finally:
        worklists.examine_text, journals.read_bytes = _examine, _read_journal


def _list_once(
    data: bytes, file: str, watch: Watch | None = None
) -> tuple[WorkList | None, list[Problem]]:
    if watch:
        return _examine(data, file, watch)
    key = (data, file, i18n.language())
    if key not in _lists:
        worklist, problems = _examine(data, file)
        _remember(_lists, key, (worklist, tuple(problems)))
    worklist, told = _lists[key]
    return worklist, list(told)


def _journal_once(data: bytes, file: str, worklist: WorkList) -> Journal:
    key = (data, file, i18n.language(), id(worklist))
    if key not in _journals:  # where the list is kept too, so that no other has its number
        _remember(_journals, key, (worklist, _read_journal(data, file, worklist)))
    return _journals[key][1]


def _remember(read: dict[Any, Any], key: object, value: object) -> None:
    if len(read) >= _MANY:
        del read[next(iter(read))]
    read[key] = value


def _taken_out() -> dict[str, ModuleType]:
    """The modules of the command line, which are then loaded no more."""
    return {name: sys.modules.pop(name) for name in _NAMES & sys.modules.keys()}


def _put_in(modules: Mapping[str, ModuleType]) -> None:
    sys.modules.update(modules)
    if _COMMANDS in modules:
        vars(sulist)["cli"] = modules[_COMMANDS]


@contextmanager
def _with_settings_of_a_fresh_interpreter(words: Sequence[str]) -> Iterator[None]:
    """Its words, its warnings and logging, its stack; but not its last look at memory."""
    root, limit = logging.getLogger(), sys.getrecursionlimit()
    handlers, argv, freeze = root.handlers[:], sys.argv, gc.freeze
    root.handlers[:] = []
    sys.argv = [os.path.join(os.path.dirname(sulist.__file__), "__main__.py"), *words]
    sys.setrecursionlimit(_FRAMES + _depth())
    threshold, is_own = gc.get_threshold(), start._is_own
    gc.freeze = _nothing  # this process goes on
    try:
        with warnings.catch_warnings():
            warnings.resetwarnings()
            for kind in (DeprecationWarning, PendingDeprecationWarning, ImportWarning):
                warnings.simplefilter("ignore", kind)
            warnings.simplefilter("ignore", ResourceWarning)
            warnings.showwarning = _warn
            yield
    finally:
        gc.freeze = freeze
        gc.set_threshold(*threshold)
        start._is_own = is_own
        start._kept.clear()
        sys.setrecursionlimit(limit)
        sys.argv = argv
        root.handlers[:] = handlers


def _nothing() -> None:
    pass


def _depth() -> int:
    frame, depth = sys._getframe(), 0
    while frame := frame.f_back:  # type: ignore[assignment]
        depth += 1
    return depth


def _warn(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    """Shows a warning as Python does where no test is to catch it."""
    (file or sys.stderr).write(warnings.formatwarning(message, category, filename, lineno, line))


class ChildHere:
    """In the place of the process in which documents are read: the same request gets the same answer, here.

    Nothing bounds its time and memory.
    """

    def __init__(self, _memory: int) -> None:
        self.told: SimpleQueue[bytes] = SimpleQueue()

    def send(self, parts: Sequence[bytes]) -> None:
        """Does what is asked, before the answer is waited for."""
        asked = BytesIO(b"".join(parts))
        with quiet():
            child.serve(json.loads(asked.readline()), asked, self._tell)

    def _tell(self, *words: Any) -> None:
        told = BytesIO()
        child._tell(told, words)
        self.told.put(told.getvalue())

    def leave(self) -> None:
        """There is nothing to end."""

    def end(self) -> None:
        """Nor here."""
