"""The report of the meeting: how far all items are, what changed, what has to be decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _, ngettext
from sulist.reports import progress_counts
from sulist.standing.states import STATE_NAMES
from sulist.write.screen.blocks import NONE, Beside, Column, Lines, Page, Table
from sulist.write.screen.days import days_left
from sulist.write.screen.foot import opening
from sulist.write.screen.items import due_table
from sulist.write.screen.overview import deadlines_and_load
from sulist.write.screen.standing import (
    flat,
    journal_foot,
    late_text,
    light_text,
    state_and_percent,
    state_text,
    states_text,
)

if TYPE_CHECKING:
    from datetime import date

    from sulist.asking.query import Match
    from sulist.listfile.item import WorkItem
    from sulist.reports.overview import Overview
    from sulist.reports.progress_counts import Counts, Moved
    from sulist.standing.states import DueDate, Standing
    from sulist.standing.tracking import Progress

# The columns of the counts, in the order of the road; those that are rare stand only where needed.
_ORDER = (
    "closed",
    "reported-done",
    "in-progress",
    "reopened",
    "not-started",
    "no-report",
    "withdrawn",
)
_RARE = {"reopened", "withdrawn", "reported-done", "not-started"}


def report_page(
    known: Progress,
    whole: Overview,
    since: date | None,
) -> Page:
    """The picture of all that is ``known``, or of the part of it that is in the states asked for.

    The lists to be talked about stand before the deadlines.
    """
    worklist, states = whole.subject.narrowed(), whole.subject.states
    progress, as_of = known.about(worklist), known.as_of
    title = f"{worklist.title} · {states_text(states)}" if states else worklist.title
    blocks: list[Table | Lines | Beside] = [
        *opening(worklist, as_of),
        totals(progress, len(known.worklist.items)),
        counts_table(_("By category"), "分类", progress_counts.by_category(progress)),
        counts_table(_("By lead unit"), "牵头单位", progress_counts.by_lead(progress)),
    ]
    if since:
        blocks.append(changes_table(progress, since))
    blocks += [
        problems_table(progress),
        overdue_table(progress),
        late_table(progress),
        extensions_table(progress),
        _next(whole.nearest),
        deadlines_and_load(whole),
    ]
    return Page(title, tuple(blocks), tuple(journal_foot(known)))


def totals(progress: Progress, all_items: int) -> Lines:
    """The items in one line, every one in one state; where they are not all, of how many."""
    whole = progress_counts.count(progress, "", "", progress.worklist.items)
    states = " · ".join(
        f"{_(STATE_NAMES[state])} {whole.states[state]}" for state in _ORDER if whole.states[state]
    )
    part = (
        [
            ngettext(
                "{n} of {all} item; the others are in another state and not counted here.",
                "{n} of {all} items; the others are in another state and not counted here.",
                all_items,
            ).format(n=whole.items, all=all_items)
        ]
        if whole.items < all_items
        else []
    )
    return Lines(
        "",
        (
            *part,
            ngettext(
                "As of {day}, {n} item: {states}.", "As of {day}, {n} items: {states}.", whole.items
            ).format(day=progress.as_of, n=whole.items, states=states or "—"),
            _("Of these overdue {overdue}; done after their first date {late}.").format(
                overdue=whole.overdue, late=whole.late
            ),
        ),
    )


def counts_table(title: str, first: str, groups: list[Counts]) -> Table:
    """Items by group and state, which add up; of these overdue, and done late."""
    shown = [
        state for state in _ORDER if state not in _RARE or any(one.states[state] for one in groups)
    ]
    rows = [
        (
            f"{one.name} {one.title}".strip() or "—",
            *(_count(one.states[state]) for state in shown),
            str(one.items),
            _count(one.overdue),
            _count(one.late),
        )
        for one in groups
    ]
    whole = (
        *(_count(sum(one.states[state] for one in groups)) for state in shown),
        str(sum(one.items for one in groups)),
        _count(sum(one.overdue for one in groups)),
        _count(sum(one.late for one in groups)),
    )
    columns = (
        Column(first, fixed=False),
        *(Column(_(STATE_NAMES[state]), right=True) for state in shown),
        Column(_("items"), right=True),
        Column(_("overdue"), right=True),
        Column(_("done late"), right=True),
    )
    return Table(title, columns, (*rows, (_("total"), *whole)))


def _count(number: int) -> str:
    return str(number) if number else NONE


def changes_table(progress: Progress, since: date) -> Table | Lines:
    """What is not as it was known at the last meeting."""
    before = progress.at(since, since)
    found = progress_counts.changes(before, progress)
    title = _("Changed since {day}: {n}").format(day=since, n=len(found))
    if not found:
        return Lines(title, ())
    rows = tuple(
        (
            one.item.id,
            one.item.name,
            one.item.lead_text,
            _moment(one.before, light_text(one.before_light)),
            _moment(one.now, light_text(one.now_light)),
            said_since(one, since),
        )
        for one in found
    )
    columns = (
        Column("编号"),
        Column("事项名称", fixed=False),
        Column("牵头单位"),
        Column(_("before")),
        Column(_("now")),
        Column("进展情况", fixed=False),
    )
    return Table(title, columns, rows)


def _moment(one: Standing, light: str) -> str:
    return f"{state_and_percent(one)} · {light}"


def said_since(change: Moved, since: date) -> str:
    """What the reports since then say was done."""
    told = [one for one in change.now.reports if one.written_day > since.isoformat() and one.done]
    return "；".join(flat(one.done).rstrip("。；") for one in told) or "—"


def problems_table(progress: Progress) -> Table | Lines:
    """What is in the way, to be decided."""
    rows = tuple(
        (item.id, item.name, item.lead_text, unit, flat(text))
        for item in progress.worklist.items
        for unit, text in progress.of(item).problems
    )
    columns = (
        Column("编号"),
        Column("事项名称", fixed=False),
        Column("牵头单位"),
        Column(_("reported by")),
        Column("存在问题", fixed=False),
    )
    return _listed(_("Problems to be decided"), columns, rows)


def overdue_table(progress: Progress) -> Table | Lines:
    """What is not done and past its date."""
    rows = tuple(
        (
            *_named(item),
            _dates(part),
            state_text(progress.of(item)),
            days_left((part.due - progress.as_of).days),
        )
        for item in progress.worklist.items
        for part in progress.of(item).open_dates
        if part.due < progress.as_of
    )
    return _listed(_("Overdue"), _columns(_("state"), _("left")), rows, "late")


def late_table(progress: Progress) -> Table | Lines:
    """What is done, but after its first date."""
    rows = tuple(
        (
            *_named(item),
            _dates(part),
            late_text(part.late_days),
            str(part.done_on),
        )
        for item in progress.worklist.items
        for part in progress.of(item).dates
        if part.late_days and not part.open
    )
    return _listed(_("Done late"), _columns(_("days late"), _("done on")), rows)


def extensions_table(progress: Progress) -> Table | Lines:
    """Every extension: from when to when, decided when, why."""
    rows = []
    for item in progress.worklist.items:
        one = progress.of(item)
        for each in one.extensions:
            part = one.dates[max(0, each.milestone - 1)]
            rows.append(
                (
                    *_named(item),
                    part.first_due.isoformat(),
                    str(each.to),
                    each.on.isoformat(),
                    flat(each.reason),
                )
            )
    columns = (
        Column("编号"),
        Column("事项名称", fixed=False),
        Column("牵头单位"),
        Column(_("first due")),
        Column(_("extended to")),
        Column(_("decided on")),
        Column(_("reason"), fixed=False),
    )
    return _listed(_("Extensions"), columns, tuple(rows))


def _named(item: WorkItem) -> tuple[str, str, str]:
    return item.id, item.name, item.lead_text


def _dates(part: DueDate) -> str:
    if part.due == part.first_due:
        return part.due.isoformat()
    return _("{due} (first {first})").format(due=part.due, first=part.first_due)


def _columns(*last: str) -> tuple[Column, ...]:
    return (
        Column("编号"),
        Column("事项名称", fixed=False),
        Column("牵头单位"),
        Column(_("due")),
        *map(Column, last),
    )


def _listed(
    title: str, columns: tuple[Column, ...], rows: tuple[tuple[str, ...], ...], tone: str = ""
) -> Table | Lines:
    if not rows:
        return Lines(_("{title}: none").format(title=title), ())
    named = _("{title}: {n}").format(title=title, n=len(rows))
    return Table(named, columns, rows, (tone,) * len(rows) if tone else ())


def _next(nearest: tuple[Match, ...]) -> Table | Lines:
    if not nearest:
        return Lines(_("{title}: none").format(title=_("Next")), ())
    return due_table(_("{title}: {n}").format(title=_("Next"), n=len(nearest)), nearest)
