"""The values of a list's nodes: each fetched by a small typed helper that says what is missing, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist import units
from sulist.base.days import written_day
from sulist.base.i18n import N_, _
from sulist.base.invisible import code_point, invisible, shown, visible
from sulist.base.plain import clean_text, has_half_marks, is_clean, near, says_nothing
from sulist.base.showing import shortened
from sulist.listfile.item import STANDARD
from sulist.listfile.yaml_source import Mapping, Node, Scalar, Sequence
from sulist.units import UnitError
from sulist.units.roster import Roster

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sulist.base.problem import Problem
    from sulist.listfile.item import PrintedColumn
    from sulist.listfile.source import Source
    from sulist.units import UnitRef

# What the document may leave empty; "" says so, where a forgotten value is an error.
_MAY_BE_BLANK = ("lead", "responsible", "deadline", "printed_serial")
# Running text, in which a sign that nobody sees may have its place.
_RUNNING = ("text", "title", "due_reason", "reason", "source")
_NUMBERS = ("id", "number")
# Keys of an item that say where it stands: without them the list is not what it seems.
_OF_THE_PLACE = (*_NUMBERS, "part_of")
# Keys that only a list or a category has: in an item they tell that it holds more than itself.
_OF_MORE = ("title", "region", "year", "total", "count", "items", "categories", "units", "aliases")
_OF_A_DEADLINE = ("due", "due_reason")
_OF_UNITS = ("lead", "responsible")
_EMPTY_WHERE_PLAIN = ("~", "null")


def meant(typed: str, known: Iterable[str], otherwise: str) -> str:
    """Asks for the known key that ``typed`` may be a slip for; ``otherwise`` where there is none."""
    guess = near(typed, list(known), 1)
    return _("Did you mean {key}:?").format(key=guess[0]) if guess else otherwise


class Fetcher:
    """Fetches values and collects what is wrong with them in ``problems``.

    ``item_id`` is that of the item that is read, and empty outside of items: what is wrong in a cell
    of it is wrong with that item alone. ``duties`` are those of unit columns that only assist.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.roster = Roster()
        self.item_id = ""
        self.columns: tuple[PrintedColumn, ...] = STANDARD
        self.duties: dict[str, str] = {}
        self.has_half_marks = False
        self._cells: dict[str, tuple[UnitRef, ...] | UnitError] = {}
        self._texts: dict[str, dict[str, str]] = {key: {} for key in _MAY_BE_BLANK}
        self._all_seen: set[str] = set()

    # The helpers: each fetches one key, and reports where it is not what it should be.

    def report(self, check: str, node: Node, message: str, remedy: str, cell: str = "") -> None:
        """Adds a problem at a node; ``cell`` is the key or the heading of the cell that it is in."""
        self.add(check, node.line, node.column, message, remedy, cell)

    def add(
        self, check: str, line: int, column: int, message: str, remedy: str, cell: str = ""
    ) -> None:
        """Adds a problem at a place, counted from 0."""
        of = (self.item_id, cell) if cell else ("", "")
        self.problems.append(self.source.problem(check, line, column, message, remedy, *of))

    def cell_of(self, key: str) -> str:
        """The cell in which a wrong ``key`` is wrong with its item alone; empty where it is wrong with the list."""
        if not self.item_id or key in _OF_THE_PLACE:
            return ""
        return "deadline" if key in _OF_A_DEADLINE else key

    def wrong_type(self, node: Node, wanted: str, cell: str = "") -> None:
        """Reports that a value is not what its key wants; ``cell`` is where it is an item's alone."""
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
            cell,
        )

    def keys(self, node: Mapping, allowed: tuple[str, ...], required: tuple[str, ...]) -> None:
        """Reports the keys that are missing or unknown."""
        entries = node.entries
        for key in required:
            if key not in entries:
                self.report(
                    "missing-key",
                    node,
                    _("The key {key}: is missing here.").format(key=key),
                    _(
                        "Add a line {key}: with what is printed. If it is there, it is indented too far, so that the text above swallows it."
                    ).format(key=key),
                    self.cell_of(key),
                )
        for key in entries:
            if key not in allowed and not self.hides(entries[key][0]):
                is_cell = isinstance(entries[key][1], Scalar) and key not in _OF_MORE
                self.report(
                    "unknown-key",
                    entries[key][0],
                    _("The key {key}: is not known here.").format(key=key),
                    meant(
                        key, allowed, _("Known keys: {keys}.").format(keys=_(", ").join(allowed))
                    ),
                    self.cell_of(key) if is_cell else "",
                )

    def scalar(self, node: Mapping, key: str, wanted: str) -> Scalar | None:
        """The scalar at ``key``; None where it is missing or of another shape."""
        entry = node.entries.get(key)
        if entry is None:
            return None
        if isinstance(entry[1], Scalar):
            return entry[1]
        self.wrong_type(entry[1], _(wanted), self.cell_of(key))
        return None

    def text(self, node: Mapping, key: str) -> str:
        """The cleaned text at ``key``; reported where it is empty and may not be."""
        scalar = self.scalar(node, key, N_("a text"))
        if scalar is None:
            return ""
        known = self._texts.get(key)
        if known is not None and (said := known.get(scalar.value)):
            return said
        if key in _MAY_BE_BLANK and not scalar.plain and not scalar.value:
            return ""
        written = scalar.value
        # Asked here already of what is seen at once: it is asked of every cell.
        if not written.isascii() and key not in _RUNNING and self.hides(scalar, key):
            written = visible(written)  # else its names would be unknown besides
        value = written
        if not is_clean(written):
            value = clean_text(written)
            self.has_half_marks = self.has_half_marks or has_half_marks(written)
        if len(value) < len(written) and key in _OF_UNITS:
            from sulist.units.printed import as_printed  # few cells have layout in them

            value = as_printed(written, self.roster or None)
        if not value or (scalar.plain and value in _EMPTY_WHERE_PLAIN):
            self._tell_empty(scalar, key)
            return ""
        if self.source.comments and key not in _NUMBERS:
            self.tell_comment(scalar)
        elif known is not None and written is scalar.value and value not in _EMPTY_WHERE_PLAIN:
            known[written] = value
        return value

    def is_blank(self, node: Scalar, cell: str) -> bool:
        """Whether a cell is printed empty, as ``""`` says; one that was forgotten is reported."""
        if node.value.strip() and not (node.plain and node.value in _EMPTY_WHERE_PLAIN):
            return False
        if node.plain or node.value:
            self._tell_empty(node, cell)
        return True

    def _tell_empty(self, node: Scalar, key: str) -> None:
        """Reports a value that is not there: a forgotten one is none that is printed empty."""
        self.report(
            "empty-text",
            node,
            _("The text of {key}: is empty.").format(key=key),
            _("What stands behind a # is a comment; put a text with # in quotes.")
            if self.source.comments.get((node.line, node.column))
            else _("Write what is printed there."),
            self.cell_of(key),
        )

    def hides(self, node: Scalar, cell: str = "") -> bool:
        """Whether a sign that nobody sees stands in a scalar; then it is reported."""
        if node.value.isascii() or node.value in self._all_seen:
            return False
        sign = invisible(node.value)
        if not sign:
            self._all_seen.add(node.value)
            return False
        line, column = self.source.find(sign, node.line, node.column)
        self.add(
            "invisible-character",
            line,
            column,
            _("The invisible character {code} stands in {text}.").format(
                code=code_point(sign), text=shortened(shown(node.value), 60)
            ),
            _("Delete it, or type the word again."),
            cell and self.cell_of(cell),
        )
        return True

    def tell_comment(self, node: Scalar) -> None:
        """Warns where a # behind a text may have been meant as a part of it."""
        comment = self.source.comments.get((node.line, node.column))
        if comment and node.value:
            self.add(
                "hash-ends-text",
                comment.line,
                comment.column,
                _("A # after a space ends the text; not read: {text}").format(
                    text=shortened(comment.text, 60)
                ),
                _("Put the text in quotes; a comment goes to a line of its own."),
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
        if scalar is None or self.hides(scalar, key):
            return None
        if day := written_day(scalar.value):
            return day
        self.wrong_type(scalar, _("a day such as 2021-08-31"), self.cell_of(key))
        return None

    def inner(self, node: Mapping, key: str) -> Mapping:
        """The mapping at ``key``, which is one."""
        value = node.entries[key][1]
        assert isinstance(value, Mapping)  # noqa: S101 - its entries have been read
        return value

    def mapping(self, node: Mapping, key: str) -> dict[str, tuple[Scalar, Node]]:
        """The entries of the mapping at ``key``; none where it is missing."""
        entry = node.entries.get(key)
        if entry is None:
            return {}
        if isinstance(entry[1], Mapping):
            return entry[1].entries
        self.wrong_type(entry[1], _("keys and values"), self.cell_of(key))
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
                key,
            )
            return ()
        if duty := self.duties.get(key):
            return tuple([ref._replace(duty=ref.duty or duty) for ref in found])
        return found

    def units_by_cell(self) -> dict[str, tuple[UnitRef, ...]]:
        """The units of each text of a cell of them that was read; none where it could not be."""
        return {
            cell: () if isinstance(found, UnitError) else found
            for cell, found in self._cells.items()
        }

    def _units_in(self, cell: str) -> tuple[UnitRef, ...] | UnitError:
        if says_nothing(cell):
            return ()
        try:
            return units.parse(cell, roster=self.roster or None)
        except UnitError as error:
            return error
