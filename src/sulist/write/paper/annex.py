"""The report's annex: every item, how it stands, and what each unit said last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.watching import watched
from sulist.listfile.printing import gathered
from sulist.write.paper.docx import Band, PaperCell, PaperColumn
from sulist.write.phrases import deadline_words, report_words
from sulist.write.printed_words import part_words, printed_deadline
from sulist.write.words import light_words, state_and_percent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sulist.base.watching import Watch
    from sulist.listfile.printing import Printing
    from sulist.reports.briefing import AnnexRow
    from sulist.write.paper.docx import Paper, Row

_NAME = "事项推进情况表"


def annex(paper: Paper, rows: Sequence[AnnexRow], printing: Printing, watch: Watch | None) -> None:
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
    leads, dates = printing.heading("lead"), printing.has("deadline")
    columns = (
        PaperColumn(printing.serial_heading or printing.cited_as, 10, "center"),
        PaperColumn(printing.heading("text"), 39 + (0 if dates else 20) + (0 if leads else 24.5)),
        *([PaperColumn(leads, 24.5, "center")] if leads else []),
        *([PaperColumn(printing.heading("deadline"), 20, "center")] if dates else []),
        PaperColumn("状态", 24.5, "center"),
        PaperColumn("最近反馈", 38),
    )
    paper.table(columns, _rows(rows, printing, watch), small=True)


def _rows(rows: Sequence[AnnexRow], printing: Printing, watch: Watch | None) -> Iterator[Row]:
    """A band for each category, and its items, each part below what it is of."""
    by_id = {one.item.id: one for one in rows}
    category = ""
    for item in watched(gathered(one.item for one in rows), watch):
        if item.category != category:
            category = item.category
            yield Band(f"{category}、{item.category_title}")
        yield _row(by_id[item.id], printing)


def _row(one: AnnexRow, printing: Printing) -> Row:
    item, year = one.item, printing.year
    deadline = deadline_words(printed_deadline(item, year), one.standing.dates, year)
    return (
        item.printed_serial if printing.serial_heading else printing.cited(item),
        item.name + part_words(printing, item),
        *([printing.leading_cell(item)] if printing.heading("lead") else []),
        *([deadline] if printing.has("deadline") else []),
        PaperCell(state_and_percent(one.standing), light_words(one.light), one.light.colour),
        _said(one, year),
    )


def _said(one: AnnexRow, year: int) -> str:
    """Each unit's last report."""
    lines = []
    for voice, report in one.said:
        lines += report_words(report, year, name=voice.unit if one.named else "")
    return "\n".join(lines) or "尚无反馈"
