"""Pages about items: what falls due, a list of them, a unit's, one in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import N_, _, ngettext
from sulist.deadline.explain import explain
from sulist.standing.names import ROLE_TERMS
from sulist.write.screen.blocks import Column, Lines, Page, Table
from sulist.write.screen.days_left import days_left, due_text, left_or_state, state
from sulist.write.screen.foot import foot, opening, unread_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sulist.asking.query import Match, Query, Selection
    from sulist.asking.subject import Subject
    from sulist.listfile.item import WorkItem
    from sulist.listfile.worklist import WorkList
    from sulist.reports.items import Due, FullItem, InFull, Listing, UnitItems
    from sulist.write.screen.own_cells import OwnCells

_WRAPPED = ("事项名称", "责任单位")
ROLE_MEANINGS = {
    "lead": N_("leads"),
    "named": N_("named as responsible"),
    "covered": N_("covered by a collective with 各"),
    "possible": N_("possible, by a collective with 有关"),
}


class PlainCells:
    """What an item is called in a table of a list with the five columns of the standard: as printed."""

    text_title, lead_title = "事项名称", "牵头单位"
    people_titles: tuple[str, ...] = ()
    lead_fixed = True
    problem_title = "存在问题"

    def name(self, item: WorkItem, _above: str = "") -> str:
        """What is to be done."""
        return item.name

    def lead(self, item: WorkItem) -> str:
        """Who leads."""
        return item.lead_words

    def parents_above(self, _items: list[WorkItem]) -> dict[str, str]:
        """Of each part below its parent, the parent: there are no parts."""
        return {}

    def named(self, item: WorkItem) -> tuple[str, str, str]:
        """Its id, what is to be done, and who leads."""
        return item.id, item.name, item.lead_words

    def legend(self, _items: Iterable[WorkItem]) -> list[str]:
        """What its marks mean: there are none."""
        return []

    def people(self, _item: WorkItem) -> tuple[str, ...]:
        """Whom to call: nobody is named."""
        return ()


def cells_of(worklist: WorkList) -> PlainCells | OwnCells:
    """What the items of a list are called, and what stands in their cells."""
    own = own_cells(worklist)
    return own or PlainCells()


def own_cells(worklist: WorkList) -> OwnCells | None:
    """The cells of a list that is not as the standard is; None where nothing is to be marked in it."""
    if worklist.is_plain and not worklist.unread:
        return None
    from sulist.write.screen.own_cells import OwnCells

    return OwnCells(worklist)


def due_table(title: str, matches: tuple[Match, ...], subject: Subject) -> Table:
    """Items as rows, with the days that are left."""
    if own := own_cells(subject.worklist):
        return own.due_table(title, matches, subject)
    columns = ("编号", "事项名称", "牵头单位", "完成时限", _("due"), _("left"))
    rows = tuple(
        (
            match.item.id,
            match.item.name,
            match.item.lead_text,
            match.item.deadline.text,
            due_text(match),
            days_left(match.days_left),
        )
        for match in matches
    )
    return _toned(title, columns, rows, matches, subject)


def list_table(
    title: str, matches: tuple[Match, ...], subject: Subject, in_order: str = ""
) -> Table:
    """Items as rows, with all who are responsible."""
    if own := own_cells(subject.worklist):
        return own.list_table(title, matches, subject, in_order)
    columns = ("编号", "事项名称", "牵头单位", "责任单位", "完成时限", _("due"))
    rows = tuple(
        (
            match.item.id,
            match.item.name,
            match.item.lead_text,
            match.item.responsible_text,
            match.item.deadline.text,
            due_text(match),
        )
        for match in matches
    )
    return _toned(title, columns, rows, matches, subject)


def _toned(
    title: str,
    columns: tuple[str, ...],
    rows: tuple[tuple[str, ...], ...],
    matches: tuple[Match, ...],
    subject: Subject,
) -> Table:
    if any(match.standing for match in matches):
        columns = (*columns[:-1], _("state"), columns[-1])
        rows = tuple(
            (*row[:-1], state(match), row[-1]) for row, match in zip(rows, matches, strict=True)
        )
    shown = tuple(Column(one, fixed=one not in _WRAPPED) for one in columns)
    return Table(title, shown, rows, tuple(subject.nearness(match.days_left) for match in matches))


def question_title(query: Query, what: str) -> str:
    """What was asked, as a title: 截至2021-08-31（含当日）."""
    parts = [what]
    parts += ["、".join(query.units)] if query.units else []
    parts += ["、".join(ROLE_TERMS[role] for role in query.roles)] if query.roles else []
    parts += ["、".join(query.categories)] if query.categories else []
    if query.since:
        parts.append(_("from {day} (that day included)").format(day=query.since))
    if query.after:
        parts.append(_("after {day} (that day excluded)").format(day=query.after))
    if query.before:
        parts.append(_("by {day} (that day included)").format(day=query.before))
    if query.overdue:
        parts.append(_("overdue"))
    if query.states:
        from sulist.write.words import states_words

        parts.append(states_words(query.states))
    if query.lights:
        from sulist.write.words import lights_words

        parts.append(lights_words(query.lights))
    parts += ["、".join(names) for names in (query.leaders, query.persons) if names]
    parts += [f"{column.heading}：“{text}”" for column, text in query.where]
    parts += [f"“{word}”" for word in query.search]
    return " · ".join(parts)


def notes(subject: Subject, selection: Selection) -> list[str]:
    """The lines under a table: counts, what has no date, which list, which day."""
    shown = selection.found
    lines = [
        ngettext("{n} row, as of {day}.", "{n} rows, as of {day}.", shown).format(
            n=shown, day=subject.as_of
        )
    ]
    if own := own_cells(subject.worklist):
        lines += own.legend(match.item for match in selection.matches)
    lines += left_out_lines(subject, selection)
    if subject.progress is None:
        return lines + foot(subject.worklist)
    from sulist.write.screen.standing import journal_foot

    return lines + journal_foot(subject.progress)


def left_out_lines(subject: Subject, selection: Selection) -> list[str]:
    """What an answer leaves out, counted: what has no date, has too many, cannot be read, or is settled."""
    lines = []
    if selection.hidden:
        lines.append(
            ngettext(
                "{n} item without a date is not shown.",
                "{n} items without a date are not shown.",
                selection.hidden,
            ).format(n=selection.hidden)
        )
    lines += _unlisted_line(selection)
    lines += unread_lines(subject.worklist, selection.unread)
    if subject.progress is None or not selection.settled:
        return lines
    from sulist.write.screen.standing import settled_line

    return lines + settled_line(selection.settled, overdue=subject.query.overdue)


def _unlisted_line(selection: Selection) -> list[str]:
    """How many dates have no row, since their items have too many."""
    number = selection.unlisted
    if not number:
        return []
    said = ngettext(
        "{n} more date of {items} is not listed: an item has 400 at the most. Ask about a shorter time by --from and --before.",
        "{n} more dates of {items} are not listed: an item has 400 at the most. Ask about a shorter time by --from and --before.",
        number,
    )
    few = selection.unlisted_items
    return [said.format(n=number, items=ngettext("{n} item", "{n} items", few).format(n=few))]


def due_page(report: Due) -> Page:
    """What falls due in one table, and what is overdue besides."""
    table = due_table("", report.selection.matches, report.subject)
    page = _items_page(report.subject, report.selection, _("Due"), table)
    if report.only_next:
        note = _(
            "Deadlines that return are shown with their next date only; --within 30d, --from or --before lists every date of a time."
        )
        page = page._replace(notes=(page.notes[0], note, *page.notes[1:]))
    besides = report.overdue_besides
    if besides is None:
        return page
    note = (
        _("Overdue besides these: {n}. They are shown by --overdue in place of --within.")
        if besides
        else _("Overdue besides these: {n}.")
    )
    return page._replace(notes=(note.format(n=besides), *page.notes))


def list_page(report: Listing) -> Page:
    """Items in one table under what was asked."""
    subject, matches = report.subject, report.selection.matches
    if report.columns:
        from sulist.write.named_columns import for_screen
        from sulist.write.screen.own_cells import OwnCells

        columns = for_screen(subject.worklist, report.columns)
        table = OwnCells(subject.worklist).table("", columns, matches, subject)
        return _items_page(subject, report.selection, report.of, table)
    table = list_table("", matches, subject, report.in_order)
    page = _items_page(subject, report.selection, report.of, table)
    own = own_cells(subject.worklist)
    if own and matches:
        page = page._replace(notes=(page.notes[0], *own.left_out(), *page.notes[1:]))
    return page


def _items_page(subject: Subject, selection: Selection, what: str, table: Table) -> Page:
    return Page(
        question_title(subject.query, what),
        opening(subject.worklist, subject.as_of) + ((table,) if selection.matches else ()),
        tuple(notes(subject, selection)),
    )


def unit_page(report: UnitItems) -> Page:
    """A unit's items, a block for each of the four ways it is touched."""
    subject = report.subject
    blocks: list[Table | Lines] = []
    for role, found in report.by_role:
        title = _("{term} ({meaning}): {n}").format(
            term=ROLE_TERMS[role], meaning=_(ROLE_MEANINGS[role]), n=len(found)
        )
        blocks.append(due_table(title, found, subject) if found else Lines(title, ()))
    remarks = notes(subject, report.selection)
    if not report.resolved:
        remarks.insert(
            0,
            _("This list has no units: table, so collectives such as 区直各部门 are not resolved."),
        )
    return Page(
        question_title(subject.query, subject.worklist.region or subject.worklist.title),
        opening(subject.worklist, subject.as_of) + tuple(blocks),
        tuple(remarks),
    )


