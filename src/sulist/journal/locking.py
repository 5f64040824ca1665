"""One writer at a time: a lock on the open journal, by the system's own means."""

from __future__ import annotations

import errno
import os
import sys
import time
from typing import TYPE_CHECKING

from sulist.base.errors import FileError
from sulist.base.i18n import _
from sulist.base.showing import printable

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE = 60.0
TOLD_AFTER = 1.0  # seconds
_SHORTEST, _LONGEST = 0.001, 0.02
# How systems say that another program holds it; anything else is a file system that does not lock.
_HELD = frozenset({errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK, 36})


def lock(
    handle: int,
    file: str,
    waiting: Callable[[], None] | None = None,
    *,
    patience: float = PATIENCE,
    told_after: float = TOLD_AFTER,
) -> None:
    """Waits until the open file is ours alone; closing it, or the process's end, gives it back.

    ``waiting`` is called once, when another program has held it for ``told_after`` seconds.

    Raises:
        FileError: another program has held it for ``patience`` seconds, or the file system locks nothing.
    """
    begin = time.monotonic()
    pause, end = _SHORTEST, begin + patience
    while not _is_ours(handle, file):
        if waiting and time.monotonic() >= begin + told_after:
            waiting()
            waiting = None
        if time.monotonic() > end:
            raise FileError(
                _(
                    "Another program has been writing to {file} for {seconds} seconds; nothing was written. Try again, or look for a sulist that hangs."
                ).format(file=printable(file), seconds=int(patience))
            )
        time.sleep(pause)
        pause = min(pause * 2, _LONGEST)


def _is_ours(handle: int, file: str) -> bool:
    """Whether the file is locked for us now.

    Raises:
        FileError: the file system refuses to lock it.
    """
    try:
        _take(handle)
    except OSError as error:
        if error.errno in _HELD:
            return False
        from sulist.base.files import reason

        raise FileError(
            _(
                "{file} cannot be locked: {error}. Two programs could write to it at once there, so nothing was written. Copy the list and its journal to a folder on a local disk, or name a journal there with --journal."
            ).format(file=printable(file), error=reason(error))
        ) from None
    return True


if sys.platform == "win32":
    import msvcrt

    # Windows keeps others from reading what is locked, so a byte far behind the text stands for all.
    _FAR = 2**30

    def _take(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
