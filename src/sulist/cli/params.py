"""What is typed for a parameter, as a type that makes a value of it: a day, a month, a unit, an item.

Most words mean something only in the list that is asked, which may be named anywhere on the line. So
click keeps the words, in ``Context.params``, and before the command begins ``read`` makes each a value:
the desk has the list, and the day from which other days count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from sulist.base.i18n import _

if TYPE_CHECKING:
    from datetime import date

    from click.shell_completion import CompletionItem

    from sulist.cli.desk import Desk
    from sulist.listfile.item import PrintedColumn

    _Number = click.ParamType[int]
    _Typed = click.ParamType[str]
else:  # click 8.2 cannot say of what
    _Number = _Typed = click.ParamType


class Meant(_Typed):
    """A word that becomes a value when the list and the day are known."""

    name = "text"
    about_progress = False

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word as it was typed, which is told again where an error advises a command."""
        return str(value)

    def read(self, word: str, option: str, desk: Desk) -> Any:
        """What the word means; ``option`` is how a person knows the parameter.

        Raises:
            SulistError: it means nothing, or several things.
        """
        raise NotImplementedError

    def several(self, word: str, option: str, desk: Desk) -> tuple[Any, ...]:
        """The values of a word of a parameter that takes several.

        Raises:
            SulistError: it means nothing, or several things.
        """
        return (self.read(word, option, desk),)

    def absent(self, desk: Desk) -> Any:
        """What is meant where nothing was typed; of a parameter that takes several words, None is none.

        Raises:
            UsageError: on this line something has to be.
        """
        return None

    def asks_progress(self, typed: Any) -> bool:
        """Whether there has to be progress for what was typed, also where there is no journal."""
        return self.about_progress and typed not in (None, ())


class Listed(Meant):
    """What has a name in the list. One word may name several: 经发局、财政局."""

    def several(self, word: str, option: str, desk: Desk) -> tuple[Any, ...]:
        """The values; signs that a name has itself part nothing.

        Raises:
            SulistError: one means nothing, or several things.
        """
        from sulist.base.errors import SulistError

        try:
            return self.each(word, option, desk)
        except SulistError:
            from sulist.cli.joined_names import named_in

            return named_in(
                word,
                lambda part: self.each(part, option, desk),
                lambda part, value: self.is_certain(part, value, desk),
            )

    def each(self, word: str, option: str, desk: Desk) -> tuple[Any, ...]:
        """The values of what is one word.

        Raises:
            SulistError: it means nothing, or several things.
        """
        return (self.read(word, option, desk),)

    def is_certain(self, word: str, value: Any, desk: Desk) -> bool:
        """Whether a word that means a value would be its name also beside 和, which names have themselves."""
        return True


class Sought(Meant):
    """A text that is looked for, as it was typed."""

    def read(self, word: str, option: str, desk: Desk) -> str:
        """The text itself.

        Raises:
            UsageError: it is white space, which every cell would hold.
        """
        from sulist.base.errors import UsageError

        if word.strip():
            return word
        raise UsageError(_("--search wants a text to look for."))


class Day(Meant):
    """A day; a period means its last day, or with ``start`` its first."""

    name = "date"

    def __init__(self, *, start: bool = False, about_progress: bool = False) -> None:
        self.start, self.about_progress = start, about_progress

    def read(self, word: str, option: str, desk: Desk) -> date:
        """The day, read in a list of the desk's year and counted from its day.

        Raises:
            UsageError: it cannot be read, or could mean several days.
        """
        return desk.period(option, word)[0 if self.start else 1]


class AsOf(Meant):
    """The day asked about or spoken of, from which every other day counts."""

    name = "date"

    def read(self, word: str, option: str, desk: Desk) -> date:
        """The day of the desk.

        Raises:
            UsageError: it cannot be read, or could mean several days.
        """
        return desk.as_of

    def absent(self, desk: Desk) -> date:
        """As the environment says, else today."""
        return desk.as_of


class KnownBy(Meant):
    """The day after which nothing that was written is known."""

    name = "date"
    about_progress = True

    def read(self, word: str, option: str, desk: Desk) -> date | None:
        """The day up to which the journal of the desk is read.

        Raises:
            UsageError: it cannot be read, or could mean several days.
        """
        return desk.known_by


class Unit(Listed):
    """A unit of the list, by its name, an alias, or a part that no other name has."""

    def read(self, word: str, option: str, desk: Desk) -> str:
        """The unit's own name.

        Raises:
            UsageError: no unit, or more than one.
        """
        from sulist.listfile.typed import unit

        return unit(desk.worklist, word)

    def is_certain(self, word: str, value: str, desk: Desk) -> bool:
        """Whether it is a name of the unit but for its beginning: 经发局, not 住房 of 住房公积金中心."""
        from sulist.listfile.typed import ends_name

        return ends_name(desk.worklist, word, value)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Units of the list."""
        from sulist.cli.completing.candidates import units

        return units(incomplete)


class PersonName(Listed):
    """Who answers for items: a leader, or another person."""

    def __init__(self, *, leader: bool) -> None:
        self.leader = leader

    def read(self, word: str, option: str, desk: Desk) -> str:
        """The person's name as it is in the list.

        Raises:
            UsageError: nobody, or more than one.
        """
        from sulist.listfile.typed import person

        return person(desk.worklist, word, leader=self.leader)

    def is_certain(self, word: str, value: str, desk: Desk) -> bool:
        """Whether the whole name is there."""
        from sulist.base.plain import fold

        return fold(value) in fold(word)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Names in the list."""
        from sulist.cli.completing.candidates import people

        return people(incomplete, leader=self.leader)


class Where(Meant):
    """A heading and a text that the cell under it holds: 备注=结转."""

    def read(self, word: str, option: str, desk: Desk) -> tuple[PrintedColumn, str]:
        """The column and the text.

        Raises:
            UsageError: there is no such heading, or no text.
        """
        from sulist.listfile.typed import where

        return where(desk.worklist, word)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Headings of the list."""
        from sulist.cli.completing.candidates import headings

        return headings(incomplete)


class CategoryWord(Listed):
    """A category of the list: 一, 1, or a part of its title."""

    def read(self, word: str, option: str, desk: Desk) -> str:
        """The category's number as printed.

        Raises:
            UsageError: no category, or more than one.
        """
        from sulist.listfile.typed import category

        return category(desk.worklist, word)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Categories of the list."""
        from sulist.cli.completing.candidates import categories

        return categories(incomplete)


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

        from sulist.base.numerals import parse_number

        typed = normalize("NFKC", str(value)).strip()
        if self.sign:
            typed = typed.removesuffix(self.sign).removeprefix("百分之").strip()
        number = parse_number(typed)
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


COLUMNS = Whole(40, 1000)


class FileName(_Typed):
    """The name of a file, which the shell completes."""

    name = "file"
    completed_as = "file"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Names that the shell knows."""
        from click.shell_completion import CompletionItem

        return [CompletionItem(incomplete, type=self.completed_as)]
