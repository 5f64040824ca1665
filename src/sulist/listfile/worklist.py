"""A list, and the one pipeline that makes it: file → text → nodes → items → checks → WorkList."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from sulist.base import start
from sulist.base.errors import BrokenListError, FileError
from sulist.base.i18n import _
from sulist.base.showing import printable
from sulist.base.tuples import NamedTuple
from sulist.listfile.item import STANDARD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from sulist.base.problem import Problem
    from sulist.base.watching import Watch
    from sulist.listfile.item import Category, Draft, PrintedColumn, WorkItem
    from sulist.units.roster import Roster


MAX_BYTES = 64 * 2**20
_WITHOUT_A_READING = (
    *("readable-units", "readable-deadline"),
    *("wrong-type", "missing-key", "empty-text"),
)
_PARSING = 0.5  # the share of the work before nodes are items


class Unread(NamedTuple):
    """A cell that could not be read, or is not proved: the id of its item, its key or heading, its text.

    A part has one too where it says nothing of its own, and its parent's cell is such a cell.
    """

    id: str
    cell: str
    text: str


class WorkList(NamedTuple):
    """A list that has passed every check that could make all its answers wrong.

    ``file`` is the name it was asked by, safe to show; ``warnings`` are what a person should look at,
    and ``errors`` what makes a cell unsure, but for what is accepted; ``unread`` are the cells that
    could not be read or proved, so that their items are named where they could be an answer. ``region`` may be empty, and ``year`` and ``total`` 0, where the document
    has none. ``leads_by`` says who leads: what the ``lead`` cells say, or all ``responsible`` units,
    or the ``first``. ``later`` items are not in it, since they were assigned after the day it is of.
    """

    title: str
    region: str
    year: int
    total: int
    issued: date | None
    categories: tuple[Category, ...]
    roster: Roster
    file: str
    warnings: tuple[Problem, ...]
    unread: tuple[Unread, ...] = ()
    columns: tuple[PrintedColumn, ...] = STANDARD
    leads_by: str = "lead"
    later: int = 0
    errors: tuple[Problem, ...] = ()

    @property
    def items(self) -> tuple[WorkItem, ...]:
        """Every item, in the printed order."""
        return tuple(item for category in self.categories for item in category.items)

    @property
    def is_plain(self) -> bool:
        """Whether it is as lists of five columns are: each item whole, its lead named, none from elsewhere."""
        return (
            self.columns is STANDARD
            and self.leads_by == "lead"
            and not any(
                item.part_of
                or item.assigned
                or item.source
                or item.printed_serial != str(item.serial)
                for item in self.items
            )
        )

    @property
    def first_year(self) -> int:
        """The year in which it begins: its own, else that of its issue or its first date; 1 where it has none.

        What was assigned later says nothing of when the others began.
        """
        if self.year:
            return self.year
        from_the_start = (item for item in self.items if not item.assigned)
        return min(self._years(from_the_start), default=1)

    @property
    def years(self) -> tuple[int, int] | None:
        """Its first and its last year: its own, else those of all its days; None where it has no day."""
        found = [self.year] if self.year else list(self._years(self.items))
        return (min(found), max(found)) if found else None

    def _years(self, items: Iterable[WorkItem]) -> Iterator[int]:
        """Those of the days that a list without a year has, and these items."""
        for item in items:
            deadline = item.deadline
            days = (deadline.start, item.assigned, *(one.due for one in deadline.milestones))
            yield from (day.year for day in days if day)
        if self.issued:
            yield self.issued.year

    @property
    def units(self) -> tuple[str, ...]:
        """Every unit: the roster's, or without a roster those that are named, in order; then who answers beside."""
        if self.roster:
            return (*self.roster.units, *self.answering)
        items = self.items
        named = [ref.name for item in items for ref in item.units if not ref.collective]
        named += [
            ref.name
            for item in items
            if "lead" in item.inherits
            for ref in item.lead
            if not ref.collective
        ]
        return tuple(dict.fromkeys((*named, *self.answering)))

    @property
    def answering(self) -> tuple[str, ...]:
        """The persons who answer for items that name no responsible unit, as one does."""
        if self.leads_by == "lead":
            return ()
        alone = (item for item in self.items if not (item.responsible or "lead" in item.inherits))
        return tuple(dict.fromkeys(ref.name for item in alone for ref in item.lead))

    def on(self, day: date) -> WorkList:
        """The list as it was on a day: without the items that were assigned after it, their parts, and what that empties."""
        after = {item.id for item in self.items if item.assigned and item.assigned > day}
        if not after:
            return self
        categories = tuple(
            one._replace(
                items=tuple([item for item in one.items if not {item.id, item.part_of} & after])
            )
            for one in self.categories
        )
        categories = tuple(one for one in categories if one.items)
        kept = sum(len(one.items) for one in categories)
        later = self.later + len(self.items) - kept
        there = {item.id for one in categories for item in one.items}
        unread = tuple(one for one in self.unread if one.id in there)
        return self._replace(categories=categories, later=later, unread=unread)


