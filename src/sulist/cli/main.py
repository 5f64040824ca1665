"""``sulist``: the group of commands, and the one place where an error becomes an exit code."""

from __future__ import annotations

import codecs
import gettext
import os
import sys
from contextlib import suppress
from typing import Any, NoReturn, TextIO

from sulist.base import i18n, start

# click translates through the global text domain, and does so while commands are made.
if i18n.language() != "en":
    gettext.bindtextdomain(i18n.DOMAIN, i18n.LOCALE_DIRECTORY)
    gettext.textdomain(i18n.DOMAIN)
    os.environ["LANGUAGE"] = i18n.language()

import click

from sulist.base.errors import BrokenListError, SulistError
from sulist.base.i18n import _
from sulist.base.showing import codes
from sulist.cli.command import Group, group
from sulist.cli.commands import MODULES, SECTIONS, command_of
from sulist.cli.params import FileName

_ENDINGS = (click.exceptions.Abort, click.ClickException, SulistError, OSError)


class Commands(Group):
    """The commands, each imported only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order a newcomer wants them."""
        return list(MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name; None for one that does not exist."""
        return command_of(cmd_name) if cmd_name in MODULES else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Every command with its purpose, none of them loaded."""
        widest = max(map(len, MODULES))
        for title, section in SECTIONS.items():
            with formatter.section(_(title)):
                formatter.write_dl(
                    [
                        (name.ljust(widest), _(purpose))
                        for name, (_module, purpose) in section.items()
                    ]
                )

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """As click does it; help may be asked for by a word, and a name that is none is advised."""
        completing = ctx.resilient_parsing
        if args[0] not in MODULES and not args[0].startswith("-") and not completing:
            from sulist.cli.refusals.unknown_command import asks_for_help, unknown_command

            if not asks_for_help(args[0]):
                ctx.fail(unknown_command(args[0]))
            if args[1:]:
                return self.resolve_command(ctx, [args[1], "--help"])
            _show_help(ctx)
        return super().resolve_command(ctx, args)


@group(
    None,
    _(
        "An official list of major matters (重大事项清单): who leads, what is due, what goes to whom."
    ),
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=_(
        "Begin with: sulist report. What a command takes: sulist COMMAND --help. SULIST_LANG=zh_CN or en sets the language."
    ),
)
@click.option(
    "-f",
    "--file",
    type=FileName(),
    metavar=_("FILE"),
    help=_(
        "The list; also after the command. Default: $SULIST_FILE, items.yaml, data/items.yaml, the packaged list."
    ),
)
@click.option(
    "-V",
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=lambda ctx, _param, value: _version(ctx, value),
    help=_("Show the version and exit."),
)
@click.pass_context
def cli(ctx: click.Context, file: str | None) -> None:
    """Keeps the file that was named before the command."""
    ctx.obj = file


def _show_help(ctx: click.Context) -> NoReturn:
    click.echo(ctx.get_help(), color=ctx.color)
    ctx.exit()


def _version(ctx: click.Context, value: bool) -> None:
    if value:
        from sulist.base import __version__

        click.echo(f"sulist {__version__}")
        ctx.exit()


def main() -> NoReturn:
    """Runs ``sulist`` and ends the process with its exit code."""
    _open_what_was_closed()
    _use_utf8_where_nothing_is_declared()
    try:
        if "_SULIST_COMPLETE" in os.environ:
            from sulist.cli.completing import shells

            shells.register()
        code = cli.main(prog_name="sulist", standalone_mode=False)
        sys.stdout.flush()
    except SystemExit as stop:  # click's own way out of a completion, and of a closed pipe
        code = 0 if "PacifyFlush" in type(sys.stdout).__name__ else stop.code
    except BrokenPipeError:  # a reader that has seen enough (``| head``) is no error
        code = 0
    except _ENDINGS as error:
        code = _code_of(error)
        with suppress(OSError):  # where nobody can be told, the code still tells
            _tell(error)
    for stream in (sys.stdout, sys.stderr):
        _let_go(stream)
    start.ending()
    sys.exit(code if isinstance(code, int) else 0)


def _code_of(error: Exception) -> int:
    """The exit code of what ended a command."""
    if isinstance(error, click.exceptions.Abort):
        return 130
    return error.exit_code if isinstance(error, (click.ClickException, SulistError)) else 3


def _tell(error: Exception) -> None:
    """Says on stderr what ended a command; Ctrl-C is quiet."""
    if isinstance(error, click.ClickException):
        from sulist.base.invisible import shown
        from sulist.base.showing import printable
        from sulist.cli.refusals.reworded import reworded

        error = reworded(error)
        vars(error)["message"] = shown(printable(error.message))  # it quotes what was typed
        error.show()
        return
    from sulist.cli.notices import complain, show_problems

    if isinstance(error, BrokenListError):
        show_problems(error.problems)
    elif isinstance(error, SulistError):
        complain(str(error))
    elif isinstance(error, OSError):
        from sulist.base.files import reason

        complain(_("The output cannot be written: {error}").format(error=reason(error)))


def _open_what_was_closed() -> None:
    """No file that is opened later takes the place of a stream that the caller closed (``>&-``).

    What is said on stderr then reaches nobody. An answer that goes nowhere is none: stdout is in
    its place but takes nothing, so that writing to it fails.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            handle = os.open(os.devnull, os.O_WRONLY if name == "stderr" else os.O_RDONLY)
            mode = "r" if name == "stdin" else "w"
            setattr(sys, name, open(handle, mode, encoding="utf-8", closefd=handle != number))  # noqa: SIM115


def _use_utf8_where_nothing_is_declared() -> None:
    """A locale without an encoding gets UTF-8; a declared one gets codes for what it lacks."""
    codecs.register_error("sulist.codes", codes)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            plain = stream.encoding.lower() in ("ascii", "ansi_x3.4-1968", "us-ascii")
            if plain and not os.environ.get("PYTHONIOENCODING"):
                stream.reconfigure(encoding="utf-8")
            stream.reconfigure(errors="sulist.codes")


def _let_go(stream: TextIO) -> None:
    """What cannot be written there has been told, or nobody can be told: Python need not fail on it at its end."""
    try:
        stream.flush()
    except OSError:
        with suppress(OSError, ValueError):  # a stream without a number has nothing left to write
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
