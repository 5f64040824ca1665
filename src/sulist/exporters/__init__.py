"""The forms an answer can take: one explicit table, one module a form, loaded on use."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol, TextIO, cast

if TYPE_CHECKING:
    from sulist.answer import Answer


class Exporter(Protocol):
    """What a form's module offers."""

    def render(self, answer: Answer, stream: TextIO, width: int | None) -> None:
        """Writes ``answer``; ``width`` is the columns there are, None for as many as needed."""


class Format(NamedTuple):
    """A form: its module, and whether it is for programs, which read UTF-8 only."""

    module: str
    machine: bool


FORMATS = {
    "table": Format("sulist.terminal", machine=False),
    "json": Format("sulist.exporters.as_json", machine=True),
    "csv": Format("sulist.exporters.as_csv", machine=True),
    "markdown": Format("sulist.exporters.as_markdown", machine=False),
}


def exporter(name: str) -> Exporter:
    """The module that writes the form ``name``."""
    return cast("Exporter", import_module(FORMATS[name].module))
