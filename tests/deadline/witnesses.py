"""The words of the deadline tables, one by one, and a text that each of them changes.

A table of ``vocabulary`` or ``figures`` is a pattern or a list, and its words are the runs of Chinese
letters in it: ``力争`` and ``争取`` in ``(?:力争|争取)``, and every letter of a class as ``[前内底]``.
Words of the table of signs, which stand in it by a call, have their proofs there.

A witness is a text of a list, of a paper or of a newspaper, with its source; one that was made for the
word has the source ``COMPOSED``. A word that stands twice in a table has two rows.
"""

from __future__ import annotations

import ast
import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

COMPOSED = "composed"
_RUN = re.compile(r"[一-鿿]+")
_NOTHING = "(?!)"  # a pattern that never matches, and in a list no word


class Word(NamedTuple):
    """A word, and from where to where it stands in the source of its module."""

    written: str
    start: int
    end: int
    in_class: bool

    def without(self, source: str) -> str:
        """The module's source without the word."""
        return source[: self.start] + ("" if self.in_class else _NOTHING) + source[self.end :]


class Witness(NamedTuple):
    """A word, a text that reads otherwise without it, and where that text is from."""

    word: str
    text: str
    source: str


@cache
def _statements(source: str) -> dict[str, ast.stmt]:
    """What a module says, by the name of which it is said."""
    return {
        node.name if isinstance(node, ast.FunctionDef) else ast.unparse(node.targets[0]): node
        for node in ast.parse(source).body
        if isinstance(node, ast.FunctionDef | ast.Assign)
    }


def statement(source: str, table: str) -> ast.stmt:
    """The one that makes a table, or the pattern of a function."""
    return _statements(source)[table]


def words(source: str, table: str) -> Iterator[Word]:
    """The words of a table, or of the pattern that a function makes, in their order."""
    whole = statement(source, table)
    said = whole.body[-1] if isinstance(whole, ast.FunctionDef) else whole
    lines = source.splitlines(keepends=True)
    start = sum(map(len, lines[: said.lineno - 1]))
    end = sum(map(len, lines[: said.end_lineno]))
    # A RarePattern ends in the letters that it looks for.
    table = re.sub(r',\s*"[^"]*",?\s*\)\s*$', lambda found: " " * len(found[0]), source[start:end])
    written = re.sub(r"#.*|signs\.\w+\([^)]*\)", lambda found: " " * len(found[0]), table)
    classes = [found.span() for found in re.finditer(r"\[[^]]*\]", written)]
    for found in _RUN.finditer(written):
        first, last = found.span()
        if any(begin < first < close for begin, close in classes):
            for at in range(first, last):
                yield Word(written[at], start + at, start + at + 1, in_class=True)
            continue
        # of 今? only the last letter may be missing
        optional = last - first > 1 and written[last : last + 1] in ("?", "*", "+", "{")
        for begin, close in ((first, last - 1), (last - 1, last)) if optional else ((first, last),):
            yield Word(written[begin:close], start + begin, start + close, in_class=False)
