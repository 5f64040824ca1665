"""``sulist categories``: every category and its items by deadline."""

from __future__ import annotations

from typing import Any

import click

from sulist.cli.common import Asked, answer_options
from sulist.i18n import _


@click.command("categories", help=_("Every category and its items by deadline."))
@answer_options
def command(**options: Any) -> None:
    """Answers with the counts."""
    from sulist.cli import overviews

    asked = Asked(options)
    asked.show(overviews.categories(asked.worklist, asked.as_of))
