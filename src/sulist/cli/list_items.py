"""``sulist list``: items, with every filter."""

from __future__ import annotations

from typing import Any

import click

from sulist.cli.common import Asked, answer_options, filter_options
from sulist.i18n import _


@click.command("list", help=_("Items in the printed order, with every filter."))
@filter_options()
@answer_options
def command(**options: Any) -> None:
    """Answers which items there are."""
    from sulist.cli import answers
    from sulist.query import select

    asked = Asked(options)
    query = asked.query()
    selection = select(asked.worklist, query, asked.as_of)
    asked.show(
        answers.items(
            asked.worklist,
            query,
            selection,
            asked.as_of,
            what=asked.worklist.region,
            responsible=True,
        )
    )
