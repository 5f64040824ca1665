"""The pages of an import: doubts as a table, what was not used, and the counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _, ngettext
from sulist.base.showing import pasted_file
from sulist.write.screen.blocks import Column, Lines, Page, Table

if TYPE_CHECKING:
    from sulist.importers.drafts import DraftList
    from sulist.importers.importing import Imported
    from sulist.importers.outcome import ImportedList, ReadDocument


def list_page(report: ImportedList) -> Page:
    """The report on an import, and whether the list has to be mended."""
    imported = report.imported
    return _page(imported, imported.draft.front.title, _to_mend(imported, report.file))


def document_page(report: ReadDocument) -> Page:
    """The same of a document that is compared without a file: its name first, its errors last."""
    imported = report.imported
    title = _("Read from {file}: {title}").format(
        file=report.file, title=imported.draft.front.title
    )
    notes = tuple(
        _("Error: {message} [{check}]").format(message=problem.message, check=problem.check)
        for problem in imported.errors
    )
    return _page(imported, title, notes)


def _page(imported: Imported, title: str, notes: tuple[str, ...]) -> Page:
    draft = imported.draft
    blocks: list[Table | Lines] = []
    if draft.read_as:
        blocks.append(Lines(_("Columns"), tuple(f"  {column}" for column in draft.read_as)))
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


def _to_mend(imported: Imported, file: str) -> tuple[str, ...]:
    found = len(imported.errors)
    if not found:
        return ()
    return (
        ngettext(
            "sulist check finds {n} error in the file, to be mended first: sulist check {file}",
            "sulist check finds {n} errors in the file, to be mended first: sulist check {file}",
            found,
        ).format(n=found, file=pasted_file(file) if file else _("FILE")),
    )


def counts(draft: DraftList) -> str:
    """The last line: 18 items, 3 categories, 2 doubts."""
    items, categories, doubts = len(draft.items), len(draft.categories), len(draft.doubts)
    return _("{items}, {categories}, {doubts}").format(
        items=ngettext("{n} item", "{n} items", items).format(n=items),
        categories=ngettext("{n} category", "{n} categories", categories).format(n=categories),
        doubts=ngettext("{n} doubt", "{n} doubts", doubts).format(n=doubts),
    )
