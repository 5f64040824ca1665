"""What a command of sulist is to click: how its line is read, its help written, its errors completed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import click

from sulist.base.errors import BrokenListError, SulistError
from sulist.base.i18n import _
from sulist.cli import given
from sulist.write.formats import OF_ROWS

if TYPE_CHECKING:
    from collections.abc import Callable


class Context(click.Context):
    """click's context, with help pages that hold for Chinese; it keeps the parser of its line."""

    parser: Any = None

    def make_formatter(self) -> click.HelpFormatter:
        """The formatter of a help page, loaded for one."""
        from sulist.cli.help.pages import Formatter

        return Formatter(width=self.terminal_width or _help_width(self.max_content_width or 80))


def _help_width(most: int) -> int:
    """As click counts it, but without ``shutil``, whose import takes longer than the page."""
    try:
        columns = int(os.environ.get("COLUMNS", 0)) or os.get_terminal_size().columns
    except (ValueError, OSError):
        columns = most
    return max(min(columns, most) - 2, 50)


class _Helped(click.Command):
    """A command whose ``--help`` is told in sulist's own words, and whose parts are put together once.

    click's words are the same, but it looks for them in catalogues that the system may have, and
    the search takes longer than reading a list. Its parser and parameters it makes anew for each look.
    """

    _told: click.Option | None = None
    _known: list[click.Parameter] | None = None

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """The parameters, the help option behind them; the tests see to it that no name stands twice."""
        if self._known is None:
            told = self.get_help_option(ctx)
            self._known = [*self.params, told] if told else self.params
        return self._known

    def make_parser(self, ctx: click.Context) -> Any:
        """The parser of the line of ``ctx``, which is looked through before it is read."""
        assert isinstance(ctx, Context)  # noqa: S101 - for the type checker
        if ctx.parser is None:
            ctx.parser = super().make_parser(ctx)
        return ctx.parser

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option, made once."""
        names = self.get_help_option_names(ctx)
        if names and self._told is None:
            self._told = click.Option(
                names,
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_show_help,
                help=_("Show this message and exit."),
            )
        return self._told


def _show_help(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    """Writes the help page and ends the command."""
    if value and not ctx.resilient_parsing:
        click.echo(ctx.get_help(), color=ctx.color)
        ctx.exit()


class Command(_Helped):
    """A command of sulist; its function is called as ``calling`` says."""

    context_class = Context
    allow_extra_args = True  # to be told below, with what they may have been meant for

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does it; a word that belongs to no option is refused with the one that takes it.

        Raises:
            UsageError: there is such a word, an option that this command has not, or what would be
                lost if it were taken.
        """
        left_over = _parsed(super().parse_args, ctx, args)
        if ctx.resilient_parsing:
            return left_over
        given.check_list(ctx)
        if ctx.params.get("output") is not None and "form" in ctx.params:
            from sulist.cli.output import form_of

            ctx.params["form"] = form_of(ctx)
        if ctx.info_name == "report" and _is_of_several_tables(ctx.params):
            from sulist.cli.output import refuse_several_tables

            refuse_several_tables(ctx)
        if left_over:
            from sulist.cli.carrying import carried
            from sulist.cli.refusals.stray_word import stray_words

            ctx.fail(carried(stray_words(ctx, left_over), ctx))
        return left_over

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """An example."""
        _write_example(ctx, formatter)

    def invoke(self, ctx: click.Context) -> None:
        """Calls the command with values for words; what an error advises is about the list that was asked.

        Raises:
            SulistError: a word means nothing, or as the command says.
            BrokenListError: the list has errors.
        """
        from sulist.cli.calling import call

        assert self.callback is not None  # noqa: S101 - every command has a function
        try:
            call(ctx, self.callback)
        except BrokenListError as error:
            from sulist.cli.refusals.no_list import refuse

            refuse(error)
            raise
        except SulistError as error:
            from sulist.cli.carrying import carried

            error.args = (carried(str(error), ctx),)
            raise


def _is_of_several_tables(params: dict[str, Any]) -> bool:
    """Whether a report that was asked for has more tables than its form holds; a load by name is one."""
    one_table = params["by"] and params["form"] == "csv"
    return params["form"] in OF_ROWS and not one_table


class Group(_Helped, click.Group):
    """A group of commands of sulist."""

    context_class = Context

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does it; an option that it has not is refused with the one that is meant.

        Raises:
            UsageError: there is such an option, or one that takes one value is given twice.
        """
        return _parsed(super().parse_args, ctx, args)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What the group says at the end, or an example."""
        super().format_epilog(ctx, formatter)
        _write_example(ctx, formatter)


def command(name: str, text: str) -> Callable[[Callable[..., Any]], click.Command]:
    """A command with its help, its usage line in the language in use."""
    return click.command(name, cls=Command, help=text, options_metavar=_("[OPTIONS]"))


def group(name: str | None, text: str, **more: Any) -> Callable[[Callable[..., Any]], click.Group]:
    """A group of commands, likewise; ``cls`` is a kind of Group."""
    more.setdefault("cls", Group)
    return click.group(
        name,
        help=text,
        options_metavar=_("[OPTIONS]"),
        subcommand_metavar=_("COMMAND [ARGS]..."),
        **more,
    )


def _write_example(ctx: click.Context, formatter: click.HelpFormatter) -> None:
    """The example of a command, below its options."""
    from sulist.cli.help.examples import EXAMPLES

    if example := EXAMPLES.get(ctx.command_path.removeprefix("sulist ")):
        with formatter.section(_("Example")):
            formatter.write(f"  {example}\n")


def _parsed(
    parse: Callable[[click.Context, list[str]], list[str]], ctx: click.Context, args: list[str]
) -> list[str]:
    """What ``parse`` makes of a command line, with better advice for an option that is not there."""
    try:
        if not ctx.resilient_parsing:
            given.check(ctx.command, ctx, args)
        return parse(ctx, list(args))
    except click.NoSuchOption as error:
        from sulist.cli.refusals.unknown_option import unknown_option

        raise click.UsageError(unknown_option(error, ctx, args), ctx) from None
