"""The part of a list that a question chooses, and what it leaves out. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sulist.asking.query import Query

if TYPE_CHECKING:
    from sulist.asking.query import Selection
    from sulist.asking.subject import Subject
    from sulist.listfile.item import Category, WorkItem
    from sulist.listfile.worklist import Unread, WorkList
    from sulist.standing.tracking import Progress


class LeftOut(NamedTuple):
    """How many items a question about dates passes over: without a date, or with what was due done."""

    undated: int = 0
    settled: int = 0


class Part(NamedTuple):
    """The items that are chosen as a list of their own, and their progress, where there is any.

    Categories keep the count they were printed with; one without a chosen item is not there.
    ``unread`` are the cells that could not be read, of these items and of those that might be some.
    """

    worklist: WorkList
    progress: Progress | None
    left_out: LeftOut
    unread: tuple[Unread, ...] = ()


class ListedCategory(NamedTuple):
    """A category as the list has it, and which of its items are chosen."""

    category: Category
    items: tuple[WorkItem, ...]


class ListedItems(NamedTuple):
    """The chosen items as the list prints them: ``number`` of them, by category."""

    subject: Subject
    groups: tuple[ListedCategory, ...]
    number: int
    left_out: LeftOut

    @property
    def items(self) -> tuple[WorkItem, ...]:
        """Every chosen item, in the printed order."""
        return tuple(item for group in self.groups for item in group.items)


def what_is_left_out(query: Query, selection: Selection) -> LeftOut:
    """What a selection passed over; without a date nothing is, where no date is asked about."""
    return LeftOut(selection.undated if query.asks_dates else 0, selection.settled)


def part_of(subject: Subject) -> Part:
    """The list with only what is chosen, so that what is told about it counts that only."""
    worklist, progress = subject.worklist, subject.progress
    if subject.query == Query():
        return Part(worklist, progress, LeftOut(), worklist.unread)
    selection = subject.select()
    wanted = {match.item.id for match in selection.matches}
    categories = (
        one._replace(items=tuple(item for item in one.items if item.id in wanted))
        for one in worklist.categories
    )
    part = worklist._replace(categories=tuple(one for one in categories if one.items))
    left_out = what_is_left_out(subject.query, selection)
    return Part(part, progress and progress.about(part), left_out, selection.unread)


def listed_items(subject: Subject) -> ListedItems:
    """What is chosen of the list, for the list as it is printed."""
    selection = subject.select()
    chosen: dict[str, list[WorkItem]] = {}
    for match in selection.matches:
        chosen.setdefault(match.item.category, []).append(match.item)
    categories = {one.number: one for one in subject.worklist.categories}
    groups = tuple(
        ListedCategory(categories[number], tuple(items)) for number, items in chosen.items()
    )
    return ListedItems(
        subject, groups, len(selection.matches), what_is_left_out(subject.query, selection)
    )
