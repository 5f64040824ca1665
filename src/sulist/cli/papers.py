"""What commands that read documents share: the year, the bar while one is read, the report after it."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

from sulist.base.i18n import _
from sulist.cli.options import Whole
from sulist.cli.progress_bar import bar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TextIO

    from sulist.importers.grid import ReadShare
    from sulist.write.answer import Answer

Function = TypeVar("Function", bound="Callable[..., Any]")
_LONG = 100_000  # bytes of a document that is read in an instant


def year_option(function: Function) -> Function:
    """``--year``: the year of dates in a document that names none."""
    return click.option(
        "--year",
        type=Whole(1949, 2100),
        metavar=_("YEAR"),
        help=_("The year of a date that names none, where the document does not tell."),
    )(function)


@contextmanager
def reading(files: tuple[str, ...]) -> Iterator[ReadShare]:
    """A progress bar for documents that take a while, only where a person is looking."""
    sizes = [os.path.getsize(file) for file in files if os.path.isfile(file)]
    with bar(_("Reading"), long=sum(sizes) >= _LONG) as watch:

        def progress(done: int, of: int) -> None:
            if watch:
                watch(done / max(of, 1))

        yield progress


def report(answer: Answer, stream: TextIO) -> None:
    """The doubts, what was not used, and the counts; the screen's width on a terminal."""
    from sulist.write.formats import exporter

    width = None
    if stream.isatty():
        width = os.get_terminal_size(stream.fileno()).columns or 80
    exporter("table").render(answer, stream, width)
