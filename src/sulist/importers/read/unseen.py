"""What a document shows otherwise than by its text: left out of the list, and named with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _
from sulist.base.showing import shortened
from sulist.importers.grid import GridCell, Remark, as_seen

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST = 20  # of one kind with a doubt each; what is more is told together
_LONGEST = 60
STRUCK = "struck"
HIDDEN = "hidden"


class Unshown:
    """Collects what is not read, in the order of the document."""

    def __init__(self) -> None:
        self._found: dict[str, list[tuple[str, str]]] = {STRUCK: [], HIDDEN: []}
        self._row: dict[str, str] = {}  # of the last one of each kind

    def add(self, kind: str, place: str, text: str, row: str = "") -> None:
        """Takes down a text that is struck out or hidden; those of one ``row`` together."""
        if not (seen := " ".join(as_seen(text).split())):
            return
        found = self._found[kind]
        if row and self._row.get(kind) == row:
            found[-1] = (row, f"{found[-1][1]} {seen}")
        else:
            found.append((place, seen))
        self._row[kind] = row

    def remarks(self) -> list[Remark]:
        """What a person has to be told."""
        return [one for kind, found in self._found.items() for one in _told(kind, found)]

    def in_full(self) -> list[GridCell]:
        """The texts that the remarks name only in part."""
        return [
            GridCell(text, place)
            for found in self._found.values()
            for place, text in found
            if len(text) > _LONGEST
        ]


def _told(kind: str, found: list[tuple[str, str]]) -> list[Remark]:
    say = _SAID[kind]
    made = [Remark(place, *say(shortened(text, _LONGEST))) for place, text in found[:_MOST]]
    if rest := found[_MOST:]:
        texts = _(", ").join(shortened(text, _LONGEST) for _place, text in rest)
        made.append(Remark(f"{rest[0][0]} … {rest[-1][0]}", *say(texts)))
    return made


def _struck(text: str) -> tuple[str, str]:
    return (
        _("“{text}” is struck out, and left out").format(text=text),
        _("If it counts all the same, take away the stroke, and import again."),
    )


def _hidden(text: str) -> tuple[str, str]:
    return (
        _("“{text}” is hidden, and left out").format(text=text),
        _("If it belongs to the list, show it, and import again."),
    )


_SAID: dict[str, Callable[[str], tuple[str, str]]] = {STRUCK: _struck, HIDDEN: _hidden}
