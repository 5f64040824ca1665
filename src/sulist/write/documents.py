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
        """What a kind's module offers."""

        def build(
            self,
            worklist: WorkList,
            query: Query,
            as_of: date,
            progress: Progress | None,
            watch: Watch | None,
            **more: Any,
        ) -> bytes:
            """The whole document of what ``query`` selects; the same input gives the same bytes.

            ``progress`` is None where there is no journal; ``watch`` is told the share that is
            done, 0 to 1; ``more`` are the options that the kind takes.
            """

    class EachMaker(Maker, Protocol):
        """What a kind's module offers that takes a directory."""

        def build_each(
            self,
            worklist: WorkList,
            query: Query,
            as_of: date,
            progress: Progress | None,
            watch: Watch | None,
            **more: Any,
        ) -> Iterator[tuple[str, bytes]]:
            """Files instead of one: the name of each without its ending, and its bytes."""


LANGUAGE = "zh_CN"


class Kind(NamedTuple):
    """A kind of document.

    ``module`` makes it, ``suffix`` ends its file's name, ``package`` is what making it needs.
    ``takes`` are options beyond the filters, each a keyword of ``build``. With
    ``needs_progress`` a list without a journal is one on which nobody has reported. ``meaning``
    stands in the help.
    """

    module: str
    suffix: str
    package: str = ""
    takes: tuple[str, ...] = ()
    needs_progress: bool = False
    meaning: str = ""


KINDS = {
    "ledger": Kind(
        "sulist.write.sheet.ledger",
        ".xlsx",
        "xlsxwriter",
        needs_progress=True,
        meaning=N_("the ledger, a row an item, as a workbook (台账)"),
    ),
    "list": Kind(
        "sulist.write.paper.item_list",
        ".docx",
        meaning=N_("the list, as the official table is printed"),
    ),
    "report": Kind(
        "sulist.write.paper.meeting",
        ".docx",
        takes=("since",),
        meaning=N_("the meeting's report, every item in its annex"),
    ),
    "letters": Kind(
        "sulist.write.paper.letters",
        ".docx",
        takes=("directory", "reply_by", "signed"),
        needs_progress=True,
        meaning=N_("letters that urge units on what is late, near, or not reported on (催办单)"),
    ),
    "calendar": Kind(
        "sulist.write.ics",
        ".ics",
        "icalendar",
        meaning=N_("every date as an all-day entry with reminders"),
    ),
    "page": Kind(
        "sulist.write.web.page",
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
        return maker.build(worklist, query, as_of, progress, watch, **more)


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
        return list(maker.build_each(worklist, query, as_of, progress, watch, **more))


def remarks(
    kind: str, worklist: WorkList, query: Query, as_of: date, progress: Progress | None
) -> list[str]:
    """What a document cannot say itself, for the person who made it; most kinds have nothing."""
    said = getattr(ready(kind), "remarks", None)
    return list(said(worklist, query, as_of, progress)) if said else []
