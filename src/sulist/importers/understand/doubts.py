"""What a careful reader would ask about a list that was read: each question a doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import N_, _, ngettext
from sulist.base.plain import says_nothing
from sulist.deadline import DeadlineError, parse
from sulist.importers import cell_text
from sulist.importers.drafts import Doubt, DraftCategory, DraftItem, DraftList, Front

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MOSTLY = 0.7
_ELSEWHERE = N_("Who leads may stand elsewhere in the document, such as in the heading above.")
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
    nobody = len(draft.items) > 1 and not any(_names_anybody(item, draft) for item in draft.items)
    if nobody:
        doubts.append(Doubt("", None, _("no item names a unit"), _(_ELSEWHERE)))
    wholes = [item.part_of for item in draft.items if item.part_of]
    for item in draft.items:
        is_split = item.part_of is not None or item in wholes
        doubts += _cells(item, draft, {} if is_split else filled, is_told=is_split or nobody)
    order = {item.id: at for at, item in enumerate(draft.items)}
    doubts.sort(key=lambda doubt: -1 if doubt.item is None else order.get(doubt.item.id, -1))
    return draft._replace(doubts=tuple(doubts))


def _counts(draft: DraftList) -> Iterator[Doubt]:
    found, possible = _counted(draft.items)
    if draft.front.total is not None and draft.front.total not in possible:
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
        inside, possible = _counted(category.items)
        if category.count is not None and category.count not in possible:
            yield Doubt(
                category.place,
                category.items[0],
                ngettext(
                    "{found} item in {title}, but the printed count is {count}",
                    "{found} items in {title}, but the printed count is {count}",
                    inside,
                ).format(found=inside, title=category.title, count=category.count),
                _("An item may be missing, or two may be one: compare the numbers."),
            )


def _counted(items: Sequence[DraftItem]) -> tuple[int, tuple[int, int]]:
    """How many items were printed, as ``check`` counts them: without those of the year, with parts or without."""
    printed = [item for item in items if not item.assigned]
    whole = sum(item.part_of is None for item in printed)
    return len(printed), (whole, len(printed))


def _numbering(draft: DraftList, category: DraftCategory) -> Iterator[Doubt]:
    """Numbers go up by one; at a category's beginning they may begin again or run through."""
    last, last_part = _last_before(draft, category, whole=True), _last_before(draft, category)
    within: dict[int, int] = {}  # the last number of a part, by its whole
    for at, item in enumerate(category.items):
        if item.serial is None or (item.part_of and item.part_of.serial is not None):
            continue
        if item.part_of:
            before = within.get(id(item.part_of))
            expected = {before, before + 1} if before else {1, last_part + 1}
            within[id(item.part_of)] = last_part = item.serial
        else:
            before = last
            expected = {last + 1}
            if at == 0 or item.begins:
                expected |= {1, last_part + 1}
            elif last:
                expected.add(last)  # one number beside two items has its own doubt
            last = item.serial
        if item.serial not in expected:
            yield Doubt(
                item.place,
                item,
                _("number {n} follows number {last}").format(n=item.serial, last=before or "—"),
                _("An item may be missing, or the number mistyped."),
            )


def _last_before(draft: DraftList, category: DraftCategory, *, whole: bool = False) -> int:
    """The last number before a category, 0 where there is none; ``whole``: that of no part."""
    before = draft.categories[: draft.categories.index(category)]
    numbered = (item for one in reversed(before) for item in reversed(one.items) if item.serial)
    return next((item.serial or 0 for item in numbered if not (whole and item.part_of)), 0)


def _cells(
    item: DraftItem, draft: DraftList, filled: dict[str, float], *, is_told: bool
) -> Iterator[Doubt]:
    """The doubts about the cells of an item; ``is_told``: that it names nobody needs no doubt of its own."""
    front, units = draft.front, draft.unit_cells(item)
    if not item.text:
        yield Doubt(
            item.place,
            item,
            _("{label} is empty").format(label="事项名称"),
            _("The text may stand in another column or row."),
        )
    if not is_told and not _names_anybody(item, draft):
        yield Doubt(item.place, item, _("no unit is named"), _(_ELSEWHERE))
    yield from _deadline(item, front, filled)
    for key, text in units.items():
        yield from _units(item, key, text, front, filled)


def _names_anybody(item: DraftItem, draft: DraftList) -> bool:
    persons = [one.heading for one in draft.columns if one.role in ("leader", "person")]
    return any(draft.unit_cells(item).values()) or any(map(item.more.get, persons))


def _deadline(item: DraftItem, front: Front, filled: dict[str, float]) -> Iterator[Doubt]:
    text = item.deadline
    if not text:
        if filled.get("deadline", 0) >= _MOSTLY:
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


def _units(
    item: DraftItem, key: str, text: str, front: Front, filled: dict[str, float]
) -> Iterator[Doubt]:
    label = _LABELS.get(key, key)
    if not text:
        if filled.get(key, 0) >= _MOSTLY:
            yield Doubt(
                item.place_of(key),
                item,
                _("{label} is empty").format(label=label),
                _("It may be that of the row above, whose cell was merged."),
            )
        return
    if says_nothing(text):
        return
    if cell_text.units_in(text, item.roster) is None:
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
