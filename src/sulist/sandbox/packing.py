"""Values as JSON and back: what one process tells another is data, and makes nothing but data."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

# The modules whose named tuples and slotted classes may be told; a class is called module.Name.
MODULES = (
    "sulist.forms.cells",
    "sulist.forms.layout",
    "sulist.forms.returned",
    "sulist.importers.drafts",
    "sulist.importers.importing",
    "sulist.base.problem",
)
_DAYS: dict[str, type[date | time]] = {"datetime": datetime, "date": date, "time": time}
_SAME = "same"


def packed(value: Any) -> Any:
    """A value as JSON has it: a list begins with what it is.

    An object of a slotted class that is met again is told as the same one.

    Raises:
        TypeError: a value of another class.
    """
    return _Packer().pack(value)


def unpacked(data: Any) -> Any:
    """The value that ``packed`` made ``data`` of.

    Raises:
        ValueError: it names a class that is not to be told.
    """
    return _Unpacker().unpack(data)


class _Packer:
    """Packs one value; knows the objects that it has met."""

    def __init__(self) -> None:
        self.met: dict[int, int] = {}

    def pack(self, value: Any) -> Any:
        if value is None or isinstance(value, (bool, int, float)):
            return value
        if isinstance(value, str):
            return str(value)
        if isinstance(value, (date, time)):
            return [type(value).__name__, value.isoformat()]
        kind = type(value)
        if kind in (list, tuple):
            return [kind.__name__, *map(self.pack, value)]
        if kind is dict:
            return ["dict", *([self.pack(key), self.pack(one)] for key, one in value.items())]
        if kind.__module__ not in MODULES:
            raise TypeError(f"no {kind.__module__}.{kind.__qualname__} is told to another process")
        name = f"{kind.__module__.rpartition('.')[2]}.{kind.__name__}"
        if isinstance(value, tuple):
            return [name, *map(self.pack, value)]
        if id(value) in self.met:
            return [_SAME, self.met[id(value)]]
        self.met[id(value)] = len(self.met)
        return [name, *(self.pack(getattr(value, slot)) for slot in kind.__slots__)]


class _Unpacker:
    """Makes one value again; knows the objects that it has made."""

    def __init__(self) -> None:
        self.made: list[Any] = []

    def unpack(self, data: Any) -> Any:
        if not isinstance(data, list):
            return data
        name, *parts = data
        if name == _SAME:
            return self.made[parts[0]]
        if name in _DAYS:
            return _DAYS[name].fromisoformat(parts[0])
        if name == "list":
            return list(self._each(parts))
        if name == "tuple":
            return tuple(self._each(parts))
        if name == "dict":
            return {self.unpack(key): self.unpack(one) for key, one in parts}
        kind = _class(name)
        if issubclass(kind, tuple):
            return kind(*self._each(parts))
        value = object.__new__(kind)
        self.made.append(value)
        for slot, part in zip(kind.__slots__, self._each(parts), strict=True):
            setattr(value, slot, part)
        return value

    def _each(self, parts: list[Any]) -> Iterator[Any]:
        return map(self.unpack, parts)


@cache
def _class(name: str) -> Any:
    module, _dot, own = name.partition(".")
    for one in MODULES:
        if one.endswith(f".{module}"):
            kind = getattr(import_module(one), own, None)
            if isinstance(kind, type) and kind.__module__ == one:
                return kind
    raise ValueError(f"{name} is not to be told")
