"""Files that are written whole or not at all, and why one could not be."""

from __future__ import annotations

import os
import re
import stat
import sys
from contextlib import suppress
from typing import IO, TYPE_CHECKING

from sulist.base.errors import FileError
from sulist.base.i18n import N_, _
from sulist.base.showing import printable

if TYPE_CHECKING:
    from collections.abc import Callable

    Pour = Callable[[IO[bytes]], None]
    Data = bytes | Pour

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_STREAMS = {"/dev/stdout": 1, "/dev/stderr": 2}
_MOST_LINKS = 40  # as many as the system itself follows


def write_whole(file: str, text: str | bytes | Pour, *, replace: bool = True) -> None:
    """Writes a file (text in UTF-8), with the mode of the file it replaces, or leaves it as it was.

    What is large is no text but a function that writes it, piece by piece, into the stream that it is given.
    What is no regular file (a device, a pipe, ``/dev/stdout``) is written to as it stands.

    Raises:
        FileError: it cannot be written, is write-protected, or exists and is not to be replaced.
        BrokenPipeError: who reads the pipe has seen enough.
    """
    try:
        data = text.encode() if isinstance(text, str) else text
        if is_stream(file):
            _write_to_stream(file, data)
        elif replace:
            _replace(file, data)
        elif os.path.lexists(file):
            raise FileError(
                _(
                    "{file} exists already, and is left as it is. Name another, or move it away."
                ).format(file=printable(file))
            )
        else:
            _make(file, data)
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:
        raise FileError(
            _(
                "{file} cannot be written: {error}. Check the folder and your rights, and close the file where it is open."
            ).format(file=printable(file), error=reason(error))
        ) from None


def is_stream(file: str) -> bool:
    """Whether a name is that of a device, a pipe or an open stream: no file that could be replaced."""
    if _descriptor(file) is not None:
        return True
    found = _status(file)
    return found is not None and not (stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode))


def is_same(one: str, other: str) -> bool:
    """Whether two names are of one regular file, whatever links, ``..`` or letters lead to it.

    ``-`` is what standard input is read from. Two names of nothing are the same where one file
    would come to be.
    """
    first, second = _status(one), _status(other)
    if first and second:
        return stat.S_ISREG(first.st_mode) and os.path.samestat(first, second)
    if first or second or "-" in (one, other):
        return False
    try:
        return os.path.normcase(os.path.realpath(one)) == os.path.normcase(os.path.realpath(other))
    except (OSError, ValueError):
        return False


def _status(file: str) -> os.stat_result | None:
    """What the system says of a file; None where there is none to be seen."""
    try:
        return os.fstat(0) if file == "-" else os.stat(file)
    except (OSError, ValueError):
        return None


def _descriptor(file: str) -> int | None:
    """The number of the open stream that a name means: 1 for ``/dev/stdout``, 63 for ``/dev/fd/63``.

    To open such a name anew would lose the place up to which its file is written.
    """
    for _hop in range(_MOST_LINKS):
        path = os.path.abspath(file)
        if path in _STREAMS:
            return _STREAMS[path]
        own = rf"/(?:dev|proc/(?:self|thread-self|{os.getpid()}))/fd/([0-9]{{1,6}})"
        if found := re.fullmatch(own, path):
            return int(found[1])
        try:
            file = os.path.join(os.path.dirname(path), os.readlink(path))
        except (OSError, ValueError):
            return None
    return None


def _write_to_stream(file: str, data: Data) -> None:
    number = _descriptor(file)
    if number == 1:
        sys.stdout.flush()  # what was said before stands before
    handle = (
        os.open(file, os.O_WRONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0))
        if number is None
        else os.dup(number)
    )
    with os.fdopen(handle, "wb") as stream:
        _put(data, stream)


def _put(data: Data, stream: IO[bytes]) -> None:
    if callable(data):
        data(stream)
    else:
        stream.write(data)


