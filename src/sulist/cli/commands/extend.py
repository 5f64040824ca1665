"""``sulist extend``: a later date for items (延期); the first one stays for assessment."""

from __future__ import annotations

from typing import Any

import click

from sulist.base.i18n import _
from sulist.cli.options import command
from sulist.cli.recording import (
    decide,
    ids_argument,
    milestone_option,
    reason_option,
    write_options,
)


@command(
    "extend",
    _(
        "A later date for items (延期). It counts for lights and what is overdue; the first date stays for assessment, and both are always shown."
    ),
)
@ids_argument
@click.option("--to", required=True, metavar=_("DATE"), help=_("The new date, that day included."))
@reason_option(required=True)
@milestone_option
@write_options
def extend(**options: Any) -> None:
    """Records the decision."""
    decide("extension", **options)
