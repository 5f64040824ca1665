"""Pages about progress: the ledger, the history of items, and who owes a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _, ngettext
from sulist.standing.names import PEOPLE_TITLES
from sulist.standing.periods import asks_for_reports
from sulist.write.screen.blocks import Column, Lines, Page, Table
from sulist.write.screen.days_left import days_left
from sulist.write.screen.foot import opening, unread_lines
from sulist.write.screen.items import cells_of, question_title
from sulist.write.screen.standing import (
    flat,
    journal_foot,
    period_text,
    standing_lines,
    what_text,
)
from sulist.write.words import (
    colour_word,
    kind_word,
    light_words,
    state_and_percent,
    state_word,
    status_word,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sulist.reports.history import History, ToldRecord
    from sulist.reports.ledger import Ledger, LedgerRow
    from sulist.reports.owing import OwedReports, OwesNone
    from sulist.reports.recorded import Recorded, StandsAt

TONES = {"red": "late", "yellow": "near", "green": "well", "blue": "closed"}
_LIGHT = 3  # the column of the light


def ledger_table(ledger: Ledger, year: int) -> Table:
    """A row an item: light, state and percent, days left, last report, problem."""
    found = [row for group in ledger.groups for row in group.rows]
    cells = cells_of(ledger.subject.worklist)
    above = cells.parents_above([row.item for row in found])
    rows = [
        (
            row.item.id,
            cells.name(row.item, above.get(row.item.id, "")),
            cells.lead(row.item),
            light_words(row.light),
            state_and_percent(row.standing),
            _left(row),
            _last(row.last_report, year),
            _problems(row) or "—",
        )
        for row in found
    ]
    columns = (
        Column("编号"),
        Column(cells.text_title, fixed=False),
        Column(cells.lead_title, fixed=cells.lead_fixed),
        Column(_("light")),
        Column(_("state")),
        Column(_("left")),
        Column(_("last report")),
        Column(cells.problem_title, fixed=False),
    )
    tones = tuple(TONES.get(row.light.colour, "") for row in found)
    return Table("", columns, tuple(rows), tones, _LIGHT)


def _left(row: LedgerRow) -> str:
    """The days that are left, nothing where it is done; both dates where one was extended."""
    left = days_left(row.days_left)
    if not row.first_due:
        return left
    to = _("extended to {due}").format(due=row.due)
    return "\n".join((left, to, _("first {due}").format(due=row.first_due)))


def _last(day: date | None, year: int) -> str:
    """The day of the last report, without the list's own year."""
    return day.isoformat().removeprefix(f"{year}-") if day else "—"


def _problems(row: LedgerRow) -> str:
    """What is in the way, on one line; a unit that does not lead is named."""
    return "；".join(
        ("" if voice.leads else f"{voice.unit}：") + flat(text).rstrip("。；")
        for voice, text in row.problems
    )


def ledger_page(ledger: Ledger) -> Page:
    """The ledger (台账), with counts that add up below."""
    (worklist, query, as_of, _known), number = ledger.subject[:4], ledger.found
    marks = cells_of(worklist).legend(one.item for one in ledger.selection.matches)
    if not number:
        lines = [_("0 items, as of {day}.").format(day=as_of)]
    else:
        lines = [
            ngettext("{n} item, as of {day}: ", "{n} items, as of {day}: ", number).format(
                n=number, day=as_of
            )
            + _tally((state_word(state), n) for state, n in ledger.states.items()),
            _("Lights: {tally}").format(
                tally=_tally((colour_word(one), n) for one, n in ledger.lights.items())
            ),
        ]
    return Page(
        question_title(query, _("Ledger")),
        opening(worklist, as_of) + ((ledger_table(ledger, worklist.year),) if number else ()),
        (
            *lines,
            *marks,
            *unread_lines(worklist, ledger.unread),
            *journal_foot(ledger.progress),
        ),
    )


def _tally(counts: Iterable[tuple[str, int]]) -> str:
    return " · ".join(f"{word} {number}" for word, number in counts if number)


