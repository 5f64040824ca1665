"""The journal beside a list that was imported with what its document says of the work."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from sulist.base.errors import FileError
from sulist.base.i18n import _
from sulist.base.located import journal_file
from sulist.base.showing import printable

if TYPE_CHECKING:
    from datetime import datetime

    from sulist.importers.importing import Imported
    from sulist.journal.record import Record


def refuse_a_journal(file: str) -> None:
    """Raises FileError where a journal stands already beside the list that is to be ``file``."""
    journal = journal_file(file)
    if os.path.lexists(journal):
        raise FileError(
            _(
                "{file} is there already, and what it says stays. Name another folder, or leave out --with-progress"
            ).format(file=printable(journal))
        )


def write_reports(imported: Imported, file: str, now: datetime) -> tuple[str, int, int]:
    """Writes the journal beside ``file``: its name, its records, and how many items nobody leads who could report.

    Each report is the first lead's, of the day of the import.

    Raises:
        FileError: the list has an error that leaves it without an answer, or nothing can be written.
    """
    from sulist.cli.recording import new_id
    from sulist.importers.importing import as_worklist
    from sulist.importers.understand.said_progress import said_progress
    from sulist.journal.appending import writing
    from sulist.journal.journal import head_line, read_bytes
    from sulist.journal.record import as_line
    from sulist.standing.entering import entered

    worklist = as_worklist(imported, file)
    if worklist is None:
        raise FileError(
            _("{file} is written, but no journal: the list has an error to be mended first").format(
                file=printable(file)
            )
        )
    items = {item.id: item for item in worklist.items}
    said = said_progress(imported.draft)
    drafts: list[Record] = []
    for one in said:
        leads = [ref.name for ref in items[one.item.id].lead if not ref.collective]
        if leads:
            drafts.append(_draft(one.item.id, leads[0], one.status, one.percent, one.words, now))
    journal = journal_file(file)
    with writing(journal) as writer:
        there = read_bytes(writer.data, journal, worklist)
        records = entered(worklist, there, drafts, now, new_id)
        if records:
            writer.append([head_line(worklist), *map(as_line, records)])
    return journal, len(drafts), len(said) - len(drafts)


def _draft(
    item: str, unit: str, status: str, percent: int | None, words: str, now: datetime
) -> Record:
    from sulist.journal.record import Record

    return Record(
        now.date(),
        item,
        "report",
        unit=unit,
        role="lead",
        status=status,
        percent=percent,
        done=words,
        period=f"{now:%Y-%m}",
    )
