"""The cells of a row → the five cells of an item, with what is kept beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sulist.base.i18n import _
from sulist.base.plain import clean_cell, says_nothing
from sulist.importers import cell_text
from sulist.importers.labels import Labelled, split
from sulist.units.printed import as_printed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.importers.drafts import DraftItem
    from sulist.importers.grid import GridCell, GridRow
    from sulist.importers.headers import Header, HeaderColumn

    Found = dict[str, list[tuple[HeaderColumn, str]]]

UNIT_ROLES = ("lead", "responsible", "support")


class Above(NamedTuple):
    """The item above and its row, which a ditto means."""

    item: DraftItem
    row: GridRow


def fill(
    item: DraftItem, row: GridRow, header: Header, above: Above | None, *, wraps: bool
) -> Iterator[tuple[str, str]]:
    """Fills an item from its row; yields what is doubtful: as read, and what else it might be."""
    found: Found = {}
    for at, (column, cell) in enumerate(zip(header.columns, row.cells, strict=False)):
        item.places.setdefault(column.role, cell.place)
        text = _carried(item, at, column, cell, above)
        if text and cell.merged != "across":
            found.setdefault(column.role, []).append((column, text))
    item.text = text_of(found.get("text", []))
    for label in _assign(item, found):
        item.notes.append(_("{label}: 、 stands for a line break").format(label=label))
        if wraps:
            yield (
                _("{label}: 、 stands for a line break").format(label=label),
                _("The line may only have been full: is it one unit's name?"),
            )
    _set_deadline(item, found.get("deadline", []))
    item.notes += [f"{column.label}：{clean_cell(text)}" for column, text in found.get("aside", [])]
    for cell in row.cells[len(header.columns) :]:
        if cell.text and not cell.merged:
            item.notes.append(clean_cell(cell.text))
            yield clean_cell(cell.text), _("It stands beside the table, under no header.")


def glue(role: str) -> str:
    """What stands between the rows of an item that has several."""
    return "、" if role in UNIT_ROLES else "；" if role == "deadline" else "\n"


def _carried(
    item: DraftItem, at: int, column: HeaderColumn, cell: GridCell, above: Above | None
) -> str:
    """A cell's text; that of the cell above where a merge or a printed ditto says so."""
    if column.role in ("serial", "category"):
        return ""
    if cell.merged == "down" and cell.text:
        if column.role != "aside":
            item.notes.append(_("{label}: one cell with the row above").format(label=column.label))
        return cell.text
    if not cell_text.is_ditto(cell.text) or above is None:
        return cell.text
    item.notes.append(
        _("{label}: printed as {text}, carried from the row above").format(
            label=column.label, text=clean_cell(cell.text)
        )
    )
    own = {
        "lead": above.item.lead,
        "responsible": above.item.responsible,
        "deadline": above.item.deadline,
    }
    return own.get(column.role) or (above.row.cells[at].text if at < len(above.row.cells) else "")


def _set_deadline(item: DraftItem, found: list[tuple[HeaderColumn, str]]) -> None:
    """The first deadline; what else its cell or a second column tells is kept beside it."""
    for column, text in found:
        before, pieces = split(text)
        dated = [piece.text for piece in pieces if piece.role == "deadline"]
        if before:
            dated.insert(0, before)
        for at, value in enumerate(dated):
            if item.deadline or at:
                item.notes.append(f"{column.label}：{clean_cell(value)}")
            else:
                item.deadline = clean_cell(value)
        item.notes += [
            f"{piece.label}：{clean_cell(piece.text)}"
            for piece in pieces
            if piece.role != "deadline"
        ]


def _assign(item: DraftItem, found: Found) -> list[str]:
    """Lead and responsible, from columns and from labels inside their cells.

    Returns the labels of those in which 、 was put for a line break.
    """
    put: list[str] = []
    leads: list[str] = []
    held: list[Labelled] = []
    for role in UNIT_ROLES:
        for column, text in found.get(role, []):
            before, pieces = split(text)
            own = (Labelled(column.label, role, before),) if before else ()
            pieces = tuple(_cleaned(piece, put) for piece in (*own, *pieces))
            leads += [piece.text for piece in pieces if piece.role == "lead"]
            held += _others(item, pieces)
    if not any(leads) and not any(piece.text for piece in held):
        _labels_of_text(item, found.get("text", []), leads, held)
    set_units(item, leads, held)
    return put


def _labels_of_text(
    item: DraftItem, texts: list[tuple[HeaderColumn, str]], leads: list[str], held: list[Labelled]
) -> None:
    """Units behind labels at the end of a text, where the table has no column for them."""
    kept = []
    for column, text in texts:
        before, pieces = split(text)
        if any(piece.role in UNIT_ROLES for piece in pieces):
            leads += [as_printed(piece.text) for piece in pieces if piece.role == "lead"]
            held += _others(item, pieces)
            kept.append((column, before))
        else:
            kept.append((column, text))
    item.text = text_of(kept)


def _cleaned(piece: Labelled, put: list[str]) -> Labelled:
    """A piece with its layout gone; a line break between two of its units becomes 、."""
    if piece.role not in UNIT_ROLES:
        return piece
    text, separated = cell_text.unit_cell(piece.text)
    put += [piece.label] if separated else []
    return piece._replace(text=text)


def _others(item: DraftItem, pieces: tuple[Labelled, ...]) -> list[Labelled]:
    """The pieces for responsible; what is aside or a deadline goes its own way."""
    for piece in pieces:
        if piece.role == "aside":
            item.notes.append(f"{piece.label}：{clean_cell(piece.text)}")
        elif piece.role == "deadline" and not item.deadline:
            item.deadline = clean_cell(piece.text)
    return [
        piece._replace(text=as_printed(piece.text))
        for piece in pieces
        if piece.role in ("responsible", "support")
    ]


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


def text_of(found: list[tuple[HeaderColumn, str]]) -> str:
    """The text of an item: its name, then its content, then what else the table tells of it."""
    if not found:
        return ""
    first = min(range(len(found)), key=lambda at: (found[at][0].rank, at))
    text = ""
    for at, (column, printed) in enumerate([found[first], *found[:first], *found[first + 1 :]]):
        if says_nothing(printed):
            continue
        cleaned = clean_cell(printed)
        if at and column.rank == 2:
            cleaned = f"{column.label}：{cleaned}"
        text = cell_text.sentence(text) + cleaned if text else cleaned
    return text
