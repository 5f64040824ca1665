"""What is said of the items of a text → their cells, and the columns of the list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sulist.base.i18n import _
from sulist.base.plain import clean_cell, says_nothing
from sulist.importers.drafts import Doubt, DraftColumn
from sulist.importers.labels import column_role
from sulist.importers.understand.closings import UNIT_ROLES
from sulist.importers.understand.listed_brackets import posts_in
from sulist.listfile.item import STANDARD
from sulist.units.printed import as_printed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sulist.importers.drafts import DraftItem
    from sulist.importers.labels import Labelled
    from sulist.importers.understand.said_of_item import SaidOfItem

_ENDS = "。；;，, 　"
_CONTACT = re.compile("联系|联络|电话|传真|邮箱")
_STANDARD = {one.role: one.heading for one in STANDARD}


class ProseCells(NamedTuple):
    """The labels of the cells that prose tells, by their keys; the roles of further ones; and the doubts."""

    headings: dict[str, str]
    further: dict[str, str]
    doubts: list[Doubt]


def lone_endings(told: list[SaidOfItem]) -> list[Labelled]:
    """Last labels below the last item that no other item has: 联系人：, which speaks of the document."""
    pieces = told[-1].pieces if len(told) > 1 else []
    others = {piece.label for one in told[:-1] for piece in one.pieces}
    found: list[Labelled] = []
    while (len(pieces) > 1 or (pieces and _CONTACT.search(pieces[-1].label))) and not (
        pieces[-1].role in (*UNIT_ROLES, "deadline") or pieces[-1].label in others
    ):
        found.insert(0, pieces.pop())
    return found


def fill(told: list[SaidOfItem]) -> ProseCells:
    """Fills the cells of the items."""
    pieces = [piece for one in told for piece in one.pieces]
    roles = {piece.role for piece in pieces}
    # X负责，Y配合, and nobody who leads: X does. Labels that are printed are columns as they are.
    both = {"responsible", "support"}
    is_printed = any(piece.role in both for piece in pieces if piece.label)
    leads = "lead" not in roles and both <= roles and not is_printed
    keys = _keys(pieces, "lead" if leads else "responsible")
    for one in told:
        keys |= _beside_each_other(one.pieces)
    headings: dict[str, str] = {}  # of the item's keys
    further: dict[str, str] = {}  # the roles of further columns
    doubts: list[Doubt] = []
    for one in told:
        _fill(one, keys, headings, further, doubts)
    if not _has(told, "responsible"):
        _move_into_responsible(told, headings, further)
    return ProseCells(headings, further, doubts)


def _move_into_responsible(
    told: list[SaidOfItem], headings: dict[str, str], further: dict[str, str]
) -> None:
    """The first column of units is the items' own: 配合单位 where all cells of 责任单位 are empty."""
    heading = next((name for name, role in further.items() if role == "responsible"), "")
    if heading:
        del further[heading]
        headings["responsible"] = heading
        for one in told:
            one.item.responsible = one.item.more.pop(heading, "")


def _keys(pieces: Iterable[Labelled], responsible: str) -> dict[tuple[str, str], str]:
    """Where the pieces of a label and a role go: a key of the item, or "" for a further cell."""
    keys: dict[tuple[str, str], str] = {}
    printed = {piece.role for piece in pieces if piece.label}
    for piece in pieces:
        known = (piece.label, piece.role)
        if piece.role == "responsible":
            keys[known] = responsible
        elif piece.role == "support":
            further = piece.label and "responsible" in printed and responsible != "lead"
            keys[known] = "" if further else "responsible"
        else:
            keys[known] = piece.role if piece.role in ("lead", "deadline") else ""
    return keys


def _beside_each_other(pieces: Iterable[Labelled]) -> dict[tuple[str, str], str]:
    """Of two labels of who answers below one item, 建设单位 beside 责任单位, one is a further cell."""
    labels = list(dict.fromkeys(one.label for one in pieces if one.role == "responsible"))
    own = next((label for label in labels if "责任" in label), labels[0] if labels else "")
    return {(label, "responsible"): "" for label in labels if label and label != own}


