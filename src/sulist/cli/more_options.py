"""The options of commands that write: records, lists, documents. Beside ``options``, so that a question loads none of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from sulist.base.i18n import _
from sulist.cli.choices import AnswerForm
from sulist.cli.more_params import MILESTONE, ItemId, LeadUnit, MonthWord, Reason, Text
from sulist.cli.options import file_option, journal_option
from sulist.cli.params import AsOf, Unit, Whole
from sulist.write.formats import OF_DEEDS

if TYPE_CHECKING:
    from collections.abc import Callable

Function = TypeVar("Function", bound="Callable[..., Any]")


def told_in_option(function: Function) -> Function:
    """``--format`` of a command that writes something: how it tells what it did."""
    return click.option(
        "--format",
        "told_in",
        type=AnswerForm(OF_DEEDS),
        default="table",
        show_default=True,
        help=_("The form in which is told what was done."),
    )(function)


def overwrite_option(function: Function) -> Function:
    """``--overwrite``: documents and lists are corrected by hand, so they are kept unless this is said."""
    return click.option(
        "--overwrite", is_flag=True, help=_("Write over a file that is there already.")
    )(function)


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


def speaking_unit_option(function: Function) -> Function:
    """``--unit`` of what was said: who said it; given twice, one is an alternative to the other."""
    return click.option(
        "-u",
        "--unit",
        "units",
        multiple=True,
        type=Unit(),
        metavar=_("UNIT"),
        help=_("Only what this unit reported, or one of several; a short name will do."),
    )(function)


def ids_argument(function: Function) -> Function:
    """``ID...``: the items that are meant."""
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
    return click.option(
        "--milestone",
        type=MILESTONE,
        default=0,
        metavar=_("NUMBER"),
        help=_("Which date, counted from 1, where the item has several. Default: the whole item."),
    )(function)


def reason_option(*, required: bool) -> Callable[[Function], Function]:
    """``--reason``: why the office decided so."""
    return click.option(
        "--reason",
        required=required,
        type=Reason() if required else Text(),
        metavar=_("TEXT"),
        help=_("Why: the decision, in words."),
    )


def month_option(said: str) -> Callable[[Function], Function]:
    """``--month``: the month or the week that reports are for; ``said`` tells of it."""
    return click.option("--month", type=MonthWord(), metavar=_("MONTH"), help=said)


def year_option(function: Function) -> Function:
    """``--year``: the year of dates in a document that names none."""
    return click.option(
        "--year",
        type=Whole(1949, 2100),
        metavar=_("YEAR"),
        help=_("The year of a date that names none, where the document does not tell."),
    )(function)
