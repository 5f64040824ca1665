"""JSON by the published contract: unescaped, stable in key order, an entry of a list a line.

A line an entry is quick to search and to compare, and lets the encoder in C do the work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Encode = Callable[[Any], str]


class MadeInTurn:
    """The entries of an answer, each made of one of many things when it is asked for.

    Thousands of them at once would fill the memory that a hundred leave free again.
    """

    def __init__(self, of: Sequence[Any], make: Callable[[Any], dict[str, Any]]) -> None:
        self.of = of
        self.make = make

    def __len__(self) -> int:
        return len(self.of)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return map(self.make, self.of)

    def __getitem__(self, some: slice) -> list[dict[str, Any]]:
        return list(map(self.make, self.of[some]))


def render(data: dict[str, Any], stream: TextIO, width: int | None) -> None:
    """Writes plain objects; where the stream's encoding lacks a character, all are escaped."""
    pieces = list(_pieces(data, unescaped()))
    if not all(can_be_written(piece, stream) for piece in pieces):
        pieces = list(map(escaped, pieces))
    stream.writelines(pieces)


def can_be_written(text: str, stream: TextIO) -> bool:
    """Whether the encoding of a stream has every character of a text."""
    try:
        text.encode(stream.encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def escaped(text: str) -> str:
    """JSON that says the same in ASCII."""
    return "".join(sign if sign < "\x80" else _code(sign) for sign in text)


def _code(sign: str) -> str:
    units = sign.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))


def unescaped() -> Encode:
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


_BETWEEN, _END = "\0", ",\n    "
_AT_ONCE = 100  # entries; more leave the processor's caches


def _pieces(data: dict[str, Any], encode: Encode) -> Iterator[str]:
    """The text in its order; a list of objects has an entry a line."""
    before = "{\n  "
    for key, value in data.items():
        yield f"{before}{encode(key)}: "
        is_made = isinstance(value, MadeInTurn)
        if is_made or (isinstance(value, list) and value and isinstance(value[0], dict)):
            yield from _entries(value, encode)
        else:
            yield encode(value)
        before = ",\n  "
    yield "\n}\n"


def _entries(entries: list[Any] | MadeInTurn, encode: Encode) -> Iterator[str]:
    """The entries, each on a line of its own."""
    if not entries:
        yield "[]"
        return
    before = "[\n    "
    for text in some_at_once(entries, encode, _END):
        yield before
        yield text
        before = _END
    yield "\n  ]"


def some_at_once(entries: list[Any] | MadeInTurn, encode: Encode, end: str) -> Iterator[str]:
    """The entries with ``end`` between them; many are written at once, which takes half the time."""
    for at in range(0, len(entries), _AT_ONCE):
        yield _some(entries[at : at + _AT_ONCE], encode, end)


def _some(entries: list[Any], encode: Encode, end: str) -> str:
    between = f", {encode(_BETWEEN)}, "
    written = encode([one for entry in entries for one in (entry, _BETWEEN)][:-1])
    if written.count(between) >= len(entries):  # an entry holds such a text too
        return end.join(map(encode, entries))
    return written[1:-1].replace(between, end)
