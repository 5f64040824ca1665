"""Items below their headings → numbered categories: which headings are categories, and which are items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _
from sulist.base.numerals import to_chinese
from sulist.importers.drafts import Doubt, DraftCategory, DraftItem, Front, Unused
from sulist.importers.headings import OF_A_LINE, OF_A_LIST, OF_A_SHEET

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sulist.importers.headings import Heading

    Part = tuple[Heading | None, str, list[DraftItem]]


def in_categories(
    parts: Sequence[Part],
    front: Front,
    doubts: list[Doubt],
    unused: list[Unused],
    in_cells: frozenset[str],
    skipped: frozenset[int] = frozenset(),
) -> list[DraftCategory]:
    """The categories: the outermost headings; an inner one is an item whose parts follow it.

    The numbers of chapters without items, ``skipped``, are missed nowhere.
    """
    parts = _with_titles_of_lists(parts, in_cells, unused)
    levels = {
        heading.level for heading, place, _items in parts if heading and place not in in_cells
    }
    outer = min(levels) if levels else None
    categories: list[DraftCategory] = []
    inner: list[tuple[Heading, str]] = []  # headings that wait for an item
    are_wholes = _may_be_items(parts, front.total, outer)
    for heading, place, items in parts:
        if heading and place not in in_cells:
            if heading.level == outer:
                unused += [Unused(where, one.printed) for one, where in inner]
                inner.clear()
                categories.append(_category(heading, place))
            else:
                inner.append((heading, place))
        if not items:
            continue
        if not categories:
            others = outer not in (None, OF_A_LIST)
            categories.append(_unprinted(front, others, items[0], doubts))
        of_line = bool(inner) and inner[-1][0].level == OF_A_LINE
        if are_wholes and inner and not of_line and not any(item.part_of for item in items):
            *upper, (last, where) = inner
            whole = _whole(last, where)
            whole.notes = [one.printed for one, _where in upper]
            for item in items:
                item.part_of = whole
            items = [whole, *items]
        else:
            items[0].notes[:0] = [one.printed for one, _where in inner]
            items[0].begins = bool(inner)
        inner.clear()
        categories[-1].items += items
    unused += [Unused(where, one.printed) for one, where in inner]
    printed = {place: heading.printed for heading, place, _items in parts if heading}
    for category in [one for one in categories if not one.items]:
        doubts.append(_empty(category))
        unused.append(Unused(category.place, printed[category.place]))
    kept = [one for one in categories if one.items]
    _number(kept, doubts, skipped)
    return kept


def _with_titles_of_lists(
    parts: Sequence[Part], in_cells: frozenset[str], unused: list[Unused]
) -> list[Part]:
    """The title of one of several lists heads its items as the outermost headings do; where it has headings of its own it is not used."""
    levels = [one.level for one, place, _items in parts if one and place not in in_cells]
    outer = min(levels, default=OF_A_LIST)
    kept: list[Part] = []
    for heading, place, items in parts:
        if heading and heading.level in (OF_A_LIST, OF_A_SHEET):
            if not items:
                unused.append(Unused(place, heading.printed))
                continue
            heading = heading._replace(level=outer)
        kept.append((heading, place, items))
    return kept


def _may_be_items(parts: Sequence[Part], total: int | None, outer: int | None) -> bool:
    """Whether inner headings may be counted as items: not where a printed count leaves them out."""
    found = 0
    counts: list[list[int]] = []
    for heading, _place, items in parts:
        if heading and heading.level == outer:
            counts.append([heading.count or 0, 0])
        found += len(items)
        if counts:
            counts[-1][1] += len(items)
    return total != found and not any(count == inside for count, inside in counts if count)


def _whole(heading: Heading, place: str) -> DraftItem:
    """The item that an inner heading is, whose parts stand below it."""
    whole = DraftItem(place)
    whole.text = heading.title or heading.printed
    at = heading.printed.find(whole.text)
    whole.printed_serial = heading.printed[:at].strip("、．. ") if at > 0 else ""
    return whole


def _empty(category: DraftCategory) -> Doubt:
    return Doubt(
        category.place,
        None,
        _("the heading {title} has no items below it; it is left out").format(title=category.title),
        _("Its items may stand elsewhere in the document."),
    )


def _category(heading: Heading, place: str) -> DraftCategory:
    category = DraftCategory(heading.title, heading.number, heading.count, place)
    if heading.level != 1:
        category.notes.append(_("printed: {text}").format(text=heading.printed))
    return category


def _unprinted(front: Front, others: bool, first: DraftItem, doubts: list[Doubt]) -> DraftCategory:
    """A category for items that stand under no heading."""
    category = DraftCategory(front.title, None, None, first.place)
    category.notes.append(_("the document prints no heading here; the list's title stands for it"))
    if others:
        doubts.append(
            Doubt(
                first.place,
                first,
                _("items before the first heading"),
                _("They may belong to a category whose heading was not recognised."),
            )
        )
    return category


def _number(categories: list[DraftCategory], doubts: list[Doubt], skipped: frozenset[int]) -> None:
    """Numbers the categories as printed where that goes up, else by their places; and their items."""
    printed = [category.number for category in categories]
    numbers = _going_up(printed)
    before = 0
    for at, category in enumerate(categories, 1):
        category.number = numbers[at - 1] if numbers else at
        missed = set(range(1, printed[at - 1] or at)) - skipped - set(printed[: at - 1])
        follows = printed[at - 1] in (None, (before if numbers else at - 1) + 1)
        before = category.number
        if not follows and (missed or not numbers):
            doubts.append(_other_place(category, printed[at - 1] or 0, at))
            if not numbers:
                category.notes.append(_("printed number: {n}").format(n=printed[at - 1]))
        for serial, item in enumerate(category.items, 1):
            item.id = f"{category.number}-{serial}"


def _going_up(printed: list[int | None]) -> list[int]:
    """Each printed number, or the next one where none is; nothing where one is not above the last."""
    numbers: list[int] = []
    for number in printed:
        before = numbers[-1] if numbers else 0
        numbers.append(before + 1 if number is None else number)
        if numbers[-1] <= before:
            return []
    return numbers


def _other_place(category: DraftCategory, number: int, at: int) -> Doubt:
    return Doubt(
        category.place,
        None,
        _("category {number} stands in place {at}").format(
            number=to_chinese(number) if 0 < number < 100 else number, at=at
        ),
        _("A category may be missing, or one may be a part of another."),
    )