def full_page(report: InFull) -> Page:
    """All of each item."""
    subject = report.subject
    remarks = notes(subject, report.selection)
    if subject.query.states:
        remarks = [
            _("{id} is not shown; its state: {state}.").format(id=one.item.id, state=state(one))
            for one in report.in_another_state
        ] + remarks
    else:
        del remarks[0]  # how many were asked for is no news
    return Page(
        question_title(subject.query, subject.worklist.title),
        opening(subject.worklist, subject.as_of)
        + tuple(_in_full(one, subject) for one in report.items),
        tuple(remarks),
    )


def _date(due: str, left: str, kind: str) -> str:
    if kind == "unreadable" and left == "—":  # there is no state either
        return _("Date: {due}").format(due=due)
    return _("Date: {due} ({left})").format(due=due, left=left)


def _in_full(one: FullItem, subject: Subject) -> Lines:
    match, item = one.match, one.match.item
    own = own_cells(subject.worklist)
    lines = [
        _("Category: {number}、{title}").format(number=item.category, title=item.category_title),
        *(
            own.in_full(one, subject)
            if own
            else (
                f"事项名称：{item.text}",
                f"牵头单位：{item.lead_text}",
                f"责任单位：{item.responsible_text}",
                f"完成时限：{item.deadline.text}",
            )
        ),
        _date(own.due(match) if own else due_text(match), left_or_state(match), item.deadline.kind),
        _("How it is read: {explanation}").format(explanation=explain(match.reading)),
        *(f"{ROLE_TERMS[role]}：" + "、".join(units) for role, units in one.touched),
    ]
    if subject.progress and match.standing:
        from sulist.write.screen.standing import standing_lines

        lines += standing_lines(subject.progress, item, match.standing)
    return Lines(f"{item.id}  {item.name}", tuple(lines))
