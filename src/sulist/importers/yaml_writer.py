"""A list of drafts → the text of a list file, in the form of ``data/items.yaml``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _
from sulist.base.numerals import to_chinese
from sulist.base.typeset import wrap
from sulist.listfile.yaml_text import fold, scalar
from sulist.units.roster import TO_CONFIRM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.importers.drafts import Doubt, DraftCategory, DraftItem, DraftList


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
    doubts = _by_item(draft)
    lines = [
        header,
        "#",
        *_comment(_("Imported from {files}.").format(files=", ".join(sources))),
        *(
            _comment(_("Columns: {columns}.").format(columns=", ".join(draft.columns)))
            if draft.columns
            else ()
        ),
        *_doubt_lines(doubts.get(id(None), []), ""),
        "",
        *_front(draft),
        "",
        "categories:",
    ]
    for at, category in enumerate(draft.categories):
        lines += ([""] if at else []) + list(_category(category, doubts))
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
    yield f"region: {scalar(front.region)}"
    yield f"year: {front.year}"
    if front.total is None:
        yield from _comment(_("no total is printed; this many were found"))
    yield f"total: {len(draft.items) if front.total is None else front.total}"
    if front.issued and front.issued_from:
        yield from _comment(
            _("the day of issue, read from {place}: {text}").format(**front.issued_from._asdict())
        )
        yield f"issued: {front.issued}"


def _category(category: DraftCategory, doubts: dict[int, list[tuple[int, Doubt]]]) -> Iterator[str]:
    assert category.number is not None  # noqa: S101 - the recogniser numbers them all
    for note in category.notes:
        yield from _comment(note, "  ")
    number = category.number
    yield f"  - number: {to_chinese(number) if number < 100 else number}"
    yield f"    title: {scalar(category.title)}"
    if category.count is None:
        yield from _comment(_("no count is printed; this many were found"), "    ")
    yield f"    count: {len(category.items) if category.count is None else category.count}"
    yield "    items:"
    for at, item in enumerate(category.items):
        yield from [""] if at else []
        yield from _item(item, doubts.get(id(item), []))


def _item(item: DraftItem, doubts: list[tuple[int, Doubt]]) -> Iterator[str]:
    yield from _doubt_lines(doubts, "      ")
    yield f"      - id: {item.id}"
    if item.serial is not None and item.id.rpartition("-")[2] != str(item.serial):
        yield from _comment(_("printed number: {n}").format(n=item.serial), "        ")
    if item.text:
        yield "        text: >-"
        yield from (f"          {line}" for line in fold(item.text))
    else:
        yield '        text: ""'
    yield f"        lead: {scalar(item.lead)}"
    yield f"        responsible: {scalar(item.responsible)}"
    yield f"        deadline: {scalar(item.deadline)}"
    for note in item.notes:
        yield from _comment(note, "        ")


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
