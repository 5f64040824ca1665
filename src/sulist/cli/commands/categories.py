"""``sulist categories``: every category and its items by deadline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _
from sulist.cli.command import command
from sulist.cli.options import (
    answer_options,
    light_option,
    people_options,
    progress_options,
    status_option,
)

if TYPE_CHECKING:
    from sulist.asking.subject import Subject
    from sulist.reports.overview import Categories


@command("categories", _("Every category and its items by deadline."))
@people_options
@status_option
@light_option
@progress_options
@answer_options
def categories(subject: Subject) -> Categories:
    """Answers with the counts."""
    from sulist.reports import overview

    return overview.categories(subject)
