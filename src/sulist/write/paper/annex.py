"""The report's annex: every item, how it stands, and what each unit said last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.watching import watched
from sulist.listfile.touch import leads
from sulist.write.paper.docx import Band, PaperCell, PaperColumn
from sulist.write.standing_words import deadline_words, report_words, state_words
from sulist.write.words import light_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sulist.base.watching import Watch
    from sulist.listfile.item import WorkItem
    from sulist.listfile.worklist import WorkList
    from sulist.standing.tracking import Progress
    from sulist.write.paper.docx import Paper, Row

_NAME = "事项推进情况表"


def annex(
    paper: Paper,
    worklist: WorkList,
    as_of: date,
    progress: Progress | None,
    watch: Watch | None,
) -> None:
    """A line in the text that names it, and the table on a page of its own; needs progress."""
    if progress is None:
        if watch:
            watch(1)
        return
    paper.text("")
    paper.body(f"附件：{_NAME}")
    paper.text("附件", "附件说明", new_page=True)
    paper.text("")
    paper.title(_NAME)
    columns = (
        PaperColumn("序号", 10, "center"),
        PaperColumn("事项名称", 39),
        PaperColumn("牵头单位", 24.5, "center"),
        PaperColumn("完成时限", 20, "center"),
        PaperColumn("状态", 24.5, "center"),
        PaperColumn("最近反馈", 38),
    )
    paper.table(columns, _rows(worklist, progress, watch), small=True)


def _rows(worklist: WorkList, progress: Progress, watch: Watch | None) -> Iterator[Row]:
    category = ""
    for item in watched(worklist.items, watch):
        if item.category != category:
            category = item.category
            yield Band(f"{category}、{item.category_title}")
        one = progress.of(item)
        light = progress.light(item)
        yield (
            str(item.serial),
            item.name,
            item.lead_text,
            deadline_words(item, one, worklist.year),
            PaperCell(state_words(one), light_words(light), light.colour),
            _said(item, progress),
        )


def _said(item: WorkItem, progress: Progress) -> str:
    """Each unit's last report; one that does not lead, or one of several, is named."""
    latest = progress.of(item).latest
    units = {report.unit for report in latest}
    canonical = progress.worklist.roster.canonical
    leading = leads(progress.worklist, item)
    lines = []
    for report in latest:
        alone = len(units) == 1 and (canonical(report.unit) or report.unit) in leading
        lines += report_words(report, progress.worklist.year, name="" if alone else report.unit)
    return "\n".join(lines) or "尚无反馈"
