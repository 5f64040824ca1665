"""Records and journals for the tests: short to write, with ids and moments of their own."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from conftest import ITEMS

from sulist.journal.journal import Journal, head_line
from sulist.journal.record import Record, as_line
from sulist.listfile.worklist import load
from sulist.standing.tracking import Progress

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sulist.listfile.worklist import WorkList


@cache
def the_list() -> WorkList:
    """The list of 2021."""
    return load(str(ITEMS))


def day(text: str) -> date:
    """A day of 2021, written 06-30, or any, written whole."""
    return date.fromisoformat(text if len(text) > 5 else f"2021-{text}")


def record(on: str, kind: str, seq: int, item: str = "1-1", **more: Any) -> Record:
    """A record, written at noon of the day that it speaks of where nothing else is said."""
    speaks = day(on)
    for key in ("to", "done_on"):
        if isinstance(more.get(key), str):
            more[key] = day(more[key])
    written = more.pop("written", None)
    known: dict[str, Any] = {
        "written": f"{day(written) if written else speaks}T12:00:00+08:00",
        "seq": seq,
        "id": f"r{seq:03}",
    }
    if kind in ("not-started", "in-progress", "done"):
        known |= {"status": kind, "role": "lead", "unit": "区党群部", "period": str(speaks)[:7]}
        kind = "report"
    elif kind == "report":
        known |= {"unit": "区经发局", "period": str(speaks)[:7]}
    elif kind == "closing":
        known["done_on"] = speaks
    elif kind != "correction":
        known["reason"] = "会议决定"
    return Record(speaks, item, kind, **(known | more))


def progress(
    records: Iterable[Record], as_of: str = "12-31", known_by: str | None = None
) -> Progress:
    """The 2021 list with these records, asked about a day."""
    journal = Journal("progress.yaml", tuple(sorted(records, key=lambda one: one.order)))
    return Progress(the_list(), journal, day(as_of), day(known_by) if known_by else None)


def text_of(records: Iterable[Record]) -> str:
    """A whole journal of the 2021 list."""
    return "".join(f"{line}\n" for line in (head_line(the_list()), *map(as_line, records)))


def item(identity: str = "1-1") -> Any:
    """An item of the 2021 list."""
    return next(one for one in the_list().items if one.id == identity)
