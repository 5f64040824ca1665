"""A report that is written where and how it was asked for: on the screen, into a pipe or a file."""

from __future__ import annotations

import os
import sys
from typing import IO, TYPE_CHECKING, TextIO

from sulist.write.formats import FOR_PROGRAMS, OF_ROWS

if TYPE_CHECKING:
    from collections.abc import Callable

    import click

    from sulist.cli.desk import Desk
    from sulist.write.screen.blocks import Page
    from sulist.write.writers import Report


def show(report: Report, context: click.Context, desk: Desk | None) -> None:
    """Writes a report where and how it was asked for, and ends with 1 for ``--fail-empty``.

    ``desk`` is that of a command that asks a list: the notes of its page advise commands about the
    same list and day, and what another form has no place for is told on stderr.
    """
    form, change = context.params["form"], None
    if desk and form != "table":
        from sulist.asking.subject import is_outside

        if desk.listed.packaged or is_outside(desk.worklist, desk.as_of):
            from sulist.cli.notices import say_what_a_table_would

            say_what_a_table_would(desk.worklist, desk.as_of, packaged=desk.listed.packaged)
    elif desk:
        from sulist.cli.carrying import carried_page

        change = carried_page(context)
    if form in OF_ROWS and _says_more_than_rows(report):
        from sulist.cli.notices import say_what_rows_do_not

        say_what_rows_do_not(report)
    write(report, form, context.params["output"], context.params.get("width"), change)
    if context.params.get("fail_empty") and not report.found:
        context.exit(1)


def _says_more_than_rows(report: Report) -> bool:
    """Whether something is left out of the rows of an answer, or is said of the list itself."""
    selection = getattr(report, "selection", None)
    if selection is None:
        return bool(getattr(report, "facts", ()) or getattr(report, "unread", ()))
    return bool(selection.unlisted or selection.settled or selection.unread or selection.hidden)


def write(
    report: Report,
    form: str,
    output: str | None,
    width: int | None,
    change: Callable[[Page], Page] | None = None,
) -> None:
    """Writes a report to the screen, a pipe or a file, ``change`` made to its page.

    Raises:
        UsageError: the file is one that is read, or belongs to the list here.
        FileError: the file cannot be written; it is then as it was before.
    """
    from sulist.write.writers import render

    if output is None or output == "-":
        stream = _stdout(form in FOR_PROGRAMS)
        render(report, form, stream, width or _columns(stream), change)
        return
    from io import StringIO, TextIOWrapper

    from sulist.cli.output import write_answer

    if form in FOR_PROGRAMS:

        def pour(stream: IO[bytes]) -> None:
            """Writes the answer piece by piece."""
            text = TextIOWrapper(stream, encoding="utf-8", newline="")
            render(report, form, text)
            text.flush()
            text.detach()

        write_answer(output, pour)
        return
    page = StringIO()
    render(report, form, page, width, change)
    write_answer(output, page.getvalue())


def tell(report: Report, stream: TextIO) -> None:
    """Shows a report beside an answer: as a table, as wide as a terminal is."""
    from sulist.write.writers import render

    render(report, "table", stream, _columns(stream), None)


def _stdout(machine: bool) -> TextIO:
    """Standard output; for programs with the ends of lines as written, and in UTF-8 unless a person said otherwise."""
    if machine and hasattr(sys.stdout, "reconfigure") and not sys.stdout.isatty():
        encoding = None if os.environ.get("PYTHONIOENCODING") else "utf-8"
        sys.stdout.reconfigure(encoding=encoding, newline="")
    return sys.stdout


def _columns(stream: TextIO) -> int | None:
    """How wide a terminal is; None for what is none."""
    return (os.get_terminal_size(stream.fileno()).columns or 80) if stream.isatty() else None
