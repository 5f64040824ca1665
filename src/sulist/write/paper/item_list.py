"""The list as docx, as it was printed: its own columns, serials that restart or not, parts below what they are of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sulist.asking.query import Query
from sulist.base.days import chinese_day
from sulist.base.watching import watched
from sulist.listfile.printing import Printing, gathered
from sulist.write.paper.docx import ABOVE, Band, Paper
from sulist.write.paper.list_columns import laid_out
from sulist.write.printed_words import (
    assigned_lines,
    legend_lines,
    number_words,
    part_lines,
)
from sulist.write.selecting import NOTHING, asked, left_out_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.base.watching import Watch
    from sulist.listfile.item import PrintedColumn, WorkItem
    from sulist.listfile.worklist import WorkList
    from sulist.reports.narrowing import ListedItems
    from sulist.write.paper.docx import Row


def build(found: ListedItems, watch: Watch | None, **_more: Any) -> bytes:
    """The printed cells of what is chosen; a part of the list says that it is one."""
    worklist, query, as_of, _progress = found.subject[:4]
    printing = Printing(worklist)
    items = found.items
    layout = laid_out(printing, items)
    paper = Paper(worklist.title, as_of, layout.page)
    paper.title(worklist.title, day_of_issue(worklist), under_title(query, found.number, worklist))
    paper.table(layout.columns, rows(found, printing, watch), small=layout.small)
    for line in notes(found, printing):
        paper.body(line)
    return paper.as_bytes()


def notes(found: ListedItems, printing: Printing, *, merged: bool = True) -> list[str]:
    """What stands below the table: what is left out, who leads, what came in the year, what is part of what.

    With ``merged`` cells, an item below its parent need not say that it is a part.
    """
    worklist, items = found.subject.worklist, found.items
    lines = ([] if items else [NOTHING]) + left_out_lines(found.left_out)
    lines += legend_lines(worklist) + assigned_lines(printing, items)
    return lines + part_lines(printing, items, merged=merged)


def day_of_issue(worklist: WorkList) -> str:
    """（2024年3月4日）, from which 3个月内 counts, where it is known."""
    return f"（{chinese_day(worklist.issued)}）" if worklist.issued else ""


def under_title(query: Query, shown: int, worklist: WorkList) -> str:
    """（共18项）, with the year that nothing else says; of a part what was asked, and how many of how many."""
    if query == Query():
        year = worklist.year
        is_said = not year or worklist.issued or str(year) in worklist.title
        told = "" if is_said else f"{year}年度，"
        return f"（{told}共{number_words(worklist.items, worklist.total)}）"
    return f"（节选 · {asked(query)}；{len(worklist.items)}项中的{shown}项）"


def rows(found: ListedItems, printing: Printing, watch: Watch | None) -> Iterator[Row]:
    """A band for each category with the count it was printed with, where no column names it; and its items."""
    in_a_column = printing.has("category")
    items = [(group, item) for group in found.groups for item in gathered(group.items)]
    joined: set[PrintedColumn] = set()  # in which the cell above is the parent's
    before, parent = None, ""
    for group, item in watched(items, watch):
        category = group.category
        if group is not before and not in_a_column:
            count = number_words(category.items, category.count)
            yield Band(f"{category.number}、{category.title}（{count}）")
        if item.part_of and item.part_of == parent:
            joined = {one for one in joined if printing.above(item, one)}
        else:
            parent = item.id
            joined = set() if item.part_of else set(printing.columns)
        yield tuple(
            ABOVE
            if (column.role == "category" and group is before)
            or (item.id != parent and column in joined)
            else cell_of(printing, item, column)
            for column in printing.columns
        )
        before = group


def cell_of(printing: Printing, item: WorkItem, column: PrintedColumn) -> str:
    """A cell as it is printed; a part without a serial is called by its place where its parent is not shown."""
    is_cited = column.role == "serial" and item.part_of
    return printing.whole(item, column) or (printing.cited(item) if is_cited else "")
