"""Pages of people: who leads how much, who answers for it, and where nobody is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _, joined, ngettext
from sulist.base.showing import shortened
from sulist.reports.leaders import headings, states_of
from sulist.reports.progress_counts import ROAD
from sulist.write.screen.blocks import NONE, Column, Lines, Page, Table
from sulist.write.screen.foot import foot, opening, unread_lines
from sulist.write.words import narrowed_title, state_word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sulist.reports.leaders import Leaders, NamedLoad

_MOST_CELLS = 5  # without a name that are told one by one


def page(report: Leaders) -> Page:
    """Every leader and every person with the items and the next date, each in one table."""
    worklist = report.subject.worklist
    tables = [
        load_table(loads, "、".join(headings(worklist, role)))
        for role, loads in (("leader", report.leaders), ("person", report.persons))
        if loads
    ]
    return Page(
        narrowed_title(report.subject),
        (*opening(worklist, report.subject.as_of), *tables, *_missing(report)),
        (*unread_lines(worklist, report.unread), *_foot(report)),
    )


def load_table(loads: Iterable[NamedLoad], first: str, title: str = "") -> Table:
    """Items by name and state, of these overdue, and the next date."""
    loads = tuple(loads)
    shown = states_of(loads)
    rows = tuple(
        (
            f"{one.name} {one.title}".strip() or "—",
            *(_count(one.states.get(state, 0)) for state in shown),
            str(one.items),
            _count(one.overdue),
            one.upcoming.isoformat() if one.upcoming else "—",
        )
        for one in loads
    )
    columns = (
        Column(first, fixed=False),
        *(Column(state_word(state), right=True) for state in shown),
        Column(_("items"), right=True),
        Column(_("overdue"), right=True),
        Column(_("next date")),
    )
    return Table(title, columns, rows)


def records(report: Leaders) -> Table:
    """A row a name, with the heading of its column; every state has a column, journal or not."""
    return load_records(
        (heading, one)
        for role, loads in (("leader", report.leaders), ("person", report.persons))
        for heading in ("、".join(headings(report.subject.worklist, role)),)
        for one in loads
    )


def load_records(loads: Iterable[tuple[str, NamedLoad]]) -> Table:
    """Loads for a spreadsheet, each with what its name stands for."""
    titles = (_("column"), _("name"), _("title"), _("items"), _("overdue"), _("next date"))
    rows = tuple(
        (
            heading,
            one.name,
            one.title,
            str(one.items),
            str(one.overdue),
            one.upcoming.isoformat() if one.upcoming else "",
            *(str(one.states.get(state, 0)) if one.states else "" for state in ROAD),
        )
        for heading, one in loads
    )
    return Table("", tuple(Column(one) for one in (*titles, *map(state_word, ROAD))), rows)


def no_column() -> str:
    """What to do in a list that names no people in a column of their own."""
    return joined(
        _("This list has no column of leaders (责任领导) or of persons (责任人)."),
        _("Where its table has one, say so under columns: in its file, as in {line}.").format(
            line="责任领导: leader"
        ),
    )


def _missing(report: Leaders) -> tuple[Lines, ...]:
    """That there is no such column, or how much of it names nobody."""
    worklist = report.subject.worklist
    if not (headings(worklist, "leader") or headings(worklist, "person")):
        return (Lines("", (no_column(),)),)
    lines = []
    if not headings(worklist, "leader"):
        lines.append(_("This list has no column of leaders (责任领导)."))
    elif report.led_by_nobody:
        lines.append(
            ngettext(
                "{n} item names no leader.", "{n} items name no leader.", report.led_by_nobody
            ).format(n=report.led_by_nobody)
        )
    if report.unnamed:
        told = [
            f"{one.id} {one.heading} “{shortened(one.text)}”"
            for one in report.unnamed[:_MOST_CELLS]
        ]
        more = len(report.unnamed) - len(told)
        lines.append(
            ngettext(
                "{n} cell names nobody: {cells}",
                "{n} cells name nobody: {cells}",
                len(report.unnamed),
            ).format(
                n=len(report.unnamed),
                cells=_("; ").join((*told, _("{n} more").format(n=more)) if more else told),
            )
        )
    return (Lines("", tuple(lines)),) if lines else ()


def _foot(report: Leaders) -> list[str]:
    progress = report.subject.progress
    if progress is None:
        return foot(report.subject.worklist)
    from sulist.write.screen.standing import journal_foot

    return journal_foot(progress)


def _count(number: int) -> str:
    return str(number) if number else NONE
