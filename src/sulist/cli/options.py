"""The options that commands share, and how they are said in the language in use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from sulist.base.i18n import _
from sulist.cli.command import Command, Group
from sulist.cli.words import ROLE_WORDS, STATE_WORDS
from sulist.write.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.shell_completion import CompletionItem

    _Number = click.ParamType[int]
else:
    _Number = click.ParamType  # click 8.2 cannot say of what

Function = TypeVar("Function", bound="Callable[..., Any]")


class Whole(_Number):
    """A whole number within bounds, with or without its ``sign`` (%)."""

    name = "number"

    def __init__(self, least: int, most: int, sign: str = "") -> None:
        self.least, self.most, self.sign = least, most, sign

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number; full-width digits are digits too.

        Raises:
            BadParameter: it is no whole number, or not within the bounds.
        """
        if isinstance(value, int):
            return value  # a default
        from unicodedata import normalize

        from sulist.base.numerals import parse_digits

        typed = normalize("NFKC", str(value)).strip()
        if self.sign:
            typed = typed.removesuffix(self.sign).rstrip()
        number = parse_digits(typed)
        if number is None or not self.least <= number <= self.most:
            from sulist.base.showing import shortened

            self.fail(
                _("{value} is not a whole number from {least} to {most}.").format(
                    value=shortened(str(value)), least=self.least, most=self.most
                ),
                param,
                ctx,
            )
        return number


def command(name: str, text: str) -> Callable[[Callable[..., Any]], click.Command]:
    """A command with its help, its usage line in the language in use."""
    return click.command(name, cls=Command, help=text, options_metavar=_("[OPTIONS]"))


def group(name: str | None, text: str, **more: Any) -> Callable[[Callable[..., Any]], click.Group]:
    """A group of commands, likewise; ``cls`` is a kind of Group."""
    more.setdefault("cls", Group)
    return click.group(
        name,
        help=text,
        options_metavar=_("[OPTIONS]"),
        subcommand_metavar=_("COMMAND [ARGS]..."),
        **more,
    )


def file_option(function: Function) -> Function:
    """``--file``, which may also stand before the command."""
    return click.option(
        "-f",
        "--file",
        metavar=_("FILE"),
        shell_complete=complete_file,
        help=_("The list; - is standard input. Default: as sulist --help says."),
    )(function)


def as_of_option(function: Function) -> Function:
    """``--as-of``: the day asked about."""
    return click.option(
        "--as-of",
        metavar=_("DATE"),
        help=_("Answer as of this day. Default: $SULIST_AS_OF, else today."),
    )(function)


