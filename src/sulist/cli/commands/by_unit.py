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
    from sulist.write.answers import items

    asked = Asked(options)
    progress = progress_of(asked)
    query = asked.query(units=(unit,))
    asked.show(items.by_unit(asked.worklist, query, asked.as_of, progress))
