"""The road from the options of a command to a list, a query and an answer that is written."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any, TextIO

import click

from sulist.base.i18n import _
from sulist.cli.inputs import list_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sulist.asking.query import Query
    from sulist.listfile.worklist import WorkList
    from sulist.write.answer import Answer

_LONG_FILE = 2 * 2**20


class Asked:
    """A list that is loaded and the day asked about: what every answer is made from."""

    def __init__(self, options: dict[str, Any]) -> None:
        from sulist.listfile.worklist import load

        self.options = options
        self.file = list_file(options.pop("file"))
        with long_work(self.file.name) as watch:
            self.worklist: WorkList = load(self.file.name, watch)
        self.as_of = as_of_day(options.pop("as_of"), self.worklist.year)

    def query(self, **more: Any) -> Query:
        """The query that the options make.

        Raises:
            UsageError: an unknown unit, category or date.
        """
        from sulist.asking.query import Query
        from sulist.base.errors import UsageError
        from sulist.cli.words import ROLE_WORDS, STATE_WORDS
        from sulist.listfile import typed

        options = self.options | more
        worklist = self.worklist
        units = tuple(typed.unit(worklist, word) for word in options.get("units", ()))
        roles = tuple(dict.fromkeys(ROLE_WORDS[word] for word in options.get("roles", ())))
        if roles and not units:
            raise UsageError(
                _("--role says how a unit is touched, so it wants --unit UNIT beside it.")
            )
        if not all(word.strip() for word in options.get("search", ())):
            raise UsageError(_("--search wants a text to look for."))
        return Query(
            units=units,
            roles=roles,
            categories=tuple(
                typed.category(worklist, word) for word in options.get("categories", ())
            ),
            before=self.day("--before", options.get("before"), last=True),
            after=self.day("--after", options.get("after"), last=True),
            since=self.day("--from", options.get("since"), last=False),
            overdue=bool(options.get("overdue")),
            search=tuple(options.get("search", ())),
            ids=tuple(typed.item_id(worklist, word) for word in options.get("ids", ())),
            states=tuple(dict.fromkeys(STATE_WORDS[word] for word in options.get("states", ()))),
        )

    def day(self, option: str, written: str | None, *, last: bool) -> date | None:
        """The day that a date option means; a period means its last or its first day."""
        if written is None:
            return None
        from sulist.listfile.typed import period

        return period(option, written, self.worklist.year, self.as_of)[1 if last else 0]

    def show(self, answer: Answer) -> None:
        """Writes the answer where and how it was asked for, and ends with 1 for ``--fail-empty``."""
        options = self.options
        if options["form"] != "table":
            self.say_what_a_table_would()
        elif (context := click.get_current_context(silent=True)) is not None:
            from sulist.cli.carrying import carried_answer

            answer = carried_answer(answer, context)
        write(answer, options["form"], options["output"], options["width"])
        if options["fail_empty"] and not answer.found:
            click.get_current_context().exit(1)

    def say_what_a_table_would(self) -> None:
        """What a program's form has no place for, on stderr."""
        if self.file.packaged:
            click.echo(
                _("This answer is from the packaged list, {title}").format(
                    title=self.worklist.title
                ),
                err=True,
            )
        if self.as_of.year != self.worklist.year:
            from sulist.write.screen.foot import outside_year

            click.echo(outside_year(self.worklist, self.as_of), err=True)


@contextmanager
def long_work(file: str) -> Iterator[Callable[[float], None] | None]:
    """A progress bar on the terminal while a long file is read; None for a short one or a pipe.

    What it gives is called with the share that is done, 0 to 1.
    """
    try:
        long = os.path.getsize(file) > _LONG_FILE
    except (OSError, ValueError):
        long = False
    if not long:
        yield None
        return
    from sulist.cli.progress_bar import bar

    with bar(_("Reading the list"), long=long) as watch:
        yield watch


def write(answer: Answer, form: str, output: str | None, width: int | None) -> None:
    """Writes an answer to the screen, a pipe or a file.

    Raises:
        UsageError: the file is one that is read, or belongs to a list.
        FileError: the file cannot be written; it is then as it was before.
    """
    from sulist.write.formats import FOR_PROGRAMS, exporter

    render = exporter(form).render
    if output is None or output == "-":
        if width is None and sys.stdout.isatty():
            width = os.get_terminal_size(sys.stdout.fileno()).columns or 80
        render(answer, _stream(form in FOR_PROGRAMS), width)
        return
    from io import StringIO

    from sulist.cli.output import write_answer

    text = StringIO()
    render(answer, text, width)
    write_answer(output, text.getvalue())


def _stream(machine: bool) -> TextIO:
    """Standard output; for programs in UTF-8, unless a terminal or a person said otherwise."""
    if (
        machine
        and hasattr(sys.stdout, "reconfigure")
        and not sys.stdout.isatty()
        and not os.environ.get("PYTHONIOENCODING")
    ):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    return sys.stdout


def as_of_day(written: str | None, year: int) -> date:
    """The day asked about: the option, else ``$SULIST_AS_OF``, else the clock."""
    today = date.today()
    chosen = written or os.environ.get("SULIST_AS_OF")
    if not chosen:
        return today
    from sulist.listfile.typed import period

    return period("--as-of", chosen, year, today)[1]