def history_page(history: History) -> Page:
    """Everything that was said of items, or of all; taken back or not."""
    blocks: list[Table | Lines] = []
    progress, told = history.subject.progress, history.told
    assert progress is not None  # noqa: S101 - the question is about it
    if not history.items:
        blocks.append(_history_table(told, ids=True))
    for item in history.items:
        own = tuple(one for one in told if one.record.item == item.id)
        lines = standing_lines(progress, item, progress.of(item))
        blocks.append(Lines(f"{item.id}  {item.name}", tuple(lines)))
        if own:
            blocks.append(_history_table(own, ids=False))
    note = ngettext("{n} record, as of {day}.", "{n} records, as of {day}.", len(told)).format(
        n=len(told), day=progress.as_of
    )
    asked = [_("from {day} (that day included)").format(day=history.since)] if history.since else []
    return Page(
        " · ".join((_("History"), *history.subject.query.units, *asked)),
        opening(progress.worklist, progress.as_of) + tuple(blocks if told or history.items else ()),
        (note, *journal_foot(progress)),
    )


def _history_table(told: tuple[ToldRecord, ...], *, ids: bool) -> Table:
    rows = []
    for each in told:
        one = each.record
        row = [one.on.isoformat(), one.item, one.unit or "—", what_text(one)]
        row += [_note(each), one.written[:16].replace("T", " "), one.id]
        rows.append(tuple(row if ids else row[:1] + row[2:]))
    columns = [
        Column(_("day")),
        Column("编号"),
        Column(_("by")),
        Column(_("what"), fixed=False),
        Column(_("note"), fixed=False),
        Column(_("written")),
        Column(_("record")),
    ]
    return Table("", tuple(columns if ids else columns[:1] + columns[2:]), tuple(rows))


def _note(one: ToldRecord) -> str:
    if one.replaced_by:
        return _("replaced on {day} by {id}").format(
            day=one.replaced_by.written_day, id=one.replaced_by.id
        )
    if one.taken_back_by:
        return _("taken back on {day}").format(day=one.taken_back_by.written_day)
    if one.refused:
        return _("does not count: {reason}").format(reason=one.refused)
    return _("not the lead: its status does not count") if one.sets_no_state else ""


def owing_page(report: OwedReports) -> Page:
    """Which lead units have not reported for a period, and on what."""
    (worklist, query, as_of, progress), owing = report.subject[:4], report.owing
    assert progress is not None  # noqa: S101 - the question is about it
    names = owing.period.names
    name = "～".join(period_text(one) for one in dict.fromkeys((names[0], names[-1])))
    if asks_for_reports(progress.in_force, owing.period):
        when = _("Reports for {period} are due on {due} ({left}).").format(
            period=name, due=owing.period.due, left=days_left(owing.days_left)
        )
    else:
        when = _("The list holds from {day} on, so no reports are owed for {period}.").format(
            period=name, day=progress.in_force
        )
    done = _("Owed {owed}, reported {reported}, not reported {missing}.").format(
        owed=owing.asked, reported=owing.reported, missing=len(owing.debts)
    )
    said: tuple[str, ...] = (when, done)
    if unled := report.unled:
        said += (
            ngettext(
                "{n} open item has no lead unit, so no report on it is owed.",
                "{n} open items have no lead unit, so no report on them is owed.",
                unled,
            ).format(n=unled),
        )
    blocks: tuple[Table | Lines, ...] = (Lines("", said),)
    if owing.debts:
        blocks += (owing_table(report),)
    return Page(
        " · ".join(
            (
                _("Reports owed for {period}").format(period=name),
                *("、".join(who) for who in (query.units, query.leaders, query.persons) if who),
            )
        ),
        opening(worklist, as_of) + blocks,
        (
            *map(owes_none_text, report.owe_none),
            *cells_of(worklist).legend(one.item for one in owing.debts),
            *unread_lines(worklist, report.unread),
            *journal_foot(progress),
        ),
    )


