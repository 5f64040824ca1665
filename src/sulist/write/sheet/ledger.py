"""The ledger (台账) as a workbook: the printed columns, and beside them how every item stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sulist.base.days import chinese_day
from sulist.forms.layout import key_of
from sulist.listfile.printing import Printing
from sulist.standing.course import STATES
from sulist.write.phrases import which_date
from sulist.write.printed_words import (
    assigned_words,
    number_words,
    unread_lines,
    who_leads_lines,
)
from sulist.write.selecting import NOTHING, asked, left_out_lines
from sulist.write.sheet.book import HIGHEST, Book, height, page
from sulist.write.sheet.fitting import PageFill, SheetColumn, laid_out
from sulist.write.sheet.ledger_columns import chosen
from sulist.write.words import colour_word, light_words, state_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sulist.asking.query import Query
    from sulist.base.watching import Watch
    from sulist.journal.record import Record
    from sulist.listfile.item import WorkItem
    from sulist.listfile.worklist import Unread
    from sulist.reports.ledger import Ledger, LedgerDate, LedgerGroup, LedgerRow, Voice


_HEAD = 2  # the row of the headings
_TITLE_HEIGHT, _HEAD_HEIGHT, _CATEGORY_HEIGHT = 36, 34, 20  # points
_MOST_IN_SIGHT = 4  # columns that stay where the sheet is moved
_INKS = {
    "red": ("#9C0006", "#FFC7CE"),
    "yellow": ("#5C4600", "#FFEB9C"),
    "green": ("#006100", "#C6EFCE"),
    "blue": ("#1F4E79", "#DDEBF7"),
}


class _Sheet:
    """The sheet while it is written: its columns, which of them are printed ones, what is not read."""

    def __init__(self, book: Book, found: Ledger, named: tuple[str, ...]) -> None:
        self.book = book
        self.found = found
        self.sheet = book.sheet("台账")
        self.printing = Printing(found.subject.worklist)
        self.year = found.subject.worklist.year
        columns = chosen(self.printing, named)
        self.keys = [one.key for one in columns]
        self.forms = [one.form for one in columns]
        self.layout = laid_out(SheetColumn(one.title, one.width, one.grows) for one in columns)
        self.parts = self.layout.parts
        self.columns = {key_of(one): one for one in self.printing.columns}
        self.unread: dict[str, list[Unread]] = {}
        for one in self.printing.worklist.unread:
            self.unread.setdefault(one.id, []).append(one)

    @property
    def frozen(self) -> int:
        """How many columns are kept in sight: those up to the text, or the first."""
        return 1 + self.keys.index("text") if "text" in self.keys[:_MOST_IN_SIGHT] else 1

    def cells(self, one: LedgerRow) -> list[str]:
        """The cells of an item, the percent as nothing."""
        item, told = one.item, _texts(self, one)._asdict()
        return [
            item.id
            if key == "id"
            else told[key]
            if key in told
            else self.printing.alone(item, self.columns[key])
            for key in self.keys
        ]


class _Texts(NamedTuple):
    """The texts of an item's row beside the printed columns, by their keys; the percent is a number."""

    light: str
    state: str
    percent: str
    done: str
    problem: str
    next: str
    evidence: str
    remark: str


def build(
    found: Ledger, watch: Watch | None, *, columns: tuple[str, ...] = (), **_more: Any
) -> bytes:
    """The ledger as a workbook, of all columns or those with these titles; ``watch`` is told the share that is done."""
    worklist, query, as_of, _progress = found.subject[:4]
    title = f"{worklist.title}（台账）"
    book = Book(title, as_of)
    made = _Sheet(book, found, columns)
    sheet = made.sheet
    page(sheet, made.layout, _HEAD, frozen=made.frozen, breaks=True)
    wide = made.layout.first_page
    width = sum(one.width for one in made.parts[:wide])
    sheet.set_row(0, _TITLE_HEIGHT)
    book.across(sheet, 0, wide, title, "title")
    under = _under(query, found)
    below = max(20.0, height([(under, width)]))
    sheet.set_row(1, below)
    book.across(sheet, 1, wide, under, "under")
    sheet.set_row(_HEAD, _HEAD_HEIGHT)
    for column, part in enumerate(made.parts):
        book.write(sheet, _HEAD, column, part.title, "head")
    end = _rows(made, _TITLE_HEIGHT + below, watch)
    if end > _HEAD + 1:
        _rules(made, end - 1)
    for note in _notes(made):
        sheet.set_row(end, height([(note, width)]))
        book.across(sheet, end, wide, note, "note")
        end += 1
    return book.finish()


