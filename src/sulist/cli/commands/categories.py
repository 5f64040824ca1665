"""``sulist categories``: every category and its items by deadline."""

from __future__ import annotations

from typing import Any

from sulist.base.i18n import _
from sulist.cli.asked import Asked
from sulist.cli.options import answer_options, command, progress_options, status_option


@command("categories", _("Every category and its items by deadline."))
@status_option
@progress_options
@answer_options
def categories(**options: Any) -> None:
    """Answers with the counts."""
    from sulist.cli.journaled import progress_of
    from sulist.reports import overview

    asked = Asked(options)
    progress = progress_of(asked)
    asked.show(overview.categories(asked.subject(asked.query(), progress)))
