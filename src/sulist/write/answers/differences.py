"""The answer of ``sulist diff``: the whole list first, then what is new, changed and dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sulist.base.i18n import N_, _, ngettext
from sulist.reports.differences import KINDS, runs
from sulist.write.answer import Answer
from sulist.write.screen.blocks import Column, Lines, Page, Table

if TYPE_CHECKING:
    from sulist.listfile.item import WorkItem
    from sulist.reports.differences import Change, Comparison

_WORDS = {
    "new": N_("new"),
    "dropped": N_("dropped"),
    "reworded": N_("reworded"),
    "lead": N_("other lead"),
    "units": N_("other units"),
    "date": N_("other date"),
    "moved": N_("moved"),
}
_FACTS = {
    "title": N_("title"),
    "region": N_("region"),
    "year": N_("year"),
    "total": N_("printed total"),
    "issued": N_("issued"),
    "category": N_("category"),
}


def diff(comparison: Comparison, notes: tuple[str, ...] = ()) -> Answer:
    """What has changed, in every form; ``notes`` stand in a table's foot, before the last line."""
    return Answer(
        page=lambda: _page(comparison, notes),
        data=lambda: _data(comparison),
        records=lambda: _records(comparison),
        found=len(comparison.changes) + len(comparison.facts),
    )


def word(kind: str) -> str:
    """What a kind of change is called."""
    return _(_WORDS[kind])


def marked(old: str, new: str) -> str:
    """A sentence with what went as [-…-] and what came as {+…+}."""
    signs = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}
    return "".join(signs[run.sign].format(run.text) for run in runs(old, new))


def _page(comparison: Comparison, more: tuple[str, ...]) -> Page:
    blocks: list[Table | Lines] = []
    if comparison.facts:
        lines = tuple(
            _("{what}: {old} → {new}").format(
                what=_(_FACTS[fact.name]), old=fact.old or "—", new=fact.new or "—"
            )
            for fact in comparison.facts
        )
        blocks.append(Lines(_("The list"), lines))
    both = [change for change in comparison.changes if change.old and change.new]
    for title, kind in ((_("New"), "new"), (_("Dropped"), "dropped")):
        if found := [change for change in comparison.changes if kind in change.kinds]:
            blocks.append(_items(title, found))
    if both:
        blocks.append(_changed(both))
    notes = (
        _("Old {file}: {title}").format(file=comparison.old.file, title=comparison.old.title),
        _("New {file}: {title}").format(file=comparison.new.file, title=comparison.new.title),
        *more,
        summary(comparison),
    )
    return Page("", tuple(blocks), notes)


def summary(comparison: Comparison) -> str:
    """The last line: how many items stayed, and how many changed in which way."""
    parts = [
        ngettext("{n} item without a change", "{n} items without a change", comparison.same).format(
            n=comparison.same
        )
    ]
    parts += [
        _("{what} {n}").format(what=word(kind), n=count)
        for kind in KINDS
        if (count := comparison.count(kind))
    ]
    return _(", ").join(parts)


def _items(title: str, changes: list[Change]) -> Table:
    items = [item for change in changes if (item := change.new or change.old)]
    rows = tuple((item.id, item.name, item.lead_text, item.deadline.text) for item in items)
    columns = (
        Column("编号"),
        Column("事项名称", fixed=False),
        Column("牵头单位", fixed=False),
        Column("完成时限", fixed=False),
    )
    return Table(_("{title}: {n}").format(title=title, n=len(rows)), columns, rows)


def _changed(changes: list[Change]) -> Table:
    """A row for each thing that changed; the id stands in an item's first row."""
    rows: list[tuple[str, str, str]] = []
    for change in changes:
        assert change.old is not None  # noqa: S101 - only changed items come here
        assert change.new is not None  # noqa: S101
        own = _details(change.old, change.new, change.kinds)
        ids = (
            change.new.id
            if change.old.id == change.new.id
            else f"{change.old.id} → {change.new.id}"
        )
        rows += [(ids if at == 0 else "", what, how) for at, (what, how) in enumerate(own)]
    columns = (Column("编号"), Column(_("change")), Column(_("before and after"), fixed=False))
    return Table(_("{title}: {n}").format(title=_("Changed"), n=len(changes)), columns, tuple(rows))


def _details(old: WorkItem, new: WorkItem, kinds: tuple[str, ...]) -> list[tuple[str, str]]:
    """What changed and how, in the order of the cells."""
    found: list[tuple[str, str]] = []
    cells = (
        ("reworded", old.text, new.text),
        ("lead", old.lead_text, new.lead_text),
        ("units", old.responsible_text, new.responsible_text),
        ("date", old.deadline.text, new.deadline.text),
    )
    for kind, before, after in cells:
        if before == after and kind not in kinds:
            continue
        if kind in kinds and before != after:
            found.append(
                (
                    word(kind),
                    marked(before, after)
                    if kind == "reworded"
                    else f"{before or '—'} → {after or '—'}",
                )
            )
        elif kind in kinds and kind == "date":
            found.append((word(kind), f"{old.deadline.due or '—'} → {new.deadline.due or '—'}"))
        elif before != after:  # the same units in other words
            found.append((word("reworded"), marked(before, after)))
    if "moved" in kinds:
        found.append(
            (
                word("moved"),
                f"{old.category}、{old.category_title} → {new.category}、{new.category_title}",
            )
        )
    if not any(what == word("reworded") for what, _how in found):
        found.insert(0, ("", new.name))  # so that the row says which item it is
    return found


def _records(comparison: Comparison) -> Table:
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
    rows = []
    for change in comparison.changes:
        item = change.new or change.old
        assert item is not None  # noqa: S101 - a change has one side at least
        how = ""
        if change.old and change.new:
            how = "\n".join(
                f"{what}: {text}" if what else text
                for what, text in _details(change.old, change.new, change.kinds)
            )
        rows.append(
            (
                f"{change.old.category}-{change.old.serial}" if change.old else "",
                f"{change.new.category}-{change.new.serial}" if change.new else "",
                "、".join(word(kind) for kind in change.kinds),
                item.text,
                item.lead_text,
                item.responsible_text,
                item.deadline.text,
                how,
            )
        )
    return Table("", tuple(Column(title, fixed=False) for title in titles), tuple(rows))


def _data(comparison: Comparison) -> dict[str, Any]:
    from sulist.write.json.items import FORMAT, about

    return {
        "format": FORMAT,
        "old": about(comparison.old),
        "new": about(comparison.new),
        "same": comparison.same,
        "counts": {kind: comparison.count(kind) for kind in KINDS},
        "facts": [fact._asdict() for fact in comparison.facts],
        "changes": [_change(change) for change in comparison.changes],
    }


def _change(change: Change) -> dict[str, Any]:
    found: dict[str, Any] = {
        "kinds": list(change.kinds),
        "old": _side(change.old),
        "new": _side(change.new),
        "likeness": round(change.likeness, 3) if change.old and change.new else None,
        "runs": [],
    }
    if change.old and change.new and change.old.text != change.new.text:
        found["runs"] = [[run.sign, run.text] for run in runs(change.old.text, change.new.text)]
    return found


def _side(item: WorkItem | None) -> dict[str, Any] | None:
    if item is None:
        return None
    return {
        "id": item.id,
        "category": item.category,
        "category_title": item.category_title,
        "name": item.name,
        "text": item.text,
        "lead": item.lead_text,
        "responsible": item.responsible_text,
        "deadline": item.deadline.text,
        "due": item.deadline.due.isoformat() if item.deadline.due else None,
    }
