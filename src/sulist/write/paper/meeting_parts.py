"""What stands under each heading of the report."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sulist.asking.query import Query, select
from sulist.base.days import chinese_day
from sulist.reports import progress_counts
from sulist.reports.overview import month_due, unit_load
from sulist.standing.lights import COLOURS
from sulist.write.paper.docx import PaperColumn
from sulist.write.standing_words import date_words, state_words
from sulist.write.words import colour_word, light_words, state_word

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sulist.listfile.item import WorkItem
    from sulist.listfile.worklist import WorkList
    from sulist.reports.progress_counts import Counts
    from sulist.standing.tracking import Progress
    from sulist.write.paper.docx import Paper, Row

# In the order of the road; those that are rare have a column only where one item is there.
_ORDER = (
    "closed",
    "reported-done",
    "in-progress",
    "reopened",
    "not-started",
    "no-report",
    "withdrawn",
)
_RARE = {"reopened", "withdrawn", "reported-done", "not-started"}
_MOST_MONTHS = 7
_NONE = "无。"
_EVEN = (
    PaperColumn("", 26, "center"),
    PaperColumn("", 16, "center"),
    PaperColumn("", 24, "center"),
)
_REASON = (PaperColumn("", 21, "center"), PaperColumn("", 21, "center"), PaperColumn("", 45))


def totals(paper: Paper, progress: Progress) -> None:
    """All items in two sentences; then by category and by lead, where the counts add up."""
    worklist = progress.worklist
    whole = progress_counts.count(progress, "", "", worklist.items)
    states = "、".join(
        f"{state_word(one)}{whole.states[one]}项" for one in _ORDER if whole.states[one]
    )
    lights = Counter(progress.light(item).colour for item in worklist.items)
    said = "、".join(f"{colour_word(one)}{lights[one]}项" for one in COLOURS if lights[one])
    day = chinese_day(progress.as_of, worklist.year)
    paper.body(
        f"截至{day}，{whole.items}项事项中，{states or '无'}；"
        f"其中逾期{whole.overdue}项，超期完成{whole.late}项。从亮灯情况看，{said or '无'}。"
        + _left_out(progress)
    )
    paper.lead("（一）分类情况。", "各类事项推进情况如下：")
    _counts(paper, "分类", progress_counts.by_category(progress), 50)
    paper.lead("（二）牵头单位情况。", "各牵头单位推进情况如下：")
    _counts(paper, "牵头单位", progress_counts.by_lead(progress), 50)


def _left_out(progress: Progress) -> str:
    """What a reader of the counts has to know: the day of knowing, and what does not count."""
    text = ""
    if progress.known_by:
        day = chinese_day(progress.known_by, progress.worklist.year)
        text += f"以上按{day}以前的记录统计，此后补记的未计入。"
    broken = len(progress.journal.problems) + len(progress.refusals)
    if broken:
        text += f"另有{broken}条进展记录有误，未计入。"
    return text


def _counts(paper: Paper, first: str, groups: list[Counts], name: float) -> None:
    shown = [
        state for state in _ORDER if state not in _RARE or any(one.states[state] for one in groups)
    ]
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
    whole = progress_counts.Counts(
        "合计",
        "",
        sum(one.items for one in groups),
        {state: sum(one.states[state] for one in groups) for state in _ORDER},
        sum(one.overdue for one in groups),
        sum(one.late for one in groups),
    )
    paper.table(columns, [*rows, (whole.name, *_numbers(whole, shown))], small=True)


def _two_lines(title: str) -> str:
    """Four characters as two above two, which a narrow column would break otherwise."""
    return f"{title[:2]}\n{title[2:]}" if len(title) == 4 else title


def _numbers(one: Counts, shown: list[str]) -> list[str]:
    return [str(n) for n in (*(one.states[s] for s in shown), one.items, one.overdue, one.late)]


def changed(paper: Paper, progress: Progress, since: date) -> None:
    """What is not as it was known at the last meeting: a row an item."""
    found = progress_counts.changes(progress.at(since, since), progress)
    if not found:
        paper.body("没有变化。")
        return
    paper.body(f"有{len(found)}项的状态、完成比例、时限或者亮灯有变化：")
    rows = []
    for one in found:
        told = [
            report.done
            for report in one.now.reports
            if report.written_day > since.isoformat() and report.done
        ]
        rows.append(
            (
                one.item.id,
                one.item.name,
                one.item.lead_text,
                f"{state_words(one.before)}\n{light_words(one.before_light)}",
                f"{state_words(one.now)}\n{light_words(one.now_light)}",
                "\n".join(told) or "—",
            )
        )
    columns = (
        PaperColumn("编号", 11, "center"),
        PaperColumn("事项名称", 38),
        PaperColumn("牵头单位", 24.5, "center"),
        PaperColumn("此前", 25, "center"),
        PaperColumn("目前", 25, "center"),
        PaperColumn("其间进展", 32.5),
    )
    paper.table(columns, rows, small=True)


def problems(paper: Paper, progress: Progress) -> None:
    """What is in the way, to be decided: a paragraph each."""
    number = 0
    for item in progress.worklist.items:
        for unit, text in progress.of(item).problems:
            number += 1
            paper.body(f"{number}.{item.name}（{item.id}，{unit}反映）：{text}")
    if not number:
        paper.body(_NONE)


def lateness(paper: Paper, progress: Progress) -> None:
    """What is overdue, what was done late, and what was given more time."""
    year = progress.worklist.year
    standings = [(item, progress.of(item)) for item in progress.worklist.items]
    over = [
        (
            *_named(item),
            date_words(part, year),
            f"{(progress.as_of - part.due).days}天",
            state_words(one),
        )
        for item, one in standings
        for part in one.open_dates
        if part.due < progress.as_of
    ]
    _listed(paper, "（一）逾期事项。", over, ("时限", "逾期", "状态"), _EVEN)
    late = [
        (
            *_named(item),
            date_words(part, year),
            f"{part.late_days}天",
            chinese_day(part.done_on, year),
        )
        for item, one in standings
        for part in one.dates
        if part.late_days and part.done_on and not part.open
    ]
    _listed(paper, "（二）超期完成事项。", late, ("时限", "超期", "完成日期"), _EVEN)
    moved = [
        (
            *_named(item),
            chinese_day(one.dates[max(0, each.milestone - 1)].first_due, year),
            chinese_day(each.to, year) if each.to else "—",
            f"{chinese_day(each.on, year)}：{each.reason}"
            if each.reason
            else chinese_day(each.on, year),
        )
        for item, one in standings
        for each in one.extensions
    ]
    _listed(paper, "（三）延期事项。", moved, ("原定时限", "延期至", "决定日期和理由"), _REASON)


def _named(item: WorkItem) -> tuple[str, str, str]:
    return item.id, item.name, item.lead_text


def _listed(
    paper: Paper,
    heading: str,
    rows: Sequence[tuple[str, ...]],
    titles: tuple[str, str, str],
    columns: tuple[PaperColumn, ...],
) -> None:
    if not rows:
        paper.lead(heading, _NONE)
        return
    paper.lead(heading, f"共{len(rows)}项：")
    named = (
        PaperColumn("编号", 11, "center"),
        PaperColumn("事项名称", 145 - sum(one.width for one in columns) - 24.5),
        PaperColumn("牵头单位", 24.5, "center"),
    )
    titled = (one._replace(title=title) for one, title in zip(columns, titles, strict=True))
    paper.table((*named, *titled), rows, small=True)


def coming(paper: Paper, worklist: WorkList, as_of: date, progress: Progress | None) -> None:
    """The items of the next date that is to come; without progress every date, the past ones first."""
    found = select(worklist, Query(), as_of, each_date=True, progress=progress).matches
    ahead = [one for one in found if one.days_left is not None and one.days_left >= 0]
    past = [one for one in found if (one.days_left or 0) < 0 and not progress]
    if progress:
        ahead = [one for one in ahead if one.due == ahead[0].due]
    if not ahead and not past:
        paper.body(_NONE)
        return
    told = f"时限已过的{len(past)}项（没有进展记录，不能判断是否完成），" if past else ""
    paper.body(f"有{len(ahead)}项：" if progress else f"{told}尚未到期的{len(ahead)}项：")
    rows = []
    for one in (*past, *ahead):
        assert one.due is not None  # noqa: S101 - it has days left
        assert one.days_left is not None  # noqa: S101
        day = chinese_day(one.due, worklist.year)
        if one.first_due:
            day += f"（原定{chinese_day(one.first_due, worklist.year)}）"
        left = f"还有{one.days_left}天" if one.days_left > 0 else f"已过{-one.days_left}天"
        left = left if one.days_left else "当日"
        state = state_words(one.standing) if one.standing else one.item.deadline.text
        rows.append((*_named(one.item), day, left, state))
    columns = (
        PaperColumn("编号", 11, "center"),
        PaperColumn("事项名称", 53.5),
        PaperColumn("牵头单位", 24.5, "center"),
        PaperColumn("到期日", 25, "center"),
        PaperColumn("剩余", 21, "center"),
        PaperColumn("状态" if progress else "完成时限", 21, "center"),
    )
    paper.table(columns, rows, small=True)


def plain_totals(paper: Paper, worklist: WorkList, as_of: date) -> None:
    """What there is, by category and month, and by unit; nothing is known of progress."""
    items = worklist.items
    load = {unit: roles for unit, roles in unit_load(worklist).items() if any(roles.values())}
    undated = sum(not month_due(item, as_of) for item in items)
    paper.body(
        f"{len(items)}项事项分为{len(worklist.categories)}类，涉及{len(load)}个单位，"
        f"其中没有确定日期的{undated}项。没有进展记录，本报告不反映推进情况。"
    )
    paper.lead("（一）分类情况。", "各类事项的完成时限如下：")
    months = Counter(month_due(item, as_of) for item in items)
    common = sorted(month for month in months if month)
    shown = common if len(common) <= _MOST_MONTHS else []
    titles = [f"{int(one[5:])}月" if one[:4] == str(worklist.year) else one for one in shown]
    each = 98 / (len(shown) + 2)
    rows: list[Row] = []
    for name, group in (
        *((f"{one.number}、{one.title}", one.items) for one in worklist.categories),
        ("合计", items),
    ):
        due = Counter(month_due(item, as_of) for item in group)
        rows.append((name, *(str(due[month]) for month in (*shown, "")), str(len(group))))
    columns = (
        PaperColumn("分类", 58),
        *(PaperColumn(title, each, "center") for title in (*titles, "无日期", "合计")),
    )
    paper.table(columns, rows)
    paper.lead("（二）单位情况。", "各单位的事项数如下：")
    order = sorted(load, key=lambda unit: [-number for number in load[unit].values()])
    paper.table(
        (
            PaperColumn("单位", 56),
            *(
                PaperColumn(title, 20, "center")
                for title in ("牵头", "责任", "覆盖", "可能", "合计")
            ),
        ),
        [
            (unit, *(str(number) for number in load[unit].values()), str(sum(load[unit].values())))
            for unit in order
        ],
    )
