"""The report of the meeting on a screen: how far all items are, what changed, what has to be decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _, ngettext
from sulist.reports.progress_counts import ROAD
from sulist.write.screen.blocks import NONE, Beside, Column, Lines, Page, Table
from sulist.write.screen.days_left import days_left
from sulist.write.screen.foot import opening, unread_lines
from sulist.write.screen.items import cells_of, due_table
from sulist.write.screen.overview import (
    deadlines,
    deadlines_and_load,
    load_records_of,
    load_shown,
    part_line,
)
from sulist.write.screen.standing import flat, journal_foot, late_text
from sulist.write.words import light_words, narrowed_title, state_and_percent, state_word

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sulist.listfile.item import WorkItem
    from sulist.reports.meeting import (
        DoneLate,
        Extended,
        Meeting,
        MeetingReport,
        Obstacle,
        Overdue,
    )
    from sulist.reports.overview import Overview
    from sulist.reports.progress_counts import Counts, Moved
    from sulist.standing.lights import Light
    from sulist.standing.states import DueDate, Standing
    from sulist.write.screen.items import PlainCells
    from sulist.write.screen.own_cells import OwnCells

    Cells = PlainCells | OwnCells


def page(report: MeetingReport) -> Page:
    """How far everything is, or what is in the states asked for.

    The lists to be talked about stand before the deadlines.
    """
    (worklist, _query, _day, known), found = report.subject[:4], report.meeting
    assert known is not None  # noqa: S101 - else there is no meeting to report to
    whole, cells = report.overview, cells_of(worklist)
    blocks: list[Table | Lines | Beside] = [
        *opening(worklist, found.as_of),
        totals(found, len(worklist.items), by_state=report.subject.of_states_only),
        counts_table(_("By category"), "分类", found.categories, found.counts),
        *_load(report, cells.lead_title),
    ]
    if found.since and found.changed is not None:
        blocks.append(changes_table(found.changed, found.since, cells))
        blocks += added_table(found.added, cells)
    blocks += [
        problems_table(found.problems, cells),
        overdue_table(found.overdue, found.counts.overdue, cells),
        late_table(found.done_late, found.counts.late, cells),
        extensions_table(found.extensions, cells),
        _next(whole),
        *(deadlines(whole) if whole.loads else (deadlines_and_load(whole),)),
    ]
    notes = cells.legend(worklist.items) + unread_lines(worklist, report.unread)
    notes += journal_foot(known)
    return Page(narrowed_title(report.subject), tuple(blocks), tuple(notes))


def _load(report: MeetingReport, lead_title: str) -> tuple[Table | Lines, ...]:
    """The counts of the lead units, or the load that was asked for in their place."""
    if report.overview.loads:
        return (load_shown(report.overview),)
    found = report.meeting
    return (
        counts_table(_("By lead unit"), lead_title, found.leads, found.counts),
        *_foot_of_leads(found.led_by_several),
    )


def records(report: MeetingReport) -> Table:
    """The load that was asked for."""
    return load_records_of(report.overview)


def totals(found: Meeting, of: int, *, by_state: bool = True) -> Lines:
    """The items in one line, every one in one state; where they are not all, of how many.

    ``by_state``: what is left out is only in another state than those asked for.
    """
    whole = found.counts
    states = " · ".join(
        f"{state_word(state)} {whole.states[state]}" for state in ROAD if whole.states[state]
    )
    part = (
        [
            ngettext(
                "{n} of {all} item; the others are in another state and not counted here.",
                "{n} of {all} items; the others are in another state and not counted here.",
                of,
            ).format(n=whole.items, all=of)
            if by_state
            else part_line(whole.items, of)
        ]
        if whole.items < of
        else []
    )
    return Lines(
        "",
        (
            *part,
            ngettext(
                "As of {day}, {n} item: {states}.", "As of {day}, {n} items: {states}.", whole.items
            ).format(day=found.as_of, n=whole.items, states=states or "—"),
            _("Of these overdue {overdue}; done after their first date {late}.").format(
                overdue=whole.overdue, late=whole.late
            ),
        ),
    )


def counts_table(title: str, first: str, groups: Iterable[Counts], whole: Counts) -> Table:
    """Items by group and state, which add up; of these overdue, and done late."""
    shown = whole.told_states
    rows = [(f"{one.name} {one.title}".strip() or "—", *_numbers(one, shown)) for one in groups]
    columns = (
        Column(first, fixed=False),
        *(Column(state_word(state), right=True) for state in shown),
        Column(_("items"), right=True),
        Column(_("overdue"), right=True),
        Column(_("done late"), right=True),
    )
    return Table(title, columns, (*rows, (_("total"), *_numbers(whole, shown))))


def _foot_of_leads(several: int) -> tuple[Lines, ...]:
    """Why the rows by lead unit are more than the total, where they are."""
    if not several:
        return ()
    said = ngettext(
        "{n} item is led by several units and counts for each of them; the total counts items.",
        "{n} items are led by several units and count for each of them; the total counts items.",
        several,
    )
    return (Lines("", (said.format(n=several),)),)


def _numbers(one: Counts, shown: tuple[str, ...]) -> tuple[str, ...]:
    return (
        *(_count(one.states[state]) for state in shown),
        str(one.items),
        _count(one.overdue),
        _count(one.late),
    )


def _count(number: int) -> str:
    return str(number) if number else NONE


def added_table(added: tuple[WorkItem, ...], cells: Cells) -> list[Table]:
    """What was assigned since the last meeting."""
    if not added:
        return []
    title = _("Assigned since: {n}").format(n=len(added))
    columns = (
        Column("编号"),
        Column(cells.text_title, fixed=False),
        Column(cells.lead_title),
        Column(_("assigned")),
    )
    return [Table(title, columns, tuple((*cells.named(one), str(one.assigned)) for one in added))]


def changes_table(changed: tuple[Moved, ...], since: date, cells: Cells) -> Table | Lines:
    """What is not as it was known at the last meeting."""
    title = _("Changed since {day}: {n}").format(day=since, n=len(changed))
    if not changed:
        return Lines(title, ())
    rows = tuple(
        (
            *cells.named(one.item),
            _moment(one.before, one.before_light),
            " · ".join(
                (
                    _moment(one.now, one.now_light),
                    *(_("extended to {due}").format(due=each.due) for each in one.put_off),
                )
            ),
            "；".join(flat(text).rstrip("。；") for text in one.told) or "—",
        )
        for one in changed
    )
    columns = (
        Column("编号"),
        Column(cells.text_title, fixed=False),
        Column(cells.lead_title),
        Column(_("before")),
        Column(_("now")),
        Column("进展情况", fixed=False),
    )
    return Table(title, columns, rows)


def _moment(one: Standing, light: Light) -> str:
    return f"{state_and_percent(one)} · {light_words(light)}"


def problems_table(problems: Iterable[Obstacle], cells: Cells) -> Table | Lines:
    """What is in the way, to be decided."""
    rows = tuple((*cells.named(one.item), one.unit, flat(one.text)) for one in problems)
    columns = (
        Column("编号"),
        Column(cells.text_title, fixed=False),
        Column(cells.lead_title),
        Column(_("reported by")),
        Column("存在问题", fixed=False),
    )
    return _listed(_("Problems to be decided"), columns, rows)


def overdue_table(overdue: Iterable[Overdue], items: int, cells: Cells) -> Table | Lines:
    """What is not done and past its date."""
    rows = tuple(
        (
            *cells.named(one.item),
            _dates(one.due_date),
            state_word(one.standing.state),
            days_left(-one.days),
        )
        for one in overdue
    )
    columns = _columns(cells, _("state"), _("left"))
    return _listed(_("Overdue"), columns, rows, "late", items=items)


def late_table(late: Iterable[DoneLate], items: int, cells: Cells) -> Table | Lines:
    """What is done, but after its first date."""
    rows = tuple(
        (*cells.named(one.item), _dates(one.due_date), late_text(one.days), str(one.on))
        for one in late
    )
    columns = _columns(cells, _("days late"), _("done on"))
    return _listed(_("Done late"), columns, rows, items=items)


def extensions_table(extensions: Iterable[Extended], cells: Cells) -> Table | Lines:
    """Every extension: from when to when, decided when, why."""
    rows = tuple(
        (
            *cells.named(item),
            given.first_due.isoformat(),
            str(given.to),
            given.on.isoformat(),
            flat(given.reason),
        )
        for item, given in extensions
    )
    columns = (
        Column("编号"),
        Column(cells.text_title, fixed=False),
        Column(cells.lead_title),
        Column(_("first due")),
        Column(_("extended to")),
        Column(_("decided on")),
        Column(_("reason"), fixed=False),
    )
    return _listed(_("Extensions"), columns, rows)


def _dates(due_date: DueDate) -> str:
    if not due_date.extended:
        return due_date.due.isoformat()
    return _("{due} (first {first})").format(due=due_date.due, first=due_date.first_due)


def _columns(cells: Cells, *last: str) -> tuple[Column, ...]:
    return (
        Column("编号"),
        Column(cells.text_title, fixed=False),
        Column(cells.lead_title),
        Column(_("due")),
        *map(Column, last),
    )


def _listed(
    title: str,
    columns: tuple[Column, ...],
    rows: tuple[tuple[str, ...], ...],
    tone: str = "",
    *,
    items: int | None = None,
) -> Table | Lines:
    """The rows under how many they are; where ``items`` are fewer, these first, as the totals count them."""
    if not rows:
        return Lines(_("{title}: none").format(title=title), ())
    named = _("{title}: {n}").format(title=title, n=len(rows))
    if items is not None and items < len(rows):
        named = _("{title}: {n} (dates: {dates})").format(title=title, n=items, dates=len(rows))
    return Table(named, columns, rows, (tone,) * len(rows) if tone else ())


def _next(overview: Overview) -> Table | Lines:
    nearest = overview.nearest
    if not nearest:
        return Lines(_("{title}: none").format(title=_("Next")), ())
    title = _("{title}: {n}").format(title=_("Next"), n=len(nearest))
    return due_table(title, nearest, overview.subject)
