"""``sulist show``: all of an item."""

from __future__ import annotations

from typing import Any

import click

from sulist.base.i18n import _
from sulist.cli.asked import Asked
from sulist.cli.options import (
    answer_options,
    command,
    complete_id,
    progress_options,
    status_option,
)


@command("show", _("All of an item: full text, date, units. An id: 2-7, 2.7, 二-7, 二、7."))
@click.argument("ids", metavar=_("[ID...]"), nargs=-1, shell_complete=complete_id)
@status_option
@progress_options
@answer_options
def show(ids: tuple[str, ...], **options: Any) -> None:
    """Answers what an item says."""
    from sulist.base.errors import UsageError
    from sulist.cli.journaled import progress_of
    from sulist.reports.items import in_full

    asked = Asked(options)
    if not ids and not options["states"]:
        raise UsageError(
            _(
                "Which item? Name it, as in sulist show {item}; or ask for all that are in a state: sulist show --status STATE"
            ).format(item=asked.worklist.items[0].id)
        )
    progress = progress_of(asked)
    asked.show(in_full(asked.subject(asked.query(ids=ids), progress)))
