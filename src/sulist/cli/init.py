"""``sulist init``: a working copy of the packaged list."""

from __future__ import annotations

from typing import Any

import click

from sulist.cli.common import write_whole
from sulist.errors import FileError
from sulist.i18n import _


@click.command(
    "init",
    help=_(
        "A working copy of the packaged list in DIR, to edit. Nothing that exists is overwritten."
    ),
)
@click.argument("directory", metavar="DIR")
def command(directory: str, **_options: Any) -> None:
    """Copies the packaged list and its schema."""
    from pathlib import Path

    from sulist.worklist import packaged_list

    source, target = Path(packaged_list()).parent, Path(directory)
    names = ("items.yaml", "items.schema.json")
    for name in names:
        if (target / name).exists():
            raise FileError(
                _(
                    "{file} exists already, and is left as it is. Name another, or move it away."
                ).format(file=target / name)
            )
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(
            _("{file} cannot be written: {error}. Check the folder and your rights.").format(
                file=target, error=error.strerror or error
            )
        ) from None
    for name in names:
        write_whole(str(target / name), (source / name).read_text(encoding="utf-8"), replace=False)
    click.echo(
        _("Made {file}. Edit it, then: sulist check {file}").format(file=target / "items.yaml")
    )
