"""The grammar of unit cells (牵头单位, 责任单位): who is named, and who is only included.

``parse`` reads a whole cell. docs/units.md has the grammar on one page; ``grammar`` is its road,
``pieces`` keeps what a name is read as wherever it stands,
``vocabulary`` holds the words, ``cut`` finds where names end, ``duties`` who does what, ``share``
puts shared parts back, ``shapes`` answers what kind of name a text is.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sulist.units.ref import UnitError, UnitRef

if TYPE_CHECKING:
    from collections.abc import Callable

    from sulist.units.remarked import Remarks
    from sulist.units.roster import Roster

__all__ = ["UnitError", "UnitRef", "explain", "parse", "remarks"]


def parse(cell: str, *, roster: Roster | None = None) -> tuple[UnitRef, ...]:
    """The units and collectives that ``cell`` names, in its order.

    A roster, where given, decides what the cell leaves in doubt: its names are never cut,
    and two of them without a separator are two. It never adds a unit.

    Raises:
        UnitError: The cell is empty, or not all of it can be read as units.
    """
    return _grammar()(cell, roster or None)


def explain(cell: str, *, roster: Roster | None = None) -> list[str]:
    """One line a unit, for a person: how it was read, and why.

    Raises:
        UnitError: As ``parse``.
    """
    from sulist.units.explaining import line
    from sulist.units.grammar import read

    return [line(*reading, roster or None) for reading in read(cell, roster or None)]


def remarks(cell: str) -> Remarks:
    """What ``cell`` says besides who is named: remarks in brackets, and the rule who leads in the whole list.

    It is what ``parse`` leaves out of the names, and it needs no cell that can be read.
    """
    from sulist.units.remarked import found

    return found(cell)


@cache
def _grammar() -> Callable[[str, Roster | None], tuple[UnitRef, ...]]:
    """The grammar, which is loaded with the first cell that has to be read."""
    from sulist.units.grammar import units_of

    return units_of
