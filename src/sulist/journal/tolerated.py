"""What in a line counts for nothing here, though the line is in order: told as warnings, and kept. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _
from sulist.base.problem import Place, Problem
from sulist.base.showing import printable, shortened
from sulist.journal.record import KEYS, KINDS, is_it_newer
from sulist.listfile.touch import may_lead

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.journal.record import Record
    from sulist.listfile.worklist import WorkList

_KEYS = frozenset(KEYS)


def is_known(record: Record, data: dict[str, object]) -> bool:
    """Whether this sulist knows the kind and every key."""
    return record.known and data.keys() <= _KEYS


def not_known(record: Record, data: dict[str, object], file: str, line: str) -> Iterator[Problem]:
    """A kind, or keys of a known one, that this sulist does not know: a newer one wrote them, or they are mistyped."""
    if not record.known:
        said = _("This sulist does not know the kind {kind}: the record does not count.")
        yield Problem(
            Place(file, record.line, column_of(line, "kind")),
            "journal-newer",
            said.format(kind=shortened(record.kind)),
            is_it_newer(record.kind, KINDS),
            line,
        )
        return
    for key in data:
        if key in _KEYS:
            continue
        said = _("This sulist does not know the key {key}: it does not count.")
        yield Problem(
            Place(file, record.line, column_of(line, key)),
            "journal-newer",
            said.format(key=shortened(key)),
            is_it_newer(key, KEYS),
            line,
        )


class Leads:
    """Which units lead which items of a list; asked often of the same."""

    def __init__(self, worklist: WorkList) -> None:
        self._worklist = worklist
        self._items = {item.id: item for item in worklist.items}
        self._known: dict[tuple[str, str], bool] = {}

    def own(self, record: Record) -> bool:
        """Whether a record's role is its unit's; one that claims none is always."""
        if record.role != "lead":
            return True
        key = record.item, record.unit
        if key not in self._known:
            unit = self._worklist.roster.canonical(record.unit) or record.unit
            self._known[key] = may_lead(self._worklist, self._items[record.item], unit)
        return self._known[key]


def not_the_lead(record: Record, file: str, line: str) -> Problem:
    """That a unit speaks as the lead and does not lead."""
    return Problem(
        Place(file, record.line, column_of(line, "role")),
        "journal-role",
        _("{unit} does not lead {item}: this does not count as the lead's word.").format(
            unit=printable(record.unit), item=record.item
        ),
        _(
            "Its report is kept and shown, and sets no state. If it is another name of the lead, put that under aliases: in the list."
        ),
        line,
    )


def column_of(line: str, key: str) -> int:
    """Where the key stands in a line, from 1."""
    return max(0, line.find(f'"{key}"')) + 1
