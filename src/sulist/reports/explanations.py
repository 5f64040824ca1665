"""How a deadline, running text or a cell of units is read. Pure values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.tuples import NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from sulist.deadline import Deadline, Found
    from sulist.units import UnitRef
    from sulist.units.remarked import Remarks


class ExplainedDeadline(NamedTuple):
    """A deadline as it is read; ``due`` is its last date, of one that returns the next."""

    deadline: Deadline
    due: date | None

    @property
    def found(self) -> int:
        """One: what cannot be read is an error."""
        return 1

    @property
    def dates(self) -> tuple[tuple[date, str], ...]:
        """Each date and the part of the phrase it is read from, where there are several."""
        milestones = self.deadline.milestones
        return tuple((one.due, one.text) for one in milestones if len(milestones) > 1)


class PhraseInText(NamedTuple):
    """A deadline in running text, and from where to where it stands there, as in a slice."""

    read: ExplainedDeadline
    span: tuple[int, int]


class DeadlinesInText(NamedTuple):
    """The deadlines in running text, in their order."""

    text: str
    phrases: tuple[PhraseInText, ...]

    @property
    def found(self) -> int:
        """How many."""
        return len(self.phrases)


class ExplainedUnits(NamedTuple):
    """A cell of units, who is named in it, how each of these is read, a line a unit, and what it says besides."""

    cell: str
    units: tuple[UnitRef, ...]
    explanation: tuple[str, ...]
    remarks: Remarks

    @property
    def found(self) -> int:
        """How many entries the cell has."""
        return len(self.units)


class UnreadText(NamedTuple):
    """A text that cannot be read: why, and from where to where the reason stands in it."""

    text: str
    error: str
    span: tuple[int, int]

    @property
    def found(self) -> int:
        """Nothing."""
        return 0


def explained_deadline(deadline: Deadline, as_of: date) -> ExplainedDeadline:
    """How a deadline is read on the day ``as_of``."""
    return ExplainedDeadline(deadline, deadline.next_due(as_of))


def deadlines_in_text(text: str, found: list[Found], as_of: date) -> DeadlinesInText:
    """What was found in ``text``."""
    return DeadlinesInText(
        text,
        tuple(PhraseInText(explained_deadline(one.deadline, as_of), one.span) for one in found),
    )
