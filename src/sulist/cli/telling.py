"""What is said to a person beside an answer, in lines that fit the terminal."""

from __future__ import annotations

import os
from typing import TextIO

_COMMAND = r"sulist [^，。；）”;)\n]*[^，。；）”;)\s.,]"


def fitted(text: str, stream: TextIO | None) -> str:
    """``text`` made safe to show; where ``stream`` is a terminal, broken between words.

    A command stays on one line where it can, so that it can be copied.
    """
    from sulist.base.showing import printable

    said = printable(text)
    if stream is None or not stream.isatty():
        return said
    from sulist.base.typeset import wrap

    columns = os.get_terminal_size(stream.fileno()).columns or 80
    return "\n".join(wrap(said, columns, whole=_COMMAND))