def _fill(
    told: SaidOfItem,
    keys: dict[tuple[str, str], str],
    headings: dict[str, str],
    further: dict[str, str],
    doubts: list[Doubt],
) -> None:
    item = told.item
    held: dict[str, list[Labelled]] = {}
    for piece in told.pieces:
        text = _clean(piece)
        key = keys[piece.label, piece.role]
        other_date = key == "deadline" and piece.label not in ("", headings.get(key, piece.label))
        if not text and not key:
            item.notes.append(f"{piece.label}：")  # 具体措施：, and then parts of their own
            continue
        if not key or other_date:
            item.taken += _taken(piece)
            _further(item, piece.label, text)
            further.setdefault(piece.label, _further_role(piece))
            continue
        item.taken += _taken(piece)
        held.setdefault(key, []).append(piece._replace(text=text))
        if piece.label and headings.setdefault(key, piece.label) != piece.label:
            item.notes.append(f"{piece.label}：{text}")  # below the heading that others have
    leads = held.get("lead", [])
    if len({piece.text for piece in leads if piece.label}) > 1:
        doubts.append(
            Doubt(
                item.place,
                item,
                _("{n} lines {label} below one item").format(n=len(leads), label=leads[0].label),
                _("A number may be missing between them: they may be two items."),
            )
        )
    item.lead = "、".join(dict.fromkeys(piece.text for piece in leads if piece.text))
    item.responsible = _responsible(held.get("responsible", []))
    item.deadline = "，".join(piece.text for piece in held.get("deadline", []) if piece.text)


def _taken(piece: Labelled) -> tuple[str, ...]:
    """The names in a piece that are no units by their form, and stand where units do."""
    return piece.unknown or posts_in(piece.text) if piece.role in UNIT_ROLES else ()


def _responsible(pieces: list[Labelled]) -> str:
    """Who is responsible; where there are several pieces, each keeps its label or its verb, as it is printed."""
    filled = [piece for piece in pieces if not says_nothing(piece.text)]
    if len({piece.label or piece.role for piece in filled}) < 2:
        return "、".join(piece.text for piece in filled or pieces)
    said = [f"{one.label}：{one.text}" if one.label else one.written or one.text for one in filled]
    return ("；" if any(piece.label for piece in filled) else "，").join(said)


def _clean(piece: Labelled) -> str:
    text = clean_cell(piece.text)
    if piece.role in UNIT_ROLES:
        return as_printed(text.strip(_ENDS))
    return text.strip(_ENDS) if piece.role == "deadline" else text


def _further(item: DraftItem, heading: str, text: str) -> None:
    before = item.more.get(heading, "")
    item.more[heading] = f"{before}；{text}" if before and text else before or text


def _further_role(piece: Labelled) -> str:
    """The role of a further column: who supports, whoever answers in person, or only kept."""
    if piece.role in UNIT_ROLES:
        return "responsible"
    role = column_role(piece.label)
    return role if role in ("leader", "person") else "other"


def columns_of(told: list[SaidOfItem], cells: ProseCells) -> tuple[DraftColumn, ...]:
    """The columns by the labels that are printed; none where those are the standard ones."""
    headings, further = cells.headings, cells.further
    names = next((one.names for one in told if one.names), "")
    if not further and not names and all(text == _STANDARD[key] for key, text in headings.items()):
        return ()
    made = [DraftColumn(_STANDARD["serial"], "serial")] if _numbered(told) else []
    made.append(DraftColumn(names or _STANDARD["text"], "text"))
    made += [
        DraftColumn(headings.get(key, _STANDARD[key]), key)
        for key in ("lead", "responsible", "deadline")
        if _has(told, key)
    ]
    return (*made, *(DraftColumn(heading, role) for heading, role in further.items()))


def _numbered(told: list[SaidOfItem]) -> bool:
    return any(one.item.serial is not None or one.item.printed_serial for one in told)


def _has(told: list[SaidOfItem], key: str) -> bool:
    return any(getattr(one.item, key) for one in told)
