"""``sulist completion``: words completed by the shell."""

from __future__ import annotations

import click

from sulist.cli.options import command
from sulist.i18n import _


@command(
    "completion",
    _(
        'Completion of commands, units and ids by the shell. For bash: eval "$(sulist completion bash)"'
    ),
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Prints the shell's completion script."""
    from click.shell_completion import get_completion_class

    from sulist.cli.main import cli

    complete = get_completion_class(shell)
    assert complete is not None  # noqa: S101 - the choice lists only shells that click knows
    click.echo(complete(cli, {}, "sulist", "_SULIST_COMPLETE").source())
