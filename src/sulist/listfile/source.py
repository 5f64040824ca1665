"""A list file's text, and the way from a place in it to a problem."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.errors import BrokenListError
from sulist.base.i18n import _
from sulist.base.tuples import NamedTuple

if TYPE_CHECKING:
    from sulist.base.problem import Problem

MAX_ERRORS = 500_000  # with their lines half a gigabyte


_LINES_SEARCHED = 100  # what an escape stands for is in none of them


class Comment(NamedTuple):
    """A comment behind a text: where it stands, counted from 0, and the comment with its #."""

    line: int
    column: int
    text: str


class Source:
    """A file's text, and the way from a line and column in it to a problem.

    ``comments`` are those behind texts without quotes, by line and column of the text; ``told``
    are all problems that were made.
    """

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.comments: dict[tuple[int, int], Comment] = {}
        self.told: list[Problem] = []
        self._errors = 0
        self._lines: list[str] | None = None

    def line(self, number: int) -> str:
        """The text of line ``number`` (from 1), empty beyond the end."""
        if self._lines is None:
            self._lines = self.text.splitlines()
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    def find(self, text: str, line: int, column: int) -> tuple[int, int]:
        """Where ``text``, without a line break, stands from a place on, counted from 0; else that place."""
        begin = column
        for number in range(line, line + _LINES_SEARCHED):
            if (at := self.line(number + 1).find(text, begin)) >= 0:
                return number, at
            begin = 0
        return line, column

    def problem(
        self,
        check: str,
        line: int,
        column: int,
        message: str,
        remedy: str,
        item: str = "",
        cell: str = "",
    ) -> Problem:
        """A problem at ``line`` and ``column``, both counted from 0 as the YAML parser does.

        ``item`` and ``cell`` say in which cell of which item it is, where it is in one.

        Raises:
            BrokenListError: it is an error after as many as are told; has all that were made.
        """
        problem = self._made(check, line, column, message, remedy, item, cell)
        self._errors += problem.level == "error"
        if self._errors > MAX_ERRORS:
            self.told.pop()
            self._made(
                "too-many-errors",
                line,
                column,
                _("Here the file passes {n} errors; what follows was not read.").format(
                    n=f"{MAX_ERRORS:,}"
                ),
                _("Mend what is told first. Is it the right file?"),
            )
            raise BrokenListError(self.told)
        return problem

    def _made(
        self, check: str, line: int, column: int, message: str, remedy: str, *of: str
    ) -> Problem:
        from sulist.base.problem import Place, Problem  # most lists have none

        place = Place(self.file, line + 1, column + 1)
        problem = Problem(place, check, message, remedy, self.line(line + 1), *of)
        self.told.append(problem)
        return problem
