"""The cells of a list that has columns of its own, parts, items of the year, or cells in doubt, and their marks.

└ is a part, ↑ what it has from the item that it is a part of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _
from sulist.base.tuples import NamedTuple
from sulist.listfile.item import PERSONS, heading_of
from sulist.write.screen.blocks import Column, Table
from sulist.write.screen.days_left import days_left, due_text, state

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sulist.asking.query import Match
    from sulist.asking.subject import Subject
    from sulist.listfile.item import PrintedColumn, WorkItem
    from sulist.listfile.worklist import WorkList
    from sulist.reports.items import FullItem

_OF_LISTS = ("text", "lead", "responsible", *PERSONS, "deadline")  # what a list of items shows
_WHOLE, _A_TELEPHONE, _A_DAY, _SOME_WORDS = 100, 12, 10, 8  # columns of a terminal


class OwnColumn(NamedTuple):
    """A column of a screen: its title, what it shows of a match; a ``fixed`` one is wrapped last, to its ``least``."""

    title: str
    cell: Callable[[Match], str]
    fixed: bool = False
    least: int = _SOME_WORDS


class OwnCells:
    """What the items of a list are called, and what stands in their cells, with the marks."""

    def __init__(self, worklist: WorkList) -> None:
        self.worklist = worklist
        self.columns = worklist.columns
        self._doubts = {(one.id, one.cell) for one in worklist.unread}
        self._items = {item.id: item for item in worklist.items}
        self.text_title = self._heading("text")
        self.lead_title = self._title_of_leads()
        roles = {one.role for one in self.columns}
        self.lead_fixed = False
        own = {one.heading for one in self.columns}
        self.problem_title = "存在问题" if "存在问题" not in own else "存在问题（反馈）"
        self.people_titles = tuple(one.heading for one in self._people())
        self.has_leads = any(item.lead for item in worklist.items) or "lead" in roles
        self.has_deadlines = "deadline" in roles
        self.has_serials = any(
            item.printed_serial != str(item.serial) for item in worklist.items
        ) and bool(roles & {"serial"})

    def _title_of_leads(self) -> str:
        """The heading of the lead cells; where no item has one, by which rule it is told who leads."""
        if self.worklist.leads_by == "lead":
            return self._heading("lead")
        if self.worklist.leads_by == "first":
            return "牵头（列第一位者）"
        if not any(one.role == "responsible" for one in self.columns):
            return "牵头（按责任人）"
        by_person = any(
            item.lead and not item.responsible and "lead" not in item.inherits
            for item in self.worklist.items
        )
        return "牵头（按责任单位或责任人）" if by_person else "牵头（按责任单位）"

    def _heading(self, key: str) -> str:
        return heading_of(self.columns, key)

    def name(self, item: WorkItem, above: str = "") -> str:
        """What is to be done; of a part whose parent is not ``above``, of which item it is one."""
        text = self._marked(item, "text", item.name)
        if item.assigned:
            text = _("{text}, assigned {day}").format(text=text, day=item.assigned)
        if not item.part_of:
            return text
        return f"└ {text}" if item.part_of == above else f"└ {item.part_of}：{text}"

    def lead(self, item: WorkItem) -> str:
        """Who leads: the lead cell as printed, else those that lead, by whatever rule."""
        if self.worklist.leads_by != "lead":
            return self._from_above(item, "lead", "、".join(ref.name for ref in item.lead))
        return self.cell(item, "lead")

    def parents_above(self, items: list[WorkItem]) -> dict[str, str]:
        """Of each part below its parent, the parent."""
        return parents_above(items)

    def named(self, item: WorkItem) -> tuple[str, str, str]:
        """Its id, what is to be done, and who leads."""
        return item.id, self.name(item), self.lead(item)

    def people(self, item: WorkItem) -> tuple[str, ...]:
        """Whom to call, under ``people_titles``."""
        return tuple(self.printed(item, one) for one in self._people())

    def cell(self, item: WorkItem, key: str) -> str:
        """A printed cell by its key or its heading; of a part that says nothing, its parent's."""
        if key in item.inherits and item.part_of in self._items:
            parent = self._items[item.part_of]
            said = parent.written(key) or "、".join(ref.name for ref in item.lead)
            return self._from_above(item, key, said)
        return self._marked(item, key, item.written(key))

    def _from_above(self, item: WorkItem, key: str, text: str) -> str:
        marked = self._marked(item, key, text)
        return f"↑{marked}" if key in item.inherits and text else marked

    def _marked(self, item: WorkItem, key: str, text: str) -> str:
        if (item.id, key) not in self._doubts:
            return text
        return _("{text} (in doubt)").format(text=text).strip()

    def printed(self, item: WorkItem, column: PrintedColumn) -> str:
        """What a screen shows in a printed column; of the text what is to be done, in short."""
        if column.key == "text":
            return self.name(item)
        if column.role in ("serial", "category"):
            return item.cell(column)
        return self.cell(item, column.heading if column.key == "more" else column.key)

    def due(self, match: Match) -> str:
        """The date; that there is one that could not be read, too."""
        if match.due is None and match.item.deadline.kind == "unreadable":
            return _("not read")
        return due_text(match)

    def due_table(self, title: str, matches: tuple[Match, ...], subject: Subject) -> Table:
        """Items as rows, with who leads and answers for them, and the days that are left."""
        columns = self._first_columns()
        columns.append(OwnColumn(self.text_title, lambda match: self.name(match.item)))
        if self.has_leads:
            columns.append(OwnColumn(self.lead_title, lambda match: self.lead(match.item)))
        columns += [self._of(one) for one in self._people()]
        columns += self._dates(matches)
        return self.table(title, [*columns, *self._ends(matches, left=True)], matches, subject)

    def list_table(
        self, title: str, matches: tuple[Match, ...], subject: Subject, in_order: str = ""
    ) -> Table:
        """Items as rows, with all who are responsible; parts below their parents where no order is asked for."""
        rows = matches if in_order else gathered(matches)
        above = parents_above(match.item for match in rows)
        columns = self._first_columns()
        for one in self.columns:
            if one.key == "text":
                columns.append(
                    OwnColumn(one.heading, lambda m: self.name(m.item, above.get(m.item.id, "")))
                )
            elif one in self.shown:
                columns.append(self._of(one))
        ends = self._ends(rows, left=False)
        return self.table(title, [*columns, *ends], rows, subject)

    def every_column(self) -> list[OwnColumn]:
        """Every printed column, and who leads where no column says it."""
        made = [
            OwnColumn(one.heading, lambda match, one=one: self.printed(match.item, one))  # type: ignore[misc]
            for one in self.columns
        ]
        if self.worklist.leads_by != "lead":
            made.append(OwnColumn(self.lead_title, lambda match: self.lead(match.item)))
        return made

    @property
    def shown(self) -> tuple[PrintedColumn, ...]:
        """The printed columns that a list of items shows where none are named."""
        some_lead = any(item.lead_text for item in self.worklist.items)
        return tuple(
            one
            for one in self.columns
            if one.role in _OF_LISTS
            and (one.role != "responsible" or one.key == "responsible")
            and (one.role != "lead" or some_lead)
        )

    @property
    def not_shown(self) -> tuple[str, ...]:
        """The headings of the others."""
        places = ("serial", "category", "lead")
        return tuple(
            one.heading for one in self.columns if one not in self.shown and one.role not in places
        )

    def table(
        self,
        title: str,
        columns: Iterable[OwnColumn],
        matches: tuple[Match, ...],
        subject: Subject,
    ) -> Table:
        """A table of these columns; where nothing else shows how near a date is, the last one does."""
        chosen = tuple(columns)
        rows = tuple(tuple(one.cell(match) for one in chosen) for match in matches)
        shown = tuple(Column(one.title, fixed=one.fixed, least=one.least) for one in chosen)
        tones = tuple(subject.nearness(match.days_left) for match in matches)
        return Table(title, shown, rows, tones)

    def _first_columns(self) -> list[OwnColumn]:
        first = [OwnColumn("编号", lambda match: match.item.id, True, _WHOLE)]
        if self.has_serials:
            heading = next(one.heading for one in self.columns if one.role == "serial")
            first.append(OwnColumn(heading, lambda match: match.item.printed_serial, True, _WHOLE))
        return first

    def _of(self, column: PrintedColumn) -> OwnColumn:
        least = _A_TELEPHONE if column.role == "person" else _SOME_WORDS
        return OwnColumn(
            column.heading, lambda match: self.printed(match.item, column), least=least
        )

    def _people(self) -> list[PrintedColumn]:
        """Whom to call: the persons, where the list names any, else the leaders."""
        by_role = {
            role: [one for one in self.columns if one.role == role] for role in PERSONS[::-1]
        }
        return next(filter(None, by_role.values()), [])

    def _dates(self, matches: tuple[Match, ...]) -> list[OwnColumn]:
        if not self.has_deadlines:
            return []
        heading = self._heading("deadline")
        return [OwnColumn(heading, lambda match: self.cell(match.item, "deadline"))]

    def _ends(self, matches: tuple[Match, ...], *, left: bool) -> list[OwnColumn]:
        """The date, the days that are left, and the state where anybody reports."""
        columns = []
        if self.has_deadlines or any(match.due for match in matches):
            columns.append(OwnColumn(_("due"), self.due, least=_A_DAY))
            if left:
                columns.append(OwnColumn(_("left"), lambda match: days_left(match.days_left)))
        if any(match.standing for match in matches):
            columns.insert(-1 if columns else 0, OwnColumn(_("state"), state))
        return columns

    def legend(self, items: Iterable[WorkItem]) -> list[str]:
        """What the marks of these items mean, where there are any."""
        if not any(item.part_of for item in items):
            return []
        return [
            _(
                "└ is a part of the item above it or of the one that it names; ↑ is what it has from it."
            )
        ]

    def left_out(self) -> list[str]:
        """Which printed columns a list of items does not show."""
        if not self.not_shown:
            return []
        return [
            _("Columns that are not shown here: {headings}. sulist show ID shows all.").format(
                headings="、".join(self.not_shown)
            )
        ]

    def in_full(self, one: FullItem, subject: Subject) -> list[str]:
        """The printed cells of an item in their order, and what it is a part of, or has as parts."""
        item = one.match.item
        lines = []
        for column in self.columns:
            heading, key = column.heading, column.key
            if column.role == "category":
                continue
            if column.role == "serial":
                if self.has_serials and item.printed_serial:
                    lines.append(f"{heading}：{item.printed_serial}")
                continue
            cell = column.heading if key == "more" else key
            text = self._marked(item, key, item.text) if key == "text" else self.cell(item, cell)
            lines.append(f"{heading}：{text}")
        if self.worklist.leads_by != "lead" and item.lead:
            lines.append(f"{self.lead_title}：{self.lead(item)}")
        for role, names in (("leader", item.leaders), ("person", item.persons)):
            heading = "、".join(one.heading for one in self.columns if one.role == role)
            said = "、".join(names)
            if said and f"{heading}：{said}" not in lines:
                lines.append(_("{heading} by name: {names}").format(heading=heading, names=said))
        if item.assigned:
            said = _("Assigned: {day}").format(day=item.assigned)
            lines.append(f"{said} {item.source}".rstrip())
        elif item.source:
            lines.append(_("From: {source}").format(source=item.source))
        return lines + self._family(item, subject)

    def _family(self, item: WorkItem, subject: Subject) -> list[str]:
        """Of which item it is a part; or its parts, each with its state beside it."""
        if item.part_of in self._items:
            parent = self._items[item.part_of]
            return [
                _("Part of: {item}").format(
                    item="  ".join(filter(None, (parent.id, parent.name, _stands(parent, subject))))
                )
            ]
        parts = [one for one in self.worklist.items if one.part_of == item.id]
        if not parts:
            return []
        lines = [
            "  └ "
            + "  ".join(
                filter(
                    None,
                    (
                        part.id,
                        part.name,
                        self.lead(part),
                        self.cell(part, "deadline"),
                        _stands(part, subject),
                    ),
                )
            )
            for part in parts
        ]
        return [_("Parts: {n}").format(n=len(parts)), *lines]


def _stands(item: WorkItem, subject: Subject) -> str:
    """The state of an item, where there is progress."""
    if subject.progress is None:
        return ""
    from sulist.write.words import state_and_percent

    return state_and_percent(subject.progress.of(item))


def gathered(matches: tuple[Match, ...]) -> tuple[Match, ...]:
    """Matches in the printed order, each part right below its parent where that is one of them."""
    ids = {match.item.id for match in matches}
    parts: dict[str, list[Match]] = {}
    whole = []
    for match in matches:
        if match.item.part_of in ids:
            parts.setdefault(match.item.part_of, []).append(match)
        else:
            whole.append(match)
    return tuple(one for match in whole for one in (match, *parts.get(match.item.id, ())))


def parents_above(items: Iterable[WorkItem]) -> dict[str, str]:
    """Of each part that stands below its parent, or below a part of it that does, the parent."""
    found: dict[str, str] = {}
    before = ""
    for item in items:
        if item.part_of and item.part_of == before:
            found[item.id] = before
        else:
            before = item.id
    return found
