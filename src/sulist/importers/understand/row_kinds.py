"""What a row of a document is, where it stands: a header, a heading, an item, the rest of one. Pure.

``kind_of`` is the one place that tells; ``tables`` acts on what it says.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from sulist.base.plain import clean_cell, simplified
from sulist.importers import cell_text
from sulist.importers.cells_below import is_value
from sulist.importers.headers import NOTHING_TOLD, Header, read_header
from sulist.importers.headings import (
    OF_A_LIST,
    Heading,
    is_chinese_number,
    read_heading,
    read_serial,
    read_total,
    split_count,
)
from sulist.importers.labels import meaning
from sulist.importers.understand.front import LEAD_IN, TITLE_END

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sulist.importers.grid import GridCell, GridRow
    from sulist.importers.headers import Told

_NOTES = ("注：", "注:", "备注：", "备注:", "说明：", "说明:", "填表", "联系人：", "备 注")
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
_PLACES = ("", "serial", "category", "upper", "part_serial")  # roles of cells that do not go on
_TITLE_AT_MOST = 40
_HEADING_AT_MOST = 12
_BELOW_A_TITLE = 4  # rows below a title of which one is the header
_UNKNOWN = Header((), 0)


class RowKind(Enum):
    """The kinds of rows; the value of each says what it is."""

    EMPTY = "nothing stands in it"
    FRONT = "a line before the first header: title, region, total, addressee"
    HEADER = "it says what the columns hold"
    HEADING = "it opens a category"
    ITEM = "an item of its own"
    CONTINUATION = "the rest of the item above, broken off in mid-sentence or by a page"
    FURTHER = "one more row of the item above, whose text is merged over both"
    TOTAL = "it says how many items there are"
    OTHER_TABLE = "it heads a table that is no list, such as one of telephones"
    NOTE = "a note, a sum, a signature, a part of no table that is understood: not used"


class ClassifiedRow(NamedTuple):
    """What a row is, with what was read to tell: the header, the heading, or the total that it is."""

    kind: RowKind
    header: Header = _UNKNOWN
    heading: Heading | None = None
    total: int = 0


class RowContext(NamedTuple):
    """What is known where a row stands.

    ``above`` is the row of the item above, with all that was joined to it; ``category`` what the
    column of categories said last. ``at_top``: the row is the first below a header, or of a table.
    ``numbered`` tells of the last items which have a number; ``merges``, whether the document
    merges cells across; ``told`` what a person said of columns; ``upper`` what the column above the
    texts said last.
    """

    header: Header | None = None
    table: int = 0
    at_top: bool = False
    above: GridRow | None = None
    category: str = ""
    numbered: tuple[bool, ...] = ()
    merges: bool = False
    told: Told = NOTHING_TOLD
    upper: str = ""

    def entering(self, row: GridRow) -> RowContext:
        """The same at a row, which may begin another table.

        A table without a header of its own goes on with the last one, if it is as wide.
        """
        if not row.own or row.table in (0, self.table) or self.header is None:
            return self
        fits = len(row.cells) == len(self.header.columns)
        return self._replace(table=row.table, at_top=True, header=self.header if fits else _UNKNOWN)

    def in_another_table(self) -> RowContext:
        """The same in a table that is no list."""
        return self._replace(header=_UNKNOWN)

    @property
    def known(self) -> Header:
        """The header; one without columns where there is none yet."""
        return self.header or _UNKNOWN

    @property
    def has_serials(self) -> bool:
        """Whether items have printed numbers here."""
        return bool(self.known.at("serial")) and any(self.numbered)


class Serial(NamedTuple):
    """What stands under 序号: its number, whether the cell is that of the row above, the text."""

    number: int | None
    merged: bool
    printed: str


def kind_of(rows: Sequence[GridRow], at: int, context: RowContext) -> ClassifiedRow:
    """What row ``at`` is; of those below it only a header may need one."""
    row = rows[at]
    header = read_header(rows, at, context.told) if row.table else None
    if header:
        return ClassifiedRow(RowKind.HEADER, header)
    if not row.own:
        return ClassifiedRow(RowKind.EMPTY)
    if context.header is None:
        return ClassifiedRow(RowKind.FRONT)
    if row.table == 0 or len(row.own) == 1:
        title = _title_of_a_list(rows, at, context)
        return title or _of_one_text(row, context)
    if context.at_top and _heads_no_list(row):
        return ClassifiedRow(RowKind.OTHER_TABLE)
    first = clean_cell(row.own[0].text)
    if is_remark(first):
        return ClassifiedRow(RowKind.NOTE)
    return _of_cells(row, context)


def _title_of_a_list(rows: Sequence[GridRow], at: int, context: RowContext) -> ClassifiedRow | None:
    """A title above a further header: that of one of several lists."""
    text = LEAD_IN.sub("", clean_cell(rows[at].own[0].text))
    if len(text) > _TITLE_AT_MOST or not TITLE_END.search(simplified(text)) or read_heading(text):
        return None
    for below in range(at + 1, min(at + 1 + _BELOW_A_TITLE, len(rows))):
        if len(rows[below].own) > 1:
            if read_header(rows, below, context.told) is None:
                return None
            heading = Heading(OF_A_LIST, None, *split_count(text), text)
            return ClassifiedRow(RowKind.HEADING, heading=heading)
    return None


def _heads_no_list(row: GridRow) -> bool:
    """Whether a row is of headings, though not those of a list: 单位, 姓名, 电话."""
    texts = [clean_cell(cell.text) for cell in row.own]
    strange = [text for text in texts if meaning(text) is None]
    return len(strange) * 2 <= len(texts) and not any(
        len(text) > _HEADING_AT_MOST or is_value(text) for text in strange
    )


def _of_one_text(row: GridRow, context: RowContext) -> ClassifiedRow:
    """The kind of a row with one text: a total, a note, a heading, the rest of a broken row."""
    cell = row.own[0]
    text = clean_cell(cell.text)
    total = read_total(text)
    if total is not None and row.table == 0:
        return ClassifiedRow(RowKind.TOTAL, total=total)
    if text.startswith((*_NOTES, *_SUMS)):
        return ClassifiedRow(RowKind.NOTE)
    if heading := read_heading(text):
        return ClassifiedRow(RowKind.HEADING, heading=heading)
    if row.table and _is_rest(row, cell, context):
        return ClassifiedRow(RowKind.CONTINUATION)
    if row.table and _is_bare_heading(row, cell, text, context):
        return ClassifiedRow(RowKind.HEADING, heading=bare_heading(text))
    if row.table and role_of(row, cell, context.known) in ("text", "upper"):
        return _of_cells(row, context)
    return ClassifiedRow(RowKind.NOTE)


def _of_cells(row: GridRow, context: RowContext) -> ClassifiedRow:
    """The kind of a row of a table that has an item's text, or several texts."""
    header = context.known
    if not header.columns:
        return ClassifiedRow(RowKind.NOTE)
    if any(is_own(row, at) for at in header.at("upper")) or _is_part(row, header):
        return ClassifiedRow(RowKind.ITEM)
    serial = serial_of(row, header)
    if heading := _heading_in_two_cells(row, serial, header):
        return ClassifiedRow(RowKind.HEADING, heading=heading)
    if new_category(row, context) is None and context.above is not None:
        if _is_continuation(row, serial, context.above, context):
            return ClassifiedRow(RowKind.CONTINUATION)
        if serial.merged and _text_is_merged(row, header):
            return ClassifiedRow(RowKind.FURTHER)
    return ClassifiedRow(RowKind.ITEM)


