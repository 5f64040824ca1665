"""``sulist report``: the whole picture on one screen."""

from __future__ import annotations

from typing import Any

from sulist.cli.asked import Asked
from sulist.cli.options import answer_options, command
from sulist.i18n import _


@command(
    "report",
    _(
        "The whole picture on one screen: totals, deadlines, load, time line, what is late, what is next."
    ),
)
@answer_options
def report(**options: Any) -> None:
    """Answers with the counts."""
    from sulist.answers import overviews

    asked = Asked(options)
    asked.show(overviews.report(asked.worklist, asked.as_of))
