"""``sulist withdraw``: items are taken off by a decision (调整)."""

from __future__ import annotations

from typing import Any

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
    "withdraw",
    _("Takes items off the year's work by a decision (调整); nothing is owed on them any more."),
)
@ids_argument
@reason_option(required=True)
@milestone_option
@write_options
def withdraw(**options: Any) -> None:
    """Records the decision."""
    decide("withdrawal", **options)
