"""Files that are written whole or not at all, and why one could not be."""

from __future__ import annotations

import os

from sulist.errors import FileError
from sulist.i18n import N_, _
from sulist.text import printable


def write_whole(file: str, text: str | bytes, *, replace: bool = True) -> None:
    """Writes a file (text in UTF-8), with the mode of the file it replaces, or leaves it as it was.

    Raises:
        FileError: it cannot be written, or exists and is not to be replaced.
    """
    import tempfile

    if not replace and os.path.lexists(file):
        raise FileError(
            _("{file} exists already, and is left as it is. Name another, or move it away.").format(
                file=printable(file)
            )
        )
    part = ""
    try:
        target = os.path.realpath(file)
        mode = os.stat(target).st_mode & 0o777 if os.path.exists(target) else 0o666 & ~_umask()
        handle, part = tempfile.mkstemp(dir=os.path.dirname(target), prefix=".sulist-")
        with os.fdopen(handle, "wb") as stream:
            stream.write(text.encode() if isinstance(text, str) else text)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(part, mode)
        if replace:
            os.replace(part, target)
        else:
            os.link(part, target)  # fails where another has made the file meanwhile
            os.unlink(part)
    except (OSError, ValueError) as error:
        if part and os.path.exists(part):
            os.unlink(part)
        raise FileError(
            _(
                "{file} cannot be written: {error}. Check the folder and your rights, and close the file where it is open."
            ).format(file=printable(file), error=reason(error))
        ) from None


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
    N_("Disk quota exceeded"),
    N_("File exists"),
    N_("File name too long"),
    N_("File too large"),
    N_("Input/output error"),
    N_("Is a directory"),
    N_("No such file or directory"),
    N_("No space left on device"),
    N_("Not a directory"),
    N_("Operation not permitted"),
    N_("Permission denied"),
    N_("Read-only file system"),
)


def reason(error: Exception) -> str:
    """Why the system did not read or write, in the reader's language where it is one of the common reasons."""
    said = getattr(error, "strerror", None) or str(error)
    return _(said) if said in _REASONS else printable(said)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
