"""``sulist init``: a working copy of the packaged list."""

from __future__ import annotations

import os

import click

from sulist.base.errors import FileError
from sulist.base.i18n import _
from sulist.base.showing import pasted_file, printable
from sulist.cli.command import command
from sulist.cli.more_params import FolderName


@command(
    "init",
    _("A working copy of the packaged list in DIR, to edit. Nothing that exists is overwritten."),
)
@click.argument("directory", type=FolderName(), metavar=_("DIR"))
@click.option(
    "--example",
    is_flag=True,
    help=_("With an invented year of reports beside it, to look around in."),
)
def init(directory: str, example: bool) -> None:
    """Copies the packaged list and its schema."""
    from sulist.base.files import make_folder, write_whole
    from sulist.base.located import packaged_example, packaged_list, packaged_schema
    from sulist.cli.beside import let_git_merge

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
