"""A new item in the text of a list's file, at the end of its category; all else stays as it is written. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sulist.base.errors import FileError, UsageError
from sulist.base.i18n import _
from sulist.base.plain import clean_cell
from sulist.base.tuples import NamedTuple
from sulist.listfile.item import OF_AN_ITEM
from sulist.listfile.worklist import examine_text
from sulist.listfile.yaml_text import fold, scalar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from sulist.listfile.item import Category, WorkItem
    from sulist.listfile.worklist import WorkList

_OF_SIGNS = ("control-character", "encoding")  # the file had none, so what is typed has
_ITEM = re.compile(r"(\s*)- ")


class NewItem(NamedTuple):
    """What is to be added: the number of its category, its cells by key or heading, and where it comes from.

    A part may leave out all cells but its text; ``assigned`` is the day on which it was assigned.
    """

    category: str
    cells: Mapping[str, str]
    assigned: date
    part_of: str = ""
    source: str = ""


class Addition(NamedTuple):
    """A list's file with a new item: the item as it is read, the lines that it has, and the whole text."""

    item: WorkItem
    lines: tuple[str, ...]
    data: bytes


def extended(worklist: WorkList, data: bytes, new: NewItem) -> Addition:
    """The file of ``worklist``, which holds ``data``, with a new item.

    Raises:
        UsageError: a cell of it cannot be read or proved.
        FileError: the file is laid out so that nothing can be put into it; says what to write into it.
    """
    category = next(one for one in worklist.categories if one.number == new.category)
    identity = f"{category.place}-{len(category.items) + 1}"
    lines = data.decode().splitlines(keepends=True)
    at, indent = _end_of(category, lines)
    own = tuple(_lines(worklist, new, identity, indent))
    ending = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    if at and not lines[at - 1].endswith(("\n", "\r")):
        lines[at - 1] += ending
    apart = [ending] if _are_apart(category, lines) else []
    put = [*apart, *[f"{line}{ending}" for line in own]]
    written = "".join([*lines[:at], *put, *lines[at:]]).encode()
    return Addition(_as_read(worklist, written, identity, own), own, written)


def _end_of(category: Category, lines: list[str]) -> tuple[int, str]:
    """The line behind the last item of a category, and what its items are indented by."""
    first = category.items[-1].node.line
    found = _ITEM.match(lines[first])
    indent = found[1] if found else ""
    at = end = first + 1
    while at < len(lines):
        line = lines[at].rstrip()
        depth = len(line) - len(line.lstrip())
        if line and depth <= len(indent) and not line.lstrip().startswith("#"):
            break
        at += 1
        if line and depth > len(indent):
            end = at
    return end, indent


def _are_apart(category: Category, lines: list[str]) -> bool:
    """Whether an empty line stands between the items of a category."""
    begins = [item.node.line for item in category.items[1:]]
    return any(not lines[line - 1].strip() for line in begins if line)


def _lines(worklist: WorkList, new: NewItem, identity: str, indent: str) -> Iterator[str]:
    """The lines of the item, one a key."""
    inner = f"{indent}  "
    yield f"{indent}- id: {identity}"
    if any("printed_serial" in item.node.entries for item in worklist.items):
        yield f'{inner}printed_serial: ""'
    if new.part_of:
        yield f"{inner}part_of: {new.part_of}"
    yield f"{inner}assigned: {new.assigned}"
    if new.source:
        yield f"{inner}source: {scalar(new.source)}"
    own = [one.key for one in worklist.columns]
    for key in OF_AN_ITEM:
        if key not in own or (new.part_of and key not in new.cells):
            continue
        if key == "text":
            yield f"{inner}text: >-"
            yield from (f"{inner}  {line}" for line in fold(clean_cell(new.cells[key])))
        else:
            yield f"{inner}{key}: {scalar(new.cells.get(key, ''))}"
    more = [
        one.heading for one in worklist.columns if one.key == "more" and new.cells.get(one.heading)
    ]
    if more:
        yield f"{inner}more:"
        yield from (f"{inner}  {scalar(one)}: {scalar(new.cells[one])}" for one in more)


def _as_read(worklist: WorkList, written: bytes, identity: str, own: tuple[str, ...]) -> WorkItem:
    """The new item as it is read from the file, in which all others are what they were.

    Raises:
        UsageError: a cell of it is wrong.
        FileError: anything else is not as it was.
    """
    read, problems = examine_text(written, worklist.file)
    ours = (one for one in problems if one.item == identity or one.check in _OF_SIGNS)
    wrong = next((one for one in ours if one.level == "error"), None)
    if wrong:
        raise UsageError(f"{wrong.message} {wrong.remedy}")
    found = {item.id: item for item in read.items} if read else {}
    added = found.pop(identity, None)
    before = {item.id: item.cells for item in worklist.items}
    broken = any(one.level == "error" and one.scope == "list" for one in problems)
    if added is None or broken or {one: item.cells for one, item in found.items()} != before:
        raise FileError(
            _(
                "{file} is laid out so that no item can be put into it, and nothing was written. Write these lines into it yourself:\n{lines}"
            ).format(file=worklist.file, lines="\n".join(own))
        )
    return added
