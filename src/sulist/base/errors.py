"""The one family of errors that end a command: a sentence for the person, and an exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sulist.base.problem import Problem


class SulistError(Exception):
    """This command cannot go on.

    The text says what is wrong, where, and what to do next; ``exit_code`` is the process's.
    """

    exit_code = 3


class UsageError(SulistError):
    """The command line is wrong: an unknown unit, id, category or date."""

    exit_code = 2


class FileError(SulistError):
    """A file cannot be read, used or written."""

    exit_code = 3


class StateError(SulistError):
    """A change of state that is not allowed: what was asked cannot follow what is."""

    exit_code = 4


class BrokenListError(SulistError):
    """A list with errors, from which no answer is given; ``problems`` has them all, in order.

    The text has a line for each problem.
    """

    exit_code = 3

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))
