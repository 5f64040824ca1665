"""The cells of a row → an item's text and its cells under their headings."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sulist.base.i18n import _
from sulist.base.plain import clean_cell, says_nothing
from sulist.importers import cell_text
from sulist.importers.labels import Labelled, split
from sulist.importers.understand.legends import without_legend
from sulist.listfile import persons
from sulist.units.printed import as_printed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.importers.drafts import DraftItem
    from sulist.importers.grid import GridCell, GridRow
    from sulist.importers.headers import HeaderColumn
    from sulist.importers.understand.printed_columns import PrintedColumns

UNIT_ROLES = ("lead", "responsible", "support")
_PEOPLE = ("leader", "person")
_PLACES = ("serial", "category", "upper", "part_serial")  # an item's place says what stands in them


class Above(NamedTuple):
    """The item above and its row, which a ditto means; ``left`` are places that are not the item's."""

    item: DraftItem
    row: GridRow
    left: frozenset[int] = frozenset()


class RowFiller:
    """Fills items from rows below a header; what it finds in passing is told in ``legends``."""

    def __init__(self, printed: PrintedColumns, *, wraps: bool) -> None:
        self.printed = printed
        self.wraps = wraps
        self.legends: list[tuple[str, str]] = []  # place, as printed

    def fill(
        self,
        item: DraftItem,
        row: GridRow,
        columns: tuple[HeaderColumn, ...],
        above: Above | None,
        left: frozenset[int] = frozenset(),
    ) -> Iterator[tuple[str, str]]:
        """Fills an item from its row but for the places ``left``; yields what is doubtful and what else it might be."""
        for at, (column, cell) in enumerate(zip(columns, row.cells, strict=False)):
            if column.role == "upper" and not item.part_of:
                item.text = clean_cell(cell.text)
            if at in left or column.role in _PLACES:
                continue
            item.places.setdefault(column.label, cell.place)
            text = _carried(item, at, column, cell, above)
            if not text or cell.merged == "across":
                continue
            if column.role == "text":
                item.text = clean_cell(text)
            elif column.role in UNIT_ROLES:
                yield from self._units(item, column, cell.place, text)
            elif column.role == "deadline":
                yield from self._parts(item, column, text)
            else:
                self._put(item, column.label, column.role, text)
        yield from self._labels_of_texts(item, columns)
        for cell in row.cells[len(columns) :]:
            if cell.text and not cell.merged:
                item.notes.append(clean_cell(cell.text))
                yield clean_cell(cell.text), _("It stands beside the table, under no header.")

    def _units(
        self, item: DraftItem, column: HeaderColumn, place: str, text: str
    ) -> Iterator[tuple[str, str]]:
        text, legend = without_legend(text)
        if legend:
            self.legends.append((place, clean_cell(legend)))
        yield from self._parts(item, column, text)

    def _parts(self, item: DraftItem, column: HeaderColumn, text: str) -> Iterator[tuple[str, str]]:
        """What stands before the labels inside a cell is the column's; each piece is its label's."""
        before, pieces = split(text)
        if pieces:
            self.printed.parted(column.label)
        own = [Labelled(column.label, column.role, before)] if before else []
        for piece in own:
            yield from self._piece(item, column.label, piece)
        for piece in pieces:
            yield from self._piece(item, self.printed.inside(piece.label, piece.role), piece)

    def _piece(self, item: DraftItem, heading: str, piece: Labelled) -> Iterator[tuple[str, str]]:
        text = piece.text
        if piece.role in UNIT_ROLES:
            text, separated = cell_text.unit_cell(text)
            if separated:
                said = _("{label}: 、 stands for a line break").format(label=piece.label)
                item.notes.append(said)
                if self.wraps:
                    yield said, _("The line may only have been full: is it one unit's name?")
        self._put(item, heading, piece.role, text)

    def _put(self, item: DraftItem, heading: str, role: str, text: str) -> None:
        """Puts a cell under its heading, behind one that is there."""
        cleaned = text if role in UNIT_ROLES else clean_cell(text)
        if role in _PEOPLE:
            cleaned = persons.as_printed(persons.unwrapped(text) if self.wraps else text)
        before = item.more.get(heading, "")
        if not before:
            item.more[heading] = cleaned
        elif cleaned and cleaned != before:
            mark = "、" if role in UNIT_ROLES else "；"
            item.more[heading] = f"{before}{mark}{cleaned}"

    def _labels_of_texts(
        self, item: DraftItem, columns: tuple[HeaderColumn, ...]
    ) -> Iterator[tuple[str, str]]:
        """Units behind labels at the end of a text, where no column has any."""
        roles = {column.label: column.role for column in columns}
        if any(roles.get(heading) in UNIT_ROLES and cell for heading, cell in item.more.items()):
            return
        texts = {
            heading: item.more.get(heading, "") for heading in roles if roles[heading] == "detail"
        }
        for heading, text in (("", item.text), *texts.items()):
            before, pieces = split(text)
            if not any(piece.role in UNIT_ROLES for piece in pieces):
                continue
            if heading:
                item.more[heading] = before
            else:
                item.text = before
            for piece in pieces:
                yield from self._piece(item, self.printed.inside(piece.label, piece.role), piece)


def glue(role: str) -> str:
    """What stands between the rows of an item that has several."""
    return "、" if role in UNIT_ROLES else "；" if role == "deadline" else "\n"


def _carried(
    item: DraftItem, at: int, column: HeaderColumn, cell: GridCell, above: Above | None
) -> str:
    """A cell's text; that of the cell above where a merge or a printed ditto says so."""
    if cell.merged == "down" and cell.text:
        if column.role in (*UNIT_ROLES, "text", "detail", "deadline"):
            item.notes.append(_("{label}: one cell with the row above").format(label=column.label))
        return cell.text
    if not cell_text.is_ditto(cell.text) or above is None:
        return cell.text
    item.notes.append(
        _("{label}: printed as {text}, carried from the row above").format(
            label=column.label, text=clean_cell(cell.text)
        )
    )
    row = above.row.cells
    return above.item.more.get(column.label) or (row[at].text if at < len(row) else "")


def set_units(item: DraftItem, leads: list[str], others: list[Labelled]) -> None:
    """Lead and responsible of an item from its pieces; where there are several, each keeps its label.

    With no lead, but one who is responsible and one who supports, the former leads.
    """
    filled = [piece for piece in others if not says_nothing(piece.text)]
    roles = [piece.role for piece in filled]
    if not any(leads) and {"responsible", "support"} <= set(roles):
        leads = [piece.text for piece in filled if piece.role == "responsible"]
        filled = [piece for piece in filled if piece.role == "support"]
    item.lead = "、".join(as_printed(text) for text in dict.fromkeys(leads) if text)
    if len(filled) > 1:
        item.responsible = "；".join(f"{piece.label}：{piece.text}" for piece in filled)
    else:
        item.responsible = next((piece.text for piece in filled or others), "")
