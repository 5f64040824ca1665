"""The one way from a report to its forms: one explicit table, each writer loaded on use.

A report is a value of ``reports`` (or of the room that made it) with ``found``, how much was found.
It is written by three functions, each given the report and nothing else: ``page`` makes what a
person reads (a ``Page`` of blocks), ``data`` what a program reads (JSON's plain objects), ``records``
what a spreadsheet reads (a ``Table``). What has one table says in ``entries`` which of the shapes in
``write/entries.py`` its data has.

To add a report: write the value, write the functions, and name them in ``WRITERS`` by the value's
class.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from sulist.base.tuples import NamedTuple
from sulist.write.formats import FORMATS, OF_PROBLEMS

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol, TextIO

    from sulist.write.screen.blocks import Page

    class Report(Protocol):
        """What every report has."""

        @property
        def found(self) -> int:
            """How much was found."""


class Writers(NamedTuple):
    """Where the functions are that write a kind of report: ``module:function``, nothing for none.

    ``entries`` is the name of the data's shape.
    """

    page: str = ""
    data: str = ""
    records: str = ""
    entries: str = ""


_SCREEN, _JSON = "sulist.write.screen.", "sulist.write.json."
_ITEMS = {"data": _JSON + "items:data", "records": "sulist.write.records:items", "entries": "items"}

WRITERS = {
    "Due": Writers(_SCREEN + "items:due_page", **_ITEMS),
    "Listing": Writers(_SCREEN + "items:list_page", **_ITEMS),
    "UnitItems": Writers(_SCREEN + "items:unit_page", **_ITEMS),
    "InFull": Writers(_SCREEN + "items:full_page", **_ITEMS),
    "Units": Writers(
        _SCREEN + "overview:units_page",
        _JSON + "overview:units",
        _SCREEN + "overview:unit_records",
        "units",
    ),
    "Leaders": Writers(
        _SCREEN + "leaders:page",
        _JSON + "leaders:leaders",
        _SCREEN + "leaders:records",
        "people",
    ),
    "Categories": Writers(
        _SCREEN + "overview:categories_page",
        _JSON + "overview:categories",
        _SCREEN + "overview:category_records",
        "categories",
    ),
    "Overview": Writers(
        _SCREEN + "overview:overview_page",
        _JSON + "overview:overview",
        _SCREEN + "overview:load_records_of",
    ),
    "Comparison": Writers(
        _SCREEN + "differences:page",
        _JSON + "differences:data",
        _SCREEN + "differences:records",
        "changes",
    ),
    "ImportedList": Writers(_SCREEN + "imported:list_page", _JSON + "deeds:imported"),
    "ReadDocument": Writers(_SCREEN + "imported:document_page"),
    "Inspection": Writers(
        _SCREEN + "problems:page",
        _JSON + "problems:data",
        _SCREEN + "problems:records",
        "problems",
    ),
    "ExplainedDeadline": Writers(
        _SCREEN + "explanations:deadline_page", _JSON + "explanations:explained_deadline"
    ),
    "DeadlinesInText": Writers(
        _SCREEN + "explanations:text_page", _JSON + "explanations:deadlines_in_text"
    ),
    "ExplainedUnits": Writers(
        _SCREEN + "explanations:units_page", _JSON + "explanations:explained_units"
    ),
    "MeetingReport": Writers(
        _SCREEN + "meeting:page", _JSON + "progress:meeting", _SCREEN + "meeting:records"
    ),
    "Ledger": Writers(_SCREEN + "progress:ledger_page", **_ITEMS),
    "History": Writers(
        _SCREEN + "progress:history_page",
        _JSON + "progress:history",
        _SCREEN + "progress:history_records",
        "records",
    ),
    "OwedReports": Writers(
        _SCREEN + "progress:owing_page",
        _JSON + "progress:owing",
        _SCREEN + "progress:owing_records",
        "owing",
    ),
    "FormsReport": Writers(_SCREEN + "collected:page"),
    "CollectedForms": Writers(data=_JSON + "deeds:collected"),
    "Recorded": Writers(data=_JSON + "deeds:recorded"),
    "AddedItem": Writers(data=_JSON + "deeds:added"),
    "BegunList": Writers(data=_JSON + "deeds:begun"),
    "ExportedDocuments": Writers(data=_JSON + "deeds:exported"),
    "DispatchedForms": Writers(data=_JSON + "deeds:dispatched"),
    "UnreadText": Writers(data=_JSON + "explanations:unread_text"),
}


def written(report: Report, face: str) -> Any:
    """The report as its ``page``, its ``data``, its ``records`` or the ``entries`` of its data."""
    if face == "entries":
        from sulist.write.entries import SHAPES, Entries

        shape = SHAPES.get(WRITERS[type(report).__name__].entries)
        return Entries(written(report, "data"), shape)
    place = getattr(WRITERS[type(report).__name__], face)
    module, _colon, function = place.partition(":")
    return getattr(import_module(module), function)(report)


def render(
    report: Report,
    form: str,
    stream: TextIO,
    width: int | None = None,
    change: Callable[[Page], Page] | None = None,
) -> None:
    """Writes a report to ``stream`` in one of the forms.

    ``width`` is the columns that a table may have, None for as many as it needs. ``change`` is
    made to the page before a person sees it.
    """
    chosen = FORMATS.get(form) or OF_PROBLEMS[form]
    made = written(report, chosen.face)
    if change and chosen.face == "page":
        made = change(made)
    import_module(chosen.module).render(made, stream, width)
