"""Markdown, by markdown-it: what it shows, tables and numbered paragraphs with their lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from sulist.base.i18n import _, ngettext
from sulist.importers.grid import Grid, GridCell, GridRow, Remark, as_seen, bounded, paragraph
from sulist.importers.read import drawn_tables
from sulist.importers.read.decoding import decode
from sulist.importers.read.unseen import STRUCK, Unshown
from sulist.importers.read.where import at_cell, at_line

if TYPE_CHECKING:
    from markdown_it.token import Token

    from sulist.importers.grid import ReadShare

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_STRUCK = re.compile(r"<(/?)(?:s|del|strike)\b[^>]*>", re.IGNORECASE)
# The standard leaves the signs where no space parts a mark in bold from the letter behind it: **推进改造。**完成
_BOLD = re.compile(r"\*\*(?=\S)([^*\n]*[\u3000-\u9fff\uff00-\uffef][^*\n]*)\*\*")
_BARS = re.compile(r"(?<!\\)\|")


def read(data: bytes, name: str, progress: ReadShare) -> Grid:
    """The grid of a .md file.

    Raises:
        FileError: it is in no known encoding, or passes a bound.
    """
    text = decode(data, name)
    lines = text.split("\n")
    bounded(len(lines), text.count("|"))
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    if not any(token.type == "table_open" for token in tokens) and (
        drawn := drawn_tables.read(lines)
    ):
        return drawn
    page = _Page(lines, name)
    for at, token in enumerate(tokens):
        page.take(token)
        if at % 1000 == 0:
            progress(at, len(tokens))
    progress(1, 1)
    left_out = page.left_out
    return Grid(
        tuple(page.rows),
        (*left_out.remarks(), *page.remarks),
        beside=(*page.beside, *left_out.in_full()),
    )


class _Page:
    """Collects rows from the pieces of a document, in their order."""

    def __init__(self, lines: list[str], name: str) -> None:
        self.lines = lines
        self.name = name
        self.rows: list[GridRow] = []
        self.remarks: list[Remark] = []
        self.beside: list[GridCell] = []
        self.left_out = Unshown()
        self.tables = 0
        self.row: list[GridCell] | None = None
        self.number = ""  # of the list's item whose text comes next
        self.line = 1

    def take(self, token: Token) -> None:
        """The next piece."""
        if token.map:
            self.line = token.map[0] + 1
        if token.type == "table_open":
            self.tables += 1
        elif token.type == "list_item_open":
            self.number = f"{token.info}{token.markup}" if token.info else ""
        elif token.type == "tr_open":
            self.row = []
        elif token.type == "tr_close":
            self._end_row()
        elif token.type == "inline":
            self._inline(token)
        elif token.type in ("fence", "code_block"):
            for at, line in enumerate(token.content.split("\n")):
                self._paragraph(line, self.line + at)
        elif token.type == "html_block":
            self._html(token.content)

    def _inline(self, token: Token) -> None:
        if self.row is not None:
            place = at_line(self.line) + at_cell(len(self.row) + 1)
            self.row.append(GridCell(as_seen(self._text(token, place)), place))
            return
        for at, line in enumerate(self._text(token, at_line(self.line)).split("\n")):
            self._paragraph(self.number + line, self.line + at)
            self.number = ""

    def _paragraph(self, text: str, line: int) -> None:
        if text.strip():
            self.rows.append(paragraph(text, at_line(line)))

    def _end_row(self) -> None:
        cells = self.row or []
        self.rows.append(GridRow(tuple(cells), self.tables))
        self.row = None
        written = _BARS.split(self.lines[self.line - 1].strip().strip("|"))
        # The standard has a renderer drop what stands behind the last column.
        for text in filter(str.strip, written[len(cells) :] if cells else ()):
            self.remarks.append(
                Remark(
                    at_line(self.line),
                    _("“{text}” stands behind the last column").format(text=text.strip()),
                    ngettext(
                        "The header has {n} column: is a | too many in the row?",
                        "The header has {n} columns: is a | too many in the row?",
                        len(cells),
                    ).format(n=len(cells)),
                )
            )

    def _text(self, token: Token, place: str) -> str:
        """The text of a line or cell as it is shown, without what is struck out."""
        shown, struck, depth = "", "", 0
        for child in token.children or ():
            if child.type in ("s_open", "s_close"):
                depth += child.nesting
                continue
            if child.type == "html_inline" and (found := _STRUCK.fullmatch(child.content)):
                depth += -1 if found.group(1) else 1
                continue
            text = _shown(child)
            if depth > 0:
                struck += text
            else:
                shown += text
        self.left_out.add(STRUCK, place, struck)
        return _BOLD.sub(r"\1", shown)

    def _html(self, content: str) -> None:
        from sulist.importers.read import web_page

        page = web_page.read(content.encode(), self.name, lambda _done, _of: None)
        count = max((row.table for row in page.rows), default=0)
        self.rows += [
            row._replace(table=row.table + self.tables) if row.table else row for row in page.rows
        ]
        self.tables += count
        self.remarks += page.remarks
        self.beside += page.beside


def _shown(child: Token) -> str:
    if child.type in ("softbreak", "hardbreak"):
        return "\n"
    if child.type == "html_inline":
        return "\n" if _BREAK.fullmatch(child.content) else ""
    if child.type == "image":
        return "".join(_shown(one) for one in child.children or ())
    return child.content
