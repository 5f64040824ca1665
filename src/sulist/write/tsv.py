"""Tab-separated values for programs: the keys of the JSON contract, a row a line, nothing quoted.

By the registration of text/tab-separated-values no cell holds a tab or the end of a line: a space
stands for each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.write.entries import Entries

# What ends a cell or a line, for one reader or another, and what a terminal would obey.
_ENDS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029), " ")
# Lists of texts that never hold the sign between them; what else is a list is JSON.
_NAMES = frozenset({"lead", "leaders", "persons", "inherits", "kinds"})
_BETWEEN = "、"


def render(made: Entries, stream: TextIO, width: int | None) -> None:
    """Writes the titles and a line a row."""
    assert made.shape  # noqa: S101 - an answer without rows is refused before
    columns = made.shape.columns
    stream.write("\t".join(columns) + "\n")
    stream.writelines(_lines(made, [one.split(".") for one in columns]))


def _lines(made: Entries, paths: list[list[str]]) -> Iterator[str]:
    for row in made.rows:
        yield "\t".join([_cell(row, path) for path in paths]) + "\n"


def _cell(row: dict[str, Any], path: list[str]) -> str:
    """The value at the end of a path; of a list on the way those of its objects."""
    value: Any = row
    for at, key in enumerate(path):
        if isinstance(value, dict):
            value = value.get(key)
        elif isinstance(value, list):
            return _BETWEEN.join([_cell(one, path[at:]) for one in value])
        else:
            return ""
    if isinstance(value, str):
        return value if value.isprintable() else value.translate(_ENDS)
    return "" if value is None else _text(value, path[-1])


def _text(value: Any, key: str) -> str:
    """What is no text, in one line; nothing for an empty list."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(value)
    if not value:
        return ""
    if key in _NAMES and isinstance(value, list):
        return _BETWEEN.join(one.translate(_ENDS) for one in value)
    from sulist.write.json.text import unescaped

    return unescaped()(value).translate(_ENDS)
