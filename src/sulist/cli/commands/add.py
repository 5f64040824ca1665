"""``sulist add``: an item that is assigned in the course of the year (立项)."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from sulist.base.i18n import _
from sulist.cli.command import command
from sulist.cli.more_options import told_in_option
from sulist.cli.more_params import ItemId, Text
from sulist.cli.options import file_option
from sulist.cli.params import CategoryWord, Day, Where

if TYPE_CHECKING:
    from datetime import date

    from sulist.base.errors import UsageError
    from sulist.cli.desk import Desk
    from sulist.listfile.adding import Addition
    from sulist.listfile.item import PrintedColumn
    from sulist.listfile.worklist import WorkList


# The options of a standard column that a list may not have, and what its cell is called.
_OPTIONS = {"lead": "牵头单位", "responsible": "责任单位", "deadline": "完成时限"}


@command(
    "add",
    _(
        "An item that is assigned in the course of the year (立项), at the end of its category. It is shown before it is written; without TEXT each cell is asked for."
    ),
)
@click.argument("text", metavar=_("[TEXT]"), required=False, type=Text())
@click.option(
    "-c",
    "--category",
    type=CategoryWord(),
    metavar=_("CATEGORY"),
    help=_("The category that it goes into; needed where the list has several."),
)
@click.option("--lead", type=Text(), metavar=_("UNITS"), help=_("Who leads (牵头单位)."))
@click.option(
    "--responsible", type=Text(), metavar=_("UNITS"), help=_("Who is responsible (责任单位).")
)
@click.option(
    "--deadline", type=Text(), metavar=_("PHRASE"), help=_("By when (完成时限), as 8月底前.")
)
@click.option(
    "--cell",
    "cells",
    multiple=True,
    type=Where(),
    metavar=_("HEADING=TEXT"),
    help=_("The cell under any heading of the list, such as 责任领导=李某."),
)
@click.option("--part-of", type=ItemId(), metavar=_("ID"), help=_("The item that it is a part of."))
@click.option(
    "--assigned",
    type=Day(),
    metavar=_("DATE"),
    help=_("The day on which it was assigned. Default: $SULIST_AS_OF, else today."),
)
@click.option(
    "--source",
    type=Text(),
    metavar=_("TEXT"),
    help=_("By what it was assigned, such as the minutes of a meeting."),
)
@click.option("-y", "--yes", is_flag=True, help=_("Write it without asking."))
@told_in_option
@file_option
def add(
    desk: Desk,
    worklist: WorkList,
    text: str | None,
    category: str | None,
    lead: str | None,
    responsible: str | None,
    deadline: str | None,
    cells: tuple[tuple[PrintedColumn, str], ...],
    part_of: str | None,
    assigned: date | None,
    source: str | None,
    yes: bool,
    told_in: str,
) -> None:
    """Adds an item, or asks for one on a terminal."""
    from sulist.base.showing import printable
    from sulist.cli.carrying import carried
    from sulist.cli.questions import says_if_left
    from sulist.cli.rendering import write
    from sulist.listfile.adding import NewItem, extended
    from sulist.reports.deeds import AddedItem

    data = _own_file(desk)
    if assigned:
        desk.has_been("--assigned", assigned)  # until then nobody would see the item
    own = {"text": text, "lead": lead, "responsible": responsible, "deadline": deadline}
    told = {key: said for key, said in own.items() if said is not None}
    told |= {one.heading if one.key == "more" else one.key: said for one, said in cells}
    _check(worklist, told)
    if "text" not in told:
        with says_if_left(_("Nothing was written.")):
            told = _asked(desk, worklist, told)
            source = source or _source()
    new = NewItem(
        _category(worklist, category, part_of, told),
        told,
        assigned or desk.today,
        part_of or "",
        source or "",
    )
    made = extended(worklist, data, new)
    if told_in == "table":
        with says_if_left(_("Nothing was written.")):
            _show(made, yes=yes)
    elif not yes:
        raise _nobody_is_asked(made)
    _write(desk.listed.name, data, made)
    if told_in == "table":
        said = _("Added {id} to {file}. How it is read: sulist show {id}").format(
            id=made.item.id, file=printable(desk.listed.name)
        )
        click.echo(carried(said, click.get_current_context()))
    else:
        write(AddedItem(worklist, made.item.id, tuple(made.lines)), told_in, None, None)


def _own_file(desk: Desk) -> bytes:
    """What stands in the list's file.

    Raises:
        FileError: it is nobody's to write into.
    """
    from sulist.base.errors import FileError
    from sulist.base.files import is_same
    from sulist.base.located import packaged_list

    if desk.listed.name == "-" or is_same(desk.listed.name, packaged_list()):
        raise FileError(
            _(
                "The list is not yours to write into: it is packaged or from a pipe. Make a copy with: sulist init DIR, and name it with --file."
            )
        )
    with open(desk.listed.name, "rb") as stream:  # it has been read already
        return stream.read()


def _check(worklist: WorkList, told: dict[str, str]) -> None:
    """Refuses a cell of which the list has no column."""
    from sulist.base.errors import UsageError

    keys = [one.heading if one.key == "more" else one.key for one in worklist.columns]
    if unknown := [key for key in told if key not in keys]:
        raise UsageError(
            _("This list has no column {key}. Its headings are {headings}.").format(
                key=_OPTIONS.get(unknown[0], unknown[0]) or "序号",
                headings="、".join(one.heading for one in worklist.columns),
            )
        )


def _category(
    worklist: WorkList, category: str | None, part_of: str | None, told: dict[str, str]
) -> str:
    """The category that the item goes into: as named, that of its parent, or the only one.

    Raises:
        UsageError: there are several, and none is named; or another than that of its parent.
    """
    from sulist.base.errors import UsageError

    known = [one.number for one in worklist.categories]
    own = next((one.category for one in worklist.items if one.id == part_of), None)
    asked = category or told.pop("category", None) or own
    if own and asked != own:
        raise UsageError(
            _("{id} stands in category {number}, so its part does too.").format(
                id=part_of, number=own
            )
        )
    if asked or len(known) == 1:
        return asked or known[0]
    titles = _("; ").join(f"{one.number} {one.title}" for one in worklist.categories)
    raise UsageError(
        _("Say with --category which category it goes into: {known}").format(known=titles)
    )


def _asked(desk: Desk, worklist: WorkList, told: dict[str, str]) -> dict[str, str]:
    """What a person types for each cell that was not told.

    Raises:
        UsageError: there is no terminal to ask on.
    """
    from sulist.base.errors import UsageError

    if not _may_ask():
        raise UsageError(_("Say what is to be done: sulist add TEXT --category CATEGORY"))
    asked = dict(told)
    if len(worklist.categories) > 1 and not desk.given("category") and not desk.given("part_of"):
        for one in worklist.categories:
            click.echo(f"  {one.number}  {one.title}")
        asked["category"] = click.prompt(
            _("Category"),
            value_proc=lambda word: _category_of(worklist, word),
            prompt_suffix=_(": "),
        )
    for column in worklist.columns:
        key = column.heading if column.key == "more" else column.key
        if key and key not in asked:
            asked[key] = _cell(desk, worklist, column)
    return asked


def _source() -> str:
    typed = click.prompt(
        _("Assigned by (Enter: not known)"),
        default="",
        show_default=False,
        prompt_suffix=_(": "),
    )
    return str(typed).strip()


def _may_ask() -> bool:
    form = click.get_current_context().params["told_in"]
    return bool(form == "table" and sys.stdin.isatty() and sys.stdout.isatty())


def _category_of(worklist: WorkList, word: str) -> str:
    from sulist.base.errors import UsageError
    from sulist.listfile.typed import category

    try:
        return category(worklist, word)
    except UsageError as error:
        raise click.BadParameter(str(error)) from None


def _cell(desk: Desk, worklist: WorkList, column: PrintedColumn) -> str:
    """What a person types for a cell, asked again until it can be read."""

    def read(word: str) -> str:
        from sulist import deadline, units
        from sulist.base.errors import SulistError

        typed = word.strip()
        if not typed and column.role == "text":
            raise click.BadParameter(_("An item has a text."))
        try:
            if typed and column.role in ("lead", "responsible"):
                units.parse(typed, roster=worklist.roster or None)
            if typed and column.role == "deadline":
                day = desk.today
                deadline.parse(typed, year=worklist.year or day.year, issued=day)
        except SulistError as error:
            raise click.BadParameter(str(error)) from None
        return typed

    settings: dict[str, Any] = {} if column.role == "text" else {"default": ""}
    return str(
        click.prompt(
            column.heading, value_proc=read, show_default=False, prompt_suffix=_(": "), **settings
        )
    )


def _show(made: Addition, *, yes: bool) -> None:
    """Shows the item, and asks whether to write it.

    Raises:
        UsageError: nobody can be asked.
    """
    from sulist.base.showing import printable

    if not yes and not _may_ask():
        raise _nobody_is_asked(made)
    for line in made.lines:
        click.echo(printable(line))
    if not yes:
        from sulist.cli.questions import DeclinedError, agreed

        if not agreed(_("Write this?")):
            raise DeclinedError


def _nobody_is_asked(made: Addition) -> UsageError:
    from sulist.base.errors import UsageError

    return UsageError(
        _("Nothing was written. Say --yes to write these lines:\n{lines}").format(
            lines="\n".join(made.lines)
        )
    )


def _write(file: str, data: bytes, made: Addition) -> None:
    """Writes the item.

    Raises:
        FileError: it cannot be written, or the file has changed meanwhile.
    """
    from sulist.base.errors import FileError
    from sulist.base.files import write_whole
    from sulist.base.showing import printable
    from sulist.journal.locking import lock

    with open(file, "rb+") as held:
        lock(held.fileno(), file)
        with open(file, "rb") as stream:
            if stream.read() != data:
                raise FileError(
                    _("{file} has changed meanwhile, so nothing was written. Add it again.").format(
                        file=printable(file)
                    )
                )
        write_whole(file, made.data)
