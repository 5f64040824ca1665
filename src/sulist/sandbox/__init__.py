"""Documents are read in a child process: within a time, within memory, and silently.

A document comes from anywhere, and a small one can make any reader of its format work for hours
or fill memory. So what reads one runs in a process of its own (``child``), which is ended when
its time is up (``parent``); what it found comes back as plain data (``packing``).
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

SECONDS = 20.0  # for each document
MEMORY = 500 * 2**20  # bytes, of the child as a whole


class Document(NamedTuple):
    """A document: what it is called, its bytes, and the program that made these of another kind of file."""

    name: str
    data: bytes
    made_by: str = ""


class JobWatch(Protocol):
    """What a job tells while it works."""

    def begins(self, name: str) -> None:
        """It begins with the next document, which has a time of its own."""

    def ends(self) -> None:
        """The documents are read; what is left has the rest of the time of all of them."""

    def progress(self, done: int, of: int) -> None:
        """So much is done."""


@contextmanager
def quiet() -> Iterator[None]:
    """Whatever a package warns or logs while it reads is for its own developers, and is not shown."""
    import logging
    import warnings

    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(before)
