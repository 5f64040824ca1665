"""``sulist list``: items, with every filter."""

from __future__ import annotations

from typing import Any

from sulist.cli.asked import Asked
from sulist.cli.options import answer_options, command, filter_options, progress_options
from sulist.i18n import _


@command("list", _("Items in the printed order, with every filter."))
@filter_options()
@progress_options
@answer_options
def list_items(**options: Any) -> None:
    """Answers which items there are."""
    from sulist.answers.items import listed
    from sulist.cli.journaled import progress_of

    asked = Asked(options)
    progress = progress_of(asked)
    region = asked.worklist.region
    asked.show(listed(asked.worklist, asked.query(), asked.as_of, region, progress))
