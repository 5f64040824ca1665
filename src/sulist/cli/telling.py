"""What is said to a person beside an answer, in lines that fit the terminal."""

from __future__ import annotations

import os
import re
from typing import TextIO

_COMMAND = re.compile(r"sulist [^，。；）”\n]*[^，。；）”\s]")
_STAND_INS = "xqzjwvkXQZJWVK"


def fitted(text: str, stream: TextIO | None) -> str:
    """``text`` made safe to show; where ``stream`` is a terminal, broken between words.

    A command stays on one line where it can, so that it can be copied.
    """
    from sulist.text import printable

    said = printable(text)
    if stream is None or not stream.isatty():
        return said
    from sulist.typeset import wrap

    columns = os.get_terminal_size(stream.fileno()).columns or 80
    commands: list[str] = []
    letter = next((one for one in _STAND_INS if one not in said), "")
    if letter:
        said = _COMMAND.sub(lambda found: _stand_in(found.group(), letter, columns, commands), said)
    wrapped = "\n".join(wrap(said, columns))
    return re.sub(f"{letter}+", lambda _found: commands.pop(0), wrapped) if commands else wrapped


def _stand_in(command: str, letter: str, columns: int, commands: list[str]) -> str:
    """A word as wide as ``command``, which stands for it while lines are broken."""
    from sulist.typeset import width

    if width(command) > columns:
        return command
    commands.append(command)
    return letter * width(command)
