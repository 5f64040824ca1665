"""Problems as GitHub's workflow commands, which mark their lines in the changes of a pull request."""

from __future__ import annotations

from typing import Any, TextIO


def render(data: dict[str, Any], stream: TextIO, width: int | None) -> None:
    """Writes a command a problem, and one for each file that was left out; none where all is well.

    What a list accepts is a notice, with the reason.
    """
    for one in data.get("left_out", ()):
        stream.write(_command("error", {"file": one["file"]}, one["reason"]))
    for problem in data["problems"]:
        place = {"file": problem["file"], "line": problem["line"], "col": problem["column"]}
        level, then = problem["level"], problem["remedy"]
        if problem["accepted"]:
            level, then = "notice", problem["accepted"]
        message = f"{problem['message']} [{problem['check']}]\n→ {then}"
        stream.write(_command(level, place, message))


def _command(level: str, properties: dict[str, Any], message: str) -> str:
    """A line of its own; what would end a property or the line is written as its code."""
    shown = ",".join(
        f"{key}={_escaped(str(value)).replace(':', '%3A').replace(',', '%2C')}"
        for key, value in properties.items()
    )
    return f"::{level} {shown}::{_escaped(message)}\n"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
