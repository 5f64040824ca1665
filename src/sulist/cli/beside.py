"""What stands beside a list: the schema that editors ask for, and how git merges its journal."""

from __future__ import annotations

import os
import re

import click

from sulist.base.files import write_whole
from sulist.base.i18n import _
from sulist.base.located import JOURNAL, packaged_schema
from sulist.base.showing import printable

_MOST = 2**20  # characters of a file that a person keeps here
MERGE = f"{JOURNAL} merge=union"
_MERGES = re.compile(rf"^\s*/?{re.escape(JOURNAL)}\s.*\bmerge=union(\s|$)", re.MULTILINE)


def add_schema(folder: str) -> None:
    """The schema, beside a list that names it; one that is there is left as it is.

    Raises:
        FileError: it cannot be written.
    """
    with open(packaged_schema(), "rb") as stream:
        schema = stream.read()
    file = os.path.join(folder, "items.schema.json")
    if not os.path.lexists(file):
        write_whole(file, schema, replace=False)
    elif _text(file) != schema.decode():
        _tell(
            _("{file} is another version's, and is left as it is. Delete it to get this one's."),
            file,
        )


def let_git_merge(folder: str) -> tuple[str, ...]:
    """Lets git keep the lines of both branches where a journal is merged; gives the file, where one is made.

    A ``.gitattributes`` that is there is a person's: what is missing in it is told on stderr.

    Raises:
        FileError: it cannot be written.
    """
    file = os.path.join(folder, ".gitattributes")
    if not os.path.lexists(file):
        write_whole(file, f"{MERGE}\n", replace=False)
        return (file,)
    if not _MERGES.search(_text(file)):
        _tell(
            _(
                "{file} is left as it is. Add this line, so that git keeps both sides of a journal: {line}"
            ),
            file,
        )
    return ()


def _text(file: str) -> str:
    """The beginning of a file; nothing where it cannot be read, or where reading might never end."""
    if not os.path.isfile(file):
        return ""
    try:
        with open(file, encoding="utf-8", errors="surrogateescape", newline="") as stream:
            return stream.read(_MOST)
    except OSError:
        return ""


def _tell(message: str, file: str) -> None:
    click.echo(message.format(file=printable(file), line=MERGE), err=True)
