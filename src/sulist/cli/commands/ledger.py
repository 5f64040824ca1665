"""``sulist ledger``: the ledger (台账), a row an item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _
from sulist.cli.command import command
from sulist.cli.options import answer_options, filter_options, progress_options

if TYPE_CHECKING:
    from sulist.asking.subject import Subject
    from sulist.write.writers import Report


@command(
    "ledger",
    _(
        "The ledger (台账): of every item its light, state, percent, days left, last report, problem."
    ),
)
@filter_options()
@progress_options
@answer_options
def ledger(tracked: Subject) -> Report:
    """Answers how every item stands."""
    from sulist.reports.ledger import ledger as of_items

    return of_items(tracked)
