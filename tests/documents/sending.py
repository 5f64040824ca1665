"""What the tests of the calendar and the page share: lists that are short to write, and their documents."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from conftest import ITEMS, ROOT

from sulist.asking.query import Query
from sulist.journal.journal import Journal, head_line, read
from sulist.journal.record import Record, as_line
from sulist.listfile.worklist import load
from sulist.standing.tracking import Progress
from sulist.write.documents import build

if TYPE_CHECKING:
    from pathlib import Path

    from sulist.listfile.worklist import WorkList

YEAR = ROOT / "examples" / "2021" / "progress.yaml"
WHOLE = Query()


def day(text: str) -> date:
    """A day of 2021, written 06-30, or any, written whole."""
    return date.fromisoformat(text if len(text) > 5 else f"2021-{text}")


@cache
def the_list() -> WorkList:
    """The list of 2021."""
    return load(str(ITEMS))


def the_year(as_of: str, known_by: str | None = None) -> Progress:
    """The list of 2021 with the invented year of reports."""
    journal = read(str(YEAR), the_list())
    return Progress(the_list(), journal, day(as_of), day(known_by) if known_by else None)


def a_list(
    folder: Path,
    *deadlines: str,
    text: str = "做好一件大事。落实到位。",
    lead: str = "县发改局",
    **more: Any,
) -> WorkList:
    """A list with an item for each deadline; ``more`` are keys of the list itself."""
    cells = json.dumps(text, ensure_ascii=False)
    head = {"title": "某县2021年重大事项清单", "region": "某县"} | more
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items()]
    lines += ["year: 2021", f"total: {len(deadlines)}", "categories:", "  - number: 一"]
    lines += ["    title: 全部事项", f"    count: {len(deadlines)}", "    items:"]
    for serial, deadline in enumerate(deadlines, 1):
        lines += [f"      - id: 1-{serial}", f"        text: {cells}", f"        lead: {lead}"]
        lines += ["        responsible: 县财政局", f"        deadline: {deadline}"]
    file = folder / "items.yaml"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return load(str(file))


def record(on: str, item: str, kind: str, seq: int, **more: Any) -> Record:
    """A record of the lead, written on the day that it speaks of."""
    spoken = day(on)
    known: dict[str, Any] = {"written": f"{spoken}T12:00:00+08:00", "seq": seq, "id": f"r{seq}"}
    if kind == "report":
        known |= {"unit": "县发改局", "role": "lead", "period": str(spoken)[:7]}
    return Record(spoken, item, kind, **(known | more))


def known(worklist: WorkList, as_of: str, *records: Record) -> Progress:
    """The list with these records."""
    ordered = tuple(sorted(records, key=lambda one: one.order))
    return Progress(worklist, Journal("progress.yaml", ordered), day(as_of))


def journal_text(worklist: WorkList, *records: Record) -> str:
    """The records as the text of a journal."""
    return "".join(f"{line}\n" for line in (head_line(worklist), *map(as_line, records)))


def made(
    kind: str,
    as_of: str,
    worklist: WorkList | None = None,
    progress: Progress | None = None,
    query: Query = WHOLE,
) -> bytes:
    """A document of a list, without a list that of 2021 with its year of reports."""
    if worklist is None:
        worklist, progress = the_list(), progress or the_year(as_of)
    return build(kind, worklist, query, day(as_of), progress)
