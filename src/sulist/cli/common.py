"""What the commands share: their options, and the road from options to an answer on the screen."""

from __future__ import annotations

import os
import sys
from datetime import date
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

import click

from sulist.errors import FileError, UsageError
from sulist.exporters import FORMATS
from sulist.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.shell_completion import CompletionItem

    from sulist.exporters import Answer
    from sulist.query import Query
    from sulist.worklist import WorkList

Command = TypeVar("Command", bound="Callable[..., Any]")
ROLE_WORDS = {
    "lead": "lead",
    "牵头": "lead",
    "named": "named",
    "责任": "named",
    "covered": "covered",
    "覆盖": "covered",
    "possible": "possible",
    "可能": "possible",
}


def file_option(command: Command) -> Command:
    """``--file``, which may also stand before the command."""
    return click.option(
        "-f", "--file", metavar="FILE", help=_("The list to ask; - is standard input.")
    )(command)


def answer_options(command: Command) -> Command:
    """The options of every command that answers."""
    for option in reversed(
        (
            click.option(
                "-f", "--file", metavar="FILE", help=_("The list to ask; - is standard input.")
            ),
            click.option(
                "--as-of",
                metavar="DATE",
                help=_("Answer as of this day. Default: $SULIST_AS_OF, else today."),
            ),
            click.option(
                "--format",
                "form",
                type=click.Choice(list(FORMATS)),
                default="table",
                show_default=True,
                help=_("The form of the answer."),
            ),
            click.option(
                "-o",
                "--output",
                metavar="FILE",
                help=_("Write the answer to a file, whole or not at all."),
            ),
            click.option(
                "--width",
                type=click.IntRange(40, 1000),
                help=_("Columns of a table. Default: the terminal's; in a pipe as many as needed."),
            ),
            click.option(
                "--fail-empty", is_flag=True, help=_("Exit with 1 where nothing is found.")
            ),
        )
    ):
        command = option(command)
    return command


