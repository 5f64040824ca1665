"""Pages about progress: the ledger, the history of items, and who owes a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _, ngettext
from sulist.listfile.touch import leads, unled
from sulist.standing.lights import COLOUR_NAMES, COLOURS
from sulist.standing.states import OPEN, STATE_NAMES, STATES
from sulist.write.screen.blocks import Column, Lines, Page, Table
from sulist.write.screen.days import days_left
from sulist.write.screen.foot import opening
from sulist.write.screen.items import question_title
from sulist.write.screen.standing import (
    PEOPLE_TITLES,
    STATUS_NAMES,
    journal_foot,
    kind_text,
    last_text,
    left_text,
    light_text,
    month_text,
    problems_text,
    standing_lines,
    state_and_percent,
    what_text,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sulist.asking.query import Match, Query, Selection
    from sulist.journal.record import Record
    from sulist.listfile.item import WorkItem
    from sulist.listfile.worklist import WorkList
    from sulist.reports.owing import Owing
    from sulist.standing.tracking import Progress

TONES = {"red": "late", "yellow": "near", "green": "well", "blue": "closed"}
_LIGHT = 3  # the column of the light


def ledger_table(worklist: WorkList, matches: tuple[Match, ...], title: str = "") -> Table:
    """A row an item: light, state and percent, days left, last report, problem."""
    rows = []
    for match in matches:
        one = match.standing
        assert one is not None  # noqa: S101 - the ledger is made with progress
        rows.append(
            (
                match.item.id,
                match.item.name,
                match.item.lead_text,
                light_text(match.light),
                state_and_percent(one),
                left_text(match),
                last_text(one, worklist.year),
                problems_text(one, leads(worklist, match.item)) or "—",
            )
        )
    columns = (
        Column("编号"),
        Column("事项名称", fixed=False),
        Column("牵头单位"),
        Column(_("light")),
        Column(_("state")),
        Column(_("left")),
        Column(_("last report")),
        Column("存在问题", fixed=False),
    )
    tones = tuple(TONES.get(one.light.colour, "") if one.light else "" for one in matches)
    return Table(title, columns, tuple(rows), tones, _LIGHT)


def ledger_page(progress: Progress, query: Query, selection: Selection) -> Page:
    """The ledger (台账), with counts that add up below."""
    worklist, matches = progress.worklist, selection.matches
    states = [one.standing.state for one in matches if one.standing]
    lights = [one.light.colour for one in matches if one.light]
    if not matches:
        lines = [_("0 items, as of {day}.").format(day=progress.as_of)]
    else:
        lines = [
            ngettext("{n} item, as of {day}: ", "{n} items, as of {day}: ", len(matches)).format(
                n=len(matches), day=progress.as_of
            )
            + _tally((_(STATE_NAMES[state]), states.count(state)) for state in STATES),
            _("Lights: {tally}").format(
                tally=_tally((_(COLOUR_NAMES[one]), lights.count(one)) for one in COLOURS)
            ),
        ]
    return Page(
        question_title(query, _("Ledger")),
        opening(worklist, progress.as_of) + ((ledger_table(worklist, matches),) if matches else ()),
        (*lines, *journal_foot(progress)),
    )


def _tally(counts: Iterable[tuple[str, int]]) -> str:
    return " · ".join(f"{word} {number}" for word, number in counts if number)


def history_page(
    progress: Progress, items: tuple[WorkItem, ...], records: tuple[Record, ...], as_of: date
) -> Page:
    """Everything that was said of items, or of all; taken back or not."""
    blocks: list[Table | Lines] = []
    refused = progress.uncounted
    if not items:
        blocks.append(_history_table(progress, records, refused, "", ids=True))
    for item in items:
        own = tuple(one for one in records if one.item == item.id)
        one = progress.of(item)
        blocks.append(Lines(f"{item.id}  {item.name}", tuple(standing_lines(progress, item, one))))
        if own:
            blocks.append(_history_table(progress, own, refused, "", ids=False))
    note = ngettext("{n} record, as of {day}.", "{n} records, as of {day}.", len(records)).format(
        n=len(records), day=as_of
    )
    return Page(
        _("History"),
        opening(progress.worklist, as_of) + tuple(blocks if records or items else ()),
        (note, *journal_foot(progress)),
    )


def _history_table(
    progress: Progress,
    records: tuple[Record, ...],
    refused: dict[str, str],
    title: str,
    *,
    ids: bool,
) -> Table:
    rows = []
    for one in records:
        row = [one.on.isoformat(), one.item, one.unit or "—", what_text(one)]
        row += [_note(progress, one, refused), one.written[:16].replace("T", " "), one.id]
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
    return Table(title, tuple(columns if ids else columns[:1] + columns[2:]), tuple(rows))


def _note(progress: Progress, one: Record, refused: dict[str, str]) -> str:
    if one.id in progress.known.taken_back:
        by = progress.known.taken_back[one.id]
        return _("taken back on {day}").format(day=by.written_day)
    if one.id in refused:
        return _("does not count: {reason}").format(reason=refused[one.id])
    if one.kind == "report" and one.role != "lead" and (one.status or one.percent is not None):
        return _("not the lead: its status does not count")
    return ""


def owing_page(progress: Progress, owing: Owing, units: tuple[str, ...] = ()) -> Page:
    """Which lead units, or which of ``units``, have not reported for a period, and on what."""
    months = owing.period.months
    name = "～".join(month_text(one) for one in dict.fromkeys((months[0], months[-1])))
    over = (progress.as_of - owing.period.due).days
    when = _("Reports for {period} are due on {due} ({left}).").format(
        period=name, due=owing.period.due, left=days_left(-over)
    )
    done = _("Owed {owed}, reported {reported}, not reported {missing}.").format(
        owed=owing.asked, reported=owing.asked - len(owing.debts), missing=len(owing.debts)
    )
    said: tuple[str, ...] = (when, done)
    if not units and (free := _unled(progress)):
        said += (
            ngettext(
                "{n} open item has no lead unit, so no report on it is owed.",
                "{n} open items have no lead unit, so no report on them is owed.",
                free,
            ).format(n=free),
        )
    blocks: tuple[Table | Lines, ...] = (Lines("", said),)
    if owing.debts:
        blocks += (owing_table(owing),)
    return Page(
        _("Reports owed for {period}").format(period=name),
        opening(progress.worklist, progress.as_of) + blocks,
        tuple(journal_foot(progress)),
    )


def _unled(progress: Progress) -> int:
    """How many items that are not done no unit leads."""
    worklist = progress.worklist
    return sum(progress.of(item).state in OPEN for item in unled(worklist, worklist.items))


def owing_table(owing: Owing, *, for_spreadsheet: bool = False) -> Table:
    """A row for each unit and item; for a person the unit stands once."""
    rows = []
    before = ""
    for debt in owing.debts:
        item = debt.item
        unit = debt.unit if for_spreadsheet or debt.unit != before else ""
        before = debt.unit
        identity = f"{item.category}-{item.serial}" if for_spreadsheet else item.id
        last = debt.last.on.isoformat() if debt.last else _("none yet")
        rows.append((unit, identity, item.name, last))
    columns = (
        Column("牵头单位"),
        Column("编号"),
        Column("事项名称", fixed=False),
        Column(_("last report")),
    )
    return Table("", columns, tuple(rows))


def history_records(progress: Progress, records: tuple[Record, ...]) -> Table:
    """Records for a spreadsheet, a column a key."""
    refused = progress.uncounted
    ids = {item.id: f"{item.category}-{item.serial}" for item in progress.worklist.items}
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
            *(ids.get(one.item, one.item), one.on.isoformat(), kind_text(one.kind), one.unit),
            str(one.milestone or ""),
            _(STATUS_NAMES[one.status]) if one.status else "",
            "" if one.percent is None else str(one.percent),
            *(one.done, one.problem, one.next, "；".join(one.evidence)),
            one.to.isoformat() if one.to else "",
            one.done_on.isoformat() if one.done_on else "",
            *(one.reason, one.period, one.written, one.id, _note(progress, one, refused)),
            *(getattr(one, key) for key in PEOPLE_TITLES),
        )
        for one in records
    )
    return Table("", tuple(Column(title, fixed=False) for title in titles), rows)


def recorded_lines(
    progress: Progress, records: Iterable[Record], file: str, today: date
) -> list[str]:
    """What was written, or taken back, and what the items are on that day; also today, if more followed."""
    items = {item.id: item for item in progress.worklist.items}
    by_id = {one.id: one for one in progress.journal.records}
    lines = []
    for one in records:
        told = _("Recorded in {file}: {what}")
        if one.kind == "correction":
            told = _("Taken back, by a correction in {file}: {what}")
        said = by_id[one.corrects] if one.kind == "correction" else one
        parts = (said.item, said.unit, said.on.isoformat(), what_text(said))
        lines.append(told.format(file=file, what=" · ".join(filter(None, parts))))
        if one.kind == "report" and one.role != "lead":
            lines.append(
                _("{unit} does not lead {item}: this is kept and shown, and sets no state.").format(
                    unit=one.unit, item=one.item
                )
            )
    for identity in dict.fromkeys(one.item for one in records):
        lines.append(_state_line(progress, items[identity]))
        if any(
            one.item == identity and progress.as_of < one.on <= today
            for one in progress.known.standing
        ):
            lines.append(_state_line(progress.at(today, None), items[identity]))
    return lines


def _state_line(progress: Progress, item: WorkItem) -> str:
    return _("{item} as of {day}: {state} · {light}").format(
        item=item.id,
        day=progress.as_of,
        state=state_and_percent(progress.of(item)),
        light=light_text(progress.light(item)),
    )
