"""Each fact is worked out in one place: what a writer may not do, and where it is done instead."""

from __future__ import annotations

import ast
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import pytest
from source import FILES, SOURCE, nodes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

DAYS = {"as_of", "due", "first_due", "done_on", "today"}


def _reads(*attributes: str) -> Callable[[ast.AST], bool]:
    return lambda node: isinstance(node, ast.Attribute) and node.attr in attributes


def _is(node: ast.AST, *names: str) -> bool:
    """Whether a side of a comparison is a value of this name: ``one.state``, ``as_of``."""
    last = node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
    return last in names


def _compares(*names: str) -> Callable[[ast.AST], bool]:
    def found(node: ast.AST) -> bool:
        return isinstance(node, ast.Compare) and any(
            _is(one, *names) for one in (node.left, *node.comparators)
        )

    return found


def _selects(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and _is(node.func, "select", "Touch", "leads", "may_lead")


def _subtracts_days(node: ast.AST) -> bool:
    if isinstance(node, ast.Attribute):
        return node.attr == "days" and isinstance(node.value, ast.BinOp)
    return (
        isinstance(node, ast.BinOp)
        and isinstance(node.op, ast.Sub)
        and (_is(node.left, *DAYS) or _is(node.right, *DAYS))
    )


def _compares_days(node: ast.AST) -> bool:
    if not isinstance(node, ast.Compare) or any(
        isinstance(one, (ast.Is, ast.IsNot, ast.In, ast.NotIn)) for one in node.ops
    ):
        return False
    sides = [node.left, *node.comparators]
    sides += [one.value for one in sides if isinstance(one, ast.Attribute) and one.attr == "year"]
    return any(_is(one, *DAYS) for one in sides)


def _takes_a_share(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.BinOp)
        and isinstance(node.op, ast.Mult)
        and any(
            isinstance(one, ast.Constant) and one.value == 100 for one in (node.left, node.right)
        )
    )


def _counts(node: ast.AST) -> bool:
    """``sum(one.late for …)``, ``len([… if …])``, ``Counter(…)``: how many there are of a kind."""
    if not isinstance(node, ast.Call) or not _is(node.func, "sum", "len", "Counter"):
        return False
    if _is(node.func, "Counter"):
        return True
    (inner,) = node.args[:1] or (None,)
    if not isinstance(inner, (ast.GeneratorExp, ast.ListComp, ast.SetComp)):
        return False
    return _is(node.func, "sum") or bool(inner.generators[0].ifs)


# What working a fact out looks like in the source.
MARKS: dict[str, Callable[[ast.AST], bool]] = {
    "selects": _selects,
    "subtracts days": _subtracts_days,
    "compares days": _compares_days,
    "compares a state": _compares("state", "colour"),
    "asks what is open": lambda node: isinstance(node, ast.Name) and node.id == "OPEN",
    "reads a deadline": _reads("milestones", "next_due", "recurrence"),
    "takes a share": _takes_a_share,
    "counts": _counts,
}


def marks(file: Path) -> Counter[str]:
    """How often a module does what working a fact out looks like."""
    return Counter(name for node in nodes(file) for name, mark in MARKS.items() if mark(node))


# Where what looks like it is none: how often, and why.
ALLOWED = {
    "json/items.py": ({"reads a deadline": 1}, "the contract prints every date of a deadline"),
    "json/explanations.py": (
        {"reads a deadline": 1},
        "the contract prints the rule by which a deadline returns",
    ),
    "ics.py": (
        {"compares days": 1, "compares a state": 1, "reads a deadline": 1},
        "a day is told once, what is withdrawn is cancelled, a date is one of so many",
    ),
    "web/cards.py": ({"reads a deadline": 1}, "the page prints every date of a deadline"),
    "words.py": ({"compares a state": 1}, "which state says the rest itself"),
    "paper/docx.py": ({"compares a state": 1, "takes a share": 1}, "inks and the units of docx"),
    "paper/styles.py": ({"takes a share": 1}, "the units of docx"),
    "paper/letters.py": ({"counts": 1}, "whether the numbers that are told overlap"),
    "paper/meeting_parts.py": ({"counts": 1}, "the width of columns"),
    "sheet/form.py": ({"counts": 1}, "the width of columns"),
    "paper/list_columns.py": ({"counts": 1}, "the lines of a cell"),
    "sheet/book.py": ({"counts": 2}, "the lines of a cell"),
    "sheet/fitting.py": ({"counts": 2}, "the width of columns"),
    "sheet/ledger.py": ({"counts": 1}, "the width of columns"),
    "web/charts.py": ({"takes a share": 3}, "places in a drawing"),
}
WRITERS = [file for file in FILES if SOURCE / "write" in file.parents]


def place(file: Path) -> str:
    """A module of the room of writers by its path in it."""
    return file.relative_to(SOURCE / "write").as_posix()


@pytest.mark.parametrize("file", WRITERS, ids=place)
def test_a_writer_works_no_fact_out(file: Path) -> None:
    """It asks for no items, counts no kinds, compares no days or states, takes no share."""
    allowed, _why = ALLOWED.get(place(file), ({}, ""))
    found = marks(file)
    assert found - Counter(allowed) == Counter()
    assert Counter(allowed) - found == Counter(), "no longer needed"


def test_no_exception_is_left_over() -> None:
    """A module that is gone needs none."""
    assert {place for place in ALLOWED if not (SOURCE / "write" / place).is_file()} == set()