def _replace(file: str, data: Data) -> None:
    """Puts a new file in the place of the one there is, if there is one."""
    target = _target(file)
    mode = _mode_to_keep(target, file)
    part = _part_beside(target, data, 0o666 if mode is None else mode)
    try:
        if mode is not None:
            with suppress(OSError):  # a stick keeps no modes
                os.chmod(part, mode)
        os.replace(part, target)
    finally:
        _remove(part)


def _make(file: str, data: Data) -> None:
    """Makes a file where there is none, though another makes it in the same moment."""
    target = _target(file)
    part = _part_beside(target, data, 0o666)
    try:
        os.link(part, target)
    except FileExistsError:
        raise
    except OSError:  # a stick knows no second name of a file
        _create(target, data, 0o666)
    finally:
        _remove(part)


def _target(file: str) -> str:
    """The file that a name leads to.

    Raises:
        IsADirectoryError: the name is a folder's.
    """
    if not file or file[-1] in (os.sep, os.altsep):
        import errno

        raise IsADirectoryError(errno.EISDIR, "Is a directory")
    return os.path.realpath(file)


def _mode_to_keep(target: str, file: str) -> int | None:
    """The mode of the file that is to be replaced; None where there is none.

    Raises:
        FileError: nobody may write it. The system would let root, and whoever may write the folder.
    """
    try:
        mode = os.stat(target).st_mode
    except FileNotFoundError:
        return None
    if not stat.S_ISDIR(mode) and not (mode & 0o222 and os.access(target, os.W_OK)):
        raise FileError(
            _(
                "{file} is write-protected (mode {mode}), and is left as it is. Name another, or take the protection off."
            ).format(file=printable(file), mode=f"{mode & 0o777:03o}")
        )
    return mode & 0o777


def _part_beside(target: str, data: Data, mode: int) -> str:
    """A new file in the folder of another, under a name that nobody has."""
    part = os.path.join(os.path.dirname(target), f".sulist-{os.urandom(6).hex()}")
    _create(part, data, mode)
    return part


def _create(file: str, data: Data, mode: int) -> None:
    """Makes a file that is whole and on the disk, or none; the system itself heeds the umask."""
    handle = os.open(file, _NEW, mode)
    try:
        with os.fdopen(handle, "wb") as stream:
            _put(data, stream)
            stream.flush()
            os.fsync(stream.fileno())
    except BaseException:
        _remove(file)
        raise


def _remove(file: str) -> None:
    with suppress(OSError):
        os.unlink(file)


def free_name(*names: str) -> str:
    """The first of the names that no file has yet, else the last of them with a number."""
    for name in names:
        if not os.path.lexists(name):
            return name
    stem, ending = os.path.splitext(names[-1])
    number = 2
    while os.path.lexists(f"{stem}-{number}{ending}"):
        number += 1
    return f"{stem}-{number}{ending}"


def make_folder(folder: str) -> None:
    """Makes a folder, and those above it, where there is none.

    Raises:
        FileError: it cannot be made.
    """
    try:
        os.makedirs(folder, exist_ok=True)
    except (OSError, ValueError) as error:
        raise FileError(
            _(
                "The folder {folder} cannot be made: {error}. Check its name and your rights."
            ).format(folder=printable(folder), error=reason(error))
        ) from None


# What the system says in English only, of what befalls a person.
_REASONS = (
    N_("Bad file descriptor"),
    N_("Broken pipe"),
    N_("Disk quota exceeded"),
    N_("File exists"),
    N_("File name too long"),
    N_("File too large"),
    N_("Input/output error"),
    N_("Invalid argument"),
    N_("Is a directory"),
    N_("No locks available"),
    N_("No such file or directory"),
    N_("No space left on device"),
    N_("Not a directory"),
    N_("Operation not permitted"),
    N_("Operation not supported"),
    N_("Permission denied"),
    N_("Read-only file system"),
    N_("Too many levels of symbolic links"),
)


def reason(error: Exception) -> str:
    """Why the system did not read or write, in the reader's language where it is one of the common reasons."""
    said = getattr(error, "strerror", None) or str(error)
    return _(said) if said in _REASONS else printable(said)