def _under(query: Query, found: Ledger) -> str:
    """The line under the title: what was asked for, as of when, how many."""
    counts = [f"{state_word(state)}{number}" for state, number in found.states.items() if number]
    shining = [f"{colour_word(one)}{number}" for one, number in found.lights.items() if number]
    total = f"共{found.found}项" + (f"（{'、'.join(counts)}）" if counts else "")
    return "    ".join(
        filter(
            None,
            (asked(query), f"截至{chinese_day(found.subject.as_of)}", total, "、".join(shining)),
        )
    )


def _rows(made: _Sheet, above: float, watch: Watch | None) -> int:
    """Writes category rows, where no column names the category, and items; gives the row behind them.

    ``above`` are the points that the title takes.
    """
    row = _HEAD + 1
    total, done = made.found.found, 0
    filled, breaks = PageFill(made.layout, _HEAD_HEIGHT), []
    filled.put(above + _HEAD_HEIGHT)
    for group in made.found.groups:
        if not made.printing.has("category"):
            first = _height(made, group.rows[0]) if group.rows else 0
            if not filled.takes(_CATEGORY_HEIGHT + first):
                breaks.append(row)  # its head does not end a page
                filled.turn()
            _category(made, row, group)
            filled.put(_CATEGORY_HEIGHT)
            row += 1
        for one in group.rows:
            filled.put(_item(made, row, one))
            row += 1
            done += 1
            if watch and done % 100 == 0:
                watch(done / total)
    if watch:
        watch(1)
    made.sheet.set_h_pagebreaks(breaks)
    return row


def _category(made: _Sheet, row: int, group: LedgerGroup) -> None:
    category, shown = group.category, len(group.rows)
    number = number_words(category.items, category.count)
    number += "" if group.whole else f"，本表{shown}项"
    text = f"{category.number}、{category.title}（{number}）"
    book, sheet, last = made.book, made.sheet, len(made.parts) - 1
    sheet.set_row(row, _CATEGORY_HEIGHT)
    book.write(sheet, row, 0, text, "category-first" if last else "category")
    for column in range(1, last):
        book.write(sheet, row, column, "", "category")
    if last:
        book.write(sheet, row, last, "", "category-last")


def _height(made: _Sheet, one: LedgerRow) -> float:
    """How high the row of an item is, at the most: a text that no row shows whole is shortened."""
    cells = zip(made.parts, made.cells(one), strict=True)
    return min(HIGHEST, height((text, part.width) for part, text in cells))


def _item(made: _Sheet, row: int, one: LedgerRow) -> float:
    """Writes an item, and says how high its row is."""
    book, sheet, item, parts = made.book, made.sheet, one.item, made.parts
    cells = made.cells(one)
    texts = [book.fitting(text, part, item.id) for part, text in zip(parts, cells, strict=True)]
    unread = {made.printing.heading_of(each) for each in made.unread.get(item.id, ())}
    high = height((text, part.width) for part, text in zip(parts, texts, strict=True))
    sheet.set_row(row, high)
    for column, (key, text) in enumerate(zip(made.keys, texts, strict=True)):
        if key == "percent" and one.percent is not None:
            sheet.write_number(row, column, one.percent / 100, book.form("percent"))
        elif key in made.columns and parts[column].title in unread:
            book.write(sheet, row, column, text, "unread")
        else:
            book.write(sheet, row, column, text, made.forms[column])
    return high


