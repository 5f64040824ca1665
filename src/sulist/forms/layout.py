"""What a form is: its columns, its words, the sheet that tells whose it is, and its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sulist.base.i18n import _, speaking
from sulist.base.plain import clean_cell
from sulist.listfile.item import OF_AN_ITEM
from sulist.listfile.printing import gathered
from sulist.reports.unled import Asked
from sulist.standing.names import STATUS_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sulist.listfile.item import PrintedColumn, WorkItem
    from sulist.listfile.printing import Printing
    from sulist.listfile.worklist import WorkList
    from sulist.standing.tracking import Progress

FORMAT = 2  # the marker says which columns the form has
FIRST_FORMAT = 1  # it had all columns of the standard list, and its marker names none
SHEET = "反馈表"
MARKER = "校验信息"
MARKER_NAME = "sulist"
COLUMN, NOTE = (
    "栏",
    "说明",
)  # what rows of the marker are: a column with its key, a text above the table
with speaking("zh_CN"):  # a form is Chinese whoever sends it
    STATUS_OF = {_(name): status for status, name in STATUS_NAMES.items()}


class FormColumn(NamedTuple):
    """A column of the form; an ``open`` one is for the unit to fill in.

    ``width`` is the least, in digits; of what a page has left the column gets by what it ``grows``.
    """

    key: str
    title: str
    width: float
    form: str
    open: bool = False
    grows: float = 0


COLUMNS = (
    FormColumn("id", "序号", 5.4, "short"),
    FormColumn("text", "事项名称", 24, "text", grows=4),
    FormColumn("deadline", "完成时限", 9, "short"),
    FormColumn("last", "上次反馈", 15, "text", grows=2),
    FormColumn("status", "状态", 8, "open-short", open=True),
    FormColumn("percent", "完成比例", 5.2, "open-percent", open=True),
    FormColumn("done_on", "完成日期", 10.5, "open-date", open=True),
    FormColumn("done", "进展情况", 16, "open-text", open=True, grows=3),
    FormColumn("problem", "存在问题", 10, "open-text", open=True, grows=2),
    FormColumn("next", "下步打算", 10, "open-text", open=True, grows=2),
    FormColumn("evidence", "佐证", 7.5, "open-text", open=True, grows=1),
)
OPEN_KEYS = tuple(one.key for one in COLUMNS if one.open)
# The headings of a form whose marker names none, as those of the standard list once were.
TITLES = {one.title: one.key for one in COLUMNS} | {"牵头单位": "lead", "责任单位": "responsible"}
# A form tells of an item what it is and by when; whom else it touches stands in the list.
_NOT_IN_A_FORM = frozenset({"category", "lead", "responsible", "leader", "person"})
# The least width of a printed column by its role, how its cells are set, and how it grows.
OF_ROLE: dict[str, tuple[float, str, float]] = {
    "serial": (5.4, "short", 0),
    "category": (9, "text", 0),
    "text": (24, "text", 4),
    "lead": (9, "short", 0),
    "responsible": (10, "text", 1),
    "deadline": (9, "short", 0),
    "leader": (8.5, "short", 0),
    "person": (9, "text", 1),
    "other": (12.5, "text", 2),
}
# Characters: a column of other cells as short is narrow, and one with a longer cell grows.
_SHORT, _LONG = 4, 12
_GROWING = frozenset({"lead", "deadline", "leader", "person"})
_MOST_LOOKED_AT = 200  # items, where it is only about widths


def printed_columns(printing: Printing) -> tuple[FormColumn, ...]:
    """The columns that a list prints, by which its rows are told: the first holds the id.

    Where a printed serial says another thing than the id, both stand there.
    """
    made = [
        _column(key_of(one), one.heading, *_set(printing, one))
        for one in printing.columns
        if not (one.role == "serial" and printing.serials_count)
    ]
    title = printing.serial_heading if printing.serials_count else ""
    title = title or beside("编号", [one.heading for one in printing.columns])
    return (_column("id", title, *OF_ROLE["serial"]), *made)


def _column(key: str, title: str, width: float, form: str, grows: float) -> FormColumn:
    return FormColumn(key, title, width, form, grows=grows)


def key_of(column: PrintedColumn) -> str:
    """The key of a printed column in a form: that of its cells in the list; of further ones their heading behind a point."""
    return column.key if column.key in OF_AN_ITEM else f".{column.heading}"


def beside(title: str, headings: Iterable[str]) -> str:
    """The title of a column that is not printed, other than every printed heading."""
    taken = set(headings)
    while title in taken:
        title += "（反馈）"
    return title


def _set(printing: Printing, column: PrintedColumn) -> tuple[float, str, float]:
    """The least width of a column, how its cells are set, and how it grows, by its role and how long its cells are."""
    width, form, grows = OF_ROLE[column.role]
    if column.role == "other" and not _has_longer(printing, column, _SHORT):
        return max(6, 2 * len(column.heading) + 1), "short", 0
    if column.role in _GROWING and _has_longer(printing, column, _LONG, some=True):
        grows = max(grows, 2)
    return width, form, grows


def _has_longer(
    printing: Printing, column: PrintedColumn, characters: int, *, some: bool = False
) -> bool:
    """Whether a cell of a column is longer than so many characters; of a long list ``some`` are looked at."""
    items = printing.worklist.items
    step = max(1, len(items) // _MOST_LOOKED_AT) if some else 1
    return any(len(item.cell(column)) > characters for item in items[::step])


def columns_of(printing: Printing) -> tuple[FormColumn, ...]:
    """The columns of the forms of a list: what an item is, as printed, then the last report, then those to fill in.

    Of a list's further columns those are there that have more to say than a remark.
    """
    headings = [one.heading for one in printing.columns]
    left_out = {
        key_of(one)
        for one in printing.columns
        if one.role in _NOT_IN_A_FORM
        or (one.role == "other" and not _has_longer(printing, one, _LONG))
    }
    own = (one for one in COLUMNS if one.open or one.key == "last")
    added = [one._replace(title=beside(one.title, headings)) for one in own]
    return (*(one for one in printed_columns(printing) if one.key not in left_out), *added)


class Marker(NamedTuple):
    """Whose form it is: of which list, for which month or week, of which unit, with which rows.

    ``signs`` are, by row, of what was written as the last report; forms of before have none.
    ``titles`` are the table's columns, each with its key; ``notes`` what else sulist wrote above it.
    """

    title: str
    year: int
    month: str
    unit: str
    rows: tuple[str, ...]
    signs: dict[str, str]
    titles: dict[str, str] = TITLES
    notes: tuple[str, ...] = ()


def sign(text: str) -> str:
    """A short sign of a text, the same whatever its white space."""
    from hashlib import blake2b

    return blake2b(clean_cell(text).encode(), digest_size=8).hexdigest()


class Line(NamedTuple):
    """A row of the form: an item, or with a ``milestone`` one of its several dates."""

    item: WorkItem
    milestone: int = 0

    @property
    def id(self) -> str:
        """What stands under 序号: 2-7, or for its first date 2-7（1）."""
        return f"{self.item.id}（{self.milestone}）" if self.milestone else self.item.id

    def printed(self, printing: Printing) -> dict[str, str]:
        """The locked texts by column."""
        item = self.item
        texts = {
            key_of(one): printing.alone(item, one)
            for one in printing.columns
            if not (one.role == "serial" and printing.serials_count)
        }
        if self.milestone:
            texts["text"] = f"其中第{self.milestone}个时限：{item.name}"
            texts["deadline"] = item.deadline.milestones[self.milestone - 1].text
        elif parent := printing.parent(item):
            texts["text"] += f"\n（属{parent.id}：{parent.name.rstrip('。')}）"
        return texts


def lines_of(item: WorkItem) -> tuple[Line, ...]:
    """The rows that an item has: itself, and where it has several dates one for each of them."""
    dates = item.deadline.milestones
    steps = range(1, len(dates) + 1) if len(dates) > 1 else ()
    return (Line(item), *(Line(item, step) for step in steps))


def led_by(worklist: WorkList) -> dict[str, list[WorkItem]]:
    """The items that each lead unit leads, the units in the order of the roster.

    A unit that is not proved, since it stands in a cell in which an error is and on no roster, is none.
    """
    found: dict[str, list[WorkItem]] = {unit: [] for unit in worklist.units}
    units_of = Asked(worklist).units
    for item in gathered(worklist.items):
        for unit in units_of(item):
            found.setdefault(unit, []).append(item)
    return {unit: items for unit, items in found.items() if items}


def is_asked(progress: Progress, item: WorkItem) -> bool:
    """Whether a report on an item is still asked for: it is neither done, closed nor withdrawn."""
    return progress.of(item).open
