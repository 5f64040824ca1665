"""Telling how much of a long work is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Watch = Callable[[float], None]

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


def part(watch: Watch, begin: float, end: float) -> Watch:
    """``watch`` for a part of the work, whose own share goes from 0 to 1."""
    return lambda share: watch(begin + share * (end - begin))