def owes_none_text(one: OwesNone) -> str:
    """Why a unit owes no report whatever was reported."""
    if not one.items:
        return _("{unit} leads no item of this list, so it owes no report.").format(unit=one.unit)
    return _(
        "{unit} is one of several that may lead {items}; who owes these reports is shown without --unit."
    ).format(unit=one.unit, items=_(", ").join(one.items))


def owing_records(report: OwedReports) -> Table:
    """What is owed, for a spreadsheet."""
    return owing_table(report, for_spreadsheet=True)


def owing_table(report: OwedReports, *, for_spreadsheet: bool = False) -> Table:
    """A row for each unit and item, with whom to call where the list names them; for a person the unit stands once."""
    rows = []
    before = ""
    cells = cells_of(report.subject.worklist)
    for debt in report.owing.debts:
        item = debt.item
        unit = debt.unit if for_spreadsheet or debt.unit != before else ""
        before = debt.unit
        identity = f"{item.category}-{item.serial}" if for_spreadsheet else item.id
        last = debt.last.on.isoformat() if debt.last else _("none yet")
        name = item.name if for_spreadsheet else cells.name(item)
        rows.append((unit, identity, name, *cells.people(item), last))
    columns = (
        Column(cells.lead_title),
        Column("编号"),
        Column(cells.text_title, fixed=False),
        *(Column(one, fixed=False) for one in cells.people_titles),
        Column(_("last report")),
    )
    return Table("", columns, tuple(rows))


def history_records(history: History) -> Table:
    """Records for a spreadsheet, a column a key."""
    items = history.subject.worklist.items
    ids = {item.id: f"{item.category}-{item.serial}" for item in items}
    titles = (
        *("编号", _("day"), _("kind"), _("by"), _("milestone"), _("status"), _("percent")),
        *("进展情况", "存在问题", "下步打算", "佐证"),
        *(
            _("extended to"),
            _("done on"),
            _("reason"),
            _("period"),
            _("written"),
            _("record"),
            _("note"),
        ),
        *PEOPLE_TITLES.values(),
    )
    rows = tuple(
        (
            *(ids.get(one.item, one.item), one.on.isoformat(), kind_word(one.kind), one.unit),
            str(one.milestone or ""),
            status_word(one.status),
            "" if one.percent is None else str(one.percent),
            *(one.done, one.problem, one.next, "；".join(one.evidence)),
            one.to.isoformat() if one.to else "",
            one.done_on.isoformat() if one.done_on else "",
            *(one.reason, one.period, one.written, one.id, _note(each)),
            *(getattr(one, key) for key in PEOPLE_TITLES),
        )
        for each in history.told
        for one in (each.record,)
    )
    return Table("", tuple(Column(title, fixed=False) for title in titles), rows)


def recorded_lines(found: Recorded, file: str) -> list[str]:
    """What was written into ``file``, or taken back, and what the items are by it."""
    lines = []
    for each in found.written:
        one = each.record
        told = _("Recorded in {file}: {what}")
        if each.taken_back:
            told = _("Taken back, by a correction in {file}: {what}")
        parts = (one.item, one.unit, one.on.isoformat(), what_text(one))
        lines.append(told.format(file=file, what=" · ".join(filter(None, parts))))
        if each.sets_no_state:
            lines.append(
                _("{unit} does not lead {item}: this is kept and shown, and sets no state.").format(
                    unit=one.unit, item=one.item
                )
            )
    return lines + [_stands_line(one) for one in found.items]


def _stands_line(one: StandsAt) -> str:
    """What an item is as of a day, and that more was recorded of later ones."""
    line = _("{item} as of {day}: {state} · {light}").format(
        item=one.item.id,
        day=one.day,
        state=state_and_percent(one.standing),
        light=light_words(one.light),
    )
    if not one.later:
        return line
    more = ngettext(
        "{n} record of a later day follows: {last}",
        "{n} records of later days follow, the last of {last}",
        len(one.later),
    )
    return f"{line} · {more.format(n=len(one.later), last=one.later[-1])}"
