"""The language that sulist speaks: English in the source, Chinese in ``locale/zh_CN``.

The language follows ``$SULIST_LANG``, then the locale. It is decided when the first
message is made and can be set by ``use``. The document's own terms (牵头单位 …) are data
and are never translated.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from gettext import NullTranslations

DOMAIN = "sulist"
# os.path, here and where every start passes: pathlib costs 6 ms.
LOCALE_DIRECTORY = os.path.join(os.path.dirname(os.path.dirname(__file__)), "locale")
_WINDOWS_CHINESE = 0x04

_chosen: str | None = None


def use(language: str) -> None:
    """Speak ``language`` (``en`` or ``zh_CN``) from now on."""
    global _chosen
    _chosen = language


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speaks ``language`` for a while: a document has its own, whoever asks for it."""
    global _chosen
    before = _chosen
    _chosen = language
    try:
        yield
    finally:
        _chosen = before


def language() -> str:
    """The language in use: ``en`` or ``zh_CN``."""
    return _chosen or _language_of_the_environment()


def _(message: str) -> str:
    """``message`` in the language in use."""
    return message if language() == "en" else _catalogue(language()).gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    """The form of a message that ``number`` asks for, in the language in use."""
    if language() == "en":
        return singular if number == 1 else plural
    return _catalogue(language()).ngettext(singular, plural, number)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for this
    """``message`` itself: marks a text of a table for the catalogue; ``_`` translates it when shown."""
    return message


def joined(first: str, second: str) -> str:
    """Two sentences, one behind the other: with a space between them in English, none in Chinese."""
    return _("{first} {second}").format(first=first, second=second)


@cache
def _language_of_the_environment() -> str:
    for name in ("SULIST_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "zh_CN" if value.lower().startswith("zh") else "en"
    return "zh_CN" if _windows_speaks_chinese() else "en"


def _windows_speaks_chinese() -> bool:
    """Whether Windows, which sets no ``LANG``, shows its own menus in Chinese."""
    if sys.platform != "win32":
        return False
    import ctypes

    return ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF == _WINDOWS_CHINESE


@cache
def _catalogue(language: str) -> NullTranslations:
    from gettext import translation

    return translation(DOMAIN, LOCALE_DIRECTORY, [language])
