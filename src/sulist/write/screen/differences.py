"""The page of ``sulist diff``: the whole list first, then what is new, dropped and changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import N_, _, ngettext
from sulist.listfile.item import heading_of
from sulist.write.screen.blocks import Column, Lines, Page, Table
from sulist.write.screen.items import cells_of

if TYPE_CHECKING:
    from sulist.listfile.worklist import WorkList
    from sulist.reports.differences import Change, Comparison, Detail, DoubtfulReading

_WORDS = {
    "new": N_("new"),
    "dropped": N_("dropped"),
    "reworded": N_("reworded"),
    "lead": N_("other lead"),
    "units": N_("other units"),
    "date": N_("other date"),
    "cells": N_("other cells"),
    "moved": N_("moved"),
}
_FACTS = {
    "title": N_("title"),
    "region": N_("region"),
    "year": N_("year"),
    "total": N_("printed total"),
    "issued": N_("issued"),
    "columns": N_("columns"),
    "category": N_("category"),
}


def word(kind: str) -> str:
    """What a kind of change is called."""
    return _(_WORDS[kind])


def page(report: Comparison) -> Page:
    """What has changed, the whole list first."""
    blocks: list[Table | Lines] = []
    if lines := fact_lines(report):
        blocks.append(Lines(_("The list"), lines))
    sides = ((_("New"), "new", report.new), (_("Dropped"), "dropped", report.old))
    for title, kind, worklist in sides:
        if found := report.of(kind):
            blocks.append(_items(title, found, worklist))
    if report.changed:
        blocks.append(_changed(report.changed))
    notes = (
        _("Old {file}: {title}").format(file=report.old.file, title=report.old.title),
        _("New {file}: {title}").format(file=report.new.file, title=report.new.title),
        *map(_doubtful, report.doubtful),
        summary(report),
    )
    return Page("", tuple(blocks), notes)


def fact_lines(report: Comparison) -> tuple[str, ...]:
    """What has changed of the list itself."""
    return tuple(
        _("{what}: {old} → {new}").format(
            what=_(_FACTS[fact.name]), old=fact.old or "—", new=fact.new or "—"
        )
        for fact in report.facts
    )


def _doubtful(one: DoubtfulReading) -> str:
    """That an answer rests on a document, in reading which there are doubts."""
    return ngettext(
        "Reading {file} left {n} doubt, told on standard error; what looks like a change may be it.",
        "Reading {file} left {n} doubts, told on standard error; what looks like a change may be one of them.",
        one.doubts,
    ).format(n=one.doubts, file=one.file)


def summary(report: Comparison) -> str:
    """The last line: how many items stayed, and how many changed in which way."""
    parts = [
        ngettext("{n} item without a change", "{n} items without a change", report.same).format(
            n=report.same
        )
    ]
    parts += [
        _("{what} {n}").format(what=word(kind), n=number)
        for kind, number in report.counts.items()
        if number
    ]
    return _(", ").join(parts)


def _items(title: str, changes: tuple[Change, ...], worklist: WorkList) -> Table:
    called = cells_of(worklist)
    items = [change.item for change in changes]
    rows = tuple((item.id, item.name, item.lead_words, item.deadline.text) for item in items)
    columns = (
        Column("编号"),
        Column(called.text_title, fixed=False),
        Column(called.lead_title, fixed=False),
        Column(heading_of(worklist.columns, "deadline"), fixed=False),
    )
    return Table(_("{title}: {n}").format(title=title, n=len(rows)), columns, rows)


def _changed(changes: tuple[Change, ...]) -> Table:
    """A row for each thing that changed; the id stands in an item's first row."""
    rows: list[tuple[str, str, str]] = []
    for change in changes:
        before, after = (one.id if one else "" for one in (change.old, change.new))
        ids = after if before == after else f"{before} → {after}"
        rows += [
            (ids if at == 0 else "", what, how) for at, (what, how) in enumerate(_told(change))
        ]
    columns = (Column("编号"), Column(_("change")), Column(_("before and after"), fixed=False))
    return Table(_("{title}: {n}").format(title=_("Changed"), n=len(changes)), columns, tuple(rows))


def _told(change: Change) -> list[tuple[str, str]]:
    """What changed and how; first which item it is, where no rewording says it."""
    told = [(one.heading or word(one.kind), _how(one)) for one in change.details]
    if all(one.kind != "reworded" for one in change.details):
        told.insert(0, ("", change.item.name))
    return told


def _how(one: Detail) -> str:
    """A sentence with what went as [-…-] and what came as {+…+}; of the rest both sides."""
    if not one.sentence:
        return f"{one.old or '—'} → {one.new or '—'}"
    signs = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}
    return "".join(signs[run.sign].format(run.text) for run in one.runs)


def records(report: Comparison) -> Table:
    """A row a change, with the item as it is, or was."""
    titles = (
        _("before"),
        _("after"),
        _("change"),
        "事项名称",
        "牵头单位",
        "责任单位",
        "完成时限",
        _("before and after"),
    )
    rows = tuple(
        (
            f"{one.old.category}-{one.old.serial}" if one.old else "",
            f"{one.new.category}-{one.new.serial}" if one.new else "",
            "、".join(word(kind) for kind in one.kinds),
            one.item.text,
            one.item.lead_words,
            one.item.responsible_text,
            one.item.deadline.text,
            "\n".join(f"{what}: {how}" if what else how for what, how in _told(one))
            if one.both
            else "",
        )
        for one in report.changes
    )
    return Table("", tuple(Column(title, fixed=False) for title in titles), rows)
