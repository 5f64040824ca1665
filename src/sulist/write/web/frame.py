"""The page's head and filters: what was chosen, totals, what is urgent, and what one can filter by. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sulist.asking.subject import is_outside
from sulist.base.days import chinese_period
from sulist.listfile.touch import ROLES
from sulist.reports.progress_counts import ROAD
from sulist.standing.course import STATES
from sulist.standing.names import ROLE_TERMS
from sulist.write.paper.title_lines import title_lines
from sulist.write.screen.days_left import days_left
from sulist.write.selecting import asked, left_out_lines
from sulist.write.web.cards import NO_MONTH
from sulist.write.web.charts import lying
from sulist.write.words import colour_word, state_word

if TYPE_CHECKING:
    from sulist.reports.board import Board, PlainTotals

LIGHTS = ("blue", "green", "yellow", "red", "none")
_URGENCY = ("red", "yellow", "green", "blue", "none")
_TITLE = 16  # characters of a title's line on a telephone


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


def head(board: Board) -> dict[str, Any]:
    """What stands above the list and below it."""
    worklist, query, as_of, progress = board.subject[:4]
    lights = in_order(board.lights)
    return {
        "worklist": worklist,
        "title": title_lines(worklist.title, _TITLE),
        "as_of": as_of,
        "year": board.subject.year,
        "is_outside": is_outside(worklist, as_of),
        "progress": progress,
        "number": board.number,
        "scope": asked(query),
        "left_out": left_out_lines(board.left_out),
        "records": board.records,
        "broken": board.not_counted,
        "totals": _plain_totals(board.plain, board.number) if board.plain else _totals(board),
        "lights": lying(lights.items(), board.number or 1),
        "light_words": [(one, colour_word(one), n) for one, n in lights.items() if n],
        "role_words": [(role, ROLE_TERMS[role]) for role in ROLES],
        "overdue": [
            Urgent(item.id, item.name, item.lead_words, days_left(-days))
            for item, days in board.overdue
        ],
        "problems": [Urgent(item.id, item.name, unit, text) for item, unit, text in board.problems],
    }


def in_order(lights: dict[str, int]) -> dict[str, int]:
    """How many items have which light, in the order of the page's bars."""
    return {colour: lights[colour] for colour in LIGHTS}


def tally(states: dict[str, int]) -> str:
    """How many items are in which state, in words; nothing without progress."""
    return " · ".join(f"{state_word(one)}{states[one]}" for one in ROAD if states[one])


def choices(board: Board) -> dict[str, Offer]:
    """What each filter offers: only what finds something."""
    months = board.months
    offered = {
        "category": [
            Choice(one.number, f"{one.number}、{one.title}", len(items))
            for one, items, _lights, _states in board.groups
        ],
        "state": [Choice(one, state_word(one), board.states[one]) for one in STATES],
        "light": [
            Choice(one, colour_word(one), number) for one, number in in_order(board.lights).items()
        ],
        "month": [
            Choice(
                month or NO_MONTH, chinese_period(month) if month else "没有具体日期", months[month]
            )
            for month in sorted(months, key=lambda one: (not one, one))
        ],
    }
    found: dict[str, Offer] = {
        name: [("", [one for one in each if one.number])] for name, each in offered.items()
    }
    return found | {"unit": _units(board)}


def orders(*, plain: bool) -> tuple[Order, ...]:
    """What the items can be sorted by, besides the printed order."""
    if plain:
        return Order("date", "到期日期"), Order("lead", "牵头单位")
    return (
        Order("date", "到期日期（未完成的在前）"),
        Order("lead", "牵头单位"),
        Order("light", "灯号（急的在前）", _URGENCY),
        Order("state", "状态", STATES),
    )


def _units(board: Board) -> Offer:
    """The units that something touches, under the groups of the roster."""
    groups: dict[str, list[Choice]] = {}
    for number, unit in enumerate(board.units):
        if touched := board.touched.get(unit):
            own = groups.setdefault(board.subject.worklist.roster.group_of(unit) or "", [])
            own.append(Choice(str(number), unit, touched))
    if board.leaders:
        first = len(board.units)
        groups["责任领导"] = [
            Choice(str(number), person, found)
            for number, (person, found) in enumerate(board.leaders.items(), first)
        ]
    return list(groups.items())


def _plain_totals(plain: PlainTotals, number: int) -> list[Total]:
    return [
        Total("事项总数", number),
        Total("时限已过", plain.past),
        Total("尚未到期", plain.coming),
        Total("无具体日期", plain.undated),
        *([Total("时限未能识别", plain.not_read)] if plain.not_read else []),
    ]


def _totals(board: Board) -> list[Total]:
    """The numbers that a leader asks for first."""
    return [
        Total("事项总数", board.number),
        Total(state_word("closed"), board.states["closed"], "blue"),
        Total(state_word("reported-done"), board.states["reported-done"]),
        Total("逾期", board.lights["red"], "red"),
        Total("黄灯", board.lights["yellow"], "yellow"),
        Total(state_word("no-report"), board.states["no-report"]),
    ]
