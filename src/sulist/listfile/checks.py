"""The rules of meaning: one small function a rule; its name with hyphens is the rule's name.

Each yields (node, message, remedy); the runner adds the name, the level and the place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _, ngettext
from sulist.base.numerals import to_chinese
from sulist.base.showing import shortened
from sulist.listfile.cell_checks import CELL_CHECKS, suggestion
from sulist.listfile.item import id_numbers
from sulist.listfile.yaml_source import Mapping, Node, Scalar, Sequence
from sulist.units.roster import TO_CONFIRM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sulist.base.problem import Problem
    from sulist.listfile.item import Category, Draft
    from sulist.listfile.source import Source

    Finding = tuple[Node, str, str]
    Check = Callable[[Draft], Iterator[Finding]]


_SHOWN_OF_GROUP = 5


def run(draft: Draft, source: Source) -> list[Problem]:
    """Every problem that the rules find in a list."""
    if draft.node is None:
        return []
    made: list[Problem] = []
    for check in CHECKS:
        rule = check.__name__.replace("_", "-")
        made += [
            source.problem(rule, node.line, node.column, message, remedy)
            for node, message, remedy in check(draft)
        ]
    for of_cells in CELL_CHECKS:
        rule = of_cells.__name__.replace("_", "-")
        made += [
            source.problem(rule, node.line, node.column, *rest) for node, *rest in of_cells(draft)
        ]
    return made


def no_categories(draft: Draft) -> Iterator[Finding]:
    """A list has at least one category."""
    assert draft.node is not None  # noqa: S101 - run() has seen to it
    if "categories" in draft.node.entries and not draft.categories:
        yield (
            draft.node.entries["categories"][0],
            _("The list has no category."),
            _("Add one: - number: 一, with title:, count: and items:."),
        )


def no_items(draft: Draft) -> Iterator[Finding]:
    """A category has at least one item."""
    for category in draft.categories:
        if "items" in category.node.entries and not category.items:
            yield (
                category.node.entries["items"][0],
                _("Category {number} has no item.").format(number=category.number),
                _("Add its items, or delete the category."),
            )


def total_as_printed(draft: Draft) -> Iterator[Finding]:
    """The items are as many as the printed total, be its parts counted or not."""
    assert draft.node is not None  # noqa: S101
    counts = [_printed(category) for category in draft.categories]
    found = sum(all_of_them for _whole, all_of_them in counts)
    as_printed = (sum(whole for whole, _all_of_them in counts), found)
    if _is_number(draft.node, "total") and draft.total not in as_printed:
        yield (
            _value(draft.node, "total"),
            ngettext(
                "The printed total is {total}, but {found} item is here.",
                "The printed total is {total}, but {found} items are here.",
                found,
            ).format(total=draft.total, found=found),
            _("Compare with the printed list: is an item missing, or the total mistyped?"),
        )


def _printed(category: Category) -> tuple[int, int]:
    """How many items a category had when it was printed: without those that are parts, and with them."""
    printed = [item for item in category.items if not item.assigned]
    return sum(not item.part_of for item in printed), len(printed)


def _is_number(node: Mapping, key: str) -> bool:
    """Whether a number stands at ``key``; what is none is told as that."""
    value = node.entries[key][1] if key in node.entries else None
    return isinstance(value, Scalar) and value.value.isascii() and value.value.isdigit()


def count_as_printed(draft: Draft) -> Iterator[Finding]:
    """A category's items are as many as its printed count, be its parts counted or not."""
    for category in draft.categories:
        found = _printed(category)
        if _is_number(category.node, "count") and category.count not in found:
            yield (
                _value(category.node, "count"),
                ngettext(
                    "The printed count of category {number} is {count}, but {found} item is here.",
                    "The printed count of category {number} is {count}, but {found} items are here.",
                    found[-1],
                ).format(number=category.number, count=category.count, found=found[-1]),
                _("Compare with the printed list: is an item missing, or the count mistyped?"),
            )


def category_numbers(draft: Draft) -> Iterator[Finding]:
    """Categories have numbers, each above the one before."""
    before = 0
    for place, category in enumerate(draft.categories, 1):
        number = category.place
        if category.number and number <= before:
            yield (
                _value(category.node, "number"),
                _("This is category {found}, but it stands in place {expected}.").format(
                    found=shortened(category.number), expected=to_chinese(place)
                ),
                _("Number the categories 一, 二, 三 … in their order."),
            )
        before = max(before, number)


