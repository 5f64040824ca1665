"""The options that commands share, and how they are said in the language in use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from sulist.base.i18n import _
from sulist.cli.params import (
    COLUMNS,
    AsOf,
    CategoryWord,
    Day,
    FileName,
    KnownBy,
    LeadUnit,
    Meant,
    PersonName,
    Role,
    Sought,
    State,
    Unit,
    Where,
    Whole,
)
from sulist.write.formats import FORMATS, OF_DEEDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from sulist.cli.more_params import ItemId

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
        type=click.Choice([*forms, *besides]),
        default="table",
        show_default=True,
        help=_("The form of the answer."),
    )


def told_in_option(function: Function) -> Function:
    """``--format`` of a command that writes something: how it tells what it did."""
    return click.option(
        "--format",
        "told_in",
        type=click.Choice(OF_DEEDS),
        default="table",
        show_default=True,
        help=_("The form in which is told what was done."),
    )(function)


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


def overwrite_option(function: Function) -> Function:
    """``--overwrite``: documents and lists are corrected by hand, so they are kept unless this is said."""
    return click.option(
        "--overwrite", is_flag=True, help=_("Write over a file that is there already.")
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


def filter_options(*, unit: bool = True, category: bool = True) -> Callable[[Function], Function]:
    """The filters; given twice, one is an alternative to the other; different ones all hold."""
    day = _("DATE")
    options = [
        click.option(
            "-r",
            "--role",
            "roles",
            multiple=True,
            type=Role(),
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
    ]
    if category:
        options.insert(
            0,
            click.option(
                "-c",
                "--category",
                "categories",
                multiple=True,
                type=CategoryWord(),
                metavar=_("CATEGORY"),
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
                type=Unit(),
                metavar=_("UNIT"),
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
        type=LeadUnit(),
        metavar=_("UNIT"),
        help=_("Only this lead unit; given twice, both."),
    )(function)


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


def ids_argument(function: Function) -> Function:
    """``ID...``: the items that are meant."""
    from sulist.cli.more_params import ItemId

    return click.argument("ids", metavar=_("ID..."), nargs=-1, required=True, type=ItemId())(
        function
    )


def some_ids_argument(kind: ItemId) -> Callable[[Function], Function]:
    """``[ID...]``: the items that are meant; ``kind`` says what it is to name none."""
    return click.argument("ids", metavar=_("[ID...]"), nargs=-1, type=kind)


def write_options(function: Function) -> Function:
    """The options of every command that writes into the journal."""
    said = _("The day that this speaks of. Default: $SULIST_AS_OF, else today.")
    return write_options_on(said)(function)


def write_options_on(said: str) -> Callable[[Function], Function]:
    """The same, where ``said`` tells what ``--on`` is."""
    on = click.option("--on", type=AsOf(), metavar=_("DATE"), help=said)
    return lambda function: on(journal_option(told_in_option(file_option(function))))


def milestone_option(function: Function) -> Function:
    """``--milestone``: which date of an item that has several."""
    from sulist.cli.more_params import MILESTONE

    return click.option(
        "--milestone",
        type=MILESTONE,
        default=0,
        metavar=_("NUMBER"),
        help=_("Which date, counted from 1, where the item has several. Default: the whole item."),
    )(function)


def reason_option(*, required: bool) -> Callable[[Function], Function]:
    """``--reason``: why the office decided so."""
    from sulist.cli.more_params import Reason, Text

    return click.option(
        "--reason",
        required=required,
        type=Reason() if required else Text(),
        metavar=_("TEXT"),
        help=_("Why: the decision, in words."),
    )


def month_option(said: str) -> Callable[[Function], Function]:
    """``--month``: the month that reports are for; ``said`` tells of it."""
    from sulist.cli.more_params import MonthWord

    return click.option("--month", type=MonthWord(), metavar=_("MONTH"), help=said)


def year_option(function: Function) -> Function:
    """``--year``: the year of dates in a document that names none."""
    return click.option(
        "--year",
        type=Whole(1949, 2100),
        metavar=_("YEAR"),
        help=_("The year of a date that names none, where the document does not tell."),
    )(function)
