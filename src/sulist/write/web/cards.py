"""What the page shows of each item: its facts, its printed text, and everything that was said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sulist.base.days import chinese_day
from sulist.deadline.explain import explain
from sulist.listfile.touch import ROLES
from sulist.standing.names import ROLE_TERMS
from sulist.write.phrases import due_date_words, extension_words, head_words, note_words
from sulist.write.screen.days_left import days_left, due_text
from sulist.write.words import light_words, state_and_percent

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sulist.asking.query import Match
    from sulist.listfile.item import WorkItem
    from sulist.listfile.worklist import WorkList
    from sulist.reports.board import Board, BoardItem
    from sulist.reports.history import ToldRecord

NO_MONTH = "none"


class Saying(NamedTuple):
    """A record: who said what of which day; ``parts`` are headings and texts, ``note`` what became of it."""

    on: str
    unit: str
    head: str
    parts: tuple[tuple[str, str], ...]
    note: str
    written: str
    counts: bool


class Cell(NamedTuple):
    """A cell under its heading; a ``printed`` one is found by its words, others by what a page says anyway."""

    heading: str
    text: str
    printed: bool


class Card(NamedTuple):
    """An item on the page; ``serial`` is the printed one, None where its id says it.

    ``units`` are, of each role, the numbers of the units in the page's list of units, which goes on
    with the leaders as those who lead; ``roles`` names the units. ``months`` are what the filter by month finds it under. ``percent`` is the width of
    its bar, None where nothing was said. ``when`` and ``first_lead`` put it in its place among the
    others when they are sorted: what is still to be done before what is done, and last what has no
    date; the units in the order of the list's own table.
    """

    id: str
    other_ids: str
    serial: str | None
    category: str
    name: str
    text: str
    lead: str
    deadline: str
    cells: tuple[Cell, ...]
    reading: str
    dates: tuple[str, ...]
    left: str
    late: bool
    months: tuple[str, ...]
    when: str
    first_lead: int
    units: dict[str, str]
    roles: tuple[tuple[str, str], ...]
    state: str
    state_text: str
    percent: int | None
    light: str
    light_text: str
    problems: tuple[tuple[str, str], ...]
    extensions: tuple[str, ...]
    history: tuple[Saying, ...]


class Cards:
    """Makes the cards of a board."""

    def __init__(self, board: Board) -> None:
        self._worklist = board.subject.worklist
        self._year = self._worklist.year
        self._as_of = board.subject.as_of
        self._numbers = {unit: str(number) for number, unit in enumerate(board.units)}
        self._leaders = {
            person: str(number) for number, person in enumerate(board.leaders, len(board.units))
        }

    def of(self, one: BoardItem) -> Card:
        """The card of an item."""
        match = one.match
        item, standing, light = match.item, match.standing, match.light
        by_role = {role: [unit for unit, own in one.roles.items() if own == role] for role in ROLES}
        return Card(
            id=item.id,
            other_ids=_other_ids(item),
            serial=None if item.printed_serial == str(item.serial) else item.printed_serial,
            category=item.category,
            name=item.name,
            text=item.text,
            lead=item.lead_words,
            deadline=item.deadline.text,
            cells=tuple(_cells(item, self._worklist)),
            reading=explain(item.deadline),
            dates=tuple(_dates(match, self._as_of, self._year)),
            left=_left(match),
            late=bool(standing) and (match.days_left or 0) < 0,
            months=one.months or (NO_MONTH,),
            when=_when(match),
            first_lead=one.first_lead,
            units={
                role: " ".join(
                    [
                        *[self._numbers[unit] for unit in units],
                        *[self._leaders[one] for one in item.leaders if role == "lead"],
                    ]
                )
                for role, units in by_role.items()
            },
            roles=tuple(
                (ROLE_TERMS[role], "、".join(units)) for role, units in by_role.items() if units
            ),
            state=standing.state if standing else "",
            state_text=state_and_percent(standing) if standing else "",
            percent=standing.percent if standing else None,
            light=light.colour if light else "",
            light_text=light_words(light),
            problems=standing.problems if standing else (),
            extensions=tuple(
                extension_words(each, self._year)
                for each in (standing.extensions if standing else ())
            ),
            history=tuple(_said(each, self._year) for each in reversed(one.told)),
        )


def _other_ids(item: WorkItem) -> str:
    """What else an item is called: 2.7, 二-7, and the printed serial where it is another number."""
    names = [item.id.replace("-", "."), f"{item.category}-{item.serial}"]
    if item.printed_serial not in ("", str(item.serial)):
        names.append(item.printed_serial)
    return " ".join(names)


def _cells(item: WorkItem, worklist: WorkList) -> Iterator[Cell]:
    """The cells of an item by their headings, but for its text; a part's with what it has from its parent."""
    if item.part_of:
        yield Cell("所属事项", item.part_of, printed=True)
    if item.assigned:
        yield Cell("年中交办", f"{item.assigned} {item.source}".rstrip(), printed=True)
    elif item.source:
        yield Cell("交办依据", item.source, printed=True)
    told = {"lead": item.lead_words, "deadline": item.deadline.text}
    for column in worklist.columns:
        if column.key and column.key != "text":
            cell = told.get(column.key) or item.cell(column)
            if cell or column.key != "more":
                yield Cell(column.heading, cell, printed=column.key not in told)


def _dates(match: Match, as_of: date, year: int) -> Iterator[str]:
    """Each of its dates with how it stands; nothing where it has none."""
    milestones = match.item.deadline.milestones
    if match.standing is None:
        for step, one in enumerate(milestones, 1):
            several = step if len(milestones) > 1 else 0
            yield due_text(match._replace(due=one.due, step=several, occurrence=None))
    else:
        for due_date in match.standing.dates:
            yield due_date_words(due_date, as_of, year)
    if match.occurrence and match.occurrence != match.upcoming:
        yield due_text(match)
    if match.upcoming:
        yield f"下一次：{due_text(match._replace(due=match.upcoming, occurrence=match.upcoming))}"


def _said(told: ToldRecord, year: int) -> Saying:
    one = told.record
    parts = (
        ("进展情况", one.done),
        ("存在问题", one.problem),
        ("下步打算", one.next),
        ("佐证", "；".join(one.evidence)),
        ("理由", one.reason),
    )
    return Saying(
        one.on.isoformat(),
        one.unit,
        head_words(one, year),
        tuple((title, text) for title, text in parts if text),
        note_words(told),
        one.written[:16].replace("T", " "),
        told.counts,
    )


def _when(match: Match) -> str:
    """What the items are sorted by, as a text that can be compared."""
    if match.due is None:
        return "2"
    return f"{int(not match.open)} {match.due}"


def _left(match: Match) -> str:
    """The days that are left, and until when where that is no longer the printed date.

    Where nobody reports, a date that is past is not called overdue.
    """
    if match.days_left is None:
        return ""
    if match.days_left < 0 and match.standing is None:
        return f"已过{-match.days_left}天"
    left = days_left(match.days_left)
    if match.first_due is None or match.due is None:
        return left
    return f"{left}（延期至{chinese_day(match.due, match.first_due.year)}）"
