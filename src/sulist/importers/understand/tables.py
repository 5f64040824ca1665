"""Rows of a table → items in their categories: the one recogniser behind every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _
from sulist.base.plain import clean_cell
from sulist.importers.drafts import Doubt, DraftItem, Unused
from sulist.importers.headers import GUESSED, NOTHING_TOLD, header_words_over
from sulist.importers.headings import (
    OF_A_LIST,
    OF_A_SHEET,
    Heading,
    heading_of_cell,
    read_heading,
)
from sulist.importers.understand.item_cells import UNIT_ROLES, Above, RowFiller, glue
from sulist.importers.understand.legends import is_legend, legend_in
from sulist.importers.understand.printed_columns import PrintedColumns
from sulist.importers.understand.row_kinds import (
    RowContext,
    RowKind,
    bare_heading,
    is_own,
    kind_of,
    new_category,
    role_of,
    serial_of,
)
from sulist.importers.understand.strange_columns import doubts_of_columns
from sulist.importers.understand.table_parts import (
    Tables,
    as_printed,
    sheet_of,
    with_names_of_sheets,
)
from sulist.importers.understand.two_levels import (
    goes_on,
    merged_with_the_whole,
    names_two_levels,
    shared_places,
    with_levels,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sulist.importers.grid import Grid, GridCell, GridRow
    from sulist.importers.headers import Header, Told
    from sulist.importers.understand.row_kinds import Serial

_NUMBER_BESIDE = "序号："  # of a row that goes on with the one above
_REMEMBERED = 40  # items of which it is known whether they have numbers


def read_tables(grid: Grid, year: int, told: Told = NOTHING_TOLD) -> Tables:
    """What the tables of a document hold, and the lines around them; ``year`` is that of its dates.

    ``told`` is what a person said of columns: the roles of their headings.
    """
    assembler = _Assembler(grid, told)
    at = 0
    while at < len(grid.rows):
        at += assembler.take(at)
    made = with_names_of_sheets(assembler.made)
    made.doubts.extend(doubts_of_columns(assembler.strange, year))
    made.legends.extend(Unused(place, text) for place, text in assembler.filler.legends)
    return made


class _Assembler:
    """Takes one row after the other: what it is, then what is made of it."""

    def __init__(self, grid: Grid, told: Told) -> None:
        self.grid = grid
        self.printed = PrintedColumns()
        self.filler = RowFiller(self.printed, wraps=grid.wraps)
        self.made = Tables([], [(None, "", [])], [], [], [], [], self.printed, [], {})
        self.context = RowContext(
            merges=any(cell.width > 1 for row in grid.rows[:200] for cell in row.cells), told=told
        )
        self.levels: dict[Header, Header] = {}
        self.sheet = ""  # of the last header
        self.parent: DraftItem | None = None  # the item whose parts follow
        self.left: frozenset[int] = frozenset()  # the places of cells that are the parent's
        self.shared: frozenset[int] = frozenset()  # those that are so in the whole table
        self.above: Above | None = None  # the last item and its row
        self.before: Above | None = None  # the one before it, which its dittos mean
        self.strange: dict[str, list[str]] = {}  # unknown label → its cells

    def take(self, at: int) -> int:
        """Takes row ``at``, and says how many rows that were."""
        row = self.grid.rows[at]
        self.context = self.context.entering(row)
        if len(row.own) == 1 and is_legend(row.own[0].text):
            self.made.legends.append(_unused(row.own[0]))
            return 1
        found = kind_of(self.grid.rows, at, self.context)
        match found.kind:
            case RowKind.HEADER:
                header = self._with_levels(found.header, at)
                self.shared = shared_places(header, self.grid.rows, at)
                self._begin(header, row)
                return found.header.height
            case RowKind.EMPTY:
                return 1
            case RowKind.FRONT:
                self.made.lines.extend(row.own)
            case RowKind.HEADING if found.heading and not self._is_title_again(found.heading):
                self._open(found.heading, row.own[0].place)
            case RowKind.OTHER_TABLE:
                self.made.unused.extend(map(_unused, row.own))
                self.context = self.context.in_another_table()
            case RowKind.ITEM:
                self._item(row, at)
            case RowKind.CONTINUATION | RowKind.FURTHER if self.above:
                self._join(row, self.above, below=found.kind is RowKind.FURTHER)
            case RowKind.TOTAL:
                self.made.totals.append((found.total, _unused(row.own[0])))
            case _:
                self.made.unused.extend(map(_unused, row.own))
        self.context = self.context._replace(at_top=self.context.at_top and row.table == 0)
        return 1

    def _is_title_again(self, heading: Heading) -> bool:
        """Whether the title of a list is that of the first, as on each page."""
        said = {clean_cell(cell.text) for cell in self.made.lines}
        return heading.level == OF_A_LIST and heading.printed in said

    def _with_levels(self, header: Header, at: int) -> Header:
        """The header with its levels; one that comes again on each page has those of the first time."""
        if header not in self.levels:
            self.levels[header] = with_levels(header, self.grid.rows, at)
        return self.levels[header]

    def _begin(self, read: Header, row: GridRow) -> None:
        """A header: what follows stands in its columns."""
        lines = self.made.lines
        # A heading directly above the first table is that of a category, not a part of the title.
        if self.context.header is None and lines and (heading := read_heading(lines[-1].text)):
            self._open(heading, lines.pop().place)
        sheet = sheet_of(row.own[0].place)
        if sheet != self.sheet and self.context.header and self.made.parts[-1][2]:
            self._open(Heading(OF_A_SHEET, None, sheet, None, sheet), row.own[0].place)
        self.sheet = sheet
        header = self.printed.begin(read)
        for column, cell in zip(header.columns, row.cells, strict=False):
            if column.role in UNIT_ROLES and legend_in(cell.text):
                self.made.legends.append(_unused(cell))
            if column.rank == GUESSED.rank and column.role == "text":
                self.made.doubts.append(
                    Doubt(
                        cell.place,
                        None,
                        _("the column {label}, read as what is to be done").format(
                            label=column.label
                        ),
                        _(
                            "No heading says it, and the cells of this column do: compare it with the document."
                        ),
                    )
                )
        said = {one.text for one in self.made.unused}
        over = map(_unused, header_words_over(header, row))
        self.made.unused.extend(one for one in over if one.text not in said)
        columns = self.made.columns
        columns += [column for column in header.columns if column not in columns]
        self.parent, self.left = None, frozenset()
        if header.columns != self.context.known.columns:  # no row goes on with one of other columns
            self.above = self.before = None
            self.context = self.context._replace(above=None)
        self.context = self.context._replace(header=header, table=row.table, at_top=True, upper="")

    def _open(self, heading: Heading, place: str) -> None:
        self.made.parts.append((heading, place, []))
        self.parent, self.left = None, frozenset()
        self.context = self.context._replace(upper="")

    def _item(self, row: GridRow, at: int) -> None:
        """An item of its own, with the doubts about its number; first the one that it is a part of."""
        self._category_column(row)
        header = self.context.known
        serial = serial_of(row, header)
        is_beside, is_first = self._beside_upper(row), False
        if header.at("upper") and not (self.parent is None and is_beside):
            has_text = any(is_own(row, place) for place in header.at("text"))
            if not has_text and is_beside and self.above:
                self._join(row, self.above, below=True)
                return
            is_first = not is_beside
            if is_first:
                self._whole(row, at, serial, is_alone=not has_text)
            if not has_text:
                return
        item = DraftItem(row.own[0].place)
        if self.parent:
            self._part_number(item, row, is_first=is_first)
        else:
            self._number(item, serial)
            beside = self._own_texts(row, header.at("part_serial"))
            item.notes += [f"{_NUMBER_BESIDE}{text}" for text in beside]
        left = self.left
        if not is_first:
            left = frozenset(place for place in left if not is_own(row, place))
        if item.part_of and not self.parent and self.above:
            is_whole = self.above.item.part_of is None
            left |= merged_with_the_whole(row, header, None if is_whole else self.above.left)
        self._fill(item, row, self.above, left)
        self.made.parts[-1][2].append(item)
        self.before, self.above = self.above, Above(item, row, left)
        numbered = (*self.context.numbered, serial.number is not None)[-_REMEMBERED:]
        self.context = self.context._replace(above=row, numbered=numbered)

    def _number(self, item: DraftItem, serial: Serial) -> None:
        """The number of an item as printed, with the doubts about it."""
        item.serial = serial.number
        if serial.merged and self.above:
            item.serial = self.above.item.serial
            item.printed_serial = self.above.item.printed_serial
            self._doubt(
                item,
                _("number {n} stands beside two rows, read as two items").format(n=item.serial),
                _("The two may be one item of several parts; then the numbers below move up."),
            )
            if names_two_levels(self.context.known) and not self.context.known.at("upper"):
                whole = self.above.item
                item.serial, item.printed_serial = None, ""
                item.part_of = whole.part_of or whole
        elif serial.printed and serial.number is None:
            item.printed_serial = serial.printed
            self._doubt(
                item,
                _("{label}: {text}").format(label="序号", text=serial.printed),
                _("It is no number; the item is counted all the same."),
            )
        elif serial.printed:
            item.printed_serial = as_printed(serial.printed)
            item.part_of = self._numbered_above(item.printed_serial or "")
        elif self.context.known.at("serial"):
            item.printed_serial = ""
            if self.context.has_serials:
                self._doubt(
                    item,
                    _("a row without a number, read as an item"),
                    _("It may belong to the item above."),
                )

    def _numbered_above(self, printed: str) -> DraftItem | None:
        """The item whose part a number such as 2.1 says that this one is: the 2 above it."""
        whole, dot, rest = printed.replace("．", ".").partition(".")
        last = next((one for one in reversed(self.made.parts[-1][2]) if not one.part_of), None)
        if last is None or not dot or not rest.isdecimal():
            return None
        return last if last.printed_serial is None and str(last.serial) == whole else None

    def _beside_upper(self, row: GridRow) -> bool:
        """Whether a row stands beside the upper text of the last one."""
        return any(goes_on(row, at, self.context.upper) for at in self.context.known.at("upper"))

    def _whole(self, row: GridRow, at: int, serial: Serial, *, is_alone: bool) -> None:
        """Begins the item of an upper text, with the cells that are merged over all rows beside it."""
        header = self.context.known
        place = header.at("upper")[0]
        self.parent = whole = DraftItem(row.cells[place].place)
        self.context = self.context._replace(upper=clean_cell(row.cells[place].text))
        self._number(whole, serial)
        beside = [] if is_alone else self._rows_beside(row, at, place)
        is_merged = bool(beside) and beside[0].cells[place].merged == "down"
        self.left = frozenset(
            other
            for other, column in enumerate(header.columns)
            if column.role != "text"
            and all(_is_above(one, other, is_merged=is_merged) for one in beside)
            and (beside or is_alone or other in self.shared)
        )
        own = frozenset(range(len(row.cells))) - self.left
        self._fill(whole, row, self.above, own)
        self.made.parts[-1][2].append(whole)
        if is_alone:
            beside_it = self._own_texts(row, header.at("part_serial"))
            whole.notes += [f"{_NUMBER_BESIDE}{text}" for text in beside_it]
            self.before, self.above = self.above, Above(whole, row, own)
            self.left = frozenset()
            self.context = self.context._replace(above=row)

    def _rows_beside(self, row: GridRow, at: int, place: int) -> list[GridRow]:
        """The rows below that stand beside the same upper text."""
        beside = []
        for below in range(at + 1, len(self.grid.rows)):
            one = self.grid.rows[below]
            if not one.own:
                continue
            if one.table != row.table or not goes_on(one, place, self.context.upper):
                break
            beside.append(one)
        return beside

    def _part_number(self, item: DraftItem, row: GridRow, *, is_first: bool) -> None:
        """A part has the number that stands beside it, if any; its whole has that of the first row."""
        item.part_of, item.printed_serial = self.parent, ""
        places = () if is_first else self.context.known.at("serial")
        whole = self.parent.serial if self.parent else None
        for text in self._own_texts(row, (*places, *self.context.known.at("part_serial"))):
            if whole is not None and text == str(whole):
                continue  # the number of the whole, said again
            if item.printed_serial:
                item.notes.append(f"{_NUMBER_BESIDE}{text}")
            else:
                item.printed_serial = text

    def _own_texts(self, row: GridRow, places: Iterable[int]) -> list[str]:
        return [clean_cell(row.cells[at].text) for at in places if is_own(row, at)]

    def _category_column(self, row: GridRow) -> None:
        """A column of categories opens one where its text changes."""
        if cell := new_category(row, self.context):
            text = clean_cell(cell.text)
            self.context = self.context._replace(category=text)
            label = self.context.known.columns[self.context.known.at("category")[0]].label
            self.made.category_places[cell.place] = label
            self._open(heading_of_cell(text) or bare_heading(text), cell.place)

    def _join(self, row: GridRow, last: Above, *, below: bool) -> None:
        """Puts the cells of a row behind those of the item above; ``below``: each on its own line."""
        item, above, left = last
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
        left -= {at for at in range(len(row.cells)) if is_own(row, at)}
        time = next((one.label for one in self.context.known.columns if one.role == "deadline"), "")
        deadline = item.more.get(time, "")
        item.text = ""
        item.more.clear()
        item.notes = [note for note in item.notes if note.startswith(_NUMBER_BESIDE)]
        self._fill(item, whole, self.before, left)
        numbers = self.context.known.at("serial", "part_serial")
        item.notes += [f"{_NUMBER_BESIDE}{text}" for text in self._own_texts(row, numbers)]
        if below and deadline != item.more.get(time, ""):
            self._doubt(
                item,
                _("one item of several rows, with the deadline {text}").format(
                    text=item.more.get(time, "")
                ),
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
        self.above = Above(item, whole, left)
        self.context = self.context._replace(above=whole)

    def _fill(
        self,
        item: DraftItem,
        row: GridRow,
        above: Above | None,
        left: frozenset[int],
    ) -> None:
        header = self.context.known
        for read, other in self.filler.fill(item, row, header.columns, above, left):
            self._doubt(item, read, other)
        for column, cell in zip(header.columns, row.cells, strict=False):
            if not column.known and cell.text:
                self.strange.setdefault(column.label, []).append(clean_cell(cell.text))

    def _doubt(self, item: DraftItem, read: str, other: str) -> None:
        doubt = Doubt(item.place, item, read, other)
        if doubt not in self.made.doubts[-20:]:  # a row that is joined is filled again
            self.made.doubts.append(doubt)


def _is_above(row: GridRow, place: int, *, is_merged: bool) -> bool:
    """Whether a column has in this row what it has above: a merged cell, or none where merges are lost."""
    cells = row.cells[place : place + 1]
    return all(cell.merged == "down" if is_merged else not is_own(row, place) for cell in cells)


def _unused(cell: GridCell) -> Unused:
    return Unused(cell.place, clean_cell(cell.text))
