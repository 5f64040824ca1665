"""Writing to the journal: under a lock, one append, on the disk before it is acknowledged.

What stands in the file is never rewritten. Where an append fails, the file is cut back to what it
was; where the machine fails in the middle of one, the next append begins on a line of its own.
"""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from sulist.base.errors import FileError
from sulist.base.i18n import _
from sulist.base.showing import printable
from sulist.journal.journal import MAX_BYTES, unreadable
from sulist.journal.locking import lock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_FLAGS = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
_PIECE = 2**20
_BOM = b"\xef\xbb\xbf"


class Writer:
    """The journal while it is locked: ``data`` is what stands in it."""

    def __init__(self, file: str, handle: int) -> None:
        self._file = file
        self._handle = handle
        self.data = _everything(handle, file)

    def append(self, lines: list[str]) -> None:
        """Writes whole lines at the end, all or none; when it returns they are on the disk.

        Raises:
            FileError: they cannot be written; the file is then as it was before.
        """
        text = "".join(line + "\n" for line in lines)
        if self.data and not self.data.endswith(b"\n"):
            text = "\n" + text
        try:
            _write_all(self._handle, text.encode())
            os.fsync(self._handle)
            if not self.data:
                _keep_the_name(self._file)
        except OSError as error:
            self._cut_back()
            raise unwritable(self._file, error) from None

    def _cut_back(self) -> None:
        # Where even that fails a line is cut off: told when it is read, never glued to the next.
        with suppress(OSError):
            os.ftruncate(self._handle, len(self.data))
            os.fsync(self._handle)

    def overwrite(self, at: int, piece: bytes) -> None:
        """Puts ``piece`` in the place of as many bytes at ``at``.

        Raises:
            FileError: it cannot be written.
        """
        try:
            with open(self._file, "r+b", buffering=0) as stream:
                stream.seek(at)
                stream.write(piece)
                os.fsync(stream.fileno())
        except OSError as error:
            raise unwritable(self._file, error) from None


@contextmanager
def writing(file: str, waiting: Callable[[], None] | None = None) -> Iterator[Writer]:
    """The journal in ``file``, made where there is none, locked for this process alone.

    ``waiting`` is called where another program has held it for a while.

    Raises:
        FileError: it cannot be opened, read or locked.
    """
    handle, made = _open_locked(file, waiting)
    try:
        yield Writer(file, handle)
    finally:
        if made and os.fstat(handle).st_size == 0:
            _remove(file)  # nothing was written: no journal came to be
        os.close(handle)


def _open_locked(file: str, waiting: Callable[[], None] | None) -> tuple[int, bool]:
    """An open, locked file that still bears its name; git and editors put new ones in its place."""
    while True:
        made = not os.path.exists(file)
        try:
            handle = os.open(file, _FLAGS, 0o666)
        except (OSError, ValueError) as error:
            raise unwritable(file, error) from None
        try:
            lock(handle, file, waiting)
            if _is_the_named(handle, file):
                return handle, made
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


def _is_the_named(handle: int, file: str) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), os.stat(file))
    except OSError:
        return False


def _everything(handle: int, file: str) -> bytes:
    pieces: list[bytes] = []
    try:
        os.lseek(handle, 0, os.SEEK_SET)
        while len(pieces) * _PIECE <= MAX_BYTES and (piece := os.read(handle, _PIECE)):
            pieces.append(piece)
    except OSError as error:
        raise unreadable(file, error) from None
    return b"".join(pieces)


def _write_all(handle: int, data: bytes) -> None:
    """One write; the system may take less of it where the disk fills up, and then says why."""
    while data:
        data = data[os.write(handle, data) :]


def _keep_the_name(file: str) -> None:
    """A new file's name is kept by its folder, which has to reach the disk too."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    folder = os.open(os.path.dirname(os.path.abspath(file)), os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _remove(file: str) -> None:
    with suppress(OSError):  # Windows keeps an open file's name; an empty journal is read as none
        os.unlink(file)


def unwritable(file: str, error: Exception) -> FileError:
    """Why the journal could not be written."""
    from sulist.base.files import reason

    return FileError(
        _(
            "{file} cannot be written: {error}. Nothing was recorded, and the file is as it was. Check the disk and your rights."
        ).format(file=printable(file), error=reason(error))
    )


def set_aside(writer: Writer, numbers: tuple[int, ...]) -> list[str]:
    """Turns the lines ``numbers`` (from 1), which a crash cut off, into comments; their text stays.

    A byte at a time is overwritten in its place, so that no other line moves. Gives the lines as
    they stand then.
    """
    lines = writer.data.split(b"\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    done = []
    for number in numbers:
        mark = len(_BOM) if number == 1 and writer.data.startswith(_BOM) else 0
        mended = b"#" + _readable(lines[number - 1][mark:])[1:]
        writer.overwrite(starts[number - 1] + mark, mended)
        done.append(mended.decode())
    if numbers and not writer.data.endswith(b"\n"):
        writer.append([])
    return done


def _readable(line: bytes) -> bytes:
    """The line with every byte that is no text replaced by ?; as long as before."""
    text = line.decode(errors="surrogateescape")
    return "".join(
        "?" if "\udc80" <= character <= "\udcff" or character < " " else character
        for character in text
    ).encode()
