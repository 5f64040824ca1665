"""``sulist diff``: what has changed between two lists."""

from __future__ import annotations

import click

from sulist.cli.asked import long_work, write
from sulist.cli.options import command, format_option, output_option
from sulist.i18n import _


@command(
    "diff",
    _(
        "What has changed from the list OLD to the list NEW. Items are matched by the likeness of their texts, not by number."
    ),
)
@click.argument("old", metavar=_("OLD"))
@click.argument("new", metavar=_("NEW"))
@format_option()
@output_option
@click.option(
    "--width",
    type=click.IntRange(40, 1000),
    metavar=_("COLUMNS"),
    help=_("Columns of a table. Default: the terminal's; in a pipe as many as needed."),
)
def diff(old: str, new: str, form: str, output: str | None, width: int | None) -> None:
    """Compares two lists."""
    from sulist.answers import differences
    from sulist.comparing.changes import compare
    from sulist.worklist import load

    lists = []
    for file in (old, new):
        with long_work(file) as watch:
            lists.append(load(file, watch))
    write(differences.diff(compare(*lists)), form, output, width)
