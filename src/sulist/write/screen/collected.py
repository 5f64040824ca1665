"""What collecting forms tells a person: what is new in each file, what is in doubt, who is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _, ngettext
from sulist.forms.people import without_people
from sulist.forms.values import TITLE_OF
from sulist.listfile.item import heading_of
from sulist.write.screen.blocks import Column, Lines, Page, Table
from sulist.write.screen.standing import flat, period_text, what_text

if TYPE_CHECKING:
    from sulist.forms.cells import Note
    from sulist.forms.collecting import FormsReport, MonthOwing, Refused, Taken
    from sulist.standing.tracking import Progress

_MOST_TEXT = 300  # characters of what is not read
_MOST_DOUBTS = 50  # of a file; one with more is not a form that was filled in


def page(report: FormsReport) -> Page:
    """The page that is shown before anything is recorded."""
    found, before = report.collected, report.before
    blocks: list[Table | Lines] = []
    for taken in found.taken:
        blocks += _taken(taken, before)
    blocks += [_refused(one) for one in found.refused]
    notes = [note for taken in found.taken for note in taken.filled.returned.notes]
    if notes:
        blocks.append(Lines(_("Not read"), tuple(map(_note, notes))))
    blocks += map(_absent, report.owing)
    return Page(_("Forms"), tuple(blocks), (_("Journal: {file}").format(file=before.journal.file),))


def _taken(taken: Taken, before: Progress) -> list[Table | Lines]:
    filled = taken.filled
    title = _("{unit}, {month}, {file}").format(
        unit=filled.unit,
        month=period_text(filled.returned.marker.month),
        file=filled.returned.name,
    )
    lines = [
        ngettext("{n} report to record", "{n} reports to record", len(taken.new)).format(
            n=len(taken.new)
        )
    ]
    if taken.replacing:
        lines.append(
            ngettext(
                "{n} of these replaces that of an earlier form",
                "{n} of these replace those of an earlier form",
                taken.replacing,
            ).format(n=taken.replacing)
        )
    if taken.known:
        lines.append(
            ngettext(
                "{n} in the journal already", "{n} in the journal already", taken.known
            ).format(n=taken.known)
        )
    if filled.blank:
        lines.append(_("not filled in: {ids}").format(ids="、".join(filled.blank)))
    said = [_("; ").join(lines)]
    if filled.people:
        named = ((TITLE_OF[key], text) for key, (_place, text) in filled.people.items())
        said.append("；".join(f"{term}：{flat(text)}" for term, text in named))
    blocks: list[Table | Lines] = [Lines(title, tuple(said))]
    if taken.new:
        names = {item.id: item.name for item in before.worklist.items}
        rows = tuple(
            (one.item, names[one.item], one.on.isoformat(), what_text(without_people(one)))
            for one in taken.new
        )
        columns = (
            Column("编号"),
            Column(heading_of(before.worklist.columns, "text"), fixed=False),
            Column(_("day")),
            Column(_("what"), fixed=False),
        )
        blocks.append(Table("", columns, rows))
    return blocks


def _note(one: Note) -> str:
    """Where something stands that is not read, what it is, and its text as far as a line of it goes."""
    said = f"{one.place}: {one.what}"
    text = one.text if len(one.text) <= _MOST_TEXT else one.text[:_MOST_TEXT] + "…"
    return _("{label}: {text}").format(label=said, text=flat(text)) if text else said


def _refused(one: Refused) -> Lines:
    lines = []
    for doubt in one.doubts[:_MOST_DOUBTS]:
        lines.append(f"{doubt.place}: {doubt.message}" if doubt.place else doubt.message)
        if doubt.remedy:
            lines.append(f"  → {doubt.remedy}")
    more = len(one.doubts) - _MOST_DOUBTS
    if more > 0:
        lines.append(ngettext("{n} more doubt.", "{n} more doubts.", more).format(n=more))
    return Lines(_("Not taken: {file}").format(file=one.name), tuple(lines))


def _absent(one: MonthOwing) -> Lines:
    """Who still owes reports for a month."""
    lines = [
        _("{unit}: no report yet ({ids})").format(unit=each.unit, ids="、".join(each.ids))
        if each.none
        else _("{unit}: nothing on {ids}").format(unit=each.unit, ids="、".join(each.ids))
        for each in one.absent
    ]
    title = _("Still owing for {month}").format(month=period_text(one.month))
    return Lines(title, tuple(lines) or (_("nobody: every lead unit has reported"),))