def category_gaps(draft: Draft) -> Iterator[Finding]:
    """Categories are numbered from 一 on, without a gap."""
    before = 0
    for category in draft.categories:
        number = category.place
        if number > before + 1:
            yield (
                _value(category.node, "number"),
                _("Category {found} is here, and {missing} is not.").format(
                    found=category.number,
                    missing="、".join(map(to_chinese, range(before + 1, number))),
                ),
                _("Compare with the printed list; if it is printed so, leave it."),
            )
        before = max(before, number)


def item_ids(draft: Draft) -> Iterator[Finding]:
    """An id is its category's printed number and the item's serial, without gap or repeat."""
    for place, category in enumerate(draft.categories, 1):
        number = category.place or place
        ids = [item.id for item in category.items]
        # a category with a wrong number is a problem of its own, not of all its ids
        if number != place and ids == [f"{place}-{serial}" for serial in range(1, len(ids) + 1)]:
            ids[1:] = [""] * (len(ids) - 1)
        for serial, (item, written) in enumerate(zip(category.items, ids, strict=True), 1):
            expected = f"{number}-{serial}"
            if written and written != expected:
                yield (
                    _value(item.node, "id"),
                    _("The id here is {found}, but this is item {expected}.").format(
                        found=shortened(item.id), expected=expected
                    ),
                    _("Write it as {expected}, with the half-width hyphen.").format(
                        expected=expected
                    )
                    if id_numbers(item.id) == [number, serial]
                    else _(
                        "An id is its category and its serial: is an item missing, doubled or out of order? What is added in the course of the year goes to the end of its category; ids never change."
                    ),
                )


def part_of(draft: Draft) -> Iterator[Finding]:
    """A part is of an item above it in its category that is no part itself."""
    for category in draft.categories:
        above: set[str] = set()
        for item in category.items:
            if item.part_of and item.part_of not in above:
                yield (
                    _value(item.node, "part_of"),
                    _(
                        "{id} is no item above this one in its category that is no part itself."
                    ).format(id=shortened(item.part_of)),
                    _("Write the id of the item that this is a part of."),
                )
            if not item.part_of:
                above.add(item.id)


def roster_once(draft: Draft) -> Iterator[Finding]:
    """A unit stands once on the roster, and an alias means a unit on it."""
    assert draft.node is not None  # noqa: S101
    seen: dict[str, int] = {}
    for unit in _roster_nodes(draft.node):
        if unit.value in seen:
            yield (
                unit,
                _("{unit} stands on the roster again; it is already in line {line}.").format(
                    unit=unit.value, line=seen[unit.value] + 1
                ),
                _("Keep it in one group."),
            )
        seen.setdefault(unit.value, unit.line)
    for alias, unit_name in draft.roster.aliases.items():
        if unit_name not in seen:
            aliases = _value(draft.node, "aliases")
            node = aliases.entries[alias][1] if isinstance(aliases, Mapping) else aliases
            yield (
                node,
                _("The alias {alias} means {unit}, which is not on the roster.").format(
                    alias=alias, unit=unit_name
                ),
                suggestion(unit_name, list(seen)),
            )


def roster_confirmed(draft: Draft) -> Iterator[Finding]:
    """No unit is left under 待核实, to be confirmed."""
    names = draft.roster.groups.get(TO_CONFIRM, ())
    if names:
        assert draft.node is not None  # noqa: S101
        groups = _value(draft.node, "units")
        shown = "、".join(names[:_SHOWN_OF_GROUP]) + ("……" if len(names) > _SHOWN_OF_GROUP else "")
        yield (
            groups.entries[TO_CONFIRM][1] if isinstance(groups, Mapping) else groups,
            ngettext(
                "{count} unit is still to be confirmed: {units}.",
                "{count} units are still to be confirmed: {units}.",
                len(names),
            ).format(count=len(names), units=shown),
            _(
                "Compare its cell with the printed list: move a right name to its group, and mend the cell of a wrong one."
            ),
        )


CHECKS: tuple[Check, ...] = (
    no_categories,
    no_items,
    total_as_printed,
    count_as_printed,
    category_numbers,
    category_gaps,
    item_ids,
    part_of,
    roster_once,
    roster_confirmed,
)


def _value(node: Mapping, key: str) -> Node:
    return node.entries[key][1]


def _roster_nodes(node: Mapping) -> Iterator[Scalar]:
    groups = _value(node, "units") if "units" in node.entries else None
    for _key, group in groups.entries.values() if isinstance(groups, Mapping) else ():
        if isinstance(group, Sequence):
            yield from (unit for unit in group.nodes if isinstance(unit, Scalar))
