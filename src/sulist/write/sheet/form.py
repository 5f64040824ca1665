"""A form as a workbook: what is printed, the last report beside it, and cells to fill in.

The sheet is protected, and no cell of the table is locked, since nobody could sort it then. What is
printed takes nothing that is typed, and a change that gets in otherwise is seen when the form comes back.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sulist.base.days import chinese_day, chinese_period, monday_of
from sulist.base.i18n import speaking
from sulist.base.showing import shortened
from sulist.base.watching import watched
from sulist.forms.head import (
    HOW,
    NOT_ASKED,
    NOT_READ,
    NOT_SHOWN,
    OF_EACH_DATE,
    OF_THE_WHOLE,
    SEVERAL_DATES,
    TITLE,
    UNDER,
)
from sulist.forms.layout import (
    COLUMN,
    FORMAT,
    MARKER,
    MARKER_NAME,
    NOTE,
    SHEET,
    STATUS_OF,
    Line,
    columns_of,
    sign,
)
from sulist.forms.people import PEOPLE
from sulist.listfile.printing import Printing
from sulist.reports.reporting import blank_form
from sulist.write.documents import LANGUAGE
from sulist.write.printed_words import assigned_words, of_the_list, unread_text
from sulist.write.sheet.book import Book, fits, height, page
from sulist.write.sheet.fitting import SheetColumn, laid_out
from sulist.write.words import state_word, status_word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sulist.base.watching import Watch
    from sulist.forms.layout import FormColumn
    from sulist.listfile.item import WorkItem
    from sulist.reports.reporting import AskedRow, BlankForm
    from sulist.standing.periods import Period
    from sulist.standing.tracking import Progress

_PEOPLE = 3  # the row of who filled it in, reviewed it and can be called
_THIRD = 2  # the column of the first of them in a list without leads
_HEAD = 4  # the row of the headings
_EARLIEST = date(1949, 10, 1)


def form(
    progress: Progress,
    unit: str,
    items: list[WorkItem],
    month: str,
    period: Period,
    watch: Watch | None = None,
) -> bytes:
    """The form of a unit for a month, with a row for each of its items that is still open.

    ``watch`` is told the share of the rows that is written, 0 to 1.
    """
    with speaking(LANGUAGE):
        return _form(progress, unit, items, month, period, watch)


def _form(
    progress: Progress,
    unit: str,
    items: list[WorkItem],
    month: str,
    period: Period,
    watch: Watch | None,
) -> bytes:
    worklist = progress.worklist
    printing = Printing(worklist)
    columns = columns_of(printing)
    layout = laid_out(SheetColumn(one.title, one.width, one.grows) for one in columns)
    columns = tuple(
        one._replace(width=part.width) for one, part in zip(columns, layout.parts, strict=True)
    )
    found = blank_form(progress, unit, items)
    lines = [Line(row.item, row.step) for row in found.rows]
    what = of_the_list(worklist, printing.standard)
    title = TITLE.format(month=chinese_period(month), what=what)
    book = Book(f"{title}（{unit}）", period.first)
    sheet = book.sheet(SHEET)
    page(sheet, layout, _HEAD, frozen=1 + [one.key for one in columns].index("text"))
    texts = [line.printed(printing) | {"id": line.id} for line in lines]
    unread = _not_read(printing)
    several = SEVERAL_DATES if any(one.several for one in found.rows) else ""
    notes = (several, _not_asked(found, month), _not_shown(book, columns, texts), unread)
    above = (title, _under(progress, unit, period), _how(progress, period, notes))
    _head(book, sheet, columns, above, layout.first_page)
    row = _HEAD + 1
    signs = []
    for cells, one in zip(watched(texts, watch), found.rows, strict=True):
        last = _last_text(one, printing)
        signs.append(sign(_line(book, sheet, row, columns, cells | {"last": last})))
        row += 1
    if lines:
        _rules(sheet, columns, row - 1)
    sheet.protect(
        "",
        {
            "format_cells": True,
            "format_columns": True,
            "format_rows": True,
            "sort": True,
            "autofilter": True,
        },
    )
    _marker(
        book,
        [
            (MARKER_NAME, str(FORMAT), ""),
            ("清单", worklist.title, ""),
            ("年度", str(worklist.year), ""),
            ("月份", month, ""),
            ("单位", unit, ""),
            *((COLUMN, one.title, one.key) for one in columns),
            *([(NOTE, unread, "")] if unread else []),
            *(("行", line.id, mark) for line, mark in zip(lines, signs, strict=True)),
        ],
    )
    return book.finish()


def _under(progress: Progress, unit: str, period: Period) -> str:
    """Whose form it is, by when it is due back, and of which list."""
    return "    ".join(UNDER).format(
        unit=unit, due=chinese_day(period.due), list=progress.worklist.title
    )


def _how(progress: Progress, period: Period, notes: Iterable[str]) -> str:
    """How to fill it in, and what is to be known of its rows."""
    last = chinese_day(period.last, progress.worklist.year)
    how = HOW.format(day=period.last.replace(day=18), last=last)
    return "\n".join(filter(None, (how, *notes)))


def _head(
    book: Book,
    sheet: Any,
    columns: tuple[FormColumn, ...],
    texts: tuple[str, str, str],
    wide: int,
) -> None:
    """Writes the lines above the table, over ``wide`` columns, the cells for people, and the headings."""
    width = sum(one.width for one in columns[:wide])
    for row, (text, name) in enumerate(zip(texts, ("title", "under", "note"), strict=True)):
        sheet.set_row(row, height([(text, width)]) if row else 36.0)
        book.across(sheet, row, wide, text, name)
    sheet.set_row(_PEOPLE, 22)
    places = [one.key for one in columns]
    for person in PEOPLE:
        column = places.index(person.column) if person.column in places else _THIRD
        book.write(sheet, _PEOPLE, column, f"{person.title}：", "label")
        book.write(sheet, _PEOPLE, column + 1, "", "open-text")
    sheet.set_row(_HEAD, 34)
    for column, one in enumerate(columns):
        book.write(sheet, _HEAD, column, one.title, "head")


def _line(
    book: Book, sheet: Any, row: int, columns: tuple[FormColumn, ...], texts: dict[str, str]
) -> str:
    """Writes a row, and gives what stands in it of the last report."""
    fitted = [
        (book.fitting(texts.get(one.key, ""), SheetColumn(one.title, one.width), texts["id"]), one)
        if one.key == "last"
        else (texts.get(one.key, ""), one)
        for one in columns
    ]
    sheet.set_row(row, max(40, min(409, height((text, one.width) for text, one in fitted))))
    for column, (text, one) in enumerate(fitted):
        book.write(sheet, row, column, text, one.form)
    return next(text for text, one in fitted if one.key == "last")


def _last_text(one: AskedRow, printing: Printing) -> str:
    """The last report of the unit, or of which of them, and the date where it was extended.

    Before it, what the row is for where an item has several, and who leads where that is not this unit alone.
    """
    year = printing.year
    found = []
    if one.step:
        found.append(OF_EACH_DATE.format(step=one.step))
    elif one.several:
        found.append(OF_THE_WHOLE)
    if not one.step and not one.alone and (heading := printing.heading("lead")):
        found.append(f"{heading}：{printing.leading_cell(one.item)}。")
    if one.item.assigned:
        found.append(f"{assigned_words(one.item, year)}。")
    if one.extended_to:
        found.append(f"时限已延至{chinese_day(one.extended_to, year)}。")
    if one.reopened:
        found.append(f"{state_word('reopened')}。")
    report = one.last
    if report is None:
        return "\n".join([*found, "尚未反馈。"])
    status = status_word(report.status)
    percent = "" if report.percent is None else f"{report.percent}%"
    said = f"{chinese_day(report.on, year)}{one.by and f'{one.by}反馈'}"
    head = " ".join(filter(None, (said, status, percent)))
    found.append(f"{head}：{report.done}" if report.done else f"{head}。")
    if report.problem:
        found.append(f"存在问题：{report.problem}")
    if report.next:
        found.append(f"下步打算：{report.next}")
    return "\n".join(found)


def _not_asked(found: BlankForm, month: str) -> str:
    """Which of the unit's items have no row, and why: none goes missing without a word."""
    if not found.not_asked:
        return ""
    told = "；".join(
        f"{state_word(state)}：{'、'.join(ids)}" for state, ids in found.not_asked.items()
    )
    return NOT_ASKED.format(now="本周" if monday_of(month) else "本月", states=told)


