"""What has changed between two lists: new, dropped, reworded, lead, units, date, cells, moved."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from sulist.reports.likeness import Pair, paired
from sulist.reports.sentence_runs import Run, runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sulist.listfile.item import WorkItem
    from sulist.listfile.worklist import WorkList
    from sulist.units import UnitRef

KINDS = ("new", "dropped", "reworded", "lead", "units", "date", "cells", "moved")


class Detail(NamedTuple):
    """One thing of an item that has changed, before and after; of a ``sentence`` see its ``runs``.

    ``heading`` is that of a further column whose cell it is.
    """

    kind: str
    old: str
    new: str
    sentence: bool = False
    heading: str = ""

    @property
    def runs(self) -> tuple[Run, ...]:
        """How the one became the other, word by word."""
        return runs(self.old, self.new)


class Change(NamedTuple):
    """An item that is new (``old`` is None), dropped (``new`` is None) or changed, and how."""

    old: WorkItem | None
    new: WorkItem | None
    likeness: float
    kinds: tuple[str, ...]

    @property
    def item(self) -> WorkItem:
        """The item as it is, or as it was where it is no more."""
        found = self.new or self.old
        assert found is not None  # noqa: S101 - a change has one side at least
        return found

    @property
    def both(self) -> bool:
        """Whether the item is in both lists."""
        return self.old is not None and self.new is not None

    @property
    def runs(self) -> tuple[Run, ...]:
        """How the item's text changed, word by word; nothing where it did not, or is in one list only."""
        if self.old is None or self.new is None or self.old.text == self.new.text:
            return ()
        return runs(self.old.text, self.new.text)

    @property
    def details(self) -> tuple[Detail, ...]:
        """What changed and how, in the order of the cells; of an item in both lists only."""
        if self.old is None or self.new is None:
            return ()
        return tuple(_details(self.old, self.new, self.kinds))


class DoubtfulReading(NamedTuple):
    """A document whose list is compared, and how many doubts reading it has left."""

    file: str
    doubts: int


class Fact(NamedTuple):
    """Something that is said of the whole list, before and after: title, year, a category."""

    name: str
    old: str
    new: str


class Comparison(NamedTuple):
    """Two lists and what differs; ``same`` counts the items without any change.

    ``doubtful`` are the documents among the two that could not be read for certain.
    """

    old: WorkList
    new: WorkList
    facts: tuple[Fact, ...]
    changes: tuple[Change, ...]
    same: int
    doubtful: tuple[DoubtfulReading, ...] = ()

    @property
    def found(self) -> int:
        """How many changes, and facts of the whole list that have changed."""
        return len(self.changes) + len(self.facts)

    @property
    def changed(self) -> tuple[Change, ...]:
        """The changes of items that are in both lists."""
        return tuple(change for change in self.changes if change.both)

    @property
    def counts(self) -> dict[str, int]:
        """How many changes are of each kind."""
        return {kind: len(self.of(kind)) for kind in KINDS}

    def of(self, kind: str) -> tuple[Change, ...]:
        """The changes of a kind."""
        return tuple(change for change in self.changes if kind in change.kinds)


class Sides(NamedTuple):
    """The two lists; of one that is a document as printed, the facts that the document does not say.

    A list file says them all: for it that is None.
    """

    old: WorkList
    new: WorkList
    old_unsaid: frozenset[str] | None = None
    new_unsaid: frozenset[str] | None = None

    def unit(self, name: str) -> str:
        """A unit's name by the rosters of both, so that an alias that one of them knows holds in both."""
        name = self.old.roster.canonical(name) or name
        return self.new.roster.canonical(name) or name


def compare(
    old: WorkList,
    new: WorkList,
    *,
    old_unsaid: frozenset[str] | None = None,
    new_unsaid: frozenset[str] | None = None,
    doubtful: tuple[DoubtfulReading, ...] = (),
) -> Comparison:
    """What differs between two lists; changes in the new list's order, then what was dropped.

    A document has the facts that it does not say (``total``, ``issued``) named as unsaid; they are
    no change then, nor is one that only the document says, nor is a day that was set by hand (``due:``) in the list file.
    """
    sides = Sides(old, new, old_unsaid, new_unsaid)
    pairs = paired(old.items, new.items)
    became = _categories(pairs)
    changes: dict[str, Change] = {}
    for pair in pairs:
        kinds = _kinds(pair, became, sides)
        changes[pair.new.id] = Change(pair.old, pair.new, pair.likeness, kinds)
    for item in new.items:
        changes.setdefault(item.id, Change(None, item, 0.0, ("new",)))
    kept = {id(pair.old) for pair in pairs}
    ordered = [change for item in new.items if (change := changes[item.id]).kinds]
    ordered += [Change(item, None, 0.0, ("dropped",)) for item in old.items if id(item) not in kept]
    same = len(pairs) - sum(change.both for change in ordered)
    return Comparison(old, new, _facts(sides, became), tuple(ordered), same, doubtful)


def _details(old: WorkItem, new: WorkItem, kinds: tuple[str, ...]) -> Iterator[Detail]:
    """The cells that differ; where the same units are named in other words, that is a rewording."""
    cells = (
        ("reworded", old.text, new.text),
        (_kind_of_leads(old, new, kinds), old.lead_text, new.lead_text),
        ("units", old.responsible_text, new.responsible_text),
        ("date", old.deadline.text, new.deadline.text),
    )
    for kind, before, after in cells:
        if before != after:
            shown = kind if kind in kinds else "reworded"
            yield Detail(shown, before, after, sentence=shown == "reworded")
        elif kind == "date" and kind in kinds:
            yield Detail(kind, str(old.deadline.due or ""), str(new.deadline.due or ""))
    for heading, before, after in _further_cells(old, new):
        yield Detail("cells", before, after, heading=heading)
    if "moved" in kinds:
        yield Detail(
            "moved",
            f"{old.category}、{old.category_title}",
            f"{new.category}、{new.category_title}",
        )


