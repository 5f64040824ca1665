"""``sulist init``: a working copy of the packaged list."""

from __future__ import annotations

import os

import click

from sulist.cli.options import command
from sulist.errors import FileError
from sulist.i18n import _
from sulist.text import pasted_file, printable

MERGE = "progress.yaml merge=union"


@command(
    "init",
    _("A working copy of the packaged list in DIR, to edit. Nothing that exists is overwritten."),
)
@click.argument("directory", metavar=_("DIR"))
@click.option(
    "--example",
    is_flag=True,
    help=_("With an invented year of reports beside it, to look around in."),
)
def init(directory: str, example: bool) -> None:
    """Copies the packaged list and its schema."""
    from sulist.files import make_folder, write_whole
    from sulist.places import packaged_example
    from sulist.worklist import packaged_list

    source = packaged_list()
    schema = os.path.join(os.path.dirname(source), "items.schema.json")
    copies = {os.path.join(directory, os.path.basename(one)): one for one in (source, schema)}
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
    share(directory)
    made = next(iter(copies))
    click.echo(
        _("Made {file}. Edit it, then: sulist check {pasted}").format(
            file=printable(made), pasted=pasted_file(made)
        )
    )


def share(directory: str) -> None:
    """Tells git to keep the lines of both branches where a journal is merged.

    Raises:
        FileError: ``.gitattributes`` cannot be written.
    """
    from sulist.files import write_whole

    file = os.path.join(directory, ".gitattributes")
    text = ""
    if os.path.exists(file):
        with open(file, encoding="utf-8", errors="surrogateescape", newline="") as stream:
            text = stream.read()
    if MERGE in text.splitlines():
        return
    between = "\n" if text and not text.endswith("\n") else ""
    whole = f"{text}{between}{MERGE}\n"
    write_whole(file, whole.encode(errors="surrogateescape"))
