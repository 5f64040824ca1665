"""Brackets in folded text: which close which, and what stands inside them."""

from __future__ import annotations

_OPENING = "（【"
_CLOSING = "）】"
_BRACKETS = frozenset(_OPENING + _CLOSING)


def unbalanced(key: str) -> int | None:
    """The place of the first bracket in ``key`` that has no partner, or None."""
    if _BRACKETS.isdisjoint(key):
        return None
    open_at: list[int] = []
    for place, letter in enumerate(key):
        if letter in _OPENING:
            open_at.append(place)
        elif letter in _CLOSING:
            if not open_at or _OPENING.index(key[open_at[-1]]) != _CLOSING.index(letter):
                return place
            open_at.pop()
    return open_at[0] if open_at else None


def closing(key: str, opening: int) -> int:
    """The place of the bracket that closes the one at ``opening`` (brackets are balanced)."""
    depth = 0
    for place in range(opening, len(key)):
        depth += (key[place] in _OPENING) - (key[place] in _CLOSING)
        if depth == 0:
            return place
    return len(key) - 1


def is_inside_brackets(key: str, place: int) -> bool:
    """Whether ``place`` stands between a bracket and its partner."""
    return key.count("（", 0, place) > key.count("）", 0, place)


def without_brackets(key: str) -> str:
    """``key`` without what stands in brackets: 各县（市、区）人民政府 is 各县人民政府."""
    while (start := key.find("（")) >= 0:
        end = closing(key, start)
        key = key[:start] + key[end + 1 :]
    return key
