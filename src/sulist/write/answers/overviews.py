"""The answer of ``sulist report``: with progress the report of the meeting, else the overview."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sulist.reports.overview import Overview, overview
from sulist.write.answer import Answer

if TYPE_CHECKING:
    from datetime import date

    from sulist.asking.subject import Subject
    from sulist.write.screen.blocks import Page, Table


def report(subject: Subject, since: date | None = None) -> Overview | Answer:
    """The whole picture; with progress the report of the meeting, and what changed ``since`` the last.

    With states it is of the items in one of them only, and says of how many.
    """
    whole, progress = overview(subject), subject.progress
    if progress is None:
        return whole

    def page() -> Page:
        from sulist.write.screen.meeting import report_page

        return report_page(progress, whole, since)

    def data() -> dict[str, Any]:
        from sulist.write.json import tracked
        from sulist.write.json.overview import overview as picture

        about = progress.about(subject.narrowed())
        return picture(whole) | {"progress": tracked.report(about, since)}

    def records() -> tuple[Table, ...]:
        from sulist.write.screen.blocks import Table

        return tuple(block for block in page().flat if isinstance(block, Table))

    return Answer(page, data, records, whole.found)
