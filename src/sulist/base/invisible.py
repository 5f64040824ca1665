"""The signs that nobody sees: one table of them, for whatever is read, typed or compared.

In a name such a sign makes two units of one, so there it is refused by its number. In running
text it may have its place, as between the persons of 👨‍👩‍👧, and stays. White space is no such
sign: a reader sees it, and cells are freed of it. Nor is a sign of private use, since some
surnames and places have no other; fonts show something for it.
"""

from __future__ import annotations

import re
from functools import cache

from sulist.base.showing import UNSAFE

# Unicode's Default_Ignorable_Code_Point, with the blank letters and joints that it leaves out.
_RANGES = (
    ("\u00ad", "\u00ad"),  # soft hyphen
    ("\u034f", "\u034f"),  # grapheme joiner
    ("\u061c", "\u061c"),  # Arabic letter mark
    ("\u115f", "\u1160"),  # Hangul fillers
    ("\u17b4", "\u17b5"),  # Khmer inherent vowels
    ("\u180b", "\u180f"),  # Mongolian selectors
    ("\u200b", "\u200f"),  # space of no width, joiners, directions
    ("\u202a", "\u202e"),  # directions
    ("\u2060", "\u206f"),  # word joiner, invisible operators, directions
    ("\u2800", "\u2800"),  # a Braille pattern without a dot
    ("\u3164", "\u3164"),  # Hangul filler
    ("\ufe00", "\ufe0f"),  # variation selectors
    ("\ufeff", "\ufeff"),  # byte order mark
    ("\uffa0", "\uffa0"),  # Hangul filler
    ("\ufff0", "\ufffc"),  # interlinear notes, the place of an object
    ("\U0001107f", "\U0001107f"),  # Brahmi joiner
    ("\U00016fe4", "\U00016fe4"),  # Khitan filler
    ("\U0001bca0", "\U0001bca3"),  # shorthand
    ("\U0001d159", "\U0001d159"),  # musical null notehead
    ("\U0001d173", "\U0001d17a"),  # musical beams and ties
    ("\U000e0000", "\U000e0fff"),  # tags, more variation selectors
)

_OF_PICTURES = "\u200d\ufe0f"
# What programs leave in a text: where a word may break, and signs for the eyes of machines.
_LEFT_BEHIND = "\u00ad\u200b\u2060-\u2065"
_JOINERS = "\u200c\u200d"
_JOINED_TO = (
    rf"[^\x00-\x7f{_JOINERS}\u2000-\u206f\u3000-\ufdff\uff00-\uffef]"  # all but Chinese and Latin
)
_MOST_SEEN = 20_000
_seen: set[str] = set()  # letters that are no such sign: a list has few different ones


def invisible(text: str) -> str:
    """The first sign in ``text`` that nobody sees; nothing where there is none."""
    if text.isascii() or _seen.issuperset(text):
        return ""
    # By the different letters of a text, which are few: a pattern takes longer to be made.
    letters = set(text) - _seen
    if not (min(letters) >= "\u3165" and max(letters) <= "\ufdff"):  # where none of them is
        found = [one for one in letters if not _is_common(one) and _is_sign(one)]
        if found:
            return min(found, key=text.index)
    if len(_seen) < _MOST_SEEN:
        _seen.update(letters)
    return ""


def _is_common(letter: str) -> bool:
    return letter < "\x80" or "\u3165" <= letter <= "\ufdff" or "\uff01" <= letter <= "\uff5e"


def _is_sign(letter: str) -> bool:
    return any(first <= letter <= last for first, last in _RANGES)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("[" + "".join(f"{first}-{last}" for first, last in _RANGES) + "]")


def visible(text: str) -> str:
    """``text`` without the signs that nobody sees."""
    return _pattern().sub("", text) if invisible(text) else text


def without_traces(text: str) -> str:
    """``text`` without what a program has left in it and nobody sees: controls, directions, joints.

    A joiner stays where it joins (👨‍👩‍👧, Mongolian), which among Chinese letters it does not; so does
    what may be a part of the sign before it.
    """
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    return _traces().sub("", text)


@cache
def _traces() -> re.Pattern[str]:
    joins = f"(?<={_JOINED_TO})[{_JOINERS}]+(?={_JOINED_TO})"
    return re.compile(rf"{UNSAFE}|[{_LEFT_BEHIND}]|(?!{joins})[{_JOINERS}]")


def code_point(sign: str) -> str:
    """The number of a sign, as tables of Unicode print it: U+200D."""
    return f"U+{ord(sign):04X}"


def shown(text: str) -> str:
    """``text`` with every sign that nobody sees as its number, to be told in a message.

    Where such a sign makes a picture of the sign before it (☑️), the picture is what is seen.
    """
    return _pattern().sub(_told, text) if invisible(text) else text


def _told(found: re.Match[str]) -> str:
    from unicodedata import category

    sign, before = found.group(), found.string[: found.start()][-1:]
    is_picture = sign in _OF_PICTURES and before and category(before) in ("So", "Sk", "Mn")
    return sign if is_picture else f"<{code_point(sign)}>"
