"""The one family of errors that end a command: a sentence for the person, and an exit code."""

from __future__ import annotations


class SulistError(Exception):
    """This command cannot go on.

    The text says what is wrong, where, and what to do next; ``exit_code`` is the process's.
    """

    exit_code = 3


class UsageError(SulistError):
    """The command line is wrong: an unknown unit, id, category or date."""

    exit_code = 2


class FileError(SulistError):
    """A file cannot be read, used or written."""

    exit_code = 3
