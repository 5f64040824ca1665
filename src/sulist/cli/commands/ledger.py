"""``sulist ledger``: the ledger (台账), a row an item."""

from __future__ import annotations

from typing import Any

from sulist.base.i18n import _
from sulist.cli.asked import Asked
from sulist.cli.options import answer_options, command, filter_options, progress_options


@command(
    "ledger",
    _(
        "The ledger (台账): of every item its light, state, percent, days left, last report, problem."
    ),
)
@filter_options()
@progress_options
@answer_options
def ledger(**options: Any) -> None:
    """Answers how every item stands."""
    from sulist.cli.journaled import progress_of
    from sulist.reports.ledger import ledger as of_items

    asked = Asked(options)
    known = progress_of(asked, always=True)
    asked.show(of_items(asked.subject(asked.query(), known)))
