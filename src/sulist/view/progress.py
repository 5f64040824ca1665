"""Pages about progress: the ledger, the history of items, and who owes a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.i18n import N_, _, ngettext
from sulist.page import Column, Lines, Page, Table
from sulist.progress.leading import leads
from sulist.progress.lights import COLOUR_NAMES, COLOURS, REASON_NAMES
from sulist.progress.states import STATE_NAMES, STATES
from sulist.view.foot import foot, opening
from sulist.view.items import days_left, question_title

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sulist.item import WorkItem
    from sulist.progress.lights import Light
    from sulist.progress.owing import Owing
    from sulist.progress.record import Record
    from sulist.progress.states import Part, Standing
    from sulist.progress.tracking import Progress
    from sulist.query import Match, Query, Selection
    from sulist.worklist import WorkList

KIND_NAMES = {
    "report": N_("report"),
    "extension": N_("extension"),
    "closing": N_("closing"),
    "reopening": N_("reopening"),
    "withdrawal": N_("withdrawal"),
    "correction": N_("correction"),
}
STATUS_NAMES = {
    "not-started": N_("not started"),
    "in-progress": N_("in progress"),
    "done": N_("done"),
}
TONES = {"red": "late", "yellow": "near"}


def state_text(one: Standing) -> str:
    """The state in words."""
    return _(STATE_NAMES[one.state])


def light_text(light: Light | None) -> str:
    """The light's colour in words, and why."""
    if light is None:
        return ""
    if light.colour == "none":
        return _(COLOUR_NAMES["none"])
    return _("{colour}: {reason}").format(
        colour=_(COLOUR_NAMES[light.colour]), reason=_(REASON_NAMES[light.reason])
    )


def problems_text(one: Standing, lead: Iterable[str] = ()) -> str:
    """What is in the way, on one line; a unit that does not lead is named."""
    known = set(lead)
    return "；".join(
        flat(text) if unit in known else f"{unit}：{flat(text)}" for unit, text in one.problems
    )


def flat(text: str) -> str:
    """A text of several lines as one."""
    return " ".join(text.split("\n"))


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
    return Table(title, columns, tuple(rows), tones)


def state_and_percent(one: Standing) -> str:
    """The state, and the percent where one was said."""
    percent = "" if one.percent is None or one.state == "closed" else f" {one.percent}%"
    return state_text(one) + percent


def last_text(one: Standing, year: int) -> str:
    """The day of the last report, without the list's own year."""
    last = one.last_report
    return last.on.isoformat().removeprefix(f"{year}-") if last else "—"


def left_text(match: Match) -> str:
    """The days that are left, nothing where it is done; both dates where one was extended."""
    text = days_left(match.days_left)
    if match.first_due:
        text += _(" ({due}; first {first})").format(due=match.due, first=match.first_due)
    return text


def ledger_page(progress: Progress, query: Query, selection: Selection) -> Page:
    """The ledger (台账), with counts that add up below."""
    worklist, matches = progress.worklist, selection.matches
    states = [one.standing.state for one in matches if one.standing]
    lights = [one.light.colour for one in matches if one.light]
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
    return " · ".join(f"{word} {number}" for word, number in counts if number) or "—"


def journal_foot(progress: Progress) -> list[str]:
    """Which list and which journal an answer is from, and what was left out of it."""
    lines = foot(progress.worklist)
    number = len(progress.journal.records)
    lines.append(
        ngettext("Journal {file}: {n} record.", "Journal {file}: {n} records.", number).format(
            file=progress.journal.file, n=number
        )
    )
    if progress.known_by:
        lines.append(
            _("As it was known on {day}: what was written later is left out.").format(
                day=progress.known_by
            )
        )
    broken = len(progress.journal.problems) + len(progress.refusals)
    if broken:
        lines.append(
            ngettext(
                "{n} line of the journal does not count: see sulist check.",
                "{n} lines of the journal do not count: see sulist check.",
                broken,
            ).format(n=broken)
        )
    return lines


def settled_line(settled: int) -> list[str]:
    """How many items are not shown, since nothing is due on them any more."""
    if not settled:
        return []
    return [
        ngettext(
            "{n} item that is done or withdrawn is not shown; --status shows it.",
            "{n} items that are done or withdrawn are not shown; --status shows them.",
            settled,
        ).format(n=settled)
    ]


RECORD_TITLES = (
    N_("state"),
    N_("light"),
    N_("percent"),
    N_("first due"),
    N_("done on"),
    N_("days late"),
    N_("last report"),
    "存在问题",
)


def record_cells(match: Match) -> tuple[str, ...]:
    """The progress of an item for a spreadsheet, under ``RECORD_TITLES``."""
    one = match.standing
    assert one is not None  # noqa: S101 - asked only with progress
    parts = [part for part in one.parts if part.step == match.step]
    done_on = parts[0].done_on if parts else one.course.done_on
    return (
        state_text(one),
        light_text(match.light),
        "" if one.percent is None else str(one.percent),
        parts[0].first_due.isoformat() if parts else "",
        done_on.isoformat() if done_on else "",
        str(parts[0].late_days) if parts and parts[0].done_on else "",
        one.last_report.on.isoformat() if one.last_report else "",
        "；".join(f"{unit}：{flat(text)}" for unit, text in one.problems),
    )


