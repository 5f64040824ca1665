"""Help pages in columns that hold for Chinese, whose characters are two columns wide."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sulist.base.i18n import _
from sulist.base.typeset import pad, width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable

_NARROWEST = 20


class Formatter(click.HelpFormatter):
    """click's formatter, with widths and line breaks by ``typeset``."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The usage line; a space behind its word where that ends with a half-width colon."""
        said = prefix or _("Usage:")
        super().write_usage(prog, args, said + " " if said.isascii() else said)

    def write_heading(self, heading: str) -> None:
        """A heading with the colon of the language in use."""
        self.write(f"{' ' * self.current_indent}{heading}{_(': ').rstrip()}\n")

    def write_text(self, text: str) -> None:
        """A paragraph."""
        indent = " " * self.current_indent
        for paragraph in text.split("\n\n"):
            for line in wrap(" ".join(paragraph.split()), self.width - self.current_indent):
                self.write(f"{indent}{line}\n")

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Terms and what they mean, the meanings in one column."""
        rows = list(rows)
        first = min(max(width(term) for term, _meaning in rows), col_max) + col_spacing
        room = max(self.width - self.current_indent - first, _NARROWEST)
        indent = " " * self.current_indent
        for term, meaning in rows:
            lines = wrap(" ".join(meaning.split()), room)
            if width(term) > first - col_spacing:
                self.write(f"{indent}{term}\n")
            else:
                self.write(f"{indent}{pad(term, first)}{lines.pop(0)}".rstrip() + "\n")
            for line in lines:
                self.write(f"{indent}{' ' * first}{line}\n")
