"""``sulist leaders``: who leads what and who answers for it, with counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

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
    from sulist.reports.leaders import Leaders


@command("leaders", _("Every leader and every person, with their items and the next date."))
@people_options
@status_option
@light_option
@progress_options
@answer_options
def leaders(subject: Subject, form: str) -> Leaders:
    """Answers with the counts; a program is told on stderr where a list has no such column."""
    from sulist.reports.leaders import headings
    from sulist.reports.leaders import leaders as everybody
    from sulist.write.formats import FORMATS

    worklist = subject.worklist
    named = any(headings(worklist, role) for role in ("leader", "person"))
    if not named and FORMATS[form].face != "page":
        from sulist.write.screen.leaders import no_column

        click.echo(no_column(), err=True)
    return everybody(subject)
