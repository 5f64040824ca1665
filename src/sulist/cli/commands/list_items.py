"""``sulist list``: items, with every filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _
from sulist.cli.choosing import choice_options
from sulist.cli.command import command
from sulist.cli.options import answer_options, filter_options, progress_options

if TYPE_CHECKING:
    from sulist.asking.subject import Subject
    from sulist.reports.items import Listing


@command("list", _("Items in the printed order, with every filter."))
@filter_options()
@choice_options
@progress_options
@answer_options
def list_items(subject: Subject, columns: tuple[str, ...] | None, sort: str | None) -> Listing:
    """Answers which items there are."""
    from sulist.reports.items import listing

    return listing(subject, columns, sort)
