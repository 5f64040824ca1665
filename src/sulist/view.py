"""Answers as neutral pages: titles, tables, lines and notes, without markup or colour.

The document's own terms (牵头单位 …) are its language's and stay as they are printed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sulist.i18n import N_, _, ngettext
from sulist.query import ROLES, Touch

if TYPE_CHECKING:
    from datetime import date

    from sulist.item import WorkItem
    from sulist.query import Match, Query, Selection
    from sulist.worklist import WorkList

NEAR_DAYS = 30
ROLE_TERMS = {"lead": "牵头", "named": "责任", "covered": "覆盖", "possible": "可能"}
ROLE_MEANINGS = {
    "lead": N_("leads"),
    "named": N_("named as responsible"),
    "covered": N_("covered by a collective with 各"),
    "possible": N_("possible, by a collective with 有关"),
}


class Column(NamedTuple):
    """A column; a ``fixed`` one is as wide as its widest cell and never wrapped."""

    title: str
    fixed: bool = True
    right: bool = False


class Table(NamedTuple):
    """Rows of cells under columns; ``tones`` says of each row late, near or nothing."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    tones: tuple[str, ...] = ()


class Lines(NamedTuple):
    """Lines of text under a title, shown as they are."""

    title: str
    lines: tuple[str, ...]


class Page(NamedTuple):
    """An answer for a person."""

    title: str
    blocks: tuple[Table | Lines, ...]
    notes: tuple[str, ...] = ()


def days_left(days: int | None, *, settled: bool = False) -> str:
    """How far off a date is, in words."""
    if days is None:
        return "—"
    if days == 0:
        return _("today")
    if days > 0:
        return ngettext("{n} day left", "{n} days left", days).format(n=days)
    return ngettext("{n} day over", "{n} days over", -days).format(n=-days)


def tone(days: int | None) -> str:
    """late, near or nothing, for a colour beside the words."""
    if days is None or days > NEAR_DAYS:
        return ""
    return "late" if days < 0 else "near"


def due_text(match: Match) -> str:
    """The date, marked where it is one of several, approximate or has another reading."""
    if match.due is None:
        return "—"
    deadline = match.item.deadline
    marks = []
    if match.step:
        marks.append(f"{match.step}/{len(deadline.milestones)}")
    if deadline.approximate:
        marks.append(_("about"))
    if deadline.ambiguous:
        marks.append(_("or {due}").format(due=deadline.ambiguous))
    return match.due.isoformat() + (f" ({'; '.join(marks)})" if marks else "")


_MATCH_COLUMNS = (
    Column("编号"),
    Column("事项名称", fixed=False),
    Column("牵头单位"),
    Column("完成时限"),
    Column(N_("due")),
    Column(N_("left")),
)


def matches_table(title: str, matches: tuple[Match, ...], *, responsible: bool = False) -> Table:
    """Items as rows."""
    columns = [Column(_(column.title), column.fixed) for column in _MATCH_COLUMNS]
    if responsible:
        columns.insert(3, Column("责任单位", fixed=False))
    rows = []
    for match in matches:
        row = [
            match.item.id,
            match.item.name,
            match.item.lead_text,
            match.item.deadline.text,
            due_text(match),
            days_left(match.days_left),
        ]
        if responsible:
            row.insert(3, match.item.responsible_text)
        rows.append(tuple(row))
    return Table(
        title, tuple(columns), tuple(rows), tuple(tone(match.days_left) for match in matches)
    )


