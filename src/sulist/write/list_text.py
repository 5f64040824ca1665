"""The list as Markdown, whole: what the printed one holds, a table for each category."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sulist.base.watching import watched
from sulist.listfile.printing import Printing, gathered
from sulist.write.markdown import plain
from sulist.write.paper.item_list import cell_of, day_of_issue, notes, under_title
from sulist.write.printed_words import number_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sulist.base.watching import Watch
    from sulist.listfile.item import WorkItem
    from sulist.reports.narrowing import ListedItems


def build(found: ListedItems, watch: Watch | None, **_more: Any) -> bytes:
    """The printed cells of what is chosen; a part of the list says that it is one."""
    worklist, query = found.subject.worklist, found.subject.query
    printing = Printing(worklist)
    parts = [f"# {plain(worklist.title)}"]
    if day := day_of_issue(worklist):
        parts.append(plain(day))
    parts.append(plain(under_title(query, found.number, worklist)))
    if printing.has("category"):
        items = [item for group in found.groups for item in gathered(group.items)]
        parts += _table(printing, items)
    else:
        for group in watched(found.groups, watch):
            category = group.category
            count = number_words(category.items, category.count)
            parts.append(f"## {plain(f'{category.number}、{category.title}（{count}）')}")
            parts += _table(printing, gathered(group.items))
    parts += map(plain, notes(found, printing, merged=False))
    return ("\n\n".join(parts) + "\n").encode()


def _table(printing: Printing, items: Sequence[WorkItem]) -> Iterator[str]:
    if items:
        headings = [column.heading for column in printing.columns]
        rows = [[cell_of(printing, item, column) for column in printing.columns] for item in items]
        lines = [_line(headings), _line(["---"] * len(headings)), *map(_line, rows)]
        yield "\n".join(lines)


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join("<br>".join(map(plain, one.split("\n"))) for one in cells) + " |"
