"""``sulist by-category``: one category's items."""

from __future__ import annotations

from typing import Any

import click

from sulist.base.i18n import _
from sulist.cli.asked import Asked
from sulist.cli.options import (
    answer_options,
    command,
    complete_category,
    filter_options,
    progress_options,
)


@command("by-category", _("One category's items: 一, 1, or a part of its title."))
@click.argument("category", metavar=_("CATEGORY"), shell_complete=complete_category)
@filter_options(category=False)
@progress_options
@answer_options
def by_category(category: str, **options: Any) -> None:
    """Answers what a category holds."""
    from sulist.cli.journaled import progress_of
    from sulist.reports.items import of_category

    asked = Asked(options)
    progress = progress_of(asked)
    asked.show(of_category(asked.subject(asked.query(categories=(category,)), progress)))
