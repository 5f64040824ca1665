"""``sulist list``: items, with every filter."""

from __future__ import annotations

from typing import Any

from sulist.base.i18n import _
from sulist.cli.asked import Asked
from sulist.cli.options import answer_options, command, filter_options, progress_options


@command("list", _("Items in the printed order, with every filter."))
@filter_options()
@progress_options
@answer_options
def list_items(**options: Any) -> None:
    """Answers which items there are."""
    from sulist.cli.journaled import progress_of
    from sulist.reports.items import listing

    asked = Asked(options)
    progress = progress_of(asked)
    asked.show(listing(asked.subject(asked.query(), progress)))
