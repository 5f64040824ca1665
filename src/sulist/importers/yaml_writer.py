"""A list of drafts → the text of a list file, in the form of ``data/items.yaml``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sulist.base.i18n import _
from sulist.base.numerals import to_chinese
from sulist.base.typeset import width, wrap
from sulist.listfile.item import OF_AN_ITEM, STANDARD, columns_of
from sulist.listfile.yaml_text import fold, scalar
from sulist.units.roster import TO_CONFIRM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.importers.drafts import Doubt, DraftCategory, DraftItem, DraftList

    Keys = tuple[str, ...]

_LONG = 72  # columns of a further cell that stands on its line


def header_of(packaged: str) -> str:
    """The comments that begin a list file, from the packaged list's text."""
    lines = []
    for line in packaged.splitlines():
        if not line.startswith("#"):
            break
        lines.append(line)
    return "\n".join(lines)


def write(draft: DraftList, header: str, sources: tuple[str, ...]) -> str:
    """The text of the file; every doubt stands as a numbered comment at its item."""
    doubts, keys = _by_item(draft), keys_of(draft)
    # White space parts names, so only a text may run over several lines.
    texts = frozenset(one.heading for one in draft.columns if one.role == "other")
    lines = [
        header,
        "#",
        *_comment(_("Imported from {files}.").format(files=", ".join(sources))),
        *(
            _comment(_("Columns: {columns}.").format(columns=", ".join(draft.read_as)))
            if draft.read_as and not draft.columns
            else ()
        ),
        *_doubt_lines(doubts.get(id(None), []), ""),
        "",
        *_front(draft),
        "",
        "categories:",
    ]
    for at, category in enumerate(draft.categories):
        lines += ([""] if at else []) + list(_category(category, keys, texts, doubts))
    lines += ["", *_roster(draft)]
    return "\n".join(lines) + "\n"


def _by_item(draft: DraftList) -> dict[int, list[tuple[int, Doubt]]]:
    found: dict[int, list[tuple[int, Doubt]]] = {}
    for number, doubt in enumerate(draft.doubts, 1):
        found.setdefault(id(doubt.item), []).append((number, doubt))
    return found


def _front(draft: DraftList) -> Iterator[str]:
    front = draft.front
    yield f"title: {scalar(front.title)}"
    if front.region:
        yield f"region: {scalar(front.region)}"
    if front.year:
        yield f"year: {front.year}"
    if front.total is not None:
        yield f"total: {front.total}"
    if front.issued and front.issued_from:
        yield from _comment(
            _("the day of issue, read from {place}: {text}").format(**front.issued_from._asdict())
        )
        yield f"issued: {front.issued}"
    if draft.columns:
        yield "columns:"
        yield from (f"  {scalar(one.heading)}: {one.role}" for one in draft.columns)
    if draft.legend:
        yield from _comment(_("{place}: {text}").format(**draft.legend._asdict()))
    if draft.lead_rule:
        yield f"lead_rule: {draft.lead_rule}"


def _category(
    category: DraftCategory,
    keys: Keys,
    texts: frozenset[str],
    doubts: dict[int, list[tuple[int, Doubt]]],
) -> Iterator[str]:
    assert category.number is not None  # noqa: S101 - the recogniser numbers them all
    for note in category.notes:
        yield from _comment(note, "  ")
    number = category.number
    yield f"  - number: {to_chinese(number) if number < 100 else number}"
    yield f"    title: {scalar(category.title)}"
    if category.count is not None:
        yield f"    count: {category.count}"
    yield "    items:"
    for at, item in enumerate(category.items):
        yield from [""] if at else []
        yield from _item(item, keys, texts, doubts.get(id(item), []))


def cells_written(draft: DraftList) -> Iterator[str]:
    """Every cell of the items that the file holds."""
    keys = keys_of(draft)
    for item in draft.items:
        yield from cells_of(item, keys).values()
        yield from item.more.values()


def keys_of(draft: DraftList) -> Keys:
    """The keys that the cells of an item have, in the order in which they are written, as its columns are."""
    roles = {one.heading: one.role for one in draft.columns}
    own = {one.key for one in (columns_of(roles) if roles else STANDARD)}
    return tuple(key for key in OF_AN_ITEM if key in own)


def cells_of(item: DraftItem, keys: Keys) -> dict[str, str]:
    """The cells of an item by their keys; a part says no more than is printed beside it."""
    cells = {key: getattr(item, key) for key in keys}
    if item.part_of:
        return {key: cell for key, cell in cells.items() if cell or key == "text"}
    return cells


def printed_serial(item: DraftItem) -> str:
    """The printed serial that the file has to say; that of the id where it says none."""
    number = "" if item.serial is None else str(item.serial)
    if item.printed_serial is not None:
        return item.printed_serial
    return number or item.id.rpartition("-")[2]


def _item(
    item: DraftItem, keys: Keys, texts: frozenset[str], doubts: list[tuple[int, Doubt]]
) -> Iterator[str]:
    yield from _doubt_lines(doubts, "      ")
    yield f"      - id: {item.id}"
    if item.part_of:
        yield f"        part_of: {item.part_of.id}"
    if (serial := printed_serial(item)) != item.id.rpartition("-")[2]:
        yield f"        printed_serial: {json.dumps(serial, ensure_ascii=False)}"
    for key, cell in cells_of(item, keys).items():
        yield from _cell(key, cell, "        ", folds=key == "text")
    if item.assigned:
        yield f"        assigned: {item.assigned}"
    if more := {heading: cell for heading, cell in item.more.items() if cell}:
        yield "        more:"
        for heading, cell in more.items():
            yield from _cell(
                heading, cell, "          ", folds=heading in texts and width(cell) > _LONG
            )
    for note in item.notes:
        yield from _comment(note, "        ")


def _cell(key: str, text: str, indent: str, *, folds: bool) -> Iterator[str]:
    if folds and text:
        yield f"{indent}{scalar(key)}: >-"
        yield from (f"{indent}  {line}" for line in fold(text))
    else:
        yield f"{indent}{scalar(key)}: {scalar(text)}"


def _doubt_lines(doubts: list[tuple[int, Doubt]], indent: str) -> Iterator[str]:
    for number, doubt in doubts:
        place = _(" ({place})").format(place=doubt.place) if doubt.place else ""
        yield from _comment(
            _("DOUBT {n}{place}: {read}. {other}").format(
                n=number, place=place, read=doubt.read, other=doubt.other
            ),
            indent,
        )


def _roster(draft: DraftList) -> Iterator[str]:
    if not draft.groups:
        return
    yield from _comment(
        _(
            "Proposed, not printed: the group of a unit decides whether 区直各部门 and the like cover it."
        )
    )
    yield from _comment(
        _("Move each unit to its right group, and delete “proposed” where it is right.")
    )
    yield "units:"
    mark, reasons = _("proposed"), dict(draft.to_confirm)
    for group, names in draft.groups:
        if group == TO_CONFIRM:
            yield from _comment(
                _(
                    "Names from doubtful readings: move each to its right group where it is right, else mend its cell."
                ),
                "  ",
            )
        yield f"  {scalar(group)}:  # {mark}"
        for name in names:
            yield from _comment(reasons[name], "    ") if name in reasons else ()
            yield f"    - {scalar(name)}"


def _comment(text: str, indent: str = "") -> Iterator[str]:
    """A comment of as many lines as it needs."""
    return (f"{indent}# {line}" for line in wrap(" ".join(text.split()), 100))
