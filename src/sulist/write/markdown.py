"""Markdown: headings, pipe tables and lists, with nothing of the data read as markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TextIO

from sulist.write.screen.blocks import Table

if TYPE_CHECKING:
    from sulist.write.screen.blocks import Page

_MARKUP = re.compile(r"([\\`*_~&\[\]<>#|])")


def render(page: Page, stream: TextIO, width: int | None) -> None:
    """Writes a page."""
    parts = [f"# {plain(page.title)}"] if page.title else []
    for block in page.flat:
        if block.title:
            parts.append(f"## {plain(block.title)}")
        if isinstance(block, Table):
            parts.append(_table(block))
        elif block.picture:
            parts.append("\n".join(("```text", *block.lines, "```")))
        elif block.lines:
            parts.append("\n".join(f"- {plain(line)}" for line in block.lines))
    parts += [plain(note) for note in page.notes]
    stream.write("\n\n".join(parts) + "\n")


def plain(text: str) -> str:
    """A text in which nothing is markup."""
    return _MARKUP.sub(r"\\\1", text).replace("\n", " ")


def _table(table: Table) -> str:
    lines = [
        [plain(column.title) for column in table.columns],
        ["---:" if column.right else "---" for column in table.columns],
        *([plain(cell) for cell in row] for row in table.rows),
    ]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