def format_option(*forms: str) -> Callable[[Function], Function]:
    """``--format`` with the forms that a command can answer in."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(forms or list(FORMATS)),
        default="table",
        show_default=True,
        help=_("The form of the answer."),
    )


def output_option(function: Function) -> Function:
    """``--output``: a file instead of the screen."""
    return click.option(
        "-o",
        "--output",
        metavar=_("FILE"),
        shell_complete=complete_file,
        help=_(
            "Write the answer to a file, whole or not at all. Its ending says the form: .json, .csv, .md, .txt."
        ),
    )(function)


def overwrite_option(function: Function) -> Function:
    """``--overwrite``: documents and lists are corrected by hand, so they are kept unless this is said."""
    return click.option(
        "--overwrite", is_flag=True, help=_("Write over a file that is there already.")
    )(function)


def width_option(function: Function) -> Function:
    """``--width``: how wide a table may be."""
    return click.option(
        "--width",
        type=Whole(40, 1000),
        metavar=_("COLUMNS"),
        help=_("Columns of a table. Default: the terminal's; in a pipe as many as needed."),
    )(function)


def answer_options(function: Function) -> Function:
    """The options of every command that answers from a list."""
    fail_empty = click.option(
        "--fail-empty", is_flag=True, help=_("Exit with 1 where nothing is found.")
    )
    # click shows options from the last applied to the first
    for option in (
        fail_empty,
        width_option,
        output_option,
        format_option(),
        as_of_option,
        file_option,
    ):
        function = option(function)
    return function


def journal_option(function: Function) -> Function:
    """``--journal``: where progress is recorded."""
    return click.option(
        "--journal",
        metavar=_("FILE"),
        shell_complete=complete_file,
        help=_("The journal. Default: $SULIST_JOURNAL, else progress.yaml beside the list."),
    )(function)


def progress_options(function: Function) -> Function:
    """The options of every command that shows progress."""
    known_by = click.option(
        "--known-by",
        metavar=_("DATE"),
        help=_("Leave out what was written after this day: what was known then?"),
    )
    return journal_option(known_by(function))


def status_option(function: Function) -> Function:
    """``--status``: states of progress; given twice, one is an alternative to the other."""
    return click.option(
        "--status",
        "states",
        multiple=True,
        type=click.Choice(list(STATE_WORDS)),
        metavar=_("STATE"),
        help=_(
            "Only items in this state, or one of several: no-report, not-started, in-progress, reported-done, closed, reopened, withdrawn, or 未反馈, 未启动, 推进中, 待复核, 办结, 重新办理, 调整."
        ),
    )(function)


def filter_options(*, unit: bool = True, category: bool = True) -> Callable[[Function], Function]:
    """The filters; given twice, one is an alternative to the other; different ones all hold."""
    day = _("DATE")
    options = [
        click.option(
            "-r",
            "--role",
            "roles",
            multiple=True,
            type=click.Choice(list(ROLE_WORDS)),
            metavar=_("ROLE"),
            help=_(
                "How the unit of --unit is touched: lead, named, covered, possible, or 牵头, 责任, 覆盖, 可能."
            )
            if unit
            else _(
                "How the unit is touched: lead, named, covered, possible, or 牵头, 责任, 覆盖, 可能."
            ),
        ),
        click.option(
            "--before",
            metavar=day,
            help=_("Due by this day, that day included: 2021-08-31, 8月底, 下周五 or +30d."),
        ),
        click.option("--after", metavar=day, help=_("Due after this day, that day excluded.")),
        click.option(
            "--from", "since", metavar=day, help=_("Due from this day on, that day included.")
        ),
        click.option(
            "-s",
            "--search",
            multiple=True,
            metavar=_("TEXT"),
            help=_("Holds this text in any cell; given twice, both."),
        ),
        status_option,
    ]
    if category:
        options.insert(
            0,
            click.option(
                "-c",
                "--category",
                "categories",
                multiple=True,
                metavar=_("CATEGORY"),
                shell_complete=complete_category,
                help=_("In this category, or one of several: 一, 1 or a part of its title."),
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
                metavar=_("UNIT"),
                shell_complete=complete_unit,
                help=_("Touches this unit, or one of several; a short name will do."),
            ),
        )

    def decorate(function: Function) -> Function:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate


def lead_unit_option(function: Function) -> Function:
    """``--unit`` of what goes to lead units; given twice, both."""
    return click.option(
        "-u",
        "--unit",
        "units",
        multiple=True,
        metavar=_("UNIT"),
        shell_complete=complete_unit,
        help=_("Only this lead unit; given twice, both."),
    )(function)


def complete_file(
    _ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Names of files, which the shell knows."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


def complete_folder(
    _ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Names of folders, which the shell knows."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="dir")]


def complete_unit(
    _ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Units of the list."""
    from sulist.cli.completing.candidates import units

    return units(incomplete)


def complete_category(
    _ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Categories of the list."""
    from sulist.cli.completing.candidates import categories

    return categories(incomplete)


def complete_id(
    _ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Ids of the list."""
    from sulist.cli.completing.candidates import ids

    return ids(incomplete)


def complete_record(
    _ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Records of the journal, the newest first."""
    from sulist.cli.completing.candidates import records

    return records(incomplete)
