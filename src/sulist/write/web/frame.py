"""The page's head and filters: what was chosen, totals, what is urgent, and what one can filter by. Pure."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from sulist.base.days import chinese_month
from sulist.listfile.touch import ROLES, Touch
from sulist.standing.states import STATES
from sulist.write.paper.title_lines import title_lines
from sulist.write.screen.days import days_left
from sulist.write.screen.items import ROLE_TERMS
from sulist.write.selecting import asked, left_out
from sulist.write.web.cards import NO_MONTH
from sulist.write.web.charts import lying
from sulist.write.words import colour_word, state_word

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sulist.asking.query import Match, Query, Selection
    from sulist.listfile.worklist import WorkList
    from sulist.standing.tracking import Progress
    from sulist.write.web.cards import Cards

LIGHTS = ("blue", "green", "yellow", "red", "none")
_URGENCY = ("red", "yellow", "green", "blue", "none")
_TITLE = 16  # characters of a title's line on a telephone
_TALLY = (
    "closed",
    "reported-done",
    "in-progress",
    "reopened",
    "not-started",
    "no-report",
    "withdrawn",
)


class Choice(NamedTuple):
    """What a filter can be set to, and how many items it then finds."""

    value: str
    text: str
    number: int


Offer = list[tuple[str, list[Choice]]]  # choices under headings; one without a heading has none


class Order(NamedTuple):
    """What the items can be sorted by; ``values`` are a word's values in their order, where it is one."""

    name: str
    text: str
    values: tuple[str, ...] = ()


class Total(NamedTuple):
    """A number in large figures; ``colour`` is a light's, or nothing."""

    text: str
    number: int
    colour: str = ""


class Urgent(NamedTuple):
    """An item that somebody has to look at: the sentence says why."""

    id: str
    name: str
    lead: str
    text: str


def head(worklist: WorkList, query: Query, as_of: date, selection: Selection) -> dict[str, Any]:
    """What stands above the list and below it."""
    progress, matches = selection.progress, selection.matches
    found = lights(matches)
    return {
        "worklist": worklist,
        "title": title_lines(worklist.title, _TITLE),
        "as_of": as_of,
        "progress": progress,
        "number": len(matches),
        "scope": asked(query),
        "left_out": left_out(query, selection),
        "records": len(progress.records()) if progress else 0,
        "broken": len(progress.journal.problems) + len(progress.refusals) if progress else 0,
        "totals": _totals(matches, as_of, selection),
        "lights": lying(found.items(), len(matches) or 1),
        "light_words": [(one, colour_word(one), found[one]) for one in LIGHTS if found[one]],
        "role_words": [(role, ROLE_TERMS[role]) for role in ROLES],
        "overdue": _overdue(matches, as_of),
        "problems": _problems(matches),
    }


def lights(matches: Iterable[Match]) -> dict[str, int]:
    """How many items have which light."""
    found = Counter(match.light.colour for match in matches if match.light)
    return {colour: found[colour] for colour in LIGHTS}


def tally(matches: Iterable[Match]) -> str:
    """How many items are in which state, in words; nothing without progress."""
    found = Counter(match.standing.state for match in matches if match.standing)
    return " · ".join(f"{state_word(one)}{found[one]}" for one in _TALLY if found[one])


def units(worklist: WorkList, matches: Iterable[Match]) -> tuple[str, ...]:
    """The units of the list; where it has no roster, also those that collectives of leads are about."""
    touch = Touch(worklist)
    named = (unit for match in matches for unit in touch.roles(match.item))
    return tuple(dict.fromkeys((*worklist.units, *named)))


def choices(
    worklist: WorkList, matches: tuple[Match, ...], cards: Cards, names: tuple[str, ...]
) -> dict[str, Offer]:
    """What each filter offers: only what finds something."""
    months = Counter(month for match in matches for month in cards.months(match.item))
    categories = Counter(match.item.category for match in matches)
    states = Counter(match.standing.state for match in matches if match.standing)
    offered = {
        "category": [
            Choice(one.number, f"{one.number}、{one.title}", categories[one.number])
            for one in worklist.categories
        ],
        "state": [Choice(one, state_word(one), states[one]) for one in STATES],
        "light": [Choice(one, colour_word(one), number) for one, number in lights(matches).items()],
        "month": [
            Choice(month, _month(month), months[month])
            for month in sorted(months, key=lambda one: (one == NO_MONTH, one))
        ],
    }
    found: dict[str, Offer] = {
        name: [("", [one for one in each if one.number])] for name, each in offered.items()
    }
    return found | {"unit": _units(worklist, matches, cards, names)}


def orders(progress: Progress | None) -> tuple[Order, ...]:
    """What the items can be sorted by, besides the printed order."""
    if progress is None:
        return Order("date", "到期日期"), Order("lead", "牵头单位")
    return (
        Order("date", "到期日期（未完成的在前）"),
        Order("lead", "牵头单位"),
        Order("light", "亮灯（急的在前）", _URGENCY),
        Order("state", "状态", STATES),
    )


def _units(
    worklist: WorkList, matches: tuple[Match, ...], cards: Cards, names: tuple[str, ...]
) -> Offer:
    """The units that something touches, under the groups of the roster."""
    touched = Counter(unit for match in matches for unit in cards.touch.roles(match.item))
    groups: dict[str, list[Choice]] = {}
    for number, unit in enumerate(names):
        if touched[unit]:
            own = groups.setdefault(worklist.roster.group_of(unit) or "", [])
            own.append(Choice(str(number), unit, touched[unit]))
    return list(groups.items())


def _month(month: str) -> str:
    return "没有具体日期" if month == NO_MONTH else chinese_month(month)


def _totals(matches: tuple[Match, ...], as_of: date, selection: Selection) -> list[Total]:
    """The numbers that a leader asks for first."""
    whole = Total("事项总数", len(matches))
    if selection.progress is None:
        past = sum(match.due is not None and match.due < as_of for match in matches)
        undated = sum(match.due is None for match in matches)
        coming = len(matches) - past - undated
        return [
            whole,
            Total("时限已过", past),
            Total("尚未到期", coming),
            Total("无具体日期", undated),
        ]
    found = Counter(match.standing.state for match in matches if match.standing)
    colours = lights(matches)
    return [
        whole,
        Total(state_word("closed"), found["closed"], "blue"),
        Total(state_word("reported-done"), found["reported-done"]),
        Total("逾期", colours["red"], "red"),
        Total("黄灯", colours["yellow"], "yellow"),
        Total(state_word("no-report"), found["no-report"]),
    ]


def _overdue(matches: tuple[Match, ...], as_of: date) -> list[Urgent]:
    """What is past a date and not done, whichever date was asked for; the longest first."""
    late = [
        (match.standing.overdue_days(as_of), match.item)
        for match in matches
        if match.standing and match.light and match.light.colour == "red"
    ]
    return [
        Urgent(item.id, item.name, item.lead_text, days_left(-days))
        for days, item in sorted(late, key=lambda one: -one[0])
    ]


def _problems(matches: tuple[Match, ...]) -> list[Urgent]:
    """What is in the way, as each unit said last."""
    return [
        Urgent(match.item.id, match.item.name, unit, text)
        for match in matches
        if match.standing
        for unit, text in match.standing.problems
    ]
