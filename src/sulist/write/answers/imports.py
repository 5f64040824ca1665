"""What an import tells the person: doubts as a table, what was not used, and the counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _, ngettext
from sulist.base.showing import pasted_file
from sulist.write.answer import Answer
from sulist.write.screen.blocks import Column, Lines, Page, Table

if TYPE_CHECKING:
    from sulist.base.problem import Problem
    from sulist.importers.drafts import DraftList
    from sulist.importers.importing import Imported


def answer(imported: Imported, output: str | None) -> Answer:
    """The report as a page; ``output`` is the file that was written, if one was."""
    table = _doubts(imported.draft)
    notes = _errors(imported, output)
    title = imported.draft.front.title
    return Answer(lambda: _page(imported, title, notes), dict, lambda: table, len(table.rows))


def compared(imported: Imported, file: str) -> Answer:
    """The same of a document that is compared without a file: its name first, its errors last."""
    table = _doubts(imported.draft)
    title = _("Read from {file}: {title}").format(file=file, title=imported.draft.front.title)
    notes = tuple(
        _("Error: {message} [{check}]").format(message=problem.message, check=problem.check)
        for problem in errors(imported)
    )
    return Answer(lambda: _page(imported, title, notes), dict, lambda: table, len(table.rows))


def doubtful(imported: Imported, file: str) -> str:
    """A note for an answer that rests on a document: how many doubts there are in reading it."""
    found = len(imported.draft.doubts)
    return ngettext(
        "Reading {file} left {n} doubt, told on standard error; what looks like a change may be it.",
        "Reading {file} left {n} doubts, told on standard error; what looks like a change may be one of them.",
        found,
    ).format(n=found, file=file)


def errors(imported: Imported) -> list[Problem]:
    """What ``sulist check`` calls an error in the list that was imported."""
    return [problem for problem in imported.problems if problem.level == "error"]


def _page(imported: Imported, title: str, notes: tuple[str, ...]) -> Page:
    draft = imported.draft
    blocks: list[Table | Lines] = []
    if draft.columns:
        blocks.append(Lines(_("Columns"), tuple(f"  {column}" for column in draft.columns)))
    if draft.front.issued and draft.front.issued_from:
        line = _("  {day}, read from {place}: {text}").format(
            day=draft.front.issued, **draft.front.issued_from._asdict()
        )
        blocks.append(Lines(_("Day of issue"), (line,)))
    if draft.doubts:
        blocks.append(_doubts(draft))
    if draft.unused:
        lines = tuple(
            _("  {place}: {text}").format(place=one.place, text=one.text) for one in draft.unused
        )
        blocks.append(Lines(_("Not used"), lines))
    return Page(title, tuple(blocks), (*notes, counts(draft)))


def _doubts(draft: DraftList) -> Table:
    rows = tuple(
        (
            str(number),
            doubt.item.id if doubt.item else "—",
            doubt.place or "—",
            doubt.read,
            doubt.other,
        )
        for number, doubt in enumerate(draft.doubts, 1)
    )
    columns = (
        Column(_("no."), right=True),
        Column("编号"),
        Column(_("place"), fixed=False),
        Column(_("as read"), fixed=False),
        Column(_("what else it might be"), fixed=False),
    )
    return Table(_("Doubts"), columns, rows)


def _errors(imported: Imported, output: str | None) -> tuple[str, ...]:
    found = len(errors(imported))
    if not found:
        return ()
    return (
        ngettext(
            "sulist check finds {n} error in the file, to be mended first: sulist check {file}",
            "sulist check finds {n} errors in the file, to be mended first: sulist check {file}",
            found,
        ).format(n=found, file=pasted_file(output) if output else _("FILE")),
    )


def counts(draft: DraftList) -> str:
    """The last line: 18 items, 3 categories, 2 doubts."""
    items, categories, doubts = len(draft.items), len(draft.categories), len(draft.doubts)
    return _("{items}, {categories}, {doubts}").format(
        items=ngettext("{n} item", "{n} items", items).format(n=items),
        categories=ngettext("{n} category", "{n} categories", categories).format(n=categories),
        doubts=ngettext("{n} doubt", "{n} doubts", doubts).format(n=doubts),
    )