def history_page(
    progress: Progress, items: tuple[WorkItem, ...], records: tuple[Record, ...], as_of: date
) -> Page:
    """Everything that was said of items, or of all; taken back or not."""
    blocks: list[Table | Lines] = []
    refused = {one.id: reason for one, reason in progress.refusals}
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


def standing_lines(progress: Progress, item: WorkItem, one: Standing) -> list[str]:
    """What an item is, as lines: state, dates, who reported last, what is in the way."""
    state = _("State: {state}").format(state=state_text(one))
    if one.course.since:
        state += _(" since {day}").format(day=one.course.since)
    if one.percent is not None:
        state += f" · {one.percent}%"
    lines = [state, _("Light: {light}").format(light=light_text(progress.light(item)))]
    lines += [_part_line(part, progress.as_of) for part in one.parts]
    lines += [
        _("Extended on {on} to {to}: {reason}").format(
            on=each.on, to=each.to, reason=flat(each.reason)
        )
        for each in one.extensions
    ]
    latest = {report.unit: report for report in one.reports}
    for unit, report in latest.items():
        lines.append(_("Last report: {on}, {unit}").format(on=report.on, unit=unit))
        lines += said_lines(report)
    return lines


def _part_line(part: Part, as_of: date) -> str:
    which = _("Date {step}: {due}") if part.step else _("Date: {due}")
    text = which.format(step=part.step, due=part.due)
    if part.due != part.first_due:
        text += _(" (extended; first {due})").format(due=part.first_due)
    if part.open:
        return f"{text} · {days_left((part.due - as_of).days)}"
    if part.done_on:
        text += _(" · done on {day}").format(day=part.done_on)
        if part.late_days:
            text += " · " + late_text(part.late_days)
    return text


def late_text(days: int) -> str:
    """How late something was done."""
    return ngettext("{n} day late", "{n} days late", days).format(n=days)


def said_lines(one: Record) -> list[str]:
    """What a report says, under the document's own headings."""
    pairs = (("进展情况", one.done), ("存在问题", one.problem), ("下步打算", one.next))
    lines = [f"  {term}：{flat(text)}" for term, text in pairs if text]
    return lines + ([f"  佐证：{'；'.join(map(flat, one.evidence))}"] if one.evidence else [])


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


def what_text(one: Record) -> str:
    """What a record says, in one text."""
    head = [_(KIND_NAMES[one.kind])]
    if one.milestone:
        head.append(_("date {step}").format(step=one.milestone))
    if one.status:
        head.append(_(STATUS_NAMES[one.status]))
    if one.percent is not None:
        head.append(f"{one.percent}%")
    if one.to:
        head.append(_("to {day}").format(day=one.to))
    if one.done_on:
        head.append(_("done on {day}").format(day=one.done_on))
    if one.corrects:
        head.append(_("takes back {id}").format(id=one.corrects))
    text = " · ".join(head)
    said = "；".join(line.strip() for line in said_lines(one))
    more = [part for part in (said, flat(one.reason)) if part]
    return f"{text}。{'；'.join(more)}" if more else text


def _note(progress: Progress, one: Record, refused: dict[str, str]) -> str:
    if one.id in progress.known.taken_back:
        by = progress.known.taken_back[one.id]
        return _("taken back on {day}").format(day=by.written_day)
    if one.id in refused:
        return _("does not count: {reason}").format(reason=refused[one.id])
    if one.kind == "report" and one.role != "lead" and (one.status or one.percent is not None):
        return _("not the lead: its status does not count")
    return ""


def owing_page(progress: Progress, owing: Owing) -> Page:
    """Which lead units have not reported for a period, and on what."""
    months = owing.period.months
    name = months[0] if len(months) == 1 else f"{months[0]}～{months[-1]}"
    over = (progress.as_of - owing.period.due).days
    when = _("Reports for {period} are due on {due} ({left}).").format(
        period=name, due=owing.period.due, left=days_left(-over)
    )
    done = _("Owed {owed}, reported {reported}, not reported {missing}.").format(
        owed=owing.asked, reported=owing.asked - len(owing.debts), missing=len(owing.debts)
    )
    blocks: tuple[Table | Lines, ...] = (Lines("", (when, done)),)
    if owing.debts:
        blocks += (owing_table(owing),)
    return Page(
        _("Reports owed for {period}").format(period=name),
        opening(progress.worklist, progress.as_of) + blocks,
        tuple(journal_foot(progress)),
    )


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
    refused = {one.id: reason for one, reason in progress.refusals}
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
    )
    rows = tuple(
        (
            *(ids[one.item], one.on.isoformat(), _(KIND_NAMES[one.kind]), one.unit),
            str(one.milestone or ""),
            _(STATUS_NAMES[one.status]) if one.status else "",
            "" if one.percent is None else str(one.percent),
            *(one.done, one.problem, one.next, "；".join(one.evidence)),
            one.to.isoformat() if one.to else "",
            one.done_on.isoformat() if one.done_on else "",
            *(one.reason, one.period, one.written, one.id, _note(progress, one, refused)),
        )
        for one in records
    )
    return Table("", tuple(Column(title, fixed=False) for title in titles), rows)


def recorded_lines(progress: Progress, records: Iterable[Record], file: str) -> list[str]:
    """What was written, or taken back, and what the items are now."""
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
        item = items[identity]
        lines.append(
            _("{item} as of {day}: {state} · {light}").format(
                item=identity,
                day=progress.as_of,
                state=state_and_percent(progress.of(item)),
                light=light_text(progress.light(item)),
            )
        )
    return lines
