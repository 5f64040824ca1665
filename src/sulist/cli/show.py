"""``sulist show``: all of an item."""

from __future__ import annotations

from typing import Any

import click

from sulist.cli.common import Asked, answer_options, complete_id
from sulist.i18n import _


@click.command(
    "show", help=_("All of an item: full text, date, units. An id: 2-7, 2.7, 二-7, 二、7.")
)
@click.argument("ids", metavar="ID...", nargs=-1, required=True, shell_complete=complete_id)
@answer_options
def command(ids: tuple[str, ...], **options: Any) -> None:
    """Answers what an item says."""
    from sulist.cli import answers
    from sulist.query import select

    asked = Asked(options)
    query = asked.query(ids=ids)
    selection = select(asked.worklist, query, asked.as_of)
    answer = answers.items(asked.worklist, query, selection, asked.as_of, show_page)
    asked.show(answer)


def show_page(*answer: Any) -> Any:
    """The page, made only when one is asked for."""
    from sulist import view

    return view.show_page(*answer)
