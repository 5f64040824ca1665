"""``sulist show``: all of an item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _
from sulist.cli.command import command
from sulist.cli.more_options import some_ids_argument
from sulist.cli.more_params import ItemId
from sulist.cli.options import answer_options, progress_options, status_option

if TYPE_CHECKING:
    from sulist.asking.subject import Subject
    from sulist.cli.desk import Desk
    from sulist.reports.items import InFull


class ItemOrState(ItemId):
    """An item, which is left out only beside ``--status``."""

    def absent(self, desk: Desk) -> None:
        """All items of that state.

        Raises:
            UsageError: no state is named either.
        """
        from sulist.base.errors import UsageError

        if desk.given("states"):
            return
        raise UsageError(
            _(
                "Which item? Name it, as in sulist show {item}; or ask for all that are in a state: sulist show --status STATE"
            ).format(item=desk.worklist.items[0].id)
        )


@command("show", _("All of an item: full text, date, units. An id: 2-7, 2.7, 二-7, 二、7."))
@some_ids_argument(ItemOrState())
@status_option
@progress_options
@answer_options
def show(subject: Subject) -> InFull:
    """Answers what items say."""
    from sulist.reports.items import in_full

    return in_full(subject)
