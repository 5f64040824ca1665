"""The documents that an office sends: one explicit table, one module a kind, loaded on use.

A document is Chinese whoever asks for it: while one is made, ``_`` speaks the document's language.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from sulist.base.extras import require
from sulist.base.i18n import N_, _, speaking

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from typing import Protocol

    from sulist.asking.query import Query
    from sulist.base.watching import Watch
    from sulist.listfile.worklist import WorkList
    from sulist.standing.tracking import Progress

    class Maker(Protocol):
        """What a kind's module offers; ``found`` is the value of the kind's report."""

        def build(self, found: Any, watch: Watch | None, **more: Any) -> bytes:
            """The whole document; the same report gives the same bytes.

            ``watch`` is told the share that is done, 0 to 1; ``more`` are the options that are no
            part of the report.
            """

    class EachMaker(Maker, Protocol):
        """What a kind's module offers that takes a directory."""

        def build_each(
            self, found: Any, watch: Watch | None, **more: Any
        ) -> Iterator[tuple[str, bytes]]:
            """Files instead of one: the name of each without its ending, and its bytes."""


LANGUAGE = "zh_CN"


class Kind(NamedTuple):
    """A kind of document.

    ``module`` writes what ``report``, a module and a function of it, finds; ``suffix`` ends its
    file's name, ``package`` is what writing it needs. ``takes`` are options beyond the filters;
    those of them in ``asks`` are keywords of the report, the others of ``build``. With
    ``needs_progress`` a list without a journal is one on which nobody has reported. ``meaning``
    stands in the help.
    """

    module: str
    report: str
    suffix: str
    package: str = ""
    takes: tuple[str, ...] = ()
    asks: frozenset[str] = frozenset()
    needs_progress: bool = False
    meaning: str = ""


KINDS = {
    "ledger": Kind(
        "sulist.write.sheet.ledger",
        "sulist.reports.ledger:ledger",
        ".xlsx",
        "xlsxwriter",
        takes=("columns",),
        needs_progress=True,
        meaning=N_("the ledger, a row an item, as a workbook (台账)"),
    ),
    "list": Kind(
        "sulist.write.paper.item_list",
        "sulist.reports.narrowing:listed_items",
        ".docx",
        meaning=N_("the list, as the official table is printed"),
    ),
    "text": Kind(
        "sulist.write.list_text",
        "sulist.reports.narrowing:listed_items",
        ".md",
        meaning=N_("the list as Markdown, with every printed cell whole"),
    ),
    "report": Kind(
        "sulist.write.paper.meeting",
        "sulist.reports.briefing:briefing",
        ".docx",
        takes=("since", "signed"),
        asks=frozenset({"since"}),
        meaning=N_("the meeting's report, every item in its annex"),
    ),
    "letters": Kind(
        "sulist.write.paper.letters",
        "sulist.reports.letters:letters",
        ".docx",
        takes=("directory", "reply_by", "signed", "number", "contact", "phone"),
        asks=frozenset({"reply_by", "number"}),
        needs_progress=True,
        meaning=N_("letters that urge units on what is late, near, or not reported on (催办单)"),
    ),
    "calendar": Kind(
        "sulist.write.ics",
        "sulist.reports.calendar:calendar",
        ".ics",
        "icalendar",
        meaning=N_("every date as an all-day entry with reminders"),
    ),
    "page": Kind(
        "sulist.write.web.page",
        "sulist.reports.board:board",
        ".html",
        "jinja2",
        meaning=N_("one page to open on a telephone or to print, to search, filter and sort"),
    ),
}


def ready(kind: str) -> Maker:
    """The module that makes a kind of document.

    Raises:
        FileError: a package that it needs is not installed; the message says how to install it.
    """
    chosen = KINDS[kind]
    require(chosen.package, _("Writing {suffix}").format(suffix=chosen.suffix))
    return cast("Maker", import_module(chosen.module))


def report_of(
    kind: str,
    worklist: WorkList,
    query: Query,
    as_of: date,
    progress: Progress | None = None,
    **more: Any,
) -> Any:
    """The value that a document of this kind is written from."""
    from sulist.asking.subject import Subject

    chosen = KINDS[kind]
    module, _colon, name = chosen.report.partition(":")
    make = getattr(import_module(module), name)
    asked = {key: value for key, value in more.items() if key in chosen.asks}
    return make(Subject(worklist, query, as_of, progress), **asked)


def build(
    kind: str,
    worklist: WorkList,
    query: Query,
    as_of: date,
    progress: Progress | None = None,
    watch: Watch | None = None,
    **more: Any,
) -> bytes:
    """A document, in its own language.

    Raises:
        FileError: a package is missing, or something cannot be put into such a document.
    """
    maker = ready(kind)
    with speaking(LANGUAGE):
        found = report_of(kind, worklist, query, as_of, progress, **more)
        return maker.build(found, watch, **_of_writer(kind, more))


def build_each(
    kind: str,
    worklist: WorkList,
    query: Query,
    as_of: date,
    progress: Progress | None = None,
    watch: Watch | None = None,
    **more: Any,
) -> list[tuple[str, bytes]]:
    """The files of a kind that takes a directory, all made before any is written.

    Raises:
        FileError: as for ``build``.
    """
    maker = cast("EachMaker", ready(kind))
    with speaking(LANGUAGE):
        found = report_of(kind, worklist, query, as_of, progress, **more)
        return list(maker.build_each(found, watch, **_of_writer(kind, more)))


def _of_writer(kind: str, more: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in more.items() if key not in KINDS[kind].asks}


def remarks(
    kind: str, worklist: WorkList, query: Query, as_of: date, progress: Progress | None
) -> list[str]:
    """What a document cannot say itself, for the person who made it; most kinds have nothing."""
    said = getattr(ready(kind), "remarks", None)
    return list(said(report_of(kind, worklist, query, as_of, progress))) if said else []
