"""What is wrong in one list, or in several: every problem, and how many there are. Pure values."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sulist.base.problem import Problem
    from sulist.listfile.checked import Checked


class ToldProblems(NamedTuple):
    """The problems of a list that are told, and how many more there are of a rule."""

    problems: tuple[Problem, ...]
    more: tuple[tuple[str, int], ...]


class Inspection(NamedTuple):
    """Lists that were checked; what could not be read is among them, and not counted."""

    lists: tuple[Checked, ...]

    @property
    def found(self) -> int:
        """How many problems."""
        return len(self.problems)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem, list by list."""
        return tuple(problem for one in self.lists for problem in one.problems)

    @property
    def read(self) -> tuple[Checked, ...]:
        """The lists that could be read."""
        return tuple(one for one in self.lists if not one.unread)

    @property
    def unread(self) -> tuple[Checked, ...]:
        """Those that could not."""
        return tuple(one for one in self.lists if one.unread)

    @property
    def errors(self) -> int:
        """How many of the problems could make an answer wrong."""
        return sum(one.errors for one in self.read)

    @property
    def warnings(self) -> int:
        """How many could not."""
        return sum(one.warnings for one in self.read)

    @property
    def accepted(self) -> int:
        """How many their lists accept, which are neither."""
        return sum(one.accepted for one in self.read)


def told(checked: Checked, most: int | None = None) -> ToldProblems:
    """The problems of a list that it does not accept; of one rule at most ``most``, None for all."""
    counts: Counter[str] = Counter()
    shown = []
    for problem in checked.problems:
        if problem.accepted:
            continue
        counts[problem.check] += 1
        if not most or counts[problem.check] <= most:
            shown.append(problem)
    more = ((check, number - most) for check, number in counts.items() if most and number > most)
    return ToldProblems(tuple(shown), tuple(more))
