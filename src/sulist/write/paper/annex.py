"""The report's annex: every item, how it stands, and what each unit said last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.watching import watched
from sulist.write.paper.docx import Band, PaperCell, PaperColumn
from sulist.write.phrases import deadline_words, report_words
from sulist.write.words import light_words, state_and_percent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sulist.base.watching import Watch
    from sulist.reports.briefing import AnnexRow
    from sulist.write.paper.docx import Paper, Row

_NAME = "事项推进情况表"


def annex(paper: Paper, rows: Sequence[AnnexRow], year: int, watch: Watch | None) -> None:
    """A line in the text that names it, and the table on a page of its own; nothing without rows."""
    if not rows:
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
    paper.table(columns, _rows(rows, year, watch), small=True)


def _rows(rows: Sequence[AnnexRow], year: int, watch: Watch | None) -> Iterator[Row]:
    category = ""
    for one in watched(rows, watch):
        item = one.item
        if item.category != category:
            category = item.category
            yield Band(f"{category}、{item.category_title}")
        yield (
            str(item.serial),
            item.name,
            item.lead_text,
            deadline_words(item.deadline.text, one.standing.dates, year),
            PaperCell(state_and_percent(one.standing), light_words(one.light), one.light.colour),
            _said(one, year),
        )


def _said(one: AnnexRow, year: int) -> str:
    """Each unit's last report."""
    lines = []
    for voice, report in one.said:
        lines += report_words(report, year, name=voice.unit if one.named else "")
    return "\n".join(lines) or "尚无反馈"
