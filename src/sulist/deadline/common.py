"""The commonest forms, read at once: 8月底前, 6月30日前, 2021年6月底前, 年底前, 长期坚持.

Nothing here is a rule of its own: the whole grammar reads these forms alike, which a test holds
it to. It only spares a list of plain deadlines from loading the grammar and its patterns.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from sulist.deadline.almanac import last_of_month
from sulist.deadline.meaning import Deadline, Milestone

_YEARS = range(1949, 2101)


def read_common(written: str, year: int | None) -> Deadline | None:
    """The deadline, where ``written`` is of a common form and its date exists; else None."""
    if written == "长期坚持":
        return Deadline(written, "ongoing", ongoing=True)
    match = _pattern().fullmatch(written)
    if match is None:
        return None
    own = int(match[1]) if match[1] else year
    month = int(match[2] or 12)
    if own not in _YEARS or own is None or not 1 <= month <= 12:
        return None
    last = last_of_month(own, month)
    day = int(match[3] or last)
    if not 1 <= day <= last:
        return None
    due = date(own, month, day)
    rules = () if match[1] else ("list-year",)
    return Deadline(written, "date", due, milestones=(Milestone(written, due),), rules=rules)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(r"(?:([12]\d{3})年)?(?:(\d\d?)月(?:底|末|(\d\d?)日)|年?[底末])前?")