# --- what a row says ----------------------------------------------------------------------------


def serial_of(row: GridRow, header: Header) -> Serial:
    """What stands in a row's first filled cell of numbers."""
    for at in header.at("serial"):
        if at < len(row.cells) and row.cells[at].text:
            cell = row.cells[at]
            text = clean_cell(cell.text)
            if cell.merged == "down":
                return Serial(None, True, text)
            return Serial(read_serial(text), False, text)
    return Serial(None, False, "")


def new_category(row: GridRow, context: RowContext) -> GridCell | None:
    """The cell of a column of categories that opens one, where its text is another than before."""
    for at in context.known.at("category"):
        text = text_at(row, at)
        cleaned = clean_cell(text)
        if cleaned and not cell_text.is_ditto(cleaned) and cleaned != context.category:
            return row.cells[at]
    return None


def bare_heading(text: str) -> Heading:
    """A heading without a number."""
    title, count = split_count(text)
    return Heading(3, None, title, count, text)


def role_of(row: GridRow, cell: GridCell, header: Header) -> str:
    """The role of a cell's column; nothing where it stands under no header."""
    at = next((at for at, one in enumerate(row.cells) if one is cell), -1)
    return header.columns[at].role if 0 <= at < len(header.columns) else ""


def text_at(row: GridRow, at: int) -> str:
    """The text in a place of a row, which may be shorter."""
    return row.cells[at].text if at < len(row.cells) else ""


