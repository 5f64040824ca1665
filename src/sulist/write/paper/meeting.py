"""The meeting's report as docx: how far all items are, what has to be decided, every item in an annex."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from sulist.base.days import chinese_day
from sulist.listfile.printing import Printing
from sulist.write.paper import meeting_parts as parts
from sulist.write.paper.annex import annex, named_in_the_text
from sulist.write.paper.docx import Paper
from sulist.write.paper.plain_picture import plain_coming, plain_totals
from sulist.write.printed_words import unread_lines
from sulist.write.selecting import NOTHING, asked, left_out_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sulist.base.watching import Watch
    from sulist.reports.briefing import Briefing
    from sulist.reports.meeting import Meeting

_NUMBERS = "一二三四五六七八九"
_Section = tuple[str, "Callable[[Paper], None]"]


def build(found: Briefing, watch: Watch | None, *, signed: str = "", **_more: Any) -> bytes:
    """The report; without a journal it says what is due when and who has how much.

    ``signed`` is the office that signs it; without one it has the day, and room for the seal.
    """
    (worklist, query, as_of, _progress), part = found.subject[:4], found.part.worklist
    title = f"{worklist.title}推进情况报告"
    paper = Paper(title, as_of)
    under = f"截至{chinese_day(as_of)}"
    if chosen := asked(query):
        under += f" · {chosen}；{len(worklist.items)}项中的{len(part.items)}项"
    paper.title(title, f"（{under}）")
    printing = Printing(worklist)
    notes = ([] if part.items else [NOTHING]) + left_out_lines(found.part.left_out)
    for line in notes + unread_lines(printing, found.part.unread):
        paper.body(line)
    if not part.items:
        paper.sign(signed, chinese_day(as_of))
        return paper.as_bytes()
    sections = (
        _of_meeting(found, found.meeting, printing)
        if found.meeting
        else _of_plain_list(found, printing)
    )
    for number, (heading, write) in zip(_NUMBERS, sections, strict=False):
        paper.text(f"{number}、{heading}", "heading 1")
        write(paper)
    if found.annex:
        named_in_the_text(paper)
    paper.sign(signed, chinese_day(as_of))
    annex(paper, found.annex, printing, watch)
    return paper.as_bytes()


def _of_plain_list(found: Briefing, printing: Printing) -> Iterator[_Section]:
    whole = found.overview
    yield "总体情况", partial(plain_totals, found=whole, printing=printing)
    yield "到期事项", partial(plain_coming, found=whole, printing=printing)


def _of_meeting(briefing: Briefing, found: Meeting, printing: Printing) -> Iterator[_Section]:
    """The headings, and what writes the text under each."""
    items = briefing.part.worklist.items
    owing = briefing.owing
    yield (
        "总体情况",
        partial(parts.totals, found=found, items=items, printing=printing, owing=owing),
    )
    if found.since and found.changed is not None:
        since = chinese_day(found.since, printing.year)
        moved, added = found.changed, found.added
        yield f"{since}以来的变化", partial(parts.changed, changed=moved, printing=printing)
        if added:
            write = partial(parts.added, added=added, printing=printing)
            yield f"{since}以来交办的事项", write
    yield "需要研究解决的问题", partial(parts.problems, found=found, printing=printing)
    yield "逾期、超期完成和延期情况", partial(parts.lateness, found=found, printing=printing)
    coming = briefing.overview.nearest
    yield "下一批到期事项", partial(parts.coming, matches=coming, printing=printing)
