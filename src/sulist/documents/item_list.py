"""The list as docx, as the official table was printed: serials restart in each category."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING, Any

from docx import Document

from sulist.documents.package import repacked
from sulist.query import select

if TYPE_CHECKING:
    from datetime import date

    from sulist.documents import Watch
    from sulist.progress.tracking import Progress
    from sulist.query import Query
    from sulist.worklist import WorkList

HEADER = ("序号", "事项名称", "牵头单位", "责任单位", "完成时限")


def build(
    worklist: WorkList,
    query: Query,
    as_of: date,
    progress: Progress | None,
    watch: Watch | None,
    **_more: Any,
) -> bytes:
    """The printed cells of what ``query`` selects."""
    matches = select(worklist, query, as_of, progress=progress).matches
    document = Document()
    document.add_heading(worklist.title, 0)
    table = document.add_table(1, len(HEADER))
    for cell, text in zip(table.rows[0].cells, HEADER, strict=True):
        cell.text = text
    titles = {one.number: one.title for one in worklist.categories}
    for number, group in groupby((match.item for match in matches), lambda item: item.category):
        items = list(group)
        cells = table.add_row().cells
        cells[0].merge(cells[-1]).text = f"{number}、{titles[number]}（{len(items)}项）"
        for item in items:
            texts = (
                str(item.serial),
                item.text,
                item.lead_text,
                item.responsible_text,
                item.deadline.text,
            )
            for cell, text in zip(table.add_row().cells, texts, strict=True):
                cell.text = text
    if watch:
        watch(1)
    properties = document.core_properties
    properties.created = properties.modified = datetime(as_of.year, as_of.month, as_of.day)
    properties.title = worklist.title
    data = BytesIO()
    document.save(data)
    return repacked(data.getvalue())
