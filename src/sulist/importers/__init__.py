"""Documents → a list: ``read`` makes a grid of any format, ``understand`` drafts of a grid, ``yaml_writer`` a file.

A document comes from anywhere: commands go through ``bounded``, where all of this is done in a
child process.

A format's module (the table is in ``readers``) is imported when a document of it is, and its
package with it.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING

from sulist.base.i18n import _
from sulist.importers.readers import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable

    from sulist.importers.grid import Grid, ReadShare
    from sulist.sandbox import Document


_LISTS = ("", ".yaml", ".yml")


def is_document(file: str) -> bool:
    """Whether a file is by its name a document to import, or one to refuse, and no list file."""
    ending = os.path.splitext(file)[1].lower()
    if ending in _LISTS:
        return False
    from sulist.importers.read import sniff

    return ending in FORMATS or ending in sniff.NOT_READ


def require_reader(suffix: str) -> None:
    """Makes sure that what reads a format is installed; of one that is not read, nothing is needed.

    Raises:
        FileError: it is not; the message has the command that installs it.
    """
    from sulist.base.extras import require

    if suffix in FORMATS:
        require(FORMATS[suffix].package, _("Reading {suffix}").format(suffix=suffix))


def read_document(document: Document, progress: ReadShare) -> Grid:
    """The grid of a document, whatever it costs: ``bounded`` has the bounds.

    Raises:
        FileError: it cannot be read, or not safely; the message says what to do.
    """
    from sulist.importers import own_forms
    from sulist.importers.read import sniff
    from sulist.sandbox import quiet

    file, data = document.name, document.data
    suffix = sniff.suffix(file, data)
    require_reader(suffix)
    chosen = FORMATS[suffix]
    with quiet():
        read: Callable[[bytes, str, ReadShare], Grid] = getattr(
            import_module(chosen.module), chosen.function
        )
        grid = own_forms.as_printed(read(data, file, progress))
    return grid if not document.made_by else _as_made_by(grid, document.made_by, suffix)


def _as_made_by(grid: Grid, program: str, suffix: str) -> Grid:
    from sulist.importers.grid import Remark

    said = Remark(
        "",
        _("read as {suffix}, which {program} made of it").format(suffix=suffix, program=program),
        _("What it shows may have changed on the way: compare it with the document."),
    )
    return grid._replace(remarks=(said, *grid.remarks))
