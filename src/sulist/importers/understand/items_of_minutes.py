"""What minutes decide in paragraphs without a number: below a heading alone, or in the whole paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sulist.base.plain import clean_cell
from sulist.importers.understand.dates_of_text import cell_in
from sulist.importers.understand.items_of_outline import is_frame
from sulist.importers.understand.markers import NumberMark
from sulist.importers.understand.outline import Node
from sulist.importers.understand.said_in_sentence import in_sentences

if TYPE_CHECKING:
    from collections.abc import Callable

    from sulist.importers.understand.paragraphs import Paragraph

_MINUTES = re.compile("纪要|督办|交办|(?:议定|决定|明确)事项")
_TITLE = re.compile(
    "(?:关于|研究|审议|听取|讨论)[^。；：，]{4,40}(?:问题|事项|事宜|工作|情况|方案|办法|汇报|意见|》)"
)
_FEWEST = 2
_LONGEST_TITLE = 60


def are_minutes(root: Node) -> bool:
    """Whether a line above the first number says that the paper tells what was decided."""
    return any(len(one.text) <= _LONGEST_TITLE and _MINUTES.search(one.text) for one in root.lines)


def mark_below_headings(root: Node) -> None:
    """Makes items of the paragraphs below a heading alone, where others like it have items below.

    Of them, those that name a unit; where none does, those that name a day.
    """
    if not are_minutes(root):
        return
    for parent in list(root.all()):
        headed = {
            one.form
            for one in parent.children
            if not one.is_item and any(below.is_item for below in one.all())
        }
        for one in parent.children:
            if one.form in headed and _is_bare_heading(one):
                named = any(map(_names_units, one.lines))
                one.below = _with_items(one, _names_units if named else _names_day)


def mark_without_numbers(root: Node) -> int:
    """Makes items of the paragraphs that name who does something, in minutes without any number; how many."""
    if root.children or not are_minutes(root):
        return 0
    found = sum(map(_names_units, root.lines))
    if found < _FEWEST:
        return 0
    root.below = _with_items(root, _names_units)
    return found


def _is_bare_heading(node: Node) -> bool:
    own = clean_cell(node.paragraph.own) if node.paragraph else ""
    return not (node.is_item or node.children or is_frame(node) or "。" in own)


def _names_units(line: Paragraph) -> bool:
    return bool(in_sentences(line.text).pieces)


def _names_day(line: Paragraph) -> bool:
    return bool(cell_in(line.text, None).text)


def _with_items(node: Node, is_item: Callable[[Paragraph], bool]) -> list[Node | Paragraph]:
    """The lines below a node, those that are items as nodes; a title right above one begins it."""
    made: list[Node | Paragraph] = []
    for line in node.lines:
        if not is_item(line):
            made.append(line)
            continue
        above = made[-1] if made and not isinstance(made[-1], Node) else None
        titled = above is not None and bool(_TITLE.fullmatch(above.text))
        head = above if titled and above else line
        item = Node(head._replace(marker=NumberMark("record", None, 0)), node)
        item.is_item = True
        if titled:
            item.below = [line]
            made.pop()
        made.append(item)
    return made
