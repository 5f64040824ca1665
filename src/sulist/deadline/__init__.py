"""The grammar of 完成时限: what a printed deadline means, in dates.

``parse`` reads a whole cell, ``find`` the deadlines inside running text, ``parse_option`` a date
that is typed on the command line. ``docs/deadlines.md`` is the grammar on one page.

Each name is loaded when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sulist.deadline.meaning import (
        DaySpan,
        Deadline,
        DeadlineError,
        Found,
        Milestone,
        Recurrence,
    )
    from sulist.deadline.readers import find, parse, parse_option

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


def __getattr__(name: str) -> Any:
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from sulist.deadline import meaning, readers

    module = readers if name in ("find", "parse", "parse_option") else meaning
    return globals().setdefault(name, getattr(module, name))
