"""Urging letters (催办单) as docx: one for each unit, of what is late, near, or not reported on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sulist.base.days import chinese_day, chinese_month
from sulist.base.filenames import distinct_names
from sulist.base.i18n import ngettext
from sulist.base.typeset import width
from sulist.base.watching import watched
from sulist.write.paper.docx import Paper, PaperColumn
from sulist.write.phrases import date_words, report_words, status_words, which_date
from sulist.write.selecting import asked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.base.watching import Watch
    from sulist.reports.letters import Letters, UnitLetter, Urged
    from sulist.standing.periods import Period
    from sulist.write.paper.docx import Row

_TITLE = "重大事项催办单"
_DATE_FROM_RIGHT = 4  # characters, GB/T 9704-2012, 7.3.5


def build(found: Letters, watch: Watch | None, *, signed: str = "", **_more: Any) -> bytes:
    """All letters in one file, each from an odd page on with page numbers of its own.

    ``signed`` is the office that sends, whose seal goes there where it is not named.
    """
    as_of = found.subject.as_of
    paper = Paper(_TITLE, as_of)
    for at, one in enumerate(watched(found.letters, watch)):
        if at:
            paper.end_section()
        _letter(paper, found, one, signed)
    if not found.letters:
        paper.title(_TITLE)
        part = f"中所选事项（{chosen}）" if (chosen := asked(found.subject.query)) else ""
        title = found.subject.worklist.title
        paper.body(f"截至{chinese_day(as_of)}，《{title}》{part}没有需要催办的事项。")
    return paper.as_bytes()


def build_each(
    found: Letters, watch: Watch | None, *, signed: str = "", **_more: Any
) -> Iterator[tuple[str, bytes]]:
    """Each letter as a file of its own: its name without an ending, and its bytes."""
    as_of = found.subject.as_of
    names = distinct_names([f"催办单-{one.unit}-{as_of}" for one in found.letters])
    for one, name in zip(watched(found.letters, watch), names, strict=True):
        paper = Paper(f"{_TITLE}（{one.unit}）", as_of)
        _letter(paper, found, one, signed)
        yield name, paper.as_bytes()


def remarks(found: Letters) -> list[str]:
    """How many items would be urged, but for a unit that leads them."""
    number = found.unled
    if not number:
        return []
    return [
        ngettext(
            "{n} item that is late or near has no lead unit: nobody is urged on it.",
            "{n} items that are late or near have no lead unit: nobody is urged on them.",
            number,
        ).format(n=number)
    ]


def _letter(paper: Paper, found: Letters, letter: UnitLetter, signed: str) -> None:
    worklist, as_of, items = found.subject.worklist, found.subject.as_of, letter.items
    paper.title(_TITLE)
    paper.text(f"{letter.unit}：", "主送")
    paper.body(
        f"截至{chinese_day(as_of)}，《{worklist.title}》中由你单位牵头的事项，"
        f"有{len(items)}项需要抓紧办理{_tally(letter)}。具体如下："
    )
    columns = (
        PaperColumn("编号", 11, "center"),
        PaperColumn("事项名称", 45),
        PaperColumn("完成时限", 28, "center"),
        PaperColumn("催办事由", 25, "center"),
        PaperColumn("你单位上次反馈", 47),
    )
    paper.table(columns, [_row(one, worklist.year) for one in items], small=True)
    paper.body(
        f"请于{chinese_day(found.reply_by)}前（含当日）书面反馈上述事项的进展情况、存在问题和下步打算；"
        "已经完成的，请附佐证材料；不能按期完成的，请说明原因和拟完成时间。",
        whole=True,
    )
    day = chinese_day(as_of)
    right = _DATE_FROM_RIGHT + (width(day) - width(signed)) / 4
    paper.signature((signed, max(right, 2)), (day, _DATE_FROM_RIGHT))


def _tally(letter: UnitLetter) -> str:
    """How many for which reason; an item may have several."""
    counts = (("逾期", letter.late), ("临近时限", letter.near), ("未按期反馈", letter.owed))
    text = "、".join(f"{word}{number}项" for word, number in counts if number)
    several = sum(number for _word, number in counts) > len(letter.items)
    return f"，其中{text}" + ("（同一事项可能有几种情形）" if several else "")


def _row(one: Urged, year: int) -> Row:
    shown = (*(each.due_date for each in (*one.late, *one.near)), *one.later)
    dates = [date_words(due_date, year) for due_date in shown]
    said = [line for last in one.last for line in report_words(last, year, name=status_words(last))]
    return (
        one.item.id,
        one.item.name,
        "\n".join((one.item.deadline.text, *(f"（{text}）" for text in dates))),
        "\n".join(_reasons(one, year)),
        "\n".join(said) or "尚无反馈",
    )


def _reasons(one: Urged, year: int) -> list[str]:
    """Why it is urged; of several dates each says which it is."""
    lines = [f"{which_date(due_date.step)}逾期{days}天" for due_date, days in one.late]
    for due_date, days in one.near:
        lines.append(which_date(due_date.step) + (f"距时限{days}天" if days else "今日到期"))
    if one.behind:
        lines.append("进度滞后")
    if one.owed:
        lines.append(f"{_period_name(one.owed, year)}未反馈")
    return lines


def _period_name(period: Period, year: int) -> str:
    """11月, or 7月至9月; of another year than the list's also that."""
    first, last = period.months[0], period.months[-1]
    name = chinese_month(first).removeprefix(f"{year}年")
    return name if first == last else f"{name}至{int(last[5:])}月"
