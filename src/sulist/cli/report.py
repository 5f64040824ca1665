"""``sulist report``: the whole picture on one screen: totals, deadlines, load, time line, what is late, what is next."""

from __future__ import annotations

from typing import Any

import click

from sulist.cli.common import Asked, answer_options
from sulist.i18n import _


@click.command(
    "report",
    help=_(
        "The whole picture on one screen: totals, deadlines, load, time line, what is late, what is next."
    ),
)
@answer_options
def command(**options: Any) -> None:
    """Answers with the counts."""
    from sulist.cli import overviews

    asked = Asked(options)
    asked.show(overviews.report(asked.worklist, asked.as_of))
