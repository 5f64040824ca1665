"""What stands under each heading of the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.days import chinese_day
from sulist.reports.progress_counts import ROAD
from sulist.write.paper.docx import PaperColumn
from sulist.write.phrases import date_words, day_words, deadline_words, period_words
from sulist.write.printed_words import of_which, part_words, who_leads_lines
from sulist.write.words import colour_word, light_words, state_and_percent, state_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sulist.asking.query import Match
    from sulist.listfile.item import WorkItem
    from sulist.listfile.printing import Printing
    from sulist.reports.meeting import DoneLate, Meeting, Overdue
    from sulist.reports.owing import Owing
    from sulist.reports.progress_counts import Counts, Moved
    from sulist.write.paper.docx import Paper, Row

_EVEN = (
    PaperColumn("", 33, "center"),
    PaperColumn("", 16, "center"),
    PaperColumn("", 24, "center"),
)
_REASON = (PaperColumn("", 24, "center"), PaperColumn("", 24, "center"), PaperColumn("", 42))


def totals(
    paper: Paper,
    found: Meeting,
    items: Sequence[WorkItem],
    printing: Printing,
    owing: Owing | None,
) -> None:
    """All items in a few sentences; then by category, and by unit that leads, of which several may lead one item."""
    whole, year = found.counts, printing.year
    states = "、".join(
        f"{state_word(one)}{whole.states[one]}项" for one in ROAD if whole.states[one]
    )
    said = "、".join(f"{colour_word(one)}{n}项" for one, n in found.lights.items() if n)
    day = chinese_day(found.as_of, year)
    paper.body(
        f"截至{day}，{whole.items}个事项{of_which(items)}中，{states or '无'}；"
        f"{_lateness(whole)}。从灯号看，{said or '无'}。{_silent(owing, year)}"
        + _left_out(found, year)
    )
    paper.lead("（一）分类情况。", "各类事项推进情况如下：")
    _counts(paper, "分类", found.categories, whole, 50)
    heading = printing.heading("lead")
    if not heading:
        return
    paper.lead(f"（二）{heading}情况。", f"各{heading}推进情况如下：")
    _counts(paper, heading, found.leads, whole, 50)
    for line in who_leads_lines(printing):
        paper.body(line)
    if found.led_by_several:
        paper.body(
            f"注：有{found.led_by_several}项由多个单位共同牵头，在各{heading}分别计数；"
            "合计按事项计，不重复计数。"
        )


def _lateness(whole: Counts) -> str:
    """How many items are late; what there is none of is said in words."""
    over = f"其中逾期{whole.overdue}项" if whole.overdue else "无逾期事项"
    return over + (f"，超期完成{whole.late}项" if whole.late else "，无超期完成事项")


def _silent(owing: Owing | None, year: int) -> str:
    """The units that have not reported for the last period, by name, each with how many items that is."""
    if owing is None or not owing.asked:
        return ""
    period = period_words(owing.period, year)
    units = "、".join(f"{unit}（{len(debts)}项）" for unit, debts in owing.of_units.items())
    return f"{period}未反馈单位：{units}。" if units else f"{period}情况各单位均已反馈。"


def _left_out(found: Meeting, year: int) -> str:
    """What a reader of the counts has to know: the day of knowing, and what does not count."""
    text = ""
    if found.known_by:
        day = chinese_day(found.known_by, year)
        text += f"以上按{day}以前的记录统计，此后补记的未计入。"
    if found.not_counted:
        text += f"另有{found.not_counted}条进展记录有误，未计入。"
    return text


def _counts(paper: Paper, first: str, groups: Iterable[Counts], whole: Counts, name: float) -> None:
    shown = whole.told_states
    titles = [*(state_word(state) for state in shown), "合计", "逾期", "超期完成"]
    each = (156 - name) / len(titles)
    columns = (
        PaperColumn(first, name),
        *(PaperColumn(_two_lines(title), each, "center") for title in titles),
    )
    rows: list[Row] = [
        (f"{one.name}、{one.title}" if one.title else one.name or "—", *_numbers(one, shown))
        for one in groups
    ]
    paper.table(columns, [*rows, ("合计", *_numbers(whole, shown))], small=True)


def _two_lines(title: str) -> str:
    """Four characters as two above two, which a narrow column would break otherwise."""
    return f"{title[:2]}\n{title[2:]}" if len(title) == 4 else title


def _numbers(one: Counts, shown: tuple[str, ...]) -> list[str]:
    return [str(n) for n in (*(one.states[s] for s in shown), one.items, one.overdue, one.late)]


def added(paper: Paper, added: Sequence[WorkItem], printing: Printing) -> None:
    """What was assigned since the last meeting: a row an item."""
    rows = [
        (*_named(one, printing), chinese_day(one.assigned, printing.year) if one.assigned else "")
        for one in added
    ]
    paper.table((*_naming(printing, 70, 40), PaperColumn("交办日期", 28, "center")), rows)


def changed(paper: Paper, changed: Sequence[Moved], printing: Printing) -> None:
    """What is not as it was known at the last meeting: a row an item."""
    year = printing.year
    if not changed:
        paper.body("没有变化。")
        return
    paper.body(f"有{len(changed)}项的状态、完成比例、时限或者灯号有变化：")
    rows = [
        (
            *_named(one.item, printing),
            f"{state_and_percent(one.before)}\n{light_words(one.before_light)}",
            deadline_words(
                f"{state_and_percent(one.now)}\n{light_words(one.now_light)}", one.put_off, year
            ),
            "\n".join(one.told) or "—",
        )
        for one in changed
    ]
    columns = (
        *_naming(printing, 38),
        PaperColumn("此前", 25, "center"),
        PaperColumn("目前", 25, "center"),
        PaperColumn("其间进展", 32.5),
    )
    paper.table(columns, rows, small=True)


def problems(paper: Paper, found: Meeting, printing: Printing) -> None:
    """What is in the way, to be decided: a paragraph each."""
    for number, (item, unit, text) in enumerate(found.problems, 1):
        paper.body(f"{number}.{item.name}（{printing.named(item)}，{unit}反映）：{text}")
    if not found.problems:
        paper.body("各单位未反映需要研究解决的问题。")


def lateness(paper: Paper, found: Meeting, printing: Printing) -> None:
    """What is overdue, what was done late, and what was given more time."""
    year = printing.year
    over = [_late(one, state_and_percent(one.standing), printing) for one in found.overdue]
    counted = _of(found.counts.overdue, over, "个时限")
    _listed(paper, printing, "（一）逾期事项。", counted, over, ("时限", "逾期", "状态"), _EVEN)
    late = [_late(one, chinese_day(one.on, year), printing) for one in found.done_late]
    counted = _of(found.counts.late, late, "个时限")
    titles = ("时限", "超期", "完成日期")
    _listed(paper, printing, "（二）超期完成事项。", counted, late, titles, _EVEN)
    moved = [
        (
            *_named(item, printing),
            chinese_day(given.first_due, year),
            chinese_day(given.to, year),
            "：".join(filter(None, (chinese_day(given.on, year), given.reason))),
        )
        for item, given in found.extensions
    ]
    counted = _of(found.extended_items, moved, "次")
    titles = ("原定时限", "延期至", "决定日期和理由")
    _listed(paper, printing, "（三）延期事项。", counted, moved, titles, _REASON)


def _named(item: WorkItem, printing: Printing) -> tuple[str, ...]:
    name = item.name + part_words(printing, item)
    leads = (printing.leading_cell(item),) if printing.heading("lead") else ()
    return (printing.cited(item), name, *leads)


def cited_width(printing: Printing) -> float:
    """How wide the column is by which items are called: 2-11, or 12之3."""
    return 14 if printing.cited_by_serial else 11


def _naming(printing: Printing, text: float, lead: float = 24.5) -> tuple[PaperColumn, ...]:
    """The columns of what an item is called, what it says, and who leads it."""
    cited, heading = cited_width(printing), printing.heading("lead")
    return (
        PaperColumn(printing.cited_as, cited, "center"),
        PaperColumn(printing.heading("text"), text + 11 - cited + (0 if heading else lead)),
        *([PaperColumn(heading, lead, "center")] if heading else []),
    )


def _late(one: Overdue | DoneLate, last: str, printing: Printing) -> tuple[str, ...]:
    """An item, its date and how many days late that is, and one more cell."""
    day = date_words(one.due_date, printing.year)
    return *_named(one.item, printing), day, f"{one.days}天", last


def _of(items: int, rows: Sequence[tuple[str, ...]], unit: str) -> str:
    """How many items, as the totals count them, and how many rows where these are more."""
    counted = (f"{items}项" if items else "", f"{len(rows)}{unit}" if len(rows) > items else "")
    return "共" + "、".join(filter(None, counted))


def _listed(
    paper: Paper,
    printing: Printing,
    heading: str,
    number: str,
    rows: Sequence[tuple[str, ...]],
    titles: tuple[str, str, str],
    columns: tuple[PaperColumn, ...],
) -> None:
    if not rows:
        paper.lead(heading, "无。")
        return
    paper.lead(heading, f"{number}：")
    named = _naming(printing, 145 - sum(one.width for one in columns) - 24.5)
    titled = (one._replace(title=title) for one, title in zip(columns, titles, strict=True))
    paper.table((*named, *titled), rows, small=True)


def coming(paper: Paper, matches: Sequence[Match], printing: Printing) -> None:
    """The items of the next date that is to come."""
    if not matches:
        paper.body("无后续到期事项。")
        return
    paper.body(f"共{len(matches)}项：")
    rows = [
        (*due_cells(one, printing), state_and_percent(one.standing) if one.standing else "")
        for one in matches
    ]
    paper.table(due_columns("状态", printing), rows, small=True)


def due_cells(one: Match, printing: Printing) -> tuple[str, ...]:
    """An item and one of its dates: which it is, who leads it, when it is due, how far off that is."""
    assert one.due is not None  # noqa: S101 - it has days left
    assert one.days_left is not None  # noqa: S101
    left = f"还有{one.days_left}天" if one.days_left > 0 else f"已过{-one.days_left}天"
    day = day_words(one.due, one.first_due, printing.year)
    return (*_named(one.item, printing), day, left if one.days_left else "当日")


def due_columns(
    last: str, printing: Printing, *, day: float = 33, last_width: float = 23
) -> tuple[PaperColumn, ...]:
    """The columns of ``due_cells``, and one more."""
    return (
        *_naming(printing, 97.5 - day - last_width),
        PaperColumn("到期日", day, "center"),
        PaperColumn("剩余", 23, "center"),
        PaperColumn(last, last_width, "center"),
    )
