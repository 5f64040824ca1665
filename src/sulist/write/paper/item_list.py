"""The list as docx, as the official table was printed: serials restart in each category."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sulist.asking.query import Query
from sulist.base.typeset import width
from sulist.base.watching import watched
from sulist.write.paper.docx import Band, Paper, PaperColumn
from sulist.write.selecting import NOTHING, asked, left_out_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.base.watching import Watch
    from sulist.listfile.item import WorkItem
    from sulist.reports.narrowing import ListedItems
    from sulist.write.paper.docx import Row

_CHARACTER = 4.24  # mm: 12 pt
_EDGES = 2.4  # mm beside a cell's text
_MOST_IN_LEAD = 6


def build(found: ListedItems, watch: Watch | None, **_more: Any) -> bytes:
    """The printed cells of what is chosen; a part of the list says that it is one."""
    worklist, query, as_of, _progress = found.subject[:4]
    items = found.items
    paper = Paper(worklist.title, as_of)
    paper.title(worklist.title, _under_title(query, found.number, len(worklist.items)))
    paper.table(_columns(items), _rows(found, watched(items, watch)))
    for line in ([] if items else [NOTHING]) + left_out_lines(found.left_out):
        paper.body(line)
    return paper.as_bytes()


def _under_title(query: Query, shown: int, of: int) -> str:
    """（共18项）; of a part what was asked, and how many of how many."""
    if query == Query():
        return f"（共{of}项）"
    return f"（节选 · {asked(query)}；{of}项中的{shown}项）"


def _columns(items: tuple[WorkItem, ...]) -> tuple[PaperColumn, ...]:
    """The printed columns; those of units and dates are as wide as most of their cells need."""
    serial = _mm(max((len(str(one.serial)) for one in items), default=1) / 2, 2, 3)
    leads = [width(one) / 2 for item in items for one in item.lead_text.split("、")]
    lead = _mm(max(leads, default=4), 4, _MOST_IN_LEAD)
    deadline = _mm(max((width(one.deadline.text) / 2 for one in items), default=4), 4.5, 5)
    responsible = _mm(8, 8, 8)
    text = 156 - serial - lead - deadline - responsible
    return (
        PaperColumn("序号", serial, "center"),
        PaperColumn("事项名称", text, "both"),
        PaperColumn("牵头单位", lead, "center"),
        PaperColumn("责任单位", responsible),
        PaperColumn("完成时限", deadline, "center"),
    )


def _mm(characters: float, least: float, most: float) -> float:
    return _EDGES + _CHARACTER * min(max(characters, least), most)


def _rows(found: ListedItems, items: Iterator[WorkItem]) -> Iterator[Row]:
    """A band for each category with the count it was printed with, and its items."""
    categories = {one.category.number: one.category for one in found.groups}
    before = ""
    for item in items:
        if item.category != before:
            before = item.category
            category = categories[before]
            yield Band(f"{category.number}、{category.title}（{len(category.items)}项）")
        yield (
            str(item.serial),
            item.text,
            item.lead_text,
            item.responsible_text,
            item.deadline.text,
        )
