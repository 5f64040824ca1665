"""JSON by the published contract: unescaped, stable in key order, an entry of a list a line.

A line an entry is quick to search and to compare, and lets the encoder in C do the work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable

    Encode = Callable[[Any], str]


def render(data: dict[str, Any], stream: TextIO, width: int | None) -> None:
    """Writes plain objects; characters that the stream's encoding lacks are escaped."""
    text = _lines(data, _unescaped())
    try:
        text.encode(stream.encoding or "utf-8")
    except UnicodeEncodeError:
        from json import JSONEncoder

        text = _lines(data, JSONEncoder(ensure_ascii=True).encode)
    stream.write(text)


def _unescaped() -> Encode:
    """The encoder of ``json``, where it is in C without the package around it: that also makes a decoder."""
    try:
        from _json import encode_basestring, make_encoder

        encode = make_encoder(
            None, _refuse, encode_basestring, None, ": ", ", ", False, False, True
        )
    except (ImportError, TypeError):  # another Python than CPython, or a later one
        from json import JSONEncoder

        return JSONEncoder(ensure_ascii=False).encode
    return lambda value: "".join(encode(value, 0))


def _refuse(value: Any) -> Any:
    """What is no plain object has no place in an answer."""
    message = f"no plain object: {value!r}"
    raise TypeError(message)


_BETWEEN = "\0"


def _entries(entries: list[Any], encode: Encode) -> str:
    """The entries, each on a line of its own; written at once, which takes half the time."""
    end = ",\n    "
    between = f", {encode(_BETWEEN)}, "
    written = encode([one for entry in entries for one in (entry, _BETWEEN)][:-1])
    if written.count(between) >= len(entries):  # an entry holds such a text too
        return end.join(map(encode, entries))
    return written[1:-1].replace(between, end)


def _lines(data: dict[str, Any], encode: Encode) -> str:
    members = []
    for key, value in data.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            written = f"[\n    {_entries(value, encode)}\n  ]"
        else:
            written = encode(value)
        members.append(f"  {encode(key)}: {written}")
    return "{\n" + ",\n".join(members) + "\n}\n"
