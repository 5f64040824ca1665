"""The rules of meaning about the cells of items: one small function a rule, as in ``checks``.

What one yields has besides the id of the item, and the key or the heading of its cell; no id where the
cell is one of the list's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _
from sulist.base.plain import clean_cell, near
from sulist.listfile.item import OwnNames
from sulist.listfile.yaml_source import Mapping, Node, Scalar

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from sulist.listfile.item import Draft, WorkItem
    from sulist.units import UnitRef

    Finding = tuple[Node, str, str, str, str]
    CellCheck = Callable[[Draft], Iterator[Finding]]

# What an import has written for what it did not find, in either language.
_PLACEHOLDERS = {
    "title": ("(no title found)", "（未见标题）"),
    "region": ("(no region found)", "（未见地区）"),
}
# What stands in a list with columns of its own until somebody writes it (sulist init --columns), in either language.
_TO_BE_WRITTEN = frozenset(
    ("(title of the list)", "（清单标题）", "(title of the category)", "（分类标题）")
)
_TO_BE_DONE = frozenset(("(what is to be done)", "（要办的事）"))
_NO_ENTRY = (None, None)
# For «did you mean» in one list: a list of which all is wrong is told in seconds too.
_COMPARED_AT_MOST = 100_000


def placeholder_left(draft: Draft) -> Iterator[Finding]:
    """Nothing is left that an import wrote for what it did not find, or init for what is to be written."""
    assert draft.node is not None  # noqa: S101 - run() has seen to it
    for key, written in _PLACEHOLDERS.items():
        node = draft.node.entries[key][1] if key in draft.node.entries else None
        if isinstance(node, Scalar) and node.value in written:
            yield (
                node,
                _("The import found nothing to write after {key}:, and said so here.").format(
                    key=key
                ),
                _("Write what is printed; a list of no region has no region:.")
                if key == "region"
                else _("Write what is printed."),
                "",
                key,
            )
    for owner in (draft.node, *[one.node for one in draft.categories]):
        title = owner.entries["title"][1] if "title" in owner.entries else None
        if isinstance(title, Scalar) and title.value in _TO_BE_WRITTEN:
            yield (title, *_to_be_written(title.value), "", "title")
    for item in _items(draft):
        if item.text in _TO_BE_DONE:
            yield (node_of(item, "text"), *_to_be_written(item.text), item.id, "text")


def _to_be_written(text: str) -> tuple[str, str]:
    return _("“{text}” stands here until it is written.").format(text=text), _(
        "Write what is printed."
    )


def lead_on_roster(draft: Draft) -> Iterator[Finding]:
    """Every lead unit is on the roster."""
    yield from _off_roster(draft, leads=True)


def responsible_on_roster(draft: Draft) -> Iterator[Finding]:
    """Every unit named as responsible is on the roster."""
    yield from _off_roster(draft, leads=False)


def collective_has_group(draft: Draft) -> Iterator[Finding]:
    """Every collective, such as 区直各部门, has its group on the roster."""
    missing = set(draft.cells.groupless) if draft.roster else set()
    for item, cell, _text, refs in _cells_with(missing, draft):
        for ref in refs:
            if ref.collective and ref.name in missing:
                missing.remove(ref.name)
                yield (
                    node_of(item, cell),
                    _(
                        "No group of the roster answers to {name}: nobody is counted as covered by it."
                    ).format(name=ref.name),
                    _(
                        "Name a group under units: as {name} without 各 or 有关, if its units are known."
                    ).format(name=ref.name),
                    item.id,
                    cell,
                )


def lead_cell_leads(draft: Draft) -> Iterator[Finding]:
    """A lead cell that names units names one that leads."""
    led: set[str] = set()  # the cells in which somebody leads, or nobody is named
    for item in _items(draft):
        if item.lead_text not in led and (item.lead or not item.lead_cell):
            led.add(item.lead_text)
        if item.lead_text not in led and "lead" in item.node.entries:
            yield (
                node_of(item, "lead"),
                _("This cell names nobody who leads, only who assists: {units}.").format(
                    units="、".join(ref.name for ref in item.lead_cell)
                ),
                _(
                    "Compare with the printed list: 配合, 参与, 会同 or 指导 is no lead. If it is printed so, leave it."
                ),
                item.id,
                "lead",
            )


def lead_not_responsible(draft: Draft) -> Iterator[Finding]:
    """A lead unit is not named again as responsible."""
    own, named_in = OwnNames(draft.roster), draft.cells.names
    leads: dict[str, frozenset[str]] = {}
    for item in _items(draft):
        if not item.lead_cell or "responsible" not in item.node.entries:
            continue
        if (cell := item.lead_text) not in leads:
            leads[cell] = frozenset([own[ref.name] for ref in item.lead])
        others = named_in[item.responsible_text]
        if others.isdisjoint(leads[cell]):
            continue
        for unit in [ref.name for ref in item.lead if own[ref.name] in others]:
            yield (
                node_of(item, "responsible"),
                _("{unit} leads this item and is named as responsible too.").format(unit=unit),
                _("Compare with the printed list; if it is printed so, leave it."),
                item.id,
                "responsible",
            )


def unit_named_once(draft: Draft) -> Iterator[Finding]:
    """A unit is named once in a cell."""
    own, naming_twice = OwnNames(draft.roster), draft.cells.naming_twice
    for item, cell, text, refs in _cells_with(naming_twice, draft):
        if text not in naming_twice:
            continue
        names = [own[ref.name] for ref in refs]
        yield (
            node_of(item, cell),
            _("{unit} is named twice in this cell.").format(
                unit=next(name for name in names if names.count(name) > 1)
            ),
            _("Compare with the printed list; if it is printed so, leave it."),
            item.id,
            cell,
        )


def deadline_in_year(draft: Draft) -> Iterator[Finding]:
    """A deadline lies in the list's year."""
    for item in _items(draft):
        if "deadline" not in item.node.entries:
            continue
        for milestone in item.deadline.milestones:
            if draft.year and milestone.due.year != draft.year:
                yield (
                    node_of(item, "deadline"),
                    _("{due} is outside the list's year {year}.").format(
                        due=milestone.due, year=draft.year
                    ),
                    _("Compare with the printed list; if it is printed so, leave it."),
                    item.id,
                    "deadline",
                )


