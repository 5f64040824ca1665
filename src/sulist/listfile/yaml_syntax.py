"""What is wrong with the YAML, from what the parser says, in words for who wrote it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sulist.base.i18n import N_, _

if TYPE_CHECKING:
    from sulist.base.problem import Problem
    from sulist.listfile.source import Source


class Complaint(NamedTuple):
    """Words that the parsers in C and in Python both say, and what they mean to a person."""

    words: tuple[str, ...]
    message: str
    remedy: str


_COMPLAINTS = (
    Complaint(
        ("mapping values are not allowed",),
        N_("A half-width colon stands here inside a text."),
        N_("Write the full-width ： or put the whole text in quotes."),
    ),
    Complaint(
        ("expected ':'",),
        N_("This line has no half-width colon with a space after it."),
        N_("Write key: value; further lines of a text are indented more than its key."),
    ),
    Complaint(
        ("',' or '",),
        N_("A bracket is opened here and not closed where it should be."),
        N_("Close it, or put the text that holds it in quotes."),
    ),
    Complaint(
        ("cannot start any token", "node content"),
        N_("A text cannot begin with this character."),
        N_("Put the text in quotes."),
    ),
    Complaint(
        ("alphabetic or numeric",),
        N_("A text cannot begin with & or *."),
        N_("Put the text in quotes."),
    ),
    Complaint(
        ("escape",),
        N_("A backslash in a quoted text begins a code that does not exist."),
        N_("Write the backslash twice, or use single quotes."),
    ),
    Complaint(
        ("sequence entries are not allowed",),
        N_("A hyphen cannot begin an entry here."),
        N_("Put the entry on a line of its own, below its key."),
    ),
    Complaint(
        ("comment or", "line break"),
        N_("Text stands behind > or |."),
        N_("Begin the text on the next line, indented more than its key."),
    ),
)
_KEYS = ("mapping values are not allowed", "expected ':'")
_ODD_SPACE = re.compile("[ \\t]*[\u00a0\u2000-\u200b\u3000]")
_WIDE_COLON = re.compile(" *(?:- +)?[a-z_]+：")
_AFTERWARDS = 3  # lines: where a key is not seen, the parser goes on to the next ones
_MISPLACED = ("expected key", "block end", "'-' indicator")


def too_deep(source: Source, line: int, column: int, depth: int) -> Problem:
    """What is nested deeper than ``depth`` levels."""
    return source.problem(
        "too-deep",
        line,
        column,
        _("This is nested deeper than {depth} levels.").format(depth=depth),
        _("A list needs four levels; check the indentation and the brackets."),
    )


def syntax_problem(source: Source, line: int, column: int, said: str) -> Problem:
    """Why the text cannot be read from ``line`` and ``column`` on (both from 0)."""
    if any(words in said for words in (*_KEYS, "cannot start any token")):
        found = _pasted_cells(source, line) or _unseen_key(source, line)
        if found:
            return found
    message, remedy = _meaning(source, line, column, said)
    return source.problem("yaml-syntax", line, column, message, remedy)


def _pasted_cells(source: Source, line: int) -> Problem | None:
    """A row of a table, its cells with tabs between them, where an entry belongs."""
    text = source.line(line + 1)
    if ": " in text or "\t" not in text.strip():
        return None
    return source.problem(
        "yaml-syntax",
        line,
        text.index("\t", len(text) - len(text.lstrip())),
        _("A tab stands where YAML wants spaces."),
        _("Cells pasted from a table go one to a line, each behind its key, as in lead: 区经发局."),
    )


def _unseen_key(source: Source, line: int) -> Problem | None:
    """What keeps a key at ``line`` or just above it from being one to the parser, though not to the eye."""
    for at in range(line, max(-1, line - _AFTERWARDS), -1):
        text = source.line(at + 1)
        if odd := _ODD_SPACE.match(text):
            message = _("A full-width or no-break space stands in the indentation.")
            remedy = _("Indent with spaces: two for each level.")
            return source.problem("yaml-syntax", at, odd.end() - 1, message, remedy)
        wide = _WIDE_COLON.match(text)
        if wide or (at == line and "：" in text and ": " not in text):
            column = wide.end() - 1 if wide else text.index("：")
            message = _("The colon behind the key is the full-width ：.")
            remedy = _("Write the half-width colon and a space after it, as in lead: 区经发局.")
            return source.problem("yaml-syntax", at, column, message, remedy)
    return None


def _meaning(source: Source, line: int, column: int, said: str) -> tuple[str, str]:
    text = source.line(line + 1)
    if text.lstrip(" ").startswith("\t") or text[: column + 1].endswith("\t"):
        return (
            _("A tab stands where YAML wants spaces."),
            _("Indent with spaces: two for each level."),
        )
    if "end of stream" in said or ("document end" in said and line >= source.text.count("\n")):
        return (
            _("A quote or a bracket is opened here and never closed."),
            _("Close it. Or is the file cut off at its end?"),
        )
    if any(words in said for words in _MISPLACED):
        if text[:column].strip():
            return (
                _("Something stands behind the end of a quoted text."),
                _("Put the whole text in quotes, and write a quote inside it twice."),
            )
        return (
            _("The indentation does not fit what is above."),
            _("Keys of one level begin in one column; entries begin with a hyphen."),
        )
    for complaint in _COMPLAINTS:
        if any(words in said for words in complaint.words):
            return _(complaint.message), _(complaint.remedy)
    return (
        _("The YAML cannot be read from here: {said}.").format(said=said),
        _("Look at the indentation, the colon and the quotes here and in the line above."),
    )
