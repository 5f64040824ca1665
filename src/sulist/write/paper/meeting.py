"""The meeting's report as docx: how far all items are, what has to be decided, every item in an annex."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sulist.base.days import chinese_day
from sulist.write.paper import meeting_parts as parts
from sulist.write.paper.annex import annex
from sulist.write.paper.docx import Paper
from sulist.write.selecting import NOTHING, asked, narrowed

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sulist.asking.query import Query
    from sulist.base.watching import Watch
    from sulist.listfile.worklist import WorkList
    from sulist.standing.tracking import Progress

_NUMBERS = "一二三四五六七八九"


def build(
    worklist: WorkList,
    query: Query,
    as_of: date,
    progress: Progress | None,
    watch: Watch | None,
    *,
    since: date | None = None,
    **_more: Any,
) -> bytes:
    """The report of what ``query`` selects; ``since`` is the last meeting's day.

    Without a journal it says what is due when and who has how much, and nothing of progress.
    """
    title = f"{worklist.title}推进情况报告"
    paper = Paper(title, as_of)
    part = asked(query)
    whole = len(worklist.items)
    worklist, progress, left_out = narrowed(worklist, query, as_of, progress)
    under = f"截至{chinese_day(as_of)}"
    if part:
        under += f" · {part}；{whole}项中的{len(worklist.items)}项"
    paper.title(title, f"（{under}）")
    for line in ([] if worklist.items else [NOTHING]) + left_out:
        paper.body(line)
    if not worklist.items:
        return paper.as_bytes()
    for number, (heading, write) in zip(
        _NUMBERS, _sections(worklist, as_of, progress, since), strict=False
    ):
        paper.text(f"{number}、{heading}", "heading 1")
        write(paper)
    annex(paper, worklist, as_of, progress, watch)
    return paper.as_bytes()


def _sections(
    worklist: WorkList, as_of: date, progress: Progress | None, since: date | None
) -> list[tuple[str, Callable[[Paper], None]]]:
    """The headings, and what writes the text under each."""
    if progress is None:
        return [
            ("总体情况", lambda paper: parts.plain_totals(paper, worklist, as_of)),
            ("到期事项", lambda paper: parts.coming(paper, worklist, as_of, None)),
        ]
    known = progress
    found: list[tuple[str, Callable[[Paper], None]]] = [
        ("总体情况", lambda paper: parts.totals(paper, known))
    ]
    if since:
        day = since
        found.append(
            (
                f"{chinese_day(day, worklist.year)}以来的变化",
                lambda paper: parts.changed(paper, known, day),
            )
        )
    found += [
        ("需要研究解决的问题", lambda paper: parts.problems(paper, known)),
        ("逾期、超期完成和延期情况", lambda paper: parts.lateness(paper, known)),
        ("下一批到期事项", lambda paper: parts.coming(paper, worklist, as_of, known)),
    ]
    return found
