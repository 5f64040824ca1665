"""The bar on a terminal that says how much of a long work is done: one for every command."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from sulist.base.i18n import _
from sulist.base.located import is_long

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.base.watching import Watch
    from sulist.importers.grid import ReadShare

LONG_LIST = 500  # items: documents of fewer are made in an instant
_LONG_DOCUMENT = 100_000  # bytes likewise
_STEPS = 1000


@contextmanager
def bar(label: str, *, long: bool) -> Iterator[Watch | None]:
    """A bar on stderr while a ``long`` work goes on and a person is looking, else None.

    What it gives is called with the share that is done, 0 to 1; the bar never goes back.
    """
    if not long or not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=_STEPS, label=label, file=sys.stderr) as shown:
        yield lambda share: shown.update(max(0, int(share * _STEPS) - shown.pos))


@contextmanager
def long_file(file: str) -> Iterator[Watch | None]:
    """A bar while a long list is read; None for a short one or a pipe."""
    with bar(_("Reading the list"), long=is_long(file)) as watch:
        yield watch


@contextmanager
def documents(files: tuple[str, ...]) -> Iterator[ReadShare]:
    """A bar for documents that take a while; what it gives is told how many pages of how many are read."""
    sizes = [os.path.getsize(file) for file in files if os.path.isfile(file)]
    with bar(_("Reading"), long=sum(sizes) >= _LONG_DOCUMENT) as watch:

        def progress(done: int, of: int) -> None:
            if watch:
                watch(done / max(of, 1))

        yield progress
