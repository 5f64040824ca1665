"""The forms an answer can take: one explicit table, one module a form, loaded on use."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from typing import Protocol, TextIO

    from sulist.write.answer import Answer

    class Exporter(Protocol):
        """What a form's module offers."""

        def render(self, answer: Answer, stream: TextIO, width: int | None) -> None:
            """Writes ``answer``; ``width`` is the columns there are, None for as many as needed."""


FORMATS = {
    "table": "sulist.write.screen.terminal",
    "json": "sulist.write.json.text",
    "csv": "sulist.write.csv",
    "markdown": "sulist.write.markdown",
}
_OF_PROBLEMS = {"github": "sulist.write.github"}
FOR_PROGRAMS = ("json", "csv", "github")  # which read UTF-8 only


def exporter(name: str) -> Exporter:
    """The module that writes the form ``name``."""
    return cast("Exporter", import_module((FORMATS | _OF_PROBLEMS)[name]))
