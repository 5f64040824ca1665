"""``sulist reopen``: the office sends items back or takes them up again (退回、重新办理)."""

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
    "reopen",
    _(
        "Takes items up again: what was reported done is sent back, what was closed or withdrawn goes on."
    ),
)
@ids_argument
@reason_option(required=True)
@milestone_option
@write_options
def reopen(**options: Any) -> None:
    """Records the decision."""
    decide("reopening", **options)
