"""``sulist by-category``: one category's items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _
from sulist.cli.choosing import choice_options
from sulist.cli.command import command
from sulist.cli.options import (
    answer_options,
    category_argument,
    filter_options,
    progress_options,
)

if TYPE_CHECKING:
    from sulist.asking.subject import Subject
    from sulist.reports.items import Listing


@command("by-category", _("One category's items: 一, 1, or a part of its title."))
@category_argument
@filter_options(category=False)
@choice_options
@progress_options
@answer_options
def by_category(subject: Subject, columns: tuple[str, ...] | None, sort: str | None) -> Listing:
    """Answers what a category holds."""
    from sulist.reports.items import of_category

    return of_category(subject, columns, sort)
