"""``sulist units``: every unit and its items by role."""

from __future__ import annotations

from typing import Any

from sulist.base.i18n import _
from sulist.cli.asked import Asked
from sulist.cli.options import answer_options, command, progress_options, status_option


@command("units", _("Every unit and its items by role."))
@status_option
@progress_options
@answer_options
def units(**options: Any) -> None:
    """Answers with the counts."""
    from sulist.cli.journaled import progress_of
    from sulist.reports import overview

    asked = Asked(options)
    progress = progress_of(asked)
    asked.show(overview.units(asked.subject(asked.query(), progress)))
