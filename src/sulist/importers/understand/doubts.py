"""What a careful reader would ask about a list that was read: each question a doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _, ngettext
from sulist.base.plain import says_nothing
from sulist.deadline import DeadlineError, parse
from sulist.importers import cell_text
from sulist.importers.drafts import Doubt, DraftCategory, DraftItem, DraftList, Front

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOSTLY = 0.7
_LABELS = {
    "text": "事项名称",
    "lead": "牵头单位",
    "responsible": "责任单位",
    "deadline": "完成时限",
}


def with_doubts(draft: DraftList) -> DraftList:
    """The list with the doubts about its numbers and cells, each item's in one place."""
    doubts = [*draft.doubts, *_counts(draft)]
    for category in draft.categories:
        doubts += _numbering(draft, category)
    # A table has empty cells; prose says no more than it says.
    filled = {
        key: _filled(draft, key) if draft.read_as else 0.0
        for key in ("lead", "responsible", "deadline")
    }
    for item in draft.items:
        doubts += _cells(item, draft.front, filled)
    order = {item.id: at for at, item in enumerate(draft.items)}
    doubts.sort(key=lambda doubt: -1 if doubt.item is None else order.get(doubt.item.id, -1))
    return draft._replace(doubts=tuple(doubts))


def _counts(draft: DraftList) -> Iterator[Doubt]:
    found = len(draft.items)
    if draft.front.total is not None and draft.front.total != found:
        yield Doubt(
            "",
            None,
            ngettext(
                "{found} item, but the printed total is {total}",
                "{found} items, but the printed total is {total}",
                found,
            ).format(found=found, total=draft.front.total),
            _("An item may be missing, or two may be one: compare the numbers."),
        )
    for category in draft.categories:
        if category.count is not None and category.count != len(category.items):
            yield Doubt(
                category.place,
                category.items[0],
                ngettext(
                    "{found} item in {title}, but the printed count is {count}",
                    "{found} items in {title}, but the printed count is {count}",
                    len(category.items),
                ).format(found=len(category.items), title=category.title, count=category.count),
                _("An item may be missing, or two may be one: compare the numbers."),
            )


def _numbering(draft: DraftList, category: DraftCategory) -> Iterator[Doubt]:
    """Numbers go up by one; at a category's beginning they may begin again or run through."""
    last = _last_before(draft, category)
    parts: dict[int, int] = {}  # the last number of a part, by its whole
    for at, item in enumerate(category.items):
        if item.serial is None:
            continue
        if whole := item.part_of:
            yield from _of_a_part(item, parts.get(id(whole), 0))
            parts[id(whole)] = item.serial
            continue
        expected = {1, (last or 0) + 1} if at == 0 or item.begins else {(last or 0) + 1}
        if last is not None and at and item.serial == last:
            pass  # one number beside two items has its own doubt, unless it is printed twice
        elif item.serial not in expected:
            yield _out_of_order(item, last)
        last = item.serial


def _of_a_part(item: DraftItem, last: int) -> Iterator[Doubt]:
    """The parts of an item count from 1."""
    if item.serial not in (last, last + 1):
        yield _out_of_order(item, last)


def _out_of_order(item: DraftItem, last: int | None) -> Doubt:
    return Doubt(
        item.place,
        item,
        _("number {n} follows number {last}").format(n=item.serial, last=last or "—"),
        _("An item may be missing, or the number mistyped."),
    )


def _last_before(draft: DraftList, category: DraftCategory) -> int | None:
    before = draft.categories[: draft.categories.index(category)]
    return next(
        (
            item.serial
            for one in reversed(before)
            for item in reversed(one.items)
            if item.serial and item.part_of is None
        ),
        None,
    )


def _cells(item: DraftItem, front: Front, filled: dict[str, float]) -> Iterator[Doubt]:
    if not item.text:
        yield Doubt(
            item.place,
            item,
            _("{label} is empty").format(label="事项名称"),
            _("The text may stand in another column or row."),
        )
    if not item.lead and not item.responsible and not item.part_of:
        yield Doubt(
            item.place,
            item,
            _("no unit is named"),
            _("Who leads may stand elsewhere in the document, such as in the heading above."),
        )
    yield from _deadline(item, front, filled)
    for key in ("lead", "responsible"):
        yield from _units(item, key, front, filled)


def _deadline(item: DraftItem, front: Front, filled: dict[str, float]) -> Iterator[Doubt]:
    text = item.deadline
    if not text:
        if filled["deadline"] >= _MOSTLY:
            yield Doubt(
                item.place_of("deadline"),
                item,
                _("{label} is empty").format(label="完成时限"),
                _("It may be that of the row above, whose cell was merged."),
            )
        return
    try:
        parse(text, year=front.year or None, issued=front.issued)
    except DeadlineError as error:
        if cell_text.looks_like_units(text):
            yield Doubt(
                item.place_of("deadline"),
                item,
                _("{label}: {text}").format(label="完成时限", text=text),
                _("These are units: the cell may belong to 责任单位."),
            )
        else:
            yield Doubt(
                item.place_of("deadline"),
                item,
                _("{label}: {text}").format(label="完成时限", text=text),
                _("{reason} Add due: below it.").format(reason=error.reason),
            )


def _units(item: DraftItem, key: str, front: Front, filled: dict[str, float]) -> Iterator[Doubt]:
    text, label = getattr(item, key), _LABELS[key]
    if not text:
        if filled[key] >= _MOSTLY:
            yield Doubt(
                item.place_of(key),
                item,
                _("{label} is empty").format(label=label),
                _("It may be that of the row above, whose cell was merged."),
            )
        return
    if says_nothing(text):
        return
    if cell_text.units_in(text) is None:
        other = (
            _("This is a deadline: the cell may belong to 完成时限.")
            if cell_text.has_day(text, front.year or None)
            else _("It cannot be read as units: write them with 、 between them.")
        )
        yield Doubt(
            item.place_of(key), item, _("{label}: {text}").format(label=label, text=text), other
        )


def _filled(draft: DraftList, key: str) -> float:
    values = [getattr(item, key) for item in draft.items]
    return sum(map(bool, values)) / len(values)
