"""What to say of a word that stands behind no option: under which option or command it is understood.

Loaded only then, so it may read the list to see what the word means in it.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from sulist.base.errors import SulistError
from sulist.base.i18n import _
from sulist.base.numerals import parse_number
from sulist.base.plain import fold
from sulist.base.showing import pasted, printable
from sulist.cli.commands import MODULES, options_of
from sulist.cli.refusals.unknown_command import asks_for_help
from sulist.standing.names import LIGHT_WORDS, ROLE_WORDS, STATE_WORDS, meant

if TYPE_CHECKING:
    from collections.abc import Iterator

    import click

    from sulist.listfile.worklist import WorkList

_OVERDUE = ("overdue", "late", "逾期", "超期", "已逾期", "已超期", "过期", "已过期")
_DASHES = "-—–―－‐−‑"  # what a word processor makes of two hyphens
_ONE_DAY = ("今天", "今日", "明天", "明日", "后天", "昨天", "昨日")
_LENGTH = re.compile(r"(?:未来|近|今后|接下来)?\+?(\d{1,4})(?:天|日|d|days?)(?:内|之内|以内)?")


def stray_words(ctx: click.Context, words: list[str]) -> str:
    """Which option of this command, or which other command, takes the first of ``words``."""
    shown = printable(words[0])
    if asks_for_help(words[0]):
        return _("Help is asked for with: {command}").format(command=f"{ctx.command_path} --help")
    advice = list(dict.fromkeys(_advice(ctx, words)))
    if not advice:
        return _("There is no place for “{word}” here.").format(word=shown)
    said = (
        _("What is “{word}”? Ask: {command}")
        if advice[0].startswith("sulist ")
        else _("What is “{word}”? Name it with its option, as in {option}")
    )
    either = _(" or ").join(advice)
    return said.format(word=shown, command=either, option=either)


def _advice(ctx: click.Context, words: list[str]) -> Iterator[str]:
    here, word = options_of(ctx.command), words[0]
    if phrase := ctx.params.get("phrase") or ctx.params.get("cell"):  # of explain: one text
        yield f"{ctx.command_path} {pasted(' '.join((phrase, *words)))}"
        return
    if "--as-of" not in here or not word.strip():
        return
    said = fold(word)
    if option := _by_its_dashes(word, here):
        yield option
    elif said in MODULES:
        yield f"sulist {said}"
    elif said in _OVERDUE:
        yield _with("--overdue", here, "due")
    elif state := meant(word, STATE_WORDS):
        yield _with(f"--status {state}", here, "list")
    elif colour := said != "无" and meant(word, LIGHT_WORDS):
        yield _with(f"--light {colour}", here, "list")
    elif said in ROLE_WORDS:
        # a role wants a unit beside it
        yield (
            f"--role {said}"
            if ctx.params.get("units")
            else f"sulist by-unit {_('UNIT')} --role {said}"
        )
    else:
        yield from _by_its_meaning(ctx, here, word)


def _by_its_dashes(word: str, here: frozenset[str]) -> str:
    """The option that is meant by a word which begins with dashes of another kind; else nothing."""
    name = word.lstrip(_DASHES)
    option = f"--{name.casefold()}"
    return option if name != word and option in here else ""


def _with(options: str, here: frozenset[str], otherwise: str) -> str:
    """The options themselves where this command has them, else on the command that does."""
    names = {one for one in options.split() if one.startswith("-")}
    return options if names <= here else f"sulist {otherwise} {options}"


def _by_its_meaning(ctx: click.Context, here: frozenset[str], word: str) -> Iterator[str]:
    """An id, a unit, a category or a person of the list; else a time; else a text to search for."""
    worklist = _the_list(ctx)
    if worklist and (found := _in_the_list(worklist, here, word)):
        yield from found
    elif worklist and (people := _people(worklist, here, word)):
        yield from people
    elif length := _LENGTH.fullmatch(fold(word)):
        yield _with(f"--within {length[1]}d", here, "due")
    elif dates := _dates(worklist, here, word):
        yield dates
    else:
        yield _with(f"--search {pasted(word)}", here, "list")


def _the_list(ctx: click.Context) -> WorkList | None:
    """The list that is asked, where it can be read, and is no pipe."""
    from sulist.cli.desk import list_file
    from sulist.listfile.worklist import load

    with suppress(SulistError):
        file = list_file(ctx.params.get("file")).name
        return load(file) if file != "-" else None
    return None


def _in_the_list(worklist: WorkList, here: frozenset[str], word: str) -> list[str]:
    from sulist.listfile import typed
    from sulist.units.roster import Roster

    with suppress(SulistError):
        return [f"sulist show {typed.item_id(worklist, word)}"]
    if units := (worklist.roster or Roster({"": worklist.units})).find(word):
        names = (word,) if len(units) == 1 else units
        return [
            _with_unit(worklist, here, name, unit) for name, unit in zip(names, units, strict=True)
        ]
    with suppress(SulistError):
        number = typed.category(worklist, word)
        asked = f"--category {number}" if "--category" in here else f"sulist by-category {number}"
        if parse_number(fold(word)):
            return [asked]
        return [asked, _with(f"--search {pasted(word)}", here, "list")]  # a part of its title
    return []


def _people(worklist: WorkList, here: frozenset[str], word: str) -> list[str]:
    """The options for a leader or a person of the list, where the word is one, or a part of one."""
    from sulist.listfile import typed

    found = []
    for option, leader in (("--leader", True), ("--person", False)):
        with suppress(SulistError):
            name = typed.person(worklist, word, leader=leader)
            found.append(_with(f"{option} {pasted(name)}", here, "list"))
    return found


def _with_unit(worklist: WorkList, here: frozenset[str], name: str, unit: str) -> str:
    """The option for a unit; where only lead units are asked for, it has to lead."""
    from sulist.listfile.touch import leads

    takes_any = "--unit" in here and "--month" not in here
    if takes_any or (
        "--unit" in here and any(unit in leads(worklist, item) for item in worklist.items)
    ):
        return f"--unit {pasted(name)}"
    return f"sulist by-unit {pasted(name)}"


def _dates(worklist: WorkList | None, here: frozenset[str], word: str) -> str:
    """The options for a day, a month or another period, where the word is one; else nothing."""
    from datetime import date

    from sulist.listfile.typed import month, period

    today = date.today()
    year = (worklist.year if worklist else 0) or today.year
    try:
        first, last = period("", word, year, today)
    except SulistError:
        return ""
    said = pasted(word)
    if "--month" in here:
        with suppress(SulistError):
            month("", word, year, today)
            return f"--month {said}"
    if "--before" not in here:
        return f"--as-of {said}"
    if first != last or fold(word) in _ONE_DAY:
        return f"--from {said} --before {said}"
    return f"--before {said}"
