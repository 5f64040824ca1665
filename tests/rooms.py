"""A room of sulist without its modules, for tests that make it anew with something changed."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def taken_out(room: str) -> Iterator[None]:
    """What is imported of ``sulist.NAME`` meanwhile is made anew, and gone at the end: then it is as it was."""
    kept = {name: sys.modules.pop(name) for name in list(sys.modules) if name.startswith(room)}
    try:
        yield
    finally:
        for name in [name for name in sys.modules if name.startswith(room)]:
            del sys.modules[name]
        sys.modules |= kept
        parent, _dot, own = room.rpartition(".")
        vars(sys.modules[parent])[own] = kept[room]
