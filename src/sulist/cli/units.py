"""``sulist units``: every unit and its items by role."""

from __future__ import annotations

from typing import Any

import click

from sulist.cli.common import Asked, answer_options
from sulist.i18n import _


@click.command("units", help=_("Every unit and its items by role."))
@answer_options
def command(**options: Any) -> None:
    """Answers with the counts."""
    from sulist.cli import overviews

    asked = Asked(options)
    asked.show(overviews.units(asked.worklist, asked.as_of))