def _texts(made: _Sheet, one: LedgerRow) -> _Texts:
    def said(text_of: Callable[[Record], str]) -> str:
        """What each unit said last; one that does not lead is named, and which date it is about."""
        return "\n".join(
            "".join(f"{name}：" for name in (_name(voice), which_date(report.milestone)) if name)
            + text
            for voice, report in one.said
            if (text := text_of(report))
        )

    return _Texts(
        light_words(one.light),
        state_word(one.standing.state),
        "",
        said(lambda report: report.done),
        "\n".join(
            f"{name}：{text}" if (name := _name(voice)) else text for voice, text in one.problems
        ),
        said(lambda report: report.next),
        said(lambda report: "；".join(report.evidence)),
        "\n".join((*_of_the_cells(made, one.item), *_remarks(one, made.year))),
    )


def _name(voice: Voice) -> str:
    """The unit, but where it alone leads."""
    return "" if voice.only else voice.unit


def _of_the_cells(made: _Sheet, item: WorkItem) -> Iterator[str]:
    """What has to be known of the printed cells: whose part it is, when it came, which are not read."""
    parent = made.printing.parent(item)
    if parent:
        yield f"属{parent.id}。"
    if item.assigned:
        yield f"{assigned_words(item, made.year)}。"
    for each in made.unread.get(item.id, ()):
        yield f"“{made.printing.heading_of(each)}”未能识别，请核实。"


def _remarks(one: LedgerRow, year: int) -> list[str]:
    """What the other columns have no place for: last report, dates, extensions, decisions."""
    found = [f"{chinese_day(one.last_report, year)}反馈。"] if one.last_report else []
    found += [f"延至{chinese_day(each.to, year)}：{each.reason}" for each in one.extensions]
    found += filter(None, (_date_remark(each, year) for each in one.dates))
    if one.reason:
        found.append(f"{state_word(one.standing.state)}：{one.reason}")
    return found


def _date_remark(one: LedgerDate, year: int) -> str:
    due_date = one.due_date
    which = f"时限{due_date.step}：" if due_date.step else ""
    first = f"原定{chinese_day(due_date.first_due, year)}。" if due_date.extended else ""
    if due_date.open:
        text = f"已逾期{one.overdue_days}天。" if one.overdue_days else ""
        text = text or (f"应于{chinese_day(due_date.due, year)}完成。" if due_date.step else "")
    elif due_date.done_on:
        text = f"{chinese_day(due_date.done_on, year)}完成"
        than = "比原定晚" if first else "超期"
        text += f"，{than}{due_date.late_days}天。" if due_date.late_days else "。"
    else:
        text = ""
    return which + first + text if first or text else ""


def _rules(made: _Sheet, end: int) -> None:
    """Filters, a list of states to choose from, and colours that follow the word of the light."""
    first, sheet, keys = _HEAD + 1, made.sheet, made.keys
    sheet.autofilter(_HEAD, 0, end, len(made.parts) - 1)
    if "state" in keys:
        state = keys.index("state")
        choice = {
            "validate": "list",
            "source": [state_word(state) for state in STATES],
            "error_title": "状态",
            "error_message": "请从下拉列表中选择。",
        }
        sheet.data_validation(first, state, end, state, choice)
    if "light" in keys:
        light = keys.index("light")
        for colour, inks in _INKS.items():
            rule = {
                "type": "text",
                "criteria": "begins with",
                "value": colour_word(colour),
                "format": made.book.colour(*inks),
            }
            sheet.conditional_format(first, light, end, light, rule)


def _notes(made: _Sheet) -> list[str]:
    """Lines under the table: what is not in it, and what it does not reckon with."""
    found, printing = made.found, made.printing
    notes = [] if found.found else [f"注：{NOTHING}"]
    notes += [f"注：{line}" for line in left_out_lines(found.left_out)]
    notes += who_leads_lines(printing) + unread_lines(printing, found.selection.unread)
    if broken := found.progress.not_counted:
        notes.append(f"注：进展记录中有{broken}行未计入，请先用 sulist check 查明。")
    if found.progress.known_by:
        notes.append(f"注：按{chinese_day(found.progress.known_by)}所知情况。")
    return notes
