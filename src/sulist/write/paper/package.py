"""Office files are zip archives: packed so that the same parts give the same bytes."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from collections.abc import Iterable

# The first moment that a zip can tell; the time of writing is no part of a document.
_MOMENT = (1980, 1, 1, 0, 0, 0)


def packed(parts: Iterable[tuple[str, Iterable[str]]]) -> bytes:
    """An archive of parts: the name of each, and its text in pieces, written one after another."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, pieces in parts:
            entry = ZipInfo(name, _MOMENT)
            entry.compress_type = ZIP_DEFLATED
            with archive.open(entry, "w") as stream:
                for piece in pieces:
                    stream.write(piece.encode())
    return made.getvalue()
