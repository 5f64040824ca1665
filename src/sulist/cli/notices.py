"""What is said to a person on stderr, beside an answer or in place of one, in lines that fit the terminal."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TextIO

import click

from sulist.base.i18n import _, ngettext
from sulist.base.showing import printable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sulist.base.problem import Problem
    from sulist.journal.journal import Journal
    from sulist.listfile.worklist import Unread, WorkList
    from sulist.standing.tracking import Progress
    from sulist.write.writers import Report

_COMMAND = r"sulist [^，。；）”;)\n]*[^，。；）”;)\s.,]"
_MOST_SHOWN = 20
_LOOKED_AT = 2**16  # bytes of a file beside the journal, to see what it is


def fitted(text: str, stream: TextIO | None) -> str:
    """``text`` made safe to show; where ``stream`` is a terminal, broken between words.

    A command stays on one line where it can, so that it can be copied.
    """
    said = printable(text)
    if stream is None or not stream.isatty():
        return said
    from sulist.base.typeset import wrap

    columns = os.get_terminal_size(stream.fileno()).columns or 80
    return "\n".join(wrap(said, columns, whole=_COMMAND))


def complain(message: str) -> None:
    """Says why the command cannot go on."""
    from sulist.base.invisible import shown

    said = _("Error: {message}").format(message=shown(message))
    click.echo(fitted(said, sys.stderr), err=True)


def show_problems(problems: list[Problem]) -> None:
    """Says why no answer is given from a list."""
    from sulist.base.showing import pasted_file

    errors = [problem for problem in problems if problem.blocks]
    for problem in errors[:_MOST_SHOWN]:
        click.echo(printable(str(problem)), err=True)
    complain(
        ngettext(
            "The list has {n} error, so nothing is answered from it. Mend it; sulist check --file {file} tells more.",
            "The list has {n} errors, so nothing is answered from it. Mend them; sulist check --file {file} shows all.",
            len(errors),
        ).format(n=len(errors), file=pasted_file(problems[0].place.file))
    )


def say_what_a_table_would(worklist: WorkList, as_of: date, *, packaged: bool) -> None:
    """What a program's form or a document has no place for."""
    if packaged:
        said = _("This answer is from the packaged list, {title}")
        click.echo(said.format(title=worklist.title), err=True)
    from sulist.asking.subject import is_outside

    if is_outside(worklist, as_of):
        from sulist.write.screen.foot import outside_year

        click.echo(outside_year(worklist, as_of), err=True)


def say_what_rows_do_not(report: Report) -> None:
    """Tells what has no place in a table of rows alone: what is left out, and what is said of the list itself."""
    lines: Iterable[str] = ()
    if selection := getattr(report, "selection", None):
        from sulist.write.screen.items import left_out_lines

        lines = left_out_lines(report.subject, selection)  # type: ignore[attr-defined]
    elif unread := getattr(report, "unread", ()):
        from sulist.write.screen.foot import unread_lines

        lines = unread_lines(report.subject.worklist, unread)  # type: ignore[attr-defined]
    elif getattr(report, "facts", ()):
        from sulist.write.screen.differences import fact_lines

        lines = fact_lines(report)  # type: ignore[arg-type]
    for line in lines:
        _tell(line)


def say_what_is_unread(worklist: WorkList, unread: tuple[Unread, ...]) -> None:
    """Tells which cells could not be read, beside what has no foot."""
    if unread:
        from sulist.write.screen.foot import unread_lines

        for line in unread_lines(worklist, unread):
            _tell(line)


def say_what_does_not_follow(progress: Progress) -> None:
    """Tells how many records do not count, since they cannot follow those before them."""
    if number := len(progress.refusals):
        _tell(
            ngettext(
                "{n} record does not count, since it cannot follow those before it: see sulist check.",
                "{n} records do not count, since they cannot follow those before them: see sulist check.",
                number,
            ).format(n=number)
        )


def say_what_is_broken(journal: Journal) -> None:
    """Tells which lines of a journal do not count."""
    for problem in journal.problems[:_MOST_SHOWN]:
        _tell(f"{problem}\n  → {problem.remedy}")
    more = len(journal.problems) - _MOST_SHOWN
    if more > 0:
        _tell(
            ngettext(
                "{n} more line of the journal does not count: sulist check tells all.",
                "{n} more lines of the journal do not count: sulist check tells all.",
                more,
            ).format(n=more)
        )
    if number := len(journal.warnings):
        click.echo(
            ngettext(
                "{n} thing in the journal does not count here, such as what only a newer sulist knows: see sulist check.",
                "{n} things in the journal do not count here, such as what only a newer sulist knows: see sulist check.",
                number,
            ).format(n=number),
            err=True,
        )


def say_that_it_waits(file: str) -> None:
    """Tells why nothing happens."""
    click.echo(
        _("Waiting for another program that writes to {file} ...").format(file=printable(file)),
        err=True,
    )


def say_what_copies_there_are(file: str, worklist: WorkList) -> None:
    """Tells which files beside the journal are copies of it."""
    from sulist.journal.copies import copies

    for copy in copies(file, worklist, most=_LOOKED_AT):
        click.echo(
            _(
                "{copy} is a copy of the journal, and is not read: sulist check tells how to merge it."
            ).format(copy=printable(copy.file)),
            err=True,
        )


def _tell(text: str) -> None:
    """Says what is beside the answer; a command that it advises is about the same list."""
    from sulist.cli.carrying import carried

    click.echo(printable(carried(text, click.get_current_context(silent=True))), err=True)
