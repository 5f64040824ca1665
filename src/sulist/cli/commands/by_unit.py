"""``sulist by-unit``: one unit's items, by the four ways it is touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _
from sulist.cli.command import command
from sulist.cli.options import answer_options, filter_options, progress_options, unit_argument

if TYPE_CHECKING:
    from sulist.asking.subject import Subject
    from sulist.reports.items import UnitItems


@command(
    "by-unit",
    _("One unit's items: what it leads, is named in, is covered by, is possibly part of."),
)
@unit_argument
@filter_options(unit=False)
@progress_options
@answer_options
def by_unit(subject: Subject) -> UnitItems:
    """Answers what goes to a unit."""
    from sulist.reports.items import of_unit

    return of_unit(subject)
