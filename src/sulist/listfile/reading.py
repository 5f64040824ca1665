"""Nodes → items: every key fetched by a small typed helper that says what is missing, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist import units
from sulist.base.days import written_day
from sulist.base.i18n import N_, _
from sulist.base.invisible import code_point, invisible, shown, visible
from sulist.base.numerals import parse_digits, parse_number
from sulist.base.plain import clean_text, is_clean, near, says_nothing
from sulist.base.showing import shortened
from sulist.base.tuples import NamedTuple
from sulist.deadline import Deadline, DeadlineError, Milestone
from sulist.deadline import parse as parse_deadline
from sulist.listfile.item import Category, WorkItem
from sulist.listfile.yaml_source import Mapping, Node, Scalar, Sequence
from sulist.units import UnitError, UnitRef
from sulist.units.roster import Roster

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sulist.base.problem import Problem
    from sulist.listfile.source import Source

LIST_KEYS = ("title", "region", "year", "total", "issued", "categories", "units", "aliases")
CATEGORY_KEYS = ("number", "title", "count", "items")
ITEM_KEYS = ("id", "text", "lead", "responsible", "deadline", "due", "due_reason")
_OPTIONAL = {"issued", "units", "aliases", "due", "due_reason"}
_REQUIRED: dict[tuple[str, ...], tuple[str, ...]] = {
    keys: tuple(key for key in keys if key not in _OPTIONAL)
    for keys in (LIST_KEYS, CATEGORY_KEYS, ITEM_KEYS)
}
_UNREAD = Deadline("", "none")
# Where the list's year is itself an error, its phrases are still tried.
_ANY_YEAR = 2000
# What the document may leave empty; "" says so, where a forgotten value is an error.
_MAY_BE_BLANK = ("lead", "responsible", "deadline")
# Running text, in which a sign that nobody sees may have its place.
_RUNNING = ("text", "title", "due_reason")
_NUMBERS = ("id", "number")
_OF_UNITS = ("lead", "responsible")
_EMPTY_WHERE_PLAIN = ("~", "null")


class Draft(NamedTuple):
    """A list as read, before it is checked; ``node`` is None where the file holds no list."""

    title: str
    region: str
    year: int
    total: int
    issued: date | None
    categories: tuple[Category, ...]
    roster: Roster
    node: Mapping | None


class ListReader:
    """Reads nodes and collects what is wrong with them in ``problems``."""

    def __init__(self, source: Source, watch: Callable[[float], None] | None = None) -> None:
        self.source = source
        self.watch = watch
        self.problems: list[Problem] = []
        self.year = 0
        self.issued: date | None = None
        self.roster = Roster()
        self.lines = source.text.count("\n") + 1 if watch else 1
        self._cells: dict[str, tuple[UnitRef, ...] | UnitError] = {}
        self._deadlines: dict[str, Deadline] = {}  # of phrases alone
        self._texts: dict[str, dict[str, str]] = {key: {} for key in _MAY_BE_BLANK}
        self._all_seen: set[str] = set()

    def read(self, root: Node | None) -> Draft:
        """The list that ``root`` holds; what cannot be read is left out and reported."""
        if not isinstance(root, Mapping):
            line, column = (root.line, root.column) if root else (0, 0)
            self.problems.append(
                self.source.problem(
                    "wrong-type",
                    line,
                    column,
                    _("The file holds no list."),
                    _(
                        "It must begin with keys such as title: and categories:; sulist init DIR writes an example."
                    ),
                )
            )
            return Draft("", "", 0, 0, None, (), self.roster, None)
        self.keys(root, LIST_KEYS)
        self.year = self.number(root, "year")
        self.issued = self.day(root, "issued")
        self.roster = self.read_roster(root)
        return Draft(
            title=self.text(root, "title"),
            region=self.text(root, "region"),
            year=self.year,
            total=self.number(root, "total"),
            issued=self.issued,
            categories=tuple(self.category(node) for node in self.mappings(root, "categories")),
            roster=self.roster,
            node=root,
        )

    def category(self, node: Mapping) -> Category:
        """One category and its items."""
        self.keys(node, CATEGORY_KEYS)
        number, title = self.text(node, "number"), self.text(node, "title")
        items = tuple(self.item(item, number, title) for item in self.mappings(node, "items"))
        return Category(number, title, self.number(node, "count"), items, node)

    def item(self, node: Mapping, number: str, title: str) -> WorkItem:
        """One item; a cell that cannot be read is reported and left empty."""
        if self.watch:
            self.watch(node.line / self.lines)
        self.keys(node, ITEM_KEYS)
        identity = self.text(node, "id")
        lead, responsible = self.text(node, "lead"), self.text(node, "responsible")
        serial = identity.rpartition("-")[2]
        return WorkItem(
            identity,
            number,
            title,
            parse_digits(serial) or 0,
            self.text(node, "text"),
            lead,
            self.unit_cell(node, "lead", lead),
            responsible,
            self.unit_cell(node, "responsible", responsible),
            self.deadline(node),
            node,
        )

    def unit_cell(self, node: Mapping, key: str, cell: str) -> tuple[UnitRef, ...]:
        """The units of a cell; thousands of items share a few cells, so each is read once."""
        found = self._cells.get(cell)
        if found is None:
            found = self._cells[cell] = self._units_in(cell)
        if isinstance(found, UnitError):
            self.report(
                "readable-units",
                node.entries[key][1],
                str(found),
                _("Write the units with 、 between them."),
            )
            return ()
        return found

    def _units_in(self, cell: str) -> tuple[UnitRef, ...] | UnitError:
        if says_nothing(cell):
            return ()
        try:
            return units.parse(cell, roster=self.roster or None)
        except UnitError as error:
            return error

    def deadline(self, node: Mapping) -> Deadline:
        """The deadline of an item, overruled by ``due:`` where that stands."""
        phrase = self.text(node, "deadline")
        if phrase in self._deadlines and not {"due", "due_reason"} & node.entries.keys():
            return self._deadlines[phrase]
        due = self.day(node, "due")
        reason = self.text(node, "due_reason") if "due_reason" in node.entries else ""
        if not phrase:
            return _UNREAD
        read: Deadline | None = None
        try:
            read = parse_deadline(phrase, year=self.year or _ANY_YEAR, issued=self.issued)
        except DeadlineError as error:
            if due is None:
                self.report(
                    "readable-deadline",
                    node.entries["deadline"][1],
                    str(error),
                    _("Add the day below it, as due: {year}-12-31, and why as due_reason:.").format(
                        year=self.year or _ANY_YEAR
                    ),
                )
                return _UNREAD
        if due is None:
            return self._deadlines.setdefault(phrase, read) if read else _UNREAD
        if read and read.due != due and not reason:
            self.report(
                "due-has-reason",
                node.entries["due"][1],
                _("due: {due} differs from the phrase {phrase}, which is read as {read}.").format(
                    due=due, phrase=phrase, read=read.due or _("no date")
                ),
                _("Delete due:, or say why in due_reason:."),
            )
        return Deadline(phrase, "date", due, milestones=(Milestone(phrase, due),))

    def read_roster(self, root: Mapping) -> Roster:
        """The roster of units by group, and the aliases."""
        groups: dict[str, tuple[str, ...]] = {}
        for group, (key, node) in self.mapping(root, "units").items():
            self.hides(key)
            if isinstance(node, Sequence):
                groups[visible(group)] = tuple(filter(None, map(self.unit, node.nodes)))
            else:
                self.wrong_type(node, _("a list of units, one a line after a hyphen"))
        aliases: dict[str, str] = {}
        for alias, (key, node) in self.mapping(root, "aliases").items():
            self.hides(key)
            if unit := self.unit(node):
                aliases[visible(alias)] = unit
        return Roster(groups, aliases)

    def unit(self, node: Node) -> str:
        """The name of a unit on the roster; reported where it is none."""
        if not isinstance(node, Scalar) or not node.value.strip():
            self.wrong_type(node, _("the name of a unit"))
            return ""
        self.tell_comment(node)
        written = visible(node.value) if self.hides(node) else node.value
        return written if is_clean(written) else clean_text(written)

    # The helpers: each fetches one key, and reports where it is not what it should be.

    def report(self, check: str, node: Node, message: str, remedy: str) -> None:
        """Adds a problem at a node."""
        self.problems.append(self.source.problem(check, node.line, node.column, message, remedy))

    def wrong_type(self, node: Node, wanted: str) -> None:
        """Reports that a value is not what its key wants."""
        found = (
            _("a list")
            if isinstance(node, Sequence)
            else _("keys and values")
            if isinstance(node, Mapping)
            else _("“{value}”").format(value=shortened(node.value))
        )
        self.report(
            "wrong-type",
            node,
            _("Here must be {wanted}, not {found}.").format(wanted=wanted, found=found),
            _("Correct the value or its indentation."),
        )

    def keys(self, node: Mapping, allowed: tuple[str, ...]) -> None:
        """Reports the keys that are missing or unknown."""
        entries = node.entries
        if tuple(entries) == _REQUIRED[allowed]:  # as thousands of items are
            return
        for key in allowed:
            if key not in entries and key not in _OPTIONAL:
                self.report(
                    "missing-key",
                    node,
                    _("The key {key}: is missing here.").format(key=key),
                    _(
                        "Add a line {key}: with what is printed. If it is there, it is indented too far, so that the text above swallows it."
                    ).format(key=key),
                )
        for key in entries:
            if key not in allowed and not self.hides(entries[key][0]):
                guess = near(key, list(allowed), 1)
                self.report(
                    "unknown-key",
                    entries[key][0],
                    _("The key {key}: is not known here.").format(key=key),
                    _("Did you mean {key}:?").format(key=guess[0])
                    if guess
                    else _("Known keys: {keys}.").format(keys=_(", ").join(allowed)),
                )

    def scalar(self, node: Mapping, key: str, wanted: str) -> Scalar | None:
        """The scalar at ``key``; None where it is missing or of another shape."""
        entry = node.entries.get(key)
        if entry is None:
            return None
        if isinstance(entry[1], Scalar):
            return entry[1]
        self.wrong_type(entry[1], _(wanted))
        return None

    def text(self, node: Mapping, key: str) -> str:
        """The cleaned text at ``key``; reported where it is empty and may not be."""
        scalar, known = self.scalar(node, key, N_("a text")), self._texts.get(key)
        if known is not None and scalar is not None and (said := known.get(scalar.value)):
            return said
        if scalar is None or (key in _MAY_BE_BLANK and not scalar.plain and not scalar.value):
            return ""
        written = scalar.value
        # Asked here already of what is seen at once: it is asked of every cell.
        if not written.isascii() and key not in _RUNNING and self.hides(scalar):
            written = visible(written)  # else its names would be unknown besides
        value = written if is_clean(written) else clean_text(written)
        if len(value) < len(written) and key in _OF_UNITS:
            from sulist.units.printed import as_printed  # few cells have layout in them

            value = as_printed(written, self.roster or None)
        if not value or (scalar.plain and value in _EMPTY_WHERE_PLAIN):
            self.report(
                "empty-text",
                scalar,
                _("The text of {key}: is empty.").format(key=key),
                _("What stands behind a # is a comment; put a text with # in quotes.")
                if self.source.comments.get((scalar.line, scalar.column))
                else _("Write what is printed there."),
            )
            return ""
        if self.source.comments and key not in _NUMBERS:
            self.tell_comment(scalar)
        elif known is not None and written is scalar.value and value not in _EMPTY_WHERE_PLAIN:
            known[written] = value
        return value

    def hides(self, node: Scalar) -> bool:
        """Whether a sign that nobody sees stands in a scalar; then it is reported."""
        if node.value.isascii() or node.value in self._all_seen:
            return False
        sign = invisible(node.value)
        if not sign:
            self._all_seen.add(node.value)
            return False
        line, column = self.source.find(sign, node.line, node.column)
        self.problems.append(
            self.source.problem(
                "invisible-character",
                line,
                column,
                _("The invisible character {code} stands in {text}.").format(
                    code=code_point(sign), text=shortened(shown(node.value), 60)
                ),
                _("Delete it, or type the word again."),
            )
        )
        return True

    def tell_comment(self, node: Scalar) -> None:
        """Warns where a # behind a text may have been meant as a part of it."""
        comment = self.source.comments.get((node.line, node.column))
        if comment and node.value:
            self.problems.append(
                self.source.problem(
                    "hash-ends-text",
                    comment.line,
                    comment.column,
                    _("A # after a space ends the text; not read: {text}").format(
                        text=shortened(comment.text, 60)
                    ),
                    _("Put the text in quotes; a comment goes to a line of its own."),
                )
            )

    def number(self, node: Mapping, key: str) -> int:
        """The whole number at ``key``; 0 where there is none."""
        scalar = self.scalar(node, key, N_("a whole number"))
        if scalar is None or self.hides(scalar):
            return 0
        if not scalar.value.isascii() or not scalar.value.isdigit() or len(scalar.value) > 6:
            self.wrong_type(scalar, _("a whole number"))
            return 0
        if key == "year" and not 1900 <= int(scalar.value) <= 2200:
            self.wrong_type(scalar, _("a year of four digits"))
            return 0
        return int(scalar.value)

    def day(self, node: Mapping, key: str) -> date | None:
        """The day at ``key``, as 2021-08-31."""
        scalar = self.scalar(node, key, N_("a day such as 2021-08-31"))
        if scalar is None or self.hides(scalar):
            return None
        if day := written_day(scalar.value):
            return day
        self.wrong_type(scalar, _("a day such as 2021-08-31"))
        return None

    def mapping(self, node: Mapping, key: str) -> dict[str, tuple[Scalar, Node]]:
        """The entries of the mapping at ``key``; none where it is missing."""
        entry = node.entries.get(key)
        if entry is None:
            return {}
        if isinstance(entry[1], Mapping):
            return entry[1].entries
        self.wrong_type(entry[1], _("keys and values"))
        return {}

    def mappings(self, node: Mapping, key: str) -> list[Mapping]:
        """The mappings of the sequence at ``key``; none where it is missing."""
        entry = node.entries.get(key)
        if entry is None or (isinstance(entry[1], Scalar) and not entry[1].value):
            return []
        if not isinstance(entry[1], Sequence):
            self.wrong_type(entry[1], _("a list, each entry after a hyphen"))
            return []
        for child in entry[1].nodes:
            if not isinstance(child, Mapping):
                self.wrong_type(child, _("keys and values"))
        return [child for child in entry[1].nodes if isinstance(child, Mapping)]


def category_number(category: Category) -> int:
    """The category's printed number as an integer: 二 → 2; 0 where it is none."""
    return parse_number(category.number) or 0
