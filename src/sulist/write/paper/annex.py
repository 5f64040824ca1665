"""The report's annex: every item, how it stands, and what each unit said last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.watching import watched
from sulist.listfile.printing import gathered
from sulist.write.paper.docx import Band, PaperCell, PaperColumn
from sulist.write.paper.meeting_parts import cited_width
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


def named_in_the_text(paper: Paper) -> None:
    """The line in the text that names the annex, on one page with what follows."""
    paper.text("")
    paper.body(f"附件：{_NAME}", whole=True)


def annex(paper: Paper, rows: Sequence[AnnexRow], printing: Printing, watch: Watch | None) -> None:
    """The table on a page of its own; nothing without rows."""
    if not rows:
        if watch:
            watch(1)
        return
    paper.text("附件", "附件说明", new_page=True)
    paper.text("")
    paper.title(_NAME)
    leads, dates = printing.heading("lead"), printing.has("deadline")
    cited = cited_width(printing)
    columns = (
        PaperColumn(printing.cited_as, cited, "center"),
        PaperColumn(
            printing.heading("text"), 49 - cited + (0 if dates else 21) + (0 if leads else 21)
        ),
        *([PaperColumn(leads, 21, "center")] if leads else []),
        *([PaperColumn(printing.heading("deadline"), 21, "center")] if dates else []),
        PaperColumn("状态", 24.5, "center"),
        PaperColumn("最近反馈", 40.5),
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
        printing.cited(item),
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
