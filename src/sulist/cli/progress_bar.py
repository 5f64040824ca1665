"""The bar on a terminal that says how much of a long work is done: one for every command."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.base.watching import Watch

LONG_LIST = 500  # items: documents of fewer are made in an instant
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
