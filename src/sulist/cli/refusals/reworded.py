"""What click refuses of a command line, said in whole sentences of the language in use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from sulist.base.i18n import _

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


def named(param: click.Parameter, ctx: click.Context | None) -> str:
    """A parameter as a person knows it: an option by its long name, an argument by its word."""
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return param.make_metavar(ctx) if ctx else param.human_readable_name


def refuse_choices(param: click.Parameter, value: Any, ctx: click.Context) -> None:
    """Refuses a word that is none of the choices of a parameter.

    Raises:
        UsageError: it is; names them.
    """
    assert isinstance(param.type, click.Choice)  # noqa: S101 - for the type checker
    choices = list(param.type.choices)
    for word in value if isinstance(value, (list, tuple)) else [value]:
        if isinstance(word, str) and word not in choices:
            from sulist.base.showing import shortened

            ctx.fail(
                _("{option}: “{value}” is none of these: {choices}.").format(
                    option=named(param, ctx), value=shortened(word), choices=_all(choices)
                )
            )


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