def is_own(row: GridRow, place: int) -> bool:
    """Whether a row has a text of its own in a column."""
    return place < len(row.cells) and bool(row.cells[place].text) and not row.cells[place].merged


def is_remark(first: str) -> bool:
    """Whether a row that begins with this text is no item: a note, a sum, a signature."""
    return first in _SUMS or first.startswith((*_NOTES, *_SIGNATURES))


# --- what tells the kinds apart -----------------------------------------------------------------


def _is_rest(row: GridRow, cell: GridCell, context: RowContext) -> bool:
    """Whether one cell goes on with the row before, at the top of a page or in mid-sentence."""
    if context.above is None or cell.width > 1 or not context.has_serials:
        return False
    if role_of(row, cell, context.known) in _PLACES:
        return False
    before = text_at(context.above, row.cells.index(cell))
    return context.at_top or cell_text.ends_open(before)


def _is_bare_heading(row: GridRow, cell: GridCell, text: str, context: RowContext) -> bool:
    """A short text merged over the whole table, or alone in its first cell: a category."""
    if len(text) > _TITLE_AT_MOST or text.endswith(("。", "；", "：")) or read_serial(text):
        return False
    wide = cell.width >= max(2, len(context.known.columns) - 1)
    return wide or (
        row.cells[0] is cell
        and not context.merges
        and role_of(row, cell, context.known) == "serial"
    )


def _heading_in_two_cells(row: GridRow, serial: Serial, header: Header) -> Heading | None:
    """一 under 序号 and a title beside it, with no other cell: the heading of a category."""
    own = [cell for cell in row.cells if cell.text and not cell.merged]
    printed = serial.printed
    if len(own) != 2 or not is_chinese_number(printed):
        return None
    if role_of(row, own[0], header) != "serial" or role_of(row, own[1], header) != "text":
        return None
    number = printed if printed.startswith(("（", "(", "第")) else f"{printed.rstrip('、．.')}、"
    return read_heading(number + own[1].text)


def _is_continuation(row: GridRow, serial: Serial, above: GridRow, context: RowContext) -> bool:
    """Whether a row only goes on with the one above: it has no number, and is not whole."""
    if serial.merged or serial.printed:
        return False
    goes_on = _goes_on(row, above, context.known)
    if not context.has_serials:
        return context.at_top and goes_on
    filled = {role_of(row, cell, context.known) for cell in row.cells if cell.text}
    before = {role_of(above, cell, context.known) for cell in above.cells if cell.text}
    is_whole = before & {"text", "lead", "deadline"} <= filled
    return (context.at_top and not is_whole) or (goes_on and (context.at_top or not is_whole))


def _goes_on(row: GridRow, above: GridRow, header: Header) -> bool:
    """Whether a text of the row above was left open where this one has more."""
    return any(
        cell_text.ends_open(text_at(above, at))
        for at, cell in enumerate(row.cells)
        if cell.text and role_of(row, cell, header) in ("text", "detail")
    )


def _is_part(row: GridRow, header: Header) -> bool:
    """Whether a row stands beside an upper text with a text of its own."""
    return bool(header.at("upper")) and any(is_own(row, at) for at in header.at("text"))


def _text_is_merged(row: GridRow, header: Header) -> bool:
    places = [at for at in header.at("text", "detail") if at < len(row.cells)]
    return bool(places) and all(
        row.cells[at].merged == "down" or not row.cells[at].text for at in places
    )
