"""Pages about items: a table of them, a unit's, one in full; and the records for a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.holidays import day_off
from sulist.base.i18n import N_, _, ngettext
from sulist.listfile.touch import ROLES, Touch
from sulist.standing.names import ROLE_TERMS
from sulist.write.screen.blocks import Column, Lines, Page, Table
from sulist.write.screen.days import days_left, tone
from sulist.write.screen.foot import foot, opening

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sulist.asking.query import Match, Query, Selection
    from sulist.listfile.worklist import WorkList

_WRAPPED = ("事项名称", "责任单位")
ROLE_MEANINGS = {
    "lead": N_("leads"),
    "named": N_("named as responsible"),
    "covered": N_("covered by a collective with 各"),
    "possible": N_("possible, by a collective with 有关"),
}


def due_text(match: Match) -> str:
    """The date, marked where it is one of several, approximate, read in two ways, or a day off."""
    if match.due is None:
        return "—"
    deadline = match.item.deadline
    one = deadline.milestones[match.step - 1] if match.step else deadline
    marks = []
    if match.step:
        marks.append(f"{match.step}/{len(deadline.milestones)}")
    if one.approximate:
        marks.append(_("about"))
    if one.ambiguous:
        marks.append(_("or {due}").format(due=one.ambiguous))
    if off := day_off(match.due):
        marks.append(off)
    if match.first_due:
        marks.append(_("extended; first {due}").format(due=match.first_due))
    if not marks:
        return match.due.isoformat()
    return _("{due} ({marks})").format(due=match.due, marks=_("; ").join(marks))


def due_table(title: str, matches: tuple[Match, ...]) -> Table:
    """Items as rows, with the days that are left."""
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
    return _toned(title, columns, rows, matches)


def list_table(title: str, matches: tuple[Match, ...]) -> Table:
    """Items as rows, with all who are responsible."""
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
    return _toned(title, columns, rows, matches)


def _toned(
    title: str,
    columns: tuple[str, ...],
    rows: tuple[tuple[str, ...], ...],
    matches: tuple[Match, ...],
) -> Table:
    if any(match.standing for match in matches):
        columns = (*columns[:-1], _("state"), columns[-1])
        rows = tuple(
            (*row[:-1], state(match), row[-1]) for row, match in zip(rows, matches, strict=True)
        )
    shown = tuple(Column(one, fixed=one not in _WRAPPED) for one in columns)
    return Table(title, shown, rows, tuple(tone(match.days_left) for match in matches))


def left_or_state(match: Match) -> str:
    """The days that are left; of what is done or withdrawn, that it is."""
    return (match.days_left is None and state(match)) or days_left(match.days_left)


def state(match: Match) -> str:
    """How far an item is, where there is progress."""
    if match.standing is None:
        return ""
    from sulist.write.words import state_word

    return state_word(match.standing.state)


def records(matches: tuple[Match, ...]) -> Table:
    """Items for a spreadsheet: every printed cell, every derived one.

    Ids are written 二-11, which no spreadsheet takes for a date.
    """
    titles: tuple[str, ...] = (
        "编号",
        "分类",
        "序号",
        "事项名称",
        "牵头单位",
        "责任单位",
        "完成时限",
        _("due"),
        _("days left"),
        _("milestone"),
        _("role"),
    )
    rows: tuple[tuple[str, ...], ...] = tuple(
        (
            f"{match.item.category}-{match.item.serial}",
            match.item.category_title,
            str(match.item.serial),
            match.item.text,
            match.item.lead_text,
            match.item.responsible_text,
            match.item.deadline.text,
            match.due.isoformat() if match.due else "",
            "" if match.days_left is None else str(match.days_left),
            str(match.step or ""),
            ROLE_TERMS.get(match.role or "", ""),
        )
        for match in matches
    )
    if any(match.standing for match in matches):
        from sulist.write.screen.standing import RECORD_TITLES, record_cells

        titles = (*titles, *map(_, RECORD_TITLES))
        rows = tuple((*row, *record_cells(match)) for row, match in zip(rows, matches, strict=True))
    return Table("", tuple(Column(title, fixed=False) for title in titles), rows)


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
    parts += [f"“{word}”" for word in query.search]
    return " · ".join(parts)


def notes(worklist: WorkList, query: Query, selection: Selection, as_of: date) -> list[str]:
    """The lines under a table: counts, what has no date, which list, which day."""
    shown = len(selection.matches)
    lines = [
        ngettext("{n} row, as of {day}.", "{n} rows, as of {day}.", shown).format(
            n=shown, day=as_of
        )
    ]
    hidden = selection.undated - sum(match.due is None for match in selection.matches)
    if hidden:
        lines.append(
            ngettext(
                "{n} item without a date is not shown.",
                "{n} items without a date are not shown.",
                hidden,
            ).format(n=hidden)
        )
    if selection.progress is None:
        return lines + foot(worklist)
    from sulist.write.screen.standing import journal_foot, settled_line

    settled = settled_line(selection.settled, overdue=query.overdue)
    return lines + settled + journal_foot(selection.progress)


def items_page(
    worklist: WorkList,
    query: Query,
    selection: Selection,
    as_of: date,
    *,
    what: str,
    make_table: Callable[[str, tuple[Match, ...]], Table],
) -> Page:
    """Items in one table under what was asked."""
    table = make_table("", selection.matches)
    return Page(
        question_title(query, what),
        opening(worklist, as_of) + ((table,) if selection.matches else ()),
        tuple(notes(worklist, query, selection, as_of)),
    )


def by_unit_page(worklist: WorkList, query: Query, selection: Selection, as_of: date) -> Page:
    """A unit's items, a block for each of the four ways it is touched."""
    blocks: list[Table | Lines] = []
    for role in ROLES:
        found = tuple(match for match in selection.matches if match.role == role)
        if query.roles and role not in query.roles:
            continue
        title = _("{term} ({meaning}): {n}").format(
            term=ROLE_TERMS[role], meaning=_(ROLE_MEANINGS[role]), n=len(found)
        )
        blocks.append(due_table(title, found) if found else Lines(title, ()))
    remarks = notes(worklist, query, selection, as_of)
    if not worklist.roster:
        remarks.insert(
            0,
            _("This list has no units: table, so collectives such as 区直各部门 are not resolved."),
        )
    return Page(
        question_title(query, worklist.region),
        opening(worklist, as_of) + tuple(blocks),
        tuple(remarks),
    )


