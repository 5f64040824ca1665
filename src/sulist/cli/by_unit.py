"""``sulist by-unit``: one unit's items, by the four ways it is touched."""

from __future__ import annotations

from typing import Any

import click

from sulist.cli.common import Asked, answer_options, complete_unit, filter_options
from sulist.i18n import _


@click.command(
    "by-unit",
    help=_("One unit's items: what it leads, is named in, is covered by, is possibly part of."),
)
@click.argument("unit", shell_complete=complete_unit)
@filter_options(unit=False)
@answer_options
def command(unit: str, **options: Any) -> None:
    """Answers what goes to a unit."""
    from sulist.cli import answers
    from sulist.query import select

    asked = Asked(options)
    query = asked.query(units=(unit,))
    selection = select(asked.worklist, query, asked.as_of)
    answer = answers.items(asked.worklist, query, selection, asked.as_of, by_unit_page)
    asked.show(answer)


def by_unit_page(*answer: Any) -> Any:
    """The page, made only when one is asked for."""
    from sulist import view

    return view.by_unit_page(*answer)
