"""The grammar of units without a word, in its own place: cheap, as nothing but the table is changed."""

from __future__ import annotations

import importlib
import pkgutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sulist import units
from sulist.units import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator


ROOMS = [
    importlib.import_module(f"{units.__name__}.{module.name}")
    for module in pkgutil.iter_modules(units.__path__)
]


def _kept() -> list[Any]:
    """Everything of the room that keeps what it answered."""
    found = [one for room in (units, *ROOMS) for one in vars(room).values()]
    return [*{id(one): one for one in found if hasattr(one, "cache_clear")}.values()]


KEPT = _kept()
# What has some of the same words, and is asked instead.
ALONG = {"VERBS": "COMMON_VERBS", "_NUMBERS": "_FIGURES"}


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


def table_of(table: str) -> Any:
    """A table of the vocabulary, or of another module, as in gate._DUTIES."""
    module, _dot, name = table.rpartition(".")
    room = importlib.import_module(f"{units.__name__}.{module}") if module else vocabulary
    return getattr(room, name)


@contextmanager
def lacking(table: str, word: str) -> Iterator[None]:
    """The grammar without a word of a table, wherever that is named, until the end."""
    name, listed = table.rpartition(".")[2], words_in(table_of(table))
    along = ALONG.get(name, "")
    kept = [
        (room, one, whole)
        for room in ROOMS
        for one, whole in vars(room).items()
        if one == along or (one == name and words_in(whole) == listed)
    ]
    for room, one, whole in kept:
        setattr(room, one, without(whole, word))
    forget()
    try:
        yield
    finally:
        for room, one, whole in kept:
            setattr(room, one, whole)
        forget()
