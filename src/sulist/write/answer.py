"""An answer that is no value yet: three callables, written like a report (see ``writers``)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from sulist.write.screen.blocks import Page, Table


class Answer(NamedTuple):
    """An answer, made only in the form that is asked for; ``found`` is how much was found.

    ``records`` are one table, or several under their titles.
    """

    page: Callable[[], Page]
    data: Callable[[], dict[str, Any]]
    records: Callable[[], Table | tuple[Table, ...]]
    found: int

    def with_note(self, note: str) -> Answer:
        """The answer with one more line under its page, before the others."""

        def page() -> Page:
            made = self.page()
            return made._replace(notes=(note, *made.notes))

        return self._replace(page=page)


def page(answer: Answer) -> Page:
    """The answer for a person."""
    return answer.page()


def data(answer: Answer) -> dict[str, Any]:
    """The answer for a program."""
    return answer.data()


def records(answer: Answer) -> Table | tuple[Table, ...]:
    """The answer for a spreadsheet."""
    return answer.records()
