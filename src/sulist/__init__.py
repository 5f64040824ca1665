"""sulist: an official list of major matters as one checked YAML file, and the questions asked of it.

What stands here is the interface for programs, and docs/python.md its guide. It stays: a name here
keeps its meaning, a function its parameters, a value its fields, as long as the first number of the
version is the same; fields and parameters may come to them. Modules below may move at any time.

Each name is loaded when it is first used. Nothing here changes the process that imports it.
"""

from __future__ import annotations

# What typing calls so; Ctrl-C while typing itself loads, before the start can listen, would not be quiet.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from sulist.asking.query import Match, Query, Selection
    from sulist.asking.understood import select_as_asked as select
    from sulist.base import __version__
    from sulist.base.errors import BrokenListError, FileError, SulistError, UsageError
    from sulist.base.problem import Problem
    from sulist.deadline import Deadline, DeadlineError, Milestone, Recurrence
    from sulist.deadline import Found as FoundDeadline
    from sulist.deadline import find as find_deadlines
    from sulist.deadline import parse as read_deadline
    from sulist.listfile.item import Category, WorkItem
    from sulist.listfile.worklist import WorkList, load
    from sulist.units import UnitError, UnitRef
    from sulist.units import parse as read_units
    from sulist.units.roster import Roster
    from sulist.write.json.items import rows

__all__ = [
    "BrokenListError",
    "Category",
    "Deadline",
    "DeadlineError",
    "FileError",
    "FoundDeadline",
    "Match",
    "Milestone",
    "Problem",
    "Query",
    "Recurrence",
    "Roster",
    "Selection",
    "SulistError",
    "UnitError",
    "UnitRef",
    "UsageError",
    "WorkItem",
    "WorkList",
    "__version__",
    "find_deadlines",
    "load",
    "read_deadline",
    "read_units",
    "rows",
    "select",
]

# Where each name is, and what it is called there if that is another name.
_HOMES = {
    "BrokenListError": "base.errors",
    "Category": "listfile.item",
    "Deadline": "deadline",
    "DeadlineError": "deadline",
    "FileError": "base.errors",
    "FoundDeadline": "deadline:Found",
    "Match": "asking.query",
    "Milestone": "deadline",
    "Problem": "base.problem",
    "Query": "asking.query",
    "Recurrence": "deadline",
    "Roster": "units.roster",
    "Selection": "asking.query",
    "SulistError": "base.errors",
    "UnitError": "units",
    "UnitRef": "units",
    "UsageError": "base.errors",
    "WorkItem": "listfile.item",
    "WorkList": "listfile.worklist",
    "__version__": "base",
    "find_deadlines": "deadline:find",
    "load": "listfile.worklist",
    "read_deadline": "deadline:parse",
    "read_units": "units:parse",
    "rows": "write.json.items",
    "select": "asking.understood:select_as_asked",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module

    module, _colon, there = _HOMES[name].partition(":")
    return globals().setdefault(name, getattr(import_module(f"sulist.{module}"), there or name))


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
