"""What keeps a start quick, in one room.

What every module keeps to, so that a question is answered in a blink:

- A package from elsewhere is imported where it is needed, inside the function that needs it; the
  test of the house names the rooms that may, and holds that ``--help`` loads neither yaml nor rich.
- A module for one form of answer, one kind of document or one command is named in a table and
  imported when it is asked for.
- So are types of parameters that no plain question has (``cli.more_params``); and what click puts
  together anew for each look at a line, its parser and its parameters, is made once (``cli.command``).
- A pattern of a rare case is compiled when the case is met (``functools.cache`` on its maker, or
  ``base.patterns`` where a letter tells that it cannot be met).
- The values that every start makes are named tuples of ``base.tuples``.
- A fast way is a cache below the one grammar, or reads by the grammar's own tables what it would read
  with its patterns; tests hold both to one answer, and the grammar's patterns to the tables.
- A process ends when all is written; what it has loaded is not taken apart again (``leave``).

And what is done to Python's garbage collector. A start makes 30,000 objects, a list of 10,000
items a million, and hardly a cycle, so looking for garbage is time lost. In a process that is
sulist's own the collector is told so for good; a process of somebody else is left as it was.
"""

from __future__ import annotations

import gc
import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeVar

    _Read = TypeVar("_Read")

_OBJECTS = 100_000  # that have to be new before the collector looks for garbage among them

_is_own = False
_kept: list[object] = []


def own_process() -> None:
    """Says that this process is sulist's alone: its collector may look less often."""
    global _is_own
    _is_own = True
    gc.set_threshold(_OBJECTS)


def stays(read: _Read) -> _Read:
    """What was read; in a process of sulist's own it is held until that ends, and so never taken apart."""
    if _is_own:
        _kept.append(read)
    return read


def ending() -> None:
    """Says that the process ends: else Python would look for garbage once more."""
    gc.freeze()


def leave(code: int) -> None:
    """Ends a process of sulist's own: what is written reaches its place, and the system takes back the rest.

    Where threads still run, or something is in the way, it is left to Python.
    """
    if "threading" in sys.modules and sys.modules["threading"].active_count() > 1:
        sys.exit(code)
    import atexit

    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


@contextmanager
def reading() -> Iterator[None]:
    """While much is read that stays, nothing of it is looked at for garbage.

    Afterwards the collector is as it was; in a process of sulist's own what was read is never looked at.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
            if _is_own:
                gc.freeze()
