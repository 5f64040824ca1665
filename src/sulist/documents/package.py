"""Office files are zip archives: packed so that the same parts give the same bytes."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# The first moment that a zip can tell; the time of writing is no part of a document.
_MOMENT = (1980, 1, 1, 0, 0, 0)


def repacked(data: bytes) -> bytes:
    """The archive ``data`` with its parts in their order, and without the time of writing."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = ZipInfo(name, _MOMENT)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            new.writestr(entry, old.read(name))
    return made.getvalue()
