"""The grammar of units without a word, in its own place: cheap, for tables that nothing is derived from."""

from __future__ import annotations

import importlib
import pkgutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sulist import units
from sulist.units import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator


def _kept() -> list[Any]:
    """Everything of the room that keeps what it answered."""
    rooms = [
        importlib.import_module(f"{units.__name__}.{module.name}")
        for module in pkgutil.iter_modules(units.__path__)
    ]
    found = [one for room in (units, *rooms) for one in vars(room).values()]
    return [*{id(one): one for one in found if hasattr(one, "cache_clear")}.values()]


KEPT = _kept()


def forget() -> None:
    """Let nothing be kept of what was read."""
    for one in KEPT:
        one.cache_clear()


def words_in(kept: Any) -> tuple[str, ...]:
    """The words of what a table is kept in: the letters of a text without bars."""
    return tuple(kept.split("|")) if isinstance(kept, str) and "|" in kept else tuple(kept)


def without(kept: Any, word: str) -> Any:
    """A table without one of its words."""
    if isinstance(kept, str):
        between = "|" if "|" in kept else ""
        return between.join(one for one in words_in(kept) if one != word)
    if isinstance(kept, dict):
        return {one: meaning for one, meaning in kept.items() if one != word}
    return type(kept)(one for one in kept if one != word)


@contextmanager
def lacking(table: str, word: str) -> Iterator[None]:
    """The grammar without a word of a table, until the end."""
    whole = getattr(vocabulary, table)
    setattr(vocabulary, table, without(whole, word))
    forget()
    try:
        yield
    finally:
        setattr(vocabulary, table, whole)
        forget()
