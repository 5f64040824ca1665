"""Documents → drafts: sniff → one module a format → grid → recognise → drafts → yaml_writer.

A format's module (the table is in ``formats``) is imported when a document of it is, and its
package with it.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING

from sulist.i18n import _
from sulist.importers.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable

    from sulist.importers.grid import Grid, Progress


_LISTS = ("", ".yaml", ".yml")


def is_document(file: str) -> bool:
    """Whether a file is by its name a document to import, or one to refuse, and no list file."""
    ending = os.path.splitext(file)[1].lower()
    if ending in _LISTS:
        return False
    from sulist.importers import sniff

    return ending in FORMATS or ending in sniff.NOT_READ


def read_document(file: str, progress: Progress) -> Grid:
    """The grid of a document.

    Raises:
        FileError: it cannot be read, or not safely; the message says what to do.
    """
    from sulist.extras import require
    from sulist.importers import sniff

    data = sniff.read_bytes(file)
    suffix = sniff.suffix(file, data)
    chosen = FORMATS[suffix]
    require(chosen.package, _("Reading {suffix}").format(suffix=suffix))
    read: Callable[[bytes, str, Progress], Grid] = getattr(
        import_module(chosen.module), chosen.function
    )
    return read(data, file, progress)
