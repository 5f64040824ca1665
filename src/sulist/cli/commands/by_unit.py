"""``sulist by-unit``: one unit's items, by the four ways it is touched."""

from __future__ import annotations

from typing import Any

import click

from sulist.base.i18n import _
from sulist.cli.asked import Asked
from sulist.cli.options import (
    answer_options,
    command,
    complete_unit,
    filter_options,
    progress_options,
)


@command(
    "by-unit",
    _("One unit's items: what it leads, is named in, is covered by, is possibly part of."),
)
@click.argument("unit", metavar=_("UNIT"), shell_complete=complete_unit)
@filter_options(unit=False)
@progress_options
@answer_options
def by_unit(unit: str, **options: Any) -> None:
    """Answers what goes to a unit."""
    from sulist.cli.journaled import progress_of
    from sulist.reports.items import of_unit

    asked = Asked(options)
    progress = progress_of(asked)
    asked.show(of_unit(asked.subject(asked.query(units=(unit,)), progress)))
