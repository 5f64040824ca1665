"""A report that is written where and how it was asked for: on the screen, into a pipe or a file."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TextIO

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
        unread = getattr(report, "unread", ()) if form == "csv" else ()
        if unread:
            from sulist.cli.notices import say_what_is_unread

            say_what_is_unread(desk.worklist, unread)
        selection = getattr(report, "selection", None)
        if selection and selection.unlisted and form == "csv":
            from sulist.cli.notices import say_what_is_unlisted

            say_what_is_unlisted(selection)
    elif desk:
        from sulist.cli.carrying import carried_page

        change = carried_page(context)
    write(report, form, context.params["output"], context.params.get("width"), change)
    if context.params.get("fail_empty") and not report.found:
        context.exit(1)


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
    from sulist.write.formats import FOR_PROGRAMS
    from sulist.write.writers import render

    if output is None or output == "-":
        stream = _stdout(form in FOR_PROGRAMS)
        render(report, form, stream, width or _columns(stream), change)
        return
    from io import StringIO

    from sulist.cli.output import write_answer

    text = StringIO()
    render(report, form, text, width, change)
    write_answer(output, text.getvalue())


def tell(report: Report, stream: TextIO) -> None:
    """Shows a report beside an answer: as a table, as wide as a terminal is."""
    from sulist.write.writers import render

    render(report, "table", stream, _columns(stream), None)


def _stdout(machine: bool) -> TextIO:
    """Standard output; for programs in UTF-8, unless a terminal or a person said otherwise."""
    if (
        machine
        and hasattr(sys.stdout, "reconfigure")
        and not sys.stdout.isatty()
        and not os.environ.get("PYTHONIOENCODING")
    ):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    return sys.stdout


def _columns(stream: TextIO) -> int | None:
    """How wide a terminal is; None for what is none."""
    return (os.get_terminal_size(stream.fileno()).columns or 80) if stream.isatty() else None
