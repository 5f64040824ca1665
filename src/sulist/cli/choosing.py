"""``--columns`` and ``--sort``: which columns a list of items has, and in which order it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeVar

import click

from sulist.base.i18n import _
from sulist.cli.choices import OneOf
from sulist.cli.params import Meant
from sulist.standing.names import SORT_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Container

    from click.shell_completion import CompletionItem

    from sulist.cli.desk import Desk

Function = TypeVar("Function", bound="Callable[..., Any]")

_PARTED = "([,，、;；])"


class ColumnTitles(Meant):
    """Headings of the list and derived columns, with commas between them: 编号,事项名称,责任领导."""

    def read(self, word: str, option: str, desk: Desk) -> tuple[str, ...]:
        """The titles of the columns.

        Raises:
            UsageError: one is not known or is named twice, none is named, or the form has no columns.
        """
        from sulist.base.errors import UsageError
        from sulist.write.formats import FORMATS
        from sulist.write.named_columns import titles

        form = desk.given("form")
        if FORMATS[form].face not in ("page", "records"):
            raise UsageError(
                _("--columns is for a screen and for CSV; --format {form} has every key.").format(
                    form=form
                )
            )
        return titles_of(word, titles(desk.worklist))

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The columns that may follow those that are typed."""
        from sulist.cli.completing.candidates import columns

        return columns(incomplete)


class SortKey(OneOf):
    """By what a list of items is sorted."""

    words = SORT_WORDS

    def read(self, word: str, option: str, desk: Desk) -> str:
        """The key.

        Raises:
            UsageError: the list has nothing to sort by.
        """
        from sulist.base.errors import UsageError

        key: str = super().read(word, option, desk)
        if key == "leader" and not any(item.leaders for item in desk.worklist.items):
            raise UsageError(_("This list names no leaders (责任领导) to sort by."))
        return key


def titles_of(word: str, known: dict[str, str]) -> tuple[str, ...]:
    """The titles of the columns that are named between commas, of those ``known`` by their names.

    Raises:
        UsageError: one is not known or is named twice, or none is named.
    """
    from sulist.base.errors import UsageError
    from sulist.base.plain import near

    named = [_whole(name, known) for name in _titles_in(word, known)]
    for name in named:
        if name not in known:
            guess = near(name, list(known), 1) if name else []
            raise UsageError(
                _("“{name}” is no column here. Did you mean {guess}?").format(
                    name=name, guess=guess[0]
                )
                if guess
                else _("“{name}” is no column here. Columns: {columns}.").format(
                    name=name, columns="、".join(dict.fromkeys(known.values()))
                )
            )
    found = [known[name] for name in named]
    twice = next((name for name in found if found.count(name) > 1), None)
    if twice:
        raise UsageError(_("--columns names {name} twice.").format(name=twice))
    return tuple(found)


def _whole(name: str, known: Collection[str]) -> str:
    """The one title that begins so; else the name itself."""
    found = [one for one in known if name and one.startswith(name)] if name not in known else []
    return found[0] if len(found) == 1 else name


def _titles_in(word: str, known: Container[str]) -> list[str]:
    """The titles between the commas; a heading that has a comma itself is one title."""
    from sulist.base.plain import clean_cell

    parts = re.split(_PARTED, word)  # each second one is a comma
    found, at = [], 0
    while at < len(parts):
        ends = range(len(parts), at, -2)
        wholes = (end for end in ends if clean_cell("".join(parts[at:end])) in known)
        end = next(wholes, at + 1)
        found.append(clean_cell("".join(parts[at:end])))
        at = end + 1
    return found


def choice_options(function: Function) -> Function:
    """``--columns`` and ``--sort``."""
    columns = click.option(
        "--columns",
        type=ColumnTitles(),
        metavar=_("TITLE,..."),
        help=_(
            "Only these columns, for a screen or CSV: headings of the list, and derived ones such as 编号."
        ),
    )
    sort = click.option(
        "--sort",
        type=SortKey(),
        metavar=_("KEY"),
        help=_("The order: deadline, leader, unit or serial, or 时限, 领导, 单位, 序号."),
    )
    return columns(sort(function))
