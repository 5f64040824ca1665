"""Rows of a table → items in their categories: the one recogniser behind every format."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from sulist.base.i18n import _
from sulist.base.plain import clean_cell, says_nothing
from sulist.importers import cell_text
from sulist.importers.drafts import Doubt, DraftItem, Unused
from sulist.importers.headers import Header, HeaderColumn, read_header
from sulist.importers.headings import (
    Heading,
    is_chinese_number,
    read_heading,
    read_serial,
    read_total,
    split_count,
)
from sulist.importers.understand.item_cells import Above, fill, glue

if TYPE_CHECKING:
    from sulist.importers.grid import Grid, GridCell, GridRow

_NOTE = ("注：", "注:", "备注：", "备注:", "说明：", "说明:", "填表", "联系人：", "备 注")
_SUMS = ("合计", "总计", "小计")
_SIGNATURES = (
    "审核人",
    "审批人",
    "填表人",
    "填报人",
    "制表",
    "单位负责人",
    "分管领导签字",
    "填报单位",
    "填报时间",
)
_TITLE_AT_MOST = 40


class Assembler:
    """Takes the rows of a document in their order, and keeps what it has made of them.

    ``lines`` are those before the first header, for title and year; ``unused`` what went
    nowhere. ``headings`` are all that were met, each with the items that follow it.
    """

    def __init__(self, grid: Grid, year: int) -> None:
        self.grid = grid
        self.year = year
        self.header: Header | None = None
        self.columns: list[HeaderColumn] = []
        self.lines: list[GridCell] = []
        self.parts: list[tuple[Heading | None, str, list[DraftItem]]] = [(None, "", [])]
        self.doubts: list[Doubt] = []
        self.unused: list[Unused] = []
        self.totals: list[tuple[int, Unused]] = []
        self._at_top = False  # the row is the first below a header, or of a table
        self._table = 0
        self._above: Above | None = None  # the last item and its row
        self._before: Above | None = None  # the one before it, which its dittos mean
        self._category = ""
        self._numbered: deque[bool] = deque(maxlen=40)  # of the last items, which have numbers
        self._strange: dict[str, list[str]] = {}  # unknown label → its cells

    @property
    def items(self) -> list[DraftItem]:
        """Every item so far."""
        return [item for _heading, _place, items in self.parts for item in items]

    def take_all(self) -> None:
        """Reads the whole grid."""
        rows, at = self.grid.rows, 0
        while at < len(rows):
            header = read_header(rows, at) if rows[at].table else None
            if header:
                self._begin(header, rows[at])
                at += header.height
            else:
                self._take(rows[at])
                at += 1
        self._ask_about_columns()

    def _ask_about_columns(self) -> None:
        """A column of an unknown label that holds units or deadlines may be one of the five."""
        for label, texts in self._strange.items():
            held = [text for text in texts if not says_nothing(text)]
            for role, looks in (
                ("牵头单位, 责任单位", cell_text.looks_like_units),
                ("完成时限", lambda text: cell_text.has_day(text, self.year)),
            ):
                if held and sum(map(looks, held)) > len(held) / 2:
                    self._doubt(
                        None,
                        _("the column {label}, kept beside the items").format(label=label),
                        _("It may be {columns}: rename its header in the document.").format(
                            columns=role
                        ),
                    )

    def _begin(self, header: Header, row: GridRow) -> None:
        if self.header is None:
            self._heading_before()
        self.header = header
        self.columns += [column for column in header.columns if column not in self.columns]
        self._table = row.table
        self._at_top = True

    def _heading_before(self) -> None:
        """A heading directly above the first table is that of a category, not a part of the title."""
        if self.lines and (heading := read_heading(self.lines[-1].text)):
            self._open(heading, self.lines.pop().place)

    def _take(self, row: GridRow) -> None:
        own = row.own
        if not own:
            return
        if row.table and row.table != self._table and self.header:
            self._new_table(row)
        if self.header is None:
            self.lines += own
        elif row.table == 0 or len(own) == 1:
            self._single(row, own[0])
        elif self._is_sum(own):
            self._drop(own)
        else:
            self._row(row)
        self._at_top = self._at_top and row.table == 0

    def _new_table(self, row: GridRow) -> None:
        """A table without a header of its own goes on with the last one, if it is as wide."""
        self._table = row.table
        self._at_top = True
        assert self.header is not None  # noqa: S101 - the caller has seen to it
        if len(row.cells) != len(self.header.columns):
            self.header = Header((), 0)

    # --- single cells ---------------------------------------------------------------------------

    def _single(self, row: GridRow, cell: GridCell) -> None:
        """A row with one text: a heading, a total, the rest of a broken row, or a note."""
        text = clean_cell(cell.text)
        total = read_total(text)
        if total is not None and row.table == 0:
            self.totals.append((total, Unused(cell.place, text)))
        elif text.startswith((*_NOTE, *_SUMS)):
            self._drop((cell,))
        elif heading := read_heading(text):
            self._open(heading, cell.place)
        elif row.table and self._is_rest(row, cell):
            self._join(row)
        elif row.table and self._is_bare_heading(row, cell, text):
            title, count = split_count(text)
            self._open(Heading(3, None, title, count, text), cell.place)
        elif row.table and self._column_of(row, cell, "text"):
            self._row(row)
        else:
            self._drop((cell,))

    def _is_rest(self, row: GridRow, cell: GridCell) -> bool:
        """Whether one cell goes on with the row before, at the top of a page or in mid-sentence."""
        if self._above is None or cell.width > 1 or not self._serials_are_printed():
            return False
        role = self._role_of(row, cell)
        if role in ("", "serial", "category"):
            return False
        before = self._cell_text(self._above.row, row.cells.index(cell))
        return self._at_top or cell_text.ends_open(before)

    def _is_bare_heading(self, row: GridRow, cell: GridCell, text: str) -> bool:
        """A short text merged over the whole table, or alone in its first cell: a category."""
        if len(text) > _TITLE_AT_MOST or text.endswith(("。", "；", "：")) or read_serial(text):
            return False
        assert self.header is not None  # noqa: S101
        wide = cell.width >= max(2, len(self.header.columns) - 1)
        return wide or (
            row.cells[0] is cell and not self._merges() and self._role_of(row, cell) == "serial"
        )

    def _merges(self) -> bool:
        return any(cell.width > 1 for row in self.grid.rows[:200] for cell in row.cells)

    def _open(self, heading: Heading, place: str) -> None:
        self.parts.append((heading, place, []))

    def _drop(self, cells: tuple[GridCell, ...]) -> None:
        self.unused += [Unused(cell.place, clean_cell(cell.text)) for cell in cells]

    def _is_sum(self, own: tuple[GridCell, ...]) -> bool:
        first = clean_cell(own[0].text)
        return first in _SUMS or first.startswith(_SIGNATURES)

    # --- rows of several cells --------------------------------------------------------------------

    def _row(self, row: GridRow) -> None:
        header = self.header
        if header is None or not header.columns:
            self._drop(row.own)
            return
        serial, merged, printed = self._serial(row)
        if heading := self._heading_in_two_cells(row, printed):
            self._open(heading, row.own[0].place)
            return
        if not self._new_category(row):
            if self._is_continuation(row, serial, merged, printed):
                self._join(row)
                return
            if merged and self._above and self._text_is_merged(row):
                self._join(row, below=True)
                return
        self._category_column(row)
        item = DraftItem(row.own[0].place, serial)
        if printed and serial is None and not merged:
            self._doubt(
                item,
                _("{label}: {text}").format(label="序号", text=printed),
                _("It is no number; the item is counted all the same."),
            )
            item.notes.append(f"序号：{printed}")
        self._fill(item, row, self._above)
        self.parts[-1][2].append(item)
        if merged and self._above:
            item.serial = self._above.item.serial
            self._doubt(
                item,
                _("number {n} stands beside two rows, read as two items").format(n=item.serial),
                _("The two may be one item of several parts; then the numbers below move up."),
            )
        elif serial is None and not printed and self._serials_are_printed():
            self._doubt(
                item,
                _("a row without a number, read as an item"),
                _("It may belong to the item above."),
            )
        self._numbered.append(item.serial is not None)
        self._before, self._above = self._above, Above(item, row)

    def _heading_in_two_cells(self, row: GridRow, printed: str) -> Heading | None:
        """一 under 序号 and a title beside it, with no other cell: the heading of a category."""
        own = [cell for cell in row.cells if cell.text and not cell.merged]
        if len(own) != 2 or not is_chinese_number(printed):
            return None
        if self._role_of(row, own[0]) != "serial" or not self._column_of(row, own[1], "text"):
            return None
        number = (
            printed if printed.startswith(("（", "(", "第")) else f"{printed.rstrip('、．.')}、"
        )
        return read_heading(number + own[1].text)

    def _serial(self, row: GridRow) -> tuple[int | None, bool, str]:
        """The number of a row, whether it is merged with the one above, and what is printed."""
        for at in self.header.at("serial") if self.header else ():
            if at < len(row.cells) and row.cells[at].text:
                cell = row.cells[at]
                text = clean_cell(cell.text)
                if cell.merged == "down":
                    return None, True, text
                return read_serial(text), False, text
        return None, False, ""

    def _serials_are_printed(self) -> bool:
        return bool(self.header and self.header.at("serial")) and any(self._numbered)

    def _is_continuation(
        self, row: GridRow, serial: int | None, merged: bool, printed: str
    ) -> bool:
        """Whether a row only goes on with the one above: it has no number, and is not whole."""
        if self._above is None or self.header is None or serial is not None or merged or printed:
            return False
        if not self._serials_are_printed():
            return self._at_top and self._goes_on_everywhere(row)
        filled = {self._role_of(row, cell) for cell in row.cells if cell.text}
        before = {
            self._role_of(self._above.row, cell) for cell in self._above.row.cells if cell.text
        }
        wanted = before & {"text", "lead", "deadline"}
        if self._at_top and (not wanted <= filled or self._goes_on_everywhere(row)):
            return True
        return not wanted <= filled and self._goes_on_everywhere(row)

    def _goes_on_everywhere(self, row: GridRow) -> bool:
        """Whether a cell of the row above was left open, and none that has more was closed."""
        assert self._above is not None  # noqa: S101
        above = self._above.row
        texts = [
            self._cell_text(above, at)
            for at, cell in enumerate(row.cells)
            if cell.text and self._role_of(row, cell) == "text"
        ]
        return any(cell_text.ends_open(text) for text in texts)

    def _text_is_merged(self, row: GridRow) -> bool:
        assert self.header is not None  # noqa: S101
        places = [at for at in self.header.at("text") if at < len(row.cells)]
        return bool(places) and all(
            row.cells[at].merged == "down" or not row.cells[at].text for at in places
        )

    def _category_column(self, row: GridRow) -> None:
        """A column of categories opens one where its text changes."""
        cell = self._new_category(row)
        if cell:
            self._category = clean_cell(cell.text)
            title, count = split_count(self._category)
            bare = Heading(3, None, title, count, self._category)
            self._open(read_heading(self._category) or bare, cell.place)

    def _new_category(self, row: GridRow) -> GridCell | None:
        """The cell of the row that opens a category, if one does."""
        assert self.header is not None  # noqa: S101
        for at in self.header.at("category"):
            text = clean_cell(row.cells[at].text) if at < len(row.cells) else ""
            if text and not cell_text.is_ditto(text) and text != self._category:
                return row.cells[at]
        return None

    def _join(self, row: GridRow, *, below: bool = False) -> None:
        """Puts the cells of a row behind those of the item above; ``below``: each on its own line."""
        assert self._above is not None  # noqa: S101
        item, above = self._above
        merged = list(above.cells)
        for at, cell in enumerate(row.cells):
            if at >= len(merged):
                merged.append(cell)
                continue
            if not cell.text or cell.merged or (below and cell.text == merged[at].text):
                continue
            between = glue(self._role_of(row, cell)) if below else "" if self.grid.wraps else "\n"
            before = "" if merged[at].merged == "across" else merged[at].text
            merged[at] = merged[at]._replace(
                text=f"{before}{between}{cell.text}" if before else cell.text, merged=""
            )
        whole = above._replace(cells=tuple(merged))
        deadline = item.deadline
        item.text = item.lead = item.responsible = item.deadline = ""
        item.notes = [note for note in item.notes if note.startswith("序号：")]
        self._fill(item, whole, self._before)
        if below and deadline != item.deadline:
            self._doubt(
                item,
                _("one item of several rows, with the deadline {text}").format(text=item.deadline),
                _("Each row may have its own deadline: compare it with the document."),
            )
        elif not below and not self._at_top:
            self._doubt(
                item,
                _("the row {place}, without a number, read as the rest of this item").format(
                    place=row.own[0].place
                ),
                _("It may be an item of its own."),
            )
        self._above = Above(item, whole)

    def _fill(self, item: DraftItem, row: GridRow, above: Above | None) -> None:
        assert self.header is not None  # noqa: S101
        for read, other in fill(item, row, self.header, above, wraps=self.grid.wraps):
            self._doubt(item, read, other)
        for column, cell in zip(self.header.columns, row.cells, strict=False):
            if not column.known and cell.text:
                self._strange.setdefault(column.label, []).append(clean_cell(cell.text))

    # --- helpers --------------------------------------------------------------------------------------

    def _doubt(self, item: DraftItem | None, read: str, other: str) -> None:
        doubt = Doubt(item.place if item else "", item, read, other)
        if doubt not in self.doubts[-20:]:  # a row that is joined is filled again
            self.doubts.append(doubt)

    def _role_of(self, row: GridRow, cell: GridCell) -> str:
        at = next((at for at, one in enumerate(row.cells) if one is cell), -1)
        columns = self.header.columns if self.header else ()
        return columns[at].role if 0 <= at < len(columns) else ""

    def _column_of(self, row: GridRow, cell: GridCell, role: str) -> bool:
        return self._role_of(row, cell) == role

    @staticmethod
    def _cell_text(row: GridRow, at: int) -> str:
        return row.cells[at].text if at < len(row.cells) else ""
