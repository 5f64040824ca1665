"""The ledger (台账) as a workbook: the printed columns, and beside them how every item stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sulist.asking.query import select
from sulist.base.days import chinese_day
from sulist.journal.journal import Journal
from sulist.listfile.touch import leads
from sulist.standing.lights import COLOURS
from sulist.standing.states import STATES
from sulist.standing.tracking import Progress
from sulist.write.selecting import NOTHING, asked, left_out
from sulist.write.sheet.book import Book, SheetColumn, height, page
from sulist.write.standing_words import which_date
from sulist.write.words import colour_word, light_words, state_word

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sulist.asking.query import Match, Query, Selection
    from sulist.base.watching import Watch
    from sulist.journal.record import Record
    from sulist.listfile.item import Category
    from sulist.listfile.worklist import WorkList
    from sulist.standing.states import DueDate as Date
    from sulist.standing.states import Standing


_PARTS = (
    SheetColumn("序号", 5.5),
    SheetColumn("事项名称", 30),
    SheetColumn("牵头单位", 9.5),
    SheetColumn("责任单位", 12),
    SheetColumn("完成时限", 9),
    SheetColumn("灯号", 8),
    SheetColumn("状态", 8.5),
    SheetColumn("完成比例", 6),
    SheetColumn("进展情况", 30),
    SheetColumn("存在问题", 18),
    SheetColumn("下步打算", 18),
    SheetColumn("佐证", 11),
    SheetColumn("备注", 16),
)
_LIGHT, _STATE, _PERCENT = 5, 6, 7
_HEAD = 2  # the row of the headings
_INKS = {
    "red": ("#9C0006", "#FFC7CE"),
    "yellow": ("#7F6000", "#FFEB9C"),
    "green": ("#006100", "#C6EFCE"),
    "blue": ("#1F4E79", "#DDEBF7"),
}


class _Row(NamedTuple):
    """The texts of an item's row behind the printed columns, but for the percent."""

    light: str
    state: str
    done: str
    problem: str
    next: str
    evidence: str
    remark: str


def build(
    worklist: WorkList,
    query: Query,
    as_of: date,
    progress: Progress | None,
    watch: Watch | None,
    **_more: Any,
) -> bytes:
    """The ledger of the items that answer ``query``; ``watch`` is told the share that is done."""
    progress = progress or Progress(worklist, Journal(""), as_of)
    selection = select(worklist, query, as_of, progress=progress)
    title = f"{worklist.title}（台账）"
    book = Book(title, as_of)
    sheet = book.sheet("台账")
    page(sheet, _PARTS, _HEAD, frozen=2)
    last = len(_PARTS) - 1
    sheet.set_row(0, 36)
    sheet.merge_range(0, 0, 0, last, title, book.form("title"))
    sheet.set_row(1, 20)
    sheet.merge_range(1, 0, 1, last, _under(query, selection, as_of), book.form("under"))
    sheet.set_row(_HEAD, 30)
    for column, part in enumerate(_PARTS):
        book.write(sheet, _HEAD, column, part.title, "head")
    end = _rows(book, sheet, progress, selection, watch)
    if end > _HEAD + 1:
        _rules(book, sheet, end - 1)
    for note in _notes(progress, selection, query):
        book.write(sheet, end, 0, note, "plain")
        end += 1
    return book.finish()


def _under(query: Query, selection: Selection, as_of: date) -> str:
    """The line under the title: what was asked for, as of when, how many."""
    states = [one.standing.state for one in selection.matches if one.standing]
    lights = [one.light.colour for one in selection.matches if one.light]
    counts = [
        f"{state_word(state)}{states.count(state)}" for state in STATES if states.count(state)
    ]
    shining = [
        f"{colour_word(one)}{lights.count(one)}"
        for one in COLOURS
        if one != "none" and lights.count(one)
    ]
    total = f"共{len(states)}项" + (f"（{'、'.join(counts)}）" if counts else "")
    return "    ".join(
        filter(None, (asked(query), f"截至{chinese_day(as_of)}", total, "、".join(shining)))
    )


def _rows(
    book: Book, sheet: Any, progress: Progress, selection: Selection, watch: Watch | None
) -> int:
    """Writes category rows and items; gives the row behind them."""
    row = _HEAD + 1
    total = len(selection.matches)
    shown: dict[str, int] = {}
    for match in selection.matches:
        shown[match.item.category] = shown.get(match.item.category, 0) + 1
    categories = {one.number: one for one in progress.worklist.categories}
    decisions = _decisions(progress)
    before = ""
    for done, match in enumerate(selection.matches, 1):
        item = match.item
        if item.category != before:
            before = item.category
            _category(book, sheet, row, categories[before], shown[before])
            row += 1
        _item(book, sheet, row, match, _row(progress, match, decisions.get(item.id)))
        row += 1
        if watch and done % 100 == 0:
            watch(done / total)
    if watch:
        watch(1)
    return row


def _category(book: Book, sheet: Any, row: int, category: Category, shown: int) -> None:
    number = f"{shown}项" if shown == category.count else f"{category.count}项，本表{shown}项"
    sheet.set_row(row, 20)
    book.write(sheet, row, 0, f"{category.number}、{category.title}（{number}）", "category-first")
    for column in range(1, len(_PARTS) - 1):
        book.write(sheet, row, column, "", "category")
    book.write(sheet, row, len(_PARTS) - 1, "", "category-last")


