"""Text that is shown to a person or typed into a shell: safe, short, and never a command of its own."""

from __future__ import annotations

import os
import re

# What could steer a terminal or reorder what is read: no list has it, and none is shown.
UNSAFE = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"


def unsafe_character(text: str) -> re.Match[str] | None:
    """The first character that could steer a terminal or reorder what is read, if any."""
    # What Python calls printable is safe, and known without making the pattern.
    return None if text.replace("\n", "").isprintable() else re.search(UNSAFE, text)


def printable(text: str) -> str:
    r"""``text`` with every unsafe character shown as its code: ``\x1b``, ``\u202e``.

    A byte that was not UTF-8 in what the system gave (a file's name) is ``\xff``.
    """
    if text.isprintable():
        return text
    return re.sub(UNSAFE, lambda found: _code(found.group()), text)


def has_stray_bytes(text: str) -> bool:
    """Whether the system gave bytes for it that are not UTF-8, so that it is no text."""
    return not text.isprintable() and re.search("[\ud800-\udfff]", text) is not None


def shortened(text: str, most: int = 40) -> str:
    """A text that is told in a message, safe to show; of one longer than ``most`` its beginning."""
    shown = printable(text)
    return shown if len(shown) <= most else shown[:most] + "……"


def codes(error: UnicodeError) -> tuple[str, int]:
    """A handler of what a stream cannot take (``codecs.register_error``): shown as ``printable`` does."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_code, error.object[error.start : error.end])), error.end


def _code(character: str) -> str:
    if "\udc80" <= character <= "\udcff":
        return f"\\x{ord(character) - 0xDC00:02x}"
    return ascii(character)[1:-1]


def pasted(word: str, *, windows: bool = os.name == "nt") -> str:
    """``word`` as it is typed in a command line that can be pasted into a shell.

    A word of letters (Chinese ones too), digits and harmless marks stays as it is. Elsewhere than
    on Windows what no line of text may hold, or is no text at all, is written by its bytes.
    """
    harmless = r"\w%+:./\\-" if windows else r"\w%+:./,@-"
    if re.fullmatch(f"[{harmless}][={harmless}]*", word):
        return word
    if windows:  # PowerShell would put values in the place of $ and of `
        return f"'{word}'" if "$" in word or "`" in word else f'"{word}"'
    if word.replace("\u3000", " ").isprintable():
        return "'" + word.replace("'", "'\"'\"'") + "'"
    codes = "".join(
        f"\\x{byte:02x}" if not 0x20 <= byte < 0x7F or byte in b"\\'" else chr(byte)
        for byte in word.encode(errors="surrogateescape")
    )
    return f"$'{codes}'"


def pasted_file(file: str) -> str:
    """The name of a file as it is typed in a command line, never taken for an option there."""
    return pasted(f"./{file}" if file.startswith("-") and file != "-" else file)
