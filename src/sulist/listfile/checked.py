"""A list that was checked, and what was found; a question about a list loads none of this."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.tuples import NamedTuple

if TYPE_CHECKING:
    from sulist.base.problem import Problem
    from sulist.listfile.worklist import WorkList


class Checked(NamedTuple):
    """A list's file, what is wrong in it and in the journal beside it, and how both are called.

    ``worklist`` is None where the file holds no list; ``unread`` says why it, or its journal, could
    not be read at all.
    """

    file: str
    shown: str
    worklist: WorkList | None
    problems: list[Problem]
    unread: str = ""

    @property
    def errors(self) -> int:
        """How many of the problems could make an answer wrong, but for those that are accepted."""
        return sum(one.level == "error" and not one.accepted for one in self.problems)

    @property
    def warnings(self) -> int:
        """How many of them could not, likewise."""
        return len(self.problems) - self.errors - self.accepted

    @property
    def accepted(self) -> int:
        """How many the list accepts, each with a reason."""
        return sum(bool(one.accepted) for one in self.problems)