def _not_shown(book: Book, columns: tuple[FormColumn, ...], texts: Iterable[dict[str, str]]) -> str:
    """Which printed cells are longer than a row can be, each whole on a sheet of its own.

    They stay whole in their place, where they are compared when the form comes back.
    """
    cut: dict[str, list[str]] = {}
    for cells in texts:
        for one in columns:
            text = cells.get(one.key, "")
            if one.key != "id" and not fits(text, one.width):
                book.keep(text, SheetColumn(one.title, one.width), cells["id"])
                cut.setdefault(cells["id"], []).append(one.title)
    told = "；".join(f"{identity}（{'、'.join(titles)}）" for identity, titles in cut.items())
    return NOT_SHOWN.format(cells=told) if told else ""


def _not_read(printing: Printing) -> str:
    """The cells that say who leads and could not be read: such an item is in nobody's form."""
    told = []
    for one in printing.worklist.unread:
        if printing.says_who_leads(one):
            name = shortened(printing.item(one.id).name.rstrip("。"))
            told.append(f"{one.id}（{name}）的{unread_text(printing, one)}")
    return NOT_READ.format(cells="；".join(told)) if told else ""


def _rules(sheet: Any, columns: tuple[FormColumn, ...], end: int) -> None:
    """What may be typed where, and nothing where something is printed; what a program lets in is caught when the form comes back."""
    first = _HEAD + 1
    place = {one.key: column for column, one in enumerate(columns)}
    sheet.autofilter(_HEAD, 0, end, len(columns) - 1)
    rules: dict[str, dict[str, Any]] = {
        "status": {
            "validate": "list",
            "source": list(STATUS_OF),
            "error_title": "状态",
            "error_message": "请从下拉列表中选择：未启动、推进中、已完成。",
        },
        "percent": {
            "validate": "decimal",
            "criteria": "between",
            "minimum": 0,
            "maximum": 1,
            "error_title": "完成比例",
            "error_message": "请填0%至100%之间的整数百分数，如60%。",
        },
        "done_on": {
            "validate": "date",
            "criteria": ">",
            "value": _EARLIEST,
            "error_title": "完成日期",
            "error_message": "请填日期，如2021-06-18。",
        },
    }
    for key, rule in rules.items():
        sheet.data_validation(first, place[key], end, place[key], rule)
    nothing = {
        "validate": "custom",
        "value": "=FALSE",
        "error_title": "印好的内容",
        "error_message": "这里的内容请勿改动，请填浅黄色单元格。",
    }
    printed = [place[one.key] for one in columns if not one.open]
    sheet.data_validation(_HEAD, 0, _HEAD, len(columns) - 1, nothing)
    sheet.data_validation(first, printed[0], end, printed[-1], nothing)  # before the open ones


def _marker(book: Book, rows: list[tuple[str, str, str]]) -> None:
    """The sheet by which a form is known again: hidden, and anyone may show it.

    Beside the id of each row stands the sign of its last report, by which a change of it is seen.
    """
    sheet = book.sheet(MARKER)
    sheet.set_column(0, 0, 10)
    sheet.set_column(1, 1, 60)
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            book.write(sheet, row, column, text, "plain")
    sheet.write_string(len(rows), 0, "本表供汇总时核对，请勿改动或删除。", book.form("plain"))
    sheet.protect()
    sheet.hide()
