"""How a cell was read, told to a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.i18n import _

if TYPE_CHECKING:
    from sulist.roster import Roster
    from sulist.units.reading import Reading


def line(reading: Reading, roster: Roster | None) -> str:
    """One line about one unit."""
    return reading.ref.name
