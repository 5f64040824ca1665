"""Telling how much of a long work is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sulist.documents import Watch

One = TypeVar("One")
_STEPS = 100


def watched(all_of: Sequence[One], watch: Watch | None) -> Iterator[One]:
    """Each of ``all_of``, while ``watch`` is told the share that is taken."""
    if watch is None:
        yield from all_of
        return
    step = max(1, len(all_of) // _STEPS)
    for at, one in enumerate(all_of):
        if at % step == 0:
            watch(at / len(all_of))
        yield one
    watch(1)
