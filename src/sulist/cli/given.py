"""What is refused of a command line before any of it is understood: what would be lost, is no text or no choice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from sulist.base.i18n import _
from sulist.cli.choices import Worded

if TYPE_CHECKING:
    from collections.abc import Iterator

# Names of files may hold any byte; everything else that is typed is text.
_NAMES_OF_FILES = ("file", "files", "journal", "output", "directory", "named", "old", "new")
# An empty one would be as if it had not been given, and another list or day be asked.
_NEVER_EMPTY = (
    "file journal directory as_of on to month period done_on known_by issued reply_by meeting since"
).split()


def check(command: click.Command, ctx: click.Context, args: list[str]) -> None:
    """Refuses an option that takes one value and is given twice, bytes that are no text, words that are no choice.

    Raises:
        UsageError: there is such an option, or such a value.
    """
    try:
        values, _left, order = command.make_parser(ctx).parse_args(list(args))
    except click.BadOptionUsage as error:
        raise click.BadOptionUsage(error.option_name, error.message, ctx) from None
    asks_for_help = any("--help" in param.opts for param in order)
    for param in dict.fromkeys(order):
        if isinstance(param, click.Option) and order.count(param) > 1 and _takes_one(param):
            ctx.fail(_twice(param, _all_values(command, ctx, args, param)))
    for param in order:
        value = values.get(param.name or "")
        if param.name not in _NAMES_OF_FILES:
            _refuse_stray_bytes(ctx, param, value)
        if not asks_for_help and isinstance(param.type, Worded):
            _refuse_choices(ctx, param, value)
        if value == "" and param.name in _NEVER_EMPTY and isinstance(param, click.Option):
            ctx.fail(
                _("{option} wants a value, and is given none.").format(option=named(param, ctx))
            )


def named(param: click.Parameter, ctx: click.Context | None) -> str:
    """A parameter as a person knows it: an option by its long name, an argument by its word."""
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return param.make_metavar(ctx) if ctx else param.human_readable_name


def check_list(ctx: click.Context) -> None:
    """Refuses a list that is named before the command where the command names one or asks none.

    Raises:
        UsageError: it is.
    """
    before = ctx.find_root().params.get("file")
    if before is None or ctx.parent is None:
        return
    own = {param.name: param for param in ctx.command.params}
    if isinstance(ctx.command, click.Group):
        return  # its command will say
    if "file" not in own:
        ctx.fail(_("{command} asks no list, so leave out --file.").format(command=ctx.command_path))
    if (after := ctx.params["file"]) is not None:
        ctx.fail(_twice(own["file"], [before, after]))


def _refuse_choices(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    """Refuses a word that is none of the choices of a parameter.

    Raises:
        UsageError: it is; names them, or says what to ask instead.
    """
    from sulist.base.showing import shortened

    kind, several = param.type, isinstance(value, (list, tuple))
    assert isinstance(kind, Worded)  # noqa: S101 - for the type checker
    for word in _texts(value):
        if not kind.known(word, several=several):
            ctx.fail(
                kind.advice(word)
                or _("{option}: “{value}” is none of these: {choices}.").format(
                    option=named(param, ctx),
                    value=shortened(word),
                    choices=_(", ").join(kind.choices),
                )
            )


def _takes_one(option: click.Option) -> bool:
    return not (option.multiple or option.is_flag or option.count)


def _twice(param: click.Parameter, values: list[str]) -> str:
    """That an option was given more than once, with what it was given."""
    from sulist.base.showing import shortened

    return _("{option} takes one value, and is given several: {values}. Keep one of them.").format(
        option=named(param, None),
        values=_(", ").join(map(shortened, values)),
    )


def _all_values(
    command: click.Command, ctx: click.Context, args: list[str], option: click.Option
) -> list[str]:
    """What an option was given each time; the parser of an option that takes one keeps the last."""
    parser = click.Command.make_parser(command, ctx)  # of its own, for one more option
    parser.add_option(option, option.opts, dest=option.name, action="append")
    values: dict[str, Any] = parser.parse_args(list(args))[0]
    return [str(value) for value in values[option.name or ""]]


def _refuse_stray_bytes(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    from sulist.base.showing import has_stray_bytes, shortened

    for text in _texts(value):
        if has_stray_bytes(text):
            ctx.fail(
                _(
                    "{option}: “{value}” holds bytes that are not UTF-8, so it is no text. Type it in a terminal that is set to UTF-8."
                ).format(option=named(param, ctx), value=shortened(text))
            )


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _texts(one)
