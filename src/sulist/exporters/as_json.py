"""JSON by the published contract: unescaped, stable in key order."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from sulist.answer import Answer


def render(answer: Answer, stream: TextIO, width: int | None) -> None:
    """Writes the answer's data; characters that the stream's encoding lacks are escaped."""
    text = json.dumps(answer.data(), ensure_ascii=False, indent=2) + "\n"
    try:
        text.encode(stream.encoding or "utf-8")
    except UnicodeEncodeError:
        text = json.dumps(answer.data(), ensure_ascii=True, indent=2) + "\n"
    stream.write(text)
