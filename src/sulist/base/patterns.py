"""Patterns that take longer to be made than a short list takes to be read."""

from __future__ import annotations

import re
import sys
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


_LONG = 100  # characters, from which on it takes less to look for each letter


class RarePattern:
    """A pattern that is made when a text holds one of the ``letters``; without letters, at its first use.

    Whatever it matches holds one of them, so no other text need be searched. They are chosen so
    that common texts have none.
    """

    def __init__(self, pattern: str, letters: str) -> None:
        self.pattern, self.letters = pattern, frozenset(letters)

    @cached_property
    def made(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.pattern)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """What begins at ``start``."""
        return self.made.match(text, start) if self._may_be_in(text[start:]) else None

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """What is found first from ``start`` to ``end``."""
        return self.made.search(text, start, end) if self._may_be_in(text[start:end]) else None

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Whatever is found from ``start`` to ``end``."""
        return (
            self.made.finditer(text, start, end) if self._may_be_in(text[start:end]) else iter(())
        )

    def _may_be_in(self, text: str) -> bool:
        if len(text) > _LONG:
            return not self.letters or any(letter in text for letter in self.letters)
        return not self.letters or not self.letters.isdisjoint(text)
