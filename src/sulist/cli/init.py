"""``sulist init``: a working copy of the packaged list."""

from __future__ import annotations

import os

import click

from sulist.cli.options import command, complete_folder
from sulist.errors import FileError
from sulist.i18n import _
from sulist.text import pasted_file, printable


@command(
    "init",
    _("A working copy of the packaged list in DIR, to edit. Nothing that exists is overwritten."),
)
@click.argument("directory", metavar=_("DIR"), shell_complete=complete_folder)
@click.option(
    "--example",
    is_flag=True,
    help=_("With an invented year of reports beside it, to look around in."),
)
def init(directory: str, example: bool) -> None:
    """Copies the packaged list and its schema."""
    from sulist.cli.beside import let_git_merge, packaged_schema
    from sulist.files import make_folder, write_whole
    from sulist.places import packaged_example
    from sulist.worklist import packaged_list

    originals = (packaged_list(), packaged_schema())
    copies = {os.path.join(directory, os.path.basename(one)): one for one in originals}
    if example:
        copies[os.path.join(directory, "progress.yaml")] = packaged_example()
    for target in copies:
        if os.path.lexists(target):
            raise FileError(
                _(
                    "{file} exists already, and is left as it is. Name another, or move it away."
                ).format(file=target)
            )
    make_folder(directory)
    for target, original in copies.items():
        with open(original, "rb") as stream:
            write_whole(target, stream.read(), replace=False)
    let_git_merge(directory)
    made = next(iter(copies))
    click.echo(
        _("Made {file}. Edit it, then: sulist check {pasted}").format(
            file=printable(made), pasted=pasted_file(made)
        )
    )
