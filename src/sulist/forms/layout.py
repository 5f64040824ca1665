"""What a form is: its columns, its words, the sheet that tells whose it is, and its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sulist.base.i18n import _, speaking
from sulist.base.plain import clean_cell
from sulist.listfile.columns import OF_AN_ITEM
from sulist.listfile.printing import gathered
from sulist.reports.unled import Asked
from sulist.standing.names import STATUS_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sulist.listfile.columns import PrintedColumn
    from sulist.listfile.item import WorkItem
    from sulist.listfile.printing import Printing
    from sulist.listfile.worklist import WorkList
    from sulist.standing.tracking import Progress

FORMAT = 1
OWN_FORMAT = 2  # of a list with columns of its own: the marker says which
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
    """A column of the form; an ``open`` one is for the unit to fill in."""

    key: str
    title: str
    width: float
    form: str
    open: bool = False


COLUMNS = (
    FormColumn("id", "序号", 6, "short"),
    FormColumn("text", "事项名称", 28, "text"),
    FormColumn("lead", "牵头单位", 9.5, "short"),
    FormColumn("responsible", "责任单位", 12, "text"),
    FormColumn("deadline", "完成时限", 9, "short"),
    FormColumn("last", "上次反馈", 22, "text"),
    FormColumn("status", "状态", 8.5, "open-short", open=True),
    FormColumn("percent", "完成比例", 6.5, "open-percent", open=True),
    FormColumn("done_on", "完成日期", 11, "open-date", open=True),
    FormColumn("done", "进展情况", 26, "open-text", open=True),
    FormColumn("problem", "存在问题", 16, "open-text", open=True),
    FormColumn("next", "下步打算", 16, "open-text", open=True),
    FormColumn("evidence", "佐证", 12, "open-text", open=True),
)
TITLES = {one.title: one.key for one in COLUMNS}
OPEN_KEYS = tuple(one.key for one in COLUMNS if one.open)
# The width of a printed column by its role, and how its cells are set.
OF_ROLE = {
    "serial": (6, "short"),
    "category": (10, "text"),
    "text": (28, "text"),
    "lead": (9.5, "short"),
    "responsible": (12, "text"),
    "deadline": (9, "short"),
    "leader": (9.5, "short"),
    "person": (12, "text"),
    "other": (18, "text"),
}
_SHORT = 4  # characters: a column of other cells as short is narrow


def printed_columns(printing: Printing) -> tuple[FormColumn, ...]:
    """The columns that a list prints, by which its rows are told: the first holds the id.

    Where a printed serial says another thing than the id, both stand there.
    """
    made = [
        FormColumn(key_of(one), one.heading, *_set(printing, one))
        for one in printing.columns
        if not (one.role == "serial" and printing.serials_count)
    ]
    title = printing.serial_heading if printing.serials_count else ""
    title = title or beside("编号", [one.heading for one in printing.columns])
    return (FormColumn("id", title, *OF_ROLE["serial"]), *made)


def key_of(column: PrintedColumn) -> str:
    """The key of a printed column in a form: that of its cells in the list; of further ones their heading behind a point."""
    return column.key if column.key in OF_AN_ITEM else f".{column.heading}"


def beside(title: str, headings: Iterable[str]) -> str:
    """The title of a column that is not printed, other than every printed heading."""
    taken = set(headings)
    while title in taken:
        title += "（反馈）"
    return title


def _set(printing: Printing, column: PrintedColumn) -> tuple[float, str]:
    if column.role == "other" and all(
        len(item.cell(column)) <= _SHORT for item in printing.worklist.items
    ):
        return max(6, 2 * len(column.heading) + 1), "short"
    return OF_ROLE[column.role]


def columns_of(printing: Printing) -> tuple[FormColumn, ...]:
    """The columns of the forms of a list: as printed, then the last report, then those to fill in."""
    if printing.standard and printing.serials_count:
        return COLUMNS
    headings = [one.heading for one in printing.columns]
    own = (one for one in COLUMNS if one.open or one.key == "last")
    added = [one._replace(title=beside(one.title, headings)) for one in own]
    return (*printed_columns(printing), *added)


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
