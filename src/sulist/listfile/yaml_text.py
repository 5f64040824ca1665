"""A text as it is written in a list's file, so that it is read back as it is."""

from __future__ import annotations

import json
import re

from sulist.base.typeset import width

_ROOM = 80  # columns of a folded line, beyond its indentation
_PLAIN = re.compile(r"[\u3400-\u9fff（《“A-Za-z0-9][^\x00-\x1f\x7f]*")
# What another reader of YAML takes for more than a text: a date, a number (2018.10 loses its zero), yes.
_NEEDS_QUOTES = re.compile(
    r": |:$| #|\s$|^(?:~|null|true|false|yes|no|on|off|y|n)$"
    r"|^[0-9][0-9_,]*(?:\.[0-9_]*)?(?:e[-+]?[0-9]+)?$|^0(?:x[0-9a-f_]+|o[0-7]+)$"
    r"|^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[t ].*)?$|^[0-9]+(?::[0-9]{1,2})+(?:\.[0-9]*)?$",
    re.IGNORECASE,
)
_BREAK_AFTER = "，。；：、！？）》”"


def scalar(text: str) -> str:
    """A value on one line: plain where YAML reads it back as it is, else in double quotes."""
    if _PLAIN.fullmatch(text) and not _NEEDS_QUOTES.search(text):
        return text
    return json.dumps(text, ensure_ascii=False)


def fold(text: str) -> list[str]:
    """The lines of a folded text: each ends behind a mark, so that folding puts no space inside."""
    pieces, start = [], 0
    for at, letter in enumerate(text):
        if letter in _BREAK_AFTER and (at + 1 == len(text) or _may_begin(text[at + 1])):
            pieces.append(text[start : at + 1])
            start = at + 1
    pieces += [text[start:]] if start < len(text) else []
    lines: list[str] = []
    for piece in pieces:
        if lines and width(lines[-1] + piece) <= _ROOM:
            lines[-1] += piece
        else:
            lines.append(piece)
    return lines


def _may_begin(letter: str) -> bool:
    """Whether a line may begin with ``letter``: no mark that closes, and no space."""
    return letter not in "，。；：、！？）》”’ \t" and not letter.isspace()