def filter_options(*, unit: bool = True, category: bool = True) -> Callable[[Command], Command]:
    """The filters; given twice, one is an alternative to the other; different ones all hold."""
    options = [
        click.option(
            "-r",
            "--role",
            "roles",
            multiple=True,
            type=click.Choice(list(ROLE_WORDS)),
            metavar="ROLE",
            help=_(
                "How the unit is touched: lead, named, covered, possible, or 牵头, 责任, 覆盖, 可能."
            ),
        ),
        click.option("--before", metavar="DATE", help=_("Due by this day, that day included.")),
        click.option("--after", metavar="DATE", help=_("Due after this day, that day excluded.")),
        click.option(
            "--from", "since", metavar="DATE", help=_("Due from this day on, that day included.")
        ),
        click.option(
            "-s",
            "--search",
            multiple=True,
            metavar="TEXT",
            help=_("Holds this text in any cell; given twice, both."),
        ),
    ]
    if category:
        options.insert(
            0,
            click.option(
                "-c",
                "--category",
                "categories",
                multiple=True,
                metavar="CATEGORY",
                shell_complete=complete_category,
                help=_("In this category: 一, 1 or a part of its title."),
            ),
        )
    if unit:
        options.insert(
            0,
            click.option(
                "-u",
                "--unit",
                "units",
                multiple=True,
                metavar="UNIT",
                shell_complete=complete_unit,
                help=_("Touches this unit; a short name will do."),
            ),
        )

    def decorate(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


def list_file(file: str | None) -> tuple[str, bool]:
    """The list to ask, and whether it is the packaged one for want of another."""
    context = click.get_current_context(silent=True)
    chosen = file or (context.find_root().obj if context else None) or os.environ.get("SULIST_FILE")
    if chosen:
        return chosen, False
    for here in ("items.yaml", os.path.join("data", "items.yaml")):
        if os.path.isfile(here):
            return here, False
    from sulist.worklist import packaged_list

    return packaged_list(), True


class Asked:
    """A list that is loaded and the day asked about: what every answer is made from."""

    def __init__(self, options: dict[str, Any]) -> None:
        from sulist.worklist import load

        self.options = options
        file, self.packaged = list_file(options.pop("file"))
        self.worklist: WorkList = load(file)
        self.as_of = as_of_day(options.pop("as_of"), self.worklist.year)

    def query(self, **more: Any) -> Query:
        """The query that the options make.

        Raises:
            UsageError: an unknown unit, category or date.
        """
        from sulist.query import Query

        options = self.options | more
        worklist = self.worklist
        units = tuple(unit_named(worklist, typed) for typed in options.get("units", ()))
        roles = tuple(dict.fromkeys(ROLE_WORDS[word] for word in options.get("roles", ())))
        if roles and not units:
            raise UsageError(
                _("--role says how a unit is touched, so it wants --unit UNIT beside it.")
            )
        return Query(
            units=units,
            roles=roles,
            categories=tuple(
                category_named(worklist, typed) for typed in options.get("categories", ())
            ),
            before=self.day("--before", options.get("before"), last=True),
            after=self.day("--after", options.get("after"), last=True),
            since=self.day("--from", options.get("since"), last=False),
            overdue=bool(options.get("overdue")),
            search=tuple(options.get("search", ())),
            ids=tuple(item_id(worklist, typed) for typed in options.get("ids", ())),
        )

    def day(self, option: str, typed: str | None, *, last: bool) -> date | None:
        """The day that a date option means; a period means its last or its first day."""
        if typed is None:
            return None
        period = option_period(option, typed, self.worklist.year, self.as_of)
        return period[1] if last else period[0]

    def show(self, answer: Answer) -> None:
        """Writes the answer where and how it was asked for, and ends with 1 for ``--fail-empty``."""
        options = self.options
        if options["form"] != "table" and self.packaged:
            click.echo(
                _("This answer is from the packaged list, {title}").format(
                    title=self.worklist.title
                ),
                err=True,
            )
        if options["form"] != "table" and self.as_of.year != self.worklist.year:
            from sulist.view import outside_year

            click.echo(outside_year(self.worklist, self.as_of), err=True)
        write(answer, options["form"], options["output"], options["width"])
        if options["fail_empty"] and not answer.found:
            click.get_current_context().exit(1)


def write(answer: Answer, form: str, output: str | None, width: int | None) -> None:
    """Writes an answer to the screen, a pipe or a file.

    Raises:
        FileError: the file cannot be written; it is then as it was before.
    """
    from sulist.exporters import exporter

    render = exporter(form).render
    if output is None or output == "-":
        if width is None and sys.stdout.isatty():
            width = os.get_terminal_size(sys.stdout.fileno()).columns or 80
        render(answer, _stream(FORMATS[form].machine), width)
        return
    from io import StringIO

    text = StringIO()
    render(answer, text, width)
    write_whole(output, text.getvalue())


def write_whole(file: str, text: str, *, replace: bool = True) -> None:
    """Writes a file in UTF-8, whole or not at all, with the mode of the file it replaces."""
    from pathlib import Path
    from tempfile import NamedTemporaryFile

    path = Path(file)
    if not replace and path.exists():
        raise FileError(
            _("{file} exists already, and is left as it is. Name another, or move it away.").format(
                file=file
            )
        )
    part = None
    try:
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        with NamedTemporaryFile(
            "w", encoding="utf-8", newline="", dir=path.resolve().parent, delete=False
        ) as stream:
            part = Path(stream.name)
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        part.chmod(mode)
        part.replace(path)
    except OSError as error:
        if part:
            part.unlink(missing_ok=True)
        raise FileError(
            _("{file} cannot be written: {error}. Check the folder and your rights.").format(
                file=file, error=error.strerror or error
            )
        ) from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


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


def as_of_day(typed: str | None, year: int) -> date:
    """The day asked about: the option, else ``$SULIST_AS_OF``, else the clock."""
    today = date.today()
    chosen = typed or os.environ.get("SULIST_AS_OF")
    return option_period("--as-of", chosen, year, today)[1] if chosen else today


def option_period(option: str, typed: str, year: int, as_of: date) -> tuple[date, date]:
    """First and last day of what a date option means.

    Raises:
        UsageError: it cannot be read, or could mean several days.
    """
    # The form that scripts and $SULIST_AS_OF use does not need the grammar, nor its start-up time.
    if (
        len(typed) == len("2021-08-31")
        and typed.replace("-", "").isdecimal()
        and typed[4] + typed[7] == "--"
    ):
        try:
            day = date.fromisoformat(typed)
        except ValueError:
            pass  # the grammar says what is wrong with it
        else:
            return day, day

    from sulist.deadline import DeadlineError, parse_option

    try:
        return parse_option(typed, year=year or None, as_of=as_of)
    except DeadlineError as error:
        raise UsageError(f"{option}: {error}") from None


def unit_named(worklist: WorkList, typed: str) -> str:
    """The unit that ``typed`` means.

    Raises:
        UsageError: no unit, or more than one.
    """
    from sulist.roster import Roster

    roster = worklist.roster or Roster({"": worklist.units})
    found = roster.find(typed)
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(
            _("{typed} may be {units}. Write it in full.").format(
                typed=typed, units="、".join(found)
            )
        )
    if typed in roster.groups:
        raise UsageError(
            _("{typed} is a group; its units are {units}.").format(
                typed=typed, units="、".join(roster.groups[typed])
            )
        )
    guess = roster.near(typed)
    hint = (
        _("Did you mean {units}?").format(units="、".join(guess))
        if guess
        else _("sulist units lists them.")
    )
    raise UsageError(
        _(
            "{typed} is not a unit of this list. {hint} A new one is added under units: in {file}."
        ).format(typed=typed, hint=hint, file=worklist.file)
    )


def category_named(worklist: WorkList, typed: str) -> str:
    """The number of the category that ``typed`` means: 一, 1, or a part of the title."""
    from sulist.numerals import parse_number
    from sulist.text import fold

    wanted = fold(typed).rstrip("、.")
    number = parse_number(wanted)
    for place, category in enumerate(worklist.categories, 1):
        if number == place or wanted == fold(category.number):
            return category.number
    found = [
        category for category in worklist.categories if wanted and wanted in fold(category.title)
    ]
    if len(found) == 1:
        return found[0].number
    known = "; ".join(
        f"{category.number} {category.title}" for category in found or worklist.categories
    )
    raise UsageError(
        _("{typed} is not one category of this list. Its categories: {known}").format(
            typed=typed, known=known
        )
    )


def item_id(worklist: WorkList, typed: str) -> str:
    """The id that ``typed`` means: 2-7, 2.7, 二-7, 二、7, ２－７.

    Raises:
        UsageError: there is no such item.
    """
    import re

    from sulist.numerals import parse_number
    from sulist.text import fold

    parts = re.split(r"[-.、,—–‐/]", fold(typed))
    numbers = [parse_number(part) for part in parts]
    wanted = "-".join(map(str, numbers))
    if wanted in {item.id for item in worklist.items}:
        return wanted
    raise UsageError(
        _(
            "There is no item {typed}. Ids go from {first} to {last}; sulist list shows them."
        ).format(typed=typed, first=worklist.items[0].id, last=worklist.items[-1].id)
    )


def completions(
    values: Callable[[WorkList], list[tuple[str, str]]], incomplete: str
) -> list[CompletionItem]:
    """What of the list completes a word; nothing where the list cannot be read."""
    from click.shell_completion import CompletionItem

    from sulist.problem import BrokenListError
    from sulist.worklist import load

    try:
        worklist = load(list_file(None)[0])
    except (FileError, BrokenListError):
        return []
    return [
        CompletionItem(value, help=text) for value, text in values(worklist) if incomplete in value
    ]


def complete_unit(
    _ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Units of the list."""
    return completions(
        lambda worklist: [(unit, worklist.roster.group_of(unit) or "") for unit in worklist.units],
        incomplete,
    )


def complete_category(
    _ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Categories of the list."""
    return completions(
        lambda worklist: [(one.number, one.title) for one in worklist.categories], incomplete
    )


def complete_id(
    _ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Ids of the list."""
    return completions(
        lambda worklist: [(item.id, item.name) for item in worklist.items], incomplete
    )
