"""The rules of meaning: one small function a rule; its name with hyphens is the rule's name.

Each yields (node, message, remedy); the runner adds the name, the level and the place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _, ngettext
from sulist.base.numerals import to_chinese
from sulist.base.plain import clean_cell, near
from sulist.base.showing import shortened
from sulist.listfile.item import id_numbers
from sulist.listfile.reading import Draft, category_number
from sulist.listfile.yaml_source import Mapping, Node, Scalar, Sequence
from sulist.units.roster import TO_CONFIRM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sulist.base.problem import Problem
    from sulist.listfile.item import WorkItem
    from sulist.listfile.source import Source
    from sulist.units import UnitRef
    from sulist.units.roster import Roster

    Finding = tuple[Node, str, str]
    Check = Callable[[Draft], Iterator[Finding]]


# For «did you mean» in one list: a list of which all is wrong is told in seconds too.
_COMPARED_AT_MOST = 100_000
_SHOWN_OF_GROUP = 5


def run(draft: Draft, source: Source) -> list[Problem]:
    """Every problem that the rules find in a list."""
    if draft.node is None:
        return []
    return [
        source.problem(check.__name__.replace("_", "-"), node.line, node.column, message, remedy)
        for check in CHECKS
        for node, message, remedy in check(draft)
    ]


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
    """The items are as many as the printed total."""
    assert draft.node is not None  # noqa: S101
    found = sum(len(category.items) for category in draft.categories)
    if _is_number(draft.node, "total") and draft.total != found:
        yield (
            _value(draft.node, "total"),
            ngettext(
                "The printed total is {total}, but {found} item is here.",
                "The printed total is {total}, but {found} items are here.",
                found,
            ).format(total=draft.total, found=found),
            _("Compare with the printed list: is an item missing, or the total mistyped?"),
        )


def _is_number(node: Mapping, key: str) -> bool:
    """Whether a number stands at ``key``; what is none is told as that."""
    value = node.entries[key][1] if key in node.entries else None
    return isinstance(value, Scalar) and value.value.isascii() and value.value.isdigit()


def count_as_printed(draft: Draft) -> Iterator[Finding]:
    """A category's items are as many as its printed count."""
    for category in draft.categories:
        if _is_number(category.node, "count") and category.count != len(category.items):
            yield (
                _value(category.node, "count"),
                ngettext(
                    "The printed count of category {number} is {count}, but {found} item is here.",
                    "The printed count of category {number} is {count}, but {found} items are here.",
                    len(category.items),
                ).format(number=category.number, count=category.count, found=len(category.items)),
                _("Compare with the printed list: is an item missing, or the count mistyped?"),
            )


def category_numbers(draft: Draft) -> Iterator[Finding]:
    """Categories are numbered 一, 二, 三 … without gap or repeat."""
    for expected, category in enumerate(draft.categories, 1):
        if category.number and category_number(category) != expected:
            yield (
                _value(category.node, "number"),
                _("This is category {found}, but it stands in place {expected}.").format(
                    found=shortened(category.number), expected=to_chinese(expected)
                ),
                _("Number the categories 一, 二, 三 … in their order."),
            )


def item_ids(draft: Draft) -> Iterator[Finding]:
    """An id is its category's number and the item's serial, without gap or repeat."""
    for place, category in enumerate(draft.categories, 1):
        # a category out of its place is a problem of its own, not of all its ids
        numbers = (place, category_number(category))
        for serial, item in enumerate(category.items, 1):
            if item.id == f"{place}-{serial}":
                continue
            if item.id and item.id not in [f"{number}-{serial}" for number in numbers]:
                yield (
                    _value(item.node, "id"),
                    _("The id here is {found}, but this is item {expected}.").format(
                        found=shortened(item.id), expected=f"{place}-{serial}"
                    ),
                    _("Write it as {expected}, with the half-width hyphen.").format(
                        expected=f"{place}-{serial}"
                    )
                    if id_numbers(item.id) == [place, serial]
                    else _(
                        "An id is its category and its serial: is an item missing, doubled or out of order? What is added in the course of the year goes to the end of its category; ids never change."
                    ),
                )


def lead_on_roster(draft: Draft) -> Iterator[Finding]:
    """Every lead unit is on the roster."""
    yield from _off_roster(draft, "lead")


def responsible_on_roster(draft: Draft) -> Iterator[Finding]:
    """Every unit named as responsible is on the roster."""
    yield from _off_roster(draft, "responsible")


def collective_has_group(draft: Draft) -> Iterator[Finding]:
    """Every collective, such as 区直各部门, has its group on the roster."""
    roster = draft.roster
    known: dict[str, bool] = {}
    for item, key, refs in _new_cells(draft) if roster else ():
        for ref in refs:
            if ref.collective and ref.name not in known:
                known[ref.name] = roster.members(ref) is not None
                if not known[ref.name]:
                    yield (
                        _value(item.node, key),
                        _(
                            "No group of the roster answers to {name}: nobody is counted as covered by it."
                        ).format(name=ref.name),
                        _(
                            "Name a group under units: as {name} without 各 or 有关, if its units are known."
                        ).format(name=ref.name),
                    )


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
                _suggestion(unit_name, list(seen)),
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


def lead_cell_leads(draft: Draft) -> Iterator[Finding]:
    """A lead cell that names units names one that leads."""
    led: set[str] = set()  # the cells in which somebody leads, or nobody is named
    for item in _items(draft):
        if item.lead_text not in led and (item.lead or not item.lead_cell):
            led.add(item.lead_text)
        if item.lead_text not in led:
            yield (
                _value(item.node, "lead"),
                _("This cell names nobody who leads, only who assists: {units}.").format(
                    units="、".join(ref.name for ref in item.lead_cell)
                ),
                _(
                    "Compare with the printed list: 配合, 参与, 会同 or 指导 is no lead. If it is printed so, leave it."
                ),
            )


