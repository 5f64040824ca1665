"""Nodes → items: a list as far as it can be read, and what cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _
from sulist.base.invisible import invisible, visible
from sulist.base.numerals import parse_digits
from sulist.base.plain import clean_text, is_clean
from sulist.deadline import Deadline, DeadlineError, Milestone
from sulist.deadline import parse as parse_deadline
from sulist.listfile.fetching import Fetcher
from sulist.listfile.item import OF_AN_ITEM, Category, Draft, UnitCells, WorkItem, leading
from sulist.listfile.yaml_source import Mapping, Node, Scalar, Sequence
from sulist.units.roster import Roster

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sulist.listfile.source import Source
    from sulist.units import UnitRef

LIST_KEYS = (
    *("title", "region", "year", "total", "issued", "columns", "lead_rule", "categories"),
    *("units", "aliases", "accepted"),
)
CATEGORY_KEYS = ("number", "title", "count", "items")
FURTHER_KEYS = ("printed_serial", "part_of", "assigned", "source", "more")
_OF_A_LIST = ("title", "categories")
_OF_A_CATEGORY = ("number", "title", "items")
_OF_A_PART = ("id", "text")
# What leaves a deadline without a meaning of its own; other errors leave one that is not proved.
_WITHOUT_MEANING = ("wrong-type", "missing-key", "empty-text")
_OF_A_DATE = ("deadline", "assigned")
_NO_DEADLINE = Deadline("", "none")
# Where the list has no year, or it is itself an error, its phrases are still tried.
_ANY_YEAR, _ANOTHER_YEAR = 2000, 2004


class ListReader(Fetcher):
    """Reads nodes and collects what is wrong with them in ``problems``."""

    def __init__(self, source: Source, watch: Callable[[float], None] | None = None) -> None:
        super().__init__(source)
        self.watch = watch
        self.year = 0
        self.has_year = True
        self.issued: date | None = None
        self.required: tuple[str, ...] = ("id", *OF_AN_ITEM)
        self.is_plain = True  # nothing is left to complete
        self.lines = source.text.count("\n") + 1 if watch else 1
        self._leads: dict[str, tuple[UnitRef, ...]] = {}  # by the text of their cell
        self._deadlines: dict[tuple[str, date | None], Deadline] = {}  # of phrases alone

    def read(self, root: Node | None) -> Draft:
        """The list that ``root`` holds; what cannot be read is left out and reported."""
        if not isinstance(root, Mapping):
            line, column = (root.line, root.column) if root else (0, 0)
            self.add(
                "wrong-type",
                line,
                column,
                _("The file holds no list."),
                _(
                    "It must begin with keys such as title: and categories:; sulist init DIR writes an example."
                ),
            )
            return Draft("", "", 0, 0, None, (), self.roster, None, UnitCells({}, self.roster))
        self.keys(root, LIST_KEYS, _OF_A_LIST)
        self.has_year = "year" in root.entries
        self.year = self.number(root, "year")
        self.issued = self.day(root, "issued")
        self.roster = self.read_roster(root)
        if "columns" in root.entries:
            from sulist.listfile.further import duties_of, read_columns

            self.columns = read_columns(self, root)
            self.duties = duties_of(self.columns)
            own = [one.key for one in self.columns if one.key in OF_AN_ITEM]
            self.required = ("id", *[key for key in OF_AN_ITEM if key in own])
        draft = Draft(
            title=self.text(root, "title"),
            region=self.text(root, "region"),
            year=self.year,
            total=self.number(root, "total"),
            issued=self.issued,
            categories=tuple([self.category(node) for node in self.mappings(root, "categories")]),
            roster=self.roster,
            node=root,
            cells=UnitCells(self.units_by_cell(), self.roster),
            columns=self.columns,
            has_half_marks=self.has_half_marks,
        )
        self.is_plain &= "lead_rule" not in root.entries
        if self.is_plain and any(item.lead_text for one in draft.categories for item in one.items):
            return draft
        from sulist.listfile.further import completed

        return completed(self, draft)

    def category(self, node: Mapping) -> Category:
        """One category and its items."""
        self.keys(node, CATEGORY_KEYS, _OF_A_CATEGORY)
        number, title = self.text(node, "number"), self.text(node, "title")
        items = tuple([self.item(item, number, title) for item in self.mappings(node, "items")])
        return Category(number, title, self.number(node, "count"), items, node)

    def item(self, node: Mapping, number: str, title: str) -> WorkItem:
        """One item; a cell that cannot be read is reported and has no meaning."""
        if self.watch:
            self.watch(node.line / self.lines)
        entries, told = node.entries, len(self.problems)
        identity = self.text(node, "id")
        self.item_id = identity
        required = _OF_A_PART if "part_of" in entries else self.required
        has_more = tuple(entries) != required  # thousands of items have just these
        assigned = None
        if has_more:
            self.keys(node, (*self.required, "due", "due_reason", *FURTHER_KEYS), required)
            assigned = self.day(node, "assigned")
        lead, responsible = self.text(node, "lead"), self.text(node, "responsible")
        lead_cell = self.unit_cell(node, "lead", lead)
        if lead not in self._leads:
            self._leads[lead] = leading(lead_cell)
        serial = identity.rpartition("-")[2]
        item = WorkItem(
            identity,
            number,
            title,
            parse_digits(serial) or 0,
            self.text(node, "text"),
            lead,
            lead_cell,
            responsible,
            self.unit_cell(node, "responsible", responsible),
            self.deadline(node, assigned),
            node,
            self._leads[lead],
            serial,
        )
        if len(self.problems) > told and any(
            one.cell in _OF_A_DATE and one.check in _WITHOUT_MEANING for one in self.problems[told:]
        ):
            item = item._replace(deadline=Deadline(item.deadline.text, "unreadable"))
        if has_more and not entries.keys().isdisjoint(FURTHER_KEYS):
            from sulist.listfile.further import with_further_cells

            item = with_further_cells(self, item, assigned)
            self.is_plain &= not item.part_of
        self.item_id = ""
        return item

    def deadline(self, node: Mapping, assigned: date | None) -> Deadline:
        """The deadline of an item, overruled by ``due:`` where that stands."""
        phrase = self.text(node, "deadline")
        known = self._deadlines.get((phrase, assigned))
        if known and "due" not in node.entries and "due_reason" not in node.entries:
            return known
        due = self.day(node, "due")
        reason = self.text(node, "due_reason") if "due_reason" in node.entries else ""
        if not phrase:
            return _NO_DEADLINE
        read: Deadline | None = None
        try:
            read = self._deadline(phrase, assigned)
        except DeadlineError as error:
            if due is None:
                self.report(
                    "readable-deadline",
                    node.entries["deadline"][1],
                    str(error),
                    self._how_by_hand(),
                    "deadline",
                )
                return Deadline(phrase, "unreadable")
        if due is None:
            return self._deadlines.setdefault((phrase, assigned), read) if read else _NO_DEADLINE
        if read and read.due != due and not reason:
            self.report(
                "due-has-reason",
                node.entries["due"][1],
                _("due: {due} differs from the phrase {phrase}, which is read as {read}.").format(
                    due=due, phrase=phrase, read=read.due or _("no date")
                ),
                _("Delete due:, or say why in due_reason:."),
                "deadline",
            )
        return Deadline(phrase, "date", due, milestones=(Milestone(phrase, due),))

    def _how_by_hand(self) -> str:
        year = self.year or (self.issued.year if self.issued else 0)
        if not year:
            return _(
                "Where only the year is wanting, add a line year: to the list's head; "
                "else write the day below it as due:, and why as due_reason:."
            )
        return _("Add the day below it, as due: {year}-12-31, and why as due_reason:.").format(
            year=year
        )

    def _deadline(self, phrase: str, assigned: date | None) -> Deadline:
        """How a phrase is read; periods count from the day of assignment, else from that of issue.

        Raises:
            DeadlineError: it cannot be read, or needs a year that neither it nor the list has.
        """
        start = assigned or self.issued
        read = parse_deadline(phrase, year=self.year or _ANY_YEAR, issued=start)
        if self.has_year or read == parse_deadline(phrase, year=_ANOTHER_YEAR, issued=start):
            return read.counted_from_assignment() if assigned else read
        raise DeadlineError(
            phrase,
            (0, len(phrase)),
            _("It names no year, and the list has none. Add year: to the list."),
        )

    def read_roster(self, root: Mapping) -> Roster:
        """The roster of units by group, and the aliases."""
        groups: dict[str, tuple[str, ...]] = {}
        for group, (key, node) in self.mapping(root, "units").items():
            self.hides(key)
            if isinstance(node, Sequence):
                groups[visible(group)] = tuple(self.units_on(node))
            else:
                self.wrong_type(node, _("a list of units, one a line after a hyphen"))
        aliases: dict[str, str] = {}
        for alias, (key, node) in self.mapping(root, "aliases").items():
            self.hides(key)
            if unit := self.unit(node):
                aliases[visible(alias)] = unit
        return Roster(groups, aliases)

    def units_on(self, node: Sequence) -> list[str]:
        """The names of a group of the roster; looked at one by one where there is something to be seen in them."""
        names = [one.value for one in node.nodes if isinstance(one, Scalar) and one.value]
        together = "".join(names)
        plain = len(names) == len(node.nodes) and not self.source.comments
        if plain and is_clean(together) and not invisible(together):
            return names
        return [*filter(None, map(self.unit, node.nodes))]

    def unit(self, node: Node) -> str:
        """The name of a unit on the roster; reported where it is none."""
        if not isinstance(node, Scalar) or not node.value.strip():
            self.wrong_type(node, _("the name of a unit"))
            return ""
        self.tell_comment(node)
        written = visible(node.value) if self.hides(node) else node.value
        return written if is_clean(written) else clean_text(written)
