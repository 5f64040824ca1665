"""Commands that a message advises, with the options by which this question named its list and day.

Advice is followed by typing what it says: ``sulist reopen 2-7`` without the ``--file`` that was
typed would be about another list.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sulist.base.showing import pasted, pasted_file
from sulist.cli.commands import MODULES, command_of, options_of

if TYPE_CHECKING:
    from collections.abc import Callable

    import click

    from sulist.write.screen.blocks import Page

# Those that stand in sentences about what they are, such as «a form that sulist dispatch made».
_NOT_ADVISED = {"dispatch", "import", "init", "diff"}
_COMMAND = r"sulist ([a-z]+(?:-[a-z]+)?)\b(?! --file)"


def carried(text: str, ctx: click.Context | None, *, file: str | None = None) -> str:
    """``text`` with ``--file``, ``--journal``, ``--as-of``, ``--on`` in its commands, as they were typed.

    ``file`` is the list where it was named without its option.
    """
    typed = _typed(ctx, file) if ctx and "sulist " in text else {}
    if not typed:
        return text

    def completed(found: re.Match[str]) -> str:
        name = found[1]
        if name not in MODULES or name in _NOT_ADVISED:
            return found[0]
        takes = options_of(command_of(name))
        return found[0] + "".join(
            f" {option} {value}" for option, value in typed.items() if option in takes
        )

    return re.sub(_COMMAND, completed, text)


def carried_page(ctx: click.Context) -> Callable[[Page], Page] | None:
    """What makes the notes of a page advise commands about the same list and day; None: nothing has to."""
    if not _typed(ctx, None):
        return None
    return lambda page: page._replace(notes=tuple(carried(note, ctx) for note in page.notes))


def _typed(ctx: click.Context, named: str | None) -> dict[str, str]:
    """The options that say of which list and day, as they are typed again."""
    params = ctx.params
    file = named or params.get("file") or ctx.find_root().obj
    files = {"--file": file, "--journal": params.get("journal")}
    days = {"--as-of": params.get("as_of"), "--on": params.get("on")}
    return {name: pasted_file(value) for name, value in files.items() if value} | {
        name: pasted(value) for name, value in days.items() if value
    }
