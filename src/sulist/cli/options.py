"""The options that commands share, and how they are said in the language in use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from sulist.base.i18n import _
from sulist.cli.choices import AnswerForm, LightColour, Role, State
from sulist.cli.params import (
    COLUMNS,
    AsOf,
    CategoryWord,
    Day,
    FileName,
    KnownBy,
    Meant,
    PersonName,
    Sought,
    Unit,
    Where,
)
from sulist.write.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable

Function = TypeVar("Function", bound="Callable[..., Any]")


def file_option(function: Function) -> Function:
    """``--file``, which may also stand before the command."""
    return click.option(
        "-f",
        "--file",
        type=FileName(),
        metavar=_("FILE"),
        help=_("The list; - is standard input. Default: as sulist --help says."),
    )(function)


def as_of_option(function: Function) -> Function:
    """``--as-of``: the day asked about."""
    return click.option(
        "--as-of",
        type=AsOf(),
        metavar=_("DATE"),
        help=_("Answer as of this day. Default: $SULIST_AS_OF, else today."),
    )(function)


def format_option(*besides: str, without: tuple[str, ...] = ()) -> Callable[[Function], Function]:
    """``--format`` with every form that answers have, those ``besides``, and not those ``without``."""
    forms = [one for one in FORMATS if one not in without]
    return click.option(
        "--format",
        "form",
        type=AnswerForm([*forms, *besides]),
        default="table",
        show_default=True,
        help=_("The form of the answer."),
    )


def output_option(function: Function) -> Function:
    """``--output``: a file instead of the screen."""
    return click.option(
        "-o",
        "--output",
        type=FileName(),
        metavar=_("FILE"),
        help=_(
            "Write the answer to a file, whole or not at all. Its ending says the form: .json, .ndjson, .tsv, .csv, .md, .txt."
        ),
    )(function)


def width_option(function: Function) -> Function:
    """``--width``: how wide a table may be."""
    return click.option(
        "--width",
        type=COLUMNS,
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
        type=FileName(),
        metavar=_("FILE"),
        help=_("The journal. Default: $SULIST_JOURNAL, else progress.yaml beside the list."),
    )(function)


def progress_options(function: Function) -> Function:
    """The options of every command that shows progress."""
    known_by = click.option(
        "--known-by",
        type=KnownBy(),
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
        type=State(),
        metavar=_("STATE"),
        help=_(
            "Only items in this state, or one of several: no-report, not-started, in-progress, reported-done, closed, reopened, withdrawn, or 未反馈, 未启动, 推进中, 待复核, 办结, 重新办理, 调整."
        ),
    )(function)


def light_option(function: Function) -> Function:
    """``--light``: colours of lights; given twice, one is an alternative to the other."""
    return click.option(
        "--light",
        "lights",
        multiple=True,
        type=LightColour(),
        metavar=_("COLOUR"),
        help=_(
            "Only items with this light, or one of several: red, yellow, green, blue, none, or 红, 黄, 绿, 蓝, 无."
        ),
    )(function)


def people_options(function: Function) -> Function:
    """``--leader`` and ``--person``; given twice, one is an alternative to the other."""
    leader = click.option(
        "--leader",
        "leaders",
        multiple=True,
        type=PersonName(leader=True),
        metavar=_("NAME"),
        help=_("Led by this person (责任领导), or one of several."),
    )
    person = click.option(
        "--person",
        "persons",
        multiple=True,
        type=PersonName(leader=False),
        metavar=_("NAME"),
        help=_("This person (责任人) answers for it, or one of several."),
    )
    return leader(person(function))


def unit_option(function: Function) -> Function:
    """``--unit``: units that are touched; given twice, one is an alternative to the other."""
    return click.option(
        "-u",
        "--unit",
        "units",
        multiple=True,
        type=Unit(),
        metavar=_("UNIT"),
        help=_("Touches this unit, or one of several; a short name will do."),
    )(function)


def role_option(function: Function) -> Function:
    """``--role``: how the unit of ``--unit`` is touched; given twice, one is an alternative to the other."""
    return _role(
        _(
            "How the unit of --unit is touched: lead, named, covered, possible, or 牵头, 责任, 涉及, 可能涉及."
        )
    )(function)


def role_of_argument(function: Function) -> Function:
    """``--role`` of a command whose argument is the unit."""
    return _role(
        _("How the unit is touched: lead, named, covered, possible, or 牵头, 责任, 涉及, 可能涉及.")
    )(function)


def _role(said: str) -> Callable[[Function], Function]:
    return click.option(
        "-r", "--role", "roles", multiple=True, type=Role(), metavar=_("ROLE"), help=said
    )


def category_option(function: Function) -> Function:
    """``--category``, likewise."""
    return click.option(
        "-c",
        "--category",
        "categories",
        multiple=True,
        type=CategoryWord(),
        metavar=_("CATEGORY"),
        help=_("In this category, or one of several: 一, 1 or a part of its title."),
    )(function)


def filter_options(*, unit: bool = True, category: bool = True) -> Callable[[Function], Function]:
    """The filters; given twice, one is an alternative to the other; different ones all hold."""
    day = _("DATE")
    options = [
        role_option if unit else role_of_argument,
        click.option(
            "--before",
            type=Day(),
            metavar=day,
            help=_("Due by this day, that day included: 2021-08-31, 8月底, 下周五 or +30d."),
        ),
        click.option(
            "--after",
            type=Day(),
            metavar=day,
            help=_("Due after this day, that day excluded."),
        ),
        click.option(
            "--from",
            "since",
            type=Day(start=True),
            metavar=day,
            help=_("Due from this day on, that day included."),
        ),
        click.option(
            "-s",
            "--search",
            multiple=True,
            type=Sought(),
            metavar=_("TEXT"),
            help=_("Holds this text in any cell; given twice, both."),
        ),
        people_options,
        click.option(
            "--where",
            multiple=True,
            type=Where(),
            metavar=_("HEADING=TEXT"),
            help=_("The cell under this heading holds this text, as 备注=结转; given twice, both."),
        ),
        status_option,
        light_option,
    ]
    if category:
        options.insert(0, category_option)
    if unit:
        options.insert(0, unit_option)

    def decorate(function: Function) -> Function:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate


def unit_argument(function: Function) -> Function:
    """``UNIT``: the one unit that is asked for, in the place of ``--unit``."""
    return _asked_for("units", Unit(), _("UNIT"))(function)


def category_argument(function: Function) -> Function:
    """``CATEGORY``: the one category that is asked for, in the place of ``--category``."""
    return _asked_for("categories", CategoryWord(), _("CATEGORY"))(function)


def _asked_for(name: str, kind: Meant, metavar: str) -> Callable[[Function], Function]:
    """An argument that is one of the values of a filter."""
    return click.argument(
        name, type=kind, metavar=metavar, callback=lambda _ctx, _param, word: (word,)
    )