def half_width_punctuation(draft: Draft) -> Iterator[Finding]:
    """Chinese text has full-width punctuation."""
    for item in _items(draft) if draft.has_half_marks else ():
        for key in ("text", "lead", "responsible", "deadline"):
            node = item.node.entries.get(key, _NO_ENTRY)[1]
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
                        item.id,
                        key,
                    )


CELL_CHECKS: tuple[CellCheck, ...] = (
    placeholder_left,
    lead_on_roster,
    responsible_on_roster,
    collective_has_group,
    lead_cell_leads,
    lead_not_responsible,
    unit_named_once,
    deadline_in_year,
    half_width_punctuation,
)


def _items(draft: Draft) -> Iterator[WorkItem]:
    for category in draft.categories:
        yield from category.items


def _unit_cells(item: WorkItem) -> Iterator[tuple[str, str, tuple[UnitRef, ...]]]:
    """The cells of units that an item has of its own: key or heading, text and units."""
    entries = item.node.entries
    if "lead" in entries:
        yield "lead", item.lead_text, item.lead_cell
    if "responsible" in entries:
        yield "responsible", item.responsible_text, item.responsible
    if item.further:
        cells = dict(item.more)
        for heading, refs in item.further:
            yield heading, cells[heading], refs


def _cells_with(
    trouble: Collection[str], draft: Draft
) -> Iterator[tuple[WorkItem, str, str, tuple[UnitRef, ...]]]:
    """The cells of units, as long as there is ``trouble`` to be found in them."""
    for item in _items(draft) if trouble else ():
        if not trouble:
            return
        for cell, text, refs in _unit_cells(item):
            yield item, cell, text, refs


def node_of(item: WorkItem, cell: str) -> Node:
    """Where a cell stands in the file: under its key, or with its heading among the further ones."""
    entries = item.node.entries
    if cell in entries:
        return entries[cell][1]
    more = entries["more"][1]
    assert isinstance(more, Mapping)  # noqa: S101 - the cell was read from it
    return next(value for key, (_key, value) in more.entries.items() if clean_cell(key) == cell)


def _off_roster(draft: Draft, *, leads: bool) -> Iterator[Finding]:
    roster = draft.roster
    unknown = draft.cells.unknown if roster else frozenset()
    comparisons = 0
    for item, cell, _text, refs in _cells_with(unknown, draft):
        if (cell == "lead") != leads:
            continue
        for name in [ref.name for ref in refs if ref.name in unknown and not ref.collective]:
            comparisons += len(roster.units)
            yield (
                node_of(item, cell),
                _("{unit} is not on the roster.").format(unit=name),
                suggestion(name, list(roster.units) if comparisons <= _COMPARED_AT_MOST else []),
                item.id,
                cell,
            )


def suggestion(name: str, units: list[str]) -> str:
    """What to do about a name that is not on the roster."""
    guess = near(name, units, 1)
    if guess:
        return _("Did you mean {guess}? If not, add {name} to a group under units:.").format(
            guess=guess[0], name=name
        )
    return _("Add {name} to a group under units:, or as another name under aliases:.").format(
        name=name
    )