def records(matches: tuple[Match, ...]) -> Table:
    """Items for a spreadsheet: every printed cell, every derived one.

    Ids are written 二-11, which no spreadsheet takes for a date.
    """
    titles = (
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
    rows = tuple(
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
    if selection.undated and query.asks_dates:
        lines.append(
            ngettext(
                "{n} item without a date is not shown.",
                "{n} items without a date are not shown.",
                selection.undated,
            ).format(n=selection.undated)
        )
    return lines + foot(worklist, as_of)


def foot(worklist: WorkList, as_of: date) -> list[str]:
    """Which list an answer is from, and what to know about the day it was asked on."""
    lines = [_("From {file}: {title}").format(file=worklist.file, title=worklist.title)]
    if as_of.year != worklist.year:
        lines.append(outside_year(worklist, as_of))
    if worklist.warnings:
        lines.append(
            ngettext(
                "{n} warning: see sulist check.",
                "{n} warnings: see sulist check.",
                len(worklist.warnings),
            ).format(n=len(worklist.warnings))
        )
    return lines


def outside_year(worklist: WorkList, as_of: date) -> str:
    """Why every date looks long past, or far off."""
    return _(
        "{day} is outside the list's year {year}; ask as of a day of it with --as-of {year}-06-30."
    ).format(day=as_of, year=worklist.year)


def items_page(
    worklist: WorkList,
    query: Query,
    selection: Selection,
    as_of: date,
    *,
    what: str,
    responsible: bool,
) -> Page:
    """Items in one table under what was asked."""
    table = matches_table("", selection.matches, responsible=responsible)
    return Page(
        question_title(query, what),
        (table,) if selection.matches else (),
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
        blocks.append(matches_table(title, found) if found else Lines(title, ()))
    remarks = notes(worklist, query, selection, as_of)
    if not worklist.roster:
        remarks.insert(
            0,
            _("This list has no units: table, so collectives such as 区直各部门 are not resolved."),
        )
    return Page(question_title(query, worklist.region), tuple(blocks), tuple(remarks))


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
            _("Date: {due} ({left})").format(due=due_text(match), left=days_left(match.days_left)),
            _("How it is read: {explanation}").format(explanation=item.deadline.explanation),
        ]
        lines += [
            f"{ROLE_TERMS[role]}：" + "、".join(unit for unit, own in roles.items() if own == role)
            for role in ROLES
            if role in roles.values()
        ]
        blocks.append(Lines(f"{item.id}  {item.name}", tuple(lines)))
    return Page(worklist.title, tuple(blocks), tuple(foot(worklist, as_of)))


def deadline_columns(worklist: WorkList) -> tuple[str, ...]:
    """The deadlines of a list in order, by the month they fall due; last those without a date."""
    months = {_month(item) for item in worklist.items}
    return tuple(sorted(months, key=lambda month: (month == "", month)))


def _month(item: WorkItem) -> str:
    return item.deadline.due.strftime("%Y-%m") if item.deadline.due else ""


def category_table(worklist: WorkList) -> Table:
    """Items by category and month of the deadline."""
    months = deadline_columns(worklist)
    titles = tuple(Column(month or _("no date"), right=True) for month in months)
    rows = []
    for category in worklist.categories:
        counts = [sum(_month(item) == month for item in category.items) for month in months]
        rows.append(
            (category.number, category.title, *map(_count, counts), str(len(category.items)))
        )
    totals = [sum(_month(item) == month for item in worklist.items) for month in months]
    rows.append(("", _("total"), *map(str, totals), str(len(worklist.items))))
    return Table(
        _("By category and deadline"),
        (Column("分类"), Column("标题", fixed=False), *titles, Column(_("items"), right=True)),
        tuple(rows),
    )


def _count(number: int) -> str:
    return str(number) if number else "·"


def unit_counts(worklist: WorkList) -> dict[str, dict[str, int]]:
    """For each unit, how many items touch it in each role."""
    touch = Touch(worklist)
    counts = {unit: dict.fromkeys(ROLES, 0) for unit in worklist.units}
    for item in worklist.items:
        for unit, role in touch.roles(item).items():
            if unit in counts:
                counts[unit][role] += 1
    return counts


def unit_table(worklist: WorkList, title: str = "") -> Table:
    """Load by unit, split by role, the busiest lead first; a bar of the items it leads or is named in."""
    counts = unit_counts(worklist)
    order = sorted(counts, key=lambda unit: [-counts[unit][role] for role in ROLES])
    rows = tuple(
        (
            unit,
            worklist.roster.group_of(unit) or "",
            *(_count(counts[unit][role]) for role in ROLES),
            str(sum(counts[unit].values())),
            "█" * counts[unit]["lead"] + "▒" * counts[unit]["named"],
        )
        for unit in order
    )
    columns = (
        Column("单位"),
        Column("组"),
        *(Column(ROLE_TERMS[role], right=True) for role in ROLES),
        Column(_("total"), right=True),
        Column("█牵头 ▒责任"),
    )
    return Table(title, columns, rows)


def timeline(worklist: WorkList, as_of: date) -> Lines:
    """The list's year by month: how many dates fall in each, and where the day asked about stands."""
    due = [milestone.due for item in worklist.items for milestone in item.deadline.milestones]
    lines = []
    for month in range(1, 13):
        number = sum(day.year == worklist.year and day.month == month for day in due)
        here = f"  ◄ {as_of}" if (as_of.year, as_of.month) == (worklist.year, month) else ""
        if number or here:
            lines.append(f"{month:>2}月 {'█' * min(number, 60)} {number or '·'}{here}")
    outside = sum(day.year != worklist.year for day in due)
    if outside:
        lines.append(_("Outside {year}: {n}").format(year=worklist.year, n=outside))
    return Lines(_("Dates of {year} by month").format(year=worklist.year), tuple(lines))


def report_page(worklist: WorkList, selection: Selection, as_of: date) -> Page:
    """The whole picture: totals, category by deadline, load, time line, what is late, what is next."""
    late = tuple(match for match in selection.matches if (match.days_left or 0) < 0)
    coming = tuple(match for match in selection.matches if (match.days_left or 0) >= 0)
    items = worklist.items
    totals = _(
        "{items} items in {categories} categories · {units} units · {undated} without a date"
    ).format(
        items=len(items),
        categories=len(worklist.categories),
        units=len(worklist.units),
        undated=selection.undated,
    )
    lines = [
        totals,
        _("As of {day}: dates past and not reported on {late}, to come {coming}.").format(
            day=as_of, late=len(late), coming=len(coming)
        ),
    ]
    blocks: list[Table | Lines] = [
        Lines("", tuple(lines)),
        category_table(worklist),
        unit_table(worklist, _("Load by unit")),
        timeline(worklist, as_of),
    ]
    blocks.append(_part(_("Past their date, not reported on"), late))
    first = coming[0].due if coming else None
    blocks.append(_part(_("Next"), tuple(match for match in coming if match.due == first)))
    return Page(worklist.title, tuple(blocks), tuple(foot(worklist, as_of)))


def _part(title: str, matches: tuple[Match, ...]) -> Table | Lines:
    if not matches:
        return Lines(_("{title}: none").format(title=title), ())
    return matches_table(_("{title}: {n}").format(title=title, n=len(matches)), matches)
