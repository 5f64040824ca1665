"""One writer at a time: a lock on the open journal, by the system's own means."""

from __future__ import annotations

import os
import sys
import time

from sulist.errors import FileError
from sulist.i18n import _
from sulist.text import printable

PATIENCE = 60.0
_SHORTEST, _LONGEST = 0.001, 0.02


def lock(handle: int, file: str, patience: float = PATIENCE) -> None:
    """Waits until the open file is ours alone; closing it, or the process's end, gives it back.

    Raises:
        FileError: another program has held it for ``patience`` seconds.
    """
    pause, end = _SHORTEST, time.monotonic() + patience
    while not _locked(handle):
        if time.monotonic() > end:
            raise FileError(
                _(
                    "Another program has been writing to {file} for {seconds} seconds; nothing was written. Try again, or look for a sulist that hangs."
                ).format(file=printable(file), seconds=int(patience))
            )
        time.sleep(pause)
        pause = min(pause * 2, _LONGEST)


if sys.platform == "win32":
    import msvcrt

    # Windows keeps others from reading what is locked, so a byte far behind the text stands for all.
    _FAR = 2**30

    def _locked(handle: int) -> bool:
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
