"""Pages about the whole list: units, categories, and the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _, ngettext
from sulist.listfile.touch import ROLES
from sulist.reports.overview import month_due, months_due, unit_load
from sulist.standing.names import ROLE_TERMS
from sulist.write.screen.blocks import NONE, Beside, Column, Lines, Page, Table
from sulist.write.screen.foot import foot, opening, size
from sulist.write.screen.items import due_table

if TYPE_CHECKING:
    from datetime import date

    from sulist.asking.query import Match, Selection
    from sulist.listfile.worklist import WorkList

_BARS = "▁▂▃▄▅▆▇█"
_LONGEST_BAR = 40


def category_table(worklist: WorkList, as_of: date, title: str = "") -> Table:
    """Items by category and month of the deadline; last those without a date."""
    months = sorted(
        {month_due(item, as_of) for item in worklist.items}, key=lambda one: (not one, one)
    )
    columns = [Column(_month_title(month, worklist.year), right=True) for month in months]
    rows = []
    for category in worklist.categories:
        due = [month_due(item, as_of) for item in category.items]
        counts = [_count(due.count(month)) for month in months]
        rows.append((category.number, category.title, *counts, str(len(category.items))))
    due = [month_due(item, as_of) for item in worklist.items]
    totals = [str(due.count(month)) for month in months]
    rows.append(("", _("total"), *totals, str(len(worklist.items))))
    return Table(
        title,
        (Column("分类"), Column("标题", fixed=False), *columns, Column(_("items"), right=True)),
        tuple(rows),
    )


def _month_title(month: str, year: int) -> str:
    if not month:
        return _("no date")
    return f"{int(month[5:])}月" if month[:4] == str(year) else month


def _count(number: int) -> str:
    return str(number) if number else NONE


def unit_table(worklist: WorkList, title: str = "", *, groups: bool = True) -> Table:
    """Load by unit, split by role, the busiest lead first; a bar of the items it leads or is named in."""
    load = unit_load(worklist)
    order = sorted(load, key=lambda unit: [-load[unit][role] for role in ROLES])
    rows = []
    for unit in order:
        roles = load[unit]
        counts = (*(_count(roles[role]) for role in ROLES), str(sum(roles.values())))
        bar = "█" * roles["lead"] + "▒" * roles["named"]
        shown = bar if len(bar) <= _LONGEST_BAR else bar[: _LONGEST_BAR - 1] + "▶"
        group = (worklist.roster.group_of(unit) or "",) if groups else ()
        rows.append((unit, *group, *counts, shown))
    columns = (
        Column("单位"),
        *((Column("组"),) if groups else ()),
        *(Column(ROLE_TERMS[role], right=True) for role in ROLES),
        Column(_("total"), right=True),
        Column("█牵头 ▒责任", picture=True),
    )
    return Table(title, columns, tuple(rows))


def time_line(worklist: WorkList, as_of: date) -> Lines:
    """The list's year by month: how many items fall due in each, and where the day asked about stands."""
    year = worklist.year
    months = [month for item in worklist.items for month in months_due(item, year)]
    counts = [months.count(month) for month in range(1, 13)]
    most = max(*counts, 1)
    bars = [_BARS[-(-number * len(_BARS) // most) - 1] if number else " " for number in counts]
    lines = [
        "".join(f"{bar * 2:>4}" for bar in bars),
        "".join(f"{_count(number):>4}" for number in counts),
        "".join(f"{month:>4}" for month in range(1, 13)) + "月",
    ]
    if as_of.year == year:
        place = " " * (4 * as_of.month - 1) + "▲"
        lines.append(f"{place} {as_of}" if as_of.month <= 6 else f"{as_of} ▲".rjust(len(place)))
    outside = sum(not months_due(item, year) for item in worklist.items)
    if outside:
        lines.append(_("Without a date in {year}: {n}").format(year=year, n=outside))
    return Lines(_("Due by month of {year}").format(year=year), tuple(lines), picture=True)


def deadlines_and_load(worklist: WorkList, as_of: date) -> Beside:
    """When the items fall due, and who has how many."""
    return Beside(
        (
            category_table(worklist, as_of, _("By category and deadline")),
            time_line(worklist, as_of),
        ),
        (unit_table(worklist, _("Load by unit"), groups=False),),
    )


def report_page(worklist: WorkList, selection: Selection, as_of: date) -> Page:
    """The whole picture; last, since a terminal shows its end, what is late and what is next."""
    late = tuple(match for match in selection.matches if (match.days_left or 0) < 0)
    coming = tuple(match for match in selection.matches if (match.days_left or 0) >= 0)
    units = len(worklist.units)
    totals = (
        _("{items} · {units} · {undated} without a date").format(
            items=size(len(worklist.items), len(worklist.categories)),
            units=ngettext("{n} unit", "{n} units", units).format(n=units),
            undated=selection.undated,
        ),
        _("As of {day}: dates past and not reported on {late}, to come {coming}.").format(
            day=as_of, late=len(late), coming=len(coming)
        ),
    )
    nearest = tuple(match for match in coming if match.due == coming[0].due)
    blocks = (
        Lines("", totals),
        deadlines_and_load(worklist, as_of),
        _part(_("Past their date, not reported on"), late),
        _part(_("Next"), nearest),
    )
    return Page(worklist.title, opening(worklist, as_of) + blocks, tuple(foot(worklist)))


def _part(title: str, matches: tuple[Match, ...]) -> Table | Lines:
    if not matches:
        return Lines(_("{title}: none").format(title=title), ())
    return due_table(_("{title}: {n}").format(title=title, n=len(matches)), matches)