def show_page(worklist: WorkList, query: Query, selection: Selection, as_of: date) -> Page:
    """All of each item."""
    touch = Touch(worklist)
    blocks = []
    for match in selection.matches:
        item = match.item
        roles = touch.roles(item)
        lines = [
            _("Category: {number}、{title}").format(
                number=item.category, title=item.category_title
            ),
            f"事项名称：{item.text}",
            f"牵头单位：{item.lead_text}",
            f"责任单位：{item.responsible_text}",
            f"完成时限：{item.deadline.text}",
            _("Date: {due} ({left})").format(due=due_text(match), left=left_or_state(match)),
            _("How it is read: {explanation}").format(explanation=item.deadline.explanation),
        ]
        lines += [
            f"{ROLE_TERMS[role]}：" + "、".join(unit for unit, own in roles.items() if own == role)
            for role in ROLES
            if role in roles.values()
        ]
        if selection.progress and match.standing:
            from sulist.write.screen.standing import standing_lines

            lines += standing_lines(selection.progress, item, match.standing)
        blocks.append(Lines(f"{item.id}  {item.name}", tuple(lines)))
    remarks = notes(worklist, query, selection, as_of)
    if query.states:
        remarks = _in_another_state(worklist, query, selection) + remarks
    else:
        del remarks[0]  # how many were asked for is no news
    return Page(
        question_title(query, worklist.title),
        opening(worklist, as_of) + tuple(blocks),
        tuple(remarks),
    )


def _in_another_state(worklist: WorkList, query: Query, selection: Selection) -> list[str]:
    """Which of the items that were named are not shown, since they are in no state that was."""
    from sulist.write.words import state_word

    shown = {match.item.id for match in selection.matches}
    progress = selection.progress
    return [
        _("{id} is not shown; its state: {state}.").format(
            id=item.id, state=state_word(progress.of(item).state)
        )
        for item in worklist.items
        if progress and item.id in query.ids and item.id not in shown
    ]
