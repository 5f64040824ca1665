"""Rows of a table → items in their categories: the one recogniser behind every format."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sulist.base.i18n import _
from sulist.base.plain import clean_cell, says_nothing
from sulist.importers import cell_text
from sulist.importers.drafts import Doubt, DraftItem, Unused
from sulist.importers.headings import Heading, read_heading
from sulist.importers.understand.item_cells import Above, fill, glue
from sulist.importers.understand.row_kinds import (
    ClassifiedRow,
    RowContext,
    RowKind,
    bare_heading,
    kind_of,
    new_category,
    role_of,
    serial_of,
)

if TYPE_CHECKING:
    from sulist.importers.grid import Grid, GridCell, GridRow
    from sulist.importers.headers import HeaderColumn

_REMEMBERED = 40  # items of which it is known whether they have numbers


class Tables(NamedTuple):
    """What the rows of a document were made into.

    ``lines`` are those before the first header, for title and year; ``parts`` every heading that
    was met, with its place and the items that follow it; ``unused`` what went nowhere.
    """

    lines: list[GridCell]
    parts: list[tuple[Heading | None, str, list[DraftItem]]]
    columns: list[HeaderColumn]
    totals: list[tuple[int, Unused]]
    doubts: list[Doubt]
    unused: list[Unused]

    @property
    def items(self) -> list[DraftItem]:
        """Every item."""
        return [item for _heading, _place, items in self.parts for item in items]


def read_tables(grid: Grid, year: int) -> Tables:
    """What the tables of a document hold, and the lines around them; ``year`` is that of its dates."""
    assembler = _Assembler(grid)
    at = 0
    while at < len(grid.rows):
        at += assembler.take(at)
    assembler.made.doubts.extend(_of_columns(assembler.strange, year))
    return assembler.made


class _Assembler:
    """Takes one row after the other: what it is, then what is made of it."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.made = Tables([], [(None, "", [])], [], [], [], [])
        self.context = RowContext(
            merges=any(cell.width > 1 for row in grid.rows[:200] for cell in row.cells)
        )
        self.above: Above | None = None  # the last item and its row
        self.before: Above | None = None  # the one before it, which its dittos mean
        self.strange: dict[str, list[str]] = {}  # unknown label → its cells

    def take(self, at: int) -> int:
        """Takes row ``at``, and says how many rows that were."""
        row = self.grid.rows[at]
        self.context = self.context.entering(row)
        found = kind_of(self.grid.rows, at, self.context)
        match found.kind:
            case RowKind.HEADER:
                self._begin(found, row)
                return found.header.height
            case RowKind.EMPTY:
                return 1
            case RowKind.FRONT:
                self.made.lines.extend(row.own)
            case RowKind.HEADING if found.heading:
                self._open(found.heading, row.own[0].place)
            case RowKind.ITEM:
                self._item(row)
            case RowKind.CONTINUATION | RowKind.FURTHER if self.above:
                self._join(row, self.above, below=found.kind is RowKind.FURTHER)
            case RowKind.TOTAL:
                self.made.totals.append((found.total, _unused(row.own[0])))
            case _:
                self.made.unused.extend(map(_unused, row.own))
        self.context = self.context._replace(at_top=self.context.at_top and row.table == 0)
        return 1

    def _begin(self, found: ClassifiedRow, row: GridRow) -> None:
        """A header: what follows stands in its columns."""
        lines = self.made.lines
        # A heading directly above the first table is that of a category, not a part of the title.
        if self.context.header is None and lines and (heading := read_heading(lines[-1].text)):
            self._open(heading, lines.pop().place)
        columns = self.made.columns
        columns += [column for column in found.header.columns if column not in columns]
        self.context = self.context._replace(header=found.header, table=row.table, at_top=True)

    def _open(self, heading: Heading, place: str) -> None:
        self.made.parts.append((heading, place, []))

    def _item(self, row: GridRow) -> None:
        """An item of its own, with the doubts about its number."""
        self._category_column(row)
        serial = serial_of(row, self.context.known)
        item = DraftItem(row.own[0].place, serial.number)
        if serial.printed and serial.number is None and not serial.merged:
            self._doubt(
                item,
                _("{label}: {text}").format(label="序号", text=serial.printed),
                _("It is no number; the item is counted all the same."),
            )
            item.notes.append(f"序号：{serial.printed}")
        self._fill(item, row, self.above)
        self.made.parts[-1][2].append(item)
        if serial.merged and self.above:
            item.serial = self.above.item.serial
            self._doubt(
                item,
                _("number {n} stands beside two rows, read as two items").format(n=item.serial),
                _("The two may be one item of several parts; then the numbers below move up."),
            )
        elif serial.number is None and not serial.printed and self.context.has_serials:
            self._doubt(
                item,
                _("a row without a number, read as an item"),
                _("It may belong to the item above."),
            )
        self.before, self.above = self.above, Above(item, row)
        numbered = (*self.context.numbered, item.serial is not None)[-_REMEMBERED:]
        self.context = self.context._replace(above=row, numbered=numbered)

    def _category_column(self, row: GridRow) -> None:
        """A column of categories opens one where its text changes."""
        if cell := new_category(row, self.context):
            text = clean_cell(cell.text)
            self.context = self.context._replace(category=text)
            self._open(read_heading(text) or bare_heading(text), cell.place)

    def _join(self, row: GridRow, last: Above, *, below: bool) -> None:
        """Puts the cells of a row behind those of the item above; ``below``: each on its own line."""
        item, above = last
        merged = list(above.cells)
        for at, cell in enumerate(row.cells):
            if at >= len(merged):
                merged.append(cell)
                continue
            if not cell.text or cell.merged or (below and cell.text == merged[at].text):
                continue
            role = role_of(row, cell, self.context.known)
            between = glue(role) if below else "" if self.grid.wraps else "\n"
            before = "" if merged[at].merged == "across" else merged[at].text
            merged[at] = merged[at]._replace(
                text=f"{before}{between}{cell.text}" if before else cell.text, merged=""
            )
        whole = above._replace(cells=tuple(merged))
        deadline = item.deadline
        item.text = item.lead = item.responsible = item.deadline = ""
        item.notes = [note for note in item.notes if note.startswith("序号：")]
        self._fill(item, whole, self.before)
        if below and deadline != item.deadline:
            self._doubt(
                item,
                _("one item of several rows, with the deadline {text}").format(text=item.deadline),
                _("Each row may have its own deadline: compare it with the document."),
            )
        elif not below and not self.context.at_top:
            self._doubt(
                item,
                _("the row {place}, without a number, read as the rest of this item").format(
                    place=row.own[0].place
                ),
                _("It may be an item of its own."),
            )
        self.above = Above(item, whole)
        self.context = self.context._replace(above=whole)

    def _fill(self, item: DraftItem, row: GridRow, above: Above | None) -> None:
        header = self.context.known
        for read, other in fill(item, row, header, above, wraps=self.grid.wraps):
            self._doubt(item, read, other)
        for column, cell in zip(header.columns, row.cells, strict=False):
            if not column.known and cell.text:
                self.strange.setdefault(column.label, []).append(clean_cell(cell.text))

    def _doubt(self, item: DraftItem, read: str, other: str) -> None:
        doubt = Doubt(item.place, item, read, other)
        if doubt not in self.made.doubts[-20:]:  # a row that is joined is filled again
            self.made.doubts.append(doubt)


def _unused(cell: GridCell) -> Unused:
    return Unused(cell.place, clean_cell(cell.text))


def _of_columns(strange: dict[str, list[str]], year: int) -> list[Doubt]:
    """A column of an unknown label that holds units or deadlines may be one of the five."""
    doubts = []
    for label, texts in strange.items():
        held = [text for text in texts if not says_nothing(text)]
        for role, looks in (
            ("牵头单位, 责任单位", cell_text.looks_like_units),
            ("完成时限", lambda text: cell_text.has_day(text, year)),
        ):
            if held and sum(map(looks, held)) > len(held) / 2:
                doubts.append(
                    Doubt(
                        "",
                        None,
                        _("the column {label}, kept beside the items").format(label=label),
                        _("It may be {columns}: rename its header in the document.").format(
                            columns=role
                        ),
                    )
                )
    return doubts
