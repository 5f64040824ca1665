"""An answer as entries for programs: what is said of all of it, its entries, and a table's columns of these.

A column is named after the key of the JSON contract whose value it has; after several with a full
stop between them where that stands in an object, or in each object of a list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sulist.base.tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sulist.write.json.text import MadeInTurn


class Shape(NamedTuple):
    """Where an answer has its entries, and the columns that a table of them has, be there any or none.

    ``key`` is theirs in the answer. A row of the table is an entry, or where ``within`` names a list
    in it each object of that, beside what else the entry says.
    """

    key: str
    columns: tuple[str, ...]
    within: str = ""


class Entries(NamedTuple):
    """An answer by the JSON contract, and its shape; None where it has no entries, and is one itself."""

    answer: dict[str, Any]
    shape: Shape | None

    @property
    def head(self) -> dict[str, Any]:
        """What is said of all of the answer."""
        key = self.shape.key if self.shape else ""
        return {name: value for name, value in self.answer.items() if name != key}

    @property
    def entries(self) -> list[dict[str, Any]] | MadeInTurn:
        """Its entries."""
        return self.answer[self.shape.key] if self.shape else []

    @property
    def rows(self) -> Iterator[dict[str, Any]]:
        """The rows of a table."""
        within = self.shape.within if self.shape else ""
        for entry in self.entries:
            if not within:
                yield entry
                continue
            for inner in entry[within]:
                yield {**entry, **inner}


_ITEM = (
    *("id", "category", "category_title", "serial", "name", "detail", "text"),
    *("lead", "lead_cell.text", "lead_cell.units.name"),
    *("responsible.text", "responsible.units.name", "more", "leaders", "persons"),
    *("printed_serial", "part_of", "inherits", "assigned", "source"),
    *("deadline.text", "deadline.due", "deadline.start", "deadline.kind", "deadline.ongoing"),
    *("deadline.ambiguous", "deadline.approximate", "deadline.milestones.due"),
    *("days_left", "occurrence", "milestone", "role"),
    *("progress.state", "progress.since", "progress.light", "progress.reason", "progress.percent"),
    *("progress.done_on", "progress.late_days", "progress.overdue_days", "progress.dates"),
    *("progress.last_report.on", "progress.last_report.unit", "progress.last_report.id"),
    "progress.problems",
)
_RECORD = (
    *("id", "item", "milestone", "kind", "on", "period", "written", "unit", "lead", "status"),
    *("percent", "done", "problem", "next", "evidence", "to", "done_on", "reason", "corrects"),
    *("counts", "taken_back_by", "replaced_by", "refused", "filled_by", "reviewed_by", "phone"),
    *("entered_by", "approved_by", "paper"),
)
_SIDE = (
    *("id", "category", "category_title", "name", "text", "lead", "responsible"),
    *("deadline", "due"),
)
_PROBLEM = (
    *("file", "line", "column", "level", "check", "message", "remedy", "excerpt", "list"),
    *("scope", "item", "cell", "accepted"),
)

SHAPES = {
    "items": Shape("items", _ITEM),
    "units": Shape("units", ("name", "group", "lead", "named", "covered", "possible", "total")),
    "people": Shape("people", ("role", "name", "title", "items", "overdue", "next", "states")),
    "categories": Shape("categories", ("number", "title", "items", "due")),
    "records": Shape("records", _RECORD),
    "owing": Shape("units", ("unit", "id", "name", "last_report"), within="items"),
    "problems": Shape("problems", _PROBLEM),
    "changes": Shape(
        "changes",
        (
            *("kinds", *(f"old.{one}" for one in _SIDE), *(f"new.{one}" for one in _SIDE)),
            *("likeness", "runs"),
        ),
    ),
}