# Where each fact about a list is worked out; no other function has its name.
FACTS = {
    "which items answer a question": "asking/query.py:select",
    "the days that are left until a printed date": "asking/query.py:_own_dates",
    "the days that are left until a day of what returns": "asking/query.py:_occurrences",
    "whether something is left to do by the date that matched": "asking/query.py:Match.open",
    "the first day that a question is about": "asking/query.py:Query.first_day",
    "the time that a question about what returns is about": "asking/occurring.py:Occurrences.window",
    "the days of what returns that have a row": "asking/occurring.py:Occurrences.listed",
    "the next day of what returns": "asking/occurring.py:Occurrences.following",
    "the months in which something returns": "asking/occurring.py:returning_months",
    "whether only the next date of what returns is told": "reports/items.py:Due.only_next",
    "the days that are left until a date, and that none are": "standing/states.py:DueDate.days_left",
    "of how many dates one is": "asking/query.py:Match.of_dates",
    "whether a date is only about so": "asking/query.py:Match.approximate",
    "the date by another reading": "asking/query.py:Match.other_reading",
    "how a deadline is still read": "asking/query.py:Match.reading",
    "on which days of a year an item returns": "asking/occurring.py:returning_months",
    "the dates of an item as far as they are known": "reports/overview.py:dates_due",
    "the last date of an item, or its next": "asking/query.py:Match.last_due",
    "what became of the date that matched": "asking/query.py:Match.due_date",
    "how many undated items are not shown": "asking/query.py:Selection.hidden",
    "whether a day is outside the list's year": "asking/subject.py:is_outside",
    "how near a date is": "asking/subject.py:Subject.nearness",
    "the part of a list that is in a state": "asking/subject.py:Subject.narrowed",
    "what is overdue besides a span of time": "reports/items.py:due_until",
    "which units an item touches, by role": "reports/items.py:_touched",
    "how many items touch a unit, by role": "reports/overview.py:load_of",
    "the load of a leader or a category": "reports/leaders.py:loads_by",
    "which unit leads most": "reports/overview.py:Units.busiest",
    "the month that an item is due in": "reports/overview.py:month_due",
    "the months of a year in which an item is due": "reports/overview.py:months_due",
    "how many items are due in each month of a year": "reports/overview.py:year_months",
    "how many items have no date": "reports/overview.py:Categories.undated",
    "what falls due next": "reports/overview.py:Overview.nearest",
    "what of an item has changed": "reports/differences.py:_details",
    "how many problems of a rule are not told": "reports/problems.py:told",
    "whether a date was extended": "standing/states.py:DueDate.extended",
    "whether something was done after its extended date": "standing/states.py:DueDate.missed",
    "the date that a step is": "standing/states.py:Standing.date_of",
    "how many lines of a journal do not count": "standing/tracking.py:Progress.not_counted",
    "the colour of a date": "standing/lights.py:date_colour",
    "the colour of what is far off": "standing/lights.py:far_colour",
    "whether a period asks for reports": "standing/periods.py:asks_for_reports",
    "which period is a list's first": "standing/periods.py:first_period",
    "what changed between two meetings": "reports/progress_counts.py:changes",
    "which states are told": "reports/progress_counts.py:Counts.told_states",
    "what became of a record": "reports/history.py:told_of",
    "who leads, of those who spoke": "reports/ledger.py:_voice",
    "whether who spoke is named": "reports/briefing.py:AnnexRow.named",
    "what a question passes over": "reports/narrowing.py:what_is_left_out",
    "what a unit is asked to report on": "reports/reporting.py:blank_form",
    "how long reports are over": "reports/owing.py:Owing.days_over",
    "what is an error of an import": "importers/importing.py:Imported.errors",
}


@cache
def functions(file: Path) -> frozenset[str]:
    """The functions that a module defines, and the methods as ``Class.method``."""
    return frozenset(_functions(file))


def _functions(file: Path) -> Iterator[str]:
    module, *_inner = nodes(file)
    assert isinstance(module, ast.Module)
    for node in module.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name
        elif isinstance(node, ast.ClassDef):
            yield from (
                f"{node.name}.{one.name}" for one in node.body if isinstance(one, ast.FunctionDef)
            )


@pytest.mark.parametrize("fact", FACTS)
def test_a_fact_is_worked_out_where_the_table_says(fact: str) -> None:
    """There, and nowhere else under that name."""
    module, _colon, name = FACTS[fact].partition(":")
    places = [file.relative_to(SOURCE).as_posix() for file in FILES if name in functions(file)]
    assert places == [module]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("left = (one.due - as_of).days", "subtracts days"),
        ("late = match.due < as_of", "compares days"),
        ("outside = as_of.year != worklist.year", "compares days"),
        ("one.select(each_date=True)", "selects"),
        ("done = one.state in ('closed', 'withdrawn')", "compares a state"),
        ("late = sum(one.late for one in rows)", "counts"),
        ("n = len([one for one in rows if one.late])", "counts"),
        ("share = number * 100 // whole", "takes a share"),
        ("first = item.deadline.milestones[0]", "reads a deadline"),
        ("still = state in OPEN", "asks what is open"),
    ],
)
def test_what_working_out_looks_like_is_seen(line: str, name: str) -> None:
    """Each mark finds what it is for; a table without such a line would hold nothing."""
    assert any(MARKS[name](node) for node in ast.walk(ast.parse(line)))
