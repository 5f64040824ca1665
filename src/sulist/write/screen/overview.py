"""Pages about the whole list: units, categories, and the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _, ngettext
from sulist.listfile.touch import ROLES
from sulist.reports.overview import UNDATED, UNREAD
from sulist.standing.names import ROLE_TERMS
from sulist.write.screen.blocks import NONE, Beside, Column, Lines, Page, Table
from sulist.write.screen.foot import foot, opening, size, unread_lines
from sulist.write.screen.items import due_table, own_cells
from sulist.write.words import narrowed_title

if TYPE_CHECKING:
    from sulist.asking.query import Match
    from sulist.asking.subject import Subject
    from sulist.reports.overview import Categories, Overview, UnitLoad, Units, YearMonths

_BARS = "▁▂▃▄▅▆▇█"
_LONGEST_BAR = 40


def units_page(report: Units) -> Page:
    """Every unit and its load, in one table."""
    return _page_of(report, unit_records(report), told=bool(report.subject.states))


def categories_page(report: Categories) -> Page:
    """Every category by month, in one table."""
    return _page_of(report, category_table(report), told=True)


def _page_of(report: Units | Categories, table: Table, *, told: bool) -> Page:
    """One table; ``told``: its numbers go by the journal, where there is one, so that its foot names it."""
    subject = report.subject
    worklist = subject.worklist
    title, lines = narrowed_title(subject), foot(worklist)
    if subject.progress and told:
        from sulist.write.screen.standing import journal_foot

        lines = journal_foot(subject.progress)
    lines = unread_lines(worklist, report.unread) + lines
    return Page(title, (*opening(worklist, subject.as_of), table), tuple(lines))


def unit_records(report: Units) -> Table:
    """Every unit and its load, with its group."""
    return unit_table(report, groups=True)


def category_records(report: Categories) -> Table:
    """A row for each category and month in which something of it falls due, for a spreadsheet.

    So its columns are the same whatever the months are.
    """
    rows = (
        (row.category.number, row.category.title, _whole_month(month), str(number))
        for row in report.rows
        for month, number in (row.by_month or {"": 0}).items()
    )
    columns = (
        Column("分类"),
        Column("标题", fixed=False),
        Column(_("month")),
        Column(_("items"), right=True),
    )
    return Table("", columns, tuple(rows))


def _whole_month(month: str) -> str:
    return _no_month(month) or f"{month[:4]}年{int(month[5:])}月"


def _no_month(month: str) -> str:
    """What stands in place of a month that there is not, or that nobody can read."""
    return {UNDATED: _("no date"), UNREAD: _("not read")}.get(month, "")


def category_table(report: Categories, title: str = "") -> Table:
    """Items by category and month of the deadline; last those without a date."""
    year = report.subject.worklist.year
    rows = [
        (
            row.category.number,
            row.category.title,
            *(_count(row.by_month.get(month, 0)) for month in report.totals),
            str(row.total),
        )
        for row in report.rows
    ]
    rows.append(("", _("total"), *map(str, report.totals.values()), str(report.total)))
    months = (Column(_month_title(month, year), right=True) for month in report.totals)
    return Table(
        title,
        (Column("分类"), Column("标题", fixed=False), *months, Column(_("items"), right=True)),
        tuple(rows),
    )


def _month_title(month: str, year: int) -> str:
    return _no_month(month) or (f"{int(month[5:])}月" if month[:4] == str(year) else month)


def _count(number: int) -> str:
    return str(number) if number else NONE


def unit_table(report: Units, title: str = "", *, groups: bool) -> Table:
    """Load by unit, split by role, the busiest lead first; a bar of the items it leads or is named in."""
    columns = (
        Column("单位"),
        *((Column("组"),) if groups else ()),
        *(Column(ROLE_TERMS[role], right=True) for role in ROLES),
        Column(_("total"), right=True),
        Column("█牵头 ▒责任", picture=True),
    )
    rows = tuple(
        (
            one.unit,
            *((one.group or "",) if groups else ()),
            *(_count(one.by_role[role]) for role in ROLES),
            str(one.total),
            _bar(one),
        )
        for one in report.busiest
    )
    return Table(title, columns, rows)


def _bar(one: UnitLoad) -> str:
    bar = "█" * one.by_role["lead"] + "▒" * one.by_role["named"]
    return bar if len(bar) <= _LONGEST_BAR else bar[: _LONGEST_BAR - 1] + "▶"


def time_line(months: YearMonths) -> Lines:
    """The list's year by month: how many items fall due in each, and where the day asked about stands."""
    most = max(*months.by_month, 1)
    bars = [
        _BARS[-(-number * len(_BARS) // most) - 1] if number else " " for number in months.by_month
    ]
    lines = [
        "".join(f"{bar * 2:>4}" for bar in bars),
        "".join(f"{_count(number):>4}" for number in months.by_month),
        "".join(f"{month:>4}" for month in range(1, 13)) + "月",
    ]
    if today := months.today:
        place = " " * (4 * today.month - 1) + "▲"
        lines.append(f"{place} {today}" if today.month <= 6 else f"{today} ▲".rjust(len(place)))
    if months.outside:
        lines.append(_("Without a date in {year}: {n}").format(year=months.year, n=months.outside))
    title = _("Due by month of {year}").format(year=months.year)
    return Lines(title, tuple(lines), picture=True)


def deadlines_and_load(report: Overview) -> Beside:
    """When the items fall due, and who has how many."""
    return Beside(deadlines(report), (load_shown(report),))


def deadlines(report: Overview) -> tuple[Table | Lines, ...]:
    """When the items fall due."""
    return (
        category_table(report.categories, _("By category and deadline")),
        time_line(report.months),
    )


def load_shown(report: Overview) -> Table:
    """Who has how many: every unit, or whose load was asked for."""
    if report.by in ("", "unit"):
        return unit_table(report.units, _("Load by unit"), groups=False)
    from sulist.reports.leaders import headings
    from sulist.write.screen.leaders import load_table

    if report.by == "category":
        return load_table(report.loads, "分类", _("Load by category"))
    heading = "、".join(headings(report.subject.worklist, "leader"))
    return load_table(report.loads, heading, _("Load by leader"))


def overview_page(report: Overview) -> Page:
    """The whole picture; last, since a terminal shows its end, what is late and what is next."""
    subject = report.subject
    worklist = subject.worklist
    of = len(worklist.on(subject.as_of).items)
    totals = (
        *((part_line(report.found, of),) if report.found < of else ()),
        _("{items} · {units} · {undated} without a date").format(
            items=size(report.categories.total, report.categories.found),
            units=ngettext("{n} unit", "{n} units", report.units.found).format(
                n=report.units.found
            ),
            undated=report.categories.undated,
        ),
        _("As of {day}: dates past and not reported on {late}, to come {coming}.").format(
            day=subject.as_of, late=len(report.late), coming=len(report.coming)
        ),
    )
    blocks = (
        Lines("", totals),
        deadlines_and_load(report),
        _part(_("Past their date, not reported on"), report.late, subject),
        _part(_("Next"), report.nearest, subject),
    )
    notes = legend(subject, report) + unread_lines(worklist, report.unread) + foot(worklist)
    return Page(narrowed_title(subject), opening(worklist, subject.as_of) + blocks, tuple(notes))


def part_line(number: int, of: int) -> str:
    """That only so many of all items are counted, since the others were not asked for."""
    return ngettext(
        "{n} of {all} item; the others were not asked for and are not counted here.",
        "{n} of {all} items; the others were not asked for and are not counted here.",
        of,
    ).format(n=number, all=of)


def legend(subject: Subject, report: Overview) -> list[str]:
    """What the marks of parts mean, where there are any."""
    own = own_cells(subject.worklist)
    shown = (*report.late, *report.nearest)
    return own.legend(match.item for match in shown) if own else []


def load_records_of(report: Overview) -> Table:
    """The load that was asked for, for a spreadsheet."""
    if report.by == "unit":
        return unit_records(report.units)
    from sulist.reports.leaders import headings
    from sulist.write.screen.leaders import load_records

    of = (
        "分类"
        if report.by == "category"
        else "、".join(headings(report.subject.worklist, "leader"))
    )
    return load_records((of, one) for one in report.loads)


def _part(title: str, matches: tuple[Match, ...], subject: Subject) -> Table | Lines:
    if not matches:
        return Lines(_("{title}: none").format(title=title), ())
    return due_table(_("{title}: {n}").format(title=title, n=len(matches)), matches, subject)
