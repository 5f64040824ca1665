"""The grammar of 完成时限: what a printed deadline means, in dates.

``parse`` reads a whole cell, ``find`` the deadlines inside running text, ``parse_option`` a date
that is typed on the command line. ``docs/deadlines.md`` is the grammar on one page.

Each name is loaded when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sulist.deadline.meaning import Deadline, DeadlineError, Milestone
    from sulist.deadline.options import DaySpan
    from sulist.deadline.prose import Found
    from sulist.deadline.readers import find, parse, parse_option
    from sulist.deadline.recurring import Recurrence

__all__ = [
    "DaySpan",
    "Deadline",
    "DeadlineError",
    "Found",
    "Milestone",
    "Recurrence",
    "find",
    "parse",
    "parse_option",
]
_HOMES = {
    "DaySpan": "options",
    "Found": "prose",
    "Recurrence": "recurring",
    "find": "readers",
    "parse": "readers",
    "parse_option": "readers",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module

    module = import_module(f"sulist.deadline.{_HOMES.get(name, 'meaning')}")
    return globals().setdefault(name, getattr(module, name))
