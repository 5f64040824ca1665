"""What click refuses of a command line, said in whole sentences of the language in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sulist.base.i18n import _
from sulist.cli.given import named

if TYPE_CHECKING:
    from collections.abc import Iterable


def reworded(error: click.ClickException) -> click.ClickException:
    """The same refusal; what is missing is named as it is typed, with what to write there."""
    if isinstance(error, click.MissingParameter) and error.param is not None:
        return click.UsageError(_missing(error.param, error.ctx), error.ctx)
    if isinstance(error, click.BadOptionUsage) and _wants_a_value(error):
        said = _("{option} wants a value, and is given none.").format(option=error.option_name)
        return click.UsageError(said, error.ctx)
    if isinstance(error, click.BadParameter) and error.param is not None:
        error.param_hint = error.param_hint or named(error.param, error.ctx)
    return error


def _wants_a_value(error: click.BadOptionUsage) -> bool:
    """Whether the option takes one; else the fault is that a flag was given one."""
    return any(
        isinstance(one, click.Option) and error.option_name in one.opts and not one.is_flag
        for one in (error.ctx.command.params if error.ctx else ())
    )


def _missing(param: click.Parameter, ctx: click.Context | None) -> str:
    if isinstance(param, click.Option) and ctx:
        return _("{option} is missing. Add it: {example}").format(
            option=named(param, ctx), example=f"{named(param, ctx)} {param.make_metavar(ctx)}"
        )
    if isinstance(param.type, click.Choice):
        return _("{name} is missing. It is one of these: {choices}.").format(
            name=named(param, ctx), choices=_all(param.type.choices)
        )
    return _("{name} is missing. Write it behind the command, as the first line shows.").format(
        name=named(param, ctx)
    )


def _all(words: Iterable[str]) -> str:
    return _(", ").join(words)
