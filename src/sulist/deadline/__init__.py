"""The grammar of 完成时限: what a printed deadline means, in dates.

``parse`` reads a whole cell, ``find`` the deadlines inside running text, ``parse_option`` a date
that is typed on the command line. ``docs/deadlines.md`` is the grammar on one page.
"""

from __future__ import annotations

from sulist.deadline.model import (
    Deadline,
    DeadlineError,
    Found,
    Milestone,
    Period,
    Recurrence,
)
from sulist.deadline.reading import find, parse, parse_option

__all__ = [
    "Deadline",
    "DeadlineError",
    "Found",
    "Milestone",
    "Period",
    "Recurrence",
    "find",
    "parse",
    "parse_option",
]