def _further_cells(old: WorkItem, new: WorkItem) -> Iterator[tuple[str, str, str]]:
    """The cells of further columns that differ, with their headings."""
    before, after = dict(old.more), dict(new.more)
    for heading in dict.fromkeys((*before, *after)):
        was, is_now = before.get(heading, ""), after.get(heading, "")
        if was != is_now:
            yield heading, was, is_now


def _kind_of_leads(old: WorkItem, new: WorkItem, kinds: tuple[str, ...]) -> str:
    """What another lead cell is: another lead, or the same with others to assist it."""
    others = {ref.name for ref in old.assisting} != {ref.name for ref in new.assisting}
    return "units" if "lead" not in kinds and others else "lead"


def _kinds(pair: Pair, became: dict[str, str], sides: Sides) -> tuple[str, ...]:
    old, new = pair.old, pair.new
    moved = became.get(old.category) != new.category
    lead = old.lead_text != new.lead_text
    responsible = old.responsible_text != new.responsible_text
    if _says_again(old, new, sides):
        lead = lead and _by_cell(sides) != "lead"
        responsible = responsible and _by_cell(sides) != "responsible"
    found = {
        "reworded": old.text != new.text,
        "lead": lead and (_leads(old, sides) != _leads(new, sides) or not old.lead_cell),
        "units": (lead and _names(old.assisting, sides) != _names(new.assisting, sides))
        or (responsible and _names(old.responsible, sides) != _names(new.responsible, sides)),
        "date": _date_differs(old, new, sides),
        "cells": any(_further_cells(old, new)),
        "moved": moved,
    }
    if (lead or responsible) and not found["lead"] and not found["units"]:
        found["reworded"] = True
    return tuple(kind for kind in KINDS if found.get(kind))


def _says_again(old: WorkItem, new: WorkItem, sides: Sides) -> bool:
    """Whether one of the two prints beside a part who leads, and the other has the same from its whole."""
    return ("lead" in old.inherits) != ("lead" in new.inherits) and _leads(old, sides) == _leads(
        new, sides
    )


def _by_cell(sides: Sides) -> str:
    """Whose cell says who leads, in both lists; nothing where they are not alike in that."""
    ways = {"lead" if one.leads_by == "lead" else "responsible" for one in (sides.old, sides.new)}
    return ways.pop() if len(ways) == 1 else ""


def _leads(item: WorkItem, sides: Sides) -> set[str]:
    return {sides.unit(ref.name) for ref in item.lead}


def _names(refs: Sequence[UnitRef], sides: Sides) -> set[tuple[str, str | None]]:
    return {(sides.unit(ref.name), ref.duty) for ref in refs}


def _date_differs(old: WorkItem, new: WorkItem, sides: Sides) -> bool:
    """Whether another date is printed; of two years' lists, the same phrase is the same date."""
    if old.deadline.text != new.deadline.text:
        return True
    if sides.old.year != sides.new.year or old.deadline.due == new.deadline.due:
        return False
    ours = (sides.new_unsaid is not None and _is_ours(old, sides.old, sides.new)) or (
        sides.old_unsaid is not None and _is_ours(new, sides.new, sides.old)
    )
    return not ours


def _is_ours(item: WorkItem, own: WorkList, printed: WorkList) -> bool:
    """Whether an item's date rests on what its list file holds and the document does not say."""
    return "due" in item.node.entries or (own.issued is not None and printed.issued is None)


def _categories(pairs: Sequence[Pair]) -> dict[str, str]:
    """Which category of the new list each of the old has become: where most of its items are.

    A category takes over one other at most, so that two that were merged show as moves.
    """
    votes = Counter((pair.old.category, pair.new.category) for pair in pairs)
    titles = {
        (pair.old.category, pair.new.category): pair.old.category_title == pair.new.category_title
        for pair in pairs
    }
    became: dict[str, str] = {}
    for (old, new), _count in sorted(
        votes.items(), key=lambda vote: (titles[vote[0]], vote[1]), reverse=True
    ):
        if old not in became and new not in became.values():
            became[old] = new
    return became


def _facts(sides: Sides, became: dict[str, str]) -> tuple[Fact, ...]:
    old, new = sides.old, sides.new
    unsaid = (sides.old_unsaid or frozenset()) | (sides.new_unsaid or frozenset())
    of_a_document = not (sides.old_unsaid is None and sides.new_unsaid is None)
    facts = [
        Fact(name, str(before), str(after))
        for name, before, after in (
            ("title", old.title, new.title),
            ("region", old.region, new.region),
            ("year", old.year or "", new.year or ""),
            ("total", old.total or "", new.total or ""),
            ("issued", old.issued or "", new.issued or ""),
            ("columns", _headings(old), _headings(new)),
        )
        if before != after and name not in unsaid
        # What a paper prints and the list's file leaves out, as a count of its items, is no change of it.
        if (before and after) or not of_a_document
    ]
    titles = {one.number: f"{one.number}、{one.title}" for one in new.categories}
    for category in old.categories:
        before, after = (
            f"{category.number}、{category.title}",
            titles.get(became.get(category.number, ""), ""),
        )
        if before != after:
            facts.append(Fact("category", before, after))
    taken = set(became.values())
    facts += [
        Fact("category", "", titles[one.number])
        for one in new.categories
        if one.number not in taken
    ]
    return tuple(facts)


def _headings(worklist: WorkList) -> str:
    return "、".join(one.heading for one in worklist.columns)