def load(file: str | os.PathLike[str], watch: Watch | None = None) -> WorkList:
    """The list in ``file`` (``-``: standard input); ``watch`` is told the share that is read.

    Raises:
        FileError: the file cannot be read.
        BrokenListError: the list has errors.
    """
    name = os.fspath(file)
    return load_text(_read_bytes(name), name, watch)


def load_text(data: bytes, file: str, watch: Watch | None = None) -> WorkList:
    """The list that ``data`` is the text of, called ``file``.

    Raises:
        BrokenListError: the list has errors.
    """
    worklist, problems = examine_text(data, file, watch)
    if worklist is None or any(problem.blocks for problem in problems):
        raise BrokenListError(problems)
    return worklist


def examine(file: str, watch: Watch | None = None) -> tuple[WorkList | None, list[Problem]]:
    """The list in ``file`` as far as it can be read, and every problem in it, by place.

    Raises:
        FileError: the file cannot be read.
    """
    return examine_text(_read_bytes(file), file, watch)


def examine_text(
    data: bytes, file: str, watch: Watch | None = None
) -> tuple[WorkList | None, list[Problem]]:
    """The list that ``data`` is the text of, called ``file``, and every problem in it, by place."""
    with start.reading():
        from sulist.listfile import checks, yaml_source
        from sulist.listfile.reading import ListReader

        try:
            source = yaml_source.decode(data, printable(file))
            first, second = _halves(watch) if watch else (None, None)
            root, problems = yaml_source.parse(source, first)
            reader = ListReader(source, second)
            draft = reader.read(root)
            problems += reader.problems
            problems += checks.run(draft, source)
        except BrokenListError as error:
            return None, error.problems
        if watch:
            watch(1)
        if problems or "accepted" in source.text:
            from sulist.listfile.accepting import accepted

            problems = accepted(reader, root, problems)
        problems.sort(key=lambda problem: (problem.place.line, problem.place.column))
        left = [one for one in problems if not one.accepted]
        return WorkList(
            draft.title,
            draft.region,
            draft.year,
            draft.total,
            draft.issued,
            draft.categories,
            draft.roster,
            printable(file),
            tuple(one for one in left if one.level == "warning"),
            _unread(draft, problems),
            draft.columns,
            draft.leads_by,
            errors=tuple(one for one in left if one.level == "error" and not one.blocks),
        ), problems


def _unread(draft: Draft, problems: list[Problem]) -> tuple[Unread, ...]:
    """The cells in which an error stands that is their item's alone.

    One that is accepted is none, but where nothing could be read, which no reason changes.
    """
    cells = [
        (one.item, one.cell)
        for one in problems
        if one.level == "error" and one.item and one.cell
        if not one.accepted or one.check in _WITHOUT_A_READING
    ]
    if not cells:
        return ()
    from sulist.listfile.further import unread_cells

    return tuple(Unread(*one) for one in unread_cells(draft, dict.fromkeys(cells)))


def _halves(watch: Watch) -> tuple[Watch, Watch]:
    """``watch`` for the two halves of the work: until there are nodes, and until they are items."""
    from sulist.base.watching import part

    return part(watch, 0, _PARSING), part(watch, _PARSING, 1)


def _read_bytes(file: str) -> bytes:
    """At most one byte more than a list may have; devices and pipes end there too."""
    try:
        if file == "-":
            return sys.stdin.buffer.read(MAX_BYTES + 1)
        with open(file, "rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        message = _("{file} does not exist. Check the name, or make a list with: sulist init DIR")
    except IsADirectoryError:
        message = _("{file} is a folder. Name the list in it, such as items.yaml")
    except PermissionError:
        message = (
            _("{file} is a folder. Name the list in it, such as items.yaml")
            if os.path.isdir(file)  # Windows calls a folder so
            else _("{file} may not be read by you. Ask its owner for the right to read it")
        )
    except (OSError, ValueError) as error:
        from sulist.base.files import reason

        raise FileError(
            _("{file} cannot be read: {error}. Check the name and the disk").format(
                file=printable(file), error=reason(error)
            )
        ) from None
    raise FileError(message.format(file=printable(file)))
