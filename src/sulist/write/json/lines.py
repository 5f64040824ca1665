"""JSON for programs that read by the line (ndjson): first what is said of all, then a line an entry.

An answer that has no entries is one line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from sulist.write.json.text import can_be_written, escaped, some_at_once, unescaped

if TYPE_CHECKING:
    from sulist.write.entries import Entries

# They stand in texts as they are; a reader may take each for the end of a line.
_ENDS = ("\x85", "\u2028", "\u2029")


def render(made: Entries, stream: TextIO, width: int | None) -> None:
    """Writes lines; where the stream's encoding lacks a character, those lines are escaped that are written with it."""
    encode = unescaped()
    for entries in ([made.head], made.entries):
        for text in some_at_once(entries, encode, "\n"):
            for sign in _ENDS:
                text = text.replace(sign, escaped(sign))
            stream.write((text if can_be_written(text, stream) else escaped(text)) + "\n")