def lead_not_responsible(draft: Draft) -> Iterator[Finding]:
    """A lead unit is not named again as responsible."""
    own = _OwnNames(draft.roster)
    leading: dict[str, frozenset[str]] = {}
    for item in _items(draft):
        if (cell := item.lead_text) not in leading:
            leading[cell] = frozenset([own[ref.name] for ref in item.lead])
        named = leading[cell].intersection([own[ref.name] for ref in item.responsible])
        for unit in [ref.name for ref in item.lead if own[ref.name] in named] if named else ():
            yield (
                _value(item.node, "responsible"),
                _("{unit} leads this item and is named as responsible too.").format(unit=unit),
                _("Compare with the printed list; if it is printed so, leave it."),
            )


def unit_named_once(draft: Draft) -> Iterator[Finding]:
    """A unit is named once in a cell."""
    own = _OwnNames(draft.roster)
    twice: dict[str, str | None] = {}
    for item in _items(draft):
        for key, cell, refs in (
            ("lead", item.lead_text, item.lead_cell),
            ("responsible", item.responsible_text, item.responsible),
        ):
            if cell not in twice:
                names = [own[ref.name] for ref in refs]
                several = len(set(names)) < len(names)
                twice[cell] = (
                    next(name for name in names if names.count(name) > 1) if several else None
                )
            if unit := twice[cell]:
                yield (
                    _value(item.node, key),
                    _("{unit} is named twice in this cell.").format(unit=unit),
                    _("Compare with the printed list; if it is printed so, leave it."),
                )


def deadline_in_year(draft: Draft) -> Iterator[Finding]:
    """A deadline lies in the list's year."""
    for item in _items(draft):
        for milestone in item.deadline.milestones:
            if draft.year and milestone.due.year != draft.year:
                yield (
                    _value(item.node, "deadline"),
                    _("{due} is outside the list's year {year}.").format(
                        due=milestone.due, year=draft.year
                    ),
                    _("Compare with the printed list; if it is printed so, leave it."),
                )


def half_width_punctuation(draft: Draft) -> Iterator[Finding]:
    """Chinese text has full-width punctuation."""
    for item in _items(draft):
        for key in ("text", "lead", "responsible", "deadline"):
            node = item.node.entries[key][1] if key in item.node.entries else None
            value = node.value if isinstance(node, Scalar) else ""
            if "," in value or "(" in value or ")" in value:
                read = clean_cell(value)
                marks = [mark for mark in ",()" if value.count(mark) > read.count(mark)]
                if node and marks:
                    yield (
                        node,
                        _("The half-width mark {mark} stands in Chinese text.").format(
                            mark=marks[0]
                        ),
                        _("Write ，（ or ）; it is read as that."),
                    )


CHECKS: tuple[Check, ...] = (
    no_categories,
    no_items,
    total_as_printed,
    count_as_printed,
    category_numbers,
    item_ids,
    lead_on_roster,
    responsible_on_roster,
    collective_has_group,
    roster_once,
    roster_confirmed,
    lead_cell_leads,
    lead_not_responsible,
    unit_named_once,
    deadline_in_year,
    half_width_punctuation,
)


def _items(draft: Draft) -> Iterator[WorkItem]:
    for category in draft.categories:
        yield from category.items


def _new_cells(draft: Draft) -> Iterator[tuple[WorkItem, str, tuple[UnitRef, ...]]]:
    """The cells of units that no item before has; thousands of items share a few."""
    seen: set[str] = set()
    for item in _items(draft):
        if item.lead_text not in seen:
            seen.add(item.lead_text)
            yield item, "lead", item.lead_cell
        if item.responsible_text not in seen:
            seen.add(item.responsible_text)
            yield item, "responsible", item.responsible


def _value(node: Mapping, key: str) -> Node:
    return node.entries[key][1]


class _OwnNames(dict[str, str]):
    """The roster's name of each unit that is named, so that an alias is no other unit."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster

    def __missing__(self, name: str) -> str:
        return self.setdefault(name, self._roster.canonical(name) or name)


def _off_roster(draft: Draft, key: str) -> Iterator[Finding]:
    roster = draft.roster
    if not roster:
        return
    known: dict[str, bool] = {}
    comparisons = 0
    for item in _items(draft):
        for ref in item.lead_cell if key == "lead" else item.responsible:
            if ref.collective:
                continue
            if ref.name not in known:
                known[ref.name] = roster.canonical(ref.name) is not None
            if not known[ref.name]:
                comparisons += len(roster.units)
                yield (
                    _value(item.node, key),
                    _("{unit} is not on the roster.").format(unit=ref.name),
                    _suggestion(
                        ref.name, list(roster.units) if comparisons <= _COMPARED_AT_MOST else []
                    ),
                )


def _suggestion(name: str, units: list[str]) -> str:
    guess = near(name, units, 1)
    if guess:
        return _("Did you mean {guess}? If not, add {name} to a group under units:.").format(
            guess=guess[0], name=name
        )
    return _("Add {name} to a group under units:, or as another name under aliases:.").format(
        name=name
    )


def _roster_nodes(node: Mapping) -> Iterator[Scalar]:
    groups = _value(node, "units") if "units" in node.entries else None
    for _key, group in groups.entries.values() if isinstance(groups, Mapping) else ():
        if isinstance(group, Sequence):
            yield from (unit for unit in group.nodes if isinstance(unit, Scalar))
