"""What a person typed, and the unit, category, item or day of a list that it means."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from sulist.base.days import last_day, written_day
from sulist.base.errors import UsageError
from sulist.base.i18n import _, joined
from sulist.base.invisible import visible
from sulist.base.showing import shortened

if TYPE_CHECKING:
    from datetime import date

    from sulist.listfile.item import Category, PrintedColumn
    from sulist.listfile.worklist import WorkList

# How people name a category or an item beside its number.
_CATEGORY = r"(?:第|分类|类别)?([0-9一二三四五六七八九十]+)(?:个)?(?:大类|类别|分类|类|部分|方面)?"
_ITEM = r"(?:第|分类|类别)?([0-9一二三四五六七八九十]+)(?:大类|类别|分类|类|部分|、|-|\.)的?第?([0-9一二三四五六七八九十]+)(?:项|条|号|个)?"
_NUMBER = r"第?([0-9一二三四五六七八九十]+)(?:项|条|号|个)?"
_WEEK = r"(?:(\d{4})年)?第?(\d{1,2})周"
_APART = r"\d\s+\d"
_LONGEST_QUARTER = 92  # days


def unit(worklist: WorkList, typed: str) -> str:
    """The unit that ``typed`` means: its name, an alias, or a part that no other name has.

    Raises:
        UsageError: no unit, or more than one.
    """
    from sulist.units.roster import Roster

    typed = visible(typed)
    known = worklist.roster or Roster({"": worklist.units})
    people = worklist.answering if worklist.roster else ()
    roster = Roster({**known.groups, "": people}, known.aliases) if people else known
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

    if not worklist.roster:
        where = ""
    elif worklist.file == packaged_list():
        where = _("A new one is added in a copy of the list: sulist init DIR")
    else:
        where = _("A new one is added under units: in {file}.").format(file=worklist.file)
    said = _("“{typed}” is not a unit of this list. {hint}").format(typed=typed, hint=hint)
    raise UsageError(joined(said, where) if where else said)


def ends_name(worklist: WorkList, typed: str, unit: str) -> bool:
    """Whether a name or an alias of ``unit`` ends in what was typed."""
    from sulist.units.folded import name_key

    roster = worklist.roster
    also = (one for one, meant in roster.aliases.items() if roster.canonical(meant) == unit)
    return any(name_key(one).endswith(name_key(visible(typed))) for one in (unit, *also))


def reporter(worklist: WorkList, typed: str) -> str:
    """The unit that ``typed`` means, or the collective without known units that leads as it is printed: 各乡镇.

    Raises:
        UsageError: no unit, or more than one.
    """
    from sulist.listfile.touch import leads

    typed = visible(typed)
    if any(typed in leads(worklist, item) for item in worklist.items):
        return typed
    return unit(worklist, typed)


def category(worklist: WorkList, typed: str) -> str:
    """The number of the category that ``typed`` means: 一, 1, or a part of the title.

    Raises:
        UsageError: no category, or more than one.
    """
    from sulist.base.numerals import parse_number
    from sulist.base.plain import fold

    wanted = fold(typed).strip("()、.")
    number = parse_number(wanted)
    for one in worklist.categories:
        if wanted == fold(one.number) or (number and number == parse_number(one.number)):
            return one.number
    said = re.fullmatch(_CATEGORY, wanted)
    if said and (number := parse_number(said[1])):
        for one in worklist.categories:
            if number == parse_number(one.number) and wanted not in fold(one.title):
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
    """The id that ``typed`` means: 2-7, 2.7, 二-7, 二、7, ２－７, 第二类第7项, or a printed serial that only one item has: 5.

    Raises:
        UsageError: there is no such item, or there are several.
    """
    from sulist.base.numerals import parse_number
    from sulist.base.plain import fold
    from sulist.listfile.item import id_numbers

    said = re.fullmatch(_ITEM, fold(typed))
    numbers = id_numbers(f"{said[1]}-{said[2]}" if said else typed)
    wanted = "-".join(map(str, numbers))
    found = [item for item in worklist.items if item.id == wanted]
    # a space between digits parts two numbers
    serial = "" if re.search(_APART, typed) else fold(typed).removeprefix("第")
    serial = serial.removesuffix("项").removesuffix("条").removesuffix("号")
    found += [
        item
        for item in worklist.items
        if serial and fold(item.printed_serial) == serial and item not in found
    ]
    if len(found) == 1:
        return found[0].id
    if found:
        raise UsageError(
            _("“{typed}” may be {items}. Write the id.").format(
                typed=typed,
                items=_("; ").join(f"{item.id} {shortened(item.name)}" for item in found),
            )
        )
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


def item_beside(typed: str, before: str) -> str:
    """What is typed of an item behind another: of 8 in 2-7、8 2-8, since a number alone is of the same category."""
    from sulist.base.plain import fold

    first, number = re.fullmatch(_ITEM, fold(before)), re.fullmatch(_NUMBER, fold(typed))
    return f"{first[1]}-{number[1]}" if first and number else typed


def has_category(typed: str) -> bool:
    """Whether an item, or the first of a row of them, is typed by its category and its number."""
    from sulist.base.plain import fold

    return bool(re.match(_ITEM, fold(typed)))


def person(worklist: WorkList, typed: str, *, leader: bool) -> str:
    """The person that ``typed`` means, among the leaders or the persons of the items: a name, or a part of one.

    Raises:
        UsageError: nobody, or more than one.
    """
    from sulist.base.plain import fold, near
    from sulist.listfile import persons

    names = dict.fromkeys(
        name for item in worklist.items for name in (item.leaders if leader else item.persons)
    )
    role = "leader" if leader else "person"
    if not any(one.role == role for one in worklist.columns):
        raise UsageError(
            _("This list has no column of leaders (责任领导).")
            if leader
            else _("This list has no column of persons (责任人).")
        )
    bare = persons.names(persons.as_printed(typed))  # 副区长李某
    wanted = fold(bare[0] if len(bare) == 1 else typed)
    if own := [name for name in names if wanted == fold(name)]:
        return own[0]
    found = [name for name in names if wanted and wanted in fold(name)]
    if len(found) == 1:
        return found[0]
    guess = found or near(typed, list(names), 3)
    guess = guess or [name for name in names if name[:1] == wanted[:1]]  # 李区长
    others = (item.persons if leader else item.leaders for item in worklist.items)
    if not found and wanted and any(wanted in fold(name) for each in others for name in each):
        raise UsageError(
            _("“{typed}” is among the persons of this list: ask for --person.").format(typed=typed)
            if leader
            else _("“{typed}” is among the leaders of this list: ask for --leader.").format(
                typed=typed
            )
        )
    raise UsageError(
        _("“{typed}” may be {names}. Write the name in full.").format(
            typed=typed, names="、".join(found)
        )
        if found
        else joined(
            (
                _("“{typed}” is no leader of this list.")
                if leader
                else _("“{typed}” is no person of this list.")
            ).format(typed=typed),
            _("Did you mean {names}?").format(names="、".join(guess))
            if guess
            else _("sulist leaders lists who is."),
        )
    )


def where(worklist: WorkList, typed: str) -> tuple[PrintedColumn, str]:
    """The column and the text that ``typed`` means, as in 备注=结转.

    Raises:
        UsageError: there is no such heading, or no text.
    """
    from sulist.base.plain import clean_cell, fold, near

    heading, sign, text = typed.replace("＝", "=", 1).partition("=")
    headings = [one.heading for one in worklist.columns]
    for one in sorted((one for one in headings if "=" in one), key=len, reverse=True):
        if typed.startswith(f"{one}="):
            heading, sign, text = one, "=", typed[len(one) + 1 :]
            break
    name = clean_cell(heading)
    if not sign or not text.strip():
        raise UsageError(
            _("“{typed}” must be a heading, = and a text, as in {heading}=8月.").format(
                typed=typed, heading=headings[-1]
            )
        )
    found = [one for one in worklist.columns if one.heading == name]
    found = found or [one for one in worklist.columns if name and fold(name) in fold(one.heading)]
    if len(found) == 1:
        return found[0], text
    guess = near(name, headings, 1)
    raise UsageError(
        joined(
            _("“{heading}” is no heading of this list.").format(heading=heading),
            _("Did you mean {names}?").format(names=guess[0])
            if guess
            else _("Its headings are {headings}.").format(headings="、".join(headings)),
        )
    )


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


def _period_about(option: str, typed: str, year: int, as_of: date) -> tuple[date, date]:
    """As ``period``, but without a year the month or quarter that it is, whatever the year of the list."""
    first, last = period(option, typed, as_of.year, as_of)
    is_now = first <= as_of <= last and (last - first).days < _LONGEST_QUARTER
    return (first, last) if is_now else period(option, typed, year, as_of)


def week(option: str, typed: str, year: int, as_of: date) -> str:
    """The week that an option means, as 2021-W27: 第27周, 本周, 上周, 2021-W27, or a day of it.

    The week that it is, is this one, as with months.

    Raises:
        UsageError: it cannot be read, or is no one week.
    """
    from sulist.base.days import monday_of, week_of
    from sulist.base.plain import fold

    said = fold(typed).upper()
    if monday_of(said):
        return said
    if found := re.fullmatch(_WEEK, said):
        now = week_of(as_of)
        if not found[1] and int(found[2]) == int(now[6:]):
            return now
        name = f"{found[1] or year or as_of.year}-W{int(found[2]):02}"
        if monday_of(name):
            return name
    with suppress(UsageError):
        first, last = period(option, typed, year, as_of)
        if (name := week_of(first)) == week_of(last) and monday_of(name):
            return name
    raise UsageError(
        _("{option}: {typed} is no week; write it as 第27周, 本周 or 2021-W27.").format(
            option=option, typed=typed
        )
    )


def says_week(typed: str) -> bool:
    """Whether the word itself speaks of a week: 本周, 第27周, 上星期, 2021-W27."""
    return any(sign in typed.upper() for sign in ("周", "週", "星期", "礼拜", "W", "Ｗ"))


def months(option: str, typed: str, year: int, as_of: date) -> tuple[str, int]:
    """The last month of what an option means, as 2021-06, and how many whole months that are: of 二季度 3.

    The quarter that it is, is this one, as with months.

    Raises:
        UsageError: it cannot be read, or is no whole months of a year.
    """
    first, last = _period_about(option, typed, year, as_of)
    if first.day == 1 and last == last_day(last.isoformat()[:7]) and first.year == last.year:
        return last.isoformat()[:7], last.month - first.month + 1
    raise UsageError(
        _("{option}: {typed} is no month; write it as 2021-06 or 6月.").format(
            option=option, typed=typed
        )
    )


def month(option: str, typed: str, year: int, as_of: date) -> str:
    """The month that an option means, as 2021-06: 2021-06, 6月, 本月.

    A month without a year is that of the list's year; in that very month of another year it is this one,
    as 本月 is.

    Raises:
        UsageError: it cannot be read, or is no whole month.
    """
    with suppress(UsageError):
        first, last = _period_about(option, typed, year, as_of)
        months = {(day.year, day.month) for day in (first, last)}
        if first.day == 1 and len(months) == 1 and last.day >= 28:
            return first.isoformat()[:7]
    raise UsageError(
        _("{option}: {typed} is no month; write it as 2021-06 or 6月.").format(
            option=option, typed=typed
        )
    )
