"""Urging letters (催办单) as docx: one for each unit, of what is late, near, or not reported on."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from sulist.base.days import chinese_day
from sulist.base.filenames import distinct_names
from sulist.base.i18n import ngettext
from sulist.base.typeset import width
from sulist.base.watching import watched
from sulist.reports.letters import urged, urgent_unled
from sulist.write.paper.docx import Paper, PaperColumn
from sulist.write.selecting import asked
from sulist.write.standing_words import date_words, report_words, status_words, which_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.asking.query import Query
    from sulist.base.watching import Watch
    from sulist.listfile.worklist import WorkList
    from sulist.reports.letters import Urged
    from sulist.standing.tracking import Progress

_TITLE = "重大事项催办单"
ANSWER_DAYS = 7
_DATE_FROM_RIGHT = 4  # characters, GB/T 9704-2012, 7.3.5


def build(
    worklist: WorkList,
    query: Query,
    as_of: date,
    progress: Progress | None,
    watch: Watch | None,
    *,
    reply_by: date | None = None,
    signed: str = "",
    **_more: Any,
) -> bytes:
    """All letters in one file, each from an odd page on with page numbers of its own.

    An answer is due on ``reply_by``, else a week after the day asked about; ``signed`` is the
    office that sends, whose seal goes there where it is not named.
    """
    assert progress is not None  # noqa: S101 - the kind needs progress
    letters = list(urged(progress, query).items())
    paper = Paper(_TITLE, as_of)
    for at, (unit, items) in enumerate(watched(letters, watch)):
        if at:
            paper.end_section()
        _letter(paper, progress, unit, items, reply_by, signed)
    if not letters:
        paper.title(_TITLE)
        part = f"中所选事项（{chosen}）" if (chosen := asked(query)) else ""
        paper.body(f"截至{chinese_day(as_of)}，《{worklist.title}》{part}没有需要催办的事项。")
    return paper.as_bytes()


def build_each(
    worklist: WorkList,
    query: Query,
    as_of: date,
    progress: Progress | None,
    watch: Watch | None,
    *,
    reply_by: date | None = None,
    signed: str = "",
    **_more: Any,
) -> Iterator[tuple[str, bytes]]:
    """Each letter as a file of its own: its name without an ending, and its bytes."""
    assert progress is not None  # noqa: S101 - the kind needs progress
    letters = urged(progress, query)
    names = distinct_names([f"催办单-{unit}-{as_of}" for unit in letters])
    for (unit, items), name in zip(watched(list(letters.items()), watch), names, strict=True):
        paper = Paper(f"{_TITLE}（{unit}）", as_of)
        _letter(paper, progress, unit, items, reply_by, signed)
        yield name, paper.as_bytes()


def remarks(worklist: WorkList, query: Query, as_of: date, progress: Progress | None) -> list[str]:
    """How many items would be urged, but for a unit that leads them."""
    assert progress is not None  # noqa: S101 - the kind needs progress
    number = 0 if query.units else urgent_unled(progress, query)
    if not number:
        return []
    return [
        ngettext(
            "{n} item that is late or near has no lead unit: nobody is urged on it.",
            "{n} items that are late or near have no lead unit: nobody is urged on them.",
            number,
        ).format(n=number)
    ]


def _letter(
    paper: Paper,
    progress: Progress,
    unit: str,
    items: list[Urged],
    reply_by: date | None,
    signed: str,
) -> None:
    worklist, as_of = progress.worklist, progress.as_of
    due = reply_by or as_of + min(timedelta(days=ANSWER_DAYS), date.max - as_of)
    paper.title(_TITLE)
    paper.text(f"{unit}：", "主送")
    paper.body(
        f"截至{chinese_day(as_of)}，《{worklist.title}》中由你单位牵头的事项，"
        f"有{len(items)}项需要抓紧办理{_tally(items)}。具体如下："
    )
    columns = (
        PaperColumn("编号", 11, "center"),
        PaperColumn("事项名称", 45),
        PaperColumn("完成时限", 28, "center"),
        PaperColumn("催办事由", 25, "center"),
        PaperColumn("你单位上次反馈", 47),
    )
    paper.table(columns, [_row(progress, one) for one in items], small=True)
    paper.body(
        f"请于{chinese_day(due)}前（含当日）书面反馈上述事项的进展情况、存在问题和下步打算；"
        "已经完成的，请附佐证材料；不能按期完成的，请说明原因和拟完成时间。",
        whole=True,
    )
    day = chinese_day(as_of)
    right = _DATE_FROM_RIGHT + (width(day) - width(signed)) / 4
    paper.signature((signed, max(right, 2)), (day, _DATE_FROM_RIGHT))


def _tally(items: list[Urged]) -> str:
    """How many for which reason; an item may have several."""
    counts = (
        ("逾期", sum(bool(one.late) for one in items)),
        ("临近时限", sum(bool(one.near) for one in items)),
        ("未按期反馈", sum(bool(one.owed) for one in items)),
    )
    text = "、".join(f"{word}{number}项" for word, number in counts if number)
    several = sum(number for _word, number in counts) > len(items)
    return f"，其中{text}" + ("（同一事项可能有几种情形）" if several else "")


def _row(progress: Progress, one: Urged) -> tuple[str, ...]:
    year = progress.worklist.year
    dates = [date_words(part, year) for part in (*one.late, *one.near)]
    said = [line for last in one.last for line in report_words(last, year, name=status_words(last))]
    return (
        one.item.id,
        one.item.name,
        "\n".join((one.item.deadline.text, *(f"（{text}）" for text in dates))),
        "\n".join(_reasons(one, progress.as_of)),
        "\n".join(said) or "尚无反馈",
    )


def _reasons(one: Urged, as_of: date) -> list[str]:
    """Why it is urged; of several dates each says which it is."""
    lines = [f"{which_date(part.step)}逾期{(as_of - part.due).days}天" for part in one.late]
    for part in one.near:
        days = (part.due - as_of).days
        lines.append(which_date(part.step) + (f"距时限{days}天" if days else "今日到期"))
    if one.behind:
        lines.append("进度滞后")
    if one.owed:
        lines.append(f"{one.owed}未反馈")
    return lines
