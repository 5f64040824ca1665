"""``sulist by-category``: one category's items."""

from __future__ import annotations

from typing import Any

import click

from sulist.cli.common import Asked, answer_options, complete_category, filter_options
from sulist.i18n import _


@click.command("by-category", help=_("One category's items: 一, 1, or a part of its title."))
@click.argument("category", shell_complete=complete_category)
@filter_options(category=False)
@answer_options
def command(category: str, **options: Any) -> None:
    """Answers what a category holds."""
    from sulist.cli import answers
    from sulist.query import select

    asked = Asked(options)
    query = asked.query(categories=(category,))
    selection = select(asked.worklist, query, asked.as_of)
    title = next(
        one.title for one in asked.worklist.categories if one.number == query.categories[0]
    )
    asked.show(
        answers.items(asked.worklist, query, selection, asked.as_of, what=title, responsible=True)
    )
