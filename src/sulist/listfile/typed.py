"""What a person typed, and the unit, category, item or day of a list that it means."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from sulist.base.days import written_day
from sulist.base.errors import UsageError
from sulist.base.i18n import _, joined
from sulist.base.invisible import visible

if TYPE_CHECKING:
    from datetime import date

    from sulist.listfile.item import Category
    from sulist.listfile.worklist import WorkList


def unit(worklist: WorkList, typed: str) -> str:
    """The unit that ``typed`` means: its name, an alias, or a part that no other name has.

    Raises:
        UsageError: no unit, or more than one.
    """
    from sulist.units.roster import Roster

    typed = visible(typed)
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
    from sulist.base.located import packaged_list

    where = (
        _("A new one is added in a copy of the list: sulist init DIR")
        if worklist.file == packaged_list()
        else _("A new one is added under units: in {file}.").format(file=worklist.file)
    )
    said = _("“{typed}” is not a unit of this list. {hint}").format(typed=typed, hint=hint)
    raise UsageError(joined(said, where))


def category(worklist: WorkList, typed: str) -> str:
    """The number of the category that ``typed`` means: 一, 1, or a part of the title.

    Raises:
        UsageError: no category, or more than one.
    """
    from sulist.base.numerals import parse_number
    from sulist.base.plain import fold

    wanted = fold(typed).rstrip("、.")
    number = parse_number(wanted)
    for place, one in enumerate(worklist.categories, 1):
        if number == place or wanted == fold(one.number):
            return one.number
    found = [one for one in worklist.categories if wanted and wanted in fold(one.title)]
    if len(found) == 1:
        return found[0].number
    known = _("; ").join(f"{one.number} {one.title}" for one in found or worklist.categories)
    raise UsageError(
        _("“{typed}” is not one category of this list. Its categories: {known}").format(
            typed=typed, known=known
        )
    )


def item_id(worklist: WorkList, typed: str) -> str:
    """The id that ``typed`` means: 2-7, 2.7, 二-7, 二、7, ２－７.

    Raises:
        UsageError: there is no such item.
    """
    from sulist.base.numerals import parse_number
    from sulist.listfile.item import id_numbers

    numbers = id_numbers(typed)
    wanted = "-".join(map(str, numbers))
    if wanted in {item.id for item in worklist.items}:
        return wanted
    own = [one for one in worklist.categories if parse_number(one.number) == numbers[0]]
    message = (
        _(
            "There is no item “{typed}”. The ids of category {number} are {ids}; sulist by-category {number} shows them."
        )
        if own
        else _("There is no item “{typed}”. The ids are {ids}; sulist list shows them.")
    ).format(
        typed=typed,
        number=own[0].number if own else "",
        ids=_(", ").join(_ids(one) for one in own or worklist.categories),
    )
    if len(numbers) > 2:  # 1-1、1-2
        message = joined(message, _("Several ids have a space between them."))
    raise UsageError(message)


def _ids(category: Category) -> str:
    """The ids of a category: 2-1 to 2-11."""
    first, last = category.items[0].id, category.items[-1].id
    return first if first == last else _("{first} to {last}").format(first=first, last=last)


def period(option: str, typed: str, year: int, as_of: date) -> tuple[date, date]:
    """First and last day of what a date option means, read in a list of ``year``.

    Raises:
        UsageError: it cannot be read, or could mean several days.
    """
    # The form that scripts use needs no grammar, which says what is wrong with any other.
    if day := written_day(typed):
        return day, day

    from sulist.deadline import DeadlineError, parse_option

    try:
        return parse_option(typed, year=year or None, as_of=as_of)
    except DeadlineError as error:
        raise UsageError(
            _("{option}: “{typed}” cannot be read as a date. {reason}").format(
                option=option, typed=error.quoted, reason=error.reason
            )
        ) from None


def month(option: str, typed: str, year: int, as_of: date) -> str:
    """The month that an option means, as 2021-06: 2021-06, 6月, 本月.

    A month without a year is that of the list's year; in that very month of another year it is this one,
    as 本月 is.

    Raises:
        UsageError: it cannot be read, or is no whole month.
    """
    with suppress(UsageError):
        first, last = period(option, typed, year, as_of)
        if first.month == as_of.month and first.year == year:
            first, last = period(option, typed, as_of.year, as_of)
        months = {(day.year, day.month) for day in (first, last)}
        if first.day == 1 and len(months) == 1 and last.day >= 28:
            return first.isoformat()[:7]
    raise UsageError(
        _("{option}: {typed} is no month; write it as 2021-06 or 6月.").format(
            option=option, typed=typed
        )
    )