def _item(book: Book, sheet: Any, row: int, match: Match, made: _Row) -> None:
    item, standing = match.item, match.standing
    assert standing is not None  # noqa: S101 - the ledger is asked with progress
    printed = (item.id, item.text, item.lead_text, item.responsible_text, item.deadline.text)
    texts = [
        book.fitting(text, part, item.id)
        for part, text in zip(_PARTS, (*printed, *made[:2], "", *made[2:]), strict=True)
    ]
    sheet.set_row(row, height((text, part.width) for part, text in zip(_PARTS, texts, strict=True)))
    for column, (part, text) in enumerate(zip(_PARTS, texts, strict=True)):
        if column == _PERCENT and standing.percent is not None:
            sheet.write_number(row, column, standing.percent / 100, book.form("percent"))
        else:
            book.write(sheet, row, column, text, "short" if part.width < 10 else "text")


def _row(progress: Progress, match: Match, decision: Record | None) -> _Row:
    one, item = match.standing, match.item
    assert one is not None  # noqa: S101 - as above
    assert match.light is not None  # noqa: S101 - as above
    own = set(leads(progress.worklist, item))

    def whose(unit: str) -> str:
        return "" if unit in own and len(own) == 1 else unit

    def said(text_of: Callable[[Record], str]) -> str:
        """What each unit said last; one that does not lead is named, and which date it is about."""
        return "\n".join(
            "".join(
                f"{name}：" for name in (whose(report.unit), which_date(report.milestone)) if name
            )
            + text
            for report in one.latest
            if (text := text_of(report))
        )

    return _Row(
        light_words(match.light),
        state_word(one.state),
        said(lambda report: report.done),
        "\n".join(
            f"{name}：{text}" if (name := whose(unit)) else text for unit, text in one.problems
        ),
        said(lambda report: report.next),
        said(lambda report: "；".join(report.evidence)),
        "\n".join(_remarks(one, progress, decision)),
    )


def _remarks(one: Standing, progress: Progress, decision: Record | None) -> list[str]:
    """What the other columns have no place for: last report, dates, extensions, decisions."""
    year = progress.worklist.year
    found = [f"{chinese_day(one.last_report.on, year)}反馈。"] if one.last_report else []
    found += [
        f"延至{chinese_day(each.to, year)}：{each.reason}" for each in one.extensions if each.to
    ]
    found += filter(None, (_date_remark(part, progress.as_of, year) for part in one.dates))
    if decision and decision.reason and decision.kind == _KIND_OF.get(one.state):
        found.append(f"{state_word(one.state)}：{decision.reason}")
    return found


_KIND_OF = {"closed": "closing", "reopened": "reopening", "withdrawn": "withdrawal"}


def _date_remark(part: Date, as_of: date, year: int) -> str:
    which = f"时限{part.step}：" if part.step else ""
    first = f"原定{chinese_day(part.first_due, year)}。" if part.due != part.first_due else ""
    if part.open:
        late = (as_of - part.due).days
        text = f"已超期{late}天。" if late > 0 else ""
        text = text or (f"应于{chinese_day(part.due, year)}完成。" if part.step else "")
    elif part.done_on:
        text = f"{chinese_day(part.done_on, year)}完成"
        than = "比原定晚" if first else "超期"
        text += f"，{than}{part.late_days}天。" if part.late_days else "。"
    else:
        text = ""
    return which + first + text if first or text else ""


def _decisions(progress: Progress) -> dict[str, Record]:
    """Of each item the last closing, reopening or withdrawal that stands."""
    return {
        one.item: one
        for one in progress.known.standing
        if one.on <= progress.as_of and one.kind in _KIND_OF.values()
    }


def _rules(book: Book, sheet: Any, end: int) -> None:
    """Filters, a list of states to choose from, and colours that follow the word of the light."""
    first = _HEAD + 1
    sheet.autofilter(_HEAD, 0, end, len(_PARTS) - 1)
    sheet.data_validation(
        first,
        _STATE,
        end,
        _STATE,
        {
            "validate": "list",
            "source": [state_word(state) for state in STATES],
            "error_title": "状态",
            "error_message": "请从下拉列表中选择。",
        },
    )
    for colour, inks in _INKS.items():
        rule = {
            "type": "text",
            "criteria": "begins with",
            "value": colour_word(colour),
            "format": book.colour(*inks),
        }
        sheet.conditional_format(first, _LIGHT, end, _LIGHT, rule)


def _notes(progress: Progress, selection: Selection, query: Query) -> list[str]:
    """Lines under the table: what is not in it."""
    found = [] if selection.matches else [f"注：{NOTHING}"]
    found += [f"注：{line}" for line in left_out(query, selection)]
    broken = len(progress.journal.problems) + len(progress.refusals)
    if broken:
        found.append(f"注：进展记录中有{broken}行未计入，请先用 sulist check 查明。")
    if progress.known_by:
        found.append(f"注：按{chinese_day(progress.known_by)}所知情况。")
    return found
