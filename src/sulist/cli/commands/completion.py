"""``sulist completion``: words completed by the shell."""

from __future__ import annotations

import click

from sulist.base.i18n import _
from sulist.cli.choices import Worded
from sulist.cli.command import command


@command(
    "completion",
    _(
        'Completion of commands, units, ids and files by the shell. For bash: eval "$(sulist completion bash)"'
    ),
)
@click.argument("shell", type=Worded(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Prints the shell's completion script."""
    from sulist.cli.completing.shells import SHELLS

    cli = click.get_current_context().find_root().command
    click.echo(SHELLS[shell](cli, {}, "sulist", "_SULIST_COMPLETE").source())
