"""What is done to a piece of text before it is read, compared or shown."""

from __future__ import annotations

import os
import re
from functools import lru_cache

from sulist.i18n import _

# The half-width marks that text extraction leaves beside Chinese text, and what was printed.
_FULL_WIDTH = {",": "，", "(": "（", ")": "）"}
_UNSAFE = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
# White space, and a joint of words, that nobody sees: a web page or a word processor leaves them.
_NO_WIDTH = {0x200B: " ", 0x2060: None, 0xAD: None}
_SENTENCE_END = "。！？；"


@lru_cache(4096)  # the units and deadlines of thousands of items are a few hundred cells
def clean_cell(printed: str) -> str:
    """A printed cell without the traces of its layout; the only change ever made to one.

    White space (also that of no width) goes unless both its neighbours are ASCII letters or
    digits, where one space stays; ``,``, ``(`` and ``)`` beside Chinese text become ``，``, ``（``
    and ``）``.
    """
    if not printed.isprintable():
        printed = printed.translate(_NO_WIDTH)
    words = printed.split()
    if len(words) > 1:
        joined = words[0]
        for word in words[1:]:
            joined += f" {word}" if _is_latin(joined[-1]) and _is_latin(word[0]) else word
    else:
        joined = words[0] if words else ""
    if "," in joined or "(" in joined or ")" in joined:
        joined = "".join(
            _FULL_WIDTH[mark] if is_misprint(joined, at) else mark for at, mark in enumerate(joined)
        )
    return joined


def is_misprint(text: str, at: int) -> bool:
    """Whether the character at ``at`` is a half-width mark beside Chinese text."""
    if text[at] not in _FULL_WIDTH:
        return False
    return (at > 0 and is_chinese(text[at - 1])) or (
        at + 1 < len(text) and is_chinese(text[at + 1])
    )


def is_chinese(character: str) -> bool:
    """Whether ``character`` is an ideograph, or punctuation that stands among ideographs."""
    return (
        "\u3400" <= character <= "\u9fff"
        or "\u3001" <= character <= "\u303f"
        or "\uff01" <= character <= "\uff60"
        or character in "“”‘’…—·"
        or "\U00020000" <= character <= "\U0003ffff"
    )


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def first_sentence(text: str) -> tuple[str, str]:
    """The first sentence of ``text`` without its full stop, and what follows it."""
    ends = [end for mark in _SENTENCE_END if (end := text.find(mark)) > 0]
    if not ends:
        return text, ""
    return text[: min(ends)], text[min(ends) + 1 :]


def fold(typed: str) -> str:
    """What a person typed, with its width, spaces and case made equal, for comparing only."""
    import unicodedata  # most answers compare nothing that was typed

    return "".join(unicodedata.normalize("NFKC", typed).split()).casefold()


def unsafe_character(text: str) -> re.Match[str] | None:
    """The first character that could steer a terminal or reorder what is read, if any."""
    # What Python calls printable is safe, and known without making the pattern.
    return None if text.replace("\n", "").isprintable() else re.search(_UNSAFE, text)


def printable(text: str) -> str:
    r"""``text`` with every unsafe character shown as its code: ``\x1b``, ``\u202e``."""
    if text.isprintable():
        return text
    return re.sub(_UNSAFE, lambda found: ascii(found.group())[1:-1], text)


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


def not_utf8(data: bytes) -> tuple[str, str]:
    """What to say of a file's bytes that are not UTF-8, with what they look like, and the remedy."""
    if is_no_text(data):
        return (
            _("The file is no text at all: it is a document, a picture or damaged."),
            _(
                "Name the right file. A list that is a document becomes a list file with: sulist import DOCUMENT --output items.yaml"
            ),
        )
    encoding = _encoding_of(data)
    message = (
        _("The file is not UTF-8; it looks like {encoding}.").format(encoding=encoding)
        if encoding
        else _("The file is not text in UTF-8.")
    )
    return message, _("Open it in an editor and save it as UTF-8.")


def is_no_text(data: bytes) -> bool:
    """Whether an editor that saves these bytes as text would destroy what they are."""
    if data.startswith(b"%PDF-"):
        return True
    return b"\0" in data[:65536] and data[:2] not in (b"\xff\xfe", b"\xfe\xff")


def _encoding_of(data: bytes) -> str:
    """What the bytes are written in, as far as they tell; nothing where they do not."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "UTF-16"
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return "GB18030 (GBK)"


def near(word: str, candidates: list[str], most: int = 3) -> list[str]:
    """The candidates that ``word`` may be a slip for, closest first."""
    from difflib import get_close_matches

    return get_close_matches(word, candidates, most, 0.5)
